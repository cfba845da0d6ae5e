"""A referral letter: from what is asked to the paper, the printer, and the note that it was made.

The letter is made in memory. It becomes a file only where the person says so, and the job in the
printer's queue is named after the program alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.cases import (
    case_consents,
    case_identity,
    case_text,
    casebook,
    cases,
    referrals,
)
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.changes import Done, Undo
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import case_papers, papers
from patbm_desktop.actions.papers.case_papers import LetterBase
from patbm_desktop.actions.papers.papers import Prepared
from patbm_desktop.domain import ids
from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.codes import REFERRED_TO, UPTD_DECIDES
from patbm_desktop.domain.referral import Referral
from patbm_desktop.ui import strings
from patbm_desktop.ui.forms.letter_form import UPTD, Wanted
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.referral_page import FORM, LetterShown, ReferralPage
from patbm_desktop.ui.road import Road

BY_HAND = "diantar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a letter is made from, and the draft that was left of it."""

    base: LetterBase
    shown: LetterShown
    draft: Draft | None = field(default=None, repr=False)


class ReferralRoad(Road):
    """Makes the paper of what is asked, one at a time and the newest wish first."""

    KEY: ClassVar[str] = "referral"
    UNDER: ClassVar[str] = "cases"
    IS_SEALED: ClassVar[bool] = True

    page: ReferralPage

    def build(self) -> Page:
        """Make the page and connect its signals."""
        page = ReferralPage(self.desk.theme)
        page.wanted.connect(self._want)
        page.known_asked.connect(self._fill_known)
        page.print_asked.connect(lambda: self._when_made(self._print))
        page.save_asked.connect(lambda: self._when_made(self._save))
        page.blank_asked.connect(self._print_blank)
        page.kept_asked.connect(self._note)
        page.handed_asked.connect(self._hand_over)
        page.versions_asked.connect(lambda case: self.desk.go("case", ent=case))
        page.leave_asked.connect(self.desk.back)
        page.left.connect(self._forget)
        self._base: LetterBase | None = None
        self._letter = ""
        self._is_kept = False
        self._wish: Wanted | None = None
        self._busy = False
        self._pdf = b""
        self._then: Callable[[], None] | None = None
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Begin the letter of the case that `what` names, or show the one it names."""
        case = str(what.get("case") or "")
        if not case:
            return
        self._base, self._pdf = None, b""
        job = partial(
            gather, case=case, letter=str(what.get("ent") or ""), to=str(what.get("to") or "")
        )
        self.desk.ask(self.page, job, self._begin, self._cannot)

    def _forget(self) -> None:
        """Hold no letter any more."""
        self._base, self._wish, self._then = None, None, None
        self._pdf = b""

    def _begin(self, gathered: Gathered) -> None:
        shown = gathered.shown
        self._base = gathered.base
        self._is_kept = bool(shown.referral.case_id)
        self._letter = shown.referral.ent
        self.page.show_letter(shown)
        if gathered.draft is not None and not self._is_kept:
            self.page.take_draft(gathered.draft.id, gathered.draft.data)
        request = self.page.request()
        if request is not None:
            self._want(request)

    def _cannot(self, error: Exception) -> None:
        self.desk.say(self.desk.words(error))
        self.desk.back()

    def _fill_known(self) -> None:
        if self._base is not None:
            job = partial(case_identity.reveal, ent=self._base.ent)
            self.desk.ask(self.page, job, self._filled_known)

    def _filled_known(self, identity: Identity | None) -> None:
        if identity is not None:
            self.page.show_identity(identity)

    # The paper

    def _want(self, wanted: Wanted) -> None:
        self._wish = wanted
        if not self._busy:
            self._next()

    def _next(self) -> None:
        wanted, self._wish = self._wish, None
        if wanted is None or self._base is None:
            then, self._then = self._then, None
            if then is not None and self._pdf:
                then()
            return
        self._busy = True
        job = partial(made, self._base, wanted)
        self.desk.aside(self.page, job, self._made, self._not_made)

    def _made(self, pdf: bytes) -> None:
        self._busy = False
        if self._wish is None and self._base is not None:
            self._pdf = pdf
            self.page.show_pdf(pdf)
        self._next()

    def _not_made(self, error: Exception) -> None:
        self._busy, self._then = False, None
        self.page.show_fault(self.desk.words(error))

    def _when_made(self, then: Callable[[], None]) -> None:
        """Do `then` once the paper shows the very last letter that was typed."""
        self.page.form.flush()
        if self._busy or self._wish is not None:
            self._then = then
        elif self._pdf:
            then()

    # The printer, a file, or neither

    def _print(self) -> None:
        if self.desk.print_pdf(self._pdf, case_papers.JOB):
            self._keep(case_access.printed)

    def _save(self) -> None:
        path = self.desk.ask_save(f"{case_papers.JOB}.pdf", "PDF (*.pdf)")
        if path is not None:
            job = partial(papers.keep, path, self._pdf)
            self.desk.aside(self.page, job, self._saved)

    def _saved(self, path: Path) -> None:
        self._keep(case_access.exported)
        said = QCoreApplication.translate("ReferralRoad", "Disimpan: %1")
        self.desk.say(strings.fill(said, path.name))

    def _note(self) -> None:
        self._keep(None)

    def _keep(self, log: Callable[[Workspace, str], Done] | None) -> None:
        """Write down that the letter was made, and that it was printed or saved."""
        request, base = self.page.request(), self._base
        if request is None or base is None:
            return
        job = partial(kept, case=base.ent, wanted=request, log=log, is_new=not self._is_kept)
        said = QCoreApplication.translate("ReferralRoad", "Surat rujukan dicatat.")
        self.desk.change(self.page, job, "" if self._is_kept else said, then=self._kept)

    def _kept(self, _: Done) -> None:
        draft = self.page.draft_id
        self.page.forget_draft()
        self.desk.forget_unsaved(draft)
        self.desk.ask(self.page, partial(drafts.delete, draft=draft), _nothing)
        self._is_kept = True
        self.page.ask_handed()

    def _hand_over(self) -> None:
        said = QCoreApplication.translate("ReferralRoad", "Surat dicatat sudah diserahkan.")
        job = partial(referrals.handed, ent=self._letter, means=BY_HAND)
        self.desk.change(self.page, job, said, then=lambda _: self.desk.back())

    def _print_blank(self) -> None:
        self.desk.ask(self.page, case_papers.blank_letter, self._make_blank)

    def _make_blank(self, prepared: Prepared) -> None:
        self.desk.aside(self.page, partial(papers.pdf, prepared), self._send_blank)

    def _send_blank(self, pdf: bytes) -> None:
        self.desk.print_pdf(pdf, case_papers.JOB)


def _nothing(_: object) -> None:
    """Need no answer."""


def gather(ws: Workspace, case: str, letter: str, to: str) -> Gathered:
    """Gather what a letter is made from; a new one is given its id, so that its code can print.

    Raises:
        Fault: there is no such case here, or this laptop cannot read it.
        Refused: it is frozen.
    """
    base = case_papers.base_of(ws, case)
    page = casebook.page(ws, case)
    found = (each for each in page.dossier.referrals if each.ent == letter)
    whom = to if to in REFERRED_TO else UPTD
    asked = (UPTD_DECIDES,) if whom == UPTD else ()
    new = Referral(ent=ids.fresh(), to=whom, services_asked=asked)
    detail = casebook.need_detail(page.dossier)
    shown = LetterShown(
        case=case,
        code=page.row.code,
        referral=next(found, new),
        judgement=page.judgement,
        basis=detail.legal_basis,
        has_identity=page.has_identity,
        has_two_versions=page.is_undecided,
        today=ws.today(),
        checker=case_text.checker(ws),
    )
    left = (each for each in drafts.every(ws, FORM) if each.data.get("case") == case)
    return Gathered(base=base, shown=shown, draft=next(left, None))


def made(base: LetterBase, wanted: Wanted) -> bytes:
    """Return the PDF of a letter; needs no vault."""
    agreed = case_papers.with_basis(base, wanted.basis, wanted.consent)
    return papers.pdf(case_papers.letter(agreed, wanted.referral, wanted.identity))


def kept(
    ws: Workspace,
    case: str,
    wanted: Wanted,
    log: Callable[[Workspace, str], Done] | None,
    *,
    is_new: bool,
) -> Done:
    """Keep a letter with its basis, and what was done with it; all of it or nothing.

    Raises:
        Refused: a value breaks the field table, or the case is frozen.
        Fault: this laptop cannot read cases, or the disk refused.
    """
    done: list[Done] = []
    identity = wanted.identity if wanted.keeps_identity else None
    with ws.transaction():
        page = casebook.page(ws, case)
        detail = casebook.need_detail(page.dossier)
        if wanted.basis and wanted.basis != detail.legal_basis:
            done.append(cases.complete(ws, page, replace(detail, legal_basis=wanted.basis)))
        page = casebook.page(ws, case)
        if wanted.consent and not case_consents.stands(ws, case, wanted.consent):
            done.append(case_consents.give(ws, page, wanted.consent))
        if is_new:
            done.append(referrals.make(ws, page, wanted.referral, identity=identity))
        else:
            done.append(referrals.number(ws, wanted.referral.ent, wanted.referral.letter_no))
        if log is not None:
            done.append(log(ws, case))
    kinds = frozenset(kind for each in done for kind in each.kinds)
    steps = tuple(step for each in reversed(done) if each.undo for step in each.undo.steps)
    return Done(case, kinds, Undo(steps) if is_new else None)
