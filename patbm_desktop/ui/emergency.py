"""Opens the emergency card over whatever is shown: open, locked, or before there is any data."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from patbm_desktop.actions.entrance import region
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.me import Me
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.rt import contacts
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.domain.region import Region
from patbm_desktop.ui import printing, wording_of
from patbm_desktop.ui.emergency_card import EmergencyCard, Numbers
from patbm_desktop.ui.house import House
from patbm_desktop.ui.parts.overlay import Overlay
from patbm_desktop.ui.parts.toast import announce
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.workplace import Workplace

CONCERN = "concern"
"""Where what happens now is written down."""


class Emergency(QObject):
    """Shows the card at once from `nomor.json`, then with what the open vault knows better."""

    def __init__(self, house: House, window: QWidget) -> None:
        super().__init__()
        self._house, self._window = house, window
        self._overlay: Overlay | None = None
        self._card: EmergencyCard | None = None
        self._workplace: Workplace | None = None
        self._rows: Sequence[ContactRow] = ()
        self._can_note = False

    def open(self, workplace: Workplace | None) -> None:
        """Show the card; `workplace` is None while the vault is locked."""
        if self._overlay is not None:
            return
        self._workplace = workplace
        city = self._region()
        self._rows = contacts.public(self._house.folder, city)
        self._card = EmergencyCard(self._house.theme, self._numbers())
        self._card.close_asked.connect(self.close)
        self._card.print_asked.connect(self._print)
        self._card.tested.connect(self._tested)
        self._card.note_asked.connect(self._note)
        name = self.tr("Nomor darurat")
        self._overlay = Overlay(self._window, self._house.theme, self._card, name=name)
        self._overlay.closed.connect(self._gone)
        self._overlay.open()
        announce(self._overlay, name)
        if workplace is not None:
            workplace.ask(self._card, contacts.every, self._show)
            if not workplace.is_meeting():
                workplace.ask(self._card, case_access.can_read, self._offer_note)

    def close(self) -> None:
        """Take the card away."""
        if self._overlay is not None:
            self._overlay.close_overlay()

    def is_open(self) -> bool:
        """Say whether the card is shown."""
        return self._overlay is not None

    def card(self) -> EmergencyCard | None:
        """Return the card while it is shown."""
        return self._card

    def _region(self) -> Region:
        name = region.find(self._me.kelurahan_code) if self._me else None
        return region.load(name or region.DEFAULT)

    @property
    def _me(self) -> Me | None:
        return self._workplace.me if self._workplace is not None else None

    def _numbers(self) -> Numbers:
        me = self._me
        return Numbers(
            rows=self._rows,
            form=me.address_form if me else "tanpa",
            city=self._region().short,
            can_test=me is not None,
            can_note=self._can_note,
        )

    def _offer_note(self, can_note: bool) -> None:  # noqa: FBT001 - the answer of a lane
        self._can_note = can_note
        if self._card is not None and can_note:
            self._card.show_numbers(self._numbers())

    def _note(self) -> None:
        """Go on to the note; where one is open already, closing the card asks about it."""
        workplace = self._workplace
        is_open = workplace is not None and _is_noting(workplace)
        self.close()
        if workplace is not None and not is_open:
            workplace.go(CONCERN, numbers=True)

    def _show(self, rows: Sequence[ContactRow]) -> None:
        is_new = tuple(rows) != tuple(self._rows)
        self._rows = rows
        if self._card is not None and is_new:
            self._card.show_numbers(self._numbers())

    def _tested(self, function: str) -> None:
        if self._workplace is not None:
            self._workplace.change(
                self._window,
                partial(_mark_tested, function=function),
                self.tr("Nomor ditandai sudah dicoba."),
                then=self._again,
            )

    def _again(self, _: Done) -> None:
        if self._workplace is not None and self._card is not None:
            self._workplace.ask(self._card, contacts.every, self._show)

    def _print(self) -> None:
        house = self._house
        rows, clock, tongue = tuple(self._rows), house.clock, language()
        house.session.aside(
            self._window,
            lambda: papers.pdf(papers.locked_card(rows, clock, tongue)),
            self._send,
            self._not_made,
        )

    def _send(self, pdf: bytes) -> None:
        name = self.tr("Kartu darurat")
        if printing.has_printer():
            printing.print_by_dialog(self._window, pdf, name)
            return
        target = self._house.files.ask_save(self._window, "kartu-darurat.pdf", "PDF (*.pdf)")
        if target is not None:
            target.write_bytes(pdf)

    def _not_made(self, error: Exception) -> None:
        words = wording_of.words(error, "tanpa", None)
        if self._workplace is not None:
            self._workplace.say(words)

    def _gone(self) -> None:
        if self._overlay is not None:
            self._overlay.deleteLater()
        self._overlay, self._card, self._can_note = None, None, False
        if self._workplace is not None and self._is_shown(self._workplace):
            self._workplace.page().numbers_closed()

    def _is_shown(self, workplace: Workplace) -> bool:
        return isValid(workplace.shell) and workplace.shell.isVisible()


def _is_noting(workplace: Workplace) -> bool:
    return workplace.key() == CONCERN and "draft" in workplace.page().place()


def _mark_tested(ws: Workspace, function: str) -> Done:
    return contacts.mark_tested(ws, function)
