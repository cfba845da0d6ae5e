"""Records of which two versions stand: found by an index of their own, however many others."""

from sqlite_utils import Database

from patbm_desktop.store.listing import COLUMNS, Row, select
from patbm_desktop.store.projection import Flag

_UNDECIDED = f"""
SELECT {COLUMNS} FROM record r
WHERE (r.conflicts <> '' OR r.flags & 2 > 0) AND r.flags & {int(Flag.VOID | Flag.BEREFT)} = 0
AND r.edits > 0
ORDER BY r.kind, r.n
"""  # noqa: S608 - names and numbers of ours


def rows(db: Database) -> list[Row]:
    """Return every record with two versions of a field, or that was deleted and edited apart.

    What was taken back by somebody who had seen all of it is not among them.
    """
    return select(db, _UNDECIDED, [])
