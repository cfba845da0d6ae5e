"""A text that is measured once: it wraps where it must, and loses no word."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from patbm_desktop.ui.parts.prose import Prose
from patbm_desktop.ui.theme import Theme

TEXT = "Petugas meminta surat rujukan untuk anak itu. " * 6 + "\n\nIbu setuju."


@pytest.mark.parametrize("room", [120, 300, 638, 652, 2000])
def test_it_is_as_high_as_what_qt_would_draw(theme: Theme, room: int) -> None:
    font = theme.font("text")
    how = int(Qt.TextFlag.TextWordWrap)
    drawn = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), how, TEXT)
    assert Prose(TEXT, font).height(room) == pytest.approx(drawn.height(), abs=2)


def test_every_word_stands_in_a_line_and_none_in_two(theme: Theme) -> None:
    lines = list(Prose(TEXT, theme.font("text"))._lines(200))
    assert " ".join(" ".join(lines).split()) == " ".join(TEXT.split())


def test_no_line_is_wider_than_there_is_room_even_for_an_address(theme: Theme) -> None:
    font = theme.font("text")
    lines = list(Prose("https://contoh.example/" + "abcdef" * 30, font)._lines(320))
    measures = QFontMetrics(font)
    assert len(lines) > 3
    assert max(map(measures.horizontalAdvance, lines)) <= 320


def test_no_text_has_no_height(theme: Theme) -> None:
    assert Prose("", theme.font("text")).height(300) == 0
