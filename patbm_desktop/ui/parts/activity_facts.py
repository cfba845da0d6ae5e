"""The fields of an activity in plain words: their names, and any value an edit can hold."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import choices
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.activity_kinds import ACTIVITY
from patbm_desktop.domain.clock import time_words
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_words import NONE, people, topics_of

translate = QCoreApplication.translate
CODES = {"type": "type_short", "topics": "topic", "partners": "partner"}
"""The table of labels of a field, where it is not named like the field."""

QUIET = frozenset({"rt_id", "outcome_area", "kla", "same_as"})
"""Fields that the program fills by itself; a history does not speak of them."""


def field_name(field: str) -> str:
    """Return what people call a field of an activity."""
    names = {
        "date": translate("ActivityFacts", "Tanggal"),
        "planned": translate("ActivityFacts", "Rencana"),
        "held_by": translate("ActivityFacts", "Penyelenggara"),
        "program": translate("ActivityFacts", "Program"),
        "type": translate("ActivityFacts", "Jenis kegiatan"),
        "topics": translate("ActivityFacts", "Tema"),
        "place_id": translate("ActivityFacts", "Tempat"),
        "participants": translate("ActivityFacts", "Peserta"),
        "estimated": translate("ActivityFacts", "Kira-kira"),
        "disability": translate("ActivityFacts", "Peserta dengan disabilitas"),
        "lead_id": translate("ActivityFacts", "Pelaksana"),
        "title": translate("ActivityFacts", "Nama kegiatan"),
        "start": translate("ActivityFacts", "Mulai"),
        "minutes": translate("ActivityFacts", "Lama"),
        "speakers": translate("ActivityFacts", "Narasumber"),
        "partners": translate("ActivityFacts", "Mitra"),
        "result": translate("ActivityFacts", "Hasil singkat"),
        "on_report": translate("ActivityFacts", "Tampil di laporan"),
        "next_step": translate("ActivityFacts", "Tindak lanjut"),
        "cost_source": translate("ActivityFacts", "Sumber dana"),
    }
    return names.get(field, translate("ActivityFacts", "Bagian lain"))


def value_words(field: str, value: Any, names: Mapping[str, str]) -> str:
    """Return a value as an op carries it in plain words; `names` are those of records."""
    if value is None or value == []:
        return NONE
    known = ACTIVITY.fields.get(field)
    said: dict[str, Callable[[], str]] = {
        "bool": lambda: _yes_or_no(value),
        "date": lambda: strings.day(date.fromisoformat(value)),
        "time": lambda: time_words(time.fromisoformat(value), strings.language()),
        "ref": lambda: names.get(value, translate("ActivityFacts", "belum ada namanya")),
        "count4": lambda: heads_words(Count4(**value)),
        "enum": lambda: _labels(field, [value]),
        "multi": lambda: _labels(field, value),
        "int": lambda: _number(field, value),
    }
    try:
        return said.get(known.type if known else "", lambda: str(value))()
    except (TypeError, ValueError, AttributeError):  # a shape that only another release knows
        return str(value)


def _yes_or_no(value: bool) -> str:  # noqa: FBT001 - the value of a field
    return translate("ActivityFacts", "ya") if value else translate("ActivityFacts", "tidak")


def _labels(field: str, keys: list[str]) -> str:
    if field == "topics":
        known = {topic.key: topic.label for topic in choices.topics(strings.language())}
        return ", ".join(known.get(key, key) for key in keys)
    table = CODES.get(field, field)
    return ", ".join(wording.label(table, key, strings.language()) for key in keys)


def _number(field: str, value: int) -> str:
    if field == "minutes":
        return translate("ActivityFacts", "%Ln menit", "", value)
    return strings.number(value)


def heads_words(heads: Count4) -> str:
    """Return all four numbers: ``19 orang (dewasa 4 L, 15 P; anak 0 L, 0 P)``."""
    said = translate("ActivityFacts", "%1 (dewasa %2 L, %3 P; anak %4 L, %5 P)")
    each = (heads.dewasa_l, heads.dewasa_p, heads.anak_l, heads.anak_p)
    return strings.fill(said, people(heads.total), *each)


def facts_of(row: ActivityRow) -> list[tuple[str, str]]:
    """Return the short facts of an activity as (name, value); what was never written is left out.

    Kind, day, place and theme always stand there, with a dash when absent.
    """
    activity = row.activity
    code = wording.label
    lang = strings.language()
    always = [
        (field_name("type"), code("type", activity.type or "", lang) if activity.type else NONE),
        (field_name("program"),
         code("program", activity.program, lang) if activity.program else NONE),
        (field_name("date"), strings.day(activity.date) if activity.date else NONE),
        (field_name("place_id"), row.place_name or NONE),
        (field_name("topics"), topics_of(activity) or NONE),
        (field_name("lead_id"), row.lead_name or NONE),
    ]  # fmt: skip
    values: dict[str, Any] = {
        "start": activity.start.isoformat() if activity.start else None,
        "minutes": activity.minutes,
        "held_by": activity.held_by if activity.held_by != "rt" else None,
        "speakers": activity.speakers,
        "partners": list(activity.partners),
        "cost_source": activity.cost_source,
    }
    given = [
        (field_name(field), value_words(field, value, {}))
        for field, value in values.items()
        if value
    ]
    return always + given
