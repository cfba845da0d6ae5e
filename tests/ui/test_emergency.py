"""The emergency card: one key away, whatever is on screen and whatever is known."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.rt import contacts
from patbm_desktop.actions.rt.contacts import ContactRow, Previous
from patbm_desktop.ui.emergency_card import EmergencyCard, Numbers
from patbm_desktop.ui.theme import Theme
from tests.ui.opened import Opened


def shown(window: Opened) -> EmergencyCard:
    card = window.emergency.card()
    assert card is not None
    return card


def words(card: EmergencyCard) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel))


def press_f1(window: Opened) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1)


def functions(card: EmergencyCard) -> list[str]:
    return [row.function for row in card.number_rows()]


def card_of(qtbot: QtBot, theme: Theme, *rows: ContactRow, form: str = "ibu") -> EmergencyCard:
    card = EmergencyCard(theme, Numbers(rows=rows, form=form, city="Contoh", can_test=True))
    qtbot.addWidget(card)
    return card


def test_f1_opens_it_over_any_page(window: Opened) -> None:
    window.visit("settings")
    press_f1(window)
    assert "110" in words(shown(window))


def test_f1_opens_it_while_locked(locked: Opened) -> None:
    press_f1(locked)
    assert {"110", "129", "112", "119"} <= set(words(shown(locked)).split())


def test_where_it_fits_nothing_takes_width_from_it(locked: Opened) -> None:
    locked.resize(1366, 697)
    press_f1(locked)
    locked.qtbot.waitUntil(lambda: shown(locked).height() > 500, timeout=2000)
    assert shown(locked).width() == 780
    assert shown(locked).height() <= shown(locked).heightForWidth(780)


def test_f1_opens_it_before_there_is_any_data(empty_window: Opened) -> None:
    press_f1(empty_window)
    assert {"110", "129", "112"} <= set(words(shown(empty_window)).split())


def test_f1_opens_it_from_the_cover(window: Opened) -> None:
    window.hide_now()
    window.settle()
    press_f1(window)
    assert shown(window).isVisible()


def test_the_national_numbers_stand_above_an_untested_one(locked: Opened) -> None:
    press_f1(locked)
    assert functions(shown(locked)) == [
        "polisi_110", "sapa_129", "darurat_112", "uptd_ppa", "ambulans_119",
    ]  # fmt: skip


def test_a_number_kept_in_the_vault_shows_while_locked(window: Opened) -> None:
    window.desk().change(
        window, lambda ws: contacts.set_number(ws, "uptd_ppa", "0542 700 100"), "Nomor diubah."
    )
    window.settle()
    window.hide_now()
    window.settle()
    press_f1(window)
    assert "0542 700 100" in words(shown(window))


def test_the_private_number_of_the_head_never_shows_while_locked(window: Opened) -> None:
    window.desk().change(
        window, lambda ws: contacts.set_number(ws, "ketua_rt", "0812 999 000"), "Nomor diubah."
    )
    window.settle()
    window.hide_now()
    window.settle()
    press_f1(window)
    assert "0812 999 000" not in words(shown(window))


def test_the_head_of_the_rt_is_on_no_card(window: Opened) -> None:
    window.desk().change(
        window, lambda ws: contacts.set_number(ws, "ketua_rt", "0812 999 000"), "Nomor diubah."
    )
    window.settle()
    press_f1(window)
    said = words(shown(window))
    assert "0812 999 000" not in said
    assert "Ketua RT" not in said


def test_a_number_that_answered_is_marked_with_today(window: Opened) -> None:
    window.desk().change(
        window, lambda ws: contacts.set_number(ws, "uptd_ppa", "0542 700 100"), "Nomor diubah."
    )
    window.settle()
    press_f1(window)
    window.settle()
    row = next(each for each in shown(window).number_rows() if each.function == "uptd_ppa")
    row.tried.click()
    window.settle()
    assert "Terakhir dicoba 21 November 2026" in words(shown(window))


def test_esc_closes_it_and_the_keyboard_is_back_where_it_was(window: Opened) -> None:
    window.visit("settings")
    before = window.focusWidget()
    press_f1(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert window.emergency.card() is None
    assert window.focusWidget() is before


def test_hiding_takes_it_away(window: Opened) -> None:
    press_f1(window)
    window.hide_now()
    assert window.emergency.card() is None


def test_pressing_f1_twice_opens_one_card(window: Opened) -> None:
    press_f1(window)
    card = shown(window)
    press_f1(window)
    assert shown(window) is card


@pytest.mark.parametrize(
    ("form", "said"), [("bapak", "Pastikan Bapak aman."), ("tanpa", "Pastikan diri sendiri aman.")]
)
def test_it_addresses_people_as_they_wish(qtbot: QtBot, theme: Theme, form: str, said: str) -> None:
    assert said in words(card_of(qtbot, theme, form=form))


def test_an_untested_number_says_so_and_where_it_is_from(qtbot: QtBot, theme: Theme) -> None:
    row = ContactRow(function="uptd_ppa", number="0542 700 100", source="berita Jan 2025")
    assert "belum dicoba · menurut berita Jan 2025" in words(card_of(qtbot, theme, row))


def test_a_missing_number_says_whom_to_ask(qtbot: QtBot, theme: Theme) -> None:
    assert "minta nomornya ke koordinator" in words(
        card_of(qtbot, theme, ContactRow(function="uptd_ppa"))
    )


def test_a_changed_number_stands_beside_the_old_one(qtbot: QtBot, theme: Theme) -> None:
    old = Previous(number="0542 111", by="Sari", on=date(2026, 11, 20))
    row = ContactRow(function="uptd_ppa", number="0542 222", previous=old)
    assert "dulu 0542 111 · diganti 20 November 2026 oleh Sari" in words(card_of(qtbot, theme, row))


def test_the_card_is_printed_as_pdf_where_there_is_no_printer(
    locked: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kartu.pdf"
    monkeypatch.setattr(locked.house.files, "ask_save", lambda *_: target)
    press_f1(locked)
    shown(locked).print_button.click()
    locked.settle()
    assert target.read_bytes().startswith(b"%PDF")
