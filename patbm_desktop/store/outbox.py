"""What this laptop has still to hand in, and what was said about it.

An op leaves the outbox when it was read back from the log (`store/positions.py`) and not before. An
answer is a note for the screen; it is never trusted, and only three keep an op from being offered
again: *bad*, until a later release may know better, *held* for the op of another, and *said* until
the log turns out to have lost its end.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.store import faults
from patbm_desktop.store.oplog import Kept
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.transaction import writing

SENT = "sent"
"""A server answered and found nothing to say."""

CARRIED = "carried"
"""It stands in a bundle that was written here."""

BACK = "back"
"""It came back in the bundle of a coordinator: where there is no server, that is its receipt."""

BAD_SIZE = "bad:ukuran"

SETTLED = "bad:sudah"
"""Of two words that exclude each other the log has the other; nobody has to do anything."""

ELSEWHERE = "bad:ruang-terdaftar"
"""The space is another kelurahan's, until the administrator of the server moves it: so this word of
an office is offered again every round."""

SAID = "said:hak"
"""The log put it off, and by other words has all that it says: nobody waits for it."""

_WAITS = "seq IS NULL AND state <> 'stripped' AND state <> 'held'"
_IS_OPEN = (
    "(answer IS NULL OR (answer NOT LIKE 'bad%' AND answer NOT LIKE 'said%')"
    f" OR answer = '{ELSEWHERE}')"
)
# What was held for another here is offered after a rewind, until a server says it is held again.
# Without its index named, that half walks through every op of the laptop to spare itself a sort.
_NEXT = f"""
SELECT n, id, space, body, sig, dev, answer FROM op
WHERE {_WAITS} AND body IS NOT NULL AND {_IS_OPEN} AND n > ?
UNION ALL
SELECT n, id, space, body, sig, dev, answer FROM op INDEXED BY op_aside
WHERE state IN ('waiting', 'locked', 'held') AND state = 'held' AND seq IS NULL
AND body IS NOT NULL AND {_IS_OPEN} AND coalesce(answer, '') NOT LIKE 'held%' AND n > ?
ORDER BY n
"""
_ANSWERS = f"""
SELECT space, substr(coalesce(answer, ''), 1, {len(SETTLED)}), count(*) FROM op WHERE {_WAITS}
GROUP BY 1, 2
"""
_PLACES = "SELECT space, count(*) FROM op WHERE seq IS NOT NULL GROUP BY space"


class Waiting(NamedTuple):
    """How many ops are in which state; each is counted once.

    *Menunggu*: known to nobody else. *Dikirim*: answered, or in a bundle, but not read back.
    *Terkirim*: read back. *Held*: a coordinator is to decide. *Bad*: no server takes it as it is.
    """

    menunggu: int = 0
    dikirim: int = 0
    terkirim: int = 0
    held: int = 0
    bad: int = 0

    def plus(self, other: "Waiting") -> "Waiting":
        """Return both together."""
        return Waiting(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def offers(  # noqa: PLR0917  (two ends and two limits)
    db: Database, own_dev: str, rights: RightsBook, after_n: int, most: int, most_bytes: int
) -> list[Kept]:
    """Return the next ops to offer, in the order of writing: after `after_n`, at most that much.

    One op is returned however long it is.
    """
    found: list[Kept] = []
    size = 0
    with faults.named():
        for n, id_, space, body, sig, dev, answer in db.conn.execute(_NEXT, [after_n] * 2):
            kept = Kept(n, id_.hex(), space.hex(), body, sig)
            if _is_held(answer) and dev.hex() != own_dev and not _is_free(rights, kept):
                continue
            size += len(body)
            if len(found) == most or (found and size > most_bytes):
                break
            found.append(kept)
    return found


def note_answers(db: Database, answers: Mapping[str, str]) -> None:
    """Note what a server said of ops that were not read back yet."""
    if not answers:
        return
    rows = [(answer, bytes.fromhex(op_id)) for op_id, answer in answers.items()]
    with writing(db):
        db.conn.executemany("UPDATE op SET answer = ? WHERE id = ? AND seq IS NULL", rows)


def note_carried(db: Database, space: str, up_to_n: int) -> None:
    """Note that a bundle holds all that waited in `space`, up to the op numbered `up_to_n`."""
    with writing(db):
        db.conn.execute(
            f"UPDATE op SET answer = ? WHERE {_WAITS} AND answer IS NULL AND n <= ? AND space = ?",
            [CARRIED, up_to_n, bytes.fromhex(space)],
        )


def note_back(db: Database, op_ids: Iterable[str]) -> None:
    """Note that these ops stand in the bundle of a coordinator."""
    note_answers(db, dict.fromkeys(op_ids, BACK))


def forget_bad(db: Database) -> None:
    """Offer again what was refused as bad: this release, or that server, may be another one."""
    with writing(db):
        db.conn.execute(f"UPDATE op SET answer = NULL WHERE {_WAITS} AND answer LIKE 'bad%'")


def answers(db: Database, verdict: str) -> dict[str, str]:
    """Return the reason by op id of every undelivered op that was answered with `verdict`."""
    with faults.named():
        rows = db.conn.execute(
            f"SELECT id, answer FROM op WHERE {_WAITS} AND answer LIKE ?",
            [f"{verdict}:%"],
        ).fetchall()
    return {id_.hex(): answer.partition(":")[2] for id_, answer in rows}


def put_off(db: Database, own_dev: str) -> frozenset[str]:
    """Return the words of others about rights and keys that a server does not take (*later*).

    They came another way, as by stick, and count here; but nobody gets them from the log.
    """
    with faults.named():
        rows = db.conn.execute(
            f"SELECT id FROM op WHERE {_WAITS} AND kind < 'a' AND dev <> ?"
            " AND answer LIKE 'later:%'",
            [bytes.fromhex(own_dev)],
        ).fetchall()
    return frozenset(id_.hex() for (id_,) in rows)


def own_waiting(db: Database, own_dev: str) -> frozenset[str]:
    """Return the ops of this laptop itself that are not known to have been received."""
    with faults.named():
        rows = db.conn.execute(
            f"SELECT id FROM op WHERE {_WAITS} AND dev = ? AND answer IS NOT ?",
            [bytes.fromhex(own_dev), BACK],
        ).fetchall()
    return frozenset(id_.hex() for (id_,) in rows)


def in_log(db: Database, op_ids: Iterable[str]) -> frozenset[str]:
    """Return those of `op_ids` that were read back."""
    asked = [bytes.fromhex(op_id) for op_id in op_ids]
    marks = ",".join("?" * len(asked))
    with faults.named():
        rows = db.conn.execute(
            f"SELECT id FROM op WHERE id IN ({marks}) AND seq IS NOT NULL",
            asked,
        ).fetchall()
    return frozenset(id_.hex() for (id_,) in rows)


def by_space(db: Database, of: Collection[str] | None = None) -> dict[str, Waiting]:
    """Count what is in which state, for each space (`of`: for those only)."""
    found: dict[bytes, Waiting] = {}
    with faults.named():
        waiting = db.conn.execute(_ANSWERS).fetchall()
        places = db.conn.execute(_PLACES).fetchall()
    for space, answer, many in waiting:
        found[space] = found.get(space, Waiting()).plus(_counted(answer, many))
    for space, many in places:
        found[space] = found.get(space, Waiting()).plus(Waiting(terkirim=many))
    return {space.hex(): each for space, each in found.items() if of is None or space.hex() in of}


def undelivered(db: Database) -> Waiting:
    """Count what is in which state of the ops that were not read back; quick on any database."""
    whole = Waiting()
    with faults.named():
        for _, answer, many in db.conn.execute(_ANSWERS).fetchall():
            whole = whole.plus(_counted(answer, many))
    return whole


def counts(db: Database) -> Waiting:
    """Count what is in which state on this laptop."""
    whole = Waiting()
    for each in by_space(db).values():
        whole = whole.plus(each)
    return whole


def _counted(answer: str, many: int) -> Waiting:
    """Count `many` ops with an answer that begins with `answer`, as long as SETTLED."""
    if not answer:
        return Waiting(menunggu=many)
    if answer == BACK:
        return Waiting(terkirim=many)
    if answer.startswith("held"):
        return Waiting(held=many)
    if answer.startswith("said") or answer == SETTLED:
        return Waiting()
    return Waiting(bad=many) if answer.startswith("bad") else Waiting(dikirim=many)


def _is_held(answer: str | None) -> bool:
    return answer is not None and answer.startswith("held")


def _is_free(rights: RightsBook, kept: Kept) -> bool:
    """Say whether a coordinator decided that the op of another is to stand."""
    return rights.of(kept.space).is_accepted(kept.id)
