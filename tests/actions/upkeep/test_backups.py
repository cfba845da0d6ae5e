"""Copies on a stick and back, and what they may never do."""

import os
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities, activity_detail, activity_list, photos
from patbm_desktop.actions.activities.activity_list import Query
from patbm_desktop.actions.activities.photos import NewPhoto
from patbm_desktop.actions.entrance import new_vault, passphrases, vault
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.upkeep import backups, tending
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import parts
from tests.actions.conftest import NOW, PASSPHRASE, SARI

WALK = Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",), date=date(2026, 11, 2))
JPEG = b"\xff\xd8\xff\xe0" + b"x" * 1000


def count(ws: Workspace) -> int:
    return activity_list.listing_of(ws, Query()).total.activities


def test_newer_work_survives_the_restore_of_an_older_copy(ws: Workspace, tmp_path: Path) -> None:
    done = activities.record(ws, WALK)
    backups.full(ws, tmp_path / "stick.bak")
    shown = activity_detail.detail(ws, done.ent)
    activities.correct(ws, replace(shown.activity, minutes=90), shown=shown)
    activities.record(ws, WALK)
    brought = backups.restore(ws, tmp_path / "stick.bak", PASSPHRASE)
    assert brought.new == 0
    assert count(ws) == 2
    assert activity_detail.detail(ws, done.ent).activity.minutes == 90


def test_what_was_lost_comes_back_with_its_photos(
    ws: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    done = activities.record(ws, WALK)
    photos.add(ws, done.ent, NewPhoto(jpeg=JPEG))
    backups.full(ws, tmp_path / "stick.bak")
    ws.close()
    backups.restore_into_empty(tmp_path / "new", tmp_path / "stick.bak")
    opened = vault.open_vault(tmp_path / "new", None, PASSPHRASE, clock)
    (photo,) = photos.of(opened, done.ent)
    assert photos.bytes_of(opened, photo.ent) == JPEG
    opened.close()


def test_a_copy_made_under_an_old_passphrase_opens_with_that_one(
    ws: Workspace, tmp_path: Path
) -> None:
    activities.record(ws, WALK)
    backups.full(ws, tmp_path / "stick.bak")
    opened = passphrases.change_passphrase(ws, "empat kata lain sekali")
    with pytest.raises(Fault) as caught:
        backups.restore(opened, tmp_path / "stick.bak", "empat kata lain sekali")
    assert caught.value.refusal is Refusal.WRONG_PASSPHRASE
    assert backups.restore(opened, tmp_path / "stick.bak", PASSPHRASE).new == 0
    opened.close()


def test_the_copy_of_another_vault_is_refused_and_changes_nothing(
    ws: Workspace, tmp_path: Path
) -> None:
    other = new_vault.make(
        tmp_path / "other", replace(SARI, name="Lain"), PASSPHRASE, FixedClock(NOW)
    )
    activities.record(other, WALK)
    backups.full(other, tmp_path / "other.bak")
    other.close()
    with pytest.raises(Fault) as caught:
        backups.restore(ws, tmp_path / "other.bak", PASSPHRASE)
    assert caught.value.refusal is Refusal.BACKUP_FOREIGN
    assert count(ws) == 0
    assert ws.look_up_me().name == "Sari Melati"


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 not a backup", b"%PDF-1.7"])
def test_a_file_that_is_no_backup_is_refused(ws: Workspace, tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "no.bak").write_bytes(damage)
    with pytest.raises(Fault) as caught:
        backups.restore(ws, tmp_path / "no.bak", PASSPHRASE)
    assert caught.value.refusal in (Refusal.BACKUP_DAMAGED, Refusal.BACKUP_FOREIGN)


def test_a_sound_vault_with_todays_backup_is_well(ws: Workspace) -> None:
    activities.record(ws, WALK)
    backups.daily(ws)
    assert all(each.is_well for each in backups.doctor(ws))


def test_the_doctor_misses_a_photo_whose_part_is_gone(ws: Workspace, folder: Path) -> None:
    done = activities.record(ws, WALK)
    photos.add(ws, done.ent, NewPhoto(jpeg=JPEG))
    for part in (folder / "berkas").rglob("*"):
        if part.is_file():
            part.unlink()
    unwell = {each.what for each in backups.doctor(ws) if not each.is_well}
    assert backups.Health.PHOTOS in unwell


def test_a_damaged_database_is_left_alone_and_the_last_backup_opens_to_read(
    ws: Workspace, folder: Path, clock: FixedClock
) -> None:
    done = activities.record(ws, WALK)
    backups.daily(ws)
    ws.close()
    path = folder / "catatan.db"
    broken = bytearray(path.read_bytes())
    at = len(broken) // 2
    broken[at] ^= 1
    path.write_bytes(broken)
    with pytest.raises(Fault) as caught:
        vault.open_vault(folder, None, PASSPHRASE, clock)
    assert caught.value.refusal is Refusal.DATABASE_DAMAGED
    opened = vault.open_last_backup(folder, PASSPHRASE, clock)
    assert activity_detail.detail(opened, done.ent).activity.program == "ppatbm"
    with pytest.raises(Fault) as caught:
        activities.record(opened, WALK)
    assert caught.value.refusal is Refusal.DATABASE_READ_ONLY
    opened.close()
    assert path.read_bytes() == bytes(broken)


@pytest.mark.parametrize("is_gone", [False, True])
def test_work_goes_on_from_the_last_backup_and_the_damaged_file_stays(
    ws: Workspace, folder: Path, clock: FixedClock, is_gone: bool
) -> None:
    done = activities.record(ws, WALK)
    backups.daily(ws)
    ws.close()
    path = folder / "catatan.db"
    path.write_bytes(b"broken" * 2000)
    evidence = path.read_bytes()
    if is_gone:
        path.unlink()
    opened = vault.go_on_from_backup(folder, PASSPHRASE, clock)
    assert activity_detail.detail(opened, done.ent).activity.program == "ppatbm"
    activities.record(opened, WALK)
    opened.close()
    assert [each.read_bytes() for each in folder.glob("rusak-*.db")] == [evidence] * (not is_gone)


def test_a_vault_that_opens_is_never_put_back_to_its_backup(
    ws: Workspace, folder: Path, clock: FixedClock
) -> None:
    backups.daily(ws)
    done = activities.record(ws, WALK)
    ws.close()
    opened = vault.go_on_from_backup(folder, PASSPHRASE, clock)
    assert activity_detail.detail(opened, done.ent).activity.program == "ppatbm"
    opened.close()


def test_wrong_tries_at_the_backup_cost_a_wait_as_well(folder: Path, clock: FixedClock) -> None:
    for _ in range(5):
        with pytest.raises(Fault) as caught:
            vault.open_last_backup(folder, "tiga kata lain", clock)
    assert caught.value.refusal is Refusal.WAIT_BEFORE_TRYING


def orphan(ws: Workspace) -> str:
    """Write a part that no record names, as a kill before the commit leaves it, two days ago."""
    name = parts.write(ws.folder, b"never saved")
    old = time.time() - 2 * parts.DAY_SECONDS
    for each in parts.every(ws.folder):
        os.utime(ws.folder / parts.place_of(each), (old, old))
    return name


def test_photos_that_nobody_saved_are_swept_and_the_others_stay(ws: Workspace) -> None:
    photo = photos.add(ws, activities.record(ws, WALK).ent, NewPhoto(jpeg=JPEG)).ent
    lost = orphan(ws)
    tending.keep_daily(ws)
    assert not parts.has(ws.folder, lost)
    assert photos.bytes_of(ws, photo) == JPEG


def test_nothing_is_swept_beside_a_damaged_database_that_may_name_it(ws: Workspace) -> None:
    lost = orphan(ws)
    (ws.folder / "rusak-2026-11-21.db").write_bytes(b"evidence")
    tending.keep_daily(ws)
    assert parts.has(ws.folder, lost)
