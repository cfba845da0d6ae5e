"""Hubungkan: whose turn it is, what is still needed, and an invitation for another RT."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.kelurahan.joining import Standing, State
from patbm_desktop.actions.travel.errands import Wish
from patbm_desktop.ui.pages.join_page import JoinPage
from patbm_desktop.ui.theme import Theme

ALONE = Standing(State.ALONE, "643W 2TMD GEEK", "", "Contoh", "")
ASKED = replace(
    ALONE,
    state=State.ASKED,
    coordinator="Rina Contoh",
    server="https://patbm.contoh",
    is_asking=True,
)
JOINED = replace(ASKED, state=State.JOINED)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> JoinPage:
    made = JoinPage(theme)
    qtbot.addWidget(made)
    made.resize(1134, 620)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def wishes(page: JoinPage) -> list[Wish]:
    """Return what is asked for from now on."""
    found: list[Wish] = []
    page.wished.connect(found.append)
    page.other_rt_asked.connect(found.append)
    return found


@pytest.mark.parametrize(
    ("standing", "rt", "head"),
    [
        (ALONE, "912", "Laptop ini belum terhubung. Itu tidak apa-apa."),
        (ASKED, "912", "Menunggu koordinator."),
        (replace(ASKED, is_forgotten=True), "912", "Perlu kode undangan baru."),
        (replace(ASKED, is_asking=False), "912", "Perlu kode undangan baru."),
        (JOINED, "912", "Terhubung ke kelurahan Contoh."),
        (
            replace(ALONE, server="https://x", waits_for_server=True),
            "",
            "Menunggu pengurus server.",
        ),
        (replace(ALONE, server="https://x"), "", "Kelurahan ini terhubung ke server."),
    ],
    ids=["alone", "asked", "forgotten", "sent away", "joined", "founder", "known"],
)
def test_it_says_whose_turn_it_is(page: JoinPage, standing: Standing, rt: str, head: str) -> None:
    page.show_standing(standing, rt)
    assert page.head.text() == head


def test_who_founded_a_kelurahan_reads_her_code_to_the_administrator(page: JoinPage) -> None:
    page.show_standing(replace(ALONE, server="https://x", waits_for_server=True), "")
    assert "pengurus server" in page.explained.text()
    assert "koordinator" not in page.explained.text()


def test_what_was_said_once_is_taken_back_when_the_laptop_has_come_further(page: JoinPage) -> None:
    page.show_standing(ALONE, "912")
    page.tell("Permintaan terkirim. Sekarang bacakan kode laptop ini.", well=True)
    page.show_standing(ASKED, "912")
    assert page.note.isVisible()
    page.show_standing(JOINED, "912")
    assert not page.note.isVisible()


def test_after_joining_a_second_enter_opens_nothing(page: JoinPage) -> None:
    page.show_standing(ALONE, "912")
    page.form.server.setFocus()
    page.tell("Permintaan terkirim.", well=True)
    page.show_standing(ASKED, "912")
    assert not page.code_card.isVisible()
    assert page.focusWidget() is page


def test_an_office_that_waits_for_the_server_is_asked_for_no_other_code(page: JoinPage) -> None:
    page.show_standing(replace(ALONE, server="https://x", waits_for_server=True), "")
    assert (page.code_card.isVisible(), page.again.isVisible()) == (False, True)
    page.show_standing(replace(ALONE, server="https://x"), "")
    assert page.code_card.isVisible()
    assert "lagi kalau ada undangan lain" in page.explained.text()


def test_a_request_that_no_server_has_is_brought_by_flash_drive(page: JoinPage) -> None:
    page.show_standing(ASKED, "912")
    assert not page.stick.isVisible()
    page.show_standing(replace(ASKED, by_stick=True), "912")
    assert page.stick.isVisible()


def test_who_needs_another_invitation_types_it_at_once(page: JoinPage) -> None:
    page.show_standing(ASKED, "912")
    assert (page.own.isVisible(), page.code_card.isVisible()) == (True, False)
    page.show_standing(replace(ASKED, is_forgotten=True), "912")
    assert (page.own.isVisible(), page.code_card.isVisible()) == (False, True)
    assert "Catatan aman." in page.explained.text()


def test_who_was_sent_away_is_not_told_to_wait(page: JoinPage) -> None:
    page.show_standing(replace(ASKED, is_asking=False), "912")
    assert page.code_card.isVisible()
    assert "tidak lagi menjadi anggota" in page.explained.text()


def test_only_a_laptop_that_belongs_already_is_asked_for_which_rt(page: JoinPage) -> None:
    page.show_standing(ALONE, "912")
    assert not page.form.rt_field.isVisible()
    page.show_standing(JOINED, "912")
    assert (page.form.rt_field.isVisible(), page.form.rt.text()) == (True, "912")


@pytest.mark.parametrize(("typed", "rt"), [("912", ""), ("7", "007"), ("07", "007")])
def test_the_own_rt_is_no_other_one(page: JoinPage, typed: str, rt: str) -> None:
    found = wishes(page)
    page.show_standing(JOINED, "912")
    page.form.code.setText("VEPS BS6S 37XN 86KX VFTS")
    page.form.server.setText("patbm.contoh.go.id")
    page.form.rt.setText(typed)
    page.join.click()
    assert [each.rt for each in found] == [rt]


def test_nothing_is_asked_while_a_field_is_empty(page: JoinPage) -> None:
    found = wishes(page)
    page.show_standing(JOINED, "912")
    page.form.rt.clear()
    page.join.click()
    assert found == []
    assert page.form.code.hasFocus()
    assert page.form.rt.accessibleDescription() == "Isi nomor RT dulu."


def test_an_invitation_for_another_rt_is_asked_about_once(page: JoinPage) -> None:
    found = wishes(page)
    page.show_standing(JOINED, "912")
    wish = Wish(rt="007")
    page.ask_about_rt(wish, "912")
    assert "RT 7" in page.note.text.text()
    assert page.both.text() == "Catat juga untuk RT 7"
    page.both.click()
    assert found == [wish]
    page.tell("Permintaan terkirim.", well=True)
    assert not page.both.isVisible()


def test_an_invitation_of_another_kelurahan_may_be_that_of_an_rt_that_moved(page: JoinPage) -> None:
    found = wishes(page)
    page.show_standing(JOINED, "912")
    page.form.code.setText("VEPS BS6S 37XN 86KX VFTS")
    page.form.server.setText("patbm.contoh.go.id")
    page.join.click()
    page.ask_about_move(replace(found[0], moves=True), "Contoh Baru", "912")
    assert "kelurahan Contoh Baru" in page.note.text.text()
    assert "ketik nomor barunya" in page.note.text.text()
    page.form.rt.setText("3")
    page.both.click()
    assert page.both.text() == "RT ini pindah ke Contoh Baru"
    assert found[1] == replace(found[0], moves=True, rt="003")


def test_a_file_names_the_number_that_an_rt_has_where_it_moved(page: JoinPage) -> None:
    found = wishes(page)
    page.show_standing(ALONE, "912")
    wish = Wish(file=Path("undangan"), moves=True)
    page.ask_about_move(wish, "Contoh Baru", "912")
    assert "ketik nomor" not in page.note.text.text()
    page.both.click()
    assert found == [wish]
