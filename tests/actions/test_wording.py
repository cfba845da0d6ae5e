"""Every code that stops somebody has words, in both languages, that help and do not scold."""

import re

import pytest

from patbm_desktop.actions import wording
from patbm_desktop.assets import table
from patbm_desktop.domain import codes
from patbm_desktop.domain.columns import COLUMNS
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.reading import fold, spellings
from patbm_desktop.domain.reason import Hint, Reason

MEMBERS = [*Reason, *Hint, *Refusal]
FORBIDDEN = re.compile(
    r"\b(gagal|salah|tidak valid|ditolak|dilarang|error|konflik|anda|kamu|kami|ok|submit|proses"
    r"|tetikus|saringan|bertukar|sambungkan|keadaan|tersegel|usb|failed|invalid|wrong|denied)\b|!",
    re.IGNORECASE,
)
SAFE = re.compile(
    r"aman|masih ada|tidak ada yang diubah|tidak diubah|belum ada yang diubah|safe|nothing was"
    r" changed|still there|unchanged",
    re.IGNORECASE,
)
LISTS = {
    "program": codes.PROGRAMS, "type": codes.TYPES, "topic": codes.TOPICS,
    "partner": codes.PARTNERS, "held_by": codes.HELD_BY,
}  # fmt: skip


def candidates(language):
    tables = table(f"i18n/reasons.{language}.toml")
    written = [text for section in tables.values() for text in section.values()]
    return [[text] if isinstance(text, str) else text for text in written]


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("member", MEMBERS)
def test_every_member_has_a_whole_sentence(member, language):
    said = wording.sentence(member, language)
    assert said[0].isupper() or said.startswith("PATBM")
    assert said[-1] in ".?"
    assert "%" not in said


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("member", MEMBERS)
def test_no_sentence_scolds(member, language):
    assert not FORBIDDEN.search(wording.sentence(member, language))


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("refusal", Refusal)
def test_a_refusal_says_what_is_safe(refusal, language):
    assert SAFE.search(wording.sentence(refusal, language))


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_the_last_of_several_sentences_needs_no_filling(language):
    assert [each[-1] for each in candidates(language) if wording.fillings(each[-1])] == []


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_sentence_with_a_form_of_address_has_a_twin_without(language):
    for each in candidates(language):
        assert not ({"sapaan"} <= wording.fillings(each[0])) or len(each) > 1


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_there_are_no_words_for_codes_that_do_not_exist(language):
    tables = table(f"i18n/reasons.{language}.toml")
    assert [set(tables["reason"]), set(tables["hint"]), set(tables["refusal"])] == [
        {each.value for each in kind} for kind in (Reason, Hint, Refusal)
    ]


def test_a_form_of_address_is_filled_in_or_left_out():
    with_ibu = wording.sentence(Refusal.WRONG_PASSPHRASE, "id", "ibu")
    without = wording.sentence(Refusal.WRONG_PASSPHRASE, "id", "tanpa")
    assert "Catatan Ibu tetap aman" in with_ibu
    assert "Catatan tetap aman" in without == wording.sentence(Refusal.WRONG_PASSPHRASE)


def test_a_fault_says_its_facts():
    fault = Fault(Refusal.WAIT_BEFORE_TRYING, seconds=30)
    assert wording.fault_sentence(fault) == (
        "Tunggu 30 detik sebelum mencoba lagi. Catatan tetap aman."
    )
    assert "30 seconds" in wording.fault_sentence(fault, "en", "ibu")


def test_a_fact_that_holds_a_percent_sign_is_said_as_it_is():
    fault = Fault(Refusal.FILE_MISSING, name="100%seconds.csv")
    assert "100%seconds.csv" in wording.fault_sentence(fault)


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_every_key_has_a_label(name, language):
    assert set(wording.labels(name, language)) == set(LISTS[name])


def test_a_label_is_found_and_a_newer_key_shows_itself():
    assert wording.label("type", "deteksi_dini") == "Deteksi dini"
    assert wording.label("type", "tari_topeng") == "tari_topeng"
    assert [bool(wording.column_label(column, "en")) for column in COLUMNS] == [True] * 19


@pytest.mark.parametrize("name", LISTS)
def test_every_key_and_label_is_read_back(name):
    known = wording.code_spellings(name)
    for language in wording.LANGUAGES:
        for key, label in wording.labels(name, language).items():
            assert known[fold(label)] == known[fold(key)] == key


def test_every_head_of_a_column_is_read_back():
    known = wording.column_spellings()
    for column in COLUMNS:
        spoken = {column, wording.column_label(column), wording.column_label(column, "en")}
        assert {known[fold(each)] for each in spoken} == {column}


def test_no_other_word_for_a_column_means_two():
    others = table("words/column-words.toml")["column"]
    labels = wording.code_spellings("column")
    words = [(fold(word), column) for column, each in others.items() for word in each]
    assert len({word for word, _ in words}) == len(words)
    assert [word for word, column in words if labels.get(word, column) != column] == []
    assert set(others) == set(COLUMNS)
    assert spellings({"jenis": "Jenis"})["jenis"] == "jenis"
