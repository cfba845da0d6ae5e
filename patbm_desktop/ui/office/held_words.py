"""What a held note is called: its kind, its day and what was done to it, and of a case no more."""

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.kelurahan.holding import CASE_KINDS, HeldRecord
from patbm_desktop.domain.activity import Activity, from_values
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts import activity_words
from patbm_desktop.ui.parts.conflict_fields import month_words
from patbm_desktop.ui.strings import fill, rt_short

translate = QCoreApplication.translate

SHUT = "tertutup"
"""The key of the words for a note of which nothing opens here."""

ICONS = {
    "attendance": "users",
    "attachment": "image",
    "report": "printer",
    "place": "map-pin",
    "person": "user-round",
}


def icon_of(record: HeldRecord) -> str:
    """Return the sign of what waits."""
    if not record.kind:
        return "lock"
    if record.kind in CASE_KINDS:
        return "shield"
    if record.kind == "activity":
        return activity_words.icon_of(_activity(record))
    return ICONS.get(record.kind, "inbox")


def title_of(record: HeldRecord) -> str:
    """Return what waits, in plain words; of a case only that it is one."""
    if record.kind == "activity":
        return activity_words.name_of(_activity(record))
    kind = wording.label("record_kind", record.kind or SHUT, strings.language())
    about = ""
    if record.kind in {"place", "person"}:
        about = str(record.values.get("name") or "")
    if record.kind == "report":
        about = month_words(record.values.get("month"))
    return fill("%1: %2", kind, about) if about else kind


def said_of(record: HeldRecord) -> str:
    """Return of which RT and day it is, and what was done to it; why nothing more can be said."""
    rt = fill(translate("HeldWords", "RT %1"), rt_short(record.rt)) if record.rt else ""
    if not record.kind:
        shut = translate("HeldWords", "jenis dan tanggalnya ikut terkunci")
        return " · ".join(filter(None, (rt, shut)))
    day = strings.day_without_year(record.on) if record.on else ""
    return " · ".join(filter(None, (rt, day, _done(record))))


def _done(record: HeldRecord) -> str:
    if record.kind in CASE_KINDS:
        return ""
    if record.is_taken_back:
        return translate("HeldWords", "diminta dibatalkan")
    return translate("HeldWords", "baru") if record.is_new else translate("HeldWords", "diubah")


def _activity(record: HeldRecord) -> Activity:
    return from_values(record.ent, record.values)
