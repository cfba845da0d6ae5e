from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.seal import sign
from patbm_desktop.wire import signature
from patbm_desktop.wire.signature import WORTH_SHARING, Signed, verify, verify_all

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


def many(count: int) -> list[Signed]:
    """Return signatures of which every third is another body's."""
    bodies = [b"%d" % number for number in range(count)]
    wrong = [body + b"!" if number % 3 == 0 else body for number, body in enumerate(bodies)]
    return [
        Signed(KEYS.sign_pk, body, sign.sign(KEYS, signed))
        for body, signed in zip(bodies, wrong, strict=True)
    ]


def test_of_many_signatures_each_is_judged_by_itself_however_many_there_are():
    for count in (0, 1, WORTH_SHARING - 1, WORTH_SHARING, WORTH_SHARING * 3 + 1):
        assert verify_all(many(count)) == [number % 3 != 0 for number in range(count)]


def test_signatures_are_checked_all_the_same_while_the_helper_is_busy():
    every = many(WORTH_SHARING * 2)
    with signature._helper_is_free:
        assert verify_all(every) == [verify(*each) for each in every]
    assert verify_all(every) == [verify(*each) for each in every]
