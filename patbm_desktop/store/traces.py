"""What an erasure leaves behind on the disk, cleared away after it: photos, log, local backups.

A transaction can empty tables, but not files, nor the pages that SQLite's log keeps as they were.
So the erasure notes in its own transaction that they are to go, and `clear` does it afterwards; a
kill on the way, or somebody who reads at that moment, leaves the note, and the next call goes on.
"""

import shutil
from collections.abc import Collection
from datetime import date
from pathlib import Path
from time import time

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import backup, connect, faults, parts, setting
from patbm_desktop.store import folder as names
from patbm_desktop.store.transaction import writing
from patbm_desktop.wire.durable import crash_point

UNFINISHED = "traces"
"""Under which the names of the photo parts stand until nothing of an erasure is left on the disk.

They are hashes of ciphertext and say nothing.
"""

HOUR = 60 * 60


def remember(db: Database, shas: Collection[str] = ()) -> None:
    """Note that traces are to be cleared, photo parts named `shas` among them."""
    with writing(db):
        setting.write(db, UNFINISHED, sorted({*_unfinished(db), *shas}))


def is_due(db: Database) -> bool:
    """Say whether traces of an erasure are left."""
    return setting.read(db, UNFINISHED) is not None


def clear(db: Database, folder: Path, today: date) -> None:
    """Remove every trace of what was erased from the vault in `folder`; nothing where none is.

    Local backups are made anew, for they hold what was erased; the same goes for a damaged database
    that was set aside, and for copies that a killed process left.

    Raises:
        Fault: DATABASE_BUSY, somebody reads the log; or the disk is at fault. Call it again.
    """
    if db.conn.in_transaction or not is_due(db):
        return
    named = parts.named(db)
    for sha in _unfinished(db):
        if sha not in named:
            crash_point("removal of a photo part")
            parts.remove(folder, sha)
    _empty_log(db)
    _renew_backups(db, folder, today)
    _clear_copies(folder)
    setting.forget(db, UNFINISHED)
    _empty_log(db)


def _unfinished(db: Database) -> frozenset[str]:
    known = setting.read(db, UNFINISHED)
    return frozenset(map(str, known)) if isinstance(known, list) else frozenset()


def _empty_log(db: Database) -> None:
    """Write the log back and cut it to nothing: it keeps pages as they were before."""
    crash_point("emptying of the log")
    with faults.named(io=Refusal.DISK_FULL):
        (is_busy, _, _) = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise Fault(Refusal.DATABASE_BUSY)


def _renew_backups(db: Database, folder: Path, today: date) -> None:
    """Make one backup anew and drop all others; where the disk is full, drop them first."""
    if not (folder / names.BACKUPS).is_dir():
        return
    try:
        backup.renew(db, folder, today)
    except Fault as fault:
        if fault.refusal is Refusal.DISK_FULL:
            backup.drop_all(folder)
        raise


def _clear_copies(folder: Path) -> None:
    for path in folder.glob(names.SET_ASIDE):
        crash_point("removal of a damaged database")
        connect.remove(path)
    copy = folder / names.COPY
    if _is_old(copy):
        connect.remove(copy)
    if _is_old(folder / names.WORKPLACE):
        shutil.rmtree(folder / names.WORKPLACE, ignore_errors=True)


def _is_old(path: Path) -> bool:
    """Say whether a copy was left by a killed process: one in the making is younger."""
    return path.exists() and path.stat().st_mtime < time() - HOUR
