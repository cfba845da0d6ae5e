"""A flash drive that is full, pulled out or holds something else: what the page says each time.

Every sentence says what happened, what is safe, and what to do; nothing is lost by any of it.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.activities import activity_list, activity_rows
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import receipts
from patbm_desktop.actions.travel import drives, errands, syncing, usb
from patbm_desktop.actions.travel.beside import Beside, passage
from patbm_desktop.actions.travel.drives import Drive
from patbm_desktop.actions.travel.syncing import Step, Way
from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import listing
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.theme import Theme
from tests.sync.village import Village, joins
from tests.ui import sticks
from tests.ui.doing import do, record
from tests.ui.opened import WAIT_MS, Opened, furnish
from tests.ui.sticks import Joined
from tests.ui.travels import visit

FOREIGN = (
    "File ini bukan untuk kelurahan ini, atau laptop ini belum terhubung waktu file dibuat."
    " Tidak ada yang diubah. Minta pengirimnya menyimpan ulang."
)
ILL = {
    "foto": "File ini bukan file PATBM. Tidak ada yang diubah. Pilih file yang namanya diawali"
    " PATBM.",
    "cut": "File ini terpotong, jadi tidak dipakai. Tidak ada yang diubah. Minta pengirimnya"
    " menyimpan ulang ke flashdisk.",
    "bent": "Isi file ini rusak atau berubah di jalan, jadi tidak dipakai. Tidak ada yang diubah."
    " Minta pengirimnya menyimpan ulang ke flashdisk.",
    "foreign": FOREIGN,
}
FULL = (
    "Flashdisk penuh. Catatan di laptop aman. Hapus file lain di flashdisk atau pakai yang lain,"
    " lalu simpan lagi."
)
PULLED = (
    "Flashdisk tercabut sebelum selesai. Catatan di laptop aman. Pasang lagi dan ulangi; file"
    " setengah jadi tidak akan terbaca."
)
OWN = "PATBM_RT912_2026-11-21.patbm"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Joined:
    """Sari, who joined Rina by stick, and the files that came of it."""
    joined = sticks.make(tmp_path_factory.mktemp("stick"))
    (joined.files / "foto.patbm").write_bytes(b"\xff\xd8\xff\xe0JFIF" * 100)
    raw = bytearray((joined.files / "new.patbm").read_bytes())
    raw[len(raw) // 2] ^= 1
    (joined.files / "bent.patbm").write_bytes(raw)
    _another_kelurahan(joined.files / "foreign.patbm")
    return joined


def _another_kelurahan(path: Path) -> None:
    village = Village(path.parent / "village")
    rina, tono = village.person("Rina"), village.person("Tono", "902")
    joins(tono, rina)
    usb.save(rina.laptop, path)
    village.close()


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "stick"
    root.mkdir()
    monkeypatch.setattr(drives, "plugged_in", lambda: (Drive(root, "stick"),))
    return root


@pytest.fixture
def joined(
    qtbot: QtBot, theme: Theme, made: Joined, tmp_path: Path, no_bug: None, stick: Path
) -> Iterator[Opened]:
    """Sari's window, in a kelurahan without a server."""
    shutil.copytree(made.sari, tmp_path / "vault")
    window = furnish(qtbot, theme, tmp_path / "vault")
    window.unlock()
    yield window
    window.close()


def said(window: Opened, *, out: bool) -> str:
    """Save to the flash drive or take from it, and return what the page says."""
    page = visit(window, "sync")
    assert isinstance(page, SyncPage)
    (page.save_stick if out else page.take_stick).click()
    window.qtbot.waitUntil(page.note.isVisible, timeout=WAIT_MS)
    window.settle()
    assert page.save_stick.isEnabled()
    return page.note.text.text()


def check_words(window: Opened) -> str:
    """Return what stands above the words to be compared; an RT is among them."""
    page = visit(window, "sync")
    assert isinstance(page, SyncPage)
    window.settle()
    assert "RT 912: " in page.history.check_words.text()
    return page.history.check_title.text()


def put(stick: Path, file: Path) -> None:
    """Let nothing but `file` lie on the flash drive."""
    for each in stick.iterdir():
        each.unlink()
    shutil.copy(file, stick)


def notes(ws: Workspace) -> list[tuple[str, str]]:
    return [
        (row.ent, row.place_name)
        for row in activity_list.listing_of(ws, activity_list.Query()).rows
    ]


def test_a_file_that_is_not_sound_or_not_for_us_changes_nothing(
    joined: Opened, made: Joined, stick: Path
) -> None:
    before = do(joined, notes)
    for name, sentence in ILL.items():
        put(stick, made.files / f"{name}.patbm")
        assert (name, said(joined, out=False)) == (name, sentence)
    assert do(joined, notes) == before


def test_a_newer_file_an_older_one_and_the_same_twice_lose_nothing(
    joined: Opened, made: Joined, stick: Path
) -> None:
    put(stick, made.files / "new.patbm")
    assert said(joined, out=False).startswith("2 catatan baru")
    after = do(joined, notes)
    assert {place for _, place in after} == {"Balai old", "Balai new"}
    for name in ("new", "old"):
        put(stick, made.files / f"{name}.patbm")
        sentence = said(joined, out=False)
        assert sentence.startswith("0 catatan baru")
        assert "sudah pernah diterima" in sentence
        assert do(joined, notes) == after


def test_a_full_stick_and_one_pulled_out_leave_the_file_of_yesterday(
    joined: Opened, made: Joined, stick: Path
) -> None:
    yesterdays = (made.files / "sari.patbm").read_bytes()
    (stick / OWN).write_bytes(yesterdays)
    for place, sentence in (("/dev/full", FULL), ("/dev/gone/away", PULLED)):
        (stick / f"{OWN}.part").symlink_to(place)
        assert said(joined, out=True) == sentence
        assert (stick / OWN).read_bytes() == yesterdays
        assert [each.name for each in stick.iterdir()] == [OWN]
    page = joined.desk().page()
    assert isinstance(page, SyncPage)
    assert page.headline.text() == "Semua catatan aman di laptop ini."


def test_what_a_stick_takes_along_is_handed_over_and_received_with_the_answer(
    joined: Opened, made: Joined, stick: Path
) -> None:
    (stick / f"{OWN}.part").write_bytes(b"of a laptop that lost power")
    ent = record(joined)
    assert step_of(joined, ent) is Step.WAITS
    assert said(joined, out=True).startswith(f"Tersimpan di flashdisk: {OWN}.")
    assert [each.name for each in stick.iterdir()] == [OWN]
    assert step_of(joined, ent) is Step.SENT
    assert chip(joined) == "Aman di laptop · 3 dikirim"
    assert "isi flashdisk" in check_words(joined)
    assert do(joined, receipts.last).way is Way.STICK_OUT
    rina = sticks.opened(made.rina)
    usb.load(rina.laptop, stick / OWN)
    usb.save(rina.laptop, made.files / "answer.patbm")
    rina.close()
    put(stick, made.files / "answer.patbm")
    assert "laptop ini terkirim." in said(joined, out=False)
    assert step_of(joined, ent) is Step.RECEIVED
    assert chip(joined) == "Semua sudah terkirim"
    page = joined.desk().page()
    assert isinstance(page, SyncPage)
    assert page.history.receipt.isVisible()
    assert "sesudah ambil dari flashdisk" in check_words(joined)
    assert do(joined, receipts.last).sent > 0


def test_stopped_in_the_middle_it_leaves_no_half_file_and_goes_on_when_done_again(
    made: Joined, tmp_path: Path
) -> None:
    for name, folder in (("sari", made.sari), ("rina", made.rina)):
        shutil.copytree(folder, tmp_path / name)
    sari, rina = (sticks.opened(tmp_path / name) for name in ("sari", "rina"))
    names = [Edit(kind="place", ent=ids.fresh(), values={"name": f"Balai {n}"}) for n in range(450)]
    sari.write(names)
    file = tmp_path / OWN
    done_again(sari, lambda beside: errands.save(beside, file), lambda: not file.exists())
    done_again(rina, lambda beside: errands.load(beside, (file,)), lambda: True)
    rina.refresh()
    assert {each.ent for each in names} <= listing.existing(
        rina.db, "place", {each.ent for each in names}
    )
    assert [each.name for each in tmp_path.glob("PATBM*")] == [OWN]
    for each in (sari, rina):
        each.close()


def done_again(ws: Workspace, job: Callable[[Beside], object], holds: Callable[[], bool]) -> None:
    """Do `job` while the vault is being locked, which stops it; see that `holds`; do it again."""
    way, stopped = passage(ws), Event()
    assert way is not None
    with way.beside(stopped) as beside:
        stopped.set()
        with pytest.raises(Fault) as raised:
            job(beside)
        assert raised.value.refusal is Refusal.STOPPED
        assert holds()
        stopped.clear()
        job(beside)


def test_every_laptop_on_the_stick_is_heard_and_an_ill_file_keeps_nobody_away(
    joined: Opened, made: Joined, stick: Path
) -> None:
    for name in ("sari", "new", "cut", "foto", "foreign"):
        shutil.copy(made.files / f"{name}.patbm", stick)
    sentence = said(joined, out=False)
    assert sentence.startswith("2 catatan baru")
    assert sentence.endswith(
        "1 file lain belum bisa dipakai. Pilih file itu untuk melihat sebabnya."
    )
    page = joined.desk().page()
    assert isinstance(page, SyncPage)
    assert [each.text() for each in page._again] == ["Coba lagi", "Pilih file"]


def test_an_empty_stick_is_told_from_one_that_is_not_there(joined: Opened, stick: Path) -> None:
    assert said(joined, out=False).startswith("Belum ada file PATBM di flashdisk ini.")
    page = joined.desk().page()
    assert isinstance(page, SyncPage)
    assert [each.text() for each in page._again] == ["Coba lagi", "Pilih file"]


def step_of(window: Opened, ent: str) -> Step:
    """Return how far a note has come, as the page and the list agree."""
    page = visit(window, "sync")
    assert isinstance(page, SyncPage)
    shown = do(window, syncing.overview)
    listed = {row.ent: row.step for row in do(window, all_rows)}
    (step,) = (each.step for each in shown.latest if each.ent == ent)
    assert listed[ent] is step
    return step


def all_rows(ws: Workspace) -> tuple[activity_rows.ActivityRow, ...]:
    return activity_list.listing_of(ws, activity_list.Query()).rows


def chip(window: Opened) -> str:
    return window.desk().shell.topbar.state.accessibleName()
