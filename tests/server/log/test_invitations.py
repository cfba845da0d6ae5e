"""Inviting and asking to join: one code, one laptop, fourteen days; nobody guesses in peace."""

import pytest

from patbm_desktop.domain.ids import device_code
from patbm_desktop.server.log import invitations
from patbm_desktop.server.log.tries import MOST_AN_ADDRESS, WINDOW, Tries
from patbm_desktop.wire.joining import NO_SPACE, InviteRequest, enrol_line
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


def test_a_request_waits_for_the_coordinator_until_the_office_names_laptop_and_space(
    kelurahan, desk, code
):
    budi = Author()
    asked, sig, body = enrolment(budi, code)
    invitations.enrol(desk, asked, sig, body)
    assert waiting(kelurahan) == [(sig, body)]
    admission = kelurahan.rina.member(within(budi, kelurahan.office), 30, role="pembaca")
    kelurahan.reader(kelurahan.rina).turn([admission])
    assert waiting(kelurahan) == [(sig, body)]
    kelurahan.reader(kelurahan.rina).turn([kelurahan.space_op(budi, 31)])
    assert waiting(kelurahan) == []


def ask(kelurahan, author, space="", rt="902"):
    """Let a laptop ask to join with a fresh invitation; return its line as it is handed on."""
    request = InviteRequest(kelurahan.code, rt, "anggota")
    code = invitations.invite(kelurahan.log.desk, kelurahan.rina.dev, request)
    asked, sig, body = enrolment(author, code, space=space, rt=rt)
    invitations.enrol(kelurahan.log.desk, asked, sig, body)
    return sig, body


def waiting(kelurahan):
    return invitations.waiting(kelurahan.log.desk, kelurahan.rina.dev, [kelurahan.code])


def test_who_was_sent_away_and_asks_again_waits_again(kelurahan):
    budi = within(kelurahan.budi, kelurahan.office)
    ask(kelurahan, budi, NO_SPACE)
    in_ = kelurahan.rina.member(budi, 30, role="pembaca")
    out = kelurahan.rina.member(budi, 31, active=False, keep=[], over={"active": [in_.id]})
    for op in (in_, out):
        kelurahan.reader(kelurahan.rina).turn([op])
    assert waiting(kelurahan) == []
    again = ask(kelurahan, budi, NO_SPACE)
    assert waiting(kelurahan) == [again]
    back = kelurahan.rina.member(budi, 32, active=True, over={"active": [out.id]})
    kelurahan.reader(kelurahan.rina).turn([back])
    assert waiting(kelurahan) == []


def test_the_word_that_sends_her_away_does_not_answer_her_next_request(kelurahan):
    budi = within(kelurahan.budi, kelurahan.office)
    in_ = kelurahan.rina.member(budi, 30, role="pembaca")
    kelurahan.reader(kelurahan.rina).turn([in_])
    line = ask(kelurahan, budi, Author().space)
    out = kelurahan.rina.member(budi, 31, active=False, keep=[], over={"active": [in_.id]})
    kelurahan.reader(kelurahan.rina).turn([out])
    assert waiting(kelurahan) == [line]


def test_a_member_who_asks_for_a_second_rt_waits_until_its_space_is_listed(kelurahan):
    sari, second = kelurahan.sari, Author()
    second.device = sari.device
    line = ask(kelurahan, sari, second.space)
    pact = kelurahan.rina.member(kelurahan.sari_office, 40, pact="2026-11-20")
    kelurahan.reader(kelurahan.rina).turn([pact])
    assert waiting(kelurahan) == [line]
    kelurahan.reader(kelurahan.rina).turn([kelurahan.space_op(sari, 41, second.space)])
    assert waiting(kelurahan) == []


def test_a_laptop_that_starts_anew_with_the_same_invitation_waits_again(kelurahan, desk, code):
    budi = Author()
    for op in (30, 31):
        asked, sig, body = enrolment(budi, code)
        invitations.enrol(desk, asked, sig, body)
        assert waiting(kelurahan) == [(sig, body)]
        kelurahan.reader(kelurahan.rina).turn([
            kelurahan.rina.member(within(budi, kelurahan.office), op, role="pembaca"),
            kelurahan.space_op(budi, op + 10),
        ])  # fmt: skip
        assert waiting(kelurahan) == []
        budi = within(budi, Author().space)


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


def test_the_administrator_lets_in_by_the_invitation_used_last(connection):
    made, rina = Kelurahan(connection, code=fresh_code()), Author()
    desk, places = made.log.desk, [fresh_code(), fresh_code()]
    for where in places:
        asked = InviteRequest(where, "", "koordinator")
        code = invitations.invite(desk, invitations.ADMINISTRATOR, asked)
        made.now.moment += 1
        invitations.enrol(desk, *enrolment(rina, code, rt=""))
    assert invitations.approve(desk, device_code(rina.dev)).kelurahan == places[-1]


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
