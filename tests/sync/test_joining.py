"""Joining, row by row of the protocol's table, on real vaults and the server's real log."""

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import Op, parse
from patbm_desktop.store import oplog, outbox
from patbm_desktop.sync import enrolment, held_notes, members, newcomer, words
from patbm_desktop.sync.members import Terms
from patbm_desktop.sync.offices import rts, spaces_of_rt
from patbm_desktop.wire.joining import NO_SPACE
from tests.sync.village import OTHER, PACT, Person, Village, asks, carry, joins


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path)
    yield made
    made.close()


@pytest.fixture
def rina(village):
    """The coordinator, whose office the server knows."""
    return village.coordinator("Rina")


@pytest.fixture
def sari(village):
    """A volunteer who has kept notes alone for two months."""
    return village.person("Sari", "901")


@pytest.fixture
def joined(village, rina, sari):
    """Sari has joined Rina's kelurahan, and everything has travelled."""
    joins(sari, rina)
    village.rounds()
    return village


# -- the office ------------------------------------------------------------------------------


def test_an_office_holds_a_member_a_key_and_its_owner_and_no_cases(rina: Person) -> None:
    kinds = [op.kind for op in (parse(*raw) for raw in oplog.ops_of(rina.db))]
    assert kinds == ["_member", "_key", "person"]
    assert rina.laptop.rights.of(rina.space).is_office


def test_the_first_ops_of_an_rt_stand_in_their_order(sari: Person) -> None:
    made = [parse(*raw) for raw in oplog.ops_of(sari.db)]
    assert [op.kind for op in made] == ["_member", "_key", "_key", "person", "rt"]
    assert [op.set["use"].value for op in made if op.kind == "_key"] == ["umum", "kasus"]
    assert (made[0].ent, made[3].ent, made[4].ent) == (sari.dev, sari.person, sari.rt_id)


def test_a_founders_first_vault_alone_reads_and_writes_everything(sari: Person) -> None:
    case, session = sari.case(), sari.session()
    assert sari.reads_case(case)
    assert sari.reads_session(session)
    assert (sari.home, sari.now(sari.space)) == (sari.space, {sari.dev})


# -- a volunteer joins -----------------------------------------------------------------------


def test_a_volunteer_with_two_months_of_notes_joins_without_losing_one(village, rina, sari) -> None:
    case, session = sari.case(), sari.session()
    asked = asks(sari, rina)
    assert village.meet(sari) is None
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    village.rounds()
    assert village.meet(sari).waits == 0
    assert rina.reads_session(session)
    assert not rina.reads_case(case)
    assert sari.reads_case(case)


def test_who_asks_again_writes_no_word_that_would_never_count(joined, village, rina, sari) -> None:
    kept = len(list(oplog.ops_of(sari.db)))
    card = words.own_card(rina.laptop, "Ibu Rina")
    newcomer.welcome(
        sari.laptop, card, space=sari.space, office=rina.space, kelurahan=rina.kelurahan
    )
    assert len(list(oplog.ops_of(sari.db))) == kept
    assert village.meet(sari).waits == 0


def test_who_joins_again_from_a_backup_older_than_her_joining_waits_for_nothing(
    village, rina, sari
) -> None:
    """Her laptop makes Rina coordinator once more, which no log takes from her now."""
    backup = sari.back_up()
    joins(sari, rina)
    village.rounds()
    sari.set_back(backup)
    joins(sari, rina)
    village.rounds()
    assert (village.meet(sari).waits, outbox.undelivered(sari.db).dikirim) == (0, 0)
    village.start_server()
    village.register(rina)
    session = sari.session()
    village.rounds()
    assert rina.reads_session(session)
    assert village.meet(sari).waits == 0


def test_joining_writes_the_few_ops_of_its_row_and_no_other(village, rina, sari) -> None:
    """Steps 3 to 7; the kasus key goes to nobody, for no companion was named."""
    first = kinds_since(sari, sari.space, 0)
    asked = asks(sari, rina)
    assert kinds_since(sari, sari.space, len(first)) == [("_member", rina.dev), ("_key", rina.dev)]
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    assert kinds_since(rina, rina.space, 3) == [
        ("_space", sari.dev), ("_member", sari.dev), ("_key", sari.dev),
    ]  # fmt: skip
    village.rounds()
    more = kinds_since(sari, sari.space, len(first) + 2)
    assert sorted(more) == sorted([("_member", rina.dev), ("_member", sari.dev)])


def kinds_since(who: Person, space: str, count: int) -> list[tuple[str, str]]:
    """Return the kind of each op after `count` of them, and the device that it is about."""
    made = [parse(*raw) for raw in oplog.ops_of(who.db, space)][count:]
    return [(op.kind, about(op)) for op in made]


def about(op: Op) -> str:
    if op.kind == "_space":
        return str(op.set["founder"].value)
    handed = [name.removeprefix("for.") for name in op.set if name.startswith("for.")]
    return handed[0] if handed else op.ent


def test_the_order_of_asking_and_admitting_does_not_matter(village, rina, sari) -> None:
    joins(sari, rina)
    village.rounds(sari, rina)
    assert sari.role(rina.space, sari) == "pembaca"
    assert rina.role(sari.space, rina) == "koordinator"


def test_the_founder_of_an_rt_is_not_admitted_without_a_pact(village, rina, sari) -> None:
    asked = asks(sari, rina)
    with pytest.raises(Fault) as caught:
        members.admit(rina.laptop, rina.space, asked, Terms())
    assert caught.value.refusal is Refusal.PACT_MISSING


def test_the_day_of_the_pact_is_written_into_the_space_of_the_rt(joined, rina, sari) -> None:
    (head,) = sari.laptop.rights.of(sari.space).standing(sari.dev)["pact"]
    assert (head.value, sari.laptop.rights.of(sari.space).reads_cases(sari.dev)) == (PACT, True)


def test_the_coordinators_laptop_says_whose_it_is(joined, rina, sari) -> None:
    assert sari.laptop.rights.of(sari.space).persons(rina.dev) == (rina.person,)


def test_a_volunteer_reads_what_the_office_writes(joined, village, rina, sari) -> None:
    notice = rina.session("Rakor", rina.space)
    village.rounds()
    assert sari.reads_session(notice)


def test_a_second_coordinator_is_brought_into_every_rt(joined, village, rina, sari) -> None:
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", pact="")
    session = sari.session()
    village.rounds()
    assert sari.role(sari.space, dewi) == "koordinator"
    assert dewi.reads_session(session)


def test_the_pendamping_kasus_reads_the_cases_of_every_rt(joined, village, rina, sari) -> None:
    case = sari.case()
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", companion=True)
    village.rounds()
    assert dewi.reads_case(case)
    assert not rina.reads_case(case)


def test_a_companion_need_not_be_a_coordinator(joined, village, rina, sari) -> None:
    case = sari.case()
    wati = village.person("Wati", "905")
    joins(wati, rina, companion=True)
    village.rounds()
    assert wati.reads_case(case)
    assert (wati.role(sari.space, wati), wati.role(rina.space, wati)) == ("anggota", "pembaca")


def test_a_companion_from_today_reads_new_cases_and_no_earlier_one(
    joined, village, rina, sari
) -> None:
    before = sari.case()
    village.rounds()
    members.name_companion(rina.laptop, rina.space, rina.dev, pact=PACT, from_today=True)
    village.rounds()
    after = sari.case()
    village.rounds()
    assert (rina.reads_case(before), rina.reads_case(after)) == (False, True)


def test_without_a_pact_nobody_becomes_a_companion(rina) -> None:
    with pytest.raises(Fault) as caught:
        members.name_companion(rina.laptop, rina.space, rina.dev, pact="")
    assert caught.value.refusal is Refusal.PACT_MISSING


def test_admitting_somebody_again_on_the_same_terms_writes_nothing(village, rina, sari) -> None:
    asked = joins(sari, rina)
    village.rounds()
    before = oplog.counts(rina.db).ops
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    assert oplog.counts(rina.db).ops == before


def test_who_is_no_coordinator_admits_nobody(joined, village, rina, sari) -> None:
    asked = asks(village.person("Budi", "902"), rina)
    with pytest.raises(Fault) as caught:
        members.admit(sari.laptop, rina.space, asked, Terms(pact=PACT))
    assert caught.value.refusal is Refusal.NOT_COORDINATOR


# -- a second laptop of an RT ----------------------------------------------------------------


@pytest.fixture
def budi(village):
    """A second volunteer of Sari's RT, with a laptop of his own."""
    return village.person("Budi", "901")


def test_a_second_laptop_writes_into_the_space_of_its_rt(joined, village, rina, sari, budi) -> None:
    joins(budi, rina)
    village.rounds()
    assert budi.home == sari.home == sari.space
    session = budi.session()
    village.rounds()
    assert sari.reads_session(session)
    assert budi.values("person", budi.person, sari.space)["name"] == "Budi"


def test_notes_kept_before_joining_become_a_second_space_of_the_rt(
    joined, village, rina, sari, budi
) -> None:
    case, session = budi.case(), budi.session()
    joins(budi, rina)
    village.rounds()
    assert spaces_of_rt(sari.laptop, sari.rt_id) == (sari.space, budi.space)
    assert sari.reads_session(session)
    assert sari.reads_case(case)
    assert budi.home == sari.space


def test_a_second_laptop_that_was_sent_away_still_shows_what_it_has(
    joined, village, rina, sari, budi
) -> None:
    joins(budi, rina)
    village.rounds()
    session = budi.session()
    village.rounds()
    members.remove(rina.laptop, rina.space, budi.dev)
    village.rounds()
    assert sari.space in spaces_of_rt(budi.laptop, budi.rt_id)
    assert (budi.home, budi.reads_session(session)) == (None, True)


def test_a_second_laptop_without_a_pact_reads_no_case_of_the_rt(
    joined, village, rina, sari, budi
) -> None:
    case, session = sari.case(), sari.session()
    joins(budi, rina, pact="")
    village.rounds()
    assert (budi.reads_case(case), budi.reads_session(session)) == (False, True)


def test_a_second_laptop_from_today_reads_no_earlier_case(
    joined, village, rina, sari, budi
) -> None:
    before = sari.case()
    village.rounds()
    joins(budi, rina, from_today=True)
    village.rounds()
    after = sari.case()
    village.rounds()
    assert (budi.reads_case(before), budi.reads_case(after)) == (False, True)


def test_a_second_laptop_with_earlier_notes_reads_them_all(
    joined, village, rina, sari, budi
) -> None:
    before = sari.case()
    joins(budi, rina)
    village.rounds()
    assert budi.reads_case(before)


def test_what_was_written_while_waiting_for_the_coordinator_is_not_left_behind(
    joined, village, rina, sari, budi
) -> None:
    asked = asks(budi, rina)
    session = budi.session()
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    village.rounds()
    assert sari.reads_session(session)
    assert village.meet(budi).waits == 0


# -- two RT, two kelurahan, another RT -------------------------------------------------------


def test_a_coordinator_of_two_kelurahan_reads_both(joined, village, rina, sari) -> None:
    dewi = village.coordinator("Dewi", OTHER)
    tono = village.person("Tono", "903", OTHER)
    joins(tono, dewi)
    asked = joins(rina, dewi, role="koordinator", pact="")
    session = tono.session()
    village.rounds()
    assert asked.asked.space == NO_SPACE
    assert rina.reads_session(session)
    assert rina.role(tono.space, rina) == "koordinator"
    assert tono.role(sari.space, tono) == ""


def test_one_laptop_serves_two_rt(joined, village, rina, sari) -> None:
    joins(sari, rina, rt="902")
    village.rounds()
    (second,) = set(rts(sari.laptop)) - {sari.rt_id}
    assert len({sari.home, *spaces_of_rt(sari.laptop, second)}) == 2


def test_who_moves_to_another_rt_leaves_her_notes_where_they_are(
    joined, village, rina, sari, budi
) -> None:
    joins(budi, rina)
    village.rounds()
    session = budi.session()
    village.rounds()
    members.remove_from_rt(rina.laptop, rina.space, budi.dev, budi.rt_id)
    joins(budi, rina, rt="902")
    village.rounds()
    later = sari.session()
    village.rounds()
    assert sari.reads_session(session)
    assert rina.role(rina.space, budi) == "pembaca"
    assert not budi.reads_session(later)
    (only,) = rts(budi.laptop)
    assert only != sari.rt_id


# -- leaving ---------------------------------------------------------------------------------


def leaves_with_notes(village, rina, sari, budi) -> list[str]:
    joins(budi, rina)
    village.rounds()
    pending = [budi.session(f"Catatan {n}") for n in range(12)]
    members.remove(rina.laptop, rina.space, budi.dev)
    village.rounds()
    return pending


def test_notes_of_a_former_member_are_held_and_then_accepted(
    joined, village, rina, sari, budi
) -> None:
    pending = leaves_with_notes(village, rina, sari, budi)
    assert not any(map(sari.reads_session, pending))
    held = held_notes.waiting(rina.laptop)
    assert len(held) == 12
    for each in held:
        held_notes.accept(rina.laptop, each.space, each.op, ok=True)
    village.rounds()
    assert all(map(sari.reads_session, pending))


def test_a_refused_note_stays_apart_and_the_decision_can_be_changed(
    joined, village, rina, sari, budi
) -> None:
    first, *_ = leaves_with_notes(village, rina, sari, budi)
    held = next(each for each in held_notes.waiting(rina.laptop) if each.ent == first)
    held_notes.accept(rina.laptop, held.space, held.op, ok=False, why="ganda")
    village.rounds()
    assert not sari.reads_session(first)
    assert len(held_notes.waiting(rina.laptop)) == 11
    held_notes.accept(rina.laptop, held.space, held.op, ok=True)
    village.rounds()
    assert rina.reads_session(first)


def test_a_removed_laptop_opens_nothing_written_after_it(joined, village, rina, sari, budi) -> None:
    joins(budi, rina)
    village.rounds()
    old = sari.clean_key(sari.space, "kasus")
    members.remove(rina.laptop, rina.space, budi.dev)
    village.rounds()
    session, case = sari.session(), sari.case()
    new = sari.laptop.chosen(sari.space, "kasus")
    assert old != new.kid
    assert not new.is_known_to(budi.dev)
    carry_all(sari, budi)
    assert not (budi.reads_session(session))
    assert not (budi.reads_case(case))


def test_removing_a_laptop_changes_at_once_the_keys_that_the_coordinator_may_make(
    joined, village, rina, sari, budi
) -> None:
    joins(budi, rina)
    village.rounds()
    members.remove(rina.laptop, rina.space, budi.dev)
    assert rina.clean_key(sari.space, "umum")
    assert rina.clean_key(rina.space, "umum")
    village.rounds(rina, sari)
    assert not sari.clean_key(sari.space, "kasus")
    assert sari.reads_case(sari.case())


def carry_all(source: Person, target: Person) -> None:
    """Hand over everything, as a thief of the server would."""
    ops = [parse(*raw) for raw in oplog.ops_of(source.db)]
    for at in range(0, len(ops), 200):
        target.laptop.keep(ops[at : at + 200])
    target.laptop.refresh()


def test_a_removed_laptop_cannot_write_where_it_was_removed(
    joined, village, rina, sari, budi
) -> None:
    joins(budi, rina)
    village.rounds()
    members.remove(rina.laptop, rina.space, budi.dev)
    village.rounds()
    assert budi.home is None
    with pytest.raises(Fault) as caught:
        budi.session(space=sari.space)
    assert caught.value.refusal is Refusal.SPACE_LOCKED


def test_a_removed_coordinator_leaves_those_he_admitted(joined, village, rina, sari) -> None:
    dewi, tono = village.person("Dewi"), village.person("Tono", "903")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    joins(tono, dewi)
    village.rounds()
    members.remove(rina.laptop, rina.space, dewi.dev)
    village.rounds()
    session = tono.session()
    village.rounds()
    assert rina.role(rina.space, tono) == "pembaca"
    assert dewi.dev not in sari.now(sari.space) | tono.now(tono.space)
    assert rina.reads_session(session)
    assert not dewi.reads_session(session)


def test_the_coordinator_who_founded_the_office_can_be_lost(joined, village, rina, sari) -> None:
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    members.remove(dewi.laptop, rina.space, rina.dev)
    village.rounds(dewi, sari)
    session = sari.session()
    village.rounds(sari, dewi)
    assert rina.dev not in sari.now(sari.space) | sari.now(rina.space)
    assert dewi.reads_session(session)


def test_who_left_comes_back_with_a_new_word_of_the_coordinator(
    joined, village, rina, sari, budi
) -> None:
    asked = joins(budi, rina)
    village.rounds()
    members.remove(rina.laptop, rina.space, budi.dev)
    village.rounds()
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    village.rounds()
    session = sari.session()
    village.rounds()
    assert budi.home == sari.space
    assert budi.reads_session(session)


# -- roles -----------------------------------------------------------------------------------


def test_a_reader_becomes_a_coordinator_and_reads_every_rt(joined, village, rina, sari) -> None:
    tono = village.person("Tono", "903")
    joins(tono, rina)
    village.rounds()
    session = sari.session()
    members.change_role(rina.laptop, rina.space, tono.dev, "koordinator")
    village.rounds()
    assert tono.reads_session(session)
    assert tono.role(sari.space, tono) == "koordinator"


def test_a_coordinator_who_becomes_a_reader_takes_nobody_with_her(
    joined, village, rina, sari
) -> None:
    dewi, tono = village.person("Dewi"), village.person("Tono", "903")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    joins(tono, dewi)
    joins(village.person("Wati", "903"), dewi)
    village.rounds()
    before = tono.now(tono.space), rina.now(rina.space)
    members.change_role(rina.laptop, rina.space, dewi.dev, "pembaca")
    village.rounds()
    assert (tono.now(tono.space), rina.now(rina.space)) == (before[0] - {dewi.dev}, before[1])
    assert (rina.role(rina.space, dewi), tono.role(tono.space, dewi)) == ("pembaca", "")
    with pytest.raises(Fault) as caught:
        members.remove(dewi.laptop, rina.space, tono.dev)
    assert caught.value.refusal is Refusal.NOT_COORDINATOR
    members.remove(rina.laptop, rina.space, dewi.dev)
    village.rounds()
    assert tono.now(tono.space) == before[0] - {dewi.dev}
    assert rina.now(rina.space) == before[1] - {dewi.dev}
    session = tono.session()
    village.rounds()
    assert rina.reads_session(session)


def test_who_leads_no_more_writes_in_the_rt_alone_that_she_serves(
    joined, village, rina, sari
) -> None:
    wati = village.person("Wati", "905")
    joins(wati, rina, role="koordinator")
    village.rounds()
    elsewhere, served = wati.session(space=sari.space), wati.session(space=wati.space)
    members.change_role(rina.laptop, rina.space, wati.dev, "pembaca")
    village.rounds(rina, wati)
    waiting = village.log.desk.connection.execute("SELECT ent, why FROM held")
    assert waiting == [(elsewhere, "keluar")]
    assert rina.reads_session(served)
    assert (rina.role(wati.space, wati), rina.role(sari.space, wati)) == ("anggota", "")
    later = sari.session()
    village.rounds()
    assert not wati.reads_session(later)


def test_who_leads_again_is_let_into_every_rt_again(joined, village, rina, sari) -> None:
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    members.change_role(rina.laptop, rina.space, dewi.dev, "pembaca")
    village.rounds()
    members.change_role(rina.laptop, rina.space, dewi.dev, "koordinator")
    session = sari.session()
    village.rounds()
    assert dewi.reads_session(session)
    assert sari.role(sari.space, dewi) == "koordinator"


def test_who_is_the_companion_no_more_leaves_the_rt_she_does_not_serve(
    joined, village, rina, sari
) -> None:
    wati = village.person("Wati", "905")
    joins(wati, rina, companion=True)
    village.rounds()
    members.withdraw_cases(rina.laptop, rina.space, wati.dev)
    village.rounds()
    assert (rina.role(wati.space, wati), rina.role(sari.space, wati)) == ("anggota", "")
    members.name_companion(rina.laptop, rina.space, wati.dev, pact=PACT)
    case = sari.case()
    village.rounds()
    assert wati.reads_case(case)


def test_a_companion_who_leads_no_more_still_reads_the_cases_of_every_rt(
    joined, village, rina, sari
) -> None:
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", companion=True)
    village.rounds()
    members.change_role(rina.laptop, rina.space, dewi.dev, "pembaca")
    case = sari.case()
    village.rounds()
    assert dewi.reads_case(case)
    assert sari.role(sari.space, dewi) == "anggota"


def test_a_coordinator_removed_a_second_time_leaves_those_she_admitted_as_well(
    joined, village, rina, sari
) -> None:
    dewi, tono = village.person("Dewi"), village.person("Tono", "903")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    joins(tono, dewi)
    village.rounds()
    for _ in range(2):
        members.remove(rina.laptop, rina.space, dewi.dev)
        village.rounds()
        assert rina.role(rina.space, tono) == "pembaca"
        joins(dewi, rina, role="koordinator", pact="")
        village.rounds()
        assert rina.role(rina.space, dewi) == "koordinator"
    assert tono.role(tono.space, dewi) == tono.role(tono.space, rina) == "koordinator"


def test_a_former_coordinator_comes_back_as_a_volunteer_and_takes_nobody_with_her(
    joined, village, rina, sari
) -> None:
    dewi, tono = village.person("Dewi"), village.person("Tono", "903")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    joins(tono, dewi)
    village.rounds()
    members.remove(rina.laptop, rina.space, dewi.dev)
    village.rounds()
    joins(dewi, rina, rt="903")
    village.rounds()
    assert tono.now(tono.space) == {rina.dev, tono.dev, dewi.dev}
    assert (tono.role(tono.space, dewi), rina.role(rina.space, dewi)) == ("anggota", "pembaca")
    assert rina.role(rina.space, tono) == "pembaca"
    assert dewi.dev not in sari.now(sari.space)


def test_who_loses_the_cases_opens_no_later_one(joined, village, rina, sari) -> None:
    members.name_companion(rina.laptop, rina.space, rina.dev, pact=PACT)
    village.rounds()
    first = sari.case()
    village.rounds()
    members.withdraw_cases(rina.laptop, rina.space, rina.dev)
    village.rounds()
    later = sari.case()
    village.rounds()
    assert (rina.reads_case(first), rina.reads_case(later)) == (True, False)


# -- two coordinators apart, restored server, stick ------------------------------------------


def test_two_coordinators_who_act_apart_heal(joined, village, rina, sari) -> None:
    dewi, budi = village.person("Dewi"), village.person("Budi", "901")
    joins(dewi, rina, role="koordinator", pact="")
    joins(budi, rina)
    village.rounds()
    tono, wati = village.person("Tono", "903"), village.person("Wati", "904")
    joins(tono, dewi)
    members.remove(dewi.laptop, dewi.office, budi.dev)
    joins(wati, rina)
    village.rounds()
    sessions = [tono.session(), wati.session(), sari.session()]
    village.rounds()
    assert all(map(rina.reads_session, sessions))
    assert all(map(dewi.reads_session, sessions))
    assert not budi.reads_session(sessions[2])


def test_two_coordinators_who_remove_each_other_are_both_out(joined, village, rina, sari) -> None:
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    members.remove(dewi.laptop, rina.space, rina.dev)
    members.remove(rina.laptop, rina.space, dewi.dev)
    carry_all(dewi, sari)
    carry_all(rina, sari)
    assert sari.now(sari.space) == {sari.dev}
    assert sari.reads_session(sari.session())


def test_a_restored_server_gets_everything_back_when_each_has_exchanged(
    joined, village, rina, sari
) -> None:
    case, session = sari.case(), sari.session()
    village.rounds()
    village.start_server()
    village.register(rina)
    assert village.meet(sari) is None
    village.rounds(rina, sari)
    assert village.meet(sari).waits == village.meet(rina).waits == 0
    assert rina.reads_session(session)
    assert sari.reads_case(case)


def test_one_exchange_of_the_coordinator_brings_back_what_only_she_still_holds(
    joined, village, rina, sari
) -> None:
    """The office has more marks to go back over, so the space of the RT is offered first."""
    session = sari.session()
    village.rounds()
    for _ in range(6):
        rina.session(space=rina.space)
        village.meet(rina)
    village.start_server()
    village.register(rina)
    met = village.meet(rina)
    assert (met.waits, met.later) == (0, 0)
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds(rina, dewi)
    assert dewi.reads_session(session)


def test_after_a_restore_notes_of_a_former_member_are_held_again(
    joined, village, rina, sari, budi
) -> None:
    """Accepted or not: what came after the removal is decided by the words of the coordinator."""
    first, second, *_ = leaves_with_notes(village, rina, sari, budi)
    (one,) = [each for each in held_notes.waiting(rina.laptop) if each.ent == first]
    held_notes.accept(rina.laptop, one.space, one.op, ok=True)
    village.rounds()
    village.start_server()
    village.register(rina)
    village.rounds()
    assert sari.reads_session(first)
    assert not sari.reads_session(second)
    waiting = village.log.desk.connection.execute("SELECT why FROM held")
    assert waiting == [("keluar",)] * 11
    assert len(held_notes.waiting(rina.laptop)) == 11


def two_coordinators(village, rina) -> Person:
    """Let Dewi lead beside Rina, and the server be known to both."""
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    return dewi


def demote(laptop, office: str, dev: str) -> None:
    members.change_role(laptop, office, dev, "pembaca")


@pytest.mark.parametrize("leave", [members.remove, demote], ids=["removed", "demoted"])
def test_a_server_restored_to_before_somebody_was_let_in_by_who_is_gone_knows_her_again(
    joined, village, rina, sari, leave
) -> None:
    """The removal is new, so it is offered before the laptop hears that the log lost its end."""
    dewi, tono = two_coordinators(village, rina), village.person("Tono", "903")
    image = village.image()
    joins(tono, dewi)
    session = tono.session()
    village.rounds()
    leave(rina.laptop, rina.space, dewi.dev)
    village.be(image)
    village.rounds(rina, tono)
    assert village.meet(tono) is not None
    later = tono.session()
    village.rounds(tono, rina)
    assert rina.reads_session(session)
    assert rina.reads_session(later)


def test_what_a_restored_server_lost_is_offered_in_the_order_of_writing(
    joined, village, rina, sari
) -> None:
    """One mark after another is given up, and the removal stands above the admission."""
    dewi, tono = two_coordinators(village, rina), village.person("Tono", "903")
    image = village.image()
    joins(tono, dewi)
    note = dewi.session(space=rina.space)
    village.rounds()
    members.remove(rina.laptop, rina.space, dewi.dev)
    village.rounds()
    village.be(image)
    met = village.meet(rina)
    assert (met.later, met.held) == (0, 0)
    assert village.log.desk.connection.execute("SELECT count(*) FROM held") == [(0,)]
    assert note in {ent for (ent,) in village.log.desk.connection.execute("SELECT ent FROM op")}


def test_who_was_let_in_by_a_coordinator_whom_another_removed_unknowing_asks_again(
    joined, village, rina, sari
) -> None:
    dewi, tono = two_coordinators(village, rina), village.person("Tono", "903")
    asked = joins(tono, dewi)
    village.rounds(dewi)
    members.remove(rina.laptop, rina.space, dewi.dev)
    village.rounds()
    assert rina.role(rina.space, tono) == ""
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    assert rina.role(rina.space, tono) == "pembaca"


def test_when_all_coordinators_are_lost_the_founder_names_another(joined, village, rina, sari):
    """The administrator cuts off the laptop that is lost, and a new office is founded."""
    session = sari.session()
    village.rounds()
    wati = village.coordinator("Wati")
    joins(sari, wati)
    village.rounds(wati, sari)
    assert village.meet(sari).later == 1
    assert not wati.reads_session(session)
    village.log.desk.connection.execute("UPDATE device SET disabled = 1 WHERE dev = %s", [rina.dev])
    village.rounds(sari, wati, sari)
    assert wati.reads_session(session)
    assert wati.role(sari.space, wati) == "koordinator"
    assert village.meet(sari).waits == 0


def test_by_stick_alone_a_volunteer_joins_without_any_server(tmp_path) -> None:
    village = Village(tmp_path)
    rina, sari = village.person("Rina"), village.person("Sari", "901")
    session = sari.session()
    asked = asks(sari, rina)
    carry(sari, rina)
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    carry(rina, sari)
    carry(sari, rina)
    assert rina.reads_session(session)
    assert sari.role(rina.space, sari) == "pembaca"
    assert sari.laptop.rights.of(sari.space).standing(sari.dev)["pact"][0].value == PACT
    village.close()


# -- whom keys are handed to -----------------------------------------------------------------


def test_a_stranger_who_founds_a_space_in_somebodys_name_gets_no_key(
    joined, village, rina, sari
) -> None:
    tono = village.person("Tono")
    card = members.words.card_of(sari.laptop, rina.space, rina.dev)
    values = {"role": "koordinator", "active": True}
    members.words.about(tono.laptop, tono.space, rina.dev, values, card)
    carry_all(tono, rina)
    assert tono.space not in rina.laptop.trusted()
    assert tono.space in village.people[2].laptop.trusted()


def test_who_calls_anothers_space_his_own_is_not_believed(village, rina, sari) -> None:
    tono = village.person("Tono", "903")
    line = enrolment.request(
        tono.laptop, code="0" * 8, name="Tono", space=sari.space, rt=tono.rt
    )  # fmt: skip
    members.admit(rina.laptop, rina.space, enrolment.read_request(line), Terms(pact=PACT))
    assert spaces_of_rt(rina.laptop, tono.rt_id) == ()
    joins(sari, rina)
    village.rounds(rina, sari)
    assert spaces_of_rt(rina.laptop, sari.rt_id) == (sari.space,)
    assert spaces_of_rt(rina.laptop, tono.rt_id) == ()
    assert tono.dev not in rina.now(sari.space)
