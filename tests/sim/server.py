"""The central log of the simulation, with its backups, and the road a laptop reaches it by."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any, NamedTuple

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import Op
from patbm_desktop.server.log import erasure, schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.server.log.parts import MemoryShelf
from patbm_desktop.wire import chain
from patbm_desktop.wire.joining import Card
from patbm_desktop.wire.messages import Answer, Request
from tests.sim.machine import Dying, PowerCut

KELURAHAN = "64.71.99.1001"
DAY = 24 * 3600
BEGAN = 1_800_000_000.0


class Shelf(MemoryShelf):
    """The parts of photos, which a backup of the server holds as well."""

    def every(self) -> dict[tuple[str, str, str, str], bytes]:
        """Return a copy of all parts, by kelurahan, space, ent and hash."""
        return dict(self._parts)

    def be(self, parts: Mapping[tuple[str, str, str, str], bytes]) -> None:
        """Hold these parts and no other."""
        self._parts = dict(parts)


class Image(NamedTuple):
    """A backup of the server: its tables and its photos."""

    tables: bytes
    parts: Mapping[tuple[str, str, str, str], bytes]


class Server:
    """The real log over tables in memory."""

    def __init__(self, archivists: Mapping[str, bytes] | None = None) -> None:
        self.connection = PlainSqlite(synchronous="OFF")
        schema.make(self.connection)
        self.moment = BEGAN
        self.shelf = Shelf()
        self.archivists = archivists
        self.backups: list[Image] = []
        self.rollbacks = 0
        self.start()

    def start(self) -> None:
        """Start the program that serves."""
        self.log = Log(
            self.connection,
            clock=lambda: self.moment,
            archivists=self.archivists,
            shelf=self.shelf,
        )

    def register(self, space: str, card: Card) -> None:
        """Let an office and its founder in, as the administrator does."""
        register_office(self.connection, KELURAHAN, space, card)

    # -- time that goes back -----------------------------------------------------------------

    def image(self) -> Image:
        """Return everything in the tables and on the shelf."""
        return Image(self.connection.raw.serialize(), self.shelf.every())

    def be(self, image: Image) -> None:
        """Be what the image was; whatever was told since is as if it never were."""
        self.connection.raw.deserialize(image.tables)
        self.connection.raw.execute("PRAGMA secure_delete=ON")
        self.shelf.be(image.parts)
        self.start()

    def set_back(self, image: Image, *, is_told: bool = True) -> None:
        """Be restored from a backup, which is told what was erased since, if anybody knows it.

        What `server/backup/known.py` does to Django's tables: it is not told where the disk with
        the tables of today is gone.
        """
        gone = erasure.known(self.connection) if is_told else []
        rows = self.rows("SELECT kelurahan, id, founder, rt FROM space WHERE erased = 1")
        self.be(image)
        self.rollbacks += 1
        self.connection.raw.executemany(
            "INSERT INTO space (kelurahan, id, seq, chain, founder, rt) VALUES (?1, ?2, 0, ?2, ?3,"
            " ?4) ON CONFLICT (kelurahan, id) DO NOTHING",
            rows if is_told else [],
        )
        erasure.impose(self.connection, self.shelf, gone)

    def lagging(self, image: Image, dev: str, request: Request) -> Answer:
        """Return what a replica that is behind would answer."""
        replica = PlainSqlite(synchronous="OFF")
        replica.raw.deserialize(image.tables)
        try:
            log = Log(replica, clock=lambda: self.moment, archivists=self.archivists)
            asked = Request(request.cur, request.max_kib, ())
            return ServerOffice(log, dev).sync(asked)
        finally:
            replica.close()

    def dying(self, statements: int, call: Callable[[], Any]) -> Any:
        """Do `call`; the power goes after so many statements."""
        raw = self.connection.raw
        self.connection.raw = Dying(raw, statements)  # type: ignore[assignment]
        try:
            return call()
        except PowerCut:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            self.connection.raw = raw
            self.start()
            raise Fault(Refusal.NO_NETWORK) from None
        finally:
            self.connection.raw = raw

    # -- looking -----------------------------------------------------------------------------

    def rows(self, sql: str, *asked: Any) -> list[Any]:
        """Ask the tables, past all code."""
        return self.connection.raw.execute(sql, asked).fetchall()

    def logs(self) -> dict[str, list[str]]:
        """Return the op ids of each space in their order."""
        found: dict[str, list[str]] = {}
        for space, op in self.rows("SELECT space, id FROM op ORDER BY space, seq"):
            found.setdefault(space, []).append(op)
        return found

    def held(self) -> set[str]:
        """Return the ops that wait for a coordinator, or were refused by one."""
        return {op for (op,) in self.rows("SELECT id FROM held")}

    def knows(self, dev: str) -> bool:
        """Say whether it would answer that device."""
        known = self.rows("SELECT 1 FROM access WHERE dev = ?", dev)
        return bool(known) or dev in (self.archivists or {})

    # -- a server that is not ours -----------------------------------------------------------

    def slip_in(self, op: Op) -> bool:
        """Put an op into the log of its space that no rule lets in."""
        row = self.rows("SELECT kelurahan, seq, chain FROM space WHERE id = ?", op.space)
        if not row:
            return False
        kelurahan, seq, at = row[0]
        after = chain.step(at, op.id)
        raw = self.connection.raw
        raw.execute(
            "INSERT INTO op (kelurahan, space, seq, id, chain, ent, kind, dev, control, at, body,"
            " sig) VALUES (?,?,?,?,?,?,?,?,0,?,?,?)",
            (kelurahan, op.space, seq + 1, op.id, after, op.ent, op.kind, op.dev,
             int(self.moment), op.body, op.sig),
        )  # fmt: skip
        raw.execute(
            "UPDATE space SET seq = ?, chain = ? WHERE kelurahan = ? AND id = ?",
            (seq + 1, after, kelurahan, op.space),
        )
        return True


Happening = Callable[[Request, Callable[[], Answer]], Answer]
"""Sees a request and may let it through, or not, and change what comes back."""


class Road:
    """An office at the end of a road on which something may befall each request."""

    def __init__(self, server: Server, dev: str, befalls: Callable[[], Happening | None]) -> None:
        self._server, self._dev, self._befalls = server, dev, befalls

    def sync(self, request: Request) -> Answer:
        """Carry a request and its answer, as far as the road lets them."""
        happening = self._befalls()
        through = lambda: ServerOffice(self._server.log, self._dev).sync(request)  # noqa: E731
        return happening(request, through) if happening else through()

    def has_part(self, space: str, ent: str, sha: str) -> bool:
        """Ask for a part."""
        return ServerOffice(self._server.log, self._dev).has_part(space, ent, sha)

    def put_part(self, space: str, ent: str, sha: str, data: bytes) -> None:
        """Hand in a part."""
        ServerOffice(self._server.log, self._dev).put_part(space, ent, sha, data)

    def get_part(self, space: str, ent: str, sha: str) -> bytes | None:
        """Fetch a part."""
        return ServerOffice(self._server.log, self._dev).get_part(space, ent, sha)

    def close(self) -> None:
        """Do nothing."""


def cut(random: Random, answer: Answer) -> Answer:
    """Return an answer whose end is missing."""
    lines = answer.lines[: random.randrange(len(answer.lines))] if answer.lines else ()
    return Answer(now=answer.now, put=answer.put, sp=answer.sp, lines=lines)
