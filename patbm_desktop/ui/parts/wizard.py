"""The dark panel beside the first run: where in the four steps the person is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from patbm_desktop.ui.parts.labels import Glyphs, Label, Mark
from patbm_desktop.ui.parts.layouts import Column, Row, follow, keep_size
from patbm_desktop.ui.theme import Theme

DISC_PX = 32
SIDE_PX = 340


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
    """Mark, steps and a calm note; `set_step` says which step is on screen, counted from 0."""

    def __init__(
        self,
        theme: Theme,
        subtitle: str,
        steps: Sequence[str],
        note_title: str,
        note_text: str,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self._steps = [
            (StepDisc(theme, place), Label(text, "step", "sidedim"))
            for place, text in enumerate(steps, start=1)
        ]
        self._subtitle = Label(subtitle, "secondary", "sidedim", wrap=True)
        self._note = (
            Label(note_title, "label", "sidetext"),
            Label(note_text, "secondary", "sidedim", wrap=True),
        )
        column = Column(theme, self, margins=(32, 36, 32, 28), spacing=16)
        column.addLayout(self._head(theme))
        column.addSpacing(theme.px(20))
        for disc, label in self._steps:
            row = Row(theme, spacing=14)
            row.addWidget(disc)
            row.addWidget(label, 1)
            column.addLayout(row)
        column.addStretch(1)
        column.addLayout(self._foot(theme))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        keep_size(theme, self, width=SIDE_PX)
        self.set_step(0)

    def set_step(self, current: int) -> None:
        """Tick the steps before `current` and light that one."""
        for place, (disc, label) in enumerate(self._steps):
            disc.state = "done" if place < current else "now" if place == current else "ahead"
            disc.update()
            label.wear(
                "choice" if place == current else "step",
                "sidedim" if place > current else "sidehead",
            )

    def set_words(self, subtitle: str, steps: Sequence[str], title: str, text: str) -> None:
        """Change every word, when the person picks another language."""
        self._subtitle.setText(subtitle)
        for (_, label), words in zip(self._steps, steps, strict=True):
            label.setText(words)
        self._note[0].setText(title)
        self._note[1].setText(text)

    def _head(self, theme: Theme) -> Row:
        row = Row(theme, spacing=12)
        words = Column(theme, spacing=1)
        words.addStretch(1)
        words.addWidget(Label("PATBM Desktop", "card", "sidehead"))
        words.addWidget(self._subtitle)
        words.addStretch(1)
        row.addWidget(Mark(theme, 40, tile=True))
        row.addLayout(words, 1)
        return row

    def _foot(self, theme: Theme) -> Column:
        head = Row(theme, spacing=10)
        head.addWidget(Glyphs(theme, "laptop", "sidetext", side=18))
        head.addWidget(self._note[0], 1)
        foot = Column(theme, spacing=4)
        foot.addLayout(head)
        foot.addWidget(self._note[1])
        return foot
