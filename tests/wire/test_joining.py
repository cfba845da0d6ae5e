"""The small messages: proofs hold for what was proven, and no bytes raise past the boundary."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.seal import sign
from patbm_desktop.wire import joining
from patbm_desktop.wire.bad_message import BadMessage
from tests.wire.test_line import JSON, SPACE

KEYS = sign.restore(bytes(range(64)))
ENROLMENT = joining.Enrolment(
    "7QH2M8KX", "Ibu Contoh", KEYS.sign_pk.hex(), KEYS.box_pk.hex(), SPACE, "901"
)
KINDS = [
    joining.Hello, joining.Challenge, joining.TokenRequest, joining.TokenAnswer, joining.Why,
    joining.InviteRequest, joining.InviteAnswer, joining.Card, joining.Enrolment,
    joining.EnrolAnswer,
]  # fmt: skip


def enrolled(body, keys=KEYS):
    return joining.enrol_line(sign.sign_bytes(keys, joining.enrol_bytes(body)), body)


def test_an_enrolment_is_read_with_its_exact_bytes():
    body = ENROLMENT.encode()
    read, sig, same = joining.read_enrol_line(enrolled(body))
    assert (read, same) == (ENROLMENT, body)
    assert joining.is_signed(KEYS.sign_pk, joining.enrol_bytes(body), sig)


def test_an_enrolment_that_another_signed_is_refused():
    with pytest.raises(BadMessage):
        joining.read_enrol_line(enrolled(ENROLMENT.encode(), sign.make()))


@pytest.mark.parametrize(
    "changed", [{"sign_pk": "00"}, {"box_pk": "x" * 64}, {"space": "x"}, {"name": "x" * 201}]
)
def test_an_enrolment_without_good_keys_or_space_is_refused(changed):
    body = json.dumps({**json.loads(ENROLMENT.encode()), **changed}).encode()
    with pytest.raises(BadMessage):
        joining.read_enrol_line(enrolled(body))


def test_a_card_fits_only_the_device_that_both_keys_make():
    card = joining.Card(KEYS.dev, "laptop", KEYS.sign_pk.hex(), KEYS.box_pk.hex())
    assert card.fits()
    other = sign.make().box_pk.hex()
    assert not joining.Card(KEYS.dev, "laptop", KEYS.sign_pk.hex(), other).fits()
    assert not joining.Card(KEYS.dev, "laptop", "zz", "").fits()


def test_what_is_signed_to_be_let_in_names_host_device_and_nonce():
    assert joining.token_bytes("server.contoh", "d", "n") == b"patbm-token-1\nserver.contoh\nd\nn"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(raw=st.binary(max_size=80) | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_bytes_raise_anything_but_bad_message(kind, raw):
    with contextlib.suppress(BadMessage):
        assert isinstance(joining.read(kind, raw), kind)
    with contextlib.suppress(BadMessage):
        assert joining.read_enrol_line(raw)


@given(st.binary(max_size=40), st.binary(max_size=70))
def test_no_bytes_make_the_check_of_a_signature_raise(message, sig):
    assert not joining.is_signed(KEYS.sign_pk, message, sig)
    assert not joining.is_signed(sig, message, sig)
