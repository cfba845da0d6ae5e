"""Carries a request and brings the answer, at once or while the laptop goes on writing.

A round sends the next request before it keeps the last page: the server works while we write.
"""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from typing import Protocol

from patbm_desktop.domain.fault import Fault
from patbm_desktop.wire.gzipped import Tail
from patbm_desktop.wire.messages import Answer, Offer, Request, packed_ahead
from patbm_desktop.wire.post_office import PostOffice


class Courier(Protocol):
    """Takes one request at a time; the answer, or the refusal, comes out of `receive`."""

    took_s: float
    """How many seconds the last answer took; 0 where there is no way to go."""

    def pack_ahead(self, offers: Iterable[Offer]) -> Tail | None:
        """Pack what the next request is to offer; None where nothing is packed for the way."""
        ...

    def send(self, request: Request) -> None:
        """Set out with `request`."""
        ...

    def receive(self) -> Answer:
        """Return the answer to the request that was sent.

        Raises:
            Fault: nobody answered.
        """
        ...

    def close(self) -> None:
        """Send nothing any more."""
        ...


class Direct:
    """Asks at the moment of sending, on the same thread: for an office in this process."""

    def __init__(self, office: PostOffice) -> None:
        self.took_s = 0.0
        self._office = office
        self._result: Future[Answer] = Future()

    def pack_ahead(self, offers: Iterable[Offer]) -> None:
        """Pack nothing: it goes from hand to hand."""

    def send(self, request: Request) -> None:
        """Ask now, and keep what came of it."""
        self._result = _done(self._office, request)

    def receive(self) -> Answer:
        """Return the answer, or raise what the office raised."""
        return self._result.result()

    def close(self) -> None:
        """Nothing is on its way."""


class Ahead:
    """Asks on a thread of its own: for an office at the end of a line."""

    def __init__(self, office: PostOffice) -> None:
        self.took_s = 0.0
        self._office = office
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="patbm-courier")
        self._result: Future[Answer] = Future()

    def pack_ahead(self, offers: Iterable[Offer]) -> Tail:
        """Pack what the next request is to offer."""
        return packed_ahead(offers)

    def send(self, request: Request) -> None:
        """Set out; the caller is not kept waiting."""
        self._result = self._thread.submit(self._ask, request)

    def receive(self) -> Answer:
        """Wait for the answer and return it, or raise what the office raised."""
        return self._result.result()

    def close(self) -> None:
        """Let what is on its way come to its end by itself."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _ask(self, request: Request) -> Answer:
        began = monotonic()
        answer = self._office.sync(request)
        self.took_s = monotonic() - began
        return answer


def _done(office: PostOffice, request: Request) -> Future[Answer]:
    result: Future[Answer] = Future()
    try:
        result.set_result(office.sync(request))
    except Fault as fault:
        result.set_exception(fault)
    return result
