"""Who it is: behind one click, gone after 20 seconds without a key, and never copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.reveal import SHOWN_MS, Reveal
from patbm_desktop.ui.theme import Theme

NAME = "Dimas Contoh"
SOON_MS = 250
MARKED = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


@pytest.fixture
def reveal(qtbot: QtBot, theme: Theme) -> Reveal:
    made = Reveal(theme, "Nama, alamat, wali", shown_ms=SOON_MS)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def words(reveal: Reveal) -> list[str]:
    return [label.text() for label in reveal.findChildren(QLabel) if label.isVisible()]


def test_it_is_shown_for_twenty_seconds() -> None:
    assert SHOWN_MS == 20_000


def test_only_a_click_asks_and_it_says_that_it_is_hidden(qtbot: QtBot, reveal: Reveal) -> None:
    assert reveal.dots.accessibleName() == "Nama, alamat, wali, disembunyikan"
    with qtbot.waitSignal(reveal.asked):
        reveal.button.click()


def test_the_texts_go_by_themselves(qtbot: QtBot, reveal: Reveal) -> None:
    with qtbot.waitSignal(reveal.hidden, timeout=5000):
        reveal.show_texts([("Nama", NAME)])
        assert NAME in words(reveal)
    assert NAME not in words(reveal)
    assert reveal.button.text() == "Tampilkan"


def test_any_key_begins_the_time_again(qtbot: QtBot, reveal: Reveal) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    reveal.show_texts([("Nama", NAME)])
    qtbot.wait(SOON_MS // 2)
    before = reveal.seconds_left()
    QTest.keyClick(line, Qt.Key.Key_A)
    assert reveal.seconds_left() > before


def test_a_second_click_takes_them_away_at_once(reveal: Reveal) -> None:
    reveal.show_texts([("Nama", NAME)])
    reveal.button.click()
    assert not reveal.is_open
    assert NAME not in words(reveal)


def test_nothing_of_it_can_be_marked_or_copied(reveal: Reveal) -> None:
    QApplication.clipboard().clear()
    reveal.show_texts([("Nama", NAME)])
    shown = next(label for label in reveal.findChildren(QLabel) if label.text() == NAME)
    assert not shown.textInteractionFlags() & MARKED
    QTest.keyClick(reveal.button, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == ""
