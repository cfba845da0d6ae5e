"""The line of the tests carries every byte, counts it, holds it back, and can be cut."""

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest

from tests.proxy import HOST, Proxy, Shape, line


@pytest.fixture
def echo() -> Iterator[tuple[str, int]]:
    """A server that gives back what it gets."""
    listening = socket.create_server((HOST, 0))
    thread = threading.Thread(target=_serve, args=[listening], daemon=True)
    thread.start()
    yield listening.getsockname()
    listening.close()


def _serve(listening: socket.socket) -> None:
    while True:
        try:
            end, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_echo, args=[end], daemon=True).start()


def _echo(end: socket.socket) -> None:
    with end:
        try:
            while data := end.recv(65536):
                end.sendall(data)
        except OSError:
            return


def talk(proxy: Proxy, data: bytes) -> bytes:
    with socket.create_connection((HOST, proxy.port)) as end:
        end.sendall(data)
        end.shutdown(socket.SHUT_WR)
        return all_of(end)


def all_of(end: socket.socket) -> bytes:
    """Read until the other end hangs up, however it does."""
    found = b""
    with contextlib.suppress(ConnectionError):
        while data := end.recv(65536):
            found += data
    return found


def test_every_byte_comes_through_and_is_counted(echo: tuple[str, int]) -> None:
    sent = bytes(range(256)) * 1000
    with line(echo) as proxy:
        assert talk(proxy, sent) == sent
        assert (proxy.up.bytes, proxy.down.bytes) == (len(sent), len(sent))
        proxy.forget()
        assert (proxy.up.bytes, proxy.turns) == (0, 0)


def test_each_question_of_a_kept_connection_is_a_turn(echo: tuple[str, int]) -> None:
    with line(echo) as proxy, socket.create_connection((HOST, proxy.port)) as end:
        for _ in range(3):
            end.sendall(b"?")
            assert end.recv(1) == b"?"
        assert proxy.turns == 3


def test_a_slow_line_takes_its_time(echo: tuple[str, int]) -> None:
    shape = Shape(delay_s=0.04, bytes_a_second=50_000)
    with line(echo, shape) as proxy:
        began = proxy._loop.time()
        assert len(talk(proxy, bytes(5_000))) == 5_000
        assert proxy._loop.time() - began >= 0.04 + 5_000 / 50_000


def test_a_cut_ends_what_is_open_and_lets_the_next_one_through(echo: tuple[str, int]) -> None:
    with line(echo) as proxy:
        proxy.cut_after(1000)
        with socket.create_connection((HOST, proxy.port)) as end:
            end.sendall(bytes(2000))
            assert len(all_of(end)) < 2000
        assert talk(proxy, b"again") == b"again"


def test_a_line_that_loses_everything_brings_nothing(echo: tuple[str, int]) -> None:
    with line(echo, Shape(loss=1.0)) as proxy:
        assert talk(proxy, b"?") == b""
        proxy.shape = Shape()
        assert talk(proxy, b"?") == b"?"


def test_nobody_at_the_other_end_ends_the_connection() -> None:
    with socket.create_server((HOST, 0)) as gone:
        target = gone.getsockname()
    with line(target) as proxy, socket.create_connection((HOST, proxy.port)) as end:
        assert all_of(end) == b""
