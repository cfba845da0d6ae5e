"""What the window costs: each run is a process of its own, and the middle one counts."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench import vaults
from tests.bench.table import Measured, Took, in_ms, in_seconds
from tests.bench.workload import fill

FEW, MANY = 10_000, 20_000
RUNS = 5

Seen = Mapping[str, float]


def window(folder: Path) -> Iterator[Measured]:
    """Open the window on a vault of ten thousand records, and on one of twenty thousand."""
    seen = _runs(folder, FEW)
    painted = [Took(each["painted_s"] * 1000, each["painted_cpu_s"] * 1000) for each in seen]
    yield in_seconds(f"start to Beranda painted, {FEW:,} activities", "1.0 s", painted)
    seen = _runs(folder, MANY)
    memory = statistics.median(each["memory_mb"] for each in seen)
    yield Measured(f"memory of the window, {MANY:,} activities", "200 MB", f"{memory:.0f} MB")
    stalls = [Took(each["stall_ms"], each["stall_cpu_ms"]) for each in seen]
    yield in_ms(f"longest stall of the window, {MANY:,} activities", "100 ms", stalls)


def _runs(folder: Path, records: int) -> list[Seen]:
    """Return what was seen in some runs; a first one that compiles the program is left out."""
    vault_folder = folder / f"window-{records}"
    ws = vaults.made(vault_folder)
    fill(ws, records)
    held = ws.unlocked.held
    ws.close()
    given = {
        "folder": str(vault_folder),
        "person": held.person,
        "keys": [key.hex() for key in held.keys],
    }
    return [_run(given, folder / "bytecode") for _ in range(RUNS + 1)][1:]


def _run(given: Mapping[str, object], bytecode: Path) -> Seen:
    env = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"PYTHONPYCACHEPREFIX": str(bytecode)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # a volunteer's second start compiles nothing
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.window"],
        env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        answer, _ = child.communicate(json.dumps({**given, "started": time.time()}) + "\n")
    assert child.returncode == 0, "the window opens, shows its pages and closes"
    seen: Seen = json.loads(answer.splitlines()[-1])
    return seen
