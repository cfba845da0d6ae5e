"""Kelurahan, Hubungkan and the choice of the RT, in small windows and large words: nothing cut."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance.unlock_help import Asking
from patbm_desktop.actions.kelurahan.holding import HeldGroup
from patbm_desktop.actions.kelurahan.joining import Standing, State
from patbm_desktop.actions.kelurahan.membership import Invited, Request
from patbm_desktop.actions.kelurahan.moving import Outsider
from patbm_desktop.actions.kelurahan.roll import CaseReader, CaseReaders, Member, Reach
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel.errands import Wish
from patbm_desktop.actions.upkeep.erasing import Notice, Stand
from patbm_desktop.sync import newcomer
from patbm_desktop.sync.enrolment import Invitation
from patbm_desktop.ui.office.member_panel import Step
from patbm_desktop.ui.office.member_panel import Wish as About
from patbm_desktop.ui.office.view import Office
from patbm_desktop.ui.pages.join_page import JoinPage
from patbm_desktop.ui.pages.kelurahan_page import KelurahanPage
from patbm_desktop.ui.theme import Theme
from patbm_desktop.wire.joining import Card
from tests.ui import doing, travels
from tests.ui.held import held
from tests.ui.looks import Look, misfits, wear, wear_nothing
from tests.ui.opened import Opened
from tests.ui.test_fit import walk_round

TODAY = date(2026, 11, 21)
CODE = "643W 2TMD GEEK"
COUNTS = (("activity", 1412), ("attendance", 2300), ("case", 13))
REACH = (Reach("0" * 32, "", "912", ("umum", "kasus"), COUNTS),)


def member(dev: str, name: str, **changes: Any) -> Member:
    usual = Member(
        dev=dev, name=name, label=f"Laptop {name}", role="anggota", rts=("912", "913"),
        is_me=False, is_active=True, is_companion=False, pact=None, last_on=TODAY,
        reads_cases_of=("912", "913"),
    )  # fmt: skip
    return replace(usual, **changes)


NAME = "Siti Rahmawati Nurul Hidayah Contoh"
MEMBERS = (
    member("aa", "Rina Contoh", role="koordinator", rts=(), is_me=True),
    member("bb", NAME),
    member("cc", "Tono Contoh", is_companion=True, rts=("914",), pact=TODAY),
    member("dd", "Wati Contoh", is_active=False, rts=()),
)
READERS = (
    CaseReaders("912", tuple(CaseReader(name, is_companion=name == "Tono Contoh")
                             for name in (NAME, "Budi Contoh", "Tono Contoh"))),
    CaseReaders("913", ()),
)  # fmt: skip
NOTICE = Notice(
    op="ab" * 16, office="0" * 32, kelurahan="Contoh", stand=Stand.WAITING, asked_on=TODAY,
    asked_from="Laptop kelurahan", due_on=date(2026, 12, 6), erased_on=None, count=3,
    reason="masa_simpan_habis", basis="pasal_44",
)  # fmt: skip
HELD = (
    HeldGroup("dd", "Wati Contoh", "keluar", tuple(
        held(kind, ent) for kind, ent in (("activity", "ee"), ("case", "ff"), ("", "00"))
    )),
)  # fmt: skip
OUTSIDERS = (
    Outsider("ee", "Laptop kelurahan", "912", leads=True), Outsider("ff", NAME, "913", leads=False),
)  # fmt: skip
OFFICE = Office(
    kelurahan="Contoh", has_server=True, members=MEMBERS, is_alone=True, readers=READERS,
    held=HELD, left_out=HELD, erasures=(NOTICE,), code=CODE, outsiders=OUTSIDERS,
)  # fmt: skip
ASKING = (
    Request(NAME, "912", by_stick=False, is_member=False, invited_rt="913"),
    Request("Dewi Contoh", "", by_stick=True, is_member=False, invited_rt=None),
)
CARD = Card("aa", "Rina Contoh", "", "")
KELURAHAN = "64.71.99.1001"
INVITED = Invited(
    f"{CODE} 0000 1111", "912",
    Invitation(kelurahan=KELURAHAN, office="0" * 32, card=CARD, rt="912", server=None,
               code="00001111"),
)  # fmt: skip


LOOKS = (
    Look("id", 1.0, (1024, 600)),
    Look("en", 1.0, (1366, 697)),
    Look("en", 1.5, (1366, 697)),
    Look("id", 2.0, (1366, 697)),
)


@pytest.fixture
def office(qtbot: QtBot, theme: Theme, tmp_path: Path, no_bug: None) -> Iterator[Opened]:
    """Rina's window, without any server; in Indonesian again at the end."""
    made = travels.make_office(tmp_path / "made")
    window = travels.opened_office(qtbot, theme, made, tmp_path / "office")
    yield window
    wear_nothing(window)
    window.close()


@pytest.fixture
def two(window: Opened) -> Iterator[Opened]:
    """Sari's window, which keeps notes for RT 912 and RT 913; in Indonesian again at the end."""
    doing.do(window, take_on)
    window.desk().take_up()
    window.settle()
    yield window
    wear_nothing(window)


def take_on(ws: Workspace) -> None:
    """Let the laptop keep notes for a second RT, as joining for it does."""
    newcomer.brought(ws.laptop, KELURAHAN, "913")
    ws.refresh()


def filled(window: Opened) -> KelurahanPage:
    """Return the page of a coordinator with something in every card, and questions open."""
    page = window.visit("kelurahan")
    assert isinstance(page, KelurahanPage)
    page.show_office(OFFICE)
    page.admission.show_requests(ASKING, "")
    page.admission.terms.pact.chip("other").click()
    page.admission.approve.click()
    page.admission.tell("Belum ada internet. Catatan aman.", well=False)
    page.invitation.show_invited(INVITED, has_server=True)
    page.help.show_asking(Asking(NAME, "912", "2026-11-21"))
    page.help.offer("Belum ada flashdisk yang terbaca.", page.start)
    return page


def test_the_page_of_a_coordinator_fits_in_each_of_its_states(office: Opened) -> None:
    for look in LOOKS:
        wear(office, look)
        page = filled(office)
        assert (look, misfits(office, look)) == (look, [])
        page.members._buttons["bb"].click()
        assert (look, "offered", misfits(office, look)) == (look, "offered", [])
        page.members.panel.ask(MEMBERS[1], NAME, About(step=Step.COMPANION, dev="bb"))
        assert (look, "asked", misfits(office, look)) == (look, "asked", [])
        page.members.ask_about("bb", REACH)
        assert (look, "lost", misfits(office, look)) == (look, "lost", [])


def test_hubungkan_and_every_head_with_two_rt_fit(two: Opened) -> None:
    base = Standing(State.ALONE, CODE, "", "Contoh", "")
    asked = replace(base, state=State.ASKED, coordinator=NAME, by_stick=True)
    joined = replace(base, state=State.JOINED, server="https://patbm.contoh.go.id")
    founder = replace(base, server="https://patbm.contoh.go.id", waits_for_server=True)
    for look in LOOKS:
        wear(two, look)
        for key in ("home", "activities", "report"):
            two.visit(key)
            assert (look, key, misfits(two, look)) == (look, key, [])
            assert two.desk().shell.topbar.rts.isVisible()
        page = two.visit("join")
        assert isinstance(page, JoinPage)
        for standing, rt in ((asked, "912"), (founder, ""), (joined, "912")):
            page.show_standing(standing, rt)
            assert (look, standing, misfits(two, look)) == (look, standing, [])
        page.form.rt.clear()
        page.join.click()
        page.ask_about_rt(Wish(rt="913"), "912")
        assert (look, misfits(two, look)) == (look, [])
        page.ask_about_move(Wish(moves=True), "Gunung Samarinda Baru", "912")
        assert (look, "moves", misfits(two, look)) == (look, "moves", [])


def test_tab_goes_through_the_page_of_a_coordinator_and_visits_each_stop_once(
    office: Opened,
) -> None:
    page = filled(office)
    page.members._buttons["bb"].click()
    visited = walk_round(office)
    assert len(set(visited)) == len(visited)
    stops = [visited[-1], *visited[:-1]]  # the one where it began stands last
    inside = [each for each in stops if each is not None and page.members.isAncestorOf(each)]
    tops = [each.mapTo(page, each.rect().topLeft()).y() for each in inside]
    assert tops == sorted(tops)
    assert len(tops) > 8
