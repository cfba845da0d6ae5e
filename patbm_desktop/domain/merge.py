"""The merge rule: a value is what no later op says it replaced; more than one is a conflict.

`Cells` is the rule in memory: the rights of a space are read with it, and the store's tables are
tested against it. Taking ops in any order, any number of times, gives the same cells: `dead` only
goes from no to yes and a value is written once.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.op import Write, Writes


class Entity(NamedTuple):
    """What an edit is about; an op touches no other triple."""

    space: str
    kind: str
    ent: str


class Head(NamedTuple):
    """A value that nobody has replaced, and the op that wrote it."""

    clk: int
    op: str
    write: Write

    @property
    def value(self) -> Any:
        """What the author wrote; None where the field was cleared."""
        return self.write.value


@dataclass(slots=True)
class _Cell:
    head: Head | None = None
    dead: bool = False


class Cells:
    """All that the ops taken so far say of every field."""

    def __init__(self) -> None:
        self._cells: dict[Entity, dict[str, dict[str, _Cell]]] = {}

    def take(self, entity: Entity, op: str, clk: int, writes: Writes) -> None:
        """Apply the writes of one op to `entity`."""
        fields = self._cells.setdefault(entity, {})
        for name, write in writes.items():
            cells = fields.setdefault(name, {})
            for replaced in write.over:
                cells.setdefault(replaced, _Cell()).dead = True
            cells.setdefault(op, _Cell()).head = Head(clk, op, write)

    def entities(self) -> Iterable[Entity]:
        """Every record an op was taken for."""
        return self._cells.keys()

    def heads(self, entity: Entity) -> Mapping[str, list[Head]]:
        """Return the live values of each field of `entity`, the shown one first."""
        found = {}
        for name, cells in self._cells.get(entity, {}).items():
            alive = [cell.head for cell in cells.values() if cell.head and not cell.dead]
            if alive:
                found[name] = ordered(alive)
        return found


def ordered(heads: Iterable[Head]) -> list[Head]:
    """Sort heads so that the one a screen shows comes first."""
    return sorted(heads, key=lambda head: (head.clk, head.op), reverse=True)


def is_conflict(heads: Sequence[Head]) -> bool:
    """Say whether people wrote different values without having seen each other's."""
    return len(heads) > 1 and len({canonical(head.value) for head in heads}) > 1


@dataclass(frozen=True, slots=True)
class View:
    """A record as a person sees it.

    `values` leaves cleared fields out. `over` names, per field, what an edit of it replaces: the
    shown value's op and all that says the same. `conflicts` names fields with different values.
    """

    values: Mapping[str, Any]
    over: Mapping[str, tuple[str, ...]]
    conflicts: tuple[str, ...]
    is_void: bool
    is_void_contested: bool
    void_over: tuple[str, ...]


def view(heads: Mapping[str, list[Head]]) -> View:
    """Return the record that `heads` (the shown one first) amount to."""
    shown = {name: alive[0].value for name, alive in heads.items() if name != VOID}
    voids = [head for head in heads.get(VOID, []) if head.value is not None]
    others = {head.op for name, alive in heads.items() if name != VOID for head in alive}
    covered = {op for head in voids for op in head.write.over}
    is_void = bool(voids) and others <= covered
    return View(
        values={name: value for name, value in shown.items() if value is not None},
        over={name: _same_as_shown(alive) for name, alive in heads.items()},
        conflicts=tuple(
            name for name in sorted(heads) if name != VOID and is_conflict(heads[name])
        ),
        is_void=is_void,
        is_void_contested=bool(voids) and not is_void,
        void_over=tuple(sorted(others)),
    )


def view_alone(op: str, writes: Writes) -> View:
    """Return the record that one op alone amounts to: nothing was replaced, nothing contested."""
    if VOID in writes:
        return view({name: [Head(0, op, write)] for name, write in writes.items()})
    return View(
        values={name: each.value for name, each in writes.items() if each.value is not None},
        over=dict.fromkeys(writes, (op,)),
        conflicts=(),
        is_void=False,
        is_void_contested=False,
        void_over=(op,),
    )


def _same_as_shown(alive: list[Head]) -> tuple[str, ...]:
    if len(alive) == 1:
        return (alive[0].op,)
    shown = canonical(alive[0].value)
    return tuple(head.op for head in alive if canonical(head.value) == shown)


def canonical(value: Any) -> str:
    """Return one text for equal values, in whatever order an object's keys were written."""
    return json.dumps(value, sort_keys=True)
