"""The month as one picture for a chat or a wall: numbers and kinds of work, nothing else."""

from collections import Counter
from typing import Any

from patbm_desktop.domain import codes
from patbm_desktop.domain.clock import Language, month_year
from patbm_desktop.domain.summary import MonthSummary, first_day
from patbm_desktop.reports.label import code_label, counted, plain, words
from patbm_desktop.reports.month import MonthSheet
from patbm_desktop.reports.month_table import boxes
from patbm_desktop.reports.paper import Document, Printing, circumstances, content_hash

PPI = 254.0
"""At this resolution the picture is 1080 x 1350 dots, as chats show it best."""

KINDS_SHOWN = 6


def wall_document(sheet: MonthSheet, printing: Printing) -> Document:
    """Lay out the figures of a month; no name, place, day or sentence of a record is on it."""
    language = printing.language
    said = words(language, "wall")
    month = month_year(first_day(sheet.month), language)
    summary = sheet.summary
    part = {
        "sheet": "wall",
        "paper": "wall",
        "bare": True,
        "place": said["place"].format(rt=sheet.rt.number, kelurahan=plain(sheet.rt.kelurahan)),
        "month": month,
        "boxes": boxes(summary, language),
        "types": _types(summary, language),
        "empty": words(language, "month")["empty"],
        "versions": _versions(summary, language),
    }
    title = said["document"].format(rt=sheet.rt.number, month=month)
    return Document(
        data={**circumstances(printing), "title": title, "parts": [part]},
        at=printing.at,
        content_hash=content_hash(sheet),
        ppi=PPI,
    )


def _versions(summary: MonthSummary, language: Language) -> str:
    count = summary.two_versions
    line = counted(words(language, "year"), "versions", count)
    return line.format(count=count) if count else ""


def _types(summary: MonthSummary, language: Language) -> list[dict[str, Any]]:
    said = words(language, "wall")
    times: Counter[str] = Counter()
    for row in summary.rows:
        times[row.type] += row.times
    order = {kind: at for at, kind in enumerate(codes.TYPES)}
    ranked = sorted(times, key=lambda kind: (-times[kind], order.get(kind, len(order)), kind))
    shown = {code_label(language, "type_short", kind): times[kind] for kind in ranked[:KINDS_SHOWN]}
    rest = sum(times[kind] for kind in ranked[KINDS_SHOWN:])
    more = {said["others"]: rest} if rest else {}
    return [
        {"name": name, "times": counted(said, "times", count).format(times=count)}
        for name, count in (shown | more).items()
    ]
