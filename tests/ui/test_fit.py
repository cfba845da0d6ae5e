"""Every page, at every text size, in the smallest window: nothing cut, nothing nameless."""

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from patbm_desktop.actions.entrance.unlock_help import Standing
from patbm_desktop.ui.pages.first_run_page import FirstRunPage
from patbm_desktop.ui.pages.unlock_page import UnlockPage
from patbm_desktop.ui.roads.every import ROADS
from tests.ui import reading
from tests.ui.opened import Opened

SIZES = (1.0, 1.25, 1.5, 2.0)
KEYS = [road.KEY for road in ROADS]


def at(window: Opened, scale: float) -> None:
    """Show the words at `scale`."""
    window.house.theme.apply(scale=scale)
    window.resize(1366, 697)
    window.qtbot.wait(30)


def check(window: Opened, widget: QWidget) -> None:
    """Hold `widget`, which fills the window, to what every page keeps."""
    least = window.minimumSizeHint()
    assert (least.width(), least.height()) <= (1366, 697)
    assert (window.width(), window.height()) == (1366, 697)
    assert reading.sideways(widget) == []
    assert reading.cut_words(widget) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_page_fits_at_every_size(window: Opened, key: str) -> None:
    for scale in SIZES:
        at(window, scale)
        window.visit(key)
        window.qtbot.wait(30)
        check(window, window.desk().shell)


@pytest.mark.parametrize("scale", SIZES)
def test_the_first_run_fits_at_every_size(empty_window: Opened, scale: float) -> None:
    page = empty_window.front()
    assert isinstance(page, FirstRunPage)
    at(empty_window, scale)
    for step in range(4):
        page.show_step(step)
        empty_window.qtbot.wait(20)
        check(empty_window, page)


@pytest.mark.parametrize("scale", SIZES)
def test_the_locked_screen_fits_at_every_size(locked: Opened, scale: float) -> None:
    page = locked.front()
    assert isinstance(page, UnlockPage)
    at(locked, scale)
    page.help_side.show_standing(Standing(2, ("Rina Contoh", "Dewi Contoh"), "643W 2TMD GEEK"))
    page.help_side.offer("Belum ada flashdisk yang terbaca.", "Pilih folder lain", page.start)
    for side in (page.password_side, page.sheet_side, page.help_side, page.new_side):
        page.show_mode(side)
        locked.qtbot.wait(20)
        check(locked, page)


@pytest.mark.parametrize("scale", SIZES)
def test_the_emergency_card_fits_at_every_size(locked: Opened, scale: float) -> None:
    at(locked, scale)
    locked.show_emergency()
    locked.qtbot.wait(30)
    card = locked.emergency.card()
    assert card is not None
    assert reading.cut_words(card) == []
    assert card.width() <= 1366


def test_whatever_takes_the_keyboard_has_a_name(window: Opened) -> None:
    for key in KEYS:
        window.visit(key)
        assert (key, reading.nameless(window.desk().shell)) == (key, [])


def test_the_doors_have_names_for_everything(empty_window: Opened, locked: Opened) -> None:
    assert reading.nameless(locked.front()) == []
    page = empty_window.front()
    assert isinstance(page, FirstRunPage)
    for step in range(4):
        page.show_step(step)
        assert reading.nameless(page) == []


def test_tab_comes_round_and_visits_each_stop_once(window: Opened) -> None:
    for key in KEYS:
        window.visit(key)
        first = window.focusWidget()
        visited = walk_round(window)
        assert (key, visited[-1]) == (key, first)
        assert len(set(visited)) == len(visited) > 3


def walk_round(window: Opened) -> list[QWidget | None]:
    """Press Tab until a stop comes again; return the stops, the one that came again last."""
    visited: list[QWidget | None] = []
    while (here := window.focusWidget()) not in visited:
        visited.append(here)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    visited.remove(here)
    return [*visited, here]


class Doubled(QTranslator):
    """A tongue in which every sentence is twice as long."""

    def translate(self, _context: str, text: str, _comment: str = "", _number: int = -1) -> str:
        return f"{text} {text}" if len(text) > 3 else text


@pytest.fixture
def twice(qapp: QApplication) -> object:
    tongue = Doubled()
    qapp.installTranslator(tongue)
    yield tongue
    qapp.removeTranslator(tongue)


def test_sentences_twice_as_long_still_fit(window: Opened, twice: object) -> None:
    for key in KEYS:
        page = window.visit(key)
        window.resize(1366, 697)
        assert (key, window.width()) == (key, 1366)
        assert (key, reading.sideways(page)) == (key, [])
