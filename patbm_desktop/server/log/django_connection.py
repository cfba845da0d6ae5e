"""The log's database as Django configured it: one connection a thread, SQLite or PostgreSQL.

Transactions are opened by their own statements and not by Django's `atomic`, which can neither
read one moment on PostgreSQL nor read without the write lock on SQLite.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from patbm_desktop.server.log.connection import (
    FORGET_PAGES,
    Engine,
    Row,
    Transacting,
    insertion,
    insertion_of_arrays,
)


class DjangoConnection(Transacting):
    """Runs the log's statements on the connection that Django keeps for the calling thread."""

    @property
    def engine(self) -> Engine:
        """Which of the two databases it is."""
        return Engine(connection.vendor)

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Run one statement and return all its rows."""
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall() if cursor.description else []

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Insert many rows at once, on PostgreSQL in one statement."""
        with connection.cursor() as cursor:
            if self.engine is Engine.SQLITE:
                cursor.executemany(insertion(table, columns), rows)
                return
            arrays = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(insertion_of_arrays(table, columns), arrays)

    def forget_pages(self) -> None:
        """Write SQLite's file anew and cut its log; PostgreSQL's own vacuum does its part."""
        for statement in FORGET_PAGES if self.engine is Engine.SQLITE else ():
            with suppress(OperationalError):
                self.execute(statement)

    def _say(self, statement: str) -> None:
        self.execute(statement)

    def _undo(self) -> None:
        try:
            self.execute("ROLLBACK")
        except (DatabaseError, InterfaceError):
            # The line to the database is gone, and with it the transaction.
            connection.close()
