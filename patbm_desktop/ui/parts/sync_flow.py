"""The way of a note: on this laptop, handed over, received; three numbers and what they mean."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Row, follow
from patbm_desktop.ui.theme import Theme

ARROW_PX = 8
WIDE_PX = 156


class Arrow(QWidget):
    """A line with a head; dashed while something has still to go along it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._is_dashed = theme, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(theme, self.updateGeometry)

    def set_dashed(self, *, dashed: bool) -> None:
        """Show whether something has still to go along it."""
        self._is_dashed = dashed
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual width; it may be less."""
        return QSize(self._theme.px(WIDE_PX), self._theme.px(3 * ARROW_PX))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be seen."""
        return QSize(self._theme.px(3 * ARROW_PX), self._theme.px(3 * ARROW_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and its head."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("strong"), self._theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        middle, far, head = self.height() / 2, self.width() - 2.0, self._theme.px(ARROW_PX)
        painter.setPen(pen)
        for side in (-1, 1):
            painter.drawLine(QPointF(far, middle), QPointF(far - head, middle + side * head))
        if self._is_dashed:
            pen.setDashPattern([4, 4])
            painter.setPen(pen)
        painter.drawLine(QPointF(1, middle), QPointF(far, middle))


class Station(QWidget):
    """One of the three: an icon, a number with its word, and what it means."""

    def __init__(self, theme: Theme, icon: str, tone: str, fill: str) -> None:
        super().__init__()
        self.number = Label("0", "card")
        self.word = Label("", "strong")
        self.meaning = Label("", "secondary", "text2")
        self._head = head = Row(theme, spacing=7)
        head.addStretch(1)
        head.addWidget(self.number)
        head.addWidget(self.word)
        head.addStretch(1)
        words = Column(theme, spacing=1)
        words.addLayout(head)
        words.addWidget(self.meaning)
        self._words = words
        self._disc = IconDisc(theme, icon, side=52, glyph=24, tone=tone, fill=fill)
        self._box = Row(theme, self, spacing=6)
        self._box.addStretch(1)
        self._box.addWidget(self._disc)
        self._box.addLayout(words)
        self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def stand(self, *, stacked: bool) -> None:
        """Set the words under the icon, or beside it where the three stand under each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(across if stacked else down)
        for row in (self._box, self._head):
            row.setStretch(0, 0 if stacked else 1)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignHCenter
        for item in (self._disc, self._words):
            self._box.setAlignment(item, side)
        self._words.setAlignment(self.meaning, side)

    def show_count(self, count: int, word: str, meaning: str) -> None:
        """Show a number with what it counts."""
        self.number.setText(strings.number(count))
        self.word.setText(word)
        self.meaning.setText(meaning)
        self.setAccessibleName(f"{strings.number(count)} {word}, {meaning}")


class SyncFlow(QWidget):
    """Three stations and the ways between them; under each other where letters are large."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.here = Station(theme, "laptop", "text2", "surface2")
        self.handed = Station(theme, "arrow-up-right", "text2", "surface2")
        self.there = Station(theme, "check-check", "ok", "ok_soft")
        self._arrows = (Arrow(theme), Arrow(theme))
        self._row = Row(theme, self, spacing=12)
        self._row.addWidget(self.here, 2)
        self._row.addWidget(self._arrows[0], 1)
        self._row.addWidget(self.handed, 2)
        self._row.addWidget(self._arrows[1], 1)
        self._row.addWidget(self.there, 2)
        follow(theme, self._fit)

    def show_counts(self, waits: int, sent: int, received: int) -> None:
        """Show how many notes stand where."""
        self.here.show_count(waits, self.tr("menunggu dikirim"), self.tr("ada di laptop ini"))
        self.handed.show_count(sent, self.tr("dikirim"), self.tr("belum dipastikan sampai"))
        self.there.show_count(received, self.tr("terkirim"), self.tr("sudah sampai di kelurahan"))
        self._arrows[0].set_dashed(dashed=waits > 0)

    def _fit(self) -> None:
        stacked = self._theme.tightness > 1.5
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)
        for arrow in self._arrows:
            arrow.setVisible(not stacked)
        for station in (self.here, self.handed, self.there):
            station.stand(stacked=stacked)
