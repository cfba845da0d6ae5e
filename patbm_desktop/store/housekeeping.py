"""The work that a save leaves for later: naming, merging the index, writing the log back.

Done in slices while nobody waits: a merge or a checkpoint inside a save made one save in a hundred
fifty times as long as the others.
"""

from pathlib import Path
from time import perf_counter

import msgspec
from sqlite_utils import Database

from patbm_desktop.domain.fault import Refusal
from patbm_desktop.store import faults, index
from patbm_desktop.store.connect import LOG_BYTES
from patbm_desktop.store.lens import Lens
from patbm_desktop.store.transaction import writing

RECORDS_A_SLICE = 2
"""Taking words out of the index for good costs some 20 ms a record at 100,000."""

PAGES_A_SLICE = 64


def housekeep(db: Database, lens: Lens, budget_ms: float = 20) -> bool:
    """Do waiting work for about `budget_ms`; return True when some is left.

    Called between saves, on the lane of the connection and outside any transaction. One slice is
    always done, so calling it until it returns False comes to an end.

    Raises:
        Fault: the disk is at fault; nothing is lost by it.
    """
    ends = perf_counter() + budget_ms / 1000
    with faults.named(io=Refusal.DISK_FULL):
        _write_back(db)
        while _renamed(db, lens) or _merged(db):
            if perf_counter() >= ends:
                return True
    return False


def _renamed(db: Database, lens: Lens) -> bool:
    """Find some records by the new name of what they point to; False when none waits."""
    waiting = db.conn.execute("SELECT n FROM stale LIMIT ?", [RECORDS_A_SLICE]).fetchall()
    if not waiting:
        return False
    with writing(db):
        changes = index.Changes()
        for (n,) in waiting:
            _speak_again(db, lens, changes, n)
        index.write(db, changes)
        db.conn.executemany("DELETE FROM stale WHERE n = ?", waiting)
    return True


def _speak_again(db: Database, lens: Lens, changes: index.Changes, n: int) -> None:
    row = db.conn.execute(
        "SELECT kind, day, shown, spot, text FROM record WHERE n = ?", [n]
    ).fetchone()
    if row is None or row[3] is None:
        return
    kind, day, shown, spot, text = row
    values = msgspec.json.decode(shown)
    new = lens.words(kind, values, lambda of, to: index.name_of(db, of, to))
    said = index.said(kind, day, n, new)
    changes.note(said, index.Said(spot, text))
    db.conn.execute("UPDATE record SET spot = ?, text = ? WHERE n = ?", [*said, n])


def _merged(db: Database) -> bool:
    """Merge a little of the index; False when there was nothing to merge.

    Source: "The 'merge' Command" in the FTS5 documentation: fewer than two changes mean none.
    """
    before = db.conn.total_changes
    with writing(db):
        db.conn.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", [PAGES_A_SLICE])
    return db.conn.total_changes - before >= 2


def _write_back(db: Database) -> None:
    """Write a long log back in one go, as far as nobody reads or writes it meanwhile.

    The next save then begins the log anew and cuts it to `LOG_BYTES`.
    """
    path = db.conn.execute("PRAGMA database_list").fetchone()[2]
    log = Path(f"{path}-wal")
    if log.is_file() and log.stat().st_size > LOG_BYTES:
        db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
