"""Two small files and a code between them, as somebody might alter them."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from nacl.bindings import crypto_box_keypair

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import escrow, sign, unlock_help
from patbm_desktop.seal.escrow import Owner, Trustee
from patbm_desktop.seal.unlock_help import Answer, Pending

KEY = bytes(range(32))
RINA, DEWI = sign.make(), sign.make()
SARI = Owner("5a" * 16, "a5" * 16, "c0" * 16, "2026-11-21")
SLOTS = tuple(
    escrow.make(Trustee(each.dev, each.box_pk, ""), SARI, (KEY,)) for each in (RINA, DEWI)
)


def refusal(caught: pytest.ExceptionInfo[Fault]) -> Refusal:
    return caught.value.refusal


@pytest.fixture
def asked(tmp_path: Path) -> Pending:
    """A request that waits."""
    return unlock_help.ask(tmp_path, SLOTS, "2026-11-21")


@pytest.fixture
def answer(asked: Pending) -> Answer:
    """What Rina's laptop answers."""
    return unlock_help.reply(RINA, asked.request, escrow.open_slot(SLOTS[0], RINA))


@pytest.mark.parametrize(
    "keys", [(bytes(100),), (KEY, b""), (KEY[:31],)], ids=["long", "no", "cut"]
)
def test_what_is_no_key_of_a_database_is_no_help(asked: Pending, keys: tuple[bytes, ...]) -> None:
    opened = escrow.Opened(SARI, keys)
    with pytest.raises(Fault) as caught:
        unlock_help.open_answer(asked, unlock_help.reply(RINA, asked.request, opened), SLOTS)
    assert refusal(caught) == Refusal.HELP_ALTERED


def test_a_request_with_a_key_that_takes_no_answer_is_none(tmp_path: Path, asked: Pending) -> None:
    path = tmp_path / "permintaan.bantuan"
    unlock_help.write_request(path, replace(asked.request, fresh=bytes(32)))
    with pytest.raises(Fault) as caught:
        unlock_help.read_request(path)
    assert refusal(caught) == Refusal.HELP_FOREIGN


def test_an_answer_opens_and_says_which_laptop_helped(asked: Pending, answer: Answer) -> None:
    helped = unlock_help.open_answer(asked, answer, SLOTS)
    assert (helped.keys, helped.person, helped.helper) == ((KEY,), SARI.person, RINA.dev)


def test_the_code_changes_with_the_key_and_with_every_slot(asked: Pending) -> None:
    request = asked.request
    other_key = replace(request, fresh=crypto_box_keypair()[0])
    fewer, turned = replace(request, slots=SLOTS[:1]), replace(request, slots=SLOTS[::-1])
    codes = {each.code for each in (request, other_key, fewer, turned)}
    assert len(codes) == 4
    assert all(len(each) == 12 for each in codes)


def test_a_request_outlasts_the_program_and_only_its_account_reads_it(
    tmp_path: Path, asked: Pending
) -> None:
    found = unlock_help.pending(tmp_path)
    assert found is not None
    assert (found.request.name, found.secret) == (asked.request.name, asked.secret)
    assert os.name == "nt" or (tmp_path / unlock_help.PENDING).stat().st_mode & 0o077 == 0
    assert str(asked.secret) not in repr(asked)
    unlock_help.forget(tmp_path)
    assert unlock_help.pending(tmp_path) is None


@pytest.mark.parametrize("name", ["secret", "fresh", "slots", "patbm"])
def test_a_kept_request_that_was_altered_is_none(tmp_path: Path, asked: Pending, name: str) -> None:
    value = json.loads((tmp_path / unlock_help.PENDING).read_bytes())
    (tmp_path / unlock_help.PENDING).write_text(json.dumps(value | {name: "AAAA"}))
    assert unlock_help.pending(tmp_path) is None


def test_the_files_come_back_as_they_were(tmp_path: Path, asked: Pending, answer: Answer) -> None:
    unlock_help.write_request(tmp_path / "a", asked.request)
    unlock_help.write_answer(tmp_path / "b", answer)
    assert unlock_help.read_request(tmp_path / "a").name == asked.request.name
    assert unlock_help.read_answer(tmp_path / "b") == answer
    text = (tmp_path / "a").read_text() + (tmp_path / "b").read_text()
    assert not any(each in text for each in (SARI.dev, SARI.person, KEY.hex()))


FOREIGN = {
    "empty": b"",
    "no-json": b"PATBM1\n\x00\xff",
    "a-list": b"[1, 2]",
    "nothing": b"null",
    "another-program": b'{"patbm": "backup", "f": 1}',
    "deep": b"[" * 200_000,
    "newer": b'{"patbm": "patbm-help-request", "f": 2, "fresh": "", "slots": []}',
    "no-slots": b'{"patbm": "patbm-help-request", "f": 1, "fresh": "AAAA", "slots": []}',
    "odd-slots": b'{"patbm": "patbm-help-request", "f": 1, "fresh": "AAAA", "slots": [7]}',
    "odd-answer": b'{"patbm": "patbm-help-answer", "f": 1, "to": "x", "boxed": ""}',
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_a_file_of_another_program_is_named_as_one(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    for read in (unlock_help.read_request, unlock_help.read_answer):
        with pytest.raises(Fault) as caught:
            read(tmp_path / "x")
        assert refusal(caught) is Refusal.HELP_FOREIGN
    with pytest.raises(Fault) as caught:
        unlock_help.read_request(tmp_path / "none")
    assert refusal(caught) is Refusal.FILE_MISSING


def test_an_answer_to_another_request_opens_nothing(
    tmp_path: Path, asked: Pending, answer: Answer
) -> None:
    newer = unlock_help.ask(tmp_path, SLOTS, "2026-11-22")
    for to in (answer, replace(answer, to=newer.request.name)):
        with pytest.raises(Fault) as caught:
            unlock_help.open_answer(newer, to, SLOTS)
        expected = Refusal.HELP_OF_ANOTHER if to is answer else Refusal.HELP_ALTERED
        assert refusal(caught) is expected


def test_an_answer_that_was_altered_or_boxed_by_a_stranger_opens_nothing(
    asked: Pending, answer: Answer
) -> None:
    stranger = unlock_help.reply(sign.make(), asked.request, escrow.open_slot(SLOTS[0], RINA))
    flipped = bytes([answer.boxed[-1] ^ 1])
    for bad in (stranger, replace(answer, boxed=answer.boxed[:-1] + flipped),
                replace(answer, boxed=b"")):  # fmt: skip
        with pytest.raises(Fault) as caught:
            unlock_help.open_answer(asked, bad, SLOTS)
        assert refusal(caught) is Refusal.HELP_ALTERED
