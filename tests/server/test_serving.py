"""Connections that never come to an end: each has its time, and nobody else waits for them."""

import logging
import socket
import threading
import time
from http.client import HTTPConnection
from itertools import chain, cycle, repeat

import pytest

from patbm_desktop.server import serving

PATIENCE = 30
PLENTY = 8 * 1024 * 1024
"""Bytes of an answer that fit into no buffer of a socket."""


def application(environ, start_response):
    length = PLENTY if environ["PATH_INFO"] == "/long" else 4
    start_response("200 OK", [("Content-Length", str(length))])
    return [b"baik" * (length // 4)]


@pytest.fixture
def served():
    """A server that gives a head a third of a second, and the whole a little more."""
    listening = serving.listen("127.0.0.1:0")
    running = serving.Serving(application, listening, "", serving.Haste(head=0.3, whole=0.6))
    running.at = listening.getsockname()
    thread = threading.Thread(target=running.run)
    thread.start()
    yield running
    running.stop()
    thread.join(PATIENCE)


@pytest.fixture
def at(served):
    return served.at


def is_ended(connection, pieces):
    """Send `pieces` one by one and say whether the other end hung up on us."""
    connection.settimeout(0.05)
    end = time.monotonic() + PATIENCE
    for piece in pieces:
        try:
            connection.sendall(piece)
            if connection.recv(1) == b"":
                return True
        except TimeoutError:
            if time.monotonic() > end:
                return False
        except OSError:
            return True
    return False


HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
DRIPS = {
    "no byte at all": repeat(b""),
    "empty lines": repeat(b"\r\n"),
    "a header, byte by byte": chain([b"GET / HTTP/1.1\r\nX: "], repeat(b"x")),
    "header after header": chain([b"GET / HTTP/1.1\r\n"], cycle([b"X: y\r\n"])),
    "a body, byte by byte": chain([HEAD], repeat(b"x")),
}


@pytest.mark.parametrize("name", DRIPS)
def test_whoever_drips_a_request_is_hung_up_on(at, name):
    with socket.create_connection(at, PATIENCE) as connection:
        assert is_ended(connection, DRIPS[name])


def test_whoever_takes_the_answer_byte_by_byte_is_hung_up_on(served):
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(served.at)
    connection.sendall(b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n")
    taken, end = connection.recv(1), time.monotonic() + PATIENCE
    while served.connections and time.monotonic() < end:
        taken += connection.recv(1)
    connection.close()
    assert (served.connections, len(taken) < PLENTY) == (0, True)


def test_as_many_drips_as_lanes_keep_nobody_waiting(at):
    dripping = [socket.create_connection(at, PATIENCE) for _ in range(4 * serving.THREADS)]
    for each in dripping:
        each.sendall(HEAD + b"x")
    asking = HTTPConnection(*at, timeout=PATIENCE)
    asking.request("GET", "/")
    assert asking.getresponse().read() == b"baik"
    for each in (asking, *dripping):
        each.close()


def test_who_asks_again_and_again_is_not_hung_up_on(at):
    asking = HTTPConnection(*at, timeout=PATIENCE)
    asking.connect()
    asking.auto_open = False
    end, answers = time.monotonic() + 1, set()
    while time.monotonic() < end:
        asking.request("GET", "/")
        answers.add(asking.getresponse().read())
    asking.close()
    assert answers == {b"baik"}


@pytest.mark.parametrize(("depth", "is_said"), [(1, False), (serving.THREADS, True)], ids=str)
def test_a_short_queue_is_no_news_and_a_long_one_is(caplog, served, depth, is_said):
    logging.getLogger("waitress.queue").warning("Task queue depth is %d", depth)
    assert bool(caplog.records) is is_said
