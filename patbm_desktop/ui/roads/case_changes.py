"""What each wish of the page of one case changes, and what is said of it when it is done."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.cases import (
    case_consents,
    case_hiding,
    case_identity,
    case_moves,
    case_scans,
    casebook,
    cases,
    follow_ups,
    referrals,
)
from patbm_desktop.actions.cases.casebook import Page as Case
from patbm_desktop.actions.conflicts import case_versions
from patbm_desktop.actions.opened.changes import Done, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.domain import escalation
from patbm_desktop.domain.case import Call, CaseDetail, Next
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.follow_up import UPTD_SAID, FollowUp
from patbm_desktop.ui.forms.case_values import (
    Answered,
    Followed,
    HandedOver,
    Moved,
    TypedBack,
    Wish,
)

Job = Callable[[Workspace, Case, Any], Done]
BY_TELEPHONE = (escalation.CALL, escalation.ASK)


@dataclass(frozen=True, slots=True)
class Change:
    """What a wish does, the words for it, and whether a form asked for it."""

    job: Job
    said: str
    is_form: bool = False


def change_of(wish: Wish) -> Change | None:
    """Return the change that `wish` is; None for what is more than one change."""
    return (_typed() | _clicked() | _taken_back()).get(wish)


def _typed() -> dict[Wish, Change]:
    """Return what a form asks for."""
    translate = QCoreApplication.translate
    said: dict[Wish, tuple[Job, str]] = {
        Wish.FOLLOW_UP: (_follow_up, translate("CaseRoad", "Tindak lanjut disimpan.")),
        Wish.NEXT: (_next, translate("CaseRoad", "Langkah berikutnya diubah.")),
        Wish.CALLED: (_called, translate("CaseRoad", "Telepon dicatat.")),
        Wish.COMPLETE: (_complete, translate("CaseRoad", "Isian disimpan.")),
        Wish.HANDED: (_handed, translate("CaseRoad", "Surat dicatat sudah diserahkan.")),
        Wish.RECEIVED: (_received, translate("CaseRoad", "Tanda terima disimpan.")),
        Wish.ANSWERED: (_answered, translate("CaseRoad", "Jawaban disimpan.")),
        Wish.FREEZE: (_freeze, translate("CaseRoad", "Catatan dibekukan.")),
    }
    return {wish: Change(job, words, is_form=True) for wish, (job, words) in said.items()}


def _clicked() -> dict[Wish, Change]:
    """Return what one click asks for."""
    translate = QCoreApplication.translate
    return {
        Wish.DONE: Change(_done, translate("CaseRoad", "Tindak lanjut disimpan.")),
        Wish.ERASE: Change(
            _erase, translate("CaseRoad", "Penghapusan diminta. Semua anggota bisa melihatnya.")
        ),
        Wish.DANGER: Change(_danger, translate("CaseRoad", "Jawaban disimpan.")),
        Wish.MOVE: Change(_move, translate("CaseRoad", "Status diubah.")),
        Wish.CONFIRM: Change(_confirm, translate("CaseRoad", "Dicatat sudah dilihat.")),
        Wish.LOWER: Change(_lower, translate("CaseRoad", "Tingkat diturunkan.")),
        Wish.REFUSED: Change(_refused, translate("CaseRoad", "Dicatat: belum bersedia.")),
        Wish.VERSION: Change(_version, translate("CaseRoad", "Satu versi dipakai.")),
    }


def _taken_back() -> dict[Wish, Change]:
    """Return what takes something away, or brings it out again."""
    translate = QCoreApplication.translate
    return {
        Wish.WIPE: Change(_wipe, translate("CaseRoad", "Nama dan alamat dihapus.")),
        Wish.WITHDRAW: Change(_withdraw, translate("CaseRoad", "Persetujuan dicatat ditarik.")),
        Wish.THAW: Change(_thaw, translate("CaseRoad", "Catatan bisa diubah lagi.")),
        Wish.BRING_BACK: Change(_bring_back, translate("CaseRoad", "Catatan dimunculkan lagi.")),
        Wish.SCAN_REMOVE: Change(_remove_scan, translate("CaseRoad", "Surat dihapus.")),
        Wish.HIDE_FOLLOW_UP: Change(
            _hide_follow_up, translate("CaseRoad", "Tindak lanjut disembunyikan.")
        ),
        Wish.HIDE_REFERRAL: Change(_hide_referral, translate("CaseRoad", "Surat disembunyikan.")),
    }


# -- jobs on the store lane --------------------------------------------------------------------


def _follow_up(ws: Workspace, case: Case, about: Followed) -> Done:
    """Keep what was done, and what was moved out of its words; both or neither."""
    return follow_ups.record(ws, case, about.done, moved=about.moved)


def _done(ws: Workspace, case: Case, about: str) -> Done:
    """Write down that the next step was done; somebody who was not reached gave no news."""
    kind = follow_ups.kind_of(case.dossier.case.next, case.judgement)
    if kind == UPTD_SAID and about == "tidak_bertemu":
        kind = "telepon"
    return follow_ups.record(ws, case, FollowUp(kind=kind, result=about))


def _next(ws: Workspace, case: Case, about: Next) -> Done:
    return cases.set_next(ws, case, about)


def _called(ws: Workspace, case: Case, about: tuple[Call, ...]) -> Done:
    """Write calls down; where a call was what came next, the next step is what follows it."""
    detail = casebook.need_detail(case.dossier)
    with ws.transaction():
        noted = cases.complete(ws, case, replace(detail, called=(*detail.called, *about)))
        fresh = casebook.page(ws, case.ent)
        planned = fresh.dossier.case.next
        if planned is None or planned.what not in BY_TELEPHONE:
            return noted
        facts = facts_of(fresh.dossier)
        moved = cases.set_next(ws, fresh, escalation.default_next(facts, ws.today()))
    steps = [step for done in (moved, noted) if done.undo for step in done.undo.steps]
    return Done(case.ent, noted.kinds | moved.kinds, Undo(tuple(steps)))


def _complete(ws: Workspace, case: Case, about: CaseDetail) -> Done:
    return cases.complete(ws, case, about)


def _danger(ws: Workspace, case: Case, about: str) -> Done:
    detail = casebook.need_detail(case.dossier)
    return cases.complete(ws, case, replace(detail, danger_now=about))


def _move(ws: Workspace, case: Case, about: Moved) -> Done:
    return case_moves.move(ws, case, about.to, about.reason)


def _confirm(ws: Workspace, case: Case, _: object) -> Done:
    return case_moves.confirm(ws, case)


def _lower(ws: Workspace, case: Case, _: object) -> Done:
    return case_moves.lower(ws, case)


def _handed(ws: Workspace, _: Case, about: HandedOver) -> Done:
    return referrals.handed(ws, about.letter, about.means, on=about.sent.on, at=about.sent.at)


def _received(ws: Workspace, _: Case, about: TypedBack) -> Done:
    return referrals.received(ws, about.letter, about.slip)


def _answered(ws: Workspace, _: Case, about: Answered) -> Done:
    return referrals.answered(ws, about.letter, about.outcome)


def _refused(ws: Workspace, case: Case, about: str) -> Done:
    """Write a refusal down: of a child's letter by the family, of a grown-up's by herself."""
    by = "keluarga" if case.judgement.is_child else "korban"
    return referrals.refused(ws, about, by)


def _version(ws: Workspace, case: Case, about: tuple[casebook.Version, Any]) -> Done:
    return case_versions.keep(ws, case, *about)


def _wipe(ws: Workspace, case: Case, _: object) -> Done:
    return case_identity.wipe_identity(ws, case)


def _withdraw(ws: Workspace, _: Case, about: str) -> Done:
    return case_consents.withdraw(ws, about)


def _freeze(ws: Workspace, case: Case, about: str) -> Done:
    return case_moves.freeze(ws, case, about)


def _thaw(ws: Workspace, case: Case, _: object) -> Done:
    return case_moves.thaw(ws, case)


def _bring_back(ws: Workspace, case: Case, _: object) -> Done:
    return case_hiding.bring_back(ws, case.ent)


def _remove_scan(ws: Workspace, _: Case, about: str) -> Done:
    return case_scans.remove(ws, about)


def _hide_follow_up(ws: Workspace, _: Case, about: str) -> Done:
    return follow_ups.hide(ws, about)


def _hide_referral(ws: Workspace, _: Case, about: str) -> Done:
    return referrals.hide(ws, about)


def _erase(ws: Workspace, case: Case, _: Any) -> Done:
    done, _asked = erasing.ask(ws, "case", case.ent, *erasing.KEPT_LONG_ENOUGH)
    return done
