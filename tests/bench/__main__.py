"""`python3 -m tests.bench [--records N]`: measure, print a table, fail on a wrong answer only."""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from patbm_desktop import bootstrap

if __name__ == "__main__":
    bootstrap.enter()

from tests.bench import paper, record, screen, vaults
from tests.bench.table import Measured, in_seconds, show, took
from tests.bench.workload import fill


def main() -> int:
    """Measure everything and print it."""
    made = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    made.add_argument("--records", type=int, default=100_000, help="in the large vault")
    options = made.parse_args()
    before = _load()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="patbm-bench-") as folder:
        rows = list(_measured(Path(folder), options.records))
    print(
        f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}\n"
        f"load average {before} before, {_load()} after {time.monotonic() - began:.0f} s;"
        " medians; the large vault has"
        f" {options.records:,} records\n\n{show(rows)}"
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


def _load() -> str:
    """Return how many others wanted the processor in the last minutes, where a system tells."""
    if not hasattr(os, "getloadavg"):
        return "unknown"
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


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
