"""Sealed fields: written in like any other, and nothing can be taken out of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from patbm_desktop.ui.parts.sealed import SealedLine, SealedText

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clipboard(qapp):
    board = QApplication.clipboard()
    board.setText("dari luar")
    return board


@pytest.fixture(params=["text", "line"])
def field(request, qtbot, theme):
    made = SealedText(theme, "Catatan") if request.param == "text" else SealedLine("Nama")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert])
def test_no_key_takes_words_out_of_it(qtbot, field, clipboard, key):
    qtbot.keyClicks(field, "rahasia")
    field.selectAll()
    qtbot.keyClick(field, key, CONTROL)
    assert clipboard.text() == "dari luar"
    assert words(field) == "rahasia"


def test_words_can_be_pasted_into_it(qtbot, field, clipboard):
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert words(field) == "dari luar"


def test_selected_words_cannot_be_dragged_out_of_a_text(qtbot, theme):
    field = SealedText(theme, "Catatan")
    qtbot.addWidget(field)
    field.setPlainText("rahasia")
    field.selectAll()
    assert field.createMimeDataFromSelection().formats() == []


def words(field):
    return field.plain() if isinstance(field, SealedText) else field.text()
