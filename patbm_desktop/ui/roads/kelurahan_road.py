"""Kelurahan: inviting, admitting, letting go and deciding, each answered by its action."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QApplication

from patbm_desktop.actions import exchanging, joining, membership, papers, receipts
from patbm_desktop.actions.exchanging import Asked
from patbm_desktop.actions.membership import HeldGroup, Invited, Reach, Request, Terms
from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui.office.view import Office
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.kelurahan_page import KelurahanPage
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.shell import Entry
from patbm_desktop.ui.strings import fill, rt_short


class KelurahanRoad(Road):
    """Answers the coordinator's page."""

    KEY: ClassVar[str] = "kelurahan"
    OF_COORDINATOR: ClassVar[bool] = True

    def entry(self) -> Entry:
        """Return the entry between Laporan and Sinkronisasi."""
        return Entry("kelurahan", "building-2", self.tr("Kelurahan"))

    def build(self) -> Page:
        """Make the page and connect its signals."""
        self.page = page = KelurahanPage(self.desk.theme, self.desk.clock.now().date())
        page.stick_asked.connect(lambda: self.desk.go("sync"))
        page.admission.look_asked.connect(self._look)
        page.admission.approved.connect(self._approve)
        page.invitation.wanted.connect(self._invite)
        page.invitation.copy_asked.connect(self._copy)
        page.invitation.print_asked.connect(self._print_slip)
        page.invitation.save_asked.connect(self._save_invitation)
        page.members.loss_asked.connect(self._look_up_reach)
        page.members.removed.connect(self._remove)
        page.held.decided.connect(self._decide)
        return page

    def fill(self, what: Mapping[str, object]) -> None:  # noqa: ARG002 - there is one page
        """Gather who belongs and what waits, then ask who wants to be let in."""
        self.desk.ask(self.page, gather, self._show)
        self._look()

    def _show(self, office: Office) -> None:
        self._has_server = office.has_server
        self.page.show_office(office)

    # Who asks to be let in

    def _look(self) -> None:
        self.desk.travel_quietly(self.page, exchanging.asking, self._show_requests)

    def _show_requests(self, asked: Asked) -> None:
        trouble = self.desk.words(Fault(asked.trouble)) if asked.trouble else ""
        self.page.admission.show_requests(asked.requests, trouble)
        waiting = sum(not each.is_member for each in asked.requests)
        self.desk.badge(self.KEY, waiting)

    def _approve(self, typed: str, terms: Terms) -> None:
        job = partial(exchanging.approve, typed=typed, terms=terms)
        self.desk.travel(self.page, job, self._approved, self._not_approved)

    def _approved(self, done: Request) -> None:
        said = fill(self.tr("%1, RT %2, sudah diterima."), done.name, rt_short(done.rt))
        if not done.rt:
            said = fill(self.tr("%1 sudah diterima."), done.name)
        self.page.admission.tell(said, well=True)
        self._look()
        self.desk.send_now()

    def _not_approved(self, error: Exception) -> None:
        self.page.admission.tell(self.desk.words(error), well=False)

    # Invitations

    def _invite(self, rt: str) -> None:
        job = partial(exchanging.invite, rt=rt)
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
            partial(membership.reach, dev=dev),
            partial(self._ask_about, dev),
        )

    def _ask_about(self, dev: str, reach: tuple[Reach, ...]) -> None:
        self.page.members.ask_about(dev, reach)
        self.page.frame.show_soon(self.page.members.question)

    def _remove(self, dev: str) -> None:
        self.desk.ask(self.page, partial(membership.remove, dev=dev), self._removed)

    def _removed(self, kinds: frozenset[str]) -> None:
        self.desk.say(self.tr("Laptop itu sudah dikeluarkan. Catatan baru memakai kunci baru."))
        self.desk.changed(kinds | {"_member"})
        self.desk.send_now()

    # Deciding

    def _decide(self, group: HeldGroup, ok: bool, why: str) -> None:  # noqa: FBT001 - a slot
        job = partial(membership.decide, notes=group.notes, ok=ok, why=why)
        self.desk.ask(self.page, job, partial(self._decided, ok=ok))

    def _decided(self, kinds: frozenset[str], *, ok: bool) -> None:
        taken, left = self.tr("Catatan itu diterima."), self.tr("Catatan itu tidak dipakai.")
        self.desk.say(taken if ok else left)
        self.desk.changed(kinds | {"_accept"})


def gather(ws: Workspace) -> Office:
    """Return who belongs to the kelurahan and what waits for its coordinator.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    return Office(
        kelurahan=ws.me.kelurahan_name,
        has_server=bool(joining.server_of(ws)),
        members=membership.people(ws),
        held=membership.held(ws),
        is_alone=membership.lacks_second_coordinator(ws),
    )
