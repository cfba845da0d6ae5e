"""Minta bantuan koordinator, on the locked screen: flash drives that go and come back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.entrance import unlock_help, vault
from patbm_desktop.actions.entrance.unlock_help import Standing
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.ui import wording_of
from patbm_desktop.ui.house import House
from patbm_desktop.ui.pages.unlock_page import UnlockPage

NO_STICK = frozenset({Refusal.STICK_MISSING, Refusal.STICK_SEVERAL, Refusal.HELP_NO_FILE})


class HelpDoor(QObject):
    """Connects the help side of a locked screen to the files it needs; `opened` takes the vault."""

    def __init__(
        self, house: House, window: QWidget, page: UnlockPage, opened: Callable[[Workspace], None]
    ) -> None:
        super().__init__(page)
        self._house, self._window, self._side = house, window, page.help_side
        self._opened = opened
        self._side.save_asked.connect(self._save)
        self._side.take_asked.connect(self._take)
        self._side.call_off_asked.connect(self._call_off)
        page.help_shown.connect(self._look)

    def _look(self) -> None:
        self._do(unlock_help.standing, self._show, self._not_done)

    def _show(self, standing: Standing) -> None:
        self._side.show_standing(standing)
        self._side.start()

    def _call_off(self) -> None:
        self._do(unlock_help.call_off, self._show, self._not_done)

    # The request

    def _save(self) -> None:
        self._save_to(None)

    def _save_to(self, target: Path | None) -> None:
        rt, clock = self._house.appearance.rt_number, self._house.clock
        job = partial(unlock_help.ask_by_stick, rt_number=rt, clock=clock, target=target)
        self._do(job, self._saved, self._not_saved)

    def _saved(self, standing: Standing) -> None:
        self._show(standing)
        self._side.tell(self.tr("Permintaan tersimpan. Flashdisk boleh dicabut."), well=True)

    def _not_saved(self, error: Exception) -> None:
        self._tell(error, self.tr("Pilih folder lain"), self._choose_target)

    def _choose_target(self) -> None:
        today = self._house.clock.now().date()
        name = unlock_help.file_name(self._house.appearance.rt_number, today)
        target = self._house.files.ask_save(
            self._window, name, self.tr("Permintaan bantuan (*.bantuan)")
        )
        if target is not None:
            self._save_to(target)

    # The answer

    def _take(self) -> None:
        self._do(unlock_help.answer_on_stick, self._open, self._not_found)

    def _not_found(self, error: Exception) -> None:
        self._tell(error, self.tr("Pilih file"), self._choose_answer)

    def _choose_answer(self) -> None:
        title, kinds = self.tr("Ambil jawaban"), self.tr("Jawaban koordinator (*.jawaban)")
        file = self._house.files.ask_open(self._window, title, kinds)
        if file is not None:
            self._open(file)

    def _open(self, file: Path) -> None:
        house = self._house
        self._side.show_busy(busy=True)
        job = partial(vault.open_with_help, house.folder, file, house.clock)
        house.session.open(job, self._opened, self._not_done)

    # Both

    def _do(
        self,
        job: Callable[[Path], object],
        then: Callable[..., None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._side.show_busy(busy=True)
        self._house.session.before_opening(self, partial(job, self._house.folder), then, failed)

    def _tell(self, error: Exception, verb: str, choose: Callable[[], None]) -> None:
        sentence = wording_of.words(error, "tanpa", None)
        if isinstance(error, Fault) and error.refusal in NO_STICK:
            self._side.offer(sentence, verb, choose)
        else:
            self._side.tell(sentence, well=False)

    def _not_done(self, error: Exception) -> None:
        self._side.tell(wording_of.words(error, "tanpa", None), well=False)
