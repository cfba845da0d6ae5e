"""A case: a worry about a child, or about a woman in danger at home.

What is enough to remind and to count stands in `Case`, everything else in `CaseDetail`; both are
one thing to the person who wrote it, and have the same `ent`. Nothing here shows itself in a
`repr`: a trace-back or a log must not tell a case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from patbm_desktop.domain.codes import CLOSED_STATUSES
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.ids import case_code
from patbm_desktop.domain.kinds import missing, problems
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.record import Reader, present, written
from patbm_desktop.domain.referral import Referral
from patbm_desktop.domain.second_look import Standing

NEW = "baru"


@dataclass(frozen=True, slots=True, repr=False)
class Victim:
    """Whom the worry is about: a sex and a band of age, nothing finer."""

    sex: str | None = None
    age: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Offender:
    """Who is feared: a sex and a band of age at which the law changes."""

    sex: str | None = None
    age: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Status:
    """Where a case stands; `reason` says why it was closed."""

    value: str = NEW
    reason: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Next:
    """What is to be done next, and on which day."""

    what: str
    on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Call:
    """One telephone call that was made."""

    to: str
    on: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Confirmed:
    """What a second person looked at: a way to close, or a lower level (``turun``).

    `asked_by` is whose closing or lowering she saw; empty where a first release wrote it.
    """

    what: str
    by: str
    on: date
    asked_by: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Frozen:
    """Since when a case may be read and not changed, printed or erased.

    Source: UU 27/2022 art. 41.
    """

    on: date
    reason: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """Who it is. Kept only when somebody asked for it, and shown behind one deliberate click."""

    nama: str = ""
    alamat: str = ""
    wali: str = ""
    kontak_aman: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Case:
    """What all members of the space may read. Field names are those of `case_kinds.CASE`.

    `month` is ``2026-11``; `delay` the class of days until a service took over.
    """

    ent: str = ""
    month: str = ""
    group: str = ""
    triage: str = ""
    status: Status = Status()
    next: Next | None = None
    delay: str | None = None
    confirmed: Confirmed | None = None
    frozen: Frozen | None = None

    @property
    def code(self) -> str:
        """How people name the case: ``K-7QH2MD``."""
        return case_code(self.ent)

    @property
    def is_closed(self) -> bool:
        """Whether its status says that it is over; a second person may still have to look."""
        return self.status.value in CLOSED_STATUSES


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CaseDetail:
    """What only the readers of cases may see. Field names are those of `case_kinds.CASE_DETAIL`.

    An identity is not among them: it is asked for by itself.
    """

    ent: str = ""
    category: str | None = None
    victim: Victim = Victim()
    danger_now: str | None = None
    signs: tuple[str, ...] = ()
    called: tuple[Call, ...] = ()
    learned_on: date | None = None
    initials: str = ""
    narrative: str = ""
    activity_id: str | None = None
    source: str | None = None
    first_action: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    place_kind: str | None = None
    relation: str | None = None
    offender: Offender = Offender()
    lives_together: str | None = None
    disability: str | None = None
    child_wish: str | None = None
    ampk: tuple[str, ...] = ()
    legal_basis: str | None = None


_UNSAVED = Standing()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dossier:
    """All that is known of one case; `detail` is None on a laptop that may not read it.

    `standing` is what was written of its level and its closing; empty while nothing was saved.
    """

    case: Case = Case()
    detail: CaseDetail | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    referrals: tuple[Referral, ...] = ()
    standing: Standing = _UNSAVED


_CASES = Reader(
    Case, "case", {"status": Status, "next": Next, "confirmed": Confirmed, "frozen": Frozen}
)
_DETAILS = Reader(
    CaseDetail, "case_detail", {"victim": Victim, "offender": Offender, "called": Call}
)


def read_case(ent: str, values: Mapping[str, Any]) -> Case:
    """Read a case from the field values of its record."""
    return _CASES.read(ent, values)


def read_detail(ent: str, values: Mapping[str, Any]) -> CaseDetail:
    """Read the details of a case from the field values of their record, the identity apart."""
    return _DETAILS.read(ent, values)


_LISTED = Reader(
    CaseDetail,
    "case_detail",
    {"victim": Victim, "offender": Offender, "called": Call},
    without=("narrative", "initials", "first_action", "activity_id", "ampk", "child_wish"),
)


def read_listed_detail(ent: str, values: Mapping[str, Any]) -> CaseDetail:
    """Read of the details what the rules and a list of codes ask, and no text."""
    return _LISTED.read(ent, values)


def read_identity(value: Any) -> Identity | None:
    """Read an identity from the value of its field, None where none was kept."""
    if not isinstance(value, dict):
        return None
    texts = {name: value.get(name) for name in ("nama", "alamat", "wali", "kontak_aman")}
    return Identity(**{name: text for name, text in texts.items() if isinstance(text, str)})


def reasons(detail: CaseDetail, today: date | None) -> tuple[Problem, ...]:
    """Say what stops `detail` from being kept: only what is no case, never what is missing.

    `today` is None when the laptop's clock is not to be believed.
    """
    values = present(written(detail))
    found = [*missing("case_detail", values), *problems("case_detail", values)]
    if today and detail.learned_on and detail.learned_on > today:
        found.append(Problem("learned_on", Reason.IN_THE_FUTURE))
    return tuple(found)
