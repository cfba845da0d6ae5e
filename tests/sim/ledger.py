"""What was written, by whom, over what he was shown: told apart from the code that is tried."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

VOID = "_void"

SEALED: Mapping[str, tuple[str, ...]] = {
    "activity": ("title", "result"),
    "attachment": ("of", "kind", "file", VOID),
    "attendance": ("name", "sex", VOID),
    "case_detail": ("narrative", "category", VOID),
}
"""What stands in a box."""


class Triple(NamedTuple):
    """A record."""

    space: str
    kind: str
    ent: str


class Said(NamedTuple):
    """One value, and the ops it was written over."""

    clk: int
    value: str
    over: frozenset[str]


class Shown(NamedTuple):
    """What a record is to look like: live ops a field, the shown values, and what is in dispute."""

    heads: Mapping[str, frozenset[str]]
    values: Mapping[str, Any]
    conflicts: tuple[str, ...]
    is_void: bool
    is_contested: bool


@dataclass
class Ledger:
    """Every lawful edit of the run, and what a stranger wrote."""

    edits: dict[str, tuple[Triple, dict[str, Said]]] = field(default_factory=dict)
    by_record: dict[Triple, list[str]] = field(default_factory=lambda: defaultdict(list))
    first: dict[str, Triple] = field(default_factory=dict)
    """The record that an `ent` was made for."""
    strange: set[str] = field(default_factory=set)
    ahead: set[str] = field(default_factory=set)
    """Ops this program does not know the format of."""
    refused: set[str] = field(default_factory=set)
    erased: set[tuple[str, str]] = field(default_factory=set)
    parts: dict[str, str] = field(default_factory=dict)
    """The sealed part of a photo, and the op that names it."""
    kids: dict[str, str] = field(default_factory=dict)
    """Which key sealed the box of an op."""

    def note(
        self, op: str, clk: int, record: Triple, writes: Mapping[str, tuple[Any, Iterable[str]]]
    ) -> None:
        """Note an edit."""
        said = {
            name: Said(clk, json.dumps(value, sort_keys=True), frozenset(over))
            for name, (value, over) in writes.items()
        }
        self.edits[op] = (record, said)
        self.by_record[record].append(op)
        self.first.setdefault(record.ent, record)

    def records(self, space: str, ops: set[str], locked: set[str]) -> dict[Triple, Shown]:
        """Return what `ops` amount to in `space` where the boxes of `locked` stay shut."""
        found = {}
        for record, edits in self.by_record.items():
            if record.space == space and (record.space, record.ent) not in self.erased:
                here = [op for op in edits if op in ops]
                if here:
                    found[record] = self._shown(here, locked)
        return {record: shown for record, shown in found.items() if shown.heads}

    def _shown(self, ops: Iterable[str], locked: set[str]) -> Shown:
        alive: dict[str, dict[str, Said]] = defaultdict(dict)
        dead: dict[str, set[str]] = defaultdict(set)
        for op in ops:
            record, writes = self.edits[op]
            for name, said in writes.items():
                if op in locked and name in SEALED.get(record.kind, ()):
                    continue
                alive[name][op] = said
                dead[name] |= said.over
        heads = {
            name: {op: said for op, said in found.items() if op not in dead[name]}
            for name, found in alive.items()
        }
        return _looked_at({name: found for name, found in heads.items() if found})


def _looked_at(heads: Mapping[str, Mapping[str, Said]]) -> Shown:
    top = {name: max(found, key=lambda op: (found[op].clk, op)) for name, found in heads.items()}
    values = {
        name: json.loads(heads[name][op].value)
        for name, op in top.items()
        if name != VOID and heads[name][op].value != "null"
    }
    conflicts = tuple(
        name
        for name in sorted(heads)
        if name != VOID and len({said.value for said in heads[name].values()}) > 1
    )
    voids = [said for said in heads.get(VOID, {}).values() if said.value != "null"]
    others = {op for name, found in heads.items() if name != VOID for op in found}
    is_void = bool(voids) and others <= frozenset().union(*(said.over for said in voids))
    return Shown(
        {name: frozenset(found) for name, found in heads.items()},
        values,
        conflicts,
        is_void,
        bool(voids) and not is_void,
    )
