"""Backups that the program makes by itself: one a day, beside the database, under its key.

Kept are the last of each of the last seven days that have one, and of each of the last four weeks.
A file is called after the day that the clock showed; which is the newest is asked of what is in it.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from secrets import token_hex

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault
from patbm_desktop.store import connect, faults, page_proof, snapshot
from patbm_desktop.store.folder import BACKUPS
from patbm_desktop.wire import durable

DAYS = 7
WEEKS = 4
_STEM = "catatan-"


def daily(
    db: Database, folder: Path, key: bytes, today: date, *, is_sure: bool = True
) -> Path | None:
    """Make today's backup of the vault in `folder` if it is missing, and drop the old ones.

    Returns None where today's stands already. A backup of another key is no backup: it is replaced.
    Where the clock may be wrong, so that nobody `is_sure` of the day, it may show this very day
    again and again: then today's is replaced by what has come since. Who is sure drops what a wrong
    clock made for a day that is still to come.

    Raises:
        Fault: the disk is at fault, or the database is damaged; the older backups stand.
    """
    target = _path(folder, today)
    if connect.fits(target, key) and (is_sure or _reach(target, key) >= _newest(db)):
        return None
    _make(db, target)
    with durable.named():
        _prune(folder, today, is_sure=is_sure)
    return target


def renew(db: Database, folder: Path, today: date) -> None:
    """Make today's backup anew, whatever stands there, and drop every other.

    Raises:
        Fault: the disk is at fault, or the database is damaged; the old ones stand.
    """
    target = _path(folder, today)
    _make(db, target)
    with durable.named():
        for path in target.parent.glob(f"{_STEM}*"):  # pieces too, of whichever lane makes one
            if path != target:
                path.unlink(missing_ok=True)


def drop_all(folder: Path) -> None:
    """Drop every local backup, and the pieces of one."""
    for path in (folder / BACKUPS).glob(f"{_STEM}*"):
        path.unlink(missing_ok=True)


def _make(db: Database, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    for cut_off in target.parent.glob(f"{_STEM}*.part*"):
        if snapshot.is_old(cut_off):
            cut_off.unlink(missing_ok=True)
    part = target.with_name(f"{target.name}.part-{token_hex(4)}")  # another lane may make one too
    snapshot.take(db, part)
    with durable.named():
        durable.rename(part, target)
        durable.fsync_folder(target.parent)


def every(folder: Path) -> list[Path]:
    """Return the local backups, the last day first; nobody has looked into them."""
    found = (folder / BACKUPS).glob(f"{_STEM}*.db")
    return sorted((path for path in found if _day_of(path)), key=lambda path: path.name)[::-1]


def last_good(folder: Path, key: bytes) -> Path | None:
    """Return the newest local backup that is whole and under `key`, None where there is none.

    The newest is the one in which the last op was written; of several the one of the last day.
    """
    ranked = sorted(every(folder), key=lambda path: _reach(path, key), reverse=True)
    return next((path for path in ranked if _is_good(path, key)), None)


def remake(db: Database, folder: Path, key: bytes, today: date, *, is_sure: bool = True) -> None:
    """Make today's backup under `key`, as `daily` does; then drop all those that an old key opens.

    Raises:
        Fault: the disk is at fault; the old ones stand.
    """
    daily(db, folder, key, today, is_sure=is_sure)
    for path in every(folder):
        if not connect.fits(path, key):
            connect.remove(path)


def kept(days: Iterable[date]) -> frozenset[date]:
    """Say which of the `days` that have a backup keep it."""
    ordered = sorted(days, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    for day in ordered:
        weeks.setdefault(day.isocalendar()[:2], day)
    newest_weeks = sorted(weeks, reverse=True)[:WEEKS]
    return frozenset(ordered[:DAYS]) | {weeks[week] for week in newest_weeks}


def _prune(folder: Path, today: date, *, is_sure: bool) -> None:
    by_day = {day: path for path in every(folder) if (day := _day_of(path))}
    stays = kept(day for day in by_day if day <= today or not is_sure) | {today}
    for day, path in by_day.items():
        if day not in stays:
            connect.remove(path)


def _newest(db: Database) -> int:
    """Return the number of the op that was written last."""
    with faults.named():
        return int(db.conn.execute("SELECT coalesce(max(n), 0) FROM op").fetchone()[0])


def _reach(path: Path, key: bytes) -> int:
    """Return the number of the op that a backup ends with, -1 where it cannot be read."""
    try:
        db = connect.open_store(path, key, read_only=True)
    except Fault:
        return -1
    try:
        return _newest(db)
    except Fault:
        return -1
    finally:
        connect.close(db)


def _is_good(path: Path, key: bytes) -> bool:
    if not page_proof.is_under(path, key):
        return False
    try:
        db = connect.open_store(path, key, read_only=True)
    except Fault:
        return False
    try:
        return snapshot.is_sound(db, path)
    finally:
        connect.close(db)


def _path(folder: Path, day: date) -> Path:
    return folder / BACKUPS / f"{_STEM}{day.isoformat()}.db"


def _day_of(path: Path) -> date | None:
    try:
        return date.fromisoformat(path.stem.removeprefix(_STEM))
    except ValueError:
        return None
