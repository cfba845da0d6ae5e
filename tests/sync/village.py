"""A kelurahan for the tests of joining: laptops with real vaults, and the server's real log."""

import shutil
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import Write, parse
from patbm_desktop.seal import sign
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.store import connect, control, current, keyring, oplog
from patbm_desktop.sync import enrolment, founding, members, newcomer, offices, words
from patbm_desktop.sync.enrolment import Waiting
from patbm_desktop.sync.exchange import Met
from patbm_desktop.sync.founding import Root
from patbm_desktop.sync.laptop import DEVICE, open_laptop
from patbm_desktop.sync.members import Terms
from patbm_desktop.sync.offices import home_space
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.round import ServerExchange

KELURAHAN, OTHER = "64.71.99.1001", "64.71.99.1002"
CLOCK = FixedClock(datetime(2026, 11, 21, 20, 14, tzinfo=WITA))
KEY = bytes(range(32))
PACT = "2026-11-20"
NO_WORDS = lambda _kind, _values, _name_of: ""  # noqa: E731


@cache
def empty_vault() -> Path:
    path = Path(mkdtemp()) / "empty.db"
    connect.close(connect.create(path, KEY))
    return path


class Person:
    """Somebody with a laptop; `rt` is the number of her RT, "" for a coordinator."""

    def __init__(self, folder: Path, name: str, rt: str = "", kelurahan: str = KELURAHAN) -> None:
        self.folder, self.name, self.rt, self.kelurahan = folder / name, name, rt, kelurahan
        self.folder.mkdir(parents=True)
        shutil.copy(empty_vault(), self.folder / "catatan.db")
        self.person = ids.fresh()
        self.db = connect.open_store(self.folder / "catatan.db", KEY)
        keyring.remember_device(self.db, DEVICE, sign.make().secret)
        self._open()
        self.space = founding.found(self.laptop, self._root())

    def _open(self) -> None:
        self.db.conn.execute("PRAGMA synchronous = OFF")
        self.laptop = open_laptop(self.db, self.folder, self.person, clock=CLOCK, words=NO_WORDS)

    def back_up(self) -> Path:
        """Return a copy of the database of this laptop."""
        self.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return Path(shutil.copy(self.folder / "catatan.db", self.folder / "cadangan.db"))

    def set_back(self, backup: Path) -> None:
        """Put a copy of this laptop's database in the place of today's."""
        connect.close(self.db)
        for each in self.folder.glob("catatan.db*"):
            each.unlink()
        shutil.copy(backup, self.folder / "catatan.db")
        self.db = connect.open_store(self.folder / "catatan.db", KEY)
        self._open()
        self.laptop.refresh()

    def _root(self) -> Root:
        rt = {"kelurahan_code": self.kelurahan, "number": self.rt, "valid_from": "2026-01-01"}
        owner = {"name": self.name, "level": "rt" if self.rt else "kelurahan"}
        return Root(kelurahan=self.kelurahan, owner=owner, rt_number=self.rt,
                    rt=rt if self.rt else None, label=self.name)  # fmt: skip

    @property
    def dev(self) -> str:
        return self.laptop.dev

    @property
    def code(self) -> str:
        return ids.device_code(self.dev)

    @property
    def rt_id(self) -> str:
        return ids.rt_id(self.kelurahan, self.rt)

    @property
    def office(self) -> str:
        """The office she works with: that of her kelurahan, once she joined it."""
        return offices.main_office(self.laptop) or ""

    @property
    def home(self) -> str | None:
        return home_space(self.laptop, self.rt_id)

    def close(self) -> None:
        connect.close(self.db)

    # -- notes -------------------------------------------------------------------------------

    def write(self, kind: str, space: str = "", **values: Any) -> str:
        """Write a record where this laptop writes, or in `space`; return its ent."""
        ent, space = ids.fresh(), space or self.home or self.space
        use = {"case_detail": "kasus", "activity": "umum"}[kind]
        self.laptop.sealing_key(space, use)
        said = {name: Write(value) for name, value in values.items()}
        clk = self.laptop.next_clk(space)
        self.laptop.keep([self.laptop.compose(kind, ent, said, space=space, clk=clk)])
        return ent

    def case(self, text: str = "Rahasia.", space: str = "") -> str:
        return self.write("case_detail", space, category="perlu_perhatian", narrative=text)

    def session(self, title: str = "Sosialisasi", space: str = "") -> str:
        return self.write("activity", space, date="2026-11-01", title=title)

    def values(self, kind: str, ent: str, space: str = "") -> Mapping[str, Any]:
        found = [Entity(space, kind, ent)] if space else current.find(self.db, kind, ent)
        seen = current.view(self.db, found[0]) if found else None
        return seen.values if seen else {}

    def reads_case(self, ent: str) -> bool:
        return bool(self.values("case_detail", ent).get("narrative"))

    def reads_session(self, ent: str) -> bool:
        return bool(self.values("activity", ent).get("title"))

    # -- rights ------------------------------------------------------------------------------

    def now(self, space: str) -> frozenset[str]:
        return self.laptop.rights.of(space).now

    def role(self, space: str, other: "Person") -> str:
        rights = self.laptop.rights.of(space)
        return rights.role(other.dev) if other.dev in rights.now else ""

    def clean_key(self, space: str, use: str) -> str:
        """Return the kid that this laptop seals with now, "" where it would have to make one."""
        found = self.laptop.chosen(space, use)
        return found.kid if found else ""


class Village:
    """The people of a kelurahan and what lies between them: a server, or nothing but visits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.people: list[Person] = []
        self.start_server()

    def start_server(self) -> None:
        connection = PlainSqlite(synchronous="OFF")
        schema.make(connection)
        self.log = Log(connection)

    def image(self) -> bytes:
        """Return the tables of the server, as a backup holds them."""
        return self.log.desk.connection.raw.serialize()

    def be(self, image: bytes) -> None:
        """Be restored from a backup."""
        self.start_server()
        self.log.desk.connection.raw.deserialize(image)

    def person(self, name: str, rt: str = "", kelurahan: str = KELURAHAN) -> Person:
        made = Person(self.folder, name, rt, kelurahan)
        self.people.append(made)
        return made

    def coordinator(self, name: str = "Rina", kelurahan: str = KELURAHAN) -> Person:
        """Found an office and let the administrator register it."""
        made = self.person(name, "", kelurahan)
        self.register(made)
        made_round = self.meet(made)
        assert made_round is not None
        return made

    def register(self, who: Person) -> None:
        card = words.own_card(who.laptop, who.name)
        register_office(self.log.desk.connection, who.kelurahan, who.space, card)

    def meet(self, who: Person) -> Met | None:
        """Let somebody exchange with the server; None where it does not know her yet."""
        try:
            return ServerExchange(ServerOffice(self.log, who.dev)).meet(who.laptop)
        except Fault as fault:
            if fault.refusal is not Refusal.DEVICE_UNKNOWN:
                raise
            return None

    def rounds(self, *who: Person, times: int = 3) -> None:
        for _ in range(times):
            for each in who or self.people:
                self.meet(each)

    def close(self) -> None:
        for each in self.people:
            each.close()


def asks(who: Person, office: Person, *, rt: str | None = None) -> Waiting:
    """Let somebody who typed the coordinator's code ask to join, and make her coordinator."""
    number = who.rt if rt is None else rt
    space = newcomer.brought(who.laptop, office.kelurahan, number)
    card = words.own_card(office.laptop, office.name)
    line = enrolment.request(who.laptop, code="0" * 8, name=who.name, space=space, rt=number)
    newcomer.welcome(
        who.laptop, card, space=space, office=office.office, kelurahan=office.kelurahan
    )
    return enrolment.read_request(line)


def joins(who: Person, office: Person, **terms: Any) -> Waiting:
    """Let somebody ask, and the coordinator admit her on the spot."""
    rt = terms.pop("rt", None)
    asked = asks(who, office, rt=rt)
    members.admit(office.laptop, office.office, asked, Terms(**{"pact": PACT, **terms}))
    return asked


def carry(source: Person, target: Person) -> None:
    """Hand over what the target may read, as a stick would where there is no server."""
    spaces = [
        space for space in control.newest(source.db)
        if target.dev in source.laptop.rights.of(space).now
    ]  # fmt: skip
    ops = [parse(*raw) for space in spaces for raw in oplog.ops_of(source.db, space)]
    for at in range(0, len(ops), 200):
        target.laptop.keep(ops[at : at + 200])
    repair(target.laptop)
