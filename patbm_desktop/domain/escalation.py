"""The clock of a case: what comes next, by when, and when silence is too long.

Source: the project's escalation clock (section 2.5 of its domain document); the 24 and 72 hours
follow UU 12/2022, under which a service passes a report on within 3 x 24 hours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from patbm_desktop.domain.case import Next
from patbm_desktop.domain.facts import Facts
from patbm_desktop.domain.level import GREEN, RED
from patbm_desktop.domain.referral import Referral

CALL, ASK, REFER, VISIT, CHECK = "telepon", "tanya_uptd", "rujuk", "kunjungan", "cek"

FIRST_NEWS_DAYS, LATE_NEWS_DAYS = 1, 3
"""Days without news after which the numbers to call are shown, for the first and second time."""

LONGEST_DAYS = 30
"""A case that is still open is looked at at least this often."""

NEXT_CHECK_DAYS = {"merah": 7, "kuning": 3, "hijau": 30}
"""Days until the next check, once the first contact is made."""

WATCHED_DAYS = 14
REFUSED_DAYS = 7
GREEN_FIRST_DAYS = 14
WRITTEN_DAYS = 3


@dataclass(frozen=True, slots=True)
class Step:
    """Something that may come next: the day it is set to, and the last day that is offered."""

    what: str
    default: date
    latest: date


def steps(facts: Facts, today: date) -> tuple[Step, ...]:
    """Return what may be offered as the next step, the most fitting first."""
    return tuple(
        Step(what, _on(today, days), _on(today, most))
        for what, (days, most) in _offered(facts).items()
        if _is_open(what, facts)
    )


def default_next(facts: Facts, today: date) -> Next:
    """Return the next step that follows from the case by itself."""
    step = steps(facts, today)[0]
    return Next(step.what, step.default)


def latest(facts: Facts, what: str, today: date) -> date | None:
    """Return the last day on which `what` may be set, None where it is not offered at all."""
    days = _offered(facts).get(what) if _is_open(what, facts) else None
    return _on(today, days[1]) if days else None


def _on(today: date, days: int) -> date:
    return today + timedelta(days=days)


def _is_open(what: str, facts: Facts) -> bool:
    return what != VISIT or not facts.keeps_away


_Days = Mapping[str, tuple[int, int]]
"""For each step, after how many days it is set and after how many it is too late.

The most fitting step stands first.
"""


@cache
def _every(days: int, most: int) -> _Days:
    return dict.fromkeys((CHECK, CALL, ASK, REFER, VISIT), (days, most))


_AT_ONCE: _Days = {CALL: (0, 0), ASK: (0, 0), REFER: (0, 0)}
_ASK_AT_ONCE: _Days = {ASK: (0, 0), CALL: (0, 0), REFER: (0, 0)}
_BY_THEN = (WRITTEN_DAYS, WRITTEN_DAYS)
_YELLOW_FIRST: _Days = {
    CALL: (1, 1), ASK: (1, 1), REFER: _BY_THEN, VISIT: _BY_THEN, CHECK: _BY_THEN,
}  # fmt: skip


def _offered(facts: Facts) -> _Days:
    if facts.is_refused_by_family and not facts.uptd_was_asked:
        return _ASK_AT_ONCE
    if facts.is_contacted:
        return _later(facts)
    if facts.is_refused_by_adult:
        return _every(REFUSED_DAYS, REFUSED_DAYS)
    return _first(facts)


def _first(facts: Facts) -> _Days:
    """Return the first step: what the table allows and not a day later."""
    if facts.is_stopped:
        return _AT_ONCE
    is_green = facts.level == GREEN
    return _every(GREEN_FIRST_DAYS, GREEN_FIRST_DAYS) if is_green else _YELLOW_FIRST


def _later(facts: Facts) -> _Days:
    days = _check_days(facts)
    is_pressing = facts.level == RED and not facts.is_taken_over
    return _every(days, days if is_pressing else LONGEST_DAYS)


def _check_days(facts: Facts) -> int:
    if facts.level == RED and not facts.is_taken_over:
        return FIRST_NEWS_DAYS
    if facts.is_refused_by_adult:
        return REFUSED_DAYS
    if facts.level == GREEN and not facts.has_follow_up:
        return GREEN_FIRST_DAYS
    if facts.status == "dipantau" and facts.level != GREEN:
        return WATCHED_DAYS
    return NEXT_CHECK_DAYS.get(facts.level, WRITTEN_DAYS)


# -- silence ---------------------------------------------------------------------------------


def days_without_news(referrals: Iterable[Referral], today: date) -> int | None:
    """Return for how many days the oldest open letter has been without news (R11).

    None while no letter is a day old.
    """
    waits = [(today - each.since).days for each in referrals if each.is_open and each.since]
    longest = max(waits, default=0)
    return longest if longest >= FIRST_NEWS_DAYS else None


def delay(first: date, received: date) -> str:
    """Return the class of days from the first note until a service took over.

    By calendar day, since a sealed op carries no hour.
    """
    days = (received - first).days
    if days <= FIRST_NEWS_DAYS:
        return "24j"
    return "72j" if days <= LATE_NEWS_DAYS else "lebih"
