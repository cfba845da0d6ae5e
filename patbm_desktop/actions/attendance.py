"""Who came: the names of a session's attendance list, each a record of its own."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from patbm_desktop.actions import undoing
from patbm_desktop.actions.workspace import Done, Edit, Step, Undo, Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.store import listing

CHILD_AGES = frozenset({"0-5", "6-12", "13-17"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One line of the list. `ent` is empty on a new line; of a child only the first name."""

    name: str
    sex: str | None = None
    age_group: str | None = None
    element: str | None = None
    rt_text: str = ""
    disability: bool = False
    ent: str = ""

    @property
    def is_child(self) -> bool:
        """Whether she or he counts as a child: an age under 18, or listed as one."""
        return self.age_group in CHILD_AGES or (self.age_group is None and self.element == "anak")


_FIELDS = tuple(field.name for field in fields(Attendee) if field.name != "ent")


def of(ws: Workspace, activity: str) -> tuple[Attendee, ...]:
    """Return the list of a session in the order it was written."""
    rows = listing.pointing_to(ws.db, "attendance", activity)
    return tuple(_read(row) for row in rows)


def _read(row: listing.Row) -> Attendee:
    known = {name: row.values[name] for name in _FIELDS if name in row.values}
    return Attendee(ent=row.ent, **({"name": ""} | known))


def values(attendee: Attendee, activity: str) -> dict[str, Any]:
    """Return the field values of one line; None for what is absent."""
    found = {name: getattr(attendee, name) or None for name in _FIELDS}
    return {"activity_id": activity} | found


def edits_of_new(attendees: Iterable[Attendee], activity: str) -> list[Edit]:
    """Return the edits that write new lines."""
    return [
        Edit(kind="attendance", ent=ids.fresh(), values=_present(values(each, activity)))
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
    changed = [_change(ws, before[ent], each, activity) for ent, each in kept.items()
               if ent in before and before[ent] != each]  # fmt: skip
    gone = [_void(ws, ent) for ent in before if ent not in kept]
    kinds = ws.write([*new, *changed, *gone])
    return Done(activity, kinds, _undo(ws, before, new, changed, gone) if kinds else None)


def _change(ws: Workspace, before: Attendee, after: Attendee, activity: str) -> Edit:
    old, new = values(before, activity), values(after, activity)
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
        old = values(before[edit.ent], "")
        steps.append(Step(ws.entity("attendance", edit.ent), {k: old[k] for k in edit.values}))
    steps += [Step(ws.entity("attendance", edit.ent), {VOID: None}) for edit in gone]
    return Undo(tuple(steps))


def counts(attendees: Iterable[Attendee]) -> tuple[Count4, int]:
    """Return the heads on the list, and how many of them have a disability.

    Whoever has no sex written down is in no count: a guess would be signed as a number.
    """
    heads: Counter[str] = Counter()
    disabled = 0
    for each in attendees:
        if each.name.strip() and each.sex:
            heads[f"{'anak' if each.is_child else 'dewasa'}_{each.sex.lower()}"] += 1
            disabled += each.disability
    return Count4(**heads), disabled


def _present(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value is not None}
