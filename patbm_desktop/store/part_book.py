"""Which sealed parts records name, and how far each has come: the table `part`.

`seen` is 1 once a server has the part. Below that it counts, downwards, how often a part was asked
for and was not there yet, so that those never asked for come first and none is asked for ever.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Iterable
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.store import faults
from patbm_desktop.store.projection import ATTACHED, Flag
from patbm_desktop.store.transaction import writing

SEEN = 1

_NAMED = f"""
SELECT p.space, p.ent, p.sha, p.seen, EXISTS (
    SELECT 1 FROM op WHERE op.space = p.space AND op.ent = p.ent AND op.seq IS NOT NULL)
FROM part p JOIN record r ON r.ent = p.ent AND r.space = p.space
WHERE r.kind IN ({", ".join(f"'{kind}'" for kind in sorted(ATTACHED))}) AND r.edits > 0
    AND r.flags & {int(Flag.VOID | Flag.BEREFT)} = 0
ORDER BY p.seen DESC, r.n DESC
"""
_TAKE_OVER = """
INSERT OR IGNORE INTO part (space, ent, sha)
SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM erased WHERE ent = ?2 AND space = ?1)
"""
_SEEN = "UPDATE part SET seen = ? WHERE space = ? AND ent = ? AND sha = ?"


class NamedPart(NamedTuple):
    """A part of a photo or paper that stands: of which record, and whether its op is delivered."""

    space: str
    ent: str
    sha: str
    seen: int
    is_delivered: bool


def standing(db: Database) -> list[NamedPart]:
    """Return every part of a record that was not taken back, the newest first."""
    with faults.named():
        rows = db.conn.execute(_NAMED).fetchall()
    return [
        NamedPart(space.hex(), ent.hex(), sha, seen, bool(delivered))
        for space, ent, sha, seen, delivered in rows
    ]


def every(db: Database) -> list[tuple[bytes, bytes, str]]:
    """Return space, `ent` and name of every part that a record names, taken back or not."""
    with faults.named():
        return list(db.conn.execute("SELECT space, ent, sha FROM part").fetchall())


def take_over(db: Database, named: Iterable[tuple[bytes, bytes, str]]) -> None:
    """Keep what parts another database of this vault named, as `every` gives them.

    Their records may come back, or be erased before they do.
    """
    with writing(db):
        db.conn.executemany(_TAKE_OVER, named)


def note(db: Database, part: NamedPart, seen: int) -> bool:
    """Note how far a part has come; False where no record names it any more: it was erased."""
    key = [bytes.fromhex(part.space), bytes.fromhex(part.ent), part.sha]
    with writing(db):
        return bool(db.conn.execute(_SEEN, [seen, *key]).rowcount)
