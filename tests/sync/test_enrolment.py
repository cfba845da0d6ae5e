"""Codes that people read out, invitation files, and requests: what is none is said to be none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.sync import enrolment, newcomer, words
from patbm_desktop.wire.bad_message import BadMessage
from tests.sync.village import Person


@pytest.fixture
def sari(tmp_path):
    made = Person(tmp_path, "Sari", "901")
    yield made
    made.close()


@pytest.fixture
def rina(tmp_path):
    made = Person(tmp_path, "Rina")
    yield made
    made.close()


def request_of(who, **more):
    said = {"code": "ABCD2345", "name": who.name, "space": who.space, "rt": who.rt, **more}
    return enrolment.request(who.laptop, **said)


def test_a_code_may_be_typed_in_any_way_people_write_it(rina):
    groups = enrolment.invitation_code(rina.dev, "0123ABCD")
    for typed in (groups, groups.lower(), groups.replace(" ", "-"), groups.replace("0", "o")):
        assert enrolment.read_invitation_code(typed) == (rina.code, "0123ABCD")


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_is_said_to_be_none(typed):
    for read, letters in ((enrolment.read_device_code, 12), (enrolment.read_drawn_code, 8)):
        found = said(read, typed)
        assert found is Refusal.CODE_UNREADABLE or len(found) == letters


def said(read, typed):
    try:
        return read(typed)
    except Fault as fault:
        return fault.refusal


def test_a_request_says_whose_it_is_and_bears_her_signature(sari):
    found = enrolment.read_request(request_of(sari))
    assert (found.dev, found.code, found.asked.person) == (sari.dev, sari.code, sari.person)
    assert found.card.fits()


def test_a_changed_request_is_none(sari, rina):
    line = request_of(sari)
    for changed in (line.replace(b"Sari", b"Sara"), line.replace(b'"901', b'"902'), line[:-9]):
        with pytest.raises(BadMessage):
            enrolment.read_request(changed)


@given(st.binary(max_size=300))
def test_no_bytes_from_outside_raise_anything_else(raw):
    assert enrolment.read_requests([raw]) == ()


def test_of_two_requests_of_one_laptop_the_newer_one_stands(sari):
    lines = [request_of(sari, code="0" * 8), request_of(sari, code="1" * 8)]
    (found,) = enrolment.read_requests(lines)
    assert found.asked.code == "1" * 8


def test_a_card_with_the_code_but_other_keys_is_not_taken(sari, rina):
    forged = words.own_card(rina.laptop, "Rina")
    forged = type(forged)(forged.dev, "Rina", forged.sign_pk, sari.laptop.device.box_pk.hex())
    with pytest.raises(Fault) as caught:
        enrolment.card_with([forged], rina.code)
    assert caught.value.refusal is Refusal.CARD_FOREIGN
    assert enrolment.card_with([forged, words.own_card(rina.laptop, "Rina")], rina.code).fits()


def test_a_laptop_that_serves_an_rt_makes_a_new_space_for_another(sari):
    assert newcomer.brought(sari.laptop, sari.kelurahan, "901") == sari.space
    other = newcomer.brought(sari.laptop, sari.kelurahan, "902")
    assert other != sari.space
    assert newcomer.brought(sari.laptop, sari.kelurahan, "902") == other
    assert sari.values("person", sari.person, other)["name"] == "Sari"
