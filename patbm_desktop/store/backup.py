"""Backups that the program makes by itself: one a day, beside the database, under its key.

Kept are the last of each of the last seven days that have one, and of each of the last four weeks.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault
from patbm_desktop.store import connect, page_proof, snapshot
from patbm_desktop.store.folder import BACKUPS
from patbm_desktop.wire import durable

DAYS = 7
WEEKS = 4
_STEM = "catatan-"


def daily(db: Database, folder: Path, key: bytes, today: date) -> Path | None:
    """Make today's backup of the vault in `folder` if it is missing, and drop the old ones.

    Returns None where today's stands already. A backup of another key is no backup: it is replaced.

    Raises:
        Fault: the disk is at fault, or the database is damaged; the older backups stand.
    """
    target = _path(folder, today)
    if connect.fits(target, key):
        return None
    _make(db, target)
    with durable.named():
        _prune(folder)
    return target


def renew(db: Database, folder: Path, today: date) -> None:
    """Make today's backup anew, whatever stands there, and drop every other.

    Raises:
        Fault: the disk is at fault, or the database is damaged; the old ones stand.
    """
    target = _path(folder, today)
    _make(db, target)
    with durable.named():
        for path in every(folder):
            if path != target:
                connect.remove(path)


def drop_all(folder: Path) -> None:
    """Drop every local backup, and the pieces of one."""
    for path in (folder / BACKUPS).glob(f"{_STEM}*"):
        path.unlink(missing_ok=True)


def _make(db: Database, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    for cut_off in target.parent.glob(f"{_STEM}*.part*"):
        cut_off.unlink()
    part = target.with_name(target.name + ".part")
    snapshot.take(db, part)
    with durable.named():
        durable.rename(part, target)
        durable.fsync_folder(target.parent)


def every(folder: Path) -> list[Path]:
    """Return the local backups, the newest first; nobody has looked into them."""
    found = (folder / BACKUPS).glob(f"{_STEM}*.db")
    return sorted((path for path in found if _day_of(path)), key=lambda path: path.name)[::-1]


def last_good(folder: Path, key: bytes) -> Path | None:
    """Return the newest local backup that is whole and under `key`, None where there is none."""
    return next((path for path in every(folder) if _is_good(path, key)), None)


def remake(db: Database, folder: Path, key: bytes, today: date) -> None:
    """Make a backup under a new `key`; then drop all those that an old key opens.

    Raises:
        Fault: the disk is at fault; the old ones stand.
    """
    daily(db, folder, key, today)
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


def _prune(folder: Path) -> None:
    by_day = {day: path for path in every(folder) if (day := _day_of(path))}
    stays = kept(by_day)
    for day, path in by_day.items():
        if day not in stays:
            connect.remove(path)


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
