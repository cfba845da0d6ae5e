"""Question 3 of the log form: places with names of any length."""

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.rt.people import Named
from patbm_desktop.ui.forms.activity_where import PLACE, WhereQuestion
from patbm_desktop.ui.theme import Theme

HALL = Named("a" * 32, "Balai Pertemuan Serbaguna Warga Perumahan Contoh Indah Blok ZZ 12")
HALF_A_FORM_PX = 420


@pytest.fixture
def question(qtbot: QtBot, theme: Theme) -> WhereQuestion:
    made = WhereQuestion(theme)
    qtbot.addWidget(made)
    return made


def test_a_long_name_does_not_push_the_form_wider_than_its_page(question: WhereQuestion) -> None:
    question.offer((HALL,))
    assert question.minimumSizeHint().width() <= HALF_A_FORM_PX


def test_a_chip_with_the_beginning_of_a_name_gives_the_whole_of_it(question: WhereQuestion) -> None:
    question.offer((HALL, Named("b" * 32, "Balai RT")))
    chip = question.chips.chip(PLACE + HALL.ent)
    assert chip.text() == "Balai Pertemuan Serbaguna Warga…"
    assert (chip.accessibleName(), chip.toolTip()) == (HALL.name, HALL.name)
    chip.click()
    assert question.place_name() == HALL.name
    short = question.chips.chip(PLACE + "b" * 32)
    assert (short.text(), short.toolTip()) == ("Balai RT", "")
