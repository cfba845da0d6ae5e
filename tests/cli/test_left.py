"""``patbm left``: what was left, and deleting it from this laptop alone."""

import json
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities
from patbm_desktop.actions.entrance import new_vault
from patbm_desktop.actions.travel.left_spaces import LeftSpace
from patbm_desktop.cli import left
from patbm_desktop.cli.main import run
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.clock import SystemClock
from patbm_desktop.sync.closed import Closed
from tests.actions.conftest import NOW, PASSPHRASE, SARI
from tests.actions.leaving import send_away

WALK = Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",), date=NOW.date())


@pytest.fixture
def patbm(tmp_path: Path):
    """Run a command on Sari's vault, from whose RT she was sent away with one session noted."""
    secret, clock = tmp_path / "sandi.txt", SystemClock()
    secret.write_text(f"{PASSPHRASE}\n")
    ws = new_vault.make(tmp_path / "vault", SARI, PASSPHRASE, clock)
    activities.record(ws, WALK)
    send_away(ws, tmp_path / "rina", clock)
    ws.close()

    def command(*said: str) -> int:
        start = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret)]
        return run([*start, *said], lambda _: 9)

    return command


def test_what_may_go_is_listed_deleted_and_then_said_to_be_gone(patbm, tmp_path, capsys) -> None:
    assert patbm("left") == 0
    said = capsys.readouterr().out
    assert "RT 901, Contoh  1 catatan, semuanya sudah diterima" in said
    assert "patbm left delete HAPUS" in said
    assert patbm("left", "delete", "HAPUS") == 0
    assert "1 catatan dihapus dari laptop ini. Koordinator" in capsys.readouterr().out
    assert patbm("left", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["rt"], row["offered"], bool(row["gone_on"])) == ("901", False, True)
    assert patbm("left", "delete", "HAPUS") == 1
    assert capsys.readouterr().err.startswith("Catatan itu belum bisa dihapus")


@pytest.mark.parametrize(("language", "said"), [("id", "laptop Sari"), ("en", "laptop of Sari")])
def test_spaces_that_are_called_alike_are_told_apart_by_whose_laptop(language, said) -> None:
    found = LeftSpace(Closed(space="0" * 32, rt="1" * 32), "901", "Contoh", "Sari")
    assert left._name(found, language) == f"RT 901, Contoh ({said})"


def test_a_vault_that_left_nothing_says_so(tmp_path, capsys) -> None:
    new_vault.make(tmp_path / "vault", SARI, PASSPHRASE, SystemClock()).close()
    (tmp_path / "sandi.txt").write_text(f"{PASSPHRASE}\n")
    start = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(tmp_path / "sandi.txt")]
    assert run([*start, "left"], lambda _: 9) == 0
    assert capsys.readouterr().out == "Laptop ini tidak dikeluarkan dari mana pun.\n"
