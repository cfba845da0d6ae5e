"""`python3 -m tests.fresh`: both commands of the README, in bare roots of Debian 12 and 13."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.fresh.root import NOBODY, Answer, Root, debootstrap

HOME = Path(__file__).resolve().parents[2]
SUITES = ("bookworm", "trixie")
DEMO = ("python3", "-m", "patbm_desktop", "demo")
TESTS = ("python3", "-m", "tests")
A_FEW = (
    "tests/domain",
    "tests/test_bootstrap.py",
    "tests/server/test_restore.py",
    "tests/server/test_admin_access.py",
    "-q",
)


class Row(NamedTuple):
    """One line of the table: where, what, whether it went well, and how long it took."""

    place: str
    step: str
    well: bool
    seconds: float


def main(arguments: list[str]) -> int:
    """Try both commands in every root asked for; 0 when all went well."""
    options = read(arguments)
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("tests.fresh needs root and debootstrap (apt-get install debootstrap)")
        return 1
    rows = []
    for suite in options.suite or SUITES:
        for row in tried(suite, whole=options.all):
            rows.append(row)
            print(line(row), flush=True)
    print("\n" + "\n".join(line(row) for row in rows))
    return int(not all(row.well for row in rows))


def read(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.fresh", description=__doc__)
    parser.add_argument("--suite", action="append", choices=SUITES, help="only this Debian")
    parser.add_argument("--all", action="store_true", help="run every test, not a few of them")
    return parser.parse_args(arguments)


def tried(suite: str, *, whole: bool) -> Iterator[Row]:
    """Try `suite` without and with python3-venv, each in a copy of the same bare root."""
    with tempfile.TemporaryDirectory(prefix="fresh-") as scratch:
        bare = Path(scratch, "bare")
        debootstrap(suite, bare)
        for extra in ([], ["python3-venv"]):
            folder = Path(scratch, "root")
            subprocess.run(["cp", "-a", str(bare), str(folder)], check=True)
            place = f"{suite} {'with' if extra else 'without'} python3-venv"
            yield from walked(Root(folder), place, extra, whole=whole)
            shutil.rmtree(folder)


def walked(root: Root, place: str, extra: list[str], *, whole: bool) -> Iterator[Row]:
    """Install Python, clone, and run both commands as a newcomer would."""
    answer = root.install(["python3", "python3-pip", *extra])
    yield judged(place, "apt-get install python3", answer, well=answer.status == 0)
    root.learn_the_way()
    root.clone(HOME)
    answer = root.run(*DEMO, user=NOBODY)
    told = answer.status == 1 and "sudo apt-get install" in answer.words
    yield judged(place, "demo, not root: told the line", answer, well=told)
    answer = root.run(*DEMO)
    yield judged(place, "demo, first time", answer, well=showed(root, answer))
    answer = root.run(*DEMO)
    yield judged(place, "demo, again", answer, well=showed(root, answer))
    answer = root.run(*TESTS, *(() if whole else A_FEW))
    closing = (answer.words.strip().splitlines() or [""])[-1]
    passed = answer.status == 0 and re.search(r"\d+ passed.* in ", closing) is not None
    yield judged(place, f"tests: {closing}", answer, well=passed)


def showed(root: Root, answer: Answer) -> bool:
    """Say whether the demo ended well and named a folder with its pages and its PDF."""
    named = re.findall(r"/[\w./-]+", answer.words)
    folders = [root.inside(path.rstrip(".")) for path in named]
    kinds = [{file.suffix for file in folder.iterdir()} for folder in folders if folder.is_dir()]
    return answer.status == 0 and any({".pdf", ".png"} <= found for found in kinds)


def judged(place: str, step: str, answer: Answer, *, well: bool) -> Row:
    """Return the row of a step, after showing all that it said when it did not go well."""
    if not well:
        print(f"--- {place}: {step}, status {answer.status}\n{answer.words}\n---", flush=True)
    return Row(place, step, well, answer.seconds)


def line(row: Row) -> str:
    """Return `row` as a line of the table."""
    return f"{'ok' if row.well else 'FAILED':8}{row.place:32}{row.seconds:7.1f} s  {row.step}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
