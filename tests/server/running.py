"""A server of the tests' own: the real command in a process of its own, asked over HTTP."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import requests

from patbm_desktop.domain.op import Op
from patbm_desktop.seal.sign import sign_bytes
from patbm_desktop.server.log.connection import Connection, PlainSqlite
from patbm_desktop.wire.gzipped import pack
from patbm_desktop.wire.joining import TokenRequest, token_bytes, write
from patbm_desktop.wire.messages import Answer, Request
from tests.server.cast import Kelurahan, Reader, offers
from tests.server.postgres import PlainPostgres
from tests.store.laptop import Author

PATIENCE = 60
SERVER = "patbm_desktop.server"
"""The module that is `patbm-server`."""


def command(*words: str | Path, program: str = SERVER, **settings: str) -> "subprocess.Popen[str]":
    """Start `patbm-server`, or another module, with these words and settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PATBM_")}
    return subprocess.Popen(
        [sys.executable, "-m", program, *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=clean | settings,
    )  # fmt: skip


def done(*words: str | Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run `patbm-server` with these words to its end."""
    with command(*words, **settings) as process:
        out, err = process.communicate(timeout=PATIENCE)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


class Running:
    """A server that listens on a free port of this machine, or where it is told to."""

    def __init__(
        self,
        data: Path,
        *,
        database: str = "",
        listen: str = "127.0.0.1:0",
        program: str = SERVER,
        **settings: str,
    ) -> None:
        self.data = data
        self.database = database
        if database:
            settings["PATBM_DATABASE_URL"] = database
        self.process = command("--data", data, "--listen", listen, program=program, **settings)
        self.said: list[str] = []
        self.address = self._address()
        self._connection: PlainSqlite | PlainPostgres | None = None

    @property
    def host(self) -> str:
        return self.address.removeprefix("http://")

    def _address(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.strip())
            if "Melayani di " in line:
                return line.split()[-1]
        _, said = self.process.communicate(timeout=PATIENCE)
        raise AssertionError(said)

    def connection(self) -> Connection:
        """Return the line to its database, past the server."""
        if self._connection is None:
            path = str(self.data / "patbm.sqlite3")
            self._connection = PlainPostgres(self.database) if self.database else PlainSqlite(path)
        return self._connection

    def stop(self) -> int:
        """Ask it to stop and return how it ended."""
        self.process.terminate()
        return self.wait()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.wait()

    def wait(self) -> int:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


def founded(server: Running, code: str) -> Kelurahan:
    """Found a kelurahan in the database of a running server."""
    return Kelurahan(server.connection(), code=code).start()


class HttpLaptop(Reader):
    """A laptop that reads over HTTP, with a token of its own."""

    def __init__(self, server: Running, author: Author) -> None:
        super().__init__(None, author.dev)  # type: ignore[arg-type]
        self.server = server
        self.author = author
        self.session = requests.Session()
        self.token = ""

    def call(self, method: str, path: str, data: bytes = b"", **headers: str) -> requests.Response:
        """Ask once, with whatever token there is."""
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        address = f"{self.server.address}{path}"
        return self.session.request(method, address, data=data, headers=headers, timeout=PATIENCE)

    def nonce(self) -> str:
        refused = self.session.post(f"{self.server.address}/v1/sync", timeout=PATIENCE)
        assert refused.status_code == 401
        return str(refused.json()["nonce"])

    def token_request(self, nonce: str, host: str = "") -> bytes:
        signed = token_bytes(host or self.server.host, self.dev, nonce)
        sig = sign_bytes(self.author.device, signed)
        return write(TokenRequest(self.dev, nonce, sig))

    def let_in(self) -> requests.Response:
        answer = self.call("POST", "/v1/token", self.token_request(self.nonce()))
        if answer.status_code == 200:
            self.token = answer.json()["token"]
        return answer

    def known(self) -> "HttpLaptop":
        """Log in and return itself."""
        assert self.let_in().status_code == 200
        return self

    def turn(self, ops: Iterable[Op] = (), *, max_kib: int = 1024) -> Answer:
        answer = self.offer(ops, max_kib=max_kib)
        self.take(answer)
        return answer

    def offer(self, ops: Iterable[Op] = (), *, max_kib: int = 1024) -> Answer:
        """Exchange once without taking what came."""
        raw = Request(dict(self.cur), max_kib, offers(ops)).encode()
        packed = {"Content-Encoding": "gzip", "Accept-Encoding": "gzip"}
        answer = self.call("POST", "/v1/sync", pack(raw), **packed)
        assert answer.status_code == 200, answer.text
        return Answer.decode(answer.content)
