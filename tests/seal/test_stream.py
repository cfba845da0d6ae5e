"""A sealed stream: only its readers open it, and nothing of it can be cut, changed or swollen."""

import io
import os
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import sign, stream
from tests.examples import examples

KEY = stream.draw_key()
HEAD = b'["space","0123"]'
SOME = [b"one", b"", b"three " * 1000]


def sealed(lines=SOME, key=KEY, bound=HEAD):
    file = io.BytesIO()
    sealer = stream.Sealer(file.write, key, bound)
    for line in lines:
        sealer.line(line)
    sealer.finish()
    return file.getvalue()


def opened(raw, key=KEY, bound=HEAD):
    return list(stream.lines(io.BytesIO(raw).read, key, bound))


def refusal_of(raw, **more):
    with pytest.raises(Fault) as fault:
        opened(raw, **more)
    return fault.value.refusal


def packed_as_stream(packed):
    """Return a stream whose packed bytes are given: what a liar with the key may write."""
    file = io.BytesIO()
    sealer = stream.Sealer(file.write, KEY, HEAD)
    for at in range(0, len(packed), stream.PIECE):
        sealer._piece(packed[at : at + stream.PIECE], stream.MESSAGE)
    sealer._piece(b"", stream.FINAL)
    file.write(bytes(4))
    return file.getvalue()


@pytest.mark.parametrize("lines", [[], [b""], SOME, [os.urandom(60_000).hex().encode()] * 5])
def test_what_goes_in_comes_out(lines):
    assert opened(sealed(lines)) == lines


def test_each_reader_finds_the_key_in_the_head_and_nobody_else():
    sari, rina, tono = (sign.make() for _ in range(3))
    head = stream.for_readers(KEY, {each.dev: each.box_pk for each in (sari, rina)})
    assert stream.key_for(sari, head[sari.dev]) == stream.key_for(rina, head[rina.dev]) == KEY
    assert all(stream.key_for(tono, wrapped) is None for wrapped in (*head.values(), None, "x"))


def test_a_stream_cut_anywhere_is_known_to_be_cut():
    raw = sealed([os.urandom(500).hex().encode() for _ in range(300)])
    found = {refusal_of(raw[:at]) for at in range(0, len(raw), 997)}
    assert found == {Refusal.BUNDLE_CUT}


def test_a_last_piece_left_out_is_known_even_when_the_end_is_there():
    raw = sealed([os.urandom(60_000).hex().encode()] * 2)
    first = 24 + 4 + int.from_bytes(raw[24:28], "big")
    assert refusal_of(raw[:first] + bytes(4)) == Refusal.BUNDLE_CUT


def test_pieces_that_changed_places_are_noticed():
    raw = sealed([os.urandom(100_000 // 2).hex().encode() for _ in range(4)])
    size = 4 + stream.PIECE + stream.MORE_BYTES
    first, second = raw[24 : 24 + size], raw[24 + size : 24 + 2 * size]
    assert refusal_of(raw[:24] + second + first + raw[24 + 2 * size :]) == Refusal.BUNDLE_ALTERED


@pytest.mark.parametrize("more", [{"key": stream.draw_key()}, {"bound": b"another head"}])
def test_another_key_or_another_head_opens_nothing(more):
    assert refusal_of(sealed(), **more) == Refusal.BUNDLE_ALTERED


@settings(max_examples=examples(150))
@given(st.data())
def test_no_flipped_bit_goes_unnoticed(data):
    raw = bytearray(sealed())
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= 1 << data.draw(st.integers(0, 7))
    assert refusal_of(bytes(raw)) in {Refusal.BUNDLE_ALTERED, Refusal.BUNDLE_CUT}


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_refusal(raw):
    assert refusal_of(raw) in {Refusal.BUNDLE_ALTERED, Refusal.BUNDLE_CUT}


@given(st.binary(max_size=200))
def test_no_packed_bytes_raise_anything_but_a_refusal(packed):
    if not packed.startswith(b"\x1f\x8b"):
        assert refusal_of(packed_as_stream(packed)) == Refusal.BUNDLE_ALTERED


def test_a_line_that_no_op_can_be_is_put_down():
    file = packed_as_stream(zlib.compress(b"x" * (stream.LINE + 1), 0, 31))
    assert refusal_of(file) == Refusal.BUNDLE_SWOLLEN
    with pytest.raises(ValueError, match="longer"):
        sealed([b"x" * (stream.LINE + 1)])


def test_the_longest_line_still_goes():
    longest = [b"x" * stream.LINE] * 3
    assert opened(sealed(longest)) == longest


def test_a_bomb_is_put_down_before_it_fills_the_memory():
    bomb = packed_as_stream(zlib.compress(b"a line\n" * 2_000_000, 9, 31))
    tracemalloc.start()
    with pytest.raises(Fault) as fault:
        for _ in stream.lines(io.BytesIO(bomb).read, KEY, HEAD):
            pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert fault.value.refusal == Refusal.BUNDLE_SWOLLEN
    assert peak < 2 * 1024 * 1024


def test_bytes_behind_the_packed_text_are_noticed():
    packed = zlib.compress(b"a line\n", 6, 31)
    assert refusal_of(packed_as_stream(packed + b"more")) == Refusal.BUNDLE_ALTERED
    assert refusal_of(packed_as_stream(packed[:-4])) == Refusal.BUNDLE_ALTERED
    assert refusal_of(packed_as_stream(zlib.compress(b"no end", 6, 31))) == Refusal.BUNDLE_ALTERED


def test_a_stream_for_others_is_walked_over():
    source = io.BytesIO(sealed() + b"next")
    stream.skip(source.read)
    assert source.read() == b"next"


def test_a_long_stream_takes_little_memory_both_ways(tmp_path):
    path = tmp_path / "stream"
    tracemalloc.start()
    with path.open("wb") as file:
        sealer = stream.Sealer(file.write, KEY, HEAD)
        for number in range(1_500):
            sealer.line(os.urandom(1_000).hex().encode() + b"%d" % number)
        sealer.finish()
    with path.open("rb") as file:
        count = sum(1 for _ in stream.lines(file.read, KEY, HEAD))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 1_500
    assert peak < 2 * 1024 * 1024
