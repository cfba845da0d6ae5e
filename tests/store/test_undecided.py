"""Records with two versions are found by themselves, among however many others."""

from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.merge import Entity
from patbm_desktop.store import current, undecided


def _apart(laptop, ent, **values):
    """Edit as two laptops that have not seen each other."""
    over = current.view(laptop.db, Entity(laptop.space, "activity", ent)).over
    for name, (one, other) in values.items():
        for clk, value in enumerate((one, other), laptop.clk()):
            edit = laptop.author.op("activity", ent, {name: value}, clk=clk, over=over)
            laptop.apply([edit])


def _ents(laptop):
    return [row.ent for row in undecided.rows(laptop.db)]


def test_only_a_record_with_two_versions_is_found(laptop):
    laptop.save(type="sosialisasi", program="ppatbm")
    ent = laptop.save(type="sosialisasi", program="ppatbm", minutes=60)
    assert _ents(laptop) == []
    _apart(laptop, ent, minutes=(90, 120))
    assert _ents(laptop) == [ent]


def test_a_record_taken_back_by_one_who_saw_all_of_it_is_not_asked_about(laptop):
    ent = laptop.save(type="sosialisasi", program="ppatbm", minutes=60)
    _apart(laptop, ent, minutes=(90, 120))
    heads = current.heads(laptop.db, Entity(laptop.space, "activity", ent))
    every = sorted({head.op for alive in heads.values() for head in alive})
    void = {VOID: {"reason": "ganda"}}
    edit = laptop.author.op("activity", ent, void, clk=laptop.clk(), over={VOID: every})
    laptop.apply([edit])
    assert _ents(laptop) == []


def test_a_deletion_that_had_not_seen_an_edit_is_found(laptop):
    ent = laptop.save(type="sosialisasi", program="ppatbm", minutes=60)
    stale = current.view(laptop.db, Entity(laptop.space, "activity", ent))
    laptop.save(ent=ent, minutes=90)
    void = {VOID: {"reason": "ganda"}}
    over = {VOID: stale.void_over}
    laptop.apply([laptop.author.op("activity", ent, void, clk=laptop.clk(), over=over)])
    assert _ents(laptop) == [ent]


def test_the_question_is_answered_by_its_index(laptop):
    plan = laptop.db.conn.execute(f"EXPLAIN QUERY PLAN {undecided._UNDECIDED}").fetchall()
    assert any("record_undecided" in str(step) for step in plan)
    assert not any("TEMP B-TREE" in str(step) for step in plan)
