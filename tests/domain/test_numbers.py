"""Numbers as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.numbers import is_estimate, minutes, number, number_words
from patbm_desktop.domain.reading import Unreadable
from patbm_desktop.domain.reason import Reason


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", 12), (12, 12), (12.0, 12), ("12.0", 12), ("12,00", 12), ("012", 12), (" 12 ", 12),
        ("12 org", 12), ("12org.", 12), ("12 Orang", 12), ("12 anak", 12), ("7 ibu-ibu", 7),
        ("dua belas", 12), ("Dua Belas", 12), ("duabelas", 12), ("dua belas orang", 12),
        ("seratus dua puluh", 120), ("seribu dua ratus lima puluh", 1250), ("sebelas", 11),
        ("1.250", 1250), ("12.345.678", 12_345_678), ("12 (dua belas)", 12),
        ("12 (dua belas) orang", 12), ("±40", 40), ("kira-kira 40 orang", 40), ("~ 40", 40),
        ("sekitar empat puluh", 40), ("nol", 0), ("nihil", 0), ("tidak ada", 0), ("0", 0),
        ("-5", -5), ("\u00a012\u00a0org", 12),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(written, meant):
    assert number(written) == meant


@pytest.mark.parametrize("written", [None, "", "  ", "-", "–", "...", "\u00a0"])
def test_nothing_and_a_dash_are_no_number(written):
    assert number(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "banyak", "12,5", 12.5, "1,250", "1.25", "12 atau 13", "10-12", "12 (tiga belas)",
        "dua dua", "belas", "puluh dua",
        "12²", "٣", "1e3", "0x1f", True, "9" * 30, "9" * 5000, "dua " * 500,
        float("nan"), float("inf"), "12+3", "#REF!", "ribu", "dua ribu ribu", "org",
    ],
)  # fmt: skip
def test_what_has_no_one_meaning_is_refused(written):
    with pytest.raises(Unreadable) as no:
        number(written)
    assert no.value.reason is Reason.NOT_A_NUMBER


@given(st.integers(0, 999_999))
def test_words_of_a_number_are_read_back(count):
    assert number(number_words(count)) == count
    assert number(number_words(count).replace(" ", "").upper()) == count


@given(st.integers(0, 999_999))
def test_figures_of_a_number_are_read_back_with_or_without_dots(count):
    assert number(str(count)) == number(f"{count:,}".replace(",", ".")) == count


@given(st.text(max_size=120))
def test_any_text_is_a_number_or_refused(written):
    with suppress(Unreadable):
        assert number(written) is None or isinstance(number(written), int)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (10, "sepuluh"), (11, "sebelas"), (19, "sembilan belas"), (20, "dua puluh"),
        (100, "seratus"), (111, "seratus sebelas"), (1000, "seribu"), (2001, "dua ribu satu"),
    ],
)  # fmt: skip
def test_a_number_is_said_in_words(count, words):
    assert number_words(count) == words


@pytest.mark.parametrize(
    ("written", "is_about"), [("±40", True), ("kira-kira 40", True), ("40", False), (40, False)]
)
def test_an_estimate_is_known_by_its_mark(written, is_about):
    assert is_estimate(written) is is_about


@pytest.mark.parametrize(
    ("written", "meant"),
    [("90", 90), ("90 menit", 90), ("2 jam", 120), ("1,5 jam", 90), ("1.5 jam", 90), (None, None)],
)
def test_a_length_is_read_in_minutes_or_hours(written, meant):
    assert minutes(written) == meant
