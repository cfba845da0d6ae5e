"""The op log: kept once, taken when its turn comes, the same whatever the order."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import parse
from patbm_desktop.store import cells, current, listing, oplog, outbox, schema, search
from patbm_desktop.store.oplog import MOST_OPS, State
from tests.examples import examples
from tests.store.laptop import Author, Laptop

KINDS = ("activity", "report", "attendance")


def content(laptop):
    """Return all that a laptop shows, without the numbers that only it knows."""
    rows = [
        (row.entity, row.day, row.values, row.is_void, row.is_contested, row.conflicts, row.edits,
         row.by, row.at, row.is_locked)
        for kind in (*KINDS, "person", "rt", "place")
        for row in listing.rows(laptop.db, kind, with_void=True)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: row[0])


def history(seed, laptop):
    """Return what two people write into one space, apart and together, and one removal."""
    random, sari = Random(seed), laptop.author
    rina = Author(sari.space, sari.keys)
    ops = [*sari.first_ops(), sari.member(rina, 6, role="koordinator")]
    ents = [ids.fresh() for _ in range(3)]
    for number in range(12):
        author, kind, ent = random.choice((sari, rina)), random.choice(KINDS), random.choice(ents)
        named = [op for op in ops[6:] if op.ent == ent and random.random() < 0.5]
        values = {
            "activity": {"type": random.choice(("rapat_koordinasi", "jejaring")), "title": "abc"},
            "report": {"month": "2026-10", "plan": [str(random.randint(0, 2))]},
            "attendance": {"name": random.choice("xy"), "sex": "P"},
        }[kind]
        over = {name: [op.id for op in named] for name in values}
        ops.append(author.op(kind, ent, values, clk=10 + number, over=over))
    seen = [op.id for op in ops[6:]]
    void = {"_void": {"reason": "ganda"}}
    ops.append(sari.op("activity", ents[0], void, clk=30, over={"_void": seen[:6]}))
    return ops


@settings(max_examples=examples(15))
@given(seed=st.integers(0, 10**6), random=st.randoms(use_true_random=False))
def test_any_order_any_repeats_and_any_split_give_the_same_records(tmp_path_factory, seed, random):
    folder = tmp_path_factory.mktemp("laws")
    one = Laptop(folder / "one")
    ops = history(seed, one)
    one.apply(ops)
    other = Laptop(folder / "other", one.author)
    shuffled = random.sample(ops, len(ops)) + random.choices(ops, k=5)
    while shuffled:
        size = random.randint(1, len(shuffled))
        other.apply(shuffled[:size])
        shuffled = shuffled[size:]
    assert content(other) == content(one)
    assert one.is_sound()
    assert other.is_sound()
    one.close()
    other.close()


def test_an_op_is_kept_once_however_often_it_comes(laptop):
    op = laptop.author.op("place", ids.fresh(), {"name": "Balai"}, clk=9)
    assert laptop.apply([op, op]) == {"place"}
    before = oplog.counts(laptop.db)
    assert laptop.apply([op]) == frozenset()
    assert oplog.counts(laptop.db) == before


def test_the_bytes_of_an_op_are_kept_as_they_were_written(laptop):
    op = laptop.author.op("place", ids.fresh(), {"name": "Balai"}, clk=9)
    laptop.apply([op])
    assert list(oplog.ops_of(laptop.db, laptop.space))[-1] == (op.body, op.sig)


def test_more_than_two_hundred_ops_are_refused_at_once(laptop):
    ops = [laptop.author.op("place", ids.fresh(), {"name": "x"}, clk=9)] * (MOST_OPS + 1)
    with pytest.raises(ValueError, match="200"):
        laptop.apply(ops)


def test_nothing_is_kept_of_a_transaction_that_does_not_end_well(laptop):
    op = laptop.author.op("place", ids.fresh(), {"name": "Balai"}, clk=9)
    broken = replace(op, ent="not an id", id=ids.fresh())
    with pytest.raises(ValueError, match="hex"):
        laptop.apply([op, broken])
    assert not oplog.has(laptop.db, op.id)
    assert laptop.is_sound()


def test_control_kinds_never_become_records(laptop):
    assert listing.count(laptop.db, "_member") == 0
    assert listing.count(laptop.db, "_key") == 0
    assert len(oplog.control_ops(laptop.db, laptop.space)) == 3
    assert len(oplog.control_ops(laptop.db, laptop.space, "_key")) == 2


def test_sealed_fields_are_kept_opened_and_the_op_stays_sealed(laptop):
    ent = laptop.save(program="ppatbm", type="jejaring", result="Yang dibahas")
    assert laptop.values("activity", ent)["result"] == "Yang dibahas"
    assert all(b"Yang dibahas" not in body for body, _ in oplog.ops_of(laptop.db))


def test_the_counter_grows_by_the_ops_that_count(laptop):
    assert oplog.highest_clk(laptop.db, laptop.space) == 5
    stranger = Author(laptop.space, laptop.author.keys)
    laptop.apply([stranger.op("place", ids.fresh(), {"name": "x"}, clk=900)])
    assert oplog.highest_clk(laptop.db, laptop.space) == 5
    assert oplog.highest_clk(laptop.db, "f" * 32) == 0


# -- waiting ---------------------------------------------------------------------------------


def test_what_a_stranger_writes_waits_and_is_never_shown(laptop):
    tono = Author(laptop.space, laptop.author.keys)
    op = tono.op("contact", ids.fresh(), {"function": "uptd_ppa", "number": "1"}, clk=9)
    laptop.apply([op])
    assert oplog.state_of(laptop.db, op.id) == State.WAITING
    assert listing.rows(laptop.db, "contact") == []


def test_what_came_before_its_author_was_admitted_is_taken_then(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    early = rina.op("place", "a" * 32, {"name": "Balai"}, clk=9)
    laptop.apply([early])
    changed = laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    assert changed == {"_member", "place"}
    assert laptop.values("place", "a" * 32) == {"name": "Balai"}


def test_what_waited_with_a_false_signature_is_not_taken_until_the_right_one_comes(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    early = rina.op("place", "a" * 32, {"name": "Balai"}, clk=9)
    laptop.apply([replace(early, sig=bytes(64))])
    laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    assert laptop.values("place", "a" * 32) is None
    laptop.apply([early])
    assert laptop.values("place", "a" * 32) == {"name": "Balai"}


def test_a_member_word_that_was_forged_admits_nobody_whenever_it_comes(laptop):
    rina, tono = (Author(laptop.space, laptop.author.keys) for _ in range(2))
    forged = replace(rina.member(tono, 9), sig=bytes(64))
    laptop.apply([forged, tono.op("place", "a" * 32, {"name": "x"}, clk=10)])
    laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    assert laptop.values("place", "a" * 32) is None
    assert tono.dev not in laptop.rights.of(laptop.space).ever


def test_more_than_one_transaction_may_hold_is_settled_in_turn(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    ops = [rina.op("place", ids.fresh(), {"name": "x"}, clk=9) for _ in range(MOST_OPS + 30)]
    laptop.apply(ops[:MOST_OPS])
    laptop.apply(ops[MOST_OPS:])
    laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    laptop.settle()
    assert listing.count(laptop.db, "place") == len(ops)
    assert oplog.counts(laptop.db).waiting == 0


def test_an_op_of_a_later_format_is_kept_and_changes_nothing(laptop):
    known = laptop.author.op("place", "a" * 32, {"name": "x"}, clk=9)
    later = parse(known.body.replace(b'"f":1', b'"f":2'), known.sig)
    laptop.apply([later])
    laptop.settle()
    assert oplog.state_of(laptop.db, later.id) == State.WAITING
    assert laptop.is_sound()


# -- locked ----------------------------------------------------------------------------------


def sealed_elsewhere(laptop):
    """Return an author of the space who seals with a key that the laptop does not hold yet."""
    rina = Author(laptop.space)
    laptop.apply([laptop.author.member(rina, 8, role="koordinator")])
    return rina


def test_a_box_without_its_key_leaves_the_rest_readable(laptop):
    rina = sealed_elsewhere(laptop)
    values = {"type": "jejaring", "result": "tersegel"}
    laptop.apply([rina.op("activity", "a" * 32, values, clk=9)])
    (row,) = listing.rows(laptop.db, "activity")
    assert row.values == {"type": "jejaring"}
    assert row.is_locked
    assert laptop.is_sound()


def test_when_the_key_comes_the_box_is_opened(laptop):
    rina = sealed_elsewhere(laptop)
    values = {"type": "jejaring", "result": "tersegel"}
    laptop.apply([
        rina.op("activity", "a" * 32, values, clk=9),
        rina.op("attendance", "b" * 32, {"name": "Ibu C.", "sex": "P"}, clk=10),
    ])  # fmt: skip
    assert listing.rows(laptop.db, "attendance") == []
    laptop.hold(rina.keys)
    changed = oplog.retry_locked(laptop.db, laptop.lens, laptop.rights)
    assert changed == {"activity", "attendance"}
    (row,) = listing.rows(laptop.db, "activity")
    assert (row.values["result"], row.is_locked, row.edits) == ("tersegel", False, 1)
    assert laptop.is_sound()


def test_a_later_edit_does_not_replace_what_was_locked(laptop):
    rina = sealed_elsewhere(laptop)
    values = {"type": "jejaring", "result": "tersegel"}
    laptop.apply([rina.op("activity", "a" * 32, values, clk=9)])
    laptop.save("activity", "a" * 32, type="jejaring", result="milik saya")
    laptop.hold(rina.keys)
    oplog.retry_locked(laptop.db, laptop.lens, laptop.rights)
    (row,) = listing.rows(laptop.db, "activity")
    assert row.conflicts == ("result",)
    assert laptop.is_sound()


def test_an_open_kind_inside_a_wholly_sealed_op_is_not_taken(laptop):
    sari = laptop.author
    attendance = sari.op("attendance", "a" * 32, {"name": "x", "sex": "P"}, clk=9)
    inner = laptop.reader.open(attendance)

    class Liar:
        def open(self, op):
            return replace(inner, kind="contact") if op.kind == "sealed" else None

    oplog.apply(laptop.db, [attendance], laptop.lens._replace(reader=Liar()), laptop.rights)
    assert listing.rows(laptop.db, "contact") == []
    assert oplog.state_of(laptop.db, attendance.id) == State.LOCKED


# -- held, delivered, stripped ---------------------------------------------------------------


def test_a_held_op_waits_for_a_coordinator(laptop):
    rina = sealed_elsewhere(laptop)
    op = rina.op("place", "a" * 32, {"name": "x"}, clk=9)
    laptop.apply([op], held={op.id})
    assert oplog.state_of(laptop.db, op.id) == State.HELD
    assert laptop.values("place", "a" * 32) is None
    laptop.apply([rina.op("_accept", op.id, {"ok": True}, clk=10)])
    assert laptop.values("place", "a" * 32) == {"name": "x"}


def test_a_held_op_that_comes_back_from_the_log_is_taken(laptop):
    rina = sealed_elsewhere(laptop)
    op = rina.op("place", "a" * 32, {"name": "x"}, clk=9)
    laptop.apply([op], held={op.id})
    laptop.apply([op], seqs={op.id: 4})
    assert laptop.values("place", "a" * 32) == {"name": "x"}


def test_an_op_is_in_the_outbox_until_it_is_read_back(laptop):
    ent = laptop.save("place", name="Balai")
    assert not listing.row(laptop.db, "place", ent).is_sent
    waiting = oplog.outbox(laptop.db)
    assert outbox.counts(laptop.db).menunggu == len(waiting) == 6
    assert [each.n for each in waiting] == sorted(each.n for each in waiting)
    ops = [parse(each.body, each.sig) for each in waiting]
    laptop.apply(ops, seqs={op.id: n for n, op in enumerate(ops, 1)})
    assert outbox.counts(laptop.db).menunggu == 0
    assert listing.row(laptop.db, "place", ent).is_sent


def test_a_line_that_came_without_its_body_is_filled_when_the_body_comes(laptop):
    op = laptop.author.op("place", "a" * 32, {"name": "x"}, clk=9)
    laptop.db.conn.execute(
        "INSERT INTO op (id, space, ent, kind, state) VALUES (?, ?, ?, 'place', 'waiting')",
        [bytes.fromhex(name) for name in (op.id, op.space, op.ent)],
    )
    laptop.settle()
    laptop.apply([op])
    assert laptop.values("place", "a" * 32) == {"name": "x"}
    assert laptop.is_sound()


def test_a_stripped_op_is_never_filled_again(laptop):
    op = laptop.author.op("place", "a" * 32, {"name": "x"}, clk=9)
    laptop.db.conn.execute(
        "INSERT INTO op (id, space, ent, kind, state) VALUES (?, ?, ?, 'place', 'stripped')",
        [bytes.fromhex(name) for name in (op.id, op.space, op.ent)],
    )
    laptop.apply([op])
    assert laptop.values("place", "a" * 32) is None
    assert oplog.state_of(laptop.db, op.id) == State.STRIPPED


# -- the record ------------------------------------------------------------------------------


def test_the_same_ent_in_another_kind_or_space_is_another_record(laptop, another):
    first = [*laptop.author.first_ops(), *another.author.first_ops()]
    mine = laptop.author.op("place", "a" * 32, {"name": "Balai"}, clk=9)
    report = laptop.author.op("report", "a" * 32, {"month": "2026-10"}, clk=10)
    foreign = another.author.op("place", "a" * 32, {"name": "Lain"}, clk=9)
    for each, ops in ((laptop, (mine, report, foreign)), (another, (foreign, report, mine))):
        each.apply(first)
        for op in ops:
            each.apply([op])
    for each in (laptop, another):
        assert len(current.find(each.db, "place", "a" * 32)) == 2
        assert each.is_sound()
    assert laptop.values("place", "a" * 32) == {"name": "Balai"}
    assert another.values("place", "a" * 32) == {"name": "Lain"}


def test_an_unknown_kind_and_field_are_kept_and_merged(laptop):
    laptop.save("tally", "a" * 32, closed=3)
    laptop.save("activity", "b" * 32, type="jejaring", weather="hujan")
    assert laptop.values("tally", "a" * 32) == {"closed": 3}
    assert laptop.values("activity", "b" * 32)["weather"] == "hujan"


def test_values_of_any_shape_do_no_harm(laptop):
    odd = {"date": 5, "participants": [1], "topics": 7, "place_id": {}, "planned": "ya"}
    ops = [laptop.author.op("activity", "a" * 32, {**odd, "type": ["x"]}, clk=9),
           laptop.author.op("attachment", "b" * 32, {"of": 1, "file": {"parts": 5}}, clk=9),
           laptop.author.op("letterhead", "c" * 32, {"logo": "x", "lines": {}}, clk=9)]  # fmt: skip
    lens = laptop.lens._replace(words=lambda _kind, _values, _name_of: "")
    oplog.apply(laptop.db, ops, lens, laptop.rights)
    (row,) = listing.rows(laptop.db, "activity")
    assert row.values["participants"] == [1]
    assert laptop.is_sound()


def test_everything_can_be_made_anew_from_the_ops(laptop):
    place = laptop.save("place", name="Marga Sari")
    ent = laptop.save(type="jejaring", program="ppatbm", place_id=place, result="kata kunci")
    laptop.save(ent=ent, type="rapat_koordinasi")
    laptop.void("place", place)
    before = content(laptop)
    current.rebuild(laptop.db, laptop.lens, laptop.rights)
    assert content(laptop) == before
    assert [row.ent for row in search.find(laptop.db, "kunci")] == [ent]
    assert laptop.is_sound()


def test_a_log_of_many_transactions_is_made_anew_without_a_gap(laptop):
    for start in (0, MOST_OPS, 2 * MOST_OPS):
        laptop.apply([
            laptop.author.op("place", f"{start + at:032x}", {"name": "x"}, clk=9)
            for at in range(MOST_OPS)
        ])  # fmt: skip
    current.rebuild(laptop.db, laptop.lens, laptop.rights)
    assert listing.count(laptop.db, "place") == 3 * MOST_OPS
    assert laptop.is_sound()


def test_a_rebuild_that_was_cut_off_is_not_sound_until_it_has_gone_on(laptop):
    laptop.save("place", name="Marga Sari")
    schema.start_rebuild(laptop.db)
    assert not laptop.is_sound()
    laptop.reopen()
    assert laptop.is_sound()
    assert listing.count(laptop.db, "place") == 1


def test_a_cell_that_was_tampered_with_is_not_sound(laptop):
    ent = laptop.save("place", name="Marga Sari")
    laptop.db.conn.execute("UPDATE cell SET val = '\"x\"' WHERE field = 'name'")
    assert not laptop.is_sound()
    assert cells.load(laptop.db, listing.row(laptop.db, "place", ent).n).heads


def test_history_tells_every_edit_the_oldest_first(laptop):
    ent = laptop.save(type="jejaring", program="ppatbm", result="satu")
    laptop.save(ent=ent, result="dua")
    edits = current.history(laptop.db, Entity(laptop.space, "activity", ent), laptop.reader)
    assert [edit.writes["result"].value for edit in edits] == ["satu", "dua"]
    assert edits[1].writes["result"].over == (edits[0].op,)
    assert {(edit.by, edit.dev) for edit in edits} == {(laptop.author.person, laptop.author.dev)}


def test_history_of_a_wholly_sealed_record_knows_who_and_when(laptop):
    ent = laptop.save("attendance", name="Ibu C.", sex="P")
    (edit,) = current.history(laptop.db, Entity(laptop.space, "attendance", ent), laptop.reader)
    assert (edit.by, edit.at) == (laptop.author.person, "2026-11-21")
