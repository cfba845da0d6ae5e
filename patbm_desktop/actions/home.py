"""What Beranda answers: what should I do now, and is everything safe."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from patbm_desktop.actions.activities import activity_rows
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.actions.cases import case_list, case_noting
from patbm_desktop.actions.entrance import passphrases
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month
from patbm_desktop.actions.rt import contacts
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.domain.clock import PartOfDay, part_of_day
from patbm_desktop.domain.summary import (
    MonthBar,
    month_bars,
    month_of,
    months_later,
)
from patbm_desktop.store import listing

LATEST = 2
BARS = 6


class TodoKind(StrEnum):
    """Something only a person can do, the most pressing first."""

    UPTD_NUMBER = "uptd_number"
    FOLLOW_UPS = "follow_ups"
    CONCERN_DRAFT = "concern_draft"
    PLANNED_DUE = "planned_due"
    DRAFT = "draft"
    INCOMPLETE = "incomplete"
    TWO_VERSIONS = "two_versions"
    CASES_TWO_VERSIONS = "cases_two_versions"
    REPORT_UNPRINTED = "report_unprinted"
    RECOVERY_SHEET = "recovery_sheet"


SEALED = frozenset({TodoKind.FOLLOW_UPS, TodoKind.CONCERN_DRAFT, TodoKind.CASES_TWO_VERSIONS})
"""What nobody who looks on may see, not even as a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One line of "Perlu dilakukan"; `facts` fill its sentence, ids say what it opens."""

    kind: TodoKind
    ent: str = ""
    draft: str = ""
    month: str = ""
    row: ActivityRow | None = None
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Everything Beranda shows. `part_of_day` chooses the greeting.

    `can_note` says that a worry about a child can be written down on this laptop.
    """

    part_of_day: PartOfDay
    today: date
    todos: tuple[Todo, ...]
    month: str
    activities: int
    participants: int
    bars: tuple[MonthBar, ...]
    latest: tuple[ActivityRow, ...]
    can_note: bool = False


def home(ws: Workspace) -> Home:
    """Gather Beranda as of now."""
    now = ws.clock.now()
    this = month_of(now.date())
    bars = _bars(ws, this, BARS)
    return Home(
        part_of_day=part_of_day(now.hour),
        today=now.date(),
        todos=todos(ws),
        month=this,
        activities=bars[-1].activities,
        participants=bars[-1].participants,
        bars=bars,
        latest=_latest(ws),
        can_note=case_access.can_read(ws),
    )


def _bars(ws: Workspace, last: str, count: int) -> tuple[MonthBar, ...]:
    sums = listing.months(ws.db, spaces=ws.shown, since=months_later(last, 1 - count))
    held = {each.month: (each.records, each.heads) for each in sums if each.month}
    return month_bars(held, last, count)


def _latest(ws: Workspace) -> tuple[ActivityRow, ...]:
    held = listing.rows(ws.db, "activity", spaces=ws.shown, but=listing.Flag.PLANNED, limit=LATEST)
    return tuple(activity_rows.rows_of(ws, held))


def todos(ws: Workspace) -> tuple[Todo, ...]:
    """Return what needs a person, the most pressing first."""
    return (
        *_uptd_number(ws), *_follow_ups(ws), *_planned_due(ws), *_concern_drafts(ws), *_drafts(ws),
        *_incomplete(ws), *_two_versions(ws), *_unprinted(ws), *_recovery_sheet(ws),
    )  # fmt: skip


def _uptd_number(ws: Workspace) -> list[Todo]:
    row = next(each for each in contacts.every(ws) if each.function == "uptd_ppa")
    if row.tested_on:
        return []
    return [Todo(kind=TodoKind.UPTD_NUMBER, facts={"number": row.number})]


def _follow_ups(ws: Workspace) -> list[Todo]:
    """Return one line for all cases that are due: a number, never which or of what kind."""
    waiting = case_list.waiting(ws)
    if not waiting.count:
        return []
    facts = {"count": waiting.count, "overdue_days": waiting.overdue_days or 0}
    return [Todo(kind=TodoKind.FOLLOW_UPS, facts=facts)]


def _planned_due(ws: Workspace) -> list[Todo]:
    until = ws.today().isoformat()
    rows = listing.rows(ws.db, "activity", spaces=ws.shown, until=until, only=listing.Flag.PLANNED)
    return [
        Todo(kind=TodoKind.PLANNED_DUE, ent=row.ent, row=row)
        for row in activity_rows.rows_of(ws, rows)
    ]


def _concern_drafts(ws: Workspace) -> list[Todo]:
    return [
        Todo(
            kind=TodoKind.CONCERN_DRAFT,
            draft=each.id,
            facts={"saved_at": each.saved_at.isoformat(), "is_old": int(_is_old(ws, each))},
        )
        for each in drafts.every(ws, case_noting.FORM)
    ]


def _is_old(ws: Workspace, draft: Draft) -> bool:
    return ws.clock.now() - draft.saved_at > timedelta(days=drafts.OLD_AFTER_DAYS)


def _drafts(ws: Workspace) -> list[Todo]:
    found = []
    by_id = {row.draft: row for row in activity_rows.draft_rows(ws)}
    for each in drafts.every(ws, activity_rows.FORM):
        facts: dict[str, str | int] = {"saved_at": each.saved_at.isoformat()}
        facts["is_old"] = int(_is_old(ws, each))
        found.append(Todo(kind=TodoKind.DRAFT, draft=each.id, row=by_id.get(each.id), facts=facts))
    return found


def _incomplete(ws: Workspace) -> list[Todo]:
    flag, spaces = listing.Flag.INCOMPLETE, ws.shown
    rows = listing.rows(ws.db, "activity", spaces=spaces, only=flag, limit=1)
    if not rows:
        return []
    first = activity_rows.rows_of(ws, rows)[0]
    facts = {"count": listing.count(ws.db, "activity", spaces=spaces, only=flag)}
    return [Todo(kind=TodoKind.INCOMPLETE, ent=first.ent, row=first, facts=facts)]


def _two_versions(ws: Workspace) -> list[Todo]:
    """Return what I may choose between; of cases a number on a line of its own."""
    counts = conflict_list.count(ws)
    each = ((TodoKind.TWO_VERSIONS, counts.open), (TodoKind.CASES_TWO_VERSIONS, counts.sealed))
    return [Todo(kind=kind, facts={"count": number}) for kind, number in each if number]


def _unprinted(ws: Workspace) -> list[Todo]:
    last = months_later(month_of(ws.today()), -1)
    (bar,) = _bars(ws, last, 1)
    if not bar.activities or month.stage_of(ws, last) is not month.Stage.NONE:
        return []
    facts = {"activities": bar.activities, "participants": bar.participants}
    return [Todo(kind=TodoKind.REPORT_UNPRINTED, month=last, facts=facts)]


def _recovery_sheet(ws: Workspace) -> list[Todo]:
    state = passphrases.sheet_state(ws)
    if state is passphrases.SheetState.TRIED:
        return []
    return [Todo(kind=TodoKind.RECOVERY_SHEET, facts={"state": state.value})]
