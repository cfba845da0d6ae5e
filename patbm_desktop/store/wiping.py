"""Make a draft never to have been: in the table, in the log behind it, in the local backups."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import backup, connect, draft, faults
from patbm_desktop.store.transaction import writing


def wipe_drafts(
    db: Database, folder: Path, key: bytes, today: date, drafts: Collection[str]
) -> None:
    """Forget `drafts`, and drop every backup in `folder` that holds one; make today's again.

    Raises:
        Fault: DATABASE_BUSY, somebody reads the log at this moment; or the disk is at fault.
    """
    with writing(db):
        for each in drafts:
            draft.delete(db, each)
    _empty_log(db)
    held = [path for path in backup.every(folder) if _holds(path, key, drafts)]
    for path in held:
        connect.remove(path)
    if held:
        backup.daily(db, folder, key, today)


def _empty_log(db: Database) -> None:
    """Write the log back and cut it to nothing: it keeps pages as they were before."""
    with faults.named(io=Refusal.DISK_FULL):
        (is_busy, _, _) = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise Fault(Refusal.DATABASE_BUSY)


def _holds(path: Path, key: bytes, drafts: Collection[str]) -> bool:
    """Say whether a backup holds one of `drafts`; one that cannot be read might."""
    try:
        copy = connect.open_store(path, key, read_only=True)
    except Fault:
        return True
    try:
        return any(draft.get(copy, each) is not None for each in drafts)
    finally:
        connect.close(copy)
