"""Where every run begins: an office, three RT, and some who have joined; made once, then copied.

The first laptop coordinates, the next ones found the RT, the fifth coordinates as well. The last
ones of a large kelurahan have not been let in yet.
"""

import atexit
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import NamedTuple

from patbm_desktop.domain import ids
from patbm_desktop.seal import sign
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.store import connect, keyring
from patbm_desktop.sync import enrolment, founding, members, newcomer, words
from patbm_desktop.sync.founding import Root
from patbm_desktop.sync.laptop import DEVICE
from patbm_desktop.sync.members import Terms
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.joining import NO_SPACE
from tests.sim.chance import drawn_from, remembered
from tests.sim.machine import FILE, KEY, Machine
from tests.sim.server import KELURAHAN, Image, Server
from tests.sync.village import empty_vault

RTS = ("901", "902", "903")
PACT = "2026-11-20"
FIRST_GUEST = 4


class Place(NamedTuple):
    """Where a laptop of the beginning lies."""

    name: str
    folder: Path
    person: str


@dataclass(frozen=True)
class Beginning:
    """Laptops and a server as they are before the first step."""

    places: tuple[Place, ...]
    arsip: Place
    archivists: Mapping[str, bytes]
    """The laptop of the city that may erase, with its key, as it ships with the program."""
    office: str
    spaces: tuple[str, ...]
    outside: tuple[str, ...]
    """Names of laptops that nobody let in."""
    image: Image
    empty: Image
    """The server when nothing but the office was known to it."""

    def machines(self, folder: Path) -> list[Machine]:
        """Return copies of all laptops but the one that may erase, in `folder`."""
        return [self._copied(place, folder) for place in self.places]

    def archivist(self, folder: Path) -> Machine:
        """Return a copy of the laptop that may erase, in `folder`."""
        return self._copied(self.arsip, folder)

    def _copied(self, place: Place, folder: Path) -> Machine:
        shutil.copytree(place.folder, folder / place.name)
        return Machine(place.name, folder / place.name, place.person, self.archivists)


def beginning(size: int, kind: str = "") -> Beginning:
    """Return the beginning of a kelurahan of `size` laptops (2 to 12).

    `kind` keeps one apart that was made while the code was changed.
    """
    return _made(size, kind)


@cache
def _made(size: int, _kind: str) -> Beginning:
    folder = Path(mkdtemp(prefix="sim"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    empty_vault()  # made once a process: its draws are not to be those of whoever comes first
    with drawn_from(Random(size)), remembered():
        return _Making(folder, size).run()


def new_vault(folder: Path) -> str:
    """Make a vault that belongs to somebody who has written nothing; return the person."""
    folder.mkdir(parents=True)
    shutil.copy(empty_vault(), folder / FILE)
    db = connect.open_store(folder / FILE, KEY)
    db.conn.execute("PRAGMA synchronous = OFF")
    keyring.remember_device(db, DEVICE, sign.make().secret)
    connect.close(db)
    return ids.fresh()


class _Making:
    def __init__(self, folder: Path, size: int) -> None:
        arsip = self._machine(folder, "arsip", {})
        arsip.close()
        self.archivists = {arsip.dev: arsip.laptop.device.sign_pk}
        self.arsip = Place(arsip.name, arsip.folder, arsip.person)
        self.machines = [self._machine(folder, f"m{at}", self.archivists) for at in range(size)]
        self.server = Server(self.archivists)
        self.head = self.machines[0]
        self.office = self.spaces = ""

    def _machine(self, folder: Path, name: str, archivists: Mapping[str, bytes]) -> Machine:
        return Machine(name, folder / name, new_vault(folder / name), archivists)

    def run(self) -> Beginning:
        self.office = self._found(self.head, "")
        self.server.register(self.office, words.own_card(self.head.laptop, "Rina"))
        empty = self.server.image()
        self._rounds(self.head)
        founders = self.machines[1:FIRST_GUEST]
        spaces = [self._joins(founders[at % len(founders)], rt) for at, rt in enumerate(RTS)]
        guests = self.machines[FIRST_GUEST:]
        outside = guests[-2:] if len(guests) > 2 else []
        for at, guest in enumerate(guests):
            if guest not in outside:
                let_in(self.head, guest, self.office, spaces[at % 3], is_coordinator=at == 0)
        for _ in range(3):
            self._rounds(*(each for each in self.machines if each not in outside))
        return self._frozen(tuple(spaces), outside, empty)

    def _frozen(self, spaces: tuple[str, ...], outside: list[Machine], empty: Image) -> Beginning:
        places = tuple(Place(each.name, each.folder, each.person) for each in self.machines)
        for each in self.machines:
            each.close()
        names = tuple(each.name for each in outside)
        return Beginning(places, self.arsip, self.archivists, self.office, spaces, names,
                         self.server.image(), empty)  # fmt: skip

    def _found(self, machine: Machine, rt: str) -> str:
        said = {"kelurahan_code": KELURAHAN, "number": rt, "valid_from": "2026-01-01"}
        owner = {"name": machine.name, "level": "rt" if rt else "kelurahan"}
        root = Root(kelurahan=KELURAHAN, owner=owner, rt_number=rt, rt=said if rt else None)
        return founding.found(machine.laptop, root)

    def _joins(self, machine: Machine, rt: str) -> str:
        space = self._found(machine, rt)
        _ask_and_admit(self.head, machine, self.office, space, rt, Terms(pact=PACT))
        return space

    def _rounds(self, *machines: Machine) -> None:
        for each in machines:
            ServerExchange(_office(self.server, each)).meet(each.laptop)


def _office(server: Server, machine: Machine) -> ServerOffice:
    return ServerOffice(server.log, machine.dev)


def let_in(
    head: Machine, guest: Machine, office: str, space: str, *, is_coordinator: bool = False
) -> None:
    """Let a coordinator admit a laptop without notes of its own to an RT, or beside herself."""
    terms = Terms(role="koordinator" if is_coordinator else "anggota", pact=PACT,
                  companion=is_coordinator)  # fmt: skip
    _ask_and_admit(head, guest, office, NO_SPACE, "", terms)
    if not is_coordinator:
        said = {"role": "anggota", "active": True, "cases": True, "pact": PACT}
        words.about(head.laptop, space, guest.dev, said, words.own_card(guest.laptop, guest.name))
        repair(head.laptop)


def _ask_and_admit(
    head: Machine, who: Machine, office: str, space: str, rt: str, terms: Terms
) -> None:
    card = words.own_card(head.laptop, head.name)
    line = enrolment.request(who.laptop, code="0" * 8, name=who.name, space=space, rt=rt)
    newcomer.welcome(who.laptop, card, space=space, office=office, kelurahan=KELURAHAN)
    members.admit(head.laptop, office, enrolment.read_request(line), terms)
