"""What was asked to be erased for good stands in sight of all, with its day and a way to paper."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.upkeep.erasing import Notice, Stand
from patbm_desktop.ui.parts.case_notices import erasure_words
from patbm_desktop.ui.parts.erasure_card import ErasureCard, reason_of, title_of
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.theme import Theme

WAITING = Notice(
    op="4f2a9c10" + "0" * 24, office="0" * 32, kelurahan="Contoh", stand=Stand.WAITING,
    asked_on=date(2026, 11, 21), asked_from="Laptop Rina", due_on=date(2026, 12, 5),
    erased_on=None, count=3, reason="diminta", basis="pasal_43",
)  # fmt: skip
DUE = replace(WAITING, stand=Stand.DUE)
DONE = replace(WAITING, stand=Stand.DONE, erased_on=date(2026, 12, 6))
BACK = replace(
    WAITING, stand=Stand.BACK, back_on=date(2026, 11, 24), back_from="Laptop Dewi",
)  # fmt: skip


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> ErasureCard:
    page = QWidget()
    made = ErasureCard(theme)
    Column(theme, page).addWidget(made)
    qtbot.addWidget(page)
    made.page = page  # type: ignore[attr-defined]
    return made


def test_it_says_how_many_and_when_each_stands() -> None:
    assert title_of(WAITING) == "3 catatan akan dihapus permanen tanggal 5 Desember 2026."
    assert title_of(DUE) == "3 catatan menunggu dihapus permanen oleh kantor kota."
    assert title_of(DONE) == "3 catatan dihapus permanen tanggal 6 Desember 2026."
    assert reason_of(WAITING) == "Diminta oleh yang bersangkutan · diminta dari: Laptop Rina"


def test_without_a_request_there_is_no_card(card: ErasureCard) -> None:
    card.show_notices([])
    assert card.isHidden()
    card.show_notices([WAITING])
    assert not card.isHidden()
    card.wipe()
    assert card.isHidden()


def test_each_line_leads_to_its_certificate(qtbot: QtBot, card: ErasureCard) -> None:
    card.show_notices([WAITING, DONE])
    with qtbot.waitSignal(card.paper_asked) as heard:
        card.papers[1].click()
    assert heard.args == [DONE]
    assert "6 Desember" in card.papers[1].accessibleDescription()


def test_who_may_takes_a_request_back_with_one_button(qtbot: QtBot, card: ErasureCard) -> None:
    mine = replace(WAITING, may_take_back=True)
    card.show_notices([WAITING, mine, DONE])
    (button,) = card.backs
    with qtbot.waitSignal(card.back_asked) as heard:
        button.click()
    assert heard.args == [mine]
    assert (button.text(), len(card.papers)) == ("Tarik kembali", 3)


def test_what_was_taken_back_says_by_which_laptop_and_has_no_paper(card: ErasureCard) -> None:
    card.show_notices([BACK])
    assert card.papers == card.backs == []
    assert title_of(BACK) == "3 catatan tidak jadi dihapus permanen."
    assert reason_of(BACK) == "Ditarik dari: Laptop Dewi · 24 November 2026"


def test_what_came_too_late_is_counted_and_asked_for_with_one_button(
    qtbot: QtBot, card: ErasureCard
) -> None:
    card.show_notices([], left_over=2)
    assert not card.isHidden()
    assert card.ask_rest.accessibleDescription().startswith("2 catatan menyusul")
    with qtbot.waitSignal(card.rest_asked) as heard:
        card.ask_rest.click()
    assert heard.args == []
    card.wipe()
    assert card.isHidden()


def test_the_note_itself_says_when_it_will_be_erased() -> None:
    assert erasure_words(WAITING) == ("Catatan ini akan dihapus permanen tanggal 5 Desember 2026.")
    for unknown in (DUE, replace(WAITING, due_on=None)):
        assert erasure_words(unknown) == "Catatan ini menunggu dihapus permanen oleh kantor kota."
