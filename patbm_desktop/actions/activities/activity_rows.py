"""Sessions and half-typed ones as lines of a list, each with what presses most."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.travel import how_far
from patbm_desktop.actions.travel.how_far import Step
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.domain.activity import Activity, from_values
from patbm_desktop.store import listing, newer

FORM = "activity"
"""The name of the log form among the drafts."""


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


def rows_of(ws: Workspace, rows: Sequence[listing.Row]) -> list[ActivityRow]:
    """Return list lines with the names and attachments of `rows` looked up."""
    return list(lines_of(ws, [rows]))


def lines_of(ws: Workspace, pages: Iterable[Sequence[listing.Row]]) -> Iterator[ActivityRow]:
    """Yield a list line for every row of `pages`; what is looked up for all is so once."""
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
