"""A stick as a way notes travel: whole spaces go and come, and only a coordinator brings places."""

import os
import tracemalloc
from contextlib import suppress

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import Write
from patbm_desktop.store import connect, marks, oplog, outbox, parts, positions, setting
from patbm_desktop.store.taking import State
from patbm_desktop.sync import asking, members, stick, trust, words
from patbm_desktop.sync.asking import waiting_files
from patbm_desktop.sync.enrolment import request
from patbm_desktop.sync.members import Terms
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.stick import StickExchange
from patbm_desktop.wire import chain
from patbm_desktop.wire.joining import NO_SPACE
from patbm_desktop.wire.line import Whole
from tests.sync.seat import Seat
from tests.sync.village import KEY, PACT, Village, asks

ACTIVITY = {"type": "jejaring", "program": "ppatbm"}


@pytest.fixture
def cast(tmp_path):
    """Sari founded the space of an RT, Rina coordinates it, Budi writes in it; Tono is nobody."""
    seats = {name: Seat(tmp_path / name) for name in ("sari", "rina", "budi", "tono")}
    sari = seats["sari"]
    sari.found()
    sari.admit(seats["rina"], "koordinator")
    tell(sari, seats["rina"], tmp_path)
    seats["rina"].admit(seats["budi"], space=sari.space)
    repair(seats["rina"].laptop)
    tell(seats["rina"], sari, tmp_path)
    tell(sari, seats["budi"], tmp_path)
    yield seats
    for seat in seats.values():
        seat.close()


def tell(giver, taker, folder, **more):
    """Carry a bundle from one to the other, who met the giver; return what it brought."""
    trust.remember_typed(taker.db, giver.dev)
    path = folder / "carried.patbm"
    stick.save(giver.laptop, path, **more)
    return stick.load(taker.laptop, path)


def took(loaded):
    (one,) = loaded.took
    return one


def refusal_of(call, *values, **more):
    with pytest.raises(Fault) as fault:
        call(*values, **more)
    return fault.value.refusal


def deliver(seat, space):
    """Let `seat` read back everything it has, as from a server."""
    found = [Whole(space, at, sig, body)
             for at, (body, sig) in enumerate(oplog.ops_of(seat.db, space), 1)]  # fmt: skip
    start = marks.last(seat.db, space)
    new = [line for line in found if line.seq > start.seq]
    page = positions.check_page(space, start, new, chain.after(start, ids_of(new)))
    positions.take_page(seat.db, seat.laptop.lens, seat.laptop.rights, page)


def attach(seat, name):
    """Write the record of a photo that has one part."""
    file = {"key": "k", "mime": "image/jpeg", "size": 9, "parts": [name]}
    values = {"of": ids.fresh(), "kind": "foto", "file": file}
    writes = {field: Write(value) for field, value in values.items()}
    clk = seat.laptop.next_clk(seat.space)
    made = seat.laptop.compose("attachment", ids.fresh(), writes, space=seat.space, clk=clk)
    seat.laptop.keep([made])


def ids_of(lines):
    return [ids.digest(ids.Purpose.OP, line.body) for line in lines]


# -- what travels ----------------------------------------------------------------------------


def test_a_whole_space_travels_with_what_is_sealed_in_it(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    ent = sari.save(**ACTIVITY, result="hasil rahasia")
    one = took(tell(sari, rina, tmp_path))
    assert (one.new, one.records) == (1, {ent})
    assert rina.values("activity", ent, sari.space)["result"] == "hasil rahasia"
    assert rina.ops(sari.space) == sari.ops()


def test_taking_a_bundle_in_twice_is_harmless_and_says_so(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    ents = {sari.save(**ACTIVITY) for _ in range(3)}
    tell(sari, rina, tmp_path)
    before = rina.ops(sari.space)
    again = took(stick.load(rina.laptop, tmp_path / "carried.patbm"))
    assert (again.new, again.records) == (0, set())
    assert ents <= again.known_records
    assert rina.ops(sari.space) == before


def test_anybody_may_carry_the_notes_of_others(cast, tmp_path):
    sari, rina, budi = cast["sari"], cast["rina"], cast["budi"]
    ent = sari.save(**ACTIVITY)
    tell(sari, budi, tmp_path)
    assert ent in took(tell(budi, rina, tmp_path)).records


def test_photos_travel_and_stay_with_whoever_can_name_them(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    part = os.urandom(parts.LONGEST_PART)
    name = parts.write(sari.folder, part)
    attach(sari, name)
    assert tell(sari, rina, tmp_path).parts == 1
    assert parts.read(rina.folder, name) == part


def test_photos_find_room_up_to_a_limit(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    for number in range(3):
        name = parts.write(sari.folder, bytes([number]) * 1000)
        attach(sari, name)
    assert tell(sari, rina, tmp_path, photo_bytes=1500).parts == 2
    assert parts.has(rina.folder, name)


def test_a_space_that_nobody_else_reads_is_not_written(cast, tmp_path):
    tono = cast["tono"]
    tono.found()
    path = tmp_path / "own.patbm"
    assert refusal_of(stick.save, tono.laptop, path) == Refusal.BUNDLE_FOR_NOBODY
    assert not path.exists()


# -- who counts ------------------------------------------------------------------------------


def test_a_bundle_opens_for_members_only(cast, tmp_path):
    sari, tono = cast["sari"], cast["tono"]
    path = tmp_path / "one.patbm"
    stick.save(sari.laptop, path)
    trust.remember_typed(tono.db, sari.dev)
    assert refusal_of(stick.load, tono.laptop, path) == Refusal.BUNDLE_FOR_OTHERS
    assert not tono.ops()


def test_a_space_that_nobody_met_stands_behind_is_not_taken(cast, tmp_path):
    sari, tono = cast["sari"], cast["tono"]
    tono.found()
    unasked = {**sari.card(), "role": "koordinator", "cases": False}
    tono.control("_member", sari.dev, unasked)
    path = tmp_path / "unasked.patbm"
    stick.save(tono.laptop, path)
    before = sari.ops()
    assert refusal_of(stick.load, sari.laptop, path) == Refusal.BUNDLE_FOR_OTHERS
    assert sari.ops() == before


def test_the_op_of_a_stranger_is_not_kept(cast, tmp_path):
    sari, rina, tono = cast["sari"], cast["rina"], cast["tono"]
    forged = tono.laptop.control("contact", ids.fresh(), {"name": "x"}, space=sari.space)
    oplog.apply(sari.db, [forged], sari.laptop.lens, sari.laptop.rights)
    assert took(tell(sari, rina, tmp_path)).later == 1
    assert forged.id not in rina.ops(sari.space)


def test_what_a_former_member_wrote_waits_for_a_coordinator(cast, tmp_path):
    sari, rina, budi = cast["sari"], cast["rina"], cast["budi"]
    rina.remove(budi, sari.space)
    ent = budi.save(space=sari.space, **ACTIVITY)
    one = took(tell(budi, rina, tmp_path))
    assert (one.held, one.records) == (1, set())
    assert rina.values("activity", ent, sari.space) is None
    (late,) = budi.ops(sari.space) - sari.ops()
    assert oplog.state_of(rina.db, late) == State.HELD
    rina.control("_accept", late, {"ok": True}, sari.space)
    rina.laptop.refresh()
    assert rina.values("activity", ent, sari.space)


def test_what_a_coordinator_took_from_a_member_stands_after_she_left(cast, tmp_path):
    sari, rina, budi = cast["sari"], cast["rina"], cast["budi"]
    ent = budi.save(space=sari.space, **ACTIVITY)
    tell(budi, rina, tmp_path)
    rina.remove(budi, sari.space)
    one = took(tell(rina, sari, tmp_path))
    assert (one.held, one.is_receipt) == (0, True)
    assert sari.values("activity", ent)


def test_a_removed_coordinator_adds_nobody_by_stick(cast, tmp_path):
    sari, rina, tono = cast["sari"], cast["rina"], cast["tono"]
    rina.admit(tono, "koordinator", sari.space)
    repair(rina.laptop)
    tell(rina, tono, tmp_path)
    admitted = [op.id for op in oplog.control_ops(tono.db, sari.space) if op.ent == rina.dev]
    leaving = {"active": False, "keep": [tono.dev]}
    tono.control("_member", rina.dev, leaving, sari.space, {"active": tuple(admitted)})
    tell(tono, sari, tmp_path)
    nobody = Seat(tmp_path / "nobody")
    rina.admit(nobody, space=sari.space)
    one = took(tell(rina, sari, tmp_path))
    nobody.close()
    assert (one.later, one.is_receipt) == (1, False)
    assert nobody.dev not in sari.laptop.rights.of(sari.space).ever


def test_the_founder_makes_one_coordinator_and_no_second(tmp_path):
    sari, rina, budi = (Seat(tmp_path / name) for name in ("sari", "rina", "budi"))
    sari.found()
    sari.admit(rina, "koordinator")
    sari.admit(budi, "koordinator")
    assert took(tell(sari, rina, tmp_path)).later == 1
    assert budi.dev not in rina.laptop.rights.of(sari.space).ever
    for each in (sari, rina, budi):
        each.close()


def test_the_founder_herself_names_another_to_whoever_is_to_be_it(tmp_path):
    """Rina's laptop is lost, and no server is there to say so."""
    sari, rina, wati = (Seat(tmp_path / name) for name in ("sari", "rina", "wati"))
    sari.found()
    sari.admit(rina, "koordinator")
    sari.admit(wati, "koordinator")
    repair(sari.laptop)
    ent = sari.save(**ACTIVITY)
    assert took(tell(sari, wati, tmp_path)).later == 0
    wati.space = sari.space
    assert wati.values("activity", ent)
    assert wati.dev in wati.laptop.rights.of(sari.space).now
    for each in (sari, rina, wati):
        each.close()


# -- handed over, and received ---------------------------------------------------------------


def test_what_was_written_into_a_bundle_is_handed_over_and_not_delivered(cast, tmp_path):
    sari = cast["sari"]
    ent = sari.save(**ACTIVITY)
    before = outbox.counts(sari.db)
    saved = stick.save(sari.laptop, tmp_path / "one.patbm")
    counts = outbox.counts(sari.db)
    assert before.menunggu
    assert (counts.menunggu, counts.dikirim) == (0, before.menunggu + before.dikirim)
    assert saved.ops == len(sari.ops())
    assert ent


def test_a_bundle_of_a_coordinator_is_the_receipt_and_one_of_a_member_is_not(cast, tmp_path):
    sari, rina, budi = cast["sari"], cast["rina"], cast["budi"]
    sari.save(**ACTIVITY)
    tell(sari, budi, tmp_path)
    tell(budi, sari, tmp_path)
    waits = outbox.counts(sari.db).dikirim
    tell(sari, rina, tmp_path)
    tell(rina, sari, tmp_path)
    assert waits
    assert outbox.counts(sari.db).dikirim == 0


def test_a_coordinator_s_own_bundle_is_no_receipt_for_her(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    rina.save(space=sari.space, **ACTIVITY)
    path = tmp_path / "own.patbm"
    stick.save(rina.laptop, path)
    before = outbox.counts(rina.db)
    stick.load(rina.laptop, path)
    assert outbox.counts(rina.db) == before


# -- places in the log -----------------------------------------------------------------------


def test_a_coordinator_s_bundle_brings_places_as_a_whole(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    sari.save(**ACTIVITY)
    tell(sari, rina, tmp_path)
    deliver(rina, sari.space)
    late = sari.save(**ACTIVITY)
    assert took(tell(rina, sari, tmp_path)).has_positions
    assert sari.cursor() == rina.cursor(sari.space)
    (unsent,) = outbox.offers(sari.db, sari.dev, sari.laptop.rights, 0, 9, 9**9)
    assert late.encode() in unsent.body


def test_a_place_that_the_bundle_does_not_have_is_forgotten(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    alone = sari.save(**ACTIVITY)
    deliver(sari, sari.space)
    for _ in range(3):
        rina.save(space=sari.space, **ACTIVITY)
    deliver(rina, sari.space)
    assert took(tell(rina, sari, tmp_path)).has_positions
    assert marks.every(sari.db, sari.space) == marks.every(rina.db, sari.space)
    assert all_places(sari) == all_places(rina)
    again = outbox.offers(sari.db, sari.dev, sari.laptop.rights, 0, 9, 9**9)
    assert any(alone.encode() in each.body for each in again)


def all_places(seat):
    return seat.db.conn.execute("SELECT seq, id FROM op WHERE seq > 0 ORDER BY seq").fetchall()


def test_a_member_s_bundle_brings_lines_but_no_places(cast, tmp_path):
    sari, budi = cast["sari"], cast["budi"]
    ent = budi.save(space=sari.space, **ACTIVITY)
    deliver(budi, sari.space)
    one = took(tell(budi, sari, tmp_path))
    assert ent in one.records
    assert not one.has_positions
    assert sari.cursor().seq == 0


def test_places_that_are_not_ahead_are_left_alone(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    deliver(rina, sari.space)
    path = tmp_path / "older.patbm"
    stick.save(rina.laptop, path)
    tell(rina, sari, tmp_path)
    sari.save(**ACTIVITY)
    deliver(sari, sari.space)
    before = sari.cursor()
    assert not took(stick.load(sari.laptop, path)).has_positions
    assert sari.cursor() == before


def test_a_mark_that_the_lines_do_not_give_brings_no_place(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    deliver(rina, sari.space)
    rina.db.conn.execute("UPDATE mark SET chain = ?", [bytes(16)])
    assert not took(tell(rina, sari, tmp_path)).has_positions
    assert sari.cursor().seq == 0


def test_one_wrong_mark_among_right_ones_brings_no_place(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    deliver(rina, sari.space)
    rina.save(space=sari.space, **ACTIVITY)
    deliver(rina, sari.space)
    rina.db.conn.execute(
        "UPDATE mark SET chain = ? WHERE seq < (SELECT max(seq) FROM mark)", [bytes(16)]
    )
    assert len(marks.every(rina.db, sari.space)) == 2
    assert not took(tell(rina, sari, tmp_path)).has_positions


def test_a_gap_in_the_log_brings_no_place(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    deliver(rina, sari.space)
    rina.db.conn.execute("UPDATE op SET seq = NULL WHERE seq = 2")
    assert not took(tell(rina, sari, tmp_path)).has_positions


# -- asking to be let in ---------------------------------------------------------------------


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path / "village")
    yield made
    made.close()


def asks_by_stick(who, coordinator):
    """Do what a volunteer does with an invitation file; return the request."""
    asked = asks(who, coordinator)
    card = words.own_card(coordinator.laptop, coordinator.name)
    asking.ask(who.laptop, asking.Request(asked.line, coordinator.office, card))
    return asked


def test_whoever_asks_to_be_let_in_waits_in_a_locked_file(village, tmp_path):
    rina, sari = village.person("Rina"), village.person("Sari", "901")
    session = sari.session()
    asked = asks_by_stick(sari, rina)
    path = tmp_path / "asks.patbm"
    stick.save(sari.laptop, path)
    assert b"Sari" not in path.read_bytes()
    assert stick.load(rina.laptop, path).asking == (sari.dev,)
    assert stick.requests(rina.laptop) == (asked.line,)
    assert stick.take_waiting(rina.laptop, sari.dev) is None
    assert not rina.reads_session(session)
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    assert stick.take_waiting(rina.laptop, sari.dev) is not None
    assert rina.reads_session(session)
    assert stick.requests(rina.laptop) == ()
    assert not waiting_files(rina.laptop)


def test_a_request_made_meanwhile_is_not_written_over(village, monkeypatch):
    rina, sari = village.person("Rina"), village.person("Sari", "901")
    asks_by_stick(sari, rina)
    read, written = setting.read, []
    lane = connect.open_store(sari.folder / "catatan.db", KEY)
    lane.conn.execute("PRAGMA busy_timeout = 0")

    def read_slowly(db, *words):
        found = read(db, *words)
        with suppress(Fault):
            setting.write(lane, "asking", found | {"line": "another"})
            written.append(found)
        return found

    monkeypatch.setattr(setting, "read", read_slowly)
    asking.note_forgotten(sari.laptop, is_forgotten=True)
    monkeypatch.undo()
    assert not written or setting.read(sari.db, "asking")["line"] == "another"
    connect.close(lane)


def test_by_stick_alone_a_volunteer_joins_and_gets_her_receipt(village, tmp_path):
    rina, sari = village.person("Rina"), village.person("Sari", "901")
    case = sari.case()
    asked = asks_by_stick(sari, rina)
    path = tmp_path / "to.patbm"
    stick.save(sari.laptop, path)
    stick.load(rina.laptop, path)
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    stick.take_waiting(rina.laptop, sari.dev)
    stick.save(rina.laptop, path)
    stick.load(sari.laptop, path)
    assert sari.role(rina.space, sari) == "pembaca"
    assert asking.pending(sari.laptop) is None
    assert not rina.reads_case(case)
    waits = outbox.by_space(sari.db)[sari.space]
    assert (waits.dikirim, waits.bad, waits.held) == (0, 0, 0)


def test_a_laptop_that_brings_no_space_asks_all_the_same(village, tmp_path):
    rina, dewi = village.person("Rina"), village.person("Dewi")
    card = words.own_card(rina.laptop, "Rina")
    line = request(dewi.laptop, code="0" * 8, name="Dewi", space=NO_SPACE, rt="")
    asking.ask(dewi.laptop, asking.Request(line, rina.office, card))
    path = tmp_path / "asks.patbm"
    stick.save(dewi.laptop, path)
    assert stick.load(rina.laptop, path).asking == (dewi.dev,)
    assert stick.requests(rina.laptop) == (line,)


def test_a_stick_with_the_bundles_of_several_brings_all_to_all(village, tmp_path):
    rina, sari, budi = (village.person(name, rt) for name, rt in
                        (("Rina", ""), ("Sari", "901"), ("Budi", "902")))  # fmt: skip
    folder = tmp_path / "stick"
    folder.mkdir()
    sessions = [sari.session(), budi.session()]
    requests = [asks_by_stick(each, rina) for each in (sari, budi)]
    for each in (sari, budi, rina):
        StickExchange(folder).meet(each.laptop)
    for asked in requests:
        members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
        stick.take_waiting(rina.laptop, asked.dev)
    for each in (rina, sari, budi, rina):
        met = StickExchange(folder).meet(each.laptop)
    assert all(rina.reads_session(each) for each in sessions)
    assert budi.role(rina.space, budi) == "pembaca"
    assert not sari.reads_session(sessions[1])
    assert met.came == 0


# -- how much memory -------------------------------------------------------------------------


def test_a_long_bundle_takes_little_memory_both_ways(cast, tmp_path):
    sari, rina = cast["sari"], cast["rina"]
    text = "kata " * 3500
    with_text = [sari.save(**ACTIVITY, result=text + str(number)) for number in range(60)]
    tracemalloc.start()
    tell(sari, rina, tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert set(with_text) <= rina_records(rina, sari)
    assert peak < 8 * 1024 * 1024


def rina_records(rina, sari):
    rows = rina.db.conn.execute("SELECT ent FROM record WHERE kind = 'activity'").fetchall()
    return {ent.hex() for (ent,) in rows}
