"""The one shape of every server: over HTTP, in this process, or in memory.

One law suite (`tests/sync/test_exchange_laws.py`) runs over all of them. A refusal is a `Fault`:
NO_NETWORK, SERVER_STRANGE, CLOCK_WRONG, DEVICE_UNKNOWN, DEVICE_DISABLED, REQUEST_TOO_LARGE,
or SERVER_BUSY with `retry_after` seconds.
"""

from typing import NamedTuple, Protocol, runtime_checkable

from patbm_desktop.wire.messages import Answer, Request


class PostOffice(Protocol):
    """Takes what a laptop offers and gives what others brought; never decides what counts."""

    def sync(self, request: Request) -> Answer:
        """Store what is offered, then read from the cursors on.

        Raises:
            Fault: nothing was answered; whether the offers were stored is not known.
        """
        ...

    def has_part(self, space: str, ent: str, sha: str) -> bool:
        """Say whether this sealed part of a photo is there.

        Raises:
            Fault: nobody answered.
        """
        ...

    def put_part(self, space: str, ent: str, sha: str, data: bytes) -> None:
        """Hand in one sealed part, named by the SHA-256 of its bytes; twice is the same.

        Raises:
            Fault: it was not taken.
        """
        ...

    def get_part(self, space: str, ent: str, sha: str) -> bytes | None:
        """Fetch one sealed part; None where it is not there (yet), or erased.

        Raises:
            Fault: nobody answered.
        """
        ...

    def close(self) -> None:
        """Let go of the line."""
        ...


class Traffic(NamedTuple):
    """Bytes that went over a line since it was opened."""

    up: int = 0
    down: int = 0

    def since(self, before: "Traffic") -> "Traffic":
        """Return what went over it after `before`."""
        return Traffic(self.up - before.up, self.down - before.down)


@runtime_checkable
class Counted(Protocol):
    """An office at the end of a line that counts its bytes."""

    @property
    def traffic(self) -> Traffic:
        """What went over the line so far."""
        ...


def traffic_of(office: PostOffice) -> Traffic:
    """Return what went over the line to `office`; nothing where there is no line."""
    return office.traffic if isinstance(office, Counted) else Traffic()
