"""What a list needs to know of a record, computed once when the record changes.

Nothing here may raise: a value may come from a later release and have any shape.
"""

from collections.abc import Mapping
from enum import IntFlag
from typing import Any, NamedTuple

import msgspec

from patbm_desktop.domain.fields import COUNT4
from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.store.parts import is_name

DAY_FIELDS = {
    "activity": "date", "consent": "date", "report": "month", "case": "month",
    "case_detail": "learned_on", "follow_up": "date", "referral": "made_on", "access": "on",
}  # fmt: skip
"""Which field puts a record of a kind into a month."""

POINTED_AT = {
    kind.name: tuple(
        (each.name, each.type)
        for each in kind.fields.values()
        if each.type in {"ref", "refs"} and each.of != "rt"
    )
    for kind in KINDS.values()
}
"""Fields by which records are found from what they point to; every record has the same few RT."""

ATTACHED = frozenset({"attachment", "case_attachment"})
"""Kinds that name sealed parts on the disk."""

NAMED = frozenset(
    each.of
    for kind in KINDS.values()
    for each in kind.fields.values()
    if each.of in KINDS and "name" in KINDS[each.of].fields
)
"""Kinds whose name is part of what other records are found by."""


class Flag(IntFlag):
    """Facts about a record that lists filter and count by."""

    VOID = 1
    CONTESTED = 2
    LOCKED = 4
    PLANNED = 8
    INCOMPLETE = 16
    BEREFT = 32
    """What it is part of was erased: it is shown nowhere, and waits to be erased as well."""


class Shown(NamedTuple):
    """The columns of `record` that follow from what is shown."""

    day: str
    values: str
    flags: int
    heads: int
    conflicts: str


def project(kind: str, view: View, *, is_locked: bool) -> Shown:
    """Return the columns of a record of `kind` that looks like `view`."""
    return Shown(
        day=_day(kind, view.values),
        values=msgspec.json.encode(view.values).decode(),
        flags=_flags(kind, view, is_locked=is_locked),
        heads=_heads(view.values.get("participants")),
        conflicts=",".join(view.conflicts),
    )


def _day(kind: str, values: Mapping[str, Any]) -> str:
    found = values.get(DAY_FIELDS.get(kind, ""))
    return found if isinstance(found, str) else ""


def _flags(kind: str, view: View, *, is_locked: bool) -> int:
    planned = view.values.get("planned") is True
    lacking = not view.values.get("topics") or "participants" not in view.values
    return (
        Flag.VOID * view.is_void
        + Flag.CONTESTED * view.is_void_contested
        + Flag.LOCKED * is_locked
        + Flag.PLANNED * planned
        + Flag.INCOMPLETE * (kind == "activity" and lacking and not planned)
    )


def _heads(participants: Any) -> int:
    if not isinstance(participants, dict):
        return 0
    counts = (participants.get(name) for name in COUNT4)
    return sum(each for each in counts if isinstance(each, int))


def pointers(kind: str, values: Mapping[str, Any]) -> frozenset[str]:
    """Return the `ent` of every record that these values point to."""
    found: set[str] = set()
    for name, shape in POINTED_AT.get(kind, ()):
        value = values.get(name)
        several = value if shape == "refs" and isinstance(value, list) else [value]
        found.update(str(each) for each in several if is_id(each))
    return frozenset(found)


def parts(entity: Entity, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the sealed parts that an attachment is made of."""
    file = values.get("file")
    named = file.get("parts") if entity.kind in ATTACHED and isinstance(file, dict) else None
    return tuple(filter(is_name, named)) if isinstance(named, list) else ()
