"""The bytes of an op: what is one, what is not, and that nothing else ever comes out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain import op as ops
from patbm_desktop.domain.op import BadOp, Write

HEADER = {
    "space": "0" * 32, "ent": "1" * 32, "kind": "activity", "dev": "2" * 32, "by": "3" * 32,
    "clk": 7, "at": "2026-11-21T20:14", "app": "patbm 0.1", "rnd": "4" * 16,
}  # fmt: skip
BODY = {"f": 1, **HEADER, "set": {"type": {"v": "sosialisasi"}}}
SEALED = {key: HEADER[key] for key in ("space", "ent", "dev", "clk", "app", "rnd")}

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=12,
)


def body(**changes):
    return ops.dumps({**BODY, **changes})


def is_bad(raw):
    with pytest.raises(BadOp):
        ops.parse(raw, b"")
    return True


def test_what_is_written_is_what_is_read():
    made = ops.compose(HEADER, {"type": Write("sosialisasi", ("a" * 32,))}, None)
    read = ops.parse(made.body, b"sig")
    assert (read.space, read.ent, read.kind, read.dev) == (
        HEADER["space"], HEADER["ent"], "activity", HEADER["dev"],
    )  # fmt: skip
    assert read.set == {"type": Write("sosialisasi", ("a" * 32,))}
    assert read.clk == 7
    assert read.id == made.id


def test_the_id_is_the_hash_of_the_exact_bytes():
    spaced = json.dumps(BODY).encode()
    assert ops.parse(spaced, b"").id == ids.digest(ids.Purpose.OP, spaced)
    assert ops.parse(spaced, b"").id != ops.parse(ops.dumps(BODY), b"").id


def test_an_absent_over_is_an_empty_one():
    assert ops.parse(body(), b"").set["type"].over == ()


def test_a_cleared_field_is_not_an_absent_one():
    assert ops.parse(body(set={"title": {"v": None}}), b"").set == {"title": Write(None)}


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_bad_op(raw):
    try:
        read = ops.parse(raw, b"")
    except BadOp:
        return
    assert read.body == raw


@given(JSON)
def test_no_json_raises_anything_but_bad_op(value):
    try:
        read = ops.parse(json.dumps(value).encode(), b"")
    except BadOp:
        return
    assert read.is_foreign


@given(st.sampled_from([*BODY, "box", "extra"]), JSON)
def test_no_value_of_any_key_raises_anything_but_bad_op(key, value):
    raw = json.dumps({**BODY, key: value}).encode()
    try:
        read = ops.parse(raw, b"")
    except BadOp:
        return
    assert read.body == raw


@given(st.integers(0, 300), st.integers(0, 255))
def test_a_flipped_byte_raises_nothing_but_bad_op(at, byte):
    raw = bytearray(ops.dumps(BODY))
    raw[at % len(raw)] = byte
    try:
        read = ops.parse(bytes(raw), b"")
    except BadOp:
        return
    assert ops.is_id(read.ent)


@given(JSON)
def test_no_content_of_a_box_raises_anything_but_bad_op(value):
    sealed = ops.compose({**SEALED, "kind": "sealed"}, {}, "Ym94")
    for op in (sealed, ops.parse(body(), b"")):
        try:
            inner = ops.parse_inner(value, op)
        except BadOp:
            continue
        assert inner.set


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'{"f":1,"f":1}',
        ops.dumps(BODY)[:-1],
        ops.dumps(BODY).replace(b'"clk":7', b'"clk":7.0'),
        ops.dumps(BODY).replace(b'"clk":7', b'"clk":NaN'),
        ops.dumps(BODY).replace(b'"clk":7', b'"clk":' + b"9" * 30),
        ops.dumps(BODY).replace(b"sosialisasi", b"\\ud800"),
        ops.dumps(BODY).replace(b"sosialisasi", b"\xff"),
        ops.dumps(BODY).replace(b'"v":', b'"v":1,"v":'),
        b"\xef\xbb\xbf" + ops.dumps(BODY),
    ],
)
def test_bytes_that_are_not_strict_json_are_bad(raw):
    assert is_bad(raw)


@pytest.mark.parametrize(
    "changes",
    [
        {"ent": "A" * 32},
        {"ent": "1" * 31},
        {"kind": "Activity"},
        {"kind": ""},
        {"clk": True},
        {"clk": -1},
        {"clk": 2**48 + 1},
        {"rnd": "4" * 15},
        {"by": None},
        {"at": "gestern"},
        {"at": "2026-02-30"},
        {"at": "0000-01-01"},
        {"at": "2026-11-21T24:01"},
        {"app": "x" * 41},
        {"extra": 1},
        {"set": {}},
        {"set": {"type": "sosialisasi"}},
        {"set": {"type": {"value": 1}}},
        {"set": {"Type": {"v": 1}}},
        {"set": {"_secret": {"v": 1}}},
        {"kind": "_member", "set": {"_void": {"v": None}}},
        {"set": {"type": {"v": 1, "over": ["a" * 32, "a" * 32]}}},
        {"set": {"type": {"v": 1, "over": ["A" * 32]}}},
        {"set": {"type": {"v": 1, "over": [f"{n:032x}" for n in range(33)]}}},
        {"set": {f"field{n}": {"v": n} for n in range(65)}},
        {"set": {"result": {"v": "x" * 20_001}}},
        {"set": {"result": {"v": {"deep": ["x" * 20_001]}}}},
        {"box": 5},
        {"f": "1"},
    ],
)
def test_whatever_breaks_a_rule_is_bad(changes):
    assert is_bad(body(**changes))


def test_an_op_of_one_void_may_name_all_that_its_author_saw():
    over = [f"{n:032x}" for n in range(256)]
    read = ops.parse(body(set={"_void": {"v": {"reason": "ganda"}, "over": over}}), b"")
    assert len(read.set["_void"].over) == 256
    assert is_bad(body(set={"_void": {"v": 1, "over": over}, "type": {"v": 1, "over": over[:1]}}))


def test_the_longest_text_and_the_longest_body_are_kept():
    longest = ops.parse(body(set={"result": {"v": "x" * 20_000}}), b"")
    assert len(longest.set["result"].value) == 20_000
    many = {f"field{n}": {"v": "x" * 10_000} for n in range(7)}
    assert is_bad(body(set=many))


@pytest.mark.parametrize("depth", [40, 500, 900, 100_000])
def test_a_value_nested_too_deep_is_bad_however_deep(depth):
    nested = b"[" * depth + b"]" * depth
    assert is_bad(ops.dumps(BODY).replace(b'"sosialisasi"', nested))


def test_a_later_format_nested_too_deep_is_bad_wherever_it_is_read():
    deep = ops.dumps(BODY | {"f": 2, "extra": "deep"}).replace(b'"deep"', b"[" * 400 + b"]" * 400)

    def read_below(calls):
        return read_below(calls - 1) if calls else is_bad(deep)

    assert (read_below(0), read_below(600)) == (True, True)
    assert ops.parse(body(f=2, extra=[[[[1]]]]), b"").is_foreign


def test_a_later_format_is_kept_and_not_read():
    later = ops.parse(body(f=2, extra=[1.0] * 0, set="something else"), b"")
    assert later.is_foreign
    assert not later.set


def test_a_sealed_op_shows_neither_kind_nor_person():
    sealed = ops.compose({**SEALED, "kind": "sealed"}, {}, "Ym94")
    assert (sealed.kind, sealed.by, sealed.at, dict(sealed.set)) == ("sealed", "", "", {})
    assert is_bad(ops.dumps({"f": 1, **SEALED, "kind": "sealed", "box": "Ym94", "by": "3" * 32}))


def test_a_box_that_holds_a_control_kind_is_bad():
    sealed = ops.compose({**SEALED, "kind": "sealed"}, {}, "Ym94")
    inside = {"kind": "_member", "by": "3" * 32, "at": "2026-11-21", "set": {"role": {"v": "x"}}}
    with pytest.raises(BadOp):
        ops.parse_inner(inside, sealed)


def test_a_secret_is_not_in_the_repr_of_an_op():
    made = ops.compose(HEADER, {"result": Write("yang diceritakan")}, None)
    assert "yang diceritakan" not in repr(made)
