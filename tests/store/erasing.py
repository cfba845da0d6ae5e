"""An office, an RT and an arsip laptop: what the tests of erasure are made of."""

from datetime import date
from pathlib import Path

from patbm_desktop.domain import ids
from patbm_desktop.domain.op import Op
from patbm_desktop.store import oplog, parts, traces
from patbm_desktop.store.rights_book import RightsBook
from tests.store.laptop import Author, Laptop

DAY = date(2026, 12, 6)
SECRET = "Kangkungsawah"
"""A word nobody else writes; the index keeps it in small letters."""


def within(author: Author, space: str) -> Author:
    """Return the same device writing into another space."""
    twin = Author(space, author.keys)
    twin.device, twin.person = author.device, author.person
    return twin


class Erasing:
    """The vault of Sari's RT, which Rina's office lists; `arsip` is the laptop of the city."""

    def __init__(self, folder: Path, author: Author | None = None) -> None:
        self.laptop = Laptop(folder, author)
        self.rina, self.arsip, self.tono = Author(), Author(), Author()
        self.at_office = within(self.arsip, self.rina.space)
        known = {self.arsip.dev: self.arsip.device.sign_pk}
        self.laptop.rights = RightsBook(self.laptop.db, known)
        self.laptop.found()
        self.laptop.apply([*self.founding(), self.listing()])

    def founding(self) -> list[Op]:
        first = self.rina.first_ops("koordinator")
        return [op for op in first if op.kind == "_member"]

    def listing(self) -> Op:
        values = {"founder": self.laptop.author.dev}
        return self.rina.op("_space", self.laptop.space, values, clk=10)

    def ask(self, *ents: str, by: Author | None = None, space: str = "") -> Op:
        targets = [[space or self.laptop.space, ent] for ent in ents]
        values = {"targets": targets, "reason": "diminta", "basis": "pasal_43"}
        return (by or self.rina).op("_ask_erase", ids.fresh(), values, clk=20)

    def erase(self, ask: Op, by: Author | None = None) -> Op:
        return (by or self.at_office).op("_erase", ids.fresh(), {"ask": ask.id}, clk=30)

    def both(self, *ents: str) -> list[Op]:
        """Return what is needed to erase these records."""
        ask = self.ask(*ents)
        return [ask, self.erase(ask)]

    def session(self, **values: object) -> str:
        """Write a session that says the secret word, with a name and a photo that do as well."""
        self.place = self.laptop.save("place", name="Balai")
        said = {"date": "2026-10-05", "type": "jejaring", "result": f"Tentang {SECRET} saja"}
        self.ent = self.laptop.save(**said, **values)
        self.laptop.save(ent=self.ent, result=f"Dua kali {SECRET}")
        self.name = self.laptop.save("attendance", activity_id=self.ent, name=SECRET, sex="P")
        self.part = parts.write(self.laptop.folder, f"photo of {SECRET}".encode())
        file = {"key": "0" * 64, "mime": "image/jpeg", "size": 9, "parts": [self.part]}
        self.photo = self.laptop.save("attachment", of=self.ent, caption=SECRET, file=file)
        return self.ent

    @property
    def whole(self) -> tuple[str, str, str]:
        """The session with all that belongs to it."""
        return self.ent, self.name, self.photo

    def apply(self, *ops: Op) -> frozenset[str]:
        """Take ops one after another, and then clear away what an erasure left."""
        kinds: frozenset[str] = frozenset()
        for op in ops:
            kinds |= self.laptop.apply([op])
        self.clear()
        return kinds

    def clear(self) -> None:
        traces.clear(self.laptop.db, self.laptop.folder, DAY)

    def states(self, ent: str) -> set[str]:
        rows = self.laptop.db.conn.execute(
            "SELECT state, body IS NULL, sig IS NULL FROM op WHERE ent = ?", [bytes.fromhex(ent)]
        )
        return {state if no_body == no_sig else "half" for state, no_body, no_sig in rows}

    def settle(self) -> None:
        oplog.settle(self.laptop.db, self.laptop.lens, self.laptop.rights)
