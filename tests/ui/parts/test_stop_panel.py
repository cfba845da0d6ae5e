"""The stop panel: whom to call first, what is said below, in words for a child or a grown-up."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.domain.case import CaseDetail, Dossier, Offender, Victim
from patbm_desktop.domain.safeguard import judge
from patbm_desktop.ui.parts.stop_panel import StopPanel, callings
from tests.ui import reading

TODAY = date(2026, 11, 21)
UNTRIED = ContactRow(function="uptd_ppa", number="0800 123 4567", source="menurut berita")
TRIED = ContactRow(function="uptd_ppa", number="0800 123 4567", tested_on=TODAY)
EMPTY = ContactRow(function="uptd_ppa")


def shown(theme, row=UNTRIED, address="ibu", **detail):
    panel = StopPanel(theme)
    usual = {"category": "kekerasan_seksual", "victim": Victim("P", "13-17")}
    judgement = judge(Dossier(detail=CaseDetail(**usual | detail)), TODAY)
    panel.show_stop(judgement, (row,), address)
    return panel


def said(panel):
    return [label.text() for label in panel.numbers.findChildren(QLabel)]


@pytest.fixture
def panel(qtbot, theme):
    made = shown(theme)
    qtbot.addWidget(made)
    return made


def test_an_untried_number_says_so_and_129_is_as_large(panel):
    faces = {label.text(): label.property("face") for label in panel.numbers.findChildren(QLabel)}
    assert faces["0800 123 4567"] == faces["129"] == faces["110"] == "display"
    assert "belum dicoba" in faces


def test_a_tried_number_says_nothing_more(qtbot, theme):
    panel = shown(theme, TRIED)
    qtbot.addWidget(panel)
    assert said(panel) == [
        *("Telepon UPTD PPA sekarang:", "0800 123 4567"),
        *("Tidak diangkat? SAPA", "129", "Ada bahaya: Polisi", "110"),
    ]


def test_without_a_number_129_stands_in_its_place():
    numbers = [each.number for each in callings((EMPTY,))]
    assert numbers == ["129", "110"]
    assert callings((EMPTY,))[0].caption == "Telepon SAPA sekarang:"


def test_sexual_violence_says_the_three_days_the_donts_and_no_peace(panel):
    first, second, third = panel.lines()
    assert first.startswith("Kejadiannya kurang dari 3 hari? Minta anak diantar")
    assert second.startswith("Jangan menanyai anak.")
    assert "UU 12/2022 pasal 23" in third


def test_for_a_grown_up_the_words_are_others(qtbot, theme):
    panel = shown(theme, victim=Victim("P", "25-44"))
    qtbot.addWidget(panel)
    assert "Minta korban diantar" in panel.lines()[0]
    assert panel.lines()[1].startswith("Jangan menanyai korban.")


def test_a_child_to_be_married_has_no_three_day_line(qtbot, theme):
    panel = shown(theme, category="rencana_kawin_anak")
    qtbot.addWidget(panel)
    assert [line for line in panel.lines() if "3 hari" in line] == []


def test_who_wants_to_die_is_not_left_alone_and_112_stands_there(qtbot, theme):
    panel = shown(theme, category="lainnya", signs=("ingin_mati",))
    qtbot.addWidget(panel)
    assert any(line.startswith("Jangan tinggalkan anak sendirian.") for line in panel.lines())
    assert "112" in said(panel)


def test_a_child_that_may_have_done_it_is_spoken_of_too(qtbot, theme):
    panel = shown(theme, offender=Offender(age="12-17"))
    qtbot.addWidget(panel)
    assert any("diversi" in line for line in panel.lines())


def test_without_a_form_of_address_nobody_is_called_ibu(qtbot, theme):
    panel = shown(theme, address="tanpa")
    qtbot.addWidget(panel)
    assert panel.title.text() == "Untuk hal ini tidak perlu menyelesaikan sendiri."


@pytest.mark.parametrize(
    ("button", "signal"),
    [("called", "call_asked"), ("letter", "letter_asked"), ("later", "later_asked")],
)
def test_each_button_says_what_it_is_for(qtbot, panel, button, signal):
    with qtbot.waitSignal(getattr(panel, signal)):
        getattr(panel, button).click()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_in_it_is_cut(qtbot, theme, panel, scale):
    theme.apply(scale=scale)
    panel.resize(1000, panel.heightForWidth(1000))
    panel.show()
    qtbot.wait(20)
    assert reading.cut_words(panel) == []
