"""Where a reader stands: one pair, and no other."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.ids import Purpose, digest
from patbm_desktop.wire import chain
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.chain import Cursor

SPACE, OP = "a" * 32, "b" * 32


def test_a_log_begins_with_the_name_of_its_space():
    assert chain.start(SPACE) == (0, SPACE)
    assert str(chain.start(SPACE)) == f"0.{SPACE}"


def test_each_op_changes_the_chain_and_so_does_the_order():
    hashed = digest(Purpose.CHAIN, bytes.fromhex(SPACE), bytes.fromhex(OP))
    assert chain.after(chain.start(SPACE), [OP]) == (1, hashed)
    one, other = (chain.after(chain.start(SPACE), ids) for ids in ([OP, SPACE], [SPACE, OP]))
    assert one.seq == other.seq == 2
    assert one.chain != other.chain


@given(st.integers(0, chain.HIGHEST_SEQ), st.binary(min_size=16, max_size=16))
def test_a_cursor_is_read_as_it_was_written(seq, raw):
    assert chain.parse_cursor(str(Cursor(seq, raw.hex()))) == (seq, raw.hex())


@pytest.mark.parametrize(
    "text",
    ["", "1", f"01.{OP}", f"-1.{OP}", f"1.{OP.upper()}", f"1.{OP} ", f"{2**53 + 1}.{OP}", None, 1,
     f"١.{OP}"],
)  # fmt: skip
def test_nothing_else_is_a_cursor(text):
    with pytest.raises(BadMessage):
        chain.parse_cursor(text)


@given(
    st.text(max_size=60) | st.integers() | st.none() | st.from_regex(r"[0-9]{1,20}\.[0-9a-f]{32}")
)
def test_whatever_it_is_it_is_a_cursor_or_said_to_be_none(text):
    with contextlib.suppress(BadMessage):
        assert str(chain.parse_cursor(text)) == text
