"""Kelurahan: inviting, admitting, letting go and deciding, each answered by its action."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from patbm_desktop.actions.entrance import escrow
from patbm_desktop.actions.kelurahan import holding, joining, membership, moving, roll
from patbm_desktop.actions.kelurahan.holding import HeldNote
from patbm_desktop.actions.kelurahan.membership import Awaits, Invited, Request, Terms
from patbm_desktop.actions.kelurahan.roll import Reach
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers, receipts
from patbm_desktop.actions.travel import errands
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.actions.travel.errands import Asked
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui.desk import Desk
from patbm_desktop.ui.office.member_panel import Step, Wish
from patbm_desktop.ui.office.view import Office
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.kelurahan_page import KelurahanPage
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.erasure_answer import ErasureAnswer
from patbm_desktop.ui.roads.help_answer import HelpAnswer
from patbm_desktop.ui.shell import Entry
from patbm_desktop.ui.strings import fill, rt_short

LOOK_AGAIN_AFTER = timedelta(minutes=15)
"""So long after the server was asked who waits there, a round asks it again by itself."""


class KelurahanRoad(Road):
    """Answers the coordinator's page."""

    KEY: ClassVar[str] = "kelurahan"
    OF_COORDINATOR: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._built: KelurahanPage | None = None
        self._awaits = Awaits(asking=0, held=0, code="")
        self._asking = 0
        self._asked_at: datetime | None = None
        self._has_server = False

    def entry(self) -> Entry:
        """Return the entry between Laporan and Sinkronisasi."""
        return Entry("kelurahan", "building-2", self.tr("Kelurahan"))

    def build(self) -> Page:
        """Make the page and connect its signals."""
        clock = self.desk.clock
        self.page = self._built = page = KelurahanPage(self.desk.theme, lambda: clock.now().date())
        page.stick_asked.connect(lambda: self.desk.go("sync"))
        page.admission.look_asked.connect(self._look)
        page.admission.approved.connect(self._approve)
        page.invitation.wanted.connect(self._invite)
        page.invitation.copy_asked.connect(self._copy)
        page.invitation.print_asked.connect(self._print_slip)
        page.invitation.save_asked.connect(self._save_invitation)
        page.members.loss_asked.connect(self._look_up_reach)
        page.members.decided.connect(self._act)
        page.held.decided.connect(self._decide)
        page.outsiders.confirmed.connect(self._send_away)
        HelpAnswer(self.desk, page, page.help)
        ErasureAnswer(self.desk, page, page.erasures)
        return page

    def fill(self, what: Mapping[str, object]) -> None:  # noqa: ARG002 - there is one page
        """Gather who belongs and what waits, then ask who wants to be let in."""
        self.desk.ask(self.page, gather, self._show)
        self._look()

    def watch(self, *, met: bool, by_hand: bool) -> None:
        """Count what waits; the server is asked at the start and then once in a while."""
        self.desk.ask(self, membership.waiting_here, self._show_awaits)
        now = self.desk.clock.now()
        is_due = self._asked_at is None or now - self._asked_at >= LOOK_AGAIN_AFTER
        if met and (is_due or by_hand):
            self._asked_at = now
            self.desk.travel_quietly(self, count_asking, self._show_asking)

    def _show_awaits(self, awaits: Awaits) -> None:
        self._awaits = awaits
        self._show_badge()
        if self._built is not None and isValid(self._built):
            self._built.show_founding(awaits.code)

    def _show_asking(self, count: int | None) -> None:
        if count is not None:
            self._asking = count
            self._show_badge()

    def _show_badge(self) -> None:
        asking = max(self._asking, self._awaits.asking)
        self.desk.badge(self.KEY, asking + self._awaits.held)

    def _show(self, office: Office) -> None:
        self._has_server = office.has_server
        self.page.show_office(office)

    # Who asks to be let in

    def _look(self) -> None:
        self.page.admission.show_looking()
        self.desk.travel_quietly(self.page, errands.asking, self._show_requests)

    def _show_requests(self, asked: Asked) -> None:
        trouble = self.desk.words(Fault(asked.trouble)) if asked.trouble else ""
        self.page.admission.show_requests(asked.requests, trouble)
        if not asked.trouble:
            self._asked_at = self.desk.clock.now()
            self._show_asking(waiting_of(asked))

    def _approve(self, typed: str, terms: Terms) -> None:
        job = partial(errands.approve, typed=typed, terms=terms)
        self.desk.travel(self.page, job, self._approved, self._not_approved)

    def _approved(self, done: Request) -> None:
        said = fill(self.tr("%1, RT %2, sudah diterima."), done.name, rt_short(done.rt))
        if not done.rt:
            said = fill(self.tr("%1 sudah diterima."), done.name)
        self.page.admission.tell(said, well=True)
        self.page.invitation.forget(done.rt)
        self.desk.changed({"_member", "_space"})
        self.desk.send_now()

    def _not_approved(self, error: Exception) -> None:
        self.page.admission.tell(self.desk.words(error), well=False)

    # Invitations

    def _invite(self, rt: str) -> None:
        job = partial(errands.invite, rt=rt)
        self.desk.travel(self.page, job, self._invited, self._not_invited)

    def _invited(self, invited: Invited) -> None:
        self.page.invitation.show_invited(invited, has_server=self._has_server)
        self.page.frame.show_soon(self.page.invitation.shown)

    def _not_invited(self, error: Exception) -> None:
        self.page.invitation.tell(self.desk.words(error))

    def _copy(self, code: str) -> None:
        QApplication.clipboard().setText(code)
        self.desk.say(self.tr("Kode disalin."))

    def _print_slip(self, invited: Invited) -> None:
        self.desk.ask(self.page, partial(receipts.slip, invited=invited), self._draw_slip)

    def _draw_slip(self, prepared: papers.Prepared) -> None:
        self.desk.aside(self.page, partial(papers.pdf, prepared), self._send_slip)

    def _send_slip(self, pdf: bytes) -> None:
        self.desk.print_pdf(pdf, self.tr("Undangan"))

    def _save_invitation(self, invited: Invited) -> None:
        whose = f"RT{invited.rt}" if invited.rt else "koordinator"
        target = self.desk.ask_save(
            f"PATBM_undangan_{whose}.undangan", self.tr("Undangan (*.undangan)")
        )
        if target is None:
            return
        said = self.tr("File undangan tersimpan. Serahkan kepada kader RT itu.")
        job = partial(membership.save_invitation, invited, target)
        self.desk.aside(self.page, job, lambda _: self.desk.say(said))

    # Letting go

    def _look_up_reach(self, dev: str) -> None:
        self.desk.ask(
            self.page,
            partial(roll.reach, dev=dev),
            partial(self._ask_about, dev),
        )

    def _ask_about(self, dev: str, reach: tuple[Reach, ...]) -> None:
        self.page.members.ask_about(dev, reach)

    # What is done about a laptop

    def _act(self, wish: Wish) -> None:
        job = partial(act, wish=wish)
        self.desk.ask(self.page, job, partial(self._acted, wish.step))

    def _acted(self, step: Step, kinds: frozenset[str]) -> None:
        said = {
            Step.COORDINATOR: self.tr("Laptop itu sekarang laptop koordinator."),
            Step.NO_COORDINATOR: self.tr("Tugas koordinator laptop itu sudah dicabut."),
            Step.COMPANION: self.tr("Pendamping kasus sudah dicatat dengan tanggal paktanya."),
            Step.PACT: self.tr("Tanggal pakta koordinator sudah dicatat."),
            Step.NO_CASES: self.tr("Catatan rahasia yang baru tidak terbuka lagi di laptop itu."),
            Step.LEAVE_RT: self.tr("Laptop itu sudah keluar dari RT tersebut."),
            Step.LOST: self.tr("Laptop itu sudah dikeluarkan. Catatan baru memakai kunci baru."),
        }
        self.desk.say(said[step])
        self.desk.changed(kinds | {"_member"})
        self.desk.send_now()

    def _send_away(self) -> None:
        self.desk.ask(self.page, moving.send_away, partial(self._acted, Step.LOST))

    # Deciding

    def _decide(self, notes: tuple[HeldNote, ...], ok: bool, why: str) -> None:  # noqa: FBT001 - a slot
        job = partial(holding.decide, notes=notes, ok=ok, why=why)
        self.desk.ask(self.page, job, partial(self._decided, ok=ok))

    def _decided(self, kinds: frozenset[str], *, ok: bool) -> None:
        taken, left = self.tr("Catatan itu diterima."), self.tr("Catatan itu tidak dipakai.")
        self.desk.say(taken if ok else left)
        self.desk.changed(kinds | {"_accept"})
        self.desk.send_now()


def gather(ws: Workspace) -> Office:
    """Return who belongs to the kelurahan and what waits for its coordinator.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    return Office(
        kelurahan=ws.me.kelurahan_name,
        has_server=bool(joining.server_of(ws)),
        members=roll.people(ws),
        held=holding.held(ws),
        left_out=holding.held(ws, left_out=True),
        is_alone=roll.lacks_second_coordinator(ws),
        readers=roll.case_readers(ws),
        erasures=erasing.notices(ws),
        left_over=erasing.rest(ws),
        code=membership.waiting_here(ws).code,
        outsiders=moving.outsiders(ws),
    )


def act(ws: Workspace, wish: Wish) -> frozenset[str]:
    """Do what the coordinator confirmed about a laptop; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR, NO_SUCH_MEMBER or PACT_MISSING.
    """
    acts: dict[Step, Callable[[], frozenset[str]]] = {
        Step.COORDINATOR: lambda: membership.change_role(ws, wish.dev, "koordinator"),
        Step.NO_COORDINATOR: lambda: membership.change_role(ws, wish.dev, "pembaca"),
        Step.COMPANION: lambda: membership.name_companion(
            ws, wish.dev, wish.pact, from_today=wish.from_today
        ),
        Step.PACT: lambda: escrow.date_pact(ws, wish.dev, wish.pact),
        Step.NO_CASES: lambda: membership.withdraw_cases(ws, wish.dev),
        Step.LEAVE_RT: lambda: membership.remove_from_rt(ws, wish.dev, wish.rt),
        Step.LOST: lambda: membership.remove(ws, wish.dev),
    }
    return acts[wish.step]()


def waiting_of(asked: Asked) -> int:
    """Return how many of those who asked were not let in yet."""
    return sum(not each.is_member for each in asked.requests)


def count_asking(beside: Beside) -> int | None:
    """Return how many ask to be let in, None where the server did not say; nobody waits for it."""
    try:
        asked = errands.asking(beside)
    except Fault:
        return None
    return None if asked.trouble else waiting_of(asked)
