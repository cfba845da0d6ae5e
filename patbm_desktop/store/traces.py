"""What an erasure leaves behind on the disk, cleared away after it: photos, log, local backups.

A transaction can empty tables, but not files, nor the pages that SQLite's log keeps as they were.
Nor does `secure_delete` reach what SQLite left behind in a page when it moved a row within it, so
the database is written anew. The erasure notes in its own transaction that all this is to go, and
`clear` does it afterwards; a kill on the way, or somebody who reads at that moment, leaves the
note, and the next call goes on.
"""

import shutil
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import backup, connect, faults, parts, setting, snapshot
from patbm_desktop.store import folder as names
from patbm_desktop.store.transaction import writing
from patbm_desktop.wire import durable
from patbm_desktop.wire.durable import crash_point

UNFINISHED = "traces_left"
"""Under which stand, until nothing of an erasure is left on the disk, how many erasures there were
since and the names of the photo parts, which are hashes of ciphertext and say nothing.
"""


def remember(db: Database, shas: Collection[str] = ()) -> None:
    """Note that traces are to be cleared, photo parts named `shas` among them."""
    with writing(db):
        known = _unfinished(db)
        setting.write(db, UNFINISHED, [known.times + 1, sorted({*known.parts, *shas})])


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
    begun = _unfinished(db)
    with durable.named():
        _remove_parts(db, folder, begun.parts)
        _empty_log(db)
        _renew_backups(db, folder, today)
        _write_anew(db)
        _clear_aside(folder)
        sweep_copies(folder)
    with writing(db):
        has_more = _unfinished(db) != begun  # another lane may have erased meanwhile
        if not has_more:
            setting.forget(db, UNFINISHED)
    _empty_log(db)


def _remove_parts(db: Database, folder: Path, shas: Collection[str]) -> None:
    named = parts.named(db)
    for sha in shas:
        if sha not in named:
            crash_point("removal of a photo part")
            parts.remove(folder, sha)


class _Unfinished(NamedTuple):
    """How many erasures are to be cleared up after, and the photo parts that go with them."""

    times: int
    parts: frozenset[str]


def _unfinished(db: Database) -> _Unfinished:
    times, shas = setting.read(db, UNFINISHED, [0, []])
    return _Unfinished(times, frozenset(shas))


def _empty_log(db: Database) -> None:
    """Write the log back and cut it to nothing: it keeps pages as they were before."""
    crash_point("emptying of the log")
    with faults.named(io=Refusal.DISK_FULL):
        (is_busy, _, _) = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise Fault(Refusal.DATABASE_BUSY)


def _write_anew(db: Database) -> None:
    """Write every page from its rows alone, and the log back after that."""
    crash_point("writing the database anew")
    with faults.named(io=Refusal.DISK_FULL):
        db.conn.execute("VACUUM")
    _empty_log(db)


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


def _clear_aside(folder: Path) -> None:
    for path in folder.glob(names.SET_ASIDE):
        crash_point("removal of a damaged database")
        connect.remove(path)


def sweep_copies(folder: Path) -> None:
    """Remove the copies of the database that a killed process left an hour ago, or longer.

    Raises:
        Fault: the disk refused.
    """
    with durable.named():
        for copy in folder.glob(f"{names.COPY}-*"):
            if snapshot.is_old(copy):
                connect.remove(copy)
    if snapshot.is_old(folder / names.WORKPLACE):
        shutil.rmtree(folder / names.WORKPLACE, ignore_errors=True)
