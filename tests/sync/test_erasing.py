"""Erasure from end to end: asked for, in sight of all, carried out, and gone everywhere."""

import pytest

from patbm_desktop.domain.erasure import Target
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import Write
from patbm_desktop.store import current, listing, oplog, outbox, parts
from patbm_desktop.sync import erasing, members, stick
from tests.store import raw
from tests.sync.erasing import SECRET, City
from tests.sync.village import KEY, PACT, joins

WORDS = (SECRET.encode(), SECRET.lower().encode())


@pytest.fixture
def city(tmp_path):
    made = City(tmp_path)
    yield made
    made.close()


def stands_in(folder, words=WORDS):
    return {name for name, text in raw.texts(folder, KEY) if any(word in text for word in words)}


def refusal_of(caught):
    return caught.value.refusal


def test_a_case_is_gone_from_every_laptop_and_the_server(city):
    ent = city.case()
    sealed = sealed_of(city.sari)
    assert stands_in(city.sari.folder)
    assert stands_in(city.rina.folder)
    assert stands_in(city.folder, sealed) >= {"server.db-wal"}
    city.erased(ent)
    for each in (city.sari, city.rina):
        assert each.values("case", ent) == each.values("case_detail", ent) == {}
        assert stands_in(each.folder, (*WORDS, *sealed)) == set()
    assert not parts.has(city.sari.folder, city.part)
    assert stands_in(city.folder, sealed) == set()


def sealed_of(who):
    """Return the ends of the boxes of all sealed ops, as they stand in a file."""
    return tuple(body[-60:] for body, _ in oplog.ops_of(who.db, who.space) if b'"sealed"' in body)


def test_a_request_names_the_record_and_all_that_is_part_of_it(city):
    ent = city.case()
    city.ask(ent)
    (request,) = erasing.requests(city.rina.laptop)
    assert set(request.asked.targets) == {
        Target(city.space, each) for each in (ent, city.step, city.scan)
    }


def test_a_request_stands_in_sight_of_all_members_with_the_day_it_falls_due(city):
    city.ask(city.case())
    city.rounds()
    (seen,) = erasing.requests(city.sari.laptop)
    assert (seen.asked.reason, seen.asked.basis, seen.is_done) == ("diminta", "pasal_43", False)
    assert str(seen.asked.due_on) == "2026-12-05"
    assert erasing.is_asked_for(city.sari.laptop, city.entity(city.scan, "x")) == seen


def test_when_it_was_carried_out_the_request_says_so_on_every_laptop(city):
    asked = city.erased(city.case())
    for each in (city.rina, city.sari, city.arsip):
        (seen,) = erasing.requests(each.laptop)
        assert (seen.asked.op, seen.is_done, str(seen.erased_on)) == (asked, True, "2026-12-05")


def test_before_the_days_are_over_the_arsip_laptop_waits(city):
    asked = city.ask(city.case())
    city.rounds()
    city.meet(city.arsip)
    city.days.go_by(13)
    with pytest.raises(Fault) as caught:
        erasing.erase(city.arsip.laptop, asked)
    assert refusal_of(caught) is Refusal.ERASURE_EARLY
    assert caught.value.facts == {"days": 1}


def test_a_server_counts_the_days_by_its_own_clock(city):
    asked = city.ask(city.case())
    city.days.go_by(20)
    city.rounds()
    city.meet(city.arsip)
    erasing.erase(city.arsip.laptop, asked)
    assert city.meet(city.arsip).later == 1
    city.rounds()
    assert city.sari.values("case_detail", ent_of(city))
    city.days.go_by(14)
    city.meet(city.arsip)
    city.rounds()
    assert city.sari.values("case_detail", ent_of(city)) == {}


def ent_of(city):
    (request,) = erasing.requests(city.rina.laptop)
    return request.asked.targets[0].ent


def test_carried_out_twice_it_is_one_op(city):
    asked = city.ask(city.case())
    city.rounds()
    city.meet(city.arsip)
    city.days.go_by(14)
    _, first = erasing.erase(city.arsip.laptop, asked)
    assert erasing.requests(city.arsip.laptop)[0].is_signed_only
    assert erasing.erase(city.arsip.laptop, asked) == (frozenset(), first)
    city.meet(city.arsip)
    assert not erasing.requests(city.arsip.laptop)[0].is_signed_only


def test_a_kader_cannot_ask(city):
    ent = city.case()
    with pytest.raises(Fault) as caught:
        erasing.ask(city.sari.laptop, [city.entity(ent)], "diminta", "pasal_43")
    assert refusal_of(caught) is Refusal.NOT_COORDINATOR
    assert not erasing.may_ask(city.sari.laptop, city.space)
    assert erasing.may_ask(city.rina.laptop, city.space)


def test_a_coordinator_cannot_carry_out(city):
    asked = city.ask(city.case())
    city.days.go_by(20)
    with pytest.raises(Fault) as caught:
        erasing.erase(city.rina.laptop, asked)
    assert refusal_of(caught) is Refusal.NOT_ARSIP


def test_the_arsip_laptop_reads_no_case(city):
    ent = city.case()
    city.meet(city.arsip)
    assert current.find(city.arsip.db, "case", ent) == []
    with pytest.raises(Fault) as caught:
        erasing.erase(city.arsip.laptop, "0" * 32)
    assert refusal_of(caught) is Refusal.NO_SUCH_ERASURE


def test_a_record_under_restriction_cannot_be_asked_for_nor_anything_of_it(city):
    ent = city.case()
    laptop = city.sari.laptop
    frozen = {"frozen": Write({"on": "2026-11-21", "reason": "diminta"})}
    clk = laptop.next_clk(city.space)
    laptop.keep([laptop.compose("case", ent, frozen, space=city.space, clk=clk)])
    city.rounds()
    for wanted in (city.entity(ent), city.entity(city.step, "follow_up")):
        with pytest.raises(Fault) as caught:
            erasing.ask(city.rina.laptop, [wanted], "diminta", "pasal_43")
        assert refusal_of(caught) is Refusal.ERASURE_FROZEN
    assert erasing.requests(city.rina.laptop) == ()


def test_who_does_not_read_the_cases_cannot_name_all_that_belongs_to_one(city):
    ent = city.case()
    members.withdraw_cases(city.rina.laptop, city.rina.office, city.rina.dev)
    with pytest.raises(Fault) as caught:
        erasing.ask(city.rina.laptop, [city.entity(ent)], "diminta", "pasal_43")
    assert refusal_of(caught) is Refusal.CASES_ELSEWHERE


def test_a_reason_is_taken_from_the_list(city):
    with pytest.raises(ValueError, match="list"):
        erasing.ask(city.rina.laptop, [], "karena saya mau", "pasal_43")


def test_a_step_written_apart_is_hidden_and_named_by_the_next_request(city):
    ent = city.case()
    city.ask(ent)
    city.rounds(city.rina)
    late = city.write(city.sari, "follow_up", case_id=ent, kind="telepon", note="Terlambat")
    city.meet(city.arsip)
    city.days.go_by(14)
    (request,) = erasing.requests(city.rina.laptop)
    erasing.erase(city.arsip.laptop, request.asked.op)
    city.meet(city.arsip)
    city.rounds()
    assert listing.rows(city.rina.db, "follow_up") == []
    assert erasing.left_over(city.rina.laptop) == (Target(city.space, late),)
    asked = city.ask(late, "follow_up")
    assert erasing.left_over(city.rina.laptop) == ()
    city.rounds()
    city.meet(city.arsip)
    city.days.go_by(14)
    erasing.erase(city.arsip.laptop, asked)
    city.meet(city.arsip)
    city.rounds()
    assert stands_in(city.sari.folder, (b"Terlambat",)) == set()


def test_an_edit_that_waited_on_a_laptop_is_stripped_and_never_sent(city):
    ent = city.case()
    asked = city.ask(ent)
    city.rounds()
    city.meet(city.arsip)
    city.days.go_by(14)
    erasing.erase(city.arsip.laptop, asked)
    city.meet(city.arsip)
    city.write(city.sari, "case_detail", ent, narrative=f"Lagi {SECRET}")
    city.rounds()
    assert stands_in(city.rina.folder) == stands_in(city.sari.folder) == set()
    assert sum(outbox.undelivered(city.sari.db)) == 0


def test_a_laptop_that_joins_later_reads_only_names_of_what_was_erased(city):
    city.erased(city.case())
    budi = city.person("Budi", "901")
    joins(budi, city.rina, pact=PACT)
    city.rounds()
    assert budi.laptop.rights.of(city.space).now
    assert stands_in(budi.folder) == set()


def test_a_restored_server_is_told_again_and_forgets_again(city):
    ent = city.case()
    asked = city.ask(ent)
    city.rounds()
    sealed = sealed_of(city.sari)
    backup = city.image()
    city.meet(city.arsip)
    city.days.go_by(14)
    erasing.erase(city.arsip.laptop, asked)
    city.meet(city.arsip)
    city.rounds()
    city.be(backup)
    assert stands_in(city.folder, sealed) == {"server.db"}
    city.rounds()
    assert stands_in(city.folder, sealed) == set()
    assert city.sari.values("case_detail", ent) == {}
    assert oplog.counts(city.sari.db).waiting == 0


# -- taken back ------------------------------------------------------------------------------


def asked_in_time(city):
    """Return a case and the request for it, which is known everywhere and falls due today."""
    ent = city.case()
    asked = city.ask(ent)
    city.rounds()
    city.meet(city.arsip)
    city.days.go_by(14)
    return ent, asked


def is_here(who, ent):
    return bool(who.values("case_detail", ent))


def test_a_request_that_was_taken_back_can_be_carried_out_nowhere(city):
    ent, asked = asked_in_time(city)
    assert erasing.take_back(city.rina.laptop, asked) == {"_ask_erase"}
    assert erasing.take_back(city.rina.laptop, asked) == frozenset()
    city.rounds()
    city.meet(city.arsip)
    with pytest.raises(Fault) as caught:
        erasing.erase(city.arsip.laptop, asked)
    assert refusal_of(caught) is Refusal.ERASURE_TAKEN_BACK
    for each in (city.rina, city.sari, city.arsip):
        (seen,) = erasing.requests(each.laptop)
        assert (seen.is_taken_back, seen.waits, seen.is_done) == (True, False, False)
    assert is_here(city.sari, ent)
    assert erasing.is_asked_for(city.sari.laptop, city.entity(ent)) is None


def test_any_coordinator_may_take_back_and_no_kader(city):
    asked = city.ask(city.case())
    dewi = city.person("Dewi")
    joins(dewi, city.rina, role="koordinator")
    city.rounds()
    with pytest.raises(Fault) as caught:
        erasing.take_back(city.sari.laptop, asked)
    assert refusal_of(caught) is Refusal.NOT_COORDINATOR
    (seen,) = erasing.requests(city.sari.laptop)
    assert not erasing.may_take_back(city.sari.laptop, seen)
    assert erasing.may_take_back(dewi.laptop, seen)
    erasing.take_back(dewi.laptop, asked)
    city.rounds()
    (seen,) = erasing.requests(city.rina.laptop)
    assert (seen.is_taken_back, seen.back.dev) == (True, dewi.dev)


def test_what_was_taken_back_can_be_asked_for_again_and_then_goes(city):
    ent, asked = asked_in_time(city)
    erasing.take_back(city.rina.laptop, asked)
    again = city.ask(ent)
    city.rounds()
    city.meet(city.arsip)
    city.days.go_by(14)
    erasing.erase(city.arsip.laptop, again)
    city.meet(city.arsip)
    city.rounds()
    assert stands_in(city.sari.folder) == set()
    stands = {each.asked.op: each.is_done for each in erasing.requests(city.sari.laptop)}
    assert stands == {asked: False, again: True}


def test_where_both_were_signed_apart_the_taking_back_holds_if_it_came_first(city):
    ent, asked = asked_in_time(city)
    erasing.erase(city.arsip.laptop, asked)
    erasing.take_back(city.rina.laptop, asked)
    city.rounds()
    city.meet(city.arsip)
    city.rounds()
    assert is_here(city.sari, ent)
    for each in (city.rina, city.sari, city.arsip):
        (seen,) = erasing.requests(each.laptop)
        assert seen.is_taken_back
    assert outbox.counts(city.arsip.db).bad == 0


def test_where_both_were_signed_apart_the_erasure_holds_if_it_came_first(city):
    ent, asked = asked_in_time(city)
    erasing.take_back(city.rina.laptop, asked)
    erasing.erase(city.arsip.laptop, asked)
    city.meet(city.arsip)
    city.rounds()
    for each in (city.rina, city.sari):
        assert not is_here(each, ent)
        (seen,) = erasing.requests(each.laptop)
        assert (seen.is_done, seen.is_taken_back) == (True, False)
    assert outbox.counts(city.rina.db).bad == 0


def test_what_was_erased_cannot_be_taken_back(city):
    asked = city.erased(city.case())
    with pytest.raises(Fault) as caught:
        erasing.take_back(city.rina.laptop, asked)
    assert refusal_of(caught) is Refusal.ERASURE_DONE
    (seen,) = erasing.requests(city.rina.laptop)
    assert not erasing.may_take_back(city.rina.laptop, seen)


def test_a_restored_server_erases_nothing_that_was_taken_back(city):
    ent, asked = asked_in_time(city)
    backup = city.image()
    erasing.erase(city.arsip.laptop, asked)
    erasing.take_back(city.rina.laptop, asked)
    city.rounds()
    city.meet(city.arsip)
    city.be(backup)
    city.meet(city.arsip)
    city.rounds()
    city.meet(city.arsip)
    assert is_here(city.sari, ent)
    assert all(each.is_taken_back for each in erasing.requests(city.sari.laptop))


def test_against_a_taking_back_a_stick_brings_no_erasure_and_the_log_does(city, tmp_path):
    budi = city.person("Budi", "902")
    joins(budi, city.rina, pact=PACT)
    ent, asked = asked_in_time(city)
    erasing.take_back(city.rina.laptop, asked)
    stick.save(city.rina.laptop, tmp_path / "rina.patbm")
    stick.load(city.sari.laptop, tmp_path / "rina.patbm")
    erasing.erase(city.arsip.laptop, asked)
    city.meet(city.arsip)
    city.meet(budi)
    stick.save(budi.laptop, tmp_path / "budi.patbm")
    stick.load(city.sari.laptop, tmp_path / "budi.patbm")
    assert is_here(city.sari, ent)
    city.rounds()
    assert not is_here(city.sari, ent)


# -- a server that hears first that the asker was removed --------------------------------------


def erased_for_one_removed(city):
    """Let Dewi ask and the city erase, while Rina, who has not heard of it, removes Dewi.

    Returns the note, the request, and the server as it was before.
    """
    dewi = city.person("Dewi")
    joins(dewi, city.rina, role="koordinator")
    city.rounds()
    ent = city.sari.session("Rahasia kegiatan")
    city.rounds()
    backup = city.image()
    members.remove(city.rina.laptop, city.rina.office, dewi.dev)
    named = [city.entity(ent, "activity")]
    _, (asked,) = erasing.ask(dewi.laptop, named, "diminta", "pasal_43")
    city.meet(dewi)
    city.meet(city.arsip)
    city.days.go_by(14)
    erasing.erase(city.arsip.laptop, asked)
    city.meet(city.arsip)
    return ent, asked, backup


def let_days_pass(city, *people):
    for _ in range(2):
        for each in people * 2:
            city.meet(each)
        city.days.go_by(15)


def test_what_a_coordinator_has_erased_is_asked_for_in_the_log_again_for_all(city):
    ent, asked, backup = erased_for_one_removed(city)
    city.meet(city.rina)
    city.be(backup)
    let_days_pass(city, city.rina, city.sari)
    assert [each.reads_session(ent) for each in (city.rina, city.sari)] == [False, False]
    assert erasing.requests(city.sari.laptop)[0].asked.op == asked
    assert outbox.answers(city.rina.db, "later") == {}


def test_what_the_city_has_erased_comes_to_a_coordinator_who_never_heard_of_it(city):
    ent, _, backup = erased_for_one_removed(city)
    city.be(backup)
    let_days_pass(city, city.rina, city.arsip, city.sari)
    assert [each.reads_session(ent) for each in (city.rina, city.sari)] == [False, False]


def test_what_came_back_so_stands_in_sight_for_fourteen_days_once_more(city):
    ent, asked, backup = erased_for_one_removed(city)
    city.meet(city.rina)
    city.be(backup)
    for each in (city.rina, city.sari, city.rina):
        city.meet(each)
    assert city.sari.reads_session(ent)
    assert set(outbox.answers(city.rina.db, "later").values()) == {"hari"}
    assert erasing.is_asked_for(city.sari.laptop, city.entity(ent, "activity")).asked.op == asked
