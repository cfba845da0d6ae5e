"""What an open vault gives and takes: data and changes by lanes, words to the person, files."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from patbm_desktop.actions.cases import case_undo
from patbm_desktop.actions.entrance.appearance import Appearance
from patbm_desktop.actions.opened.changes import Done, Undo
from patbm_desktop.actions.opened.me import Me
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui import printing, wording_of
from patbm_desktop.ui.desk import Act, Extra, Failed
from patbm_desktop.ui.house import House
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.parts.sync_words import Travels
from patbm_desktop.ui.shell import Shell
from patbm_desktop.ui.theme import Theme

T = TypeVar("T")


class Counter(QObject):
    """The half of the desk (see `ui/desk.py`) that needs no page: it serves whoever asks.

    A change can be taken back until the next one; an answer is dropped when its asker is gone.
    """

    def __init__(self, house: House, me: Me, window: QWidget) -> None:
        super().__init__()
        self._house, self._me, self._window = house, me, window
        self.shell = Shell(house.theme)
        self.toast = self.shell.toast
        self._undo: Undo | Act | None = None
        self._extras: Sequence[Extra] = ()
        self.toast.undone.connect(self._take_back)
        self.toast.extra.connect(self._do_extra)

    @property
    def theme(self) -> Theme:
        """The look in force."""
        return self._house.theme

    @property
    def clock(self) -> Clock:
        """What tells the time."""
        return self._house.clock

    @property
    def folder(self) -> Path:
        """Where the vault stands."""
        return self._house.folder

    @property
    def me(self) -> Me:
        """The person at the keyboard."""
        return self._me

    @property
    def appearance(self) -> Appearance:
        """How the program looks on this laptop."""
        return self._house.appearance

    @property
    def window(self) -> QWidget:
        """The parent of system dialogs."""
        return self._window

    def ask(
        self,
        owner: QObject,
        job: Callable[[Workspace], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job` on the store lane, then hand its value to `then` on this thread."""
        self._house.session.ask(owner, job, then, failed or partial(self._failed, owner))

    def change(
        self,
        owner: QObject,
        job: Callable[[Workspace], Done],
        said: str = "",
        *,
        then: Callable[[Done], None] | None = None,
        failed: Failed | None = None,
        extras: Sequence[Extra] = (),
    ) -> None:
        """Do a change on the store lane, tell the pages it concerns, and say `said` with undo."""
        asker = owner

        def changed(done: Done) -> None:
            self._undo = done.undo
            self._house.saved_at = self.clock.now()
            if said:
                self.say(said, undo=done.undo, extras=extras)
            self.changed(done.kinds)
            if then is not None and isValid(asker):
                then(done)

        self._house.session.ask(self, job, changed, failed or partial(self._failed, owner))

    def aside(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job`, which needs no vault, on the other lane."""
        self._house.session.aside(owner, job, then, failed or partial(self._failed, owner))

    def travel(
        self,
        owner: QObject,
        job: Callable[[Beside], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job`, which waits for others, on a lane of its own; what it wrote is taken up."""
        session, traveller = self._house.session, self._house.traveller

        def done(value: T) -> None:
            traveller.take_up()
            then(value)

        session.travel(owner, job, done, failed or partial(self._failed, owner))

    def travel_quietly(
        self, owner: QObject, job: Callable[[Beside], T], then: Callable[[T], None]
    ) -> None:
        """Do `job`, which only asks, on a lane of its own."""
        self._house.session.travel(owner, job, then, partial(self._failed, owner))

    def take_up(self) -> None:
        """Look again how far notes have come, and let them travel if they may."""
        self._house.traveller.start()

    def send_now(self) -> None:
        """Send and receive now."""
        self._house.traveller.now()

    def travels(self) -> Travels:
        """Return how far notes have come as of now."""
        traveller = self._house.traveller
        sending = traveller.progress if traveller.is_under_way else None
        checks_anew = traveller.is_under_way and traveller.checks_anew
        return Travels(traveller.state, sending, traveller.clocks, checks_anew=checks_anew)

    def words(self, error: Exception) -> str:
        """Return the sentence for a fault, or the calm one for a bug."""
        return wording_of.words(error, self._me.address_form, self._house.saved_at)

    def say(
        self, text: str, *, undo: Undo | Act | None = None, extras: Sequence[Extra] = ()
    ) -> None:
        """Show `text` for a few seconds, with a way back when there is one."""
        if undo is not None:
            self._undo = undo
        self._extras = extras
        back = self.tr("Batalkan") if undo is not None else ""
        self.toast.show_message(text, undo_text=back, extra_texts=[words for words, _ in extras])

    def changed(self, kinds: Collection[str]) -> None:  # noqa: ARG002 - for those that show pages
        """Let what was written travel, and look up anew how far notes have come."""
        self._house.traveller.wrote()

    def undo_last(self) -> None:
        """Take the last change back, if there is one."""
        if self._undo is not None:
            self._take_back()

    def forget_unsaved(self, draft: str) -> None:
        """Drop what the disk has not taken yet of a draft that is not to be kept any more."""
        self._house.unsaved.pop(draft, None)

    def set_appearance(self, appearance: Appearance) -> None:
        """Keep `appearance` and show it at once."""
        try:
            self._house.set_appearance(appearance)
        except Fault as error:
            self.say(self.words(error))

    def ask_open(self, title: str, filters: str) -> Path | None:
        """Let the person choose a file; None when she does not."""
        return self._house.files.ask_open(self._window, title, filters)

    def ask_open_many(self, title: str, filters: str) -> list[Path]:
        """Let the person choose pictures, where the last ones were; empty when she does not."""
        last = self.appearance.last_photo_folder
        found = self._house.files.ask_open_many(self._window, title, filters, last)
        if found:
            self._house.remember(last_photo_folder=str(found[0].parent))
        return found

    def ask_save(self, name: str, filters: str) -> Path | None:
        """Let the person choose where to write `name`; None when she does not."""
        return self._house.files.ask_save(self._window, name, filters)

    def print_pdf(self, pdf: bytes, name: str, extras: Sequence[Extra] = ()) -> bool:
        """Send `pdf` to a printer by the system dialog; False when the person puts it off."""
        if not printing.has_printer():
            again = self.tr("Printer belum terbaca. Pasang printer, lalu coba lagi.")
            other = self.tr("Printer belum terbaca. Simpan sebagai PDF, lalu cetak di tempat lain.")
            self.say(other if extras else again, extras=extras)
            return False
        return printing.print_by_dialog(self._window, pdf, name)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if isinstance(undo, Undo):
            self.change(
                self, partial(case_undo.undo, what=undo), self.tr("Perubahan terakhir dibatalkan.")
            )
        elif undo is not None:
            undo()

    def _do_extra(self, place: int) -> None:
        extras, self._extras = self._extras, ()
        if place < len(extras):
            extras[place][1]()

    def _failed(self, owner: QObject, error: Exception) -> None:
        sentence = self.words(error)
        page = owner if isinstance(owner, Page) and isValid(owner) else None
        if page is None or not page.show_fault(sentence):
            self.say(sentence)
