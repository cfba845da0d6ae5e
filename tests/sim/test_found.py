"""What the simulation found, each as the few steps that show it."""

from pathlib import Path

import pytest

from patbm_desktop.domain.op import parse
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.store import oplog, parts
from patbm_desktop.sync import held_notes, members, stick
from tests.server.cast import Kelurahan
from tests.sim.beginning import beginning
from tests.sim.ledger import Triple
from tests.sim.machine import Machine
from tests.sim.world import World


@pytest.fixture
def worlds(tmp_path: Path):
    made: list[World] = []

    def make(size: int) -> World:
        made.append(World(1, beginning(size), tmp_path))
        made[-1].history.append("")
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def world(worlds):
    return worlds(2)


def sealed_note(world: World, machine: Machine, space: str) -> str:
    """Let somebody write what stands in a box; return the op."""
    record = Triple(space, "activity", "a" * 32)
    op = world.write(machine, record, {"title": "RAHASIA"})
    assert op is not None
    return op


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


def test_an_op_that_comes_after_its_refusal_waits_for_nobody() -> None:
    connection = PlainSqlite(synchronous="OFF")
    schema.make(connection)
    kelurahan = Kelurahan(connection).start()
    note = kelurahan.note(kelurahan.sari, clk=500_000)
    refused = kelurahan.rina_rt.op("_accept", note.id, {"ok": False, "why": ""}, clk=60)
    kelurahan.reader(kelurahan.rina).round([refused])
    assert kelurahan.reader(kelurahan.sari).round([note]).put == {note.id: "held:jam"}
    assert connection.execute("SELECT refused FROM held") == [(1,)]


def test_a_coordinator_is_asked_about_her_own_note_that_is_held(world: World) -> None:
    head = world.machines[0]
    world.edit(head, clk=2**40, space=world.office)
    world.meet(head)
    assert len(held_notes.waiting(head.laptop)) == 1


def test_her_own_held_note_comes_back_to_a_laptop_that_was_restored(world: World) -> None:
    head = world.machines[0]
    head.save_snapshot()
    before = set(head.kept)
    world.edit(head, clk=2**40, space=world.office)
    (note,) = head.kept - before
    world.meet(head)
    head.restore()
    world.meet(head)
    assert note in head.kept


def test_a_box_is_opened_though_the_power_went_when_its_key_came(world: World) -> None:
    head, one = world.machines
    space = world.spaces[1]
    kid = one.laptop.make_key(space, "umum").kid
    note = sealed_note(world, one, space)
    ops = [parse(body, sig) for body, sig in oplog.ops_of(one.db, space)]
    head.keep(op for op in ops if op.id == note)
    head.save_snapshot()
    for statements in range(40):
        head.restore()
        head.keep(op for op in ops if op.ent == kid)
        with world.dying(head, statements):
            head.laptop.refresh()
        assert oplog.state_of(head.db, note) == "applied"


class PutOff:
    """A coordinator makes a key and writes a note, and is removed before any log has either.

    Her stick went to the founder of that RT; the other coordinator reads the log alone.
    """

    def __init__(self, world: World) -> None:
        self.world, self.space = world, world.spaces[1]
        self.head, self.one, self.removed = (world.machines[at] for at in (0, 1, 4))
        self.kid = self.removed.laptop.make_key(self.space, "umum").kid
        self.note = sealed_note(world, self.removed, self.space)
        path = world.folder / "stik.patbm"
        stick.save(self.removed.laptop, path)
        stick.load(self.one.laptop, path)
        members.remove(self.head.laptop, world.office, self.removed.dev)
        world.meet(self.head)

    def rounds(self) -> None:
        for _ in range(3):
            self.world.meet(self.one)
            self.world.meet(self.head)
            for note in held_notes.waiting(self.head.laptop):
                held_notes.accept(self.head.laptop, note.space, note.op, ok=True)


def test_a_key_that_the_log_put_off_is_handed_on_by_who_got_it_by_stick(worlds) -> None:
    found = PutOff(worlds(6))
    found.rounds()
    assert found.kid in found.head.laptop.opener.keys
    assert oplog.state_of(found.head.db, found.note) == "applied"


def test_nobody_seals_with_a_key_that_somebody_removed_holds_by_words_nobody_reads(worlds) -> None:
    found = PutOff(worlds(6))
    found.rounds()
    chosen = [each.laptop.chosen(found.space, "umum") for each in (found.head, found.one)]
    (known,) = (key for key in found.head.laptop.keys(found.space) if key.kid == found.kid)
    assert found.removed.dev in known.sealed_to
    assert found.kid not in {each.kid for each in chosen if each}


def test_what_was_put_off_is_said_again_once_and_not_at_every_round(worlds) -> None:
    found = PutOff(worlds(6))
    found.rounds()
    before = len(oplog.control_ops(found.one.db, found.space, "_key"))
    found.rounds()
    assert len(oplog.control_ops(found.one.db, found.space, "_key")) == before


@pytest.mark.parametrize("is_readable", [True, False], ids=["readable", "unreadable"])
def test_a_photo_of_a_damaged_database_is_swept_where_nobody_can_tell_whose_it_is(
    world: World, is_readable: bool
) -> None:
    one = world.machines[1]
    one.back_up()
    part = parts.write(one.folder, b"photo")
    file = {"key": "RAHASIA", "mime": "image/jpeg", "size": 9, "parts": [part]}
    photo = Triple(world.spaces[1], "attachment", "a" * 32)
    said = {"of": "b" * 32, "kind": "foto", "file": file}
    assert world.say(one, photo, {name: (value, ()) for name, value in said.items()})
    assert one.put_back(is_readable=is_readable)
    assert one.unknown == (set() if is_readable else {part})
    assert parts.sweep(one.folder, parts.named(one.db), older_than_s=0) == len(one.unknown)
