"""The chips of "Apa yang mengkhawatirkan?": plain words in front, keys of the record behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from patbm_desktop.assets import table
from patbm_desktop.domain.triage import SMALL

FILE = "concerns.toml"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to the second question of a chip."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A chip; one with `options` asks `question` before it sets anything.

    `is_more` says that it stands behind "Lainnya…".
    """

    key: str
    label: str
    icon: str
    is_more: bool = False
    question: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Sets:
    """What a chip puts into the note."""

    category: str
    signs: tuple[str, ...] = ()
    place_kind: str | None = None


@cache
def concerns(language: str) -> tuple[Concern, ...]:
    """Return the chips in their order, those behind "Lainnya…" last."""
    return tuple(_concern(row, language) for row in table(FILE)["concern"])


def chosen(concern: str, option: str | None, age: str | None) -> Sets | None:
    """Return what a chip sets for a victim of `age`; None while its question is open.

    Raises:
        KeyError: there is no such chip, or no such answer to its question.
    """
    row = _rows()[concern]
    if "option" not in row:
        return _sets(row, age)
    if option is None:
        return None
    return _sets({each["key"]: each for each in row["option"]}[option], age)


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    return {row["key"]: row for row in table(FILE)["concern"]}


def _concern(row: Mapping[str, Any], language: str) -> Concern:
    return Concern(
        key=row["key"],
        label=row[language],
        icon=row["icon"],
        is_more=row.get("is_more", False),
        question=row["ask"][language] if "ask" in row else "",
        options=tuple(Option(each["key"], each[language]) for each in row.get("option", ())),
    )


def _sets(row: Mapping[str, Any], age: str | None) -> Sets:
    category = row["for_small"] if age == SMALL and "for_small" in row else row["category"]
    return Sets(category, tuple(row.get("signs", ())), row.get("place_kind"))
