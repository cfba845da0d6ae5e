"""Sessions: logged, found, corrected, planned, taken back."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import Any

from patbm_desktop.actions import (
    attendance,
    choices,
    conflict_list,
    drafts,
    how_far,
    people,
    photos,
    undoing,
)
from patbm_desktop.actions.attendance import Attendee
from patbm_desktop.actions.conflict_list import Subject
from patbm_desktop.actions.how_far import Step
from patbm_desktop.actions.photos import NewPhoto, PhotoRow
from patbm_desktop.actions.workspace import Done, Edit, Refused, Workspace
from patbm_desktop.domain import activity as rules
from patbm_desktop.domain import ids, versions
from patbm_desktop.domain.activity import Activity, from_values, to_values
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.domain.op import Writes
from patbm_desktop.domain.reading import fold
from patbm_desktop.domain.reason import Hint
from patbm_desktop.store import current, draft, listing, newer, search

FORM = "activity"
"""The name of the log form among the drafts."""
PAGE = 500
"""Rows asked of the store at a time."""
RECENT = 500
"""How far back a session of the same kind is looked for."""


class State(StrEnum):
    """What a list says of one activity; each has an icon and a word."""

    DRAFT = "draft"
    PLANNED = "planned"
    INCOMPLETE = "incomplete"
    TWO_VERSIONS = "two_versions"
    CONTESTED = "contested"
    LOCKED = "locked"
    NEWER = "newer"
    VOID = "void"
    WAITING = "waiting"
    HANDED_OVER = "handed_over"
    STOPPED = "stopped"
    BAD = "bad"
    RECEIVED = "received"
    SAFE = "safe"


OF_STEP: Mapping[Step | None, State] = {
    Step.WAITS: State.WAITING,
    Step.SENT: State.HANDED_OVER,
    Step.STOPPED: State.STOPPED,
    Step.BAD: State.BAD,
    Step.RECEIVED: State.RECEIVED,
    None: State.SAFE,
}
"""What a list says of a note of which nothing else presses: how far it has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One line of a list. `photos` and `lists` count what is attached; `draft` is a draft's id.

    `step` is how far it has come, None on a laptop that belongs to nobody else, and of a draft.
    """

    ent: str
    activity: Activity
    place_name: str = ""
    lead_name: str = ""
    photos: int = 0
    lists: int = 0
    state: State = State.SAFE
    step: Step | None = None
    draft: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one edit, as values of an op."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEdit:
    """One edit of a record: `at` is the laptop's own time and is shown as such.

    `decided` says that it chose between two versions.
    """

    op: str
    at: str
    by_name: str
    changes: tuple[Change, ...]
    decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One activity with all that belongs to it; `shown` is what a correction replaces.

    `once_two` says that somebody chose between versions of it, its list or a photo, on whatever
    laptop.
    """

    row: ActivityRow
    activity: Activity
    shown: View = field(repr=False)
    history: tuple[PastEdit, ...]
    photos: tuple[PhotoRow, ...]
    attendees: tuple[Attendee, ...]
    hints: tuple[Hint, ...]
    two_versions: tuple[str, ...]
    once_two: bool


# -- lists -----------------------------------------------------------------------------------


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
    return _lines(ws, wanted)


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


def rows_of(ws: Workspace, rows: Sequence[listing.Row]) -> list[ActivityRow]:
    """Return list lines with the names and attachments of `rows` looked up."""
    return list(_lines(ws, [rows]))


def _lines(ws: Workspace, pages: Iterable[Sequence[listing.Row]]) -> Iterator[ActivityRow]:
    place_names, lead_names = people.called(ws, "place"), people.called(ws, "person")
    parted, steps = conflict_list.activities_with_parts_undecided(ws), how_far.steps(ws)
    strange = newer.records(ws.db, ws.rights)
    for rows in pages:
        evidence = _evidence(ws, [row.ent for row in rows])
        for row in rows:
            activity = from_values(row.ent, row.values)
            kinds, step = evidence.get(row.ent, []), steps.of(row.ent)
            yield ActivityRow(
                ent=row.ent,
                activity=activity,
                place_name=place_names.get(activity.place_id or "", ""),
                lead_name=lead_names.get(activity.lead_id or "", ""),
                photos=kinds.count("foto"),
                lists=kinds.count("daftar_hadir"),
                state=state_of(
                    row, activity, step, is_parted=row.ent in parted, is_newer=row.ent in strange
                ),
                step=step,
            )


def _evidence(ws: Workspace, ents: Collection[str]) -> dict[str, list[str]]:
    """Return the kinds of attachment of each activity; a typed list counts as one list."""
    found = listing.pointing(ws.db, "attachment", "kind", ents)
    for activity in listing.pointing(ws.db, "attendance", "sex", ents):
        kinds = found.setdefault(activity, [])
        if "daftar_hadir" not in kinds:
            kinds.append("daftar_hadir")
    return found


def state_of(
    row: listing.Row,
    activity: Activity,
    step: Step | None,
    *,
    is_parted: bool = False,
    is_newer: bool = False,
) -> State:
    """Say what a list shows of a record, the most pressing first, and else how far it has come.

    `is_parted` says that something that belongs to it, such as its list, has two versions;
    `is_newer` that a later release wrote in it what is not read here.
    """
    states = {
        State.VOID: row.is_void,
        State.CONTESTED: row.is_contested,
        State.TWO_VERSIONS: bool(row.conflicts) or is_parted,
        State.LOCKED: row.is_locked,
        State.NEWER: is_newer,
        State.PLANNED: activity.planned,
        State.INCOMPLETE: not activity.is_complete,
    }
    return next((state for state, holds in states.items() if holds), OF_STEP[step])


def _drafts(ws: Workspace, query: Query) -> list[ActivityRow]:
    if query.search.strip() or query.preset:
        return []
    first, last = _span(query)
    wanted = [row for row in draft_rows(ws) if first <= _day(row) <= last]
    return sorted(wanted, key=_newest_first, reverse=True)


def draft_rows(ws: Workspace) -> list[ActivityRow]:
    """Return the half-typed activities as lines of a list, newest first."""
    return [_draft_row(each) for each in drafts.every(ws, FORM)]


def _draft_row(each: drafts.Draft) -> ActivityRow:
    values = each.data.get("values", {})
    activity = from_values("", values if isinstance(values, Mapping) else {})
    if activity.date is None:
        activity = replace(activity, date=each.saved_at.date())
    place = str(each.data.get("place_name", ""))
    return ActivityRow(
        ent=str(each.data.get("ent", "")), activity=activity, place_name=place,
        state=State.DRAFT, draft=each.id,
    )  # fmt: skip


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


# -- one activity ----------------------------------------------------------------------------


def detail(ws: Workspace, ent: str) -> Detail:
    """Return one activity with its attachments, its list and its history.

    Raises:
        Fault: there is no such activity on this laptop.
    """
    shown = ws.need("activity", ent)
    entity = ws.entity("activity", ent)
    row = listing.row(ws.db, "activity", ent, space=entity.space)
    assert row is not None
    activity = from_values(ent, shown.values)
    pictures = photos.of(ws, ent)
    return Detail(
        row=rows_of(ws, [row])[0],
        activity=activity,
        shown=shown,
        history=_history(ws, ent),
        photos=pictures,
        attendees=attendance.of(ws, ent),
        hints=rules.hints(activity, ws.believable_today(), len(pictures)),
        two_versions=shown.conflicts,
        once_two=conflict_list.once_two(ws, Subject("activity", ent)),
    )


def _history(ws: Workspace, ent: str) -> tuple[PastEdit, ...]:
    edits = current.history(ws.db, ws.entity("activity", ent), ws.opener)
    names = people.names(ws, "person", [edit.by for edit in edits])
    deciders, said = versions.deciders(edits), {edit.op: edit.writes for edit in edits}
    past = [
        PastEdit(
            op=edit.op,
            at=edit.at,
            by_name=names.get(edit.by, ""),
            changes=_changes(edit, said),
            decided=edit.op in deciders,
        )
        for edit in edits
    ]
    return tuple(reversed(past))


def _changes(edit: current.Edit, said: Mapping[str, Writes]) -> tuple[Change, ...]:
    """Return what an edit changed: before is what its author saw, not what another wrote apart."""
    found = []
    for name, write in edit.writes.items():
        seen = (said[op][name].value for op in write.over if op in said and name in said[op])
        found.append(Change(field=name, before=next(seen, None), after=write.value))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What is saved together with a new activity: pictures, and the names of who came."""

    pictures: Sequence[NewPhoto] = ()
    attendees: Sequence[Attendee] = ()


def record(
    ws: Workspace,
    activity: Activity,
    *,
    place_name: str = "",
    lead_name: str = "",
    draft_id: str = "",
    attached: Attached = Attached(),
) -> Done:
    """Keep a new activity with all that belongs to it, and drop its draft, in one step.

    `place_name` and `lead_name` are matched to a place or person that stands, or make one.

    Raises:
        Refused: a reason stops it; nothing was kept.
        Fault: the disk refused; nothing was kept.
    """
    _check(ws, activity)
    ent = ids.fresh()
    filled, made = _named(ws, _with_defaults(ws, activity), place_name, lead_name)
    values = {name: value for name, value in to_values(filled).items() if value is not None}
    edits = [*made, Edit(kind="activity", ent=ent, values=values)]
    edits += photos.edits_of_new(ws, attached.pictures, ent)
    edits += attendance.edits_of_new(attached.attendees, ent)
    with ws.transaction():
        kinds = ws.write(edits)
        if draft_id:
            draft.delete(ws.db, draft_id)
    return Done(ent, kinds, undoing.of_new([Entity(ws.space, "activity", ent)]))


def _check(ws: Workspace, activity: Activity) -> None:
    found = rules.reasons(activity, ws.believable_today())
    if found:
        raise Refused(found)


def _with_defaults(ws: Workspace, activity: Activity) -> Activity:
    return replace(
        activity,
        rt_id=activity.rt_id or ws.rt,
        lead_id=activity.lead_id or ws.person,
        outcome_area=activity.outcome_area or rules.outcome_of(activity.type),
    )


def _named(
    ws: Workspace, activity: Activity, place_name: str, lead_name: str
) -> tuple[Activity, tuple[Edit, ...]]:
    made: tuple[Edit, ...] = ()
    if place_name.strip():
        ent, new = people.place_edit(ws, place_name)
        activity, made = replace(activity, place_id=ent), (*made, *new)
    if lead_name.strip():
        ent, new = people.person_edit(ws, lead_name)
        activity, made = replace(activity, lead_id=ent), (*made, *new)
    return activity, made


def correct(
    ws: Workspace,
    activity: Activity,
    *,
    shown: Detail,
    place_name: str = "",
    lead_name: str = "",
    draft_id: str = "",
) -> Done:
    """Write what differs from the activity as it was shown to the person who corrects it.

    Raises:
        Refused: a reason stops it; nothing was kept.
        Fault: the record is not here, or the disk refused.
    """
    _check(ws, activity)
    ent, entity = shown.row.ent, ws.entity("activity", shown.row.ent)
    after, made = _named(ws, activity, place_name, lead_name)
    old, new = to_values(shown.activity), to_values(after)
    differing = {name: new[name] for name in new if new[name] != old[name]}
    edit = Edit(kind="activity", ent=ent, values=differing, shown=shown.shown, space=entity.space)
    with ws.transaction():
        kinds = ws.write([*made, edit])
        if draft_id:
            draft.delete(ws.db, draft_id)
    undo = undoing.of_change(entity, shown.shown, differing) if differing else None
    return Done(ent, kinds, undo)


def void(ws: Workspace, ent: str, reason: str = "salah_ketik") -> Done:
    """Take an activity back; it can be brought out again."""
    entity, shown = ws.entity("activity", ent), ws.need("activity", ent)
    values = {VOID: {"reason": reason}}
    kinds = ws.write(
        [Edit(kind="activity", ent=ent, values=values, shown=shown, space=entity.space)]
    )
    return Done(ent, kinds, undoing.of_void(entity))


def bring_back(ws: Workspace, ent: str) -> Done:
    """Show an activity again that was taken back."""
    return undoing.undo(ws, undoing.of_void(ws.entity("activity", ent)))


def postpone(ws: Workspace, ent: str, day: date) -> Done:
    """Move a planned session to another day."""
    return people.change(ws, "activity", ent, {"date": day.isoformat()})


def put_back(ws: Workspace, ent: str, edit: PastEdit) -> Done:
    """Restore the fields of one past edit to what they were before it."""
    return people.change(
        ws, "activity", ent, {change.field: change.before for change in edit.changes}
    )


# -- hints for the form ----------------------------------------------------------------------


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
