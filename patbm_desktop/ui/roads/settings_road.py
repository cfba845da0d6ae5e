"""Pengaturan and what it changes: this laptop's look, the records of person and RT, the keys."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt

from patbm_desktop.actions.entrance import passphrases, region
from patbm_desktop.actions.entrance.appearance import Appearance
from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import contacts, letterheads, people
from patbm_desktop.actions.rt.letterheads import Kop
from patbm_desktop.actions.travel import syncing
from patbm_desktop.actions.upkeep import backups
from patbm_desktop.actions.upkeep.backups import Restored
from patbm_desktop.ui import trouble
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.settings_page import SettingsPage
from patbm_desktop.ui.recovery import sheet_pdf
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.settings.view import Settings
from patbm_desktop.ui.shell import Entry
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.teller import Teller

BACKUP_FILES = "*.cadangan"


class SettingsRoad(Road):
    """Answers Pengaturan."""

    KEY: ClassVar[str] = "settings"

    def entry(self) -> Entry:
        """Return the last entry of the sidebar."""
        return Entry("settings", "settings", self.tr("Pengaturan"))

    def build(self) -> Page:
        """Make the page and connect its signals."""
        self.page = page = SettingsPage(
            self.desk.theme, passphrases.draw_passphrase, passphrases.strength
        )
        self._file: Path | None = None
        page.look_wanted.connect(self._wear)
        page.person_changed.connect(self._change_person)
        page.rt_changed.connect(self._change_rt)
        page.head_named.connect(self._name_head)
        page.kop_changed.connect(self._change_kop)
        page.passphrase_chosen.connect(self._renew)
        page.sheet_asked.connect(self._make_sheet)
        page.sheet_tried.connect(self._try_sheet)
        page.number_changed.connect(self._set_number)
        page.number_tested.connect(self._mark_tested)
        page.names_hidden.connect(self._hide_names)
        page.copy_asked.connect(self._copy)
        page.file_asked.connect(self._choose_file)
        page.restore_asked.connect(self._restore)
        page.address_changed.connect(self._connect_to)
        page.travel_switched.connect(self._switch)
        page.join_asked.connect(lambda: self.desk.go("join"))
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Gather everything there is to set."""
        self.page.want(str(what.get("section", "")))
        look, folder = self.desk.appearance, self.desk.folder
        self.desk.ask(self.page, lambda ws: gather(ws, look, folder), self._show)

    def _show(self, settings: Settings) -> None:
        if settings.me != self.desk.me:
            self.desk.refresh_me(settings.me)
        self.page.show_settings(settings)

    # This laptop

    def _wear(self, look: Appearance) -> None:
        before = self.desk.appearance
        self.desk.set_appearance(look)
        if look.language == before.language:
            self.page.look.show_look(look)
            self.page.locking.show_look(look)
        self.desk.say(self.tr("Pengaturan diubah."), undo=partial(self._wear, before))

    def _hide_names(self, hidden: bool) -> None:  # noqa: FBT001 - a slot of a switch
        self.desk.ask(
            self.page,
            lambda ws: passphrases.hide_names(ws, hidden=hidden),
            lambda _: self._names_are(hidden=hidden),
        )

    def _names_are(self, *, hidden: bool) -> None:
        look = self.desk.appearance
        if look.hide_names != hidden:
            self.desk.set_appearance(replace(look, hide_names=hidden))
        self.page.locking.show_look(self.desk.appearance)
        self.desk.say(self.tr("Pengaturan diubah."), undo=partial(self._hide_names, not hidden))

    # Records

    def _change_person(self, values: dict[str, Any]) -> None:
        self.desk.change(
            self.page, lambda ws: change_person(ws, values), self.tr("Data diri diubah.")
        )

    def _change_rt(self, values: dict[str, Any]) -> None:
        self.desk.change(self.page, lambda ws: change_rt(ws, values), self.tr("Data RT diubah."))

    def _name_head(self, name: str) -> None:
        self.desk.change(
            self.page,
            lambda ws: people.set_head_of_rt(ws, name),
            self.tr("Nama Ketua RT diubah."),
        )

    def _change_kop(self, lines: tuple[str, ...], address: str) -> None:
        self.desk.change(
            self.page,
            lambda ws: letterheads.put(ws, Kop(lines, address)),
            self.tr("Kop surat diubah."),
        )

    def _set_number(self, function: str, number: str) -> None:
        self.desk.change(
            self.page,
            lambda ws: contacts.set_number(ws, function, number),
            self.tr("Nomor diubah."),
        )

    def _mark_tested(self, function: str) -> None:
        self.desk.change(
            self.page,
            lambda ws: contacts.mark_tested(ws, function),
            self.tr("Nomor ditandai sudah dicoba."),
        )

    # Keys

    def _renew(self, passphrase: str) -> None:
        self.page.secret.passphrase_changed()
        self.desk.renew(passphrase)

    def _make_sheet(self) -> None:
        self.desk.ask(self.page, sheet_pdf, self._print_sheet)

    def _print_sheet(self, pdf: bytes) -> None:
        self.desk.print_pdf(pdf, self.tr("Lembar pemulihan"))
        self.fill({"section": "recovery"})

    def _try_sheet(self, letters: str) -> None:
        self.desk.ask(self.page, lambda ws: passphrases.try_sheet(ws, letters), self._sheet_tried)

    def _sheet_tried(self, fits: bool) -> None:  # noqa: FBT001 - the answer of a lane
        self.page.secret.show_trial(fits=fits)
        if fits:
            self.desk.say(self.tr("Lembar pemulihan cocok."))
            self.fill({})

    # The server

    def _connect_to(self, address: str) -> None:
        self.desk.ask(
            self.page,
            partial(syncing.connect_to, address=address),
            self._connected,
            self._not_connected,
        )

    def _connected(self, _: str) -> None:
        self.desk.say(self.tr("Alamat server diubah."))
        self.desk.take_up()
        self.fill({})

    def _not_connected(self, error: Exception) -> None:
        self.page.connection.show_problem(self.desk.words(error))

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - a slot of a switch
        self.desk.ask(self.page, lambda ws: syncing.switch(ws, on=on), lambda _: self._switched(on))

    def _switched(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        self.desk.say(self.tr("Pengaturan diubah."), undo=partial(self._switch, not on))
        self.desk.take_up()
        self.fill({})

    # Copies

    def _copy(self) -> None:
        me, today = self.desk.me, self.desk.clock.now().date()
        whose = f"RT{me.rt_number}" if me.rt else "KELURAHAN"
        name = f"PATBM_{whose}_{today.isoformat()}.cadangan"
        target = self.desk.ask_save(name, self._files())
        if target is None:
            return
        self.page.copies.show_busy(busy=True)
        wanted = target if target.suffix else target.with_suffix(".cadangan")
        self.desk.ask(
            self.page,
            partial(backups.full, target=wanted, progress=self._teller().moved.emit),
            self._copied,
            self._copy_stopped,
        )

    def _copied(self, _: int) -> None:
        done = self.tr("Tersimpan. File terkunci dengan kata sandi. Flashdisk boleh dicabut.")
        self.page.copies.tell(done, well=True)

    def _copy_stopped(self, error: Exception) -> None:
        self.page.copies.tell(self.desk.words(error), well=False)

    def _choose_file(self) -> None:
        self._file = self.desk.ask_open(self.tr("Ambil dari cadangan"), self._files())
        if self._file is not None:
            self.page.copies.ask_passphrase(self._file.name)

    def _restore(self, passphrase: str) -> None:
        file = self._file
        if file is not None:
            self.desk.ask(
                self.page,
                partial(
                    backups.restore,
                    file=file,
                    words=passphrase,
                    progress=self._teller().moved.emit,
                ),
                self._restored,
                self._copy_stopped,
            )

    def _teller(self) -> Teller:
        teller = Teller(self)
        teller.moved.connect(self.page.copies.show_progress, Qt.ConnectionType.QueuedConnection)
        return teller

    def _restored(self, restored: Restored) -> None:
        words = self.tr("%1 perubahan baru masuk dari cadangan, %2 sudah ada.")
        self.page.copies.tell(fill(words, restored.new, restored.known), well=True)

    def _files(self) -> str:
        return fill(self.tr("Cadangan (%1)"), BACKUP_FILES)


def gather(ws: Workspace, look: Appearance, folder: Path) -> Settings:
    """Return everything there is to set."""
    ws.me = ws.look_up_me()
    kop = letterheads.standing(ws)
    city = region.load() if ws.region.is_invented else ws.region
    return Settings(
        appearance=look,
        me=ws.me,
        head=people.head_of_rt(ws),
        kop=kop.lines if kop else (),
        address=kop.address if kop else "",
        contacts=contacts.every(ws),
        sheet=passphrases.sheet_state(ws),
        kelurahan=tuple((each.code, each.name) for each in city.kelurahan()),
        city=ws.region.short,
        log=trouble.log_file(folder),
        standing=joining.standing(ws),
        travels=syncing.is_on(ws),
    )


def change_person(ws: Workspace, values: dict[str, Any]) -> Done:
    """Change the person's record, and the name on the locked screen with it."""
    done = people.edit_me(ws, values)
    if "call_name" in values or "name" in values:
        passphrases.rename(ws, ws.me.call_name)
    return done


def change_rt(ws: Workspace, values: dict[str, Any]) -> Done:
    """Change the record of the RT this vault keeps."""
    done = people.change(ws, "rt", ws.rt, values)
    ws.me = ws.look_up_me()
    return done
