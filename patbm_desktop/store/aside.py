"""Ops that wait for a coordinator."""

from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.op import Op, parse
from patbm_desktop.store import faults

# The conditions are word for word those of the indexes `op_aside` and `op_outbox`.
_HELD = """
SELECT n, body, sig, answer FROM op WHERE state IN ('waiting', 'locked', 'held')
AND state = 'held' AND body IS NOT NULL
UNION ALL
SELECT n, body, sig, answer FROM op WHERE seq IS NULL AND state <> 'stripped'
AND state <> 'held' AND body IS NOT NULL AND answer LIKE 'held%' ORDER BY n
"""


class Held(NamedTuple):
    """A held op and why the server held it (``keluar``, ``peran``, ``jam``), "" if unknown."""

    op: Op
    why: str


def held(db: Database) -> list[Held]:
    """Return every op that is held, in the order they came.

    Among them are those a server holds while they count here: one's own, and those of a former
    member that came before he was removed.
    """
    with faults.named():
        rows = db.conn.execute(_HELD).fetchall()
    return [
        Held(parse(body, sig), (answer or "").partition(":")[2]) for _, body, sig, answer in rows
    ]
