"""What the tests of the server share: one PostgreSQL and one server of each kind a worker."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import Connection, PlainSqlite
from tests.server.cast import Kelurahan
from tests.server.kantor import Kantor, database, fresh_copy, migrated, set_up_django
from tests.server.postgres import Cluster, PlainPostgres
from tests.server.running import Running

ENGINES = ("sqlite", "postgresql")
_NUMBERS = count(1)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that only the worker which asks for it starts."""
    running = Cluster()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def postgres_tables(cluster: Cluster) -> str:
    """The address of a PostgreSQL database that holds the tables of the log."""
    url = cluster.create("tables")
    connection = PlainPostgres(url)
    schema.make(connection)
    connection.close()
    return url


@pytest.fixture(params=ENGINES)
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """The tables of the log on each engine; what other tests left there does not matter."""
    if request.param == "sqlite":
        plain: PlainSqlite | PlainPostgres = PlainSqlite(synchronous="OFF")
        schema.make(plain)
    else:
        plain = PlainPostgres(request.getfixturevalue("postgres_tables"))
    yield plain
    plain.close()


@pytest.fixture
def kelurahan(connection: Connection) -> Kelurahan:
    """Sari's RT and Rina's office, founded and joined."""
    return Kelurahan(connection, code=fresh_code()).start()


@pytest.fixture
def lonely(connection: Connection) -> Kelurahan:
    """An office that is registered, and nothing pushed yet."""
    return Kelurahan(connection, code=fresh_code())


@pytest.fixture
def plain() -> Iterator[Kelurahan]:
    """Sari's RT and Rina's office on SQLite alone."""
    connection = PlainSqlite(synchronous="OFF")
    schema.make(connection)
    yield Kelurahan(connection).start()
    connection.close()


class Servers:
    """The running servers of this worker, by engine; each starts when it is first asked for."""

    def __init__(self, request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> None:
        self._request = request
        self._folders = folders
        self._running: dict[str, Running] = {}

    def on(self, engine: str) -> Running:
        if engine not in self._running:
            url = ""
            if engine == "postgresql":
                url = self._request.getfixturevalue("cluster").create("server")
            self._running[engine] = Running(self._folders.mktemp(engine), database=url)
        return self._running[engine]

    def stop(self) -> None:
        for each in self._running.values():
            each.stop()


@pytest.fixture(scope="session")
def servers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Servers]:
    """One running server of each engine, for all tests of this worker."""
    made = Servers(request, tmp_path_factory)
    yield made
    made.stop()


@pytest.fixture(params=ENGINES)
def server(request: pytest.FixtureRequest, servers: Servers) -> Running:
    """A running server on each engine."""
    return servers.on(str(request.param))


@pytest.fixture(scope="session")
def sqlite_server(servers: Servers) -> Running:
    """A running server on SQLite, for what does not depend on the engine."""
    return servers.on("sqlite")


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database of Django's, to be copied."""
    set_up_django(tmp_path_factory.mktemp("django"))
    return migrated(tmp_path_factory.mktemp("tables"))


@pytest.fixture
def kantor(tables: Path, tmp_path: Path) -> Iterator[Kantor]:
    """The office's pages on a database of this test's own."""
    with database(fresh_copy(tables, tmp_path)):
        yield Kantor()


def fresh_code() -> str:
    """Return a kelurahan that no other test of this worker uses."""
    return f"64.71.99.{1100 + next(_NUMBERS):04d}"
