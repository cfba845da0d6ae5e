"""What the simulation found, each as the few steps that show it."""

from pathlib import Path

import pytest

from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.sync import members
from tests.server.cast import Kelurahan
from tests.sim.beginning import beginning
from tests.sim.world import World


@pytest.fixture
def world(tmp_path: Path):
    made = World(1, beginning(2), tmp_path)
    made.history.append("")
    yield made
    made.close()


def test_an_op_that_comes_with_its_acceptance_takes_one_place() -> None:
    connection = PlainSqlite(synchronous="OFF")
    schema.make(connection)
    kelurahan = Kelurahan(connection).start()
    note = kelurahan.note(kelurahan.sari, clk=500_000)
    assert kelurahan.reader(kelurahan.sari).round([note]).put == {note.id: "held:jam"}
    accepted = kelurahan.rina_rt.op("_accept", note.id, {"ok": True, "why": ""}, clk=60)
    reader = kelurahan.reader(kelurahan.rina)
    assert not reader.round([accepted, note]).put
    assert reader.read[kelurahan.rt].count(note.id) == 1


def test_a_coordinator_is_asked_about_her_own_note_that_is_held(world: World) -> None:
    head = world.machines[0]
    world.edit(head, clk=2**40, space=world.office)
    world.meet(head)
    assert len(members.held(head.laptop)) == 1


def test_her_own_held_note_comes_back_to_a_laptop_that_was_restored(world: World) -> None:
    head = world.machines[0]
    head.save_snapshot()
    world.edit(head, clk=2**40, space=world.office)
    (note,) = head.look()
    world.meet(head)
    head.restore()
    world.meet(head)
    assert note in head.kept
