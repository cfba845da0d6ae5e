import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import CROCKFORD
from patbm_desktop.seal import sheet

ALIKE = sheet.grouped("01" * 11 + sheet._check_letters("01" * 11))


def test_a_sheet_has_six_groups_of_four_letters_that_nobody_confuses():
    text = sheet.draw()
    assert [len(group) for group in text.split("-")] == [4] * 6
    assert set(text) <= set(CROCKFORD) | {"-"}
    assert sheet.draw() != text


@given(st.randoms())
def test_small_letters_spaces_and_letters_that_look_alike_are_forgiven(chance):
    looks = {"0": "0oO", "1": "1iIlL", "-": "- "}
    typed = "".join(chance.choice(looks.get(each, each + each.lower())) for each in ALIKE)
    assert sheet.read(f"  {typed} ") == sheet.tidy(ALIKE)[: sheet.DRAWN]


def test_a_wrong_letter_is_noticed_in_almost_every_place():
    text = sheet.tidy(sheet.draw())
    slips = [
        text[:at] + other + text[at + 1 :]
        for at in range(sheet.LETTERS)
        for other in CROCKFORD
        if other != text[at]
    ]
    noticed = sum(not sheet.is_whole(each) for each in slips)
    assert noticed / len(slips) > 0.98


@pytest.mark.parametrize("text", ["", "7QH2", "U" * 24, "é" * 24, "7QH2-MD9K-" * 3])
def test_what_is_no_whole_sheet_is_refused(text):
    with pytest.raises(Fault) as heard:
        sheet.read(text)
    assert heard.value.refusal is Refusal.WRONG_SHEET


@given(st.text())
def test_no_text_at_all_makes_the_check_raise(text):
    assert sheet.is_whole(text) is False
