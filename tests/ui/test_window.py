"""The window as a whole: where one gets by which key, and what hiding leaves behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from patbm_desktop.actions.entrance import appearance
from patbm_desktop.actions.rt import contacts
from patbm_desktop.ui.pages.home_page import HomePage
from patbm_desktop.ui.pages.settings_page import SettingsPage
from patbm_desktop.ui.pages.unlock_page import UnlockPage
from patbm_desktop.ui.parts.chips import Chip
from patbm_desktop.ui.strings import language
from tests.ui.opened import PASSPHRASE, WAIT_MS, Opened

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


def press(window: Opened, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    """Press a key as the window system would."""
    handle = window.windowHandle()
    QTest.keyClick(handle, key, modifiers or Qt.KeyboardModifier.NoModifier)


def words_in(widget: QWidget) -> str:
    """Return every word that `widget` and what is in it hold."""
    found = [widget.windowTitle()]
    for child in widget.findChildren(QWidget):
        found += [child.accessibleName(), child.toolTip()] if child.isVisible() else []
        if isinstance(child, QLabel | QAbstractButton | QLineEdit):
            found.append(child.text())
        elif isinstance(child, QPlainTextEdit):
            found.append(child.toPlainText())
        elif isinstance(child, QComboBox):
            found += [child.itemText(row) for row in range(child.count())]
    return " ".join(found)


def test_an_opened_vault_shows_beranda(window: Opened) -> None:
    assert window.desk().key() == "home"
    assert isinstance(window.desk().page(), HomePage)


def test_the_title_bar_never_names_a_page_or_a_person(window: Opened) -> None:
    titles = {window.windowTitle()}
    for key in window.desk().entries():
        window.visit(key)
        titles.add(window.windowTitle())
    assert titles == {"PATBM Desktop"}


def test_the_digits_open_the_pages_in_the_order_of_the_sidebar(window: Opened) -> None:
    entries = window.desk().entries()
    for place, key in enumerate(entries):
        window.visit("home")  # a report would hide what nobody who looks on may see
        press(window, Qt.Key(Key.Key_1 + place), Ctrl)
        assert window.desk().key() == key


def test_a_digit_without_a_page_does_nothing(window: Opened) -> None:
    press(window, Key.Key_9, Ctrl)
    assert window.desk().key() == "home"


def test_plus_and_minus_change_the_size_of_the_words(window: Opened) -> None:
    press(window, Key.Key_Plus, Ctrl)
    assert window.house.theme.scale == 1.25
    press(window, Key.Key_Minus, Ctrl)
    press(window, Key.Key_Minus, Ctrl)
    assert window.house.theme.scale == 1.0


def test_the_size_of_the_words_is_kept_for_the_next_start(window: Opened) -> None:
    press(window, Key.Key_Plus, Ctrl)
    assert '"scale":125' in (window.house.folder / "tampilan.json").read_text()


def test_f9_covers_the_window_and_wipes_it_before_anything_else_happens(window: Opened) -> None:
    page = window.visit("settings")
    assert "Sari Contoh" in words_in(window)
    window.hide_now()
    left = words_in(window)
    assert "Sari" not in left
    assert "912" not in left
    assert page.isHidden() or not page.isVisible()


def test_what_is_seen_after_f9_is_the_plain_cover(window: Opened) -> None:
    press(window, Key.Key_F9)
    shown, cover = window.grab().toImage(), window.cover.grab().toImage()
    assert shown == cover.convertToFormat(shown.format())


@pytest.mark.parametrize("key", [Key.Key_F9, Key.Key_L])
def test_hiding_closes_the_vault(window: Opened, key: Qt.Key) -> None:
    press(window, key, Ctrl if key == Key.Key_L else None)
    window.settle()
    assert not window.is_open
    assert window.house.session._workspace is None


def test_esc_three_times_hides(window: Opened) -> None:
    for _ in range(3):
        assert window.is_open
        press(window, Key.Key_Escape)
    window.settle()
    assert not window.is_open
    assert window.cover.isVisible()


def test_esc_twice_does_not_hide(window: Opened) -> None:
    press(window, Key.Key_Escape)
    press(window, Key.Key_Escape)
    assert window.is_open


def test_any_key_on_the_cover_asks_for_the_passphrase(window: Opened) -> None:
    press(window, Key.Key_F9)
    QTest.keyClick(window.cover, Key.Key_Space)
    assert isinstance(window.front(), UnlockPage)
    assert not window.cover.isVisible()


def test_unlocking_brings_back_the_page_and_how_far_it_was_scrolled(window: Opened) -> None:
    page = window.visit("settings")
    assert isinstance(page, SettingsPage)
    page.frame.verticalScrollBar().setValue(400)
    press(window, Key.Key_F9)
    window.settle()
    window.unlock()
    window.qtbot.waitUntil(lambda: scrolled(window) == 400)
    assert window.desk().key() == "settings"


def scrolled(window: Opened) -> int:
    area = window.desk().page().scroll_area()
    return area.verticalScrollBar().value() if area is not None else -1


def test_control_z_takes_the_last_change_back(window: Opened) -> None:
    page = window.visit("settings")
    window.desk().change(
        page, lambda ws: contacts.set_number(ws, "puskesmas", "0542 123"), "Diubah"
    )
    window.settle()
    press(window, Key.Key_Z, Ctrl)
    window.settle()
    numbers: list[str] = []
    window.desk().ask(page, numbers_of, numbers.extend)
    window.settle()
    assert "0542 123" not in numbers


def numbers_of(ws: object) -> list[str]:
    return [row.number for row in contacts.every(ws)]  # type: ignore[arg-type]


def test_another_language_builds_every_word_anew_and_stays_on_the_page(window: Opened) -> None:
    page = window.visit("settings")
    assert isinstance(page, SettingsPage)
    page.look.language.chip("en").click()
    window.qtbot.waitUntil(lambda: window.desk().page() is not page)
    window.settle()
    assert language() == "en"
    assert window.desk().key() == "settings"
    assert window.desk().page().title() == "Settings"


def test_meeting_mode_is_on_by_itself_while_a_report_is_open(window: Opened) -> None:
    assert not window.desk().is_meeting()
    if "report" in window.desk().places():
        window.visit("report")
        assert window.desk().is_meeting()


def test_what_goes_wrong_is_said_calmly_with_a_code(window: Opened) -> None:
    window.tell_bug("A1B2C3")
    said = window.desk().toast.text()
    assert "A1B2C3" in said
    assert "Catatan Ibu aman." in said


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_raises_the_window(window: Opened) -> None:
    window.showMinimized()
    window.come_to_front()
    assert not window.isMinimized()


def test_nothing_of_the_vault_but_ciphertext_is_left_on_the_disk(window: Opened) -> None:
    window.visit("settings")
    window.close()
    kept = b"".join(path.read_bytes() for path in files_of(window.house.folder))
    assert PASSPHRASE.encode() not in kept
    assert b"Sari Contoh" not in kept


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_change_of_size_keeps_what_was_typed_on_a_page_that_is_not_shown(
    window: Opened,
) -> None:
    form = window.visit("log")
    form.findChildren(Chip)[0].click()
    draft = form.place()["draft"]
    window.visit("home")
    press(window, Key.Key_Plus, Ctrl)
    window.settle()
    again = window.visit("log", draft=draft)
    assert again is not form
    assert again.findChildren(Chip)[0].isChecked()


def test_locking_brings_the_half_typed_form_back(window: Opened) -> None:
    form = window.visit("log")
    form.findChildren(Chip)[0].click()
    window.hide_now()
    window.settle()
    window.unlock()
    assert window.desk().key() == "log"
    assert window.desk().page().findChildren(Chip)[0].isChecked()


def test_pictures_are_looked_for_where_the_last_ones_were(
    window: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose(*asked: object) -> tuple[list[str], str]:
        begun.append(str(asked[2]))
        return [str(tmp_path / "kartu" / "a.jpg")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    window.desk().ask_open_many("Pilih foto", "Foto (*.jpg)")
    assert appearance.read(window.house.folder).last_photo_folder == str(tmp_path / "kartu")
    window.desk().ask_open_many("Pilih foto", "Foto (*.jpg)")
    assert begun[1] == str(tmp_path / "kartu")


def test_a_look_that_the_disk_refuses_is_shown_and_told(window: Opened) -> None:
    (window.house.folder / "tampilan.json.part").mkdir()
    press(window, Key.Key_Plus, Ctrl)
    window.settle()
    assert window.house.theme.scale == 1.25
    assert "belum bisa ditulis" in window.desk().toast.text()


def test_the_page_of_a_case_is_made_while_the_list_of_cases_is_looked_at(window: Opened) -> None:
    desk = window.desk()
    window.visit("cases")
    window.qtbot.waitUntil(lambda: desk.shell.has_page("case"), timeout=WAIT_MS)
    assert desk.key() == "cases"
    assert not desk.shell.page("case").isVisible()
