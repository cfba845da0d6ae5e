"""Inviting and asking to join: one code, one laptop, fourteen days; nobody guesses in peace."""

import pytest

from patbm_desktop.domain.ids import device_code
from patbm_desktop.server.log import invitations
from patbm_desktop.server.log.tries import MOST_AN_ADDRESS, WINDOW, Tries
from patbm_desktop.wire.joining import InviteRequest, enrol_line
from tests.server.cast import Kelurahan, Now, enrolment, within
from tests.server.conftest import fresh_code
from tests.server.running import HttpLaptop, founded
from tests.store.laptop import Author


@pytest.fixture
def desk(kelurahan):
    return kelurahan.log.desk


@pytest.fixture
def code(kelurahan, desk):
    return invitations.invite(
        desk, kelurahan.rina.dev, InviteRequest(kelurahan.code, "901", "anggota")
    )


def test_an_invitation_is_eight_characters_that_nobody_misreads(code):
    assert len(code) == 8
    assert not set(code) & set("ILOU")


def test_an_invited_laptop_is_given_the_cards_of_the_coordinators(kelurahan, desk, code):
    answer = invitations.enrol(desk, *enrolment(Author(), code))
    assert (answer.kelurahan, answer.office) == (kelurahan.code, kelurahan.office)
    assert [card.dev for card in answer.cards] == [kelurahan.rina.dev]
    assert all(card.fits() for card in answer.cards)


def test_a_repeated_request_is_answered_the_same(desk, code):
    budi = Author()
    assert invitations.enrol(desk, *enrolment(budi, code)) == invitations.enrol(
        desk, *enrolment(budi, code.lower())
    )


def test_another_laptop_cannot_use_the_code_again(desk, code):
    invitations.enrol(desk, *enrolment(Author(), code))
    with pytest.raises(invitations.NoSuchCode):
        invitations.enrol(desk, *enrolment(Author(), code))


def test_after_fourteen_days_an_invitation_is_no_more(kelurahan, desk, code):
    kelurahan.now.moment += 14 * 24 * 3600
    with pytest.raises(invitations.NoSuchCode):
        invitations.enrol(desk, *enrolment(Author(), code))


def test_a_request_waits_for_the_coordinator_until_the_office_names_the_laptop(
    kelurahan, desk, code
):
    budi = Author()
    asked, sig, body = enrolment(budi, code)
    invitations.enrol(desk, asked, sig, body)
    assert invitations.waiting(desk, kelurahan.rina.dev, [kelurahan.code]) == [(sig, body)]
    admission = kelurahan.rina.member(within(budi, kelurahan.office), 30, role="pembaca")
    kelurahan.reader(kelurahan.rina).turn([admission])
    assert invitations.waiting(desk, kelurahan.rina.dev, [kelurahan.code]) == []


@pytest.mark.parametrize("who", ["sari", "tono"])
def test_nobody_but_a_coordinator_invites_or_sees_who_waits(kelurahan, desk, who):
    dev = getattr(kelurahan, who).dev
    with pytest.raises(invitations.NotAllowed):
        invitations.invite(desk, dev, InviteRequest(kelurahan.code, "901", "anggota"))
    with pytest.raises(invitations.NotAllowed):
        invitations.waiting(desk, dev, [kelurahan.code])


@pytest.mark.parametrize(
    "asked",
    [("64.71.99.9999", "901", "anggota"), ("x", "901", "anggota"), (None, "RT 1", "anggota"),
     (None, "901", "arsip")],
)  # fmt: skip
def test_an_invitation_names_her_kelurahan_an_rt_and_a_role(kelurahan, desk, asked):
    where, rt, role = asked
    request = InviteRequest(where or kelurahan.code, rt, role)
    with pytest.raises(invitations.NotAllowed):
        invitations.invite(desk, kelurahan.rina.dev, request)


def test_the_first_coordinator_is_let_in_by_her_twelve_characters_typed(connection):
    made, rina, where = Kelurahan(connection, code=fresh_code()), Author(), fresh_code()
    desk = made.log.desk
    asked = InviteRequest(where, "", "koordinator")
    code = invitations.invite(desk, invitations.ADMINISTRATOR, asked)
    answer = invitations.enrol(desk, *enrolment(rina, code, rt=""))
    assert (answer.kelurahan, answer.office, answer.cards) == (where, "", [])
    typed = device_code(rina.dev)
    approved = invitations.approve(desk, f"{typed[:4]} {typed[4:8]}-{typed[8:].lower()}")
    assert (approved.kelurahan, approved.office, approved.is_second) == (where, rina.space, False)
    assert made.reader(rina).turn().put == {}
    with pytest.raises(invitations.NoSuchRequest):
        invitations.approve(desk, "0" * 12)


def test_who_was_invited_by_a_coordinator_is_not_let_in_by_the_administrator(desk, code):
    budi = Author()
    invitations.enrol(desk, *enrolment(budi, code))
    with pytest.raises(invitations.NoSuchRequest):
        invitations.approve(desk, device_code(budi.dev))


def test_only_wrong_codes_count_and_only_for_ten_minutes():
    now = Now()
    tries = Tries(now)
    for _ in range(MOST_AN_ADDRESS):
        assert tries.wait("10.0.0.7") == 0
        tries.note_wrong("10.0.0.7")
    assert 0 < tries.wait("10.0.0.7") <= WINDOW + 1
    assert tries.wait("10.0.0.8") == 0
    now.moment += WINDOW
    assert tries.wait("10.0.0.7") == 0


def test_over_http_a_laptop_joins_and_a_guess_is_told_so(sqlite_server):
    made = founded(sqlite_server, fresh_code())
    rina = HttpLaptop(sqlite_server, made.rina).known()
    asked = f'{{"kelurahan":"{made.code}","rt":"901","role":"anggota"}}'.encode()
    code = rina.call("POST", "/v1/invite", asked).json()["code"]
    guest = HttpLaptop(sqlite_server, Author())
    _, sig, body = enrolment(guest.author, code)
    joined = guest.call("POST", "/v1/enrol", enrol_line(sig, body))
    assert (joined.status_code, joined.json()["office"]) == (202, made.office)
    assert rina.call("GET", "/v1/enrol").content == enrol_line(sig, body)
    _, sig, body = enrolment(Author(), "00000000")
    assert guest.call("POST", "/v1/enrol", enrol_line(sig, body)).status_code == 404
    assert guest.call("POST", "/v1/enrol", enrol_line(b"x" * 64, body)).status_code == 400
