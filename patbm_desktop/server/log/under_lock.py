"""A space while a push holds its lock: what the effects of an op may ask for and change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import Rights
from patbm_desktop.server.log.desk import Desk
from patbm_desktop.server.log.standing import Standing


@dataclass(slots=True)
class SpaceRow:
    """The row of a space; whoever holds it locked may change it."""

    kelurahan: str
    id: str
    seq: int
    chain: str
    clk: int
    ruling: str
    erased: int


class UnderLock(Protocol):
    """One push into one space; `at` is its moment, `carrier` the device that brings it."""

    desk: Desk
    carrier: str
    row: SpaceRow
    at: int
    standing: Standing
    has_erased: bool

    @property
    def rights(self) -> Rights:
        """The rights in this space as of the last op taken."""

    def taken(self, kind: str) -> Iterator[tuple[Op, int]]:
        """Give the control ops of `kind` in the log, this push included, and when each came."""

    def append(self, op: Op) -> None:
        """Give `op` the next place in the log, with all that follows from it."""

    def drop_held(self, op: str) -> None:
        """Forget that `op` waited for a coordinator."""

    def held_op(self, op: str) -> tuple[bytes, bytes] | None:
        """Return body and signature of a held op, None where it is not held (yet)."""
