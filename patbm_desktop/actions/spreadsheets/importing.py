"""Bring in a sheet of activities that somebody typed in from paper.

`sheet_rows` decides what a row means; here rows become records, in transactions of at most 200
ops, each whole or not at all. A row that is there already is counted and left alone.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from patbm_desktop.actions import wording
from patbm_desktop.actions.opened.workspace import MOST_AT_ONCE
from patbm_desktop.actions.spreadsheets.sheet_rows import Reading, Refused, Row, Rules, read_rows
from patbm_desktop.actions.spreadsheets.tabular import read_table
from patbm_desktop.domain.activity import to_values
from patbm_desktop.domain.ids import row_id
from patbm_desktop.domain.reading import fold, person_key
from patbm_desktop.domain.record import present

Progress = Callable[[int, int], object]
"""Is told how many rows are done, and of how many."""

Stopped = Callable[[], bool]
"""Is asked before each transaction whether somebody wants it to end here."""


@dataclass(frozen=True, slots=True)
class Called:
    """A record that people call by its name, or by one of several: the full one first."""

    ent: str
    names: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record to make, with its values as an op carries them."""

    kind: str
    ent: str
    values: Mapping[str, Any] = field(repr=False)


class Ledger(Protocol):
    """What an import asks of the vault."""

    def existing(self, kind: str, ents: Collection[str]) -> Collection[str]:
        """Return those of `ents` of which there is a record, one that was taken back included."""

    def called(self, kind: str) -> Iterable[Called]:
        """Return every standing record of `kind` that has a name."""

    def write(self, entries: Sequence[Entry]) -> object:
        """Keep `entries`, at most 200 new records, in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an import did, or would do. `same` rows were there already.

    `ents` are the records added, so that they can be taken back together; `places` and `people`
    count those that had to be made for them.
    """

    added: int
    same: int
    refused: tuple[Refused, ...]
    ignored: tuple[str, ...]
    ents: tuple[str, ...] = field(repr=False)
    places: int
    people: int
    was_stopped: bool

    @property
    def status(self) -> int:
        """The exit status of the command: 0 when anything went in or was there already."""
        return 0 if self.added or self.same else 1

    def as_json(self) -> dict[str, Any]:
        """Return what `import --json` prints."""
        return {
            "added": self.added,
            "same": self.same,
            "refused": [
                {"row": each.row, "column": each.column, "value": each.value}
                | {"reason": each.reason.value}
                for each in self.refused
            ],
        }


def read_file(path: Path, rules: Rules) -> Reading:
    """Return what the table file at `path` holds; nothing is kept.

    Raises:
        Fault: the file is missing, too large, no table, or has no column that is known.
    """
    return read_rows(read_table(path, wording.column_spellings()), rules)


def bring_in(
    found: Reading,
    rules: Rules,
    ledger: Ledger,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    stopped: Stopped | None = None,
) -> Outcome:
    """Keep the rows of `found` that are not there yet; a dry run only says what would happen.

    Raises:
        Fault: the disk refused; the transactions before stand, and a second run adds the rest.
    """
    new = _not_there(found.rows, ledger)
    books = _Book("place", rules, ledger, fold), _Book("person", rules, ledger, person_key)
    made: dict[str, list[str]] = {"activity": [], "place": [], "person": []}
    for batch in _batches(new, books):
        if stopped and stopped():
            break
        if not dry_run:
            ledger.write(batch)
        for entry in batch:
            made[entry.kind].append(entry.ent)
        if progress:
            progress(len(found.rows) - len(new) + len(made["activity"]), len(found.rows))
    return Outcome(
        added=len(made["activity"]),
        same=len(found.rows) - len(new),
        refused=found.refused,
        ignored=found.ignored,
        ents=tuple(made["activity"]),
        places=len(made["place"]),
        people=len(made["person"]),
        was_stopped=len(made["activity"]) < len(new),
    )


def _not_there(rows: Sequence[Row], ledger: Ledger) -> list[Row]:
    """Return the rows without a record, the first of each."""
    first = {row.activity.ent: row for row in reversed(rows)}
    every = {ent for row in first.values() for ent in (row.activity.ent, *row.other_ents)}
    there = set(ledger.existing("activity", sorted(every)))
    seen = dict.fromkeys(row.activity.ent for row in rows)
    return [first[ent] for ent in seen if there.isdisjoint((ent, *first[ent].other_ents))]


def _batches(rows: Iterable[Row], books: "tuple[_Book, _Book]") -> Iterable[list[Entry]]:
    """Yield the records of `rows`, a row's own never parted, as many as one transaction takes."""
    batch: list[Entry] = []
    for row in rows:
        entries = _entries(row, *books)
        if len(batch) + len(entries) > MOST_AT_ONCE:
            yield batch
            batch = []
        batch += entries
    if batch:
        yield batch


def _entries(row: Row, places: "_Book", people: "_Book") -> list[Entry]:
    place, new_place = places.look_up(row.place)
    lead, new_lead = people.look_up(row.lead)
    values = to_values(row.activity) | {"place_id": place, "lead_id": lead}
    given = present(values)
    return [*new_place, *new_lead, Entry(kind="activity", ent=row.activity.ent, values=given)]


class _Book:
    """The places or the people of a vault by name; makes those that are missing.

    A new one's id is made from its name, so that two laptops make the same one.
    """

    def __init__(self, kind: str, rules: Rules, ledger: Ledger, key: Callable[[str], str]) -> None:
        self._kind, self._rules, self._ledger, self._key = kind, rules, ledger, key
        every = sorted(ledger.called(kind), key=lambda each: each.ent)
        self._standing = {each.ent for each in every}
        self._by_key = self._sorted([each for each in every if each.names])

    def _sorted(self, every: Sequence[Called]) -> dict[str, str]:
        """Return whom a name means: a full name always, another one when it is one's alone."""
        other: dict[str, set[str]] = {}
        for each in every:
            for name in each.names[1:]:
                other.setdefault(self._key(name), set()).add(each.ent)
        by_key = {key: min(ents) for key, ents in other.items() if len(ents) == 1}
        return by_key | {self._key(each.names[0]): each.ent for each in reversed(every)}

    def look_up(self, name: str | None) -> tuple[str | None, list[Entry]]:
        """Return whom or what `name` means, and the record to make when there is none yet."""
        key = self._key(name) if name else ""
        if name is None or not key:
            return None, []
        if key in self._by_key:
            return self._by_key[key], []
        ent = self._by_key[key] = self._new_ent(key)
        if ent in self._standing:
            return ent, []
        return ent, [Entry(kind=self._kind, ent=ent, values=self._values(name))]

    def _new_ent(self, key: str) -> str:
        """Return the id for a new name; one that was taken back and made anew gets the next."""
        generation = 1
        while True:
            ent = row_id(self._rules.space, self._kind, key, str(generation))
            if ent in self._standing or not self._ledger.existing(self._kind, [ent]):
                return ent
            generation += 1

    def _values(self, name: str) -> dict[str, Any]:
        own = self._rules.rts.get(self._rules.own or "")
        at_home = {"rt_id": own} if own else {}
        if self._kind == "place":
            return {"name": name, **at_home}
        return {"name": name, "position": "kader_ppa_rt", "level": "rt", **at_home}
