"""What a later release wrote that this one cannot read: kept, handed on, and not written over."""

from collections.abc import Iterator

from sqlite_utils import Database

from patbm_desktop.domain.op import Op, parse
from patbm_desktop.store import faults
from patbm_desktop.store.rights_book import RightsBook

# an op of an unknown format waits for the release that knows it
_FOREIGN = """
SELECT body, sig FROM op WHERE state IN ('waiting', 'locked', 'held') AND state = 'waiting'
AND body IS NOT NULL AND json_extract(CAST(body AS TEXT), '$.f') <> 1
"""


def records(db: Database, book: RightsBook) -> frozenset[str]:
    """Return the records, by their `ent`, of which a member wrote a part that is not read here.

    The word of a stranger makes no record of anybody one of these.
    """
    return frozenset(op.ent for op in _ops(db) if _counts(op, book))


def _ops(db: Database) -> Iterator[Op]:
    with faults.named():
        found = db.conn.execute(_FOREIGN).fetchall()
    yield from (parse(body, sig) for body, sig in found)


def _counts(op: Op, book: RightsBook) -> bool:
    return op.is_foreign and op.dev in book.of(op.space).ever and book.is_signed(op)
