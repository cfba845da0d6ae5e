"""How often somebody guessed: wrong invitation codes, by address and altogether.

Only wrong ones count, so a hall of fifty laptops behind one address can join on one evening.
"""

from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock

WINDOW = 10 * 60
"""Seconds."""

MOST_AN_ADDRESS = 20
MOST_ALTOGETHER = 500
EVERYBODY = ""


class Tries:
    """Counts wrong tries of the last ten minutes; may be asked from several threads."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._wrong: defaultdict[str, deque[float]] = defaultdict(deque)

    def wait(self, address: str) -> int:
        """Return the seconds until `address` may try again, 0 when it may now."""
        with self._lock:
            return max(self._left(address, MOST_AN_ADDRESS), self._left(EVERYBODY, MOST_ALTOGETHER))

    def note_wrong(self, address: str) -> None:
        """Count one wrong try."""
        with self._lock:
            for key in (address, EVERYBODY):
                self._wrong[key].append(self._clock())
            for key in [key for key in self._wrong if self._is_past(key)]:
                del self._wrong[key]

    def _left(self, key: str, most: int) -> int:
        moments = self._wrong.get(key)
        if not moments:
            return 0
        now = self._clock()
        while moments and moments[0] <= now - WINDOW:
            moments.popleft()
        return int(moments[-most] + WINDOW - now) + 1 if len(moments) >= most else 0

    def _is_past(self, key: str) -> bool:
        return self._wrong[key][-1] <= self._clock() - WINDOW if self._wrong[key] else True
