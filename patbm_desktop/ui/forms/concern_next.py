"""Question 4 of a worry: what comes next and when; only what the rules of safeguarding allow."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.domain.case import Next
from patbm_desktop.domain.codes import NEXT_STEPS
from patbm_desktop.domain.escalation import CALL, VISIT, Step
from patbm_desktop.domain.safeguard import Act, Judgement
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import DateField
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Flow, Row, keep_size
from patbm_desktop.ui.strings import LOCALES, language
from patbm_desktop.ui.theme import Theme

NOW, TODAY, OTHER = "now", "today", "other"
DAYS = {NOW: 0, TODAY: 0, "tomorrow": 1, "three_days": 3}
"""Days from today for each chip of the day."""

YELLOW = "yellow."
"""How the key of what is said of yellow violence begins."""


class NextQuestion(Question):
    """What next, and when; says beside it how to visit, or why not to.

    `call_now` says that she wants to telephone at this moment: there is danger.
    """

    call_now = Signal()

    def __init__(self, theme: Theme, number: int = 4) -> None:
        super().__init__(theme, "", number)
        name = self.tr("Langkah berikutnya?")
        self.head.set_text(name)
        self._steps: dict[str, Step] = {}
        self._today = date.min
        self._visit, self._bars_visit = "", False
        self.visit = Label("", "pill", "primary", wrap=True)
        self.visit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head.row.addWidget(self.visit, 100)
        self.what = ChipGroup(theme, [Choice(VISIT, "")], name=name, optional=True)
        self.when = ChipGroup(theme, [self._day_choice(NOW)], name=self.tr("Kapan?"), dense=True)
        self.day = DateField(theme, self.tr("Tanggal langkah berikutnya"), LOCALES[language()])
        self.day.hide()
        self.straight = Banner(theme, "", status="warn", icon="info")
        self.body.addWidget(self.what)
        self.body.addWidget(self._when_row(theme))
        self.body.addWidget(self.straight)
        self.what.changed.connect(self._picked)
        self.when.changed.connect(self._timed)
        self.day.changed.connect(self._told)

    def offer(self, judgement: Judgement, today: date, address: str) -> None:
        """Offer what `judgement` allows from `today` on; what is barred now is taken back."""
        self._steps = {each.what: each for each in judgement.next_steps}
        self._today = today
        offered = [key for key in NEXT_STEPS if key in self._steps]
        if offered != self.what.offered():
            labels = wording.labels("next_step", language())
            self.what.set_choices([Choice(key, labels[key]) for key in offered])
        self._bars_visit = not judgement.allows(Act.VISIT)
        self._visit = wording.rule_words(judgement.visit, language(), address)
        said = [
            wording.rule_words(key, language(), address)
            for key in judgement.warnings
            if key.startswith(YELLOW)
        ]
        self.straight.set_text("\n".join(said))
        self.straight.setVisible(bool(said))
        self._offer_days()
        self._show_visit()

    def next_step(self) -> Next | None:
        """Return what comes next and on which day, None while nothing is chosen."""
        what = self.what.value()
        return Next(what, self._chosen_day()) if what else None

    def answer(self) -> tuple[str, str, date | None]:
        """Return the chips that are on, and the other day where one is chosen."""
        when = self.when.value()
        return self.what.value(), when, self.day.date_value() if when == OTHER else None

    def set_answer(self, what: str, when: str, other: date | None) -> None:
        """Show an answer that was given before, as far as it is still offered."""
        self.what.set_chosen([what] if what else [])
        self._offer_days()
        self.when.set_chosen([when] if what and when else [])
        self.day.set_date(other or self._today)
        self._show_day()
        self._show_visit()

    def focus_first(self) -> None:
        """Put the keyboard on the first chips."""
        self.what.focus_first()

    def _when_row(self, theme: Theme) -> QWidget:
        holder = QWidget()
        row = Row(theme, holder, spacing=10)
        caption = keep_size(theme, Label(self.tr("kapan"), "secondary", "text2"), min_height=40)
        row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
        flow = Flow(theme)
        flow.add(self.when)
        flow.add(self.day)
        row.addWidget(flow, 1)
        return holder

    def _picked(self, _keys: list[str]) -> None:
        self.when.set_chosen([])
        self._offer_days()
        self._show_visit()
        self._told()

    def _timed(self, _keys: list[str]) -> None:
        self._show_day()
        if self.when.value() == OTHER:
            self.day.setFocus()
        self._told()
        if (self.what.value(), self.when.value()) == (CALL, NOW):
            self.call_now.emit()

    def _told(self, *_what: object) -> None:
        self.changed.emit()

    def _offer_days(self) -> None:
        last = self._last()
        keys = [key for key, days in DAYS.items() if self._today + timedelta(days=days) <= last]
        if last > self._today + timedelta(days=DAYS["three_days"]):
            keys.append(OTHER)
        if keys != self.when.offered():
            self.when.set_choices([self._day_choice(key) for key in keys])
        self.day.blockSignals(True)
        self.day.setDateRange(_as_qt(self._today), _as_qt(last))
        self.day.blockSignals(False)
        step = self._steps.get(self.what.value())
        if step is not None and not self.when.value():
            self._choose_day(step.default)
        self._show_day()

    def _last(self) -> date:
        step = self._steps.get(self.what.value())
        lasts = [step.latest] if step else [each.latest for each in self._steps.values()]
        return max(lasts, default=self._today)

    def _choose_day(self, wanted: date) -> None:
        fitting = [key for key in self.when.offered() if key != OTHER and self._of(key) == wanted]
        self.when.set_chosen(fitting[:1] or [OTHER])
        self.day.set_date(wanted)
        self._show_day()

    def _chosen_day(self) -> date:
        key = self.when.value()
        if key == OTHER:
            return self.day.date_value()
        return self._of(key) if key else self._steps[self.what.value()].default

    def _of(self, key: str) -> date:
        return self._today + timedelta(days=DAYS[key])

    def _show_day(self) -> None:
        self.day.setVisible(self.when.value() == OTHER)

    def _show_visit(self) -> None:
        is_said = self._bars_visit or self.what.value() == VISIT
        self.visit.setText(self._visit if is_said else "")
        self.visit.wear(tone="warn" if self._bars_visit else "primary")

    def _day_choice(self, key: str) -> Choice:
        words = {
            NOW: self.tr("Sekarang"),
            TODAY: self.tr("Hari ini"),
            "tomorrow": self.tr("Besok"),
            "three_days": self.tr("3 hari lagi"),
            OTHER: self.tr("Lain…"),
        }
        return Choice(key, words[key])


def _as_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
