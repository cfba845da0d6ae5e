"""Request and answer: written and read alike, with limits, and nothing raised but one thing."""

import contextlib
import gzip
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.op import LONGEST_BODY
from patbm_desktop.wire.bad_message import BadMessage, TooLarge
from patbm_desktop.wire.limits import LINE
from patbm_desktop.wire.line import Whole
from patbm_desktop.wire.messages import Answer, Offer, Request, SpaceNews, packed_ahead
from tests.wire.test_line import BODIES, JSON, LINES, OP, SIGS, SPACE

CURSORS = st.dictionaries(
    st.binary(min_size=16, max_size=16).map(bytes.hex),
    st.integers(0, 2**53).map(lambda seq: f"{seq}.{OP}"),
    max_size=4,
)
REQUESTS = st.builds(
    Request, CURSORS, st.integers(64, 1024), st.lists(st.builds(Offer, SIGS, BODIES)).map(tuple)
)
NEWS = st.sampled_from(
    [
        SpaceNews(f"3.{OP}", more=True, role="anggota"),
        SpaceNews(f"3.{OP}", role="koordinator"),
        SpaceNews(rewind=True),
        SpaceNews(closed=True),
        SpaceNews(closed=True, rewind=True),
    ]
)
ANSWERS = st.builds(
    Answer,
    st.just("2026-11-21T20:00:00+08:00"),
    st.dictionaries(st.just(OP), st.sampled_from(["held:keluar", "later:ruang", "bad:bentuk"])),
    st.dictionaries(st.just(SPACE), NEWS),
    st.lists(LINES, max_size=4).map(tuple),
)


SPACES = st.dictionaries(
    st.just(SPACE),
    st.dictionaries(st.sampled_from(["cur", "more", "role", "rewind", "closed"]), JSON),
)
HEADS = st.fixed_dictionaries(
    {"p": JSON | st.just(1), "cur": JSON, "max_kib": JSON, "now": JSON, "put": JSON, "sp": SPACES}
)


@given(REQUESTS)
def test_a_request_is_read_as_it_was_written(request):
    assert Request.decode(request.encode()) == request


@given(REQUESTS)
def test_a_request_says_the_same_whether_its_offers_were_packed_ahead_or_not(request):
    ahead = replace(request, tail=packed_ahead(request.offers))
    assert gzip.decompress(ahead.pack()) == gzip.decompress(request.pack()) == request.encode()


@given(ANSWERS)
def test_an_answer_is_read_as_it_was_written(answer):
    assert Answer.decode(answer.encode()) == answer
    assert Answer.decode(answer.encode() + b"\n") == answer


def test_they_look_as_the_protocol_has_them():
    head, offer = Request({SPACE: f"0.{SPACE}"}, 256, (Offer(b"\0", b"{}"),)).encode().split(b"\n")
    assert json.loads(head) == {"p": 1, "cur": {SPACE: f"0.{SPACE}"}, "max_kib": 256}
    assert json.loads(offer) == ["AA==", "{}"]
    answer = Answer("now", {OP: "later:ruang"}, {SPACE: SpaceNews(closed=True)})
    assert json.loads(answer.encode()) == {
        "p": 1, "now": "now", "put": {OP: "later:ruang"},
        "sp": {SPACE: {"closed": True, "rewind": False}},
    }  # fmt: skip


def test_a_line_that_cannot_be_read_spoils_no_other():
    good = Answer("now", {}, {}).encode() + f'\n["{SPACE}",1,"{OP}"]'.encode()
    read = Answer.decode(good + b"\n[]\n<html>\n\xff")
    assert len(read.lines) == 1
    assert read.unread == 3


def test_a_request_offers_no_more_than_it_may():
    line = b'\n["",""]'
    head = Request({}, 256).encode()
    assert len(Request.decode(head + line * 200).offers) == 200
    with pytest.raises(TooLarge):
        Request.decode(head + line * 201)
    long = b'\n["","' + b"x" * 100_000 + b'"]'
    with pytest.raises(TooLarge):
        Request.decode(head + long * 3)
    with pytest.raises(TooLarge):
        Request.decode(head + b'\n["","' + b"x" * LINE + b'"]')


def test_the_longest_op_goes_by_itself_every_sign_of_it_escaped():
    body = b'"' * LONGEST_BODY
    request = Request({SPACE: f"0.{SPACE}"}, 256, (Offer(bytes(64), body),))
    assert Request.decode(request.encode()) == request
    answer = Answer("now", {}, {}, (Whole(SPACE, 1, bytes(64), body),))
    assert Answer.decode(answer.encode()).lines == answer.lines


def test_a_device_names_no_more_spaces_than_it_may():
    cur = {f"{n:032x}": f"0.{n:032x}" for n in range(401)}
    with pytest.raises(TooLarge):
        Request.decode(Request(cur, 256).encode())


@given(st.integers())
def test_the_size_asked_for_is_kept_within_its_limits(kib):
    head = json.dumps({"p": 1, "cur": {}, "max_kib": kib}).encode()
    try:
        assert 64 <= Request.decode(head).max_kib <= 1024
    except BadMessage:
        assert abs(kib) > 2**62


@pytest.mark.parametrize("kind", [Request, Answer])
@given(
    head=JSON | HEADS,
    rest=st.lists(JSON | st.binary(max_size=40), max_size=3),
)
def test_no_bytes_raise_anything_but_bad_message(kind, head, rest):
    lines = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in rest]
    for raw in (b"\n".join([json.dumps(head).encode(), *lines]), *lines):
        with contextlib.suppress(BadMessage):
            assert isinstance(kind.decode(raw), kind)


@pytest.mark.parametrize("kind", [Request, Answer])
@given(raw=st.binary(max_size=200))
def test_no_random_bytes_do_either(kind, raw):
    with pytest.raises(BadMessage):
        kind.decode(raw)
