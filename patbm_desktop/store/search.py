"""Search as one types: case, accents, and the spaces in a name do not matter.

All words must be there, the last one as a beginning; words in "quotation marks" as a phrase.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from sqlite_utils import Database

from patbm_desktop.store import faults
from patbm_desktop.store.index import NUMBER, SEARCHED, span, spot
from patbm_desktop.store.listing import COLUMNS, Row, Where, select

MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")
_JOINED = f"words w JOIN record r ON r.n = w.rowid & {NUMBER}"


def find(
    db: Database,
    text: str,
    kind: str = "activity",
    *,
    spaces: Collection[str] | None = None,
    limit: int = 50,
    before: Row | None = None,
) -> list[Row]:
    """Return records of `kind` that `text` finds, newest day first; none where it has no word.

    `before` is the last row of the page before.
    """
    asked = question(text)
    if not asked or kind not in SEARCHED:
        return []
    where = Where(kind, with_void=False)
    where.within(spaces)
    first, last = span(kind)
    if before is not None:
        last = spot(kind, before.day, before.n) - 1
    where.add("words MATCH ? AND w.rowid BETWEEN ? AND ?", asked, first, last)
    return select(
        db,
        f"SELECT {COLUMNS} FROM {_JOINED} WHERE {where} ORDER BY w.rowid DESC LIMIT ?",
        [*where.values, limit],
    )


def count(db: Database, text: str, kind: str = "activity") -> int:
    """Return how many records of `kind` `text` finds, in all spaces."""
    asked = question(text)
    if not asked or kind not in SEARCHED:
        return 0
    with faults.named():
        sql = "SELECT count(*) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
        return int(db.conn.execute(sql, [asked, *span(kind)]).fetchone()[0])


def forgiving(name: str) -> str:
    """Return `name` for the index: its words, and every two neighbours written as one."""
    words = _WORD.findall(name)
    pairs = [first + second for first, second in pairwise(words)]
    return " ".join([*words, *pairs])


def question(text: str) -> str:
    """Return what the index is asked for `text`, "" when it holds no word."""
    words = _WORD.findall(text)[:MOST_WORDS]
    if not words:
        return ""
    stripped = text.strip()
    if len(stripped) > 1 and stripped[0] == stripped[-1] == '"':
        return f'"{" ".join(words)}"'
    ways = [words, *(_joined(words, at) for at in range(len(words) - 1))]
    return " OR ".join(f"({_all_of(way)})" for way in ways)


def _joined(words: Sequence[str], at: int) -> list[str]:
    """Return `words` with two neighbours as one, as "Marga Sari" is also written "Margasari"."""
    return [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]


def _all_of(words: Sequence[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words) + "*"
