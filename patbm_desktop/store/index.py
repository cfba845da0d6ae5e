"""The index of words: which record is found by which text."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.ids import is_id

SEARCHED = (
    "activity", "person", "place", "attendance", "attachment", "consent", "rt", "contact",
    "letterhead", "report", "case", "case_detail", "follow_up", "referral",
)  # fmt: skip
"""Kinds a record of which may be found by words. New ones go to the end: the place is in the file.
"""

NUMBER_BITS = 32
DAY_BITS = 22
NUMBER = (1 << NUMBER_BITS) - 1
"""The bits of a spot that are the number of its record."""

_NAME = "SELECT shown ->> '$.name' FROM record WHERE ent = ? AND kind = ? AND edits > 0 LIMIT 1"
_ADD = "INSERT INTO words (rowid, text) VALUES (?, ?)"
_DROP = "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)"


class Said(NamedTuple):
    """The text a record is found by and the row of the index it has, None for no text.

    The index itself keeps no text: to drop a row it must be told the very text that it was given.
    """

    spot: int | None
    text: str


SILENT = Said(None, "")


def spot(kind: str, day: str | None, n: int) -> int:
    """Return the row of the index where record `n` stands.

    The kind leads and the day follows, so that the index gives the hits of one kind by day without
    sorting, and counts them without looking at a record.
    """
    try:
        ordinal = date.fromisoformat(day).toordinal() if day else 0
    except ValueError:
        ordinal = 0
    return (SEARCHED.index(kind) << DAY_BITS | ordinal) << NUMBER_BITS | n


def span(kind: str) -> tuple[int, int]:
    """Return the first and the last spot that a record of `kind` can have."""
    first = spot(kind, None, 0)
    return first, first | ((1 << DAY_BITS + NUMBER_BITS) - 1)


def said(kind: str, day: str | None, n: int, text: str) -> Said:
    """Return what record `n` is found by, and where."""
    return Said(spot(kind, day, n), text) if text and kind in SEARCHED else SILENT


@dataclass(slots=True)
class Changes:
    """What a transaction does to the index."""

    dropped: list[Said] = field(default_factory=list)
    added: list[Said] = field(default_factory=list)

    def note(self, now: Said, before: Said) -> None:
        """Take note of what a record says now, and what it said before."""
        if now == before:
            return
        if before.spot is not None:
            self.dropped.append(before)
        if now.spot is not None:
            self.added.append(now)


def name_of(db: Database, kind: str, ent: str) -> str | None:
    """Return the name that a record of `kind` shows, None while there is no such record."""
    if not is_id(ent):
        return None
    row = db.conn.execute(_NAME, [bytes.fromhex(ent), kind]).fetchone()
    return row[0] if row and isinstance(row[0], str) else None


def write(db: Database, changes: Changes) -> None:
    """Bring the index up to date, in the order of its rows: that is how it takes them fastest."""
    if changes.dropped:
        db.conn.executemany(_DROP, sorted(changes.dropped))
    if changes.added:
        db.conn.executemany(_ADD, sorted(changes.added))
