"""By which words a record is found: what a person would remember of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.store import search
from patbm_desktop.store.lens import NameOf


def words(kind: str, values: Mapping[str, Any], name_of: NameOf) -> str:
    """Return the text a record of `kind` is searched by; empty when it is not searched.

    An activity is found by its kind, programme, topics, place, people and free texts, in both
    languages of the labels.
    """
    if kind != "activity":
        return ""
    return " ".join(filter(None, _of_activity(values, name_of)))


def _of_activity(values: Mapping[str, Any], name_of: NameOf) -> Iterable[str]:
    for language in ("id", "en"):
        for field in ("program", "type"):
            yield wording.label(field, values.get(field, ""), language)
        for topic in values.get("topics", ()):
            yield wording.label("topic", topic, language)
    yield search.forgiving(name_of("place", values.get("place_id", "")) or "")
    yield name_of("person", values.get("lead_id", "")) or ""
    for field in ("title", "speakers", "result", "next_step"):
        yield values.get(field, "")
