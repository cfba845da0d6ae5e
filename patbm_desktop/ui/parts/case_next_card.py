"""What is to be done next for a case: done in two clicks."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.domain.codes import FOLLOW_UP_RESULTS
from patbm_desktop.domain.escalation import REFER
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.case_person_card import may_write
from patbm_desktop.ui.parts.case_words import (
    label,
    next_words,
    overdue_words,
)
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import (
    Column,
    Flow,
    Row,
    box,
    restyle,
    show_if,
)
from patbm_desktop.ui.theme import Theme


class NextCard(QFrame):
    """What is to be done next; done in two clicks: that it was done, and with what result.

    `done` gives a key of the results. `letter_asked` is for a step that a letter is.
    """

    done = Signal(str)
    later_asked = Signal()
    letter_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_letter = False
        self.setProperty("kind", "banner")
        self.disc = IconDisc(theme, "calendar-clock", side=40)
        self.title = Label("", "strong", wrap=True)
        self.when = Label("", "secondary", "text2", wrap=True)
        self.change = Button(theme, self.tr("Ubah tanggal"))
        self.did = Button(theme, self.tr("Sudah dilakukan"), kind="primary", icon="check")
        choices = [Choice(key, label("follow_up_result", key)) for key in FOLLOW_UP_RESULTS]
        self.result = ChipGroup(theme, choices, name=self.tr("Hasilnya?"), small=True)
        self._lay(theme)
        self.change.clicked.connect(self.later_asked)
        self.did.clicked.connect(self._press)
        self.result.picked.connect(self.done)

    def show_next(self, page: Page, today: date) -> None:
        """Show the next step of a case, and whether it may be changed here."""
        planned, row = page.dossier.case.next, page.row
        self._ask.hide()
        if planned is None:
            return
        days = row.overdue_days
        late = days is not None and days > 0
        self._is_letter = planned.what == REFER
        self.title.setText(next_words(planned.what))
        self.when.setText(_due(planned.on, days, today))
        self.setProperty("status", "danger" if late else "")
        restyle(self)
        self.disc.set(
            "calendar-clock", "danger" if late else "primary", "danger_soft" if late else "soft"
        )
        words = self.tr("Buat surat rujukan") if self._is_letter else self.tr("Sudah dilakukan")
        self.did.setText(words)
        self.did.set_icon("file-text" if self._is_letter else "check")
        may = bool(page.judgement.next_steps) and may_write(page)
        for button in (self.change, self.did):
            show_if(button, on=may)
        self.setAccessibleName(f"{self.title.text()}. {self.when.text()}")

    def _press(self) -> None:
        if self._is_letter:
            self.letter_asked.emit()
            return
        self.result.set_chosen([])
        self._ask.show()
        self.result.focus_first()

    def _lay(self, theme: Theme) -> None:
        words = Column(theme, spacing=1)
        words.addWidget(self.title)
        words.addWidget(self.when)
        buttons = Flow(theme, spacing=(10, 6))
        for button in (self.change, self.did):
            buttons.add(button)
        row = Row(theme, spacing=12)
        row.addWidget(self.disc)
        row.addLayout(words, 1)
        row.addWidget(buttons)
        ask = Column(theme, spacing=6)
        ask.addWidget(Label(self.tr("Hasilnya?"), "label"))
        ask.addWidget(self.result)
        self._ask = box(ask)
        column = Column(theme, self, margins=(16, 11, 14, 11), spacing=8)
        column.addLayout(row)
        column.addWidget(self._ask)
        self._ask.hide()


def _due(on: date | None, days: int | None, today: date) -> str:
    if on is None:
        return ""
    said = strings.day_without_year(on) if on.year == today.year else strings.day(on)
    if days is None:
        return said
    return said if days > 0 else overdue_words(days)
