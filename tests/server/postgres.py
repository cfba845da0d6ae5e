"""A PostgreSQL of the tests' own: made in a temporary folder, on a socket there, gone afterwards.

It needs no service and no network. Run by root it works as the user `postgres`, whom the Debian
package makes, since PostgreSQL refuses to run as root.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg

from patbm_desktop import bootstrap
from patbm_desktop.server.log.connection import (
    Engine,
    Row,
    Transacting,
    insertion_of_arrays,
)

USER = "patbm"
PATIENCE = 30.0
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "max_connections": "200",
    "shared_buffers": "16MB",
    "dynamic_shared_memory_type": "mmap",
}


class Cluster:
    """A running PostgreSQL; `url(name)` names a database in it."""

    def __init__(self, **settings: str) -> None:
        found = bootstrap.postgresql()
        if found is None:
            raise RuntimeError(bootstrap.by_hand("PostgreSQL", bootstrap.POSTGRESQL))
        self._programs = found
        self._as: dict[str, Any] = {}
        self.folder = Path(tempfile.mkdtemp(prefix="patbm-pg-"))
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self._as = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        self._make()
        self._process = self._start(SETTINGS | settings)
        self._wait()

    @property
    def pid(self) -> int:
        """The first of its processes; the others are its children."""
        return self._process.pid

    def url(self, name: str = "postgres") -> str:
        """Return the address of the database `name`."""
        return f"postgresql://{USER}@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database, as a copy of `template`, and return its address."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def stop(self) -> None:
        """End it at once and remove its folder."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _make(self) -> None:
        words = [str(self._programs / "initdb"), "-D", str(self.folder / "data"), "-U", USER]
        words += ["--auth=trust", "--no-sync", "--locale=C", "--encoding=UTF8", "--no-instructions"]
        made = subprocess.run(
            words, check=False, capture_output=True, text=True, cwd="/", **self._as
        )
        assert made.returncode == 0, made.stderr

    def _start(self, settings: dict[str, str]) -> "subprocess.Popen[bytes]":
        words = [str(self._programs / "postgres"), "-D", str(self.folder / "data")]
        words += ["-k", str(self.folder)]
        for name, value in settings.items():
            words += ["-c", f"{name}={value}"]
        with (self.folder / "log").open("wb") as log:
            return subprocess.Popen(words, stdout=log, stderr=log, cwd="/", **self._as)

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                assert self._process.poll() is None, (self.folder / "log").read_text()
                assert time.monotonic() < until, (self.folder / "log").read_text()
                time.sleep(0.02)
            else:
                return


class PlainPostgres(Transacting):
    """The log's `Connection` over psycopg alone, for tests that need no Django."""

    engine = Engine.POSTGRESQL

    def __init__(self, url: str) -> None:
        self.raw = psycopg.connect(url, autocommit=True, cursor_factory=psycopg.ClientCursor)

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        cursor = self.raw.execute(sql, params)
        return cursor.fetchall() if cursor.description else []

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        arrays = [list(column) for column in zip(*rows, strict=True)]
        self.raw.execute(insertion_of_arrays(table, columns), arrays)

    def forget_pages(self) -> None:
        """Leave it to PostgreSQL's own vacuum, as the product does."""

    def close(self) -> None:
        self.raw.close()

    def _say(self, statement: str) -> None:
        self.raw.execute(statement)

    def _undo(self) -> None:
        self.raw.execute("ROLLBACK")
