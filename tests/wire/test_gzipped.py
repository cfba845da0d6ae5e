"""Gzip with a limit: a bomb stays small, and half a message is none."""

import contextlib
import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.wire.gzipped import BadMessage, TooLarge, pack, pack_before, pack_tail, unpack


@given(st.binary(max_size=3000))
def test_what_is_packed_is_what_is_unpacked(data):
    assert unpack(pack(data), len(data)) == data
    assert gzip.decompress(pack(data)) == data


@given(st.binary(max_size=300), st.binary(max_size=3000))
def test_an_end_that_was_packed_ahead_makes_one_member_with_its_beginning(head, end):
    packed = pack_before(head, pack_tail(end))
    assert unpack(packed, len(head + end)) == head + end
    assert gzip.decompress(packed) == head + end


def test_a_bomb_is_not_inflated_beyond_its_limit():
    bomb = pack(bytes(50_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge):
        unpack(bomb, 1000)


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>", pack(b"x" * 99)[:-1], pack(b"x") + b"y", pack(b"x") + pack(b"y"),
     zlib.compress(b"x")],
)  # fmt: skip
def test_what_is_not_one_whole_member_is_refused(data):
    with pytest.raises(BadMessage):
        unpack(data, 1000)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data):
    for raw in (data, b"\x1f\x8b\x08\x00" + data, pack(data)[:-3] + data):
        with contextlib.suppress(BadMessage):
            assert len(unpack(raw, 100)) <= 100
