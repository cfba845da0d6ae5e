"""How far what a person wrote has travelled, counted in notes and not in edits.

A list of people, a follow-up or a letter belongs to the note it was written for: somebody who
logged one session with twenty names waits for one note to be sent. What nobody calls a note, such
as the name of a place or who looked at a case, is counted by nobody; only that it waits is told.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.ids import is_id
from patbm_desktop.store import faults
from patbm_desktop.store.outbox import BACK
from patbm_desktop.store.projection import Flag

NOTES = ("activity", "case", "mapping", "report")
"""Kinds that a person calls a note; everything else belongs to one, or is none."""

DETAIL = "case_detail"
"""Stands under the very id of its case."""

_BELONGS = frozenset({"attendance", "follow_up", "referral"})
_BELONGS_FURTHER = frozenset({"case_attachment", "case_consent"})
"""Of a case, or of a follow-up or letter of one."""

_GONE = int(Flag.VOID | Flag.BEREFT)
_UNDELIVERED = f"""
SELECT o.space, o.ent, o.step, o.size, r.kind, coalesce(json_extract(r.shown, '$.activity_id'),
    json_extract(r.shown, '$.case_id'), json_extract(r.shown, '$.of')), r.at
FROM (
    SELECT space, ent, sum(length(body)) AS size, min(CASE
        WHEN answer IS NULL THEN 0
        WHEN answer LIKE 'held%' THEN 2
        WHEN answer LIKE 'bad%' THEN 3
        WHEN answer = '{BACK}' THEN 4
        ELSE 1 END) AS step
    FROM op WHERE seq IS NULL AND state <> 'stripped' AND state <> 'held' AND kind > 'a'
    GROUP BY space, ent
) o LEFT JOIN record r ON r.ent = o.ent AND r.space = o.space AND r.edits > 0
"""
_STANDING = f"r.kind IN ({{}}) AND r.edits > 0 AND r.flags & {_GONE} = 0"
_FURTHER = "SELECT json_extract(shown, '$.case_id') FROM record WHERE ent = ? AND kind IN ({})"
_KINDS = "SELECT DISTINCT kind FROM record"
_RECENT = f"""
SELECT r.kind, r.ent FROM (SELECT ent, n FROM op WHERE kind > 'a' ORDER BY n DESC LIMIT 400) o
JOIN record r ON r.ent = o.ent WHERE {_STANDING}
GROUP BY r.kind, r.ent ORDER BY max(o.n) DESC LIMIT ?
"""
MOST_ASKED = 500


class Step(IntEnum):
    """How far a note has come; *stopped* waits for a coordinator, *bad* for a later release."""

    WAITS = 0
    SENT = 1
    STOPPED = 2
    BAD = 3
    RECEIVED = 4


class Underway(NamedTuple):
    """Notes that were not read back: how many stand at which step, and the bytes of all that waits.

    `others` is how far the rest has come, which is no note: RECEIVED where nothing of it waits.
    `oldest` is when the note that waits longest was last written, in ISO; "" where none waits.
    """

    waits: int = 0
    sent: int = 0
    stopped: int = 0
    bad: int = 0
    others: Step = Step.RECEIVED
    size_bytes: int = 0
    oldest: str = ""

    @property
    def left(self) -> int:
        """How many notes were not received yet."""
        return self.waits + self.sent + self.stopped + self.bad


class _Found(NamedTuple):
    steps: dict[str, Step]
    others: Step
    size_bytes: int
    oldest: str


class _Part(NamedTuple):
    """Something undelivered: the note it belongs to, "" for none, how far it is, and since when."""

    note: str
    step: Step
    at: str


def underway(db: Database) -> Underway:
    """Count the notes on this laptop that no log gave back yet."""
    found = _found(db)
    many = Counter(found.steps.values())
    return Underway(
        many[Step.WAITS], many[Step.SENT], many[Step.STOPPED], many[Step.BAD],
        found.others, found.size_bytes, found.oldest,
    )  # fmt: skip


def steps(db: Database) -> dict[str, Step]:
    """Return how far each note has come by its `ent`; one that is not there was received."""
    return _found(db).steps


def _found(db: Database) -> _Found:
    parts, size = _parts(db)
    standing = _standing(db, {part.note for part in parts if part.note})
    of: dict[str, Step] = {}
    others, oldest = Step.RECEIVED, ""
    for note, step, at in parts:
        if note not in standing:
            others = min(others, step)
            continue
        of[note] = min(step, of.get(note, Step.RECEIVED))
        if step is Step.WAITS and at:
            oldest = min(at, oldest or at)
    return _Found(of, others, size, oldest)


def _parts(db: Database) -> tuple[list[_Part], int]:
    """Return everything that was not read back, and its bytes."""
    with faults.named():
        rows = db.conn.execute(_UNDELIVERED).fetchall()
    parts, sizes = [], {}
    for space, ent, step, length, kind, above, at in rows:
        parts.append(_Part(_note_of(db, kind, ent, above), Step(step), at or ""))
        if step != Step.RECEIVED:
            sizes[space, ent] = length or 0
    return parts, sum(sizes.values())


def _note_of(db: Database, kind: str | None, ent: bytes, above: object) -> str:
    if kind in NOTES or kind == DETAIL:
        return ent.hex()
    if not is_id(above) or kind not in _BELONGS | _BELONGS_FURTHER:
        return ""
    return str(above) if kind in _BELONGS else _further(db, str(above))


def _further(db: Database, above: str) -> str:
    """Return the case that the follow-up or letter `above` belongs to, or `above`, which is one."""
    sql = _FURTHER.format(_marks(_BELONGS))
    with faults.named():
        row = db.conn.execute(sql, [bytes.fromhex(above), *_BELONGS]).fetchone()
    return str(row[0]) if row and is_id(row[0]) else above


def _standing(db: Database, notes: Collection[str]) -> frozenset[str]:
    """Return which of `notes` are here and were not taken back."""
    found: set[bytes] = set()
    asked = sorted(bytes.fromhex(each) for each in notes)
    for at in range(0, len(asked), MOST_ASKED):
        some = asked[at : at + MOST_ASKED]
        sql = f"SELECT ent FROM record r WHERE ent IN ({_marks(some)}) AND {_STANDING}"
        with faults.named():
            rows = db.conn.execute(sql.format(_marks(NOTES)), [*some, *NOTES])
            found.update(ent for (ent,) in rows)
    return frozenset(ent.hex() for ent in found)


def standing(db: Database) -> int:
    """Count the notes that are here and were not taken back, whoever wrote them."""
    sql = f"SELECT count(*) FROM record r WHERE {_STANDING}".format(_marks(NOTES))
    with faults.named():
        return int(db.conn.execute(sql, NOTES).fetchone()[0])


def recent(db: Database, most: int) -> list[tuple[str, str]]:
    """Return kind and `ent` of the notes written last, the newest first."""
    with faults.named():
        rows = db.conn.execute(_RECENT.format(_marks(NOTES)), [*NOTES, most]).fetchall()
    return [(kind, ent.hex()) for kind, ent in rows]


def kinds_here(db: Database) -> Iterator[str]:
    """Return the kinds of record that are here, those of a later release among them."""
    with faults.named():
        yield from (kind for (kind,) in db.conn.execute(_KINDS).fetchall())


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
