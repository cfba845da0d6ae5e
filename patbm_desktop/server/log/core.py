"""The log core: everything a sync turn does on the server, over any `Connection`.

The view and the simulation call the same class. It answers a laptop that is known; that the laptop
is who it says it is was checked before, by its token.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.server.log import pages, push
from patbm_desktop.server.log.archivists import Archivists
from patbm_desktop.server.log.book import Book
from patbm_desktop.server.log.connection import Connection, marks
from patbm_desktop.server.log.desk import Desk
from patbm_desktop.server.log.intake import examine
from patbm_desktop.server.log.limits import LIMITS, Limits
from patbm_desktop.server.log.parts import MemoryShelf, PartShelf
from patbm_desktop.wire.messages import Answer, Request

HEARD_EVERY = 3600
"""Seconds between two notes that a laptop was heard."""


class Log:
    """The central log of every space; safe to share between threads if its connection is."""

    def __init__(
        self,
        connection: Connection,
        *,
        clock: Callable[[], float] = time.time,
        archivists: Archivists | Mapping[str, bytes] | None = None,
        shelf: PartShelf | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        """Work on tables that `schema.make` or Django's migration made.

        `clock` tells seconds since 1970. `archivists` are the arsip devices of the region files,
        or a mapping of such devices to their signing keys; they read the offices and may erase.
        """
        known = archivists if isinstance(archivists, Archivists) else Archivists(archivists or {})
        book = Book(known)
        self._heard: dict[str, int] = {}
        self.desk = Desk(connection, book, limits, clock, known, shelf or MemoryShelf())

    def sync(self, dev: str, request: Request, *, app: str = "") -> Answer:
        """Store what `dev` offers, then read what is new to it; `app` is the program it runs.

        Raises:
            Fault: DEVICE_UNKNOWN or DEVICE_DISABLED; nothing was stored.
        """
        kelurahans = self.access_kelurahans(dev)
        self._hear(dev, app)
        intake = examine(request.offers, self._sign_pks)
        put = intake.put | (push.push(self.desk, dev, intake.ops) if intake.ops else {})
        offered = frozenset({op.id for op in intake.ops} | intake.put.keys())
        asked = pages.Asked(request.cur, request.max_kib, offered)
        page = pages.read(self.desk, dev, kelurahans, asked)
        return Answer(now=self.now_text(), put=put, sp=page.sp, lines=tuple(page.lines))

    def access_kelurahans(self, dev: str) -> list[str]:
        """Return the kelurahan in which `dev` is known.

        Raises:
            Fault: DEVICE_UNKNOWN or DEVICE_DISABLED.
        """
        rows = self.desk.connection.execute(
            "SELECT device.disabled, access.kelurahan FROM device"
            " LEFT JOIN access ON access.dev = device.dev WHERE device.dev = %s"
            " ORDER BY access.kelurahan",
            (dev,),
        )
        if rows and rows[0][0]:
            raise Fault(Refusal.DEVICE_DISABLED)
        if dev in self.desk.archivists.sign_pks:
            return self._reached_kelurahans(dev)
        known = [kelurahan for _, kelurahan in rows if kelurahan]
        if not known:
            raise Fault(Refusal.DEVICE_UNKNOWN)
        return known

    def sign_pk(self, dev: str) -> bytes:
        """Return the signing key of a known device, empty for any other."""
        return self._sign_pks(frozenset((dev,))).get(dev, b"")

    def now_text(self) -> str:
        """Return this moment as it stands in an answer."""
        return datetime.fromtimestamp(self.desk.now(), UTC).isoformat()

    def _hear(self, dev: str, app: str) -> None:
        """Note once an hour that a device was heard, for the office's list of laptops."""
        now = self.desk.now()
        if now - self._heard.get(dev, 0) < HEARD_EVERY:
            return
        self._heard[dev] = now
        self.desk.connection.execute(
            "UPDATE device SET heard = %s, app = %s WHERE dev = %s", (now, app[:40], dev)
        )

    def _reached_kelurahans(self, dev: str) -> list[str]:
        rows = self.desk.connection.execute(
            "SELECT DISTINCT kelurahan FROM home WHERE office = 1 ORDER BY kelurahan"
        )
        reaches = self.desk.archivists.reaches
        return [kelurahan for (kelurahan,) in rows if reaches(dev, kelurahan)]

    def _sign_pks(self, devices: frozenset[str]) -> Mapping[str, bytes]:
        rows = self.desk.connection.execute(
            f"SELECT dev, sign_pk FROM device WHERE dev IN ({marks(devices)})",
            sorted(devices),
        )
        known = {dev: bytes.fromhex(sign_pk) for dev, sign_pk in rows}
        shipped = self.desk.archivists.sign_pks
        return known | {dev: shipped[dev] for dev in devices & shipped.keys()}
