"""A laptop: ops are sealed with the key of their own space, and keys that came are taken up."""

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import parse
from patbm_desktop.seal import box
from patbm_desktop.store import connect, oplog
from patbm_desktop.sync import words
from patbm_desktop.sync.laptop import open_laptop
from patbm_desktop.sync.repair import repair
from tests.sync.village import CLOCK, KEY, NO_WORDS, Village, joins


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path)
    yield made
    made.close()


@pytest.fixture
def sari(village):
    return village.person("Sari", "901")


def last_op(who):
    return [parse(*raw) for raw in oplog.ops_of(who.db)][-1]


def test_a_record_is_sealed_with_the_key_of_its_own_space(village, sari):
    rina = village.coordinator()
    joins(sari, rina)
    village.rounds()
    for space in (rina.space, sari.space):
        rina.session(space=space)
        key = rina.laptop.sealing_key(space, "umum")
        op = last_op(rina)
        assert box.open_box({key.kid: key.key}, op.box, op.aad).kid == key.kid


def test_who_may_not_read_cases_makes_no_key_for_them(village, sari):
    rina = village.coordinator()
    joins(sari, rina)
    village.rounds()
    with pytest.raises(Fault) as caught:
        rina.laptop.sealing_key(sari.space, "kasus")
    assert caught.value.refusal is Refusal.CASES_ELSEWHERE


def test_no_key_is_made_or_handed_on_where_nobody_one_has_met_stands_behind(village, sari):
    tono = village.person("Tono")
    values = {"role": "koordinator", "active": True}
    words.about(tono.laptop, tono.space, sari.dev, values, words.own_card(sari.laptop, "Sari"))
    repair(tono.laptop)
    sari.laptop.keep([parse(*raw) for raw in oplog.ops_of(tono.db)])
    assert sari.laptop.rights.of(tono.space).may_make_key(sari.dev, "umum")
    assert not sari.laptop.may_make_key(tono.space, "umum")
    assert tono.space not in sari.laptop.trusted()
    before = oplog.counts(sari.db).ops
    repair(sari.laptop)
    assert oplog.counts(sari.db).ops == before


def test_what_another_lane_took_in_is_taken_up(village, sari, tmp_path):
    rina = village.coordinator()
    joins(sari, rina)
    db = connect.open_store(sari.folder / "catatan.db", KEY)
    window = open_laptop(db, sari.folder, sari.person, clock=CLOCK, words=NO_WORDS)
    notice = rina.session("Rakor", rina.space)
    village.rounds()
    assert rina.space in window.trusted()
    window.refresh()
    kid = sari.laptop.chosen(rina.space, "umum").kid
    assert kid in window.opener.keys
    assert sari.reads_session(notice)
    connect.close(db)


def test_repairing_again_writes_nothing(village, sari):
    rina = village.coordinator()
    joins(sari, rina)
    village.rounds()
    before = oplog.counts(rina.db).ops
    for _ in range(3):
        rina.laptop.repaired = None
        repair(rina.laptop)
    assert oplog.counts(rina.db).ops == before


def test_a_key_that_was_made_in_a_failed_save_is_not_sealed_with(sari):
    sari.db.conn.execute("BEGIN IMMEDIATE")
    made = sari.laptop.make_key(sari.space, "umum")
    assert sari.laptop.sealing_key(sari.space, "umum").kid == made.kid
    sari.db.conn.execute("ROLLBACK")
    assert sari.laptop.sealing_key(sari.space, "umum").kid != made.kid
