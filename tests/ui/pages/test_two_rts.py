"""One laptop for two RT: a switch in the head of every page, and nothing goes to the wrong one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from patbm_desktop.actions.kelurahan import joining, roll
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month
from patbm_desktop.actions.rt import letterheads
from patbm_desktop.actions.rt.letterheads import Kop
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.sync import newcomer
from patbm_desktop.ui.pages.activities_page import ActivitiesPage
from patbm_desktop.ui.pages.activity_form_page import ActivityFormPage
from patbm_desktop.ui.pages.home_page import HomePage
from patbm_desktop.ui.pages.join_page import JoinPage
from tests.server.running import Running
from tests.ui import doing
from tests.ui.opened import WAIT_MS, Opened
from tests.ui.test_fit import walk_round
from tests.ui.test_traveller import admit, founded, invitation, joined, office, server
from tests.ui.travels import meet, rest, visit

__all__ = ["founded", "joined", "office", "server"]

KELURAHAN = "64.71.99.1001"
FIRST, SECOND = rt_id(KELURAHAN, "912"), rt_id(KELURAHAN, "913")


def take_on(ws: Workspace) -> None:
    """Let the laptop keep notes for a second RT, as joining for it does."""
    newcomer.brought(ws.laptop, KELURAHAN, "913")
    ws.refresh()


@pytest.fixture
def two(window: Opened) -> Opened:
    """Sari's window, which keeps notes for RT 912 and RT 913."""
    doing.record(window, place="Balai 912")
    doing.do(window, take_on)
    window.desk().take_up()
    window.settle()
    return window


def turn(window: Opened, rt: str) -> None:
    """Press the chip of an RT in the head of the page."""
    window.desk().shell.topbar.rts.chip(rt).click()
    window.settle()


def listed(window: Opened) -> int:
    """Return how many sessions Kegiatan lists."""
    page = window.visit("activities")
    assert isinstance(page, ActivitiesPage)
    return sum(page.list.rows.row_at(page.list.rows.index(at)) is not None
               for at in range(page.list.rows.rowCount()))  # fmt: skip


def begun(window: Opened) -> ActivityFormPage:
    """Return the form of a session with its first question answered."""
    page = window.visit("log")
    assert isinstance(page, ActivityFormPage)
    page.form.what.chips.chip("lautan_rt").click()
    return page


def test_with_one_rt_there_is_nothing_to_choose(window: Opened) -> None:
    assert not window.desk().shell.topbar.rts.isVisible()


def test_with_two_the_head_of_every_page_offers_both(two: Opened) -> None:
    chips = two.desk().shell.topbar.rts
    for key in two.desk().entries():
        two.visit(key)
        assert (key, chips.isVisible(), chips.value()) == (key, True, FIRST)
    assert chips.chip(SECOND).text() == "RT 913"


def test_every_page_then_shows_and_writes_for_that_rt_alone(two: Opened) -> None:
    assert listed(two) == 1
    turn(two, SECOND)
    assert two.desk().key() == "activities"
    assert two.desk().page().subtitle() == "RT 913 · semua yang pernah dicatat"
    assert listed(two) == 0
    doing.record(two, place="Balai 913")
    assert listed(two) == 1
    home = two.visit("home")
    assert isinstance(home, HomePage)
    assert two.desk().shell.sidebar.place.text() == "RT 913 · Contoh"
    turn(two, FIRST)
    assert (listed(two), two.desk().me.rt_number) == (1, "912")


def test_the_letterhead_is_of_the_rt_that_is_worked_for(two: Opened) -> None:
    doing.do(two, lambda ws: letterheads.put(ws, Kop(("RT 912",))))
    turn(two, SECOND)
    assert doing.do(two, month.letterhead_of) is None
    turn(two, FIRST)
    assert doing.do(two, month.letterhead_of) is not None


def test_what_is_half_typed_waits_in_its_own_rt(two: Opened) -> None:
    draft = begun(two).draft_id
    turn(two, SECOND)
    assert two.desk().key() == "activities"
    assert doing.do(two, drafts.every) == ()
    assert doing.do(two, lambda ws: drafts.one(ws, draft)) is None
    begun(two).save()
    two.settle()
    assert listed(two) == 1
    turn(two, FIRST)
    assert [each.id for each in doing.do(two, drafts.every)] == [draft]
    assert listed(two) == 2


def test_a_draft_the_disk_refused_is_kept_for_the_rt_it_was_typed_for(two: Opened) -> None:
    two.house.unsaved["ab" * 16] = ("activity", {}, "", FIRST)
    turn(two, SECOND)
    two.desk().keep_unsaved()
    two.settle()
    assert doing.do(two, drafts.every) == ()
    turn(two, FIRST)
    assert [each.id for each in doing.do(two, drafts.every)] == ["ab" * 16]


def test_the_choice_is_kept_over_a_lock(two: Opened) -> None:
    turn(two, SECOND)
    two.hide_now()
    two.unlock()
    assert two.desk().me.rt == SECOND
    assert two.desk().shell.topbar.rts.value() == SECOND


def test_the_keyboard_turns_to_the_other_rt_in_three_keys(two: Opened) -> None:
    two.visit("home")
    chips = two.desk().shell.topbar.rts
    walk_round(two)
    assert chips.chip(FIRST) in walk_round(two)
    assert chips.chip(SECOND) not in walk_round(two)
    chips.focus_first()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget(), key)
    two.settle()
    assert two.desk().me.rt == SECOND


def test_what_was_done_in_the_other_rt_is_not_undone_from_here(two: Opened) -> None:
    begun(two).save()
    two.settle()
    turn(two, SECOND)
    two.desk().undo_last()
    two.settle()
    turn(two, FIRST)
    assert listed(two) == 2


def test_an_rt_this_laptop_does_not_serve_any_more_is_said_calmly(two: Opened) -> None:
    two.desk().turn_to("ab" * 16)
    two.settle()
    assert two.desk().toast.isVisible()
    assert two.desk().shell.topbar.rts.value() == FIRST


# -- over a real server ----------------------------------------------------------------------


def test_a_second_rt_is_joined_in_the_window_and_both_reach_the_coordinator(
    joined: Opened, office: Opened, server: Running
) -> None:
    page = visit(joined, "join")
    assert isinstance(page, JoinPage)
    code = invitation(office, "913")
    page.form.code.setText(code)
    page.form.rt.setText("913")
    page.join.click()
    joined.qtbot.waitUntil(joined.desk().shell.topbar.rts.isVisible, timeout=WAIT_MS)
    rest(joined)
    visit(office, "sync")
    meet(office)
    entry = office.desk().shell.sidebar.button("kelurahan")
    office.qtbot.waitUntil(lambda: entry.accessibleName() == "Kelurahan, 1", timeout=WAIT_MS)
    admit(office, doing.do(joined, joining.own_code))
    turn(joined, SECOND)
    ent = doing.record(joined, place="Balai 913")
    for each in (office, joined, office):
        meet(each)
    sari = next(each for each in doing.do(office, roll.people) if not each.is_me)
    assert sari.rts == ("912", "913")
    assert doing.do(office, lambda ws: ws.view("activity", ent)) is not None
