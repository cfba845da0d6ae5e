"""What a laptop shows, held against what its ops amount to by the ledger: I1, I4, I11 to I13."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import oplog, positions
from patbm_desktop.store.projection import Flag
from patbm_desktop.sync.laptop import KASUS, UMUM
from patbm_desktop.wire.signature import verify
from tests.sim.ledger import Shown, Triple
from tests.sim.machine import Machine
from tests.sim.world import FIELDS, Broken, World


def shows_what_it_has(world: World, machine: Machine, space: str) -> None:
    """I1, I4, I11, I12, I13: every laptop shows what the lawful ops it has amount to.

    No laptop is left out: one that was removed, or was never let in, or counts what a server put
    off, has other ops than the log, and is held to those.
    """
    lawful = _rights(world, machine, space)
    mine = machine.laptop.rights.of(space)
    if mine.now != lawful.now or any(mine.role(dev) != lawful.role(dev) for dev in lawful.now):
        raise Broken("I1", f"{machine} knows other members of {space[:6]}")
    ops = _counting(world, machine, space, lawful)
    expected = world.ledger.records(
        space, ops, _locked(world, machine, space, ops), world.erased_at(machine)
    )
    records, heads = _records(machine, space), _heads(machine, space)
    for triple, shown in expected.items():
        _compare(machine, triple, shown, records.get(triple), heads.get(triple, {}))
    strange = [each for each in records if each.kind in FIELDS and each not in expected]
    if strange:
        raise Broken("I13", f"{machine} shows {strange[0]}")


def has_the_log(world: World, machine: Machine, space: str, log: list[str]) -> None:
    """I1: a member has the whole log of `space`, but for what was erased by its office.

    A member is who is one by the ops of the log. Whom a removed coordinator let in again, by stick
    and too late for the log, counts himself a member; but the server gives him no more of it, as it
    gives none to anybody who is none by the log.
    """
    by_log = Rights(space, world.in_log(space).values())
    if machine.dev not in by_log.now:
        return
    if positions.cursor(machine.db, space).seq != len(log):
        raise Broken("I1", f"{machine} has not read {space[:6]} to its end")
    rows = machine.db.conn.execute(
        "SELECT id FROM op WHERE space = ? AND body IS NOT NULL", [bytes.fromhex(space)]
    )
    here = {op.hex() for (op,) in rows.fetchall()}
    office = frozenset(world.in_log(world.office))
    erased = world.ledger.erased_by(office) | world.erased_at(machine)
    may_lack = here | world.ledger.strange
    lacking = [
        op for op in log if op not in may_lack and world.ledger.target(op) not in erased
    ]  # fmt: skip
    if lacking:
        raise Broken("I1", f"{machine} lacks {lacking[0][:6]} of {space[:6]}")


def _rights(world: World, machine: Machine, space: str) -> Rights:
    """Read the rights anew from the lawful ops that a laptop has of `space`."""
    here = {op.id: op for op in oplog.control_ops(machine.db, space)}
    asked = (space, frozenset(here.keys() - world.ledger.strange))
    if asked not in world.lawful:
        ops = [here[op] for op in sorted(asked[1])]
        world.lawful[asked] = Rights(space, ops, is_signed=_is_signed)
    return world.lawful[asked]


def _is_signed(op: Op, sign_pk: bytes) -> bool:
    return verify(sign_pk, op.body, op.sig)


def _counting(world: World, machine: Machine, space: str, lawful: Rights) -> set[str]:
    """Return the lawful ops that a laptop has and that nothing keeps waiting.

    What waits is another's op that a server holds, until a coordinator accepts it.
    """
    rows = machine.db.conn.execute(
        "SELECT id, dev, seq, state FROM op WHERE space = ? AND body IS NOT NULL",
        [bytes.fromhex(space)],
    )
    found = set()
    for id_, dev, seq, state in rows.fetchall():
        op = id_.hex()
        waits = state == "held" and seq is None and not lawful.is_accepted(op)
        if op in world.ledger.edits and dev.hex() in lawful.ever and not waits:
            found.add(op)
    return found


def _locked(world: World, machine: Machine, space: str, ops: AbstractSet[str]) -> set[str]:
    """Return the ops whose boxes `machine` cannot open; none that it is owed a key to."""
    kids = world.ledger.kids
    shut = {op for op in ops & kids.keys() if kids[op] not in machine.laptop.opener.keys}
    by_log = Rights(space, world.in_log(space).values())
    for op in shut:
        use = KASUS if world.ledger.edits[op][0].kind == "case_detail" else UMUM
        if machine.dev in by_log.entitled(use):
            _demand_no_holder(world, machine, by_log, use, op)
    return shut


def _demand_no_holder(world: World, machine: Machine, by_log: Rights, use: str, op: str) -> None:
    """Nobody may be left who could hand on the key of `op`, and whom the log would let do so.

    One to whom a word that the log put off says that `machine` may not read, or that he himself is
    out, does not: he obeys what he has.
    """
    kid = world.ledger.kids[op]
    for each in world.machines:
        holds = kid in each.laptop.opener.keys and each.name not in world.outside
        knows = each.laptop.rights.of(by_log.space)
        sees = machine.dev in knows.entitled(use) and knows.may_make_key(each.dev, use)
        if holds and sees and by_log.may_make_key(each.dev, use):
            raise Broken("keys", f"{machine} cannot open {op[:6]}, and {each} does not help")


def _compare(
    machine: Machine,
    triple: Triple,
    shown: Shown,
    record: tuple[Any, str, int] | None,
    heads: Mapping[str, frozenset[str]],
) -> None:
    where = f"{machine} {triple.kind} {triple.ent[:6]}"
    if record is None:
        raise Broken("I1", f"{where} is not here")
    if dict(heads) != dict(shown.heads):
        raise Broken("I4", f"{where} has heads {_short(heads)} for {_short(shown.heads)}")
    values, conflicts, flags = record
    if values != shown.values or conflicts != ",".join(shown.conflicts):
        raise Broken("I1", f"{where} shows {values} {conflicts} for {shown}")
    is_void, is_contested = bool(flags & Flag.VOID), bool(flags & Flag.CONTESTED)
    if (is_void, is_contested) != (shown.is_void, shown.is_contested):
        raise Broken("I4", f"{where} is void {is_void}, not {shown.is_void}")
    if bool(flags & Flag.BEREFT) != shown.is_bereft:
        raise Broken("I9", f"{where} is part of what was erased: {shown.is_bereft}")


def _short(heads: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    return {name: sorted(op[:6] for op in ops) for name, ops in heads.items()}


def _records(machine: Machine, space: str) -> dict[Triple, tuple[Any, str, int]]:
    rows = machine.db.conn.execute(
        "SELECT kind, ent, shown, conflicts, flags FROM record WHERE space = ? AND edits > 0",
        [bytes.fromhex(space)],
    ).fetchall()
    return {
        Triple(space, kind, ent.hex()): (msgspec.json.decode(shown), conflicts, flags)
        for kind, ent, shown, conflicts, flags in rows
    }


def _heads(machine: Machine, space: str) -> dict[Triple, dict[str, frozenset[str]]]:
    rows = machine.db.conn.execute(
        "SELECT r.kind, r.ent, c.field, c.op FROM record r JOIN cell c ON c.n = r.n"
        " WHERE r.space = ? AND c.dead = 0 AND c.val IS NOT NULL",
        [bytes.fromhex(space)],
    ).fetchall()
    found: dict[Triple, dict[str, set[str]]] = {}
    for kind, ent, name, op in rows:
        fields = found.setdefault(Triple(space, kind, ent.hex()), {})
        fields.setdefault(name, set()).add(op.hex())
    return {
        triple: {name: frozenset(ops) for name, ops in fields.items()}
        for triple, fields in found.items()
    }
