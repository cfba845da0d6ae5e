"""What was written, by whom, over what he was shown: told apart from the code that is tried."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, NamedTuple

VOID = "_void"

SEALED: Mapping[str, tuple[str, ...]] = {
    "activity": ("title", "result"),
    "attachment": ("of", "kind", "file", VOID),
    "attendance": ("activity_id", "name", "sex", VOID),
    "case_detail": ("narrative", "category", VOID),
}
"""What stands in a box."""

PART_OF = {"attachment": "of", "attendance": "activity_id"}
"""The field that says what a record is part of; it goes with that, or is shown nowhere after it."""

UNIQUE = re.compile(r"n[0-9]{5}\.")
"""A word that was written once in the whole run."""

Target = tuple[str, str]
"""The space and the `ent` of what is to be erased."""


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
    is_bereft: bool


@dataclass
class Ledger:
    """Every lawful edit of the run, and what a stranger wrote."""

    edits: dict[str, tuple[Triple, dict[str, Said]]] = field(default_factory=dict)
    by_record: dict[Triple, list[str]] = field(default_factory=lambda: defaultdict(list))
    first: dict[str, Triple] = field(default_factory=dict)
    """The record that an `ent` was made for."""
    strange: set[str] = field(default_factory=set)
    strange_at: dict[str, Target] = field(default_factory=dict)
    """The records onto which a stranger wrote: what is erased there goes whoever wrote it."""
    ahead: set[str] = field(default_factory=set)
    """Ops this program does not know the format of."""
    refused: set[str] = field(default_factory=set)
    asked: dict[str, frozenset[Target]] = field(default_factory=dict)
    """What each request of a coordinator names."""
    carried_out: dict[str, str] = field(default_factory=dict)
    """The words of the arsip laptop, and the request that each carries out."""
    taken_back: dict[str, str] = field(default_factory=dict)
    """The words of coordinators, and the request that each takes back."""
    clks: dict[str, int] = field(default_factory=dict)
    rnds: dict[str, str] = field(default_factory=dict)
    """The random part of each op: where its bytes lie, this lies."""
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

    # -- erasing -----------------------------------------------------------------------------

    def note_erasures(self, bodies: Mapping[str, bytes]) -> Iterator[str]:
        """Note the requests and erasures that a laptop signed, by op; tell which are new."""
        for op, body in bodies.items():
            if op in self.asked or op in self.carried_out or op in self.taken_back:
                continue
            read = json.loads(body)
            if read["kind"] == "_erase":
                self.carried_out[op] = read["set"]["ask"]["v"]
            elif "takes_back" in read["set"]:
                self.taken_back[op] = read["set"]["takes_back"]["v"]
            else:
                self.asked[op] = frozenset(map(tuple, read["set"]["targets"]["v"]))
            yield f"{read['kind']} {op[:6]}"

    def erased_by(self, ops: AbstractSet[str]) -> set[Target]:
        """Return what is erased where all of `ops` stand."""
        both = [ask for erase, ask in self.carried_out.items() if {erase, ask} <= ops]
        return {target for ask in both for target in self.asked[ask]}

    def overtaken(self, log: AbstractSet[str]) -> set[str]:
        """Return the words about a request for which `log` has the other one: back, or erased."""
        done = {ask for erase, ask in self.carried_out.items() if erase in log}
        back = {ask for word, ask in self.taken_back.items() if word in log}
        return {word for word, ask in self.taken_back.items() if ask in done} | {
            word for word, ask in self.carried_out.items() if ask in back
        }

    @property
    def signed_away(self) -> set[Target]:
        """What the arsip laptop ever signed away; nothing else may vanish anywhere."""
        return {target for ask in self.carried_out.values() for target in self.asked[ask]}

    def targets(self) -> set[Target]:
        """Return every record that anybody wrote."""
        return {(record.space, record.ent) for record in self.by_record}

    def target(self, op: str) -> Target | None:
        """Return what has to be erased for `op` to go, None for what may never go."""
        if op not in self.edits:
            return self.strange_at.get(op)
        record, _ = self.edits[op]
        return record.space, record.ent

    def traces(self, op: str) -> Iterator[str]:
        """Give what stands in a file where the bytes or the words of `op` do, and nowhere else."""
        yield self.rnds[op]
        for said in self.edits[op][1].values():
            yield from UNIQUE.findall(said.value)

    # -- what is to be shown -----------------------------------------------------------------

    def records(
        self,
        space: str,
        ops: AbstractSet[str],
        locked: AbstractSet[str],
        erased: AbstractSet[Target],
    ) -> dict[Triple, Shown]:
        """Return what `ops` amount to in `space` where the boxes of `locked` stay shut.

        `erased` is what was erased, as far as the laptop knows.
        """
        found = {}
        for record, edits in self.by_record.items():
            if record.space == space and (record.space, record.ent) not in erased:
                here = [op for op in edits if op in ops]
                if here:
                    found[record] = self._shown(here, locked)
        return {
            record: shown._replace(is_bereft=_owner(record, shown) in erased)
            for record, shown in found.items() if shown.heads
        }  # fmt: skip

    def _shown(self, ops: Iterable[str], locked: AbstractSet[str]) -> Shown:
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
        is_bereft=False,
    )


def _owner(record: Triple, shown: Shown) -> Target:
    return record.space, shown.values.get(PART_OF.get(record.kind, ""), "")
