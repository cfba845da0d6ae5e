"""Fields: a date in Indonesian, lists with keys, a password that shows only when asked."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.fields import (
    ComboBox,
    DateField,
    Field,
    LineEdit,
    SearchField,
    TextArea,
    put,
)
from patbm_desktop.ui.parts.filter_box import FilterBox
from patbm_desktop.ui.parts.password import PasswordField
from patbm_desktop.ui.theme import Theme


def test_a_date_is_written_in_indonesian(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme, "Kapan?")
    qtbot.addWidget(field)
    field.set_date(date(2026, 8, 2))
    assert field.text() == "Min, 2 Agu 2026"
    assert field.date_value() == date(2026, 8, 2)


def test_only_the_persons_date_is_told(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme, "Kapan?")
    qtbot.addWidget(field)
    field.show()
    with qtbot.assertNotEmitted(field.changed):
        field.set_date(date(2026, 11, 21))
    with qtbot.waitSignal(field.changed) as heard:
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert heard.args == [date(2026, 11, 22)]


def test_a_list_gives_back_keys_and_not_words(qtbot: QtBot, theme: Theme) -> None:
    box = ComboBox(theme, "Laporan apa?")
    qtbot.addWidget(box)
    for key, text in (("month", "Kegiatan bulanan RT"), ("pack", "Paket sesi")):
        box.add(key, text)
    box.set_key("pack")
    assert (box.key(), box.currentText()) == ("pack", "Paket sesi")
    box.set_key("unknown")
    assert box.key() == ""


@pytest.fixture
def kelurahan(qtbot: QtBot, theme: Theme) -> FilterBox:
    box = FilterBox(theme, "Kelurahan")
    qtbot.addWidget(box)
    box.set_choices([("64.71.99.1001", "Kelurahan Contoh"), ("64.71.99.1002", "Contoh Baru")])
    box.show()
    return box


def test_typing_part_of_a_name_and_enter_picks_it(qtbot: QtBot, kelurahan: FilterBox) -> None:
    qtbot.keyClicks(kelurahan, "baru")
    with qtbot.waitSignal(kelurahan.picked) as heard:
        QTest.keyClick(kelurahan, Qt.Key.Key_Return)
    assert heard.args == ["64.71.99.1002"]
    assert (kelurahan.key(), kelurahan.text()) == ("64.71.99.1002", "Contoh Baru")
    assert not kelurahan.list.isVisible()


def test_arrows_show_the_whole_list_and_walk_it(qtbot: QtBot, kelurahan: FilterBox) -> None:
    for _ in range(2):
        QTest.keyClick(kelurahan, Qt.Key.Key_Down)
    assert kelurahan.list.count() == 2
    QTest.keyClick(kelurahan, Qt.Key.Key_Return)
    assert kelurahan.text() == "Contoh Baru"


def test_words_that_are_in_no_list_have_no_key(qtbot: QtBot, kelurahan: FilterBox) -> None:
    qtbot.keyClicks(kelurahan, "entah")
    assert kelurahan.key() == ""
    assert not kelurahan.list.isVisible()


def test_a_name_typed_in_full_needs_no_enter(qtbot: QtBot, kelurahan: FilterBox) -> None:
    qtbot.keyClicks(kelurahan, "contoh baru")
    assert kelurahan.key() == "64.71.99.1002"


def test_esc_empties_the_search_and_its_shortcut_comes_back(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme, "Cari kegiatan", "Cari tema atau tempat…")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "gawai")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_tab_leaves_a_text_and_enter_stays_in_it(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, "Catatan")
    page = QWidget()
    for widget in (area, QLineEdit()):
        widget.setParent(page)
    qtbot.addWidget(page)
    page.show()
    QTest.keyClicks(area, "satu")
    QTest.keyClick(area, Qt.Key.Key_Return)
    QTest.keyClicks(area, "dua")
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert area.plain() == "satu\ndua"


def test_a_problem_is_said_beside_the_field_and_to_the_screen_reader(
    qtbot: QtBot, theme: Theme
) -> None:
    line = LineEdit("Nama lengkap")
    field = Field(theme, "Nama lengkap", line, "Tertulis di laporan.")
    qtbot.addWidget(field)
    field.show()
    field.problem("Nama belum diisi.")
    assert line.accessibleDescription() == "Nama belum diisi."
    field.problem("")
    assert line.accessibleDescription() == "Tertulis di laporan."


def test_a_password_is_masked_until_the_eye_is_used(qtbot: QtBot, theme: Theme) -> None:
    field = PasswordField(theme, "Kata sandi")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.field, "perahu kuning pagi")
    assert field.field.echoMode() is QLineEdit.EchoMode.Password
    assert field.field.eye.accessibleName() == "Tampilkan"
    QTest.mouseClick(field.field.eye, Qt.MouseButton.LeftButton)
    assert field.field.echoMode() is QLineEdit.EchoMode.Normal
    field.clear()
    assert field.text() == ""
    assert field.field.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_from_the_letters(qtbot: QtBot, theme: Theme) -> None:
    field = PasswordField(theme, "Kata sandi")
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field.field, "P", Qt.KeyboardModifier.NoModifier)
    assert field.caps.isVisible()
    QTest.keyClick(field.field, "p", Qt.KeyboardModifier.NoModifier)
    assert not field.caps.isVisible()


def test_enter_in_the_password_submits(qtbot: QtBot, theme: Theme) -> None:
    field = PasswordField(theme, "Kata sandi")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.field, Qt.Key.Key_Return)


def test_a_long_name_shows_its_beginning_when_it_is_filled_in(qtbot: QtBot) -> None:
    line = LineEdit("Nama lengkap")
    qtbot.addWidget(line)
    put(line, "Siti Rahmawati " * 5)
    assert line.cursorPosition() == 0


def test_a_box_that_cuts_its_words_gives_them_whole_on_hover(qtbot: QtBot, theme: Theme) -> None:
    box = ComboBox(theme, "Kegiatan yang mana?")
    box.add("a", "Min, 15 Nov · Rumah Ibadah Ramah Anak")
    qtbot.addWidget(box)
    box.resize(120, 44)
    box.grab()
    assert box.toolTip() == "Min, 15 Nov · Rumah Ibadah Ramah Anak"
    box.resize(600, 44)
    box.grab()
    assert box.toolTip() == ""
