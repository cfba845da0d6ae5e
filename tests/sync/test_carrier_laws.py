"""What holds on every road alike: over a server, over one in memory, and by a stick alone."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain.op import LONGEST_BODY, parse
from patbm_desktop.domain.rights import FARTHEST_AHEAD
from patbm_desktop.seal import sign
from patbm_desktop.store import oplog
from tests.examples import examples
from tests.sync.seat import Seat
from tests.sync.world import CARRIERS, meet, try_to_meet


@pytest.fixture(params=CARRIERS)
def carrier(request, worlds):
    made = worlds(request.param)
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


def test_ops_as_long_as_an_op_may_be_travel_whatever_signs_they_are_of(carrier, pair):
    sari, rina = pair
    long = {f"x{n}": '"' * 8000 for n in range(4)}
    ents = [sari.save("place", name=str(n), **long) for n in range(3)]
    assert max(len(body) for body, _ in oplog.ops_of(sari.db)) > LONGEST_BODY * 0.97
    meet(carrier, sari, rina, sari)
    assert all(rina.values("place", ent)["x3"] == long["x3"] for ent in ents)
    assert are_one(sari, rina)
    assert meet(carrier, sari).waits == 0


def test_a_kind_and_a_field_of_a_later_release_travel_by_laptops_that_know_neither(
    carrier, tmp_path
):
    """I12: kept, handed on and never written anew, whoever carries it."""
    sari, rina, budi = seats = people(tmp_path, carrier, "sari", "rina", "budi")
    ent = sari.save("place", name="Balai", x_roof="seng")
    other = sari.save("x_survey", question=["Berapa?"], count=7)
    meet(carrier, sari, rina)
    rina.save("place", ent, name="Balai RT")
    meet(carrier, rina, budi, sari, rina)
    assert budi.values("place", ent) == {"name": "Balai RT", "x_roof": "seng"}
    assert budi.values("x_survey", other) == {"question": ["Berapa?"], "count": 7}
    assert are_one(*seats)
    for each in seats:
        each.close()


def test_what_a_carrier_lost_of_one_laptop_comes_back_from_any_other(carrier, tmp_path):
    sari, rina, budi = seats = people(tmp_path, carrier, "sari", "rina", "budi")
    backup = carrier.backup()
    ents = [note(sari), note(budi)]
    meet(carrier, sari, budi, rina)
    carrier.restore(backup)
    meet(carrier, rina, budi, rina, budi)
    sari.close()
    assert all(budi.values("activity", ent) for ent in ents)
    assert are_one(rina, budi)
    if carrier.has_log:
        assert set(carrier.ids(rina.space)) == rina.ops()
    for each in seats[1:]:
        each.close()


def test_a_locked_a_held_or_an_unknown_op_keeps_no_other_waiting(carrier, tmp_path):
    """I8: beside an op that nobody can judge yet, one that only others can open, and a held one."""
    sari, rina, budi = seats = people(tmp_path, carrier, "sari", "rina", "budi")
    far = budi.composed("place", "a" * 32, budi.space, clk=FARTHEST_AHEAD * 2, name="Jauh")
    newer = far.body.replace(b'"f":1', b'"f":2')
    behind = [budi.composed("activity", ids.fresh(), budi.space, result=str(n)) for n in range(3)]
    odd = [far, parse(newer, sign.sign(budi.laptop.device, newer))]
    budi.laptop.keep([*odd, *behind])
    ents = [op.ent for op in behind]
    meet(carrier, budi, rina, sari, budi)
    assert all(each.values("activity", ent) for each in seats for ent in ents)
    assert oplog.state_of(rina.db, far.id) == "held"
    assert all(each.values("place", "a" * 32) is None for each in (rina, sari))
    for each in seats:
        each.close()


@settings(max_examples=examples(3), suppress_health_check=list(HealthCheck), deadline=None)
@given(seed=st.integers(0, 10**6))
@pytest.mark.parametrize("name", CARRIERS)
def test_whatever_befalls_the_road_all_come_to_have_the_same(tmp_path_factory, worlds, name, seed):
    random, carrier = Random(seed), worlds(name)
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
    if carrier.has_log:
        assert set(carrier.ids(seats[0].space)) == seats[0].ops()
        assert {(each.waits(), each.cursor()) for each in seats} == {(0, seats[0].cursor())}
    carrier.close()
    for each in seats:
        each.close()
