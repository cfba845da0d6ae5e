"""Laptops that come to one server again and again, from a few processes, and what that costs it."""

import math
import os
import time
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import requests

from patbm_desktop.domain import ids
from patbm_desktop.domain.op import Op
from tests.bench.crowd import TEXT
from tests.server.cast import Kelurahan
from tests.server.postgres import Cluster
from tests.server.running import HttpLaptop, Running, founded
from tests.store.laptop import Author

PROCESSES = 3
KELURAHAN = 30
"""Each with its office and an RT; a laptop reads both."""

FIRST_CLK = 100
TICKS = os.sysconf("SC_CLK_TCK")
PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1e6


@dataclass(frozen=True)
class Load:
    """What came of so many rounds: seconds altogether, and what each took its laptop.

    `server_ms` and `postgres_ms` are milliseconds of the processor a round.
    """

    rounds: int
    seconds: float
    single: list[float]
    server_ms: float
    postgres_ms: float
    memory_mb: float

    def at(self, share: float) -> float:
        """Return within how many milliseconds this share of the rounds was done."""
        return sorted(self.single)[math.ceil(len(self.single) * share) - 1] * 1000


class Town:
    """The laptops of several kelurahan, on a running server."""

    def __init__(self, server: Running) -> None:
        self._server = server
        self._laptops = [
            Coming(server, founded(server, f"64.71.99.{1100 + number}"))
            for number in range(KELURAHAN)
        ]

    def load(self, cluster: Cluster, rounds: int, edits: int) -> Load:
        """Let them come `rounds` times altogether, each time with so many edits."""
        context = get_context("fork")
        some = [self._laptops[each::PROCESSES] for each in range(PROCESSES)]
        pipes = [context.Pipe() for _ in some]
        workers = [
            context.Process(target=drive, args=(there, laptops, rounds // PROCESSES, edits))
            for (_, there), laptops in zip(pipes, some, strict=True)
        ]
        for each in workers:
            each.start()
        for here, _ in pipes:
            here.recv()
        before, start = self._spent(cluster), time.perf_counter()
        for here, _ in pipes:
            here.send(None)
        single = [took for here, _ in pipes for took in here.recv()]
        seconds = time.perf_counter() - start
        after = self._spent(cluster)
        for each in workers:
            each.join()
        own, postgres = ((b - a) / len(single) for a, b in zip(before, after, strict=True))
        resident = Path(f"/proc/{self._server.process.pid}/statm").read_text().split()[1]
        return Load(len(single), seconds, single, own, postgres, int(resident) * PAGE_MB)

    def _spent(self, cluster: Cluster) -> tuple[float, float]:
        """Return the milliseconds that server and PostgreSQL took of the processor so far."""
        postgres = sum(spent(pid) for pid in family(cluster.pid))
        return spent(self._server.process.pid), postgres


class Coming:
    """A kader's laptop that remembers where it read up to, and what it wrote."""

    def __init__(self, server: Running, made: Kelurahan) -> None:
        self.author = made.sari
        self.laptop = HttpLaptop(server, made.sari)
        self.week: list[list[Op]] = []

    def write(self, rounds: int, edits: int) -> None:
        """Write what is to be handed in, before anybody looks at the clock."""
        self.week = [records(self.author, edits, at * edits) for at in range(rounds)]

    def come(self) -> float:
        """Go through one round as a laptop does, and return the seconds it took."""
        ops, laptop, start = self.week.pop(), self.laptop, time.perf_counter()
        with requests.Session() as laptop.session:
            laptop.token = ""
            assert laptop.call("GET", "/v1/hello").status_code == 200
            answer = laptop.known().round(ops)
        assert not answer.put, "all of it was stored"
        return time.perf_counter() - start


def drive(there: Connection, laptops: list[Coming], rounds: int, edits: int) -> None:
    """Let `laptops` come in turn, `rounds` times altogether, once `there` says so."""
    for number, each in enumerate(laptops):
        each.write(rounds // len(laptops) + (number < rounds % len(laptops)), edits)
    there.send(None)
    there.recv()
    single = []
    while any(each.week for each in laptops):
        single += [each.come() for each in laptops if each.week]
    there.send(single)


def records(author: Author, many: int, after: int) -> list[Op]:
    """Return so many sealed sessions with a text of some lines."""
    values = {"type": "jejaring", "program": "ppatbm", "date": "2026-11-20", "result": TEXT}
    return [
        author.op("activity", ids.fresh(), values, clk=FIRST_CLK + after + number)
        for number in range(many)
    ]


def spent(pid: int) -> float:
    """Return the milliseconds of the processor that a process took, with children that ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) * 1000 / TICKS


def family(pid: int) -> list[int]:
    """Return a process and its children."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, listed)]
