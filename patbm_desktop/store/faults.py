"""The disk's refusals, read from the driver's numbers; a bug stays a bug.

Source: "Result Codes" in the SQLite documentation; the low byte is the primary code.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import driver

BUSY, LOCKED, READ_ONLY, IO, CORRUPT, FULL, CANNOT_OPEN, NOT_A_DATABASE = (
    5,
    6,
    8,
    10,
    11,
    13,
    14,
    26,
)

BY_NUMBER = {
    BUSY: Refusal.DATABASE_BUSY,
    LOCKED: Refusal.DATABASE_BUSY,
    READ_ONLY: Refusal.DATABASE_READ_ONLY,
    IO: Refusal.DATABASE_DAMAGED,
    CORRUPT: Refusal.DATABASE_DAMAGED,
    FULL: Refusal.DISK_FULL,
    CANNOT_OPEN: Refusal.FILE_NOT_WRITABLE,
    NOT_A_DATABASE: Refusal.DATABASE_DAMAGED,
}

WRITES = frozenset({778, 1034, 1290, 1546, 4874})
"""IOERR_WRITE, _FSYNC, _DIR_FSYNC, _TRUNCATE, _SHMSIZE: the disk takes no more, nothing broke."""


def refusal_of(error: Exception) -> Refusal | None:
    """Return what a person is told of a driver's `error`; None when it is our own mistake."""
    number = driver.number_of(error)
    if number in WRITES:
        return Refusal.DISK_FULL
    return BY_NUMBER.get(number & 0xFF)


@contextmanager
def named() -> Iterator[None]:
    """Raise a `Fault` in place of a driver's error that a person can act on."""
    try:
        yield
    except driver.Error as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        raise Fault(refusal) from error
