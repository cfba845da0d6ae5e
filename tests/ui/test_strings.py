"""The words of the window: complete in English, calm in Indonesian, with and without an address."""

import re
from collections.abc import Iterator
from datetime import time
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from patbm_desktop.actions import wording
from patbm_desktop.assets import asset, table
from patbm_desktop.domain.activity import Count4
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_words import breakdown_of
from patbm_desktop.ui.parts.case_words import time_text
from patbm_desktop.ui.strings import Tongue, addressed, fill

FORBIDDEN = ("gagal", "salah", "tidak valid", "ditolak", "dilarang", "error", "konflik")
FORBIDDEN_BUTTONS = ("OK", "Ya", "Submit", "Proses")
TWINS = {
    "Pastikan %sapaan aman.": "Pastikan diri sendiri aman.",
    "Catatan %sapaan aman.": "Semua catatan aman.",
    "Tiga kata ini kunci laptop %sapaan. Hafalkan, atau ganti.": (
        "Tiga kata ini kunci laptop ini. Hafalkan, atau ganti."
    ),
    "Ada cerita tentang anak yang membuat %sapaan khawatir?": (
        "Ada cerita tentang anak yang mengkhawatirkan?"
    ),
    "Apa yang %sapaan lihat atau dengar?": "Apa yang terlihat atau terdengar?",
    "Sampaikan bahwa ada orang yang bisa membantu, dan %sapaan akan memberi tahu mereka.": (
        "Sampaikan bahwa ada orang yang bisa membantu, dan mereka akan diberi tahu."
    ),
    "Baru %sapaan sendiri. Pendamping kasus bisa membaca setelah terhubung.": (
        "Baru dari laptop ini."
    ),
}
"""Each sentence with a form of address, and the one for somebody who wants none."""


def sources() -> list[str]:
    """Return every Indonesian string of the window."""
    root = ElementTree.parse(asset("i18n/en.ts")).getroot()
    return [message.findtext("source") or "" for message in root.iter("message")]


def translations() -> Iterator[tuple[str, str]]:
    """Return every Indonesian string with its English."""
    root = ElementTree.parse(asset("i18n/en.ts")).getroot()
    for message in root.iter("message"):
        words = message.find("translation")
        forms = [] if words is None else [words.text or "", *(form.text or "" for form in words)]
        for form in forms:
            if form.strip():
                yield message.findtext("source") or "", form


def whole_words(text: str) -> str:
    bare = re.sub(r"[^\w%]+", " ", text.casefold())
    return f" {bare} "


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_string_of_the_window_blames_or_alarms(word: str) -> None:
    assert [text for text in sources() if f" {word} " in whole_words(text)] == []


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_sentence_for_a_refusal_blames_or_alarms(word: str) -> None:
    said = sentences(table("i18n/reasons.id.toml"))
    assert [text for text in said if f" {word} " in whole_words(text)] == []


def sentences(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from sentences(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from sentences(each)


def test_nobody_is_called_anda_or_user() -> None:
    called = [text for text in sources() if {"anda", "user"} & set(whole_words(text).split())]
    assert called == []


def test_no_button_says_ok_or_yes() -> None:
    assert [text for text in sources() if text in FORBIDDEN_BUTTONS] == []


def test_no_string_shouts() -> None:
    assert [text for text in sources() if "!" in text] == []


def test_every_string_with_a_form_of_address_has_its_twin_without() -> None:
    addressed_ones = {text for text in sources() if "%sapaan" in text}
    assert addressed_ones == set(TWINS)
    assert set(TWINS.values()) <= set(sources())


def test_no_twin_without_an_address_names_one() -> None:
    named = ("Ibu", "Bapak", "Kakak")
    assert [text for text in TWINS.values() if any(word in text for word in named)] == []


def test_translations_keep_their_placeholders() -> None:
    def gaps(text: str) -> list[str]:
        return sorted(re.findall(r"%(?:L?n|\d)", text.replace("%sapaan", "")))

    differing = [
        (source, english)
        for source, english in translations()
        if set(gaps(english)) - set(gaps(source))
        or (set(gaps(source)) - set(gaps(english))) - {"%n", "%Ln"}
    ]
    assert differing == []


@pytest.fixture
def english(qapp: QApplication) -> Iterator[Tongue]:
    tongue = Tongue(qapp)
    tongue.speak("en")
    yield tongue
    tongue.speak("id")


@pytest.fixture
def indonesian(qapp: QApplication) -> Tongue:
    tongue = Tongue(qapp)
    tongue.speak("id")
    return tongue


def test_english_is_spoken_when_it_is_chosen(english: Tongue) -> None:
    assert QCoreApplication.translate("SettingsPage", "Pengaturan") == "Settings"
    assert strings.language() == "en"


def test_english_counts_one_and_many(english: Tongue) -> None:
    def minutes(n: int) -> str:
        return QCoreApplication.translate("LockingSection", "%n menit", None, n)

    assert (minutes(1), minutes(5)) == ("1 minute", "5 minutes")


def test_qts_own_buttons_speak_indonesian(qtbot: QtBot, indonesian: Tongue) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Batalkan"


def test_dates_and_numbers_follow_the_language(indonesian: Tongue) -> None:
    assert strings.month_name("2026-10") == "Oktober 2026"
    assert strings.number(1846) == "1.846"
    assert QLocale().decimalPoint() == ","


def test_english_dates_and_numbers(english: Tongue) -> None:
    assert strings.month_name("2026-10") == "October 2026"
    assert strings.number(1846) == "1,846"


def test_english_counts_one_grown_up_and_one_child(english: Tongue) -> None:
    assert breakdown_of(Count4(1, 0, 1, 0)) == "1 adult, 1 child"
    assert breakdown_of(Count4(2, 2, 1, 1)) == "4 adults, 2 children"


def test_a_time_of_day_follows_the_language(english: Tongue) -> None:
    assert time_text(time(20, 14)) == "20:14"


def test_values_are_filled_in_once_whatever_they_hold() -> None:
    assert fill("%1 dari %2", "%2", 7) == "%2 dari 7"
    assert fill("100% dari %1", "x") == "100% dari x"


@pytest.mark.parametrize(
    ("form", "said"),
    [("ibu", "Pastikan Ibu aman."), ("kakak", "Pastikan Kakak aman."), ("tanpa", "Sendiri.")],
)
def test_a_sentence_takes_the_form_of_address(indonesian: Tongue, form: str, said: str) -> None:
    assert addressed(form, "Pastikan %sapaan aman.", "Sendiri.") == said


def test_a_person_is_called_as_she_wishes(indonesian: Tongue) -> None:
    assert strings.name_of("ibu", "Sari") == "Bu Sari"
    assert strings.name_of("tanpa", "Sari") == "Sari"
    assert strings.name_of("ibu", "Bu Sari") == "Bu Sari"


def test_an_rt_is_said_without_its_zeros() -> None:
    assert strings.rt_short("024") == "24"


def test_both_languages_word_the_same_refusals() -> None:
    languages = [set(table(f"i18n/reasons.{code}.toml")["refusal"]) for code in wording.LANGUAGES]
    assert languages[0] == languages[1]
