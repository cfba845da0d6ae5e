"""Sinkronisasi: sending now, and flash drives that come and go."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt

from patbm_desktop.actions.papers import papers, receipts
from patbm_desktop.actions.travel import errands, syncing, usb
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.actions.travel.syncing import Overview
from patbm_desktop.actions.travel.usb import Brought, Carried
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.parts import stick_words
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.erasure_answer import ErasureAnswer
from patbm_desktop.ui.roads.left_answer import LeftAnswer
from patbm_desktop.ui.shell import Entry
from patbm_desktop.ui.teller import Teller

NO_STICK = frozenset({Refusal.STICK_MISSING, Refusal.STICK_SEVERAL})


class SyncRoad(Road):
    """Answers Sinkronisasi."""

    KEY: ClassVar[str] = "sync"

    def entry(self) -> Entry:
        """Return the entry above Pengaturan."""
        return Entry("sync", "refresh-cw", self.tr("Sinkronisasi"), keys="F5")

    def build(self) -> Page:
        """Make the page and connect its signals."""
        self.page = page = SyncPage(self.desk.theme)
        page.send_asked.connect(self.desk.send_now)
        page.connect_asked.connect(lambda: self.desk.go("join"))
        page.save_asked.connect(self._save)
        page.take_asked.connect(self._take)
        page.receipt_asked.connect(self._print_receipt)
        ErasureAnswer(self.desk, page, page.erasures)
        self._left = LeftAnswer(self.desk, page, page.left)
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Ask how far everything has come; with `save` write to the flash drive at once."""
        if what.get("save"):
            self._save()
        self.desk.ask(self.page, syncing.overview, self._show)
        self.desk.ask(self.page, receipts.check_words, self.page.show_check_words)
        self.desk.ask(self.page, erasing.notices, self.page.erasures.show_notices)
        self._left.fill()

    def _show(self, shown: Overview) -> None:
        self.desk.adopt_travels(shown.state)
        self.page.show_overview(shown, self.desk.travels())

    # Flash drives

    def _save(self) -> None:
        self._save_to(None)

    def _save_to(self, target: Path | None) -> None:
        self.page.show_busy()
        job = partial(save, target=target, teller=self._teller())
        self.desk.travel(self.page, job, self._saved, self._not_saved)

    def _saved(self, carried: Carried) -> None:
        self.page.tell(stick_words.saved(carried), well=True)
        self.fill({})

    def _not_saved(self, error: Exception) -> None:
        self._tell_fault(error, self._save, self.tr("Pilih folder lain"), self._choose_target)

    def _choose_target(self) -> None:
        me, today = self.desk.me, self.desk.clock.now().date()
        target = self.desk.ask_save(usb.file_name(me.rt_number, today), self._files())
        if target is not None:
            self._save_to(target)

    def _take(self) -> None:
        self.page.show_busy()
        self.desk.travel(self.page, found, self._found, self._not_taken)

    def _found(self, files: tuple[Path, ...]) -> None:
        if files:
            self._take_from(files)
        else:
            said = self.tr(
                "Belum ada file PATBM di flashdisk ini. Catatan aman. Pasang flashdisk lain,"
                " atau pilih file-nya."
            )
            self._offer(said, self._take, self.tr("Pilih file"), self._choose_file)

    def _choose_file(self) -> None:
        file = self.desk.ask_open(self.tr("Ambil dari flashdisk"), self._files())
        if file is not None:
            self._take_from((file,))
        else:
            self.page.tell(self.tr("Belum ada file yang dipilih."), well=False)

    def _take_from(self, files: tuple[Path, ...]) -> None:
        self.page.show_busy()
        job = partial(take, files=files, teller=self._teller())
        self.desk.travel(self.page, job, self._taken, self._not_taken)

    def _taken(self, brought: Brought) -> None:
        said = stick_words.taken(brought)
        if brought.ill:
            self._offer(said, self._take, self.tr("Pilih file"), self._choose_file)
        else:
            self.page.tell(said, well=not brought.refused)
        self.desk.changed(brought.kinds)
        self.fill({})

    def _not_taken(self, error: Exception) -> None:
        self._tell_fault(error, self._take, self.tr("Pilih file"), self._choose_file)

    def _tell_fault(self, error: Exception, again: object, other: str, choose: object) -> None:
        sentence = self.desk.words(error)
        if not (isinstance(error, Fault) and error.refusal in NO_STICK):
            self.page.tell(sentence, well=False)
            return
        self._offer(sentence, again, other, choose)

    def _offer(self, sentence: str, again: object, other: str, choose: object) -> None:
        """Say what stood in the way, with a way to try again and one around it."""
        theme = self.desk.theme
        buttons = (
            Button(theme, self.tr("Coba lagi"), size="small"),
            Button(theme, other, size="small"),
        )
        for button, act in zip(buttons, (again, choose), strict=True):
            button.clicked.connect(act, Qt.ConnectionType.QueuedConnection)
        self.page.tell(sentence, well=False, again=buttons)

    def _teller(self) -> Teller:
        teller = Teller(self)
        teller.moved.connect(self.page.show_progress, Qt.ConnectionType.QueuedConnection)
        return teller

    def _files(self) -> str:
        return self.tr("File PATBM (*.patbm)")

    # The receipt

    def _print_receipt(self) -> None:
        self.desk.ask(self.page, receipts.sheet, self._draw)

    def _draw(self, prepared: papers.Prepared) -> None:
        self.desk.aside(self.page, partial(papers.pdf, prepared), self._print)

    def _print(self, pdf: bytes) -> None:
        save = (self.tr("Simpan PDF"), partial(self._keep, pdf))
        self.desk.print_pdf(pdf, self.tr("Tanda terima"), [save])

    def _keep(self, pdf: bytes) -> None:
        target = self.desk.ask_save("PATBM_tanda-terima.pdf", "PDF (*.pdf)")
        if target is not None:
            said = self.tr("Tersimpan.")
            self.desk.aside(
                self.page, partial(papers.keep, target, pdf), lambda _: self.desk.say(said)
            )


def save(beside: Beside, target: Path | None, teller: Teller) -> Carried:
    """Write all notes to `target`, or to the one flash drive there is.

    Raises:
        Fault: there is no flash drive, or more than one; or it refused.
    """
    wanted = target or usb.target_on_stick(beside.ws)
    return errands.save(beside, wanted, teller.moved.emit)


def found(beside: Beside) -> tuple[Path, ...]:
    """Return what others left on the one flash drive there is, the last of each laptop.

    Raises:
        Fault: there is none, or more than one.
    """
    return usb.found_on_stick(beside.laptop.dev)


def take(beside: Beside, files: tuple[Path, ...], teller: Teller) -> Brought:
    """Take in what files have for this laptop.

    Raises:
        Fault: none of them is for this laptop, or the disk refused.
    """
    return errands.load(beside, files, teller.moved.emit)
