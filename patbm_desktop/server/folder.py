"""The server's own folder: database, parts of photos and secret, for nobody else to read."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from patbm_desktop.wire import durable

DATABASE = "patbm.sqlite3"
BLOBS = "foto"
SECRET = "rahasia"
TURN, ALONE = "giliran.sqlite3", "melayani.sqlite3"
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
PATIENCE_S = 60


class Occupied(Exception):
    """Raised when a server serves from the folder, or a backup is being put back into it."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Names what stands in the folder `root`; `make` makes it."""

    root: Path

    @property
    def database(self) -> Path:
        """The file of SQLite."""
        return self.root / DATABASE

    @property
    def blobs(self) -> Path:
        """The folder of the parts of photos."""
        return self.root / BLOBS

    def make(self) -> None:
        """Make the folder with its secret where they are not there, and keep others out."""
        self.root.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        self.root.chmod(PRIVATE_FOLDER)
        self.blobs.mkdir(exist_ok=True, mode=PRIVATE_FOLDER)
        with self.turn():
            if not self._secret_file.exists():
                self._write_secret()

    def secret(self) -> str:
        """Return the secret, empty before `make`."""
        return self._secret_file.read_text("ascii") if self._secret_file.exists() else ""

    def is_open_to_others(self) -> bool:
        """Say whether another account of this machine may look into the folder."""
        return os.name == "posix" and bool(self.root.stat().st_mode & 0o077)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let one command after the other make tables here."""
        with self._held(TURN, PATIENCE_S):
            yield

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else serve from this folder, or put a backup back, meanwhile.

        Raises:
            Occupied: somebody does.
        """
        with ExitStack() as stack:
            try:
                stack.enter_context(self._held(ALONE, 0))
            except sqlite3.OperationalError as error:
                raise Occupied from error
            yield

    @contextmanager
    def _held(self, name: str, patience_s: float) -> Iterator[None]:
        """Hold the file `name`; the system lets go of it after a kill."""
        with closing(sqlite3.connect(self.root / name, timeout=patience_s)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield

    @property
    def _secret_file(self) -> Path:
        return self.root / SECRET

    def _write_secret(self) -> None:
        fresh = self._secret_file.with_suffix(".baru")
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(token_urlsafe(48))
        durable.fsync_file(fresh)
        durable.rename(fresh, self._secret_file)
        durable.fsync_folder(self.root)


def standard() -> Path:
    """Return where the server keeps its things unless it is told otherwise."""
    given = os.environ.get("PATBM_DATA")
    if given:
        return Path(given)
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "patbm-server"
