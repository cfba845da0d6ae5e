"""The disk's refusals, read from the driver's numbers; a bug stays a bug.

The driver gives the primary code only, so it cannot be told from the number whether a disk that
"has an I/O error" could not be read or takes no more: whoever calls knows what he was doing.
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
    CORRUPT: Refusal.DATABASE_DAMAGED,
    FULL: Refusal.DISK_FULL,
    CANNOT_OPEN: Refusal.FILE_NOT_WRITABLE,
    NOT_A_DATABASE: Refusal.DATABASE_DAMAGED,
}


@contextmanager
def named(io: Refusal = Refusal.DATABASE_DAMAGED) -> Iterator[None]:
    """Raise a `Fault` in place of a driver's error that a person can act on.

    `io` is what an I/O error means here: who reads meets a disk that cannot be read any more, who
    writes one that takes no more.
    """
    try:
        yield
    except driver.Error as error:
        refusal = {**BY_NUMBER, IO: io}.get(driver.number_of(error) & 0xFF)
        if refusal is None:
            raise
        raise Fault(refusal) from error
