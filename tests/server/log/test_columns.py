"""Every statement of the sync path names its kelurahan, so that it goes to one shard."""

import hashlib
import re

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.server.log import blobs, schema
from patbm_desktop.server.log.connection import Engine, PlainSqlite
from tests.server.cast import Kelurahan
from tests.server.log.test_erasure import Erasing
from tests.server.log.test_push import Leaving

TABLES = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)")
ANCHOR = re.compile(r"\bkelurahan (?:= %s|IN \()|\(kelurahan, |\.kelurahan IN \(")


class Listening(PlainSqlite):
    """A database that remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(synchronous="OFF")
        self.heard: list[str] = []
        schema.make(self)
        self.heard.clear()

    def execute(self, sql, params=()):
        self.heard.append(sql)
        return super().execute(sql, params)

    def insert(self, table, columns, rows):
        self.heard.append(f"INSERT INTO {table} ({', '.join(columns)})")
        super().insert(table, columns, rows)


@pytest.fixture
def listening():
    connection = Listening()
    yield connection
    connection.close()


def strays(heard):
    """Return the statements that touch a table of a kelurahan without naming one."""
    for sql in heard:
        tables = set(TABLES.findall(sql)) - set(schema.REFERENCE_TABLES)
        if tables and not ANCHOR.search(sql):
            yield sql


def test_every_statement_of_the_sync_path_names_its_kelurahan(listening):
    leaving = Leaving(Kelurahan(listening).start())
    leaving.reader.round(leaving.notes)
    leaving.rina.round([leaving.accept(leaving.notes[0])])
    part = blobs.Part(leaving.kelurahan.rt, ids.fresh(), hashlib.sha256(b"x").hexdigest())
    blobs.put(leaving.kelurahan.log.desk, leaving.kelurahan.sari.dev, part, b"x")
    blobs.get(leaving.kelurahan.log.desk, leaving.kelurahan.sari.dev, part)
    touched = set().union(*map(TABLES.findall, listening.heard))
    assert touched >= {"op", "space", "member", "held", "usage", "blob"}
    assert list(strays(listening.heard)) == []


def test_so_does_every_statement_of_an_erasure(listening):
    erasing = Erasing(listening)
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(14)
    erasing.by_arsip(erasing.erase(ask))
    assert "erased" in set().union(*map(TABLES.findall, listening.heard))
    assert list(strays(listening.heard)) == []


def test_where_nothing_changed_two_statements_are_enough(listening):
    kelurahan = Kelurahan(listening).start()
    sari = kelurahan.reader(kelurahan.sari)
    sari.round()
    listening.heard.clear()
    sari.turn()
    assert len(listening.heard) == 2


@pytest.mark.parametrize("engine", Engine)
def test_every_key_begins_with_the_kelurahan_but_those_of_the_reference_tables(engine):
    for statement in schema.statements(engine):
        table = re.search(r"CREATE TABLE (\w+)", statement)
        if table and table[1] not in schema.REFERENCE_TABLES:
            assert "PRIMARY KEY (kelurahan, " in statement
        elif statement.startswith("CREATE UNIQUE"):
            assert "(kelurahan, " in statement
