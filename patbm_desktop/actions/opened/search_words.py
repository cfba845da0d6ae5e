"""By which words a record is found: what a person would remember of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.domain.ids import is_id
from patbm_desktop.store import search
from patbm_desktop.store.lens import NameOf

TEXTS = ("title", "speakers", "result", "next_step")


def words(kind: str, values: Mapping[str, Any], name_of: NameOf) -> str:
    """Return the text a record of `kind` is searched by; empty when it is not searched.

    An activity is found by its kind, programme, topics, place, people and free texts, in both
    languages of the labels; a case by the words of its notes alone, never by an identity. Values
    of any shape are taken: a record may come from elsewhere.
    """
    if kind == "activity":
        return " ".join(filter(None, _of_activity(values, name_of)))
    return " ".join(_texts(values, _NOTES[kind])) if kind in _NOTES else ""


_NOTES = {
    "case_detail": ("narrative",),
    "follow_up": ("note",),
    "referral": ("done_before", "condition"),
}


def _texts(values: Mapping[str, Any], fields: Iterable[str]) -> Iterable[str]:
    for field in fields:
        value = values.get(field)
        texts = value.values() if isinstance(value, dict) else (value,)
        yield from (text for text in texts if isinstance(text, str) and text)


def _of_activity(values: Mapping[str, Any], name_of: NameOf) -> Iterable[str]:
    topics = values.get("topics")
    for language in ("id", "en"):
        yield wording.label("program", _text(values.get("program")), language)
        yield wording.label("type", _text(values.get("type")), language)
        for topic in topics if isinstance(topics, list) else ():
            yield wording.label("topic", _text(topic), language)
    yield search.forgiving(_name("place", values.get("place_id"), name_of))
    yield _name("person", values.get("lead_id"), name_of)
    yield from (_text(values.get(field)) for field in TEXTS)


def _name(kind: str, ent: Any, name_of: NameOf) -> str:
    return (name_of(kind, ent) or "") if is_id(ent) else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
