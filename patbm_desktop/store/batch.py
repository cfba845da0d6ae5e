"""What one transaction changes, gathered and written once at its end, each table at one go."""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec
from sqlite_utils import Database

from patbm_desktop.domain.erasure import Target, belongs_to
from patbm_desktop.domain.merge import Entity, View, view, view_alone
from patbm_desktop.domain.op import Op, Writes
from patbm_desktop.store import cells, erasure, index
from patbm_desktop.store.lens import Lens
from patbm_desktop.store.projection import (
    NAMED,
    Flag,
    parts,
    pointers,
    project,
)

_FIND = """
SELECT ent, kind, space, n, shown, flags, clk, op, by, at, spot, text FROM record WHERE ent IN
"""
_INSERT = """
INSERT INTO record (day, shown, flags, heads, conflicts, spot, text, edits, unsent, clk,
    op, by, at, n, space, kind, ent)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
UPDATE record SET day = ?, shown = ?, flags = ?, heads = ?, conflicts = ?, spot = ?, text = ?,
    edits = ?, unsent = ?, clk = ?, op = ?, by = ?, at = ? WHERE n = ?
"""
_UNSENT = """
SELECT count(*) FROM op WHERE seq IS NULL AND id IN (
    SELECT DISTINCT op FROM cell WHERE n = ? AND val IS NOT NULL)
"""
# Most records were written by one op, and `record.op` is that one: its cells need no look.
_RECOUNT = f"""
UPDATE record SET unsent = CASE edits WHEN 1
    THEN (SELECT count(*) FROM op WHERE id = record.op AND seq IS NULL) ELSE ({_UNSENT}) END
WHERE n = ?
"""
MOST_ASKED = 200
"""Records that are named in one question."""

_LOCKED = """
SELECT EXISTS (SELECT 1 FROM op WHERE state = 'locked' AND space = ? AND ent = ? AND kind = ?)
"""


class Taken(NamedTuple):
    """One op as far as it concerns one record."""

    op: Op
    writes: Writes
    by: str
    at: str
    is_sent: bool

    @property
    def order(self) -> tuple[int, str]:
        return self.op.clk, self.op.id


@dataclass(slots=True)
class _Touched:
    """A record that this transaction changes; `old` is its row before, None for a new one."""

    entity: Entity
    n: int = 0
    old: tuple[Any, ...] | None = None
    edits: list[Taken] = field(default_factory=list)
    may_be_locked: bool = False


@dataclass(slots=True)
class _Rows:
    """What is to be written about some records, gathered so that each table is asked once."""

    added: list[tuple[Any, ...]] = field(default_factory=list)
    changed: list[tuple[Any, ...]] = field(default_factory=list)
    pointed: list[tuple[bytes, int]] = field(default_factory=list)
    released: list[tuple[bytes, int]] = field(default_factory=list)
    parts: list[tuple[bytes, bytes, str]] = field(default_factory=list)
    renamed: list[tuple[bytes]] = field(default_factory=list)

    def write(self, db: Database) -> None:
        statements: tuple[tuple[str, Sequence[tuple[Any, ...]]], ...] = (
            (_INSERT, self.added),
            (_UPDATE, self.changed),
            ("INSERT OR IGNORE INTO pointer VALUES (?, ?)", self.pointed),
            ("DELETE FROM pointer WHERE ent = ? AND n = ?", self.released),
            ("INSERT OR IGNORE INTO part (space, ent, sha) VALUES (?, ?, ?)", self.parts),
            ("INSERT OR IGNORE INTO stale SELECT n FROM pointer WHERE ent = ?", self.renamed),
        )
        for sql, rows in statements:
            if rows:
                db.conn.executemany(sql, rows)


class Batch:
    """Gathers the changes of one transaction; `finish` must be called inside it."""

    def __init__(self, db: Database, lens: Lens) -> None:
        self._db = db
        self._lens = lens
        self._touched: dict[Entity, _Touched] = {}
        self._names: dict[tuple[str, str], str | None] = {}
        self._has_erased: bool | None = None
        self._words = index.Changes()
        self._rows = _Rows()
        self.kinds: set[str] = set()

    def add(self, entity: Entity, edit: Taken) -> None:
        """Note what one op writes about `entity`."""
        self._touch(entity).edits.append(edit)

    def lock(self, entity: Entity) -> None:
        """Note that a part of `entity` cannot be read here yet."""
        self._touch(entity).may_be_locked = True

    def forget(self, erased: Collection[Target]) -> None:
        """Write nothing of what was noted about records that are erased."""
        for entity in [each for each in self._touched if (each.space, each.ent) in erased]:
            del self._touched[entity]

    def finish(self) -> frozenset[str]:
        """Write cells, records, words and pointers; return the kinds that changed."""
        self._find()
        every = sorted(self._touched.values(), key=lambda touched: touched.n)
        cells.write(
            self._db,
            ((each.n, edit.op, edit.writes) for each in every for edit in each.edits),
        )
        # Those whose names the others are found by come first.
        self._renew(each for each in every if each.entity.kind in NAMED)
        self._renew(each for each in every if each.entity.kind not in NAMED)
        index.write(self._db, self._words)
        self.kinds.update(entity.kind for entity in self._touched)
        return frozenset(self.kinds)

    def recount_unsent(self, space: bytes, ents: Collection[bytes]) -> frozenset[str]:
        """Count anew what of the records with these `ents` was not delivered; return the kinds."""
        kinds: set[str] = set()
        every = list(ents)
        for first in range(0, len(every), MOST_ASKED):
            some = every[first : first + MOST_ASKED]
            marks = ",".join("?" * len(some))
            rows = self._db.conn.execute(
                f"SELECT n, kind FROM record WHERE ent IN ({marks}) AND space = ?",
                [*some, space],
            ).fetchall()
            self._db.conn.executemany(_RECOUNT, [(n, n) for n, _ in rows])
            kinds |= {kind for _, kind in rows}
        return frozenset(kinds)

    def name_of(self, kind: str, ent: str) -> str | None:
        """Return the name of a referenced record, None as long as it is not here."""
        asked = (kind, ent)
        if asked not in self._names:
            self._names[asked] = index.name_of(self._db, kind, ent)
        return self._names[asked]

    # -- which records -----------------------------------------------------------------------

    def _touch(self, entity: Entity) -> _Touched:
        touched = self._touched.get(entity)
        if touched is None:
            touched = self._touched[entity] = _Touched(entity)
        return touched

    def _find(self) -> None:
        """Look up the rows of the records; those that have none get the next numbers."""
        ents = {bytes.fromhex(entity.ent) for entity in self._touched}
        marks = ",".join("?" * len(ents))
        for ent, kind, space, *old in self._db.conn.execute(f"{_FIND} ({marks})", [*ents]):
            touched = self._touched.get(Entity(space.hex(), kind, ent.hex()))
            if touched is not None:
                touched.n, touched.old = old[0], tuple(old)
        (highest,) = self._db.conn.execute("SELECT max(n) FROM record").fetchone()
        new = (each for each in self._touched.values() if each.old is None)
        for n, touched in enumerate(new, (highest or 0) + 1):
            touched.n = n

    # -- one record --------------------------------------------------------------------------

    def _renew(self, records: Iterable[_Touched]) -> None:
        self._rows = _Rows()
        for touched in records:
            self._look_again(touched)
        self._rows.write(self._db)

    def _look_again(self, touched: _Touched) -> None:
        seen, edits, unsent = self._amount_to(touched)
        shown = project(touched.entity.kind, seen, is_locked=self._is_locked(touched))
        is_bereft = self._is_bereft(touched.entity, seen.values)
        if is_bereft:
            shown = shown._replace(flags=shown.flags | Flag.BEREFT)
        said = self._speak(touched, seen, shown.day, is_silent=seen.is_void or is_bereft)
        columns = (*shown, *said, edits, unsent, *_latest(touched))
        if touched.old is None:
            space, kind, ent = touched.entity
            key = (touched.n, bytes.fromhex(space), kind, bytes.fromhex(ent))
            self._rows.added.append((*columns, *key))
        else:
            self._rows.changed.append((*columns, touched.n))
        self._point(touched, seen.values)

    def _amount_to(self, touched: _Touched) -> tuple[View, int, int]:
        """Return what is seen, the number of edits and how many of them were not sent."""
        if touched.old is None and len({edit.op.id for edit in touched.edits}) == 1:
            op, is_sent = touched.edits[0].op, touched.edits[0].is_sent
            return view_alone(op.id, _all_writes(touched.edits)), 1, int(not is_sent)
        loaded = cells.load(self._db, touched.n)
        unsent = self._db.conn.execute(_UNSENT, [touched.n]).fetchone()[0]
        return view(loaded.heads), len(loaded.ops), unsent

    def _is_locked(self, touched: _Touched) -> bool:
        was_locked = touched.old is not None and touched.old[2] & Flag.LOCKED
        if not (touched.may_be_locked or was_locked):
            return False
        space, kind, ent = touched.entity
        asked = [bytes.fromhex(space), bytes.fromhex(ent), kind]
        return bool(self._db.conn.execute(_LOCKED, asked).fetchone()[0])

    def _point(self, touched: _Touched, values: Mapping[str, Any]) -> None:
        kind, n, rows = touched.entity.kind, touched.n, self._rows
        space, ent = bytes.fromhex(touched.entity.space), bytes.fromhex(touched.entity.ent)
        before = _values_of(touched.old)
        old = pointers(kind, before) if before else frozenset()
        new = pointers(kind, values)
        rows.pointed += [(bytes.fromhex(each), n) for each in new - old]
        rows.released += [(bytes.fromhex(each), n) for each in old - new]
        rows.parts += [(space, ent, sha) for sha in parts(touched.entity, values)]
        if kind in NAMED and before.get("name") != values.get("name"):
            rows.renamed.append((ent,))

    def _is_bereft(self, entity: Entity, values: Mapping[str, Any]) -> bool:
        """Say whether what this record is part of was erased."""
        owner = belongs_to(entity.kind, values)
        if owner and self._has_erased is None:
            self._has_erased = erasure.has_any(self._db)
        return bool(owner and self._has_erased and erasure.is_bereft(self._db, entity.space, owner))

    def _speak(self, touched: _Touched, seen: View, day: str, *, is_silent: bool) -> index.Said:
        """Note the words of a record for the index; return them, and where they will stand."""
        text = ""
        if not is_silent:
            text = self._lens.words(touched.entity.kind, seen.values, self.name_of)
        said = index.said(touched.entity.kind, day, touched.n, text)
        self._words.note(said, index.Said(*touched.old[7:]) if touched.old else index.SILENT)
        return said


def _all_writes(edits: Iterable[Taken]) -> Writes:
    """Return what an op writes in the open and in its box, together."""
    return {name: write for edit in edits for name, write in edit.writes.items()}


def _values_of(old: tuple[Any, ...] | None) -> Mapping[str, Any]:
    return msgspec.json.decode(old[1]) if old else {}


def _latest(touched: _Touched) -> tuple[int, bytes, str, str]:
    """Return clk, op, person and time of the newest edit; the counter decides, not the clock."""
    found = [(*edit.order, edit.by, edit.at) for edit in touched.edits]
    if touched.old is not None:
        clk, op, by, at = touched.old[3:7]
        found.append((clk, op.hex(), by, at))
    clk, op, by, at = max(found, default=(0, "", "", ""))
    return clk, bytes.fromhex(op), by, at
