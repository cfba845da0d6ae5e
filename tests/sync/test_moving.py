"""An RT turns to another kelurahan: whose laptop says what, and who is sent away."""

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.server.log import rehoming
from patbm_desktop.sync import enrolment, members, moving, newcomer, words
from patbm_desktop.sync.completion import turned_away
from patbm_desktop.sync.laptop import KASUS, UMUM
from patbm_desktop.sync.members import Terms
from patbm_desktop.sync.offices import spaces_of_rt
from patbm_desktop.sync.trust import listed
from tests.sync.village import OTHER, PACT, Person, Village, asks, joins


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path)
    yield made
    made.close()


@pytest.fixture
def rina(village) -> Person:
    """The coordinator of the kelurahan that the RT leaves."""
    return village.coordinator("Rina")


@pytest.fixture
def wati(village) -> Person:
    """The coordinator of the kelurahan to which it moves."""
    return village.coordinator("Wati", OTHER)


@pytest.fixture
def sari(village, rina) -> Person:
    """The volunteer of the RT, who has joined the first one."""
    made = village.person("Sari", "901")
    joins(made, rina)
    village.rounds(rina, made)
    return made


def asks_to_move(who: Person, office: Person) -> enrolment.Waiting:
    """Let somebody say that her RT has moved to the kelurahan of `office`."""
    given = moving.gift(who.laptop, who.rt_id, office.kelurahan, who.rt)
    line = enrolment.request(
        who.laptop, code="0" * 8, name=who.name, space=given.space, rt=who.rt
    )  # fmt: skip
    card = words.own_card(office.laptop, office.name)
    newcomer.welcome(
        who.laptop, card, space=given.space, office=office.office, kelurahan=office.kelurahan
    )
    return enrolment.read_request(line)


def moves(who: Person, office: Person) -> None:
    members.admit(office.laptop, office.office, asks_to_move(who, office), Terms(pact=PACT))


def rehome(village: Village, *who: Person) -> None:
    spaces = [each.space for each in who]
    assert rehoming.rehome(village.log.desk, spaces, OTHER, lambda _: None)


def outsiders(who: Person) -> set[str]:
    return {each.dev for each in moving.outsiders(who.laptop, who.office)}


def test_her_space_is_brought_as_it_is_and_no_new_one_is_made(sari, wati):
    given = moving.gift(sari.laptop, sari.rt_id, OTHER, "003")
    assert (given.space, given.kelurahan, given.rt, given.seed) == (sari.space, OTHER, "003", b"")


def test_without_the_administrator_the_new_office_reads_nothing(village, rina, wati, sari):
    sari.session("Sebelum")
    moves(sari, wati)
    village.rounds(wati, sari)
    assert sari.space not in wati.laptop.rights.of(sari.space).now
    assert wati.now(sari.space) == frozenset()
    village.rounds(rina, sari)
    late = sari.session("Sesudah")
    village.rounds(sari, rina)
    assert rina.reads_session(late)


def test_whoever_begins_all_comes_together_once_the_three_have_done_their_part(
    village, rina, wati, sari
):
    early, secret = sari.session("Sebelum"), sari.case()
    asked = asks_to_move(sari, wati)
    village.rounds(sari, wati)
    members.admit(wati.laptop, wati.office, asked, Terms(pact=PACT))
    village.rounds(wati, sari, rina)
    rehome(village, sari)
    village.rounds(wati, sari, rina)
    assert wati.reads_session(early)
    assert sari.space in {each.space for each in listed(sari.db, sari.laptop.rights, wati.office)}
    assert sari.reads_case(secret)
    assert not wati.reads_case(secret)
    assert outsiders(wati) == {rina.dev}


def test_who_is_sent_away_reads_no_later_note_and_the_keys_are_new(village, rina, wati, sari):
    members.name_companion(rina.laptop, rina.office, rina.dev, pact=PACT)
    village.rounds(rina, sari)
    early = sari.case()
    rehome(village, sari)
    moves(sari, wati)
    village.rounds(wati, sari, rina)
    assert rina.reads_case(early)
    keys = {use: sari.clean_key(sari.space, use) for use in (UMUM, KASUS)}
    moving.send_away(wati.laptop, wati.office)
    village.rounds(wati, sari, rina)
    late, secret = sari.session("Sesudah"), sari.case()
    village.rounds(sari, wati, rina, times=2)
    assert wati.reads_session(late)
    assert not rina.reads_session(late)
    assert not rina.reads_case(secret)
    assert all(sari.clean_key(sari.space, use) != keys[use] for use in keys)
    assert outsiders(wati) == set()
    assert rina.now(sari.space) == sari.now(sari.space) == {sari.dev, wati.dev}


def test_another_laptop_of_the_rt_comes_after_and_loses_nothing(village, rina, wati, sari):
    umi = village.person("Umi", "901")
    joins(umi, rina)
    village.rounds(rina, sari, umi)
    rehome(village, sari, umi)
    moves(sari, wati)
    village.rounds(wati, sari)
    assert outsiders(wati) == {rina.dev, umi.dev}
    moving.send_away(wati.laptop, wati.office)
    unsent = umi.session("Belum terkirim", sari.space)
    village.rounds(wati, sari, umi, rina)
    assert umi.dev not in sari.now(sari.space)
    moves(umi, wati)
    village.rounds(wati, umi, sari, times=4)
    assert umi.dev in sari.now(sari.space)
    assert sari.reads_session(unsent)
    assert wati.reads_session(unsent)
    later = sari.case()
    village.rounds(sari, umi, times=2)
    assert umi.reads_case(later)


def test_the_old_office_decides_nothing_in_it_any_more(village, rina, wati, sari):
    assert not turned_away(rina.laptop, rina.office, sari.space)
    rehome(village, sari)
    moves(sari, wati)
    village.rounds(wati, sari, rina)
    assert turned_away(rina.laptop, rina.office, sari.space)
    assert not turned_away(wati.laptop, wati.office, sari.space)
    members.remove(rina.laptop, rina.office, sari.dev)
    village.rounds(rina, sari, wati)
    assert sari.dev in sari.now(sari.space)
    assert sari.dev not in sari.now(rina.office)
    late = sari.session("Sesudah")
    village.rounds(sari, wati)
    assert wati.reads_session(late)


def test_where_nobody_moved_there_is_nobody_to_send_away(village, rina, sari):
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator")
    village.rounds(rina, sari, dewi)
    assert outsiders(rina) == outsiders(dewi) == set()
    assert moving.send_away(rina.laptop, rina.office) == frozenset()
    with pytest.raises(Fault) as caught:
        moving.send_away(sari.laptop, rina.office)
    assert caught.value.refusal is Refusal.NOT_COORDINATOR


def test_the_spaces_of_an_rt_are_shown_under_what_it_is_called_now(village, rina, sari):
    umi = village.person("Umi", "901")
    asks(umi, rina)
    joins(umi, rina)
    village.rounds(rina, sari, umi)
    new = "ab" * 16
    assert spaces_of_rt(umi.laptop, new) == ()
    moving.remember_move(umi.laptop, umi.rt_id, new)
    assert set(spaces_of_rt(umi.laptop, new)) == {sari.space, umi.space}
    assert moving.moved_from(umi.laptop, new) == (umi.rt_id,)
