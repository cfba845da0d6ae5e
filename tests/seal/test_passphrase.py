import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import passphrase
from patbm_desktop.seal.passphrase import Strength, normalise, strength


def test_the_list_has_7776_different_words_that_are_easy_to_type():
    words = passphrase.words()
    assert len(words) == len(set(words)) == 7776
    assert all(re.fullmatch("[a-z]{4,9}", word) for word in words)
    assert list(words) == sorted(words)


def test_no_two_words_of_the_list_differ_in_their_last_letter_alone():
    assert len({word[:-1] for word in passphrase.words()}) == 7776


def test_a_drawn_passphrase_has_three_words_of_the_list():
    drawn = [passphrase.draw() for _ in range(50)]
    assert len(set(drawn)) == 50
    assert all(set(text.split()) <= set(passphrase.words()) for text in drawn)
    assert all(len(text.split()) == 3 for text in drawn)


@pytest.mark.parametrize(
    "typed", ["  Perahu  KUNING\tpagi ", "perahu kuning pagi", "ｐerahu kuning pagi"]
)
def test_capitals_spaces_and_forms_of_letters_do_not_matter(typed):
    assert normalise(typed) == "perahu kuning pagi"


@given(st.text())
def test_what_is_normal_stays_as_it_is(text):
    assert normalise(normalise(text)) == normalise(text)


def test_three_drawn_words_are_enough_and_three_words_of_ones_own_are_not():
    assert strength("perahu kuning pagi", drawn="perahu kuning pagi") is Strength.ENOUGH
    assert strength("perahu kuning pagi") is Strength.TOO_WEAK
    assert strength("ibu dan anak", drawn="perahu kuning pagi") is Strength.TOO_WEAK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Strength.TOO_WEAK),
        ("kader posyandu rt", Strength.TOO_WEAK),
        ("aku mau beli roti", Strength.ENOUGH),
        ("kaderposyandurt0241x", Strength.ENOUGH),
        ("kaderposyandurt0241", Strength.TOO_WEAK),
        ("aku mau beli roti tawar", Strength.STRONG),
        ("kaderposyandurt024klandasanilir", Strength.STRONG),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Strength.TOO_WEAK),
        ("ibu ibu ibu ibu ibu ibu", Strength.TOO_WEAK),
    ],
)
def test_words_of_ones_own_count_from_four_words_or_twenty_letters_on(text, expected):
    assert strength(text) is expected


def test_a_weak_passphrase_is_refused_by_name():
    passphrase.demand_strength("aku mau beli roti")
    with pytest.raises(Fault) as heard:
        passphrase.demand_strength("rahasia")
    assert heard.value.refusal is Refusal.PASSPHRASE_TOO_WEAK
    assert "rahasia" not in repr(heard.value)
