"""The fields of every kind of record in plain words, and any value a version can hold."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.domain.clock import time_words
from patbm_desktop.domain.fields import Field
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts import activity_facts
from patbm_desktop.ui.parts.case_versions_words import case_field, case_value

translate = QCoreApplication.translate

CODES: Mapping[tuple[str, str], str] = {
    ("attendance", "sex"): "sex",
    ("attachment", "kind"): "attachment_kind",
    ("consent", "kind"): "consent_kind",
    ("consent", "given_by"): "consent_giver",
    ("consent", "form"): "consent_form",
    ("place", "kind"): "place_kind",
    ("contact", "function"): "contact",
    ("letterhead", "for"): "letterhead",
    ("follow_up", "kind"): "follow_up",
    ("follow_up", "result"): "follow_up_result",
    ("referral", "to"): "referral_to",
    ("referral", "services_asked"): "service",
    ("case_attachment", "kind"): "attachment_kind_case",
    ("case_consent", "kind"): "consent_kind_case",
    ("case_consent", "given_by"): "consent_giver_case",
    ("case_consent", "form"): "consent_form",
}
"""The code list of a field, where it is not named like the field."""


def kind_name(kind: str) -> str:
    """Return what people call a kind of note."""
    names = {
        "activity": translate("ConflictFields", "Kegiatan"),
        "attendance": translate("ConflictFields", "Daftar hadir"),
        "attachment": translate("ConflictFields", "Foto"),
        "consent": translate("ConflictFields", "Izin foto"),
        "person": translate("ConflictFields", "Data orang"),
        "place": translate("ConflictFields", "Nama tempat"),
        "rt": translate("ConflictFields", "Data RT"),
        "contact": translate("ConflictFields", "Nomor darurat"),
        "letterhead": translate("ConflictFields", "Kop surat"),
        "report": translate("ConflictFields", "Laporan bulanan"),
        "follow_up": translate("ConflictFields", "Tindak lanjut"),
        "referral": translate("ConflictFields", "Surat rujukan"),
        "case_attachment": translate("ConflictFields", "Surat yang dipindai"),
        "case_consent": translate("ConflictFields", "Persetujuan"),
    }
    return names.get(kind, translate("ConflictFields", "Catatan"))


def field_name(kind: str, name: str) -> str:
    """Return what people call a field of a record."""
    if kind == "activity":
        return _activity_more().get(name) or activity_facts.field_name(name)
    if kind in {"case", "case_detail"}:
        return _identity(name) or case_field(name)
    return _other_names().get(name, translate("ConflictFields", "Bagian lain"))


def _activity_more() -> Mapping[str, str]:
    return {
        "rt_id": translate("ConflictFields", "RT"),
        "outcome_area": translate("ConflictFields", "Perubahan yang dituju"),
        "kla": translate("ConflictFields", "Indikator KLA"),
        "same_as": translate("ConflictFields", "Sesi yang sama"),
    }


def _identity(name: str) -> str:
    return translate("ConflictFields", "Data diri") if name == "identity" else ""


def _other_names() -> Mapping[str, str]:
    return {
        "name": translate("ConflictFields", "Nama"),
        "call_name": translate("ConflictFields", "Panggilan"),
        "address_form": translate("ConflictFields", "Sapaan"),
        "sex": translate("ConflictFields", "Laki-laki atau perempuan"),
        "age_group": translate("ConflictFields", "Umur"),
        "element": translate("ConflictFields", "Unsur"),
        "rt_text": translate("ConflictFields", "RT asal"),
        "disability": translate("ConflictFields", "Penyandang disabilitas"),
        "caption": translate("ConflictFields", "Keterangan"),
        "children_visible": translate("ConflictFields", "Wajah anak terlihat"),
        "consent_id": translate("ConflictFields", "Izin"),
        "file": translate("ConflictFields", "Isi"),
        "kind": translate("ConflictFields", "Jenis"),
        "given_by": translate("ConflictFields", "Izin dari"),
        "form": translate("ConflictFields", "Bentuk izin"),
        "date": translate("ConflictFields", "Tanggal"),
        "withdrawn_on": translate("ConflictFields", "Izin ditarik"),
        "position": translate("ConflictFields", "Tugas"),
        "level": translate("ConflictFields", "Tingkat"),
        "phone": translate("ConflictFields", "Nomor telepon"),
        "number": translate("ConflictFields", "Nomor"),
        "source": translate("ConflictFields", "Sumber"),
        "tested_on": translate("ConflictFields", "Terakhir dicoba"),
        "lines": translate("ConflictFields", "Baris kop"),
        "address": translate("ConflictFields", "Alamat"),
        "head_id": translate("ConflictFields", "Ketua RT"),
        "kk": translate("ConflictFields", "Jumlah KK"),
        "nothing_held": translate("ConflictFields", "Tidak ada kegiatan"),
        "plan": translate("ConflictFields", "Rencana"),
        "printed_on": translate("ConflictFields", "Dicetak"),
        "handed_on": translate("ConflictFields", "Diserahkan"),
        "signed_on": translate("ConflictFields", "Ditandatangani"),
        "received_on": translate("ConflictFields", "Diterima"),
        "letter_no": translate("ConflictFields", "Nomor surat"),
        "result": translate("ConflictFields", "Hasil"),
        "note": translate("ConflictFields", "Catatan"),
        "done_by": translate("ConflictFields", "Dilakukan oleh"),
        "to": translate("ConflictFields", "Dirujuk ke"),
        "made_on": translate("ConflictFields", "Tanggal surat"),
        "sent": translate("ConflictFields", "Diserahkan"),
        "means": translate("ConflictFields", "Cara menyerahkan"),
        "services_asked": translate("ConflictFields", "Layanan yang diminta"),
        "condition": translate("ConflictFields", "Keadaan"),
        "done_before": translate("ConflictFields", "Yang sudah dilakukan"),
        "receipt": translate("ConflictFields", "Tanda terima"),
        "outcome": translate("ConflictFields", "Jawaban"),
        "refused_by": translate("ConflictFields", "Tidak bersedia"),
    }


def value_words(kind: str, name: str, value: Any, names: Mapping[str, str]) -> str:
    """Return a value of a field in the words of the screen."""
    if value in (None, "", [], {}):
        return translate("ConflictFields", "kosong")
    if kind == "activity":
        return activity_facts.value_words(name, value, names)
    if kind in {"case", "case_detail"}:
        return case_value(name, value)
    known = KINDS[kind].fields.get(name) if kind in KINDS else None
    return _said(kind, known, value, names) if known else str(value)


def _said(kind: str, known: Field, value: Any, names: Mapping[str, str]) -> str:
    table = CODES.get((kind, known.name), known.name)
    said: dict[str, Callable[[Any], str]] = {
        "bool": _yes_or_no,
        "date": _day,
        "month": month_words,
        "time": lambda each: time_words(time.fromisoformat(each), strings.language()),
        "ref": lambda each: names.get(each, translate("ConflictFields", "belum ada namanya")),
        "enum": lambda each: wording.label(table, str(each), strings.language()),
        "multi": lambda each: ", ".join(
            wording.label(table, str(key), strings.language()) for key in each
        ),
        "lines": lambda each: "\n".join(map(str, each)),
        "int": strings.number,
        "group": lambda each: _members(kind, known, each, names),
    }
    try:
        return said.get(known.type, str)(value)
    except (TypeError, ValueError, AttributeError, KeyError):
        return str(value)


def _members(kind: str, known: Field, value: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if known.name == "file":
        return translate("ConflictFields", "gambar yang disimpan")
    members = {each.name: each for each in known.members}
    parts = (_said(kind, members[key], each, names) for key, each in value.items()
             if key in members)  # fmt: skip
    return ", ".join(parts)


def _yes_or_no(value: Any) -> str:
    return translate("ConflictFields", "ya") if value else translate("ConflictFields", "tidak")


def _day(value: Any) -> str:
    try:
        return strings.plain_day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def month_words(value: Any) -> str:
    """Return a month written ``2026-10`` as people say it."""
    try:
        return strings.month_name(str(value))
    except ValueError:
        return str(value or "")
