"""Riwayat: drawn words with names to read out, one stop of the keyboard, cheap in numbers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.frame import PageFrame
from patbm_desktop.ui.parts.timeline import FIRST, PAUSE_MS, Item, Timeline
from patbm_desktop.ui.parts.tracker import Mark
from patbm_desktop.ui.theme import Theme
from tests.ui import reading

LONG = "Petugas meminta surat rujukan. " * 12
ITEMS = (
    Item(ent="a", title="Dirujuk ke UPTD PPA", when="Senin · Sari", marks=(Mark("Surat dibuat"),)),
    Item(
        ent="b", title="Telepon", when="Minggu · Sari", text=LONG, verbs=(("hide", "Sembunyikan"),)
    ),
    Item(ent="c", title="Dicatat pertama kali", text="Terdengar tangisan."),
)


@pytest.fixture
def timeline(qtbot: QtBot, theme: Theme) -> Iterator[Timeline]:
    frame = PageFrame(theme)
    made = Timeline(theme)
    frame.body.addWidget(made)
    qtbot.addWidget(frame)
    frame.resize(640, 480)
    frame.show()
    qtbot.waitExposed(frame)
    made.show_items(ITEMS)
    qtbot.wait(1)
    yield made
    frame.close()


def test_each_entry_is_read_out_whole(timeline: Timeline) -> None:
    names = [entry.accessibleName() for entry in timeline.entries]
    assert names[0] == "Dirujuk ke UPTD PPA. Senin · Sari"
    assert LONG.strip() in names[1]


def test_entries_stand_under_each_other_and_long_words_wrap(timeline: Timeline) -> None:
    places = [entry.geometry() for entry in timeline.entries]
    assert [place.top() for place in places] == [0, places[0].height(), places[2].top()]
    assert places[1].height() > 2 * places[2].height()
    assert timeline.height() >= places[2].bottom()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_word_is_cut_at_any_size(timeline: Timeline, theme: Theme, scale: float) -> None:
    theme.apply(scale=scale)
    QApplication.processEvents()
    for entry in timeline.entries:
        laid = entry.laid(entry.width())
        assert laid.text.bottom() <= entry.height()
        assert laid.marks.bottom() <= entry.height()
        assert laid.text.right() <= entry.width()


def test_arrows_walk_and_tab_stops_once(timeline: Timeline) -> None:
    assert len(reading.tab_stops(timeline)) == 1
    timeline.entries[0].setFocus()
    QTest.keyClick(timeline.entries[0], Qt.Key.Key_Down)
    assert timeline.entries[1].hasFocus()
    assert reading.tab_stops(timeline) == [timeline.entries[1]]


def test_del_does_what_the_menu_offers_and_only_where_it_does(
    qtbot: QtBot, timeline: Timeline
) -> None:
    with qtbot.waitSignal(timeline.asked) as told:
        QTest.keyClick(timeline.entries[1], Qt.Key.Key_Delete)
    assert told.args[0] == "hide"
    with qtbot.assertNotEmitted(timeline.asked):
        QTest.keyClick(timeline.entries[2], Qt.Key.Key_Delete)


def test_the_menu_of_an_entry_gives_its_verb(qtbot: QtBot, timeline: Timeline) -> None:
    menu = timeline.entries[1].menu()
    with qtbot.waitSignal(timeline.asked):
        menu.actions()[0].trigger()


def test_shown_again_unchanged_the_entries_stay(timeline: Timeline) -> None:
    before = timeline.entries[0]
    timeline.show_items(list(ITEMS))
    assert timeline.entries[0] is before


def test_wiped_nothing_is_left_to_read(timeline: Timeline) -> None:
    held = timeline.entries[1]
    timeline.wipe()
    assert (timeline.items(), held.accessibleName(), held.item.text) == ([], "", "")


MANY = [Item(ent=str(at), title="Telepon", text=f"{at} {LONG}") for at in range(100)]


def test_of_a_hundred_entries_the_newest_are_there_at_once(timeline: Timeline) -> None:
    timeline.show_items(MANY)
    assert (len(timeline.entries), len(timeline.items())) == (FIRST, 100)
    guessed = timeline.heightForWidth(timeline.width())
    timeline.show_all()
    assert timeline.heightForWidth(timeline.width()) == pytest.approx(guessed, rel=0.25)


def test_the_older_entries_come_by_themselves_and_stand_under_each_other(
    qtbot: QtBot, timeline: Timeline
) -> None:
    timeline.show_items(MANY)
    qtbot.waitUntil(lambda: len(timeline.entries) == 100)
    last = timeline.entries[-1]
    qtbot.waitUntil(lambda: last.geometry().bottom() + 1 == timeline.height())
    assert all(len(entry._laid) <= 4 for entry in timeline.entries)


def test_an_arrow_leads_to_an_entry_that_was_still_to_come(timeline: Timeline) -> None:
    timeline.show_items(MANY)
    timeline.entries[0].setFocus()
    QTest.keyClick(timeline.entries[0], Qt.Key.Key_Up)
    assert timeline.entries[99].hasFocus()
    assert reading.tab_stops(timeline) == [timeline.entries[99]]


def test_wiped_nothing_more_comes(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.show_items(MANY)
    timeline.wipe()
    qtbot.wait(3 * PAUSE_MS)
    assert (timeline.entries, timeline.items()) == ([], [])
