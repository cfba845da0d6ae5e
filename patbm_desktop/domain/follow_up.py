"""A follow-up: what was done for a case after it was noted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from patbm_desktop.domain.kinds import missing, problems
from patbm_desktop.domain.reason import Problem
from patbm_desktop.domain.record import Reader, present, written

Day = date
"""The type, where a field of the same name would hide it."""

UPTD_SAID = "umpan_balik_uptd"
FAMILY_TALK = "musyawarah_keluarga"
VISIT = "kunjungan"
SAFETY_CHECK = "cek_keamanan"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FollowUp:
    """One thing that was done; `advised` says that UPTD PPA advised a visit to the home."""

    ent: str = ""
    case_id: str = ""
    date: Day | None = None
    kind: str = ""
    advised: bool = False
    result: str | None = None
    note: str = ""
    done_by: str | None = None

    @property
    def lifts_the_bar_on_visits(self) -> bool:
        """Whether UPTD PPA said in it that somebody may go there."""
        return self.kind == UPTD_SAID and self.advised


_FOLLOW_UPS = Reader(FollowUp, "follow_up")


def read_follow_up(ent: str, values: Mapping[str, Any]) -> FollowUp:
    """Read a follow-up from the field values of its record."""
    return _FOLLOW_UPS.read(ent, values)


def reasons(follow_up: FollowUp) -> tuple[Problem, ...]:
    """Say what stops a follow-up from being kept, whatever the case is about."""
    values = present(written(follow_up))
    return (*missing("follow_up", values), *problems("follow_up", values))
