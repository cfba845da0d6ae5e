"""How far what a person wrote has travelled, counted in records and not in edits.

A list of people, a photo or a follow-up belongs to the note it was written for: somebody who logged
one session with twenty names waits for one note to be sent.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.store import faults
from patbm_desktop.store.outbox import BACK

PHOTO = "attachment"
"""Photos travel by themselves and are counted apart."""

_ABOVE = "coalesce(json_extract(r.shown, '$.activity_id'), json_extract(r.shown, '$.case_id'))"
_UNDELIVERED = f"""
SELECT o.ent, o.step, o.size, r.kind, {_ABOVE}, r.at FROM (
    SELECT space, ent, sum(length(body)) AS size, min(CASE
        WHEN answer IS NULL THEN 0
        WHEN answer LIKE 'held%' OR answer LIKE 'bad%' THEN 2
        WHEN answer = '{BACK}' THEN 3
        ELSE 1 END) AS step
    FROM op WHERE seq IS NULL AND state <> 'stripped' AND state <> 'held' AND kind > 'a'
    GROUP BY space, ent
) o LEFT JOIN record r ON r.ent = o.ent AND r.space = o.space
"""  # noqa: S608
_DELIVERED = """
SELECT count(*) FROM record WHERE kind IN ({}) AND unsent = 0 AND edits > 0
"""
_KINDS = "SELECT DISTINCT kind FROM record"
_RECENT = """
SELECT r.kind, r.ent FROM (SELECT ent, n FROM op WHERE kind > 'a' ORDER BY n DESC LIMIT 400) o
JOIN record r ON r.ent = o.ent WHERE r.kind IN ({}) AND r.edits > 0
GROUP BY r.kind, r.ent ORDER BY max(o.n) DESC LIMIT ?
"""


class Step(IntEnum):
    """How far a note has come; *stopped* waits for a coordinator, or for a later release."""

    WAITS = 0
    SENT = 1
    STOPPED = 2
    RECEIVED = 3


class Underway(NamedTuple):
    """Notes that were not read back: how many stand at which step, and their bytes.

    `oldest` is when the one that waits longest was last written, in ISO; "" where none waits.
    """

    waits: int = 0
    sent: int = 0
    stopped: int = 0
    received: int = 0
    size_bytes: int = 0
    oldest: str = ""


class _Found(NamedTuple):
    steps: dict[str, Step]
    size_bytes: int
    oldest: str


def underway(db: Database) -> Underway:
    """Count the notes on this laptop that no log gave back yet."""
    found = _found(db)
    many = Counter(found.steps.values())
    return Underway(
        many[Step.WAITS], many[Step.SENT], many[Step.STOPPED], many[Step.RECEIVED],
        found.size_bytes, found.oldest,
    )  # fmt: skip


def steps(db: Database) -> dict[str, Step]:
    """Return how far each note has come by its `ent`; one that is not there was received."""
    return _found(db).steps


def _found(db: Database) -> _Found:
    with faults.named():
        rows = db.conn.execute(_UNDELIVERED).fetchall()
    of: dict[str, Step] = {}
    size, oldest = 0, ""
    for ent, step, length, kind, above, at in rows:
        size += (length or 0) if step != Step.RECEIVED else 0
        if kind == PHOTO:
            continue
        note = above if isinstance(above, str) else ent.hex()
        of[note] = min(Step(step), of.get(note, Step.RECEIVED))
        if step == Step.WAITS and at:
            oldest = min(at, oldest or at)
    return _Found(of, size, oldest)


def delivered(db: Database, kinds: Sequence[str]) -> int:
    """Count the records of `kinds` all of whose edits were read back."""
    marks = ", ".join("?" * len(kinds))
    with faults.named():
        return int(db.conn.execute(_DELIVERED.format(marks), list(kinds)).fetchone()[0])


def recent(db: Database, kinds: Sequence[str], most: int) -> list[tuple[str, str]]:
    """Return kind and `ent` of the records written last, the newest first."""
    marks = ", ".join("?" * len(kinds))
    with faults.named():
        rows = db.conn.execute(_RECENT.format(marks), [*kinds, most]).fetchall()
    return [(kind, ent.hex()) for kind, ent in rows]


def kinds_here(db: Database) -> Iterator[str]:
    """Return the kinds of record that are here, those of a later release among them."""
    with faults.named():
        yield from (kind for (kind,) in db.conn.execute(_KINDS).fetchall())
