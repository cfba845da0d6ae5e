"""``patbm erase`` on a vault where nothing was asked for: it says so, and changes nothing."""

import json
from pathlib import Path

import pytest

from patbm_desktop.cli.main import run
from patbm_desktop.cli.words import parser

ASK = ("erase", "ask", "K-7QH2MD", "--reason", "diminta", "--basis", "pasal_43")


def no_window(_: object) -> int:
    raise AssertionError("no command of these tests opens a window")


def test_without_a_request_there_is_nothing_to_list_to_do_or_to_print(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "sandi.txt"
    secret.write_text("perahu kuning pagi\n")
    start = ["--vault", str(tmp_path / "sari"), "--passphrase-file", str(secret)]
    place = ("--kelurahan", "64.71.99.1001", "--rt", "901", "--name", "Sari Melati")

    def patbm(*words: str) -> tuple[int, str]:
        status = run([*start, *words], no_window)
        printed = capsys.readouterr()
        return status, printed.out + printed.err

    patbm("init", *place)
    assert patbm("erase", "list") == (0, "Tidak ada permintaan penghapusan.\n")
    assert json.loads(patbm("erase", "list", "--json")[1]) == []
    rest = ("erase", "ask", "--rest", "--reason", "diminta", "--basis", "pasal_43")
    for words in (
        ASK,
        rest,
        ("erase", "back", "4f2a"),
        ("erase", "do", "4f2a"),
        ("erase", "certificate", "4f2a", "--out", "a.pdf"),
    ):
        status, said = patbm(*words)
        assert status == 1
        assert said.strip()


@pytest.mark.parametrize(
    "words",
    [("erase",), ("erase", "ask", "K-7QH2MD", "--reason", "mau saja", "--basis", "pasal_43"),
     ("erase", "ask", "K-7QH2MD", "--reason", "diminta"), ("erase", "certificate", "4f2a")],
)  # fmt: skip
def test_what_is_on_no_list_is_not_understood(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        parser().parse_args(list(words))
    assert caught.value.code == 2
    assert "erase" in capsys.readouterr().err
