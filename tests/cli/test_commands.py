"""The command line, from making a vault to restoring it; every run is a process of its own call."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from patbm_desktop.cli.main import run

PASSPHRASE = "perahu kuning pagi"
SHEET = """tanggal;program;jenis;topik;tempat;dewasa_l;dewasa_p;anak_l;anak_p
2026-10-03;lautan_rt;kelas_pengasuhan;pengasuhan_positif;Balai RT;3;14;0;0
11/10/2026;Kampung Pustaka;kegiatan_anak;literasi_baca;Taman baca;1;empat;7;9
32/10/2026;ppatbm;sosialisasi;hak_anak;Langgar;1;1;1;1
"""

Patbm = Callable[..., int]


@pytest.fixture
def patbm(tmp_path: Path) -> Patbm:
    """Run one command on a vault in the test's folder."""
    secret = tmp_path / "sandi.txt"
    secret.write_text(PASSPHRASE + "\n")

    def command(*words: str) -> int:
        start = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret)]
        return run([*start, *words], no_window)

    return command


def no_window(_: object) -> int:
    raise AssertionError("no command of these tests opens a window")


@pytest.fixture
def made(patbm: Patbm) -> Patbm:
    """The same, with a vault that holds two sessions."""
    assert patbm("init", "--kelurahan", "64.71.99.1001", "--rt", "901", "--name", "Sari M") == 0
    return patbm


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "lembar.csv"
    path.write_text(SHEET, "utf-8")
    return path


def test_init_makes_a_vault_and_a_second_one_is_refused(
    made: Patbm, capsys: pytest.CaptureFixture[str]
) -> None:
    again = ("init", "--kelurahan", "64.71.03.1001", "--rt", "024", "--name", "Lain")
    assert made(*again) == 1
    assert "catatan" in capsys.readouterr().err.lower()


@pytest.mark.parametrize(
    ("kelurahan", "rt", "name", "said"),
    [
        ("64.71.03.9999", "024", "Sari M", "Kelurahan ini"),
        ("64.71.03.1001", "RT dua", "Sari M", "rt: Angka ini belum terbaca"),
        ("64.71.03.1001", "0", "Sari M", "rt: Angka ini di luar batas"),
        ("64.71.03.1001", "", "Sari M", "rt: Bagian ini belum diisi"),
        ("64.71.03.1001", "024", " ", "name: Bagian ini belum diisi"),
    ],
)
def test_init_refuses_what_no_record_takes_and_says_which(
    patbm: Patbm, kelurahan: str, rt: str, name: str, said: str,
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:  # fmt: skip
    assert patbm("init", "--kelurahan", kelurahan, "--rt", rt, "--name", name) == 1
    assert capsys.readouterr().err.startswith(said)
    assert not (tmp_path / "vault").exists()


def test_import_says_what_went_in_and_what_needs_a_hand(
    made: Patbm, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert made("import", str(sheet), "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["added"], answer["same"]) == (2, 0)
    (refused,) = answer["refused"]
    assert (refused["row"], refused["column"], refused["value"]) == (4, "tanggal", "32/10/2026")
    assert made("import", str(sheet), "--json") == 0
    assert json.loads(capsys.readouterr().out)["same"] == 2


def test_a_dry_run_keeps_nothing(
    made: Patbm, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert made("import", str(sheet), "--dry-run") == 0
    capsys.readouterr()
    assert made("list", "activities", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_list_speaks_the_field_names_of_the_record(
    made: Patbm, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made("import", str(sheet))
    capsys.readouterr()
    assert made("list", "activities", "--month", "2026-10", "--json") == 0
    newest, oldest = json.loads(capsys.readouterr().out)
    assert newest["date"] == "2026-10-11"
    assert newest["participants"] == {"dewasa_l": 1, "dewasa_p": 4, "anak_l": 7, "anak_p": 9}
    assert (oldest["program"], oldest["type"]) == ("lautan_rt", "kelas_pengasuhan")
    assert (oldest["topics"], oldest["held_by"], oldest["planned"]) == (
        ["pengasuhan_positif"], "rt", False,
    )  # fmt: skip
    made("list", "activities", "--search", "pustaka", "--json")
    assert [row["date"] for row in json.loads(capsys.readouterr().out)] == ["2026-10-11"]


@pytest.mark.parametrize("suffix", ["pdf", "png", "xlsx"])
def test_the_month_comes_out_in_every_form(
    made: Patbm, sheet: Path, tmp_path: Path, suffix: str
) -> None:
    made("import", str(sheet))
    out = tmp_path / f"bulan.{suffix}"
    assert made("report", "month", "--month", "2026-10", "--out", str(out)) == 0
    start = {"pdf": b"%PDF-", "png": b"\x89PNG", "xlsx": b"PK"}[suffix]
    assert out.read_bytes().startswith(start)


def test_the_spreadsheet_holds_the_rows_of_the_month(
    made: Patbm, sheet: Path, tmp_path: Path
) -> None:
    made("import", str(sheet))
    out = tmp_path / "bulan.xlsx"
    made("report", "month", "--month", "2026-10", "--out", str(out))
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Data"]
    header, *rows = book["Data"].iter_rows(values_only=True)
    at = header.index("dewasa_p")
    assert [row[at] for row in rows] == [14, 4]


def test_a_report_named_after_no_known_form_is_not_understood(made: Patbm) -> None:
    with pytest.raises(SystemExit) as caught:
        made("report", "month", "--month", "2026-10", "--out", "bulan.doc")
    assert caught.value.code == 2


def test_a_month_that_is_none_is_not_understood(made: Patbm) -> None:
    with pytest.raises(SystemExit) as caught:
        made("list", "activities", "--month", "2026-13")
    assert caught.value.code == 2


def test_a_sheet_into_a_folder_that_is_not_there_is_refused(
    made: Patbm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nowhere" / "bulan.pdf"
    assert made("report", "month", "--month", "2026-10", "--out", str(out)) == 1
    assert capsys.readouterr().err.strip()


def test_the_emergency_card_needs_no_vault_and_no_passphrase(tmp_path: Path) -> None:
    out = tmp_path / "kartu.pdf"
    words = ["--vault", str(tmp_path / "none"), "report", "emergency-card", "--out", str(out)]
    assert run(words, no_window) == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_wrong_passphrase_is_one_calm_sentence(
    made: Patbm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sandi.txt").write_text("bukan kata sandinya")
    capsys.readouterr()
    assert made("list", "activities") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "aman" in printed.err
    assert "bukan kata" not in printed.err


def test_without_a_vault_every_command_says_so(
    patbm: Patbm, capsys: pytest.CaptureFixture[str]
) -> None:
    assert patbm("doctor") == 1
    assert capsys.readouterr().err.strip()


def test_a_backup_restores_into_an_empty_folder_and_merges_into_a_full_one(
    made: Patbm, sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made("import", str(sheet))
    copy = tmp_path / "cadangan.patbm-cadangan"
    assert made("backup", str(copy)) == 0
    assert made("restore", str(copy)) == 0
    secret = str(tmp_path / "sandi.txt")
    other = ["--vault", str(tmp_path / "other"), "--passphrase-file", secret]
    assert run([*other, "restore", str(copy)], no_window) == 0
    capsys.readouterr()
    assert run([*other, "list", "activities", "--json"], no_window) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_the_doctor_finds_a_sound_vault_well(
    made: Patbm, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert made("doctor", "--json") in (0, 1)
    answer = json.loads(capsys.readouterr().out)
    by_name = {each["what"]: each["well"] for each in answer["checks"]}
    assert by_name["database"]
    assert by_name["cells"]
    assert by_name["photos"]


def test_english_is_spoken_when_asked(patbm: Patbm, capsys: pytest.CaptureFixture[str]) -> None:
    assert patbm("--language", "en", "doctor") == 1
    assert "catatan" not in capsys.readouterr().err.lower()


@pytest.fixture
def heard_ctrl_c() -> Iterator[None]:
    """Children hear Ctrl+C, even where the tests themselves run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_ctrl_c")
def test_an_import_stopped_by_hand_says_what_is_safe(
    made: Patbm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "\n".join(f"2026-{month:02}-{day:02},ppatbm,sosialisasi,{place}"
                     for month in range(1, 11) for day in range(1, 29)
                     for place in range(90))  # fmt: skip
    (tmp_path / "banyak.csv").write_text("tanggal,program,jenis,tempat\n" + rows)
    words = [sys.executable, "-m", "patbm_desktop", "--vault", str(tmp_path / "vault")]
    words += ["--passphrase-file", str(tmp_path / "sandi.txt"), "import"]
    with subprocess.Popen(
        [*words, str(tmp_path / "banyak.csv")], stderr=subprocess.PIPE, text=True
    ) as child:
        while not _count(made, capsys):
            assert child.poll() is None
        said = _interrupted(child)
    assert child.returncode == 1
    assert "aman" in said
    assert "Traceback" not in said
    assert 0 < _count(made, capsys) < rows.count("\n")


def _interrupted(child: subprocess.Popen[str]) -> str:
    """Press Ctrl+C, again after a while: Python drops one that falls into a destructor."""
    while True:
        child.send_signal(signal.SIGINT)
        try:
            return child.communicate(timeout=1)[1]
        except subprocess.TimeoutExpired:
            continue


def _count(made: Patbm, capsys: pytest.CaptureFixture[str]) -> int:
    capsys.readouterr()
    made("list", "activities", "--json")
    return len(json.loads(capsys.readouterr().out))


def test_a_record_that_is_not_there_is_a_sentence_whatever_its_id_looks_like(
    made: Patbm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ent in ("abc", "0" * 32, "Z" * 32, ""):
        out = str(tmp_path / "sesi.pdf")
        assert made("report", "session", "--activity", ent, "--out", out) == 1
        assert capsys.readouterr().err.strip()


def test_a_sheet_is_not_written_over_a_folder(
    made: Patbm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lembar.pdf").mkdir()
    assert made("report", "entry-form", "--out", str(tmp_path / "lembar.pdf")) == 1
    assert made("backup", str(tmp_path / "lembar.pdf")) == 1
    assert "belum bisa ditulis" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.part"))


def test_a_restore_that_was_cut_can_be_done_again(
    made: Patbm, tmp_path: Path, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made("import", str(sheet))
    assert made("backup", str(tmp_path / "stick.bak")) == 0
    (tmp_path / "vault" / "catatan.db").unlink()  # it comes last, the key file before it
    assert made("restore", str(tmp_path / "stick.bak")) == 0
    capsys.readouterr()
    assert made("list", "activities", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
