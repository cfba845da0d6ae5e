"""The three levels of a case, and comparing them."""

from collections.abc import Iterable

from patbm_desktop.domain.codes import TRIAGES

GREEN, YELLOW, RED = TRIAGES
_RANKS = {level: rank for rank, level in enumerate(TRIAGES)}
_NONE = -1
"""The rank of no level, and of one that only a later release knows."""


def raised(level: str) -> str:
    """Return the next level, never beyond red."""
    return TRIAGES[min(_RANKS[level] + 1, len(TRIAGES) - 1)]


def higher(one: str, other: str) -> str:
    """Return the more pressing of two levels; what no release knows counts as nothing."""
    rank, other_rank = _RANKS.get(one, _NONE), _RANKS.get(other, _NONE)
    if rank == other_rank == _NONE:
        return ""
    return other if other_rank > rank else one


def highest(levels: Iterable[str]) -> str:
    """Return the most pressing of `levels`; what no release knows counts as nothing."""
    found = ""
    for level in levels:
        found = higher(found, level)
    return found


def is_lower(level: str, than: str) -> bool:
    """Say whether `level` is less pressing than `than`."""
    return _RANKS.get(level, _NONE) < _RANKS.get(than, _NONE)
