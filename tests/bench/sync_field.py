"""Where syncing is measured: the real server, two real vaults, and a line that counts the bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.store.housekeeping import housekeep
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.exchange import Met
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.sync.trust import remember_typed
from patbm_desktop.sync.web_line import WebLine
from patbm_desktop.sync.words import own_card
from tests.bench import case_workload, vaults, workload
from tests.proxy import HOST, Proxy
from tests.server.running import Running

CASE_SHARE = 0.3
BATCH = 200
PACT = "2026-11-20"


@dataclass
class Field:
    """A server behind a line, and the kelurahan it keeps."""

    server: Running
    proxy: Proxy

    def office(self, laptop: Laptop) -> HttpPostOffice:
        """Return the way of `laptop` to the server; it stays connected and let in."""
        return HttpPostOffice(WebLine(parse_address(self.proxy.address)), laptop.device)

    def let_in(self, ws: Workspace) -> None:
        """Let the server keep the space of `ws`, as if its founder had been typed in."""
        connection = self.server.connection()
        kelurahan = ws.me.kelurahan_code
        register_office(connection, kelurahan, ws.space, own_card(ws.laptop, "laptop"))


@contextmanager
def field(folder: Path, *, database: str = "") -> Iterator[Field]:
    """Give a running server and the line to it."""
    with Proxy() as proxy:
        hosts = f"{HOST}:{proxy.port}"
        server = Running(folder / "server", database=database, PATBM_HOSTS=hosts)
        proxy.target = (HOST, int(server.host.rpartition(":")[2]))
        try:
            yield Field(server, proxy)
        finally:
            server.stop()


class Seat:
    """A vault with its kept way to the server."""

    def __init__(self, at: Field, folder: Path) -> None:
        self.ws = vaults.made(folder)
        self.office = at.office(self.ws.laptop)
        self._exchange = ServerExchange(self.office, is_far=True)
        at.let_in(self.ws)

    def meet(self) -> Met:
        """Exchange once, and take up what came."""
        return self._exchange.meet(self.ws.laptop)

    def admit(self, other: "Seat") -> None:
        """Make the laptop of `other` the coordinator of this space, with both its keys."""
        device = other.ws.device
        values = {
            "person": other.ws.person, "label": "laptop", "role": "koordinator", "active": True,
            "cases": True, "pact": PACT, "sign_pk": device.sign_pk.hex(),
            "box_pk": device.box_pk.hex(),
        }  # fmt: skip
        laptop = self.ws.laptop
        remember_typed(other.ws.db, laptop.dev)
        laptop.keep([laptop.control("_member", device.dev, values, space=self.ws.space)])
        laptop.refresh()
        repair(laptop)

    def close(self) -> None:
        """Hang up and lock."""
        self.office.close()
        self.ws.close()


def records(ws: Workspace, count: int) -> list[Edit]:
    """Return the edits of `count` records of the workload: sessions, and three in ten cases."""
    cases = round(count * CASE_SHARE)
    sessions = workload.activities(count - cases, ws.rt, (), ws.person)
    notes = case_workload.flat(case_workload.cases(cases))
    return [*workload.edits(sessions, "sync"), *notes]


def new_records(ws: Workspace, count: int, name: str) -> list[Edit]:
    """Return the edits of `count` new sessions; `name` keeps them apart from others."""
    return list(workload.edits(workload.activities(count, ws.rt, (), ws.person), name))


def write(ws: Workspace, edits: list[Edit]) -> None:
    """Keep `edits` as people would have, long before."""
    rest = iter(edits)
    while some := list(islice(rest, BATCH)):
        ws.write(some)
    while housekeep(ws.db, ws.lens, 500):
        pass
