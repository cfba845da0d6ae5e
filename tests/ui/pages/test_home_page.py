"""Beranda: what should be done now, and where each line leads."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.rt import contacts
from patbm_desktop.ui.pages.home_page import SHOWN_TODOS, HomePage
from patbm_desktop.ui.parts.cards import TodoRow
from patbm_desktop.ui.parts.latest_row import LatestRow
from tests.ui import doing, reading
from tests.ui.looks import Look, misfits, wear
from tests.ui.opened import Opened


def home(window: Opened) -> HomePage:
    """Return Beranda, filled anew."""
    page = window.visit("home")
    assert isinstance(page, HomePage)
    return page


def lines(page: HomePage) -> list[str]:
    """Return the titles of the things to do."""
    return [row.title.text() for row in page.todos.findChildren(TodoRow)]


def press(page: HomePage, words: str) -> None:
    """Press the button of the list that says `words`."""
    found = [each for each in page.todos.findChildren(QPushButton) if each.text() == words]
    found[0].click()


def test_it_greets_by_name_and_hour(window: Opened) -> None:
    page = home(window)
    assert page.title() == "Selamat malam, Bu Sari"
    assert page.subtitle() == "Sabtu, 21 November 2026"


def test_an_untried_number_stands_first(window: Opened) -> None:
    doing.do(window, lambda ws: contacts.set_number(ws, "uptd_ppa", "0542 700 100"))
    doing.record(window, topics=(), participants=None)
    assert lines(home(window))[0] == "Nomor UPTD PPA belum dicoba"


def test_an_incomplete_activity_leads_to_its_correction(window: Opened) -> None:
    ent = doing.record(window, topics=(), participants=None)
    page = home(window)
    assert "1 kegiatan belum lengkap" in lines(page)
    press(page, "Lengkapi")
    window.settle()
    assert window.desk().key() == "log"
    assert window.desk()._roads["log"]._shown.row.ent == ent


def test_a_plan_whose_day_has_come_asks_whether_it_took_place(window: Opened) -> None:
    doing.record(window, planned=True, participants=None, date=date(2026, 11, 20))
    page = home(window)
    assert "Rencana: Lautan RT, Jumat, 20 November" in lines(page)
    press(page, "Diundur")
    window.settle()
    assert window.desk().key() == "activity"
    assert window.desk().page().plan.day.isVisible()


def test_a_plan_still_to_come_is_left_alone(window: Opened) -> None:
    doing.record(window, planned=True, participants=None, date=date(2026, 11, 28))
    assert not [line for line in lines(home(window)) if line.startswith("Rencana")]


def test_a_draft_is_offered_to_go_on_with(window: Opened) -> None:
    values = {"program": "lautan_rt", "type": "kelas_pengasuhan"}
    doing.do(window, lambda ws: drafts.put(ws, "ab" * 16, "activity", {"values": values}))
    page = home(window)
    assert "Lanjutkan draf Lautan RT" in lines(page)
    press(page, "Lanjutkan")
    window.settle()
    assert window.desk().key() == "log"


def test_last_month_unprinted_leads_to_its_sheet(window: Opened) -> None:
    doing.record(window, date=date(2026, 10, 3))
    page = home(window)
    assert "Laporan Oktober belum dicetak" in lines(page)
    press(page, "Lihat")
    window.settle()
    assert window.desk().page().place()["month"] == "2026-10"


def test_five_lines_are_shown_and_the_rest_on_demand(window: Opened) -> None:
    for day in range(1, 8):
        doing.record(window, planned=True, participants=None, date=date(2026, 11, day))
    page = home(window)
    assert len(lines(page)) == SHOWN_TODOS
    assert page.more.text() == "Lihat 4 lainnya"
    page.more.click()
    assert len(lines(page)) == 9
    assert not page.more.isVisible()


def test_the_month_counts_what_was_held(window: Opened) -> None:
    doing.record(window)
    doing.record(window, date=date(2026, 11, 8))
    doing.record(window, planned=True, participants=None, date=date(2026, 11, 30))
    page = home(window)
    assert (page.activities.text(), page.participants.text()) == ("2", "34")
    assert page.bars.accessibleDescription().endswith("Nov 2")


def test_the_latest_activity_opens_by_its_line(window: Opened) -> None:
    ent = doing.record(window)
    page = home(window)
    line = page.latest.findChild(LatestRow)
    assert isinstance(line, LatestRow)
    assert "Lautan RT" in line.accessibleName()
    line.click()
    window.settle()
    assert window.desk().page().place() == {"ent": ent}


def test_nothing_promises_to_send_what_was_never_connected(window: Opened) -> None:
    page = home(window)
    assert not [words for words in reading.buttons(page) if "Kirim" in words]
    assert page.log.hasFocus()


@pytest.mark.parametrize(("button", "key"), [("log", "log"), ("print", "report")])
def test_the_large_buttons_lead_on(window: Opened, button: str, key: str) -> None:
    getattr(home(window), button).click()
    window.settle()
    assert window.desk().key() == key


def test_wiped_it_holds_no_word(window: Opened) -> None:
    doing.record(window)
    page = home(window)
    page.wipe()
    assert page.latest.findChildren(LatestRow) == []
    assert page.month_title.text() == ""


def test_full_of_things_to_do_it_fits_at_every_size(window: Opened) -> None:
    for day in range(1, 5):
        doing.record(window, planned=True, participants=None, date=date(2026, 11, day))
    doing.record(window, date=date(2026, 10, 3))
    home(window)
    assert doing.misfits(window) == []


def test_a_number_that_nobody_filled_in_is_asked_for(window: Opened) -> None:
    page = home(window)
    assert lines(page)[0] == "Nomor UPTD PPA belum diisi"
    press(page, "Isi nomor")
    window.settle()
    assert window.desk().key() == "settings"


def test_the_large_buttons_wrap_where_words_are_largest_and_the_window_smallest(
    window: Opened,
) -> None:
    smallest = Look("id", 2.0, (1024, 600))
    wear(window, smallest)
    assert misfits(window, smallest) == []
