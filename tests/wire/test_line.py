"""The lines of a page and of a bundle: four kinds, and no bytes that are anything else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.op import LONGEST_BODY, op_id
from patbm_desktop.wire import line
from patbm_desktop.wire.bad_message import BadMessage, TooLarge
from patbm_desktop.wire.limits import LINE
from patbm_desktop.wire.line import HeldLine, Position, Stripped, Whole

SPACE, OP, ENT = "a" * 32, "b" * 32, "c" * 32
BODIES = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(str.encode)
SIGS = st.binary(max_size=70)
SEQS = st.none() | st.integers(1, 2**53)
LINES = st.one_of(
    st.builds(Position, st.just(SPACE), st.integers(1, 2**53), st.just(OP)),
    st.builds(Whole, st.just(SPACE), SEQS, SIGS, BODIES),
    st.builds(Stripped, st.just(SPACE), SEQS, st.just(OP), st.just(ENT), st.just("activity")),
    st.builds(HeldLine, st.just(SPACE), st.sampled_from(["keluar", "jam"]), SIGS, BODIES),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from([SPACE, OP, "held", "AAAA"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=12,
)  # fmt: skip


@given(LINES)
def test_what_is_written_is_what_is_read(each):
    raw = line.encode(each)
    assert b"\n" not in raw
    assert line.decode(raw) == each


@given(BODIES)
def test_the_bytes_of_a_body_survive_the_road(body):
    read = line.decode(line.encode(Whole(SPACE, 1, b"", body)))
    assert read.body == body
    assert line.line_id(read) == op_id(body)


def test_the_lines_look_as_the_protocol_has_them():
    assert line.encode(Position(SPACE, 7, OP)) == f'["{SPACE}",7,"{OP}"]'.encode()
    stripped = json.loads(line.encode(Stripped(SPACE, 7, OP, ENT, "activity")))
    assert stripped == [SPACE, 7, None, {"id": OP, "ent": ENT, "kind": "activity"}]
    assert json.loads(line.encode(Whole(SPACE, None, b"\0", b'{"f":1}'))) == [
        SPACE, None, "AA==", '{"f":1}',
    ]  # fmt: skip
    assert json.loads(line.encode(HeldLine(SPACE, "keluar", b"", b"x"))) == [
        "held", SPACE, "keluar", "", "x",
    ]  # fmt: skip


def test_a_line_is_never_longer_than_its_limit():
    with pytest.raises(TooLarge):
        line.decode(b" " * (LINE + 1))


@pytest.mark.parametrize("sign", ['"', "\\", "\t", "\n", "\x7f", "\u2028", "é"])
def test_no_sign_that_a_body_may_hold_makes_a_line_longer_than_any_may_be(sign):
    body = (sign * LONGEST_BODY).encode()[:LONGEST_BODY].decode(errors="ignore").encode()
    for each in (Whole(SPACE, 2**53, bytes(64), body), HeldLine(SPACE, "keluar", bytes(64), body)):
        assert line.decode(line.encode(each)) == each


@pytest.mark.parametrize(
    "value",
    [
        [SPACE, 0, OP], [SPACE, -1, OP], [SPACE, True, OP], [SPACE, 1.0, OP], [SPACE, None, OP],
        [SPACE, 1, OP.upper()], [SPACE, 1, "AA=", "x"], [SPACE, 1, "AA==\n", "x"],
        [SPACE, 1, None, {"id": OP}], [SPACE, 1, None, {"id": OP, "ent": ENT, "kind": "_"}],
        ["hold", SPACE, "", "", ""], [SPACE, 1], {}, 7, [SPACE, 2**53 + 1, OP],
    ],
)  # fmt: skip
def test_what_is_none_of_the_four_is_refused(value):
    with pytest.raises(BadMessage):
        line.decode(json.dumps(value).encode())


def test_half_a_letter_is_no_body():
    with pytest.raises(BadMessage):
        line.decode(f'["{SPACE}",1,"","\\ud800"]'.encode())


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_bytes_raise_anything_but_bad_message(raw):
    try:
        read = line.decode(raw)
    except BadMessage:
        return
    assert line.decode(line.encode(read)) == read


def test_levels_without_end_are_refused_quietly():
    with pytest.raises(BadMessage):
        line.decode(b"[" * 100_000)
