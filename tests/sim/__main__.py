"""`python3 -m tests.sim --runs 5000 --seed 1`: the night's runs, as a table; a red one is told.

With `--mutants` every way to build it wrong is tried instead, and has to be seen.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict

from tests.sim.more_mutants import MORE
from tests.sim.mutants import MUTANTS, RUNS, first_red, without
from tests.sim.run import Outcome, run


def main() -> int:
    """Do what was asked for; return 1 when a law was broken, or a mutant was not seen."""
    asked = _asked()
    return _try_mutants() if asked.mutants else _do_runs(asked)


def _try_mutants() -> int:
    unseen = 0
    for mutant in (*MUTANTS, *MORE):
        red = first_red(mutant, RUNS)
        broken = without(mutant, red.seed).broken if red else ""
        unseen += red is None or bool(broken)
        seen = f"seed {red.seed:2}: {red.broken}" if red else f"not seen in {RUNS} runs"
        also = f"; and WITHOUT it as well: {broken}" if broken else ""
        print(f"{mutant.name:28} {seen[:60]}{also}", flush=True)
    return int(unseen > 0)


def _do_runs(asked: argparse.Namespace) -> int:
    began, red = time.process_time(), list[Outcome]()
    sums: dict[int, Counter[str]] = defaultdict(Counter)
    for seed in range(asked.seed, asked.seed + asked.runs):
        outcome = run(seed, asked.steps)
        _add(sums[outcome.size], outcome)
        if outcome.broken:
            red.append(outcome)
            print(f"seed {seed} ({outcome.size} laptops): {outcome.broken}", flush=True)
    _print(sums, time.process_time() - began)
    if red and asked.story:
        print("\n".join(red[0].history))
    return 1 if red else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m tests.sim")
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0, help="the first one")
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--mutants", action="store_true", help="try each, instead of runs")
    parser.add_argument("--story", action="store_true", help="print what happened in the first red")
    return parser.parse_args()


def _add(sums: Counter[str], outcome: Outcome) -> None:
    sums["runs"] += 1
    sums["red"] += bool(outcome.broken)
    for name in ("steps", "edits", "erased", "passes", "rollbacks"):
        sums[name] += getattr(outcome, name)


def _print(sums: dict[int, Counter[str]], seconds: float) -> None:
    names = ("runs", "steps", "edits", "erased", "rollbacks", "passes", "red")
    print("laptops " + " ".join(f"{name:>10}" for name in names))
    whole: Counter[str] = Counter()
    for size in sorted(sums):
        whole.update(sums[size])
        print(f"{size:7} " + " ".join(f"{sums[size][name]:10}" for name in names))
    print("    all " + " ".join(f"{whole[name]:10}" for name in names))
    print(f"{seconds:.0f} s of processor time, {seconds / max(1, whole['runs']):.2f} s a run")


if __name__ == "__main__":
    sys.exit(main())
