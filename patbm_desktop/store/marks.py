"""The marks this laptop left in the log of each space: one for each page it read.

The last 64 stay, and of older ones fewer and fewer, so that a laptop whose server was restored
finds its way back in few steps however long the log is.
"""

from sqlite_utils import Database

from patbm_desktop.store import faults
from patbm_desktop.store.transaction import writing
from patbm_desktop.wire.chain import Cursor, start

KEPT = 64


def spaces(db: Database) -> list[str]:
    """Return the spaces of which anything was read."""
    with faults.named():
        rows = db.conn.execute("SELECT DISTINCT space FROM mark").fetchall()
    return [space.hex() for (space,) in rows]


def last(db: Database, space: str) -> Cursor:
    """Return the last mark in `space`; the beginning where there is none."""
    with faults.named():
        row = db.conn.execute(
            "SELECT seq, chain FROM mark WHERE space = ? ORDER BY seq DESC LIMIT 1",
            [bytes.fromhex(space)],
        ).fetchone()
    return Cursor(row[0], row[1].hex()) if row else start(space)


def every(db: Database, space: str) -> list[Cursor]:
    """Return the marks in `space`, the lowest first."""
    with faults.named():
        rows = db.conn.execute(
            "SELECT seq, chain FROM mark WHERE space = ? ORDER BY seq", [bytes.fromhex(space)]
        ).fetchall()
    return [Cursor(seq, chain.hex()) for seq, chain in rows]


def add(db: Database, space: str, mark: Cursor) -> None:
    """Leave a mark, and drop old ones that are not needed any more."""
    blob = bytes.fromhex(space)
    with writing(db):
        db.conn.execute(
            "INSERT OR REPLACE INTO mark VALUES (?, ?, ?)",
            [blob, mark.seq, bytes.fromhex(mark.chain)],
        )
        seqs = [
            seq
            for (seq,) in db.conn.execute(
                "SELECT seq FROM mark WHERE space = ? ORDER BY seq", [blob]
            ).fetchall()
        ]
        db.conn.executemany(
            "DELETE FROM mark WHERE space = ? AND seq = ?",
            [(blob, seq) for seq in spare(seqs)],
        )


def drop_last(db: Database, space: str) -> None:
    """Take the last mark away, if there is one."""
    with writing(db):
        db.conn.execute(
            "DELETE FROM mark WHERE space = ?1"
            " AND seq = (SELECT max(seq) FROM mark WHERE space = ?1)",
            [bytes.fromhex(space)],
        )


def spare(seqs: list[int]) -> list[int]:
    """Name those of the rising `seqs` that may go: of the old ones all but one a power of two.

    A place is older by the distance to the newest; one mark stays in each stretch as wide as the
    greatest power of two in that distance. A stretch only grows by joining its neighbour, so a mark
    that was kept yesterday is not missing today.
    """
    gone: list[int] = []
    before: int | None = None
    for seq in seqs[:-KEPT]:
        width = 1 << max(0, (seqs[-1] - seq).bit_length() - 1)
        if before is not None and before // width == seq // width:
            gone.append(seq)
        else:
            before = seq
    return gone
