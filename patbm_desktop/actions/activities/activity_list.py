"""The list of sessions: found by year, month, word or kind, and what each month adds up to.

The log form asks it too: for the last session of a kind, and for one noted twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from patbm_desktop.actions.activities import choices
from patbm_desktop.actions.activities.activity_rows import (
    ActivityRow,
    State,
    draft_rows,
    lines_of,
    rows_of,
)
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.domain.activity import Activity, from_values
from patbm_desktop.domain.reading import fold
from patbm_desktop.store import listing, search

PAGE = 500
"""Rows asked of the store at a time."""

RECENT = 500
"""How far back a session of the same kind is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a list is asked for; a `preset` key or "other" narrows the kind of activity."""

    year: int | None = None
    month: str = ""
    search: str = ""
    preset: str = ""
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTotal:
    """What one month of a list adds up to; `month` is empty for what has no date."""

    month: str
    activities: int = 0
    participants: int = 0
    drafts: int = 0
    planned: int = 0
    incomplete: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list, newest first, drafts first in their month, with the totals of what is in it.

    `is_whole` is false when `Query.limit` left rows out; the totals leave out the same.
    """

    rows: tuple[ActivityRow, ...]
    months: tuple[MonthTotal, ...]
    total: MonthTotal
    years: tuple[int, ...]
    is_whole: bool = True


def listing_of(ws: Workspace, query: Query) -> Listing:
    """Return the activities `query` asks for, and what they add up to."""
    every = merge(_drafts(ws, query), _kept(ws, query), key=_newest_first, reverse=True)
    found = tuple(islice(every, query.limit + 1 if query.limit else None))
    cut = found[: query.limit] if query.limit else found
    return Listing(
        rows=cut,
        months=_months(cut),
        total=_total("", cut),
        years=_years(ws),
        is_whole=len(cut) == len(found),
    )


def _kept(ws: Workspace, query: Query) -> Iterator[ActivityRow]:
    wanted = ([row for row in page if _is_wanted(row, query)] for page in _pages(ws, query))
    return lines_of(ws, wanted)


def _pages(ws: Workspace, query: Query) -> Iterator[list[listing.Row]]:
    """Yield what may be wanted, a page at a time, so that a long list is never held twice."""
    most = min(query.limit + 1, PAGE) if query.limit else PAGE
    page = _page(ws, query, most, None)
    while page:
        yield page
        page = _page(ws, query, most, page[-1]) if len(page) == most else []


def _page(ws: Workspace, query: Query, limit: int, before: listing.Row | None) -> list[listing.Row]:
    if query.search.strip():
        return search.find(ws.db, query.search, spaces=ws.shown, limit=limit, before=before)
    first, last = _span(query)
    is_everything = query.year is None and not query.month
    return listing.rows(
        ws.db,
        "activity",
        spaces=ws.shown,
        since=None if is_everything else first,
        until=None if is_everything else last,
        limit=limit,
        before=before,
    )


def _span(query: Query) -> tuple[str, str]:
    """Return the first and last day asked for, as prefixes that compare with ISO days."""
    if query.month:
        return f"{query.month}-01", f"{query.month}-31"
    if query.year:
        return f"{query.year:04}-01-01", f"{query.year:04}-12-31"
    return "", "9999-12-31"


def _is_wanted(row: listing.Row, query: Query) -> bool:
    first, last = _span(query)
    if not first <= (row.day or first) <= last:
        return False
    if not query.preset:
        return True
    own = choices.preset_for(row.values.get("program"), row.values.get("type"))
    if query.preset == "other":
        shown = {each.key for each in choices.presets("id")[:3]}
        return own is None or own.key not in shown
    return own is not None and own.key == query.preset


def _drafts(ws: Workspace, query: Query) -> list[ActivityRow]:
    if query.search.strip() or query.preset:
        return []
    first, last = _span(query)
    wanted = [row for row in draft_rows(ws) if first <= _day(row) <= last]
    return sorted(wanted, key=_newest_first, reverse=True)


def _day(row: ActivityRow) -> str:
    return row.activity.date.isoformat() if row.activity.date else ""


def _newest_first(row: ActivityRow) -> tuple[str, bool, str]:
    return (_day(row)[:7], row.state is State.DRAFT, _day(row))


def _months(rows: Iterable[ActivityRow]) -> tuple[MonthTotal, ...]:
    months: dict[str, list[ActivityRow]] = {}
    for row in rows:
        months.setdefault(_day(row)[:7], []).append(row)
    return tuple(_total(month, each) for month, each in months.items())


def _total(month: str, rows: Sequence[ActivityRow]) -> MonthTotal:
    held = [row for row in rows if row.state not in (State.DRAFT, State.PLANNED)]
    heads = [row.activity.participants for row in held if row.activity.participants]
    return MonthTotal(
        month=month,
        activities=len(held),
        participants=sum(each.total for each in heads),
        drafts=sum(row.state is State.DRAFT for row in rows),
        planned=sum(row.state is State.PLANNED for row in rows),
        incomplete=sum(not row.activity.is_complete for row in held),
    )


def _years(ws: Workspace) -> tuple[int, ...]:
    return tuple(
        sorted({*listing.years(ws.db, "activity", spaces=ws.shown), ws.today().year}, reverse=True)
    )


@dataclass(frozen=True, slots=True)
class LastLike:
    """The last session of the same kind, to fill a new one from; no numbers are taken over."""

    activity: Activity
    place_name: str


def last_like(ws: Workspace, preset: str) -> LastLike | None:
    """Return the last held session of `preset`, None when there was none."""
    for row in listing.rows(ws.db, "activity", spaces=ws.shown, limit=RECENT):
        activity = from_values(row.ent, row.values)
        own = choices.preset_of(activity)
        if own and own.key == preset and not activity.planned:
            names = people.names(ws, "place", [activity.place_id])
            return LastLike(activity, names.get(activity.place_id or "", ""))
    return None


def doubles(ws: Workspace, activity: Activity, place_name: str = "") -> tuple[ActivityRow, ...]:
    """Return what may be the same session noted twice: same RT, day, type and place (V2)."""
    if activity.date is None:
        return ()
    day = activity.date.isoformat()
    rows = rows_of(ws, listing.rows(ws.db, "activity", spaces=ws.shown, since=day, until=day))
    return tuple(
        row for row in rows
        if row.ent != activity.ent and row.activity.type == activity.type
        and _same_place(row, activity, place_name)
    )  # fmt: skip


def _same_place(row: ActivityRow, activity: Activity, place_name: str) -> bool:
    if place_name:
        return fold(row.place_name) == fold(place_name)
    return row.activity.place_id == activity.place_id
