"""A village with an arsip laptop of the city, and a server whose days a test lets pass."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import WITA
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import Write
from patbm_desktop.seal import sign
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.server.log.parts import FolderShelf
from patbm_desktop.store import connect, keyring, parts
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.sync import erasing, members
from patbm_desktop.sync.laptop import DEVICE, open_laptop
from tests.store.laptop import words
from tests.sync.village import KEY, PACT, Person, Village, empty_vault, joins

SECRET = "Kangkungsawah"
START = datetime(2026, 11, 21, 20, 14, tzinfo=WITA)


class Days:
    """One clock for everybody; a test lets days pass."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        return self.at

    def __call__(self) -> float:
        return self.at.timestamp()

    def go_by(self, days: int) -> None:
        self.at += timedelta(seconds=days * DAY)


class Arsip:
    """The laptop of the city office that may erase."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "arsip"
        self.folder.mkdir()
        shutil.copy(empty_vault(), self.folder / "catatan.db")
        self.device = sign.make()
        self.db = connect.open_store(self.folder / "catatan.db", KEY)
        self.db.conn.execute("PRAGMA synchronous = OFF")
        keyring.remember_device(self.db, DEVICE, self.device.secret)

    @property
    def dev(self) -> str:
        return self.device.dev

    def open(self, days: Days) -> None:
        known = {self.dev: self.device.sign_pk}
        self.laptop = open_laptop(
            self.db, self.folder, ids.fresh(), clock=days, words=words, archivists=known
        )

    def close(self) -> None:
        connect.close(self.db)


class City(Village):
    """Rina coordinates and reads cases, Sari keeps the notes of RT 901, and there is an arsip."""

    def __init__(self, folder: Path) -> None:
        self.days = Days()
        self.arsip = Arsip(folder)
        super().__init__(folder)
        self.arsip.open(self.days)
        self.rina = self.coordinator()
        self.sari = self.person("Sari", "901")
        joins(self.sari, self.rina, pact=PACT)
        self.rounds()
        self.companion()
        self.rounds()

    def companion(self) -> None:
        members.name_companion(self.rina.laptop, self.rina.office, self.rina.dev, pact=PACT)

    def start_server(self) -> None:
        self.connection = PlainSqlite(str(self.folder / "server.db"), synchronous="OFF")
        schema.make(self.connection)
        self.open_log()

    def image(self) -> bytes:
        return self.connection.raw.serialize()

    def be(self, image: bytes) -> None:
        self.connection.close()
        (self.folder / "server.db").write_bytes(image)
        for tail in ("-wal", "-shm"):
            (self.folder / f"server.db{tail}").unlink(missing_ok=True)
        self.connection = PlainSqlite(str(self.folder / "server.db"), synchronous="OFF")
        self.open_log()

    def open_log(self) -> None:
        known = {self.arsip.dev: self.arsip.device.sign_pk}
        shelf = FolderShelf(self.folder / "bagian")
        self.log = Log(self.connection, clock=self.days, archivists=known, shelf=shelf)

    def person(self, name: str, rt: str = "", kelurahan: str = "64.71.99.1001") -> Person:
        made = super().person(name, rt, kelurahan)
        self.tell(made)
        return made

    def tell(self, who: Person) -> None:
        """Give somebody the keys that ship with the program, and the clock of the village."""
        known = {self.arsip.dev: self.arsip.device.sign_pk}
        who.laptop.rights = RightsBook(who.db, known)
        who.laptop.clock = self.days
        who.laptop.lens = who.laptop.lens._replace(words=words)

    # -- a case with all that belongs to it ----------------------------------------------------

    def write(self, who: Person, record: str, ent: str = "", /, **values: object) -> str:
        ent, laptop = ent or ids.fresh(), who.laptop
        said = {name: Write(value) for name, value in values.items()}
        clk = laptop.next_clk(self.space)
        laptop.keep([laptop.compose(record, ent, said, space=self.space, clk=clk)])
        return ent

    @property
    def space(self) -> str:
        return self.sari.space

    def case(self) -> str:
        """Let Sari note a case with a story, a step and a scanned letter."""
        ent = self.write(self.sari, "case", group="perempuan", triage="hijau", month="2026-10")
        self.write(self.sari, "case_detail", ent, category="perlu_perhatian", narrative=SECRET)
        self.step = self.write(self.sari, "follow_up", case_id=ent, kind="telepon", note=SECRET)
        self.part = parts.write(self.sari.folder, f"scan of {SECRET}".encode())
        file = {"key": "0" * 64, "mime": "image/jpeg", "size": 9, "parts": [self.part]}
        self.scan = self.write(self.sari, "case_attachment", of=ent, caption=SECRET, file=file)
        self.rounds()
        return ent

    def entity(self, ent: str, kind: str = "case") -> Entity:
        return Entity(self.space, kind, ent)

    def ask(self, ent: str, kind: str = "case") -> str:
        _, (asked,) = erasing.ask(self.rina.laptop, [self.entity(ent, kind)], "diminta", "pasal_43")
        return asked

    def erased(self, ent: str, days: int = 14) -> str:
        """Let Rina ask, fourteen days pass, and the arsip carry it out; return the request."""
        asked = self.ask(ent)
        self.rounds()
        self.meet(self.arsip)
        self.days.go_by(days)
        erasing.erase(self.arsip.laptop, asked)
        self.meet(self.arsip)
        self.rounds()
        return asked

    def close(self) -> None:
        super().close()
        self.arsip.close()
        self.connection.close()
