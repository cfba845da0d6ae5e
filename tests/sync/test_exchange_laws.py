"""The laws of a log, over the three carriers that have one: nothing lost, doubled, or believed.

What holds on a stick as well is in `test_carrier_laws.py`. What is here speaks of offers, answers,
cursors or lines of a server, and a stick has none: that it brings places only as a whole and only
from a coordinator, and what a liar may write on it, is in `test_stick.py` and `test_bundle.py`.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import marks, oplog, outbox, positions
from patbm_desktop.sync.exchange import Cut
from patbm_desktop.sync.pace import Pace
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.line import Position, Whole
from patbm_desktop.wire.messages import Request, SpaceNews
from tests.sync.seat import Seat
from tests.sync.world import SERVED, Road, meet


@pytest.fixture(params=SERVED)
def world(request, worlds):
    made = worlds(request.param)
    yield made
    made.close()


@pytest.fixture
def seats(tmp_path):
    """Make as many laptops as a test asks for, and close them."""
    made = []

    def make(name):
        made.append(Seat(tmp_path / name))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def pair(seats, world):
    """Sari, who founded an RT, and Rina, who coordinates it; both have all of it."""
    sari, rina = seats("sari"), seats("rina")
    sari.found()
    sari.admit(rina, "koordinator")
    rina.space = sari.space
    world.register(sari)
    world.know(rina)
    meet(world, sari, rina, sari)
    return sari, rina


def are_one(*seats):
    """Say whether these laptops hold the same ops and show the same."""
    first = seats[0]
    return all(each.ops() == first.ops() and each.is_sound() for each in seats)


def note(seat, result="Yang dibahas", ent=""):
    return seat.save("activity", ent, type="jejaring", program="ppatbm", result=result)


# -- what everybody hopes for ----------------------------------------------------------------


def test_a_small_change_takes_one_turn_and_so_does_none(world, pair):
    sari, _ = pair
    note(sari)
    assert meet(world, sari).turns == 1
    again = meet(world, sari)
    assert (again.turns, again.sent, again.came) == (1, 0, 0)


# -- what a road does ------------------------------------------------------------------------


def test_an_op_whose_answer_was_lost_is_delivered_by_being_read_back(world, pair):
    sari, rina = pair
    note(sari)
    road = world.road(sari)
    road.happens = ["answer lost"]
    with pytest.raises(Cut) as cut:
        ServerExchange(road).meet(sari.laptop)
    assert cut.value.refusal == Refusal.NO_NETWORK
    assert sari.waits() == 1
    assert ServerExchange(road).meet(sari.laptop).sent == 1
    assert len(world.ids(sari.space)) == len(set(world.ids(sari.space)))
    meet(world, rina)
    assert are_one(sari, rina)


def test_an_answer_alone_delivers_nothing(world, pair):
    sari, _ = pair
    note(sari)
    road = world.road(sari)
    road.happens = [lambda answer: type(answer)(answer.now, {}, {}, ())]
    met = ServerExchange(road).meet(sari.laptop)
    assert (met.sent, met.waits) == (0, 1)
    assert outbox.undelivered(sari.db).dikirim == 1


def test_a_cut_page_is_dropped_and_harms_nobody(world, pair):
    sari, rina = pair
    ents = [note(sari) for _ in range(5)]
    meet(world, sari)
    road = world.road(rina)
    road.happens = [
        lambda answer: type(answer)(answer.now, answer.put, answer.sp, answer.lines[:2])
    ]
    met = ServerExchange(road).meet(rina.laptop)
    assert met.rewinds == 1
    assert all(rina.values("activity", ent) for ent in ents)
    assert are_one(sari, rina)


def test_an_op_is_offered_once_a_round(world, seats):
    sari = seats("sari")
    sari.found()
    road = world.road(sari)
    world.know(sari)
    met = ServerExchange(road).meet(sari.laptop)
    offered = [each.body for request in road.asked for each in request.offers]
    assert len(offered) == len(set(offered)) == 4
    assert met.later == 4
    assert sari.waits() == 4


def test_more_than_a_request_may_hold_goes_in_several(world, pair):
    sari, rina = pair
    with oplog.writing(sari.db):
        for _ in range(450):
            sari.save("place", name="Balai")
    road = world.road(sari)
    met = ServerExchange(road).meet(sari.laptop)
    assert [len(request.offers) for request in road.asked] == [200, 200, 50]
    assert (met.sent, met.waits) == (450, 0)
    meet(world, rina)
    assert are_one(sari, rina)


def refusing(office, is_refused):
    """Return a road on which some requests are too large for whoever stands there."""

    class Narrow(Road):
        def sync(self, request):
            if is_refused(request):
                raise Fault(Refusal.REQUEST_TOO_LARGE)
            return super().sync(request)

    return Narrow(office)


def test_one_op_that_nobody_takes_delays_no_other(world, pair):
    sari, _ = pair
    for _ in range(5):
        note(sari)
    refused = outbox.offers(sari.db, sari.dev, sari.laptop.rights, 0, 9, 10**6)[2].body
    road = refusing(
        world.office(sari), lambda request: any(each.body == refused for each in request.offers)
    )
    met = ServerExchange(road).meet(sari.laptop)
    assert (met.sent, met.bad, met.waits) == (4, 1, 1)
    assert list(outbox.answers(sari.db, "bad").values()) == ["ukuran"]
    assert ServerExchange(road).meet(sari.laptop).bad == 0


def test_a_server_that_refuses_everything_says_nothing_about_our_ops(world, pair):
    sari, _ = pair
    note(sari)
    with pytest.raises(Cut) as cut:
        ServerExchange(refusing(world.office(sari), lambda _: True)).meet(sari.laptop)
    assert cut.value.refusal == Refusal.SERVER_STRANGE
    assert outbox.answers(sari.db, "bad") == {}


# -- what happens to a server ----------------------------------------------------------------


def test_what_a_restored_server_lost_comes_back_whoever_wrote_it(world, pair):
    sari, rina = pair
    backup = world.backup()
    early = note(sari)
    meet(world, sari, rina)
    sari_is_gone = note(rina)
    meet(world, rina)
    world.restore(backup)
    met = meet(world, rina)
    assert met.rewinds > 0
    assert met.waits == 0
    assert set(world.ids(rina.space)) == rina.ops()
    assert rina.values("activity", early)
    meet(world, sari)
    assert sari.values("activity", sari_is_gone)
    assert are_one(sari, rina)


@pytest.mark.parametrize("world", ["memory"], indirect=True)
def test_what_was_to_be_offered_next_waits_while_a_log_takes_back_what_it_lost(world, pair):
    sari, rina = pair
    backup = world.backup()
    note(sari)
    meet(world, sari)
    for _ in range(3):
        note(sari)
    road = world.road(sari)
    road.happens = [lambda answer: world.restore(backup) or answer]
    ServerExchange(road, pace=Pace(offer_bytes=1)).meet(sari.laptop)
    assert [len(request.offers) for request in road.asked] == [1, 1, 0, 0, 1, 1]
    meet(world, sari, rina)
    assert sari.waits() == 0
    assert are_one(sari, rina)


def test_a_log_that_grew_as_long_as_the_lost_one_is_told_from_it(world, pair):
    sari, rina = pair
    backup = world.backup()
    lost = note(sari)
    meet(world, sari)
    world.restore(backup)
    note(rina)
    meet(world, rina)
    assert meet(world, sari).rewinds > 0
    meet(world, rina)
    assert rina.values("activity", lost)
    assert are_one(sari, rina)


def test_after_a_rewind_the_lists_say_again_what_waits(world, pair):
    sari, _ = pair
    note(sari)
    meet(world, sari)
    at = sari.cursor()
    assert positions.rewind(sari.db, sari.space, at)
    assert outbox.undelivered(sari.db).menunggu > 0
    unsent = sari.db.conn.execute("SELECT sum(unsent) FROM record").fetchone()[0]
    assert unsent > 0
    assert meet(world, sari).waits == 0
    assert sari.db.conn.execute("SELECT sum(unsent) FROM record").fetchone()[0] == 0


# -- two of the same -------------------------------------------------------------------------


def test_two_rounds_on_one_database_do_not_harm_each_other(world, pair):
    sari, rina = pair
    for _ in range(3):
        note(rina)
    meet(world, rina)
    note(sari)
    other, done = sari.second(), []

    class Twice(Road):
        def sync(self, request):
            answer = super().sync(request)
            if not done:
                done.append(ServerExchange(world.office(sari)).meet(other))
            return answer

    met = ServerExchange(Twice(world.office(sari))).meet(sari.laptop)
    assert done[0].came + met.came == 3
    assert sari.waits() == 0
    meet(world, rina)
    assert are_one(sari, rina)
    other.db.conn.close()


def test_a_page_is_not_taken_by_whoever_stands_elsewhere_by_now(world, pair):
    sari, rina = pair
    note(rina)
    meet(world, rina)
    stale = sari.cursor()
    answer = world.office(sari).sync(_request(sari))
    meet(world, sari)
    page = positions.check_page(sari.space, stale, answer.lines, sari.cursor())
    taken = positions.take_page(sari.db, sari.laptop.lens, sari.laptop.rights, page)
    assert taken.fate == positions.Fate.OVERTAKEN


def _request(seat):
    return Request({seat.space: str(seat.cursor())}, 256)


# -- who leaves, and what is held ------------------------------------------------------------


def leave(world, sari, rina):
    """Let Rina remove Sari while Sari has a note that nobody has seen; return the note."""
    ent = note(sari, "Belum terkirim")
    rina.remove(sari)
    meet(world, rina, sari)
    return ent


def test_a_removed_laptop_goes_on_offering_and_loses_nothing(world, pair):
    sari, rina = pair
    ent = leave(world, sari, rina)
    met = meet(world, sari)
    assert met.closed == {sari.space}
    assert met.held == 1
    assert met.waits >= 1
    assert sari.values("activity", ent)["result"] == "Belum terkirim"


def test_a_held_op_is_kept_unapplied_until_a_coordinator_accepts_it(world, pair):
    sari, rina = pair
    ent = leave(world, sari, rina)
    meet(world, rina)
    assert oplog.counts(rina.db).held == 1
    assert rina.values("activity", ent) is None
    (held,) = rina.db.conn.execute("SELECT id FROM op WHERE state = 'held'").fetchone()
    rina.control("_accept", held.hex(), {"ok": True, "why": ""})
    meet(world, rina)
    assert rina.values("activity", ent)["result"] == "Belum terkirim"
    assert held.hex() in world.ids(rina.space)
    assert rina.waits() == 0


def test_closed_changes_nothing_without_the_op_that_removed(world, pair):
    sari, _ = pair
    ent = note(sari)
    before = sari.ops()
    road = world.road(sari)
    closed = {sari.space: SpaceNews(closed=True)}
    road.happens = [lambda answer: type(answer)(answer.now, {}, closed, answer.lines)]
    met = ServerExchange(road).meet(sari.laptop)
    assert met.closed == {sari.space}
    assert sari.ops() == before
    assert sari.values("activity", ent)
    assert meet(world, sari).waits == 0


def test_a_closed_space_rewinds_too(world, pair):
    """Only Sari has the note that the server lost, and she is not a member any more."""
    sari, rina = pair
    backup = world.backup()
    note(sari, "Hanya di sini")
    meet(world, sari)
    rina.remove(sari)
    road = world.road(rina)
    road.happens = ["answer lost"]
    with pytest.raises(Cut):
        ServerExchange(road).meet(rina.laptop)
    meet(world, sari)
    world.restore(backup)
    meet(world, rina)
    met = meet(world, sari)
    assert met.closed == {sari.space}
    assert met.rewinds > 0
    assert list(outbox.answers(sari.db, "held").values()) == ["keluar"]


# -- marks -----------------------------------------------------------------------------------


@given(st.lists(st.integers(1, 300), min_size=1, max_size=400))
def test_marks_stay_few_and_none_is_missing_that_was_kept_before(steps):
    kept, seq = [], 0
    for step in steps:
        seq += step
        kept.append(seq)
        gone = set(marks.spare(kept))
        assert not gone & set(kept[-marks.KEPT :])
        kept = [each for each in kept if each not in gone]
    assert len(kept) <= marks.KEPT + 3 * seq.bit_length()
    assert set(marks.spare(kept)) == set()


# -- whom nobody believes --------------------------------------------------------------------


@pytest.fixture
def bad(world, pair, seats):
    """A server in other hands, with Sari and Rina on it, and Tono, whom nobody let in."""
    sari, rina = pair
    tono = seats("tono")
    tono.space = sari.space
    return world, sari, rina, tono


def shown(seat):
    """Return all that a laptop shows, and who counts there."""
    rows = seat.db.conn.execute("SELECT kind, ent, shown FROM record ORDER BY kind, ent").fetchall()
    rights = seat.laptop.rights.of(seat.space)
    return rows, rights.now, rights.ever, set(seat.laptop.opener.keys)


def test_ops_of_a_stranger_in_the_log_change_nothing_and_block_nobody(bad):
    world, sari, rina, tono = bad
    note(rina)
    meet(world, rina, sari)
    before = shown(sari)
    strange = [
        tono.laptop.control("_member", tono.dev, tono.card() | {"role": "koordinator"},
                            space=sari.space, clk=90),
        tono.laptop.control("_key", "a" * 32, {"use": "umum"}, space=sari.space, clk=91),
        tono.laptop.control("_erase", "b" * 32, {"ask": "c" * 32}, space=sari.space, clk=92),
        tono.composed("contact", "d" * 32, sari.space, 93, function="uptd_ppa", number="1"),
    ]  # fmt: skip
    world.plant(sari.space, *strange)
    ent = note(rina, "Sesudahnya")
    meet(world, rina, sari)
    assert sari.values("activity", ent)
    assert shown(sari)[1:] == before[1:]
    assert {op.id for op in strange} <= sari.ops()
    assert sari.values("contact", "d" * 32) is None
    assert are_one(sari, rina)


def test_a_forged_signature_and_bytes_that_are_no_op_keep_their_place_only(bad):
    world, sari, rina, _ = bad
    ent = note(rina)
    op = rina.composed("place", "e" * 32, sari.space, name="Balai")
    no_op = replace(op, id=ids.digest(ids.Purpose.OP, b"{}"), body=b"{}")
    world.plant(sari.space, replace(op, sig=bytes(64)), no_op)
    meet(world, rina)
    met = meet(world, sari)
    assert met.unread == 2
    assert sari.values("activity", ent)
    assert sari.values("place", "e" * 32) is None
    assert sari.cursor() == world.head(sari.space)
    assert sari.is_sound()


def test_the_body_of_a_line_that_came_stripped_is_taken_when_it_comes(bad):
    world, sari, rina, _ = bad
    op = rina.composed("activity", ids.fresh(), sari.space, result="Ada")
    rina.laptop.keep([op])
    meet(world, rina)
    world.strip(sari.space, op.id)
    meet(world, sari)
    assert sari.values("activity", op.ent) is None
    assert sari.is_sound()
    world.fill(sari.space, op)
    positions.rewind(sari.db, sari.space, sari.cursor())
    meet(world, sari)
    assert sari.values("activity", op.ent)
    assert are_one(sari, rina)


def test_a_stripped_line_removes_nothing_that_is_here(bad):
    world, sari, rina, _ = bad
    ent = note(rina)
    meet(world, rina, sari)
    world.strip(sari.space, *world.ids(sari.space))
    while positions.rewind(sari.db, sari.space, sari.cursor()):
        pass
    meet(world, sari)
    assert sari.values("activity", ent)
    assert are_one(sari, rina)


@pytest.mark.parametrize("spoil", ["unknown place", "wrong chain", "gap", "another space"])
def test_a_page_that_does_not_fit_is_dropped_and_nothing_of_it_kept(bad, spoil):
    world, sari, rina, _ = bad
    note(rina)
    meet(world, rina)
    before = (sari.ops(), sari.waits())

    def spoilt(answer):
        line = answer.lines[-1]
        changed = {
            "unknown place": Position(line.space, line.seq, "f" * 32),
            "wrong chain": Whole(line.space, line.seq, line.sig, line.body + b" "),
            "gap": Whole(line.space, line.seq + 1, line.sig, line.body),
            "another space": Whole("a" * 32, line.seq, line.sig, line.body),
        }[spoil]
        return type(answer)(answer.now, answer.put, answer.sp, (*answer.lines[:-1], changed))

    road = world.road(sari)
    road.happens = [spoilt, "request lost"]
    with pytest.raises(Cut):
        ServerExchange(road).meet(sari.laptop)
    assert sari.ops() == before[0]
    meet(world, sari)
    assert are_one(sari, rina)


def test_a_place_for_an_op_that_is_not_here_is_not_believed(bad):
    world, sari, rina, _ = bad
    note(rina)
    meet(world, rina)
    office, taken = world.office(sari), world.head(sari.space)
    line = Position(sari.space, taken.seq, world.ids(sari.space)[-1])
    page = positions.check_page(sari.space, sari.cursor(), [line], taken)
    took = positions.take_page(sari.db, sari.laptop.lens, sari.laptop.rights, page)
    assert took.fate == positions.Fate.MISFIT
    assert ServerExchange(office).meet(sari.laptop).came == 1


def test_a_server_that_rewinds_for_ever_ends_a_round_and_keeps_every_note(bad):
    world, sari, _, _ = bad
    ent, kept = note(sari), sari.ops()
    road = world.road(sari)
    always = lambda answer: type(answer)(  # noqa: E731
        answer.now, {}, {sari.space: SpaceNews(rewind=True)}, ()
    )
    road.happens = [always] * 1000
    met = ServerExchange(road).meet(sari.laptop)
    assert met.turns < 50
    assert sari.ops() >= kept
    assert sari.values("activity", ent)
    assert meet(world, sari).waits == 0


def test_a_server_that_always_has_more_and_gives_nothing_is_left(bad):
    world, sari, _, _ = bad
    road = world.road(sari)
    more = SpaceNews(str(sari.cursor()), more=True)
    road.happens = [lambda answer: type(answer)(answer.now, {}, {sari.space: more}, ())] * 100
    assert ServerExchange(road).meet(sari.laptop).turns == 1


def test_verdicts_on_ops_that_were_not_offered_are_not_noted(bad):
    world, sari, _, _ = bad
    note(sari)
    waiting = outbox.offers(sari.db, sari.dev, sari.laptop.rights, 0, 9, 10**6)
    road = world.road(sari)
    said = {waiting[0].id: "bad:bentuk"}
    late = _request(sari)
    road.sync(late)
    ServerExchange(road).meet(sari.laptop)
    note(sari)
    road.happens = [lambda answer: type(answer)(answer.now, said, answer.sp, answer.lines)]
    ServerExchange(road).meet(sari.laptop)
    assert outbox.answers(sari.db, "bad") == {}
    assert sari.waits() == 0


ON_ANY_THREAD = ("memory", "http")
"""The log as an object belongs to the thread that opened its database."""


@pytest.mark.parametrize("world", ON_ANY_THREAD, indirect=True)
def test_a_far_office_works_while_the_laptop_writes(world, pair):
    sari, rina = pair
    for _ in range(3):
        note(sari)
    assert ServerExchange(world.office(sari), is_far=True).meet(sari.laptop).sent == 3
    assert ServerExchange(world.office(rina), is_far=True).meet(rina.laptop).came == 3
    assert are_one(sari, rina)


@pytest.mark.parametrize("world", ["memory"], indirect=True)
def test_what_a_far_office_is_offered_next_is_packed_before_it_answers(world, pair):
    sari, _ = pair
    for _ in range(3):
        note(sari)
    road = world.road(sari)
    ServerExchange(road, pace=Pace(offer_bytes=1), is_far=True).meet(sari.laptop)
    assert [bool(request.tail) for request in road.asked] == [False, True, True]
    assert sari.waits() == 0
