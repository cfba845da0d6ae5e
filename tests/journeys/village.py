"""A kelurahan as its people have it: vaults in folders, one server, and commands typed one by one.

Nothing of the program is called but its command line; only the editing of a note and the choice
between two versions, which have no command, are done in the opened vault.
"""

import json
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

from patbm_desktop.actions.activities import activities, activity_detail
from patbm_desktop.actions.entrance import vault
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.cli.main import run
from patbm_desktop.domain.clock import Clock, SystemClock
from tests.server.running import Running, done

KELURAHAN, OTHER = "64.71.99.1001", "64.71.03.1001"
PASSPHRASE = "perahu kuning pagi"
HOME = Path(__file__).resolve().parents[2]
HEAD = (
    "no,tanggal,kelurahan,rt,program,jenis,topik,tempat,dewasa_l,dewasa_p,anak_l,anak_p,"
    "disabilitas,menit,pelaksana,mitra,hasil,tindak_lanjut,penyelenggara"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and how it ended."""

    out: str
    err: str
    status: int

    @property
    def last_word(self) -> str:
        """What stands after the last colon, such as a code that was printed."""
        return self.out.strip().rpartition(": ")[2]


class Village:
    """Laptops and a server in `root`; the server listens on one port as long as this stands."""

    def __init__(self, root: Path, port: int = 0) -> None:
        self.root, self.port = root, port or _free_port()
        self.server: Running | None = None
        root.mkdir(parents=True, exist_ok=True)
        (root / "sandi.txt").write_text(f"{PASSPHRASE}\n")

    @property
    def address(self) -> str:
        """Where the server of the kelurahan is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        """The folder of the server."""
        return self.root / "server"

    def file(self, name: str) -> str:
        """Return the path of a file that people hand on."""
        return str(self.root / name)

    def copy_to(self, root: Path) -> "Village":
        """Return the same kelurahan in another folder, its server asleep."""
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        return Village(root, self.port)

    # -- the server --------------------------------------------------------------------------

    def wake(self, release: Path | None = None) -> None:
        """Start the server, that of a later `release` where one is named."""
        later = {"PYTHONPATH": str(release), "PYTHONSAFEPATH": "1"} if release else {}
        self.server = Running(self.data, listen=f"127.0.0.1:{self.port}", **later)

    def rest(self) -> None:
        """Stop the server in peace, if it runs."""
        if self.server is not None:
            assert self.server.stop() == 0
            self.server = None

    def cut_power(self) -> None:
        """End the server as a power cut would."""
        assert self.server is not None
        self.server.kill()
        self.server = None

    def office(self, *words: str) -> str:
        """Type a command at the server's own machine; return what it printed."""
        ended = done(*words, "--data", self.data)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    # -- laptops -----------------------------------------------------------------------------

    def type(self, who: str, *words: str, status: int = 0, language: str = "id") -> Said:
        """Type a command at somebody's laptop."""
        start = ["--vault", str(self.root / who), "--passphrase-file", self.file("sandi.txt")]
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            ended = _status([*start, "--language", language, *words])
        said = Said(out.getvalue(), err.getvalue(), ended)
        assert said.status == status, (who, words, said)
        return said

    def sync(self, who: str) -> dict[str, Any]:
        """Let a laptop meet the server once, and return what came of it."""
        return dict(json.loads(self.type(who, "sync", "--json").out))

    def sync_refused(self, who: str) -> str:
        """Let a laptop try to meet the server, and return what stood in the way."""
        return str(json.loads(self.type(who, "sync", "--json", status=1).out)["fault"])

    def sessions(self, who: str) -> list[dict[str, Any]]:
        """Return the sessions on somebody's list."""
        return list(json.loads(self.type(who, "list", "activities", "--json").out))

    def note(self, who: str, rt: str, *days: str, start: int = 1) -> None:
        """Let somebody note a session on each day, from a sheet."""
        rows = [
            f"{number},{day},,{rt},lautan_rt,kelas_pengasuhan,pengasuhan_positif,Balai RT,"
            f"{number},5,2,3,0,90,Ibu S.,pkk,Ramai,Lanjut,rt"
            for number, day in enumerate(days, start)
        ]
        sheet = self.root / f"{who}.csv"
        sheet.write_text("\n".join([HEAD, *rows]) + "\n")
        assert f"Masuk {len(days)} " in self.type(who, "import", str(sheet)).out

    @contextmanager
    def open(self, who: str, clock: Clock | None = None) -> Iterator[Workspace]:
        """Open somebody's vault, for what has no command."""
        ws = vault.open_vault(self.root / who, None, PASSPHRASE, clock or SystemClock())
        try:
            yield ws
        finally:
            ws.close()

    def correct(self, who: str, ent: str, **values: Any) -> None:
        """Let somebody edit a session."""
        with self.open(who) as ws:
            seen = activity_detail.detail(ws, ent)
            activities.correct(ws, replace(seen.activity, **values), shown=seen)


def release_with(keys: str, root: Path) -> Path:
    """Return a later release of the program, whose region file lists the arsip laptop of `keys`."""
    skipped = shutil.ignore_patterns("__pycache__", ".*_cache")
    for part in ("patbm_desktop", "resources"):
        shutil.copytree(HOME / part, root / part, ignore=skipped)
    with (root / "resources" / "region" / "contoh.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{keys}")
    return root


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _status(words: list[str]) -> int:
    try:
        return run(words, _no_window)
    except SystemExit as ended:
        return int(ended.code or 0)


def _no_window(_: object) -> int:
    raise AssertionError("no command of these tests opens a window")
