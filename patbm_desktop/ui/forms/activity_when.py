"""Question 2 of the log form: on which day, also when the laptop's clock cannot be believed."""

from datetime import date, timedelta
from enum import StrEnum

from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import DateField
from patbm_desktop.ui.strings import LOCALES, day, fill, language
from patbm_desktop.ui.theme import Theme


class Asking(StrEnum):
    """What the question expects: a day that was, a day of an old notebook, or one to come."""

    HELD = "held"
    BACKLOG = "backlog"
    PLAN = "plan"


OTHER = "other"
SURE = "sure"
STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1, "next_week": 7}
"""Days from today for each chip."""


class WhenQuestion(Question):
    """Today, yesterday, or a day from the calendar; with a doubtful clock no day is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 2)
        self._title = self.tr("Kapan?")
        self.head.set_text(self._title)
        self._today: date | None = None
        self._clock_says = date.min
        self._asking = Asking.HELD
        self.chips = ChipGroup(theme, [self._choice(OTHER)], name=self._title, dense=True)
        self.field = DateField(theme, self.tr("Tanggal kegiatan"), LOCALES[language()])
        self.field.hide()
        self.body.addWidget(self.chips)
        self.body.addWidget(self.field)
        self.chips.changed.connect(self._picked)
        self.field.changed.connect(self._typed)

    def offer(self, today: date | None, clock_says: date, asking: Asking = Asking.HELD) -> None:
        """Ask anew. `today` is None when `clock_says` cannot be right; then no day is chosen."""
        remembered = self.field.date_value() if self._asking is Asking.BACKLOG else clock_says
        self._today, self._clock_says, self._asking = today, clock_says, asking
        self.chips.set_chosen([])
        self.chips.set_choices([self._choice(key) for key in self._keys()])
        self.chips.set_chosen(["today"] if today and asking is Asking.HELD else [])
        self.field.set_date(remembered if asking is Asking.BACKLOG else clock_says)
        self.field.hide()
        doubt = fill(self.tr("Tanggal laptop: %1. Betul?"), day(clock_says))
        self.head.set_text(self._title if today else doubt)

    def day(self) -> date | None:
        """Return the day that is chosen, None while there is none."""
        key = self.chips.value()
        if key == OTHER:
            return self.field.date_value()
        if key == SURE:
            return self._clock_says
        return self._now() + timedelta(days=STEPS[key]) if key else None

    def set_day(self, when: date | None) -> None:
        """Show `when`, by its chip where there is one."""
        offered = self._keys()
        fitting = (key for key in offered if key in STEPS and when and self._of(key) == when)
        key = next(fitting, OTHER) if when else ""
        self.chips.set_chosen([key] if key else [])
        self.field.set_date(when or self._clock_says)
        self.field.setVisible(key == OTHER)

    def is_to_come(self) -> bool:
        """Say whether the chosen day is after today; never with a doubtful clock."""
        when = self.day()
        return self._today is not None and when is not None and when > self._today

    def is_tomorrow(self) -> bool:
        """Say whether the chosen day is tomorrow."""
        return self.is_to_come() and self.day() == self._of("tomorrow")

    def ask_other_day(self) -> None:
        """Open the field for another day and put the keyboard into it."""
        when = self.day() or self._clock_says
        self.chips.set_chosen([OTHER])
        self.field.set_date(when)
        self.field.show()
        self.field.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard on the chips, or into the field when it is open."""
        if self.field.isVisibleTo(self):
            self.field.setFocus()
        else:
            self.chips.focus_first()

    def _now(self) -> date:
        return self._today or self._clock_says

    def _of(self, key: str) -> date:
        return self._now() + timedelta(days=STEPS[key])

    def _keys(self) -> tuple[str, ...]:
        if self._today is None:
            return (SURE, OTHER)
        if self._asking is Asking.PLAN:
            return ("tomorrow", "next_week", OTHER)
        return ("today", "yesterday", OTHER)

    def _choice(self, key: str) -> Choice:
        words = {
            "today": self.tr("Hari ini"),
            "yesterday": self.tr("Kemarin"),
            "tomorrow": self.tr("Besok"),
            "next_week": self.tr("Minggu depan"),
            SURE: self.tr("Betul"),
            OTHER: self.tr("Lain…") if self._today else self.tr("Ubah tanggal"),
        }
        return Choice(key, words[key])

    def _picked(self, _keys: list[str]) -> None:
        if self.chips.value() == OTHER:
            self.field.show()
            self.field.setFocus()
        else:
            self.field.hide()
        self.changed.emit()

    def _typed(self, _day: object) -> None:
        self.changed.emit()
