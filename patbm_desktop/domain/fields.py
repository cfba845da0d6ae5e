"""What a field of a record may hold: text, number, day, choice, list, object.

Each maker returns a `Field` whose `check` names the reason why a value does not fit.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Any

from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.reason import Reason

LONGEST_TEXT = 20_000
"""Characters; a limit of the wire that is never lowered."""


class Read(StrEnum):
    """Who may read a field: everybody who holds the record, or the holders of one space key."""

    OPEN = "open"
    UMUM = "umum"
    KASUS = "kasus"


Check = Callable[[Any], Reason | None]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it holds, who reads it, and whether a record needs it.

    `values` lists the keys of a choice, in the order they are offered; `longest` is in characters;
    `low` and `high` bound a number, both included; `of` names the kind a reference points to;
    `members` are the fields of an object.
    """

    name: str
    type: str
    check: Check
    read: Read = Read.OPEN
    required: bool = False
    values: tuple[str, ...] = ()
    longest: int = 0
    low: int = 0
    high: int = 0
    of: str = ""
    members: tuple["Field", ...] = ()


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def has_control_characters(text: str) -> bool:
    """Say whether `text` holds a character no keyboard means, line breaks and tabs apart."""
    return _CONTROL.search(text) is not None


def text(name: str, longest: int, **more: Any) -> Field:
    """Make a field of at most `longest` characters."""

    def check(value: Any) -> Reason | None:
        if not isinstance(value, str):
            return Reason.NOT_TEXT
        if len(value) > longest:
            return Reason.TOO_LONG
        return Reason.CONTROL_CHARACTER if has_control_characters(value) else None

    return Field(name, "text", check, longest=longest, **more)


def whole(name: str, low: int, high: int, **more: Any) -> Field:
    """Make a field of whole numbers between `low` and `high`."""

    def check(value: Any) -> Reason | None:
        if not _is_whole(value):
            return Reason.NOT_A_NUMBER
        return None if low <= value <= high else Reason.OUT_OF_RANGE

    return Field(name, "int", check, low=low, high=high, **more)


def flag(name: str, **more: Any) -> Field:
    """Make a yes-or-no field."""
    return Field(
        name,
        "bool",
        lambda value: None if isinstance(value, bool) else Reason.NOT_YES_OR_NO,
        **more,
    )


def choice(name: str, values: tuple[str, ...], **more: Any) -> Field:
    """Make a field that holds one key of `values`."""
    return Field(
        name,
        "enum",
        lambda value: None if value in values else Reason.UNKNOWN_VALUE,
        values=values,
        **more,
    )


def several(name: str, values: tuple[str, ...], **more: Any) -> Field:
    """Make a field that holds a list of distinct keys of `values`."""

    def check(value: Any) -> Reason | None:
        if not isinstance(value, list) or len(set(map(str, value))) != len(value):
            return Reason.WRONG_SHAPE
        return None if all(each in values for each in value) else Reason.UNKNOWN_VALUE

    return Field(name, "multi", check, values=values, **more)


def _written(parse: Callable[[str], Any], reason: Reason) -> Check:
    def check(value: Any) -> Reason | None:
        try:
            return None if parse(value).isoformat()[: len(value)] == value else reason
        except (TypeError, ValueError):
            return reason

    return check


def day(name: str, **more: Any) -> Field:
    """Make a calendar day, written ``2026-11-21``."""
    return Field(name, "date", _written(date.fromisoformat, Reason.NOT_A_DATE), **more)


def clock_time(name: str, **more: Any) -> Field:
    """Make a time of day, written ``19:30``."""
    return Field(name, "time", _written(time.fromisoformat, Reason.NOT_A_TIME), **more)


def month(name: str, **more: Any) -> Field:
    """Make a calendar month, written ``2026-10``."""

    def check(value: Any) -> Reason | None:
        fine = isinstance(value, str) and len(value) == 7
        return (
            _written(date.fromisoformat, Reason.NOT_A_DATE)(f"{value}-01")
            if fine
            else (Reason.NOT_A_DATE)
        )

    return Field(name, "month", check, **more)


def ref(name: str, of: str, **more: Any) -> Field:
    """Make a pointer to another record by its `ent`; the record may still be on its way."""
    return Field(
        name, "ref", lambda value: None if is_id(value) else Reason.NOT_A_REFERENCE, of=of, **more
    )


def refs(name: str, of: str, **more: Any) -> Field:
    """Make a list of pointers."""

    def check(value: Any) -> Reason | None:
        fine = isinstance(value, list) and all(map(is_id, value))
        return None if fine else Reason.NOT_A_REFERENCE

    return Field(name, "refs", check, of=of, **more)


def lines(name: str, longest: int, most: int, **more: Any) -> Field:
    """Make a list of at most `most` texts of at most `longest` characters."""
    one = text(name, longest).check

    def check(value: Any) -> Reason | None:
        if not isinstance(value, list):
            return Reason.WRONG_SHAPE
        if len(value) > most:
            return Reason.OUT_OF_RANGE
        return next((reason for each in value if (reason := one(each))), None)

    return Field(name, "lines", check, longest=longest, high=most, **more)


def initials(name: str, longest: int, **more: Any) -> Field:
    """Make a text of at most `longest` letters and nothing else."""
    plain = text(name, longest)

    def check(value: Any) -> Reason | None:
        reason = plain.check(value)
        return reason or (None if value.isalpha() or not value else Reason.LETTERS_ONLY)

    return replace(plain, check=check, **more)


COUNT4 = ("dewasa_l", "dewasa_p", "anak_l", "anak_p")
"""Men, women, boys, girls, in the order of every sheet: L before P."""


def count4(name: str, high: int = 999, **more: Any) -> Field:
    """Make the four head counts that are one value, so that two corrections never mix."""

    def check(value: Any) -> Reason | None:
        if not isinstance(value, dict) or set(value) != set(COUNT4):
            return Reason.WRONG_SHAPE
        if not all(map(_is_whole, value.values())):
            return Reason.NOT_A_NUMBER
        return None if all(0 <= each <= high for each in value.values()) else Reason.OUT_OF_RANGE

    return Field(name, "count4", check, high=high, **more)


def group(name: str, *members: Field, **more: Any) -> Field:
    """Make an object of `members`, of which the required ones must stand in it."""
    known = {each.name: each for each in members}

    def check(value: Any) -> Reason | None:
        if not isinstance(value, dict) or not set(value) <= set(known):
            return Reason.WRONG_SHAPE
        if any(each.required and each.name not in value for each in members):
            return Reason.REQUIRED
        return next((why for key, each in value.items() if (why := known[key].check(each))), None)

    return Field(name, "group", check, members=members, **more)


def groups(name: str, most: int, *members: Field, **more: Any) -> Field:
    """Make a list of at most `most` objects of `members`."""
    one = group(name, *members).check

    def check(value: Any) -> Reason | None:
        if not isinstance(value, list) or len(value) > most:
            return Reason.WRONG_SHAPE
        return next((why for each in value if (why := one(each))), None)

    return Field(name, "groups", check, members=members, high=most, **more)
