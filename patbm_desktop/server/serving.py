"""Serving through waitress, and stopping so that nobody is told a half truth.

At SIGTERM the server takes no new connection, finishes the requests it has begun, sends their
answers and ends. What it has not begun is not answered, and the laptop offers it again.

Whoever sends a request byte by byte holds no lane, for a lane gets whole requests alone; but he
holds a connection, and there are only so many. So each has its time (`Haste`).
"""

import logging
import signal
import socket
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, NamedTuple

from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel

THREADS = 8
MOST_CONNECTIONS = 1000
"""Kept open at once; further laptops wait to be accepted."""

LARGEST_BODY = 5 * 1024 * 1024
"""Bytes of a request as it comes in; the views have narrower limits."""

PATIENCE = 30.0
"""Seconds that requests under way are given at the end."""

BEAT = 0.5
"""Seconds after which the loop looks up when nothing happens, and looks who dawdles."""


_QUEUE = logging.getLogger("waitress.queue")


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    """Say whether as many requests wait as there are lanes; one or two always do at the start."""
    depth = record.args[0] if isinstance(record.args, tuple) and record.args else None
    return not isinstance(depth, int) or depth >= THREADS


class Haste(NamedTuple):
    """Seconds that the other end is given, counted from its connection or its last answer.

    `head` is for the first lines of a request to be there, `whole` for all of it and for taking the
    answer: a slow village line carries the largest page in that time.
    """

    head: float = 60.0
    whole: float = 600.0


class _Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection that knows since when the other end has the word."""

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.waits_since = time.monotonic()

    def service(self) -> None:
        """Answer what was asked; from then on it is the other end's turn again."""
        super().service()
        self.waits_since = time.monotonic()

    def hurry(self, haste: Haste, now: float) -> None:
        """End the connection where the other end took too long."""
        if self.requests:
            return
        is_begun = self.total_outbufs_len or (self.request and self.request.headers_finished)
        if now - self.waits_since > (haste.whole if is_begun else haste.head):
            # Not `will_close`, which waits until somebody takes bytes who takes none.
            self.handle_close()


class Serving:
    """A running server on one listening socket; `run` returns when it was told to stop."""

    def __init__(
        self,
        application: Callable[..., Any],
        listening: socket.socket,
        proxy: str,
        haste: Haste = Haste(),  # noqa: B008 (never changes)
    ) -> None:
        """Prepare to serve; `proxy` is the address of a TLS proxy in front, empty for none."""
        self._stopping = False
        self._haste = haste
        self._hurried = time.monotonic()
        self._map: dict[int, Any] = {}
        behind: dict[str, Any] = {}
        if proxy:
            behind = {
                "trusted_proxy": proxy,
                "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto",
            }
        self._server: Any = create_server(
            application, map=self._map, sockets=[listening], threads=THREADS, ident=None,
            connection_limit=MOST_CONNECTIONS, max_request_body_size=LARGEST_BODY,
            clear_untrusted_proxy_headers=True, **behind,
        )  # fmt: skip
        self._server.channel_class = _Channel
        _QUEUE.addFilter(_is_worth_a_line)

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self._server.active_channels)

    def obey_signals(self) -> None:
        """Stop at SIGTERM and at Ctrl+C; call it from the main thread."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)

    def stop(self) -> None:
        """Ask the server to stop; may be called from anywhere."""
        self._stopping = True
        self._server.pull_trigger()

    def run(self) -> None:
        """Serve until told to stop, then finish what was begun."""
        while not self._stopping:
            self._turn()
        wasyncore.dispatcher.close(self._server)
        until = time.monotonic() + PATIENCE
        while self._is_busy() and time.monotonic() < until:
            self._turn()
        self._server.task_dispatcher.shutdown()
        wasyncore.close_all(self._map)

    def _turn(self) -> None:
        wasyncore.loop(timeout=BEAT, use_poll=True, map=self._map, count=1)
        now = time.monotonic()
        if now - self._hurried < BEAT:
            return
        self._hurried = now
        for channel in list(self._server.active_channels.values()):
            channel.hurry(self._haste, now)

    def _is_busy(self) -> bool:
        return any(
            channel.requests or channel.total_outbufs_len
            for channel in list(self._server.active_channels.values())
        )

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stop()


def listen(address: str) -> socket.socket:
    """Return a socket that listens on `address`, ``host:port``, port 0 for any free one.

    Raises:
        ValueError: it is no such address.
        OSError: somebody else listens there, or it is not an address of this machine.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise ValueError(address)
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    return socket.create_server((bare, int(port)), family=family, backlog=1024)
