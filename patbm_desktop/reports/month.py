"""The month of one RT on paper: what the sheet says, from the records it is given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import Language, month_year, short_date, whole
from patbm_desktop.domain.summary import (
    MonthSummary,
    PlanHint,
    Row,
    SheetActivity,
    first_day,
    last_day,
    month_summary,
    next_step_of,
    result_of,
)
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
from patbm_desktop.reports.paper import (
    Document,
    Letterhead,
    Photo,
    Picture,
    Printing,
    Rt,
    Titles,
    circumstances,
    code_of,
    content_hash,
    head,
    letterhead_of,
    printable,
    signer,
)

ROWS_A_PAGE = 8
LETTERS_A_PAGE = 3_000
PHOTOS_A_PAGE = 6
OUTCOME_LETTERS = 90
"""Room for a result in its column; section C says it in full."""

CELL_LETTERS = 160
"""Room for any other text of a row, which is never cut in two by the end of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSheet:
    """Everything the sheet of one month is made from.

    `rows` may hold other months and plans, they are passed over. `plan` are the lines of section D.
    `companionship` is None while that switch is off, else whether there was any. `revision` counts
    the prints that a later edit made stale. `nothing_held` is the statement that nothing was.
    """

    rt: Rt
    month: str
    rows: tuple[SheetActivity, ...]
    titles: Titles
    maker_name: str
    head_name: str = ""
    letterhead: Letterhead | None = None
    plan: tuple[str, ...] = ()
    with_results: bool = True
    with_photos: bool = False
    photos: tuple[Photo, ...] = field(default=(), repr=False)
    companionship: bool | None = None
    revision: int = 0
    nothing_held: bool = False

    @property
    def summary(self) -> MonthSummary:
        """The sums that the sheet prints."""
        return month_summary(self.rows, self.month)


def month_document(sheet: MonthSheet, printing: Printing) -> Document:
    """Lay out the month of an RT, with a page of photos when they are wanted."""
    name = content_hash(sheet)
    code = code_of(f"RT{sheet.rt.number}-{sheet.month}", name)
    summary = sheet.summary
    kop = sheet.letterhead or letterhead_of(sheet.rt)
    shown = _photos(sheet, summary)
    photo_page = _photo_page(sheet, summary, shown, printing.language) if shown else None
    part = _month_part(sheet, summary, kop, printing) | {"photo_page": photo_page}
    pictures = [Picture("logo.svg", kop.logo)] if kop.logo else []
    pictures += [Picture(f"photo-{at}.svg", each.data) for at, each in enumerate(shown, 1)]
    title = words(printing.language, "month")["document"]
    return Document(
        data={
            **circumstances(printing, code),
            "title": title.format(rt=sheet.rt.number, month=_named(sheet.month, printing.language)),
            "parts": [part],
        },
        at=printing.at,
        pictures=tuple(pictures),
        pages=_pages(summary, sheet.plan, len(shown)),
        code=code,
        content_hash=name,
    )


def _pages(summary: MonthSummary, plan: Sequence[str], photos: int) -> int:
    letters = sum(map(len, summary.results)) + sum(map(len, plan))
    table = ceil(len(summary.rows) / ROWS_A_PAGE)
    return max(table, 1) + letters // LETTERS_A_PAGE + ceil(photos / PHOTOS_A_PAGE)


def _named(month: str, language: Language) -> str:
    return month_year(first_day(month), language)


def _month_part(
    sheet: MonthSheet, summary: MonthSummary, kop: Letterhead, printing: Printing
) -> dict[str, Any]:
    language = printing.language
    said = words(language, "month")
    return {
        "sheet": "month",
        "flipped": True,
        "warning": said["read_again"],
        "letterhead": head(kop, "logo.svg" if kop.logo else None),
        "title": said["title"],
        "subtitle": said["subtitle"],
        "month": _named(sheet.month, language),
        "correction": said["correction"].format(number=sheet.revision) if sheet.revision else "",
        "restricted": "" if sheet.companionship is None else said["restricted"],
        "about": _about(sheet, language),
        "boxes": boxes(summary, language),
        "rows": [_row(row, language, with_results=sheet.with_results) for row in summary.rows],
        "sums": [
            *_heads(summary.participants, language),
            whole(summary.disability, language),
        ],
        "people": _roughly(summary) + _people(summary.participants.total, language),
        "notes": notes(summary, language),
        "empty": said["nothing"] if sheet.nothing_held else said["empty"],
        "companionship": _companionship(sheet, language),
        "sections": _sections(sheet, summary, language),
        "signers": _signers(sheet, printing),
    }  # fmt: skip


def _about(sheet: MonthSheet, language: Language) -> list[tuple[str, str]]:
    said = words(language, "month")
    first, last = first_day(sheet.month), last_day(sheet.month)
    maker = words(language, "signature")["maker"]
    title = maker.format(kader=sheet.titles.kader, rt=sheet.rt.number)
    return [
        (said["made_by"], plain(f"{sheet.maker_name}, {title}" if sheet.maker_name else title)),
        (said["head"], plain(sheet.head_name) or NOT_GIVEN),
        (said["period"], f"{first.day}–{last.day} {month_year(last, language)}"),
    ]


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


def _people(count: int, language: Language) -> str:
    form = counted(words(language, "month"), "people", count)
    return form.format(count=whole(count, language))


def _heads(heads: Count4, language: Language) -> list[str]:
    return [whole(number, language) for number in heads.as_dict().values()]


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
    heads = row.participants or row.uncounted
    if heads is None:
        return [NOT_GIVEN] * 4
    rough = "±" if row.is_estimated else ""
    given = [f"{rough}{number}" if number else "0" for number in heads.as_dict().values()]
    return given if row.participants else [f"({number})" for number in given]


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
    """Return the lines under the table: what is left out, what is a guess, what the signs mean."""
    said = words(language, "month")
    left_out = [row for row in summary.rows if row.incomplete]
    first = []
    if left_out:
        which = ", ".join(_which(row, language) for row in left_out)
        first.append(said["note_incomplete"].format(which=which))
    elif any(row.disability is None for row in summary.rows):
        first.append(said["note_dash"])
    if any(row.uncounted for row in left_out):
        first.append(said["note_brackets"])
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


def _companionship(sheet: MonthSheet, language: Language) -> str:
    value = sheet.companionship
    if value is None:
        return ""
    return str(words(language, "month")["companionship_yes" if value else "companionship_no"])


def _sections(sheet: MonthSheet, summary: MonthSummary, language: Language) -> list[dict[str, Any]]:
    said = words(language, "month")
    plan = {"title": said["plan"], "items": [plain(line) for line in sheet.plan if line.strip()]}
    results = {"title": said["results"], "items": [plain(text) for text in summary.results]}
    return [*([results] if sheet.with_results else []), plan]


def _signers(sheet: MonthSheet, printing: Printing) -> list[dict[str, str]]:
    said = words(printing.language, "signature")
    month = month_year(printing.at, printing.language)
    return [
        signer(said["knowing"], said["head"].format(rt=sheet.rt.number), sheet.head_name),
        signer(
            said["place_and_month"].format(town=sheet.rt.town, month=month),
            said["maker"].format(kader=sheet.titles.kader, rt=sheet.rt.number),
            sheet.maker_name,
        ),
    ]


def _photos(sheet: MonthSheet, summary: MonthSummary) -> tuple[Photo, ...]:
    if not sheet.with_photos:
        return ()
    order = {row.session.activity.ent: row.number for row in summary.rows if row.session}
    ours = (photo for photo in printable(sheet.photos) if photo.activity in order)
    return tuple(sorted(ours, key=lambda photo: order[photo.activity]))


def _photo_page(
    sheet: MonthSheet, summary: MonthSummary, photos: Sequence[Photo], language: Language
) -> dict[str, Any]:
    said = words(language, "month")
    held = {row.session.activity.ent: row.session for row in summary.rows if row.session}
    return {
        "title": said["photos_title"].format(month=_named(sheet.month, language)),
        "columns": 3,
        "height": 66,
        "photos": [
            {"name": f"photo-{at}.svg",
             "caption": _caption(at, photo, held[photo.activity].activity, language)}
            for at, photo in enumerate(photos, 1)
        ],
    }  # fmt: skip


def _caption(number: int, photo: Photo, activity: Activity, language: Language) -> str:
    day = short_date(activity.date, language) if activity.date else NOT_GIVEN
    form = words(language, "month")["photo"]
    line = form.format(number=number, activity=name_of(activity, language), day=day)
    return f"{line}. {plain(photo.caption)}" if photo.caption.strip() else line


def plan_lines(hints: Iterable[PlanHint], language: Language) -> tuple[str, ...]:
    """Write the suggestions for section D as sentences a person may change."""
    return tuple(
        _planned(hint.session.activity, language) if hint.session else hint.text for hint in hints
    )


def _planned(activity: Activity, language: Language) -> str:
    said = words(language, "month")
    day = short_date(activity.date, language) if activity.date else NOT_GIVEN
    name = activity.title or _program_or_type(activity, language)
    topics = topics_label(language, activity.topics) if activity.topics else ""
    form = said["plan_topic"] if topics else said["plan_session"]
    return str(form.format(activity=name, topics=topics, day=day))


def _program_or_type(activity: Activity, language: Language) -> str:
    if activity.program in {"lautan_rt", "forum_anak", "kampung_pustaka", "kadarkum"}:
        return code_label(language, "program_short", activity.program)
    return code_label(language, "type_short", activity.type)
