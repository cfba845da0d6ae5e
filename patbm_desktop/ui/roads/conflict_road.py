"""Dua versi: from one note that waits for a choice to the next."""

from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.conflicts import conflicts
from patbm_desktop.actions.conflicts.conflicts import Choices, Undecided
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.actions.versions.conflict_list import Subject
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.conflict_page import ConflictPage, Waiting
from patbm_desktop.ui.road import Road


class ConflictRoad(Road):
    """Shows the notes with two versions one by one and keeps what is chosen."""

    KEY: ClassVar[str] = "conflict"
    UNDER: ClassVar[str] = "activities"

    page: ConflictPage

    def build(self) -> Page:
        """Make the page and connect its signals."""
        page = ConflictPage(self.desk.theme)
        page.kept.connect(self._keep)
        page.next_asked.connect(self._go_on)
        page.later_asked.connect(self.desk.back)
        self._fault = ""
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Show the note that `what` names, the first that waits where it names none."""
        kind, ent = str(what.get("kind", "")), str(what.get("ent", ""))
        subject = Subject(kind, ent) if ent else None
        job = partial(found, sealed=self.IS_SEALED, subject=subject)
        self.desk.ask(self.page, job, self._show)

    def _show(self, waiting: Waiting) -> None:
        if self.page.isVisible():
            self.page.show_waiting(waiting)
        fault, self._fault = self._fault, ""
        if fault:
            self.page.show_fault(fault)

    def _go_on(self, subject: Subject) -> None:
        self.fill({"kind": subject.kind, "ent": subject.ent})

    def _keep(self, shown: Undecided, choices: Choices) -> None:
        said = QCoreApplication.translate("ConflictRoad", "Pilihan disimpan.")
        job = partial(conflicts.keep, shown=shown, choices=choices)
        self.desk.change(self.page, job, said, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refused):
            reason = error.problems[0].reason
            self.page.show_fault(wording.sentence(reason, strings.language()))
            return
        self._fault = self.desk.words(error)
        self.fill(self.page.place())


class CaseConflictRoad(ConflictRoad):
    """The same of cases, which nobody who looks on may see."""

    KEY: ClassVar[str] = "case_conflict"
    UNDER: ClassVar[str] = "cases"
    IS_SEALED: ClassVar[bool] = True


def found(ws: Workspace, *, sealed: bool, subject: Subject | None) -> Waiting:
    """Return a note with two versions, its place among all that wait, and the one after it.

    Who looks at the versions of a case has opened it, and that is written down first.
    """
    waiting = [line.subject for line in conflict_list.lines(ws, sealed=sealed)]
    if not waiting:
        return Waiting(shown=None)
    at = waiting.index(subject) if subject in waiting else 0
    if sealed and not ws.is_read_only:
        case_access.opened(ws, waiting[at].ent)
    shown = conflicts.look(ws, waiting[at])
    after: Any = waiting[(at + 1) % len(waiting)] if len(waiting) > 1 else None
    return Waiting(shown=shown, place=at + 1, total=len(waiting), after=after)
