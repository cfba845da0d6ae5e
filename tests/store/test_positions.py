"""Places in the log: a page is taken whole or not at all, and going back costs only bandwidth."""

from dataclasses import replace

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.store import listing, marks, oplog, outbox, positions
from patbm_desktop.store.oplog import State
from patbm_desktop.store.positions import Fate
from patbm_desktop.wire import chain
from patbm_desktop.wire.line import HeldLine, Position, Stripped, Whole
from tests.store.laptop import Author


def whole(laptop, ops, start=None):
    """Return the page that brings `ops` after `start`."""
    at = start or positions.cursor(laptop.db, laptop.space)
    lines = [
        Whole(laptop.space, place, op.sig, op.body) for place, op in enumerate(ops, at.seq + 1)
    ]
    return positions.check_page(laptop.space, at, lines, chain.after(at, [op.id for op in ops]))


def take(laptop, page):
    return positions.take_page(laptop.db, laptop.lens, laptop.rights, page)


def read_back(laptop):
    """Read all that waits back from a log, as places; return what came of it."""
    waiting = [each.id for each in oplog.outbox(laptop.db, 10**6)]
    at = positions.cursor(laptop.db, laptop.space)
    lines = [Position(laptop.space, seq, id_) for seq, id_ in enumerate(waiting, at.seq + 1)]
    return take(laptop, positions.check_page(laptop.space, at, lines, chain.after(at, waiting)))


def places(laptop, count, clk=10):
    author = laptop.author
    return [
        author.op("place", ids.fresh(), {"name": f"Balai {at}"}, clk=clk + at)
        for at in range(count)
    ]


def test_what_is_read_back_is_delivered(laptop):
    ent = laptop.save("place", name="Balai")
    taken = read_back(laptop)
    assert (taken.fate, taken.delivered, taken.came) == (Fate.TAKEN, 6, 0)
    assert outbox.counts(laptop.db) == outbox.Waiting(terkirim=6)
    assert listing.row(laptop.db, "place", ent).is_sent
    assert laptop.is_sound()


@pytest.mark.parametrize("kind", ["whole", "stripped", "position"])
def test_a_page_that_has_an_op_twice_is_of_no_log(laptop, kind):
    (op,) = places(laptop, 1)
    make = {
        "whole": lambda seq: Whole(laptop.space, seq, op.sig, op.body),
        "stripped": lambda seq: Stripped(laptop.space, seq, op.id, op.ent, op.kind),
        "position": lambda seq: Position(laptop.space, seq, op.id),
    }[kind]
    at = positions.cursor(laptop.db, laptop.space)
    end = chain.after(at, [op.id, op.id])
    assert positions.check_page(laptop.space, at, [make(1), make(2)], end) is None


def test_a_log_gives_no_place_to_what_was_erased_in_another_space(laptop):
    elsewhere = Author()
    (op,) = [each for each in elsewhere.first_ops() if each.kind == "rt"]
    row = [bytes.fromhex(each) for each in (op.id, op.space, op.ent)]
    sql = "INSERT INTO op (id, space, ent, kind, state) VALUES (?, ?, ?, 'rt', 'stripped')"
    laptop.db.conn.execute(sql, row)
    at = positions.cursor(laptop.db, laptop.space)
    line = Stripped(laptop.space, 1, op.id, op.ent, op.kind)
    take(laptop, positions.check_page(laptop.space, at, [line], chain.after(at, [op.id])))
    (seq,) = laptop.db.conn.execute("SELECT seq FROM op WHERE id = ?", row[:1]).fetchone()
    assert seq is None


def test_a_long_page_is_taken_in_several_transactions_each_with_a_mark(laptop):
    ops = places(laptop, 450)
    taken = take(laptop, whole(laptop, ops))
    assert (taken.came, taken.kinds) == (450, {"place"})
    assert [mark.seq for mark in marks.every(laptop.db, laptop.space)] == [200, 400, 450]
    assert (
        positions.cursor(laptop.db, laptop.space).chain
        == chain.after(chain.start(laptop.space), [op.id for op in ops]).chain
    )


def test_a_page_taken_twice_is_overtaken_by_itself(laptop):
    page = whole(laptop, places(laptop, 3))
    assert take(laptop, page).fate == Fate.TAKEN
    before = oplog.counts(laptop.db)
    assert take(laptop, page).fate == Fate.OVERTAKEN
    assert oplog.counts(laptop.db) == before


def test_a_place_for_an_op_that_is_not_here_spoils_the_page(laptop):
    op, at = places(laptop, 1)[0], chain.start(laptop.space)
    line = Position(laptop.space, 1, op.id)
    page = positions.check_page(laptop.space, at, [line], chain.after(at, [op.id]))
    assert take(laptop, page).fate == Fate.MISFIT
    assert marks.every(laptop.db, laptop.space) == []


@pytest.mark.parametrize("change", [{"seq": 2}, {"space": "a" * 32}, {"body": b"{}"}])
def test_lines_that_do_not_lead_there_are_no_page(laptop, change):
    op, at = places(laptop, 1)[0], chain.start(laptop.space)
    line = replace(Whole(laptop.space, 1, op.sig, op.body), **change)
    assert positions.check_page(laptop.space, at, [line], chain.after(at, [op.id])) is None


def test_going_back_puts_what_stood_above_into_the_outbox_whoever_wrote_it(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    read_back(laptop)
    kept = positions.cursor(laptop.db, laptop.space)
    op = rina.op("place", "a" * 32, {"name": "Balai"}, clk=9)
    take(laptop, whole(laptop, [op]))
    assert positions.rewind(laptop.db, laptop.space, positions.cursor(laptop.db, laptop.space))
    assert positions.cursor(laptop.db, laptop.space) == kept
    assert [each.id for each in oplog.outbox(laptop.db)] == [op.id]
    assert not listing.row(laptop.db, "place", "a" * 32).is_sent
    assert laptop.is_sound()


def test_going_back_twice_from_one_place_goes_back_once(laptop):
    read_back(laptop)
    take(laptop, whole(laptop, places(laptop, 2)))
    at = positions.cursor(laptop.db, laptop.space)
    assert positions.rewind(laptop.db, laptop.space, at)
    assert not positions.rewind(laptop.db, laptop.space, at)
    assert len(oplog.outbox(laptop.db)) == 2


def test_from_the_beginning_there_is_no_way_back(laptop):
    start = chain.start(laptop.space)
    assert not positions.rewind(laptop.db, laptop.space, start)
    assert positions.cursor(laptop.db, laptop.space) == start


def test_parts_are_asked_for_again_after_going_back(laptop):
    read_back(laptop)
    op = places(laptop, 1)[0]
    take(laptop, whole(laptop, [op]))
    laptop.db.conn.execute(
        "INSERT INTO part VALUES (?, ?, 'x', 1)", [bytes.fromhex(op.space), bytes.fromhex(op.ent)]
    )
    positions.rewind(laptop.db, laptop.space, positions.cursor(laptop.db, laptop.space))
    assert laptop.db.conn.execute("SELECT seen FROM part").fetchone() == (0,)


def test_a_forged_op_keeps_its_place_and_is_taken_when_the_true_one_comes(laptop):
    op, after = places(laptop, 2)
    taken = take(laptop, whole(laptop, [replace(op, sig=bytes(64)), after]))
    assert (taken.came, taken.refused) == (1, 1)
    assert laptop.values("place", op.ent) is None
    assert laptop.values("place", after.ent)
    laptop.db.conn.execute("DELETE FROM mark")
    take(laptop, whole(laptop, [op, after], chain.start(laptop.space)))
    assert laptop.values("place", op.ent)
    assert laptop.is_sound()


def test_a_stub_that_names_another_record_does_not_bind_the_op(laptop):
    op, at = places(laptop, 1)[0], chain.start(laptop.space)
    false = Stripped(laptop.space, 1, op.id, "f" * 32, "_erase")
    take(laptop, positions.check_page(laptop.space, at, [false], chain.after(at, [op.id])))
    assert oplog.state_of(laptop.db, op.id) == State.WAITING
    laptop.db.conn.execute("DELETE FROM mark")
    take(laptop, whole(laptop, [op], at))
    assert laptop.values("place", op.ent) == {"name": "Balai 0"}
    assert laptop.is_sound()


def test_a_place_claimed_for_an_op_of_another_space_says_nothing(laptop, tmp_path):
    op, other, at = places(laptop, 1)[0], "e" * 32, chain.start("e" * 32)
    laptop.apply([op])
    line = Whole(other, 1, op.sig, op.body)
    page = positions.check_page(other, at, [line], chain.after(at, [op.id]))
    assert take(laptop, page).fate == Fate.TAKEN
    assert op.id in {each.id for each in oplog.outbox(laptop.db)}


# -- held ------------------------------------------------------------------------------------


def held(laptop):
    """Keep an op of Rina's that a server says is held; return it."""
    rina = Author(laptop.space, laptop.author.keys)
    laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    op = rina.op("place", "a" * 32, {"name": "Balai"}, clk=9)
    line = HeldLine(laptop.space, "keluar", op.sig, op.body)
    own = laptop.author.dev
    positions.take_held(laptop.db, laptop.lens, laptop.rights, own, [line, line])
    return op


def test_a_held_op_is_neither_shown_nor_offered(laptop):
    op = held(laptop)
    assert oplog.state_of(laptop.db, op.id) == State.HELD
    assert laptop.values("place", "a" * 32) is None
    assert op.id not in {each.id for each in offered(laptop)}


def offered(laptop, after_n=0, most=200, most_bytes=10**6):
    dev = laptop.author.dev
    return outbox.offers(laptop.db, dev, laptop.rights, after_n, most, most_bytes)


def test_an_accepted_one_is_shown_and_offered(laptop):
    op = held(laptop)
    rina = Author(laptop.space, laptop.author.keys)
    admitted = laptop.author.member(rina, 9, role="koordinator")
    accept = rina.op("_accept", op.id, {"ok": True, "why": ""}, clk=10)
    laptop.apply([admitted, accept])
    laptop.settle()
    assert laptop.values("place", "a" * 32) == {"name": "Balai"}
    assert op.id in {each.id for each in offered(laptop)}


# -- the outbox ------------------------------------------------------------------------------


def test_offers_come_in_the_order_of_writing_within_both_limits(laptop):
    laptop.apply(places(laptop, 20))
    first = offered(laptop, most=7)
    assert [each.n for each in first] == sorted(each.n for each in first)
    assert len(first) == 7
    following = offered(laptop, after_n=first[-1].n)
    assert not {each.id for each in first} & {each.id for each in following}
    assert len(offered(laptop, most_bytes=1)) == 1


def test_answers_are_notes_and_bad_alone_ends_offering(laptop):
    first, second, third, *_ = offered(laptop)
    said = {first.id: "bad:bentuk", second.id: "later:ruang", third.id: "held:keluar"}
    outbox.note_answers(laptop.db, said)
    assert {first.id} == {each.id for each in oplog.outbox(laptop.db)} - {
        each.id for each in offered(laptop)
    }
    counts = outbox.counts(laptop.db)
    assert (counts.bad, counts.dikirim, counts.held, counts.terkirim) == (1, 1, 1, 0)
    outbox.forget_bad(laptop.db)
    assert first.id in {each.id for each in offered(laptop)}


def test_what_a_bundle_carried_is_on_its_way_and_what_came_back_has_arrived(laptop):
    waiting = offered(laptop)
    outbox.note_carried(laptop.db, laptop.space, waiting[1].n)
    outbox.note_back(laptop.db, [waiting[0].id])
    counts = outbox.by_space(laptop.db)[laptop.space]
    assert (counts.menunggu, counts.dikirim, counts.terkirim) == (len(waiting) - 2, 1, 1)
    assert len(offered(laptop)) == len(waiting)


def test_the_held_op_of_another_stands_in_nobodys_way(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    theirs = [rina.op("place", ids.fresh(), {"name": "x"}, clk=9) for _ in range(5)]
    laptop.apply(theirs)
    outbox.note_answers(laptop.db, {op.id: "held:keluar" for op in theirs})
    mine = laptop.author.op("place", ids.fresh(), {"name": "y"}, clk=20)
    laptop.apply([mine])
    last = next(each for each in oplog.outbox(laptop.db) if each.id == theirs[0].id).n - 1
    assert [each.id for each in offered(laptop, after_n=last, most=2)] == [mine.id]


def test_no_question_of_a_round_reads_the_whole_log(laptop):
    questions = {
        outbox._NEXT: "op_outbox",
        outbox._ANSWERS: "op_outbox",
        positions._REWOUND: "op_place",
        "SELECT EXISTS (SELECT 1 FROM op WHERE state = 'locked' AND ent = ?)": "op_locked",
    }
    for question, index in questions.items():
        spots = [b""] * question.count("?")
        plan = laptop.db.conn.execute(f"EXPLAIN QUERY PLAN {question}", spots).fetchall()
        assert any(index in str(step) for step in plan)
