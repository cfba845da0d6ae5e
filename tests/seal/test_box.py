import tracemalloc
import zlib
from base64 import b64decode, b64encode
from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt

from patbm_desktop.assets import asset
from patbm_desktop.domain.op import BadOp, box_aad, dumps
from patbm_desktop.seal import box, key
from patbm_desktop.seal.box import Unopened, Why, open_box, seal_box

KEY = bytes(range(32))
KID = key.kid("umum", KEY)
AAD = box_aad("0" * 32, "1" * 32, "2" * 32, 7, "3" * 16)
INSIDE = {"set": {"result": {"v": "Warga sepakat bertemu lagi minggu depan."}}}

BELOW = 2**53
values = st.recursive(
    st.none() | st.booleans() | st.integers(-BELOW, BELOW) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def sealed(padded, secret=KEY, aad=AAD):
    """Seal bytes that no box of ours would hold."""
    nonce = bytes(24)
    tag = blake2b(nonce, digest_size=8, key=secret).digest()
    cipher = crypto_aead_xchacha20poly1305_ietf_encrypt(padded, aad, nonce, secret)
    return b64encode(tag + nonce + cipher).decode()


def deflated(text, version=0):
    made = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=box._dictionary(version))
    return bytes([version]) + made.compress(text) + made.flush()


def padded(packed):
    size = max(256, -(-(len(packed) + 1) // 128) * 128)
    return (packed + b"\x80").ljust(size, b"\0")


def why(closed, keys=None, aad=AAD):
    with pytest.raises(Unopened) as heard:
        open_box({KID: KEY} if keys is None else keys, closed, aad)
    return heard.value.why


def test_what_was_sealed_opens_with_its_key_among_others():
    other = {key.kid("umum", bytes(32)): bytes(32)}
    opened = open_box(other | {KID: KEY}, seal_box(KEY, AAD, INSIDE), AAD)
    assert (opened.kid, opened.value) == (KID, INSIDE)


@given(st.dictionaries(st.text(), values, max_size=5))
def test_every_value_comes_back_as_it_went_in(value):
    assert open_box({KID: KEY}, seal_box(KEY, AAD, value), AAD).value == value


def test_the_same_value_never_looks_the_same_twice():
    assert seal_box(KEY, AAD, INSIDE) != seal_box(KEY, AAD, INSIDE)


def test_a_box_says_nothing_of_its_content_but_a_size_class():
    sizes = {len(b64decode(seal_box(KEY, AAD, {"v": "a" * n}))) for n in range(200)}
    assert sizes == {8 + 24 + 256 + 16}
    long = {"v": "".join(chr(33 + n * n % 89) for n in range(900))}
    assert (len(b64decode(seal_box(KEY, AAD, long))) - 48) % 128 == 0


def test_a_box_taken_into_another_op_stays_closed():
    assert why(seal_box(KEY, AAD, INSIDE), aad=AAD + b"0") is Why.ALTERED


def test_without_its_key_a_box_stays_closed():
    closed = seal_box(KEY, AAD, INSIDE)
    assert why(closed, keys={}) is Why.NO_KEY
    assert why(closed, keys={"other": bytes(32)}) is Why.NO_KEY


@given(st.integers(0, 8 * (48 + 256) - 1))
def test_one_flipped_bit_keeps_a_box_closed(bit):
    raw = bytearray(b64decode(seal_box(KEY, AAD, INSIDE)))
    raw[bit // 8] ^= 1 << bit % 8
    assert why(b64encode(bytes(raw)).decode()) in {Why.ALTERED, Why.NO_KEY}


@given(st.text() | st.binary().map(lambda raw: b64encode(raw).decode()))
def test_rubbish_is_no_box(text):
    assert why(text) is Why.UNREADABLE


@given(st.binary(max_size=600))
def test_rubbish_under_the_right_key_raises_nothing_else(content):
    size = max(256, -(-len(content) // 128) * 128)
    assert why(sealed(content.ljust(size, b"\0"))) in {Why.BAD_CONTENT, Why.NEWER}


@pytest.mark.parametrize("text", [b"[]", b'"x"', b'{"a":1,"a":2}', b'{"a":1.5}', b"\xff", b"{}{}"])
def test_json_that_no_op_may_hold_is_refused(text):
    assert why(sealed(padded(deflated(text)))) is Why.BAD_CONTENT


def test_a_box_may_come_without_a_dictionary_and_not_with_a_later_one():
    assert open_box({KID: KEY}, sealed(padded(deflated(b'{"a":1}'))), AAD).value == {"a": 1}
    later = bytes([box.NEWEST_DICTIONARY + 1]) + deflated(b"{}")[1:]
    assert why(sealed(padded(later))) is Why.NEWER


def test_a_box_that_swells_beyond_64_kib_is_refused_and_not_inflated():
    bomb = deflated(b'{"v":"' + b"a" * 40_000_000 + b'"}')
    assert len(bomb) < 50_000
    closed = sealed(padded(bomb))
    tracemalloc.start()
    try:
        assert why(closed) is Why.BAD_CONTENT
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_what_readers_would_not_inflate_is_not_sealed():
    with pytest.raises(BadOp, match="64 KiB"):
        seal_box(KEY, AAD, {"v": "a" * 65_536})


def test_bytes_after_the_end_of_the_deflate_are_refused():
    assert why(sealed(padded(deflated(b"{}") + b"more"))) is Why.BAD_CONTENT


def test_a_refusal_and_an_opened_box_show_nothing_of_the_content():
    opened = open_box({KID: KEY}, seal_box(KEY, AAD, INSIDE), AAD)
    assert "Warga" not in repr(opened)
    with pytest.raises(Unopened) as heard:
        open_box({KID: KEY}, sealed(padded(deflated(b'["rahasia"]'))), AAD)
    assert "rahasia" not in f"{heard.value!r} {heard.value}"


def test_the_first_dictionary_keeps_its_bytes_for_ever():
    data = asset("words/box-1.dict").read_bytes()
    assert blake2b(data, digest_size=16).hexdigest() == "251519cea1dba6296266f24ff73fb244"


def test_the_dictionary_earns_its_place():
    text = dumps(INSIDE)
    assert len(deflated(text, 1)) < 0.75 * len(deflated(text, 0))
