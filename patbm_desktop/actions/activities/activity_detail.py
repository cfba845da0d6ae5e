"""One session with all that belongs to it: its list, its photos, its history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from patbm_desktop.actions.activities import attendance, photos
from patbm_desktop.actions.activities.activity_rows import ActivityRow, rows_of
from patbm_desktop.actions.activities.photos import PhotoRow
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.actions.versions.conflict_list import Subject
from patbm_desktop.domain import activity as rules
from patbm_desktop.domain import versions
from patbm_desktop.domain.activity import Activity, from_values
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.merge import View
from patbm_desktop.domain.op import Writes
from patbm_desktop.domain.reason import Hint
from patbm_desktop.store import current, listing


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
    """Return what an edit changed: before is what its author saw, not what another wrote apart.

    Who takes a decision back writes values that stand; those changed nothing.
    """
    found = []
    for name, write in edit.writes.items():
        seen = [said[op][name].value for op in write.over if op in said and name in said[op]]
        if not seen or any(value != write.value for value in seen):
            found.append(Change(field=name, before=seen[0] if seen else None, after=write.value))
    return tuple(found)
