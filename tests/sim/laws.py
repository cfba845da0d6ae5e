"""Heal, and see whether what was promised holds: I1 to I14 of the protocol."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

import msgspec

from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import current, oplog, outbox, part_book, parts, positions
from patbm_desktop.store.projection import Flag
from patbm_desktop.sync import members, words
from patbm_desktop.sync.laptop import KASUS, UMUM
from patbm_desktop.sync.offices import coordinates
from patbm_desktop.wire.signature import verify
from tests.sim.ledger import Shown, Triple
from tests.sim.machine import Machine
from tests.sim.world import FIELDS, SECRET, Broken, World

MOST_PASSES = 14


def heal(world: World) -> int:
    """Let all faults end, and everybody exchange until nothing is new; return how often."""
    world.befalls = lambda _: lambda: None
    world.history.append("heal:")
    for each in world.machines:
        each.disarm()
        if each.is_hurt:
            _read_anew(each)
    before: Any = None
    for number in range(MOST_PASSES):
        for each in world.machines:
            world.meet(each)
            _decide(world, each)
        now = _stands(world)
        if now == before:
            return number
        before = now
    raise Broken("quiet", f"still moving after {MOST_PASSES} passes")


def _stands(world: World) -> Any:
    return (
        world.server.rows("SELECT id, seq, chain FROM space ORDER BY id"),
        world.server.rows("SELECT count(*) FROM held"),
        [(each.name, each.db.conn.execute("SELECT count(*), sum(seq) FROM op").fetchone())
         for each in world.machines],
    )  # fmt: skip


def _read_anew(machine: Machine) -> None:
    """Go back to the beginning in every log, as after a restore of an empty server."""
    for space in positions.spaces(machine.db):
        while positions.rewind(machine.db, space, positions.cursor(machine.db, space)):
            pass


def _decide(world: World, machine: Machine) -> None:
    """Let a coordinator accept what waits for her."""
    for note in members.held(machine.laptop):
        try:
            members.accept(machine.laptop, note.space, note.op, ok=True)
            world.tell(machine, "accepts", note.op[:6])
        except Fault as fault:
            world.tell(machine, "cannot accept", fault.refusal.value)


# -- the laws --------------------------------------------------------------------------------


def check(world: World) -> None:
    """Look at everything after healing.

    Raises:
        Broken: a law does not hold.
    """
    logs = world.server.logs()
    ordered(world, logs)
    for each in world.machines:
        kept(world, each)
        delivered(each, logs)
    nothing_lost(world, logs)
    photos_arrived(world, logs)
    all_decided(world)
    for each in world.machines:
        if each.name not in world.outside:
            for space in world.spaces:
                agrees(world, each, space, logs.get(space, []))
    blind(world)


def ordered(world: World, logs: Mapping[str, list[str]]) -> None:
    """I6, I5: no gap, the chain is what it says, and each op is named after its bytes."""
    rows = world.server.rows("SELECT space, seq, id, chain, body FROM op ORDER BY space, seq")
    at: dict[str, tuple[int, str]] = {}
    for space, seq, op, chain, body in rows:
        last, before = at.get(space, (0, space))
        is_next = seq == last + 1 and chain == _hash("patbm-chain", bytes.fromhex(before + op))
        world.demand("I6", f"place {seq} of {space[:6]}", is_next)
        is_named = body is None or _hash("patbm-op", body) == op
        world.demand("I5", f"op {op[:6]} of the server is not its bytes", is_named)
        at[space] = seq, chain
    for space, seq, chain in world.server.rows("SELECT id, seq, chain FROM space"):
        world.demand("I6", f"the head of {space[:6]}", (seq, chain) == at.get(space, (0, space)))


def _hash(person: str, data: bytes) -> str:
    return blake2b(data, digest_size=16, person=person.encode()).hexdigest()


def kept(world: World, machine: Machine) -> None:
    """I14, I5: no body that was here is gone, and none is another."""
    machine.look()
    rows = machine.db.conn.execute("SELECT id, body FROM op WHERE body IS NOT NULL").fetchall()
    here = {id_.hex() for id_, _ in rows}
    if machine.kept - here:
        gone = sorted(machine.kept - here)
        raise Broken("I14", f"{machine} lost the bodies of {[each[:6] for each in gone]}")
    for id_, body in rows:
        is_named = _hash("patbm-op", body) == id_.hex()
        world.demand("I5", f"op {id_.hex()[:6]} of {machine} is not its bytes", is_named)


def sound(machine: Machine) -> None:
    """I7: what is shown is what the log amounts to."""
    laptop = machine.laptop
    laptop.refresh()  # another lane may have taken up a key
    if not current.is_sound(machine.db, laptop.lens, laptop.rights):
        raise Broken("I7", f"{machine} shows what its log does not say")


def delivered(machine: Machine, logs: Mapping[str, list[str]]) -> None:
    """I3: what counts as delivered is in the log, at that very place."""
    rows = machine.db.conn.execute("SELECT space, seq, id FROM op WHERE seq IS NOT NULL")
    for space, seq, op in rows.fetchall():
        log = logs.get(space.hex(), [])
        if not (0 < seq <= len(log)) or log[seq - 1] != op.hex():
            raise Broken("I3", f"{machine} takes {op.hex()[:6]} for delivered at {seq}")


def nothing_lost(world: World, logs: Mapping[str, list[str]]) -> None:
    """I2, I8: every op of every laptop is in the log, held, or put off with a reason."""
    there = {op for log in logs.values() for op in log} | world.server.held()
    for machine in world.machines:
        lost = machine.kept - there - world.ledger.strange
        put_off = outbox.answers(machine.db, "later").keys()
        if machine.name in world.outside:
            continue
        lost -= put_off | _refused(machine)
        if lost:
            raise Broken("I2", f"{machine} has what nobody else has: {_named(machine, lost)}")


def photos_arrived(world: World, logs: Mapping[str, list[str]]) -> None:
    """I2: a photo that a member has is with every member who can read its record."""
    for _ in range(2):
        for each in world.machines:
            world.carry_photos(each)
    files = {each.name: frozenset(parts.every(each.folder)) for each in world.machines}
    for sha, op in world.ledger.parts.items():
        space = world.ledger.edits[op][0].space
        if op not in logs.get(space, []):
            continue
        lawful = Rights(space, world.in_log(space).values())
        inside = [each for each in world.machines if each.dev in lawful.now]
        opened = [each for each in inside
                  if world.ledger.kids[op] in each.laptop.opener.keys]  # fmt: skip
        lacking = [each for each in opened if sha not in files[each.name] and _wants(each, sha)]
        if lacking and any(_should_send(world, each, sha, files) for each in opened):
            raise Broken("photos", f"{lacking[0]} lacks a photo of {op[:6]}")


def _wants(machine: Machine, sha: str) -> bool:
    """Say whether the record that names a part stands there."""
    return any(each.sha == sha for each in part_book.standing(machine.db))


def _should_send(
    world: World, machine: Machine, sha: str, files: Mapping[str, frozenset[str]]
) -> bool:
    """Say whether a laptop holds a part and knows of no reason to keep quiet.

    A server set back to a moment between a record and its photo, whose log went on as it was, gives
    no laptop a sign that the photo is gone.
    """
    if sha not in files[machine.name]:
        return False
    seen = machine.db.conn.execute("SELECT max(seen) FROM part WHERE sha = ?", [sha]).fetchone()
    return seen[0] != part_book.SEEN or not world.server.rollbacks


def _refused(machine: Machine) -> set[str]:
    """Return the ops that a coordinator decided shall not stand."""
    return {op for space in positions.spaces(machine.db)
            for op, ok in words.decided(machine.laptop, space).items() if not ok}  # fmt: skip


def all_decided(world: World) -> None:
    """I8: whatever waits for a coordinator reaches one, if there is one.

    One who took in by stick what a former coordinator decided, too late for the log, is not asked.
    """
    for space, op in world.server.rows("SELECT space, id FROM held WHERE refused = 0"):
        lawful = Rights(space, world.in_log(space).values())
        led = [
            each for each in world.machines
            if coordinates(each.laptop, space)
            and each.dev in lawful.now and lawful.role(each.dev) == "koordinator"
            and op not in words.decided(each.laptop, space)
        ]  # fmt: skip
        if led:
            raise Broken("I8", f"{led[0]} is never asked about {op[:6]}")


def _named(machine: Machine, ops: set[str]) -> list[str]:
    rows = machine.db.conn.execute("SELECT id, kind, state, answer FROM op").fetchall()
    return [f"{id_.hex()[:6]} {kind} {state} {answer}"
            for id_, kind, state, answer in rows if id_.hex() in ops]  # fmt: skip


def agrees(world: World, machine: Machine, space: str, log: list[str]) -> None:
    """I1, I4, I11, I12, I13: a member shows what the lawful ops of the log amount to.

    Whom a removed coordinator let in again, by stick and too late for the log, is given no more of
    it; she counts as outside.
    """
    lawful = _rights(world, machine, space)
    by_log = Rights(space, world.in_log(space).values())
    if machine.dev not in lawful.now or machine.dev not in by_log.now:
        return
    mine = machine.laptop.rights.of(space)
    if mine.now != lawful.now or any(mine.role(dev) != lawful.role(dev) for dev in lawful.now):
        raise Broken("I1", f"{machine} knows other members of {space[:6]}")
    ops = set(log) | _own_ways(machine, space)
    expected = world.ledger.records(space, ops, _locked(world, machine, space, ops))
    records, heads = _records(machine, space), _heads(machine, space)
    for triple, shown in expected.items():
        _compare(machine, triple, shown, records.get(triple), heads.get(triple, {}))
    strange = [each for each in records if each.kind in FIELDS and each not in expected]
    if strange:
        raise Broken("I13", f"{machine} shows {strange[0]}")


def _own_ways(machine: Machine, space: str) -> set[str]:
    """Return what counts here though a coordinator refused it, or nobody is left to decide."""
    rows = machine.db.conn.execute(
        "SELECT id FROM op WHERE space = ? AND seq IS NULL AND state IN ('applied', 'locked')",
        [bytes.fromhex(space)],
    )
    return {op.hex() for (op,) in rows.fetchall()}


def _locked(world: World, machine: Machine, space: str, ops: set[str]) -> set[str]:
    """Return the ops whose boxes `machine` cannot open; none that it is owed a key to."""
    kids = world.ledger.kids
    shut = {op for op in ops & kids.keys() if kids[op] not in machine.laptop.opener.keys}
    for op in shut:
        use = KASUS if world.ledger.edits[op][0].kind == "case_detail" else UMUM
        if machine.dev in machine.laptop.rights.of(space).entitled(use):
            _demand_no_holder(world, machine, space, use, op)
    return shut


def _demand_no_holder(world: World, machine: Machine, space: str, use: str, op: str) -> None:
    """Nobody who could hand on the key of `op` may be left.

    A key whose maker was removed before the log took it is in no log: who got it by stick takes it
    for handed out. Such a key is left out here.
    """
    kid = world.ledger.kids[op]
    if all(each.ent != kid for each in world.in_log(space).values()):
        return
    for each in world.machines:
        rights = each.laptop.rights.of(space)
        holds = kid in each.laptop.opener.keys and machine.dev in rights.entitled(use)
        if holds and rights.may_make_key(each.dev, use):
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


def _rights(world: World, machine: Machine, space: str) -> Rights:
    """Read the rights anew from the lawful ops of the log, and what the laptop has beyond it."""
    here = {op.id: op for op in oplog.control_ops(machine.db, space)}
    beyond = frozenset(here.keys() - world.ledger.strange - world.in_log(space).keys())
    asked = (space, beyond)
    if asked not in world.lawful:
        ops = [*world.in_log(space).values(), *(here[op] for op in sorted(beyond))]
        world.lawful[asked] = Rights(
            space, ops, is_signed=lambda op, pk: verify(pk, op.body, op.sig)
        )
    return world.lawful[asked]


def blind(world: World) -> None:
    """I10: no sealed word is on the server."""
    if SECRET.encode() in world.server.image():
        raise Broken("I10", "a sealed word in the tables of the server")
