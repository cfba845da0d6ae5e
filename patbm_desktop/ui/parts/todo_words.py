"""What a line of "Perlu dilakukan" says, and what its buttons ask for."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.home import Todo, TodoKind
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_words import name_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Look:
    """How a line looks: its icon, its tint, its words, its verbs.

    Of each button `verbs` has what it asks for, and its words.
    """

    icon: str
    tone: str
    title: str
    subtitle: str
    verbs: tuple[tuple[str, str], ...]
    pill: tuple[str, str, str] | None = None
    """Words, icon and status of a pill before the buttons."""


def look_of(todo: Todo, today: date) -> Look:
    """Return how a line of the list looks on `today`."""
    drafts = {TodoKind.DRAFT: _draft, TodoKind.CONCERN_DRAFT: _concern_draft}
    if todo.kind in drafts:
        return drafts[todo.kind](todo, today)
    return _LOOKS[todo.kind](todo)


def _uptd_number(todo: Todo) -> Look:
    number = str(todo.facts.get("number") or "")
    if not number:
        return Look(
            "phone", "warn",
            translate("TodoWords", "Nomor UPTD PPA belum diisi"),
            translate("TodoWords", "Minta nomornya ke koordinator."),
            (("fill_number", translate("TodoWords", "Isi nomor")),),
        )  # fmt: skip
    return Look(
        "phone", "warn", translate("TodoWords", "Nomor UPTD PPA belum dicoba"), number,
        (("try_number", translate("TodoWords", "Coba sekarang")),),
    )  # fmt: skip


def _follow_ups(todo: Todo) -> Look:
    """Return the line of what is due: a number, no code and no kind."""
    days = int(todo.facts["overdue_days"])
    late = translate("TodoWords", "Lewat %n hari", "", days)
    words = late if days else translate("TodoWords", "Hari ini")
    status = "danger" if days else "warn"
    return Look(
        "clock-alert", status,
        translate("TodoWords", "%n tindak lanjut menunggu", "", int(todo.facts["count"])), "",
        (("cases", translate("TodoWords", "Buka")),),
        (words, "clock-alert", status),
    )  # fmt: skip


def _concern_draft(todo: Todo, today: date) -> Look:
    title = translate("TodoWords", "Lanjutkan catatan rahasia yang belum selesai")
    verbs = tuple((f"{verb}_concern", words) for verb, words in _verbs_of_draft(todo))
    return Look("pencil-line", "info", title, _saved(todo, today), verbs)


def _planned_due(todo: Todo) -> Look:
    assert todo.row is not None
    activity = todo.row.activity
    day = strings.day_without_year(activity.date) if activity.date else "–"
    title = strings.fill(translate("TodoWords", "Rencana: %1, %2"), name_of(activity), day)
    return Look(
        "calendar", "primary", title, todo.row.place_name,
        (
            ("postpone", translate("TodoWords", "Diundur")),
            ("held", translate("TodoWords", "Jadi terlaksana?")),
        ),
    )  # fmt: skip


def _draft(todo: Todo, today: date) -> Look:
    typed = todo.row is not None and todo.row.activity.type is not None
    name = name_of(todo.row.activity) if todo.row and typed else ""
    title = strings.fill(translate("TodoWords", "Lanjutkan draf %1"), name).strip()
    return Look("pencil-line", "info", title, _saved(todo, today), _verbs_of_draft(todo))


def _saved(todo: Todo, today: date) -> str:
    saved = strings.moment(str(todo.facts["saved_at"]))
    if saved.date() != today:
        said = translate("TodoWords", "Tersimpan sendiri %1, belum selesai")
        return strings.fill(said, strings.day_without_year(saved.date()))
    said = translate("TodoWords", "Tersimpan sendiri pukul %1, belum selesai")
    return strings.fill(said, strings.clock_time(saved))


def _verbs_of_draft(todo: Todo) -> tuple[tuple[str, str], ...]:
    if not todo.facts.get("is_old"):
        return (("resume", translate("TodoWords", "Lanjutkan")),)
    return (
        ("drop", translate("TodoWords", "Hapus")),
        ("resume", translate("TodoWords", "Selesaikan")),
    )


def _incomplete(todo: Todo) -> Look:
    assert todo.row is not None
    activity = todo.row.activity
    day = strings.day_without_weekday(activity.date) if activity.date else "–"
    title = translate("TodoWords", "%n kegiatan belum lengkap", "", int(todo.facts["count"]))
    return Look(
        "circle-dashed", "warn", title, f"{name_of(activity)}, {day}",
        (("complete", translate("TodoWords", "Lengkapi")),),
    )  # fmt: skip


def _two_versions(todo: Todo) -> Look:
    title = translate("TodoWords", "%n catatan punya dua versi", "", int(todo.facts["count"]))
    return _to_choose(title, "choose")


def _cases_two_versions(todo: Todo) -> Look:
    """Return the line of cases: a number, no code and no kind."""
    number = int(todo.facts["count"])
    title = translate("TodoWords", "%n catatan rahasia punya dua versi", "", number)
    return _to_choose(title, "choose_cases")


def _to_choose(title: str, verb: str) -> Look:
    subtitle = translate("TodoWords", "Keduanya tersimpan, tidak ada yang hilang.")
    return Look("git-compare", "warn", title, subtitle, ((verb, translate("TodoWords", "Pilih")),))


def _unprinted(todo: Todo) -> Look:
    month = strings.month_name(todo.month).split()[0]
    title = strings.fill(translate("TodoWords", "Laporan %1 belum dicetak"), month)
    activities = translate("TodoWords", "%Ln kegiatan", "", int(todo.facts["activities"]))
    people = translate("TodoWords", "%Ln peserta", "", int(todo.facts["participants"]))
    return Look(
        "printer", "primary", title, f"{activities}, {people}",
        (("print", translate("TodoWords", "Lihat")),),
    )  # fmt: skip


def _recovery_sheet(todo: Todo) -> Look:
    made = todo.facts.get("state") == "made"
    title = (
        translate("TodoWords", "Lembar pemulihan belum dicoba")
        if made
        else translate("TodoWords", "Lembar pemulihan belum dicetak")
    )
    subtitle = translate("TodoWords", "Kalau kata sandi lupa, lembar ini yang membukanya.")
    words = (
        translate("TodoWords", "Coba lembar") if made else translate("TodoWords", "Cetak lembar")
    )
    return Look("key-round", "warn", title, subtitle, (("recovery", words),))


_LOOKS = {
    TodoKind.UPTD_NUMBER: _uptd_number,
    TodoKind.FOLLOW_UPS: _follow_ups,
    TodoKind.PLANNED_DUE: _planned_due,
    TodoKind.INCOMPLETE: _incomplete,
    TodoKind.TWO_VERSIONS: _two_versions,
    TodoKind.CASES_TWO_VERSIONS: _cases_two_versions,
    TodoKind.REPORT_UNPRINTED: _unprinted,
    TodoKind.RECOVERY_SHEET: _recovery_sheet,
}
