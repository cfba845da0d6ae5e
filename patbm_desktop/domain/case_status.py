"""Where a case may go from where it is, with what reason, and what a second person must look at.

The same conditions say whether a move may be made and whether a state that came by merging, or a
tick that came later, stands against a rule: such a state is shown and flagged, never undone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from patbm_desktop.domain import escalation
from patbm_desktop.domain.case import Dossier, Next, Status
from patbm_desktop.domain.codes import CLOSED_STATUSES
from patbm_desktop.domain.facts import Facts, facts_of
from patbm_desktop.domain.follow_up import FAMILY_TALK, VISIT
from patbm_desktop.domain.level import is_lower
from patbm_desktop.domain.reason import Problem, Reason

MOVES: Mapping[str, tuple[str, ...]] = {
    "baru": ("didampingi", "dirujuk", "bukan_kasus"),
    "didampingi": ("dirujuk", "dipantau", "selesai"),
    "dirujuk": ("diterima_layanan", "dirujuk", "didampingi"),
    "diterima_layanan": ("dipantau", "dirujuk", "selesai"),
    "dipantau": ("dirujuk", "didampingi", "selesai"),
    "selesai": ("didampingi",),
    "bukan_kasus": ("didampingi",),
}
"""From where to where; the conditions stand below."""

MISTAKEN = ("keliru", "ganda", "lainnya")
BETTER = ("membaik", "tertangani_layanan", "pindah")
TAKEN_OVER = ("ditangani_uptd", "pindah_uptd_tahu")
HER_CHOICE = "pilihan_korban"
ENOUGH_SAFETY_CHECKS = 2

ASKED_FIRST = {"pindah_uptd_tahu": "closing.tell_uptd"}
"""Reasons with a question before them, and the key of its words."""


class Flag(StrEnum):
    """Why a person must look at a case; the words stand in `resources/i18n/safeguard.*.toml`."""

    STATUS = "status"
    FAMILY_TALK = "family_talk"
    VISIT = "visit"
    NEXT_LATE = "next_late"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Move:
    """A status that may be chosen now; `reasons` are those that may go with it."""

    to: str
    reasons: tuple[str, ...] = ()


def moves(dossier: Dossier) -> tuple[Move, ...]:
    """Return where the case may go now; a frozen one, or one nobody here can read, nowhere."""
    if dossier.detail is None or dossier.case.frozen:
        return ()
    facts = facts_of(dossier)
    offered = [Move(to, reasons_for(facts, to)) for to in _targets(facts.status)]
    return tuple(move for move in offered if not _problems_of_target(facts, move.to))


def reasons_for(facts: Facts, to: str) -> tuple[str, ...]:
    """Return the reasons with which a case may be closed as `to`; none for other moves."""
    if to == "bukan_kasus":
        return MISTAKEN
    if to != "selesai":
        return ()
    is_ready = facts.is_taken_over or not (facts.is_violence or facts.is_barred)
    reasons = TAKEN_OVER if facts.is_violence else BETTER
    choice = (HER_CHOICE,) if _is_her_choice(facts) else ()
    return (reasons if is_ready else ()) + choice


def problems_of_move(dossier: Dossier, to: str, reason: str | None) -> tuple[Problem, ...]:
    """Say what stops a case from going to `to`; empty when nothing does."""
    facts = facts_of(dossier)
    found = []
    if dossier.case.frozen:
        found.append(Reason.FROZEN_CASE)
    if to not in _targets(facts.status):
        found.append(Reason.NO_SUCH_MOVE)
    found += _problems_of_target(facts, to)
    if not found and not _fits(facts, Status(to, reason)):
        found.append(Reason.CLOSING_REASON)
    return tuple(Problem("status", each) for each in dict.fromkeys(found))


def _targets(status: str) -> tuple[str, ...]:
    return MOVES.get(status, ())


def _fits(facts: Facts, status: Status) -> bool:
    known = reasons_for(facts, status.value)
    return status.reason in known if known else status.reason is None


# -- the conditions of each target -----------------------------------------------------------


def _problems_of_target(facts: Facts, to: str) -> list[Reason]:
    found = list(_CONDITIONS.get(to, _free)(facts))
    if to == "didampingi" and facts.status == "dirujuk" and not facts.came_back:
        found.append(Reason.REFERRAL_WAITING)
    return found


def _free(_: Facts) -> list[Reason]:
    return []


def _watched(facts: Facts) -> list[Reason]:
    if facts.is_child and facts.is_violence and not facts.uptd_has_received:
        return [Reason.UPTD_HAS_NOT_RECEIVED]
    return []


def _received(facts: Facts) -> list[Reason]:
    return [] if facts.somebody_has_received else [Reason.NOT_RECEIVED]


def _closed(facts: Facts) -> list[Reason]:
    found = []
    if facts.is_refused_by_family:
        found.append(Reason.FAMILY_IS_NOT_WILLING)
    if facts.is_waiting:
        found.append(Reason.REFERRAL_WAITING)
    if reasons_for(facts, "selesai"):
        return found
    if facts.is_refused_by_adult:
        return [*found, Reason.TWO_SAFETY_CHECKS]
    return [*found, _nobody_took_over(facts)]


def _nobody_took_over(facts: Facts) -> Reason:
    return Reason.UPTD_HAS_NOT_RECEIVED if facts.is_violence else Reason.NOT_RECEIVED


def _no_case(facts: Facts) -> list[Reason]:
    if facts.is_refused_by_family:
        return [Reason.FAMILY_IS_NOT_WILLING]
    if facts.is_barred and not facts.is_taken_over:
        return [_nobody_took_over(facts)]
    return []


_CONDITIONS: Mapping[str, Callable[[Facts], list[Reason]]] = {
    "dipantau": _watched,
    "diterima_layanan": _received,
    "selesai": _closed,
    "bukan_kasus": _no_case,
}


def _is_her_choice(facts: Facts) -> bool:
    return facts.is_refused_by_adult and facts.safety_checks >= ENOUGH_SAFETY_CHECKS


# -- the state it is in ----------------------------------------------------------------------


def flags(dossier: Dossier, facts: Facts, today: date) -> tuple[Flag, ...]:
    """Say what of a case, however it came about, stands against a rule as its `facts` are now."""
    if dossier.detail is None:
        return ()
    case = dossier.case
    kinds = {each.kind for each in dossier.follow_ups}
    found = {
        Flag.STATUS: not _stands(facts, case.status),
        Flag.FAMILY_TALK: FAMILY_TALK in kinds and not facts.may_talk,
        Flag.VISIT: VISIT in kinds and facts.keeps_away,
        Flag.NEXT_LATE: not case.is_closed and _is_late(facts, case.next, today),
        Flag.LEVEL: bool(case.triage) and is_lower(case.triage, facts.computed),
    }
    return tuple(flag for flag, holds in found.items() if holds)


def stands(dossier: Dossier) -> bool:
    """Say whether the rules, as the case is judged now, allow the status that it has."""
    return _stands(facts_of(dossier), dossier.case.status)


def _stands(facts: Facts, status: Status) -> bool:
    if status.value in CLOSED_STATUSES and not _fits(facts, status):
        return False
    condition = _CONDITIONS.get(status.value, _free)
    return status.value not in MOVES or not condition(facts)


def _is_late(facts: Facts, planned: Next | None, today: date) -> bool:
    if planned is None or (planned.what != VISIT and (planned.on or today) <= today):
        return False
    return bool(problems_of_next(facts, planned, today))


def problems_of_next(facts: Facts, planned: Next, today: date) -> tuple[Problem, ...]:
    """Say what stops `planned` from being the next step: the rules bar it, or it is too late."""
    last = escalation.latest(facts, planned.what, today)
    if last is None:
        barred = Reason.VISIT_NOT_ADVISED if planned.what == VISIT else Reason.DATE_TOO_LATE
        return (Problem("next", barred),)
    if planned.on is not None and planned.on > last:
        return (Problem("next", Reason.DATE_TOO_LATE),)
    return ()
