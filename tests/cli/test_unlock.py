"""A forgotten passphrase from the command line: two vaults, two small files and a code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from patbm_desktop.cli.main import run

Patbm = Callable[..., str]
PLACE = ("--kelurahan", "64.71.99.1001")


@pytest.fixture
def patbm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Patbm:
    """Run one command on the vault of somebody; return what it printed."""
    (tmp_path / "old").write_text("perahu kuning pagi\n")
    (tmp_path / "new").write_text("sepeda hijau di bawah pohon\n")

    def command(who: str, *words: str, status: int = 0, secret: str = "old") -> str:
        start = ["--vault", str(tmp_path / who), "--passphrase-file", str(tmp_path / secret)]
        assert run([*start, *words], no_window) == status
        printed = capsys.readouterr()
        return printed.out + printed.err

    return command


def no_window(_: object) -> int:
    raise AssertionError("no command of these tests opens a window")


def join(patbm: Patbm, file: str, there: str, back: str) -> None:
    """Let Sari join Rina's kelurahan, where Rina's pact stands."""
    patbm("rina", "init", *PLACE, "--coordinator", "--name", "Rina Contoh")
    patbm("sari", "init", *PLACE, "--rt", "901", "--name", "Sari Melati")
    own = patbm("rina", "members").strip().splitlines()[0].rpartition("  ")[2]
    patbm("rina", "members", "pact", own, "--pact", "2026-11-01")
    patbm("rina", "invite", "--rt", "901", "--out", file)
    code = patbm("sari", "join", "--file", file).strip().rpartition(": ")[2]
    patbm("sari", "usb", "save", there)
    patbm("rina", "usb", "load", there)
    patbm("rina", "approve", code, "--pact", "2026-11-20")
    patbm("rina", "usb", "save", back)
    patbm("sari", "usb", "load", back)
    patbm("sari", "list", "activities")


def test_a_coordinator_helps_a_volunteer_who_forgot_her_passphrase(
    patbm: Patbm, tmp_path: Path
) -> None:
    join(patbm, *(str(tmp_path / name) for name in ("undangan", "a.patbm", "b.patbm")))
    request = str(tmp_path / "x.bantuan")
    patbm("sari", "list", "activities", secret="new", status=1)
    code = patbm("sari", "unlock", "ask", request).strip().rpartition(": ")[2]
    seen = patbm("rina", "unlock", "answer", request)
    assert "Membuka laptop Sari Melati, RT 901." in seen
    assert "belum cocok" in patbm("rina", "unlock", "answer", request, "0" * 12, status=1)
    answer = patbm("rina", "unlock", "answer", request, code).strip().splitlines()[-1]
    assert "dengan kata sandi baru" in patbm("sari", "unlock", "open", answer, secret="new")
    patbm("sari", "list", "activities", secret="new")
    assert "mungkin sudah dipakai" in patbm("sari", "unlock", "open", answer, status=1)


def test_a_vault_that_no_coordinator_can_open_says_so(patbm: Patbm, tmp_path: Path) -> None:
    patbm("sari", "init", *PLACE, "--rt", "901", "--name", "Sari Melati")
    request = str(tmp_path / "x.bantuan")
    assert "Pakai lembar pemulihan." in patbm("sari", "unlock", "ask", request, status=1)
    assert "dibatalkan" in patbm("sari", "unlock", "ask", "--cancel")
