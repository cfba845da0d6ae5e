"""The workbook: one flat sheet "Data" for an office that puts many of them together by hand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from patbm_desktop.domain.clock import Language
from patbm_desktop.domain.columns import COLUMNS
from patbm_desktop.domain.fields import COUNT4
from patbm_desktop.domain.release import BUILD_DATE
from patbm_desktop.domain.summary import SheetActivity, month_of, next_step_of, result_of
from patbm_desktop.reports.label import clean, code_label

MONTH_COLUMN = "bulan"
"""Behind the columns of the import: the month, which a visit has and its day it has not."""

VERSIONS_COLUMN = "versi"
"""Says of a row that two versions of it still stand; empty of every other."""

TITLES = (*COLUMNS, MONTH_COLUMN, VERSIONS_COLUMN)

WIDTHS = {
    "tanggal": 12, "kelurahan": 18, "program": 16, "jenis": 20, "topik": 34, "tempat": 22,
    "pelaksana": 20, "mitra": 22, "hasil": 60, "tindak_lanjut": 40,
}  # fmt: skip
OPTIONS = {"in_memory": True, "default_date_format": "dd/mm/yyyy"}
"""Nothing touches the disk."""

TWO_VERSIONS: Mapping[Language, str] = {"id": "dua versi", "en": "two versions"}

LONGEST_CELL = 32_767
"""Characters. Source: the limit of a cell in Excel."""


def data_workbook(
    rows: Iterable[SheetActivity],
    kelurahan: str,
    rt_number: str,
    *,
    with_results: bool = True,
    language: Language = "id",
) -> bytes:
    """Return an XLSX of the activities held, one row each, with the columns of the import.

    A visit has no day, place, name or sentence here either: they could point at one household.
    """
    held = sorted((row for row in rows if _is_held(row)), key=_order)
    where = {"kelurahan": kelurahan, "rt": rt_number}
    lines = [
        {"no": number} | where | _values(row, language, with_results=with_results)
        for number, row in enumerate(held, 1)
    ]
    return _written(lines, made=max((_day(row) for row in held), default=BUILD_DATE))


def _written(lines: Sequence[Mapping[str, Any]], made: date) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 - only a session that exports needs it

    buffer = BytesIO()
    book = Workbook(buffer, OPTIONS)
    # The day of the newest record, not of now: the same table gives the same file.
    book.set_properties({"author": "PATBM Desktop", "created": datetime.combine(made, time())})
    page = book.add_worksheet("Data")
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, title in enumerate(TITLES):
        page.set_column(column, column, WIDTHS.get(title, 11))
        page.write_string(0, column, title, bold)
    for number, line in enumerate(lines, 1):
        for column, title in enumerate(TITLES):
            _write(page, number, column, line.get(title))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(lines), len(TITLES) - 1)
    book.close()
    return buffer.getvalue()


def _day(row: SheetActivity) -> date:
    return row.activity.date or BUILD_DATE


def _is_held(row: SheetActivity) -> bool:
    return not row.activity.planned and row.activity.date is not None


def _order(row: SheetActivity) -> tuple[str, date, str]:
    day = _day(row)
    return month_of(day), date.max if row.activity.is_visit else day, row.activity.ent


def _values(row: SheetActivity, language: Language, *, with_results: bool) -> dict[str, Any]:
    activity = row.activity
    heads = activity.participants
    always = {
        MONTH_COLUMN: month_of(activity.date) if activity.date else None,
        VERSIONS_COLUMN: TWO_VERSIONS[language] if row.has_two_versions else None,
        "program": _labels(language, "program", [activity.program]),
        "jenis": _labels(language, "type", [activity.type]),
        "topik": _labels(language, "topic", activity.topics),
        "disabilitas": activity.disability,
        "penyelenggara": _labels(language, "held_by", [activity.held_by]),
        **({name: getattr(heads, name) for name in COUNT4} if heads else {}),
    }
    if activity.is_visit:
        return always
    results = {"hasil": result_of(activity), "tindak_lanjut": next_step_of(activity)}
    return always | (results if with_results else {}) | {
        "tanggal": activity.date,
        "tempat": row.place_name,
        "menit": activity.minutes,
        "pelaksana": row.lead_name,
        "mitra": _labels(language, "partner", activity.partners),
    }  # fmt: skip


def _labels(language: Language, table: str, keys: Iterable[str | None]) -> str:
    return "; ".join(code_label(language, table, key) for key in keys if key)


def _write(page: Any, row: int, column: int, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        page.write_datetime(row, column, value)
    elif isinstance(value, int):
        page.write_number(row, column, value)
    else:  # as text, however it begins: nothing typed may become a formula or a link
        page.write_string(row, column, clean(value)[:LONGEST_CELL])
