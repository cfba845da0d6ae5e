"""Files that are either the old ones or the new ones, whatever moment the power goes.

Every commit, rename and fsync that our own code calls passes `crash_point` first. With `CRASH_AT=n`
in the environment the process dies at the n-th of them, so that a test can stop a save, a backup or
a change of passphrase at every step and look at what is left. Decided 2026-11-21: a counter in the
environment, not a patched function, because only a killed process proves anything.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from patbm_desktop.domain.fault import Fault, Refusal

CRASH_AT = "CRASH_AT"
CRASH_STATUS = 137
"""What a shell reports of a process that was killed; the tests tell it from a failure by this."""

BY_NUMBER = {
    errno.ENOSPC: Refusal.DISK_FULL,
    errno.EDQUOT: Refusal.DISK_FULL,
    errno.EFBIG: Refusal.DISK_FULL,
    errno.EACCES: Refusal.FILE_NOT_WRITABLE,
    errno.EPERM: Refusal.FILE_NOT_WRITABLE,
    errno.EROFS: Refusal.FILE_NOT_WRITABLE,
    errno.ENOENT: Refusal.FILE_NOT_WRITABLE,
    errno.ENOTDIR: Refusal.FILE_NOT_WRITABLE,
    errno.EISDIR: Refusal.FILE_NOT_WRITABLE,
    errno.EEXIST: Refusal.FILE_NOT_WRITABLE,
    errno.ENAMETOOLONG: Refusal.FILE_NOT_WRITABLE,
    errno.EBUSY: Refusal.FILE_NOT_WRITABLE,
    errno.EINVAL: Refusal.FILE_NOT_WRITABLE,  # a sign in the name that Windows does not take
    errno.EIO: Refusal.FILE_NOT_WRITABLE,
}

_PASSED = count(1)


def crash_point(name: str) -> None:
    """Stand where our code is about to make something last; `name` says what, for a reader.

    Dies here, without any clean-up, when this is the point that `CRASH_AT` counts to.
    """
    at = os.environ.get(CRASH_AT)
    if at is not None and next(_PASSED) == int(at):
        os.write(2, f"stopped before {name}\n".encode())
        os._exit(CRASH_STATUS)


@contextmanager
def named() -> Iterator[None]:
    """Raise a `Fault` in place of an error of the disk that a person can act on."""
    try:
        yield
    except OSError as error:
        refusal = BY_NUMBER.get(error.errno or 0)
        if refusal is None:
            raise
        raise Fault(refusal) from error


def fsync_file(path: Path) -> None:
    """Return only when the content of `path` is on the disk."""
    file = os.open(path, os.O_RDWR)
    try:
        _fsync(file)
    finally:
        os.close(file)


def fsync_folder(folder: Path) -> None:
    """Return only when the names in `folder` are on the disk; Windows does that by itself."""
    crash_point("fsync of a folder")
    if os.name == "nt":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def rename(old: Path, new: Path) -> None:
    """Put `old` in the place of `new` in one step; last it does after `fsync_folder`."""
    crash_point("rename")
    old.replace(new)


def write_atomically(path: Path, data: bytes) -> None:
    """Make `data` the whole content of `path`, readable by this account alone.

    Whoever reads finds the old content or the new, never a part. A piece left by a kill lies
    beside it as ``<name>.part`` and is written over by the next call.

    Raises:
        Fault: the disk is full, or the file may not be written; the old content stands.
    """
    part = path.with_name(path.name + ".part")
    with named():
        try:
            _write_whole(part, data)
            rename(part, path)
            fsync_folder(path.parent)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink()
            raise


def _write_whole(path: Path, data: bytes) -> None:
    flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags, 0o600)
    try:
        half = len(data) // 2
        _write(file, data[:half])
        crash_point("second half of a write")
        _write(file, data[half:])
        _fsync(file)
    finally:
        os.close(file)


def _write(file: int, data: bytes) -> None:
    """Write all of `data`: on a disk that is nearly full a first call may take only a part."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _fsync(file: int) -> None:
    crash_point("fsync of a file")
    os.fsync(file)
