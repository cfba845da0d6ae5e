"""Real vaults made and opened through the real pages."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance import passphrases, vault
from patbm_desktop.actions.upkeep import backups
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui.pages.first_run_page import FirstRunPage
from patbm_desktop.ui.pages.unlock_page import UnlockPage
from patbm_desktop.ui.theme import Theme
from tests.ui.opened import EVENING, PASSPHRASE, WAIT_MS, Opened, furnish


def first_run(window: Opened) -> FirstRunPage:
    page = window.front()
    assert isinstance(page, FirstRunPage)
    return page


def locked_page(window: Opened) -> UnlockPage:
    page = window.front()
    assert isinstance(page, UnlockPage)
    return page


def answer(page: FirstRunPage) -> str:
    """Answer steps 1 to 3 and return the words that were drawn."""
    page.next.click()
    page.person.name.setText("Sari Contoh")
    page.person.kelurahan.setText("Marga Sari")
    page.person.rt.setText("24")
    page.next.click()
    return page.secret.choice.passphrase()


def try_words(window: Opened, words: str) -> None:
    """Type a passphrase at the locked screen, and wait for the answer."""
    page = locked_page(window)
    QTest.keyClicks(page.password.field, words)
    QTest.keyClick(page.password.field, Qt.Key.Key_Return)
    window.settle()


def test_a_laptop_without_a_vault_begins_with_the_first_run(empty_window: Opened) -> None:
    assert first_run(empty_window).step() == 0


def test_the_first_run_ends_on_beranda_with_a_vault_that_its_words_open(
    empty_window: Opened,
) -> None:
    page = first_run(empty_window)
    words = answer(page)
    page.next.click()
    page.next.click()
    empty_window.qtbot.waitUntil(lambda: empty_window.is_open, timeout=WAIT_MS)
    assert empty_window.desk().key() == "home"
    assert empty_window.desk().me.rt_number == "024"
    empty_window.close()
    vault.open_vault(empty_window.house.folder, None, words, FixedClock(EVENING)).close()


def test_a_sheet_asked_for_in_the_first_run_makes_the_vault_at_once(empty_window: Opened) -> None:
    page = first_run(empty_window)
    answer(page)
    page.secret.print_sheet.click()
    empty_window.settle()
    assert vault.exists(empty_window.house.folder)
    assert page.secret.note.isVisible()
    page.next.click()
    page.next.click()
    empty_window.qtbot.waitUntil(lambda: empty_window.is_open, timeout=WAIT_MS)


def test_english_in_the_first_run_is_in_force_at_once(empty_window: Opened) -> None:
    page = first_run(empty_window)
    page.greeting.languages.chip("en").click()
    empty_window.qtbot.waitUntil(lambda: empty_window.front() is not page)
    assert first_run(empty_window).title.text() == "Language and text size"


def test_the_passphrase_opens_the_vault(locked: Opened) -> None:
    try_words(locked, PASSPHRASE)
    assert locked.is_open


def test_other_words_leave_it_locked_and_say_so(locked: Opened) -> None:
    try_words(locked, "perahu kuning malam")
    assert not locked.is_open
    assert locked_page(locked).notice.isVisible()


def test_from_the_fifth_try_on_one_has_to_wait(locked: Opened) -> None:
    for _ in range(5):
        try_words(locked, "perahu kuning malam")
    assert "Tunggu" in locked_page(locked).notice.text.text()
    assert not locked_page(locked).open.isEnabled()


def test_the_recovery_sheet_opens_the_vault_for_a_new_passphrase(
    qtbot: QtBot, theme: Theme, vault_of_sari: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(vault_of_sari, folder)
    opened = vault.open_vault(folder, None, PASSPHRASE, FixedClock(EVENING))
    letters = passphrases.make_sheet(opened)
    opened.close()
    window = furnish(qtbot, theme, folder)
    window.start()
    page = locked_page(window)
    page.forgot.click()
    page.letters.setText(letters.lower())
    page.try_letters.click()
    window.settle()
    page.renew.click()
    qtbot.waitUntil(lambda: window.is_open, timeout=WAIT_MS)
    window.close()
    words = "perahu kuning pagi"
    with pytest.raises(Fault):
        vault.open_vault(folder, None, words, FixedClock(EVENING))


def test_letters_of_another_sheet_open_nothing(locked: Opened) -> None:
    page = locked_page(locked)
    page.forgot.click()
    page.letters.setText("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF")
    page.try_letters.click()
    locked.settle()
    assert not locked.is_open
    assert page.notice.isVisible()


def damage(folder: Path) -> None:
    """Turn bits of the database over, as a dying disk does."""
    path = folder / "catatan.db"
    kept = bytearray(path.read_bytes())
    kept[100:5000] = bytes(byte ^ 0x5A for byte in kept[100:5000])
    path.write_bytes(kept)


def test_a_damaged_database_is_offered_as_backup_or_copy_and_stays_as_it_is(
    locked: Opened,
) -> None:
    damage(locked.house.folder)
    evidence = (locked.house.folder / "catatan.db").read_bytes()
    try_words(locked, PASSPHRASE)
    page = locked_page(locked)
    assert page.damaged_side.isVisible()
    assert (locked.house.folder / "catatan.db").read_bytes() == evidence


def test_the_last_backup_of_a_damaged_vault_opens_to_be_read(locked: Opened) -> None:
    folder = locked.house.folder
    opened = vault.open_vault(folder, None, PASSPHRASE, FixedClock(EVENING))
    backups.daily(opened)
    opened.close()
    damage(folder)
    try_words(locked, PASSPHRASE)
    page = locked_page(locked)
    page.password.field.setText(PASSPHRASE)
    page.backup.click()
    locked.qtbot.waitUntil(lambda: locked.is_open, timeout=WAIT_MS)
    assert "hanya dibaca" in locked.desk().shell.topbar.state.text()


def test_work_goes_on_from_the_last_backup_beside_the_damaged_file(locked: Opened) -> None:
    folder = locked.house.folder
    opened = vault.open_vault(folder, None, PASSPHRASE, FixedClock(EVENING))
    backups.daily(opened)
    opened.close()
    damage(folder)
    evidence = (folder / "catatan.db").read_bytes()
    try_words(locked, PASSPHRASE)
    page = locked_page(locked)
    page.password.field.setText(PASSPHRASE)
    page.go_on.click()
    locked.qtbot.waitUntil(lambda: locked.is_open, timeout=WAIT_MS)
    assert "hanya dibaca" not in locked.desk().shell.topbar.state.text()
    assert next(folder.glob("rusak-*.db")).read_bytes() == evidence


def test_names_can_be_kept_off_the_locked_screen(locked: Opened) -> None:
    locked.unlock()
    page = locked.visit("settings")
    page.locking.names.toggle.click()  # type: ignore[attr-defined]
    locked.settle()
    locked.hide_now()
    locked.settle()
    assert not locked_page(locked).cards


def test_the_chosen_look_is_there_before_the_passphrase(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "tampilan.json").write_text(json.dumps({"scale": 150, "language": "en"}))
    window = furnish(qtbot, theme, folder)
    window.start()
    assert theme.scale == 1.5
    assert first_run(window).title.text() == "Language and text size"
    window.close()
