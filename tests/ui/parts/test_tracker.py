"""The marks of a letter: drawn in a line or under each other, and read out as words."""

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.domain.referral import Stage
from patbm_desktop.ui.parts.tracker import Mark, Tracker, stage_word
from patbm_desktop.ui.theme import Theme

MARKS = (Mark("Surat dibuat", "15 November", True), Mark("Diserahkan"))


@pytest.fixture
def tracker(qtbot: QtBot, theme: Theme) -> Tracker:
    made = Tracker(theme)
    qtbot.addWidget(made)
    made.show_marks(MARKS)
    return made


def test_a_screen_reader_hears_what_is_reached_and_what_is_not(tracker: Tracker) -> None:
    assert tracker.accessibleName() == "Surat dibuat 15 November, Diserahkan: belum"


def test_marks_go_under_each_other_where_there_is_no_room(tracker: Tracker) -> None:
    assert tracker.heightForWidth(120) > tracker.heightForWidth(600)


def test_it_grows_with_the_text(tracker: Tracker, theme: Theme) -> None:
    before = tracker.heightForWidth(2000)
    theme.apply(scale=2.0)
    assert tracker.heightForWidth(2000) > before


def test_a_reached_mark_is_filled_and_the_next_is_not(tracker: Tracker) -> None:
    tracker.resize(400, tracker.heightForWidth(400))
    drawn = tracker.grab().toImage()
    info = tracker._theme.colour("info")
    assert drawn.pixelColor(10, 4) == info
    assert drawn.pixelColor(159, 10) != info


def test_wiped_it_says_nothing(tracker: Tracker) -> None:
    tracker.wipe()
    assert (tracker.marks(), tracker.accessibleName()) == ((), "")


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_a_word(stage: Stage) -> None:
    assert stage_word(stage)
