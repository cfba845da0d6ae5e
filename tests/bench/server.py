"""What one server on two processors carries, on PostgreSQL: rounds, laptops, spaces, disk, memory.

A round is what a laptop does: a new connection, hello, a nonce, a token, and the exchange. Ops are
sealed and signed as in life. What the load costs itself is not counted: the processor time is that
of the server and of PostgreSQL alone, and everything "on two processors" is worked out from it.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.server_load import Load, Town
from tests.bench.table import Measured
from tests.server.postgres import Cluster
from tests.server.running import Running

ROUNDS = 480
EDITS = 25
"""Of a week: 20 new records and 5 edited."""

PROCESSORS = 2
BUSY = 0.7
"""Of the processors' time; above, whoever comes waits."""

RUSH, RUSH_S = 0.2, 600
"""Of all laptops, so many come within ten minutes on the evening before a month ends."""

OPS_A_DAY, DAYS, RTS = 3, 365, 1_700
"""Ops of one RT on a day, and the RTs of a city. Source: protocol, section 13."""


def measured(folder: Path, rounds: int = ROUNDS) -> Iterator[Measured]:
    """Load one server on PostgreSQL; everything it answered is checked."""
    cluster = Cluster(fsync="on", shared_buffers="128MB")
    server = Running(folder / "server", database=cluster.create("capacity"))
    try:
        town = Town(server)
        before = _size(server)
        weekly = town.load(cluster, rounds, EDITS)
        yield _row(f"weekly rounds, {EDITS} edits each", weekly)
        yield from _disk(server, before, rounds * EDITS)
        idle = town.load(cluster, rounds, 0)
        yield _row("rounds in which nothing changed", idle)
        yield from _capacity(weekly, idle)
        yield Measured("memory of the server after all that", "-", f"{weekly.memory_mb:.0f} MB")
    finally:
        server.stop()
        cluster.stop()


def _row(what: str, load: Load) -> Measured:
    seen = (
        f"{load.rounds / load.seconds:.0f} a second, half within {load.at(0.5):.0f} ms,"
        f" 99 % within {load.at(0.99):.0f} ms"
    )
    own = f"{load.server_ms:.1f} ms a round, PostgreSQL {load.postgres_ms:.1f} ms"
    return Measured(what, "-", seen, own)


def _capacity(weekly: Load, idle: Load) -> Iterator[Measured]:
    yield Measured("weekly rounds an hour, two processors", "-", f"{_a_second(weekly) * 3600:,.0f}")
    yield Measured("idle rounds an hour, two processors", "-", f"{_a_second(idle) * 3600:,.0f}")
    laptops = _a_second(weekly) * RUSH_S / RUSH
    yield Measured(
        "laptops, each of an RT with a space of its own", "1,700", f"{laptops:,.0f}",
        f"{RUSH:.0%} of them with a week's notes within {RUSH_S // 60} minutes",
    )  # fmt: skip


def _a_second(load: Load) -> float:
    """Return the rounds a second: Python works on one processor, and all of it on both."""
    alone = 1000 / load.server_ms
    together = PROCESSORS * 1000 / (load.server_ms + load.postgres_ms)
    return BUSY * min(alone, together)


def _disk(server: Running, before: int, ops: int) -> Iterator[Measured]:
    an_op = (_size(server) - before) / ops
    body = server.connection().execute("SELECT avg(length(body)) FROM op WHERE control = 0")[0][0]
    seen = f"{an_op:,.0f} bytes, of them its own {body:,.0f}"
    yield Measured("an op on the disk, with its indexes", "-", seen)
    year = an_op * OPS_A_DAY * DAYS
    what = f"disk a year, {OPS_A_DAY} ops an RT and day"
    yield Measured(what, "-", f"{year / 1e6:.1f} MB an RT, {year * RTS / 1e9:.1f} GB {RTS:,} RTs")


def _size(server: Running) -> int:
    connection = server.connection()
    connection.execute("VACUUM ANALYZE op")
    return int(connection.execute("SELECT pg_total_relation_size('op')")[0][0])
