"""The index of words: which record is found by which text."""

from dataclasses import dataclass, field
from datetime import date

from sqlite_utils import Database

from patbm_desktop.domain.ids import is_id

SPOT_BITS = 32
NUMBER = (1 << SPOT_BITS) - 1
"""The bits of a spot that are the number of its record."""

_NAME = "SELECT shown ->> '$.name' FROM record WHERE ent = ? AND kind = ? AND edits > 0 LIMIT 1"


@dataclass(slots=True)
class Changes:
    """What a transaction does to the index: spots whose words go, and words that come."""

    moved: list[tuple[int, int | None, str]] = field(default_factory=list)
    fresh: list[tuple[int, str]] = field(default_factory=list)

    def note(self, spot: int | None, text: str, old: int | None) -> None:
        """Take note that the record at `old` (None: nowhere) is now found at `spot` by `text`."""
        if old is not None:
            self.moved.append((old, spot, text))
        elif spot is not None:
            self.fresh.append((spot, text))


def spot(day: str | None, n: int) -> int:
    """Return the row of the index where record `n` stands.

    The day leads, so that the index gives its hits by day without sorting.
    """
    try:
        ordinal = date.fromisoformat(day).toordinal() if day else 0
    except ValueError:
        ordinal = 0
    return ordinal << SPOT_BITS | n


def name_of(db: Database, kind: str, ent: str) -> str | None:
    """Return the name that a record of `kind` shows, None while there is no such record."""
    if not is_id(ent):
        return None
    row = db.conn.execute(_NAME, [bytes.fromhex(ent), kind]).fetchone()
    return row[0] if row and isinstance(row[0], str) else None


def write(db: Database, changes: Changes) -> None:
    """Bring the index up to date, in the order of its rows: that is how it takes them fastest."""
    fresh = list(changes.fresh)
    for old, place, text in changes.moved:
        if place == old and _says(db, old, text):
            continue
        db.conn.execute("DELETE FROM words WHERE rowid = ?", [old])
        if place is not None:
            fresh.append((place, text))
    if fresh:
        db.conn.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", sorted(fresh))


def _says(db: Database, place: int, text: str) -> bool:
    row = db.conn.execute("SELECT text FROM words WHERE rowid = ?", [place]).fetchone()
    return row is not None and row[0] == text
