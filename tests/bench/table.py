"""The table a benchmark prints, and how it takes the time."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

HEADS = "what", "target", "seen", "of it processor"


@dataclass(frozen=True)
class Measured:
    """One line: what was done, what was aimed at, what the clock said, and the processor's part.

    Where others use the machine too, the processor's part is what would be left without them.
    """

    what: str
    target: str
    seen: str
    processor: str = "-"


class Took(NamedTuple):
    """How long one job took, in milliseconds by the clock and of the processor."""

    clock: float
    processor: float


def took(job: Callable[[], object]) -> Took:
    """Do `job` and return how long it took."""
    clock, processor = time.perf_counter(), time.process_time()
    job()
    return Took((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000)


def in_ms(what: str, target: str, taken: Sequence[Took]) -> Measured:
    """Return the line of the medians, with the spread by the clock."""
    clock = [each.clock for each in taken]
    seen = f"{statistics.median(clock):.1f} ms ({min(clock):.1f} to {max(clock):.1f})"
    return Measured(what, target, seen, f"{_median_of_processor(taken):.1f} ms")


def in_ms_with_p99(what: str, target: str, taken: Sequence[Took]) -> Measured:
    """Return the line of the median and the 99th percentile."""
    clock = sorted(each.clock for each in taken)
    worst = sorted(each.processor for each in taken)
    late = int(len(taken) * 0.99) - 1
    return Measured(
        what,
        target,
        f"{statistics.median(clock):.2f} / {clock[late]:.2f} ms",
        f"{_median_of_processor(taken):.2f} / {worst[late]:.2f} ms",
    )


def in_seconds(what: str, target: str, taken: Sequence[Took]) -> Measured:
    """Return the line of the medians in seconds."""
    clock = statistics.median(each.clock for each in taken)
    seconds = f"{clock / 1000:.2f} s"
    return Measured(what, target, seconds, f"{_median_of_processor(taken) / 1000:.2f} s")


def _median_of_processor(taken: Sequence[Took]) -> float:
    return statistics.median(each.processor for each in taken)


def show(rows: Sequence[Measured]) -> str:
    """Return the table."""
    lines = [HEADS, *((row.what, row.target, row.seen, row.processor) for row in rows)]
    wide = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = ["| " + " | ".join(map(str.ljust, line, wide)) + " |" for line in lines]
    rule = "|" + "|".join("-" * (width + 2) for width in wide) + "|"
    return "\n".join([padded[0], rule, *padded[1:]])
