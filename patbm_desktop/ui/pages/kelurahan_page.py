"""Kelurahan: who belongs, who asks to be let in, and what waits for the coordinator."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.office.admission import AdmissionCard
from patbm_desktop.ui.office.held import HeldCard
from patbm_desktop.ui.office.help import HelpCard
from patbm_desktop.ui.office.invitation import InvitationCard
from patbm_desktop.ui.office.members import MembersCard
from patbm_desktop.ui.office.outsiders import OutsidersBanner
from patbm_desktop.ui.office.readers import ReadersCard
from patbm_desktop.ui.office.view import Office
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.erasure_card import ErasureCard
from patbm_desktop.ui.parts.frame import PageFrame, TwoColumns
from patbm_desktop.ui.parts.layouts import Column, order_tabs, show_if
from patbm_desktop.ui.parts.one_primary import OnePrimary
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme

RIGHT_PX = 430


class KelurahanPage(Page):
    """Shows an `Office` and passes on what its cards ask for; `today` tells the day."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"_member", "_space", "_accept", "_key", "_ask_erase", "_erase", "person"}
    )
    stick_asked = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(theme)
        self._office: Office | None = None
        self.stick = Button(theme, self.tr("Ambil dari flashdisk"), icon="usb")
        self.admission = AdmissionCard(theme, today)
        self.invitation = InvitationCard(theme)
        self.members = MembersCard(theme, today)
        self.held = HeldCard(theme)
        self.readers = ReadersCard(theme)
        self.outsiders = OutsidersBanner(theme)
        self.erasures = ErasureCard(theme)
        self.help = HelpCard(theme)
        self._build(theme)
        self.stick.clicked.connect(self.stick_asked)
        self.second.clicked.connect(self.invitation.ask_for_coordinator)
        self.members.panel_opened.connect(self._show_panel)
        OnePrimary(
            self,
            (self.members.panel.go, self.help.save, self.admission.approve, self.invitation.invite),
        )

    def title(self) -> str:
        """Return the name of the kelurahan."""
        said = self.tr("Kelurahan")
        return f"{said} {self._office.kelurahan}".strip() if self._office else said

    def subtitle(self) -> str:
        """Return how many laptops there are."""
        if self._office is None:
            return ""
        rts = {rt for each in self._office.members if each.is_active for rt in each.rts}
        return self.tr("%Ln RT terhubung", "", len(rts))

    def page_actions(self) -> tuple[QWidget, ...]:
        """Return the way to what volunteers bring."""
        return (self.stick,)

    def start(self) -> None:
        """Put the focus where an invitation begins."""
        self.invitation.rt.setFocus()

    def show_office(self, office: Office) -> None:
        """Show who belongs and what waits."""
        self._office = office
        self.members.show_members(office.members)
        self.held.show_held(office.held, office.left_out)
        self.readers.show_readers(office.readers)
        self.erasures.show_notices(office.erasures, left_over=office.left_over)
        self.outsiders.show_outsiders(office.outsiders)
        show_if(self.nag, on=office.is_alone)
        self.show_founding(office.code)
        order_tabs(self.frame)
        others = [each for each in office.members if not each.is_me]
        show_if(self.empty, on=not others)
        self.head_changed.emit()

    def show_founding(self, code: str) -> None:
        """Say that the server does not know this office yet; `code` is "" once it does."""
        show_if(self.founding, on=bool(code))
        if code:
            said = self.tr("Bacakan dua belas huruf laptop ini kepada pengurus server: %1")
            self.founding.set_text(fill(said, code), self.tr("Menunggu pengurus server."))

    def wipe(self) -> None:
        """Forget what is shown and typed."""
        self._office = None
        for card in (
            self.admission, self.invitation, self.members, self.held, self.readers, self.erasures,
            self.help,
        ):  # fmt: skip
            card.wipe()
        super().wipe()

    def _show_panel(self) -> None:
        order_tabs(self.frame)
        self.frame.show_soon(self.members.panel)

    def _build(self, theme: Theme) -> None:
        self.founding = Banner(theme, "", status="info", icon="key-round")
        nag = self.tr(
            "Kelurahan ini baru punya satu laptop koordinator. "
            "Kalau laptop itu hilang, tidak ada yang bisa menerima RT baru."
        )
        self.nag = Banner(theme, nag, status="warn", icon="users")
        self.second = Button(theme, self.tr("Undang koordinator"), size="small")
        self.nag.buttons.addWidget(self.second)
        self.empty = Banner(
            theme,
            self.tr("Bagikan kode undangan, atau ambil file dari flashdisk kader."),
            status="info",
            icon="ticket",
            title=self.tr("Belum ada RT yang terhubung."),
        )
        left, right = QWidget(), QWidget()
        for side, cards in (
            (left, (self.admission, self.held, self.erasures, self.members)),
            (right, (self.invitation, self.help, self.readers)),
        ):
            column = Column(theme, side, spacing=12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self.frame = PageFrame(theme)
        self.frame.body.addWidget(self.founding)
        self.frame.body.addWidget(self.outsiders)
        self.frame.body.addWidget(self.nag)
        self.frame.body.addWidget(self.empty)
        self.frame.body.addWidget(TwoColumns(theme, left, right, right_width=RIGHT_PX))
        self.frame.body.addStretch(1)
        for banner in (self.founding, self.nag, self.empty, self.held):
            banner.hide()
        fill_with(self, self.frame)
