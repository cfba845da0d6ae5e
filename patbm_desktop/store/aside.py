"""Ops that wait for a coordinator: kept here, and not applied."""

from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.op import Op, parse
from patbm_desktop.store import faults

_HELD = (
    "SELECT body, sig, answer FROM op WHERE state IN ('waiting', 'locked', 'held')"
    " AND state = 'held' AND body IS NOT NULL ORDER BY n"
)


class Held(NamedTuple):
    """A held op and why the server held it (``keluar``, ``peran``, ``jam``), "" if unknown."""

    op: Op
    why: str


def held(db: Database) -> list[Held]:
    """Return every op that is held, in the order they came."""
    with faults.named():
        rows = db.conn.execute(_HELD).fetchall()
    return [Held(parse(body, sig), (answer or "").partition(":")[2]) for body, sig, answer in rows]
