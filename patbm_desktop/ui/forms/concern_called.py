"""Who was telephoned, and at what time: one line for each number that was called."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time

from patbm_desktop.actions import wording
from patbm_desktop.domain.case import Call
from patbm_desktop.domain.clock import time_words
from patbm_desktop.domain.codes import CALLED
from patbm_desktop.domain.days import clock_time
from patbm_desktop.domain.reading import Unreadable
from patbm_desktop.domain.reason import Reason
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.labels import Sign
from patbm_desktop.ui.parts.layouts import Flow, keep_size
from patbm_desktop.ui.strings import fill, language
from patbm_desktop.ui.theme import Theme


class CallQuestion(Question):
    """Chips for the numbers; each that is on has its time, which is now until somebody changes it.

    `now` tells the laptop's time.
    """

    def __init__(self, theme: Theme, now: Callable[[], datetime], number: int = 0) -> None:
        super().__init__(theme, "", number)
        self._now = now
        self._number = self.head.findChild(Sign)
        self._days: dict[str, date | None] = {}
        name = wording.rule_words("danger.called_whom", language())
        self.head.set_text(name)
        labels = wording.labels("called", language())
        choices = [Choice(key, labels[key]) for key in CALLED]
        self.chips = ChipGroup(theme, choices, name=name, multi=True)
        self.times = {key: self._line(theme, labels[key]) for key in CALLED}
        self._fields = {key: Field(theme, labels[key], self.times[key]) for key in CALLED}
        flow = Flow(theme, spacing=(12, 7))
        for field in self._fields.values():
            flow.add(field)
            field.hide()
        self.body.addWidget(self.chips)
        self.body.addWidget(flow)
        self.chips.changed.connect(self._picked)
        for line in self.times.values():
            line.textEdited.connect(self._told)

    def calls(self) -> tuple[Call, ...]:
        """Return the calls; one whose time cannot be read has none."""
        return tuple(
            Call(to, self._days.get(to), _read(self.times[to].text())) for to in self.chips.chosen()
        )

    def set_calls(self, calls: Sequence[Call]) -> None:
        """Show `calls` and no others."""
        self.chips.set_chosen([each.to for each in calls])
        self._days = {each.to: each.on for each in calls}
        for call in calls:
            self.times[call.to].setText(_written(call.at))
        self._show_times()

    def add(self, to: str) -> None:
        """Note that `to` was called just now, unless a call to it is noted already."""
        if to not in self.chips.chosen():
            self.chips.set_chosen([*self.chips.chosen(), to])
            self._take_time(to)
            self._show_times()

    def is_readable(self) -> bool:
        """Say beside each time that cannot be read what is amiss; False when there is one."""
        unread = {to for to in self.chips.chosen() if _is_unread(self.times[to].text())}
        said = wording.sentence(Reason.NOT_A_TIME, language())
        for to, field in self._fields.items():
            field.problem(said if to in unread else "")
        return not unread

    def show_number(self, *, on: bool) -> None:
        """Show the number of the question only where it is one of three."""
        if self._number is not None:
            self._number.setVisible(on)

    def focus_first(self) -> None:
        """Put the keyboard on the numbers."""
        self.chips.focus_first()

    def _line(self, theme: Theme, whom: str) -> LineEdit:
        name = fill(self.tr("Jam menelepon %1"), whom)
        line = LineEdit(name, self.tr("misalnya 19.30"), size="normal")
        return keep_size(theme, line, width=130)

    def _picked(self, keys: list[str]) -> None:
        for key in keys:
            if self._fields[key].isHidden():
                self._take_time(key)
        self._show_times()
        self._told()

    def _take_time(self, to: str) -> None:
        now = self._now()
        self._days[to] = now.date()
        self.times[to].setText(_written(now.time()))

    def _show_times(self) -> None:
        chosen = self.chips.chosen()
        for key, field in self._fields.items():
            field.setVisible(key in chosen)

    def _told(self, *_what: object) -> None:
        self.changed.emit()


def call_as_json(call: Call) -> dict[str, str]:
    """Return a call as JSON values, for a draft."""
    return {
        "to": call.to,
        "on": call.on.isoformat() if call.on else "",
        "at": call.at.isoformat("minutes") if call.at else "",
    }


def call_from_json(call: Mapping[str, str]) -> Call:
    """Return the call of which `call_as_json` gave the values."""
    on, at = call.get("on"), call.get("at")
    return Call(
        call["to"],
        date.fromisoformat(on) if on else None,
        time.fromisoformat(at) if at else None,
    )


def _written(at: time | None) -> str:
    return time_words(at, language()) if at else ""


def _read(text: str) -> time | None:
    try:
        return clock_time(text)
    except Unreadable:
        return None


def _is_unread(text: str) -> bool:
    return bool(text.strip()) and _read(text) is None
