"""The dark panel beside the first run: where in the four steps the person is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from patbm_desktop.ui.parts.labels import Glyphs, Label, Mark
from patbm_desktop.ui.parts.layouts import Column, Row, box, follow, gap, show_if
from patbm_desktop.ui.theme import Theme

DISC_PX = 32
SIDE_PX = 340
EDGE_PX = 32
NARROW_PX = 240
NARROW_EDGE_PX = 16
BARE_PX = 72
BARE_EDGE_PX = 16


class StepDisc(QWidget):
    """The number of a step; a check once it is done, filled while it is on screen."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self._number, self.state = theme, number, "ahead"
        follow(theme, self._fit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ahead = self.state == "ahead"
        painter.setPen(QPen(theme.colour("sideline"), 2) if ahead else Qt.PenStyle.NoPen)
        if not ahead:
            painter.setBrush(
                theme.colour("accent") if self.state == "done" else theme.colour("sidehead")
            )
            rect.adjust(-1, -1, 1, 1)
        painter.drawEllipse(rect)
        if self.state == "done":
            self._draw_check(painter)
            return
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("sidedim" if ahead else "side"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _draw_check(self, painter: QPainter) -> None:
        drawn = self._theme.picture("check", "side", 16, self.devicePixelRatioF())
        inset = (self.width() - self._theme.px(16)) / 2
        painter.drawPixmap(QPointF(inset, inset), drawn)

    def _fit(self) -> None:
        side = self._theme.px(DISC_PX)
        self.setFixedSize(side, side)


class WizardSide(QFrame):
    """Mark, steps and a calm note; `set_step` says which step is on screen, counted from 0.

    With large letters it grows narrow: first the note goes, then the words beside the numbers.
    """

    def __init__(
        self,
        theme: Theme,
        subtitle: str,
        steps: Sequence[str],
        note_title: str,
        note_text: str,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "side")
        self._steps = [
            (StepDisc(theme, place), Label(text, "step", "sidedim"))
            for place, text in enumerate(steps, start=1)
        ]
        self._name = Label("PATBM Desktop", "card", "sidehead")
        self._subtitle = Label(subtitle, "secondary", "sidedim", wrap=True)
        self._note = (
            Label(note_title, "label", "sidetext"),
            Label(note_text, "secondary", "sidedim", wrap=True),
        )
        self._column = Column(theme, self, spacing=16)
        self._head, self._foot = box(self._made_head()), box(self._made_foot())
        self._lay()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_step(0)
        follow(theme, self._fit)

    def set_step(self, current: int) -> None:
        """Tick the steps before `current` and light that one."""
        for place, (disc, label) in enumerate(self._steps):
            disc.state = "done" if place < current else "now" if place == current else "ahead"
            disc.update()
            face = "choice" if place == current else "step"
            label.wear(face, "sidedim" if place > current else "sidehead")

    def _lay(self) -> None:
        theme = self._theme
        self._column.addWidget(self._head)
        self._column.addWidget(gap(theme, 4))
        for disc, label in self._steps:
            disc.setToolTip(label.text())
            row = Row(theme, spacing=14)
            row.addWidget(disc)
            row.addWidget(label, 1)
            self._column.addLayout(row)
        self._column.addStretch(1)
        self._column.addWidget(self._foot)

    def _made_head(self) -> Row:
        words = Column(self._theme, spacing=1)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        row = Row(self._theme, spacing=12)
        row.addWidget(Mark(self._theme, 40, tile=True))
        row.addLayout(words, 1)
        return row

    def _made_foot(self) -> Column:
        head = Row(self._theme, spacing=10)
        head.addWidget(Glyphs(self._theme, "laptop", "sidetext", side=18))
        head.addWidget(self._note[0], 1)
        foot = Column(self._theme, spacing=4)
        foot.addLayout(head)
        foot.addWidget(self._note[1])
        return foot

    def _fit(self) -> None:
        theme = self._theme
        bare, narrow = theme.bare_rail, theme.rail
        for widget in (self._name, *(label for _, label in self._steps)):
            show_if(widget, on=not bare)
        show_if(self._subtitle, on=not narrow)
        show_if(self._foot, on=not narrow)
        side = theme.px(BARE_EDGE_PX if bare else NARROW_EDGE_PX if narrow else EDGE_PX)
        self._column.setContentsMargins(side, theme.px(36 if not bare else 16), side, theme.px(28))
        self.setFixedWidth(theme.px(BARE_PX if bare else NARROW_PX if narrow else SIDE_PX))
