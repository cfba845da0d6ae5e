"""A copy of the database at one moment, under the same key, proven before anybody relies on it."""

from pathlib import Path
from time import time

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import check, connect, faults, schema
from patbm_desktop.wire import durable

HOUR = 60 * 60


def take(db: Database, target: Path) -> None:
    """Write a copy of `db` to `target`, in place of what lies there, and prove it.

    Reading it for the copy proves every page of the original too. Others may write meanwhile.

    Raises:
        Fault: DATABASE_DAMAGED, a page of the original or of the copy is not sound; or the disk is
            at fault. Nothing is left at `target` then.
    """
    connect.remove(target)
    try:
        with faults.named(io=Refusal.DISK_FULL), durable.named():
            db.conn.execute("VACUUM INTO ?", [str(target)])
            _demand_sound(db, target)
            durable.fsync_file(target)
    except BaseException:
        connect.remove(target)
        raise


def is_sound(db: Database, copy: Path) -> bool:
    """Say whether every page of `copy`, a database under the key of `db`, is as it was written."""
    if not copy.is_file():
        return False
    db.conn.execute("ATTACH ? AS copy", [f"{copy.absolute().as_uri()}?mode=rw"])
    try:
        is_ours = schema.application(db, "copy") == schema.APPLICATION
        return is_ours and not check.deep(db, "copy")
    finally:
        db.conn.execute("DETACH copy")


def is_old(path: Path) -> bool:
    """Say whether a copy was left by a killed process: one in the making is younger."""
    return path.exists() and path.stat().st_mtime < time() - HOUR


def _demand_sound(db: Database, copy: Path) -> None:
    if not is_sound(db, copy):
        raise Fault(Refusal.DATABASE_DAMAGED)
