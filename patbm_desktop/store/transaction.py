"""One change, one commit: everything in a `writing` block is kept, or nothing is."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from patbm_desktop.domain.fault import Refusal
from patbm_desktop.store import faults
from patbm_desktop.wire.durable import crash_point


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """Do the block in one transaction; a block inside a block joins the outer one.

    The write lock is taken at once: a reader that becomes a writer half way would be refused
    without waiting its turn.

    Raises:
        Fault: the disk is at fault; nothing of the block was kept.
    """
    if db.conn.in_transaction:
        yield
        return
    with faults.named(io=Refusal.DISK_FULL):
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            crash_point("commit")
            db.conn.execute("COMMIT")
        finally:
            # Still open only when something was raised; a full disk may have ended it already.
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
