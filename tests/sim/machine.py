"""One laptop of the simulation: a real vault in a file, to be killed, copied and set back."""

import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from patbm_desktop.domain.clock import WITA
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.domain.op import Op
from patbm_desktop.store import (
    backup,
    connect,
    current,
    full_backup,
    keyring,
    letting_go,
    oplog,
    parts,
    restoring,
)
from patbm_desktop.sync.laptop import Laptop, open_laptop

KEY = bytes(range(32))
FILE = "catatan.db"


def words(kind: str, values: Mapping[str, Any], _name_of: Any) -> str:
    """Return what a record is found by: all that stands in a session, and the name of a place."""
    names = {"activity": ("title", "result"), "place": ("name",)}.get(kind, ())
    return " ".join(str(values[name]) for name in names if name in values)


class PowerCut(BaseException):
    """The laptop, or the server, is gone between two statements."""


class Wall:
    """A wall clock that says whatever it likes."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 21, 20, 14, tzinfo=WITA)

    def now(self) -> datetime:
        """Return what it shows, each time a minute later."""
        self.moment += timedelta(minutes=1)
        return self.moment


class Dying:
    """A connection whose power goes before the statement numbered `left`; nothing goes after it."""

    def __init__(self, raw: Any, left: int) -> None:
        self.raw, self.left = raw, left

    def execute(self, *asked: Any) -> Any:
        """Run one statement, if there is power."""
        self._spend()
        return self.raw.execute(*asked)

    def executemany(self, *asked: Any) -> Any:
        """Run one statement many times, if there is power."""
        self._spend()
        return self.raw.executemany(*asked)

    def _spend(self) -> None:
        if self.left <= 0:
            raise PowerCut
        self.left -= 1

    def __getattr__(self, name: str) -> Any:
        return getattr(self.raw, name)


class Machine:
    """A vault and whoever sits at it; a clone has the same device and person."""

    def __init__(
        self, name: str, folder: Path, person: str, archivists: Mapping[str, bytes]
    ) -> None:
        self.name, self.folder, self.person = name, folder, person
        self.archivists = archivists
        self.wall = Wall()
        self.kept: set[str] = set()
        """Ops whose bodies were seen here; a body that is gone is a broken law."""
        self.up_to = 0
        self.snapshot: tuple[Path, set[str], int] | None = None
        self.last_answer: Any = None
        self.unknown: set[str] = set()
        """Photo parts that a database named which nobody can read any more; a day later they are
        swept, unless their record came back."""
        self.is_hurt = False
        """Set where a server gave it less than it had: its cursor is behind a line it lacks."""
        self._second: Laptop | None = None
        self.open()

    def __repr__(self) -> str:
        return self.name

    @property
    def dev(self) -> str:
        """The device."""
        return self.laptop.dev

    @property
    def path(self) -> Path:
        """The database."""
        return self.folder / FILE

    # -- switching on and off ----------------------------------------------------------------

    def open(self) -> None:
        """Start the program."""
        self.laptop = self._opened()
        self.db = self.laptop.db
        restoring.erase_again(self.db, self.folder, KEY)
        self.laptop.refresh()

    def _opened(self) -> Laptop:
        db = connect.open_store(self.path, KEY)
        db.conn.execute("PRAGMA synchronous = OFF")
        return open_laptop(
            db, self.folder, self.person, clock=self.wall, words=words, archivists=self.archivists
        )

    def second(self) -> Laptop:
        """Return the laptop of another lane on the same file."""
        if self._second is None:
            self._second = self._opened()
        return self._second

    def close(self) -> None:
        """End the program."""
        if self._second is not None:
            connect.close(self._second.db)
            self._second = None
        self._raw.close()

    @property
    def _raw(self) -> Any:
        """The connection with power for ever."""
        return self.db.conn.raw if isinstance(self.db.conn, Dying) else self.db.conn

    def arm(self, statements: int) -> None:
        """Let the power go after so many statements."""
        self.db.conn = Dying(self.db.conn, statements)

    def disarm(self) -> None:
        """Let there be power."""
        self.db.conn = self._raw

    def restart(self) -> None:
        """Come back after the power went: what was not committed is gone, and nothing else."""
        self.close()
        self.open()

    # -- copies ------------------------------------------------------------------------------

    def save_snapshot(self) -> None:
        """Copy the whole vault aside, as a backup."""
        self._written_back()
        target = self.folder.with_name(f"{self.folder.name}-copy")
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.folder, target)
        self.snapshot = (target, set(self.kept), self.up_to)

    def restore(self) -> None:
        """Be what the copy was."""
        assert self.snapshot is not None
        source, kept, up_to = self.snapshot
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(source, self.folder)
        self.kept, self.up_to = set(kept), up_to
        self.last_answer = None
        self.open()

    def clone(self, name: str) -> "Machine":
        """Return a second laptop made from the disk of this one."""
        self._written_back()
        target = self.folder.with_name(name)
        shutil.copytree(self.folder, target)
        twin = Machine(name, target, self.person, self.archivists)
        twin.kept, twin.up_to, twin.is_hurt = set(self.kept), self.up_to, self.is_hurt
        twin.unknown = set(self.unknown)
        return twin

    def _written_back(self) -> None:
        self.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def back_up(self) -> None:
        """Let the program make its backup of the day."""
        backup.daily(self.db, self.folder, KEY, self.wall.now().date())

    def put_back(self, *, is_readable: bool) -> bool:
        """Let the program go on from its own backup, for the database is damaged; False if none is.

        It lies aside then; `is_readable` says whether what was erased can still be read there.
        """
        good = backup.last_good(self.folder, KEY)
        if good is None:
            return False
        self.close()
        aside = restoring.put_in_place(self.folder, good, self.wall.now().date())
        if not is_readable:
            aside.write_bytes(bytes(aside.stat().st_size))
        self.kept, self.up_to, self.last_answer = set(), 0, None
        self.open()
        if not is_readable:
            self.unknown |= set(parts.every(self.folder)) - parts.named(self.db)
        self.look()
        return True

    def write_full(self, target: Path) -> None:
        """Write a full backup, as a person does who asks for one."""
        full_backup.write(self.db, self.folder, target)

    def take_in(self, file: Path) -> None:
        """Take in what a full backup of this very laptop has and it lacks."""
        laptop = self.laptop
        merged = restoring.merge(file, KEY, self.db, self.folder, laptop.lens, laptop.rights)
        if merged.keys_new:
            laptop.opener.hold(keyring.keys_of(self.db))
            oplog.retry_locked(self.db, laptop.lens, laptop.rights)
        laptop.refresh()
        self.look()

    # -- looking -----------------------------------------------------------------------------

    def view(self, entity: Entity) -> View | None:
        """Return the record as its screen shows it."""
        return current.view(self.db, entity)

    def writes_in(self, space: str) -> bool:
        """Say whether its program would let it write there."""
        rights = self.laptop.rights.of(space)
        if self.dev not in rights.now:
            return False
        return rights.role(self.dev) in (
            ("koordinator",) if rights.is_office else ("anggota", "koordinator")
        )

    def reads_cases(self, space: str) -> bool:
        """Say whether it may read the cases of `space`."""
        return self.dev in self.laptop.rights.of(space).entitled("kasus")

    @property
    def let_go(self) -> frozenset[str]:
        """The spaces whose notes its person deleted there."""
        return frozenset(letting_go.every(self.db))

    def look(self) -> set[str]:
        """Note which bodies have come since the last look; return the new ones."""
        rows = self._raw.execute(
            "SELECT n, id FROM op WHERE n > ? AND body IS NOT NULL", [self.up_to]
        ).fetchall()
        new = {id_.hex() for _, id_ in rows}
        self.kept |= new
        self.up_to = max((n for n, _ in rows), default=self.up_to)
        return new

    def words_about_erasing(self) -> dict[str, bytes]:
        """Return what this very laptop signed of it, as far as it is its to say, by op."""
        kind = "_erase" if self.dev in self.archivists else "_ask_erase"
        rows = self.db.conn.execute(
            "SELECT id, body FROM op WHERE kind = ? AND dev = ? ORDER BY n",
            [kind, bytes.fromhex(self.dev)],
        )
        return {op.hex(): body for op, body in rows.fetchall()}

    def keep(self, made: Iterable[Op]) -> None:
        """Keep ops that were written here."""
        self.laptop.keep(made)
