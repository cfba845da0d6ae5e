"""Bad roads: clocks, certificates, portals, bombs, and lines that are slow or cut."""

import gzip
import ssl
import threading
import tracemalloc
from collections import Counter
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from random import Random

import pytest
import trustme
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.release import BUILD_DATE
from patbm_desktop.seal import sign
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.store import outbox
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.exchange import Cut
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.pace import Pace
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.sync.web_line import WebLine
from patbm_desktop.wire.gzipped import pack
from patbm_desktop.wire.joining import Card
from patbm_desktop.wire.limits import MOST_OFFERS
from patbm_desktop.wire.messages import Request
from tests.examples import examples
from tests.proxy import HOST, Proxy, Shape
from tests.server.running import Running
from tests.sync.raw_server import greeting, raw_server, reply
from tests.sync.seat import Seat
from tests.sync.test_http import serving

KEYS = sign.restore(bytes(range(64)))
KELURAHAN = "64.71.99.1001"
ASKED = Request({}, 256)


# -- certificates and clocks -----------------------------------------------------------------

NOW = datetime.now()  # noqa: DTZ005  (trustme wants it so)
EXPIRED = {"not_after": NOW - timedelta(days=2)}
NOT_YET = {"not_before": NOW + timedelta(days=2), "not_after": NOW + timedelta(days=9)}
STOPPED, POSSIBLE = BUILD_DATE - timedelta(days=9000), BUILD_DATE + timedelta(days=9)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@contextmanager
def line_to(authority, folder, *, name="localhost", today=POSSIBLE, trusted=None, **dates):
    """Serve over TLS under `name`; ask for localhost on the day `today`, believing in `trusted`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, **dates).configure_cert(context)
    (trusted or authority).cert_pem.write_to_path(str(folder / "ca.pem"))
    with serving({}, context) as server:
        address = parse_address(f"localhost:{server.server_address[1]}")
        web = WebLine(address, today=lambda: today, ca_file=str(folder / "ca.pem"))
        with closing(HttpPostOffice(web, KEYS)) as office:
            office.certificates = context
            yield office


@pytest.mark.parametrize("dates", [EXPIRED, NOT_YET])
def test_with_a_stopped_clock_a_true_server_is_met_and_tells_its_time(authority, tmp_path, dates):
    with line_to(authority, tmp_path, today=STOPPED, **dates) as office:
        assert office.hello().now == office.server_time
        assert office.clock_differs


@pytest.mark.parametrize("dates", [EXPIRED, NOT_YET])
def test_on_a_day_that_may_be_right_the_dates_are_looked_at(authority, tmp_path, dates):
    with line_to(authority, tmp_path, **dates) as office:
        assert refusal(office.hello) == Refusal.CLOCK_WRONG
        assert not office.clock_differs


@pytest.mark.parametrize("dates", [EXPIRED, NOT_YET, {}])
@pytest.mark.parametrize("today", [STOPPED, POSSIBLE])
def test_whatever_the_clock_another_name_is_refused(authority, tmp_path, today, dates):
    with line_to(authority, tmp_path, name="jahat.contoh", today=today, **dates) as office:
        assert refusal(office.hello) == Refusal.SERVER_STRANGE


@pytest.mark.parametrize("today", [STOPPED, POSSIBLE])
def test_whatever_the_clock_another_authority_is_refused(authority, tmp_path, today):
    with line_to(authority, tmp_path, today=today, trusted=trustme.CA(), **EXPIRED) as office:
        assert refusal(office.hello) == Refusal.SERVER_STRANGE
    with line_to(authority, tmp_path, today=today, trusted=trustme.CA()) as office:
        assert refusal(office.hello) == Refusal.SERVER_STRANGE


@pytest.mark.parametrize("who", ["another name", "another authority"])
def test_once_the_time_is_not_looked_at_chain_and_name_still_are(authority, tmp_path, who):
    by = trustme.CA() if who == "another authority" else authority
    name = "jahat.contoh" if who == "another name" else "localhost"
    with line_to(authority, tmp_path, today=STOPPED, **EXPIRED) as office:
        office.hello()
        by.issue_cert(name).configure_cert(office.certificates)
        office.close()
        assert refusal(office.hello) == Refusal.SERVER_STRANGE


def refusal(act, *args):
    with pytest.raises(Fault) as fault:
        act(*args)
    return fault.value.refusal


# -- what is no server of ours ---------------------------------------------------------------


@pytest.fixture(scope="module")
def lonely(tmp_path_factory):
    """Sari, with notes that no server has."""
    made = Seat(tmp_path_factory.mktemp("lonely"))
    made.found()
    made.save(type="jejaring", program="ppatbm", result="Ada")
    yield made
    made.close()


def state_of(seat):
    """Return all that an exchange could change here."""
    ops = seat.db.conn.execute("SELECT id, seq, answer, state, body FROM op ORDER BY n").fetchall()
    return ops, seat.db.conn.execute("SELECT * FROM record").fetchall(), seat.cursor()


def cut_by(seat, answer):
    """Exchange with a server that answers so; return why the round ended and what was asked."""
    before = state_of(seat)
    with raw_server(answer) as server:
        office = HttpPostOffice(WebLine(parse_address(server.address)), seat.laptop.device)
        with closing(office), pytest.raises(Cut) as cut:
            ServerExchange(office, is_far=True).meet(seat.laptop)
    assert state_of(seat) == before
    return cut.value, server.asked


def test_the_page_of_a_network_is_told_nothing_and_changes_nothing(lonely):
    page = reply(200, b"<html>Masuk dulu</html>", "Content-Type: text/html", "Set-Cookie: a=b")
    cut, asked = cut_by(lonely, lambda *_: page)
    assert cut.refusal == Refusal.SERVER_STRANGE
    assert [head.split(b"\r\n")[0] for head, _ in asked] == [b"GET /v1/hello HTTP/1.1"]


def test_a_page_that_comes_in_the_middle_of_a_round_changes_nothing(lonely):
    page = reply(200, b"<html>Waktu habis</html>", "Content-Type: text/html")
    cut, _ = cut_by(lonely, greeting(page))
    assert cut.refusal == Refusal.SERVER_STRANGE
    assert outbox.undelivered(lonely.db).dikirim == 0


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_left_alone_as_long_as_it_asks(lonely, status):
    cut, _ = cut_by(lonely, greeting(reply(status, b"", "Retry-After: 120")))
    assert (cut.refusal, cut.facts["retry_after"]) == (Refusal.SERVER_BUSY, 120)
    assert Pace(Random(1)).wait_s(cut.facts["retry_after"]) >= 120


def test_nobody_makes_a_laptop_wait_longer_than_a_day(lonely):
    cut, _ = cut_by(lonely, greeting(reply(503, b"", "Retry-After: " + "9" * 5000)))
    assert cut.facts["retry_after"] <= 24 * 60 * 60


# -- bombs -----------------------------------------------------------------------------------

MIB = 1024 * 1024
ROOM = 60 * MIB
BOMB = gzip.compress(bytes(300 * MIB), 9)
EMPTY_LISTS = b"[]," * MIB
HEAD = b'{"p":1,"now":"","put":{},"sp":{}}\n'
PACKED = "Content-Encoding: gzip"


@pytest.mark.parametrize(
    "answer",
    [
        greeting(reply(200, BOMB, PACKED)),
        greeting(reply(302, BOMB, PACKED, "Location: /v1/sync")),
        greeting(reply(403, BOMB, PACKED)),
        lambda *_: reply(200, BOMB, PACKED),
        lambda *_: reply(200, gzip.compress(BOMB), PACKED + ", gzip"),
        greeting(reply(200, b" " * (70 * MIB))),
        greeting(reply(200, gzip.compress(b"[" + EMPTY_LISTS + b"[]]", 1), PACKED)),
        greeting(reply(200, gzip.compress(HEAD + b"\n" * (7 * MIB), 1), PACKED)),
    ],
    ids=["answer", "redirect", "refusal", "hello", "twice", "plain", "head", "many lines"],
)
def test_a_bomb_is_put_down_before_it_fills_the_memory(lonely, answer):
    with measured() as peak:
        cut, _ = cut_by(lonely, answer)
    assert cut.refusal == Refusal.SERVER_STRANGE
    assert peak() < ROOM


def test_a_line_of_millions_of_things_is_not_even_read(lonely):
    page = gzip.compress(HEAD + b"[" + EMPTY_LISTS + b"[]]", 1)
    with measured() as peak, raw_server(greeting(reply(200, page, PACKED))) as server:
        line = WebLine(parse_address(server.address))
        with closing(HttpPostOffice(line, KEYS)) as office:
            assert office.sync(ASKED).unread == 1
    assert peak() < ROOM


@contextmanager
def measured():
    """Measure what Python held at most inside; all of this process counts, the bomb is older."""
    peak = []
    tracemalloc.start()
    try:
        yield lambda: peak[0]
    finally:
        peak.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()


# -- bytes of any shape ----------------------------------------------------------------------

HEADER = st.sampled_from(
    [
        "Location: http://[", "Location: //", "Location: \xff\xfe", "Location: file:///x",
        "Content-Length: -5", "Content-Length: x", "Content-Length: 7",
        "Transfer-Encoding: chunked",
        "Content-Encoding: gzip", "Content-Encoding: br", "Retry-After: " + "9" * 5000,
        "Retry-After: \xb2", "Set-Cookie: \xff=;;=", "Content-Type: text/html; charset=\xff",
        "no colon", ": no name", "Connection: close", "Connection: upgrade",
    ]
)  # fmt: skip
RAW = st.one_of(
    st.binary(max_size=80),
    st.builds(
        lambda status, headers, body: (
            "\r\n".join([f"HTTP/1.1 {status} x", *headers, "", ""]).encode("latin-1") + body
        ),
        st.sampled_from([100, 101, 200, 204, 206, 302, 304, 307, 400, 401, 403, 404, 418, 503]),
        st.lists(HEADER, max_size=3),
        st.binary(max_size=60) | st.sampled_from([b"5\r\nabc", b"zz\r\n", b'{"why":1}', b"{}"]),
    ),
)  # fmt: skip


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(raw=RAW)
@example(raw=reply(302, b"", "Location: http://["))
@example(raw=reply(401, b"[" * 9000))
@example(raw=reply(200, HEAD + b"[" + b"1" * 6000 + b"]"))
def test_no_bytes_of_a_server_raise_anything_but_a_refusal(many_faced, raw):
    server, office = many_faced
    server.answer = greeting(raw)
    for ask in (
        lambda: office.sync(ASKED), lambda: office.has_part("a" * 32, "b" * 32, "c" * 64),
        lambda: office.get_part("a" * 32, "b" * 32, "c" * 64), lambda: office.enrol(b'["",""]'),
        office.waiting,
    ):  # fmt: skip
        assert refused(ask) in EXPECTED


def refused(act):
    """Return why `act` is refused, None where it is not."""
    try:
        act()
    except Fault as fault:
        return fault.refusal
    return None


EXPECTED = {
    None, Refusal.NO_NETWORK, Refusal.SERVER_STRANGE, Refusal.SERVER_BUSY, Refusal.DEVICE_UNKNOWN,
    Refusal.DEVICE_DISABLED, Refusal.REQUEST_TOO_LARGE, Refusal.CODE_UNKNOWN,
    Refusal.NOT_COORDINATOR,
}  # fmt: skip


@pytest.fixture(scope="module")
def many_faced():
    with raw_server(greeting(b"")) as server:
        line = WebLine(parse_address(server.address), read_s=0.3)
        with closing(HttpPostOffice(line, KEYS)) as office:
            yield server, office


# -- slow, cut, killed -----------------------------------------------------------------------


class Field:
    """A real server behind a line that can be bad, and Sari at the other end of it."""

    def __init__(self, folder):
        self.folder = folder
        self.proxy = Proxy().start()
        self.start()
        self.sari = Seat(folder / "sari")
        self.sari.found()
        keys = self.sari.laptop.device
        card = Card(self.sari.dev, "laptop", keys.sign_pk.hex(), keys.box_pk.hex())
        register_office(self.server.connection(), KELURAHAN, self.sari.space, card)
        self.office = Counting(
            HttpPostOffice(WebLine(parse_address(self.proxy.address)), self.sari.laptop.device)
        )

    def start(self):
        hosts = f"{HOST}:{self.proxy.port}"
        self.server = Running(self.folder / "server", PATBM_HOSTS=hosts)
        self.proxy.target = (HOST, int(self.server.host.rpartition(":")[2]))

    def meet(self):
        """Exchange once; say why it came to no end, None where it did."""
        exchange = ServerExchange(self.office, is_far=True)
        return refused(lambda: exchange.meet(self.sari.laptop))

    def write(self, count):
        """Write `count` notes that gzip cannot make small."""
        for _ in range(0, count, 50):
            seat = self.sari
            seat.laptop.keep(
                seat.composed("activity", ids.fresh(), seat.space, type="jejaring",
                              program="ppatbm", result="Yang dibahas " + ids.fresh())
                for _ in range(50)
            )  # fmt: skip

    def log(self):
        """Return what the server has of Sari's space, in order."""
        return self.server.connection().execute(
            "SELECT seq, id FROM op WHERE space = %s ORDER BY seq", [self.sari.space]
        )

    def assert_whole(self):
        """Nothing is lost, nothing doubled, and everything was read back."""
        rows = self.log()
        assert [seq for seq, _ in rows] == list(range(1, len(rows) + 1))
        assert {op for _, op in rows} == self.sari.ops()
        assert len(rows) == len(self.sari.ops())
        assert self.sari.waits() == 0

    def close(self):
        self.office.close()
        self.sari.close()
        self.proxy.stop()
        self.server.stop()


class Counting:
    """Counts how often each op was offered, and the bytes it takes to ask once; `before` happens
    at the next requests.
    """

    def __init__(self, office):
        self.office, self.offered, self.sizes, self.before = office, Counter(), [], []

    def sync(self, request):
        act = self.before.pop(0) if self.before else None
        if act:
            act()
        self.offered.update(each.body for each in request.offers)
        self.sizes.append(len(pack(request.encode())))
        return self.office.sync(request)

    def __getattr__(self, name):
        return getattr(self.office, name)


@pytest.fixture(scope="module")
def shared_field(tmp_path_factory):
    made = Field(tmp_path_factory.mktemp("field"))
    yield made
    made.close()


@pytest.fixture
def field(shared_field):
    """The line as fast as it goes, whole, and everything delivered."""
    shared_field.proxy.shape = Shape()
    assert shared_field.meet() is None
    shared_field.office.offered.clear()
    shared_field.office.sizes.clear()
    shared_field.proxy.forget()
    return shared_field


HEAD_BYTES = 4096
"""What the heads of a few requests take."""


def test_a_bad_line_of_a_bad_day_brings_everything(field):
    """300 ms, 256 kbit/s, and one chunk of twenty cuts the line."""
    field.proxy.shape = Shape(delay_s=0.3, bytes_a_second=32_000, loss=0.05, chance=Random(5))
    field.write(50)
    ends = []
    while None not in ends and len(ends) < 20:
        ends.append(field.meet())
    # A cut that is mended within a round ends none: where it falls hangs on how chunks are read.
    assert set(ends) - {Refusal.NO_NETWORK} == {None}
    field.assert_whole()


def test_a_line_cut_half_way_through_an_upload_costs_one_page_at_most(field):
    field.write(600)
    field.proxy.cut_after(150_000)
    assert field.meet() is None
    assert not field.proxy.will_cut
    again = field.proxy.up.bytes - sum(field.office.sizes)
    assert 0 < again <= max(field.office.sizes) + HEAD_BYTES
    assert set(field.office.offered.values()) == {1}
    field.assert_whole()


def test_a_server_killed_in_the_middle_of_a_push_loses_and_doubles_nothing(field):
    field.write(600)
    kill = threading.Timer(0.01, field.server.process.kill)
    field.office.before = [None, kill.start]
    assert field.meet() == Refusal.NO_NETWORK
    field.server.kill()
    field.start()
    assert field.meet() is None
    assert sum(times > 1 for times in field.office.offered.values()) <= MOST_OFFERS
    field.assert_whole()
