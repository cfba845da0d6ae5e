"""The stepper: digits replace, arrows step, nothing is not zero."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.stepper import Stepper
from patbm_desktop.ui.theme import Theme

WORDS = {"12 org": 12, "dua belas": 12}


@pytest.fixture
def stepper(qtbot: QtBot, theme: Theme) -> Stepper:
    stepper = Stepper(theme, "Perempuan dewasa yang hadir", read=WORDS.get)
    qtbot.addWidget(stepper)
    stepper.show()
    qtbot.waitExposed(stepper)
    return stepper


def test_a_new_stepper_says_nothing_and_not_zero(stepper: Stepper) -> None:
    assert stepper.value() is None
    assert stepper.field.placeholderText() == "–"


def test_typed_digits_replace_what_stood_there(qtbot: QtBot, stepper: Stepper) -> None:
    stepper.set_value(4)
    QTest.mouseClick(stepper.field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(stepper.field, "15")
    assert stepper.value() == 15


def test_letters_among_the_digits_are_passed_over(qtbot: QtBot, stepper: Stepper) -> None:
    qtbot.keyClicks(stepper.field, "1x2")
    assert stepper.value() == 12
    assert stepper.field.text() == "12"


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_Up, 11),
        (Qt.Key.Key_Down, 9),
        (Qt.Key.Key_PageUp, 15),
        (Qt.Key.Key_PageDown, 5),
    ],
)
def test_arrows_change_by_one_and_pages_by_five(stepper: Stepper, key: Qt.Key, wanted: int) -> None:
    stepper.set_value(10)
    QTest.keyClick(stepper.field, key)
    assert stepper.value() == wanted


def test_the_first_step_up_from_nothing_is_one_and_down_is_none_at_all(stepper: Stepper) -> None:
    QTest.mouseClick(stepper.plus, Qt.MouseButton.LeftButton)
    assert stepper.value() == 1
    stepper.set_value(None)
    QTest.mouseClick(stepper.minus, Qt.MouseButton.LeftButton)
    assert stepper.value() == 0


def test_it_stays_between_nothing_and_the_largest(qtbot: QtBot, stepper: Stepper) -> None:
    qtbot.keyClicks(stepper.field, "9999")
    assert stepper.value() == 999
    QTest.keyClick(stepper.field, Qt.Key.Key_PageUp)
    assert stepper.value() == 999
    stepper.set_value(3)
    QTest.keyClick(stepper.field, Qt.Key.Key_PageDown)
    assert stepper.value() == 0


def test_emptying_the_field_makes_it_unsaid_again(stepper: Stepper) -> None:
    stepper.set_value(4)
    stepper.field.setFocus()
    QTest.keyClick(stepper.field, Qt.Key.Key_Backspace)
    assert stepper.value() is None


@pytest.mark.parametrize("text", WORDS)
def test_pasted_words_become_a_number(stepper: Stepper, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keySequence(stepper.field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert stepper.value() == 12


def test_pasted_nonsense_changes_nothing(stepper: Stepper) -> None:
    stepper.set_value(7)
    QApplication.clipboard().setText("entah")
    QTest.keySequence(stepper.field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert stepper.value() == 7


def test_only_the_person_is_heard_and_only_when_the_number_changes(
    qtbot: QtBot, stepper: Stepper
) -> None:
    heard: list[object] = []
    stepper.changed.connect(heard.append)
    stepper.set_value(5)
    QTest.keyClick(stepper.field, Qt.Key.Key_Up)
    QTest.keyClick(stepper.field, Qt.Key.Key_Down)
    stepper.set_value(999)
    QTest.keyClick(stepper.field, Qt.Key.Key_Up)
    assert heard == [6, 5]


def test_a_screen_reader_hears_the_question_and_the_number(stepper: Stepper) -> None:
    assert stepper.field.accessibleName() == "Perempuan dewasa yang hadir, belum diisi"
    stepper.set_value(15)
    assert stepper.field.accessibleName() == "Perempuan dewasa yang hadir, 15"
    assert stepper.minus.accessibleName() == "Kurangi Perempuan dewasa yang hadir"


def test_its_buttons_are_large_enough_for_a_bad_touchpad(stepper: Stepper, theme: Theme) -> None:
    assert (stepper.minus.width(), stepper.plus.height()) == (44, 44)
    theme.apply(scale=1.5)
    assert stepper.minus.width() == 66
