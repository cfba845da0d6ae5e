"""The notice at the bottom: goes by itself, stays while it is used, and is read out."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.toast import Toast
from patbm_desktop.ui.theme import Theme


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 500)
    host.show()
    qtbot.waitExposed(host)
    host.activateWindow()
    return host


@pytest.fixture
def toast(host: QWidget, theme: Theme) -> Toast:
    return Toast(host, theme, stays_ms=40)


def test_it_goes_away_by_itself(qtbot: QtBot, toast: Toast) -> None:
    toast.show_message("Draf Lautan RT dihapus.", undo_text="Batalkan")
    assert toast.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_it_stays_while_its_button_has_the_keyboard(qtbot: QtBot, toast: Toast) -> None:
    toast.show_message("Draf Lautan RT dihapus.", undo_text="Batalkan")
    toast.undo_button.setFocus()
    qtbot.wait(120)
    assert toast.isVisible()
    toast.undo_button.clearFocus()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_undo_is_told_once_and_the_notice_goes(qtbot: QtBot, toast: Toast) -> None:
    toast.show_message("Kegiatan disimpan.", undo_text="Batalkan", extra_texts=["Lihat"])
    with qtbot.waitSignal(toast.undone):
        QTest.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_notice_without_undo_offers_none(toast: Toast) -> None:
    toast.show_message("Tersimpan.")
    assert not toast.undo_button.isVisible()
    assert not any(button.isVisible() for button in toast.extra_buttons)


def test_the_button_that_was_pressed_is_told(qtbot: QtBot, toast: Toast) -> None:
    toast.show_message("Kenapa dihapus?", extra_texts=["Ganda", "Tidak jadi"])
    with qtbot.waitSignal(toast.extra) as heard:
        QTest.mouseClick(toast.extra_buttons[1], Qt.MouseButton.LeftButton)
    assert heard.args == [1]
    assert not toast.extra_buttons[2].isVisible()


def test_it_stands_in_the_middle_above_the_lower_edge(host: QWidget, toast: Toast) -> None:
    toast.show_message("Tersimpan.")
    host.resize(700, 400)
    middle = toast.geometry().center() - QPoint(350, 0)
    assert abs(middle.x()) <= 1
    assert 400 - toast.geometry().bottom() - 1 == 18


def test_it_is_read_out(toast: Toast, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    toast.show_message("Draf dihapus.", undo_text="Batalkan")
    assert heard == ["Draf dihapus. Batalkan Ctrl Z"]


def test_it_stands_aside_where_the_middle_holds_buttons(host: QWidget, toast: Toast) -> None:
    toast.set_side(at_right=True)
    toast.show_message("Tersimpan.")
    assert host.width() - toast.geometry().right() - 1 == 48
    assert host.height() - toast.geometry().bottom() - 1 == 18 + 44
