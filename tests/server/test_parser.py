"""`patbm-server` says in Indonesian what it is for and what it did not understand."""

import pytest

from patbm_desktop.server.parser import parser
from tests.cli.test_parser import ENGLISH

COMMANDS = ((), ("invite",), ("approve",), ("backup",), ("restore",), ("check",), ("rehome",))
WRONG = (
    (("invite",), "invite: belum disebut: --kelurahan"),
    (("invite", "--kelurahan"), "--kelurahan: sebut satu"),
    (("approve",), "belum disebut: KODE12"),
    (("rehome", "--kelurahan", "64.71.99.1001"), "sebut salah satu dari --space --rt"),
    (("usir",), "'usir' tidak dikenal; pilih dari"),
    (("check", "lagi"), "tidak dikenal: lagi"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_tells_in_indonesian_what_it_is_for(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([*words, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith(f"cara pakai: {' '.join(('patbm-server', *words))} ")
    assert not [each for each in ENGLISH if each in said]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_what_is_not_understood_is_said_in_indonesian_and_ends_with_2(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(list(words))
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert told.startswith("cara pakai: patbm-server")
    assert said in told
