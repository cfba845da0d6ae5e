"""What comes before anything else in a grave case: whom to call, what to do, what to leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.domain.codes import FIXED_CONTACTS
from patbm_desktop.domain.safeguard import Judgement
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.labels import Label, Sign
from patbm_desktop.ui.parts.layouts import Column, Flow, Row, box, clear
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

EDGE_PX, RADIUS_PX = 9, 10
TITLE, CALL = "stop.title", "stop.call"
ALSO = ("r4.today", "r2.diversion", "r17.under_12")
"""Warnings that belong into the panel, after its own lines."""


@dataclass(frozen=True, slots=True)
class Calling:
    """One number in large figures, what stands over it, and whether somebody has tried it."""

    caption: str
    number: str
    is_tried: bool = True


def callings(rows: Sequence[ContactRow], *, with_112: bool = False) -> tuple[Calling, ...]:
    """Return the numbers of the panel; without one of UPTD PPA, 129 stands in its place."""
    uptd = next((row for row in rows if row.function == "uptd_ppa"), None)
    sapa, police = FIXED_CONTACTS["sapa_129"], FIXED_CONTACTS["polisi_110"]
    found = [Calling(_words("stop.call_next"), sapa), Calling(_words("stop.call_danger"), police)]
    if uptd is not None and uptd.number:
        is_tried = uptd.tested_on is not None
        found.insert(0, Calling(_words("stop.call_now"), uptd.number, is_tried))
    else:
        translate = QCoreApplication.translate
        found[0] = Calling(translate("StopPanel", "Telepon SAPA sekarang:"), sapa)
    if with_112:
        caption = QCoreApplication.translate("Kontak", "Darurat")
        found.append(Calling(caption, FIXED_CONTACTS["darurat_112"]))
    return tuple(found)


def _words(key: str, address: str | None = None, **facts: str | int) -> str:
    return wording.rule_words(key, language(), address, **facts)


class NumberBlocks(Flow):
    """Numbers to call, 30 px high, beside each other or, in large text, below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=(36, 8))
        self._theme = theme
        self._numbers: tuple[Calling, ...] = ()

    def show_numbers(self, numbers: Sequence[Calling]) -> None:
        """Show `numbers` in place of those before."""
        if self._numbers == tuple(numbers):
            return
        self._numbers = tuple(numbers)
        clear(self.flow)
        for each in numbers:
            self.add(self._block(each))

    def _block(self, calling: Calling) -> QWidget:
        column = Column(self._theme, spacing=0)
        column.addWidget(Label(calling.caption, "label"))
        number = Label(calling.number, "display")
        number.setAccessibleName(f"{calling.caption} {calling.number}")
        column.addWidget(number)
        if not calling.is_tried:
            column.addWidget(Label(_words("stop.untried"), "small", "text2"))
        column.addStretch(1)
        return box(column)


class StopPanel(QFrame):
    """Stands in place of the next step; saving goes on whatever is done here.

    `call_asked`: somebody was called and the time is to be kept. `letter_asked`: the letter is
    wanted. `later_asked`: nobody can be called now.
    """

    call_asked = Signal()
    letter_asked = Signal()
    later_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = Label("", "hero", wrap=True)
        self.numbers = NumberBlocks(theme)
        self._lines = Column(theme, spacing=8)
        self.called = Button(theme, "", kind="primary")
        self.letter = Button(theme, "")
        self.later = Button(theme, "", kind="quiet")
        self.note = Label("", "secondary", "text2", wrap=True)
        self._shown: tuple[object, ...] = ()
        self._said: list[Label] = []
        self._lay()
        self.called.clicked.connect(self.call_asked)
        self.letter.clicked.connect(self.letter_asked)
        self.later.clicked.connect(self.later_asked)

    def show_stop(self, judgement: Judgement, contacts: Sequence[ContactRow], address: str) -> None:
        """Show the lines that `judgement` puts first, for somebody addressed as `address`."""
        keys = (*judgement.stop, *(key for key in ALSO if key in judgement.warnings))
        shown = (keys, tuple(contacts), address, language())
        if shown == self._shown:
            return
        self._shown = shown
        self.title.setText(_words(TITLE, address))
        self.setAccessibleName(self.title.text())
        self.numbers.show_numbers(callings(contacts, with_112="R4" in judgement.rules))
        self._show_lines([_words(key, address) for key in keys if key not in {TITLE, CALL}])
        for button, key in self._buttons().items():
            button.setText(_words(key))

    def lines(self) -> list[str]:
        """Return what is said below the numbers, from top to bottom."""
        return [label.text() for label in self._said]

    def say(self, text: str) -> None:
        """Say under the buttons what came of the last one; an empty text takes it away."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and, at its left, the yellow that means a child in danger."""
        theme, width = self._theme, self._theme.tokens.outline
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        path = QPainterPath()
        path.addRoundedRect(frame, theme.px(RADIUS_PX), theme.px(RADIUS_PX))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, theme.colour("surface"))
        painter.setClipPath(path)
        painter.fillRect(0, 0, theme.px(EDGE_PX), self.height(), theme.colour("sun"))
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour("warn_line"), width))
        painter.drawPath(path)

    def _buttons(self) -> Mapping[Button, str]:
        return {
            self.called: "stop.called",
            self.letter: "stop.print",
            self.later: "stop.cannot_call",
        }

    def _lay(self) -> None:
        theme = self._theme
        buttons = Flow(theme, spacing=(8, 8))
        for button in self._buttons():
            buttons.add(button)
        column = Column(theme, self, margins=(27, 12, 12, 12), spacing=8)
        column.addWidget(self.title)
        column.addLayout(self._numbered(1, self.numbers))
        column.addLayout(self._lines)
        column.addWidget(buttons)
        column.addWidget(self.note)
        self.note.hide()

    def _show_lines(self, lines: Sequence[str]) -> None:
        clear(self._lines)
        self._said = [Label(line, "body", wrap=True) for line in lines]
        for number, label in enumerate(self._said, start=2):
            self._lines.addWidget(box(self._numbered(number, label)))

    def _numbered(self, number: int, widget: QWidget) -> Row:
        row = Row(self._theme, spacing=10)
        row.addWidget(Sign(str(number), "number"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(widget, 1)
        return row
