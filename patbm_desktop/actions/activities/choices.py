"""What the log form offers: chips in the order of this RT's own use, places, people, themes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.rt.people import Named
from patbm_desktop.assets import table
from patbm_desktop.domain.activity import Activity, from_values
from patbm_desktop.domain.summary import topics_not_discussed
from patbm_desktop.store import listing

FILE = "presets.toml"
SHOWN = 7
"""Chips that stand open; the rest are behind "Lainnya…"."""
USE_DAYS = 90


@dataclass(frozen=True, slots=True)
class Preset:
    """A chip of "Kegiatan apa?": it sets programme and type together."""

    key: str
    label: str
    icon: str
    program: str
    type: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A chip of "Membahas apa?"; `key` is that of the record."""

    key: str
    label: str


Chip = TypeVar("Chip", Preset, Topic)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything the form offers, fixed while it is open so that nothing jumps.

    `places` are those last used first; `last_place` maps a preset to where it last took place;
    `today` is None when the laptop's clock is not to be believed, `clock_says` is what it shows.
    """

    presets: tuple[Preset, ...]
    topics: tuple[Topic, ...]
    places: tuple[Named, ...]
    last_place: Mapping[str, str]
    people: tuple[Named, ...]
    undiscussed: tuple[Topic, ...]
    today: date | None
    clock_says: date


@cache
def presets(language: str) -> tuple[Preset, ...]:
    """Return the chips of activities in the city's order."""
    return tuple(
        Preset(row["key"], row[language], row["icon"], row["program"], row["type"])
        for row in table(FILE)["preset"]
    )


@cache
def topics(language: str) -> tuple[Topic, ...]:
    """Return the chips of topics in the city's order."""
    return tuple(Topic(row["key"], row[language]) for row in table(FILE)["topic"])


def preset_of(activity: Activity, language: str = "id") -> Preset | None:
    """Return the chip that stands for what an activity is, None where no chip does."""
    return preset_for(activity.program, activity.type, language)


@cache
def preset_for(program: str | None, kind: str | None, language: str = "id") -> Preset | None:
    """Return the chip that stands for a programme and a type together, None where no chip does."""
    wanted = (program, kind)
    return next((each for each in presets(language) if (each.program, each.type) == wanted), None)


def choices(ws: Workspace) -> Choices:
    """Gather what the log form offers now."""
    today = ws.believable_today()
    recent = _since(ws, ws.today() - timedelta(days=365))
    used = [each for each in recent if _is_within(each, ws.today(), USE_DAYS)]
    keys = [preset.key for each in used if (preset := preset_of(each))]
    own_topics = [topic for each in used for topic in each.topics]
    missing = topics_not_discussed(recent, ws.today().year)
    all_topics = topics(ws.language)
    return Choices(
        presets=_by_use(presets(ws.language), keys),
        topics=_by_use(all_topics, own_topics),
        places=_recent_places(ws, recent),
        last_place=_last_places(recent),
        people=people.team(ws),
        undiscussed=tuple(each for each in all_topics[:SHOWN] if each.key in missing),
        today=today,
        clock_says=ws.today(),
    )


def _since(ws: Workspace, first: date) -> list[Activity]:
    """Return the activities from `first` on, newest first; plans included."""
    rows = listing.rows(ws.db, "activity", spaces=ws.shown, since=first.isoformat())
    return [from_values(row.ent, row.values) for row in rows]


def _is_within(activity: Activity, today: date, days: int) -> bool:
    return activity.date is not None and (today - activity.date).days <= days


def _by_use(offered: Sequence[Chip], used: Iterable[str]) -> tuple[Chip, ...]:
    """Sort by own use, ties by the city's order."""
    count = Counter(used)
    return tuple(sorted(offered, key=lambda each: -count[each.key]))


def _recent_places(ws: Workspace, recent: Iterable[Activity]) -> tuple[Named, ...]:
    known = {place.ent: place for place in people.places(ws)}
    used = dict.fromkeys(each.place_id for each in recent if each.place_id in known)
    return tuple(known[ent] for ent in [*used, *(ent for ent in known if ent not in used)] if ent)


def _last_places(recent: Iterable[Activity]) -> dict[str, str]:
    last: dict[str, str] = {}
    for each in recent:
        preset = preset_of(each)
        if preset and each.place_id:
            last.setdefault(preset.key, each.place_id)
    return last
