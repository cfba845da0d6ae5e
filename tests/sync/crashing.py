"""What both ends of an exchange do while a test kills them at each commit, rename and fsync.

``python -m tests.sync.crashing NAME FOLDER`` does it on copies ``FOLDER/1``, ``FOLDER/2`` ... of
``FOLDER/template``, each dying one point later, until one comes to its end; see
`tests/store/scenario.py`. Laptop and server are one process here, so that both die at once: a
point of the one is half way through something of the other.
"""

import sys
from pathlib import Path

from patbm_desktop.server.__main__ import main
from patbm_desktop.server.backup import commands  # noqa: F401  (imported once for all children)
from patbm_desktop.server.log.archivists import Archivists
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.server.log.parts import FolderShelf
from patbm_desktop.sync import parts, stick
from patbm_desktop.sync.round import ServerExchange
from tests.store.scenario import every, promise
from tests.sync.seat import Seat

SARI, RINA, BUDI = "sari", "rina", "budi"
FILE = "dari-rina.patbm"


class Field:
    """The server and the laptops that stand in `folder`."""

    def __init__(self, folder):
        self.folder = folder
        self.connection = PlainSqlite(str(folder / "server.sqlite3"), synchronous="OFF")
        self.shelf = FolderShelf(folder / "foto")
        self.log = Log(self.connection, archivists=Archivists({}), shelf=self.shelf)
        self.seats = {}

    def seat(self, name):
        """Open the vault of `name`, or make it."""
        if name not in self.seats:
            self.seats[name] = Seat(self.folder / name)
            space = self.folder / "space"
            self.seats[name].space = space.read_text() if space.exists() else ""
        return self.seats[name]

    def office(self, name):
        return ServerOffice(self.log, self.seat(name).dev)

    def meet(self, *names):
        """Let each exchange with the server, photos and all; return what the last one met."""
        for name in names:
            met = ServerExchange(self.office(name)).meet(self.seat(name).laptop)
            parts.exchange(self.seat(name).laptop, self.office(name))
        return met

    def close(self):
        for each in self.seats.values():
            each.close()
        self.connection.close()


def exchange(folder):
    """Offer notes and a photo, read the log on, and hand on the keys that are due then."""
    field = Field(folder)
    promise("read back", field.meet(SARI).sent)
    field.close()


def push_held(folder):
    """Bring what a former member wrote, and let the coordinator accept it."""
    field = Field(folder)
    field.meet(BUDI, RINA)
    rina = field.seat(RINA)
    held = rina.db.conn.execute("SELECT hex(id) FROM op WHERE state = 'held'").fetchall()
    for (op,) in held:
        rina.control("_accept", op.lower(), {"ok": True, "why": ""})
    promise("accepted", len(held))
    field.meet(RINA)
    field.close()


def write_stick(folder):
    """Write a bundle over an older one."""
    field = Field(folder)
    promise("saved", stick.save(field.seat(SARI).laptop, folder / "dari-sari.patbm").ops)
    field.close()


def read_stick(folder):
    """Take in the bundle of a coordinator: notes, photos, places, and a request that waits."""
    field = Field(folder)
    promise("loaded", len(stick.load(field.seat(SARI).laptop, folder / FILE).took))
    field.close()


def back_up(folder):
    """Back the server up, over an older backup."""
    promise("backup", command(folder, "backup"))


def put_back(folder):
    """Restore the server from a backup."""
    promise("restore", command(folder, "restore"))


def command(folder, name):
    """Do what `patbm-server` does; Django can be set up once in a process, and each is a child."""
    return main(["--data", str(folder / "data"), name, str(folder / "cadangan.patbm")])


SCENARIOS = {
    each.__name__: each
    for each in (exchange, push_held, write_stick, read_stick, back_up, put_back)
}

if __name__ == "__main__":
    every(SCENARIOS[sys.argv[1]], Path(sys.argv[2]))
