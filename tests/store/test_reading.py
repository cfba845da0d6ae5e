"""Lines that are read ahead: of them comes what would come of them when it is their turn."""

from dataclasses import replace

from patbm_desktop.domain import ids
from patbm_desktop.store import oplog, positions, reading
from patbm_desktop.wire import chain
from patbm_desktop.wire.line import Whole
from tests.store.laptop import Author


def lines_of(laptop, ops, first=1):
    return tuple(
        Whole(laptop.space, seq, op.sig, op.body) for seq, op in enumerate(ops, first)
    )  # fmt: skip


def places(author, count, clk=10):
    return [
        author.op("place", ids.fresh(), {"name": f"Balai {at}"}, clk=clk) for at in range(count)
    ]


def forged(op):
    return replace(op, sig=bytes(64))


def take(laptop, ops):
    at = positions.cursor(laptop.db, laptop.space)
    end = chain.after(at, [op.id for op in ops])
    page = positions.check_page(laptop.space, at, lines_of(laptop, ops, at.seq + 1), end)
    assert page is not None
    return positions.take_page(laptop.db, laptop.lens, laptop.rights, page)


def test_lines_that_are_read_ahead_are_not_read_again(laptop):
    rights, lines = laptop.rights.of(laptop.space), lines_of(laptop, places(laptop.author, 3))
    ahead = reading.Ahead()
    ahead.begin(rights, lines)
    first = ahead.keepable(rights, lines)
    assert first is ahead.keepable(rights, lines)
    assert first == reading.keepable(rights, lines)


def test_other_lines_than_those_that_were_read_ahead_are_read_when_they_are_due(laptop):
    rights, ops = laptop.rights.of(laptop.space), places(laptop.author, 3)
    ahead = reading.Ahead()
    ahead.begin(rights, lines_of(laptop, ops[:2]))
    assert ahead.keepable(rights, lines_of(laptop, ops[1:])).keys() == {op.id for op in ops[1:]}


def test_whoever_became_known_after_his_lines_were_read_ahead_is_checked_all_the_same(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    lines = lines_of(laptop, [forged(op) for op in places(rina, 2)])
    ahead = reading.Ahead()
    ahead.begin(laptop.rights.of(laptop.space), lines)
    assert len(ahead.keepable(laptop.rights.of(laptop.space), lines)) == 2, "nobody can check yet"
    laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    assert ahead.keepable(laptop.rights.of(laptop.space), lines) == {}


def test_a_forged_op_is_kept_in_no_transaction_of_a_long_page(laptop):
    ops = places(laptop.author, 450)
    for at in (5, 205, 405):
        ops[at] = forged(ops[at])
    taken = take(laptop, ops)
    assert (taken.came, taken.refused) == (447, 3)
    assert laptop.is_sound()


def test_whom_one_transaction_admits_is_checked_in_the_next(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    admitted = laptop.author.member(rina, 8, role="koordinator")
    hers = places(rina, 2, clk=300)
    ops = [*places(laptop.author, 199), admitted, forged(hers[0]), hers[1]]
    taken = take(laptop, ops)
    assert (taken.came, taken.refused) == (201, 1)
    assert oplog.state_of(laptop.db, hers[1].id) == oplog.State.APPLIED
