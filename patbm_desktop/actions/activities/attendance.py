"""Who came: the names of a session's attendance list, each a record of its own."""

from collections.abc import Iterable, Sequence
from typing import Any

from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Step, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain.attendance import Attendee, attendee_of, values_of
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.record import present
from patbm_desktop.store import listing


def of(ws: Workspace, activity: str) -> tuple[Attendee, ...]:
    """Return the list of a session in the order it was written."""
    rows = listing.pointing_to(ws.db, "attendance", activity)
    return tuple(attendee_of(row.ent, row.values) for row in rows)


def names_of_children(ws: Workspace) -> frozenset[str]:
    """Return the names that stand on a list of this vault as those of children."""
    people = (attendee_of(row.ent, row.values) for row in listing.rows(ws.db, "attendance"))
    return frozenset(each.name for each in people if each.is_child and each.name)


def edits_of_new(attendees: Iterable[Attendee], activity: str) -> list[Edit]:
    """Return the edits that write new lines."""
    return [
        Edit(
            kind="attendance",
            ent=ids.fresh(),
            values={"activity_id": activity} | present(values_of(each)),
        )
        for each in attendees
        if each.name.strip()
    ]


def save(ws: Workspace, activity: str, attendees: Sequence[Attendee]) -> Done:
    """Make the list say what `attendees` say: new lines, changed ones, and those taken out.

    Raises:
        Fault: the disk refused; nothing was kept.
        Refused: a value breaks the field table.
    """
    before = {each.ent: each for each in of(ws, activity)}
    kept = {each.ent: each for each in attendees if each.ent}
    new = edits_of_new([each for each in attendees if not each.ent], activity)
    changed = [_change(ws, before[ent], each) for ent, each in kept.items()
               if ent in before and before[ent] != each]  # fmt: skip
    gone = [_void(ws, ent) for ent in before if ent not in kept]
    kinds = ws.write([*new, *changed, *gone])
    return Done(activity, kinds, _undo(ws, before, new, changed, gone) if kinds else None)


def _change(ws: Workspace, before: Attendee, after: Attendee) -> Edit:
    old, new = values_of(before), values_of(after)
    differing = {name: new[name] for name in new if new[name] != old[name]}
    return _edit(ws, after.ent, differing)


def _void(ws: Workspace, ent: str) -> Edit:
    return _edit(ws, ent, {VOID: undoing.MISTYPED})


def _edit(ws: Workspace, ent: str, changes: dict[str, Any]) -> Edit:
    entity = ws.entity("attendance", ent)
    shown = ws.need("attendance", ent)
    return Edit(kind="attendance", ent=ent, values=changes, shown=shown, space=entity.space)


def _undo(
    ws: Workspace,
    before: dict[str, Attendee],
    new: list[Edit],
    changed: list[Edit],
    gone: list[Edit],
) -> Undo:
    steps = [Step(ws.entity("attendance", edit.ent), {VOID: undoing.MISTYPED}) for edit in new]
    for edit in changed:
        old = values_of(before[edit.ent])
        steps.append(Step(ws.entity("attendance", edit.ent), {k: old[k] for k in edit.values}))
    steps += [Step(ws.entity("attendance", edit.ent), {VOID: None}) for edit in gone]
    return Undo(tuple(steps))
