"""The list of cases: codes and plain words only, what is overdue first; and what waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases import casebook
from patbm_desktop.actions.cases.case_rows import (
    Lines,
    Order,
    Row,
    Shelf,
    State,
    Urgency,
    next_of,
)
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.kelurahan.case_access import Reader
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import retention
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.clock import plain_date
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.ids import case_code
from patbm_desktop.domain.reading import fold
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cases wait for something, and for how many days the oldest is overdue."""

    count: int = 0
    overdue_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Cases, overdue first. Without the key `holders` says who has it.

    `rows` may be `Lines`, which work a line out when it is looked at: do not copy them.
    """

    rows: Sequence[Row]
    has_key: bool
    holders: tuple[Reader, ...]
    waiting: Waiting | None = None
    """What `waiting` would say; None where a word narrowed the list, and not all were looked at."""


@dataclass(frozen=True, slots=True)
class Due:
    """A closed case that need not be kept any more from `on`."""

    row: Row
    on: date


def listing_of(ws: Workspace, query: Query) -> Listing:
    """Return the cases that `query` asks for, overdue first and closed ones last."""
    shelf = Shelf(ws, with_void=query.filter is Filter.HIDDEN)
    is_narrowed = bool(query.search.strip())
    found = _searched(ws, shelf, query) if is_narrowed else shelf.cases
    listed = [(shelf.urgency(row), row) for row in found]
    is_all = not is_narrowed and query.filter is not Filter.HIDDEN
    return Listing(
        rows=_lines(shelf, query, listed),
        has_key=case_access.can_read(ws),
        holders=case_access.readers(ws),
        waiting=_waiting(urgency for urgency, _ in listed) if is_all else None,
    )


def _lines(
    shelf: Shelf, query: Query, listed: Iterable[tuple[Urgency, listing.Row]]
) -> Sequence[Row]:
    """Return the cases in their order; their lines are worked out as they are looked at."""
    kept = sorted((each for each in listed if _is_in(shelf, *each, query.filter)), key=_place)
    missing = _missing(shelf, query)
    return Lines([row for _, row in kept], shelf.row, missing) if kept or missing else ()


def _place(listed: tuple[Urgency, listing.Row]) -> Urgency:
    return listed[0]


def _missing(shelf: Shelf, query: Query) -> Sequence[Row]:
    """Return the lines of cases that something points to and that are not here yet."""
    if query.filter is not Filter.ALL:
        return ()
    words = [fold(word) for word in query.search.split()]
    return [row for row in shelf.missing if _has_all(words, fold(row.code))]


def _is_in(shelf: Shelf, urgency: Urgency, row: listing.Row, wanted: Filter) -> bool:
    match wanted:
        case Filter.HIDDEN:
            return row.is_void
        case Filter.TODO:
            return _asks_for_work(shelf, urgency, row)
        case Filter.WATCHED:
            return _status(row) == "dipantau"
        case Filter.REFERRED:
            return _status(row) in IN_SERVICE
        case Filter.CLOSED:
            return urgency.is_over
        case _:
            return True


def _status(row: listing.Row) -> str:
    status = row.values.get("status")
    return str(status.get("value")) if isinstance(status, dict) else ""


def _asks_for_work(shelf: Shelf, urgency: Urgency, row: listing.Row) -> bool:
    """Say whether somebody has to do something about a case now.

    The rules are asked only of a case of which the order does not say so already.
    """
    if urgency.is_over or shelf.is_awaited(row):
        return False
    return not urgency.is_calm or bool(shelf.flags(row))


# -- searching -------------------------------------------------------------------------------


def _searched(ws: Workspace, shelf: Shelf, query: Query) -> Sequence[listing.Row]:
    """Return the cases with every word in the code, the kind or a date, or in their notes."""
    words = [fold(word) for word in query.search.split()]
    found = _found_in_notes(ws, query.search) if query.in_notes else frozenset()
    return [row for row in shelf.cases if row.ent in found or _has_all(words, _said(shelf, row))]


def _has_all(words: Iterable[str], said: str) -> bool:
    return all(word in said for word in words)


def _said(shelf: Shelf, row: listing.Row) -> str:
    """Return what a case is found by, without its notes, as `fold` writes it."""
    planned = next_of(row)
    return "".join((
        fold(case_code(row.ent)),
        fold(row.day or ""),
        _category_said(shelf.named_by(row, "category")),
        _day_said(shelf.named_by(row, "learned_on")),
        _day_said(planned.on.isoformat() if planned and planned.on else ""),
    ))  # fmt: skip


@lru_cache
def _category_said(category: str) -> str:
    tables = ("category", "category_plain") if category else ()
    labels = (
        wording.label(table, category, language)
        for language in wording.LANGUAGES
        for table in tables
    )
    return fold(" ".join(labels))


@lru_cache(maxsize=1024)
def _day_said(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return ""
    return fold(" ".join([text, *(plain_date(day, each) for each in wording.LANGUAGES)]))


def _found_in_notes(ws: Workspace, text: str) -> frozenset[str]:
    spaces = ws.shown_cases
    details = search.find(ws.db, text, "case_detail", spaces=spaces, limit=MOST_FOUND)
    found = {row.ent for row in details}
    for kind in ("follow_up", "referral"):
        rows = search.find(ws.db, text, kind, spaces=spaces, limit=MOST_FOUND)
        found |= {str(row.values.get("case_id")) for row in rows}
    return frozenset(found)


# -- what waits ------------------------------------------------------------------------------


def waiting(ws: Workspace, order: Order | None = None) -> Waiting:
    """Return how many cases wait for a step, news or a second person: never which, for Beranda.

    `order` spares reading all cases where that was just done.
    """
    order = order or Order(ws)
    return _waiting(map(order.urgency, order.cases))


def _waiting(urgencies: Iterable[Urgency]) -> Waiting:
    late = [-each.days_left for each in urgencies if not (each.is_over or each.is_calm)]
    return Waiting(len(late), max([0, *late]))


def calls_waiting(ws: Workspace) -> tuple[str, ...]:
    """Return the cases with a stop panel for which nobody has telephoned yet.

    Asked for at each unlock, and every hour while the window is open.
    """
    shelf, found = Shelf(ws), []
    for row in shelf.cases:
        whole = shelf.dossier(row)
        if whole.detail is None or whole.standing.is_over or whole.case.frozen:
            continue
        facts = facts_of(whole)
        if facts.is_stopped and not (facts.is_contacted or facts.is_taken_over):
            found.append(row.ent)
    return tuple(found)


def doubles(
    ws: Workspace, detail: CaseDetail, ent: str = "", *, shelf: Shelf | None = None
) -> tuple[Row, ...]:
    """Return cases that may be the same worry noted twice: same category, same week (R12).

    Only what this laptop can read anyhow; `ent` is the case itself, `shelf` what was just read.
    """
    on, shelf = detail.learned_on or ws.today(), shelf or Shelf(ws)
    alike = (row for row in shelf.cases if shelf.named_by(row, "category") == detail.category)
    return tuple(
        row
        for row in map(shelf.row, alike)
        if row.ent != ent
        and row.learned_on is not None
        and abs(row.learned_on - on) <= WEEK
        and (row.sex or detail.victim.sex) == (detail.victim.sex or row.sex)
    )


def due(ws: Workspace) -> tuple[Due, ...]:
    """Return closed cases whose time of keeping is over, oldest first."""
    found = []
    for row in Shelf(ws).rows():
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
