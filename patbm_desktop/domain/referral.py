"""A referral: a case handed to a service, from the letter to the news that came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from patbm_desktop.domain.follow_up import UPTD_SAID
from patbm_desktop.domain.ids import letter_code
from patbm_desktop.domain.kinds import missing, problems
from patbm_desktop.domain.reason import Problem
from patbm_desktop.domain.record import Reader, present, written

WAITING = "menunggu"
RECEIVED = "diterima"
PROTECTORS = frozenset({"uptd_ppa", "polisi"})
"""Who must have taken over before a case of violence is anything but open."""

NEWS_KINDS = {
    "uptd_ppa": UPTD_SAID,
    "puskesmas_rs": "koordinasi_puskesmas",
    "sekolah": "koordinasi_sekolah",
    "disdikbud": "koordinasi_sekolah",
}
"""As which kind of follow-up news of a letter is written down, by who got it."""

NEED_NO_STORY = frozenset({"sekolah", "disdukcapil", "disdikbud"})
"""Offices that can do their part without knowing what happened, where there is violence."""


@dataclass(frozen=True, slots=True, repr=False)
class Sent:
    """When a letter was handed over."""

    on: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Receipt:
    """The slip of the service, typed back."""

    on: date | None = None
    at: time | None = None
    officer: str = ""
    register_no: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Condition:
    """How the person was last seen; left empty rather than examined."""

    fisik: str = ""
    psikis: str = ""
    keluarga: str = ""
    lingkungan: str = ""


class Stage(StrEnum):
    """The four marks of a letter on its way."""

    MADE = "made"
    HANDED = "handed"
    RECEIVED = "received"
    NEWS = "news"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Referral:
    """One letter to one service. Field names are those of `case_kinds.REFERRAL`.

    `addressee` is the name of the school, health centre or other office that `to` is the kind of.
    """

    ent: str = ""
    case_id: str = ""
    to: str = ""
    addressee: str = ""
    made_on: date | None = None
    sent: Sent | None = None
    means: str | None = None
    letter_no: str = ""
    services_asked: tuple[str, ...] = ()
    condition: Condition = Condition()
    done_before: str = ""
    receipt: Receipt | None = None
    outcome: str | None = None
    refused_by: str | None = None

    @property
    def code(self) -> str:
        """How people name the letter: ``R-8KXP4D``."""
        return letter_code(self.ent)

    @property
    def is_received(self) -> bool:
        """Whether the service has taken over."""
        return self.outcome == RECEIVED

    @property
    def is_waiting(self) -> bool:
        """Whether the letter was handed over and nobody has answered."""
        return self.outcome == WAITING

    @property
    def is_open(self) -> bool:
        """Whether news of it is still to come; a letter nobody wanted sent is not waited for."""
        return self.outcome in (None, WAITING) and (self.refused_by is None or self.is_waiting)

    @property
    def since(self) -> date | None:
        """The day from which news is waited for."""
        return self.sent.on if self.sent and self.sent.on else self.made_on

    def stages(self, news: date | None = None) -> tuple[tuple[Stage, date | None, bool], ...]:
        """Return the marks of the tracker in order, each with its day and whether it is reached.

        `news` is the day on which the service first told how it goes, None before.
        """
        sent, receipt = self.sent or Sent(), self.receipt or Receipt()
        is_answered = self.outcome not in (None, WAITING)
        is_handed = self.sent is not None or self.outcome is not None
        return (
            (Stage.MADE, self.made_on, True),
            (Stage.HANDED, sent.on, is_handed),
            (Stage.RECEIVED, receipt.on, self.is_received),
            (Stage.NEWS, news, news is not None or (is_answered and not self.is_received)),
        )


_LETTERS = Reader(Referral, "referral", {"sent": Sent, "receipt": Receipt, "condition": Condition})


def read_referral(ent: str, values: Mapping[str, Any]) -> Referral:
    """Read a referral from the field values of its record."""
    return _LETTERS.read(ent, values)


def reasons(referral: Referral) -> tuple[Problem, ...]:
    """Say what stops a referral from being kept, whatever the case is about."""
    values = present(written(referral))
    return (*missing("referral", values), *problems("referral", values))
