"""What stands in two versions: records, their parts, and who wrote each version."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.domain import versions
from patbm_desktop.domain.attendance import attendee_of, counts
from patbm_desktop.domain.kinds import KINDS, VOID
from patbm_desktop.domain.merge import Entity, Head, View, canonical, is_conflict
from patbm_desktop.store import current, listing
from patbm_desktop.store.current import Edit

BOTH = "both"
"""Chosen instead of a version: all of them, one under the other."""
KEPT, DELETED = "kept", "deleted"
"""The two versions of a record that one person deleted and another changed."""

HIDDEN = frozenset({"identity"})
"""Fields that are shown behind a deliberate click only: here their author alone is shown."""

BY_ITSELF = frozenset({("report", "content_hash"), ("report", "position")})
"""Fields no person wrote and none can choose between; whoever prints again writes them anew."""


class Why(StrEnum):
    """What speaks for one version, so that it is chosen before anybody has chosen."""

    LIST = "list"
    """The names on the attendance list add up to it."""
    SHEET = "sheet"
    """Its author attached the attendance sheet."""


class PartKey(NamedTuple):
    """Which part: a field of a record."""

    kind: str
    ent: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a part. `key` is the op that stands for it.

    `author` tells laptops and people apart; `by_name` and `laptop` are empty where nobody knows
    them here; `at` is the time of her laptop, to be shown as such and never compared. `order` is
    that of the log.
    """

    key: str
    value: Any = field(repr=False)
    author: str
    by_name: str
    laptop: str
    at: str
    order: tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A field with versions, the one in force first.

    `heads` are the ops that a decision replaces: what its author was shown. `joined` holds all
    versions under each other, None where that makes no sense. `chosen` is the key of the version
    that evidence speaks for, `why` says which; mostly nothing does. `of` are the values of the
    record the field belongs to.
    """

    entity: Entity
    name: str
    versions: tuple[Version, ...]
    heads: tuple[str, ...]
    joined: Any = field(default=None, repr=False)
    chosen: str = ""
    why: Why | None = None
    of: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def key(self) -> PartKey:
        """What a choice is kept under."""
        return PartKey(self.entity.kind, self.entity.ent, self.name)

    @property
    def is_deletion(self) -> bool:
        """Whether the question is if the record shall stand at all."""
        return self.name == VOID

    @property
    def is_hidden(self) -> bool:
        """Whether the values are not to be shown."""
        return self.name in HIDDEN


def asked_of(row: listing.Row) -> tuple[str, ...]:
    """Return the fields of a record that a person is asked about."""
    fields = tuple(name for name in row.conflicts if (row.kind, name) not in BY_ITSELF)
    return (VOID, *fields) if row.is_contested else fields


def parts_of(ws: Workspace, entity: Entity) -> tuple[Part, ...]:
    """Return the parts of one record that have versions, a deletion first."""
    shown, heads = current.view(ws.db, entity), current.heads(ws.db, entity)
    if shown is None or shown.is_void:
        return ()
    edits = current.history(ws.db, entity, ws.opener)
    scribe = _Scribe(ws, entity, edits)
    names = (name for name in _in_order(entity.kind, heads) if is_conflict(heads[name]))
    found = [] if not shown.is_void_contested else [_deletion(scribe, shown, heads)]
    found += [
        _part(ws, scribe, name, heads[name], shown)
        for name in names
        if name != VOID and (entity.kind, name) not in BY_ITSELF
    ]
    return tuple(found)


def _in_order(kind: str, heads: Mapping[str, Any]) -> Iterable[str]:
    """Return the fields in the order of the form; those of a later release last."""
    known = [name for name in KINDS[kind].fields if name in heads] if kind in KINDS else []
    return [*known, *sorted(heads.keys() - set(known))]


class _Scribe:
    """Knows who wrote what in one record."""

    def __init__(self, ws: Workspace, entity: Entity, edits: Sequence[Edit]) -> None:
        self._ws, self.entity, self._edits = ws, entity, edits
        self._by_op = {edit.op: edit for edit in edits}
        self._names = people.names(ws, "person", [edit.by for edit in edits])
        self._rights = ws.rights.of(entity.space)

    def version(self, head: Head, name: str, *, key: str = "", value: Any = None) -> Version:
        """Return the version that `head` wrote; its author is who first said so."""
        first = versions.first_said(head.op, name, self._edits)
        edit = self._by_op.get(first) or self._by_op.get(head.op)
        dev, by, at = (edit.dev, edit.by, edit.at) if edit else ("", "", "")
        return Version(
            key=key or head.op,
            value=value,
            author=f"{dev}/{by}",
            by_name=self._names.get(by, "") if self._is_of(dev, by) else "",
            laptop=self._laptop(dev),
            at=at,
            order=(head.clk, head.op),
        )

    def _laptop(self, dev: str) -> str:
        """Return what a laptop is called: older ones have no name but that of their person."""
        persons = self._rights.persons(dev)
        names = people.names(self._ws, "person", persons)
        owner = next((names[each] for each in persons if names.get(each)), "")
        label = self._rights.label(dev)
        return label if label and label != owner else f"Laptop {owner}" if owner else ""

    def _is_of(self, dev: str, by: str) -> bool:
        """Say whether `by` is known to write on `dev`; attribution is to the laptop."""
        return by in self._rights.persons(dev) or (dev, by) == (
            self._ws.device.dev,
            self._ws.person,
        )


def _part(ws: Workspace, scribe: _Scribe, name: str, heads: Sequence[Head], shown: View) -> Part:
    different = versions.distinct(heads)
    is_hidden = name in HIDDEN
    found = tuple(
        scribe.version(head, name, value=None if is_hidden else head.value) for head in different
    )
    kind = scribe.entity.kind
    values = [head.value for head in different]
    chosen, why = _evidence(ws, scribe.entity, name, found)
    return Part(
        entity=scribe.entity,
        name=name,
        versions=found,
        heads=tuple(head.op for head in heads),
        joined=None if is_hidden else versions.joined(kind, name, values),
        chosen=chosen,
        why=why,
        of={} if kind == "case_detail" else shown.values,
    )


def _deletion(scribe: _Scribe, shown: View, heads: Mapping[str, Sequence[Head]]) -> Part:
    """Return the question whether the record shall stand: deleted by one, changed by another.

    The value of `KEPT` is what was changed: fields the one who deleted had not seen so.
    """
    voids = [head for head in heads[VOID] if head.value is not None]
    covered = {op for void in voids for op in void.write.over}
    unseen = [
        (head, name)
        for name, alive in heads.items()
        if name != VOID
        for head in alive
        if head.op not in covered
    ]
    kept, name = max(unseen, key=lambda each: (each[0].clk, each[0].op))
    changed = {field: head.value for head, field in unseen if field not in HIDDEN}
    return Part(
        entity=scribe.entity,
        name=VOID,
        versions=(
            scribe.version(kept, name, key=KEPT, value=changed),
            scribe.version(voids[0], VOID, key=DELETED, value=voids[0].value),
        ),
        heads=(*(void.op for void in heads[VOID]), *dict.fromkeys(head.op for head, _ in unseen)),
        of={} if scribe.entity.kind == "case_detail" else shown.values,
    )


# -- evidence --------------------------------------------------------------------------------


def _evidence(
    ws: Workspace, entity: Entity, name: str, found: Sequence[Version]
) -> tuple[str, Why | None]:
    """Return the version that an attendance list speaks for; nothing where it speaks for none."""
    if (entity.kind, name) != ("activity", "participants"):
        return "", None
    lines = listing.pointing_to(ws.db, "attendance", entity.ent)
    counted = counts(attendee_of(row.ent, row.values) for row in lines)[0].as_dict()
    fitting = [each for each in found if canonical(each.value) == canonical(counted)]
    if len(fitting) == 1:
        return fitting[0].key, Why.LIST
    attached = _who_attached(ws, entity.ent)
    fitting = [each for each in found if each.author.split("/")[0] in attached]
    return (fitting[0].key, Why.SHEET) if len(fitting) == 1 else ("", None)


def _who_attached(ws: Workspace, activity: str) -> frozenset[str]:
    """Return the laptops that attached a scanned attendance sheet."""
    rows = listing.pointing_to(ws.db, "attachment", activity)
    sheets = (row.entity for row in rows if row.values.get("kind") == "daftar_hadir")
    edits = (current.history(ws.db, each, ws.opener) for each in sheets)
    return frozenset(each[0].dev for each in edits if each)
