"""What the log amounts to for one record; and making all of that anew."""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import msgspec
from sqlite_utils import Database

from patbm_desktop.domain.merge import Cells, Entity, Head, View
from patbm_desktop.domain.merge import view as view_of
from patbm_desktop.domain.op import Op, Writes, parse
from patbm_desktop.store import cells, faults, oplog, schema
from patbm_desktop.store.lens import Lens, Reader
from patbm_desktop.store.projection import Flag, project
from patbm_desktop.store.rights_book import RightsBook

SLICES = 16
"""A proof of many ops goes by the first digit of the record, so that it fits into memory."""

MANY_OPS = 20_000

Said = tuple[str, str]
"""A field and a value that was written to it, as JSON."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One op as far as it concerns one record; `by` is a person, `dev` the laptop."""

    op: str
    dev: str
    by: str
    at: str
    clk: int
    writes: Writes
    is_sent: bool


def view(db: Database, entity: Entity) -> View | None:
    """Return the record as a person sees it, None where nothing of it is here."""
    alive = heads(db, entity)
    return view_of(alive) if alive else None


def heads(db: Database, entity: Entity) -> Mapping[str, list[Head]]:
    """Return the live values of each field, the shown one first."""
    with faults.named():
        n = _number(db, entity)
        return cells.load(db, n).heads if n is not None else {}


def find(db: Database, kind: str, ent: str) -> list[Entity]:
    """Return the records of `kind` with this `ent`, whatever space they are in."""
    with faults.named():
        rows = db.conn.execute(
            "SELECT space FROM record WHERE ent = ? AND kind = ? AND edits > 0 ORDER BY n",
            [bytes.fromhex(ent), kind],
        ).fetchall()
    return [Entity(space.hex(), kind, ent) for (space,) in rows]


def past(db: Database, kind: str, fields: Collection[str]) -> dict[int, tuple[Said, ...]]:
    """Return every value ever written to `fields` of the records of `kind`, the oldest first.

    By the number of the record, each with its field and as JSON, so that thousands of equal words
    are read once; what was replaced is among them, what was cleared is ``null``.
    """
    marks = ",".join("?" * len(fields))
    found: dict[int, tuple[Said, ...]] = {}
    with faults.named():
        rows = db.conn.execute(
            "SELECT r.n, c.field, c.val FROM record r CROSS JOIN cell c ON c.n = r.n"
            f" WHERE r.kind = ? AND c.field IN ({marks}) AND c.val IS NOT NULL"
            " ORDER BY c.clk, c.op",
            [kind, *fields],
        ).fetchall()
    for n, *said in rows:
        found[n] = (*found.get(n, ()), (said[0], said[1]))
    return found


def history(db: Database, entity: Entity, reader: Reader) -> list[Edit]:
    """Return every edit of a record, the oldest first; boxes are opened by `reader`."""
    with faults.named():
        n = _number(db, entity)
        rows = db.conn.execute(
            "SELECT body, sig, seq FROM op WHERE body IS NOT NULL AND id IN"
            " (SELECT DISTINCT op FROM cell WHERE n = ? AND val IS NOT NULL)",
            [n],
        ).fetchall()
    edits = [_edit(parse(body, sig), reader, is_sent=seq is not None) for body, sig, seq in rows]
    return sorted(edits, key=lambda edit: (edit.clk, edit.op))


def rebuild(db: Database, lens: Lens, rights: RightsBook) -> None:
    """Make cells, records and words anew from the ops; killed half way, `settle` goes on."""
    schema.start_rebuild(db)
    oplog.settle(db, lens, rights)


def is_sound(db: Database, lens: Lens, rights: RightsBook) -> bool:
    """Say whether cells and records are what all counting ops amount to, by the rule in memory."""
    with faults.named():
        if not _are_settled(db, rights):
            return False
        (many,) = db.conn.execute("SELECT count(*) FROM op").fetchone()
        slices = SLICES if many > MANY_OPS else 1
        return all(_is_sound(db, lens, which, slices) for which in range(slices))


def _are_settled(db: Database, rights: RightsBook) -> bool:
    """Say whether nothing waits that counts; a rebuild that has not ended is not sound either."""
    if db.conn.execute("SELECT 1 FROM meta WHERE key = ?", [schema.REBUILD]).fetchone():
        return False
    rows = db.conn.execute(
        "SELECT body, sig FROM op WHERE state IN ('waiting', 'locked', 'held')"
        " AND state = 'waiting' AND body IS NOT NULL"
    )
    waiting = (parse(body, sig) for body, sig in rows.fetchall())
    return not any(
        rights.of(op.space).counts(op) and rights.is_signed(op)
        for op in waiting
        if not op.is_foreign
    )


def _is_sound(db: Database, lens: Lens, which: int, slices: int) -> bool:
    model = Cells()
    for op in _applied(db, which, slices):
        for entity, writes in _said(op, lens.reader):
            model.take(entity, op.id, op.clk, writes)
    expected = {entity: model.heads(entity) for entity in model.entities()}
    return all(_is_same(db, entity, alive) for entity, alive in expected.items()) and (
        len(expected) == _records(db, which, slices)
    )


def _applied(db: Database, which: int, slices: int) -> Iterable[Op]:
    rows = db.conn.execute(
        "SELECT body, sig, ent FROM op WHERE state IN ('applied', 'locked')"
        " AND body IS NOT NULL AND kind > 'a'"
    )
    for body, sig, ent in rows:
        if ent[0] % slices == which:
            yield parse(body, sig)


def _records(db: Database, which: int, slices: int) -> int:
    rows = db.conn.execute("SELECT ent FROM record WHERE edits > 0").fetchall()
    return sum(ent[0] % slices == which for (ent,) in rows)


def _said(op: Op, reader: Reader) -> Iterable[tuple[Entity, Writes]]:
    if op.set:
        yield Entity(op.space, op.kind, op.ent), op.set
    inner = reader.open(op) if op.box is not None else None
    if inner is not None:
        yield Entity(op.space, inner.kind or op.kind, op.ent), inner.set


def _is_same(db: Database, entity: Entity, alive: Mapping[str, list[Head]]) -> bool:
    n = _number(db, entity)
    if n is None:
        return False
    if _plain(cells.load(db, n).heads) != _plain(alive):
        return False
    day, shown, flags = db.conn.execute(
        "SELECT day, shown, flags FROM record WHERE n = ?", [n]
    ).fetchone()
    seen = view_of(alive)
    made = project(entity.kind, seen, is_locked=bool(flags & Flag.LOCKED))
    flags &= ~Flag.BEREFT  # follows from what is erased, not from the ops of this record
    return (day, flags) == (made.day, made.flags) and msgspec.json.decode(shown) == seen.values


def _plain(alive: Mapping[str, list[Head]]) -> dict[str, list[tuple[int, str, str]]]:
    return {
        name: [(each.clk, each.op, cells.encode(name, each.write)) for each in found]
        for name, found in alive.items()
    }


def _number(db: Database, entity: Entity) -> int | None:
    row = db.conn.execute(
        "SELECT n FROM record WHERE ent = ? AND kind = ? AND space = ?",
        [bytes.fromhex(entity.ent), entity.kind, bytes.fromhex(entity.space)],
    ).fetchone()
    return row[0] if row else None


def _edit(op: Op, reader: Reader, *, is_sent: bool) -> Edit:
    inner = reader.open(op) if op.box is not None else None
    writes = {**op.set, **(inner.set if inner else {})}
    by, at = (op.by, op.at) if inner is None else (inner.by or op.by, inner.at or op.at)
    return Edit(op.id, op.dev, by, at, op.clk, writes, is_sent)
