"""A text that is measured once and then wraps at any width by arithmetic.

A layout asks for the height at several widths in turn, and Qt would shape the text anew for each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

ENDLESS = 1e7
LONGEST_WORD = 24
"""Letters after which a word may be parted: an address of a page has no blanks."""


@dataclass(frozen=True, slots=True)
class _Word:
    """Letters that stay together: from where to where, in the text and in pixels."""

    begin: int
    end: int
    left: float
    right: float


class Prose:
    """A text in one font; what it says is in no `repr`."""

    def __init__(self, text: str, font: QFont) -> None:
        self._font = font
        measures = QFontMetricsF(font)
        self._ascent, self._pitch = measures.ascent(), measures.height() + measures.leading()
        self._paragraphs = [(line, _measured(line, font)) for line in text.split("\n") if text]

    def height(self, room: int) -> int:
        """Return how high the text is when it wraps at `room` pixels."""
        return round(sum(1 for _ in self._lines(room)) * self._pitch)

    def draw(self, painter: QPainter, left: int, top: int, room: int) -> None:
        """Draw the text in the pen of `painter`, wrapped at `room` pixels."""
        painter.setFont(self._font)
        baseline = top + self._ascent
        for line in self._lines(room):
            painter.drawText(QPointF(left, baseline), line)
            baseline += self._pitch

    def _lines(self, room: int) -> Iterator[str]:
        for text, words in self._paragraphs:
            begin = end = 0
            left = 0.0
            for word in words:
                if word.right - left > room and end > begin:
                    yield text[begin:end]
                    begin, left = word.begin, word.left
                end = word.end
            yield text[begin:end]


def _measured(text: str, font: QFont) -> list[_Word]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(ENDLESS)
    layout.endLayout()

    def across(at: int) -> float:
        pixels, _ = cast("tuple[float, int]", line.cursorToX(at))
        return pixels

    return [_Word(begin, end, across(begin), across(end)) for begin, end in _parted(text)]


def _parted(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for word in text.split(" "):
        end = begin + len(word)
        for part in range(begin, end, LONGEST_WORD):
            yield part, min(part + LONGEST_WORD, end)
        begin = end + 1
