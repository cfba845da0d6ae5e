"""Sessions: logged, corrected, planned, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from patbm_desktop.actions.activities import attendance, photos
from patbm_desktop.actions.activities.activity_detail import Detail, PastEdit
from patbm_desktop.actions.activities.photos import NewPhoto
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.domain import activity as rules
from patbm_desktop.domain import ids
from patbm_desktop.domain.activity import Activity, to_values
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.record import present
from patbm_desktop.store import draft


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
    values = present(to_values(filled))
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
