"""Catatan rahasia: codes and plain words only, what is late first, found without being seen."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.cases.case_list import Filter, Listing, Query
from patbm_desktop.actions.cases.case_rows import Lines, Row, State
from patbm_desktop.actions.kelurahan.case_access import Reader, Through
from patbm_desktop.domain.case import Next
from patbm_desktop.domain.clock import WITA
from patbm_desktop.domain.ids import case_code
from patbm_desktop.domain.second_look import SecondLook
from patbm_desktop.store import listing
from patbm_desktop.ui.pages.case_page import CasePage
from patbm_desktop.ui.pages.cases_page import CasesPage
from patbm_desktop.ui.parts.case_words import due_words, remark_of, sentence_of
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.tables.case_view import verbs_of
from patbm_desktop.ui.theme import Theme
from patbm_desktop.ui.wayfinding import LOOKED_AT_MS
from tests.ui import casework, doing, reading
from tests.ui.opened import WAIT_MS, Opened


def listed(window: Opened, **what: object) -> CasesPage:
    """Return the list, filled anew."""
    page = window.visit("cases", **what)
    assert isinstance(page, CasesPage)
    return page


def titles(page: CasesPage) -> list[str]:
    """Return what the list shows, without the codes."""
    model = page.list.rows
    return [model.data(model.index(at)).split(" ", 1)[1] for at in range(model.rowCount())]


@pytest.fixture
def three(window: Opened) -> Opened:
    """A vault with three worries, one of them already referred."""
    casework.note(window)
    casework.note(window, casework.hit())
    casework.refer(window, casework.note(window, casework.detail(category="tanpa_identitas")))
    return window


def test_an_empty_list_says_who_will_read_what_is_noted(window: Opened) -> None:
    page = listed(window)
    assert page.empty.isVisible()
    assert "hanya Ibu Sari yang bisa membaca" in page.empty.text.text()
    assert page.first.hasFocus()


def test_the_first_note_is_one_click_away(window: Opened) -> None:
    listed(window).first.click()
    window.settle()
    assert window.desk().key() == "concern"


def test_no_row_shows_a_story_or_initials(three: Opened) -> None:
    page = listed(three)
    said = " ".join(
        str(page.list.rows.data(page.list.rows.index(at), role))
        for at in range(page.list.rows.rowCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    )
    assert "berhenti" not in said
    assert "tangisan" not in said
    assert "Anak laki-laki, 13–17" in said


def test_every_filter_leaves_what_it_says(three: Opened) -> None:
    page = listed(three)
    assert len(titles(page)) == 3
    page.filter.chip(Filter.REFERRED).click()
    three.settle()
    assert titles(page) == ["Belum punya akta/KIA"]
    page.filter.chip(Filter.CLOSED).click()
    three.settle()
    assert page.nothing.isVisible()
    assert page.nothing.title.text() == "Belum ada catatan di sini"


def test_a_code_a_kind_and_a_date_are_found_and_the_notes_are_not(three: Opened) -> None:
    page = listed(three)
    row = page.list.current()
    assert row is not None
    page.field.setText(row.code)
    three.settle()
    assert len(titles(page)) == 1
    page.field.setText("dipukul")
    three.settle()
    assert titles(page) == ["Dimarahi atau dipukul"]
    page.field.setText("tangisan")
    three.settle()
    assert page.nothing.title.text() == "Tidak ada yang cocok dengan “tangisan”."


def test_the_notes_are_searched_once_that_is_asked_for(three: Opened) -> None:
    page = listed(three)
    page.field.setText("tangisan")
    page.in_notes.click()
    three.settle()
    assert titles(page) == ["Dimarahi atau dipukul"]


def test_the_notes_are_searched_no_more_after_a_while_without_a_key(
    qtbot: QtBot, theme: Theme
) -> None:
    page = CasesPage(theme, in_notes_ms=150)
    qtbot.addWidget(page)
    page.show()
    page.in_notes.click()
    with qtbot.waitSignal(page.wanted, timeout=5000) as told:
        QTest.keyClick(page.field, Qt.Key.Key_A)
    assert told.args[0].in_notes
    with qtbot.waitSignal(page.wanted, timeout=5000) as told:
        assert page.in_notes.isChecked()
    assert not told.args[0].in_notes
    assert not page.in_notes.isChecked()


def test_a_page_that_is_left_searches_no_notes_when_it_comes_back(three: Opened) -> None:
    page = listed(three)
    page.in_notes.click()
    three.visit("home")
    assert not listed(three).in_notes.isChecked()


def test_a_page_that_is_left_holds_no_word_that_was_searched(three: Opened) -> None:
    page = listed(three)
    every = page.list.model().rowCount()
    page.field.setText("tidak ada catatan begini")
    three.settle()
    three.visit("home")
    assert page.field.text() == ""
    page.field.undo()
    assert page.field.text() == ""
    assert listed(three).list.model().rowCount() == every


def test_a_case_open_for_over_a_year_is_named_until_it_was_looked_at(window: Opened) -> None:
    ent = casework.note(window)
    assert not listed(window).old.isVisible()
    window.house.clock.moment = datetime(2028, 2, 3, 9, tzinfo=WITA)
    old = listed(window).old
    assert old.isVisible()
    assert any(case_code(ent) in each.text() for each in old.findChildren(Label))
    assert not listed(window, filter="closed").old.isVisible()
    page = window.visit("case", ent=ent)
    assert isinstance(page, CasePage)
    assert any("lebih dari setahun" in each.text() for each in page.notices.findChildren(Label))
    window.house.clock.moment = datetime(2028, 2, 4, 9, tzinfo=WITA)
    assert not listed(window, filter="all").old.isVisible()


def test_enter_opens_the_case(three: Opened) -> None:
    page = listed(three)
    row = page.list.current()
    assert row is not None
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    three.settle()
    assert three.desk().page().place() == {"ent": row.ent}


def test_a_click_opens_the_case(three: Opened) -> None:
    page = listed(three)
    place = page.list.visualRect(page.list.rows.index(1)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    three.settle()
    assert three.desk().key() == "case"


def test_del_hides_a_slip_and_undo_brings_it_back(window: Opened) -> None:
    casework.note(window)
    page = listed(window)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    window.settle()
    assert page.empty.isVisible()
    window.desk().undo_last()
    window.settle()
    assert titles(page) == ["Putus sekolah"]


def test_what_is_hidden_can_be_brought_back_from_its_own_filter(window: Opened) -> None:
    casework.note(window)
    page = listed(window)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    window.settle()
    page = listed(window, filter="hidden")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    window.settle()
    assert page.nothing.isVisible()
    assert titles(listed(window, filter="all")) == ["Putus sekolah"]


def test_an_open_case_of_violence_is_not_hidden(window: Opened) -> None:
    casework.note(window, casework.hit())
    page = listed(window)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    window.settle()
    assert titles(page) == ["Dimarahi atau dipukul"]


def test_filters_come_back_and_typed_words_do_not(three: Opened) -> None:
    page = listed(three, filter="watched")
    page.field.setText("rahasia")
    assert page.place() == {"filter": "watched"}


def test_wiped_it_holds_no_row(three: Opened) -> None:
    page = listed(three)
    page.wipe()
    assert page.list.rows.rowCount() == 0


def test_meeting_mode_takes_page_and_entry_away(three: Opened) -> None:
    listed(three)
    assert "cases" in three.desk().entries()
    three.desk()._wish_meeting(True)
    three.settle()
    assert three.desk().key() == "home"
    assert "cases" not in three.desk().entries()


def test_every_size_of_text_fits(three: Opened) -> None:
    listed(three)
    assert doing.misfits(three) == []
    assert reading.nameless(three.desk().shell) == []


# -- a laptop without the key ----------------------------------------------------------------


HENDRA = Reader(
    person="h" * 32, name="Hendra", address_form="bapak", is_me=False, is_companion=True,
    through=Through.LAPTOP,
)  # fmt: skip
LOCKED = Row(
    ent="0" * 32, code="K-000000", triage="merah", status="dirujuk", month="2026-11",
    next=Next("cek", casework.TODAY), overdue_days=2, state=State.WAITING_FOR_CASE,
)  # fmt: skip


@pytest.fixture
def locked_page(qtbot: QtBot, theme: Theme) -> CasesPage:
    page = CasesPage(theme)
    qtbot.addWidget(page)
    page.show()
    page.show_listing(Listing(rows=(LOCKED,), has_key=False, holders=(HENDRA,)), Query())
    return page


def test_without_the_key_it_says_who_holds_the_rest(locked_page: CasesPage) -> None:
    assert locked_page.elsewhere.isVisible()
    assert "Sisanya dipegang Hendra (pendamping kasus)." in locked_page.elsewhere.text.text()
    assert not locked_page.note.isVisible()
    assert not locked_page.in_notes.isVisible()


def test_without_the_key_an_empty_list_invites_nobody_to_note_here(locked_page: CasesPage) -> None:
    locked_page.show_listing(Listing(rows=(), has_key=False, holders=(HENDRA,)), Query())
    assert "telepon dulu" in locked_page.empty.text.text()
    assert not locked_page.first.isVisible()


def test_without_the_key_the_numbers_are_offered(qtbot: QtBot, locked_page: CasesPage) -> None:
    with qtbot.waitSignal(locked_page.numbers_asked):
        locked_page.numbers.click()


def test_without_the_key_a_row_says_level_status_and_date_only() -> None:
    assert sentence_of(LOCKED) == (
        "K-000000, Isi terkunci di laptop ini, Tingkat merah, Dirujuk, Menunggu data kasus,"
        " Cek lagi, Lewat 2 hari"
    )


# -- rows ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "words"), [(0, "Hari ini"), (2, "Lewat 2 hari"), (None, "Sab, 21 Nov")]
)
def test_a_due_date_is_said_in_words(days: int | None, words: str) -> None:
    row = Row(ent="a", code="K-1", next=Next("cek", casework.TODAY), overdue_days=days)
    assert due_words(row) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"look": SecondLook.WAITING}, "Menunggu pendamping kasus"),
        ({"look": SecondLook.TO_BE_SEEN}, "Perlu dilihat pendamping kasus"),
        ({"state": State.TWO_VERSIONS}, "Dua versi"),
        ({"state": State.LOCKED}, "Sebagian terkunci"),
        ({"status": "selesai", "reason": "membaik", "state": State.CLOSED}, "Membaik"),
    ],
)
def test_a_row_says_the_one_thing_to_know(changes: dict[str, object], words: str) -> None:
    assert remark_of(Row(ent="a", code="K-1", **changes)) == words


def test_what_cannot_be_opened_has_no_verb_and_a_frozen_one_is_not_hidden() -> None:
    assert verbs_of(Row(ent="a", code="K-1")) == []
    frozen = Row(ent="a", code="K-1", category="abh", status="baru", state=State.FROZEN)
    assert [verb for verb, _ in verbs_of(frozen)] == ["open"]


def stored(number: int) -> listing.Row:
    """Return a case as a list reads it, of which nothing was looked at."""
    ent = number.to_bytes(16, "big")
    return listing.Row((number, b"", "case", ent, "", "{}", 0, "", 1, "", "", 0))


def test_of_a_long_list_the_first_rows_are_there_at_once_and_no_others_are_worked_out(
    qtbot: QtBot, theme: Theme
) -> None:
    page, made = CasesPage(theme), []
    qtbot.addWidget(page)
    page.resize(1100, 600)
    with qtbot.waitExposed(page):
        page.show()

    def line(kept: listing.Row) -> Row:
        made.append(kept.ent)
        return Row(ent=kept.ent, code=case_code(kept.ent), status="dipantau")

    kept = [stored(number) for number in range(2000)]
    page.show_listing(Listing(rows=Lines(kept, line, ()), has_key=True, holders=()), Query())
    page.paint_now()
    assert made == [each.ent for each in kept[: len(made)]]
    assert 5 < len(made) < 30


def test_what_makes_the_page_ahead_goes_with_its_window(three: Opened) -> None:
    three.visit("home")
    waiting = [each.interval() for each in three.desk().shell.findChildren(QTimer)]
    assert LOOKED_AT_MS in waiting


def test_the_page_is_made_while_beranda_is_looked_at_and_holds_nothing_yet(three: Opened) -> None:
    three.visit("home")
    shell = three.desk().shell
    three.qtbot.waitUntil(lambda: shell.has_page("cases"), timeout=WAIT_MS)
    page = shell.page("cases")
    assert isinstance(page, CasesPage)
    assert page.list.rows.rowCount() == 0
    assert len(titles(listed(three))) == 3
