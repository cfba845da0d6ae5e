"""An activity: one thing a team did, or plans to do, for children and families in its RT."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from patbm_desktop.domain import codes
from patbm_desktop.domain.fields import COUNT4
from patbm_desktop.domain.kinds import missing, problems
from patbm_desktop.domain.reason import Hint, Problem, Reason
from patbm_desktop.domain.record import Reader, present

Day = date
"""The type, where a field of the same name would hide it."""

LONG_AGO_DAYS = 396
"""Thirteen months; an older date deserves a second look."""


@dataclass(frozen=True, slots=True)
class Count4:
    """Heads at a session: men, women, boys and girls. Children are under 18."""

    dewasa_l: int = 0
    dewasa_p: int = 0
    anak_l: int = 0
    anak_p: int = 0

    @property
    def total(self) -> int:
        """Everyone who came."""
        return self.dewasa_l + self.dewasa_p + self.anak_l + self.anak_p

    @property
    def male(self) -> int:
        """Men and boys."""
        return self.dewasa_l + self.anak_l

    @property
    def female(self) -> int:
        """Women and girls."""
        return self.dewasa_p + self.anak_p

    @property
    def children(self) -> int:
        """Boys and girls."""
        return self.anak_l + self.anak_p

    def __add__(self, other: "Count4") -> "Count4":
        return Count4(*(getattr(self, name) + getattr(other, name) for name in COUNT4))

    def as_dict(self) -> dict[str, int]:
        """Return the value as an op carries it."""
        return {name: getattr(self, name) for name in COUNT4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What the volunteer wrote. Immutable: an edit makes a new value.

    `date` is the calendar day on site, with no zone; `participants` is None when nobody counted,
    which is not the same as nobody came; `minutes` is the length; `ent` names the record and is
    empty while it has never been saved. Field names are those of `activity_kinds.ACTIVITY`.
    """

    ent: str = ""
    rt_id: str | None = None
    date: Day | None = None
    planned: bool = False
    held_by: str = "rt"
    program: str | None = None
    type: str | None = None
    topics: tuple[str, ...] = ()
    place_id: str | None = None
    participants: Count4 | None = None
    estimated: bool = False
    disability: int | None = None
    lead_id: str | None = None
    title: str | None = None
    start: time | None = None
    minutes: int | None = None
    speakers: str | None = None
    partners: tuple[str, ...] = ()
    outcome_area: str | None = None
    result: str | None = None
    on_report: bool = True
    next_step: str | None = None
    cost_source: str | None = None
    kla: tuple[str, ...] = ()
    same_as: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the month's sheet can count it: it has a topic and a head count."""
        return bool(self.topics) and self.participants is not None

    @property
    def is_visit(self) -> bool:
        """Whether it could point at one household."""
        return self.type in codes.VISIT_TYPES


DEFAULTS = {each.name: each.default for each in fields(Activity) if each.name != "ent"}


_ACTIVITIES = Reader(Activity, "activity", {"participants": Count4})


def from_values(ent: str, values: Mapping[str, Any]) -> Activity:
    """Read an activity from the field values of its record; unknown fields are left alone."""
    return _ACTIVITIES.read(ent, values)


def to_values(activity: Activity) -> dict[str, Any]:
    """Return every field as an op carries it; None for what is absent or at its default."""
    return {name: _write(getattr(activity, name), DEFAULTS[name]) for name in DEFAULTS}


def _write(value: Any, default: Any) -> Any:
    if value in (default, ""):
        return None
    if isinstance(value, Count4):
        return value.as_dict()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def reasons(activity: Activity, today: date | None) -> tuple[Problem, ...]:
    """Say what stops `activity` from being kept; empty when nothing does.

    `today` is None when the laptop's clock is not to be believed: then no date is in the future.
    """
    values = present(to_values(activity))
    found = [*missing("activity", values), *problems("activity", values)]
    if today and activity.date and activity.date > today and not activity.planned:
        found.append(Problem("date", Reason.IN_THE_FUTURE))
    if _more_disabled_than_present(activity):
        found.append(Problem("disability", Reason.MORE_DISABLED_THAN_PRESENT))
    return tuple(found)


def _more_disabled_than_present(activity: Activity) -> bool:
    if activity.disability is None or activity.participants is None:
        return False
    return activity.disability > activity.participants.total


def hints(activity: Activity, today: date | None, photos: int = 0) -> tuple[Hint, ...]:
    """Say what deserves a second look; nothing here stops a save."""
    heads = activity.participants
    found = {
        Hint.OVER_300: heads is not None and max(heads.as_dict().values()) > 300,
        Hint.CHILDREN_ACTIVITY_WITHOUT_CHILDREN: (
            activity.type == "kegiatan_anak" and heads is not None and heads.children == 0
        ),
        Hint.OLDER_THAN_13_MONTHS: (
            today is not None
            and activity.date is not None
            and (today - activity.date).days > LONG_AGO_DAYS
        ),
        Hint.PHOTO_WITHOUT_PARTICIPANTS: photos > 0 and heads is None,
        Hint.TRAINED_FACILITATOR: (
            heads is not None
            and heads.children > 0
            and bool({"cara_melapor", "cegah_kekerasan_seksual"} & set(activity.topics))
        ),
        Hint.VISIT: activity.is_visit,
    }
    return tuple(hint for hint, holds in found.items() if holds)


def outcome_of(kind_of_work: str | None) -> str | None:
    """Return the change that a type of activity works for, None when it names none."""
    return codes.OUTCOME_OF_TYPE.get(kind_of_work or "")
