"""Each of the fourteen ways to build it wrong is seen, within twenty runs."""

import pytest

from tests.sim.mutants import MUTANTS, Mutant, first_red, without

RUNS = 20


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_is_seen_and_the_same_run_without_it_holds(mutant: Mutant) -> None:
    red = first_red(mutant, RUNS)
    assert red is not None
    assert not without(mutant, red.seed).broken
