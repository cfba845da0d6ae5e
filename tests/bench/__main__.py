"""`python3 -m tests.bench [notes|cases|sync|server] [--records N]`: measure, and print a table.

`notes` (the default) is one laptop with sessions, `cases` one with cases, `sync` two laptops and
the server, `server` what one server carries (`--records` are rounds then). A wrong answer ends a
run; a slow one never does.
"""

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

from tests.bench import cases, paper, record, screen, server, sync, vaults
from tests.bench.table import Measured, in_seconds, show, took
from tests.bench.workload import fill

ADDITIONS = 5_000_000


def main() -> int:
    """Measure everything and print it."""
    made = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    made.add_argument("what", nargs="?", choices=WHAT, default="notes")
    made.add_argument("--records", type=int, help="in the large vault, or to be synced")
    options = made.parse_args()
    before = _weather()
    with tempfile.TemporaryDirectory(prefix="patbm-bench-") as folder:
        rows = list(WHAT[options.what](Path(folder), options.records))
    print(
        f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}\n"
        f"before: {before}\nafter: {_weather()}\n\n{show(rows)}"
    )
    return 0


def _notes(folder: Path, records: int | None) -> Iterator[Measured]:
    large, records = folder / "large", records or 100_000
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


def _cases(folder: Path, _: int | None) -> Iterator[Measured]:
    yield from cases.measured(folder)


def _sync(folder: Path, records: int | None) -> Iterator[Measured]:
    yield from sync.measured(folder, records or sync.RECORDS)


def _server(folder: Path, rounds: int | None) -> Iterator[Measured]:
    yield from server.measured(folder, rounds or server.ROUNDS)


WHAT = {"notes": _notes, "cases": _cases, "sync": _sync, "server": _server}


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
