"""The one shape of every way notes travel: a server over HTTP, one in this process, a stick.

Decided 2026-11-21: one protocol class and one suite of laws over all carriers, so that a promise
on screen does not depend on the road a note took.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.sync.laptop import Laptop


class Met(NamedTuple):
    """What came of one exchange.

    `sent` ops were read back, `came` ops are new here; `waits` are still to be delivered, of which
    `later` were put off, `held` wait for a coordinator and `bad` are taken by no server. Bytes are
    those on the line. `kinds` changed here; `closed` are spaces that gave this device no more.
    """

    sent: int = 0
    came: int = 0
    waits: int = 0
    later: int = 0
    held: int = 0
    bad: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    turns: int = 0
    rewinds: int = 0
    unread: int = 0
    kinds: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    roles: Mapping[str, str] = {}
    now: str = ""


Progress = Callable[[Met], None]
"""Is told how far an exchange came; may raise a `Fault` to stop it."""


class Cut(Fault):
    """Raised when an exchange ends early; `met` is what it did, which stays done."""

    def __init__(self, fault: Fault, met: Met) -> None:
        super().__init__(fault.refusal, **fault.facts)
        self.met = met


class Exchange(Protocol):
    """A way to bring notes to others and to take theirs."""

    def meet(self, laptop: Laptop, progress: Progress | None = None) -> Met:
        """Bring what the laptop has to the other end, and take what is there.

        May be cut anywhere and repeated: nothing is lost or taken twice.

        Raises:
            Cut: it ended early.
        """
        ...


__all__ = ["Cut", "Exchange", "Met", "Progress", "Refusal"]
