"""Cases as lines of a list: what the log amounts to for each, read once for all."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar, overload

from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import how_far
from patbm_desktop.actions.travel.how_far import Step
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.domain import case_status, escalation, second_look
from patbm_desktop.domain.case import Case, CaseDetail, Dossier, Next, read_case, read_listed_detail
from patbm_desktop.domain.case_status import Flag
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.ids import case_code
from patbm_desktop.domain.referral import Referral, read_referral
from patbm_desktop.domain.second_look import SecondLook, Standing, Word
from patbm_desktop.store import current, listing, newer, oplog

WORDS = ("triage", "status", "confirmed")
"""Fields of a case of which every word that was ever written has a say."""

TEXTS = ("narrative", "initials", "identity")
"""Fields of a detail that no list holds."""

NOT_DUE = 1
"""Stands for the days until a step that is not due yet: the order asks no further."""
NEVER = "9"
"""Stands after every day."""

Value = TypeVar("Value")


class State(StrEnum):
    """What a list says of a case beside its status, the most pressing first."""

    HIDDEN = "hidden"
    CONTESTED = "contested"
    TWO_VERSIONS = "two_versions"
    WAITING_FOR_CASE = "waiting_for_case"
    LOCKED = "locked"
    NEWER = "newer"
    FROZEN = "frozen"
    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case in a list. Without the key `kasus` category, age, sex and flags are not known.

    `overdue_days` is 0 today and None while nothing is due; `no_news_days` counts a letter without
    an answer; `state` says what else there is to know, `step` how far the note has come, None on a
    laptop that belongs to nobody else.
    """

    ent: str
    code: str
    category: str | None = None
    age: str | None = None
    sex: str | None = None
    triage: str = ""
    status: str = ""
    reason: str | None = None
    month: str = ""
    learned_on: date | None = None
    next: Next | None = None
    overdue_days: int | None = None
    no_news_days: int | None = None
    look: SecondLook = SecondLook.NONE
    flags: tuple[Flag, ...] = ()
    state: State = State.OPEN
    is_over: bool = False
    locked: int = 0
    space: str = ""
    step: Step | None = None


class Urgency(NamedTuple):
    """Where a case stands in a list: what is over last, what waits longest first.

    `is_calm` says that no step is due, no news missing and no second person waited for.
    """

    is_over: bool
    is_calm: bool
    days_left: int
    next_on: str
    ent: str


class Order:
    """What decides the order of all cases, read once; it holds no text of a case.

    Once made it asks the store nothing more, so its cases may be looked at on any thread.
    """

    def __init__(self, ws: Workspace, *, with_void: bool = False) -> None:
        self.today = ws.today()
        self.parted = {line.subject.ent for line in conflict_list.lines(ws, sealed=True)}
        self.cases = listing.rows(ws.db, "case", spaces=ws.shown_cases, with_void=with_void)
        self.cases += self._half_hidden(ws)
        self._referrals = _grouped(listing.values(ws.db, "referral", _OF_REFERRAL), _letter)
        self._words = current.past(ws.db, "case", WORDS)
        spaces = {row.space for row in self.cases}
        self._companions = {space: case_access.has_companion(ws, space) for space in spaces}

    def _half_hidden(self, ws: Workspace) -> list[listing.Row]:
        """Return the hidden cases of which a part was changed by who did not know them hidden."""
        asked = self.parted - {row.ent for row in self.cases}
        found = (listing.row(ws.db, "case", ent) for ent in sorted(asked))
        return [row for row in found if row is not None]

    def urgency(self, row: listing.Row) -> Urgency:
        """Return how a case stands in the order of a list; much less work than its line."""
        standing, letters = self._standing(row), self._letters(row)
        waits = standing.look is SecondLook.WAITING
        late, on = _due(*_written_next(row), self.today)
        if standing.is_over:
            return Urgency(True, not waits, NOT_DUE, on, row.ent)
        is_silent = letters and escalation.days_without_news(letters, self.today) is not None
        is_calm = late is None and not is_silent and not waits
        return Urgency(False, is_calm, NOT_DUE if late is None else -late, on, row.ent)

    def _letters(self, row: listing.Row) -> tuple[Referral, ...]:
        return tuple(self._referrals.get(row.ent, ()))

    def _standing(self, row: listing.Row) -> Standing:
        return _standing(self._words.get(row.n, ()), self._companions[row.space])


class Shelf(Order):
    """Everything a list asks of all cases; it holds no text of a case either, nor an identity."""

    def __init__(self, ws: Workspace, *, with_void: bool = False) -> None:
        super().__init__(ws, with_void=with_void)
        details = listing.rows(
            ws.db, "case_detail", spaces=ws.shown_cases, with_void=with_void, without=TEXTS
        )
        self._details = {row.ent: row for row in details}
        self._follow_ups = _grouped(listing.values(ws.db, "follow_up", _OF_FOLLOW_UP), _deed)
        self._locked, self._steps = oplog.locked(ws.db), how_far.steps(ws)
        self._strange = newer.records(ws.db, ws.rights)
        self.missing = self._find_missing(ws)

    def _find_missing(self, ws: Workspace) -> tuple[Row, ...]:
        """Return a row of each case that something points to and that is not here yet."""
        pointed = {*self._details, *self._follow_ups, *self._referrals}
        pointed -= {row.ent for row in self.cases}
        missing = pointed - listing.existing(ws.db, "case", pointed)
        return tuple(
            Row(ent=ent, code=case_code(ent), state=State.WAITING_FOR_CASE)
            for ent in sorted(missing)
        )

    def rows(self) -> Iterable[Row]:
        """Yield the line of each case, in no order."""
        yield from map(self.row, self.cases)
        yield from self.missing

    def row(self, row: listing.Row) -> Row:
        """Return the line of one case."""
        detail, locked = self._details.get(row.ent), self._locked.get(row.ent, 0)
        made = row_of(self.dossier(row), row, detail, locked, self.today)
        state = State.NEWER if row.ent in self._strange else made.state
        state = State.TWO_VERSIONS if row.ent in self.parted else state
        return replace(made, state=state, step=self._steps.of(row.ent))

    def flags(self, row: listing.Row) -> tuple[Flag, ...]:
        """Return what of one case stands against a rule."""
        dossier = self.dossier(row)
        return case_status.flags(dossier, facts_of(dossier), self.today)

    def named_by(self, row: listing.Row, field: str) -> str:
        """Return the key or the day in one field of the details, "" where there is none."""
        detail = self._details.get(row.ent)
        return _text(detail.values.get(field) if detail else None) or ""

    def is_awaited(self, row: listing.Row) -> bool:
        """Say whether nothing of the details of a case has come yet, as `State` has it."""
        is_here = row.ent in self._details or self._locked.get(row.ent)
        return not (is_here or row.conflicts or row.is_contested)

    def dossier(self, row: listing.Row) -> Dossier:
        """Return what the rules ask of one case."""
        detail = self._details.get(row.ent)
        return Dossier(
            case=read_case(row.ent, row.values),
            detail=read_listed_detail(row.ent, detail.values) if detail else None,
            follow_ups=tuple(self._follow_ups.get(row.ent, ())),
            referrals=self._letters(row),
            standing=self._standing(row),
        )


@lru_cache(maxsize=1024)
def _standing(said: tuple[current.Said, ...], has_companion: bool) -> Standing:  # noqa: FBT001
    words = (Word(name, json.loads(value)) for name, value in said)
    return second_look.standing(words, has_companion=has_companion)


class Lines(Sequence[Row]):
    """The lines of `cases` in their order, each worked out when it is first looked at; then `rest`.

    `ents` names the cases without working anything out.
    """

    def __init__(
        self, cases: Sequence[listing.Row], make: Callable[[listing.Row], Row], rest: Sequence[Row]
    ) -> None:
        self._cases, self._make = cases, make
        self.ents = (*(row.ent for row in cases), *(row.ent for row in rest))
        self._made: dict[int, Row] = dict(enumerate(rest, len(cases)))

    def __len__(self) -> int:
        return len(self.ents)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        place = range(len(self))[at]
        if place not in self._made:
            self._made[place] = self._make(self._cases[place])
        return self._made[place]


def next_of(row: listing.Row) -> Next | None:
    """Return the next step of a case, of which nothing else need be read."""
    return _next(*_written_next(row))


def _written_next(row: listing.Row) -> tuple[str | None, str | None]:
    planned = row.values.get("next")
    if not isinstance(planned, dict):
        return None, None
    return _text(planned.get("what")), _text(planned.get("on"))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


@lru_cache(maxsize=1024)
def _next(what: str | None, on: str | None) -> Next | None:
    if what is None:
        return None
    return read_case("", {"next": {"what": what, "on": on}}).next


@lru_cache(maxsize=1024)
def _due(what: str | None, on: str | None, today: date) -> tuple[int | None, str]:
    """Return for how many days a next step has been due, and by what day lists order it."""
    planned = _next(what, on)
    return _days_due(planned, today), planned.on.isoformat() if planned and planned.on else NEVER


_OF_FOLLOW_UP = ("case_id", "kind", "advised")
_OF_REFERRAL = ("case_id", "to", "made_on", "sent.on", "outcome", "refused_by")
"""What the rules ask of thousands of them."""


@lru_cache(maxsize=64)
def _deed(kind: Any, advised: Any) -> FollowUp:
    return FollowUp(kind=str(kind or ""), advised=advised == 1)


@lru_cache(maxsize=1024)
def _letter(to: Any, made_on: Any, sent_on: Any, outcome: Any, refused_by: Any) -> Referral:
    values = {"to": to, "made_on": made_on, "outcome": outcome, "refused_by": refused_by}
    return read_referral("", values | ({"sent": {"on": sent_on}} if sent_on else {}))


def _grouped(rows: Iterable[tuple[Any, ...]], read: Callable[..., Value]) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    for _, case, *values in rows:
        found.setdefault(str(case), []).append(read(*values))
    return found


def row_of(
    dossier: Dossier, row: listing.Row, detail: listing.Row | None, locked: int, today: date
) -> Row:
    """Return the line of one case."""
    case, seen = dossier.case, dossier.detail or CaseDetail()
    facts = facts_of(dossier)
    is_over = dossier.standing.is_over
    due = None if is_over else _days_due(case.next, today)
    return Row(
        ent=row.ent, code=case.code, category=seen.category, age=seen.victim.age,
        sex=seen.victim.sex, learned_on=seen.learned_on, month=case.month,
        triage=facts.level if dossier.detail else dossier.standing.level or case.triage,
        status=case.status.value, reason=case.status.reason, next=case.next, overdue_days=due,
        no_news_days=None if is_over else escalation.days_without_news(dossier.referrals, today),
        look=dossier.standing.look, flags=case_status.flags(dossier, facts, today), is_over=is_over,
        locked=locked, state=_state(row, detail, case, locked, is_over=is_over), space=row.space,
    )  # fmt: skip


def _days_due(planned: Next | None, today: date) -> int | None:
    if planned is None or planned.on is None or planned.on > today:
        return None
    return (today - planned.on).days


def _state(
    row: listing.Row, detail: listing.Row | None, case: Case, locked: int, *, is_over: bool
) -> State:
    states = (
        (State.HIDDEN, row.is_void),
        (State.CONTESTED, row.is_contested or (detail is not None and detail.is_contested)),
        (State.TWO_VERSIONS, row.conflicts or (detail is not None and detail.conflicts)),
        (State.WAITING_FOR_CASE, detail is None and not locked),
        (State.LOCKED, locked),
        (State.FROZEN, case.frozen),
        (State.CLOSED, is_over),
    )
    return next((state for state, holds in states if holds), State.OPEN)
