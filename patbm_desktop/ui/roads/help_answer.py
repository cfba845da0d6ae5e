"""Laptop yang lupa kata sandi, on the coordinator's page: a request taken in, an answer put out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from patbm_desktop.actions.entrance import unlock_help
from patbm_desktop.actions.entrance.unlock_help import Asking
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.ui.desk import Desk
from patbm_desktop.ui.office.help import HelpCard
from patbm_desktop.ui.page import Page

NO_FILE = frozenset({Refusal.STICK_MISSING, Refusal.STICK_SEVERAL, Refusal.HELP_NO_FILE})


class HelpAnswer(QObject):
    """Answers the card of a coordinator's page."""

    def __init__(self, desk: Desk, page: Page, card: HelpCard) -> None:
        super().__init__(page)
        self._desk, self._page, self._card = desk, page, card
        self._file: Path | None = None
        card.take_asked.connect(self._take)
        card.answered.connect(self._answer)
        card.dropped.connect(self._forget)

    def _take(self) -> None:
        self._card.show_busy(busy=True)
        self._desk.travel(self._page, found, self._found, self._not_taken)

    def _found(self, files: tuple[Path, ...]) -> None:
        if len(files) == 1:
            self._look(files[0])
        else:
            self._choose()

    def _choose(self) -> None:
        title = self.tr("Ambil permintaan dari flashdisk")
        file = self._desk.ask_open(title, self.tr("Permintaan bantuan (*.bantuan)"))
        if file is not None:
            self._look(file)
        else:
            self._card.tell(self.tr("Belum ada file yang dipilih."), well=False)

    def _look(self, file: Path) -> None:
        self._file = file
        job = partial(look, file=file)
        self._desk.travel(self._page, job, self._card.show_asking, self._not_taken)

    def _answer(self, typed: str) -> None:
        if self._file is None:
            return
        job = partial(answer, file=self._file, typed=typed)
        self._desk.travel(self._page, job, self._answered, self._not_taken)

    def _answered(self, _: Path) -> None:
        self._forget()
        said = self.tr("Jawaban tersimpan di flashdisk. Serahkan langsung kepada pemilik laptop.")
        self._card.tell(said, well=True)

    def _forget(self) -> None:
        self._file = None

    def _not_taken(self, error: Exception) -> None:
        sentence = self._desk.words(error)
        if isinstance(error, Fault) and error.refusal in NO_FILE:
            self._card.offer(sentence, self._choose)
        else:
            self._card.tell(sentence, well=False)


def found(_: Beside) -> tuple[Path, ...]:
    """Return the requests on the one flash drive there is.

    Raises:
        Fault: there is none, or more than one drive.
    """
    return unlock_help.requests_on_stick()


def look(beside: Beside, file: Path) -> Asking:
    """Return whose laptop a request would open.

    Raises:
        Fault: as `unlock_help.look`.
    """
    return unlock_help.look(beside.ws, file)


def answer(beside: Beside, file: Path, typed: str) -> Path:
    """Write the answer beside a request.

    Raises:
        Fault: as `unlock_help.answer`.
    """
    return unlock_help.answer(beside.ws, file, typed)
