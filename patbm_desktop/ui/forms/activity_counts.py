"""Question 5 of the log form: how many came, as four numbers that stay empty until said."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.fields import COUNT4
from patbm_desktop.domain.numbers import number
from patbm_desktop.domain.reading import Unreadable
from patbm_desktop.ui.forms.question import STACKED_FROM, Question
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Grid, Row, follow
from patbm_desktop.ui.parts.stepper import Stepper
from patbm_desktop.ui.theme import Theme

ESTIMATED, DISABILITY = "estimated", "disability"


def read_number(text: str) -> int | None:
    """Read a pasted number of people: ``12 org`` and ``dua belas`` too; None for anything else."""
    try:
        return number(text)
    except Unreadable:
        return None


class CountQuestion(Question):
    """Men, women, boys, girls; nothing said is not nobody came."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 5)
        self._own = self.tr("Berapa yang hadir?")
        self.head.set_text(self._own)
        self.head.let_wrap()
        names = (
            self.tr("Laki-laki dewasa"),
            self.tr("Perempuan dewasa"),
            self.tr("Anak laki-laki"),
            self.tr("Anak perempuan"),
        )
        self._grid = Grid(theme, spacing=(10, 8))
        self.steppers: dict[str, Stepper] = {}
        self._cells = [
            self._cell(theme, key, name) for key, name in zip(COUNT4, names, strict=True)
        ]
        self.options = self._options(theme)
        self.disability = Stepper(theme, self.tr("Penyandang disabilitas"), read=read_number)
        self._extra = self._disability_row(theme)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._extra)
        self._extra.hide()
        self._connect()
        follow(theme, self._fit)
        # Last, so that Tab comes to the numbers first and then to what is said about them.
        self.head.row.addWidget(self.options)

    def ask_of_own(self, *, is_event: bool) -> None:
        """Ask for the people of the own RT when somebody else held the session."""
        self.head.set_text(self.tr("Warga RT kami yang hadir") if is_event else self._own)

    def counts(self) -> Count4 | None:
        """Return the heads; None when no number was given."""
        given = {key: stepper.value() for key, stepper in self.steppers.items()}
        if all(value is None for value in given.values()):
            return None
        return Count4(**{key: value or 0 for key, value in given.items()})

    def set_counts(self, counts: Count4 | None) -> None:
        """Show `counts`; None empties all four."""
        for key, stepper in self.steppers.items():
            stepper.set_value(getattr(counts, key) if counts else None)

    def is_estimated(self) -> bool:
        """Say whether the numbers are a guess."""
        return ESTIMATED in self.options.chosen()

    def disabled(self) -> int | None:
        """Return how many of them have a disability; None when it was not said."""
        return self.disability.value() if DISABILITY in self.options.chosen() else None

    def set_more(self, *, estimated: bool, disabled: int | None) -> None:
        """Show whether the numbers are a guess, and how many have a disability."""
        chosen = {ESTIMATED: estimated, DISABILITY: disabled is not None}
        self.options.set_chosen([key for key, on in chosen.items() if on])
        self.disability.set_value(disabled)
        self._extra.setVisible(disabled is not None)

    def focus_first(self) -> None:
        """Put the keyboard into the first number."""
        self.steppers[COUNT4[0]].field.setFocus()

    def _cell(self, theme: Theme, key: str, name: str) -> QWidget:
        cell = QWidget()
        stepper = Stepper(theme, self._spoken(name), read=read_number)
        self.steppers[key] = stepper
        column = Column(theme, cell, spacing=3)
        column.addWidget(Label(name, "pill", "text2", wrap=True))
        column.addWidget(stepper)
        return cell

    def _spoken(self, name: str) -> str:
        return self.tr("%1 yang hadir").replace("%1", name)

    def _options(self, theme: Theme) -> ChipGroup:
        choices = [
            Choice(DISABILITY, self.tr("Ada penyandang disabilitas")),
            Choice(ESTIMATED, self.tr("Kira-kira")),
        ]
        return ChipGroup(theme, choices, name=self.tr("Tentang angkanya"), multi=True, small=True)

    def _disability_row(self, theme: Theme) -> QWidget:
        extra = QWidget()
        row = Row(theme, extra, margins=(0, 2, 0, 0), spacing=12)
        words = Label(self.tr("Di antaranya penyandang disabilitas"), "text", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        row.addWidget(self.disability)
        return extra

    def _connect(self) -> None:
        for stepper in self.steppers.values():
            stepper.changed.connect(self._counted)
            stepper.field.returnPressed.connect(stepper.focusNextChild)
        self.disability.changed.connect(self._told)
        self.disability.field.returnPressed.connect(self.disability.focusNextChild)
        self.options.changed.connect(self._opted)

    def _counted(self, value: Any) -> None:
        """Where one number is given the others are nobody; take all away again together."""
        others = [each for each in self.steppers.values() if each is not self.sender()]
        if value is None and not any(other.value() for other in others):
            self.set_counts(None)
        elif value is not None:
            for other in others:
                other.set_value(other.value() or 0)
        self.changed.emit()

    def _opted(self, _keys: list[str]) -> None:
        wanted = DISABILITY in self.options.chosen()
        if wanted and not self._extra.isVisibleTo(self):
            self._extra.show()
            self.disability.field.setFocus()
        elif not wanted:
            self.disability.set_value(None)
            self._extra.hide()
        self.changed.emit()

    def _told(self, *_what: object) -> None:
        self.changed.emit()

    def _fit(self) -> None:
        columns = 2 if self.theme.scale >= STACKED_FROM else 4
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
