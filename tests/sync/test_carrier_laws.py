"""What holds on every road alike: over a server, over one in memory, and by a stick alone."""

from contextlib import suppress
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patbm_desktop.store import oplog
from patbm_desktop.sync.exchange import Cut
from patbm_desktop.sync.round import ServerExchange
from tests.sync.seat import Seat
from tests.sync.stick_carrier import StickWorld
from tests.sync.world import WORLDS, Road


class OverServer:
    """A server's world with the face of `StickWorld`."""

    def __init__(self, world):
        self.world, self.happens = world, []

    def exchange(self, seat):
        road = Road(self.world.office(seat))
        road.happens, self.happens = self.happens, []
        return ServerExchange(road)

    def harm(self, random):
        self.happens = random.choices(["request lost", "answer lost", None], k=4)

    def close(self):
        """Nothing was made."""

    def __getattr__(self, name):
        return getattr(self.world, name)


CARRIERS = {"stick": StickWorld} | {
    name: lambda make=make: OverServer(make()) for name, make in WORLDS.items()
}


@pytest.fixture(params=CARRIERS)
def carrier(request):
    made = CARRIERS[request.param]()
    yield made
    made.close()


def people(folder, carrier, *names):
    """Return laptops of one space: the first founded it, the second coordinates it."""
    first, second, *others = seats = [Seat(folder / name) for name in names]
    first.found()
    carrier.register(first)
    first.admit(second, "koordinator", cases=True)
    carrier.know(second)
    meet(carrier, first, second)
    for each in others:
        second.admit(each, cases=True, space=first.space)
        carrier.know(each)
    for each in seats:
        each.space = first.space
    meet(carrier, second, first, *others, *seats)
    return seats


@pytest.fixture
def pair(carrier, tmp_path):
    seats = people(tmp_path, carrier, "sari", "rina")
    yield seats
    for each in seats:
        each.close()


def meet(carrier, *seats):
    for seat in seats:
        met = carrier.exchange(seat).meet(seat.laptop)
    return met


def note(seat, result="Yang dibahas", ent=""):
    return seat.save("activity", ent, type="jejaring", program="ppatbm", result=result)


def are_one(*seats):
    return all(each.ops() == seats[0].ops() and each.is_sound() for each in seats)


def test_what_one_writes_the_other_reads_and_the_writer_knows_it(carrier, pair):
    sari, rina = pair
    ent = note(sari, "Rahasia kecil")
    meet(carrier, sari)
    assert meet(carrier, rina).came == 1
    assert rina.values("activity", ent)["result"] == "Rahasia kecil"
    assert meet(carrier, sari).waits == 0
    assert are_one(sari, rina)


def test_once_more_is_the_same(carrier, pair):
    sari, rina = pair
    note(sari)
    meet(carrier, sari, rina, sari, rina)
    before = sari.ops()
    again = [meet(carrier, seat) for seat in (sari, rina, sari, rina)]
    assert [met.came for met in again] == [0, 0, 0, 0]
    assert sari.ops() == rina.ops() == before


def test_two_who_wrote_apart_have_both_values(carrier, pair):
    sari, rina = pair
    ent = note(sari)
    meet(carrier, sari, rina)
    note(sari, "Kata Sari", ent)
    note(rina, "Kata Rina", ent)
    meet(carrier, sari, rina, sari)
    assert are_one(sari, rina)
    assert sari.values("activity", ent) == rina.values("activity", ent)


def test_a_copied_laptop_loses_nothing_of_either(carrier, pair, tmp_path):
    sari, rina = pair
    sari.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / "clone").mkdir()
    (tmp_path / "clone" / "catatan.db").write_bytes(sari.path.read_bytes())
    clone = Seat(tmp_path / "clone")
    clone.space, clone.person = sari.space, sari.person
    note(sari, "Dari yang satu")
    note(clone, "Dari salinannya")
    meet(carrier, sari, rina, clone, rina, sari, clone, rina)
    assert are_one(sari, clone, rina)
    clone.close()


def test_the_note_of_a_removed_laptop_waits_until_it_is_accepted(carrier, tmp_path):
    sari, rina, budi = seats = people(tmp_path, carrier, "sari", "rina", "budi")
    ent = note(budi, "Belum terkirim")
    (op,) = budi.ops() - sari.ops()
    rina.remove(budi)
    meet(carrier, rina, budi, rina)
    assert oplog.state_of(rina.db, op) == "held"
    assert rina.values("activity", ent) is None
    rina.control("_accept", op, {"ok": True, "why": ""})
    meet(carrier, rina, sari, rina, sari)
    assert all(each.values("activity", ent) for each in seats)
    for each in seats:
        each.close()


@settings(max_examples=3, suppress_health_check=list(HealthCheck), deadline=None)
@given(seed=st.integers(0, 10**6))
@pytest.mark.parametrize("name", CARRIERS)
def test_whatever_befalls_the_road_all_come_to_have_the_same(tmp_path_factory, name, seed):
    random, carrier = Random(seed), CARRIERS[name]()
    seats = people(tmp_path_factory.mktemp("law"), carrier, "sari", "rina", "budi")
    ents, backup = [note(seats[0])], carrier.backup()
    for _ in range(20):
        seat, act = random.choice(seats), random.random()
        if act < 0.5:
            ents.append(note(seat, str(act), random.choice([*ents, ""])))
        elif act < 0.6:
            backup = carrier.backup()
        elif act < 0.7:
            carrier.restore(backup)
        else:
            carrier.harm(random)
            try_to_meet(carrier, seat)
    for seat in (*seats, *seats, *seats):
        try_to_meet(carrier, seat)
    assert are_one(*seats)
    carrier.close()
    for each in seats:
        each.close()


def try_to_meet(carrier, seat):
    """Meet, and go on where the road gave way."""
    with suppress(Cut):
        meet(carrier, seat)
