"""What the command line says about itself: help in Indonesian, and what it did not understand."""

import pytest

from patbm_desktop.cli.kelurahan_words import COMPANION, REMOVE, ROLE
from patbm_desktop.cli.words import parser

COMMANDS = (
    (), ("init",), ("invite",), ("join",), ("approve",), ("members",), ("members", REMOVE),
    ("members", ROLE), ("members", COMPANION), ("held",), ("sync",), ("receipt",), ("conflicts",),
    ("left",), ("left", "delete"),
    ("usb",), ("usb", "save"), ("usb", "load"), ("erase",), ("erase", "ask"), ("erase", "do"),
    ("erase", "list"), ("erase", "certificate"), ("import",), ("list",), ("report",), ("doctor",),
)  # fmt: skip
ENGLISH = (
    "usage",
    "options:",
    "positional",
    "show this",
    "exit",
    "required",
    "invalid",
    "argument",
)
WRONG = (
    (("join",), "sebut salah satu dari --code --file"),
    (("join", "--code"), "--code: sebut sedikitnya satu"),
    (("join", "--code", "A", "--file", "B"), "tidak bisa bersama --code"),
    (("join", "--code", "A", "--rt", "abc"), "nomor RT dari 1 sampai 999"),
    (("invite",), "sebut salah satu dari --rt --coordinator"),
    (("approve",), "belum disebut: KODE12"),
    (("approve", "A", "--pact", "21-11-2026"), "tanggal ditulis seperti 2026-11-21"),
    (("members", "usir", "A"), "'usir' tidak dikenal; pilih dari"),
    (("members", ROLE, "lurah", "A"), "'lurah' tidak dikenal; pilih dari"),
    (("members", COMPANION, "A"), "sebut salah satu dari --pact --end"),
    (("held", "buang", "A"), "'buang' tidak dikenal; pilih dari"),
    (("sync", "--server"), "--server: sebut satu"),
    (("receipt", "--out", "a.txt"), "nama file berakhir dengan .pdf"),
    (("left", "delete"), "belum disebut: HAPUS"),
    (("left", "delete", "ya"), "'ya' tidak dikenal; pilih dari"),
    (("usb",), "belum disebut: APA"),
    (("usb", "load"), "belum disebut: FILE"),
    (("erase", "do"), "belum disebut: KODE"),
    (("conflicts", "semua"), "tidak dikenal: semua"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_tells_in_indonesian_what_it_is_for(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([*words, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith(f"cara pakai: {' '.join(('patbm', *words))} ")
    assert "tampilkan bantuan ini" in said
    assert not [each for each in ENGLISH if each in said]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_what_is_not_understood_is_said_in_indonesian_and_ends_with_2(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(list(words))
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert said in told
    assert told.startswith("cara pakai: patbm")
