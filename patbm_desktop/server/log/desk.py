"""What every part of the log works with: the database, the rights it remembers, the time."""

from collections.abc import Callable
from dataclasses import dataclass

from patbm_desktop.server.log.archivists import Archivists
from patbm_desktop.server.log.book import Book
from patbm_desktop.server.log.connection import Connection
from patbm_desktop.server.log.limits import Limits
from patbm_desktop.server.log.parts import PartShelf


@dataclass(frozen=True, slots=True)
class Desk:
    """`archivists` are the arsip devices of the region files."""

    connection: Connection
    book: Book
    limits: Limits
    clock: Callable[[], float]
    archivists: Archivists
    shelf: PartShelf

    def now(self) -> int:
        """Return this moment in whole seconds since 1970."""
        return int(self.clock())
