"""Who came to a session: one line of its attendance list, and the heads a list adds up to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.codes import SEXES
from patbm_desktop.domain.record import Reader

CHILD_AGES = frozenset({"0-5", "6-12", "13-17"})


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of the list. `ent` is empty on a new line; of a child only the first name."""

    name: str = ""
    sex: str | None = None
    age_group: str | None = None
    element: str | None = None
    rt_text: str = ""
    disability: bool = False
    ent: str = ""

    @property
    def is_child(self) -> bool:
        """Whether she or he counts as a child: an age under 18, or listed as one."""
        return self.age_group in CHILD_AGES or (self.age_group is None and self.element == "anak")


_FIELDS = tuple(field.name for field in fields(Attendee) if field.name != "ent")
_ATTENDEES = Reader(Attendee, "attendance")


def attendee_of(ent: str, values: Mapping[str, Any]) -> Attendee:
    """Return the line that a record of the kind `attendance` holds."""
    return _ATTENDEES.read(ent, values)


def values_of(attendee: Attendee) -> dict[str, Any]:
    """Return the field values of one line; None for what is absent."""
    return {name: getattr(attendee, name) or None for name in _FIELDS}


def counts(attendees: Iterable[Attendee]) -> tuple[Count4, int]:
    """Return the heads on the list, and how many of them have a disability.

    Whoever has no sex written down is in no count: a guess would be signed as a number.
    """
    heads: Counter[str] = Counter()
    disabled = 0
    for each in attendees:
        if each.name.strip() and each.sex in SEXES:
            heads[f"{'anak' if each.is_child else 'dewasa'}_{each.sex}".lower()] += 1
            disabled += each.disability
    return Count4(**heads), disabled
