"""I9: what was erased is nowhere, on no laptop and no server; and nothing else is gone.

What is erased is read from the ledger: a request of a coordinator and the word of the arsip laptop
about it. Where both stand, and the fifteenth day came, nothing of the record may lie in any file,
whatever was restored, put back, taken in or brought by a stick since.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import parts, traces
from tests.sim.ledger import UNIQUE, Target
from tests.sim.machine import KEY, Machine
from tests.sim.server import DAY
from tests.sim.world import World
from tests.store import raw

IN_SIGHT = 14 * DAY
TABLES = ("record", "part")


def gone(world: World, logs: Mapping[str, list[str]]) -> None:
    """Demand that what is erased is gone, and that nothing else was.

    A laptop knows what it read of the office. One that was removed there before reads no more of
    it; then what it knew holds for it, and the certificate says that it is out of reach.
    """
    office = frozenset(logs.get(world.office, ()))
    by_log = world.ledger.erased_by(office)
    _gone_from_server(world, by_log)
    _waited(world)
    lawful = Rights(world.office, world.in_log(world.office).values())
    members = lawful.now
    for each in world.everyone:
        here = world.erased_at(each)
        known = world.ledger.erased_by(_words(each))
        world.demand("I9", f"{each} has not obeyed {_short(known - here)}", known <= here)
        false = here - world.ledger.signed_away
        world.demand("I9", f"{each} erased {_short(false)} at nobody's word", not false)
        is_member = each.dev in members or each is world.arsip
        world.demand("I9", f"{each} has not heard of {_short(by_log - here)}",
                     by_log <= here or not is_member)  # fmt: skip
        if each is world.arsip or (is_member and lawful.role(each.dev) == "koordinator"):
            _heard_by_the_log(world, each, office)
        _gone_from_laptop(world, each, here)


def _heard_by_the_log(world: World, machine: Machine, office: AbstractSet[str]) -> None:
    """Demand that the log says what a coordinator obeyed, or the arsip laptop: all will hear of it.

    But for a word of the arsip laptop's own that a taking back overtook.
    """
    words = _words(machine)
    if machine is world.arsip:
        words -= world.ledger.overtaken(office)
    more = world.ledger.erased_by(words) - world.ledger.erased_by(office)
    world.demand("I9", f"no log hears what {machine} obeyed: {_short(more)}", not more)


def _short(targets: AbstractSet[Target]) -> list[str]:
    return sorted(ent[:6] for _, ent in targets)


def _words(machine: Machine) -> set[str]:
    rows = machine.db.conn.execute(
        "SELECT id FROM op WHERE kind IN ('_ask_erase', '_erase') AND body IS NOT NULL"
    )
    return {op.hex() for (op,) in rows.fetchall()}


# -- on a laptop -----------------------------------------------------------------------------


def _gone_from_laptop(world: World, machine: Machine, here: AbstractSet[Target]) -> None:
    stripped = machine.db.conn.execute("SELECT space, ent FROM op WHERE state = 'stripped'")
    for space, ent in stripped.fetchall():
        is_erased = (space.hex(), ent.hex()) in here or space.hex() in machine.let_go
        world.demand("I9", f"{machine} stripped {ent.hex()[:6]}", is_erased)
    here = here | {target for target in world.ledger.targets() if target[0] in machine.let_go}
    if not here:
        return
    world.demand("I9", f"{machine} has traces to clear", not traces.is_due(machine.db))
    rows = machine.db.conn.execute(
        "SELECT space, ent FROM op WHERE body IS NOT NULL AND kind > 'a'"
    ).fetchall()
    for table in TABLES:
        rows += machine.db.conn.execute(f"SELECT space, ent FROM {table}").fetchall()
    left = here & {(space.hex(), ent.hex()) for space, ent in rows}
    world.demand("I9", f"{machine} still has {_short(left)}", not left)
    _no_trace(world, machine, here)


def _no_trace(world: World, machine: Machine, here: AbstractSet[Target]) -> None:
    """Look into every page of every file, as a thief with the key would, and into the index."""
    wanted = set(_traces(world, here))
    for name, text in raw.texts(machine.folder, KEY):
        found = [each for each in wanted if each.encode() in text]
        world.demand("I9", f"{found[:3]} in {name} of {machine}", not found)
    words = [each for each in sorted(wanted) if UNIQUE.fullmatch(each)]
    asked = " OR ".join(f'"{each}"' for each in words)
    found = (
        asked
        and machine.db.conn.execute(
            "SELECT count(*) FROM words WHERE words MATCH ?", [asked]
        ).fetchone()[0]
    )
    world.demand("I9", f"{found} erased words in the index of {machine}", not found)
    unknown = machine.unknown - parts.named(machine.db)
    photos = set(parts.every(machine.folder)) & set(_photos(world, here)) - unknown
    world.demand("I9", f"{machine} has a photo of what was erased", not photos)


def _traces(world: World, targets: AbstractSet[Target]) -> Iterator[str]:
    for op in world.ledger.edits:
        if world.ledger.target(op) in targets:
            yield from world.ledger.traces(op)


def _photos(world: World, targets: AbstractSet[Target]) -> Iterator[str]:
    for sha, op in world.ledger.parts.items():
        if world.ledger.target(op) in targets:
            yield sha


# -- on the server ---------------------------------------------------------------------------


def _gone_from_server(world: World, by_log: AbstractSet[Target]) -> None:
    rows = world.server.rows("SELECT space, ent, id FROM op WHERE control = 0 AND body IS NOT NULL")
    rows += world.server.rows("SELECT space, ent, id FROM held")
    rows += world.server.rows("SELECT space, ent, '' FROM blob")
    left = {(space, ent) for space, ent, op in rows if op not in world.ledger.strange}
    world.demand("I9", f"the server has {_short(left & by_log)}", not left & by_log)
    empty = world.server.rows("SELECT space, ent, id FROM op WHERE body IS NULL")
    for space, ent, op in empty:
        is_erased = (space, ent) in world.ledger.signed_away
        world.demand("I9", f"the server stripped {op[:6]} at nobody's word", is_erased)
    image = world.server.image()
    found = [each for each in set(_traces(world, by_log)) if each.encode() in image.tables]
    world.demand("I9", f"{found[:3]} in the tables of the server", not found)
    photos = {sha for *_, sha in image.parts} & set(_photos(world, by_log))
    world.demand("I9", "a photo of what was erased on the server", not photos)


def _waited(world: World) -> None:
    """Every request stood in sight of all for fourteen days before the server took its end."""
    at = dict(world.server.rows("SELECT id, at FROM op WHERE kind IN ('_ask_erase', '_erase')"))
    for erase, ask in world.ledger.carried_out.items():
        if erase in at:
            has_waited = ask in at and at[erase] - at[ask] >= IN_SIGHT
            world.demand("I9", f"{erase[:6]} was taken too early", has_waited)
