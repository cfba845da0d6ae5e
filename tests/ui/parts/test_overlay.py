"""What lies over the window: dims, keeps the keyboard, gives it back; the cover shows nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.overlay import Cover, Overlay, Panel
from patbm_desktop.ui.theme import Theme


class House(QWidget):
    """A window with one field, to lie over."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit("Rahmawati")
        QVBoxLayout(self).addWidget(self.field)


@pytest.fixture
def house(qtbot: QtBot) -> House:
    house = House()
    qtbot.addWidget(house)
    house.resize(800, 500)
    with qtbot.waitActive(house):
        house.show()
        house.activateWindow()
    house.field.setFocus()
    return house


@pytest.fixture
def overlay(house: House, theme: Theme) -> Overlay:
    panel = Panel(theme)
    for text in ("Tutup", "Cetak kartu ini"):
        panel.body.addWidget(QPushButton(text))
    overlay = Overlay(house, theme, panel, name="Nomor darurat")
    overlay.open()
    return overlay


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.text() if isinstance(widget, QPushButton) else ""


def test_it_covers_the_whole_window_and_follows_its_size(house: House, overlay: Overlay) -> None:
    house.resize(900, 600)
    assert overlay.geometry() == house.rect()


def test_the_tab_key_never_leaves_it(overlay: Overlay) -> None:
    seen = [focused()]
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(focused())
    assert seen == ["Tutup", "Cetak kartu ini", "Tutup", "Cetak kartu ini"]


def test_esc_closes_it_and_the_keyboard_goes_back(
    qtbot: QtBot, house: House, overlay: Overlay
) -> None:
    with qtbot.waitSignal(overlay.closed):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is house.field


def test_content_taller_than_the_window_scrolls(house: House, theme: Theme, qtbot: QtBot) -> None:
    panel = Panel(theme)
    for place in range(30):
        panel.body.addWidget(QPushButton(str(place)))
    overlay = Overlay(house, theme, panel, name="Panjang")
    overlay.open()
    assert panel.height() > house.height()
    assert overlay.childrenRect().height() <= house.height()


def test_the_cover_shows_mark_and_clock_and_nothing_of_the_person(
    house: House, theme: Theme
) -> None:
    cover = Cover(house, theme, lambda: "20.14")
    cover.open()
    seen = house.grab().toImage()
    house.field.setText("Nama lain yang panjang sekali")
    assert house.grab().toImage() == seen
    assert cover.geometry() == house.rect()


def test_esc_does_not_lift_the_cover_but_asks(qtbot: QtBot, house: House, theme: Theme) -> None:
    cover = Cover(house, theme, lambda: "20.14")
    cover.open()
    with qtbot.waitSignal(cover.asked):
        QTest.keyClick(cover, Qt.Key.Key_Escape)
    assert cover.isVisible()
    cover.lift()
    assert not cover.isVisible()


def test_it_grows_with_what_it_shows(qtbot: QtBot, overlay: Overlay) -> None:
    before = overlay.content.height()
    panel = overlay.content
    assert isinstance(panel, Panel)
    panel.body.addWidget(QPushButton("Catat kejadian ini"))
    qtbot.waitUntil(lambda: overlay.content.height() > before)
