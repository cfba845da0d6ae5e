"""The coordinator's page and the newcomer's, on real vaults, over a desk and the server's log."""

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities
from patbm_desktop.actions.cases import case_noting
from patbm_desktop.actions.entrance import new_vault, vault
from patbm_desktop.actions.entrance.new_vault import Archive, Profile
from patbm_desktop.actions.kelurahan import case_access, holding, joining, membership, roll
from patbm_desktop.actions.kelurahan.joining import State
from patbm_desktop.actions.kelurahan.membership import Terms
from patbm_desktop.actions.kelurahan.roll import CaseReader, CaseReaders
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.travel import syncing
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.region import parse
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.sync import journal, words
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.joining import Card, EnrolAnswer, InviteRequest, read_enrol_line
from tests.actions.conftest import NOW, PASSPHRASE
from tests.domain.test_region import FILE
from tests.store.laptop import Author

RINA = Profile(name="Rina Contoh", kelurahan_code="64.71.99.1001", rt_number="", region="contoh")
PACT = Terms(pact="2026-11-20")
WALK = Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",), date=date(2026, 11, 1))


@dataclass
class OpenDesk:
    """The eight calls that joining needs, of a server that knows one office."""

    office: str
    cards: list[Card]
    lines: list[bytes] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    kelurahan: str = RINA.kelurahan_code

    def invite(self, request: InviteRequest) -> str:
        self.codes.append(f"{len(self.codes):08d}")
        return self.codes[-1]

    def enrol(self, line: bytes) -> EnrolAnswer:
        asked, _, _ = read_enrol_line(line)
        if asked.code not in self.codes:
            raise Fault(Refusal.CODE_UNKNOWN)
        self.lines.append(line)
        return EnrolAnswer(self.kelurahan, self.office, self.cards)

    def waiting(self):
        return tuple(self.lines)


@dataclass
class Refusing:
    """A server that refuses everything for one reason."""

    why: Refusal

    def invite(self, _: InviteRequest) -> str:
        raise Fault(self.why)

    def enrol(self, _: bytes) -> EnrolAnswer:
        raise Fault(self.why)

    def waiting(self):
        raise Fault(self.why)


@pytest.fixture(scope="session")
def office_vault(tmp_path_factory):
    """Rina's vault as it was founded, and the keys it opens with."""
    folder = tmp_path_factory.mktemp("office") / "vault"
    made = new_vault.make(folder, RINA, PASSPHRASE, FixedClock(NOW))
    held = made.unlocked.held
    made.close()
    return folder, held


@pytest.fixture
def rina(office_vault, tmp_path, clock):
    folder = Path(shutil.copytree(office_vault[0], tmp_path / "rina"))
    opened = vault.open_held(folder, office_vault[1], clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(rina):
    card = words.own_card(rina.laptop, rina.me.name)
    return OpenDesk(rina.space, [card])


@pytest.fixture
def log(rina):
    connection = PlainSqlite(synchronous="OFF")
    schema.make(connection)
    register_office(connection, RINA.kelurahan_code, rina.space, words.own_card(rina.laptop, ""))
    return Log(connection)


def meet(log, *who):
    for _ in range(2):
        for each in who:
            ServerExchange(ServerOffice(log, each.device.dev)).meet(each.laptop)
            each.refresh()


def code_of(ws):
    return joining.own_code(ws).replace(" ", "-").lower()


@pytest.fixture
def joined(ws, rina, desk, log):
    """Sari has joined Rina's kelurahan by code."""
    invited = membership.invite(rina, "901", desk=desk)
    joining.join_by_code(ws, "", invited.groups, desk=desk)
    membership.approve(rina, code_of(ws), PACT, desk=desk)
    meet(log, rina, ws, rina)
    return log


# -- vaults ----------------------------------------------------------------------------------


def test_the_vault_of_a_coordinator_opens_without_an_rt(rina) -> None:
    assert (rina.rt, rina.me.rt_number, rina.me.name) == ("", "", "Rina Contoh")
    assert (rina.me.kelurahan_code, rina.me.kelurahan_name) == ("64.71.99.1001", "Contoh")
    assert rina.spaces == (rina.space,)
    assert [each.label for each in roll.people(rina)] == ["Laptop kelurahan"]


def test_no_case_stands_in_the_vault_of_an_office(rina) -> None:
    assert not case_access.can_read(rina)
    with pytest.raises(Fault) as caught:
        case_noting.note(rina, CaseDetail(category="perlu_perhatian"))
    assert caught.value.refusal is Refusal.CASES_ELSEWHERE


def test_an_office_keeps_sessions_of_its_own(rina) -> None:
    ent = activities.record(rina, WALK).ent
    assert rina.entity("activity", ent).space == rina.space


def test_an_office_names_places_and_people_without_an_rt(rina) -> None:
    place, edits = people.place_edit(rina, "Aula")
    person, more = people.person_edit(rina, "Dewi")
    rina.write([*edits, *more])
    assert rina.values("place", place) == {"name": "Aula"}
    assert rina.values("person", person)["level"] == "kelurahan"


def test_the_vault_of_an_arsip_opens_and_holds_no_key(tmp_path, clock) -> None:
    ws = new_vault.make_archive(tmp_path / "arsip", Archive(region="contoh"), PASSPHRASE, clock)
    assert new_vault.is_archive(ws)
    assert (ws.sealing, ws.laptop.opener.keys) == ({}, {})
    assert ws.device.sign_pk.hex() in new_vault.archive_keys(ws)
    ws.close()


def test_a_region_file_names_the_arsip_laptops(tmp_path, clock, ws) -> None:
    keys = {"sign_pk": ws.device.sign_pk.hex(), "box_pk": ws.device.box_pk.hex()}
    region = parse({**FILE, "archive": [keys]})
    assert dict(region.archivists) == {ws.device.dev: ws.device.sign_pk}


# -- by code ---------------------------------------------------------------------------------


def test_an_invitation_is_five_groups_of_four_that_begin_with_the_coordinators_own(
    rina, desk
) -> None:
    invited = membership.invite(rina, "901", desk=desk)
    groups = invited.groups.split(" ")
    assert [len(each) for each in groups] == [4] * 5
    assert " ".join(groups[:3]) == joining.own_code(rina)


def test_a_volunteer_joins_by_code_and_is_admitted_by_her_own(joined, ws, rina) -> None:
    assert joining.standing(ws).state is State.JOINED
    assert [each.name for each in roll.people(rina)] == ["Rina Contoh", "Sari Melati"]


def test_until_she_is_admitted_she_waits(ws, rina, desk) -> None:
    assert joining.standing(ws).state is State.ALONE
    invited = membership.invite(rina, "901", desk=desk)
    standing = joining.join_by_code(ws, "", invited.groups, desk=desk)
    assert (standing.state, standing.coordinator) == (State.ASKED, "Rina Contoh")
    (request,) = membership.requests(rina, desk)
    assert (request.name, request.rt, request.invited_rt) == ("Sari Melati", "901", "901")
    assert not request.is_member


def test_a_code_of_another_coordinator_goes_no_further(ws, rina, desk) -> None:
    membership.invite(rina, "901", desk=desk)
    with pytest.raises(Fault) as caught:
        joining.join_by_code(ws, "", "0000 0000 0000 0000 0000", desk=desk)
    assert caught.value.refusal is Refusal.CARD_FOREIGN
    assert ws.laptop.rights.of(ws.space).now == {ws.device.dev}


@pytest.mark.parametrize("typed", ["", "ABCD", "UUUU-UUUU-UUUU-UUUU-UUUU", "0" * 21])
def test_what_is_no_code_is_said_to_be_none(ws, desk, typed) -> None:
    with pytest.raises(Fault) as caught:
        joining.join_by_code(ws, "", typed, desk=desk)
    assert caught.value.refusal is Refusal.CODE_UNREADABLE


def test_a_request_is_found_by_the_typed_code_alone(ws, rina, desk) -> None:
    invited = membership.invite(rina, "901", desk=desk)
    joining.join_by_code(ws, "", invited.groups, desk=desk)
    with pytest.raises(Fault) as caught:
        membership.approve(rina, "0000 0000 0000", PACT, desk=desk)
    assert caught.value.refusal is Refusal.NO_SUCH_REQUEST
    assert not hasattr(membership.requests(rina, desk)[0], "code")


def test_a_newcomer_cannot_make_herself_a_coordinator(ws, rina, desk) -> None:
    invited = membership.invite(rina, "901", desk=desk)
    joining.join_by_code(ws, "", invited.groups, desk=desk)
    membership.approve(rina, code_of(ws), PACT, desk=desk)
    assert rina.rights.of(rina.space).role(ws.device.dev) == "pembaca"


def test_who_is_no_coordinator_has_no_such_page(ws) -> None:
    for ask in (roll.people, membership.requests, lambda each: membership.invite(each, "1")):
        with pytest.raises(Fault) as caught:
            ask(ws)
        assert caught.value.refusal is Refusal.NOT_COORDINATOR


def test_an_office_is_brought_to_a_server_with_the_eight_characters_of_its_administrator(
    rina, desk
) -> None:
    desk.codes.append("ABCD2345")
    assert joining.register_office(rina, "", "abcd 2345", desk=desk) == joining.own_code(rina)
    asked, _, _ = read_enrol_line(desk.lines[0])
    assert (asked.space, asked.rt, asked.code) == (rina.space, "", "ABCD2345")


def test_an_office_takes_no_invitation_of_another_kelurahan(rina, desk) -> None:
    desk.codes.append("ABCD2345")
    desk.kelurahan = "64.71.99.1002"
    with pytest.raises(Fault) as caught:
        joining.register_office(rina, "https://patbm.contoh", "ABCD 2345", desk=desk)
    assert caught.value.refusal is Refusal.INVITATION_OF_ANOTHER_KELURAHAN
    assert not joining.server_of(rina)


def test_the_vault_of_an_rt_is_no_office(ws, desk) -> None:
    with pytest.raises(Fault) as caught:
        joining.register_office(ws, "", "ABCD2345", desk=desk)
    assert caught.value.refusal is Refusal.NOT_COORDINATOR


def test_a_second_rt_of_one_laptop_is_asked_for_by_its_number(joined, ws, rina, desk) -> None:
    invited = membership.invite(rina, "902", desk=desk)
    joining.join_by_code(ws, "", invited.groups, rt="902", desk=desk)
    membership.approve(rina, code_of(ws), PACT, desk=desk)
    meet(joined, rina, ws)
    sari = next(each for each in roll.people(rina) if not each.is_me)
    assert sari.rts == ("901", "902")
    assert ws.spaces == (ws.space,)


def test_who_asks_for_a_second_rt_waits_though_she_belongs_already(joined, ws, rina, desk) -> None:
    assert [each.is_member for each in membership.requests(rina, desk)] == [True]
    invited = membership.invite(rina, "902", desk=desk)
    joining.join_by_code(ws, "", invited.groups, rt="902", desk=desk)
    assert [each.is_member for each in membership.requests(rina, desk)] == [False]
    membership.approve(rina, code_of(ws), PACT, desk=desk)
    assert [each.is_member for each in membership.requests(rina, desk)] == [True]


def test_who_was_sent_away_from_one_rt_may_ask_to_come_back(joined, ws, rina, desk) -> None:
    first = desk.lines[0]
    invited = membership.invite(rina, "902", desk=desk)
    joining.join_by_code(ws, "", invited.groups, rt="902", desk=desk)
    membership.approve(rina, code_of(ws), PACT, desk=desk)
    meet(joined, rina, ws, rina)
    membership.remove_from_rt(rina, ws.device.dev, "901")
    assert ws.device.dev in rina.rights.of(rina.space).now
    desk.lines = [first]
    assert [each.is_member for each in membership.requests(rina, desk)] == [False]


def test_a_member_who_is_invited_as_coordinator_waits_again(joined, ws, rina, desk) -> None:
    invited = membership.invite(rina, "", role="koordinator", desk=desk)
    joining.join_by_code(ws, "", invited.groups, desk=desk)
    assert [each.is_member for each in membership.requests(rina, desk)] == [False]
    membership.change_role(rina, ws.device.dev, "koordinator")
    assert [each.is_member for each in membership.requests(rina, desk)] == [True]


def test_what_a_server_refuses_is_said_as_it_is_meant(rina) -> None:
    with pytest.raises(Fault) as caught:
        membership.requests(rina, Refusing(Refusal.DEVICE_UNKNOWN))
    assert caught.value.refusal is Refusal.OFFICE_UNKNOWN
    with pytest.raises(Fault) as caught:
        membership.invite(rina, "901", desk=Refusing(Refusal.NOT_COORDINATOR))
    assert caught.value.refusal is Refusal.OFFICE_NOT_SENT


def test_who_founded_an_office_waits_for_the_server_until_it_was_met(rina, desk, clock) -> None:
    assert not joining.standing(rina).waits_for_server
    desk.codes.append("ABCD2345")
    joining.register_office(rina, "https://patbm.contoh", "ABCD 2345", desk=desk)
    assert joining.standing(rina).waits_for_server
    journal.met_trouble(rina.db, Refusal.DEVICE_UNKNOWN.value)
    assert syncing.state(rina).trouble is Refusal.OFFICE_UNKNOWN
    journal.met(rina.db, clock.now())
    assert not joining.standing(rina).waits_for_server
    journal.met_trouble(rina.db, Refusal.DEVICE_UNKNOWN.value)
    assert joining.standing(rina).waits_for_server


# -- by file ---------------------------------------------------------------------------------


def test_an_invitation_file_is_for_its_rt_alone(ws, rina, tmp_path) -> None:
    path = tmp_path / "undangan.json"
    membership.save_invitation(membership.invite(rina, "902"), path)
    with pytest.raises(Fault) as caught:
        joining.join_by_file(ws, path)
    assert caught.value.refusal is Refusal.INVITATION_OF_ANOTHER_RT


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 40, b"[" * 20_000, b'{"patbm":2}'])
def test_a_file_that_is_no_invitation_is_said_to_be_none(ws, tmp_path, content) -> None:
    path = tmp_path / "undangan.json"
    path.write_bytes(content)
    with pytest.raises(Fault) as caught:
        joining.join_by_file(ws, path)
    assert caught.value.refusal is Refusal.INVITATION_UNREADABLE


def test_an_invitation_file_without_a_server_lets_the_coordinator_in_at_once(
    ws, rina, tmp_path
) -> None:
    path = tmp_path / "undangan.json"
    membership.save_invitation(membership.invite(rina, "901"), path)
    joining.join_by_file(ws, path)
    assert ws.laptop.rights.of(ws.space).role(rina.device.dev) == "koordinator"


def test_an_invitation_file_goes_by_stick_where_its_server_is_out_of_reach(
    ws, rina, tmp_path
) -> None:
    path = tmp_path / "undangan.json"
    membership.save_invitation(membership.invite(rina, "901"), path)
    standing = joining.join_by_file(ws, path, desk=Refusing(Refusal.NO_NETWORK))
    assert (standing.state, standing.by_stick) == (State.ASKED, True)
    assert joining.standing(ws).by_stick


# -- a server that does not know a laptop (any more) -----------------------------------------


def unknown(ws) -> None:
    """Note what a round notes to which the server answers that it does not know this laptop."""
    journal.met_trouble(ws.db, Refusal.DEVICE_UNKNOWN.value)


def test_a_request_that_a_restored_server_lost_is_handed_in_again(ws, rina, desk) -> None:
    joining.join_by_code(ws, "", membership.invite(rina, "901", desk=desk).groups, desk=desk)
    asked, desk.lines = desk.lines, []
    joining.hand_in(ws, desk)
    unknown(ws)
    assert desk.lines == asked
    assert syncing.state(ws).trouble is Refusal.DEVICE_UNKNOWN
    assert not joining.standing(ws).is_forgotten


def test_an_invitation_that_no_server_knows_is_asked_for_once_and_another_is_needed(
    ws, rina, desk
) -> None:
    code = membership.invite(rina, "901", desk=desk)
    joining.join_by_code(ws, "https://patbm.contoh", code.groups, desk=desk)
    desk.lines, desk.codes = [], []
    joining.hand_in(ws, desk)
    unknown(ws)
    assert syncing.state(ws).trouble is Refusal.INVITATION_FORGOTTEN
    assert joining.standing(ws).is_forgotten
    joining.hand_in(ws, Refusing(Refusal.OFFICE_NOT_SENT))
    again = membership.invite(rina, "901", desk=desk)
    joining.join_by_code(ws, "", again.groups, desk=desk)
    assert not joining.standing(ws).is_forgotten


def test_a_member_whom_a_restored_server_does_not_know_asks_by_herself_once_more(
    joined, ws, rina, desk
) -> None:
    asked, desk.lines = desk.lines, []
    joining.hand_in(ws, desk)
    unknown(ws)
    assert desk.lines == asked
    assert joining.meant(ws, Refusal.DEVICE_UNKNOWN) is Refusal.MEMBER_UNKNOWN
    desk.codes = []
    joining.hand_in(ws, desk)
    assert joining.meant(ws, Refusal.DEVICE_UNKNOWN) is Refusal.MEMBER_FORGOTTEN
    joining.note_known(ws)
    assert joining.meant(ws, Refusal.DEVICE_UNKNOWN) is Refusal.MEMBER_UNKNOWN


def test_who_was_sent_away_is_not_asked_for_again(joined, ws, rina, desk) -> None:
    membership.remove(rina, ws.device.dev)
    meet(joined, rina, ws)
    desk.lines = []
    joining.hand_in(ws, desk)
    assert desk.lines == []


def test_a_laptop_that_went_with_the_coordinator_who_let_it_in_is_to_be_let_in_again(rina) -> None:
    """Dewi let it in while Rina, who did not know of it, removed her."""
    dewi, guest = Author(rina.space), Author(rina.space)
    card = Card(dewi.dev, "", dewi.device.sign_pk.hex(), dewi.device.box_pk.hex())
    led = {"role": "koordinator", "active": True}
    words.about(rina.laptop, rina.space, dewi.dev, led, card)
    membership.remove(rina, dewi.dev)
    rina.laptop.keep([dewi.member(guest, 9, role="pembaca")])
    found = {each.dev: (each.is_active, each.is_stray) for each in roll.people(rina)}
    assert found[dewi.dev] == (False, False)
    assert found[guest.dev] == (False, True)


# -- who belongs, who reads ------------------------------------------------------------------


def test_the_page_nags_until_there_are_two_coordinators(rina) -> None:
    assert roll.lacks_second_coordinator(rina)


def test_a_member_is_shown_with_her_rt_and_her_pact(joined, ws, rina) -> None:
    sari = next(each for each in roll.people(rina) if not each.is_me)
    assert (sari.rts, sari.role, sari.pact) == (("901",), "anggota", date(2026, 11, 20))
    assert (sari.reads_cases_of, sari.is_active) == (("901",), True)


def test_the_last_note_of_a_member_is_one_she_wrote(joined, ws, rina) -> None:
    assert all(each.last_on is None for each in roll.people(rina))
    activities.record(ws, WALK)
    meet(joined, ws, rina)
    assert [each.last_on for each in roll.people(rina) if not each.is_me] == [NOW.date()]


def test_bisa_dibaca_names_the_companion_and_no_other_coordinator(joined, ws, rina) -> None:
    assert [each.name for each in case_access.readers(ws)] == ["Sari"]
    membership.name_companion(rina, rina.device.dev, date(2026, 11, 21))
    meet(joined, rina, ws)
    reading = {each.name: each.is_companion for each in case_access.readers(ws)}
    assert reading == {"Sari": False, "Rina Contoh": True}


def test_who_reads_the_cases_of_an_rt_is_named_the_companion_last(joined, ws, rina) -> None:
    sari, companion = CaseReader("Sari Melati", False), CaseReader("Rina Contoh", True)
    assert roll.case_readers(rina) == (CaseReaders("901", (sari,)),)
    membership.name_companion(rina, rina.device.dev, date(2026, 11, 21))
    meet(joined, rina, ws, rina)
    assert roll.case_readers(rina) == (CaseReaders("901", (sari, companion)),)
    me = next(each for each in roll.people(rina) if each.is_me)
    assert (me.rts, me.reads_cases_of) == ((), ("901",))


def test_nobody_is_the_companion_without_a_pact(joined, rina) -> None:
    with pytest.raises(Fault) as caught:
        membership.name_companion(rina, rina.device.dev, None)
    assert caught.value.refusal is Refusal.PACT_MISSING


def test_who_left_her_rt_belongs_to_none(joined, ws, rina) -> None:
    membership.remove_from_rt(rina, ws.device.dev, "901")
    sari = next(each for each in roll.people(rina) if not each.is_me)
    assert (sari.rts, sari.is_active, sari.reads_cases_of) == ((), False, ())
    assert sari.role == "anggota"


def test_held_notes_count_by_who_wrote_them(joined, ws, rina) -> None:
    assert membership.waiting_here(rina).held == 0
    membership.remove(rina, ws.device.dev)
    for _ in range(3):
        activities.record(ws, WALK)
    meet(joined, rina, ws, rina)
    assert membership.waiting_here(rina).held == 1


def test_what_a_lost_laptop_could_open_is_listed_with_its_counts(joined, ws, rina) -> None:
    activities.record(ws, WALK)
    meet(joined, ws, rina)
    reach = {each.rt: each for each in roll.reach(rina, ws.device.dev)}
    assert set(reach) == {"901", ""}
    assert (reach["901"].uses, dict(reach["901"].counts)["activity"]) == (("umum", "kasus"), 1)
    assert reach[""].uses == ("umum",)


def test_held_notes_stand_by_author_and_are_decided_together(joined, ws, rina) -> None:
    membership.remove(rina, ws.device.dev)
    ents = [activities.record(ws, WALK).ent for _ in range(3)]
    meet(joined, rina, ws, rina)
    (group,) = holding.held(rina)
    assert (group.name, group.why) == ("Sari Melati", "keluar")
    holding.decide(rina, group.notes, ok=True)
    assert all(rina.view("activity", ent) for ent in ents)
    assert holding.held(rina) == ()


def test_a_held_note_is_called_by_its_kind_and_day_and_decided_on_alone(joined, ws, rina) -> None:
    membership.remove(rina, ws.device.dev)
    wanted, other = (activities.record(ws, WALK).ent for _ in range(2))
    meet(joined, rina, ws, rina)
    (group,) = holding.held(rina)
    found = {each.ent: each for each in group.records}
    assert (found[wanted].kind, found[wanted].on, found[wanted].rt) == (
        "activity",
        WALK.date,
        "901",
    )
    assert (found[wanted].values["type"], found[wanted].is_new) == ("sosialisasi", True)
    holding.decide(rina, found[wanted].notes, ok=True)
    assert rina.view("activity", wanted)
    assert {each.ent for of in holding.held(rina) for each in of.records} == {*found} - {wanted}
    assert other in found


def test_of_a_held_case_nothing_is_said_but_that_it_is_one(joined, ws, rina) -> None:
    membership.remove(rina, ws.device.dev)
    ent = case_noting.note(ws, CaseDetail(category="putus_sekolah", narrative="Cerita.")).ent
    meet(joined, rina, ws, rina)
    (group,) = holding.held(rina)
    (case,) = [each for each in group.records if each.ent == ent]
    assert (case.kind, dict(case.values)) == ("case", {})
    assert len(case.notes) == 2
    assert all(not each.values for each in group.records if each.kind in {"", *holding.CASE_KINDS})


def test_what_was_left_out_is_still_there_to_be_taken_in(joined, ws, rina) -> None:
    membership.remove(rina, ws.device.dev)
    ent = activities.record(ws, WALK).ent
    meet(joined, rina, ws, rina)
    holding.decide(rina, holding.held(rina)[0].notes, ok=False, why="Ganda")
    assert (holding.held(rina), rina.view("activity", ent)) == ((), None)
    (group,) = holding.held(rina, left_out=True)
    holding.decide(rina, group.notes, ok=True)
    assert rina.view("activity", ent)
    assert holding.held(rina, left_out=True) == ()


def test_a_held_note_is_found_by_the_beginning_of_its_id(joined, ws, rina) -> None:
    membership.remove(rina, ws.device.dev)
    activities.record(ws, WALK)
    meet(joined, rina, ws, rina)
    note = holding.held(rina)[0].notes[0]
    assert holding.held_note(rina, note.op[:6].upper()) == note
    with pytest.raises(Fault) as caught:
        holding.held_note(rina, "")
    assert caught.value.refusal is Refusal.NO_SUCH_HELD_NOTE
