"""Each way to build it wrong is seen, within twenty runs.

The fourteen of the protocol are tried every time; the further ones by `python3 -m tests.sim
--mutants`, and here only that each of them still finds what it changes.
"""

import pytest

from tests.sim.more_mutants import MORE
from tests.sim.mutants import MUTANTS, RUNS, Mutant, first_red, without
from tests.sim.run import run
from tests.sim.steps import ROADS, STEPS


def test_there_are_the_fourteen_that_the_protocol_names() -> None:
    assert {each.name for each in MUTANTS} == {
        "counter ids", "push answer trusted", "integer cursor", "cursor beyond end only",
        "own ops filtered", "flat over", "positions merged from USB", "closed space not re-offered",
        "closed space not rewound", "void hides unseen edits", "readers do not judge",
        "space left out of the key", "kind left out of the key", "push trusts closed",
    }  # fmt: skip


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_is_seen_and_the_same_run_without_it_holds(mutant: Mutant) -> None:
    red = first_red(mutant, RUNS)
    assert red is not None
    assert not without(mutant, red.seed).broken


@pytest.mark.parametrize("mutant", MORE, ids=lambda mutant: mutant.name)
def test_a_further_mutant_names_what_there_is_and_a_run_goes_to_its_end_with_it(mutant) -> None:
    assert mutant.mix.steps.keys() <= STEPS.keys()
    assert mutant.mix.roads.keys() <= ROADS.keys()
    with mutant.change():
        assert not run(0, 8, mutant.mix).broken.startswith("crash")
