"""Make a draft never to have been: in the table, in the log behind it, in the local backups.

What could not be done at once, because somebody read the log at that moment or the process was
killed, is remembered by the ids alone, which say nothing, and is done later by `finish`.
"""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import backup, connect, draft, faults, setting
from patbm_desktop.store.transaction import writing

UNFINISHED = "rows_to_clear"
"""Under which the ids stand until nothing of them is left."""


def wipe_drafts(
    db: Database, folder: Path, key: bytes, today: date, drafts: Collection[str]
) -> None:
    """Forget `drafts`, and drop every backup in `folder` that holds one; make today's again.

    Once this has begun it ends: what it cannot do now, `finish` does.

    Raises:
        Fault: DATABASE_BUSY, somebody reads the log at this moment; or the disk is at fault.
    """
    with writing(db):
        for each in drafts:
            draft.delete(db, each)
        setting.write(db, UNFINISHED, sorted({*_unfinished(db), *drafts}))
    finish(db, folder, key, today)


def finish(db: Database, folder: Path, key: bytes, today: date) -> None:
    """End what `wipe_drafts` began and could not end; nothing where nothing is left of it.

    Raises:
        Fault: as `wipe_drafts`; call it again.
    """
    drafts = _unfinished(db)
    if not drafts:
        return
    _empty_log(db)
    held = [path for path in backup.every(folder) if _holds(path, key, drafts)]
    for path in held:
        connect.remove(path)
    with writing(db):  # another lane may have added one meanwhile
        left = _unfinished(db) - drafts
        if left:
            setting.write(db, UNFINISHED, sorted(left))
        else:
            setting.forget(db, UNFINISHED)
    _empty_log(db)
    if held:
        backup.daily(db, folder, key, today, is_sure=False)


def _unfinished(db: Database) -> frozenset[str]:
    known = setting.read(db, UNFINISHED)
    return frozenset(map(str, known)) if isinstance(known, list) else frozenset()


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
