"""A stick as a world of the laws: a folder with a bundle of each laptop, and what befalls it."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from patbm_desktop.sync import trust
from patbm_desktop.sync.stick import StickExchange


class StickWorld:
    """A folder that is handed round. Whoever is known here has met all the others."""

    has_log = False

    def __init__(self):
        self.folder = Path(mkdtemp(prefix="stick"))
        self.seats = []

    def register(self, seat):
        """Let the space that `seat` founded be carried."""
        self.know(seat)

    def know(self, seat):
        """Let everybody have typed in the code of everybody else."""
        self.seats.append(seat)
        for one in self.seats:
            for other in self.seats:
                trust.remember_typed(one.db, other.dev)

    def exchange(self, seat):
        """Return the way on which `seat` meets the others."""
        return StickExchange(self.folder)

    def harm(self, random):
        """Cut a file, change a byte of one, or lose it."""
        files = sorted(self.folder.glob("*.patbm"))
        if not files:
            return
        path = random.choice(files)
        raw = bytearray(path.read_bytes())
        at = random.randrange(len(raw))
        act = random.choice(["cut", "flip", "lose"])
        if act == "lose":
            path.unlink()
        else:
            raw[at] ^= 16
            path.write_bytes(raw[:at] if act == "cut" else raw)

    def backup(self):
        """Return a copy of everything on the stick."""
        return {path.name: path.read_bytes() for path in self.folder.glob("*.patbm")}

    def restore(self, backup):
        """Be again what the copy was."""
        for path in self.folder.glob("*.patbm"):
            path.unlink()
        for name, raw in backup.items():
            (self.folder / name).write_bytes(raw)

    def close(self):
        shutil.rmtree(self.folder)
