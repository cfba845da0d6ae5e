"""When to try again, and how much to ask for and to offer at once.

All are of one road: a laptop that just came out of a valley begins small and soon asks for more.
What is offered when a line breaks has to be offered again, so a request is larger than it must be
only where the way there and back takes longer than carrying it. Chance and time come from outside,
so that a test, and a simulation, repeats itself.
"""

from dataclasses import dataclass, field
from random import Random

from patbm_desktop.wire.limits import LEAST_KIB, MOST_KIB, MOST_OFFER_BYTES

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 15 * 60.0
FIRST_KIB = 256
LEAST_OFFER_BYTES = 64 * 1024
"""Bytes of bodies; packed they are about 32 KB on the line."""
NEXT_TO_NOTHING = 2 * 1024
"""Bytes of bodies; so little takes no longer than the way."""
WORTH_IT = 2
"""A request that takes fewer ways than that is small for its road."""
LONG_WAY_S = 0.05
"""There and back; on a shorter way nothing is gained by larger requests."""


@dataclass(slots=True)
class Pace:
    """How a road has been of late; `random` spreads the laptops that lost it together."""

    random: Random = field(default_factory=Random, repr=False)
    max_kib: int = FIRST_KIB
    offer_bytes: int = LEAST_OFFER_BYTES
    _way_s: float = 0.0
    _failures: int = 0

    def went_well(self) -> None:
        """Note that an answer came: ask for twice as much next time."""
        self._failures = 0
        self.max_kib = min(MOST_KIB, self.max_kib * 2)

    def went_ill(self) -> None:
        """Note that none came: ask for half as much next time."""
        self._failures += 1
        self.max_kib = max(LEAST_KIB, self.max_kib // 2)
        self.offer_bytes, self._way_s = LEAST_OFFER_BYTES, 0.0

    def took(self, seconds: float, offered_bytes: int) -> None:
        """Note how long the answer took to a request that offered so many bytes of bodies."""
        if offered_bytes <= NEXT_TO_NOTHING:
            self._way_s = min(self._way_s or seconds, seconds)
        elif seconds > WORTH_IT * self._way_s:
            self.offer_bytes = max(LEAST_OFFER_BYTES, self.offer_bytes // 2)
        elif self._way_s > LONG_WAY_S and offered_bytes > self.offer_bytes // 2:
            self.offer_bytes = min(MOST_OFFER_BYTES, self.offer_bytes * 2)

    def wait_s(self, retry_after: int = 0) -> float:
        """Return for how long to leave the road alone: never less than a server asked for."""
        longest = min(LONGEST_WAIT_S, FIRST_WAIT_S * (1 << min(self._failures, 20)))
        return max(float(retry_after), longest * (0.5 + self.random.random() / 2))
