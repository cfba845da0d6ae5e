"""Daftar hadir: which list is opened, and keeping it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import activities, activity_detail, attendance
from patbm_desktop.actions.activities.activity_detail import Detail
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.changes import Done, Undo
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.attendance_page import AttendancePage, GivenList
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.strings import language


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedList:
    """An activity with its list, and the draft of the list when there is one."""

    detail: Detail
    draft: Draft | None = None


class AttendanceRoad(Road):
    """Opens the list of one activity and keeps what is handed over."""

    KEY: ClassVar[str] = "attendance"
    UNDER: ClassVar[str] = "activities"

    page: AttendancePage
    _shown: Detail | None = None

    def build(self) -> Page:
        """Make the page and connect its signals."""
        page = AttendancePage(self.desk.theme)
        page.submitted.connect(self._keep)
        page.print_asked.connect(self._print)
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Gather the list, and open it."""
        self.desk.ask(self.page, partial(opened, what=dict(what)), self._open)

    def _open(self, found: OpenedList) -> None:
        self._shown = found.detail
        activity = found.detail.activity
        name = activity.title or wording.label("type_short", activity.type or "", language())
        self.page.open_list(activity, name, found.detail.attendees)
        if found.draft is not None:
            self.page.open_draft(found.draft.id, found.draft.data, found.draft.saved_at)
        self.page.start()

    def _keep(self, given: GivenList) -> None:
        self.desk.change(
            self.page,
            partial(keep, given=given, shown=self._shown),
            QCoreApplication.translate("AttendanceRoad", "Daftar hadir disimpan di laptop ini."),
            then=lambda _done: self.desk.back(),
            failed=self._refused,
        )

    def _refused(self, error: Exception) -> None:
        self.page.show_fault(self.desk.words(error))
        self.page.touched()

    def _print(self, ent: str) -> None:
        self.desk.go("report", paper="attendance_sheet", activity=ent)


def opened(ws: Workspace, what: Mapping[str, object]) -> OpenedList:
    """Gather the list of the activity that `what` names, by itself or by a draft.

    Raises:
        Fault: there is no such activity on this laptop.
    """
    draft = drafts.one(ws, str(what["draft"])) if what.get("draft") else None
    ent = str((draft.data if draft else what).get("ent") or "")
    return OpenedList(detail=activity_detail.detail(ws, ent), draft=draft)


def keep(ws: Workspace, given: GivenList, shown: Detail | None) -> Done:
    """Keep the list, and the head count with it when its totals were taken for the count.

    Raises:
        Refused: a value breaks the field table; nothing was kept.
        Fault: the disk refused.
    """
    with ws.transaction():
        made = [attendance.save(ws, given.activity, given.attendees)]
        if shown is not None and given.heads is not None:
            counted = replace(
                shown.activity,
                participants=given.heads,
                disability=given.disabled or shown.activity.disability,
                estimated=False,
            )
            made.append(activities.correct(ws, counted, shown=shown))
        drafts.delete(ws, given.draft_id)
    steps = [step for done in made if done.undo for step in done.undo.steps]
    kinds = frozenset(kind for done in made for kind in done.kinds)
    return Done(given.activity, kinds, Undo(tuple(steps)) if steps else None)
