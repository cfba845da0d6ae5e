"""Catat kekhawatiran: what the form needs, keeping what it hands over, and what never is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QTimer
from shiboken6 import isValid

from patbm_desktop.actions.cases import case_list, case_noting, case_text, casebook, concerns
from patbm_desktop.actions.cases.case_noting import Noted
from patbm_desktop.actions.cases.case_rows import Row
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import drafts, undoing
from patbm_desktop.actions.opened.changes import Done, Refused
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import case_papers, papers
from patbm_desktop.actions.papers.papers import Prepared
from patbm_desktop.actions.rt import contacts
from patbm_desktop.actions.upkeep import insider
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.ui.forms.concern_values import After, Asked, Noting
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.concern_page import ConcernPage
from patbm_desktop.ui.road import Road

WIPE_AGAIN_MS = 3000
"""What could not be wiped because the disk was busy is wiped this long after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A case that was just noted: its id, its code and its level."""

    ent: str
    code: str
    triage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Everything the form needs to open; `asked` is None where no worry can be kept."""

    asked: Asked | None
    draft: Draft | None = field(default=None, repr=False)
    saved: Saved | None = None


class ConcernRoad(Road):
    """Opens the form, keeps what it hands over, and leads on to the case or its letter."""

    KEY: ClassVar[str] = "concern"
    NEEDS_RT: ClassVar[bool] = True
    UNDER: ClassVar[str] = "cases"
    IS_SEALED: ClassVar[bool] = True

    page: ConcernPage
    _asks_danger: bool = False

    def build(self) -> Page:
        """Make the page and connect its signals."""
        desk = self.desk
        page = ConcernPage(desk.theme, desk.me.address_form, desk.clock.now)
        page.submitted.connect(self._keep)
        page.insider_found.connect(self._wipe)
        page.numbers_asked.connect(desk.emergency)
        page.doubles_asked.connect(self._ask_doubles)
        page.case_opened.connect(self._open_case)
        page.letter_asked.connect(self._print_letter)
        page.reminder_asked.connect(self._print_slip)
        page.leave_asked.connect(desk.back)
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Gather what the form needs, and open it."""
        self._asks_danger = bool(what.get("numbers"))
        self.desk.ask(self.page, partial(opening, what=dict(what)), self._open)

    # Opening

    def _open(self, found: Opening) -> None:
        if found.asked is None:
            self.desk.back()
            self.desk.emergency()
            return
        self.page.open_new(found.asked)
        if found.draft is not None:
            self.page.open_draft(found.draft.id, found.draft.data, found.draft.saved_at)
        if found.saved is not None:
            self.page.show_saved(found.saved.ent, found.saved.code, found.saved.triage)
            return
        self.page.start()
        if self._asks_danger:
            self.page.ask_about_danger()

    def _ask_doubles(self, detail: CaseDetail) -> None:
        self.desk.ask(self.page, partial(_doubles, detail=detail), self._show_doubles)

    def _show_doubles(self, rows: tuple[Row, ...]) -> None:
        first = rows[0] if rows else None
        self.page.show_double(first.ent if first else "", first.code if first else "")

    def _open_case(self, ent: str) -> None:
        self.desk.go("case", ent=ent)

    # Keeping

    def _keep(self, given: Noting) -> None:
        typed = self.page.data()
        job = partial(keep, given=given)
        self.desk.ask(self.page, job, partial(self._kept, given, typed), self._refused)

    def _kept(self, given: Noting, typed: dict[str, object], noted: Noted) -> None:
        self.desk.forget_unsaved(given.draft_id)
        said = QCoreApplication.translate("ConcernRoad", "Tersimpan dan terkunci di laptop ini.")
        self.desk.say(said, undo=partial(self._take_back, given, typed, noted.done))
        self.desk.changed(noted.done.kinds)
        if not self.page.isVisible():  # she went on while it was being kept
            self.fill({})
            return
        self.page.show_saved(noted.ent, noted.code, noted.judgement.triage)
        if given.after is After.LETTER:
            self.desk.back()
            self.desk.go("case", ent=noted.ent, letter=True)
        elif not noted.offers_reminder:
            self.desk.back()

    def _take_back(self, given: Noting, typed: dict[str, object], done: Done) -> None:
        """Undo the saving and show the form again, as it was."""
        said = QCoreApplication.translate("ConcernRoad", "Catatan kembali menjadi draf.")
        job = partial(taken_back, given=given, typed=typed, done=done)
        self.desk.change(self.page, job, said, then=partial(self._resume, given.draft_id))

    def _resume(self, draft: str, _: Done) -> None:
        self.desk.go("concern", draft=draft)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.page.show_problems(error.problems)
        else:
            self.page.show_fault(self.desk.words(error))
        self.page.touched()

    # Keeping nothing

    def _wipe(self, draft: str) -> None:
        self.desk.forget_unsaved(draft)
        job = partial(insider.wipe, drafts=(draft,))
        self.desk.ask(self.page, job, _nothing, partial(self._wipe_later, draft))

    def _wipe_later(self, draft: str, error: Exception) -> None:
        self.page.show_fault(self.desk.words(error))
        QTimer.singleShot(WIPE_AGAIN_MS, self.page, partial(self._wipe_again, draft))

    def _wipe_again(self, draft: str) -> None:
        if isValid(self.page):
            self._wipe(draft)

    # Paper

    def _print_letter(self, detail: CaseDetail) -> None:
        self._print(partial(case_papers.unkept_letter, detail=detail))

    def _print_slip(self, ent: str, is_now: bool) -> None:  # noqa: FBT001 - a slot
        if ent:
            self._print(partial(case_papers.reminder, ent=ent), ent)
        else:
            self._print(partial(case_papers.nameless_reminder, is_now=is_now))

    def _print(self, prepare: Callable[[Workspace], Prepared], ent: str = "") -> None:
        """Print what `prepare` gives; of a case that is kept it is written down."""
        self.desk.ask(self.page, prepare, partial(self._make, ent))

    def _make(self, ent: str, prepared: Prepared) -> None:
        self.desk.aside(self.page, partial(papers.pdf, prepared), partial(self._send, ent))

    def _send(self, ent: str, pdf: bytes) -> None:
        if self.desk.print_pdf(pdf, case_papers.JOB) and ent:
            self.desk.change(self.page, partial(case_access.printed, case=ent), "")


def opening(ws: Workspace, what: Mapping[str, object]) -> Opening:
    """Gather what the form needs to open as `what` says: a draft, a session, or what was saved."""
    if not case_access.can_read(ws):
        return Opening(asked=None)
    draft = drafts.one(ws, str(what["draft"])) if what.get("draft") else None
    said = draft.data if draft else what
    return Opening(
        asked=asked(ws, str(said.get("activity") or "")),
        draft=draft,
        saved=_saved(ws, str(what["saved"])) if what.get("saved") else None,
    )


def asked(ws: Workspace, activity: str = "") -> Asked:
    """Gather what the form asks from, for a note that starts from the session `activity`."""
    return Asked(
        concerns=concerns.concerns(ws.language),
        readers=case_access.readers(ws),
        contacts=contacts.every(ws),
        today=ws.today(),
        is_sure=ws.believable_today() is not None,
        activity=activity,
        look=partial(case_text.checker(ws).offers, in_case=True),
    )


def _saved(ws: Workspace, ent: str) -> Saved:
    row = casebook.page(ws, ent).row
    return Saved(ent=ent, code=row.code, triage=row.triage)


def keep(ws: Workspace, given: Noting) -> Noted:
    """Keep a worry, with what was moved out of its text.

    Raises:
        Refused: it says nothing that could be kept.
        Fault: this laptop cannot keep cases, or the disk refused.
    """
    return case_noting.note(
        ws, given.detail, next=given.next, identity=given.identity, draft_id=given.draft_id
    )


def taken_back(ws: Workspace, given: Noting, typed: Mapping[str, Any], done: Done) -> Done:
    """Take a note back and put its draft in its place."""
    with ws.transaction():
        drafts.put(ws, given.draft_id, case_noting.FORM, typed)
        undone = undoing.undo(ws, done.undo) if done.undo else done
    return Done(undone.ent, undone.kinds)


def _doubles(ws: Workspace, detail: CaseDetail) -> tuple[Row, ...]:
    return case_list.doubles(ws, detail) if detail.category else ()


def _nothing(_: None) -> None:
    """Need no answer."""
