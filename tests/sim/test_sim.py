"""A hundred runs of three hundred steps, whatever goes wrong in them: no law is broken."""

import pytest

from tests.sim.run import SIZES, run

RUNS, STEPS, CHUNK = 100, 300, 5
CHUNKS = [range(at, at + CHUNK) for at in range(0, RUNS, CHUNK)]


@pytest.mark.parametrize("seeds", CHUNKS, ids=lambda seeds: f"seeds {seeds[0]} to {seeds[-1]}")
def test_nothing_is_lost_changed_or_left_apart(seeds: range) -> None:
    outcomes = [run(seed, STEPS) for seed in seeds]
    assert [(each.seed, each.broken) for each in outcomes if each.broken] == []


def test_a_seed_tells_the_same_story_again() -> None:
    assert run(3, 60).history == run(3, 60).history


def test_runs_of_two_laptops_are_never_missing() -> None:
    assert SIZES.count(2) * 3 >= len(SIZES)
