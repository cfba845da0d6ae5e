"""What a change of the vault is asked for with, what it did, and how to take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.domain.reason import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One record to write: new values by field name, None to clear one.

    `shown` is the record as its author saw it; only what she saw can be replaced. `space` is that
    of a record that stands already; a new one goes to the laptop's own.
    """

    kind: str
    ent: str
    values: Mapping[str, Any]
    shown: View | None = None
    space: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One record to put back, with the values it had.

    `beside` are versions that stood beside `values`, of the same field, and stand there again.
    `settles` replaces every version of the field, not only the one that is shown. `seen` are the
    ops that a deletion had seen, None for all that is there now.
    """

    entity: Entity
    values: Mapping[str, Any] = field(repr=False)
    beside: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    settles: bool = False
    seen: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take a change back: by new ops, never by deleting one."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What a change did: the record, the kinds that changed, and how to take it back."""

    ent: str = ""
    kinds: frozenset[str] = frozenset()
    undo: Undo | None = None


class Refused(Exception):
    """Raised when values cannot be kept; `problems` name each field and its reason."""

    def __init__(self, found: Sequence[Problem]) -> None:
        super().__init__(", ".join(f"{each.field}: {each.reason}" for each in found))
        self.problems = tuple(found)
