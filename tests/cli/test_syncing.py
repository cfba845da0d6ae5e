"""``patbm sync`` and ``patbm receipt`` with the real server behind them."""

import json
from argparse import Namespace
from datetime import datetime
from pathlib import Path

import pytest

from patbm_desktop.actions.entrance import vault
from patbm_desktop.actions.travel import syncing
from patbm_desktop.actions.travel.exchanging import Clocks
from patbm_desktop.cli.main import run
from patbm_desktop.cli.syncing import say_clocks
from patbm_desktop.domain.clock import WITA, SystemClock
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.sync import words
from patbm_desktop.sync.address import parse_address
from tests.server.running import Running

KELURAHAN = "64.71.99.1001"


@pytest.fixture
def patbm(tmp_path: Path):
    """Run a command on the vault of a coordinator."""
    secret = tmp_path / "sandi.txt"
    secret.write_text("perahu kuning pagi\n")

    def command(*said: str) -> int:
        start = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret)]
        return run([*start, *said], lambda _: 9)

    command("init", "--kelurahan", KELURAHAN, "--coordinator", "--name", "Rina")
    return command


def test_without_a_server_it_says_what_to_do(patbm, capsys) -> None:
    assert patbm("sync") == 1
    assert capsys.readouterr().err.startswith("Laptop ini belum dihubungkan ke server.")


def test_without_an_exchange_there_is_no_receipt(patbm, capsys) -> None:
    assert patbm("receipt") == 1
    assert capsys.readouterr().err.startswith("Belum ada tanda terima.")


def test_clocks_that_are_far_apart_are_both_named(capsys) -> None:
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=WITA)
    for language, said in (("id", "Jam laptop ini 2001-11-22"), ("en", "This laptop's clock says")):
        say_clocks(Clocks(noon.replace(year=2001), noon), Namespace(language=language))
        assert capsys.readouterr().out.startswith(said)


def test_an_address_without_tls_is_never_used(patbm, capsys) -> None:
    assert patbm("sync", "--server", "http://203.0.113.7") == 1
    assert "alamat yang aman dimulai dengan https" in capsys.readouterr().err
    assert patbm("sync") == 1
    assert capsys.readouterr().err.startswith("Laptop ini belum dihubungkan ke server.")


def test_a_round_and_its_receipt(patbm, tmp_path, capsys) -> None:
    server = Running(tmp_path / "server")
    try:
        ws = vault.open_vault(tmp_path / "vault", None, "perahu kuning pagi", SystemClock())
        syncing.connect_to(ws, parse_address(server.address).url)
        card = words.own_card(ws.laptop, "Rina")
        register_office(server.connection(), KELURAHAN, ws.space, card)
        ws.close()
        capsys.readouterr()
        assert patbm("sync") == 0
        assert "Semua sudah terkirim." in capsys.readouterr().out
        assert patbm("sync", "--json") == 0
        said = json.loads(capsys.readouterr().out)
        assert (said["fault"], said["waits"], said["sent"], said["turns"]) == (None, 0, 0, 1)
        assert patbm("receipt", "--out", str(tmp_path / "tanda.pdf")) == 0
        assert (tmp_path / "tanda.pdf").read_bytes().startswith(b"%PDF")
        assert patbm("receipt") == 0
        assert "Kantor kelurahan" in capsys.readouterr().out
    finally:
        server.kill()
