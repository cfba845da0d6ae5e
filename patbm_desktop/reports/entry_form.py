"""The blank sheet for a volunteer without a laptop; its columns are those that import reads."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from patbm_desktop.domain import codes
from patbm_desktop.domain.clock import Language
from patbm_desktop.domain.columns import COLUMNS
from patbm_desktop.reports.label import code_label, plain, words
from patbm_desktop.reports.paper import (
    Document,
    Paper,
    Printing,
    Rt,
    circumstances,
    code_of,
    content_hash,
)

WIDTHS: Mapping[str, float] = {
    "no": 6, "tanggal": 15, "kelurahan": 15, "rt": 8, "program": 17, "jenis": 19, "topik": 23,
    "tempat": 19, "dewasa_l": 11.5, "dewasa_p": 13.5, "anak_l": 11.5, "anak_p": 13.5,
    "disabilitas": 13.5, "menit": 11, "pelaksana": 17, "mitra": 16, "hasil": 33,
    "tindak_lanjut": 25, "penyelenggara": 14,
}  # fmt: skip
"""Shares of the width of the sheet."""

ROWS: Mapping[Paper, int] = {"a4": 9, "f4": 9}
ROW_MM: Mapping[Paper, float] = {"a4": 15.5, "f4": 16}

LISTS = {
    "program": ("program", codes.PROGRAMS),
    "jenis": ("type", codes.TYPES),
    "topik": ("topic", codes.TOPICS),
    "mitra": ("partner", codes.PARTNERS),
    "penyelenggara": ("held_by", codes.HELD_BY),
}
"""The columns that take only certain words: table of labels, keys."""

GROUPS = (("program", "penyelenggara"), ("jenis",), ("topik",), ("mitra",))


@dataclass(frozen=True, slots=True)
class EntryForm:
    """The sheet of one RT."""

    rt: Rt


def entry_form_document(rt: Rt, printing: Printing) -> Document:
    """Lay out the blank sheet and, behind it, the words that import understands."""
    language = printing.language
    name = content_hash(EntryForm(rt))
    code = code_of(f"RT{rt.number}-ISIAN", name)
    title = words(language, "form")["document"].format(rt=rt.number)
    return Document(
        data={**circumstances(printing, code), "title": title, "parts": [_form(rt, printing)]},
        at=printing.at,
        pages=2,
        code=code,
        content_hash=name,
    )


def _form(rt: Rt, printing: Printing) -> dict[str, Any]:
    said = words(printing.language, "form")
    known = {"kelurahan": plain(rt.kelurahan), "rt": rt.number}
    return {
        "sheet": "entry-form",
        "flipped": True,
        "subtitle": said["subtitle"],
        "place": said["place"].format(**asdict(rt) | {"rt": rt.number}),
        "widths": [WIDTHS[column] for column in COLUMNS],
        "columns": [said["column"][column] for column in COLUMNS],
        "filled": [known.get(column, "") for column in COLUMNS],
        "count": ROWS[printing.paper],
        "height": ROW_MM[printing.paper],
        "lists": [[_list(printing.language, column) for column in group] for group in GROUPS],
    }


def _list(language: Language, column: str) -> dict[str, Any]:
    table, keys = LISTS[column]
    return {
        "title": code_label(language, "column", column),
        "items": [code_label(language, table, key) for key in keys],
    }
