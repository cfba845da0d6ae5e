from dataclasses import replace

import pytest
from nacl.utils import random

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import sheet, slot
from patbm_desktop.seal.slot import SlotKind

KEYS = (bytes(range(32)), bytes(32))
TEXT = sheet.draw()
WORDS = "Perahu kuning PAGI"


@pytest.fixture(scope="module")
def paper():
    """A slot that a recovery sheet opens: quick, for it needs no slow hash."""
    return slot.make(SlotKind.SHEET, "a" * 32, TEXT, KEYS)


@pytest.fixture(scope="module")
def sandi():
    """A slot that a passphrase opens."""
    return slot.make(SlotKind.PASSPHRASE, "a" * 32, WORDS, KEYS)


def test_a_passphrase_opens_its_slot_however_it_is_typed(sandi):
    assert slot.open_slot(sandi, " perahu  kuning pagi") == KEYS
    assert slot.open_slot(sandi, "perahu kuning siang") is None


def test_a_passphrase_costs_64_mib_three_times(sandi):
    assert (sandi.memory_mib, sandi.passes) == (64, 3)


def test_a_sheet_opens_its_slot_and_another_sheet_does_not(paper):
    assert slot.open_slot(paper, TEXT.lower()) == KEYS
    assert slot.open_slot(paper, sheet.draw()) is None


@pytest.mark.parametrize("length", [0, 24, 39, 40])
def test_what_is_too_short_to_be_a_wrapped_secret_opens_nothing(paper, length):
    assert slot.open_slot(replace(paper, wrapped=bytes(length)), TEXT) is None


def test_a_slot_takes_other_keys_without_the_words(paper):
    assert slot.open_slot(slot.refill(paper, (KEYS[1],)), TEXT) == (KEYS[1],)


def test_a_slot_survives_the_file(paper, sandi):
    assert slot.from_json(slot.as_json(paper)) == paper
    assert slot.from_json(slot.as_json(sandi)) == sandi


@pytest.mark.parametrize(
    ("memory_mib", "passes"), [(63, 3), (0, 3), (8, 3), (513, 3), (64, 2), (64, 11), (-64, 3)]
)
def test_costs_out_of_bounds_are_refused_before_any_work(sandi, memory_mib, passes):
    with pytest.raises(Fault) as heard:
        slot.open_slot(replace(sandi, memory_mib=memory_mib, passes=passes), WORDS)
    assert heard.value.refusal is Refusal.KEY_FILE_ALTERED


def test_costs_altered_within_bounds_keep_the_slot_shut(sandi):
    assert slot.open_slot(replace(sandi, passes=4), WORDS) is None


@pytest.mark.parametrize(
    "change", [{"person": "b" * 32}, {"salt": bytes(16)}, {"public": bytes(32)}]
)
def test_a_slot_passed_off_as_another_stays_shut(paper, change):
    assert slot.open_slot(replace(paper, **change), TEXT) is None


def test_keys_that_were_exchanged_for_rubbish_are_noticed(paper):
    with pytest.raises(Fault) as heard:
        slot.open_slot(replace(paper, sealed=b"rubbish"), TEXT)
    assert heard.value.refusal is Refusal.KEY_FILE_ALTERED


def test_the_same_words_are_salted_anew_in_each_slot(monkeypatch):
    monkeypatch.setattr(slot, "random", random)  # in place of the one salt that all tests share
    made = [slot.make(SlotKind.SHEET, "a" * 32, TEXT, KEYS) for _ in range(3)]
    assert len({each.salt for each in made}) == len(made)


def test_showing_a_slot_shows_neither_keys_nor_salt(paper):
    assert "wrapped" not in repr(paper)
    assert str(paper.salt) not in repr(paper)
