"""What the laws of an exchange are tried on: a carrier, and what can happen to it on the way.

A carrier has `register(space)`, `office(dev)`, `backup()` and `restore(backup)`. To add one, write
a class like `MemoryWorld` and put it into `WORLDS`.
"""

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.joining import Card
from tests.wire.memory_office import MemoryServer

KELURAHAN = "64.71.99.1001"


class MemoryWorld:
    """A server of a few dictionaries."""

    def __init__(self):
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

    def backup(self):
        return self.server.copy()

    def restore(self, backup):
        self.server.restore(backup)


class ServerWorld:
    """The log of the real server, called without a network."""

    def __init__(self):
        self.connection = PlainSqlite(synchronous="OFF")
        schema.make(self.connection)
        self.log = Log(self.connection)

    def register(self, seat):
        register_office(self.connection, KELURAHAN, seat.space, _card(seat))

    def office(self, seat):
        return ServerOffice(self.log, seat.dev)

    def know(self, seat):
        """Let `seat` in, as joining would; what it may read is in the logs."""
        register_office(self.connection, KELURAHAN, ids.fresh(), _card(seat))

    def backup(self):
        return self.connection.raw.serialize()

    def restore(self, backup):
        self.connection.raw.deserialize(backup)

    def ids(self, space):
        rows = self.connection.execute("SELECT id FROM op WHERE space = %s ORDER BY seq", [space])
        return [id_ for (id_,) in rows]


def _card(seat):
    keys = seat.laptop.device
    return Card(seat.dev, "laptop", keys.sign_pk.hex(), keys.box_pk.hex())


class Road:
    """An office at the end of a bad road: it says `next` what is to happen to the next request."""

    def __init__(self, office):
        self.office = office
        self.asked = []
        self.happens = []

    def sync(self, request):
        """Carry the request, or lose it, or lose the answer, or let it be changed on the way."""
        self.asked.append(request)
        act = self.happens.pop(0) if self.happens else None
        if act == "request lost":
            raise Fault(Refusal.NO_NETWORK)
        answer = self.office.sync(request)
        if act == "answer lost":
            raise Fault(Refusal.NO_NETWORK)
        return act(answer) if callable(act) else answer

    def __getattr__(self, name):
        return getattr(self.office, name)


def meet(world, *seats, times=1):
    """Let each of `seats` exchange once, in turn; return what the last one met."""
    met = None
    for _ in range(times):
        for seat in seats:
            met = ServerExchange(world.office(seat)).meet(seat.laptop)
    return met


WORLDS = {"memory": MemoryWorld, "server": ServerWorld}
