"""Sinkronisasi in every situation of the table: chip, headline, what can be pressed."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.actions.kelurahan.joining import Standing, State
from patbm_desktop.actions.travel import drives
from patbm_desktop.actions.travel.drives import Drive
from patbm_desktop.actions.travel.exchanging import Clocks
from patbm_desktop.actions.travel.syncing import (
    Contact,
    LatestNote,
    Overview,
    Situation,
    Step,
    SyncState,
    Way,
)
from patbm_desktop.domain.clock import WITA
from patbm_desktop.domain.fault import Refusal
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.parts import sync_words
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.sync_words import Sending, Travels
from tests.ui.doing import misfits
from tests.ui.opened import WAIT_MS, Opened
from tests.ui.test_window import words_in

AT = datetime(2026, 11, 20, 19, 40, tzinfo=WITA)
BASE = SyncState(
    situation=Situation.WAITING, has_server=True, is_off=False, waits=3, sent=0, received=209,
    stopped=0, bad=0, photos=2, missing=0, waiting_bytes=480 * 1024, is_late=False,
    trouble=Refusal.NO_NETWORK, last_contact=AT, is_office=False, can_carry=True,
)  # fmt: skip
NOTES = (
    LatestNote(
        kind="activity", ent="0" * 32, photos=2, step=Step.WAITS,
        values={"program": "ppatbm", "type": "sosialisasi", "date": "2026-11-18"},
    ),
    LatestNote(kind="case", ent="1" * 32, values={}, photos=0, step=Step.SENT),
)  # fmt: skip
HISTORY = (
    Contact(at=AT, way=Way.NET, sent=2, came=5),
    Contact(at=AT, way=Way.STICK_OUT, notes=31),
    Contact(at=AT, way=Way.NET, sent=1, is_cut=True),
)


def overview(state: SyncState) -> Overview:
    standing = Standing(State.JOINED, "643W 2TMD GEEK", "Rina", "Contoh", "https://contoh.go.id")
    return Overview(state=state, latest=NOTES, history=HISTORY, has_receipt=True, standing=standing)


CASES = [
    (BASE, None, "Aman di laptop · 3 menunggu dikirim", "Semua catatan aman di laptop ini."),
    (BASE, (2, 3), "Mengirim 2 dari 3…", "Sedang mengirim dan menerima."),
    (replace(BASE, situation=Situation.ALONE), None, "Aman di laptop",
     "Semua catatan aman di laptop ini."),
    (replace(BASE, situation=Situation.SENT), None, "Semua sudah terkirim",
     "Semua sudah terkirim."),
    (replace(BASE, situation=Situation.PHOTOS), None, "Catatan terkirim · 2 foto menyusul",
     "Semua catatan sudah terkirim."),
    (replace(BASE, situation=Situation.DISABLED), None, "Aman di laptop · perlu koordinator",
     "Perlu dihubungkan lagi."),
    (replace(BASE, situation=Situation.NEWER), None, "Aman di laptop · perlu versi baru",
     "Ada versi baru."),
    (replace(BASE, situation=Situation.ASKED), None, "Aman di laptop · menunggu koordinator",
     "Menunggu koordinator."),
    (replace(BASE, situation=Situation.ASKED, trouble=Refusal.MEMBER_FORGOTTEN), None,
     "Aman di laptop · menunggu koordinator", "Menunggu koordinator."),
    (replace(BASE, situation=Situation.ASKED, trouble=Refusal.INVITATION_FORGOTTEN), None,
     "Aman di laptop · perlu koordinator", "Perlu kode undangan baru."),
    (replace(BASE, situation=Situation.APPROVAL, stopped=12), None,
     "Aman di laptop · menunggu koordinator", "12 catatan menunggu persetujuan koordinator."),
]  # fmt: skip


@pytest.mark.parametrize(("state", "sending", "chip", "title"), CASES)
def test_each_situation_has_its_chip_and_its_headline(
    qapp: QApplication, state: SyncState, sending: Sending, chip: str, title: str
) -> None:
    assert sync_words.chip_of(Travels(state, sending)).text == chip
    assert sync_words.headline_of(state, Travels(state, sending), "").title == title


def test_no_size_waits_where_no_note_does(window: Opened) -> None:
    page = shown(window, replace(BASE, situation=Situation.ASKED, waits=0, waiting_bytes=900))
    assert page.latest._size.text() == ""


def test_the_keyboard_stays_where_sending_began(window: Opened) -> None:
    page = shown(window, BASE)
    window.activateWindow()
    page.send.setFocus()
    page.show_overview(overview(BASE), Travels(BASE, (0, 3)))
    assert (page.send.isEnabled(), window.focusWidget()) == (False, page)
    page.show_overview(overview(BASE), Travels(BASE))
    assert window.focusWidget() is page.send


def test_while_all_is_compared_with_a_restored_server_the_page_says_so(window: Opened) -> None:
    travels = Travels(BASE, (0, 3), checks_anew=True)
    page = shown(window, BASE, travels)
    assert page.headline.text() == "Memeriksa ulang data dengan server."
    assert "aman di laptop ini" in page.text.text()
    assert sync_words.chip_of(travels).text == "Memeriksa ulang data…"


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (Refusal.MEMBER_UNKNOWN, "bacakan kode laptop ini kepadanya"),
        (Refusal.MEMBER_FORGOTTEN, "minta kode undangan baru"),
        (Refusal.INVITATION_FORGOTTEN, "tidak mengenal lagi undangan"),
    ],
    ids=str,
)
def test_who_may_wait_in_vain_is_told_what_to_do_and_led_there(
    window: Opened, trouble: Refusal, says: str
) -> None:
    is_forgotten = trouble is not Refusal.MEMBER_UNKNOWN
    found = overview(replace(BASE, situation=Situation.ASKED, trouble=trouble))
    page = shown(window, BASE)
    page.show_overview(
        replace(found, standing=replace(found.standing, is_forgotten=is_forgotten)), Travels()
    )
    assert says in page.text.text()
    assert "Catatan aman" in page.text.text()
    assert (page.join.isVisible(), page.asked.isVisible()) == (is_forgotten, not is_forgotten)


def shown(window: Opened, state: SyncState, travels: Travels | None = None) -> SyncPage:
    page = window.visit("sync")
    assert isinstance(page, SyncPage)
    page.show_overview(overview(state), travels or Travels())
    return page


def test_what_waits_is_said_with_its_photos_and_why(window: Opened) -> None:
    page = shown(window, BASE)
    assert page.text.text() == (
        "Belum ada internet. 3 catatan dan 2 foto akan dikirim sendiri begitu terhubung."
    )
    assert page.last.text() == "Terakhir terhubung: Jumat, 20 November 19.40"


HANDED = replace(BASE, waits=0, sent=3, photos=0)
STICK = {"has_server": False}
SURE_BY_ITSELF = "belum dipastikan sampai. Dipastikan sendiri begitu terhubung."
SURE_BY_FILE = "belum dipastikan sampai. Ambil file dari koordinator untuk memastikan."
BY_ITSELF = "akan dikirim sendiri begitu terhubung."
OTHERS = replace(HANDED, sent=0)
TEXTS = [
    (
        replace(BASE, sent=2),
        "3 menunggu dikirim",
        f"Belum ada internet. 3 catatan dan 2 foto {BY_ITSELF}",
    ),
    (
        replace(BASE, trouble=None, photos=0),
        "3 menunggu dikirim",
        "3 catatan akan dikirim sendiri sebentar lagi.",
    ),
    (
        replace(BASE, **STICK),
        "3 menunggu dikirim",
        "3 catatan dan 2 foto menunggu. Simpan ke flashdisk, lalu titipkan.",
    ),
    (HANDED, "3 dikirim", f"3 catatan dikirim, {SURE_BY_ITSELF}"),
    (replace(HANDED, **STICK), "3 dikirim", f"3 catatan dikirim, {SURE_BY_FILE}"),
    (
        replace(OTHERS, others=Step.WAITS),
        "perubahan menunggu dikirim",
        f"Belum ada internet. Perubahan lain {BY_ITSELF}",
    ),
    (
        replace(OTHERS, others=Step.SENT),
        "perubahan dikirim",
        f"Perubahan lain dikirim, {SURE_BY_ITSELF}",
    ),
    (
        replace(OTHERS, refused=1),
        "1 belum diterima",
        "1 catatan belum bisa diterima server. Dikirim lagi setelah aplikasi diperbarui.",
    ),
]


@pytest.mark.parametrize(("state", "chip", "text"), TEXTS)
def test_what_waits_and_what_was_handed_over_are_said_as_they_are(
    qapp: QApplication, state: SyncState, chip: str, text: str
) -> None:
    assert sync_words.chip_of(Travels(state)).text == f"Aman di laptop · {chip}"
    assert sync_words.headline_of(state, Travels(state), "").text == text


def test_the_page_says_that_the_clock_of_the_laptop_is_off(window: Opened) -> None:
    server = datetime(2026, 11, 23, 8, 5, tzinfo=WITA)
    page = shown(window, BASE, Travels(BASE, clocks=Clocks(AT, server)))
    assert page.clock.text.text() == (
        "Jam laptop belum cocok: di sini 20 November 2026 19.40, di server 23 November 2026 08.05."
        " Catatan aman. Cocokkan tanggal dan jam laptop."
    )
    assert shown(window, BASE).clock.isHidden()
    page = shown(window, replace(BASE, trouble=Refusal.CLOCK_WRONG))
    assert page.clock.text.text().startswith("Jam laptop belum cocok, jadi belum terhubung.")


def test_after_a_fortnight_it_offers_the_flash_drive(window: Opened) -> None:
    assert shown(window, BASE).late.isHidden()
    assert not shown(window, replace(BASE, is_late=True)).late.isHidden()


def test_while_somebody_looks_on_no_line_speaks_of_a_case(window: Opened) -> None:
    page = shown(window, BASE)
    assert "Catatan rahasia" in words_in(page)
    page.set_meeting(True)
    assert "Catatan rahasia" not in words_in(page)


def test_the_page_fits_at_every_size(window: Opened) -> None:
    shown(window, replace(BASE, is_late=True, bad=2, situation=Situation.ASKED))
    assert misfits(window) == []


def test_without_a_flash_drive_it_says_so_and_lets_one_try_again(window: Opened) -> None:
    page = shown(window, BASE)
    page.take_stick.click()
    window.qtbot.waitUntil(page.note.isVisible, timeout=WAIT_MS)
    assert page.note.text.text().startswith("Belum ada flashdisk yang terbaca.")
    assert [each.text() for each in page._again] == ["Coba lagi", "Pilih file"]


def test_what_a_flash_drive_did_is_said_until_the_page_is_left(window: Opened) -> None:
    page = shown(window, BASE)
    page.tell("Tersimpan di flashdisk.", well=True, again=(Button(window.house.theme, "Lagi"),))
    window.visit("activities")
    window.visit("sync")
    assert page.note.isHidden()
    assert page._again == ()


def test_a_file_that_is_none_of_ours_changes_nothing(
    window: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "foto.patbm").write_bytes(b"JFIF")
    monkeypatch.setattr(drives, "plugged_in", lambda: (Drive(stick, "stick"),))
    page = shown(window, BASE)
    page.take_stick.click()
    window.qtbot.waitUntil(page.note.isVisible, timeout=WAIT_MS)
    assert page.note.text.text().startswith("File ini bukan file PATBM.")
