"""One volunteer's year on one sheet, for her own file."""

from dataclasses import dataclass
from typing import Any

from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.clock import SHORT_MONTHS, Language, plain_date, whole
from patbm_desktop.domain.summary import TypeTotal, YearSummary
from patbm_desktop.reports.label import NOT_GIVEN, code_label, counted, plain, words
from patbm_desktop.reports.paper import (
    Document,
    Letterhead,
    Picture,
    Printing,
    Rt,
    Titles,
    circumstances,
    code_of,
    content_hash,
    head,
    letterhead_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSheet:
    """Whose year it is, and what it adds up to; `two_versions` counts notes still undecided."""

    rt: Rt
    name: str
    titles: Titles
    summary: YearSummary
    letterhead: Letterhead | None = None
    two_versions: int = 0


def work_sheet_document(sheet: WorkSheet, printing: Printing) -> Document:
    """Lay out a volunteer's year."""
    language = printing.language
    name = content_hash(sheet)
    code = code_of(f"RT{sheet.rt.number}-{sheet.summary.year}", name)
    kop = sheet.letterhead or letterhead_of(sheet.rt)
    title = words(language, "year")["document"]
    return Document(
        data={
            **circumstances(printing, code),
            "title": title.format(year=sheet.summary.year, rt=sheet.rt.number),
            "parts": [_part(sheet, kop, printing)],
        },
        at=printing.at,
        pictures=(Picture("logo.svg", kop.logo),) if kop.logo else (),
        code=code,
        content_hash=name,
    )


def _part(sheet: WorkSheet, kop: Letterhead, printing: Printing) -> dict[str, Any]:
    language, summary = printing.language, sheet.summary
    said = words(language, "year")
    return {
        "sheet": "work-sheet",
        "letterhead": head(kop, "logo.svg" if kop.logo else None),
        "year": str(summary.year),
        "about": _about(sheet, printing),
        "boxes": _boxes(summary, language),
        "types": [_type_row(each, language) for each in summary.types],
        "sums": [
            said["total"],
            whole(summary.activities, language),
            *_heads(summary.participants, language),
        ],
        "note": _note(sheet, language),
        "months": _months(summary, language),
        "topics": [
            said["topic_times"].format(topic=code_label(language, "topic", key), times=times)
            for key, times in summary.topics
        ],
        "trainings": [plain(each) for each in summary.trainings],
        "thanks": said["thanks"],
    }


def _note(sheet: WorkSheet, language: Language) -> str:
    """Return what is left out of the sums, and how many notes still have two versions."""
    said = words(language, "year")
    counts = {"incomplete": sheet.summary.incomplete, "versions": sheet.two_versions}
    return " ".join(
        counted(said, key, count).format(count=count) for key, count in counts.items() if count
    )


def _about(sheet: WorkSheet, printing: Printing) -> list[tuple[str, str]]:
    said = words(printing.language, "year")
    maker = words(printing.language, "signature")["maker"]
    rt = sheet.rt
    return [
        (said["name"], plain(sheet.name) or NOT_GIVEN),
        (said["task"], maker.format(kader=sheet.titles.kader, rt=rt.number)),
        (said["place"], f"RT {rt.number}, {rt.kelurahan}, {rt.kecamatan}"),
        (said["printed"], plain_date(printing.at.date(), printing.language)),
    ]


def _boxes(summary: YearSummary, language: Language) -> list[dict[str, str]]:
    said, sexes = words(language, "year"), words(language, "month")["male_female"]
    heads, reported = summary.participants, len(summary.reported)
    people = sexes.format(male=whole(heads.male, language), female=whole(heads.female, language))
    children = sexes.format(
        male=whole(heads.anak_l, language), female=whole(heads.anak_p, language)
    )
    figures = [
        (summary.activities, "box_activities", ""),
        (heads.total, "box_people", people),
        (heads.children, "box_children", children),
        (reported, "box_reported", said["box_reported_note"]),
    ]
    return [
        {"number": whole(number, language), "name": counted(said, name, number), "note": note}
        for number, name, note in figures
    ]


def _heads(heads: Count4, language: Language) -> list[str]:
    return [whole(number, language) for number in (*heads.as_dict().values(), heads.total)]


def _type_row(each: TypeTotal, language: Language) -> list[str]:
    label = code_label(language, "type_short", each.type)
    return [label, whole(each.times, language), *_heads(each.participants, language)]


def _months(summary: YearSummary, language: Language) -> list[dict[str, Any]]:
    said = words(language, "year")
    handed_in = {int(month[-2:]) for month in summary.reported}
    return [
        {
            "name": SHORT_MONTHS[language][number - 1],
            "count": str(count) if count else NOT_GIVEN,
            "reported": number in handed_in,
            "state": said["reported" if number in handed_in else "not_reported"],
        }
        for number, count in enumerate(summary.months, 1)
    ]
