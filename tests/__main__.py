"""`python3 -m tests`: every check; with arguments, pytest alone with them.

`--search` before them tries the properties alone, with other and many more examples each time.
"""

import os
import sys

from patbm_desktop import bootstrap

if __name__ == "__main__":
    bootstrap.enter(bootstrap.TESTS)

import re
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parents[1]
PYTEST = [sys.executable, "-m", "pytest"]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check()"
STEPS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "--output-format", "concise", "."],
    "layers": ["-c", LINT_IMPORTS],
    "strings": ["-m", "tests.strings"],
}
"""Name of a step, and what Python is given to do, two at a time; pytest comes after them."""

SLOW_STEPS = {
    "types": ["-m", "mypy"],
    "wheel": ["-m", "tests.wheel"],
}
"""The same, one after the other beside pytest: they and the tests wait for different things."""

MEMORY = Path("/dev/shm")
ROOM = 3 * 2**30
"""Bytes; all that the tests and the wheel keep at a time is about a third of it."""

SEARCH = "--search"
SEARCHING = ["--hypothesis-profile", "search", "-m", "hypothesis"]


class Outcome(NamedTuple):
    """How a step ended: its exit status, its seconds and its last words."""

    name: str
    status: int
    seconds: float
    closing: str


def main(arguments: list[str]) -> int:
    """Run everything, or pytest with `arguments`; return 0 when all is well."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments[:1] == [SEARCH]:
        return run("search", [*PYTEST, *SEARCHING, *spread(), *arguments[1:]]).status
    if arguments:
        return run("pytest", [*PYTEST, *arguments]).status
    os.chdir(HOME)
    with in_memory(), ThreadPoolExecutor(1) as pool:
        outcomes = beside_each_other(commands(STEPS))
        slow = [pool.submit(heard, *each) for each in commands(SLOW_STEPS).items()]
        tested = run("pytest", [*PYTEST, "--durations=10", *spread()])
        outcomes += [*shown(commands(SLOW_STEPS), slow), tested]
    print(summary(outcomes), flush=True)
    return int(any(outcome.status for outcome in outcomes))


def commands(steps: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the command of each step."""
    return {name: [sys.executable, *words] for name, words in steps.items()}


@contextmanager
def in_memory(memory: Path = MEMORY, room: int = ROOM) -> Iterator[None]:
    """Let what the tests write stand in memory, where there is `room` and programs may start.

    They found thousands of vaults, and each waits many times until a disk is sure. Nothing of what
    they show needs one: a process that is killed leaves behind what it wrote, on a disk or not.
    """
    if not (memory.is_dir() and os.access(memory, os.W_OK) and is_roomy(memory, room)):
        yield
        return
    before = os.environ.get("TMPDIR")
    with tempfile.TemporaryDirectory("", "patbm-", memory, ignore_cleanup_errors=True) as place:
        Path(place).chmod(0o711)  # PostgreSQL works as a user of its own
        os.environ["TMPDIR"] = place
        try:
            yield
        finally:
            del os.environ["TMPDIR"]
            os.environ |= {} if before is None else {"TMPDIR": before}


def is_roomy(memory: Path, room: int) -> bool:
    """Say whether so many bytes are free in `memory`, and a program in it may be started."""
    return shutil.disk_usage(memory).free >= room and not os.statvfs(memory).f_flag & os.ST_NOEXEC


def spread() -> list[str]:
    """Return pytest's words for three workers, where the machine has two processors.

    One more than two, for a test often waits: for a window, a server, a program that it started.
    Neighbours stay with one worker, which has what they share; who is done first takes over half
    of what another one still has before it.
    """
    return ["-n", "3", "--dist", "worksteal"] if (os.cpu_count() or 1) > 1 else []


def beside_each_other(asked: dict[str, list[str]]) -> list[Outcome]:
    """Run two commands at a time, and show each, whole, in the order they are given."""
    with ThreadPoolExecutor(2) as pool:
        return shown(asked, [pool.submit(heard, *each) for each in asked.items()])


def shown(asked: dict[str, list[str]], ends: list["Future[tuple[Outcome, str]]"]) -> list[Outcome]:
    """Wait for each command, show it with what it said, and return how they ended."""
    outcomes = []
    for command, end in zip(asked.values(), ends, strict=True):
        outcome, words = end.result()
        print(f"\n+ {shlex.join(command)}\n{words}", end="", flush=True)
        outcomes.append(outcome)
    return outcomes


def heard(name: str, command: list[str]) -> tuple[Outcome, str]:
    """Run `command` in silence; return how it ended, and what it said."""
    began = time.monotonic()
    ended = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        check=False,
    )  # fmt: skip
    return Outcome(name, ended.returncode, time.monotonic() - began, ""), ended.stdout


def run(name: str, command: list[str]) -> Outcome:
    """Show and run `command`, pass its words on as they come, and keep its closing line."""
    print(f"\n+ {shlex.join(command)}", flush=True)
    began = time.monotonic()
    closing = "no closing line"
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as child:
        for line in child.stdout or ():
            print(line, end="", flush=True)
            closing = closing_line(line) or closing
    return Outcome(name, child.returncode, time.monotonic() - began, closing)


def closing_line(line: str) -> str:
    """Return what pytest says last of all ("3 passed in 0.10s"), nothing for any other line."""
    bare = line.strip().strip("=").strip()
    return bare if re.search(r"\b(passed|failed|errors?|no tests ran)\b.* in [\d.]+s", bare) else ""


def summary(outcomes: list[Outcome]) -> str:
    """Return the table of steps, ending with pytest's own closing line."""
    rows = [
        f"{'ok' if outcome.status == 0 else 'FAILED':8}{outcome.name:10}{outcome.seconds:7.1f} s"
        for outcome in outcomes
    ]
    return "\n".join(["", *rows, "", outcomes[-1].closing])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
