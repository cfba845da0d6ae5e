"""The second person: who must agree when a case is closed or its level lowered, and who has.

What stands is read from everything that was ever written, not from the last word alone, so that no
order of merging and no quiet edit lowers a level.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from patbm_desktop.domain.codes import CLOSED_STATUSES, TRIAGES
from patbm_desktop.domain.level import is_lower

LOWERED = "turun"


class SecondLook(StrEnum):
    """How far the second person has come with a closing or a lower level."""

    NONE = "none"
    WAITING = "waiting"
    TO_BE_SEEN = "to_be_seen"
    DONE = "done"


class Word(NamedTuple):
    """One value of a case, as somebody wrote it; `by` is empty where it was not looked up."""

    field: str
    value: Any
    by: str = ""

    def __repr__(self) -> str:
        return f"Word({self.field})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the words about a case amount to.

    `level` is what takes effect, `peak` the highest that no second person has lowered: what the law
    bars goes by `peak`. `is_decided` says that the level was agreed on, `is_lowered` that somebody
    lowered it and nobody else has looked; `is_seen` that the closing was agreed on. `asked_by` is
    who lowered or closed.
    """

    level: str = ""
    peak: str = ""
    is_decided: bool = False
    is_lowered: bool = False
    is_closed: bool = False
    is_seen: bool = False
    asked_by: str = ""
    has_companion: bool = False

    @property
    def look(self) -> SecondLook:
        """How far the second person has come."""
        if self.is_lowered or (self.is_closed and not self.is_seen):
            return SecondLook.WAITING if self.has_companion else SecondLook.TO_BE_SEEN
        return SecondLook.DONE if self.is_closed else SecondLook.NONE

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be done: closed, and seen where somebody is there to see."""
        return self.is_closed and (self.is_seen or not self.has_companion)


class _Reading:
    """Takes one word after the other, in the order of writing."""

    def __init__(self) -> None:
        self.peak = self.asked = self.asked_by = self.status = self.closed_by = ""
        self.is_decided = self.is_seen = False

    def take(self, word: Word) -> None:
        match word.field:
            case "triage":
                self._level(word)
            case "status":
                self._status(word)
            case "confirmed":
                self._confirmed(word)

    def _level(self, word: Word) -> None:
        if word.value not in TRIAGES:
            return
        if is_lower(word.value, self.peak):
            self.asked, self.asked_by = word.value, word.by
            return
        if is_lower(self.peak, word.value):
            self.peak, self.is_decided = word.value, False
        self.asked = ""

    def _status(self, word: Word) -> None:
        value = word.value.get("value") if isinstance(word.value, dict) else ""
        self.status, self.closed_by, self.is_seen = str(value), word.by, False

    def _confirmed(self, word: Word) -> None:
        said = word.value if isinstance(word.value, dict) else {}
        who, of = str(said.get("by", "")), str(said.get("asked_by", ""))
        if (word.by and who != word.by) or who == of:
            return
        if said.get("what") == LOWERED and self.asked and _is_second(who, of, self.asked_by):
            self.peak, self.asked, self.is_decided = self.asked, "", True
        elif said.get("what") == self.status and _is_second(who, of, self.closed_by):
            self.is_seen = True


def _is_second(who: str, of: str, asked_by: str) -> bool:
    """Say whether `who`, who looked at what `of` asked for, is the second person for `asked_by`."""
    return who != asked_by and (not of or not asked_by or of == asked_by)


def standing(words: Iterable[Word], *, has_companion: bool) -> Standing:
    """Return what `words` amount to, given in the order of writing.

    With a pendamping kasus a closing or a lower level waits for the second person; without one it
    takes effect and stays to be seen.
    """
    reading = _Reading()
    for word in words:
        reading.take(word)
    is_closed = reading.status in CLOSED_STATUSES
    return Standing(
        level=reading.asked if reading.asked and not has_companion else reading.peak,
        peak=reading.peak,
        is_decided=reading.is_decided,
        is_lowered=bool(reading.asked),
        is_closed=is_closed,
        is_seen=is_closed and reading.is_seen,
        asked_by=reading.asked_by if reading.asked else reading.closed_by,
        has_companion=has_companion,
    )
