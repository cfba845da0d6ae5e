"""A closed space: it keeps and offers all it has, and goes from a laptop when a person says so."""

from datetime import timedelta

import pytest

from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.domain.op import parse
from patbm_desktop.store import (
    backup,
    connect,
    current,
    draft,
    full_backup,
    letting_go,
    oplog,
    part_book,
    parts,
    positions,
    restoring,
    search,
    setting,
    traces,
)
from patbm_desktop.store.draft import Draft
from patbm_desktop.sync import closed, members, offices, stick
from patbm_desktop.sync.closed import Stop
from tests.sync.erasing import SECRET
from tests.sync.leaving import WORDS, Leaving
from tests.sync.village import KELURAHAN, KEY, joins

WHOLE = {"activity", "attendance", "case", "case_detail"}


@pytest.fixture(scope="module")
def villages(tmp_path_factory):
    """A village in which Sari belongs, and one that she left: made once, copied for each test."""
    found = {}
    for name in ("member", "left"):
        found[name] = made = Leaving(tmp_path_factory.mktemp(name))
        if name == "left":
            made.written = made.leave()
        made.close()
    return found


@pytest.fixture
def leaving(villages, tmp_path):
    made = villages["member"].copied(tmp_path)
    yield made
    made.close()


@pytest.fixture
def left(villages, tmp_path):
    """Sari left thirty days ago; all she wrote is taken, and is still on her laptop."""
    made = villages["left"].copied(tmp_path)
    yield made
    made.close()


def reopen(leaving):
    """Start Sari's program anew."""
    sari = leaving.sari
    sari.db = connect.open_store(sari.folder / "catatan.db", KEY)
    sari._open()
    leaving.tell(sari)


def refusal_of(call, *values):
    with pytest.raises(Fault) as caught:
        call(*values)
    return caught.value.refusal


# -- when it is offered ----------------------------------------------------------------------


def test_thirty_days_after_all_was_taken_it_is_offered_and_nothing_goes_by_itself(left):
    found = left.stands()
    assert found.is_offered
    assert (found.notes, found.cases, found.left) == (2, 1, 0)
    left.wait(400)
    assert left.reads(left.written) == WHOLE


def test_before_the_thirtieth_day_it_is_not_offered(leaving):
    leaving.leave()
    leaving.days.go_by(-1)
    setting.forget(leaving.sari.db, "closed")
    leaving.wait(0)
    leaving.wait(29)
    assert leaving.stands().stop is Stop.DAYS
    leaving.wait(1)
    assert leaving.stands().is_offered


def test_a_member_is_offered_nothing(leaving):
    leaving.write_all()
    leaving.wait(90)
    assert closed.closed(leaving.sari.laptop) == ()
    assert refusal_of(closed.let_go, leaving.sari.laptop, [leaving.space]) is Refusal.SPACE_STAYS
    assert refusal_of(closed.let_go, leaving.sari.laptop, []) is Refusal.SPACE_STAYS


def test_without_a_round_after_thirty_days_it_is_not_offered_whatever_the_clock_says(leaving):
    leaving.write_all()
    leaving.send_photos(leaving.sari)
    leaving.remove()
    leaving.days.go_by(365)
    assert leaving.stands().stop is Stop.DAYS


@pytest.mark.parametrize("whose", ["laptop", "server"])
def test_one_clock_set_forward_brings_nothing_nearer(leaving, whose):
    leaving.write_all()
    leaving.send_photos(leaving.sari)
    leaving.remove()
    if whose == "server":
        leaving.sari.laptop.clock = FixedClock(leaving.days.now() + timedelta(days=1))
        leaving.days.go_by(4000)
    else:
        leaving.sari.laptop.clock = FixedClock(leaving.days.now() + timedelta(days=4000))
        leaving.days.go_by(1)
    leaving.meet(leaving.sari)
    assert leaving.stands().stop is Stop.DAYS


def test_a_clock_put_back_lets_the_days_begin_anew(left):
    left.days.go_by(-20)
    left.meet(left.sari)
    assert left.stands().stop is Stop.DAYS
    left.wait(30)
    assert left.stands().is_offered


def test_what_was_found_long_ago_is_asked_again_before_anything_goes(left):
    left.days.go_by(2)
    assert left.stands().stop is Stop.ROUND
    left.wait(0)
    assert left.stands().is_offered


def test_while_something_waits_for_the_coordinator_all_stays(leaving):
    leaving.write_all()
    leaving.send_photos(leaving.sari)
    members.remove(leaving.rina.laptop, leaving.rina.office, leaving.sari.dev)
    leaving.meet(leaving.rina)
    late = leaving.sari.session("Belum terkirim")
    leaving.meet(leaving.sari)
    leaving.wait()
    assert (leaving.stands().stop, leaving.stands().left) == (Stop.NOTES, 1)
    leaving.meet(leaving.rina)
    leaving.accept_all()
    leaving.meet(leaving.rina)
    leaving.wait(0)
    assert leaving.stands().stop is Stop.DAYS
    leaving.wait()
    assert leaving.stands().is_offered
    assert leaving.rina.reads_session(late)


def test_what_the_server_lost_meanwhile_lets_the_days_begin_anew(leaving):
    image = leaving.image()
    leaving.leave()
    assert leaving.stands().is_offered
    leaving.be(image)
    leaving.meet(leaving.sari)
    leaving.rounds()
    assert not leaving.stands().is_offered
    assert leaving.stands().due_on == leaving.days.now().date() + timedelta(days=30)


def test_with_a_photo_that_no_server_has_all_stays(leaving):
    leaving.write_all()
    leaving.remove()
    leaving.wait()
    assert leaving.stands().stop is Stop.PHOTOS


def test_what_nobody_else_can_open_stays(leaving):
    members.withdraw_cases(leaving.rina.laptop, leaving.rina.office, leaving.rina.dev)
    leaving.rounds()
    leaving.leave()
    assert leaving.stands().stop is Stop.READERS


def test_the_office_stays_with_what_waits_in_an_rt_of_it(leaving):
    members.remove(leaving.rina.laptop, leaving.rina.office, leaving.sari.dev)
    leaving.meet(leaving.rina)
    leaving.sari.session("Belum terkirim")
    leaving.meet(leaving.sari)
    leaving.wait()
    assert leaving.stands().stop is Stop.NOTES
    assert leaving.stands(leaving.rina.office).stop is Stop.TOGETHER
    assert leaving.offered() == []


# -- what goes -------------------------------------------------------------------------------


def test_no_word_of_it_is_left_in_any_file(left):
    backup.daily(left.sari.db, left.sari.folder, KEY, left.days.now().date())
    bodies = tuple(
        body[-60:] for body, _ in oplog.ops_of(left.sari.db, left.space) if b'"sealed"' in body
    )
    assert left.where()
    assert len(left.where(bodies)) > 1
    left.let_go()
    assert left.where((*WORDS, *bodies)) == set()
    connect.close(left.sari.db)
    assert left.where((*WORDS, *bodies)) == set()
    reopen(left)


def test_the_others_keep_all_of_it(left):
    left.let_go()
    left.rounds()
    kinds = {kind for kind, ent in left.written.items() if left.rina.values(kind, ent)}
    assert kinds == WHOLE
    assert parts.has(left.rina.folder, left.part)


def test_its_photos_its_words_and_its_drafts_go_as_well(left):
    about = Draft("d1", "activity", {"of": left.written["activity"]}, "2026-11-01", SECRET)
    begun = Draft("d2", "activity", {"_rt": left.sari.rt_id}, "2026-11-01", SECRET)
    other = Draft("d3", "activity", {"_rt": "0" * 32}, "2026-11-01", "Lain")
    for each in (about, begun, other):
        draft.put(left.sari.db, each)
    assert search.find(left.sari.db, SECRET.lower())
    left.let_go()
    assert not search.find(left.sari.db, SECRET.lower())
    assert not parts.has(left.sari.folder, left.part)
    assert part_book.standing(left.sari.db) == []
    assert [each.id for each in draft.every(left.sari.db)] == ["d3"]


def test_whose_laptop_it_is_and_who_belongs_stay(left):
    control = len(oplog.control_ops(left.sari.db, left.space))
    left.let_go()
    assert left.sari.values("person", left.sari.person)["name"] == "Sari"
    assert left.sari.values("rt", left.sari.rt_id)["number"] == "901"
    assert len(oplog.control_ops(left.sari.db, left.space)) == control
    assert left.sari.dev in left.sari.laptop.rights.of(left.space).removed


def test_the_notes_of_another_rt_stay_and_are_found(leaving):
    sari, rina = leaving.sari, leaving.rina
    joins(sari, rina, rt="902")
    leaving.rounds()
    ent = sari.session("Posyandu", offices.home_space(sari.laptop, rt_id(KELURAHAN, "902")))
    written = leaving.write_all()
    leaving.send_photos(sari)
    leaving.meet(sari)
    members.remove_from_rt(rina.laptop, rina.office, sari.dev, sari.rt_id)
    leaving.rounds(rina, sari, times=1)
    leaving.wait()
    assert leaving.offered() == [leaving.space]
    leaving.let_go()
    assert leaving.reads(written) == set()
    assert [hit.ent for hit in search.find(sari.db, "posyandu")] == [ent]
    assert current.is_sound(sari.db, sari.laptop.lens, sari.laptop.rights)


def test_the_day_it_went_is_kept_and_it_is_offered_no_more(left):
    left.let_go()
    assert left.offered() == []
    assert left.stands().gone_on == left.days.now().date()
    left.wait(90)
    assert left.stands().gone_on == left.days.now().date() - timedelta(days=90)


def test_a_kill_after_the_decision_is_made_good_at_the_next_opening(left):
    sari = left.sari
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(traces, "clear", lambda *_: None)
        left.let_go()
    assert left.where()
    connect.close(sari.db)
    reopen(left)
    sari.laptop.refresh()
    assert left.where() == set()


# -- what keeps it away ----------------------------------------------------------------------


def is_still_gone(left):
    return left.reads(left.written) == set() and left.where() == set()


def put_back(leaving):
    """Let Sari's database be damaged, and go on from the newest local backup."""
    sari = leaving.sari
    connect.close(sari.db)
    newest = backup.every(sari.folder)[0]
    restoring.put_in_place(sari.folder, newest, leaving.days.now().date())
    reopen(leaving)


def test_rounds_bring_nothing_back(left):
    left.let_go()
    left.rounds()
    assert is_still_gone(left)
    assert left.meet(left.sari).turns == 1


def test_a_rewind_to_the_beginning_brings_nothing_back(left):
    left.let_go()
    end = positions.cursor(left.sari.db, left.space)
    while positions.rewind(left.sari.db, left.space, positions.cursor(left.sari.db, left.space)):
        pass
    left.meet(left.sari)
    assert positions.cursor(left.sari.db, left.space) == end
    assert is_still_gone(left)


def test_a_restored_server_that_knows_of_no_removal_brings_nothing_back(leaving):
    leaving.written = leaving.write_all()
    leaving.send_photos(leaving.sari)
    image = leaving.image()
    leaving.remove()
    leaving.wait()
    leaving.let_go()
    leaving.be(image)
    leaving.rounds(leaving.sari)
    assert is_still_gone(leaving)
    leaving.rounds()
    assert is_still_gone(leaving)


def test_a_stick_from_before_brings_nothing_back(leaving, tmp_path):
    leaving.written = leaving.write_all()
    leaving.send_photos(leaving.sari, leaving.rina)
    file = tmp_path / "lama.patbm"
    stick.save(leaving.rina.laptop, file)
    leaving.remove()
    leaving.wait()
    leaving.let_go()
    stick.load(leaving.sari.laptop, file)
    assert is_still_gone(leaving)
    assert not parts.has(leaving.sari.folder, leaving.part)


def test_a_note_she_never_had_is_not_kept_whoever_brings_it(left):
    left.let_go()
    later = left.rina.session(f"Sesudah {SECRET}", left.space)
    brought = [parse(*raw) for raw in oplog.ops_of(left.rina.db, left.space)]
    left.sari.laptop.keep(brought)
    left.sari.laptop.refresh()
    assert not left.sari.reads_session(later)
    assert left.sari.values("activity", later) == {}


def test_a_local_backup_brings_nothing_back(left):
    today = left.days.now().date()
    for days in range(3):
        backup.daily(left.sari.db, left.sari.folder, KEY, today - timedelta(days=days))
    left.let_go()
    assert len(backup.every(left.sari.folder)) == 1
    put_back(left)
    assert is_still_gone(left)
    left.rounds()
    assert is_still_gone(left)


def test_a_local_backup_that_outlived_a_kill_is_told_what_went(left):
    """The power goes between the decision and the files, and then the database is damaged."""
    sari, today = left.sari, left.days.now().date()
    backup.daily(sari.db, sari.folder, KEY, today)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(traces, "clear", lambda *_: None)
        left.let_go()
    put_back(left)
    assert left.reads(left.written) == WHOLE
    restoring.erase_again(sari.db, sari.folder, KEY)
    sari.laptop.refresh()
    assert is_still_gone(left)


def test_a_local_backup_from_before_the_removal_lets_nothing_back(leaving):
    """There she is a member still, but by no word that came after the one that removed her."""
    sari, today = leaving.sari, leaving.days.now().date()
    leaving.written = leaving.write_all()
    leaving.send_photos(sari)
    backup.daily(sari.db, sari.folder, KEY, today)
    leaving.remove()
    leaving.wait()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(traces, "clear", lambda *_: None)
        leaving.let_go()
    put_back(leaving)
    assert sari.dev in sari.laptop.rights.of(leaving.space).now
    restoring.erase_again(sari.db, sari.folder, KEY)
    leaving.meet(sari)
    assert sari.dev in sari.laptop.rights.of(leaving.space).removed
    assert is_still_gone(leaving)


def test_a_full_backup_taken_in_brings_nothing_back(left, tmp_path):
    sari, file = left.sari, tmp_path / "cadangan.zip"
    about = Draft("d1", "activity", {"of": left.written["activity"]}, "2026-11-01", SECRET)
    draft.put(sari.db, about)
    full_backup.write(sari.db, sari.folder, file)
    left.let_go()
    merged = restoring.merge(file, KEY, sari.db, sari.folder, sari.laptop.lens, sari.laptop.rights)
    sari.laptop.refresh()
    assert merged.parts_new == merged.drafts_new == 0
    assert is_still_gone(left)


def test_a_stick_written_afterwards_carries_nothing_of_it(left, tmp_path):
    left.let_go()
    assert refusal_of(stick.save, left.sari.laptop, tmp_path / "a.patbm") is (
        Refusal.BUNDLE_FOR_NOBODY
    )


# -- coming back -----------------------------------------------------------------------------


def test_who_is_let_in_again_reads_all_of_it_again(left):
    left.let_go()
    left.let_back_in()
    assert left.reads(left.written) == WHOLE
    assert letting_go.every(left.sari.db) == {}
    assert left.sari.laptop.rights.of(left.space).now >= {left.sari.dev, left.rina.dev}
    left.send_photos(left.sari)
    assert parts.has(left.sari.folder, left.part)


def test_one_round_is_enough_to_come_back(left):
    left.let_go()
    joins(left.sari, left.rina)
    left.meet(left.rina)
    left.meet(left.sari)
    assert left.reads(left.written) >= {"activity", "attendance", "case"}


def test_what_was_written_meanwhile_comes_as_well(left):
    left.let_go()
    later = left.rina.session("Sesudahnya", left.space)
    left.meet(left.rina)
    left.let_back_in()
    assert left.sari.reads_session(later)
    left.sari.session("Kembali")
    assert left.meet(left.sari).waits == 0


def test_who_was_let_in_again_by_stick_reads_all_of_it(left, tmp_path):
    left.let_go()
    joins(left.sari, left.rina)
    file = tmp_path / "kembali.patbm"
    stick.save(left.rina.laptop, file)
    stick.load(left.sari.laptop, file)
    assert left.reads(left.written) >= {"activity", "attendance", "case"}


def test_who_is_let_in_again_and_removed_again_is_asked_again(left):
    left.let_go()
    left.let_back_in()
    left.send_photos(left.sari)
    left.remove()
    left.wait(5)
    assert left.stands().stop is Stop.DAYS
    left.wait(30)
    left.let_go()
    assert is_still_gone(left)
