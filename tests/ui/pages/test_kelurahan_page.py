"""The coordinator's page: typed and never clicked, asked once, and it nags."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance import vault
from patbm_desktop.actions.kelurahan import joining, membership, roll
from patbm_desktop.actions.kelurahan.holding import HeldGroup
from patbm_desktop.actions.kelurahan.membership import Invited, Request, Terms
from patbm_desktop.actions.kelurahan.moving import Outsider
from patbm_desktop.actions.kelurahan.roll import CaseReader, CaseReaders, Member, Reach
from patbm_desktop.actions.travel import usb
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.actions.upkeep.erasing import Notice, Stand
from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.erasure import ASK
from patbm_desktop.sync.enrolment import Invitation
from patbm_desktop.ui.office.member_panel import Step, Wish, offered
from patbm_desktop.ui.office.pact import PactTerms
from patbm_desktop.ui.office.view import Office
from patbm_desktop.ui.pages.kelurahan_page import KelurahanPage
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import TodoRow
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.theme import Theme
from patbm_desktop.wire.joining import Card
from tests.ui import doing, travels
from tests.ui.held import held
from tests.ui.opened import EVENING, PASSPHRASE, Opened

TODAY = date(2026, 11, 21)
ME = Member(
    dev="aa", name="Rina Contoh", label="Laptop kelurahan", role="koordinator", rts=(), is_me=True,
    is_active=True, is_companion=False, pact=None, last_on=None, reads_cases_of=(),
)  # fmt: skip
SARI = Member(
    dev="bb", name="Sari Contoh", label="", role="anggota", rts=("912",), is_me=False,
    is_active=True, is_companion=False, pact=TODAY, last_on=TODAY, reads_cases_of=("912",),
)  # fmt: skip

OFFICE = Office(kelurahan="Contoh", has_server=True, members=(ME, SARI), held=(), is_alone=True)
INVITED = Invited(
    "643W 2TMD GEEK 0000 1111", "912",
    Invitation(kelurahan="64.71.99.1001", office="0" * 32, card=Card("aa", "Rina Contoh", "", ""),
               rt="912", server=None, code="00001111"),
)  # fmt: skip
NOTICE = Notice(
    op="ab" * 16, office="0" * 32, kelurahan="Contoh", stand=Stand.WAITING, asked_on=TODAY,
    asked_from="Laptop kelurahan", due_on=date(2026, 12, 6), erased_on=None, count=3,
    reason="masa_simpan_habis", basis="pasal_44",
)  # fmt: skip


def rakor(count: int) -> tuple[Request, ...]:
    return tuple(
        Request(f"Kader {n}", f"{n:03}", by_stick=False, is_member=False, invited_rt=f"{n:03}")
        for n in range(901, 901 + count)
    )


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> KelurahanPage:
    made = KelurahanPage(theme, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1134, 620)
    made.show()
    qtbot.waitExposed(made)
    made.show_office(OFFICE)
    made.activateWindow()
    return made


def test_fifty_requests_stand_on_one_page_and_none_has_a_button(page: KelurahanPage) -> None:
    page.admission.show_requests(rakor(50), "")
    assert len(page.admission.rows.findChildren(TodoRow)) == 50
    assert page.admission.rows.findChildren(type(page.admission.approve)) == []


def test_laptops_of_another_kelurahan_are_named_before_one_press_sends_them_away(
    page: KelurahanPage,
) -> None:
    asked: list[bool] = []
    page.outsiders.confirmed.connect(lambda: asked.append(True))
    assert not page.outsiders.isVisible()
    found = (
        Outsider("cc", "Laptop kelurahan", "003", leads=True),
        Outsider("dd", "Laptop RT 24", "003", leads=False),
    )
    page.show_office(replace(OFFICE, outsiders=found))
    assert page.outsiders.isVisible()
    said = page.outsiders.text.text()
    assert said.startswith("RT 3: Laptop kelurahan (koordinator), Laptop RT 24. ")
    page.outsiders.leave.click()
    assert asked == [True]
    page.show_office(OFFICE)
    assert not page.outsiders.isVisible()


def test_the_terms_stay_for_the_next_laptop_and_the_code_does_not(page: KelurahanPage) -> None:
    given: list[tuple[str, Terms]] = []
    page.admission.approved.connect(lambda code, terms: given.append((code, terms)))
    page.admission.show_requests(rakor(2), "")
    page.admission.terms.pact.chip("today").click()
    page.admission.terms.since.chip("from_today").click()
    page.admission.code.setText("643W 2TMD GEEK")
    page.admission.approve.click()
    assert given == [("643W 2TMD GEEK", Terms(pact="2026-11-21", from_today=True))]
    page.admission.tell("Kader 901, RT 901, sudah diterima.", well=True)
    assert (page.admission.code.text(), page.admission.terms.pact.value()) == ("", "today")


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
    gone = decisions(page)
    counts = (("activity", 12), ("attendance", 230), ("case", 3))
    page.members.ask_about("bb", (Reach("0" * 32, "", "912", ("umum", "kasus"), counts),))
    panel = page.members.panel
    assert panel.could.text() == "RT 912: 12 kegiatan, 230 nama di daftar hadir, 3 catatan rahasia"
    panel.keep.click()
    assert (gone, panel.isVisible()) == ([], False)
    page.members.ask_about("bb", ())
    panel.go.click()
    assert gone == [Wish(step=Step.LOST, dev="bb")]


def decisions(page: KelurahanPage) -> list[Wish]:
    """Return what the page is told to do from now on."""
    found: list[Wish] = []
    page.members.decided.connect(found.append)
    return found


def steps(page: KelurahanPage, dev: str) -> dict[str, Button]:
    """Open what can be done about a laptop; return the buttons by what they do."""
    page.members._buttons[dev].click()
    buttons = page.members.panel.choices.findChildren(Button)
    return {str(each.property("step")): each for each in buttons}


def test_what_can_be_done_hangs_on_who_it_is(page: KelurahanPage) -> None:
    assert list(steps(page, "aa")) == ["companion", "pact"]
    assert list(steps(page, "bb")) == [
        "coordinator", "companion", "no_cases", "leave_rt912", "lost",
    ]  # fmt: skip
    gone = replace(SARI, is_active=False)
    assert offered(gone) == ()


def test_the_pact_of_a_coordinator_is_asked_for_by_its_day_alone(page: KelurahanPage) -> None:
    wishes, panel = decisions(page), page.members.panel
    steps(page, "aa")["pact"].click()
    assert panel.terms.isVisible()
    assert not panel.terms.since_field.isVisible()
    panel.go.click()
    assert wishes == []
    panel.terms.pact.chip("today").click()
    panel.go.click()
    assert wishes == [Wish(step=Step.PACT, dev="aa", pact=TODAY)]


def test_a_pact_of_tomorrow_is_asked_about_once_and_taken(page: KelurahanPage) -> None:
    given: list[Terms] = []
    page.admission.approved.connect(lambda _, terms: given.append(terms))
    page.admission.show_requests(rakor(1), "")
    terms = page.admission.terms
    terms.pact.chip("other").click()
    terms.day.set_date(TODAY + timedelta(days=1))
    terms.since.chip("all").click()
    page.admission.code.setText("643W 2TMD GEEK")
    page.admission.approve.click()
    assert given == []
    assert "besok atau nanti" in terms.pact.accessibleDescription()
    page.admission.approve.click()
    assert [each.pact for each in given] == ["2026-11-22"]


def test_the_day_is_that_of_the_clock_of_the_program_from_the_start(
    qtbot: QtBot, theme: Theme
) -> None:
    terms = PactTerms(theme, lambda: date(2031, 5, 17), cases="Catatan rahasia", may_lack=False)
    qtbot.addWidget(terms)
    assert terms.day.date_value() == date(2031, 5, 17)
    terms.pact.chip("today").click()
    assert terms.signed_on() == date(2031, 5, 17)


def test_who_is_to_be_let_in_again_is_not_called_gone(page: KelurahanPage) -> None:
    stray = replace(SARI, is_active=False, is_stray=True)
    page.show_office(replace(OFFICE, members=(ME, stray)))
    said = " ".join(each.text() for each in page.members.rows.findChildren(Label))
    assert "Perlu diterima lagi" in said
    assert "koordinator yang menerimanya sudah keluar" in said


@pytest.mark.parametrize(
    ("step", "said", "wish"),
    [
        ("coordinator", "bisa dicabut lagi", Wish(step=Step.COORDINATOR, dev="bb")),
        ("no_cases", "tidak bisa ditarik", Wish(step=Step.NO_CASES, dev="bb")),
        ("leave_rt912", "kode undangan baru", Wish(step=Step.LEAVE_RT, dev="bb", rt="912")),
    ],
    ids=["coordinator", "no_cases", "leave_rt"],
)
def test_nothing_is_done_before_it_was_said_what_comes_of_it(
    page: KelurahanPage, step: str, said: str, wish: Wish
) -> None:
    done, panel = decisions(page), page.members.panel
    steps(page, "bb")[step].click()
    assert said in panel.after.text()
    assert "Sari Contoh" in panel.title.text()
    assert (done, panel.keep.hasFocus()) == ([], True)
    panel.go.click()
    assert (done, panel.isVisible()) == ([wish], False)
    assert page.members._buttons["bb"].hasFocus()


def test_who_is_to_read_every_case_is_asked_for_her_pact(page: KelurahanPage) -> None:
    done, panel = decisions(page), page.members.panel
    steps(page, "bb")["companion"].click()
    panel.go.click()
    assert done == []
    panel.terms.pact.chip("today").click()
    panel.terms.since.chip("from_today").click()
    panel.go.click()
    assert done == [Wish(step=Step.COMPANION, dev="bb", pact=TODAY, from_today=True)]


def test_a_laptop_that_left_meanwhile_is_asked_about_no_more(page: KelurahanPage) -> None:
    steps(page, "bb")["coordinator"].click()
    gone = replace(SARI, is_active=False)
    page.show_office(replace(OFFICE, members=(ME, gone)))
    assert not page.members.panel.isVisible()


def test_who_can_read_cases_is_told_by_name(page: KelurahanPage) -> None:
    sari, rina = (
        CaseReader("Sari Contoh", is_companion=False),
        CaseReader("Rina", is_companion=True),
    )
    page.show_office(replace(OFFICE, readers=(CaseReaders("012", (sari, rina)),)))
    said = [each.text() for each in page.readers.rows.findChildren(Label)]
    assert said == ["RT 12", "Bisa dibaca: Sari Contoh, Rina (pendamping kasus)"]


def test_a_member_shows_which_rt_she_reads_and_not_how_many(page: KelurahanPage) -> None:
    said = " ".join(each.text() for each in page.members.rows.findChildren(Label))
    assert "bisa membaca catatan rahasia RT 912" in said


def test_what_is_asked_to_be_erased_is_in_sight(page: KelurahanPage) -> None:
    assert not page.erasures.isVisible()
    page.show_office(replace(OFFICE, erasures=(NOTICE,)))
    assert page.erasures.isVisible()


def test_who_founded_a_kelurahan_waits_for_the_administrator(page: KelurahanPage) -> None:
    page.show_office(replace(OFFICE, code="643W 2TMD GEEK"))
    assert page.founding.title.text() == "Menunggu pengurus server."
    assert "643W 2TMD GEEK" in page.founding.text.text()
    page.show_office(OFFICE)
    assert not page.founding.isVisible()


def test_after_a_code_that_nobody_asked_with_it_is_typed_there_again(page: KelurahanPage) -> None:
    page.admission.show_requests(rakor(1), "")
    page.admission.code.setText("643W 2TMD GEEK")
    page.admission.approve.setFocus()
    page.admission.show_busy(busy=True)
    page.admission.tell("Belum ada permintaan dengan kode itu.", well=False)
    assert page.focusWidget() is page.admission.code
    assert page.admission.code.selectedText() == "643W 2TMD GEEK"


def test_nobody_is_said_to_wait_or_not_before_it_is_known(page: KelurahanPage) -> None:
    page.admission.show_looking()
    assert "Sedang melihat" in page.admission.empty.text()
    page.admission.show_requests((), "Belum ada internet.")
    assert not page.admission.empty.isVisible()
    page.admission.show_requests((), "")
    assert page.admission.empty.text() == "Belum ada yang menunggu."


def test_one_button_stands_out_at_a_time(page: KelurahanPage) -> None:
    def primary() -> list[Button]:
        found = page.findChildren(Button)
        return [each for each in found if each.isVisible() and each.property("kind") == "primary"]

    assert primary() == [page.invitation.invite]
    page.admission.show_requests(rakor(1), "")
    assert primary() == [page.admission.approve]
    page.members.ask_about("bb", ())
    assert primary() == [page.members.panel.go]


def test_an_invitation_that_was_used_is_not_read_out_again(page: KelurahanPage) -> None:
    page.invitation.invited = replace(INVITED, rt="912")
    page.invitation.shown.show()
    page.invitation.forget("913")
    assert page.invitation.shown.isVisible()
    page.invitation.forget("912")
    assert (page.invitation.shown.isVisible(), page.invitation.invited) == (False, None)


def test_a_trouble_that_is_over_is_not_shown_any_more(page: KelurahanPage) -> None:
    page.admission.show_requests((), "Belum ada internet.")
    assert page.admission.note.isVisible()
    page.admission.show_requests((), "")
    assert not page.admission.note.isVisible()


def test_what_waits_is_decided_with_a_reason(page: KelurahanPage) -> None:
    said: list[tuple[object, bool, str]] = []
    page.held.decided.connect(lambda *what: said.append(what))
    session, case = held("activity", "ee"), held("case", "ff")
    page.held.show_held((HeldGroup("cc", "Tono", "keluar", (session, case)),))
    page.held.why.setText("Sudah ditanya")
    button(page.held, "Terima").click()
    button(page.held, "Tolak semua").click()
    both = (*session.notes, *case.notes)
    assert said == [(session.notes, True, "Sudah ditanya"), (both, False, "")]


def test_what_waits_is_named_and_of_a_case_nothing_but_that_it_is_one(page: KelurahanPage) -> None:
    session = held("activity", "ee", program="lautan_rt", type="kelas_pengasuhan")
    records = (session, held("case", "ff"), held("", "00", on=None))
    page.held.show_held((HeldGroup("cc", "Tono", "keluar", records),))
    titles = [row.title.text() for row in page.held.findChildren(TodoRow)]
    assert titles == ["Lautan RT", "Catatan rahasia (isi tertutup)",
                      "Catatan yang terkunci di laptop ini"]  # fmt: skip
    said = [row.subtitle.text() for row in page.held.findChildren(TodoRow)]
    assert said == ["RT 12 · Sabtu, 21 November · baru", "RT 12 · Sabtu, 21 November",
                    "RT 12 · jenis dan tanggalnya ikut terkunci"]  # fmt: skip


def test_of_very_many_notes_the_first_are_shown_until_she_asks_for_more(
    page: KelurahanPage, qtbot: QtBot
) -> None:
    records = tuple(held("activity", f"{at:02x}") for at in range(30))
    page.held.show_held((HeldGroup("cc", "Tono", "keluar", records),))
    assert len(page.held.findChildren(TodoRow)) == 8
    qtbot.waitUntil(button(page.held, "Tampilkan 22 lagi").isVisible)
    button(page.held, "Tampilkan 22 lagi").click()
    assert len(page.held.findChildren(TodoRow)) == 30


def test_what_was_left_out_can_still_be_taken_in(page: KelurahanPage) -> None:
    said: list[tuple[object, bool, str]] = []
    page.held.decided.connect(lambda *what: said.append(what))
    session = held("activity", "ee")
    page.held.show_held((), (HeldGroup("cc", "Tono", "keluar", (session,)),))
    assert not page.held.other_rows.isVisible()
    button(page.held, "1 perubahan tidak dipakai").click()
    button(page.held, "Terima").click()
    assert said == [(session.notes, True, "")]


def button(card: QWidget, words: str) -> Button:
    return next(each for each in card.findChildren(Button) if each.text() == words)


def test_no_older_code_is_read_out_while_another_is_made(page: KelurahanPage) -> None:
    page.invitation.code.setText("643W 2TMD GEEK 0000 1111")
    page.invitation.shown.show()
    page.invitation.rt.setText("913")
    page.invitation.invite.click()
    assert (page.invitation.code.text(), page.invitation.shown.isVisible()) == ("", False)


# -- the number at the side ------------------------------------------------------------------


@pytest.fixture
def office(qtbot: QtBot, theme: Theme, tmp_path: Path, no_bug: None) -> Iterator[Opened]:
    """Rina's window, without any server, showing Sinkronisasi after it was locked."""
    made = travels.make_office(tmp_path / "made")
    window = travels.opened_office(qtbot, theme, made, tmp_path / "office")
    window.visit("sync")
    window.hide_now()
    window.unlock()
    yield window
    window.close()


def test_what_came_too_late_for_an_erasure_is_asked_for_from_the_page(office: Opened) -> None:
    page = office.visit("kelurahan")
    assert isinstance(page, KelurahanPage)
    page.show_office(replace(OFFICE, left_over=2))
    page.erasures.ask_rest.click()
    office.settle()
    assert office.desk().toast.text().startswith("Catatan ini tidak ada di laptop ini.")


def test_a_request_for_erasure_is_taken_back_on_the_page(office: Opened) -> None:
    values = {"targets": [["0" * 32] * 2], "reason": "diminta", "basis": "pasal_43"}
    doing.do(office, lambda ws: ws.laptop.keep(
        [ws.laptop.control(ASK, ids.fresh(), values, space=ws.space)]
    ))  # fmt: skip
    page = office.visit("kelurahan")
    assert isinstance(page, KelurahanPage)
    page.erasures.backs[0].click()
    office.settle()
    assert [each.stand for each in doing.do(office, erasing.notices)] == [Stand.BACK]
    assert office.desk().toast.text().startswith("1 catatan tidak jadi dihapus permanen.")
    assert page.erasures.backs == []


def brought_by_stick(window: Opened, sari: Path, stick: Path) -> str:
    """Let Sari's request come on a flash drive; return her code."""
    invitation = stick.with_suffix(".undangan")
    invited = doing.do(window, lambda ws: membership.invite(ws, "912"))
    membership.save_invitation(invited, invitation)
    ws = vault.open_vault(sari, None, PASSPHRASE, FixedClock(EVENING))
    joining.join_by_file(ws, invitation)
    usb.save(ws.laptop, stick)
    code = joining.own_code(ws)
    ws.close()
    doing.do(window, lambda ws: usb.load(ws.laptop, stick))
    return code


def test_the_side_counts_who_waits_though_the_page_was_never_opened(
    office: Opened, vault_of_sari: Path, tmp_path: Path
) -> None:
    entry = office.desk().shell.sidebar.button
    sari = Path(shutil.copytree(vault_of_sari, tmp_path / "sari"))
    code = brought_by_stick(office, sari, tmp_path / "stick.patbm")
    office.desk().changed({"_member"})
    office.settle()
    assert (office.desk().key(), entry("kelurahan").accessibleName()) == ("sync", "Kelurahan, 1")
    terms = Terms(pact="2026-11-20")
    doing.do(office, lambda ws: membership.approve(ws, code, terms))
    office.desk().changed({"_member"})
    office.settle()
    assert entry("kelurahan").accessibleName() == "Kelurahan"
    page = office.visit("kelurahan")
    assert isinstance(page, KelurahanPage)
    dev = next(each for each in page.members._buttons if not page.members._members[each].is_me)
    page.members._buttons[dev].click()
    choices = page.members.panel.choices.findChildren(Button)
    next(each for each in choices if each.property("step") == "leave_rt912").click()
    page.members.panel.go.click()
    office.settle()
    gone = next(each for each in doing.do(office, roll.people) if each.dev == dev)
    assert (gone.is_active, gone.rts) == (False, ())
