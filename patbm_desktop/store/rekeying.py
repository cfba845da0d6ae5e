"""Give the database a new key, so that an old passphrase opens nothing any more.

The key is changed on a copy, which then takes the place of the original in one rename. Decided
2026-11-21: changing it in place would leave a kill with a file that needs its rollback journal and
the old key; this way exactly one of both keys opens the whole file, at every moment.

No lock is held meanwhile, for Windows renames nothing over an open file. So what another process
wrote into the original since it was copied is looked for before the copy takes its place.
"""

from pathlib import Path
from typing import NamedTuple

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import check, connect, driver, faults, snapshot
from patbm_desktop.store.page_proof import PAGE
from patbm_desktop.wire import durable


def rekey(path: Path, old_key: bytes, new_key: bytes) -> None:
    """Encrypt the database at `path` under `new_key`. No connection to it may be open.

    Does nothing when it is under `new_key` already, so a change that was cut off can be finished.

    Raises:
        Fault: DATABASE_BUSY, somebody has it open; or as `open_store`. The old key still fits then.
    """
    if connect.fits(path, new_key):
        return
    part = path.with_name(path.name + ".part")
    copied = _copy(path, old_key, part)
    try:
        with faults.named(io=Refusal.DISK_FULL), durable.named():
            _change(part, old_key, new_key)
            durable.fsync_file(part)
            _demand_untouched(path, copied)
            durable.rename(part, path)
            durable.fsync_folder(path.parent)
    except BaseException:
        connect.remove(part)
        raise


class _Trace(NamedTuple):
    """What changes when anybody opens a database to write: its first page says how it is kept."""

    first_page: bytes
    modified_ns: int
    has_log: bool


def _trace_of(path: Path) -> _Trace:
    log = path.with_name(path.name + "-wal")
    with path.open("rb") as file:
        return _Trace(file.read(PAGE), path.stat().st_mtime_ns, log.exists())


def _demand_untouched(path: Path, copied: _Trace) -> None:
    if _trace_of(path) != copied:
        raise Fault(Refusal.DATABASE_BUSY)


def _copy(path: Path, key: bytes, part: Path) -> _Trace:
    """Copy the database, and see to it that no log stays beside it that a rename would outlive.

    Returns what can be seen of it from outside, before it was copied.
    """
    db = connect.open_store(path, key)
    try:
        with faults.named():
            (mode,) = db.conn.execute("PRAGMA journal_mode = DELETE").fetchone()
        if mode != "delete":
            raise Fault(Refusal.DATABASE_BUSY)
        with durable.named():
            trace = _trace_of(path)
        snapshot.take(db, part)
    finally:
        connect.close(db)
    return trace


def _change(part: Path, old_key: bytes, new_key: bytes) -> None:
    connection = driver.open_keyed(part, old_key)
    try:
        durable.crash_point("commit")
        driver.change_key(connection, new_key)
    finally:
        connection.close()
    db = connect.open_store(part, new_key, read_only=True)
    try:
        if check.deep(db):
            raise Fault(Refusal.DATABASE_DAMAGED)
    finally:
        connect.close(db)
