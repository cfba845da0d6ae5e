"""The card that keeps nothing (R16): the person feared may open this laptop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from patbm_desktop.actions import wording
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Flow, Row
from patbm_desktop.ui.parts.stop_panel import NumberBlocks, callings
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme


class InsiderCard(Card):
    """Shows numbers and prints; `back_asked` says that yes was a slip of the hand."""

    letter_asked = Signal()
    reminder_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(24, 22, 24, 22), spacing=14)
        words = wording.rule_words("insider.stop", language())
        self.setAccessibleName(words)
        head = Row(theme, spacing=14)
        head.addWidget(IconDisc(theme, "eye-off"))
        head.addWidget(Label(words, "hero", wrap=True), 1)
        self.numbers = NumberBlocks(theme)
        gone = self.tr("Yang sudah diketik hilang saat halaman ini ditutup, F9, atau terkunci.")
        self.letter = Button(theme, self._said("stop.print"), icon="printer", size="tall")
        self.reminder = Button(theme, self._said("r11.print_slip"), icon="printer", size="tall")
        self.back = Button(theme, self.tr("Ternyata bukan"), kind="quiet", size="tall")
        buttons = Flow(theme, spacing=(10, 8))
        for button in (self.letter, self.reminder, self.back):
            buttons.add(button)
        self.body.addLayout(head)
        self.body.addWidget(self.numbers)
        self.body.addWidget(Label(gone, "text", "text2", wrap=True))
        self.body.addWidget(buttons)
        self.body.addStretch(1)
        self.letter.clicked.connect(self.letter_asked)
        self.reminder.clicked.connect(self.reminder_asked)
        self.back.clicked.connect(self.back_asked)

    def show_numbers(self, contacts: Sequence[ContactRow]) -> None:
        """Show whom to call."""
        self.numbers.show_numbers(callings(contacts, with_112=True))

    def focus_first(self) -> None:
        """Put the keyboard on the first button."""
        self.letter.setFocus()

    def _said(self, key: str) -> str:
        return wording.rule_words(key, language())
