import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance import passphrases
from patbm_desktop.actions.entrance.vault import PersonHere
from patbm_desktop.ui.pages.unlock_page import Door, UnlockPage
from patbm_desktop.ui.theme import Theme

TWO = (PersonHere("a" * 32, "Sari", False), PersonHere("b" * 32, "Budi", False))


def unlock_page(theme: Theme, people: tuple[PersonHere, ...] = TWO) -> UnlockPage:
    door = Door(
        people=people,
        rt_number="024",
        lock_minutes=5,
        draw=lambda: "perahu kuning pagi",
        strength=passphrases.strength,
    )
    page = UnlockPage(theme, door)
    page.resize(1366, 697)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> UnlockPage:
    page = unlock_page(theme)
    qtbot.addWidget(page)
    page.start()
    return page


def test_one_types_and_presses_enter(qtbot: QtBot, page: UnlockPage) -> None:
    with qtbot.waitSignal(page.submitted) as heard:
        QTest.keyClicks(page.password.field, "perahu kuning pagi")
        QTest.keyClick(page.password.field, Qt.Key.Key_Return)
    assert heard.args == ["a" * 32, "perahu kuning pagi"]


def test_clicking_a_name_asks_for_her_passphrase(qtbot: QtBot, page: UnlockPage) -> None:
    page.cards[1].click()
    assert page.caption.text() == "Kata sandi Budi"
    assert page.person() == "b" * 32


def test_the_cards_say_which_rt_this_is(page: UnlockPage) -> None:
    assert page.cards[0].accessibleDescription() == "Kader RT 24"


def test_hidden_names_leave_a_passphrase_field_alone(qtbot: QtBot, theme: Theme) -> None:
    hidden = unlock_page(theme, tuple(PersonHere(each.person, "", False) for each in TWO))
    qtbot.addWidget(hidden)
    assert not hidden.cards
    assert hidden.person() == ""
    assert hidden.caption.text() == "Kata sandi"


def test_an_empty_passphrase_is_not_tried(qtbot: QtBot, page: UnlockPage) -> None:
    with qtbot.assertNotEmitted(page.submitted):
        page.open.click()


def test_another_word_than_the_right_one_is_answered_calmly(page: UnlockPage) -> None:
    page.password.field.setText("salah ketik")
    page.show_fault("Belum cocok.")
    assert page.notice.isVisible()
    assert page.password.text() == ""
    assert page.open.isEnabled()


def test_after_many_tries_the_seconds_are_counted_down(qtbot: QtBot, page: UnlockPage) -> None:
    page.show_wait(2)
    assert "Tunggu 2 detik" in page.notice.text.text()
    assert not page.open.isEnabled()
    qtbot.waitUntil(page.open.isEnabled, timeout=5000)
    assert not page.notice.isVisible()


def test_nothing_is_submitted_while_one_waits(qtbot: QtBot, page: UnlockPage) -> None:
    page.show_wait(30)
    with qtbot.assertNotEmitted(page.submitted):
        page.password.submitted.emit()


def test_a_forgotten_passphrase_leads_to_the_letters_of_the_sheet(
    qtbot: QtBot, page: UnlockPage
) -> None:
    page.forgot.click()
    with qtbot.waitSignal(page.sheet_given) as heard:
        QTest.keyClicks(page.letters, "abcd-efgh")
        QTest.keyClick(page.letters, Qt.Key.Key_Return)
    assert heard.args == ["abcd-efgh"]


def test_after_the_sheet_a_new_passphrase_is_chosen(qtbot: QtBot, page: UnlockPage) -> None:
    page.ask_new_passphrase()
    assert not page.open.isVisible()
    with qtbot.waitSignal(page.renewed) as heard:
        page.renew.click()
    assert heard.args == ["perahu kuning pagi"]


def test_weak_words_are_not_taken_as_the_new_passphrase(qtbot: QtBot, page: UnlockPage) -> None:
    page.ask_new_passphrase()
    page.new.switch.click()
    QTest.keyClicks(page.new.own.field, "pendek")
    with qtbot.assertNotEmitted(page.renewed):
        page.renew.click()


def test_a_damaged_vault_offers_the_backup_and_a_copy(qtbot: QtBot, page: UnlockPage) -> None:
    page.show_damaged("Catatan belum bisa dibuka.")
    with qtbot.waitSignal(page.copy_asked):
        page.copy.click()
    page.password.field.setText("perahu kuning pagi")
    with qtbot.waitSignal(page.backup_asked) as heard:
        page.backup.click()
    assert heard.args == ["perahu kuning pagi"]


def test_the_backup_needs_the_passphrase_first(qtbot: QtBot, page: UnlockPage) -> None:
    page.show_damaged("Catatan belum bisa dibuka.")
    with qtbot.assertNotEmitted(page.backup_asked):
        page.backup.click()
    assert page.notice.isVisible()


def test_the_emergency_numbers_need_no_passphrase(qtbot: QtBot, page: UnlockPage) -> None:
    with qtbot.waitSignal(page.emergency_asked):
        page.emergency.click()


def test_wiping_forgets_what_was_typed(page: UnlockPage) -> None:
    page.password.field.setText("perahu")
    page.letters.setText("ABCD")
    page.wipe()
    assert not page.password.text()
    assert not page.letters.text()
