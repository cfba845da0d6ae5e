"""Which indicators of the child-friendly city (KLA) an activity is evidence for."""

from collections.abc import Iterable, Mapping
from typing import Any

from patbm_desktop.domain.activity import Activity


def indicators_of(activity: Activity, mapping: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the numbers, as text and in order, that `mapping` gives for `activity`.

    `mapping` is the resource `kla/indicators.toml`; a coordinator may correct what it says.
    """
    found = {
        *_numbers(mapping, "by_type", [activity.type]),
        *_numbers(mapping, "by_program", [activity.program]),
        *_numbers(mapping, "by_topic", activity.topics),
        *_numbers(mapping, "by_partner", activity.partners),
    }
    return tuple(str(number) for number in sorted(found))


def _numbers(mapping: Mapping[str, Any], table: str, keys: Iterable[str | None]) -> Iterable[int]:
    return (number for key in keys for number in mapping[table].get(key, ()))
