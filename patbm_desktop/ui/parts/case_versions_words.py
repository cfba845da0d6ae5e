"""A field of a case and its value, as people say them; used where two versions stand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.cases.casebook import Version
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.case_words import label, next_words

CODES: Mapping[str, str] = {
    "group": "case_group", "triage": "triage", "delay": "delay", "category": "category_plain",
    "danger_now": "known", "signs": "sign", "source": "source", "first_action": "first_action",
    "kinds": "violence", "place_kind": "incident_place", "relation": "relation",
    "lives_together": "known", "disability": "yes_no", "child_wish": "child_wish", "ampk": "ampk",
    "legal_basis": "legal_basis",
}  # fmt: skip
"""The code list of each field that holds a key, or several."""


def version_name(version: Version) -> str:
    """Return what a field is called."""
    return case_field(version.name)


def case_field(name: str) -> str:
    """Return what people call a field of a case."""
    translate = QCoreApplication.translate
    names = {
        "group": translate("CaseFields", "Kelompok"),
        "triage": translate("CaseFields", "Tingkat"),
        "status": translate("CaseFields", "Status"),
        "next": translate("CaseFields", "Langkah berikutnya"),
        "delay": translate("CaseFields", "Waktu ke rujukan"),
        "confirmed": translate("CaseFields", "Dilihat orang kedua"),
        "frozen": translate("CaseFields", "Dibekukan"),
        "category": translate("CaseFields", "Jenis masalah"),
        "victim": translate("CaseFields", "Siapa"),
        "danger_now": translate("CaseFields", "Bahaya sekarang"),
        "signs": translate("CaseFields", "Tanda"),
        "called": translate("CaseFields", "Sudah menelepon"),
        "learned_on": translate("CaseFields", "Tanggal diketahui"),
        "initials": translate("CaseFields", "Inisial"),
        "narrative": translate("CaseFields", "Catatan singkat"),
        "source": translate("CaseFields", "Tahu dari siapa"),
        "first_action": translate("CaseFields", "Sudah melakukan apa"),
        "kinds": translate("CaseFields", "Bentuk kekerasan"),
        "place_kind": translate("CaseFields", "Tempat kejadian"),
        "relation": translate("CaseFields", "Hubungan terduga pelaku"),
        "offender": translate("CaseFields", "Terduga pelaku"),
        "lives_together": translate("CaseFields", "Serumah dengan terduga pelaku"),
        "disability": translate("CaseFields", "Penyandang disabilitas"),
        "child_wish": translate("CaseFields", "Anak mau dibantu"),
        "ampk": translate("CaseFields", "Kategori AMPK"),
        "legal_basis": translate("CaseFields", "Dasar pencatatan"),
        "_void": translate("CaseFields", "Disembunyikan"),
    }
    return names.get(name, name)


def value_words(version: Version, value: Any) -> str:
    """Return a value as it stands in an op in the words of the screen."""
    return case_value(version.name, value)


def case_value(name: str, value: Any) -> str:
    """Return a value of the field `name` in the words of the screen."""
    if value in (None, "", []):
        return QCoreApplication.translate("CaseFields", "kosong")
    codes = CODES.get(name)
    if codes and isinstance(value, str):
        return label(codes, value)
    if codes and isinstance(value, list):
        return ", ".join(label(codes, str(each)) for each in value)
    if isinstance(value, list):
        return "; ".join(_group(name, each) for each in value)
    if isinstance(value, dict):
        return _group(name, value)
    return _date(value) if name == "learned_on" else str(value)


def _group(name: str, value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    readers = {
        "status": lambda: [label("case_status", value.get("value")),
                           label("status_reason", value.get("reason"))],
        "next": lambda: [next_words(value.get("what")), _date(value.get("on"))],
        "confirmed": lambda: [label("confirmed", value.get("what")), _date(value.get("on"))],
        "frozen": lambda: [_date(value.get("on")), label("frozen_reason", value.get("reason"))],
        "victim": lambda: [label("sex", value.get("sex")), label("age_group", value.get("age"))],
        "offender": lambda: [label("sex", value.get("sex")),
                             label("offender_age", value.get("age"))],
        "called": lambda: [label("called", value.get("to")), str(value.get("at") or "")],
    }  # fmt: skip
    parts = readers[name]() if name in readers else [str(each) for each in value.values()]
    return ", ".join(part for part in parts if part)


def _date(value: Any) -> str:
    try:
        return strings.plain_day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value or "")
