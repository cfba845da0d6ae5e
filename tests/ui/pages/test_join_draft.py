"""A half-typed invitation: it comes back after a lock, and is gone once the join is done or off."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from patbm_desktop.actions.kelurahan.joining import Standing, State
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.ui.pages.join_page import JoinPage
from patbm_desktop.ui.roads.join_road import JoinRoad
from tests.ui import doing
from tests.ui.opened import Opened

CODE, ADDRESS = "VEPS BS6S 37", "patbm.contoh"


def opened(window: Opened) -> JoinPage:
    """Return Hubungkan, filled."""
    page = window.visit("join")
    assert isinstance(page, JoinPage)
    return page


def half_typed(window: Opened) -> JoinPage:
    """Return Hubungkan with a code and an address that somebody is typing."""
    page = opened(window)
    QTest.keyClicks(page.form.code, CODE)
    QTest.keyClicks(page.form.server, ADDRESS)
    return page


def kept(window: Opened) -> tuple[Draft, ...]:
    """Return the drafts that the vault holds."""
    return doing.do(window, drafts.every)


def test_a_half_typed_code_comes_back_after_f9(window: Opened) -> None:
    half_typed(window)
    window.hide_now()
    window.unlock()
    page = window.desk().page()
    assert isinstance(page, JoinPage)
    assert (page.form.code.text(), page.form.server.text()) == (CODE, ADDRESS)


def test_what_is_being_typed_stays_when_the_page_is_filled_again(window: Opened) -> None:
    page = half_typed(window)
    page.flush()
    QTest.keyClicks(page.form.server, ".id")
    window.desk().changed({"_member"})
    window.settle()
    assert page.form.server.text() == f"{ADDRESS}.id"


def test_nothing_of_it_stays_once_the_join_is_done(window: Opened) -> None:
    page = half_typed(window)
    page.flush()
    window.settle()
    assert [each.data["code"] for each in kept(window)] == [CODE]
    road = window.desk()._roads["join"]
    assert isinstance(road, JoinRoad)
    road._joined(Standing(State.ASKED, "643W 2TMD GEEK", "Rina Contoh", "Contoh", ADDRESS))
    window.settle()
    assert (kept(window), page.form.code.text()) == ((), "")


def test_nothing_of_it_stays_once_it_is_taken_out_again(window: Opened) -> None:
    page = half_typed(window)
    page.flush()
    window.settle()
    for line in (page.form.code, page.form.server):
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
    window.settle()
    assert kept(window) == ()


def test_enter_goes_from_the_code_to_the_address(window: Opened) -> None:
    page = opened(window)
    QTest.keyClick(page.form.code, Qt.Key.Key_Return)
    assert page.form.server.hasFocus()
