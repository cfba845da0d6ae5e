"""What a locked screen says to somebody who asks a coordinator."""

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance.unlock_help import Standing
from patbm_desktop.ui.parts.help_side import HelpSide
from patbm_desktop.ui.theme import Theme

CODE = "643W 2TMD GEEK"


@pytest.fixture
def side(qtbot: QtBot, theme: Theme) -> HelpSide:
    made = HelpSide(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_coordinator_who_can_help_there_is_nothing_to_press(side: HelpSide) -> None:
    assert "Pakai lembar pemulihan." in side.explained.text()
    shown = (side.save, side.take, side.once_more, side.call_off, side.who)
    assert not any(each.isVisible() for each in shown)


def test_before_asking_it_says_who_can_help(side: HelpSide) -> None:
    side.show_standing(Standing(2, ("Rina Contoh", "Dewi Contoh")))
    assert side.who.text() == "Yang bisa membantu: Rina Contoh, Dewi Contoh"
    assert side.save.isVisible()
    assert not side.code.isVisible()


def test_hidden_names_stay_hidden(side: HelpSide) -> None:
    side.show_standing(Standing(2, ()))
    assert side.save.isVisible()
    assert not side.who.isVisible()


def test_while_it_waits_the_code_is_shown_and_read_out_letter_by_letter(side: HelpSide) -> None:
    side.show_standing(Standing(1, ("Rina Contoh",), CODE))
    assert side.code.text() == CODE
    assert side.code.accessibleName() == " ".join(CODE)
    assert not side.save.isVisible()
    assert side.take.isVisible()
    assert side.call_off.isVisible()


def test_where_no_stick_can_be_meant_a_place_can_be_chosen(side: HelpSide) -> None:
    chosen: list[bool] = []
    side.offer("Belum ada flashdisk.", "Pilih folder lain", lambda: chosen.append(True))
    side.choose.click()
    assert chosen == [True]
    side.tell("Tersimpan.", well=True)
    assert not side.choose.isVisible()
