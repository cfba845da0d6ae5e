"""Sealed parts of photos and papers: files named after their content, never in the database.

They are written before the op that names them, so an op never names a part that was not kept; a
part that no op came to name is an orphan, and is swept away after a day.
"""

import re
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path
from time import time

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import faults
from patbm_desktop.store.folder import PARTS
from patbm_desktop.wire import durable

LONGEST_PART = 256 * 1024
"""Bytes; the server takes no longer one."""

DAY_SECONDS = 24 * 60 * 60
_NAME = re.compile(r"[0-9a-f]{64}", re.ASCII)


def cut(ciphertext: bytes) -> list[bytes]:
    """Cut a sealed file into parts of at most `LONGEST_PART`."""
    return [
        ciphertext[start : start + LONGEST_PART]
        for start in range(0, len(ciphertext), LONGEST_PART)
    ]


def is_name(text: object) -> bool:
    """Say whether `text` may be the name of a part; what others wrote may be anything."""
    return isinstance(text, str) and _NAME.fullmatch(text) is not None


def name_of(part: bytes) -> str:
    """Return the name of a part: the SHA-256 of its bytes."""
    return sha256(part).hexdigest()


def write(folder: Path, part: bytes) -> str:
    """Keep a part in the vault `folder` and return its name; keeping it twice is the same.

    Raises:
        ValueError: it is longer than `LONGEST_PART`.
        Fault: the disk is at fault; nothing was kept.
    """
    if len(part) > LONGEST_PART:
        raise ValueError("a part is at most 256 KiB")
    name = name_of(part)
    path = _path(folder, name)
    if not has(folder, name):
        _make_folder(path.parent)
        durable.write_atomically(path, part)
    return name


def read(folder: Path, name: str) -> bytes:
    """Return the part of this name.

    Raises:
        Fault: FILE_MISSING, it is not here (yet); FILE_UNREADABLE, it is not what was written.
    """
    try:
        part = _path(folder, name).read_bytes()
    except FileNotFoundError as error:
        raise Fault(Refusal.FILE_MISSING) from error
    except OSError as error:
        raise Fault(Refusal.FILE_UNREADABLE) from error
    if name_of(part) != name:
        raise Fault(Refusal.FILE_UNREADABLE)
    return part


def has(folder: Path, name: str) -> bool:
    """Say whether a part is here; its content is proven when it is read."""
    return _path(folder, name).is_file()


def remove(folder: Path, name: str) -> None:
    """Delete a part; nothing happens where it is not here.

    Raises:
        Fault: the disk is at fault.
    """
    with durable.named():
        _path(folder, name).unlink(missing_ok=True)


def is_whole(folder: Path, name: str) -> bool:
    """Say whether a part is here and is what was written."""
    try:
        read(folder, name)
    except Fault:
        return False
    return True


def place_of(name: str) -> str:
    """Return where a part lies in a vault: by its first letters, so that no folder grows on."""
    return f"{PARTS}/{name[:2]}/{name}"


def every(folder: Path) -> Iterator[str]:
    """Name all parts that are here."""
    for path in (folder / PARTS).glob("*/*"):
        if is_name(path.name):
            yield path.name


def named(db: Database) -> frozenset[str]:
    """Return the parts that any record, taken back or not, ever named."""
    with faults.named():
        return frozenset(sha for (sha,) in db.conn.execute("SELECT sha FROM part").fetchall())


def sweep(folder: Path, known: Collection[str], *, older_than_s: float = DAY_SECONDS) -> int:
    """Delete parts, and pieces of parts, that are not among `known`; return how many.

    Only those `older_than_s` seconds: an op that names a younger one may be about to be written.
    """
    limit, known, swept = time() - older_than_s, frozenset(known), 0
    for path in (folder / PARTS).glob("*/*"):
        if path.name not in known and path.stat().st_mtime <= limit:
            path.unlink()
            swept += 1
    return swept


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        with durable.named():
            folder.mkdir(parents=True, exist_ok=True)
            durable.fsync_folder(folder.parent)


def _path(folder: Path, name: str) -> Path:
    if not is_name(name):
        raise Fault(Refusal.FILE_MISSING)
    return folder / place_of(name)
