"""`python3 -m tests.bench [--records N]`: measure, print a table, fail on a wrong answer only."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from patbm_desktop import bootstrap

if __name__ == "__main__":
    bootstrap.enter()

from tests.bench import paper, record, screen, vaults
from tests.bench.table import Measured, in_seconds, show, took
from tests.bench.workload import fill

ADDITIONS = 5_000_000


def main() -> int:
    """Measure everything and print it."""
    made = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    made.add_argument("--records", type=int, default=100_000, help="in the large vault")
    options = made.parse_args()
    before = _weather()
    with tempfile.TemporaryDirectory(prefix="patbm-bench-") as folder:
        rows = list(_measured(Path(folder), options.records))
    print(
        f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}; {options.records:,} records in the large vault\n"
        f"before: {before}\nafter: {_weather()}\n\n{show(rows)}"
    )
    return 0


def _measured(folder: Path, records: int) -> Iterator[Measured]:
    large = folder / "large"
    ws = vaults.made(large)
    yield in_seconds(
        f"fill a vault with {records:,} records", "-", [took(lambda: fill(ws, records))]
    )
    yield record.saves(ws)
    yield record.searches(ws)
    yield from paper.month(ws)
    ws.close()
    yield from record.opens(large)
    yield record.brings_in(folder)
    yield from screen.window(folder)


def _weather() -> str:
    """Return how busy and how fast the machine is just now: figures of two runs differ by that."""
    load = " ".join(f"{each:.1f}" for each in os.getloadavg()) if _has_load() else "unknown"
    speed = took(lambda: sum(number for number in range(ADDITIONS)))
    return (
        f"load average {load}; {ADDITIONS / 1e6:.0f} million additions in {speed.clock:.0f} ms,"
        f" {speed.processor:.0f} ms of the processor"
    )


def _has_load() -> bool:
    return hasattr(os, "getloadavg")


def _processor() -> str:
    """Return the name of the processor."""
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        for line in listed.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


if __name__ == "__main__":
    sys.exit(main())
