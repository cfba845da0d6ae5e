"""The cells of one record: who wrote which value, and whether somebody replaced it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlite_utils import Database

from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.merge import Head, ordered
from patbm_desktop.domain.op import Op, Write, Writes

_WRITE = """
INSERT INTO cell (n, field, op, clk, val) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET clk = excluded.clk, val = excluded.val
"""
_REPLACE = """
INSERT INTO cell (n, field, op, dead) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET dead = 1
"""
_READ = "SELECT field, op, clk, val, dead FROM cell WHERE n = ? AND val IS NOT NULL"


class Loaded(NamedTuple):
    """The live values of each field, the shown one first, and every op that ever wrote one."""

    heads: Mapping[str, list[Head]]
    ops: frozenset[str]


def write(db: Database, edits: Iterable[tuple[int, Op, Writes]]) -> None:
    """Put the writes of ops into the cells of numbered records.

    What an op replaces may come later; the order of the edits does not matter.
    """
    written, replaced = [], []
    for n, op, writes in edits:
        blob = bytes.fromhex(op.id)
        for name, each in writes.items():
            written.append((n, name, blob, op.clk, encode(name, each)))
            replaced += [(n, name, bytes.fromhex(old)) for old in each.over]
    if written:
        db.conn.executemany(_WRITE, written)
    if replaced:
        db.conn.executemany(_REPLACE, replaced)


def load(db: Database, n: int) -> Loaded:
    """Return what the cells of record `n` amount to."""
    alive: dict[str, list[Head]] = defaultdict(list)
    ops = set()
    for field, op, clk, val, dead in db.conn.execute(_READ, [n]):
        name = op.hex()
        ops.add(name)
        if not dead:
            alive[field].append(Head(clk, name, decode(field, val)))
    return Loaded({field: ordered(heads) for field, heads in alive.items()}, frozenset(ops))


def encode(field: str, write: Write) -> str:
    """Return the text a write is kept as; a `_void` keeps what it names as seen."""
    value: Any = write.value
    if field == VOID:
        value = {"v": write.value, "over": write.over}
    return msgspec.json.encode(value).decode()


def decode(field: str, val: str) -> Write:
    """Return the write that was kept as `val`; its `over` only where it has a meaning later."""
    value = msgspec.json.decode(val)
    if field == VOID:
        return Write(value["v"], tuple(value["over"]))
    return Write(value)
