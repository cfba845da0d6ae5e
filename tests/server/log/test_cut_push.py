"""A push whose line to the database breaks leaves all of it or nothing, at whatever statement."""

from contextlib import suppress
from itertools import count

import psycopg
import pytest

from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from tests.server.cast import Kelurahan
from tests.server.conftest import ENGINES, fresh_code
from tests.server.log.test_writers import end, is_whole, rows
from tests.server.postgres import PlainPostgres

OPS = 5


class Broken(Exception):
    """Raised where the line breaks."""


def breaking(connection, at):
    """Let `connection` end before its statement number `at`, as when its process is killed."""
    numbers = count(1)

    def before(work):
        def worked(*words):
            if next(numbers) == at:
                connection.close()
                raise Broken
            return work(*words)

        return worked

    connection.execute, connection.insert = before(connection.execute), before(connection.insert)
    return connection


@pytest.fixture(params=ENGINES)
def lines(request, tmp_path):
    """Return what opens another line to one database with the tables of the log."""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_tables")
        return lambda: PlainPostgres(url)
    path = str(tmp_path / "log.sqlite3")
    first = PlainSqlite(path)
    schema.make(first)
    first.close()
    return lambda: PlainSqlite(path, synchronous="OFF")


def push(made, line, ops):
    """Push `ops` over `line`; return whether it broke."""
    twin = Kelurahan.__new__(Kelurahan)
    twin.__dict__ |= made.__dict__
    twin.log = Log(line, clock=made.now)
    with suppress(Broken, psycopg.OperationalError):
        twin.reader(made.sari).turn(ops)
        line.close()
        return False
    return True


def test_a_push_that_breaks_anywhere_is_there_whole_or_not_at_all(lines):
    made = Kelurahan(lines(), code=fresh_code()).start()
    sizes = []
    for at in count(1):
        before = len(rows(made))
        ops = [made.note(made.sari) for _ in range(OPS)]
        is_broken = push(made, breaking(lines(), at), ops)
        log = rows(made)
        assert (is_whole(made.rt, log), end(made)) == (True, [log[-1][::2]])
        sizes.append(len(log) - before)
        if not is_broken:
            break
    made.connection.close()
    assert (set(sizes), len(sizes) > OPS) == ({0, OPS}, True)
