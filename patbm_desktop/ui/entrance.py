"""The way in: the first run where no vault stands, the locked screen where one does."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.entrance import new_vault, passphrases, region, vault
from patbm_desktop.actions.entrance.appearance import Appearance
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.actions.entrance.vault import PersonHere
from patbm_desktop.actions.kelurahan.joining import Standing
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import errands
from patbm_desktop.actions.upkeep import backups
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.ui import printing, wording_of
from patbm_desktop.ui.help_door import HelpDoor
from patbm_desktop.ui.house import House
from patbm_desktop.ui.pages.first_run_page import Answers, FirstRunPage, Newcomer
from patbm_desktop.ui.pages.unlock_page import Door, UnlockPage
from patbm_desktop.ui.recovery import sheet_pdf

DAMAGED = frozenset(
    {
        Refusal.DATABASE_DAMAGED,
        Refusal.DATABASE_FOREIGN,
        Refusal.DATABASE_MISSING,
        Refusal.VAULT_MISSING,
        Refusal.KEY_FILE_DAMAGED,
        Refusal.KEY_FILE_ALTERED,
    }
)
"""What makes a vault stay shut whatever is typed: the last backup is offered instead."""


class Entrance(QObject):
    """Connects the first run and the locked screen to the vault; `opened` ends its work."""

    opened = Signal(object)
    """The workspace; only what is frozen in it may be read."""
    emergency_asked = Signal()

    def __init__(self, house: House, window: QWidget) -> None:
        super().__init__()
        self._house, self._window = house, window
        self.leads_to = ""
        """The page to begin with; "" for the usual one."""
        self._made: Workspace | None = None
        self._first_run: FirstRunPage | None = None
        self._unlock: UnlockPage | None = None

    def page(self) -> QWidget:
        """Return the page that belongs here now, freshly made."""
        if vault.exists(self._house.folder):
            self._first_run, self._unlock = None, self.make_unlock()
            return self._unlock
        self._unlock, self._first_run = None, self.make_first_run()
        return self._first_run

    def start(self) -> None:
        """Put the focus where something is typed."""
        page = self._unlock or self._first_run
        if page is not None:
            page.start()

    def wipe(self) -> None:
        """Forget what is typed on the locked screen; the first run only hides."""
        if self._unlock is not None:
            self._unlock.wipe()

    def answers(self) -> Answers | None:
        """Return what the first run was told so far, for the same page in another language."""
        return self._first_run.answers() if self._first_run is not None else None

    def show_answers(self, answers: Answers) -> None:
        """Show what the first run was told before."""
        if self._first_run is not None:
            self._first_run.show_answers(answers)

    # The first run

    def make_first_run(self) -> FirstRunPage:
        """Return the first run, connected to what makes a vault."""
        city = region.load()
        newcomer = Newcomer(
            kelurahan=[(each.code, each.name) for each in city.kelurahan()],
            kader=city.titles.kader,
            draw=passphrases.draw_passphrase,
            strength=passphrases.strength,
            language=self._house.appearance.language,
        )
        page = FirstRunPage(self._house.theme, newcomer)
        page.language_picked.connect(self._language_picked)
        page.scale_picked.connect(self._scale_picked)
        page.sheet_asked.connect(self._make_with_sheet)
        page.joining.file_asked.connect(self._choose_invitation)
        page.submitted.connect(self._make)
        return page

    def _language_picked(self, language: str) -> None:
        self._wear(replace(self._house.appearance, language=language))

    def _scale_picked(self, scale: float) -> None:
        self._wear(replace(self._house.appearance, scale=scale))

    def _wear(self, appearance: Appearance) -> None:
        try:
            self._house.set_appearance(appearance)
        except Fault as fault:
            self._first_run_failed(fault)

    def _make(self, profile: Profile, passphrase: str) -> None:
        if self._made is not None:
            self._connect_to_others(self._made)
            return
        house = self._house
        house.session.open(
            partial(new_vault.make, house.folder, profile, passphrase, house.clock),
            self._connect_to_others,
            self._first_run_failed,
        )

    def _connect_to_others(self, workspace: Workspace) -> None:
        """Ask to be let in where that was wished; the vault stands, whatever comes of it."""
        self._made = workspace
        page = self._first_run
        wish = page.joining.wish() if page is not None else None
        if wish is None:
            self._enter(workspace)
            return
        self._house.session.travel(
            self, partial(errands.join, wish=wish), self._asked, self._not_asked
        )

    def _asked(self, _: Standing) -> None:
        if self._made is not None:
            self.leads_to = "join"
            self._enter(self._made)

    def _not_asked(self, error: Exception) -> None:
        if self._first_run is not None:
            self._first_run.vault_stands()
        self._first_run_failed(error)

    def _choose_invitation(self) -> None:
        files = self._house.files
        path = files.ask_open(self._window, self.tr("Pilih file undangan"), self.tr("Undangan (*)"))
        if path is not None and self._first_run is not None:
            self._first_run.joining.show_file(path)

    def _make_with_sheet(self, profile: Profile, passphrase: str) -> None:
        house = self._house
        house.session.open(
            partial(new_vault.make, house.folder, profile, passphrase, house.clock),
            self._draw_sheet,
            self._first_run_failed,
        )

    def _draw_sheet(self, workspace: Workspace) -> None:
        self._made = workspace
        self._house.session.ask(self, sheet_pdf, self._print_sheet, self._first_run_failed)

    def _print_sheet(self, pdf: bytes) -> None:
        page = self._first_run
        if page is None:
            return
        printed = printing.has_printer() and printing.print_by_dialog(
            self._window, pdf, self.tr("Lembar pemulihan")
        )
        page.sheet_made(printed=printed)

    def _first_run_failed(self, error: Exception) -> None:
        if self._first_run is not None:
            form = self._first_run.person.profile().address_form
            self._first_run.show_fault(wording_of.words(error, form, None))

    # The locked screen

    def make_unlock(self) -> UnlockPage:
        """Return the locked screen, connected to what opens the vault."""
        house = self._house
        people, fault = self._people()
        door = Door(
            people=people,
            rt_number=house.appearance.rt_number,
            lock_minutes=house.appearance.lock_minutes,
            draw=passphrases.draw_passphrase,
            strength=passphrases.strength,
        )
        page = UnlockPage(house.theme, door)
        page.submitted.connect(self._open)
        page.sheet_given.connect(self._open_with_sheet)
        page.renewed.connect(self._renew)
        page.backup_asked.connect(self._open_backup)
        page.going_on_asked.connect(self._go_on)
        page.copy_asked.connect(self._copy)
        page.emergency_asked.connect(self.emergency_asked)
        HelpDoor(house, self._window, page, self._ask_new)
        if fault is not None:
            page.show_damaged(wording_of.words(fault, "tanpa", None))
        return page

    def _people(self) -> tuple[tuple[PersonHere, ...], Fault | None]:
        try:
            return vault.people(self._house.folder), None
        except Fault as fault:
            return (), fault

    def _open(self, person: str, passphrase: str) -> None:
        house = self._house
        house.session.open(
            partial(vault.open_vault, house.folder, person or None, passphrase, house.clock),
            self._enter,
            self._unlock_failed,
        )

    def _open_with_sheet(self, letters: str) -> None:
        house = self._house
        house.session.open(
            partial(vault.open_with_sheet, house.folder, letters, house.clock),
            self._ask_new,
            self._unlock_failed,
        )

    def _ask_new(self, _: Workspace) -> None:
        if self._unlock is not None:
            self._unlock.ask_new_passphrase()

    def _renew(self, passphrase: str) -> None:
        self._house.session.swap(
            partial(passphrases.change_passphrase, new=passphrase), self._enter, self._unlock_failed
        )

    def _open_backup(self, passphrase: str) -> None:
        house = self._house
        house.session.open(
            partial(vault.open_last_backup, house.folder, passphrase, house.clock),
            self._enter,
            self._unlock_failed,
        )

    def _go_on(self, passphrase: str) -> None:
        house = self._house
        house.session.open(
            partial(vault.go_on_from_backup, house.folder, passphrase, house.clock),
            self._enter,
            self._unlock_failed,
        )

    def _copy(self) -> None:
        house = self._house
        title = self.tr("Simpan salinan ke flashdisk")
        target = house.files.ask_folder(self._window, title)
        if target is None:
            return
        house.session.before_opening(
            self,
            partial(backups.open_for_copy, house.folder, target, house.clock),
            self._copied,
            self._unlock_failed,
        )

    def _copied(self, _: None) -> None:
        if self._unlock is not None:
            self._unlock.say(self.tr("Salinan tersimpan. Flashdisk boleh dicabut."))

    def _unlock_failed(self, error: Exception) -> None:
        page = self._unlock
        if page is None:
            return
        if isinstance(error, Fault) and error.refusal is Refusal.WAIT_BEFORE_TRYING:
            page.show_wait(int(error.facts.get("seconds", 30)))
            return
        sentence = wording_of.words(error, "tanpa", None)
        if isinstance(error, Fault) and error.refusal in DAMAGED:
            page.show_damaged(sentence)
            return
        page.show_fault(sentence)

    def _enter(self, workspace: Workspace) -> None:
        self._made = None
        self.wipe()
        if self._first_run is not None:
            self._first_run.wipe()
        self._first_run = self._unlock = None
        self.opened.emit(workspace)
