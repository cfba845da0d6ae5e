"""A post office whose caller can go away at once, whatever is on its way.

A request that is out cannot be called back, and a bad line may keep it for a minute. Locking must
not wait for that: the caller leaves, the answer is dropped, and the next round asks again.
"""

from collections.abc import Callable
from threading import Event, Thread
from typing import Any, TypeVar

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.sync.enrolment import Desk
from patbm_desktop.wire.joining import EnrolAnswer, InviteRequest
from patbm_desktop.wire.messages import Answer, Request
from patbm_desktop.wire.post_office import PostOffice, Traffic, traffic_of

T = TypeVar("T")
LOOK_S = 0.05
"""How often the caller looks whether it is to stop."""


class Going:
    """Does what may take long on a thread of its own, until `stopped` is set."""

    def __init__(self, stopped: Event) -> None:
        self._stopped = stopped

    def demand(self) -> None:
        """Stop here if it is to be stopped.

        Raises:
            Fault: STOPPED.
        """
        if self._stopped.is_set():
            raise Fault(Refusal.STOPPED)

    def wait_for(self, ask: Callable[[], T]) -> T:
        """Return what `ask` returns, or raise what it raises.

        Raises:
            Fault: STOPPED, it is to be stopped; what comes of `ask` is dropped.
        """
        self.demand()
        errand = _Errand(ask)
        while not errand.ended.wait(LOOK_S):
            self.demand()
        if errand.error is not None:
            raise errand.error
        value: T = errand.value
        return value


class Interruptible:
    """Asks `office`; raises STOPPED as soon as `stopped` is set."""

    def __init__(self, office: PostOffice, stopped: Event) -> None:
        self._office = office
        self._going = Going(stopped)

    @property
    def traffic(self) -> Traffic:
        """What went over the line so far."""
        return traffic_of(self._office)

    def sync(self, request: Request) -> Answer:
        """Store what is offered, then read from the cursors on.

        Raises:
            Fault: STOPPED, or what the office refused with.
        """
        return self._going.wait_for(lambda: self._office.sync(request))

    def has_part(self, space: str, ent: str, sha: str) -> bool:
        """Say whether a part is there.

        Raises:
            Fault: STOPPED, or nobody answered.
        """
        return self._going.wait_for(lambda: self._office.has_part(space, ent, sha))

    def put_part(self, space: str, ent: str, sha: str, data: bytes) -> None:
        """Hand in a part.

        Raises:
            Fault: STOPPED, or it was not taken.
        """
        self._going.wait_for(lambda: self._office.put_part(space, ent, sha, data))

    def get_part(self, space: str, ent: str, sha: str) -> bytes | None:
        """Fetch a part.

        Raises:
            Fault: STOPPED, or nobody answered.
        """
        return self._going.wait_for(lambda: self._office.get_part(space, ent, sha))

    def close(self) -> None:
        """Let go of the line."""
        self._office.close()

    def demand_going(self) -> None:
        """Stop here if it is to be stopped.

        Raises:
            Fault: STOPPED.
        """
        self._going.demand()


class InterruptibleDesk:
    """What joining asks of a server, with a way out."""

    def __init__(self, desk: Desk, stopped: Event) -> None:
        self._desk = desk
        self._going = Going(stopped)

    def invite(self, request: InviteRequest) -> str:
        """Return the eight characters of a new invitation.

        Raises:
            Fault: STOPPED, or nobody answered.
        """
        return self._going.wait_for(lambda: self._desk.invite(request))

    def enrol(self, line: bytes) -> EnrolAnswer:
        """Hand in a signed request to join.

        Raises:
            Fault: STOPPED, CODE_UNKNOWN, or nobody answered.
        """
        return self._going.wait_for(lambda: self._desk.enrol(line))

    def waiting(self) -> tuple[bytes, ...]:
        """Return the signed requests that wait for this coordinator.

        Raises:
            Fault: STOPPED, or nobody answered.
        """
        return self._going.wait_for(self._desk.waiting)


class _Errand:
    """One request on its way. Its thread never holds up the end of the program."""

    def __init__(self, ask: Callable[[], Any]) -> None:
        self.ended = Event()
        self.value: Any = None
        self.error: BaseException | None = None
        self._ask = ask
        Thread(target=self._go, name="patbm-errand", daemon=True).start()

    def _go(self) -> None:
        try:
            self.value = self._ask()
        except BaseException as error:  # noqa: BLE001 - whoever asked raises it on its own thread
            self.error = error
        finally:
            self.ended.set()
