"""Erase a record for good: bodies, cells, words, drafts; and whatever comes of it later.

What is erased is read from the office's signed ops by the rule of `domain/erasure.py` and kept in
the table `erased`, which outlives rebuilds and is carried into a restored backup. The files and
the log of SQLite follow after the transaction: see `traces.py`.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Collection, Iterable
from typing import NamedTuple

import msgspec
from sqlite_utils import Database

from patbm_desktop.domain.erasure import BELONGS_TO, Target, belongs_to, erased
from patbm_desktop.domain.op import Op, parse
from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import faults, index, traces
from patbm_desktop.store.projection import Flag
from patbm_desktop.store.transaction import writing

_SAID = """
SELECT body, sig FROM op WHERE kind < 'a' AND space = ? AND kind IN ('_ask_erase', '_erase',
'_space') AND body IS NOT NULL ORDER BY n
"""
_HAS_ERASE = """
SELECT 1 FROM op WHERE kind < 'a' AND space = ? AND kind = '_erase' AND body IS NOT NULL LIMIT 1
"""
# A line that came stripped has no body: it may lie about its `ent`, so it is left to be filled.
_STRIP = """
UPDATE op SET body = NULL, sig = NULL, dev = NULL, clk = NULL, answer = NULL, state = 'stripped'
WHERE body IS NOT NULL AND substr(kind, 1, 1) <> '_'
AND (ent, space) IN (SELECT ent, space FROM erased)
"""
_POINTING = """
SELECT r.n, r.kind, r.shown, r.spot, r.text FROM pointer p JOIN record r ON r.n = p.n
WHERE p.ent = ?
"""


class Leftover(NamedTuple):
    """A record that is hidden, for what it is part of was erased; it is asked for next."""

    space: str
    kind: str
    ent: str


# -- obeying, inside a transaction -----------------------------------------------------------


def obey(db: Database, office: Rights) -> tuple[frozenset[Target], frozenset[str]]:
    """Erase whatever the words of `office` say is erased and is not yet; call it in a transaction.

    Returns what was erased just now and the kinds that changed.
    """
    if not office.is_office or not _has_erase(db, office.space):
        return frozenset(), frozenset()
    said = erased(office, said_in(db, office.space))
    rows = [(bytes.fromhex(target.ent), bytes.fromhex(target.space), bytes.fromhex(op))
            for target, op in said.items()]  # fmt: skip
    return impose(db, rows)


def impose(
    db: Database, rows: Iterable[tuple[bytes, bytes, bytes]]
) -> tuple[frozenset[Target], frozenset[str]]:
    """Erase the records of `rows` (ent, space, op), as `every` gives them, that are not yet."""
    fresh = [row for row in rows if _note(db, row)]
    if not fresh:
        return frozenset(), frozenset()
    kinds: frozenset[str] = frozenset()
    with writing(db):
        for ent, space, _ in fresh:
            kinds |= _forget(db, ent, space)
        db.conn.execute(_STRIP)
        kinds |= _bereave(db, [ent for ent, _, _ in fresh])
        traces.remember(db)
    return frozenset(Target(space.hex(), ent.hex()) for ent, space, _ in fresh), kinds


def every(db: Database) -> list[tuple[bytes, bytes, bytes]]:
    """Return all that was ever erased here: ent, space, and the op that did it."""
    with faults.named():
        return list(db.conn.execute("SELECT ent, space, op FROM erased").fetchall())


def ents(db: Database) -> list[str]:
    """Return the `ent` of every record that was ever erased here."""
    return [ent.hex() for ent, _, _ in every(db)]


def is_taken(db: Database, op: str) -> bool:
    """Say whether an op was read back from the log of a server."""
    asked = [bytes.fromhex(op)]
    with faults.named():
        found = db.conn.execute("SELECT 1 FROM op WHERE id = ? AND seq IS NOT NULL", asked)
        return found.fetchone() is not None


def said_in(db: Database, office: str) -> list[Op]:
    """Return the requests, erasures and listed spaces of an office, counting or not."""
    with faults.named():
        rows = db.conn.execute(_SAID, [bytes.fromhex(office)]).fetchall()
    return [parse(body, sig) for body, sig in rows]


def _has_erase(db: Database, office: str) -> bool:
    return db.conn.execute(_HAS_ERASE, [bytes.fromhex(office)]).fetchone() is not None


def _note(db: Database, row: tuple[bytes, bytes, bytes]) -> bool:
    with writing(db):
        return bool(db.conn.execute("INSERT OR IGNORE INTO erased VALUES (?, ?, ?)", row).rowcount)


def _forget(db: Database, ent: bytes, space: bytes) -> frozenset[str]:
    """Drop what was made of the ops of one `ent`: words, cells, rows, photos, drafts."""
    rows = db.conn.execute(
        "SELECT n, kind, spot, text FROM record WHERE ent = ? AND space = ?", [ent, space]
    ).fetchall()
    index.write(db, index.Changes(dropped=[
        index.Said(spot, text) for _, _, spot, text in rows if spot is not None
    ]))  # fmt: skip
    for table in ("cell", "pointer", "stale", "record"):
        db.conn.executemany(f"DELETE FROM {table} WHERE n = ?", [(n,) for n, *_ in rows])
    traces.remember(db, _parts_of(db, ent, space))
    db.conn.execute("DELETE FROM part WHERE ent = ? AND space = ?", [ent, space])
    db.conn.execute("DELETE FROM draft WHERE id = ?1 OR instr(content, ?1)", [ent.hex()])
    return frozenset(kind for _, kind, _, _ in rows)


def _parts_of(db: Database, ent: bytes, space: bytes) -> list[str]:
    rows = db.conn.execute(
        "SELECT sha FROM part p WHERE ent = ?1 AND space = ?2 AND NOT EXISTS (SELECT 1 FROM part q"
        " WHERE q.sha = p.sha AND (q.ent, q.space) <> (?1, ?2))",
        [ent, space],
    ).fetchall()
    return [sha for (sha,) in rows]


# -- what comes later ------------------------------------------------------------------------


def has_any(db: Database) -> bool:
    """Say whether anything was ever erased here."""
    return db.conn.execute("SELECT 1 FROM erased LIMIT 1").fetchone() is not None


def among(db: Database, ents: Collection[str]) -> frozenset[Target]:
    """Return the erased records with one of these `ents`."""
    if not ents or not has_any(db):
        return frozenset()
    spots = ",".join("?" * len(ents))
    rows = db.conn.execute(
        f"SELECT space, ent FROM erased WHERE ent IN ({spots})",
        list(map(bytes.fromhex, ents)),
    ).fetchall()
    return frozenset(Target(space.hex(), ent.hex()) for space, ent in rows)


def is_bereft(db: Database, space: str, owner: str) -> bool:
    """Say whether what a record of `space` is part of was erased.

    Where a record of that `ent` still stands, in another space, it was not the one that is meant.
    """
    spaces = {target.space for target in among(db, [owner])}
    if not spaces or space in spaces:
        return bool(spaces)
    asked = [bytes.fromhex(owner)]
    found = db.conn.execute("SELECT 1 FROM record WHERE ent = ? AND edits > 0 LIMIT 1", asked)
    return found.fetchone() is None


def leftovers(db: Database) -> list[Leftover]:
    """Return the records that are hidden because what they are part of was erased."""
    with faults.named():
        rows = db.conn.execute(
            "SELECT space, kind, ent FROM record WHERE edits > 0 AND flags & ? > 0 ORDER BY n",
            [int(Flag.BEREFT)],
        ).fetchall()
    return [Leftover(space.hex(), kind, ent.hex()) for space, kind, ent in rows]


def _bereave(db: Database, owners: Iterable[bytes]) -> frozenset[str]:
    """Hide the records that were part of what is gone, and let no word find them."""
    dropped, hidden, kinds = index.Changes(), [], set()
    for owner in owners:
        for n, kind, shown, spot, text in db.conn.execute(_POINTING, [owner]).fetchall():
            if not _is_part(kind, shown, owner) or not _is_bereft_row(db, n, owner):
                continue
            kinds.add(kind)
            hidden.append((int(Flag.BEREFT), n))
            if spot is not None:
                dropped.dropped.append(index.Said(spot, text))
    index.write(db, dropped)
    db.conn.executemany(
        "UPDATE record SET flags = flags | ?, spot = NULL, text = '' WHERE n = ?", hidden
    )
    return frozenset(kinds)


def _is_part(kind: str, shown: str, owner: bytes) -> bool:
    return kind in BELONGS_TO and belongs_to(kind, msgspec.json.decode(shown)) == owner.hex()


def _is_bereft_row(db: Database, n: int, owner: bytes) -> bool:
    (space,) = db.conn.execute("SELECT space FROM record WHERE n = ?", [n]).fetchone()
    return is_bereft(db, space.hex(), owner.hex())
