"""One transaction over the log: ops are kept, and taken when their turn comes.

The rule is that of the protocol, section 3: an op counts or waits, its box opens or stays locked,
`dead` goes from 0 to 1 and a value is written once. So order and repeats change nothing.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from patbm_desktop.domain.erasure import Target
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import SEALED, Inner, Op, parse
from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import erasure, letting_go
from patbm_desktop.store.batch import Batch, Taken
from patbm_desktop.store.lens import Lens
from patbm_desktop.store.rights_book import RightsBook

MOST_OPS = 200
"""Of one transaction: so long may a save have to wait for another lane."""

_INSERT = """
INSERT INTO op (id, space, ent, kind, dev, clk, body, sig, seq, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FILL = "UPDATE op SET dev = ?, clk = ?, body = ?, sig = ?, state = ? WHERE id = ?"
# The first condition is word for word that of the index `op_aside`, or it would not be used.
_ASIDE = """
SELECT n, dev FROM op WHERE state IN ('waiting', 'locked', 'held') AND space = ? AND state = ?
AND n > ? AND body IS NOT NULL ORDER BY n LIMIT 500
"""


class State(StrEnum):
    """What became of an op here. *Locked*: it counts, but a box of it cannot be opened yet."""

    APPLIED = "applied"
    WAITING = "waiting"
    LOCKED = "locked"
    HELD = "held"
    STRIPPED = "stripped"


class Taking:
    """What one transaction does with ops; `finish` ends it, inside the transaction."""

    def __init__(
        self, db: Database, lens: Lens, rights: RightsBook, held: frozenset[str] = frozenset()
    ) -> None:
        self._db = db
        self._reader = lens.reader
        self._book = rights
        self._rights: dict[str, Rights] = {}
        self._held = held
        self._unsettled: dict[str, None] = {}
        self._delivered: dict[bytes, set[bytes]] = {}
        self._batch = Batch(db, lens)
        self._erased: frozenset[Target] = frozenset()
        self._let_go = letting_go.every(db)

    def keep(self, op: Op, seq: int | None) -> None:
        """Store `op`, or recognise it, and take it if it counts."""
        self.keep_all([(op, seq)])

    def keep_all(self, ops: Iterable[tuple[Op, int | None]]) -> None:
        """Do for each op with its position what `keep` does; asks the tables once for all."""
        found = list(ops)
        known = self._known(op for op, _ in found)
        self._erased |= erasure.among(self._db, {op.ent for op, _ in found})
        new, again = [], []
        for op, seq in found:
            if op.id in known:
                again.append((op, seq))
            else:
                known.add(op.id)
                new.append(self._new_row(op, seq))
        self._db.conn.executemany(_INSERT, new)
        for op, seq in again:
            self._keep_again(op, seq)

    def finish(self) -> frozenset[str]:
        """Bring everything that follows up to date; return the kinds that changed."""
        for space in self._unsettled:
            self.settle(space, 0, MOST_OPS)
        kinds = self._batch.finish()
        for blob, ents in self._delivered.items():
            kinds |= self._batch.recount_unsent(blob, ents)
        return kinds

    def take(self, op: Op, *, is_sent: bool) -> State:
        """Write what `op` says into the cells of its record."""
        if op.set:
            entity = Entity(op.space, op.kind, op.ent)
            self._batch.add(entity, Taken(op, op.set, op.by, op.at, is_sent))
        if op.box is None or self.open(op, is_sent=is_sent):
            return State.APPLIED
        if op.kind != SEALED:
            self._batch.lock(Entity(op.space, op.kind, op.ent))
        return State.LOCKED

    def open(self, op: Op, *, is_sent: bool) -> bool:
        """Take what stands in the box of `op`; False where it stays shut."""
        inner = self._reader.open(op)
        if inner is None or not _may_hold(op, inner):
            return False
        entity = Entity(op.space, inner.kind or op.kind, op.ent)
        self._batch.add(entity, Taken(op, inner.set, inner.by or op.by, inner.at or op.at, is_sent))
        return True

    def settle(self, space: str, after: int, limit: int) -> int | None:
        """Take ops of `space`, from number `after` on, that waited or were held and now count.

        Returns where to go on when `limit` of them were taken, None when none is left.
        """
        self._settle_control(space)
        for state in (State.WAITING, State.HELD):
            for n, op, seq in self._aside(space, state, after):
                if not self._is_free(op, state, seq):
                    continue
                if limit == 0:
                    return n - 1
                self._set_state(n, self.take(op, is_sent=seq is not None))
                limit -= 1
        return None

    def retry(self, space: str, after: int, limit: int) -> int | None:
        """Try locked boxes of `space` again; returns as `settle` does."""
        for n, op, seq in self._aside(space, State.LOCKED, after):
            if limit == 0:
                return n - 1
            if self.open(op, is_sent=seq is not None):
                self._set_state(n, State.APPLIED)
            limit -= 1
        return None

    def _known(self, ops: Iterable[Op]) -> set[str]:
        ids = [bytes.fromhex(op.id) for op in ops]
        marks = ",".join("?" * len(ids))
        rows = self._db.conn.execute(f"SELECT id FROM op WHERE id IN ({marks})", ids)
        return {blob.hex() for (blob,) in rows}

    def _new_row(self, op: Op, seq: int | None) -> tuple[Any, ...]:
        ids = (bytes.fromhex(op.id), bytes.fromhex(op.space), bytes.fromhex(op.ent))
        if self._is_erased(op):
            return (*ids, op.kind, None, None, None, None, seq, State.STRIPPED)
        state = self._state_of(op, is_sent=seq is not None)
        return (*ids, op.kind, bytes.fromhex(op.dev), op.clk, op.body, op.sig, seq, state.value)

    def _keep_again(self, op: Op, seq: int | None) -> None:
        blob = bytes.fromhex(op.id)
        old_seq, state, is_empty, sig = self._db.conn.execute(
            "SELECT seq, state, body IS NULL, sig FROM op WHERE id = ?", [blob]
        ).fetchone()
        if seq is not None and seq != old_seq:
            self._db.conn.execute("UPDATE op SET seq = ? WHERE id = ?", [seq, blob])
            ents = self._delivered.setdefault(bytes.fromhex(op.space), set())
            ents.add(bytes.fromhex(op.ent))
        is_due = {
            State.STRIPPED: False,
            State.WAITING: is_empty or sig != op.sig,
            State.HELD: seq is not None,
        }
        if is_due.get(state, False):
            if self._is_erased(op):
                self._db.conn.execute(_FILL, (None, None, None, None, State.STRIPPED, blob))
                return
            new = self._state_of(op, is_sent=seq is not None or old_seq is not None)
            filled = (bytes.fromhex(op.dev), op.clk, op.body, op.sig, new, blob)
            self._db.conn.execute(_FILL, filled)

    def _is_erased(self, op: Op) -> bool:
        """Say whether nothing of `op` may be kept but its name, whoever wrote it and why ever."""
        is_erased = not op.is_control and (op.space, op.ent) in self._erased
        return is_erased or letting_go.drops(self._let_go, op)

    def _state_of(self, op: Op, *, is_sent: bool) -> State:
        """Take `op` if its turn has come, and return what became of it."""
        if op.is_control:
            self._unsettled[op.space] = None
        if op.is_foreign or op.space in self._unsettled:
            return State.WAITING
        rights = self._rights_in(op.space)
        if op.id in self._held and not is_sent and not rights.is_accepted(op.id):
            return State.HELD
        return self.take(op, is_sent=is_sent) if rights.counts(op) else State.WAITING

    def _rights_in(self, space: str) -> Rights:
        """Return the rights in `space`; in a transaction only `_settle_control` changes them."""
        found = self._rights.get(space)
        if found is None:
            found = self._rights[space] = self._book.of(space)
        return found

    def _settle_control(self, space: str) -> None:
        self._book.forget(space)
        self._rights.pop(space, None)
        rights = self._rights_in(space)
        for n, op, _ in self._aside(space, State.WAITING, 0):
            if op.is_control and not op.is_foreign and rights.counts(op):
                self._set_state(n, State.APPLIED)
                self._batch.kinds.add(op.kind)
        erased, kinds = erasure.obey(self._db, rights)
        self._erased |= erased
        self._batch.forget(erased)
        self._batch.kinds |= kinds

    def _is_free(self, op: Op, state: State, seq: int | None) -> bool:
        """Say whether nothing keeps `op` waiting any more."""
        if op.is_control or op.is_foreign or not self._rights_in(op.space).counts(op):
            return False
        if state == State.HELD:
            return seq is not None or self._rights_in(op.space).is_accepted(op.id)
        return self._book.is_signed(op)

    def _aside(self, space: str, state: State, after: int) -> Iterator[tuple[int, Op, int | None]]:
        """Find ops put aside whose author is known; the others are not even read."""
        blob = bytes.fromhex(space)
        rights = self._rights_in(space)
        ever = {bytes.fromhex(dev) for dev in rights.ever | rights.archivists}
        while rows := self._db.conn.execute(_ASIDE, [blob, state, after]).fetchall():
            for n, dev in rows:
                if dev in ever:
                    body, sig, seq = self._db.conn.execute(
                        "SELECT body, sig, seq FROM op WHERE n = ?", [n]
                    ).fetchone()
                    yield n, parse(body, sig), seq
            after = rows[-1][0]

    def _set_state(self, n: int, state: State) -> None:
        self._db.conn.execute("UPDATE op SET state = ? WHERE n = ?", [state, n])


def _may_hold(op: Op, inner: Inner) -> bool:
    """Say whether the kind inside a wholly sealed op is one that may be sealed."""
    if op.kind != SEALED:
        return True
    known = KINDS.get(inner.kind)
    return known is None or known.sealed is not None
