"""What a stick takes out of the store and brings into it: whole spaces, and positions as a whole.

Positions are never merged: those of two logs, one of them of a server that was restored, would make
an op look delivered that is nowhere. So a bundle's positions replace all there are, or none.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.store import faults, marks
from patbm_desktop.store.taking import State
from patbm_desktop.store.transaction import writing
from patbm_desktop.wire.chain import Cursor
from patbm_desktop.wire.line import HeldLine, Line, Stripped, Whole

_SOME = 250

_NUMBERS = """
SELECT n FROM op WHERE space = ? AND (seq IS NOT NULL OR body IS NOT NULL)
ORDER BY seq IS NULL, seq, n
"""
_LINES = "SELECT n, id, ent, kind, seq, body, sig, state, answer FROM op WHERE n IN"
_PARTS = """
SELECT p.sha FROM part p LEFT JOIN record r ON r.ent = p.ent AND r.space = p.space
WHERE p.space = ? GROUP BY p.sha ORDER BY max(r.n) DESC
"""
_UNSENT = """
UPDATE record SET unsent = (SELECT count(*) FROM op WHERE seq IS NULL AND id IN (
    SELECT DISTINCT op FROM cell WHERE cell.n = record.n AND val IS NOT NULL))
WHERE space = ?
"""


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """See the store in the block as it is at its beginning, whatever another lane writes."""
    if db.conn.in_transaction:
        yield
        return
    with faults.named():
        db.conn.execute("BEGIN")
        try:
            yield
        finally:
            db.conn.execute("ROLLBACK")


# -- going out -------------------------------------------------------------------------------


def newest(db: Database) -> int:
    """Return the number of the op that came last."""
    with faults.named():
        return int(db.conn.execute("SELECT coalesce(max(n), 0) FROM op").fetchone()[0])


def lines(db: Database, space: str) -> Iterator[Line]:
    """Give every op of `space`: those with a position in their order, then the others.

    Belongs into a `reading` block, for it asks many times.
    """
    with faults.named():
        numbers = [n for (n,) in db.conn.execute(_NUMBERS, [bytes.fromhex(space)])]
    for at in range(0, len(numbers), _SOME):
        some = numbers[at : at + _SOME]
        with faults.named():
            rows = db.conn.execute(f"{_LINES} ({_spots(some)})", some).fetchall()
        found = {row[0]: row[1:] for row in rows}
        yield from (_line(space, *found[n]) for n in some if n in found)


def _line(  # noqa: PLR0913, PLR0917  (the columns of a row)
    space: str,
    id_: bytes,
    ent: bytes,
    kind: str,
    seq: int | None,
    body: bytes | None,
    sig: bytes,
    state: str,
    answer: str | None,
) -> Line:
    if body is None:
        return Stripped(space, seq, id_.hex(), ent.hex(), kind)
    if state == State.HELD and seq is None:
        return HeldLine(space, (answer or "").removeprefix("held:"), sig, body)
    return Whole(space, seq, sig, body)


def without_place(db: Database, space: str, up_to_n: int) -> list[str]:
    """Return the ids, in their order, of the ops of `space` that stand in no log read here.

    No later than the op numbered `up_to_n`; without those that are here by name alone.
    """
    with faults.named():
        rows = db.conn.execute(
            "SELECT id FROM op WHERE space = ? AND seq IS NULL AND body IS NOT NULL AND n <= ?"
            " ORDER BY id",
            [bytes.fromhex(space), up_to_n],
        ).fetchall()
    return [id_.hex() for (id_,) in rows]


def parts_of(db: Database, space: str) -> list[str]:
    """Return the names of the sealed parts that records of `space` name, the newest first."""
    with faults.named():
        return [sha for (sha,) in db.conn.execute(_PARTS, [bytes.fromhex(space)])]


# -- coming in -------------------------------------------------------------------------------


class Known(NamedTuple):
    """An op that is here with its body, or was erased."""

    ent: str
    is_control: bool


def known(db: Database, ids: Collection[str]) -> dict[str, Known]:
    """Return those of `ids` that need not come again."""
    asked = [bytes.fromhex(each) for each in ids]
    with faults.named():
        rows = db.conn.execute(
            "SELECT id, ent, kind < 'a' FROM op WHERE (body IS NOT NULL OR state = 'stripped')"
            f" AND id IN ({_spots(asked)})",
            asked,
        ).fetchall()
    return {id_.hex(): Known(ent.hex(), bool(control)) for id_, ent, control in rows}


def names_part(db: Database, sha: str) -> bool:
    """Say whether a record that can be read here names this part."""
    with faults.named():
        return db.conn.execute("SELECT 1 FROM part WHERE sha = ?", [sha]).fetchone() is not None


def keep_stubs(db: Database, found: Sequence[Stripped]) -> None:
    """Keep the names of ops that came without a body; nothing that is here is touched."""
    rows = [
        (bytes.fromhex(each.id), bytes.fromhex(each.space), bytes.fromhex(each.ent), each.kind)
        for each in found
    ]
    with writing(db):
        db.conn.executemany(
            "INSERT OR IGNORE INTO op (id, space, ent, kind, state) VALUES (?, ?, ?, ?, 'waiting')",
            rows,
        )


def sweep_stubs(db: Database, space: str) -> None:
    """Forget names of `space` that have neither a body nor a place."""
    with writing(db):
        db.conn.execute(
            "DELETE FROM op WHERE space = ? AND seq IS NULL AND body IS NULL AND state = 'waiting'",
            [bytes.fromhex(space)],
        )


def drop_stubs(db: Database, ids: Collection[str]) -> dict[str, int]:
    """Make room for the bodies of ops that came without one; return the places these had."""
    asked = [bytes.fromhex(each) for each in ids]
    where = f"body IS NULL AND state = 'waiting' AND id IN ({_spots(asked)})"
    with writing(db):
        rows = db.conn.execute(f"SELECT id, seq FROM op WHERE {where}", asked).fetchall()
        if rows:
            db.conn.execute(f"DELETE FROM op WHERE {where}", asked)
    return {id_.hex(): seq for id_, seq in rows if seq is not None}


def adopt(
    db: Database, space: str, found: Sequence[Cursor], places: Sequence[tuple[int, str]]
) -> bool:
    """Take the marks of a coordinator's bundle and the places of all its ops, if they are ahead.

    Whole or not at all, in one transaction: every other op of `space` has no place after it, and is
    offered again. The caller has proven that the chain over `places` gives every mark.
    """
    blob = bytes.fromhex(space)
    with writing(db):
        here = marks.last(db, space).seq
        if not found or found[-1].seq <= here:
            return False
        if not _are_here(db, places):
            return False
        db.conn.execute(
            "UPDATE op SET seq = NULL, answer = NULL WHERE space = ? AND seq IS NOT NULL", [blob]
        )
        db.conn.executemany(
            "UPDATE op SET seq = ? WHERE id = ? AND space = ?",
            ((seq, bytes.fromhex(id_), blob) for seq, id_ in places),
        )
        db.conn.execute("DELETE FROM mark WHERE space = ?", [blob])
        db.conn.executemany(
            "INSERT INTO mark VALUES (?, ?, ?)",
            ((blob, seq, bytes.fromhex(chain)) for seq, chain in found),
        )
        db.conn.execute(
            "UPDATE part SET seen = 0 WHERE space = ?1 AND ent IN"
            " (SELECT ent FROM op WHERE space = ?1 AND seq IS NULL)",
            [blob],
        )
        db.conn.execute(_UNSENT, [blob])
    return True


def _are_here(db: Database, places: Sequence[tuple[int, str]]) -> bool:
    for at in range(0, len(places), _SOME):
        ids = [bytes.fromhex(id_) for _, id_ in places[at : at + _SOME]]
        asked = f"SELECT count(*) FROM op WHERE id IN ({_spots(ids)})"
        if db.conn.execute(asked, ids).fetchone()[0] != len(ids):
            return False
    return True


def _spots(values: Collection[object]) -> str:
    return ",".join("?" * len(values))
