"""The end of all faults: everybody exchanges until nothing is new."""

from typing import Any

from patbm_desktop.domain.fault import Fault
from patbm_desktop.store import outbox, positions
from patbm_desktop.sync import held_notes
from tests.sim.machine import Machine
from tests.sim.server import DAY
from tests.sim.world import Broken, World

MOST_PASSES = 14


def heal(world: World) -> int:
    """Let all faults end, and everybody exchange until nothing is new; return how often.

    Where an erasure waits for its fifteenth day, as after a restore, the days pass as well.
    """
    world.befalls = lambda _: lambda: None
    world.history.append("heal:")
    for each in world.everyone:
        each.disarm()
        if each.is_hurt:
            _read_anew(each)
    passes = _until_quiet(world)
    if any("hari" in outbox.answers(each.db, "later").values() for each in world.everyone):
        world.history.append("fifteen days later:")
        world.server.moment += 15 * DAY
        passes += _until_quiet(world)
    return passes


def _until_quiet(world: World) -> int:
    before: Any = None
    for number in range(MOST_PASSES):
        for each in world.everyone:
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
        world.server.rows("SELECT count(*) FROM erased"),
        [(each.name, each.db.conn.execute(
            "SELECT count(*), count(body), sum(seq) FROM op").fetchone())
         for each in world.everyone],
    )  # fmt: skip


def _read_anew(machine: Machine) -> None:
    """Go back to the beginning in every log, as after a restore of an empty server."""
    for space in positions.spaces(machine.db):
        while positions.rewind(machine.db, space, positions.cursor(machine.db, space)):
            pass


def _decide(world: World, machine: Machine) -> None:
    """Let a coordinator accept what waits for her."""
    for note in held_notes.waiting(machine.laptop):
        try:
            held_notes.accept(machine.laptop, note.space, note.op, ok=True)
            world.tell(machine, "accepts", note.op[:6])
        except Fault as fault:
            world.tell(machine, "cannot accept", fault.refusal.value)
