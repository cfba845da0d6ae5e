"""Wrong tries: from the fifth on each one costs a growing wait, which outlives a restart.

It slows somebody at the keyboard; a stolen file is guarded by Argon2id alone. Nothing is ever
erased. No wall clock is asked, because it can be turned: the wait is counted on the clock that
runs since the laptop was switched on. After a restart only the time since then is sure to have
passed, so a wait never ends early, and at worst begins again once; it is never above 15 minutes.
"""

import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.wire.durable import write_atomically

FILE = "percobaan.json"
FREE = 4
FIRST_WAIT = 30
LONGEST_WAIT = 15 * 60
"""Seconds."""

MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class _Kept:
    """How many tries were wrong in a row, and the tick at which the last one was."""

    wrong: int
    tick: float

    def left(self, now: float) -> int:
        passed = now - self.tick if now >= self.tick else now
        return max(0, math.ceil(wait_after(self.wrong) - passed))


def wait_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong tries in a row."""
    if wrong <= FREE:
        return 0
    return min(LONGEST_WAIT, FIRST_WAIT << min(wrong - FREE - 1, 10))


class Tries:
    """The count of one vault, kept in its folder; `ticks` gives seconds since switching on."""

    def __init__(self, folder: Path, ticks: Callable[[], float] = time.monotonic) -> None:
        self._file = folder / FILE
        self._ticks = ticks

    def seconds_left(self) -> int:
        """Return how long to wait before the next try; 0 when it may be now."""
        return self._read().left(self._ticks())

    def check(self) -> None:
        """Return only when a try is allowed now.

        Raises:
            Fault: one has to wait; its fact `seconds` says how long.
        """
        left = self.seconds_left()
        if left:
            raise Fault(Refusal.WAIT_BEFORE_TRYING, seconds=left)

    def wrong(self) -> int:
        """Count a wrong try and return the seconds to wait from now on."""
        kept = _Kept(min(MOST, self._read().wrong + 1), self._ticks())
        text = json.dumps({"wrong": kept.wrong, "tick": kept.tick})
        write_atomically(self._file, text.encode())
        return kept.left(kept.tick)

    def right(self) -> None:
        """Forget all wrong tries: the passphrase was the right one."""
        self._file.unlink(missing_ok=True)

    def _read(self) -> _Kept:
        """Return what is kept; a file that says nothing sensible counts as no try at all."""
        try:
            value = json.loads(self._file.read_bytes())
            kept = _Kept(int(value["wrong"]), float(value["tick"]))
        except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return _Kept(0, 0.0)
        return kept if 0 <= kept.wrong <= MOST and math.isfinite(kept.tick) else _Kept(0, 0.0)
