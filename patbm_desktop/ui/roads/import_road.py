"""Bring in a table: read it aside, try it out, let it in with a way to stop and a way back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt

from patbm_desktop.actions import wording
from patbm_desktop.actions.opened.changes import Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.spreadsheets import importing, ledger
from patbm_desktop.actions.spreadsheets.importing import Outcome
from patbm_desktop.actions.spreadsheets.sheet_rows import Reading, Refused, Rules, explain
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.import_page import ImportPage, Preview
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.tables.refused_list import RefusedLine
from patbm_desktop.ui.teller import Teller

CHANGED = frozenset({"activity", "place", "person"})


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read, and the rules it was read by."""

    path: Path
    reading: Reading
    rules: Rules


class ImportRoad(Road):
    """Follows a file from the disk to the records."""

    KEY: ClassVar[str] = "import"
    NEEDS_RT: ClassVar[bool] = True
    UNDER: ClassVar[str] = "activities"

    page: ImportPage
    _file: File | None = None

    def build(self) -> Page:
        """Make the page and connect its signals."""
        page = ImportPage(self.desk.theme)
        page.choose_asked.connect(self._choose)
        page.offered.connect(self._take)
        page.form_asked.connect(lambda: self.desk.go("report", paper="entry-form"))
        page.go_asked.connect(self._bring_in)
        page.stop_asked.connect(self._stop)
        page.list_asked.connect(lambda: self.desk.go("activities"))
        self._stopped = Event()
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:  # noqa: ARG002 - it always begins anew
        """Ask for a file; what was read before is forgotten."""
        self._stop()
        self._file = None
        self.page.start_over()

    # Reading

    def _choose(self) -> None:
        title = QCoreApplication.translate("ImportRoad", "Pilih file")
        kinds = QCoreApplication.translate("ImportRoad", "Tabel (*.xlsx *.csv)")
        path = self.desk.ask_open(title, kinds)
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        self.page.show_reading(path.name)
        self.desk.ask(self.page, ledger.rules_of, partial(self._read, path))

    def _read(self, path: Path, rules: Rules) -> None:
        job = partial(importing.read_file, path, rules)
        self.desk.aside(self.page, job, lambda reading: self._try(File(path, reading, rules)))

    def _try(self, file: File) -> None:
        self._file = file
        self.desk.ask(self.page, partial(tried, file), self._show)

    def _show(self, outcome: Outcome) -> None:
        if self._file is not None:
            self.page.show_preview(preview_of(self._file, outcome))

    # Bringing in

    def _bring_in(self) -> None:
        if self._file is None:
            return
        self._stopped = stopped = Event()
        teller = Teller()
        teller.moved.connect(self.page.show_progress, Qt.ConnectionType.QueuedConnection)
        self.page.show_running()
        self.desk.ask(self.page, partial(brought_in, self._file, teller, stopped), self._done)

    def _stop(self) -> None:
        self._stopped.set()

    def _done(self, result: tuple[Outcome, Undo]) -> None:
        outcome, undo = result
        if self._file is None:
            return
        self.page.show_outcome(preview_of(self._file, outcome))
        self.desk.changed(CHANGED)
        said = QCoreApplication.translate(
            "ImportRoad", "%Ln kegiatan dimasukkan.", "", outcome.added
        )
        self.desk.say(said, undo=undo if outcome.added else None)


def tried(file: File, ws: Workspace) -> Outcome:
    """Say what `file` would do; nothing is changed."""
    return importing.bring_in(file.reading, file.rules, ledger.VaultLedger(ws), dry_run=True)


def brought_in(file: File, teller: Teller, stopped: Event, ws: Workspace) -> tuple[Outcome, Undo]:
    """Let `file` in; return what it did and how to take it back."""
    outcome = importing.bring_in(
        file.reading,
        file.rules,
        ledger.VaultLedger(ws),
        progress=teller.moved.emit,
        stopped=stopped.is_set,
    )
    return outcome, ledger.undo_of(ws, outcome)


def preview_of(file: File, outcome: Outcome) -> Preview:
    """Return what the page shows of a file."""
    lines = [line_of(each, file.rules) for each in outcome.refused]
    return Preview(file.path.name, outcome, lines)


def line_of(refused: Refused, rules: Rules) -> RefusedLine:
    """Return a row that needs a hand in words."""
    lang = strings.language()
    column = wording.column_label(refused.column, lang)
    value = "" if refused.value is None else str(refused.value)
    return RefusedLine(refused.row, column, value, explain(refused, rules, lang))
