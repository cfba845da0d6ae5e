"""How far a letter has come: four marks on a line, drawn; a screen reader hears them as words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from patbm_desktop.domain.referral import Stage
from patbm_desktop.ui.parts.layouts import follow
from patbm_desktop.ui.theme import Theme

DOT_PX, LABEL_PX, GAP_PX = 20, 20, 18
FACE = "pill"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its word, the day it was reached if that is known, and whether it was."""

    word: str
    day: str = ""
    is_reached: bool = False


def stage_word(stage: Stage) -> str:
    """Return what a stage of a letter is called."""
    translate = QCoreApplication.translate
    return {
        Stage.MADE: translate("Tracker", "Surat dibuat"),
        Stage.HANDED: translate("Tracker", "Diserahkan"),
        Stage.RECEIVED: translate("Tracker", "Diterima"),
        Stage.NEWS: translate("Tracker", "Ada kabar"),
    }[stage]


class Tracker(QWidget):
    """Draws marks side by side, or under each other where their words need the room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(theme, self._fit)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show `marks` in place of those before."""
        self._marks = tuple(marks)
        self.setAccessibleName(", ".join(_said(mark) for mark in self._marks))
        self._fit()

    def marks(self) -> tuple[Mark, ...]:
        """Return what is shown."""
        return self._marks

    def wipe(self) -> None:
        """Forget every mark."""
        self.show_marks(())

    def hasHeightForWidth(self) -> bool:
        """Say that marks go under each other where the width is small."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the marks at `width`."""
        theme = self._theme
        if self._is_level(width):
            return theme.px(DOT_PX) + theme.px(4) + self._line()
        return len(self._marks) * self._step()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = len(self._marks) * self._theme.px(149)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the widest word, and the height at the present width."""
        least = self._theme.px(DOT_PX + 8) + self._widest()
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the marks change direction."""
        super().resizeEvent(event)
        if self._is_level(event.oldSize().width()) != self._is_level(event.size().width()):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the marks and their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(FACE))
        level = self._is_level(self.width())
        self._draw_line(painter, level=level)
        for at, mark in enumerate(self._marks):
            self._draw_mark(painter, mark, self._dot(at, level=level))
            self._draw_word(painter, mark, self._word(at, level=level))

    # Where things stand

    def _is_level(self, width: int) -> bool:
        if not self._marks:
            return True
        return width // len(self._marks) >= self._widest() + self._theme.px(GAP_PX)

    def _widest(self) -> int:
        metrics = QFontMetrics(self._theme.font(FACE))
        return max((metrics.horizontalAdvance(mark.word) for mark in self._marks), default=0)

    def _line(self) -> int:
        return max(QFontMetrics(self._theme.font(FACE)).height(), self._theme.px(LABEL_PX))

    def _step(self) -> int:
        return max(self._theme.px(DOT_PX), self._line()) + self._theme.px(6)

    def _dot(self, at: int, *, level: bool) -> QRectF:
        side = self._theme.px(DOT_PX)
        if level:
            return QRectF(at * self._pace(), 0, side, side)
        return QRectF(0, at * self._step() + (self._step() - side) / 2, side, side)

    def _pace(self) -> int:
        most = self._theme.px(149)
        return min(most, self.width() // max(len(self._marks), 1))

    def _word(self, at: int, *, level: bool) -> QRect:
        theme = self._theme
        if level:
            return QRect(at * self._pace(), theme.px(DOT_PX + 4), self._pace(), self._line())
        left = theme.px(DOT_PX + 8)
        return QRect(left, at * self._step(), self.width() - left, self._step())

    # Drawing

    def _draw_line(self, painter: QPainter, *, level: bool) -> None:
        for at, mark in enumerate(self._marks[1:], start=1):
            before, here = self._dot(at - 1, level=level), self._dot(at, level=level)
            reached = "info" if mark.is_reached or self._marks[at - 1].is_reached else "border"
            painter.setPen(QPen(self._theme.colour(reached), self._theme.px(2)))
            painter.drawLine(_after(before, level=level), _ahead(here, level=level))

    def _draw_mark(self, painter: QPainter, mark: Mark, dot: QRectF) -> None:
        theme = self._theme
        rim = dot.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("info"), theme.px(2)))
        painter.setBrush(theme.colour("info" if mark.is_reached else "surface"))
        painter.drawEllipse(rim)
        if mark.is_reached:
            tick = theme.picture("check", "surface", 12, self.devicePixelRatioF())
            inset = (dot.width() - theme.px(12)) / 2
            painter.drawPixmap(QPointF(dot.left() + inset, dot.top() + inset), tick)

    def _draw_word(self, painter: QPainter, mark: Mark, place: QRect) -> None:
        painter.setPen(self._theme.colour("info"))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                         mark.word)  # fmt: skip

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


def _after(dot: QRectF, *, level: bool) -> QPointF:
    if level:
        return QPointF(dot.right(), dot.center().y())
    return QPointF(dot.center().x(), dot.bottom())


def _ahead(dot: QRectF, *, level: bool) -> QPointF:
    if level:
        return QPointF(dot.left(), dot.center().y())
    return QPointF(dot.center().x(), dot.top())


def _said(mark: Mark) -> str:
    if not mark.is_reached:
        not_yet = QCoreApplication.translate("Tracker", "belum")
        return f"{mark.word}: {not_yet}"
    return f"{mark.word} {mark.day}".strip()
