"""Sari leaves RT 901, and time goes by: what the tests of closed spaces share."""

import copy
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.store import connect
from patbm_desktop.sync import closed, held_notes, members
from patbm_desktop.sync import parts as photos
from patbm_desktop.sync.closed import Closed
from patbm_desktop.sync.exchange import Met
from tests.store import raw
from tests.sync.erasing import SECRET, City, Days
from tests.sync.village import KEY, Person, joins

Image = sqlite3.Connection
WORDS = (SECRET.encode(), SECRET.lower().encode())


class Leaving(City):
    """Rina's office, where she is the companion, and Sari of RT 901, who is sent away."""

    def copied(self, folder: Path) -> "Leaving":
        """Return a village of its own in `folder`, as this one, which was closed, stood."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        made = copy.copy(self)
        made.folder, made.days, made.arsip = folder, Days(), copy.copy(self.arsip)
        made.days.at = self.days.at
        made.connection = PlainSqlite(str(folder / "server.db"), synchronous="OFF")
        made.open_log()
        made.people = [made._opened(each) for each in (*self.people, made.arsip)][:-1]
        made.arsip.open(made.days)
        made.rina, made.sari = made.people
        return made

    def _opened(self, who: Person) -> Person:
        twin = who if who is self.arsip else copy.copy(who)
        twin.folder = self.folder / who.folder.name
        twin.db = connect.open_store(twin.folder / "catatan.db", KEY)
        if twin is not self.arsip:
            twin._open()
            self.tell(twin)
        return twin

    def image(self) -> Image:
        """Return the tables of the server, as a backup holds them."""
        kept = sqlite3.connect(":memory:")
        self.connection.raw.backup(kept)
        return kept

    def be(self, image: Image) -> None:
        """Be restored from a backup."""
        image.backup(self.connection.raw)
        self.open_log()

    def write_all(self) -> dict[str, str]:
        """Let Sari write a case and a session with a name; return what, by its kind."""
        session = self.write(self.sari, "activity", date="2026-11-01", title=f"Tentang {SECRET}")
        name = self.write(self.sari, "attendance", activity_id=session, name=SECRET, sex="P")
        case = self.case()
        return {"activity": session, "attendance": name, "case": case, "case_detail": case}

    def send_photos(self, *who: Person) -> None:
        for each in who:
            photos.exchange(each.laptop, ServerOffice(self.log, each.dev))

    def remove(self) -> None:
        """Let Rina send Sari away, and Sari hear of it."""
        members.remove(self.rina.laptop, self.rina.office, self.sari.dev)
        self.rounds(self.rina, self.sari, times=1)

    def leave(self) -> dict[str, str]:
        """Let Sari's notes arrive, and Sari leave; thirty days go by, with rounds at their ends."""
        written = self.write_all()
        self.send_photos(self.sari, self.rina)
        self.remove()
        self.wait()
        return written

    def wait(self, days: int = 30) -> Met | None:
        """Let days go by on every clock, and Sari exchange."""
        self.days.go_by(days)
        return self.meet(self.sari)

    def let_back_in(self) -> None:
        """Let Rina admit Sari again, and both exchange."""
        joins(self.sari, self.rina)
        self.rounds(self.rina, self.sari)

    def accept_all(self) -> None:
        for note in held_notes.waiting(self.rina.laptop):
            held_notes.accept(self.rina.laptop, note.space, note.op, ok=True)

    def let_go(self) -> frozenset[str]:
        """Let Sari decide that all that is offered goes from her laptop."""
        return closed.let_go(self.sari.laptop, self.offered())

    def offered(self) -> list[str]:
        return [each.space for each in closed.closed(self.sari.laptop) if each.is_offered]

    def stands(self, space: str = "") -> Closed:
        """Return how a space Sari was removed from stands, that of her RT if none is named."""
        found = {each.space: each for each in closed.closed(self.sari.laptop)}
        return found[space or self.space]

    def where(self, words: Iterable[bytes] = WORDS) -> set[str]:
        """Return the files of Sari's vault, decrypted, that say one of `words`."""
        found = raw.texts(self.sari.folder, KEY)
        return {name for name, text in found if any(word in text for word in words)}

    def reads(self, written: dict[str, str]) -> set[str]:
        """Return the kinds of which Sari's laptop shows what was written."""
        return {kind for kind, ent in written.items() if self.sari.values(kind, ent)}
