"""The table a benchmark prints, and how it takes the time."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """One line: what was done, what was aimed at, what was seen."""

    what: str
    target: str
    seen: str


def milliseconds(job: Callable[[], object], times: int) -> list[float]:
    """Do `job` so often and return how long each took."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        job()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def median(taken: Sequence[float]) -> str:
    """Return the median with its spread, in milliseconds."""
    return f"{statistics.median(taken):.1f} ms ({min(taken):.1f} to {max(taken):.1f})"


def median_and_p99(taken: Sequence[float]) -> str:
    """Return the median and the 99th percentile, in milliseconds."""
    ordered = sorted(taken)
    return f"{statistics.median(ordered):.2f} / {ordered[int(len(ordered) * 0.99) - 1]:.2f} ms"


def show(rows: Sequence[Measured]) -> None:
    """Print the table."""
    wide = max(len(row.what) for row in rows), max(len(row.target) for row in rows)
    print(f"| {'what':<{wide[0]}} | {'target':<{wide[1]}} | seen |")
    print(f"|{'-' * (wide[0] + 2)}|{'-' * (wide[1] + 2)}|------|")
    for row in rows:
        print(f"| {row.what:<{wide[0]}} | {row.target:<{wide[1]}} | {row.seen} |")
