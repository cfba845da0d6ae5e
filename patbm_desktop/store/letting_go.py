"""Let go of a space on this laptop alone: its notes go from here, and others keep them.

What is gone is of a space that this laptop was removed from; the words about rights and keys stay,
for by them it is known that it was, and when it is let in again. Until then nothing of the space is
kept as it comes, by whatever road: a rewind, a stick, a backup. Files and the log of SQLite follow
after the transaction: see `traces.py`. Whether a space may go is asked in `sync/closed.py`.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Iterable
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.op import Op
from patbm_desktop.store import draft, faults, setting, traces
from patbm_desktop.store.transaction import writing

OWN = ("person", "rt")
"""Kinds of which the record of the laptop's owner, and of her RT, stay."""

_NAME = "let_go"
"""Under this name of `setting` it stands; so a backup and a rebuild carry it along."""

# The first conditions are those of the index `op_outbox`. What waits for a coordinator here stands
# nowhere for certain, whatever was said of it; words about rights stay, those about keys must be
# with the others or nobody opens what is left to them.
_LEFT = """
SELECT count(*), count(DISTINCT ent) FROM op WHERE seq IS NULL AND state <> 'stripped'
AND space = ? AND body IS NOT NULL AND (substr(kind, 1, 1) <> '_' OR kind = '_key')
AND (state = 'held' OR coalesce(answer, '') NOT IN ('sent', 'back'))
"""
_GOES = "space = ? AND NOT (kind IN ({}) AND ent IN ({}))"
_STRIP = """
UPDATE op SET body = NULL, sig = NULL, dev = NULL, clk = NULL, answer = NULL, state = 'stripped'
WHERE body IS NOT NULL AND substr(kind, 1, 1) <> '_' AND
"""
_ENTS = "SELECT DISTINCT ent FROM op WHERE space = ? AND state = 'stripped'"
_STUBS = """
DELETE FROM op WHERE space = ? AND body IS NULL
AND (ent, space) NOT IN (SELECT ent, space FROM erased)
"""
_UNSENT = """
UPDATE record SET unsent = (SELECT count(*) FROM op WHERE seq IS NULL AND id IN (
    SELECT DISTINCT op FROM cell WHERE cell.n = record.n AND val IS NOT NULL))
WHERE space = ?
"""
_STANDING = """
SELECT kind, count(*) FROM record WHERE space = ? AND edits > 0 AND flags & ? = 0 GROUP BY kind
"""


class Gone(NamedTuple):
    """A space that was let go: on which day (ISO), of the laptop's clock, and what stayed.

    `kept` are records of `OWN`; `removed_by` are the ops that had removed this laptop: it is let in
    again only by a word that comes after those. Half-typed forms for one of `rts` went along.
    """

    space: str
    on: str
    kept: frozenset[str]
    removed_by: frozenset[str]
    rts: frozenset[str] = frozenset()

    def is_kept(self, kind: str, ent: str) -> bool:
        """Say whether a record of the space is kept all the same."""
        return kind in OWN and ent in self.kept


class Left(NamedTuple):
    """What of a space nobody else is known to have: so many ops, of so many records."""

    ops: int
    records: int


def every(db: Database) -> dict[str, Gone]:
    """Return the spaces that were let go."""
    found = setting.read(db, _NAME) or {}
    return {space: Gone(space, on, *map(frozenset, sets)) for space, (on, *sets) in found.items()}


def ents(db: Database) -> frozenset[str]:
    """Return the records whose notes went, and the RT whose half-typed forms went with them."""
    found: set[str] = set()
    for gone in every(db).values():
        rows = db.conn.execute(_ENTS, [bytes.fromhex(gone.space)]).fetchall()
        found.update(gone.rts, (ent.hex() for (ent,) in rows))
    return frozenset(found)


def drops(gone: dict[str, Gone], op: Op) -> bool:
    """Say whether nothing of `op` but its name may be kept, for its space is among `gone`."""
    return not op.is_control and op.space in gone and not gone[op.space].is_kept(op.kind, op.ent)


def left(db: Database, space: str) -> Left:
    """Return what was neither read back from the log nor taken by whoever answered last."""
    with faults.named():
        return Left(*db.conn.execute(_LEFT, [bytes.fromhex(space)]).fetchone())


def standing(db: Database, space: str, hidden: int) -> dict[str, int]:
    """Return how many records of each kind stand in a space, without those with a flag `hidden`."""
    with faults.named():
        return dict(db.conn.execute(_STANDING, [bytes.fromhex(space), hidden]).fetchall())


def let_go(db: Database, gone: Gone) -> frozenset[str]:
    """Drop every note of a space, with all that was made of it; return the kinds that changed.

    Half-typed forms about one of its records go with it. The caller calls `traces.clear`
    afterwards.

    Raises:
        Fault: the disk refused; nothing is gone.
    """
    with writing(db):
        known = setting.read(db, _NAME) or {}
        said = [gone.on, *map(sorted, (gone.kept, gone.removed_by, gone.rts))]
        setting.write(db, _NAME, known | {gone.space: said})
        kinds = _forget(db, gone)
        goes, asked = _goes(gone)
        db.conn.execute(f"{_STRIP} {goes}", asked)
        _write_index_anew(db)
        return kinds


def impose(db: Database, found: Iterable[Gone]) -> None:
    """Let go of what another database of this vault, which this one replaces, had let go."""
    here = every(db)
    for each in found:
        if each.space not in here:
            let_go(db, each)


def take_back(db: Database, space: str) -> None:
    """Keep notes of a space from now on; its log is to be read from its beginning.

    Raises:
        Fault: the disk refused; nothing changed.
    """
    blob = bytes.fromhex(space)
    with writing(db):
        known = setting.read(db, _NAME) or {}
        known.pop(space, None)
        setting.write(db, _NAME, known)
        db.conn.execute(_STUBS, [blob])
        db.conn.execute(
            "UPDATE op SET seq = NULL, answer = NULL WHERE space = ? AND seq IS NOT NULL", [blob]
        )
        db.conn.execute("DELETE FROM mark WHERE space = ?", [blob])
        db.conn.execute(_UNSENT, [blob])


def _goes(gone: Gone) -> tuple[str, list[object]]:
    """Return the condition under which a row of a space goes, and what is asked with it."""
    kept = [bytes.fromhex(ent) for ent in sorted(gone.kept)]
    marks = [",".join("?" * len(each)) for each in (OWN, kept)]
    return _GOES.format(*marks), [bytes.fromhex(gone.space), *OWN, *kept]


def _forget(db: Database, gone: Gone) -> frozenset[str]:
    """Drop what was made of the ops: cells, rows, photos, drafts."""
    goes, asked = _goes(gone)
    rows = db.conn.execute(f"SELECT n, kind, ent FROM record WHERE {goes}", asked).fetchall()
    for table in ("cell", "pointer", "stale", "record"):
        db.conn.executemany(f"DELETE FROM {table} WHERE n = ?", [(n,) for n, *_ in rows])
    blob = bytes.fromhex(gone.space)
    named = db.conn.execute("SELECT DISTINCT sha FROM part WHERE space = ?", [blob]).fetchall()
    db.conn.execute("DELETE FROM part WHERE space = ?", [blob])
    traces.remember(db, [sha for (sha,) in named])
    named_ents = {*gone.rts, *(ent.hex() for *_, ent in rows)}
    for each in draft.every(db):
        if draft.mentions(each, named_ents):
            draft.delete(db, each.id)
    return frozenset(kind for _, kind, _ in rows)


def _write_index_anew(db: Database) -> None:
    """Empty the index of words and tell it again what is left.

    To take thousands of records out of it one by one, for good, would take minutes.
    """
    db.conn.execute("INSERT INTO words (words) VALUES ('delete-all')")
    db.conn.execute(
        "INSERT INTO words (rowid, text)"
        " SELECT spot, text FROM record WHERE spot IS NOT NULL ORDER BY spot"
    )
