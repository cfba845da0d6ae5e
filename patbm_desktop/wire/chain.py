"""Where a reader stands in the log of a space: a position, and the hash of all before it.

The server holds `chain[0]` = the space's id and `chain[n]` = hash of `chain[n-1]` and the id of the
n-th op. A cursor whose pair the server does not hold was read from another log: a restored one.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from patbm_desktop.domain.ids import Purpose, digest
from patbm_desktop.wire.bad_message import BadMessage

HIGHEST_SEQ = 2**53
_CURSOR = re.compile(r"(0|[1-9][0-9]{0,15})\.([0-9a-f]{32})", re.ASCII)


class Cursor(NamedTuple):
    """The last position that was read, and the chain up to it."""

    seq: int
    chain: str

    def __str__(self) -> str:
        return f"{self.seq}.{self.chain}"


def parse_cursor(text: object) -> Cursor:
    """Read a cursor as it travels.

    Raises:
        BadMessage: it is not one.
    """
    found = _CURSOR.fullmatch(text) if isinstance(text, str) else None
    if found is None or int(found[1]) > HIGHEST_SEQ:
        raise BadMessage("a cursor")
    return Cursor(int(found[1]), found[2])


def start(space: str) -> Cursor:
    """Return where every reader of `space` begins."""
    return Cursor(0, space)


def step(chain: str, op_id: str) -> str:
    """Return the chain after one more op."""
    return digest(Purpose.CHAIN, bytes.fromhex(chain), bytes.fromhex(op_id))


def after(cursor: Cursor, op_ids: Iterable[str]) -> Cursor:
    """Return the cursor after `op_ids`, which follow each other in the log."""
    seq, chain = cursor
    for op_id in op_ids:
        seq, chain = seq + 1, step(chain, op_id)
    return Cursor(seq, chain)
