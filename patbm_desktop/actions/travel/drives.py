"""The flash drives that are plugged in, as far as the system tells."""

import os
import re
import string
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from patbm_desktop.domain.fault import Fault, Refusal

_UNDER = ("/media/", "/run/media/")
"""Where Linux mounts what a person plugs in."""

_NEVER = frozenset({"iso9660", "squashfs", "tmpfs", "fuse.gvfsd-fuse", "cifs", "nfs", "nfs4"})
_OCTAL = re.compile(r"\\([0-7]{3})")
_WINDOWS_REMOVABLE = 2
"""Source: GetDriveTypeW, DRIVE_REMOVABLE."""


@dataclass(frozen=True, slots=True)
class Drive:
    """A flash drive: its top folder, the name a person knows it by, and whether it takes files."""

    root: Path
    name: str
    is_read_only: bool = False


def plugged_in() -> tuple[Drive, ...]:
    """Return the flash drives that are there now."""
    if sys.platform == "win32":
        return _of_windows()
    if sys.platform == "darwin":
        volumes = (each for each in Path("/Volumes").glob("*") if not each.is_symlink())
        return tuple(Drive(each, each.name) for each in volumes if each.is_mount())
    try:
        mounts = Path("/proc/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return ()
    return of_mounts(mounts.splitlines())


def of_mounts(lines: Iterable[str]) -> tuple[Drive, ...]:
    """Return the flash drives among the lines of ``/proc/mounts``."""
    found: dict[Path, Drive] = {}
    for line in lines:
        fields = line.split()
        if len(fields) < 4 or fields[2] in _NEVER:
            continue
        root = _OCTAL.sub(lambda octal: chr(int(octal[1], 8)), fields[1])
        if root.startswith(_UNDER):
            path = Path(root)
            found[path] = Drive(path, path.name, "ro" in fields[3].split(","))
    return tuple(found.values())


def of_letters(types: Iterable[tuple[str, int]]) -> tuple[Drive, ...]:
    """Return the flash drives among Windows' letters, each with what GetDriveTypeW says of it."""
    return tuple(
        Drive(Path(f"{letter}:/"), f"{letter}:")
        for letter, kind in types
        if kind == _WINDOWS_REMOVABLE
    )


def only(drives: Sequence[Drive], *, to_write: bool) -> Drive:
    """Return the one flash drive that can be meant.

    Raises:
        Fault: STICK_MISSING, there is none; STICK_SEVERAL, a person must choose.
    """
    fitting = [each for each in drives if not (to_write and each.is_read_only)]
    if not fitting:
        raise Fault(Refusal.STICK_MISSING)
    if len(fitting) > 1:
        raise Fault(Refusal.STICK_SEVERAL, count=len(fitting))
    return fitting[0]


def _of_windows() -> tuple[Drive, ...]:
    if sys.platform != "win32":
        return ()
    import ctypes  # noqa: PLC0415  (there is no such call elsewhere)

    ask = ctypes.windll.kernel32.GetDriveTypeW
    letters = (each for each in string.ascii_uppercase if os.path.exists(f"{each}:\\"))  # noqa: PTH110 - a bare drive letter
    return of_letters((letter, ask(f"{letter}:\\")) for letter in letters)
