"""A forgotten passphrase, in two real windows, with one flash drive that goes to and fro."""

import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance import vault
from patbm_desktop.actions.kelurahan import roll
from patbm_desktop.actions.kelurahan.case_access import Opening
from patbm_desktop.actions.travel import drives, usb
from patbm_desktop.actions.travel.drives import Drive
from patbm_desktop.seal import keyfile, sign
from patbm_desktop.ui.office.member_panel import Step, Wish
from patbm_desktop.ui.pages.kelurahan_page import KelurahanPage
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.pages.unlock_page import UnlockPage
from patbm_desktop.ui.parts.case_words import opening_words
from patbm_desktop.ui.roads.kelurahan_road import act
from patbm_desktop.ui.theme import Theme
from tests.actions.entrance.test_unlock_help import admit
from tests.ui import sticks
from tests.ui.doing import do
from tests.ui.opened import WAIT_MS, Opened, furnish
from tests.ui.travels import visit


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> sticks.Joined:
    """Sari joined Rina's kelurahan, and Rina's pact stands there."""
    return sticks.make_trusting(tmp_path_factory.mktemp("trusting"))


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one flash drive there is."""
    root = tmp_path / "stick"
    root.mkdir()
    monkeypatch.setattr(drives, "plugged_in", lambda: (Drive(root, "stick"),))
    return root


def window_on(qtbot: QtBot, theme: Theme, made: Path, folder: Path) -> Opened:
    shutil.copytree(made, folder)
    window = furnish(qtbot, theme, folder)
    window.start()
    return window


@pytest.fixture
def locked(
    qtbot: QtBot, theme: Theme, made: sticks.Joined, tmp_path: Path, no_bug: None
) -> Iterator[Opened]:
    """Sari's window, locked."""
    window = window_on(qtbot, theme, made.sari, tmp_path / "sari")
    yield window
    window.close()


@pytest.fixture
def office(
    qtbot: QtBot, theme: Theme, made: sticks.Joined, tmp_path: Path, no_bug: None
) -> Iterator[Opened]:
    """Rina's window, unlocked."""
    window = window_on(qtbot, theme, made.rina, tmp_path / "rina")
    window.unlock()
    yield window
    window.close()


def ask(window: Opened) -> UnlockPage:
    """Go the way from the locked screen to a request on the flash drive."""
    page = window.front()
    assert isinstance(page, UnlockPage)
    for button in (page.forgot, page.ask_help):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        window.settle()
    QTest.mouseClick(page.help_side.save, Qt.MouseButton.LeftButton)
    window.settle()
    return page


def test_a_coordinator_opens_the_laptop_of_a_volunteer_who_forgot_her_passphrase(
    locked: Opened, office: Opened, stick: Path
) -> None:
    page = ask(locked)
    assert page.help_side.note.text.text() == "Permintaan tersimpan. Flashdisk boleh dicabut."
    answering = visit(office, "kelurahan")
    assert isinstance(answering, KelurahanPage)
    card = answering.help
    card.take.click()
    office.qtbot.waitUntil(card.form.isVisible, timeout=WAIT_MS)
    assert card.whose.text() == "Membuka laptop Sari Contoh, RT 912"
    QTest.keyClicks(card.code, "0000 0000 0000")
    QTest.keyClick(card.code, Qt.Key.Key_Return)
    office.qtbot.waitUntil(card.note.isVisible, timeout=WAIT_MS)
    assert "belum cocok" in card.note.text.text()
    assert [each.suffix for each in stick.iterdir()] == [".bantuan"]
    card.code.setText(page.help_side.code.text())
    QTest.keyClick(card.code, Qt.Key.Key_Return)
    office.qtbot.waitUntil(card.take.isVisible, timeout=WAIT_MS)
    assert "Jawaban tersimpan di flashdisk." in card.note.text.text()
    page.help_side.take.click()
    locked.qtbot.waitUntil(page.new_side.isVisible, timeout=WAIT_MS)
    drawn = page.new.passphrase()
    page.renew.click()
    locked.qtbot.waitUntil(lambda: locked.is_open, timeout=WAIT_MS)
    locked.settle()
    locked.hide_now()
    locked.settle()
    vault.open_vault(locked.house.folder, None, drawn, locked.house.clock).close()
    assert not (locked.house.folder / "minta-bantuan.json").exists()


def test_a_coordinator_dates_her_pact_from_the_page(office: Opened) -> None:
    me, day = office.desk().me.dev, date(2026, 11, 20)
    kinds = do(office, partial(act, wish=Wish(step=Step.PACT, dev=me, pact=day)))
    (mine,) = [each for each in do(office, roll.people) if each.is_me]
    assert (mine.pact, "_member" in kinds) == (day, True)


def test_a_coordinator_who_came_by_stick_can_help_from_then_on(
    locked: Opened, office: Opened, stick: Path
) -> None:
    dewi = sign.make()
    do(office, lambda ws: admit(ws, dewi))
    do(office, lambda ws: usb.save(ws.laptop, stick / "office.patbm"))
    locked.unlock()
    page = visit(locked, "sync")
    assert isinstance(page, SyncPage)
    page.take_stick.click()
    locked.qtbot.waitUntil(page.note.isVisible, timeout=WAIT_MS)
    locked.settle()
    assert dewi.dev in {each.dev for each in keyfile.holders(locked.house.folder)}


def test_the_log_of_a_case_names_who_helped(qapp: QApplication) -> None:
    today = date(2026, 11, 21)
    said = opening_words(Opening(today, "Sari", "pulih", "Rina Contoh"), today)
    assert said == "Sari, dibantu Rina Contoh, hari ini (laptop dibuka kembali)"
