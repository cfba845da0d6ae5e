from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.seal import sign
from patbm_desktop.wire.signature import verify

KEYS = sign.restore(bytes(range(64)))


def test_a_signature_holds_for_the_exact_bytes_and_their_author_alone():
    sig = sign.sign(KEYS, b"body")
    assert verify(KEYS.sign_pk, b"body", sig)
    assert not verify(KEYS.sign_pk, b"Body", sig)
    assert not verify(sign.make().sign_pk, b"body", sig)


def test_a_signature_of_bytes_that_are_no_op_does_not_pass_for_one():
    sig = sign.sign(KEYS, b"body")
    assert not verify(KEYS.sign_pk, b"patbm-op-1body", sig)


@given(st.binary(max_size=80), st.binary(max_size=80), st.binary(max_size=80))
def test_no_bytes_at_all_make_the_check_raise(sign_pk, body, sig):
    assert verify(sign_pk, body, sig) is False
