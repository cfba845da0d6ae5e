"""Give the database a new key, so that an old passphrase opens nothing any more.

The key is changed on a copy, which then takes the place of the original in one rename. Decided
2026-11-21: changing it in place would leave a kill with a file that needs its rollback journal and
the old key; this way exactly one of both keys opens the whole file, at every moment.
"""

from pathlib import Path

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import check, connect, driver, faults, snapshot
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
    _copy(path, old_key, part)
    try:
        with faults.named(io=Refusal.DISK_FULL), durable.named():
            _change(part, old_key, new_key)
            durable.fsync_file(part)
            durable.rename(part, path)
            durable.fsync_folder(path.parent)
    except BaseException:
        connect.remove(part)
        raise


def _copy(path: Path, key: bytes, part: Path) -> None:
    """Copy the database, and see to it that no log stays beside it that a rename would outlive."""
    db = connect.open_store(path, key)
    try:
        with faults.named():
            (mode,) = db.conn.execute("PRAGMA journal_mode = DELETE").fetchone()
        if mode != "delete":
            raise Fault(Refusal.DATABASE_BUSY)
        snapshot.take(db, part)
    finally:
        connect.close(db)


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
