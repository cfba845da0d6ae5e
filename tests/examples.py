"""How many examples a property is tried with, where a hundred are too many or too few."""

from hypothesis import settings

USUAL = 100


def examples(number: int) -> int:
    """Return `number`, or as many times more as the search of a night tries than the usual run."""
    chosen = settings.default
    assert chosen is not None
    return number * chosen.max_examples // USUAL
