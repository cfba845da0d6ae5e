"""When to try again, and how much to ask for at once.

Both are of one road: a laptop that just came out of a valley begins small and soon asks for more.
Chance comes from outside, so that a test, and a simulation, repeats itself.
"""

from dataclasses import dataclass, field
from random import Random

from patbm_desktop.wire.limits import LEAST_KIB, MOST_KIB

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 15 * 60.0
FIRST_KIB = 256


@dataclass(slots=True)
class Pace:
    """How a road has been of late; `random` spreads the laptops that lost it together."""

    random: Random = field(default_factory=Random, repr=False)
    max_kib: int = FIRST_KIB
    _failures: int = 0

    def went_well(self) -> None:
        """Note that an answer came: ask for twice as much next time."""
        self._failures = 0
        self.max_kib = min(MOST_KIB, self.max_kib * 2)

    def went_ill(self) -> None:
        """Note that none came: ask for half as much next time."""
        self._failures += 1
        self.max_kib = max(LEAST_KIB, self.max_kib // 2)

    def wait_s(self, retry_after: int = 0) -> float:
        """Return for how long to leave the road alone: never less than a server asked for."""
        longest = min(LONGEST_WAIT_S, FIRST_WAIT_S * (1 << min(self._failures, 20)))
        return max(float(retry_after), longest * (0.5 + self.random.random() / 2))
