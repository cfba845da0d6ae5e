"""Text, RT numbers and names of things, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain import codes, reading
from patbm_desktop.domain.fields import has_control_characters
from patbm_desktop.domain.reading import Unreadable
from patbm_desktop.domain.reason import Reason

TOPICS = reading.spellings(
    {"perundungan": "Cegah perundungan", "hak_anak": "Hak anak"},
    {"gizi": "Kesehatan, gizi, stunting", "napza": "Narkoba / rokok (NAPZA)"},
)


def reason_of(read, *values, **more):
    with pytest.raises(Unreadable) as no:
        read(*values, **more)
    return no.value.reason


@pytest.mark.parametrize(
    "written", ["24", "024", 24, 24.0, "RT 24", "rt.024", "RT024", "RT-24", "Rt. 24", "R.T. 24"]
)
def test_an_rt_number_has_three_figures(written):
    assert reading.rt_number(written) == "024"


@pytest.mark.parametrize("written", ["RT dua", "24/05", "RT 24 RW 3", "24a", 24.5, True])
def test_what_is_no_rt_number_is_refused(written):
    assert reason_of(reading.rt_number, written) is Reason.NOT_A_NUMBER


@pytest.mark.parametrize("written", ["0", "1000", "RT 1000"])
def test_an_rt_number_lies_between_1_and_999(written):
    assert reason_of(reading.rt_number, written) is Reason.OUT_OF_RANGE


@pytest.mark.parametrize("written", ["perundungan", "Cegah  Perundungan", "CEGAH_PERUNDUNGAN."])
def test_a_choice_is_known_by_its_key_or_label(written):
    assert reading.choice(written, TOPICS) == "perundungan"


def test_a_part_of_a_label_is_enough_when_one_key_alone_has_it():
    assert reading.choice("stunting", TOPICS) == "gizi"
    assert reading.choice("Rokok", TOPICS) == "napza"
    assert reason_of(reading.choice, "NAPZ", TOPICS) is Reason.UNKNOWN_VALUE


def test_a_part_that_two_labels_share_means_neither():
    known = reading.spellings({"a": "Rapat / sore", "b": "Kelas / sore"})
    assert reason_of(reading.choice, "sore", known) is Reason.UNKNOWN_VALUE


@pytest.mark.parametrize(
    "written",
    [
        "hak_anak;perundungan", "Hak anak ; Cegah perundungan", "hak anak, perundungan",
        "hak anak|perundungan", "hak anak\nperundungan", ";hak_anak;;perundungan;hak_anak;",
    ],
)  # fmt: skip
def test_several_choices_stand_side_by_side_each_once(written):
    assert reading.choices(written, TOPICS) == ("hak_anak", "perundungan")


def test_a_comma_inside_a_label_parts_nothing():
    assert reading.choices("Kesehatan, gizi, stunting; hak anak", TOPICS) == ("gizi", "hak_anak")


def test_one_unknown_choice_refuses_them_all():
    assert reason_of(reading.choices, "hak_anak;memasak", TOPICS) is Reason.UNKNOWN_VALUE


@pytest.mark.parametrize("written", [None, "", "-", " ; "])
def test_no_choice_is_none(written):
    assert reading.choices(written, TOPICS) == ()


@pytest.mark.parametrize("keys", [codes.PROGRAMS, codes.TYPES, codes.TOPICS, codes.PARTNERS])
def test_every_list_of_keys_is_read_back(keys):
    known = reading.spellings({key: key for key in keys})
    assert reading.choices(";".join(keys), known) == keys


def test_text_loses_odd_spaces_and_line_ends_but_no_letter():
    assert reading.text("  satu\u00a0dua\r\ntiga\u200b\ufeff ", 40) == "satu dua\ntiga"
    assert reading.text("Balai \n RT", 40, one_line=True) == "Balai RT"
    assert reading.text(12.0, 40) == "12"


@pytest.mark.parametrize("written", ["a\x00b", "a\x07b", "a\x9db", "a\ufffdb", "a\x7fb"])
def test_text_with_a_sign_nobody_types_is_refused(written):
    assert reason_of(reading.text, written, 40) is Reason.CONTROL_CHARACTER


def test_text_over_the_limit_is_refused():
    assert reading.text("a" * 500, 500) == "a" * 500
    assert reason_of(reading.text, "a" * 20_000, 500) is Reason.TOO_LONG


@given(st.text(max_size=200))
def test_text_that_is_read_can_be_kept_and_reads_the_same_again(written):
    try:
        found = reading.text(written, 500)
    except Unreadable:
        return
    assert found is None or not has_control_characters(found)
    assert reading.text(found, 500) == found


@pytest.mark.parametrize("written", ["BALAI  RT", "balai rt.", "Bálai RT", "Balai-RT"])
def test_folding_forgives_case_accents_spaces_and_punctuation(written):
    assert reading.fold(written) == reading.fold("Balai RT")


@pytest.mark.parametrize("written", ["Ibu S.", "Bu S", "ibu s", "S.", "Kak S."])
def test_a_persons_name_is_known_without_its_form_of_address(written):
    assert reading.person_key(written) == "s"


def test_a_form_of_address_alone_is_a_name():
    assert reading.person_key("Ibu") == "ibu"
