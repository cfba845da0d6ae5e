"""A line between two ends on this machine: it counts bytes, and can be slow or cut.

One thread with an event loop of its own carries all connections. A line of `delay_s` and
`bytes_a_second` holds every byte back for half the round trip and lets only so many through, in
each direction and for all connections together; opening a connection is not held back. A line with
`loss` is a bad one: so many of a hundred chunks end every connection.
"""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"
CHUNK = 16 * 1024
HEAD_CHUNK = 2 * 1024
"""Bytes that a slow line takes at once, or a request would wait for a whole chunk to pass."""


@dataclass(slots=True)
class Way:
    """One direction: the bytes that went, and when the line is free again."""

    bytes: int = 0
    free_at: float = 0.0


@dataclass(kw_only=True)
class Shape:
    """How slow a line is: a whole round trip in seconds, bytes a second (0: as fast as it goes).

    `loss` is the chance of every chunk to end all connections, drawn from `chance`.
    """

    delay_s: float = 0.0
    bytes_a_second: int = 0
    loss: float = 0.0
    chance: Random = field(default_factory=lambda: Random(7), repr=False)


SLOW = Shape(delay_s=0.3, bytes_a_second=256_000 // 8)
"""A bad day in the kelurahan: 300 ms, 256 kbit/s."""


@dataclass
class _Turns:
    """Counts how often the talk changes direction towards the server: the requests sent."""

    count: int = 0
    is_up: bool = False


class Proxy:
    """A line to `target`, which may be named later; use it as a context, or `start` and `stop`."""

    def __init__(self, target: tuple[str, int] | None = None, shape: Shape | None = None) -> None:
        self.target = target
        self.shape = shape or Shape()
        self.up, self.down = Way(), Way()
        self.port = 0
        self._turns = _Turns()
        self._cut_at: int | None = None
        self._open: set[asyncio.WriteTransport] = set()
        self._is_up = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="proxy", daemon=True)

    # -- for the one who measures ------------------------------------------------------------

    @property
    def address(self) -> str:
        """Where to knock instead of at the target."""
        return f"http://{HOST}:{self.port}"

    @property
    def turns(self) -> int:
        """How many times something was asked."""
        return self._turns.count

    def forget(self) -> None:
        """Count from nothing again."""
        self.up, self.down, self._turns = Way(), Way(), _Turns()

    def cut_after(self, bytes_up: int) -> None:
        """End every connection once so many bytes more went up; new ones are carried again."""
        self._cut_at = self.up.bytes + bytes_up

    @property
    def will_cut(self) -> bool:
        """Whether the cut that was asked for is still to come."""
        return self._cut_at is not None

    def start(self) -> Self:
        """Begin to listen on a free port."""
        self._thread.start()
        self._is_up.wait()
        return self

    def stop(self) -> None:
        """End all connections and the thread."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.stop()

    # -- carrying ----------------------------------------------------------------------------

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._carry, HOST, 0))
        self.port = server.sockets[0].getsockname()[1]
        self._is_up.set()
        self._loop.run_forever()
        server.close()
        self._end_all()
        left = asyncio.all_tasks(self._loop)
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert self.target is not None, "the line leads somewhere"
        try:
            far_reader, far_writer = await asyncio.open_connection(*self.target)
        except OSError:
            writer.transport.abort()
            return
        ends = writer.transport, far_writer.transport
        self._open.update(ends)
        try:
            await asyncio.gather(
                self._pump(reader, far_writer, is_up=True),
                self._pump(far_reader, writer, is_up=False),
            )
        finally:
            self._open.difference_update(ends)
            for end in ends:
                end.abort()

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_up: bool
    ) -> None:
        """Carry one direction of one connection to its end."""
        held: asyncio.Queue[_Held] = asyncio.Queue()
        feeding = asyncio.create_task(_let_go(held, writer))
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(self._chunk()):
                self._note(data, is_up=is_up)
                if self.shape.loss and self.shape.chance.random() < self.shape.loss:
                    self._end_all()
                    break
                held.put_nowait(_Held(self._due(len(data), is_up=is_up), data))
        held.put_nowait(_Held(0.0, b""))
        await feeding

    def _chunk(self) -> int:
        return HEAD_CHUNK if self.shape.bytes_a_second else CHUNK

    def _note(self, data: bytes, *, is_up: bool) -> None:
        (self.up if is_up else self.down).bytes += len(data)
        self._turns.count += is_up and not self._turns.is_up
        self._turns.is_up = is_up
        if self._cut_at is not None and self.up.bytes >= self._cut_at:
            self._cut_at = None
            self._end_all()

    def _due(self, size: int, *, is_up: bool) -> float:
        """Return when `size` bytes come out at the other end."""
        way, now = self.up if is_up else self.down, self._loop.time()
        if self.shape.bytes_a_second:
            way.free_at = max(way.free_at, now) + size / self.shape.bytes_a_second
            now = way.free_at
        return now + self.shape.delay_s / 2

    def _end_all(self) -> None:
        for transport in list(self._open):
            transport.abort()


@dataclass(frozen=True, slots=True)
class _Held:
    """Bytes that come out at `due`; none at all ends the direction."""

    due: float
    data: bytes = field(repr=False)


async def _let_go(held: "asyncio.Queue[_Held]", writer: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    with contextlib.suppress(ConnectionError):
        while (each := await held.get()).data:
            if each.due > loop.time():
                await asyncio.sleep(each.due - loop.time())
            writer.write(each.data)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()


@contextlib.contextmanager
def line(target: tuple[str, int], shape: Shape | None = None) -> Iterator[Proxy]:
    """Give a running line to `target`."""
    with Proxy(target, shape) as made:
        yield made
