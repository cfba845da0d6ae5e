"""Values of two versions in the words of the screen, in both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.ui.parts.conflict_fields import value_words
from patbm_desktop.ui.strings import Tongue

SENT = {"on": "2026-11-07", "at": "20:14"}


@pytest.fixture
def tongue(qapp: QApplication) -> Iterator[Tongue]:
    speaking = Tongue(qapp)
    yield speaking
    speaking.speak("id")


@pytest.mark.parametrize(("language", "hour"), [("id", "20.14"), ("en", "20:14")])
def test_an_hour_is_written_as_the_language_writes_it(
    tongue: Tongue, language: str, hour: str
) -> None:
    tongue.speak(language)
    assert value_words("referral", "sent", SENT, {}).endswith(f", {hour}")
