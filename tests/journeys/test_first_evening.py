"""A volunteer's first evening, by clicks and keys alone: a vault, a session, the month on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.activities import activity_list, activity_rows
from patbm_desktop.actions.activities.activity_list import Listing, Query
from patbm_desktop.ui.pages.first_run_page import FirstRunPage
from patbm_desktop.ui.parts.chips import Chip
from patbm_desktop.ui.parts.paper_view import PaperView
from patbm_desktop.ui.parts.stepper import Stepper
from tests.ui.opened import WAIT_MS, Opened

Ctrl = Qt.KeyboardModifier.ControlModifier


class Hand:
    """Clicks and types as a person would, and counts how often."""

    def __init__(self, window: Opened) -> None:
        self.window = window
        self.interactions = 0

    def chip(self, text: str) -> None:
        """Click the chip that says `text`."""
        page = self.window.desk().page()
        chips = [chip for chip in page.findChildren(Chip) if chip.text() == text]
        QTest.mouseClick(next(filter(QWidget.isVisible, chips)), Qt.MouseButton.LeftButton)
        self.interactions += 1

    def number(self, place: int, digits: str) -> None:
        """Click the stepper at `place` and type a number into it."""
        steppers = self.window.desk().page().findChildren(Stepper)
        field = [each for each in steppers if each.isVisible()][place].field
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        QTest.keyClicks(field, digits)
        self.interactions += 1 + len(digits)

    def keys(self, key: Qt.Key) -> None:
        """Press Ctrl and `key`."""
        QTest.keyClick(self.window.windowHandle(), key, Ctrl)
        self.interactions += 1
        self.window.settle()


@pytest.fixture
def evening(empty_window: Opened) -> Opened:
    """The window after the first run."""
    page = empty_window.front()
    assert isinstance(page, FirstRunPage)
    page.next.click()
    QTest.keyClicks(page.person.name, "Sari Contoh")
    QTest.keyClicks(page.person.kelurahan, "Marga Sari")
    QTest.keyClicks(page.person.rt, "24")
    for _ in range(3):
        page.next.click()
    empty_window.qtbot.waitUntil(lambda: empty_window.is_open, timeout=WAIT_MS)
    empty_window.settle()
    return empty_window


def kept(window: Opened) -> Listing:
    """Return what the vault has kept."""
    found: list[Listing] = []
    window.desk().ask(window, lambda ws: activity_list.listing_of(ws, Query()), found.append)
    window.settle()
    return found[0]


def log_a_session(window: Opened) -> int:
    """Log the usual session and return how many interactions it took."""
    hand = Hand(window)
    hand.keys(Qt.Key.Key_N)
    hand.chip("Lautan RT")
    hand.chip("Pengasuhan positif")
    hand.number(1, "15")
    hand.number(2, "4")
    hand.keys(Qt.Key.Key_S)
    return hand.interactions


def test_the_usual_log_takes_at_most_twelve_interactions(evening: Opened) -> None:
    assert log_a_session(evening) <= 12
    (row,) = kept(evening).rows
    assert row.activity.program == "lautan_rt"
    assert row.activity.topics == ("pengasuhan_positif",)
    assert row.activity.participants is not None
    assert row.activity.participants.total == 19


def test_what_was_logged_is_safe_and_no_draft_is_left(evening: Opened) -> None:
    log_a_session(evening)
    assert "disimpan" in evening.desk().toast.text()
    assert [row.draft for row in kept(evening).rows] == [""]


def test_control_z_takes_the_session_back(evening: Opened) -> None:
    log_a_session(evening)
    Hand(evening).keys(Qt.Key.Key_Z)
    assert not [row for row in kept(evening).rows if row.state is not activity_rows.State.VOID]


def test_the_month_shows_the_session_on_a_sheet_to_print(evening: Opened) -> None:
    log_a_session(evening)
    page = evening.visit("report", month="2026-11")
    view = page.findChild(PaperView)
    assert isinstance(view, PaperView)
    evening.qtbot.waitUntil(view.is_ready, timeout=WAIT_MS)
    assert view.page_count() >= 1
