"""What is typed on the page of one case: a card that opens there, is saved or put away."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.forms.case_values import Shown
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.case_words import label
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import DateField
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Flow, Row
from patbm_desktop.ui.strings import LOCALES, language
from patbm_desktop.ui.theme import Theme

TODAY, YESTERDAY, OTHER = "today", "yesterday", "other"


class CaseForm(Card):
    """A card with a question or more, *Batal* and a button that saves.

    `saved` asks to keep what `answer()` gives; `closed` that the form was put away; `touched` that
    something in it changed.
    """

    saved = Signal()
    closed = Signal()
    touched = Signal()

    def __init__(self, theme: Theme, title: str, save: str) -> None:
        super().__init__(theme, title=title, spacing=10)
        self._theme = theme
        self.setAccessibleName(title)
        self.problem = Label("", "hint", "danger", wrap=True)
        self.problem.hide()
        self.save = Button(theme, save, kind="primary", icon="check")
        self.cancel = Button(theme, self.tr("Batal"), kind="quiet")
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.closed)

    def finish(self) -> None:
        """Put the buttons under what the form asks; call once everything stands in `body`."""
        row = Row(self._theme, spacing=10)
        row.addWidget(self.problem, 1)
        row.addStretch(0)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.body.addLayout(row)

    def ask(self, shown: Shown, about: str) -> None:
        """Ask anew for the case that is shown; `about` is the letter or kind it is about."""
        raise NotImplementedError

    def learn(self, shown: Shown) -> None:
        """Take over, while it is open, what was looked up only now about the case."""

    def answer(self) -> object:
        """Return what the person wants kept."""
        raise NotImplementedError

    def show_problem(self, text: str) -> None:
        """Say what is still needed; an empty text takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def start(self) -> None:
        """Put the keyboard on the first question."""
        self.save.setFocus()

    def is_ready(self) -> bool:
        """Say beside the questions what is still needed; False when something is."""
        return True

    def data(self) -> dict[str, Any]:
        """Return what is typed, as JSON values, for a draft."""
        return {}

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Show what a draft held."""

    def wipe(self) -> None:
        """Forget what is typed."""
        self.set_data({})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the form away by Esc; what is typed stays in its draft."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        super().keyPressEvent(event)


class DayQuestion(Question):
    """On which day something was done: today, yesterday, or another that is not to come."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self._today = date.min
        choices = [
            Choice(TODAY, self.tr("Hari ini")),
            Choice(YESTERDAY, self.tr("Kemarin")),
            Choice(OTHER, self.tr("Lain…")),
        ]
        self.chips = ChipGroup(theme, choices, name=text, small=True)
        self.day = DateField(theme, text, LOCALES[language()])
        self.day.hide()
        flow = Flow(theme)
        flow.add(self.chips)
        flow.add(self.day)
        self.body.addWidget(flow)
        self.chips.changed.connect(self._picked)
        self.day.changed.connect(self._told)

    def offer(self, today: date) -> None:
        """Ask anew, with `today` chosen; later days cannot be picked."""
        self._today = today
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.set_date(today)

    def date_value(self) -> date:
        """Return the day that is chosen."""
        days = {TODAY: 0, YESTERDAY: 1}
        key = self.chips.value()
        return self._today - timedelta(days=days[key]) if key in days else self.day.date_value()

    def set_date(self, day: date) -> None:
        """Choose `day`."""
        keys = {0: TODAY, 1: YESTERDAY}
        key = keys.get((self._today - day).days, OTHER)
        self.chips.set_chosen([key])
        self.day.set_date(day)
        self.day.setVisible(key == OTHER)

    def set_text(self, text: str) -> None:
        """Choose the day that a draft holds; what is none leaves it as it is."""
        try:
            self.set_date(date.fromisoformat(text))
        except ValueError:
            return

    def _picked(self, _keys: list[str]) -> None:
        is_other = self.chips.value() == OTHER
        self.day.setVisible(is_other)
        if is_other:
            self.day.setFocus()
        self._told()

    def _told(self, *_what: object) -> None:
        self.changed.emit()


class ChipQuestion(Question):
    """A question answered by the labels of a code list; every answer may be taken back."""

    def __init__(
        self, theme: Theme, text: str, codes: str, keys: Sequence[str], *, multi: bool = False
    ) -> None:
        super().__init__(theme, text)
        self._codes = codes
        choices = [Choice(key, label(codes, key)) for key in keys]
        self.chips = ChipGroup(
            theme, choices, name=text, multi=multi, optional=not multi, small=True
        )
        self.body.addWidget(self.chips)
        self.chips.changed.connect(self._told)

    def offer(self, keys: Sequence[str]) -> None:
        """Offer other keys; what is chosen and still offered stays chosen."""
        if list(keys) != self.chips.offered():
            self.chips.set_choices([Choice(key, label(self._codes, key)) for key in keys])

    def value(self) -> str | None:
        """Return the one key that is chosen, None for none."""
        return self.chips.value() or None

    def values(self) -> tuple[str, ...]:
        """Return every key that is chosen."""
        return tuple(self.chips.chosen())

    def set_value(self, value: object) -> None:
        """Choose a key, or several; what is not offered is passed over."""
        if isinstance(value, str):
            wanted: list[str] = [value]
        else:
            wanted = [str(each) for each in value] if isinstance(value, (list, tuple)) else []
        self.chips.set_chosen([key for key in wanted if key in self.chips.offered()])

    def focus_first(self) -> None:
        """Put the keyboard on the chips."""
        self.chips.focus_first()

    def _told(self, *_what: object) -> None:
        self.changed.emit()


def needed(what: str) -> str:
    """Return the sentence for a question that must be answered: ``Pilih dulu: ...``."""
    said = QCoreApplication.translate("CaseForm", "Pilih dulu: %1")
    return said.replace("%1", what)


def wide(widget: QWidget) -> QWidget:
    """Let `widget` take the whole width that there is."""
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    widget.setSizePolicy(policy)
    return widget
