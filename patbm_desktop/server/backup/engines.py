"""How each database is copied out and put back whole: SQLite by its own backup, PostgreSQL by
pg_dump and psql. Putting back is one transaction: a kill leaves the one or the other, never a mix.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import Any, Protocol

from psycopg.sql import Literal

from patbm_desktop import bootstrap
from patbm_desktop.server.log.connection import (
    Connection,
    Engine,
    PlainSqlite,
    Row,
    insertion,
)
from patbm_desktop.wire.durable import crash_point

Amend = Callable[[Connection], object]
"""What is done to a restored database before anybody can see it."""

PRIVATE = 0o600
NO_DATABASE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SETTINGS = {
    "NAME": "PGDATABASE", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "HOST": "PGHOST",
    "PORT": "PGPORT",
}  # fmt: skip


class NoDatabaseProgram(Exception):
    """Raised when a program of PostgreSQL is missing or refuses; says which and why."""


class Store(Protocol):
    """The database of this server."""

    @property
    def engine(self) -> Engine:
        """Which of the two it is."""

    def save(self, path: Path) -> None:
        """Write all of it, as of one moment, to a new file at `path`; the server may run on."""

    def put_back(self, path: Path, amend: Amend) -> None:
        """Replace all of it by what `save` wrote to `path`, after `amend` was applied to that."""


class SqliteStore:
    """The database in the file `path`."""

    engine = Engine.SQLITE

    def __init__(self, path: Path, *, patience: float = 20) -> None:
        """Wait so many seconds for a writer to be done."""
        self._path = path
        self._patience = patience

    def save(self, path: Path) -> None:
        """Copy page by page, beside writers at work."""
        path.touch(PRIVATE)
        with closing(sqlite3.connect(self._path)) as live, closing(sqlite3.connect(path)) as copy:
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")

    def put_back(self, path: Path, amend: Amend) -> None:
        """Amend the copy, then copy it over the live one in one transaction of SQLite's."""
        made = PlainSqlite(str(path))
        try:
            amend(made)
            made.raw.execute("PRAGMA journal_mode=DELETE")
            self._copy(made.raw)
        finally:
            made.close()

    def _copy(self, made: sqlite3.Connection) -> None:
        try:
            self._copy_over(made)
        except sqlite3.DatabaseError as error:
            # A database that is only busy, or a full disk, is left as it is.
            if error.sqlite_errorcode & 0xFF not in NO_DATABASE:
                raise
            self._set_aside()
            self._copy_over(made)

    def _copy_over(self, made: sqlite3.Connection) -> None:
        self._path.touch(PRIVATE)
        with closing(sqlite3.connect(self._path, timeout=self._patience)) as live:
            # `backup` asks a busy database for ever; this asks it as long as we have patience.
            live.execute("BEGIN IMMEDIATE")
            live.execute("ROLLBACK")
            crash_point("a database put in the place of another")
            made.backup(live)
            crash_point("emptying of the log")
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _set_aside(self) -> None:
        """Move a file away that is no database any more; its log goes with it."""
        self._path.replace(self._path.with_suffix(".rusak"))
        for tail in ("-wal", "-shm"):
            Path(f"{self._path}{tail}").unlink(missing_ok=True)


class PostgresStore:
    """The database that Django's `settings` describe."""

    engine = Engine.POSTGRESQL

    def __init__(self, settings: dict[str, Any]) -> None:
        # A password goes into the environment: the words of a command are there for all to read.
        named = {name: str(settings.get(key) or "") for key, name in _SETTINGS.items()}
        named |= {f"PG{key.upper()}": str(value) for key, value in settings["OPTIONS"].items()}
        self._settings = {name: value for name, value in named.items() if value}

    def save(self, path: Path) -> None:
        """Dump it as of one moment.

        Raises:
            NoDatabaseProgram: pg_dump is missing or refused.
        """
        path.touch(PRIVATE)
        self._run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")

    def put_back(self, path: Path, amend: Amend) -> None:
        """Run the dump and what amends it as one transaction.

        Raises:
            NoDatabaseProgram: a program is missing or refused; then nothing was changed.
        """
        whole, more = path.with_suffix(".sql"), path.with_suffix(".more.sql")
        for each in (whole, more):
            each.touch(PRIVATE)
        words = ("--clean", "--if-exists", "--no-owner", "--no-privileges", f"--file={whole}")
        self._run("pg_restore", *words, str(path))
        script = Script()
        amend(script)
        more.write_text(script.text(), "utf-8")
        self._run(
            "psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction",
            "--output", os.devnull, "--file", str(whole), "--file", str(more),
        )  # fmt: skip

    def _run(self, program: str, *words: str) -> None:
        found = subprocess.run(  # noqa: S603 (its words are ours and a path)
            [_program(program), *words], check=False, capture_output=True, text=True,
            stdin=subprocess.DEVNULL, env=os.environ | self._settings,
        )  # fmt: skip
        if found.returncode != 0:
            raise NoDatabaseProgram(f"{program}: {found.stderr.strip()[:500]}")


class Script:
    """A `Connection` that does nothing but write down what it would do, for psql."""

    engine = Engine.POSTGRESQL

    def __init__(self) -> None:
        # The dump leaves an empty search path behind.
        self._statements = ["RESET search_path"]

    def text(self) -> str:
        """Return all that was written down."""
        return ";\n".join(self._statements) + ";\n"

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Write down one statement; it cannot answer."""
        pieces = sql.split("%s")
        values = [Literal(value).as_string(None) for value in params]
        self._statements.append("".join(_woven(pieces, values)))
        return []

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Write down one statement a row."""
        for row in rows:
            self.execute(insertion(table, columns), row)

    def writing(self) -> AbstractContextManager[None]:
        """Stay within the transaction of the whole."""
        return nullcontext()

    def reading(self) -> AbstractContextManager[None]:
        """Stay within the transaction of the whole."""
        return nullcontext()

    def forget_pages(self) -> None:
        """Leave it to the vacuum of PostgreSQL."""


def _woven(pieces: Sequence[str], values: Sequence[str]) -> Iterator[str]:
    yield pieces[0]
    for value, piece in zip(values, pieces[1:], strict=True):
        yield value
        yield piece


def _program(name: str) -> str:
    """Return where a program of PostgreSQL is.

    Raises:
        NoDatabaseProgram: it is not installed.
    """
    found = shutil.which(name)
    folder = bootstrap.postgresql()
    if found is None and folder is not None and (folder / name).exists():
        found = str(folder / name)
    if found is None:
        why = f"{name} belum terpasang"
        raise NoDatabaseProgram(bootstrap.by_hand(why, ("postgresql-client",)))
    return found
