"""A laptop of the RT whose person may not read cases: what its window shows of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.cases import case_noting
from patbm_desktop.actions.entrance import vault
from patbm_desktop.domain.case import CaseDetail, Victim
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.ui.theme import Theme
from tests.actions.cast import laptop
from tests.journeys.kader import CONTROL, Kader
from tests.ui.opened import EVENING, PASSPHRASE, WAIT_MS, Opened, furnish

STORY = "Gemeretak"
OTHERS_WORDS = "kucing hijau malam"


@pytest.fixture
def keyless(
    qtbot: QtBot, theme: Theme, vault_of_sari: Path, tmp_path: Path, no_bug: None
) -> Iterator[tuple[Opened, str]]:
    """The window of that laptop, and the code of a case that Sari noted on hers."""
    clock = FixedClock(EVENING)
    shutil.copytree(vault_of_sari, tmp_path / "sari")
    saris = vault.open_vault(tmp_path / "sari", None, PASSPHRASE, clock)
    detail = CaseDetail(category="kekerasan_fisik", victim=Victim("P", "6-12"), narrative=STORY)
    code = case_noting.note(saris, detail).code
    laptop(saris, tmp_path / "budi", clock, ("umum",)).close()
    saris.close()
    made = furnish(qtbot, theme, tmp_path / "budi")
    made.start()
    made.open_with(lambda: vault.open_vault(tmp_path / "budi", None, OTHERS_WORDS, clock))
    made.qtbot.waitUntil(lambda: made.is_open, timeout=WAIT_MS)
    made.settle()
    yield made, code
    made.close()


def test_code_level_status_and_date_are_there_and_who_holds_the_rest(
    keyless: tuple[Opened, str],
) -> None:
    window, code = keyless
    kader, page = Kader(window), window.visit("cases")
    said = kader.said()
    assert "Sari" in said
    row: Any = page.list.current()  # type: ignore[attr-defined]
    assert (row.code, row.triage, row.status, row.category) == (code, "kuning", "baru", None)
    kader.open_newest()
    shown = kader.case()
    said = kader.said()
    assert shown.title() == code
    assert "hanya kode, tingkat, status, dan tanggal" in said
    assert "Sisanya dipegang" in said
    assert not shown.person.isVisible()
    assert not shown.letters.isVisible()
    assert not shown.follow.isVisible()
    assert not any(word in said for word in (STORY, "ipukul", "6–12", "Perempuan"))


def test_a_note_leads_to_the_numbers(keyless: tuple[Opened, str]) -> None:
    window, _ = keyless
    Kader(window).key(Qt.Key.Key_K, CONTROL)
    assert window.emergency.is_open()
