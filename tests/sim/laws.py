"""What was promised, looked at after healing: I1 to I14 of the protocol, but for what is shown.

What is shown stands in `comparing.py`, and that nothing erased is left in `gone.py`.
"""

from collections.abc import Mapping
from hashlib import blake2b

from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import current, part_book, parts, positions
from patbm_desktop.sync import words
from patbm_desktop.sync.offices import coordinates
from tests.sim.comparing import has_the_log, shows_what_it_has
from tests.sim.gone import gone
from tests.sim.machine import Machine
from tests.sim.world import SECRET, Broken, World


def check(world: World) -> None:
    """Look at everything after healing.

    Raises:
        Broken: a law does not hold.
    """
    logs = world.server.logs()
    ordered(world, logs)
    for each in world.everyone:
        kept(world, each)
        delivered(world, each, logs)
        sound(each)
    nothing_lost(world, logs)
    gone(world, logs)
    photos_arrived(world, logs)
    all_decided(world)
    for each in world.everyone:
        for space in world.spaces:
            shows_what_it_has(world, each, space)
            has_the_log(world, each, space, logs.get(space, []))
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
    """I14, I5, I7: no body that was here is gone unless it was erased, and none is another."""
    machine.look()
    rows = machine.db.conn.execute("SELECT id, body FROM op WHERE body IS NOT NULL").fetchall()
    here = {id_.hex() for id_, _ in rows}
    lost = {op for op in machine.kept - here if not world.is_erased_at(machine, op)}
    if lost:
        gone = sorted(op[:6] for op in lost)
        raise Broken("I14", f"{machine} lost the bodies of {gone}")
    for id_, body in rows:
        is_named = _hash("patbm-op", body) == id_.hex()
        world.demand("I5", f"op {id_.hex()[:6]} of {machine} is not its bytes", is_named)


def sound(machine: Machine) -> None:
    """I7: what is shown is what the log amounts to."""
    laptop = machine.laptop
    laptop.refresh()  # another lane may have taken up a key
    if not current.is_sound(machine.db, laptop.lens, laptop.rights):
        raise Broken("I7", f"{machine} shows what its log does not say")


def delivered(world: World, machine: Machine, logs: Mapping[str, list[str]]) -> None:
    """I3: what counts as delivered is in the log, at that very place.

    But for a laptop that has to be let in again (`_waits_for_a_person`): it is answered 403, and so
    it keeps everything and stands where it stood.
    """
    if _waits_for_a_person(world, machine):
        return
    rows = machine.db.conn.execute("SELECT space, seq, id FROM op WHERE seq IS NOT NULL")
    for space, seq, op in rows.fetchall():
        log = logs.get(space.hex(), [])
        if not (0 < seq <= len(log)) or log[seq - 1] != op.hex():
            raise Broken("I3", f"{machine} takes {op.hex()[:6]} for delivered at {seq}")


def nothing_lost(world: World, logs: Mapping[str, list[str]]) -> None:
    """I2, I8: every op of every laptop is in the log, held, or put off with a reason.

    But for what was erased: a note about it that was never sent is stripped where it lies. Who was
    removed before he could hear of it is told that such a note is held, and no server keeps it. But
    for one of the two ends of a request, taken back or carried out: a log takes a single one. And
    but for a laptop that has to be let in again: its notes wait on it, and its page says so.
    """
    there = {op for log in logs.values() for op in log} | world.server.held()
    office = frozenset(logs.get(world.office, ()))
    erased = world.ledger.erased_by(office)
    for machine in world.everyone:
        lost = machine.kept - there - world.ledger.strange - world.ledger.overtaken(office)
        if machine.name in world.outside or _waits_for_a_person(world, machine):
            continue
        lost -= _put_off(machine) | _refused(machine)
        lost = {
            op for op in lost
            if not world.is_erased_at(machine, op) and world.ledger.target(op) not in erased
        }  # fmt: skip
        if lost:
            raise Broken("I2", f"{machine} has what nobody else has: {_named(machine, lost)}")


def _waits_for_a_person(world: World, machine: Machine) -> bool:
    """Say whether a restored server does not know a laptop, nor any coordinator who exchanges.

    A coordinator let it in whom another removed without knowing of it, or none is left. Whom one of
    them has as a member, her exchange makes known, whoever let it in.
    """
    if world.server.knows(machine.dev):
        return False
    led = (each.laptop for each in world.machines if world.server.knows(each.dev))
    return not any(
        coordinates(each, world.office) and machine.dev in each.rights.of(world.office).now
        for each in led
    )


def _put_off(machine: Machine) -> set[str]:
    """Return the ops that a server put off with a reason, what is held aside for another too."""
    rows = machine.db.conn.execute(
        "SELECT id FROM op WHERE seq IS NULL AND (answer LIKE 'later:%' OR answer LIKE 'said:%')"
    )
    return {op.hex() for (op,) in rows.fetchall()}


def photos_arrived(world: World, logs: Mapping[str, list[str]]) -> None:
    """I2: a photo that a member has is with every member who can read its record.

    But for one who writes nowhere in its space any more: no server takes a photo from him.
    """
    for _ in range(3):
        for each in world.machines:
            world.carry_photos(each)
    files = {each.name: frozenset(parts.every(each.folder)) for each in world.machines}
    for sha, op in world.ledger.parts.items():
        space = world.ledger.edits[op][0].space
        if op not in logs.get(space, []) or world.ledger.target(op) in world.ledger.signed_away:
            continue
        lawful = Rights(space, world.in_log(space).values())
        inside = [each for each in world.machines if each.dev in lawful.now]
        opened = [each for each in inside
                  if world.ledger.kids[op] in each.laptop.opener.keys]  # fmt: skip
        lacking = [each for each in opened if sha not in files[each.name] and _wants(each, sha)]
        bringing = [each for each in opened if sha in files[each.name] and each.writes_in(space)]
        if lacking and bringing:
            raise Broken("photos", f"{lacking[0]} lacks a photo of {op[:6]}")


def _wants(machine: Machine, sha: str) -> bool:
    """Say whether the record that names a part stands there."""
    return any(each.sha == sha for each in part_book.standing(machine.db))


def _refused(machine: Machine) -> set[str]:
    """Return the ops that a coordinator decided shall not stand."""
    return {op for space in positions.spaces(machine.db)
            for op, ok in words.decided(machine.laptop, space).items() if not ok}  # fmt: skip


def all_decided(world: World) -> None:
    """I8: whatever waits for a coordinator reaches one, if there is one."""
    for space, op in world.server.rows("SELECT space, id FROM held WHERE refused = 0"):
        lawful = Rights(space, world.in_log(space).values())
        led = [
            each for each in world.machines
            if coordinates(each.laptop, space)
            and each.dev in lawful.now and lawful.role(each.dev) == "koordinator"
        ]  # fmt: skip
        if led:
            raise Broken("I8", f"{led[0]} is never asked about {op[:6]}")


def _named(machine: Machine, ops: set[str]) -> list[str]:
    rows = machine.db.conn.execute("SELECT id, kind, state, answer FROM op").fetchall()
    return [f"{id_.hex()[:6]} {kind} {state} {answer}"
            for id_, kind, state, answer in rows if id_.hex() in ops]  # fmt: skip


def blind(world: World) -> None:
    """I10: no sealed word is on the server."""
    image = world.server.image()
    if any(SECRET.encode() in each for each in (image.tables, *image.parts.values())):
        raise Broken("I10", "a sealed word in the tables of the server")
