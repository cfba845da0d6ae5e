"""``patbm usb`` from the command line; every run opens the vault anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from patbm_desktop.cli.main import run

Patbm = Callable[..., int]


@pytest.fixture
def patbm(tmp_path: Path) -> Patbm:
    """Run one command on a vault that holds its first ops."""
    secret = tmp_path / "sandi.txt"
    secret.write_text("perahu kuning pagi\n")

    def command(*said: str) -> int:
        start = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret)]
        return run([*start, *said], lambda _: 9)

    command("init", "--kelurahan", "64.71.99.1001", "--rt", "901", "--name", "Sari")
    return command


def test_who_has_not_joined_is_told_that_nobody_could_open_it(
    patbm: Patbm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert patbm("usb", "save", str(tmp_path)) == 1
    assert "Belum ada laptop lain" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.patbm*"))


def test_a_file_that_is_none_of_ours_is_refused_in_a_sentence(
    patbm: Patbm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "foto.patbm"
    file.write_bytes(b"JFIF")
    assert patbm("usb", "load", str(file)) == 1
    assert capsys.readouterr().err.startswith("File ini bukan file PATBM.")
