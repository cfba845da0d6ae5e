"""The table of a month and the figures over it: how each row of the sums is said on paper."""

from typing import Any

from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import Language, short_date, whole
from patbm_desktop.domain.summary import MonthSummary, Row, SheetActivity, next_step_of, result_of
from patbm_desktop.reports.label import (
    NOT_GIVEN,
    clean,
    code_label,
    counted,
    cut,
    plain,
    shortened,
    topics_label,
    words,
)

OUTCOME_LETTERS = 90
"""Room for a result in its column; section C says it in full."""

CELL_LETTERS = 160
"""Room for any other text of a row, which is never cut in two by the end of a page."""


def boxes(summary: MonthSummary, language: Language) -> list[dict[str, str]]:
    """Return the four figures over the table: activities, people, children, disability."""
    said = words(language, "month")
    heads = summary.participants
    left_out = said["some_incomplete"].format(count=summary.incomplete)
    state = said["all_complete"] if summary.activities else ""
    sexes = said["male_female"]
    return [
        _box(
            summary.activities,
            counted(said, "box_activities", summary.activities),
            left_out if summary.incomplete else state,
        ),
        _box(
            heads.total,
            counted(said, "box_people", heads.total),
            sexes.format(male=whole(heads.male, language), female=whole(heads.female, language)),
            _roughly(summary),
            language,
        ),
        _box(
            heads.children,
            counted(said, "box_children", heads.children),
            sexes.format(male=whole(heads.anak_l, language), female=whole(heads.anak_p, language)),
            language=language,
        ),
        _box(summary.disability, said["box_disability"], said["of_people"], language=language),
    ]


def _box(
    number: int, name: str, note: str, before: str = "", language: Language = "id"
) -> dict[str, str]:
    return {"number": before + whole(number, language), "name": name, "note": note}


def _roughly(summary: MonthSummary) -> str:
    return "±" if summary.is_estimated else ""


def people(summary: MonthSummary, language: Language) -> str:
    """Return how many came, as the last cell of the row of sums says it."""
    count = summary.participants.total
    form = counted(words(language, "month"), "people", count)
    return _roughly(summary) + form.format(count=whole(count, language))


def sums(summary: MonthSummary, language: Language) -> list[str]:
    """Return the five figures under the table: four head counts, then disability."""
    heads: Count4 = summary.participants
    figures = (*heads.as_dict().values(), summary.disability)
    return [whole(number, language) for number in figures]


def rows(summary: MonthSummary, language: Language, *, with_results: bool) -> list[dict[str, Any]]:
    """Return the rows as the template reads them; a visit has neither day nor place."""
    return [_row(row, language, with_results=with_results) for row in summary.rows]


def _row(row: Row, language: Language, *, with_results: bool) -> dict[str, Any]:
    shown = {
        "number": str(row.number),
        "visit": row.session is None,
        "program": code_label(language, "program_short", row.program),
        "counts": _counts(row),
        "disability": NOT_GIVEN if row.disability is None else str(row.disability),
        "marks": _marks(row),
        "activity": _activity(row, language),
    }
    return shown | (
        _session(row.session, language, with_results=with_results) if row.session else {}
    )


def _activity(row: Row, language: Language) -> str:
    if row.session:
        return name_of(row.session.activity, language)
    label = code_label(language, "type_short", row.type)
    form = counted(words(language, "month"), "times", row.times)
    return form.format(activity=label, times=row.times)


def name_of(activity: Activity, language: Language) -> str:
    """Return the name of an activity on paper: its own, else its type's."""
    return _cut(activity.title) or code_label(language, "type_short", activity.type)


def _counts(row: Row) -> list[str]:
    heads = row.participants
    if heads is None:
        return [NOT_GIVEN] * 4
    rough = "±" if row.is_estimated else ""
    return [f"{rough}{number}" if number else "0" for number in heads.as_dict().values()]


def _marks(row: Row) -> str:
    ours = row.session is not None and row.session.activity.held_by != "rt"
    held = {"¹": bool(row.incomplete), "²": row.has_two_versions, "³": ours}
    return " ".join(mark for mark, holds in held.items() if holds)


def _session(row: SheetActivity, language: Language, *, with_results: bool) -> dict[str, Any]:
    activity = row.activity
    who = ", ".join(text for text in (_cut(row.lead_name), _cut(activity.speakers)) if text)
    return {
        "day": short_date(activity.date, language) if activity.date else NOT_GIVEN,
        "topics": topics_label(language, activity.topics),
        "place": _cut(row.place_name) or NOT_GIVEN,
        "lead": who or NOT_GIVEN,
        "outcome": (_outcome(activity) or NOT_GIVEN) if with_results else "",
        "evidence": _evidence(row, language),
    }


def _outcome(activity: Activity) -> str:
    step = _cut(next_step_of(activity))
    return step or shortened(plain(result_of(activity)), OUTCOME_LETTERS)


def _cut(text: str | None) -> str:
    return plain(cut(" ".join(clean(text).split()), CELL_LETTERS))


def _evidence(row: SheetActivity, language: Language) -> str:
    said = words(language, "month")
    photos = counted(said, "photos", row.photos).format(count=row.photos) if row.photos else ""
    lists = said["list_attached"] if row.lists else ""
    return ", ".join(text for text in (photos, lists) if text) or NOT_GIVEN


def notes(summary: MonthSummary, language: Language) -> list[str]:
    """Return the lines under the table: what is missing, what is a guess, what the signs mean."""
    said = words(language, "month")
    lacking = [row for row in summary.rows if row.incomplete]
    first = []
    if lacking:
        which = ", ".join(_which(row, language) for row in lacking)
        first.append(said["note_incomplete"].format(which=which))
    elif any(row.disability is None for row in summary.rows):
        first.append(said["note_dash"])
    if any(row.is_estimated for row in summary.rows):
        first.append(said["note_estimated"])
    if any("³" in _marks(row) for row in summary.rows):
        first.append(said["note_ours"])
    first.append(said["note_letters"])
    versions = summary.two_versions
    second = [counted(said, "note_versions", versions).format(count=versions)]
    return [" ".join(first), *(second if versions else [])]


def _which(row: Row, language: Language) -> str:
    label = code_label(language, "type_short", row.type)
    form = words(language, "month")["note_which" if row.times == 1 else "note_which_of"]
    return str(
        form.format(number=row.number, activity=label, count=row.incomplete, times=row.times)
    )
