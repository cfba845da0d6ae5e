"""Two versions in plain words: what a part is called, what a version says, whose it is."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.conflicts.conflicts import Undecided
from patbm_desktop.actions.versions.conflict_list import Line
from patbm_desktop.actions.versions.conflict_rows import Part, Version, Why
from patbm_desktop.domain.activity import from_values
from patbm_desktop.domain.fields import COUNT4
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_words import kind_of, name_of, people
from patbm_desktop.ui.parts.conflict_fields import field_name, kind_name, month_words, value_words

translate = QCoreApplication.translate
LONGEST_TITLE = 26
"""Letters of a name that the head of the page has room for."""


# -- the note --------------------------------------------------------------------------------


def title_of(line: Line) -> str:
    """Return what a note is called at the head of a page; a case by its code alone."""
    if line.code:
        return line.code
    kind, values = line.subject.kind, line.values
    if kind == "activity":
        activity = from_values(line.subject.ent, values)
        name = name_of(activity)
        return name if len(name) <= LONGEST_TITLE else kind_of(activity)
    if kind == "report":
        return strings.fill(
            translate("ConflictWords", "Laporan %1"), month_words(values.get("month"))
        )
    if kind == "contact":
        return wording.label("contact", str(values.get("function", "")), strings.language())
    return str(values.get("name") or kind_name(kind))


def day_of(line: Line) -> str:
    """Return the day of an activity, empty for other notes."""
    if line.subject.kind != "activity":
        return "" if line.code else kind_name(line.subject.kind)
    on = from_values(line.subject.ent, line.values).date
    return strings.day_without_year(on) if on else ""


# -- a part ----------------------------------------------------------------------------------


def part_name(part: Part) -> str:
    """Return what a part is called; of head counts the one number that differs, if it is one."""
    number = _one_number(part)
    if number:
        return _number_names()[number]
    return field_name(part.entity.kind, part.name)


def part_hint(part: Part) -> str:
    """Return the quiet words under the name: what it belongs to, or what can be done."""
    if _one_number(part):
        return translate("ConflictWords", "yang hadir")
    belongs = _belongs(part)
    if len(part.versions) > 2:
        more = versions_word(len(part.versions))
        return " · ".join(each for each in (belongs, more) if each)
    if part.joined is not None and not belongs:
        return translate("ConflictWords", "Bisa digabung")
    return belongs


def versions_word(number: int) -> str:
    """Return ``Dua versi``, ``Tiga versi`` and so on."""
    words = {
        2: translate("ConflictWords", "Dua versi"),
        3: translate("ConflictWords", "Tiga versi"),
    }
    return words.get(number, "") or translate("ConflictWords", "%n versi", "", number)


def _belongs(part: Part) -> str:
    kind = part.entity.kind
    if kind in {"activity", "case", "case_detail", "person", "place", "rt", "report", "contact"}:
        return ""
    name = str(part.of.get("name") or part.of.get("caption") or "")
    return f"{kind_name(kind)}: {name}" if name else kind_name(kind)


def question_of(part: Part) -> str:
    """Return the question about a record that one person deleted and another changed."""
    one = translate("ConflictWords", "Satu orang menghapus, satu orang mengubah.")
    asked = {
        "attachment": translate("ConflictWords", "Simpan foto ini?"),
        "attendance": translate("ConflictWords", "Simpan nama ini?"),
        "case_attachment": translate("ConflictWords", "Simpan surat ini?"),
    }
    usual = translate("ConflictWords", "Simpan catatan ini?")
    return f"{one} {asked.get(part.entity.kind, usual)}"


# -- a version -------------------------------------------------------------------------------


def version_words(part: Part, version: Version, names: Mapping[str, str]) -> str:
    """Return what a version says."""
    if part.is_hidden:
        return translate("ConflictWords", "Disembunyikan")
    number = _one_number(part)
    if number:
        return people(version.value[number])
    return value_words(part.entity.kind, part.name, version.value, names)


def _number_names() -> Mapping[str, str]:
    names = (
        translate("ConflictWords", "Laki-laki dewasa"),
        translate("ConflictWords", "Perempuan dewasa"),
        translate("ConflictWords", "Anak laki-laki"),
        translate("ConflictWords", "Anak perempuan"),
    )
    return dict(zip(COUNT4, names, strict=True))


def _one_number(part: Part) -> str:
    """Return the one head count in which all versions differ, empty where there are more."""
    values = [each.value for each in part.versions]
    if part.name != "participants" or not all(isinstance(each, dict) for each in values):
        return ""
    differing = [name for name in COUNT4 if len({each.get(name) for each in values}) > 1]
    return differing[0] if len(differing) == 1 else ""


def changed_words(part: Part, version: Version, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return what was changed in a record that somebody else deleted, a line for each field."""
    kind = part.entity.kind
    return tuple(
        f"{field_name(kind, name)}: {value_words(kind, name, value, names)}"
        for name, value in version.value.items()
    )


# -- whose it is -----------------------------------------------------------------------------


def who(version: Version) -> str:
    """Return the name of whoever wrote a version."""
    return version.by_name or translate("ConflictWords", "Tidak dikenal")


def when(version: Version, *, deleted: bool = False) -> str:
    """Return when a version was written, by the clock of its laptop, and on which one."""
    said = (
        translate("ConflictWords", "dihapus %1 (menurut laptop)")
        if deleted
        else translate("ConflictWords", "diubah %1 (menurut laptop)")
    )
    try:
        day = strings.day_without_year(date.fromisoformat(version.at[:10]))
    except ValueError:
        return version.laptop
    return " · ".join(each for each in (version.laptop, strings.fill(said, day)) if each)


def why_words(why: Why | None) -> str:
    """Return what speaks for a version."""
    words = {
        Why.LIST: translate("ConflictWords", "dari daftar hadir"),
        Why.SHEET: translate("ConflictWords", "lembar daftar hadir dilampirkan"),
    }
    return words[why] if why else ""


def story_of(shown: Undecided) -> tuple[str, str]:
    """Return what happened, and what is safe: the head of the page."""
    authors = {each.author for part in shown.parts for each in part.versions}
    most = max(len(part.versions) for part in shown.parts)
    return _deleted(shown) or _happened(len(authors)), _safe(most)


def _deleted(shown: Undecided) -> str:
    """Return that it was deleted here and changed there, empty where nobody deleted anything."""
    deleted = [part for part in shown.parts if part.is_deletion]
    if any(part.entity.ent == shown.line.subject.ent for part in deleted):
        return translate(
            "ConflictWords",
            "Catatan ini dihapus di satu laptop dan diubah di laptop lain sebelum sempat"
            " terhubung.",
        )
    if deleted and len(deleted) == len(shown.parts):
        return translate(
            "ConflictWords",
            "Ada bagian catatan ini yang dihapus di satu laptop dan diubah di laptop lain sebelum"
            " sempat terhubung.",
        )
    return ""


def _happened(authors: int) -> str:
    if authors < 2:
        return translate(
            "ConflictWords", "Catatan ini diubah di dua tempat sebelum sempat terhubung."
        )
    words = {
        2: translate(
            "ConflictWords", "Dua orang mengubah catatan yang sama sebelum sempat terhubung."
        ),
        3: translate(
            "ConflictWords", "Tiga orang mengubah catatan yang sama sebelum sempat terhubung."
        ),
    }
    many = translate(
        "ConflictWords", "%n orang mengubah catatan yang sama sebelum sempat terhubung.", "",
        authors,
    )  # fmt: skip
    return words.get(authors, many)


def _safe(most: int) -> str:
    if most > 2:
        return translate(
            "ConflictWords",
            "Semua versi tersimpan, tidak ada yang hilang. Pilih yang benar untuk tiap bagian,"
            " atau tanya dulu orangnya.",
        )
    return translate(
        "ConflictWords",
        "Kedua versi tersimpan, tidak ada yang hilang. Pilih yang benar untuk tiap bagian,"
        " atau tanya dulu orangnya.",
    )
