"""The op log: append, never rewrite; and what follows from each op, in the same transaction."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.op import Op, parse
from patbm_desktop.store import faults
from patbm_desktop.store.lens import Lens
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.schema import REBUILD
from patbm_desktop.store.taking import MOST_OPS, State, Taking
from patbm_desktop.store.transaction import writing

# Word for word the condition of the index `op_outbox`, so that no body is read for a count.
_OUTBOX = """
SELECT n, id, space, body, sig FROM op WHERE seq IS NULL AND state <> 'stripped'
AND state <> 'held' AND body IS NOT NULL AND n > ? ORDER BY n LIMIT ?
"""


class Counts(NamedTuple):
    """How many ops and records there are; what waits for a right, a key or a coordinator."""

    ops: int
    waiting: int
    locked: int
    held: int
    records: int


class Kept(NamedTuple):
    """An op of the outbox as it travels; `n` is its place in the order of writing."""

    n: int
    id: str
    space: str
    body: bytes
    sig: bytes


def apply(
    db: Database,
    ops: Sequence[Op],
    lens: Lens,
    rights: RightsBook,
    *,
    seqs: Mapping[str, int] | None = None,
    held: Collection[str] = (),
) -> frozenset[str]:
    """Keep `ops` in one transaction, follow what they say, and return the kinds that changed.

    An op kept before is recognised and changes nothing. The caller has checked the signature of
    every op whose author `rights` knows; the others wait, and are checked when he is known.
    `seqs` are positions in the server's log, by op id; `held` are ops that wait for a coordinator.

    Raises:
        ValueError: more than `MOST_OPS` at once.
        Fault: the disk, not an op, is at fault; nothing was kept.
    """
    if len(ops) > MOST_OPS:
        raise ValueError(f"at most {MOST_OPS} ops in one transaction")
    with writing(db):
        taking = Taking(db, lens, rights, frozenset(held))
        taking.keep_all((op, (seqs or {}).get(op.id)) for op in ops)
        return taking.finish()


def settle(db: Database, lens: Lens, rights: RightsBook) -> frozenset[str]:
    """Go on with a rebuild, and take every op that waited and now counts; return kinds changed.

    Called after opening and after ops of others came; costs nothing when nothing waits. Works in
    transactions of its own, so a kill loses nothing and the next call goes on.
    """
    return _rebuilt(db, lens, rights) | _walked(db, lens, rights, Taking.settle)


def retry_locked(db: Database, lens: Lens, rights: RightsBook) -> frozenset[str]:
    """Try every locked box again, after a key came; return the kinds that changed."""
    return _walked(db, lens, rights, Taking.retry)


def _walked(
    db: Database,
    lens: Lens,
    rights: RightsBook,
    step: Callable[[Taking, str, int, int], int | None],
) -> frozenset[str]:
    kinds: frozenset[str] = frozenset()
    for space in _spaces_aside(db):
        after: int | None = 0
        while after is not None:
            with writing(db):
                taking = Taking(db, lens, rights)
                after = step(taking, space, after, MOST_OPS)
                kinds |= taking.finish()
    return kinds


def _spaces_aside(db: Database) -> list[str]:
    with faults.named():
        rows = db.conn.execute(
            "SELECT DISTINCT space FROM op WHERE state IN ('waiting', 'locked', 'held')"
        ).fetchall()
    return [space.hex() for (space,) in rows]


def _rebuilt(db: Database, lens: Lens, rights: RightsBook) -> frozenset[str]:
    kinds: frozenset[str] = frozenset()
    while (after := _rebuild_from(db)) is not None:
        with writing(db):
            taking = Taking(db, lens, rights)
            last = _rebuild_some(db, taking, after)
            kinds |= taking.finish()
            if last is None:
                db.conn.execute("DELETE FROM meta WHERE key = ?", [REBUILD])
            else:
                db.conn.execute("UPDATE meta SET value = ? WHERE key = ?", [str(last), REBUILD])
    return kinds


def _rebuild_from(db: Database) -> int | None:
    with faults.named():
        row = db.conn.execute("SELECT value FROM meta WHERE key = ?", [REBUILD]).fetchone()
    return int(row[0]) if row else None


def _rebuild_some(db: Database, taking: Taking, after: int) -> int | None:
    """Take the next applied ops once more; return the number of the last, None at the end."""
    rows = db.conn.execute(
        "SELECT n, body, sig, seq FROM op WHERE n > ? AND state IN ('applied', 'locked')"
        " AND body IS NOT NULL ORDER BY n LIMIT ?",
        [after, MOST_OPS],
    ).fetchall()
    for n, body, sig, seq in rows:
        op = parse(body, sig)
        if not op.is_control:
            state = taking.take(op, is_sent=seq is not None)
            db.conn.execute("UPDATE op SET state = ? WHERE n = ? AND state <> ?", [state, n, state])
    return rows[-1][0] if rows else None


# -- questions -------------------------------------------------------------------------------


def highest_clk(db: Database, space: str) -> int:
    """Return the highest counter among the ops of `space` that count and are not held; or 0."""
    with faults.named():
        (highest,) = db.conn.execute(
            "SELECT max(clk) FROM op WHERE space = ? AND state IN ('applied', 'locked')",
            [bytes.fromhex(space)],
        ).fetchone()
    return highest or 0


def has(db: Database, op_id: str) -> bool:
    """Say whether this op is kept here, its body stripped or not."""
    return state_of(db, op_id) is not None


def state_of(db: Database, op_id: str) -> State | None:
    """Return what became of an op, None where it never came."""
    with faults.named():
        asked = [bytes.fromhex(op_id)]
        row = db.conn.execute("SELECT state FROM op WHERE id = ?", asked).fetchone()
    return State(row[0]) if row else None


def ops_of(db: Database, space: str | None = None) -> Iterator[tuple[bytes, bytes]]:
    """Give body and signature of every op of `space` (None: of all), in the order they came."""
    after = 0
    while True:
        with faults.named():
            rows = db.conn.execute(
                "SELECT n, body, sig FROM op WHERE n > ? AND body IS NOT NULL"
                " AND (?2 IS NULL OR space = ?2) ORDER BY n LIMIT 500",
                [after, bytes.fromhex(space) if space else None],
            ).fetchall()
        if not rows:
            return
        after = rows[-1][0]
        yield from ((body, sig) for _, body, sig in rows)


def control_ops(db: Database, space: str, kind: str | None = None) -> list[Op]:
    """Return the control ops of `space`, whether they count or not, in the order they came."""
    with faults.named():
        rows = db.conn.execute(
            "SELECT body, sig FROM op WHERE space = ?1 AND kind < 'a' AND body IS NOT NULL"
            " AND (?2 IS NULL OR kind = ?2) ORDER BY n",
            [bytes.fromhex(space), kind],
        ).fetchall()
    return [parse(body, sig) for body, sig in rows]


def outbox(db: Database, limit: int = MOST_OPS, *, after_n: int = 0) -> list[Kept]:
    """Return the next ops that are not yet known to be delivered, in the order of writing."""
    with faults.named():
        rows = db.conn.execute(_OUTBOX, [after_n, limit]).fetchall()
    return [Kept(n, id_.hex(), space.hex(), body, sig) for n, id_, space, body, sig in rows]


def locked(db: Database) -> dict[str, int]:
    """Return how many boxes cannot be opened here, by the `ent` of the record they belong to."""
    with faults.named():
        rows = db.conn.execute(
            "SELECT ent, count(*) FROM op WHERE state IN ('waiting', 'locked', 'held')"
            " AND state = 'locked' GROUP BY ent"
        ).fetchall()
    return {ent.hex(): many for ent, many in rows}


def counts(db: Database) -> Counts:
    """Count what is here."""
    with faults.named():
        ops = db.conn.execute("SELECT count(*) FROM op").fetchone()[0]
        records = db.conn.execute("SELECT count(*) FROM record WHERE edits > 0").fetchone()[0]
        aside = dict(
            db.conn.execute(
                "SELECT state, count(*) FROM op WHERE state IN ('waiting', 'locked', 'held')"
                " GROUP BY state"
            ).fetchall()
        )
    return Counts(
        ops, aside.get("waiting", 0), aside.get("locked", 0), aside.get("held", 0), records
    )
