"""What the log asks of a database, and the plain `sqlite3` one; Django's has a file of its own.

SQL is written with ``%s`` for both engines. A transaction that writes takes its lock at once on
SQLite (IMMEDIATE); on PostgreSQL the row of a space is the lock (`for_update`).
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from enum import StrEnum
from functools import cache
from typing import Any, Protocol

from patbm_desktop.wire.durable import crash_point

Row = tuple[Any, ...]


class Engine(StrEnum):
    """The two databases the log runs on."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


FORGET_PAGES = ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")
"""SQLite's alone, each done where nobody is in its way.

The file is written anew, for `secure_delete` does not reach the copy that a row leaves behind where
it was moved within a page; then the log is cut, which keeps pages as they were before.
"""

BEGIN_WRITING = {Engine.SQLITE: "BEGIN IMMEDIATE", Engine.POSTGRESQL: "BEGIN"}
BEGIN_READING = {
    Engine.SQLITE: "BEGIN DEFERRED",
    Engine.POSTGRESQL: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
}


class Connection(Protocol):
    """A database as the log sees it; outside `writing` and `reading` every statement commits."""

    @property
    def engine(self) -> Engine:
        """Which of the two it is."""

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Run one statement and return all its rows, none for a statement that returns none."""

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Insert many rows at once."""

    def writing(self) -> AbstractContextManager[None]:
        """Open a transaction that may write; an exception inside undoes it."""

    def reading(self) -> AbstractContextManager[None]:
        """Open a transaction that sees one moment and takes no lock."""

    def forget_pages(self) -> None:
        """Leave nothing of what was deleted in the files of the database, as far as it can be told.

        Called outside a transaction. On SQLite others wait meanwhile, some seconds for a hundred
        megabytes. Somebody who is at work at this moment may keep it from being done; then the next
        call does it.
        """


def for_update(connection: Connection) -> str:
    """Return what ends a SELECT that locks its row; SQLite holds the whole lock already."""
    return " FOR UPDATE" if connection.engine is Engine.POSTGRESQL else ""


def for_share(connection: Connection) -> str:
    """Return what ends a SELECT whose row nobody may change before this transaction ends."""
    return " FOR SHARE" if connection.engine is Engine.POSTGRESQL else ""


def marks(values: Iterable[object]) -> str:
    """Return the place holders of an IN list; of nothing, a list that matches nothing."""
    return ",".join("%s" for _ in values) or "NULL"


def listed(connection: Connection, values: Sequence[Any]) -> tuple[str, list[Any]]:
    """Return the comparison of a column with a long list, and its parameters.

    On PostgreSQL the list is one parameter: hundreds of place holders cost more than the look-up.
    """
    if connection.engine is Engine.POSTGRESQL:
        return "= ANY(%s)", [list(values)]
    return f"IN ({marks(values)})", list(values)


class Transacting(ABC):
    """Opens the transactions of the log by statements of their own; a part of a `Connection`."""

    @property
    @abstractmethod
    def engine(self) -> Engine:
        """Which of the two databases it is."""

    def writing(self) -> AbstractContextManager[None]:
        """Open a transaction that may write; on SQLite it takes the lock at once."""
        return self._transaction(BEGIN_WRITING[self.engine])

    def reading(self) -> AbstractContextManager[None]:
        """Open a transaction that sees one moment and takes no lock."""
        return self._transaction(BEGIN_READING[self.engine])

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._say(begin)
        try:
            yield
            crash_point("commit")
            self._say("COMMIT")
        except BaseException:
            self._undo()
            raise

    @abstractmethod
    def _say(self, statement: str) -> None:
        """Run a statement that opens or ends a transaction."""

    @abstractmethod
    def _undo(self) -> None:
        """Take the transaction back, also where the line to the database is gone."""


class PlainSqlite(Transacting):
    """The log's database in one file, or in memory, without Django: for simulation and tools."""

    engine = Engine.SQLITE

    def __init__(self, path: str = ":memory:", *, synchronous: str = "NORMAL") -> None:
        """Open the database at `path`; `synchronous` as SQLite's pragma of that name."""
        self.raw = sqlite3.connect(path, isolation_level=None, timeout=20)
        self.raw.execute("PRAGMA journal_mode=WAL")
        self.raw.execute(f"PRAGMA synchronous={synchronous}")
        self.raw.execute("PRAGMA secure_delete=ON")

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Run one statement and return all its rows."""
        return self.raw.execute(_question_marks(sql), params).fetchall()

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Insert many rows at once."""
        self.raw.executemany(insertion(table, columns).replace("%s", "?"), rows)

    def forget_pages(self) -> None:
        """Write the file anew and cut its log to nothing."""
        for statement in FORGET_PAGES:
            with suppress(sqlite3.OperationalError):
                self.raw.execute(statement).fetchall()

    def close(self) -> None:
        """Close the file."""
        self.raw.close()

    def _say(self, statement: str) -> None:
        self.raw.execute(statement)

    def _undo(self) -> None:
        with suppress(sqlite3.Error):
            self.raw.execute("ROLLBACK")


def insertion(table: str, columns: Sequence[str]) -> str:
    """Return the statement that inserts one row; names come from this package alone."""
    return f"INSERT INTO {table} ({','.join(columns)}) VALUES ({marks(columns)})"


def insertion_of_arrays(table: str, columns: Sequence[str]) -> str:
    """Return PostgreSQL's statement that inserts many rows from one array a column."""
    arrays = ",".join(f"%s::{_ARRAYS.get(name, 'varchar')}[]" for name in columns)
    return f"INSERT INTO {table} ({','.join(columns)}) SELECT * FROM unnest({arrays})"


_ARRAYS = {
    **dict.fromkeys(("body", "sig"), "bytea"),
    **dict.fromkeys(("seq", "at", "control"), "bigint"),
}


@cache
def _question_marks(sql: str) -> str:
    return sql.replace("%s", "?")
