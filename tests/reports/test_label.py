"""Words that a page can bear."""

from hypothesis import given
from hypothesis import strategies as some

from patbm_desktop.reports.label import (
    LONGEST_WORD,
    code_label,
    counted,
    cut,
    plain,
    shortened,
    words,
)


@given(some.text(max_size=200))
def test_no_text_has_control_characters_or_a_word_longer_than_a_column(text):
    said = plain(text)
    assert all(each.isprintable() or each in "\u200b\u200c\u200d" for each in said)
    pieces = said.replace("\u200b", " ").split(" ")
    assert max(map(len, pieces)) <= LONGEST_WORD
    assert plain("x" * 100).replace("\u200b", "") == "x" * 100


@given(some.text(max_size=400), some.integers(1, 200))
def test_a_cut_text_is_the_beginning_of_the_whole(text, longest):
    said = cut(text, longest)
    assert len(said) <= longest + 1
    assert text.startswith(said.removesuffix("…")) or said == text


def test_the_first_sentence_stands_for_the_whole():
    assert shortened("Warga sepakat. Lalu pulang.", 40) == "Warga sepakat"
    assert shortened("Pukul 18.00 sampai 20.00.", 40) == "Pukul 18.00 sampai 20.00"


def test_a_key_of_a_newer_release_is_shown_as_it_is():
    assert code_label("id", "topic", "topik_baru") == "topik_baru"
    assert code_label("id", "topic", None) == "–"


def test_english_has_a_form_for_one():
    said = words("en", "month")
    assert counted(said, "photos", 1).format(count=1) == "1 photo"
    assert counted(said, "photos", 2).format(count=2) == "2 photos"
