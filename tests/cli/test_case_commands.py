"""The commands about cases: codes on the screen, a letter only with what is kept, and no status."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from patbm_desktop.actions.cases import case_list, case_noting, casebook, referrals
from patbm_desktop.actions.entrance import new_vault, vault
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.cli.main import run
from patbm_desktop.domain.case import CaseDetail, Identity, Victim
from patbm_desktop.domain.clock import SystemClock
from patbm_desktop.domain.referral import Referral
from tests.actions.conftest import SARI
from tests.reports.reading import words as text_of

PASSPHRASE = "perahu kuning pagi"
STORY, NAME = "Gemeretak tiap malam", "Zulhamdani"
Patbm = Callable[..., int]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault, and the code of a child who is hit, with a letter and a name that is kept."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    ws = new_vault.make(folder, SARI, PASSPHRASE, SystemClock())
    detail = CaseDetail(category="kekerasan_fisik", victim=Victim("P", "6-12"), narrative=STORY)
    noted = case_noting.note(ws, detail, identity=Identity(nama=NAME))
    letter = Referral(to="uptd_ppa", services_asked=("penjangkauan",))
    referrals.make(ws, casebook.page(ws, noted.ent), letter)
    ws.close()
    return folder, noted.code


@pytest.fixture
def code(made: tuple[Path, str], tmp_path: Path) -> str:
    shutil.copytree(made[0], tmp_path / "vault")
    return made[1]


@pytest.fixture
def patbm(tmp_path: Path) -> Patbm:
    """Run one command on the vault in the test's folder."""
    secret = tmp_path / "sandi.txt"
    secret.write_text(PASSPHRASE + "\n")

    def command(*words: str) -> int:
        start = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret)]
        return run([*start, *words], lambda _: 0)

    return command


def opened(tmp_path: Path) -> Workspace:
    return vault.open_vault(tmp_path / "vault", None, PASSPHRASE, SystemClock())


def openings(tmp_path: Path) -> list[str]:
    ws = opened(tmp_path)
    (row,) = case_list.listing_of(ws, case_list.Query()).rows
    found = [each.what for each in case_access.openings(ws, row.ent)]
    ws.close()
    return found


def test_a_list_tells_code_level_status_and_date_and_nothing_else(
    patbm: Patbm, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert patbm("list", "cases", "--json") == 0
    said = capsys.readouterr()
    (row,) = json.loads(said.out)
    assert set(row) == {"code", "triage", "status", "next"}
    assert (row["code"], row["triage"], row["status"]) == (code, "kuning", "baru")
    assert patbm("list", "cases") == 0
    plain = capsys.readouterr().out
    assert code in plain
    assert not any(word in plain + said.out + said.err for word in ("Gemeretak", NAME, "dipukul"))


def test_a_letter_has_the_name_that_is_kept_and_leaves_its_lines(
    patbm: Patbm, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "surat.pdf"
    assert patbm("report", "referral", "--case", code, "--out", str(target)) == 0
    paper = text_of(target.read_bytes())
    assert NAME in paper
    assert "RAHASIA" in paper
    assert sorted(openings(tmp_path)) == ["ekspor", "tampilkan"]
    assert NAME not in "".join(capsys.readouterr())


def test_a_letter_wants_the_passphrase(
    patbm: Patbm, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "salah.txt"
    wrong.write_text("kucing hijau malam\n")
    target = tmp_path / "surat.pdf"
    start = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(wrong)]
    assert (
        run([*start, "report", "referral", "--case", code, "--out", str(target)], lambda _: 0) == 1
    )
    assert not target.exists()


def test_a_code_that_is_not_there_is_a_sentence(
    patbm: Patbm, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "surat.pdf")
    assert patbm("report", "referral", "--case", "K-ZZZZZZ", "--out", target) == 1
    assert not Path(target).exists()


def test_a_slip_says_code_and_day_and_leaves_a_line(
    patbm: Patbm, code: str, tmp_path: Path
) -> None:
    target = tmp_path / "ingat.pdf"
    assert patbm("report", "reminder", "--case", code, "--out", str(target)) == 0
    paper = text_of(target.read_bytes())
    assert code in paper
    assert not any(word in paper for word in ("Gemeretak", NAME, "dipukul", "Dipukul"))
    assert openings(tmp_path) == ["ekspor"]


def test_the_blank_letter_and_the_card_need_no_vault(tmp_path: Path) -> None:
    start = ["--vault", str(tmp_path / "nothing")]
    letter, card = tmp_path / "kosong.pdf", tmp_path / "kartu.pdf"
    assert run([*start, "report", "referral", "--blank", "--out", str(letter)], lambda _: 0) == 0
    assert run([*start, "report", "do-not-card", "--out", str(card)], lambda _: 0) == 0
    assert "RAHASIA" in text_of(letter.read_bytes())
    assert "Jangan datang sendirian" in " ".join(text_of(card.read_bytes()).split())


@pytest.mark.parametrize(
    "words",
    [("close",), ("move", "--status", "selesai"), ("report", "referral", "--status", "selesai"),
     ("import", "cases.csv", "--kind", "case")],
)  # fmt: skip
def test_no_command_moves_a_case_or_brings_one_in(
    patbm: Patbm, code: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        patbm(*words)
    assert stopped.value.code == 2
    patbm("list", "cases", "--json")
    assert [row["status"] for row in json.loads(capsys.readouterr().out)] == ["baru"]
