"""Photos in their own lane: each handed in once, fetched when there, and never in the way."""

import os

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.op import Write
from patbm_desktop.store import marks, oplog, part_book, parts, positions
from patbm_desktop.sync import parts as lane
from patbm_desktop.wire import chain
from patbm_desktop.wire.line import Whole
from tests.sync.seat import Seat
from tests.sync.world import SERVED, ServerWorld, meet
from tests.wire.memory_office import MemoryServer


@pytest.fixture
def sari(tmp_path):
    """Sari with a space that a server has."""
    made = Seat(tmp_path / "sari")
    made.found()
    deliver(made)
    yield made
    made.close()


@pytest.fixture
def office(sari):
    """A server that knows Sari's space, and what it was asked."""
    server = MemoryServer()
    server.register(sari.space)
    return Noting(server.office(sari.dev))


class Noting:
    """A counter that notes what it is asked, and may be told to refuse."""

    def __init__(self, office):
        self.office, self.asked, self.refusal = office, [], None

    @property
    def parts(self):
        return self.office.server.parts

    def _ask(self, what, *asked):
        self.asked.append(what)
        if self.refusal:
            raise Fault(self.refusal)
        return getattr(self.office, what)(*asked)

    def has_part(self, *asked):
        return self._ask("has_part", *asked)

    def put_part(self, *asked):
        self._ask("put_part", *asked)

    def get_part(self, *asked):
        return self._ask("get_part", *asked)


def deliver(seat):
    """Let a seat read back everything it has."""
    start = marks.last(seat.db, seat.space)
    found = [Whole(seat.space, at, sig, body)
             for at, (body, sig) in enumerate(oplog.ops_of(seat.db, seat.space), 1)]  # fmt: skip
    new = found[start.seq :]
    end = chain.after(start, [ids.digest(ids.Purpose.OP, line.body) for line in new])
    page = positions.check_page(seat.space, start, new, end)
    positions.take_page(seat.db, seat.laptop.lens, seat.laptop.rights, page)


def photo(seat, part=b"", *, is_here=True):
    """Write the record of a photo of one part; return the record and the part's name."""
    part = part or os.urandom(200)
    name = parts.write(seat.folder, part) if is_here else parts.name_of(part)
    file = {"key": "k", "mime": "image/jpeg", "size": 9, "parts": [name]}
    ent = ids.fresh()
    write(seat, ent, {"of": ids.fresh(), "kind": "foto", "file": file})
    return ent, name


def write(seat, ent, values, over=()):
    writes = {field: Write(value, over) for field, value in values.items()}
    clk = seat.laptop.next_clk(seat.space)
    op = seat.laptop.compose("attachment", ent, writes, space=seat.space, clk=clk)
    seat.laptop.keep([op])


def test_a_photo_goes_out_once_and_after_its_record(sari, office):
    ent, name = photo(sari)
    assert lane.exchange(sari.laptop, office).sent == 0
    assert lane.waiting(sari.laptop) == (1, 0)
    deliver(sari)
    assert lane.exchange(sari.laptop, office) == (1, 0, 200, 0, True)
    assert set(office.parts) == {(sari.space, ent, name)}
    office.asked.clear()
    assert lane.exchange(sari.laptop, office).sent == 0
    assert office.asked == ["has_part"]
    assert lane.waiting(sari.laptop) == (0, 0)


def test_that_a_photo_was_taken_says_nothing_before_the_server_has_it(sari, office):
    photo(sari)
    deliver(sari)
    take, office.office.put_part = office.office.put_part, lambda *_: None
    assert lane.exchange(sari.laptop, office).sent == 1
    assert lane.waiting(sari.laptop).out == 1
    office.office.put_part = take
    lane.exchange(sari.laptop, office)
    assert lane.waiting(sari.laptop).out == 0


def test_a_photo_that_a_server_lost_without_its_record_is_brought_again(sari, office):
    """A backup made between the record and its photo, put back: no cursor is of another log."""
    photo(sari)
    deliver(sari)
    lane.exchange(sari.laptop, office)
    office.parts.clear()
    assert lane.exchange(sari.laptop, office).sent == 1
    assert len(office.parts) == 1


def test_each_go_asks_anew_for_some_of_the_photos_and_for_all_in_turn(sari, office):
    many = lane.MOST_ASKED_ANEW + 5
    with oplog.writing(sari.db):
        names = {photo(sari)[1] for _ in range(many)}
    deliver(sari)
    lane.exchange(sari.laptop, office)
    office.parts.clear()
    sent = [lane.exchange(sari.laptop, office).sent for _ in range(2)]
    assert sent == [lane.MOST_ASKED_ANEW, 5]
    assert {sha for _, _, sha in office.parts} == names


def test_who_only_reads_in_a_space_hands_nothing_in_and_hears_of_no_trouble(tmp_path):
    world, rina, sari = ServerWorld(), Seat(tmp_path / "rina"), Seat(tmp_path / "sari")
    rina.found("koordinator")
    world.register(rina)
    world.know(sari)
    rina.admit(sari, "pembaca")
    meet(world, rina, sari, rina)
    part = os.urandom(100)
    ent, name = photo(rina, part)
    meet(world, rina, sari)
    parts.write(sari.folder, part)
    assert lane.waiting(sari.laptop) == (0, 0)
    assert lane.exchange(sari.laptop, world.office(sari)).sent == 0
    lane.exchange(rina.laptop, world.office(rina))
    assert world.office(sari).get_part(rina.space, ent, name) == part
    for each in (rina, sari):
        each.close()


def test_after_a_rewind_a_photo_is_asked_for_before_it_is_sent_again(sari, office):
    photo(sari)
    deliver(sari)
    lane.exchange(sari.laptop, office)
    positions.rewind(sari.db, sari.space, marks.last(sari.db, sari.space))
    deliver(sari)
    office.asked.clear()
    assert lane.exchange(sari.laptop, office).sent == 0
    assert office.asked == ["has_part"]
    assert lane.waiting(sari.laptop).out == 0


def test_a_photo_a_restored_server_lost_is_sent_again(sari, office):
    photo(sari)
    deliver(sari)
    lane.exchange(sari.laptop, office)
    office.parts.clear()
    positions.rewind(sari.db, sari.space, marks.last(sari.db, sari.space))
    deliver(sari)
    assert lane.exchange(sari.laptop, office).sent == 1


def test_a_missing_photo_is_fetched_when_it_is_there(sari, office):
    part = os.urandom(300)
    ent, name = photo(sari, part, is_here=False)
    assert lane.exchange(sari.laptop, office).came == 0
    assert lane.waiting(sari.laptop) == (0, 1)
    office.parts[sari.space, ent, name] = part
    assert lane.exchange(sari.laptop, office).came == 1
    assert parts.read(sari.folder, name) == part
    assert lane.waiting(sari.laptop) == (0, 0)


def test_a_server_that_gives_something_else_gives_nothing(sari, office):
    ent, name = photo(sari, b"right", is_here=False)
    office.parts[sari.space, ent, name] = b"wrong"
    assert lane.exchange(sari.laptop, office).came == 0
    assert not parts.has(sari.folder, name)


def test_photos_nobody_has_brought_yet_do_not_keep_others_waiting(sari, office):
    old = os.urandom(100)
    ent, name = photo(sari, old, is_here=False)
    for _ in range(lane.MOST_ABSENT):
        photo(sari, is_here=False)
    office.parts[sari.space, ent, name] = old
    assert lane.exchange(sari.laptop, office).came == 0
    assert lane.exchange(sari.laptop, office).came == 1


def test_one_go_is_bounded_and_the_next_goes_on(sari, office):
    for _ in range(3):
        photo(sari)
    deliver(sari)
    first = lane.exchange(sari.laptop, office, most_bytes=300)
    assert (first.sent, first.is_done) == (2, False)
    assert lane.exchange(sari.laptop, office, most_bytes=300) == (1, 0, 200, 0, True)


def test_a_lane_that_was_cut_goes_on_where_it_was(sari, office):
    for _ in range(3):
        photo(sari)
    deliver(sari)

    def stop(met):
        if met.sent == 2:
            raise Fault(Refusal.STOPPED)

    with pytest.raises(Fault):
        lane.exchange(sari.laptop, office, progress=stop)
    assert lane.exchange(sari.laptop, office).sent == 1


def test_a_photo_taken_back_is_neither_sent_nor_fetched(sari, office):
    for is_here in (True, False):
        ent, _ = photo(sari, is_here=is_here)
        heads = tuple(ops_about(sari, ent))
        write(sari, ent, {VOID: {"reason": "salah_ketik"}}, over=heads)
    deliver(sari)
    lane.exchange(sari.laptop, office)
    assert office.asked == []


def ops_about(seat, ent):
    rows = seat.db.conn.execute("SELECT id FROM op WHERE ent = ?", [bytes.fromhex(ent)])
    return [id_.hex() for (id_,) in rows.fetchall()]


def test_a_photo_of_a_record_erased_meanwhile_is_not_kept(sari, office):
    part = os.urandom(50)
    ent, name = photo(sari, part, is_here=False)
    office.parts[sari.space, ent, name] = part
    (named,) = part_book.standing(sari.db)
    get = office.office.get_part

    def erased_on_the_way(*asked):
        sari.db.conn.execute("DELETE FROM part")
        return get(*asked)

    office.office.get_part = erased_on_the_way
    assert lane.exchange(sari.laptop, office).came == 0
    assert named.sha == name
    assert not parts.has(sari.folder, name)


def test_a_space_that_is_closed_to_this_laptop_does_not_stop_the_others(sari, office):
    photo(sari)
    deliver(sari)
    office.refusal = Refusal.DEVICE_UNKNOWN
    with pytest.raises(Fault) as fault:
        lane.exchange(sari.laptop, office)
    assert fault.value.refusal == Refusal.DEVICE_UNKNOWN
    office.refusal = None
    assert lane.exchange(sari.laptop, office).sent == 1


def test_no_network_ends_the_lane_at_once(sari, office):
    for _ in range(3):
        photo(sari)
    deliver(sari)
    office.refusal = Refusal.NO_NETWORK
    with pytest.raises(Fault):
        lane.exchange(sari.laptop, office)
    assert office.asked == ["has_part"]


@pytest.mark.parametrize("name", SERVED)
def test_over_any_carrier_with_a_log_a_photo_comes_to_the_other_laptop(tmp_path, worlds, name):
    world, one, other = worlds(name), Seat(tmp_path / "one"), Seat(tmp_path / "other")
    one.found()
    world.register(one)
    world.know(other)
    one.admit(other, "koordinator", cases=True)
    meet(world, one, other, one)
    part = os.urandom(parts.LONGEST_PART)
    _, name = photo(one, part)
    meet(world, one, other)
    assert lane.waiting(other.laptop).missing == 1
    assert lane.exchange(one.laptop, world.office(one)).sent == 1
    assert lane.exchange(other.laptop, world.office(other)).came == 1
    assert parts.read(other.folder, name) == part
    for each in (one, other):
        each.close()
    world.close()
