"""Pengaturan in a real window: each change applies at once, and can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from patbm_desktop.actions.entrance import appearance, passphrases, vault
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import contacts, letterheads, people
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.release import VERSION
from patbm_desktop.ui.pages.settings_page import SettingsPage
from patbm_desktop.ui.parts.fields import LineEdit
from patbm_desktop.ui.settings.numbers import NumberLine
from patbm_desktop.ui.tokens import Scheme
from tests.ui.opened import EVENING, PASSPHRASE, Opened


@pytest.fixture
def page(window: Opened) -> SettingsPage:
    page = window.visit("settings")
    assert isinstance(page, SettingsPage)
    return page


def write(field: LineEdit, text: str) -> None:
    """Type into a field and leave it."""
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def line_of(page: SettingsPage, function: str) -> NumberLine:
    return next(line for line in page.numbers.lines() if line.row.function == function)


def known(window: Opened, question: Callable[[Workspace], object]) -> list[object]:
    """Return what the open vault answers to `question`."""
    answers: list[object] = []
    window.desk().ask(window, question, answers.append)
    window.settle()
    return answers


def test_it_shows_who_keeps_the_notes(page: SettingsPage) -> None:
    assert page.person.name.text() == "Sari Contoh"
    assert page.person.rt.text() == "912"
    assert page.person.address.chosen() == ["ibu"]


def test_a_colour_scheme_is_in_force_at_once_and_can_be_taken_back(
    window: Opened, page: SettingsPage
) -> None:
    page.look.scheme.chip("dark").click()
    assert window.house.theme.scheme is Scheme.DARK
    window.desk().toast.undo_button.click()
    assert window.house.theme.scheme is Scheme.LIGHT


def test_the_size_of_the_words_is_in_force_at_once(window: Opened, page: SettingsPage) -> None:
    page.look.scale.chip("1.5").click()
    assert window.house.theme.scale == 1.5


def test_the_minutes_until_the_lock_are_in_force_at_once(
    window: Opened, page: SettingsPage
) -> None:
    page.locking.minutes.chip("1").click()
    assert window.house.appearance.lock_minutes == 1
    assert window.watch.minutes == 1


def test_another_name_on_screen_is_shown_at_once(window: Opened, page: SettingsPage) -> None:
    write(page.person.call_name, "Bu Sari")
    window.settle()
    assert window.desk().me.call_name == "Bu Sari"
    assert [each.call_name for each in vault.people(window.house.folder)] == ["Bu Sari"]


def test_a_change_of_name_can_be_taken_back(window: Opened, page: SettingsPage) -> None:
    write(page.person.name, "Sari Baru")
    window.settle()
    window.desk().undo_last()
    window.settle()
    assert page.person.name.text() == "Sari Contoh"


def test_an_empty_name_is_not_taken(window: Opened, page: SettingsPage) -> None:
    write(page.person.name, "")
    window.settle()
    assert window.desk().me.name == "Sari Contoh"
    assert page.person.name.accessibleDescription()


def test_a_mistyped_rt_number_can_be_put_right(window: Opened, page: SettingsPage) -> None:
    write(page.person.rt, "913")
    window.settle()
    assert window.desk().me.rt_number == "913"
    assert "RT 913" in window.desk().shell.sidebar.place.text()


def test_the_head_of_the_rt_is_written_down(window: Opened, page: SettingsPage) -> None:
    write(page.person.head_name, "Pak Contoh")
    window.settle()
    assert known(window, people.head_of_rt) == ["Pak Contoh"]


def test_the_letterhead_is_kept_line_by_line(window: Opened, page: SettingsPage) -> None:
    page.person.kop.set_plain("RUKUN TETANGGA 912\n\nKELURAHAN CONTOH")
    page.person.kop.left.emit()
    window.settle()
    (kop,) = known(window, letterheads.standing)
    assert isinstance(kop, letterheads.Kop)
    assert kop.lines == ("RUKUN TETANGGA 912", "KELURAHAN CONTOH")


def test_a_new_number_counts_as_not_tried(window: Opened, page: SettingsPage) -> None:
    write(line_of(page, "puskesmas").number, "0542 555 111")
    window.settle()
    line = line_of(page, "puskesmas")
    assert line.number.text() == "0542 555 111"
    assert line.tried.isVisible()


def test_the_next_number_is_typed_on_while_the_last_one_is_kept(
    window: Opened, page: SettingsPage
) -> None:
    write(line_of(page, "puskesmas").number, "0542 555 111")
    following = line_of(page, "babinsa").number
    following.setFocus()
    QTest.keyClicks(following, "0812")
    window.settle()
    assert line_of(page, "puskesmas").tried.isVisible()
    assert (line_of(page, "babinsa").number, following.text()) == (following, "0812")
    assert following.hasFocus()


def test_a_tried_number_carries_its_day(window: Opened, page: SettingsPage) -> None:
    write(line_of(page, "puskesmas").number, "0542 555 111")
    window.settle()
    line_of(page, "puskesmas").tried.click()
    window.settle()
    assert "21 November 2026" in line_of(page, "puskesmas").state.text()


@pytest.mark.parametrize("function", ["polisi_110", "darurat_112", "sapa_129"])
def test_national_numbers_cannot_be_changed(page: SettingsPage, function: str) -> None:
    assert not line_of(page, function).number.isEnabled()


def test_a_changed_number_reaches_the_card_of_the_locked_screen(
    window: Opened, page: SettingsPage
) -> None:
    write(line_of(page, "puskesmas").number, "0542 555 111")
    window.settle()
    (region,) = known(window, lambda ws: ws.region)
    rows = contacts.public(window.house.folder, region)  # type: ignore[arg-type]
    assert "0542 555 111" in [row.number for row in rows]


def test_a_new_passphrase_opens_the_vault_and_the_old_one_no_more(
    window: Opened, page: SettingsPage
) -> None:
    page.secret.change.click()
    words = page.secret.choice.passphrase()
    page.secret.use.click()
    window.settle()
    assert window.is_open
    window.close()
    clock, folder = FixedClock(EVENING), window.house.folder
    with pytest.raises(Fault):
        vault.open_vault(folder, None, PASSPHRASE, clock)
    vault.open_vault(folder, None, words, clock).close()


def test_after_a_new_passphrase_one_goes_on_working(window: Opened, page: SettingsPage) -> None:
    page.secret.change.click()
    page.secret.use.click()
    window.settle()
    write(page.person.head_name, "Pak Contoh")
    window.settle()
    assert known(window, people.head_of_rt) == ["Pak Contoh"]


def test_the_recovery_sheet_is_tried_with_its_letters(window: Opened, page: SettingsPage) -> None:
    (letters,) = known(window, passphrases.make_sheet)
    window.visit("settings")
    page.secret.letters.setText(str(letters))
    page.secret.try_letters.click()
    window.settle()
    assert "cocok" in page.secret.state.text()


def test_letters_that_do_not_fit_are_answered_beside_the_field(
    window: Opened, page: SettingsPage
) -> None:
    known(window, passphrases.make_sheet)
    window.visit("settings")
    page.secret.letters.setText("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF")
    page.secret.try_letters.click()
    window.settle()
    assert "Belum cocok" in page.secret.letters.accessibleDescription()


def test_a_copy_for_the_stick_comes_back_as_known(
    window: Opened, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "PATBM.cadangan"
    monkeypatch.setattr(window.house.files, "ask_save", lambda *_: target)
    monkeypatch.setattr(window.house.files, "ask_open", lambda *_: target)
    page.copies.copy.click()
    window.settle()
    assert target.stat().st_size > 0
    page.copies.choose.click()
    page.copies.password.field.setText(PASSPHRASE)
    page.copies.restore.click()
    window.settle()
    assert "0 perubahan baru" in page.copies.note.text.text()


def test_a_wrong_passphrase_for_a_copy_is_answered_calmly(
    window: Opened, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "PATBM.cadangan"
    monkeypatch.setattr(window.house.files, "ask_save", lambda *_: target)
    monkeypatch.setattr(window.house.files, "ask_open", lambda *_: target)
    page.copies.copy.click()
    window.settle()
    page.copies.choose.click()
    page.copies.password.field.setText("perahu kuning malam")
    page.copies.restore.click()
    window.settle()
    assert page.copies.note.isVisible()
    assert page.copies.restoring.isVisible()


def test_beranda_leads_straight_to_the_recovery_sheet(window: Opened) -> None:
    page = window.visit("settings", section="recovery")
    assert isinstance(page, SettingsPage)
    area = page.frame.verticalScrollBar()
    window.qtbot.waitUntil(lambda: area.value() > 0)


def test_where_troubles_are_noted_can_be_read(window: Opened, page: SettingsPage) -> None:
    assert str(window.house.folder) in page.about.log.text()


def test_a_copy_shows_how_far_it_is(page: SettingsPage) -> None:
    page.copies.show_busy(busy=True)
    page.copies.show_progress(3, 10)
    assert (page.copies.progress.value(), page.copies.progress.maximum()) == (3, 10)
    page.copies.tell("Tersimpan.", well=True)
    assert page.copies.progress.isHidden()


def test_what_is_new_can_be_read_at_any_time(page: SettingsPage) -> None:
    page.about.news.click()
    assert "Rilis pertama." in page.about.changes.text()
    page.about.news.click()
    assert page.about.changes.isHidden()


def test_an_upgrade_is_told_once(locked: Opened) -> None:
    locked.house.remember(seen_version="0.0.1")
    locked.unlock()
    assert locked.desk().toast.text() == f"Program diperbarui ke versi {VERSION}."
    assert appearance.read(locked.house.folder).seen_version == VERSION
