"""A second laptop on an open vault, for a lane of its own.

So nobody waits for a network or a flash drive to save a note.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.opened.search_words import words
from patbm_desktop.actions.opened.workspace import Unlocked, Workspace
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.region import Region
from patbm_desktop.store import connect, setting
from patbm_desktop.store import folder as names
from patbm_desktop.sync import offices
from patbm_desktop.sync.interruptible import InterruptibleDesk
from patbm_desktop.sync.laptop import Laptop, open_laptop


@dataclass(frozen=True, slots=True)
class Passage:
    """What opens a second laptop on an open vault; kept in memory and only while it is open.

    `server` is its address, "" where there is none.
    """

    folder: Path
    person: str
    rt: str
    server: str
    language: str
    clock: Clock = field(repr=False)
    unlocked: Unlocked = field(repr=False)
    region: Region = field(repr=False)

    @contextmanager
    def beside(self, stopped: Event) -> Iterator["Beside"]:
        """Open the second laptop; its connection and its keys are gone afterwards.

        Raises:
            Fault: the vault cannot be opened.
        """
        db = connect.open_store(self.folder / names.DATABASE, self.unlocked.key)
        try:
            laptop = open_laptop(
                db, self.folder, self.person,
                clock=self.clock, words=words, archivists=self.region.archivists,
            )  # fmt: skip
            laptop.refresh()
            try:
                yield Beside(self._workspace(laptop), self.server, stopped)
            finally:
                laptop.opener.forget()
        finally:
            connect.close(db)

    def _workspace(self, laptop: Laptop) -> Workspace:
        own = str(setting.read(laptop.db, "space"))
        return Workspace(
            laptop=laptop, region=self.region, rt=self.rt, unlocked=self.unlocked,
            space=offices.working_space(laptop, self.rt, own), language=self.language,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beside:
    """The vault once more, on the lane that waits for others; `stopped` tells it to leave."""

    ws: Workspace = field(repr=False)
    server: str
    stopped: Event = field(repr=False)

    @property
    def laptop(self) -> Laptop:
        """The second laptop."""
        return self.ws.laptop

    @contextmanager
    def desk(self, server: str = "") -> Iterator[InterruptibleDesk | None]:
        """Open a line to the server at `server`, or to the one remembered; None without any.

        Raises:
            Fault: SERVER_ADDRESS, it is none.
        """
        address = server or joining.server_of(self.ws)
        if not address:
            yield None
            return
        with joining.desk_at(self.ws, address) as found:
            yield InterruptibleDesk(found, self.stopped)


def passage(ws: Workspace) -> Passage | None:
    """Return the way to a second laptop; None where a backup is read, which changes nothing."""
    if ws.is_read_only:
        return None
    server = joining.server_of(ws)
    return Passage(
        ws.folder, ws.person, ws.rt, server, ws.language, ws.clock, ws.unlocked, ws.region
    )
