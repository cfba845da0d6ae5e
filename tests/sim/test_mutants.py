"""Each way to build it wrong is seen, within twenty runs."""

import pytest

from tests.sim.more_mutants import MORE
from tests.sim.mutants import MUTANTS, Mutant, first_red, without

RUNS = 20


def test_there_are_the_fourteen_that_the_protocol_names() -> None:
    assert {each.name for each in MUTANTS} == {
        "counter ids", "push answer trusted", "integer cursor", "cursor beyond end only",
        "own ops filtered", "flat over", "positions merged from USB", "closed space not re-offered",
        "closed space not rewound", "void hides unseen edits", "readers do not judge",
        "space left out of the key", "kind left out of the key", "push trusts closed",
    }  # fmt: skip


@pytest.mark.parametrize("mutant", [*MUTANTS, *MORE], ids=lambda mutant: mutant.name)
def test_a_mutant_is_seen_and_the_same_run_without_it_holds(mutant: Mutant) -> None:
    red = first_red(mutant, RUNS)
    assert red is not None
    assert not without(mutant, red.seed).broken
