"""Joining from the command line: a kelurahan with no server, two vaults and a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from patbm_desktop.cli.main import run

Patbm = Callable[..., str]
PLACE = ("--kelurahan", "64.71.99.1001")


@pytest.fixture
def patbm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Patbm:
    """Run one command on the vault of somebody; return what it printed."""
    secret = tmp_path / "sandi.txt"
    secret.write_text("perahu kuning pagi\n")

    def command(who: str, *words: str, status: int = 0) -> str:
        start = ["--vault", str(tmp_path / who), "--passphrase-file", str(secret)]
        assert run([*start, *words], no_window) == status
        printed = capsys.readouterr()
        return printed.out + printed.err

    return command


def no_window(_: object) -> int:
    raise AssertionError("no command of these tests opens a window")


def test_a_volunteer_joins_a_kelurahan_without_a_server(patbm: Patbm, tmp_path: Path) -> None:
    file, stick = str(tmp_path / "undangan.json"), str(tmp_path / "stick.patbm")
    patbm("rina", "init", *PLACE, "--coordinator", "--name", "Rina Contoh")
    patbm("sari", "init", *PLACE, "--rt", "901", "--name", "Sari Melati")
    patbm("rina", "invite", "--rt", "901", "--out", file)
    code = patbm("sari", "join", "--file", file).strip().rpartition(": ")[2]
    patbm("sari", "usb", "save", stick)
    patbm("rina", "usb", "load", stick)
    assert "menunggu  Sari Melati  RT 901" in patbm("rina", "members")
    assert "Sari Melati, RT 901" in patbm("rina", "approve", code, "--pact", "2026-11-20")
    members = patbm("rina", "members")
    assert "Sari Melati  anggota  RT 901" in members
    assert "baru punya satu laptop koordinator" in members
    assert "Tidak ada catatan" in patbm("rina", "held")
    patbm("sari", "members", status=1)


def test_an_arsip_vault_prints_the_keys_for_the_region_file(patbm: Patbm) -> None:
    printed = patbm("arsip", "init", "--arsip")
    assert printed.startswith("[[archive]]\nsign_pk = ")


def test_init_says_what_was_left_out(patbm: Patbm) -> None:
    assert patbm("rina", "init", "--coordinator", "--name", "Rina", status=1).startswith(
        "kelurahan"
    )
