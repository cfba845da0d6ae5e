"""The list of cases: codes and plain words only, what is overdue first; and what waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from patbm_desktop.actions import case_access, casebook, wording
from patbm_desktop.actions.case_access import Reader
from patbm_desktop.actions.case_rows import Lines, Row, Shelf, State, Urgency
from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.domain import retention
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.clock import plain_date
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.reading import fold
from patbm_desktop.domain.second_look import SecondLook
from patbm_desktop.store import current, listing, search

WEEK = timedelta(days=6)
MOST_FOUND = 10_000
IN_SERVICE = frozenset({"dirujuk", "diterima_layanan"})


class Filter(StrEnum):
    """What a list is narrowed to."""

    ALL = "all"
    TODO = "todo"
    WATCHED = "watched"
    REFERRED = "referred"
    CLOSED = "closed"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a list is asked for. `in_notes` looks into the words of the notes as well."""

    filter: Filter = Filter.ALL
    search: str = ""
    in_notes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Cases, overdue first. Without the key `holders` says who has it.

    `rows` may be `Lines`, which work a line out when it is looked at: do not copy them.
    """

    rows: Sequence[Row]
    has_key: bool
    holders: tuple[Reader, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cases wait for something, and for how many days the oldest is overdue."""

    count: int = 0
    overdue_days: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """A closed case that need not be kept any more from `on`."""

    row: Row
    on: date


def listing_of(ws: Workspace, query: Query) -> Listing:
    """Return the cases that `query` asks for, overdue first and closed ones last."""
    shelf = Shelf(ws, with_void=query.filter is Filter.HIDDEN)
    return Listing(
        rows=_judged(ws, shelf, query) if _asks_rules(query) else _told(shelf, query),
        has_key=case_access.can_read(ws),
        holders=case_access.readers(ws),
    )


def _asks_rules(query: Query) -> bool:
    """Say whether more than the status decides which cases are in the list."""
    return bool(query.search.strip()) or query.filter is Filter.TODO


def _told(shelf: Shelf, query: Query) -> Sequence[Row]:
    """Return cases by their status alone; their lines are worked out as they are looked at."""
    found = [(shelf.urgency(row), row) for row in shelf.cases]
    kept = [(urgency, row) for urgency, row in found if _is_in(row, urgency, query.filter)]
    kept.sort(key=lambda each: each[0])
    missing = shelf.missing if query.filter is Filter.ALL else ()
    lines = [(row.ent, partial(shelf.row, row)) for _, row in kept]
    return Lines([*lines, *((row.ent, partial(_itself, row)) for row in missing)])


def _itself(row: Row) -> Row:
    return row


def _is_in(row: listing.Row, urgency: Urgency, wanted: Filter) -> bool:
    status = row.values.get("status")
    value = status.get("value") if isinstance(status, dict) else ""
    match wanted:
        case Filter.HIDDEN:
            return row.is_void
        case Filter.WATCHED:
            return value == "dipantau"
        case Filter.REFERRED:
            return value in IN_SERVICE
        case Filter.CLOSED:
            return urgency.is_over
        case _:
            return True


def _judged(ws: Workspace, shelf: Shelf, query: Query) -> Sequence[Row]:
    """Return cases by what is known of them, each line worked out at once."""
    found = _found_in_notes(ws, query.search) if query.in_notes else frozenset()
    rows = [(shelf.urgency(row), shelf.row(row)) for row in shelf.cases
            if _is_in(row, shelf.urgency(row), query.filter)]  # fmt: skip
    rows.sort(key=lambda each: each[0])
    lines = [row for _, row in rows] + list(shelf.missing)
    if query.filter is Filter.TODO:
        lines = [row for row in lines if is_waiting(row)]
    if not query.search.strip():
        return tuple(lines)
    return tuple(row for row in lines if row.ent in found or _is_named(row, query.search))


def is_waiting(row: Row) -> bool:
    """Say whether somebody has to do something about a case now."""
    if row.state in (State.HIDDEN, State.WAITING_FOR_CASE):
        return False
    if row.overdue_days is not None or row.no_news_days is not None:
        return True
    return not row.is_over and (bool(row.flags) or row.look is SecondLook.WAITING)


# -- searching -------------------------------------------------------------------------------


def _is_named(row: Row, text: str) -> bool:
    """Say whether every word of `text` stands in the code, the kind or a date of the row."""
    said = fold(" ".join(_said(row)))
    return all(fold(word) in said for word in text.split())


def _said(row: Row) -> Iterable[str]:
    yield from (row.code, row.code.removeprefix("K-"), row.month)
    for language in wording.LANGUAGES:
        if row.category:
            yield wording.label("category", row.category, language)
            yield wording.label("category_plain", row.category, language)
        yield from (plain_date(day, language) for day in _days(row))
    yield from (day.isoformat() for day in _days(row))


def _days(row: Row) -> list[date]:
    return [day for day in (row.learned_on, row.next.on if row.next else None) if day]


def _found_in_notes(ws: Workspace, text: str) -> frozenset[str]:
    found = {row.ent for row in search.find(ws.db, text, "case_detail", limit=MOST_FOUND)}
    for kind in ("follow_up", "referral"):
        rows = search.find(ws.db, text, kind, limit=MOST_FOUND)
        found |= {str(row.values.get("case_id")) for row in rows}
    return frozenset(found)


# -- what waits ------------------------------------------------------------------------------


def waiting(ws: Workspace) -> Waiting:
    """Return how many cases wait for a step, news or a second person: never which, for Beranda."""
    shelf = Shelf(ws, with_void=False)
    urgencies = [shelf.urgency(row) for row in shelf.cases]
    late = [-each.days_left for each in urgencies if not (each.is_over or each.is_calm)]
    return Waiting(len(late), max([0, *late]))


def calls_waiting(ws: Workspace) -> tuple[str, ...]:
    """Return the cases with a stop panel for which nobody has telephoned yet.

    Asked for at each unlock, and every hour while the window is open.
    """
    shelf, found = Shelf(ws, with_void=False), []
    for row in shelf.cases:
        whole = shelf.dossier(row)
        if whole.detail is None or whole.standing.is_over or whole.case.frozen:
            continue
        facts = facts_of(whole)
        if facts.is_stopped and not (facts.is_contacted or facts.is_taken_over):
            found.append(row.ent)
    return tuple(found)


def doubles(ws: Workspace, detail: CaseDetail, ent: str = "") -> tuple[Row, ...]:
    """Return cases that may be the same worry noted twice: same category, same week (R12).

    Only what this laptop can read anyhow; `ent` is the case itself.
    """
    on = detail.learned_on or ws.today()
    return tuple(
        row
        for row in Shelf(ws, with_void=False).rows()
        if row.ent != ent
        and row.category == detail.category
        and row.learned_on is not None
        and abs(row.learned_on - on) <= WEEK
        and (row.sex or detail.victim.sex) == (detail.victim.sex or row.sex)
    )


def due(ws: Workspace) -> tuple[Due, ...]:
    """Return closed cases whose time of keeping is over, oldest first."""
    found = []
    for row in Shelf(ws, with_void=False).rows():
        if not row.is_over or row.state is State.FROZEN:
            continue
        closed = closed_on(ws, row.ent)
        on = retention.due_on(closed, row.triage) if closed else None
        if on and on <= ws.today():
            found.append(Due(row, on))
    return tuple(sorted(found, key=lambda each: each.on))


def closed_on(ws: Workspace, ent: str) -> date | None:
    """Return the day on which a case got the status it has, None where it is open."""
    edits = current.history(ws.db, ws.entity("case", ent), ws.opener)
    days = [edit.at[:10] for edit in edits if "status" in edit.writes]
    is_closed = casebook.dossier(ws, ent).case.is_closed
    return date.fromisoformat(days[-1]) if is_closed and days else None
