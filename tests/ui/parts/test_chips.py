"""Chips: one or several, one stop of the Tab key, a check where something is on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.chips import Chip, ChipGroup, Choice
from patbm_desktop.ui.theme import Theme

THREE = [Choice("a", "Hari ini"), Choice("b", "Kemarin"), Choice("c", "Lain…")]
MORE = [Choice("x", "Rapat"), Choice("y", "Kunjungan")]


def shown(qtbot: QtBot, group: ChipGroup) -> ChipGroup:
    page = QWidget()
    page.setLayout(QVBoxLayout())
    for widget in (QLineEdit(), group, QLineEdit()):
        page.layout().addWidget(widget)
    qtbot.addWidget(page)
    page.resize(600, 300)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    group.keep = page  # type: ignore[attr-defined]
    return group


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def group(qtbot: QtBot, theme: Theme) -> ChipGroup:
    return shown(qtbot, ChipGroup(theme, THREE, name="Kapan?"))


def click(group: ChipGroup, key: str) -> None:
    QTest.mouseClick(group.chip(key), Qt.MouseButton.LeftButton)


def test_choosing_one_lets_the_other_go(qtbot: QtBot, group: ChipGroup) -> None:
    click(group, "a")
    with qtbot.waitSignal(group.changed) as heard:
        click(group, "b")
    assert heard.args == [["b"]]
    assert group.value() == "b"


def test_clicking_the_chosen_one_again_leaves_it_chosen(group: ChipGroup) -> None:
    click(group, "a")
    click(group, "a")
    assert group.chosen() == ["a"]


def test_an_optional_choice_can_be_taken_back(qtbot: QtBot, theme: Theme) -> None:
    group = shown(qtbot, ChipGroup(theme, THREE, name="Kapan?", optional=True))
    click(group, "a")
    click(group, "a")
    assert group.chosen() == []


def test_several_can_be_on_and_come_back_in_the_order_shown(qtbot: QtBot, theme: Theme) -> None:
    group = shown(qtbot, ChipGroup(theme, THREE, name="Membahas apa?", multi=True))
    for key in ("c", "a"):
        click(group, key)
    assert group.chosen() == ["a", "c"]


def test_setting_from_the_program_tells_nobody(qtbot: QtBot, group: ChipGroup) -> None:
    with qtbot.assertNotEmitted(group.changed):
        group.set_chosen(["c"])
    assert group.value() == "c"


def test_a_group_is_one_stop_of_the_tab_key(group: ChipGroup) -> None:
    group.focus_first()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is group.chip("b")


def test_the_tab_key_lands_on_the_chosen_chip(qtbot: QtBot, group: ChipGroup) -> None:
    before = group.window().findChildren(QLineEdit)[0]
    group.set_chosen(["c"])
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is group.chip("c")


def test_arrows_walk_round_and_space_chooses(group: ChipGroup) -> None:
    group.focus_first()
    for _ in range(4):
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert group.value() == "b"
    press(Qt.Key.Key_End)
    assert QApplication.focusWidget() is group.chip("c")
    press(Qt.Key.Key_Home)
    assert QApplication.focusWidget() is group.chip("a")


def test_enter_goes_on_to_the_next_question_and_chooses_nothing(group: ChipGroup) -> None:
    group.focus_first()
    press(Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert group.chosen() == []


def test_the_rest_opens_in_place_of_lainnya(qtbot: QtBot, theme: Theme) -> None:
    group = shown(qtbot, ChipGroup(theme, THREE, name="Apa?", more=MORE))
    opener = next(chip for chip in group.findChildren(Chip) if chip.text() == "Lainnya…")
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert not opener.isVisible()
    assert QApplication.focusWidget() is group.chip("x")
    click(group, "y")
    assert group.value() == "y"


def test_a_choice_among_the_rest_is_shown_when_it_is_set(qtbot: QtBot, theme: Theme) -> None:
    group = shown(qtbot, ChipGroup(theme, THREE, name="Apa?", more=MORE))
    group.set_chosen(["y"])
    assert group.value() == "y"
    assert group.chip("y").isVisible()


def test_other_choices_keep_what_is_still_offered(group: ChipGroup) -> None:
    group.set_chosen(["b"])
    group.set_choices([Choice("b", "Kemarin"), Choice("z", "Besok")])
    assert group.chosen() == ["b"]


def test_a_chip_that_is_on_shows_a_check_and_not_colour_alone(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Kira-kira")
    qtbot.addWidget(chip)
    assert chip.icon().isNull()
    chip.setChecked(True)
    assert not chip.icon().isNull()


def test_chips_wrap_where_the_width_ends_and_none_is_cut(qtbot: QtBot, theme: Theme) -> None:
    group = ChipGroup(theme, [Choice(str(n), f"Pilihan {n}") for n in range(9)], name="Apa?")
    qtbot.addWidget(group)
    for scale in (1.0, 1.5):
        theme.apply(scale=scale)
        group.resize(360, group.heightForWidth(360))
        group.show()
        qtbot.waitExposed(group)
        for chip in group.findChildren(Chip):
            assert chip.geometry().right() <= 360
            assert chip.height() == theme.px(40)
        assert group.heightForWidth(360) > group.heightForWidth(2000)


def test_every_chip_has_a_name_and_says_what_it_answers(group: ChipGroup) -> None:
    names = [chip.accessibleName() for chip in group.findChildren(Chip)]
    assert names == ["Hari ini", "Kemarin", "Lain…"]
    assert group.chip("a").accessibleDescription() == "Kapan?"


def test_chips_that_are_offered_later_still_come_where_the_group_stands(group: ChipGroup) -> None:
    before, after = group.keep.findChildren(QLineEdit)  # type: ignore[attr-defined]
    group.set_choices([Choice("m", "Besok"), Choice("n", "Minggu depan")])
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert group.chip("m").hasFocus()
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_chosen_chip_has_room_for_its_bolder_words(qtbot: QtBot, theme: Theme) -> None:
    theme.apply(scale=2.0)
    chip = Chip(theme, "Dilecehkan / kekerasan seksual")
    qtbot.addWidget(chip)
    plain = chip.sizeHint().width() - chip.fontMetrics().horizontalAdvance(chip.text())
    chip.setChecked(True)
    bold = QFontMetrics(theme.font("chip_on")).horizontalAdvance(chip.text())
    icon = chip.iconSize().width()
    assert chip.sizeHint().width() >= plain + bold + icon
