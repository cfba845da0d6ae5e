"""The list of activities: one model, one delegate, no widget in a row, however long it is."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.activities.activity_list import Listing, MonthTotal
from patbm_desktop.actions.activities.activity_rows import ActivityRow, State
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.ui.parts.activity_words import (
    breakdown_of,
    heads_of,
    look_of,
    sentence_of,
    totals_of,
)
from patbm_desktop.ui.strings import LOCALES
from patbm_desktop.ui.tables.activity_delegate import columns_of
from patbm_desktop.ui.tables.activity_list import ActivityListModel
from patbm_desktop.ui.tables.activity_view import ActivityListView
from patbm_desktop.ui.theme import Theme

MANY = 20_000
HUNG_S = 1.0
"""Only rows that are all drawn at once take so long; `tests.bench` measures the rest."""

POPS_UP = pytest.mark.qt_log_ignore("This plugin does not support")


def row(day: date | None = date(2026, 11, 7), **changes: object) -> ActivityRow:
    """Return a line of the list."""
    activity = Activity(
        program="lautan_rt", type="kelas_pengasuhan", date=day,
        topics=("gawai_internet_aman",), participants=Count4(4, 15, 0, 0),
    )  # fmt: skip
    usual: dict[str, object] = {"ent": f"{day}", "activity": activity, "place_name": "Balai RT"}
    return ActivityRow(**usual | changes)  # type: ignore[arg-type]


def listing(*rows: ActivityRow, whole: bool = True) -> Listing:
    """Return a listing of `rows` with a total for each month."""
    months = dict.fromkeys(
        each.activity.date.isoformat()[:7] if each.activity.date else "" for each in rows
    )
    totals = tuple(MonthTotal(month=month, activities=1, participants=19) for month in months)
    return Listing(rows=rows, months=totals, total=MonthTotal(month=""), years=(2026,),
                   is_whole=whole)  # fmt: skip


def many() -> Listing:
    """Return a listing of twenty thousand sessions."""
    days = (date(2026, 11, 20) - timedelta(days=n // 10) for n in range(MANY))
    return listing(*(row(day, ent=f"{n:032x}") for n, day in enumerate(days)))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ActivityListView:
    """An empty list on screen."""
    made = ActivityListView(theme, "Daftar kegiatan")
    qtbot.addWidget(made)
    made.resize(1076, 500)
    made.show()
    return made


def test_a_month_stands_over_its_rows_and_cannot_be_chosen() -> None:
    model = ActivityListModel()
    model.show_listing(listing(row(), row(date(2026, 10, 3))))
    names = [model.data(model.index(at)) for at in range(4)]
    assert names == ["November 2026", "Lautan RT", "Oktober 2026", "Lautan RT"]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_row_without_a_day_has_a_head_of_its_own() -> None:
    model = ActivityListModel()
    model.show_listing(listing(row(None)))
    assert model.data(model.index(0)) == "Tanpa tanggal"


def test_totals_wait_until_all_rows_are_known() -> None:
    model = ActivityListModel()
    model.show_listing(listing(row(), whole=False))
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "November 2026"
    model.show_listing(listing(row()))
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "November 2026, 1 kegiatan · 19 peserta"


def test_a_screen_reader_hears_the_whole_row() -> None:
    said = sentence_of(row(photos=2, lists=1, state=State.TWO_VERSIONS))
    assert said == (
        "Sabtu, 7 November 2026, Lautan RT, Gawai dan internet aman, Balai RT,"
        " 19 orang, 4 L, 15 P, 2 foto, 1 daftar hadir, Dua versi"
    )


def test_every_state_has_an_icon_and_a_word_of_its_own() -> None:
    same = {State.CONTESTED, State.SAFE}  # the same as another, which never stands beside it
    looks = {state: look_of(state) for state in State if state not in same}
    assert len({look.word for look in looks.values()}) == len(looks)
    assert len({look.icon for look in looks.values()}) == len(looks)


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (Count4(4, 15, 0, 0), "4 L, 15 P"),
        (Count4(0, 4, 10, 9), "4 dewasa, 19 anak"),
        (Count4(0, 0, 10, 9), "10 L, 9 P"),
        (None, ""),
    ],
)
def test_heads_are_told_apart_by_age_when_both_came(heads: Count4 | None, said: str) -> None:
    assert breakdown_of(heads) == said


def test_an_estimate_says_that_it_is_one() -> None:
    QLocale.setDefault(LOCALES["id"])
    guess = Activity(participants=Count4(10, 1200, 0, 0), estimated=True)
    assert heads_of(guess) == "±1.210 orang"


def test_a_month_of_plans_alone_counts_plans_alone() -> None:
    assert totals_of(MonthTotal(month="2026-12", planned=2)) == "2 rencana"
    assert totals_of(MonthTotal(month="2026-12")) == "0 kegiatan · 0 peserta"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_columns_never_overlap(theme: Theme, scale: float) -> None:
    theme.apply(scale=scale)
    for width in (760, 1000, 1076, 1300):
        at = columns_of(theme, width)
        places = [at.day, at.disc, at.name, at.name_end, at.place, at.people, at.evidence,
                  at.state, at.state_end]  # fmt: skip
        known = [place for place in places if place is not None]
        assert known == sorted(known)
        assert at.state_end <= width


def test_the_first_row_is_chosen_by_itself(view: ActivityListView) -> None:
    view.show_listing(listing(row(), row(date(2026, 10, 3))))
    chosen = view.current()
    assert chosen is not None
    assert chosen.activity.date == date(2026, 11, 7)


def test_after_a_deletion_the_next_row_is_chosen(view: ActivityListView) -> None:
    first, second = row(date(2026, 11, 9)), row(date(2026, 11, 8))
    view.show_listing(listing(first, second))
    view.show_listing(listing(second))
    assert view.current() == second


def test_a_row_paints_what_it_says(view: ActivityListView, theme: Theme) -> None:
    view.show_listing(listing(row(), row(date(2026, 11, 6), state=State.DRAFT)))
    plain = view.grab().toImage()
    view.show_listing(listing(row(), row(date(2026, 11, 6), state=State.SAFE)))
    assert view.grab().toImage() != plain


@POPS_UP
def test_the_dots_open_the_menu_and_not_the_row(view: ActivityListView) -> None:
    view.show_listing(listing(row()))
    asked: list[str] = []
    view.asked.connect(lambda verb, _: asked.append(verb))
    rect = view.visualRect(view.currentIndex())
    place = QPoint(rect.right() - 10, rect.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert asked == []


@POPS_UP
def test_the_menu_key_shows_what_can_be_done(view: ActivityListView) -> None:
    view.show_listing(listing(row(draft="ab")))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert words == ["Lanjutkan draf", "Hapus draf"]


def test_no_widget_stands_in_a_row(view: ActivityListView) -> None:
    view.show_listing(listing(*(row(date(2026, 11, n)) for n in range(1, 28))))
    view.viewport().repaint()
    assert view.viewport().findChildren(QWidget) == []


def test_twenty_thousand_rows_never_hold_up_the_window(
    qtbot: QtBot, view: ActivityListView
) -> None:
    rows = many()
    longest = 0.0

    def timed(act: Callable[[], object]) -> None:
        nonlocal longest
        before = time.thread_time()
        act()
        longest = max(longest, time.thread_time() - before)

    timed(lambda: view.show_listing(rows))
    for _ in range(40):
        timed(QApplication.processEvents)
    timed(lambda: view.show_listing(rows))
    timed(lambda: QTest.keyClick(view, Qt.Key.Key_PageDown))
    timed(lambda: view.viewport().repaint())
    assert longest < HUNG_S


def test_the_place_in_a_long_list_is_kept(qtbot: QtBot, view: ActivityListView) -> None:
    rows = many()
    view.show_listing(rows)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > MANY * 50, timeout=20_000)
    bar.setValue(400_000)
    view.show_listing(rows)
    qtbot.waitUntil(lambda: bar.value() == 400_000, timeout=20_000)
    assert bar.value() == 400_000
