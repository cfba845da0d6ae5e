"""Open the encrypted database, prove that it is encrypted and ours, and close it again.

What an open proves: the cipher is there, the first page and the schema carry a right signature,
and the file is as long as it says. Every other page is proven when it is read, for SQLCipher signs
each; all pages are read once a day, by the backup, and by `check.deep`. A full check at every start
would cost half a second at 100,000 records and find nothing earlier than the reading does.
"""

from contextlib import suppress
from pathlib import Path
from shutil import disk_usage
from typing import Any, cast

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import driver, faults, page_proof, schema
from patbm_desktop.wire import durable

CACHE_KIB = 16_000
LOG_BYTES = 4 * 1024 * 1024
"""How long the write-ahead log may grow before `housekeep` writes it back."""

ROOM_TO_OPEN = 1024 * 1024
"""Bytes that have to be free: SQLite keeps an index of its log in a file of its own."""

PAGES_IN_WAL = 20_000
"""Where SQLite itself writes the log back, in pages of 4 KiB; `housekeep` is long before it."""

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA cache_size = -{CACHE_KIB}",
    f"PRAGMA wal_autocheckpoint = {PAGES_IN_WAL}",
    f"PRAGMA journal_size_limit = {LOG_BYTES}",
)


def create(path: Path, key: bytes) -> Database:
    """Make a new database at `path` under `key` (32 random bytes) and return it open.

    A kill on the way leaves no file of that name, or one that has all tables.

    Raises:
        Fault: VAULT_EXISTS, something is there already; or the disk is at fault.
    """
    if path.exists():
        raise Fault(Refusal.VAULT_EXISTS)
    part = path.with_name(path.name + ".part")
    remove(part)
    with faults.named(io=Refusal.DISK_FULL), durable.named():
        connection = driver.open_keyed(part, key)
        try:
            schema.migrate(_as_database(connection))
        finally:
            connection.close()
        durable.rename(part, path)
        durable.fsync_folder(path.parent)
    return _opened(path, key, read_only=False)


def open_store(path: Path, key: bytes, *, read_only: bool = False) -> Database:
    """Open the database at `path`; an older schema is brought to this release's.

    With `read_only` nothing is written, not even a migration: the way to look at a damaged file.

    Raises:
        Fault: VAULT_MISSING; DATABASE_FOREIGN, it is plain text or under another key;
            DATABASE_DAMAGED; DATABASE_NEWER; or the disk is at fault. The file is as it was.
    """
    _look_at(path)
    try:
        return _opened(path, key, read_only=read_only)
    except Fault as fault:
        if fault.refusal == Refusal.DATABASE_DAMAGED and not page_proof.is_under(path, key):
            raise Fault(Refusal.DATABASE_FOREIGN) from fault
        raise


def close(db: Database) -> None:
    """End the connection; the last one out writes the log back and removes it."""
    db.conn.close()


def remove(path: Path) -> None:
    """Delete a database of ours and what SQLite keeps beside it; nothing happens if it is not."""
    for tail in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + tail).unlink(missing_ok=True)


def fits(path: Path, key: bytes) -> bool:
    """Say whether `path` is a database under `key`; opens nothing and changes nothing."""
    return path.is_file() and page_proof.is_under(path, key)


def _look_at(path: Path) -> None:
    if not path.is_file():
        raise Fault(Refusal.VAULT_MISSING)
    if page_proof.is_plain(path):
        raise Fault(Refusal.DATABASE_FOREIGN)
    if path.stat().st_size < page_proof.PAGE and not _has_log(path):
        raise Fault(Refusal.DATABASE_DAMAGED)


def _io_at(path: Path) -> Refusal:
    """Say what an I/O error means for one who opens `path`: even that takes a little room."""
    is_full = path.parent.is_dir() and disk_usage(path.parent).free < ROOM_TO_OPEN
    return Refusal.DISK_FULL if is_full else Refusal.DATABASE_DAMAGED


def _has_log(path: Path) -> bool:
    """Say whether a log beside `path` may hold pages that have not reached it yet."""
    log = path.with_name(path.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def _opened(path: Path, key: bytes, *, read_only: bool) -> Database:
    with faults.named(io=_io_at(path)):
        connection = driver.open_keyed(path, key, read_only=read_only)
        try:
            return _prepared(connection, read_only=read_only)
        except BaseException:
            with suppress(driver.Error):
                connection.close()
            raise


def _prepared(connection: Any, *, read_only: bool) -> Database:
    connection.execute("SELECT count(*) FROM sqlite_master")
    db = _as_database(connection)
    if schema.application(db) != schema.APPLICATION:
        raise Fault(Refusal.DATABASE_FOREIGN)
    if schema.version(db) > schema.newest():
        raise Fault(Refusal.DATABASE_NEWER)
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        return db
    for setting in _SETTINGS:
        connection.execute(setting)
    schema.migrate(db)
    return db


def _as_database(connection: Any) -> Database:
    return Database(cast("Any", connection), recursive_triggers=False, execute_plugins=False)
