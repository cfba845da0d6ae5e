"""The frame of the window: entries lead somewhere, the head and the bar belong to the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.chips import Choice
from patbm_desktop.ui.parts.frame import BottomBar, PageFrame
from patbm_desktop.ui.parts.side_buttons import NavButton, SideButton
from patbm_desktop.ui.shell import Entry, Shell
from patbm_desktop.ui.theme import SCALES, Theme

ENTRIES = [
    Entry("home", "house", "Beranda"),
    Entry("activities", "notebook-pen", "Kegiatan"),
    Entry("report", "printer", "Laporan"),
    Entry("settings", "settings", "Pengaturan"),
]


@pytest.fixture
def shell(qtbot: QtBot, theme: Theme) -> Shell:
    shell = Shell(theme)
    shell.set_entries(ENTRIES)
    shell.set_place("RT 901 · Kelurahan Contoh")
    shell.set_state("Aman di laptop · 3 menunggu dikirim")
    for entry in ENTRIES:
        shell.add_page(entry.key, PageFrame(theme))
    qtbot.addWidget(shell)
    shell.resize(1366, 697)
    shell.show()
    qtbot.waitExposed(shell)
    shell.activateWindow()
    return shell


def test_an_entry_says_where_to_go_and_lights_up(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.navigated) as heard:
        QTest.mouseClick(shell.sidebar.button("report"), Qt.MouseButton.LeftButton)
    assert heard.args == ["report"]
    assert shell.sidebar.current() == "report"


def test_only_the_given_entries_are_shown(shell: Shell) -> None:
    shown = [one.text() for one in shell.sidebar.findChildren(SideButton) if one.isCheckable()]
    assert shown == ["Beranda", "Kegiatan", "Laporan", "Pengaturan"]


def test_another_set_of_entries_keeps_the_page_that_is_lit(shell: Shell) -> None:
    shell.set_current("activities")
    shell.set_entries([*ENTRIES, Entry("cases", "shield", "Catatan rahasia", badge=1)])
    assert shell.sidebar.current() == "activities"
    assert shell.sidebar.button("cases").accessibleName() == "Catatan rahasia, 1"


def test_the_entries_are_one_stop_of_the_tab_key_and_come_first(shell: Shell) -> None:
    shell.set_current("home")
    shell.sidebar.button("home").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is shell.sidebar.button("activities")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is shell.sidebar.emergency
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is shell.sidebar.hiding


def test_the_keyboard_starts_at_the_entries(shell: Shell) -> None:
    shell.set_current("activities")
    widget = shell.nextInFocusChain()
    while not widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
        widget = widget.nextInFocusChain()
    assert widget is shell.sidebar.button("activities")


def test_enter_on_an_entry_goes_there(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.navigated) as heard:
        QTest.keyClick(shell.sidebar.button("settings"), Qt.Key.Key_Return)
    assert heard.args == ["settings"]


@pytest.mark.parametrize("scale", SCALES)
def test_emergency_and_hiding_are_in_sight_at_every_text_size(
    shell: Shell, theme: Theme, scale: float
) -> None:
    shell.set_entries([*ENTRIES, Entry("x", "shield", "Catatan rahasia"), Entry("y", "usb", "Y")])
    theme.apply(scale=scale)
    QApplication.sendPostedEvents()
    for button in (shell.sidebar.emergency, shell.sidebar.hiding):
        assert button.isVisible()
        assert button.height() >= 40
        assert button.mapTo(shell, button.rect().bottomLeft()).y() <= 697


@pytest.mark.parametrize("scale", SCALES)
def test_the_frame_with_a_page_and_a_bar_fits_a_small_laptop(
    shell: Shell, theme: Theme, scale: float
) -> None:
    shell.set_head("Catat kegiatan", "Semua bisa diubah lagi nanti", back=True)
    bar = BottomBar(theme)
    for text in ("Simpan, catat lagi", "Simpan kegiatan"):
        bar.row.addWidget(Button(theme, text, size="tall"))
    shell.set_bar(bar)
    theme.apply(scale=scale)
    least = shell.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 697) == (True, True)


def test_the_rail_has_words_under_icons_and_then_none(shell: Shell, theme: Theme) -> None:
    widths = []
    for scale in (1.0, 1.5, 1.75):
        theme.apply(scale=scale)
        widths.append(shell.sidebar.width())
    assert widths == [232, 138, 161]
    assert shell.sidebar.button("home").toolTip() == "Beranda"


def test_emergency_hiding_back_and_meeting_mode_are_told(qtbot: QtBot, shell: Shell) -> None:
    shell.set_head("Catat kegiatan", back=True)
    for signal, widget in (
        (shell.emergency_asked, shell.sidebar.emergency),
        (shell.hide_asked, shell.sidebar.hiding),
        (shell.back_asked, shell.topbar.back),
        (shell.meeting_toggled, shell.topbar.meeting),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_meeting_mode_set_by_the_program_is_not_told(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.assertNotEmitted(shell.meeting_toggled):
        shell.set_meeting(True)
    assert shell.topbar.meeting.isChecked()


def test_the_head_belongs_to_the_page_on_screen(shell: Shell) -> None:
    action = QPushButton("Catat kegiatan")
    shell.set_head("Kegiatan", "RT 901", actions=[action])
    assert action.isVisible()
    shell.set_head("Laporan", actions=[QPushButton("Cetak")])
    assert not action.isVisible()
    assert not shell.topbar.back.isVisible()


def test_the_page_in_front_is_the_one_asked_for(shell: Shell) -> None:
    shell.show_page("report")
    assert shell.current_key() == "report"
    assert shell.page("report").isVisible()
    shell.drop_page("report")
    assert not shell.has_page("report")


def test_a_bar_is_put_under_its_page_and_the_notice_stands_above_it(
    shell: Shell, theme: Theme
) -> None:
    bar = BottomBar(theme)
    shell.set_bar(bar)
    shell.toast.show_message("Kegiatan disimpan di laptop ini.", undo_text="Batalkan")
    QApplication.sendPostedEvents()
    assert bar.isVisible()
    assert shell.toast.geometry().bottom() < shell.stage.height() - bar.height()
    shell.set_bar(None)
    assert not bar.isVisible()


def test_the_state_of_the_data_is_said_in_full_even_when_letters_are_large(
    shell: Shell, theme: Theme
) -> None:
    theme.apply(scale=1.5)
    assert shell.topbar.state.text() == "Aman di laptop"
    assert shell.topbar.state.accessibleName() == "Aman di laptop · 3 menunggu dikirim"


def test_everything_in_the_frame_that_takes_the_keyboard_has_a_name(shell: Shell) -> None:
    shell.set_head("Kegiatan", back=True)
    for widget in shell.findChildren(QWidget):
        takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if takes and widget.isVisible():
            text = widget.text() if isinstance(widget, QPushButton | QLabel) else ""
            assert widget.accessibleName() or text, widget


@pytest.mark.parametrize("badge", [12, 858])
def test_no_badge_covers_the_word_before_it(qtbot: QtBot, theme: Theme, badge: int) -> None:
    button = NavButton(theme, Entry("cases", "shield", "Confidential notes", badge=badge))
    qtbot.addWidget(button)
    button.setChecked(True)
    button.resize(208, 44)
    wide = QFontMetrics(button._wide_font()).horizontalAdvance(button.text())
    assert wide <= button._wide_room().width()
    assert button._wide_font().pixelSize() >= 12


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_badge_has_room_for_what_it_says_and_the_number_is_read_out(
    qtbot: QtBot, theme: Theme, scale: float
) -> None:
    theme.apply(scale=scale)
    button = NavButton(theme, Entry("cases", "shield", "Catatan rahasia", badge=858))
    qtbot.addWidget(button)
    button.resize(theme.px(80 if theme.rail else 208), button.height_now())
    wide = QFontMetrics(theme.font("pill")).horizontalAdvance(button.badge_text())
    assert (button.badge_text(), button.accessibleName()) == ("99+", "Catatan rahasia, 858")
    assert wide < button.badge_room().width()
    assert button.badge_room().right() <= button.width()
    button.set_badge(99)
    assert button.badge_text() == "99"


def test_a_narrow_window_is_laid_out_as_large_words_are(theme: Theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    theme.fit(1366)
    assert (theme.stacked, theme.rail, told) == (False, False, [])
    theme.fit(1024)
    assert (theme.stacked, theme.rail, theme.bare_rail) == (True, True, False)
    theme.fit(1000)
    assert told == [True]


def test_a_wide_window_changes_nothing_for_large_words(theme: Theme) -> None:
    theme.apply(scale=1.5)
    theme.fit(1920)
    assert (theme.stacked, theme.rail, theme.bare_rail) == (True, True, False)


def test_in_the_least_room_both_ends_of_the_head_keep_their_names(
    shell: Shell, theme: Theme
) -> None:
    shell.set_head("Catat kekhawatiran", back=True)
    theme.apply(scale=2.0)
    theme.fit(1024)
    assert not shell.topbar.meeting_word.isVisible()
    assert shell.topbar.back.text() == ""
    assert shell.topbar.back.accessibleName() == "Kembali"


# -- the choice of the RT --------------------------------------------------------------------

TWO = [Choice("a", "RT 912"), Choice("b", "RT 913")]


def test_one_rt_is_no_choice_and_two_are(shell: Shell) -> None:
    shell.set_rts(TWO[:1], "a")
    assert not shell.topbar.rts.isVisible()
    shell.set_rts(TWO, "b")
    assert (shell.topbar.rts.isVisible(), shell.topbar.rts.value()) == (True, "b")
    shell.set_rts((), "")
    assert not shell.topbar.rts.isVisible()


def test_the_rt_that_is_pressed_is_told_and_one_set_by_the_program_is_not(
    qtbot: QtBot, shell: Shell
) -> None:
    with qtbot.assertNotEmitted(shell.rt_chosen):
        shell.set_rts(TWO, "a")
    with qtbot.waitSignal(shell.rt_chosen) as heard:
        QTest.mouseClick(shell.topbar.rts.chip("b"), Qt.MouseButton.LeftButton)
    assert heard.args == ["b"]


def test_tab_comes_from_the_way_back_to_the_rt_and_then_to_the_actions(shell: Shell) -> None:
    shell.set_rts(TWO, "a")
    action = QPushButton("Catat kegiatan")
    shell.set_head("Kegiatan", back=True, actions=[action])
    shell.topbar.back.setFocus()
    visited = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited == [shell.topbar.rts.chip("a"), action, shell.topbar.meeting]


@pytest.mark.parametrize("scale", SCALES)
def test_the_rt_stand_beside_or_under_the_title_but_inside(
    shell: Shell, theme: Theme, scale: float
) -> None:
    shell.set_rts(TWO, "a")
    shell.set_head("Kegiatan", "RT 912", actions=[Button(theme, "Catat kegiatan")])
    theme.apply(scale=scale)
    QApplication.sendPostedEvents()
    chip = shell.topbar.rts.chip("b")
    at = chip.mapTo(shell.topbar, chip.rect().bottomRight())
    assert (at.x() < shell.topbar.width(), at.y() < shell.topbar.height()) == (True, True)
    assert shell.minimumSizeHint().width() <= 1366
