"""The coordinator's page: typed and never clicked, asked once, and it nags."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.membership import HeldGroup, Member, Reach, Request, Terms
from patbm_desktop.ui.office.view import Office
from patbm_desktop.ui.pages.kelurahan_page import KelurahanPage
from patbm_desktop.ui.parts.cards import TodoRow
from patbm_desktop.ui.theme import Theme

TODAY = date(2026, 11, 21)
ME = Member(
    dev="aa", name="Rina Contoh", label="Laptop kelurahan", role="koordinator", rts=(), is_me=True,
    is_active=True, is_companion=False, pact=None, last_on=None, reads_cases_of=0,
)  # fmt: skip
SARI = Member(
    dev="bb", name="Sari Contoh", label="", role="anggota", rts=("912",), is_me=False,
    is_active=True, is_companion=False, pact=TODAY, last_on=TODAY, reads_cases_of=1,
)  # fmt: skip


def rakor(count: int) -> tuple[Request, ...]:
    return tuple(
        Request(f"Kader {n}", f"{n:03}", by_stick=False, is_member=False, invited_rt=f"{n:03}")
        for n in range(901, 901 + count)
    )


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> KelurahanPage:
    made = KelurahanPage(theme, TODAY)
    qtbot.addWidget(made)
    made.resize(1134, 620)
    made.show()
    qtbot.waitExposed(made)
    office = Office(kelurahan="Contoh", has_server=True, members=(ME, SARI), held=(), is_alone=True)
    made.show_office(office)
    return made


def test_fifty_requests_stand_on_one_page_and_none_has_a_button(page: KelurahanPage) -> None:
    page.admission.show_requests(rakor(50), "")
    assert len(page.admission.rows.findChildren(TodoRow)) == 50
    assert page.admission.rows.findChildren(type(page.admission.approve)) == []


def test_the_terms_stay_for_the_next_laptop_and_the_code_does_not(page: KelurahanPage) -> None:
    given: list[tuple[str, Terms]] = []
    page.admission.approved.connect(lambda code, terms: given.append((code, terms)))
    page.admission.show_requests(rakor(2), "")
    page.admission.pact.chip("today").click()
    page.admission.since.chip("from_today").click()
    page.admission.code.setText("643W 2TMD GEEK")
    page.admission.approve.click()
    assert given == [("643W 2TMD GEEK", Terms(pact="2026-11-21", from_today=True))]
    page.admission.tell("Kader 901, RT 901, sudah diterima.", well=True)
    assert (page.admission.code.text(), page.admission.pact.value()) == ("", "today")


def test_nobody_is_admitted_before_the_pact_is_spoken_of(page: KelurahanPage) -> None:
    given: list[str] = []
    page.admission.approved.connect(lambda code, _: given.append(code))
    page.admission.show_requests(rakor(1), "")
    page.admission.code.setText("643W 2TMD GEEK")
    page.admission.approve.click()
    assert given == []


def test_it_nags_until_there_are_two_coordinators(page: KelurahanPage) -> None:
    assert page.nag.isVisible()
    office = Office(kelurahan="Contoh", has_server=True, members=(ME,), held=(), is_alone=False)
    page.show_office(office)
    assert not page.nag.isVisible()


def test_before_a_laptop_is_let_go_it_says_what_that_could_open(page: KelurahanPage) -> None:
    gone: list[str] = []
    page.members.removed.connect(gone.append)
    counts = (("activity", 12), ("attendance", 230), ("case", 3))
    page.members.ask_about("bb", (Reach("0" * 32, "", "912", ("umum", "kasus"), counts),))
    assert page.members.could.text() == (
        "RT 912: 12 kegiatan, 230 nama di daftar hadir, 3 catatan rahasia"
    )
    page.members.keep.click()
    assert gone == []
    page.members.ask_about("bb", ())
    page.members.go.click()
    assert gone == ["bb"]


def test_what_waits_is_decided_with_a_reason(page: KelurahanPage) -> None:
    said: list[tuple[object, bool, str]] = []
    page.held.decided.connect(lambda *what: said.append(what))
    group = HeldGroup("cc", "Tono", "keluar", ())
    page.held.show_held((group,))
    page.held.why.setText("Sudah ditanya")
    take, _ = page.held.rows.findChildren(type(page.admission.approve))
    take.click()
    assert said == [(group, True, "Sudah ditanya")]
