"""The line to a server: who answers, how much of it is read, and what is said when nobody does."""

import json
import socket
import ssl
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import trustme

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.release import BUILD_DATE
from patbm_desktop.seal import sign
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.web_line import WebLine
from patbm_desktop.wire import gzipped, joining
from patbm_desktop.wire.messages import Answer, Request

KEYS = sign.restore(bytes(range(64)))
HELLO = (200, {}, b'{"patbm":1,"now":"2026-11-21T20:00:00+08:00","formats":[1]}')
ANSWER = Answer("2026-11-21T20:00:01+08:00", {}, {})
ASKED = Request({}, 256)
NONCE = "ab" * 32


class Handler(BaseHTTPRequestHandler):
    """Answers what the test put into `replies`, by method and path, one after the other."""

    protocol_version = "HTTP/1.1"

    def _answer(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        name = f"{self.command} {self.path.split('?')[0]}"
        self.server.seen.append((name, dict(self.headers), sent))
        listed = self.server.replies.get(name, [(404, {}, b"")])
        status, headers, body = listed.pop(0) if len(listed) > 1 else listed[0]
        self.send_response(status)
        for key, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(key, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_HEAD = _answer  # noqa: N815  (the library's names)

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def serving(replies, context=None):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.replies, server.seen = {"GET /v1/hello": [HELLO], **replies}, []
    server.handle_error = lambda *_: None
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def asking(replies, **more):
    """Serve `replies` and give the post office that asks for them."""
    with serving(replies) as server:
        address = parse_address(f"http://127.0.0.1:{server.server_address[1]}")
        office = HttpPostOffice(WebLine(address, **more), KEYS)
        office.seen = server.seen
        try:
            yield office
        finally:
            office.close()


def packed(answer, **headers):
    return 200, {"Content-Encoding": "gzip", **headers}, gzipped.pack(answer.encode())


def said(status, **body):
    return status, {}, json.dumps(body).encode()


LET_IN = {"POST /v1/token": [said(200, token="a-token")]}
CHALLENGE = said(401, nonce=NONCE)


def refusal(act, *args):
    with pytest.raises(Fault) as fault:
        act(*args)
    return fault.value.refusal


def test_a_nonce_is_signed_once_and_the_token_used_from_then_on():
    with asking({**LET_IN, "POST /v1/sync": [CHALLENGE, packed(ANSWER)]}) as office:
        assert office.sync(ASKED) == office.sync(ASKED) == ANSWER
        names = [name for name, _, _ in office.seen]
        assert names == [
            "GET /v1/hello", "POST /v1/sync", "POST /v1/token", "POST /v1/sync", "POST /v1/sync",
        ]  # fmt: skip
        proof = joining.read(joining.TokenRequest, office.seen[2][2])
        host = office.seen[2][1]["Host"]
        assert joining.is_signed(
            KEYS.sign_pk, joining.token_bytes(host, KEYS.dev, NONCE), proof.sig
        )
        assert office.seen[-1][1]["Authorization"] == "Bearer a-token"
        assert Request.decode(gzipped.unpack(office.seen[-1][2], 9999)) == ASKED


def test_a_token_that_died_is_renewed_once_and_not_for_ever():
    replies = {**LET_IN, "POST /v1/sync": [CHALLENGE]}
    with asking(replies) as office:
        assert refusal(office.sync, ASKED) == Refusal.SERVER_STRANGE
        assert len(office.seen) <= 5


@pytest.mark.parametrize(
    "token", ["a\nX: y", "a\r", "\u2603", "a" * 2000], ids=["line", "end", "sign", "long"]
)
def test_a_token_that_no_header_can_carry_is_a_strangers(token):
    replies = {"POST /v1/token": [said(200, token=token)], "POST /v1/sync": [CHALLENGE]}
    with asking(replies) as office:
        assert refusal(office.sync, ASKED) == Refusal.SERVER_STRANGE


def test_nothing_is_said_to_the_page_of_a_network_that_wants_a_sign_in():
    portal = (200, {"Content-Type": "text/html", "Set-Cookie": "a=b"}, b"<html>Masuk</html>")
    with asking({"GET /v1/hello": [portal], "POST /v1/sync": [portal]}) as office:
        assert refusal(office.sync, ASKED) == Refusal.SERVER_STRANGE
        assert refusal(office.sync, ASKED) == Refusal.SERVER_STRANGE
        assert {name for name, _, _ in office.seen} == {"GET /v1/hello"}
        assert "Cookie" not in office.seen[-1][1]


def test_the_proxy_of_the_system_is_asked(monkeypatch):
    for name in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    nowhere = "http://127.0.0.1:1"
    with serving({f"GET {nowhere}/v1/hello": [HELLO], **LET_IN}) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.server_address[1]}")
        office = HttpPostOffice(WebLine(parse_address(nowhere)), KEYS)
        assert refusal(office.sync, ASKED) == Refusal.SERVER_STRANGE
        office.close()
    assert [name for name, _, _ in proxy.seen][:2] == [
        f"GET {nowhere}/v1/hello", f"POST {nowhere}/v1/sync",
    ]  # fmt: skip


def test_a_redirect_is_not_followed():
    with asking({"GET /v1/hello": [(302, {"Location": "/v1/sync"}, b"")]}) as office:
        assert refusal(office.hello) == Refusal.SERVER_STRANGE
        assert len(office.seen) == 1


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (said(403, why="belum dikenal"), Refusal.DEVICE_UNKNOWN),
        (said(403, why="dinonaktifkan"), Refusal.DEVICE_DISABLED),
        ((403, {}, b"<html>"), Refusal.SERVER_STRANGE),
        ((400, {}, b""), Refusal.REQUEST_TOO_LARGE),
        ((413, {}, b"<html>"), Refusal.REQUEST_TOO_LARGE),
        ((500, {}, b"<html>"), Refusal.NO_NETWORK),
        ((502, {}, b""), Refusal.NO_NETWORK),
        ((503, {"Retry-After": "7"}, b""), Refusal.SERVER_BUSY),
        ((429, {"Retry-After": "soon"}, b""), Refusal.SERVER_BUSY),
        ((200, {}, b"<html>"), Refusal.SERVER_STRANGE),
        ((200, {"Content-Encoding": "gzip"}, b"<html>"), Refusal.SERVER_STRANGE),
        (
            (200, {"Content-Encoding": "gzip"}, gzipped.pack(bytes(9_000_000))),
            Refusal.SERVER_STRANGE,
        ),
        ((200, {}, b" " * 8_400_000), Refusal.SERVER_STRANGE),
    ],
)
def test_what_a_server_says_is_one_of_a_few_things(reply, expected):
    with asking({**LET_IN, "POST /v1/sync": [CHALLENGE, reply]}) as office:
        with pytest.raises(Fault) as fault:
            office.sync(ASKED)
        assert fault.value.refusal == expected
        if expected == Refusal.SERVER_BUSY:
            assert fault.value.facts == {"retry_after": 7 if "7" in str(reply) else 0}


def test_nobody_there_is_no_network():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = parse_address(f"http://127.0.0.1:{taken.getsockname()[1]}")
        office = HttpPostOffice(WebLine(address), KEYS)
        assert refusal(office.hello) == Refusal.NO_NETWORK
        office.close()


def test_a_server_that_says_nothing_is_not_waited_for_long():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = parse_address(f"http://127.0.0.1:{silent.getsockname()[1]}")
        office = HttpPostOffice(WebLine(address, read_s=0.05), KEYS)
        assert refusal(office.hello) == Refusal.NO_NETWORK
        office.close()


def test_an_answer_cut_in_the_middle_is_no_network():
    cut = (200, {"Content-Length": "100", "Connection": "close"}, b"{")
    with asking({"GET /v1/hello": [cut]}, read_s=0.2) as office:
        assert refusal(office.hello) in {Refusal.NO_NETWORK, Refusal.SERVER_STRANGE}


def test_parts_are_asked_for_brought_and_fetched():
    name = f"/v1/blob/{'a' * 32}/{'b' * 32}/{'c' * 64}"
    replies = {
        **LET_IN, "POST /v1/sync": [CHALLENGE], f"PUT {name}": [(201, {}, b"")],
        f"HEAD {name}": [(404, {}, b""), (200, {}, b""), (410, {}, b"")],
        f"GET {name}": [(404, {}, b""), (200, {}, b"part")],
    }  # fmt: skip
    asked = ("a" * 32, "b" * 32, "c" * 64)
    with asking(replies) as office:
        assert [office.has_part(*asked) for _ in range(3)] == [False, True, True]
        assert [office.get_part(*asked) for _ in range(2)] == [None, b"part"]
        office.put_part(*asked, b"part")
        assert office.seen[-1][2] == b"part"


def test_an_unknown_invitation_is_said_so():
    with asking({"POST /v1/enrol": [(404, {}, b"")]}) as office:
        assert refusal(office.enrol, b'["",""]') == Refusal.CODE_UNKNOWN


def test_bytes_are_counted_both_ways():
    with asking({**LET_IN, "POST /v1/sync": [CHALLENGE, packed(ANSWER)]}) as office:
        office.sync(ASKED)
        before = office.traffic
        office.sync(ASKED)
        used = office.traffic.since(before)
        assert used.up + used.down < 700


# -- certificates and clocks -----------------------------------------------------------------


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@contextmanager
def secure(authority, tmp_path, today, **more):
    """Serve over TLS with a certificate of `authority`; ask with the calendar day `today`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", **more).configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with serving({}, context) as server:
        address = parse_address(f"localhost:{server.server_address[1]}")
        line = WebLine(address, today=lambda: today, ca_file=str(tmp_path / "ca.pem"))
        office = HttpPostOffice(line, KEYS)
        yield office
        office.close()


EXPIRED = {"not_after": datetime.now() - timedelta(days=2)}  # noqa: DTZ005  (trustme wants it so)
EARLY, LATER = BUILD_DATE - timedelta(days=400), BUILD_DATE + timedelta(days=400)


def test_a_good_certificate_is_good(authority, tmp_path):
    with secure(authority, tmp_path, LATER) as office:
        assert office.hello().patbm == 1
        assert not office.clock_differs


def test_with_a_stopped_clock_the_dates_alone_are_not_looked_at(authority, tmp_path):
    with secure(authority, tmp_path, EARLY, **EXPIRED) as office:
        assert office.hello().now == office.server_time
        assert office.clock_differs


def test_with_a_possible_clock_an_expired_certificate_is_refused(authority, tmp_path):
    with secure(authority, tmp_path, LATER, **EXPIRED) as office:
        assert refusal(office.hello) == Refusal.CLOCK_WRONG


def test_a_stopped_clock_opens_no_door_to_a_stranger(authority, tmp_path):
    other = trustme.CA()
    with secure(authority, tmp_path, EARLY, **EXPIRED) as office:
        other.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        assert refusal(office.hello) == Refusal.SERVER_STRANGE


# -- addresses -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "url", "host"),
    [
        (" patbm.contoh.id/ ", "https://patbm.contoh.id", "patbm.contoh.id"),
        ("https://PATBM.contoh.id:8443", "https://patbm.contoh.id:8443", "patbm.contoh.id:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", "127.0.0.1:8000"),
        ("http://[::1]:8000", "http://[::1]:8000", "[::1]:8000"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed, url, host):
    assert parse_address(typed) == (url, host)


@pytest.mark.parametrize(
    "typed",
    ["", "http://patbm.contoh.id", "ftp://x", "https://a:b@c", "https://x/y", "x:y", "https://x?y",
     "x" * 300, "http://[", "https://", "http://10.0.0.1", "https://\u212a.id", "bukan alamat",
     "https://a..b", "https://.", "https://[::g]"],
)  # fmt: skip
def test_what_is_no_address_or_not_safe_is_refused(typed):
    assert refusal(parse_address, typed) == Refusal.SERVER_ADDRESS
