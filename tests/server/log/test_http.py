"""The calls over HTTP: limits, gzip, and no bytes from outside that end in a 500."""

import base64
import gzip
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patbm_desktop.seal.sign import sign_bytes
from patbm_desktop.wire.gzipped import pack
from patbm_desktop.wire.joining import Enrolment, enrol_bytes, enrol_line
from patbm_desktop.wire.messages import Request
from tests.examples import examples
from tests.server.cast import enrolment, offers
from tests.server.conftest import ENGINES, fresh_code
from tests.server.running import HttpLaptop, founded
from tests.store.laptop import Author

GZIP = {"Content-Encoding": "gzip"}


@pytest.fixture
def made(sqlite_server):
    return founded(sqlite_server, fresh_code())


@pytest.fixture
def sari(sqlite_server, made):
    return HttpLaptop(sqlite_server, made.sari).known()


def test_without_a_token_there_is_a_nonce_to_sign(sqlite_server):
    answer = HttpLaptop(sqlite_server, Author()).call("POST", "/v1/sync")
    assert answer.status_code == 401
    assert len(bytes.fromhex(answer.json()["nonce"])) == 32


def test_a_wrong_method_is_not_allowed(sqlite_server):
    laptop = HttpLaptop(sqlite_server, Author())
    assert laptop.call("GET", "/v1/sync").status_code == 405
    assert laptop.call("DELETE", "/v1/enrol").status_code == 405


def test_a_bomb_is_refused_before_it_is_inflated(sari):
    bomb = gzip.compress(b" " * (64 * 1024 * 1024))
    assert len(bomb) < 100_000
    assert sari.call("POST", "/v1/sync", bomb, **GZIP).status_code == 413


def test_a_body_that_is_larger_than_any_request_is_refused(sari):
    assert sari.call("POST", "/v1/sync", b" " * (4 * 1024 * 1024 + 1)).status_code == 413


def test_a_body_that_waitress_need_not_read_is_refused_too(sari):
    assert sari.call("POST", "/v1/sync", b" " * (6 * 1024 * 1024)).status_code == 413


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\xff", b'{"p":2,"cur":{},"max_kib":64}'])
def test_what_is_no_request_is_told_so(sari, body):
    assert sari.call("POST", "/v1/sync", body).status_code == 400


def test_bytes_that_are_not_gzip_are_told_so(sari):
    assert sari.call("POST", "/v1/sync", b"plain", **GZIP).status_code == 400
    assert sari.call("POST", "/v1/sync", b"x", **{"Content-Encoding": "br"}).status_code == 400


def test_more_than_two_hundred_ops_at_once_are_refused(sari, made):
    many = [made.note(made.sari, 50 + n) for n in range(201)]
    raw = Request({}, 64, offers(many)).encode()
    assert sari.call("POST", "/v1/sync", pack(raw), **GZIP).status_code == 413


def test_an_answer_is_packed_for_whoever_can_unpack_it(sari):
    raw = Request({}, 64).encode()
    packed = sari.call("POST", "/v1/sync", raw, **{"Accept-Encoding": "gzip"})
    plain = sari.call("POST", "/v1/sync", raw, **{"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content


def test_a_part_has_a_name_and_a_size(sari, made):
    path = f"/v1/blob/{made.rt}/{'a' * 32}/{'b' * 64}"
    assert sari.call("PUT", path, b"x" * (256 * 1024 + 1)).status_code == 413
    assert sari.call("PUT", path, b"x").status_code == 422
    assert sari.call("GET", path).status_code == 404
    assert sari.call("HEAD", path).status_code == 404
    assert sari.call("GET", path.upper().lower().replace("a" * 32, "..")).status_code in (400, 404)


def test_an_answer_names_no_program_and_no_version(sari):
    assert "Server" not in sari.call("GET", "/v1/hello").headers


@pytest.mark.parametrize("odd", ["Ibu\x00Contoh", "\n", "Ibu\u200bContoh"])
def test_a_name_with_characters_that_nobody_types_is_refused(server_of_fuzz, odd):
    keys = Author().device
    asked = Enrolment("ABCDEFGH", odd, keys.sign_pk.hex(), keys.box_pk.hex(), "a" * 32, "901")
    line = enrol_line(sign_bytes(keys, enrol_bytes(asked.encode())), asked.encode())
    assert server_of_fuzz.call("POST", "/v1/enrol", line).status_code == 400


@pytest.mark.parametrize("code", ["\x00" * 8, "", "abc", "ÀÀÀÀÀÀÀÀ", "A" * 9])
def test_a_code_that_is_none_is_not_known(server_of_fuzz, code):
    _, sig, body = enrolment(Author(), code)
    assert server_of_fuzz.call("POST", "/v1/enrol", enrol_line(sig, body)).status_code == 404


def test_a_label_with_characters_that_a_database_refuses_does_no_harm(server):
    made = founded(server, fresh_code())
    odd = made.rina.member(made.budi, 30, label="lap\x00top")
    rina = HttpLaptop(server, made.rina).known()
    assert rina.turn([odd]).put == {}


PATHS = ("/v1/hello", "/v1/token", "/v1/invite", "/v1/enrol", "/v1/sync")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ["p", "cur", "max_kib", "dev", "nonce", "sig", "kelurahan", "rt", "role", "code", "name"]
)


@st.composite
def bodies(draw):
    """Bytes: any at all, JSON of any shape, or JSON that almost fits."""
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return draw(st.binary(max_size=200))
    value = draw(JSON if kind == 1 else st.dictionaries(NAMES, JSON, max_size=6))
    return json.dumps(value).encode()


@settings(max_examples=examples(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(PATHS), method=st.sampled_from(["GET", "POST", "PUT", "HEAD"]),
    body=bodies(), packing=st.sampled_from(["", "gzip", "br"]), has_token=st.booleans(),
)  # fmt: skip
def test_no_bytes_from_outside_end_in_a_500(server_of_fuzz, path, method, body, packing, has_token):
    laptop = server_of_fuzz
    headers = {"Content-Encoding": packing} if packing else {}
    data = pack(body) if packing == "gzip" and len(body) % 2 else body
    token, laptop.token = laptop.token, laptop.token if has_token else ""
    status = laptop.call(method, path, data, **headers).status_code
    laptop.token = token
    assert status < 500


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.tuples(*[st.text("0123456789abcdefxyz.%-", min_size=1, max_size=70)] * 3),
    method=st.sampled_from(["GET", "PUT", "HEAD"]), token=st.text("AZaz09-_=", max_size=60),
)  # fmt: skip
def test_no_name_of_a_part_and_no_token_ends_in_a_500(server_of_fuzz, parts, method, token):
    path = "/v1/blob/" + "/".join(parts)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    assert server_of_fuzz.call(method, path, b"x", **headers).status_code < 500


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sig=st.binary(max_size=70), body=bodies(), cur=st.dictionaries(st.text(max_size=33), JSON),
)  # fmt: skip
def test_no_op_ends_in_a_500(server_of_fuzz, sig, body, cur):
    head = json.dumps({"p": 1, "cur": {}, "max_kib": 64}).encode()
    line = json.dumps([base64.b64encode(sig).decode(), body.decode("latin-1")]).encode()
    odd = json.dumps({"p": 1, "cur": cur, "max_kib": 64}).encode()
    assert server_of_fuzz.call("POST", "/v1/sync", head + b"\n" + line).status_code == 200
    assert server_of_fuzz.call("POST", "/v1/sync", odd).status_code < 500


@pytest.fixture(scope="module", params=ENGINES)
def server_of_fuzz(request, servers):
    """A known laptop on each engine, for what the one refuses and the other takes."""
    server = servers.on(request.param)
    made = founded(server, fresh_code())
    return HttpLaptop(server, made.sari).known()
