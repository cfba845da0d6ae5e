"""How far what a person wrote has travelled, counted in records and not in edits.

A list of people, a photo or a follow-up belongs to the note it was written for: somebody who logged
one session with twenty names waits for one note to be sent.
"""

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
_STEPS = "SELECT n, unsent FROM record WHERE ent = ? AND kind = ? AND edits > 0"
_ANSWERS = """
SELECT answer FROM op WHERE ent = ? AND seq IS NULL AND state <> 'stripped' AND kind > 'a'
"""


class Step(IntEnum):
    """How far a note has come; *stopped* waits for a coordinator, or for a later release."""

    WAITS = 0
    SENT = 1
    STOPPED = 2
    RECEIVED = 3


class Underway(NamedTuple):
    """Notes that were not read back: how many stand at which step, their bytes, the oldest's day.

    `oldest` is ISO, "" where nothing waits.
    """

    waits: int = 0
    sent: int = 0
    stopped: int = 0
    received: int = 0
    size_bytes: int = 0
    oldest: str = ""


def underway(db: Database) -> Underway:
    """Count the notes on this laptop that no log gave back yet."""
    with faults.named():
        rows = db.conn.execute(_UNDELIVERED).fetchall()
    steps: dict[bytes, int] = {}
    size, oldest = 0, ""
    for ent, step, length, kind, above, at in rows:
        if step != Step.RECEIVED:
            size += length or 0
        if kind == PHOTO:
            continue
        of = bytes.fromhex(above) if isinstance(above, str) and len(above) == 32 else ent
        steps[of] = min(step, steps.get(of, step))
        if step == Step.WAITS and at:
            oldest = min(at, oldest or at)
    many = [sum(step == each for step in steps.values()) for each in Step]
    return Underway(*many, size_bytes=size, oldest=oldest)


def delivered(db: Database, kinds: Sequence[str]) -> int:
    """Count the records of `kinds` all of whose edits were read back."""
    marks = ", ".join("?" * len(kinds))
    with faults.named():
        return int(db.conn.execute(_DELIVERED.format(marks), list(kinds)).fetchone()[0])


def step_of(db: Database, kind: str, ent: str) -> Step:
    """Return how far one record has come."""
    key = bytes.fromhex(ent)
    with faults.named():
        row = db.conn.execute(_STEPS, [key, kind]).fetchone()
        if row is None or not row[1]:
            return Step.RECEIVED
        answers = [answer for (answer,) in db.conn.execute(_ANSWERS, [key]).fetchall()]
    return min(map(_step, answers), default=Step.RECEIVED)


def _step(answer: str | None) -> Step:
    if answer is None:
        return Step.WAITS
    if answer == BACK:
        return Step.RECEIVED
    return Step.STOPPED if answer.startswith(("held", "bad")) else Step.SENT


def kinds_here(db: Database) -> Iterator[str]:
    """Return the kinds of record that are here, those of a later release among them."""
    with faults.named():
        yield from (kind for (kind,) in db.conn.execute(_KINDS).fetchall())
