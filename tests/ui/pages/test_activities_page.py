"""Kegiatan: found by a word, a kind, a year; opened, deleted and brought back by the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from patbm_desktop.actions.opened import drafts
from patbm_desktop.ui.pages.activities_page import ActivitiesPage
from patbm_desktop.ui.roads.activities_road import ActivitiesRoad
from patbm_desktop.ui.tables.activity_view import verbs_of
from tests.ui import doing
from tests.ui.opened import Opened


def listed(window: Opened, **what: object) -> ActivitiesPage:
    """Return the list, filled anew."""
    page = window.visit("activities", **what)
    assert isinstance(page, ActivitiesPage)
    return page


def names(page: ActivitiesPage) -> list[str]:
    """Return what the list shows, months included."""
    model = page.list.rows
    return [model.data(model.index(at)) for at in range(model.rowCount())]


def words_of_totals(page: ActivitiesPage) -> str:
    """Return what the foot of the list says."""
    return page.totals.text()


@pytest.fixture
def three(window: Opened) -> Opened:
    """A vault with three sessions: two in November, one in October."""
    doing.record(window)
    doing.record(window, date=date(2026, 11, 18), program="ppatbm", type="sosialisasi",
                 topics=("identitas_anak",), place="Langgar")  # fmt: skip
    doing.record(window, date=date(2026, 10, 28), program="posyandu_pkk", type="sosialisasi",
                 topics=(), participants=None, place="Posyandu")  # fmt: skip
    return window


def test_an_empty_vault_shows_two_ways_to_begin(window: Opened) -> None:
    page = listed(window)
    assert page.empty.isVisible()
    assert not page.filters.isVisible()
    assert page.first.hasFocus()


@pytest.mark.parametrize(
    ("button", "key"), [("first", "log"), ("backlog", "log"), ("sheet", "import"), ("log", "log")]
)
def test_every_way_to_begin_leads_on(window: Opened, button: str, key: str) -> None:
    getattr(listed(window), button).click()
    window.settle()
    assert window.desk().key() == key


def test_rows_stand_under_their_month_with_what_it_adds_up_to(three: Opened) -> None:
    page = listed(three)
    assert names(page) == [
        "November 2026", "Sosialisasi PATBM", "Lautan RT", "Oktober 2026", "Posyandu/PKK",
    ]  # fmt: skip
    assert page.list.rows.entry(page.list.rows.index(0)).totals == "2 kegiatan · 34 peserta"
    assert words_of_totals(page) == "3 kegiatan · 34 peserta · 1 belum lengkap"


def test_a_word_finds_place_and_theme(three: Opened) -> None:
    page = listed(three)
    page.field.setText("langgar")
    three.settle()
    assert names(page) == ["November 2026", "Sosialisasi PATBM"]
    page.field.setText("pengasuhan positif")
    three.settle()
    assert names(page) == ["November 2026", "Lautan RT"]


def test_typing_fast_ends_with_the_last_word(three: Opened) -> None:
    page = listed(three)
    for typed in ("l", "la", "lau", "laut", "lang", "langgar"):
        page.field.setText(typed)
    three.settle()
    assert names(page) == ["November 2026", "Sosialisasi PATBM"]


def test_only_one_question_waits_however_much_is_typed(three: Opened) -> None:
    page = listed(three)
    for letter in "langgar":
        page.field.setText(page.field.text() + letter)
    assert three.house.session.busy == 1
    three.settle()


def test_a_word_that_finds_nothing_offers_everything(three: Opened) -> None:
    page = listed(three)
    page.field.setText("zzz")
    three.settle()
    assert page.nothing.title.text() == "Tidak ada yang cocok dengan “zzz”."
    page._show_all()
    three.settle()
    assert len(names(page)) == 5
    assert page.field.text() == ""


def test_a_chip_leaves_one_kind(three: Opened) -> None:
    page = listed(three)
    page.kinds.chip("lautan_rt").click()
    three.settle()
    assert names(page) == ["November 2026", "Lautan RT"]
    page.kinds.chip("").click()
    three.settle()
    assert len(names(page)) == 5


def test_the_year_button_lists_the_years_there_are(three: Opened) -> None:
    doing.record(three, date=date(2025, 3, 1))
    page = listed(three)
    assert "Maret 2025" not in names(page)
    menu = page.year_menu()
    assert [each.text() for each in menu.actions()] == ["Semua tahun", "2026", "2025"]
    menu.actions()[2].trigger()
    three.settle()
    assert names(page) == ["Maret 2025", "Lautan RT"]
    assert page.years.accessibleName() == "Tahun: 2025"


def test_arrows_pass_over_months_and_enter_opens(three: Opened) -> None:
    page = listed(three)
    assert page.list.hasFocus()
    for _ in range(2):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    row = page.list.current()
    assert row is not None
    assert row.activity.date == date(2026, 10, 28)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    three.settle()
    assert three.desk().page().place() == {"ent": row.ent}


def test_a_click_opens_the_row_under_it(three: Opened) -> None:
    page = listed(three)
    index = page.list.rows.index(2)
    place = page.list.visualRect(index).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    three.settle()
    assert three.desk().page().title() == "Lautan RT"


def test_del_deletes_at_once_and_undo_brings_it_back(three: Opened) -> None:
    page = listed(three)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    three.settle()
    assert "Sosialisasi PATBM" not in names(page)
    assert page.list.current() is not None
    assert three.desk().toast.undo_button.isVisible()
    three.desk().undo_last()
    three.settle()
    assert "Sosialisasi PATBM" in names(page)


def test_a_deleted_double_can_be_said_to_be_one(three: Opened) -> None:
    page = listed(three)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    three.settle()
    toast = three.desk().toast
    toast.extra_buttons[0].click()
    reasons = [button.text() for button in toast.extra_buttons]
    assert reasons == ["Tercatat dua kali", "Tidak jadi", "Lainnya"]
    toast.extra_buttons[0].click()
    three.settle()
    assert toast.text() == "Dihapus, dengan alasan: tercatat dua kali."
    assert len(doing.rows(three)) == 2


def test_a_deleted_draft_comes_back(window: Opened) -> None:
    values = {"program": "lautan_rt", "type": "kelas_pengasuhan", "date": "2026-11-21"}
    doing.do(window, lambda ws: drafts.put(ws, "ab" * 16, "activity", {"values": values}))
    page = listed(window)
    assert names(page) == ["November 2026", "Lautan RT"]
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    window.settle()
    assert page.empty.isVisible()
    window.desk().undo_last()
    window.settle()
    assert names(page) == ["November 2026", "Lautan RT"]


def test_the_menu_of_a_plan_offers_its_two_ways(window: Opened) -> None:
    doing.record(window, planned=True, participants=None, date=date(2026, 11, 28))
    page = listed(window)
    row = page.list.current()
    assert row is not None
    assert [verb for verb, _ in verbs_of(row)] == [
        "open", "correct", "attendance", "held", "postpone", "delete",
    ]  # fmt: skip
    page.list.menu_for(row).actions()[-1].trigger()
    window.settle()
    assert doing.rows(window) == ()


def test_filters_come_back_and_typed_words_do_not(three: Opened) -> None:
    page = listed(three, year=0, preset="lautan_rt")
    page.field.setText("rahasia")
    three.settle()
    assert page.place() == {"year": 0, "preset": "lautan_rt"}


def test_a_change_elsewhere_keeps_the_chosen_row(three: Opened) -> None:
    page = listed(three)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    before = page.list.current()
    doing.record(three, date=date(2026, 11, 20))
    three.desk().changed({"activity"})
    three.settle()
    after = page.list.current()
    assert before is not None
    assert after is not None
    assert before.ent == after.ent


def test_ctrl_f_goes_to_the_search(three: Opened) -> None:
    page = listed(three)
    page.search()
    assert page.field.hasFocus()


def test_wiped_it_holds_no_row(three: Opened) -> None:
    page = listed(three)
    page.wipe()
    assert page.list.rows.rowCount() == 0


def test_it_stands_in_the_sidebar(window: Opened) -> None:
    assert ActivitiesRoad.KEY in window.desk().entries()


def test_with_rows_it_fits_at_every_size(three: Opened) -> None:
    listed(three)
    assert doing.misfits(three) == []


def test_with_nothing_found_it_fits_at_every_size(three: Opened) -> None:
    page = listed(three)
    page.field.setText("zzz")
    three.settle()
    assert doing.misfits(three) == []
