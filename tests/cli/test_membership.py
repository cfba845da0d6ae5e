"""Joining from the command line: a kelurahan with no server, two vaults and a file."""

import tomllib
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
    assert "dibawa sebagai file" in patbm("rina", "invite", "--rt", "901", status=1)
    assert patbm("rina", "invite", "--rt", "901", "--out", file).endswith("Serahkan file itu.\n")
    asked = patbm("sari", "join", "--file", file)
    assert "Simpan ke flashdisk (patbm usb save) dan bawa ke koordinator." in asked
    code = asked.strip().rpartition(": ")[2]
    patbm("sari", "usb", "save", stick)
    patbm("rina", "usb", "load", stick)
    assert "menunggu  Sari Melati  RT 901" in patbm("rina", "members")
    assert "Sari Melati, RT 901" in patbm("rina", "approve", code, "--pact", "2026-11-20")
    members = patbm("rina", "members")
    assert "Sari Melati  anggota  RT 901" in members
    assert "baru punya satu laptop koordinator" in members
    assert "Tidak ada catatan" in patbm("rina", "held")
    assert "Belum disebut catatan yang mana" in patbm("rina", "held", "accept", status=1)
    patbm("sari", "members", status=1)


def test_the_keys_of_an_arsip_vault_go_into_the_region_file_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--vault", str(tmp_path / "arsip"), "init", "--arsip"], no_window) == 0
    printed = capsys.readouterr()
    (keys,) = tomllib.loads(printed.out)["archive"]
    assert keys.keys() == {"sign_pk", "box_pk"}
    assert "Kata sandi, hafalkan sekarang: " in printed.err


def test_init_says_what_was_left_out(patbm: Patbm) -> None:
    assert patbm("rina", "init", "--coordinator", "--name", "Rina", status=1).startswith(
        "kelurahan"
    )
