"""The one file that holds a whole vault: written whole, read whole, or refused."""

import zipfile
from datetime import date
from hashlib import sha256

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.release import VERSION
from patbm_desktop.store import (
    connect,
    full_backup,
    listing,
    oplog,
    outbox,
    parts,
    restoring,
    schema,
)
from patbm_desktop.store.folder import DATABASE
from tests.store.laptop import Laptop


@pytest.fixture
def saved(laptop, tmp_path):
    """A vault with a place, a photo and slots, and its backup."""
    laptop.save("place", "a" * 32, name="Balai")
    parts.write(laptop.folder, b"sealed photo")
    (laptop.folder / "kunci.json").write_bytes(b'{"slots":[]}')
    (laptop.folder / "kunci-2.json").write_bytes(b'{"slots":[]}')
    (laptop.folder / "nomor.json").write_bytes(b"{}")
    target = tmp_path / "stick" / "cadangan.patbm"
    target.parent.mkdir()
    full_backup.write(laptop.db, laptop.folder, target)
    return target


def refusal_of(act, *values):
    with pytest.raises(Fault) as fault:
        act(*values)
    return fault.value.refusal


def test_it_holds_the_database_the_slots_and_the_photos(saved):
    manifest = full_backup.read(saved)
    assert (manifest.version, manifest.schema) == (VERSION, schema.newest())
    named = {name for name in manifest.files if not name.startswith("berkas/")}
    assert named == {DATABASE, "kunci.json", "kunci-2.json", "nomor.json"}
    assert len(manifest.files) == 5
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_nothing_in_it_can_be_read(saved):
    assert b"Balai" not in saved.read_bytes()


def test_it_says_how_far_it_is(laptop, tmp_path):
    heard = []
    full_backup.write(
        laptop.db, laptop.folder, tmp_path / "x", progress=lambda *far: heard.append(far)
    )
    assert heard == [(1, 1)]


def test_a_photo_that_the_disk_has_spoilt_does_not_stop_it(laptop, saved):
    name = parts.write(laptop.folder, b"another")
    (laptop.folder / parts.place_of(name)).write_bytes(b"spoilt")
    manifest = full_backup.write(laptop.db, laptop.folder, saved)
    assert parts.place_of(name) not in manifest.files
    assert full_backup.read(saved) == manifest


def test_a_target_that_takes_no_file_leaves_nothing_behind(laptop, tmp_path):
    assert (
        refusal_of(full_backup.write, laptop.db, laptop.folder, tmp_path / "no" / "x")
        == Refusal.FILE_NOT_WRITABLE
    )
    assert not list(laptop.folder.glob("*.salinan*"))


def test_the_slots_are_laid_out_for_unlocking_and_taken_away_again(saved):
    with full_backup.key_folder(saved) as folder:
        assert sorted(path.name for path in folder.iterdir()) == ["kunci-2.json", "kunci.json"]
    assert not folder.exists()


# -- what is no backup, and what is a damaged one ----------------------------------------------


def test_a_bit_flipped_anywhere_is_found(saved):
    raw = saved.read_bytes()
    end_record = len(raw) - 22  # of the archive; it counts disks, which nobody has
    for at in range(40, end_record, len(raw) // 60):
        changed = bytearray(raw)
        changed[at] ^= 1
        saved.write_bytes(changed)
        with pytest.raises(Fault):
            full_backup.read(saved)
    saved.write_bytes(raw)
    assert full_backup.read(saved).patbm == 1


@pytest.mark.parametrize("share", [0.01, 0.5, 0.999])
def test_a_backup_that_was_cut_off_is_damaged(saved, share):
    raw = saved.read_bytes()
    saved.write_bytes(raw[: int(len(raw) * share)])
    assert refusal_of(full_backup.read, saved) == Refusal.BACKUP_DAMAGED


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", b"PK\x03\x04" + bytes(99)])
def test_another_file_is_no_backup(tmp_path, content):
    path = tmp_path / "x.patbm"
    path.write_bytes(content)
    assert refusal_of(full_backup.read, path) == Refusal.BACKUP_FOREIGN
    assert refusal_of(full_backup.read, tmp_path / "none") == Refusal.FILE_MISSING


def test_an_archive_of_somebody_else_is_no_backup(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("foto.jpg", b"x")
    assert refusal_of(full_backup.read, path) == Refusal.BACKUP_FOREIGN


@pytest.mark.parametrize("name", ["../kunci.json", "/etc/x", "berkas/../../x", "x.py"])
def test_a_backup_that_would_write_elsewhere_is_damaged(tmp_path, name):
    path = tmp_path / "x.patbm"
    files = f'{{"{name}":{{"size":1,"sha256":"{sha256(b"x").hexdigest()}"}}}}'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("patbm", b"1\n")
        archive.writestr(name, b"x")
        archive.writestr(
            "isi.json",
            f'{{"patbm":1,"version":"1","schema":1,"made_at":"x","files":{files}}}',
        )
    assert refusal_of(full_backup.read, path) == Refusal.BACKUP_DAMAGED


@pytest.mark.parametrize("place", [8, 9, 10], ids=["locked", "patched", "packed"])
def test_an_entry_said_to_be_locked_or_packed_is_damaged(saved, place):
    raw = bytearray(saved.read_bytes())
    raw[raw.find(b"PK\x01\x02") + place] ^= {8: 1, 9: 0, 10: 8}[place]
    raw[raw.find(b"PK\x01\x02") + 8] ^= 0x20 * (place == 9)
    saved.write_bytes(raw)
    with pytest.raises(Fault) as fault:
        full_backup.read(saved)
    assert fault.value.refusal == Refusal.BACKUP_DAMAGED


def test_a_backup_of_a_later_release_is_refused_by_name(tmp_path):
    path = tmp_path / "x.patbm"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("patbm", b"1\n")
        archive.writestr(
            "isi.json", '{"patbm":1,"version":"9","schema":99,"made_at":"x","files":{}}'
        )
    assert refusal_of(full_backup.read, path) == Refusal.DATABASE_NEWER


# -- bringing it back --------------------------------------------------------------------------


def test_into_an_empty_place_it_comes_back_as_it_was(saved, laptop, tmp_path):
    restoring.place(saved, tmp_path / "new")
    back = Laptop(tmp_path / "new", laptop.author)
    assert back.values("place", "a" * 32) == {"name": "Balai"}
    assert back.is_sound()
    assert set(parts.every(back.folder)) == set(parts.every(laptop.folder))
    assert sorted(path.name for path in back.folder.glob("*.json")) == [
        "kunci-2.json", "kunci.json", "nomor.json",
    ]  # fmt: skip
    back.close()


def test_it_is_not_put_over_a_vault(saved, another):
    assert refusal_of(restoring.place, saved, another.folder) == Refusal.VAULT_EXISTS


def test_slots_of_a_vault_that_is_gone_are_set_aside_and_not_lost(saved, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "kunci.json").write_bytes(b"older")
    restoring.place(saved, tmp_path / "new")
    assert (tmp_path / "new" / "lama-kunci.json").read_bytes() == b"older"


def test_a_damaged_backup_changes_nothing(saved, another):
    raw = bytearray(saved.read_bytes())
    raw[len(raw) // 2] ^= 1
    saved.write_bytes(raw)
    before = oplog.counts(another.db)
    lens, rights = another.lens, another.rights
    values = (saved, another.key, another.db, another.folder, lens, rights)
    assert refusal_of(restoring.merge, *values) == Refusal.BACKUP_DAMAGED
    assert refusal_of(restoring.place, saved, another.folder / "x") == Refusal.BACKUP_DAMAGED
    assert oplog.counts(another.db) == before
    assert list(parts.every(another.folder)) == []


def merge(file, into, key=None):
    return restoring.merge(file, key or into.key, into.db, into.folder, into.lens, into.rights)


def test_newer_work_is_never_undone(saved, laptop):
    laptop.save("place", "a" * 32, name="Balai Baru")
    newer = laptop.save("place", name="Lain")
    merged = merge(saved, laptop)
    assert (merged.ops_new, merged.ops_known) == (0, 6)
    assert laptop.values("place", "a" * 32) == {"name": "Balai Baru"}
    assert listing.row(laptop.db, "place", newer) is not None
    assert laptop.is_sound()


def test_what_a_vault_lacks_comes_out_of_the_backup(saved, laptop, another):
    merged = merge(saved, another)
    assert (merged.ops_new, merged.parts_new, merged.keys_new) == (6, 1, 2)
    assert [row.values["name"] for row in listing.rows(another.db, "place")] == ["Balai"]
    assert set(parts.every(another.folder)) == set(parts.every(laptop.folder))
    assert another.is_sound()
    assert merge(saved, another).ops_new == 0
    assert not (another.folder / "pulih.part").exists()


def test_what_the_backup_thought_delivered_is_offered_again(laptop, another, tmp_path):
    ops = oplog.control_ops(laptop.db, laptop.space)
    laptop.apply(ops, seqs={op.id: number for number, op in enumerate(ops, 1)})
    full_backup.write(laptop.db, laptop.folder, tmp_path / "x")
    before = outbox.counts(another.db).menunggu
    merge(tmp_path / "x", another)
    assert outbox.counts(another.db).menunggu == before + 5


def test_another_key_does_not_open_the_backup(saved, another):
    values = (saved, bytes(32), another.db, another.folder, another.lens, another.rights)
    assert refusal_of(restoring.merge, *values) == Refusal.DATABASE_FOREIGN


def test_ops_in_a_backup_that_bear_a_false_signature_are_left_out(laptop, another, tmp_path):
    forged = laptop.author.op("contact", "c" * 32, {"function": "uptd_ppa"}, clk=9)
    laptop.apply([forged])
    laptop.db.conn.execute("UPDATE op SET sig = zeroblob(64) WHERE kind = 'contact'")
    full_backup.write(laptop.db, laptop.folder, tmp_path / "x")
    merged = merge(tmp_path / "x", another)
    assert (merged.ops_new, merged.ops_refused) == (5, 1)
    assert listing.rows(another.db, "contact") == []


def test_a_vault_that_does_not_open_can_be_copied_as_it_is(laptop, tmp_path):
    connect.close(laptop.db)
    laptop.path.write_bytes(b"damaged beyond repair")
    (tmp_path / "stick").mkdir()
    copy = restoring.copy_as_is(laptop.folder, tmp_path / "stick", date(2026, 11, 21))
    again = restoring.copy_as_is(laptop.folder, tmp_path / "stick", date(2026, 11, 21))
    assert (copy / DATABASE).read_bytes() == b"damaged beyond repair"
    assert copy != again
    laptop.path.unlink()
    laptop.db = connect.create(laptop.path, laptop.key)
