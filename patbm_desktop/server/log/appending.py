"""One push into one space, from the lock on its row to the last statement before the commit."""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Iterator, Sequence
from typing import Self

from patbm_desktop.domain.erasure import is_vouched_for
from patbm_desktop.domain.op import Op, parse
from patbm_desktop.domain.rights import Rights, Verdict
from patbm_desktop.server.log import effects, why
from patbm_desktop.server.log.book import RULING, Ruling
from patbm_desktop.server.log.connection import Row, for_update, listed, marks
from patbm_desktop.server.log.desk import Desk
from patbm_desktop.server.log.quota import Quota
from patbm_desktop.server.log.standing import Standing
from patbm_desktop.server.log.under_lock import SpaceRow
from patbm_desktop.wire import chain

OP_COLUMNS = (
    *("kelurahan", "space", "seq", "id", "chain", "ent"),
    *("kind", "dev", "control", "at", "body", "sig"),
)
HELD_COLUMNS = ("kelurahan", "space", "id", "why", "ent", "dev", "at", "body", "sig")


class Appending:
    """Judges ops and gathers what is to be written; nothing is written before `finish`."""

    def __init__(self, desk: Desk, carrier: str, row: SpaceRow) -> None:
        self.desk, self.carrier = desk, carrier
        self.row = row
        self.at = desk.now()
        self._ruling = self._read_ruling()
        self.standing = Standing(desk.connection, row.kelurahan, row.id)
        self._quota = Quota(desk, carrier, row.kelurahan, row.id)
        self._stored: dict[str, Row] = {}
        self._held: dict[str, Row] = {}
        self.has_erased = False
        self._known: set[str] = set()
        self._waiting: set[str] = set()

    @classmethod
    def lock(cls, desk: Desk, carrier: str, kelurahan: str, space: str) -> Self | None:
        """Take the lock on `space`; call it inside a transaction that writes.

        None is returned where it is no longer in `kelurahan`: it was moved a moment ago.
        """
        rows = desk.connection.execute(
            "SELECT kelurahan, id, seq, chain, clk, ruling, erased FROM space"
            f" WHERE kelurahan = %s AND id = %s{for_update(desk.connection)}",
            (kelurahan, space),
        )
        return cls(desk, carrier, SpaceRow(*rows[0])) if rows else None

    @property
    def rights(self) -> Rights:
        """The rights in this space as of the last op taken."""
        return self._ruling.rights

    # -- taking ------------------------------------------------------------------------------

    def take(self, ops: Sequence[Op]) -> dict[str, str]:
        """Judge `ops` and append what may stand; return the verdicts other than stored.

        What must wait is looked at again after every round that brought rights: a page that was
        pushed anew after a restore need not be in the order of the log.
        """
        self._look_up(ops)
        put: dict[str, str] = {}
        waiting = [op for op in ops if op.id not in self._known]
        while waiting:
            before = self._ruling
            verdicts = {op.id: self._take_one(op) for op in waiting}
            put |= verdicts
            waiting = [op for op in waiting if verdicts[op.id] == why.RIGHT]
            if self._ruling is before:
                break
        return {op: verdict for op, verdict in put.items() if verdict}

    def append(self, op: Op) -> None:
        """Give `op` the next place in the log, with all that follows from it."""
        row = self.row
        row.seq, row.chain = row.seq + 1, chain.step(row.chain, op.id)
        row.clk = max(row.clk, op.clk)
        dev, body, sig = ("", None, None) if self._is_erased(op) else (op.dev, op.body, op.sig)
        self._stored[op.id] = (
            row.kelurahan, row.id, row.seq, op.id, row.chain, op.ent, op.kind, dev,
            int(op.is_control), self.at, body, sig,
        )  # fmt: skip
        if op.kind in RULING:
            self._rule(op)
        if op.is_control:
            effects.follow(self, op)

    def taken(self, kind: str) -> Iterator[tuple[Op, int]]:
        """Give the control ops of `kind` in the log, this push included, and when each came."""
        rows = self.desk.connection.execute(
            "SELECT body, sig, at FROM op WHERE kelurahan = %s AND space = %s AND control = 1"
            " AND kind = %s ORDER BY seq",
            (self.row.kelurahan, self.row.id, kind),
        )
        fresh = (row[-2:] + row[-3:-2] for row in self._stored.values() if row[6] == kind)
        for body, sig, at in (*rows, *fresh):
            yield parse(bytes(body), bytes(sig)), at

    def drop_held(self, op: str) -> None:
        """Forget that `op` waited for a coordinator."""
        self._held.pop(op, None)
        self.desk.connection.execute(
            "DELETE FROM held WHERE kelurahan = %s AND space = %s AND id = %s", self._key(op)
        )

    def held_op(self, op: str) -> tuple[bytes, bytes] | None:
        """Return body and signature of a held op, None where it is not held (yet)."""
        if op in self._held:
            *_, body, sig = self._held[op]
            return body, sig
        rows = self.desk.connection.execute(
            "SELECT body, sig FROM held WHERE kelurahan = %s AND space = %s AND id = %s",
            self._key(op),
        )
        return next(((bytes(body), bytes(sig)) for body, sig in rows), None)

    def finish(self) -> None:
        """Write all that was gathered; the caller commits."""
        connection, row = self.desk.connection, self.row
        if self._stored:
            connection.insert("op", OP_COLUMNS, list(self._stored.values()))
            connection.execute(
                "UPDATE space SET seq = %s, chain = %s, clk = %s, ruling = %s"
                " WHERE kelurahan = %s AND id = %s",
                (row.seq, row.chain, row.clk, row.ruling, row.kelurahan, row.id),
            )
        if self._held:
            connection.insert("held", HELD_COLUMNS, list(self._held.values()))
            self._note_refused()
        self._quota.write()
        self.standing.write()

    def _note_refused(self) -> None:
        """Let an op wait no longer whose refusal came before it, as after a restore it may."""
        for op in filter(self.rights.is_refused, self._held):
            self.desk.connection.execute(
                "UPDATE held SET refused = 1 WHERE kelurahan = %s AND space = %s AND id = %s",
                self._key(op),
            )

    # -- judging -----------------------------------------------------------------------------

    def _take_one(self, op: Op) -> str:
        """Take one op; return why it was not stored, or nothing."""
        if op.id in self._stored:  # an `_accept` before it in this push brought it in
            return ""
        if not self._quota.has_room(op):
            return why.QUOTA
        verdict = self._rights_for(op).judge(op, self.row.clk)
        if verdict is Verdict.LATER and not self._may_stand_all_the_same(op):
            return why.RIGHT
        if verdict is Verdict.HELD:
            return self._hold(op)
        refused = effects.refuse(self, op)
        if refused:
            return refused
        if op.id in self._waiting or op.id in self._held:
            self.drop_held(op.id)
        self._quota.count(op)
        self.append(op)
        return ""

    def _rights_for(self, op: Op) -> Rights:
        """Return the rights that judge `op`; the root of a space is judged by itself."""
        if self.rights.founder or op.kind != "_member":
            return self.rights
        return self._ruling.joined_by(op).rights

    def _may_stand_all_the_same(self, op: Op) -> bool:
        return self._is_of_an_orphan(op) or is_vouched_for(self.rights, op, self.carrier)

    def _is_of_an_orphan(self, op: Op) -> bool:
        """Say whether the founder names a coordinator because the space has none of use to it.

        The administrator cut off every one whom it has; or moved it to another kelurahan, of whose
        offices they lead none, and she names one who does.
        """
        rights = self.rights
        if op.kind != "_member" or op.dev != rights.founder or not rights.counts(op):
            return False
        led = [dev for dev in rights.now if rights.role(dev) == "koordinator"]
        if op.dev not in rights.now:
            return False
        cut_off = self.desk.connection.execute(
            f"SELECT count(*) FROM device WHERE dev IN ({marks(led)}) AND disabled = 1", led
        )
        return cut_off == [(len(led),)] or (
            self._leads_here([op.ent]) and not self._leads_here(led)
        )

    def _leads_here(self, devs: Sequence[str]) -> bool:
        """Say whether one of `devs` coordinates an office of the kelurahan of this space now."""
        return bool(
            self.desk.connection.execute(
                "SELECT 1 FROM member JOIN home ON home.space = member.space AND home.office = 1"
                f" WHERE member.kelurahan = %s AND member.dev IN ({marks(devs)})"
                " AND member.role = 'koordinator' AND member.until IS NULL",
                (self.row.kelurahan, *devs),
            )
        )

    def _hold(self, op: Op) -> str:
        reason = self._why_held(op)
        if self._is_erased(op):
            return why.HELD + reason
        if op.id not in self._waiting:
            if not self._quota.has_room_held(op):
                return why.QUOTA
            self._quota.count(op)
            self._waiting.add(op.id)
            key = (*self._key(op.id), reason, op.ent, op.dev, self.at)
            self._held[op.id] = (*key, op.body, op.sig)
        return why.HELD + reason

    def _why_held(self, op: Op) -> str:
        if op.dev not in self.rights.now:
            return why.LEFT
        writes = self.rights.role(op.dev) in (
            ("koordinator",) if self.rights.is_office else ("anggota", "koordinator")
        )
        return why.AHEAD if writes else why.ROLE

    def _is_erased(self, op: Op) -> bool:
        if op.is_control or not self.row.erased:
            return False
        return bool(
            self.desk.connection.execute(
                "SELECT 1 FROM erased WHERE kelurahan = %s AND space = %s AND ent = %s",
                self._key(op.ent),
            )
        )

    # -- what is known -----------------------------------------------------------------------

    def _look_up(self, ops: Sequence[Op]) -> None:
        connection = self.desk.connection
        among, ids = listed(connection, [op.id for op in ops])
        key = (self.row.kelurahan, self.row.id, *ids)
        where = f"WHERE kelurahan = %s AND space = %s AND id {among}"
        rows = connection.execute(
            f"SELECT id, 0 FROM op {where} UNION ALL SELECT id, 1 FROM held {where}", (*key, *key)
        )
        self._known = {op for op, is_held in rows if not is_held}
        self._waiting = {op for op, is_held in rows if is_held}

    def _read_ruling(self) -> Ruling:
        row = self.row
        return self.desk.book.ruling(self.desk.connection, row.kelurahan, row.id, row.ruling)

    def _rule(self, op: Op) -> None:
        self._ruling = self._ruling.joined_by(op)
        self.row.ruling = self.row.chain
        self.desk.book.remember(self.row.id, self.row.chain, self._ruling)

    def _key(self, last: str) -> tuple[str, str, str]:
        return self.row.kelurahan, self.row.id, last
