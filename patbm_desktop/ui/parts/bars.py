"""A small bar chart of months; the last bar is the month that runs."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from patbm_desktop.ui.theme import Theme

BAR_PX = 34
LABEL_PX = 22


class MonthBars(QWidget):
    """Bars with their numbers; `name` and the numbers are told to a screen reader."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._bars: tuple[tuple[str, int], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._fit)

    def set_bars(self, bars: Sequence[tuple[str, int]]) -> None:
        """Show (label, number) pairs, oldest first."""
        self._bars = tuple(bars)
        self.setAccessibleDescription(", ".join(f"{label} {value}" for label, value in bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(self._theme.px(300), self._theme.px(180))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which bars differ visibly."""
        return QSize(self._theme.px(44) * max(len(self._bars), 1), self._theme.px(110))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, their numbers above and their labels below."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        floor = self.height() - self._theme.px(LABEL_PX)
        for place, (label, value) in enumerate(self._bars):
            self._draw(painter, place, label, value, floor)
        painter.setPen(QPen(self._theme.colour("strong"), 1))
        painter.drawLine(QPointF(0, floor + 0.5), QPointF(self.width(), floor + 0.5))

    def _draw(self, painter: QPainter, place: int, label: str, value: int, floor: int) -> None:
        theme = self._theme
        now = place == len(self._bars) - 1
        bar = self._bar(place, value, floor)
        if value:
            self._fill(painter, bar, now=now)
        words = QRectF(bar.center().x() - theme.px(30), 0, theme.px(60), theme.px(20))
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.setFont(theme.font("pill" if now else "hint", tabular=True))
        painter.setPen(theme.colour("text" if now else "text2"))
        words.moveBottom(bar.top() - 1)
        painter.drawText(words, centre | Qt.AlignmentFlag.AlignBottom, str(value))
        painter.setFont(theme.font("key" if now else "small"))
        words.moveTop(floor + theme.px(3))
        painter.drawText(words, centre | Qt.AlignmentFlag.AlignTop, label)

    def _bar(self, place: int, value: int, floor: int) -> QRectF:
        theme = self._theme
        wide = theme.px(BAR_PX)
        count = len(self._bars)
        step = (self.width() - wide) / (count - 1) if count > 1 else 0.0
        tallest = max([number for _, number in self._bars] + [1])
        height = (floor - theme.px(22)) * value / tallest
        return QRectF(place * step, floor - height, wide, height)

    def _fill(self, painter: QPainter, bar: QRectF, *, now: bool) -> None:
        theme = self._theme
        radius = theme.px(4)
        shape = QPainterPath()
        shape.addRoundedRect(bar.adjusted(0.5, 0.5, -0.5, radius), radius, radius)
        painter.save()
        painter.setClipRect(bar)
        painter.setPen(QPen(theme.colour("primary"), theme.tokens.outline))
        painter.setBrush(theme.colour("primary" if now else "soft"))
        painter.drawPath(shape)
        painter.restore()

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
