"""What the laws of an exchange are tried on: a carrier, and what can happen to it on the way.

Three carriers have a log: a server of a few dictionaries, the log of the real one called as an
object, and the real server in a process of its own at the end of a real line. Each is a `Served`.
The fourth, a stick, has none (`stick_carrier.py`).
"""

import sqlite3
from contextlib import suppress

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.exchange import Cut
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.sync.web_line import WebLine
from patbm_desktop.wire import chain
from patbm_desktop.wire.joining import Card
from tests.wire.memory_office import MemoryServer

KELURAHAN = "64.71.99.1001"
ACTS = ("request lost", "answer lost", "twice", "late")
"""What may happen to a request: it or its answer is lost, it comes twice, or after the next one."""


class Served:
    """A world with a server; its laptops meet it over roads on which things happen."""

    has_log = True

    def __init__(self):
        self.happens, self.late = [], []

    def road(self, seat):
        """Return the office of `seat` at the end of a road."""
        return Road(self.office(seat), self.late)

    def exchange(self, seat):
        """Return the way on which `seat` meets the others, with what is to happen next."""
        road = self.road(seat)
        road.happens, self.happens = self.happens, []
        return ServerExchange(road)

    def harm(self, random):
        """Let the next exchange have a bad road."""
        self.happens = random.choices([*ACTS, None], k=4)

    def close(self):
        """Nothing was made that stays."""


class MemoryWorld(Served):
    """A server of a few dictionaries."""

    def __init__(self):
        super().__init__()
        self.server = MemoryServer()

    def register(self, seat):
        """Let the space that `seat` founded be kept here."""
        self.server.register(seat.space)

    def know(self, seat):
        """Whoever asks is served; what he may read is in the logs."""

    def office(self, seat):
        return self.server.office(seat.dev)

    def ids(self, space):
        """Return the log of `space` as the server has it."""
        return [op.id for op in self.server.logs[space].ops]

    def head(self, space):
        """Return the end of the log of `space`."""
        return self.server.logs[space].head

    def plant(self, space, *ops):
        """Put ops at the end of a log, whoever wrote them, as the master of the server may."""
        for op in ops:
            self.server.logs[space].append(op)

    def strip(self, space, *op_ids):
        """Give no more than the names of these ops."""
        self.server.logs[space].stripped |= set(op_ids)

    def fill(self, space, *ops):
        """Give the bodies of these ops again."""
        self.server.logs[space].stripped -= {op.id for op in ops}

    def backup(self):
        return self.server.copy()

    def restore(self, backup):
        self.server.restore(backup)


class _Tables(Served):
    """A world whose server keeps its log in the tables of the real one, behind `connection`."""

    def register(self, seat):
        register_office(self.connection, KELURAHAN, seat.space, _card(seat))

    def know(self, seat):
        """Let `seat` in, as joining would; what it may read is in the logs."""
        register_office(self.connection, KELURAHAN, ids.fresh(), _card(seat))

    def ids(self, space):
        rows = self.connection.execute("SELECT id FROM op WHERE space = %s ORDER BY seq", [space])
        return [id_ for (id_,) in rows]

    def head(self, space):
        (row,) = self.connection.execute("SELECT seq, chain FROM space WHERE id = %s", [space])
        return chain.Cursor(*row)

    def plant(self, space, *ops):
        for op in ops:
            end = chain.after(self.head(space), [op.id])
            self.connection.execute(
                "INSERT INTO op (kelurahan, space, seq, id, chain, ent, kind, dev, control, at,"
                " body, sig) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, 0, %s, %s)",
                (KELURAHAN, space, end.seq, op.id, end.chain, op.ent, op.kind, op.dev,
                 int(op.is_control), op.body, op.sig),
            )  # fmt: skip
            self.connection.execute(
                "UPDATE space SET seq = %s, chain = %s WHERE id = %s", (*end, space)
            )

    def strip(self, space, *op_ids):
        for op in op_ids:
            self.connection.execute(
                "UPDATE op SET body = NULL, sig = NULL WHERE space = %s AND id = %s", (space, op)
            )

    def fill(self, space, *ops):
        for op in ops:
            self.connection.execute(
                "UPDATE op SET body = %s, sig = %s WHERE space = %s AND id = %s",
                (op.body, op.sig, space, op.id),
            )


class ServerWorld(_Tables):
    """The log of the real server, called without a network."""

    def __init__(self):
        super().__init__()
        self.connection = PlainSqlite(synchronous="OFF")
        schema.make(self.connection)
        self.log = Log(self.connection)

    def office(self, seat):
        return ServerOffice(self.log, seat.dev)

    def backup(self):
        return self.connection.raw.serialize()

    def restore(self, backup):
        self.connection.raw.deserialize(backup)


class HttpWorld(_Tables):
    """The real server in a process of its own, and HTTP; a relay does what happens on the way.

    The process is the same for all worlds of a test run, so a backup holds what earlier ones left.
    """

    def __init__(self, running, relay):
        super().__init__()
        self.running, self.relay = running, relay
        self.connection = running.connection()
        self._offices = []
        relay.start_anew()

    def office(self, seat):
        line = WebLine(parse_address(f"http://{self.relay.host}"))
        self._offices.append(HttpPostOffice(line, seat.laptop.device))
        return self._offices[-1]

    def road(self, seat):
        return HttpRoad(self.office(seat), self.relay)

    def backup(self):
        copy = sqlite3.connect(":memory:")
        self.connection.raw.backup(copy)
        return copy

    def restore(self, backup):
        backup.backup(self.connection.raw)

    def close(self):
        for each in self._offices:
            each.close()


def _card(seat):
    keys = seat.laptop.device
    return Card(seat.dev, "laptop", keys.sign_pk.hex(), keys.box_pk.hex())


class Road:
    """An office at the end of a bad road: `happens` says what becomes of the next requests."""

    def __init__(self, office, late=None):
        self.office = office
        self.asked, self.happens = [], []
        self._late = [] if late is None else late

    def sync(self, request):
        """Carry the request, or lose it, or its answer, or let it be changed on the way."""
        self.asked.append(request)
        act = self.happens.pop(0) if self.happens else None
        if act in ("request lost", "late"):
            self._late += [(self.office, request)] if act == "late" else []
            raise Fault(Refusal.NO_NETWORK)
        answer = self.office.sync(request)
        if act == "twice":
            answer = self.office.sync(request)
        while self._late:
            office, older = self._late.pop(0)
            with suppress(Fault):
                office.sync(older)
        if act == "answer lost":
            raise Fault(Refusal.NO_NETWORK)
        return act(answer) if callable(act) else answer

    def __getattr__(self, name):
        return getattr(self.office, name)


class HttpRoad:
    """A `Road` whose requests are bytes, and whose accidents befall those."""

    def __init__(self, office, relay):
        self.office, self._relay = office, relay
        relay.happens, relay.asked = [], []

    @property
    def asked(self):
        return self._relay.asked

    @property
    def happens(self):
        return self._relay.happens

    @happens.setter
    def happens(self, acts):
        self._relay.happens = list(acts)

    def sync(self, request):
        return self.office.sync(request)

    def __getattr__(self, name):
        return getattr(self.office, name)


def meet(world, *seats, times=1):
    """Let each of `seats` exchange once, in turn; return what the last one met."""
    met = None
    for _ in range(times):
        for seat in seats:
            met = world.exchange(seat).meet(seat.laptop)
    return met


def try_to_meet(world, seat):
    """Meet, and go on where the road gave way."""
    with suppress(Cut):
        meet(world, seat)


WORLDS = {"memory": MemoryWorld, "server": ServerWorld}
"""Those that need no process of their own."""

SERVED = (*WORLDS, "http")
CARRIERS = (*SERVED, "stick")
