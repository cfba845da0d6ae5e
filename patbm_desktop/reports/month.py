"""The month of one RT on paper: what the sheet says, from the records it is given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.clock import Language, month_year, short_date
from patbm_desktop.domain.summary import (
    MonthSummary,
    PlanHint,
    SheetActivity,
    first_day,
    last_day,
    month_summary,
)
from patbm_desktop.reports.label import NOT_GIVEN, code_label, plain, topics_label, words
from patbm_desktop.reports.month_table import boxes, name_of, notes, people, rows, sums
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
        "rows": rows(summary, language, with_results=sheet.with_results),
        "sums": sums(summary, language),
        "people": people(summary, language),
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
