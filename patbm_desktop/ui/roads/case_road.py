"""One case: fetched, shown, and changed as the person wishes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from patbm_desktop.actions.cases import case_identity, case_scans
from patbm_desktop.actions.cases.case_scans import Scan
from patbm_desktop.actions.cases.casebook import Page as Case
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import case_papers, papers
from patbm_desktop.actions.papers.papers import Paper, Prepared, Request
from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.ui import photo_reader
from patbm_desktop.ui.forms.case_values import FORM, Shown, Wish
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.case_page import CasePage
from patbm_desktop.ui.parts.case_notices import Around
from patbm_desktop.ui.parts.case_words import label
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.case_changes import change_of
from patbm_desktop.ui.roads.case_finding import Found, More, found, more
from patbm_desktop.ui.roads.cases_road import hide_case
from patbm_desktop.ui.roads.erasure_answer import ErasureAnswer

JOB_NAME = "PATBM"
"""What a print job of a case is called; the queue of a printer is read by others."""


class CaseRoad(Road):
    """Shows one case and does what the person wishes of it."""

    KEY: ClassVar[str] = "case"
    UNDER: ClassVar[str] = "cases"
    IS_SEALED: ClassVar[bool] = True

    page: CasePage

    def build(self) -> Page:
        """Make the page and connect its signals."""
        page = CasePage(self.desk.theme, self.desk.clock.now)
        page.asked.connect(self._do)
        page.left.connect(self._left)
        self._erasure = ErasureAnswer(self.desk, page)
        self._ent = ""
        self._case: Case | None = None
        self._opened_at: datetime = self.desk.clock.now()
        self._keeps: set[str] = set()
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Show the case that `what` names; with `letter` its letter is opened at once."""
        ent = str(what.get("ent") or self._ent)
        if not ent:
            return
        is_opening = ent != self._ent or self._case is None
        if is_opening:
            self._ent, self._case, self._opened_at = ent, None, self.desk.clock.now()
            self.page.show_nothing()
        if what.get("letter"):
            self.desk.go("referral", case=ent)
            return
        then = partial(self._show, follow=bool(what.get("follow")))
        job = partial(found, ent=ent, is_opening=is_opening)
        self.desk.ask(self.page, job, then, partial(self._not_found, ent))

    def _not_found(self, ent: str, error: Exception) -> None:
        """Show no longer what is not on this laptop any more: meanwhile it was erased for good."""
        is_gone = isinstance(error, Fault) and error.refusal is Refusal.NO_SUCH_RECORD
        if is_gone and ent == self._ent:
            self._left()
            self.page.show_nothing()
            self.page.head_changed.emit()
        self.desk.say(self.desk.words(error))

    def _left(self) -> None:
        self._case = None

    # Showing

    def _show(self, found_: Found, *, follow: bool = False) -> None:
        if found_.case.ent != self._ent or not self.page.isVisible():
            return
        is_first = self._case is None
        self._case = found_.case
        me = self.desk.me
        around = Around(
            today=found_.today,
            contacts=found_.contacts,
            consents=found_.consents,
            keeps_identity=self._ent in self._keeps,
        )
        self.page.show_case(
            Shown(
                page=found_.case, around=around, scans=found_.scans, opened_at=self._opened_at,
                reader=me.call_name, address=me.address_form,
            )
        )  # fmt: skip
        if is_first and found_.draft is not None:
            self.page.take_draft(found_.draft.id, found_.draft.data)
        elif follow:
            self.page.open_form(Wish.FOLLOW_UP)
        self.page.paint_now()
        self.desk.ask(self.page, partial(more, case=found_.case), partial(self._show_more, around))

    def _show_more(self, around: Around, more_: More) -> None:
        if more_.ent == self._ent:
            self.desk.badge("cases", more_.waiting)
            full = replace(around, doubles=more_.doubles, due_on=more_.due_on,
                           is_old=more_.is_old, erasure=more_.erasure,
                           may_erase=more_.may_erase,
                           keeps_identity=self._ent in self._keeps)  # fmt: skip
            self.page.show_more(full, more_.checker)

    # Doing

    def _do(self, verb: str, about: Any) -> None:
        case, wish = self._case, Wish(verb)
        if case is None:
            return
        change = change_of(wish)
        if change is not None:
            then = self._kept_form if change.is_form else None
            self.desk.change(
                self.page, lambda ws: change.job(ws, case, about), change.said, then=then
            )
            if wish is Wish.DANGER and about == "ya":
                self.desk.emergency()
        else:
            self._steps()[wish](about)

    def _kept_form(self, _: Done) -> None:
        draft = self.page.draft_id
        self.page.saved_form()
        self._drop(draft)

    def _drop(self, draft: str) -> None:
        self.desk.forget_unsaved(draft)
        self.desk.ask(self.page, partial(drafts.delete, draft=draft), _nothing)

    def _steps(self) -> Mapping[Wish, Callable[[Any], None]]:
        """Return what is more than one change."""
        desk = self.desk
        return {
            Wish.CLOSE: lambda _: desk.back(),
            Wish.VERSIONS: lambda _: desk.go("case_conflict", kind="case", ent=self._ent),
            Wish.LETTER: lambda to: desk.go("referral", case=self._ent, to=to or ""),
            Wish.AGAIN: lambda letter: desk.go("referral", case=self._ent, ent=letter),
            Wish.REVEAL: self._reveal,
            Wish.KEEP_IDENTITY: self._keep_identity,
            Wish.SCAN_ADD: self._choose_scan,
            Wish.SCAN_VIEW: self._view_scan,
            Wish.HIDE: self._hide,
            Wish.TAKE_BACK: self._erasure.take_back,
            Wish.NUMBERS: lambda _: desk.emergency(),
            Wish.CARD: self._print_card,
            Wish.SLIP: self._print_slip,
            Wish.OTHER_CHILD: lambda _: desk.go("concern"),
            Wish.OPEN: lambda ent: desk.go("case", ent=ent),
            Wish.DROPPED: self._dropped,
        }

    def _dropped(self, data: Mapping[str, object]) -> None:
        draft = self.page.draft_id
        self.page.forget_draft()
        self.page.new_draft()
        self._drop(draft)
        said = QCoreApplication.translate("CaseRoad", "Isian dibuang.")
        self.desk.say(said, undo=partial(self._fetch_back, self._ent, data))

    def _fetch_back(self, ent: str, data: Mapping[str, object]) -> None:
        """Show again what was put away, on the page of its case and on no other."""
        if self._case is not None and self._ent == ent:
            self.page.take_draft(self.page.draft_id, data)
            return
        job = partial(drafts.put, draft=None, form=FORM, data={"case": ent, **data})
        self.desk.ask(self.page, job, lambda _: self.desk.go("case", ent=ent))

    def _hide(self, _: object) -> None:
        hide_case(self.desk, self.page, self._ent)

    # Who it is

    def _reveal(self, _: object) -> None:
        self.desk.ask(self.page, partial(case_identity.reveal, ent=self._ent), self._revealed)

    def _revealed(self, identity: Identity | None) -> None:
        if identity is not None:
            self.page.show_identity(identity)

    def _keep_identity(self, _: object) -> None:
        self._keeps.add(self._ent)
        self.fill({})

    # Scans

    def _choose_scan(self, kind: str) -> None:
        title = QCoreApplication.translate("CaseRoad", "Pilih surat yang dipindai")
        kinds = QCoreApplication.translate("CaseRoad", "Gambar (*.jpg *.jpeg *.png *.webp)")
        path = self.desk.ask_open(title, kinds)
        if path is not None:
            self.desk.aside(
                self.page, partial(photo_reader.read, path), partial(self._add_scan, kind)
            )

    def _add_scan(self, kind: str, read: photo_reader.ReadPhoto) -> None:
        case = self._case
        if case is not None:
            said = QCoreApplication.translate("CaseRoad", "Surat disimpan terkunci.")
            job = partial(case_scans.add, page=case, jpeg=read.jpeg, kind=kind)
            self.desk.change(self.page, job, said)

    def _view_scan(self, ent: str) -> None:
        job = partial(scan_of, case=self._ent, ent=ent)
        self.desk.ask(self.page, job, self._decode_scan)

    def _decode_scan(self, kept: "KeptScan") -> None:
        name = kept.scan.caption or label("attachment_kind_case", kept.scan.kind)
        self.desk.aside(
            self.page, partial(decoded, kept.jpeg), lambda image: self.page.show_scan(image, name)
        )

    # Paper

    def _print_card(self, _: object) -> None:
        request = Request(paper=Paper.EMERGENCY_CARD)
        self.desk.ask(self.page, partial(papers.prepare, request=request), self._make)

    def _print_slip(self, _: object) -> None:
        job = partial(case_papers.reminder, ent=self._ent)
        self.desk.ask(self.page, job, partial(self._make_slip, self._ent))

    def _make_slip(self, ent: str, prepared: Prepared) -> None:
        self.desk.aside(self.page, partial(papers.pdf, prepared), partial(self._send_slip, ent))

    def _send_slip(self, ent: str, pdf: bytes) -> None:
        if self.desk.print_pdf(pdf, JOB_NAME):
            self.desk.change(self.page, partial(case_access.printed, case=ent), "")

    def _make(self, prepared: Prepared) -> None:
        self.desk.aside(self.page, partial(papers.pdf, prepared), self._print)

    def _print(self, pdf: bytes) -> None:
        self.desk.print_pdf(pdf, JOB_NAME)


def _nothing(_: object) -> None:
    """Need no answer."""


@dataclass(frozen=True, slots=True)
class KeptScan:
    """A scan with its picture."""

    scan: Scan
    jpeg: bytes = field(repr=False)


def scan_of(ws: Workspace, case: str, ent: str) -> KeptScan:
    """Return one scan of a case."""
    scan = next(each for each in case_scans.of(ws, case) if each.ent == ent)
    return KeptScan(scan, case_scans.bytes_of(ws, ent))


def decoded(jpeg: bytes) -> QImage:
    """Return the picture of a JPEG."""
    return QImage.fromData(jpeg)
