"""Read the lines of a table file, CSV or XLSX, whatever program wrote it and however carelessly.

What a file is, its first bytes say; its name is not asked. A line that cannot be told apart from
its neighbours is handed on as damaged, never guessed at and never dropped.
"""

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from xml.etree.ElementTree import ParseError

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.reading import fold

Cell = str | int | float | bool | date | datetime | time | None

LARGEST_FILE = 16 * 2**20
"""Bytes; ten thousand rows with full texts are a third of it."""

LARGEST_UNPACKED = 128 * 2**20
"""Bytes that the parts of a workbook may hold once unpacked, by their own account."""

MOST_PARTS = 2000
MOST_LINES = 50_000
MOST_COLUMNS = 256
MOST_LINES_IN_A_CELL = 40
HEAD_WITHIN = 30
"""Lines from the top in which the heads of the columns must stand."""

_SEPARATORS = (",", ";", "\t", "|")
_NOT_TEXT = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"{\\rtf")

csv.field_size_limit(LARGEST_FILE)  # a limit below it would lose a line; cells are judged later


@dataclass(frozen=True, slots=True)
class Line:
    """One line below the heads. `number` counts from 1 at the top, as a spreadsheet shows it.

    `cells` holds what stands under each known column. `damaged` names the column at which the
    line stopped making sense, None for a sound line.
    """

    number: int
    cells: Mapping[str, Cell] = field(repr=False)
    damaged: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A file's lines, the columns it has in their order, and the heads nobody asked for."""

    lines: tuple[Line, ...] = field(repr=False)
    columns: tuple[str, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Record:
    """One line of a file. In a grid every cell has its place; in a text one may have slipped."""

    number: int
    cells: Sequence[Cell] = field(repr=False)
    is_damaged: bool = False
    is_grid: bool = False


def read_table(path: Path, heads: Mapping[str, str]) -> Table:
    """Return the lines of the table at `path`; `heads` maps a folded head to its column.

    Raises:
        Fault: FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_NOT_A_TABLE, or
            FILE_WITHOUT_COLUMNS when no line near the top holds two heads that are known.
    """
    content = _content(path)
    if content.startswith(b"PK\x03\x04"):
        return _workbook(content, heads, path.name)
    text = _text(content, path.name)
    return _first_with_heads([_records(text, _separator(text, heads))], heads)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _too_large()
        return path.read_bytes()
    except FileNotFoundError:
        raise Fault(Refusal.FILE_MISSING, name=path.name) from None
    except OSError as error:
        raise Fault(Refusal.FILE_UNREADABLE, name=path.name) from error


def _too_large() -> Fault:
    return Fault(Refusal.FILE_TOO_LARGE, megabytes=LARGEST_FILE // 2**20)


# -- heads -----------------------------------------------------------------------------------


def _first_with_heads(tables: Iterable[Iterable[_Record]], heads: Mapping[str, str]) -> Table:
    for records in tables:
        if table := _table(iter(records), heads):
            return table
    raise Fault(Refusal.FILE_WITHOUT_COLUMNS)


def _table(records: Iterator[_Record], heads: Mapping[str, str]) -> Table | None:
    """Return the table below the first line that holds at least two known heads."""
    for record in records:
        if record.number > HEAD_WITHIN:
            return None
        columns = _columns(record.cells, heads)
        if len([each for each in columns if each]) < 2:
            continue
        named = tuple(each for each in columns if each)
        return Table(tuple(_lines(records, columns)), named, _ignored(record.cells, columns))
    return None


def _columns(cells: Sequence[Cell], heads: Mapping[str, str]) -> list[str | None]:
    """Name the column of each cell of the head; of two that are the same, the first is meant."""
    found: list[str | None] = []
    for cell in cells:
        column = heads.get(fold(cell)) if isinstance(cell, str) else None
        found.append(None if column in found else column)
    return found


def _ignored(cells: Sequence[Cell], columns: Sequence[str | None]) -> tuple[str, ...]:
    unread = (cell for cell, column in zip(cells, columns, strict=True) if column is None)
    return tuple(" ".join(str(cell).split())[:60] for cell in unread if not _is_blank(cell))


def _lines(records: Iterator[_Record], columns: Sequence[str | None]) -> Iterator[Line]:
    places = [(at, column) for at, column in enumerate(columns) if column]
    for count, record in enumerate(each for each in records if not _is_empty(each)):
        if count == MOST_LINES:
            raise _too_large()
        yield _line(record, places, len(columns))


def _line(record: _Record, places: Sequence[tuple[int, str]], width: int) -> Line:
    cells = {column: record.cells[at] for at, column in places if at < len(record.cells)}
    beyond = any(not _is_blank(cell) for cell in record.cells[width:])
    if record.is_damaged or (beyond and not record.is_grid):
        return Line(record.number, cells, damaged=next(reversed(cells), ""))
    return Line(record.number, cells)


def _is_empty(record: _Record) -> bool:
    if record.is_damaged:
        return False
    if not any(record.cells):
        return 0 not in record.cells
    return all(map(_is_blank, record.cells))


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


# -- CSV -------------------------------------------------------------------------------------


def _text(content: bytes, name: str) -> str:
    """Return the text of a CSV file: UTF-8 or UTF-16 by its mark, UTF-8, or Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content.startswith(_NOT_TEXT) or content[:4096].count(0) > len(content[:4096]) // 10:
        raise Fault(Refusal.FILE_NOT_A_TABLE, name=name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _separator(text: str, heads: Mapping[str, str]) -> str:
    """Return the separator that brings most heads to light."""
    top = "".join(_split(text[: 2**16])[:HEAD_WITHIN])

    def known(separator: str) -> int:
        rows = (_columns(each.cells, heads) for each in _records(top, separator))
        return max((len([each for each in row if each]) for row in rows), default=0)

    return max(_SEPARATORS, key=known)


def _split(text: str) -> list[str]:
    return io.StringIO(text, newline="").readlines()


class _Feed:
    """The lines from `at` on, one record's worth; knows whether a quote was left open."""

    def __init__(self, lines: Sequence[str], at: int) -> None:
        self.lines = lines
        self.at = at
        self.end = min(len(lines), at + MOST_LINES_IN_A_CELL)
        self.ran_out = False

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self.at == self.end:
            self.ran_out = True
            raise StopIteration
        self.at += 1
        return self.lines[self.at - 1]


def _records(text: str, separator: str) -> Iterator[_Record]:
    """Split `text`; a line whose quote never closes is damaged, and the next one starts afresh."""
    lines = _split(text)
    at, number = 0, 0
    while at < len(lines):
        number += 1
        feed = _Feed(lines, at)
        cells = _parsed(feed, separator)
        if feed.ran_out or (
            feed.at - at > 1 and not _is_well_formed(lines[at : feed.at], separator)
        ):
            first = _parsed(_Feed(lines[at : at + 1], 0), separator)
            yield _Record(number, first[:MOST_COLUMNS], is_damaged=True)
            at += 1
        else:
            yield _Record(number, cells[:MOST_COLUMNS])
            at = feed.at


def _parsed(feed: Iterable[str], separator: str) -> list[str]:
    return next(csv.reader(feed, delimiter=separator), [])


def _is_well_formed(lines: Sequence[str], separator: str) -> bool:
    """Say whether a record over several lines keeps to the rules; else one swallowed the next."""
    try:
        return len(list(csv.reader(lines, delimiter=separator, strict=True))) == 1
    except csv.Error:
        return False


# -- XLSX ------------------------------------------------------------------------------------

_BROKEN_WORKBOOK = (
    ParseError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError,
    AttributeError, IndexError, NotImplementedError, OverflowError, OSError, RuntimeError,
)  # fmt: skip
"""What openpyxl and the unpacking below it raise for a workbook that is none."""


def _workbook(content: bytes, heads: Mapping[str, str], name: str) -> Table:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")  # of styles and menus it cannot keep
        try:
            _check_parts(content)
            return _first_with_heads(_sheets(content), heads)
        except _BROKEN_WORKBOOK as error:
            raise Fault(Refusal.FILE_NOT_A_TABLE, name=name) from error


def _sheets(content: bytes) -> Iterator[Iterator[_Record]]:
    """Yield the records of each sheet; a formula gives the value that was last worked out."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a quarter second, rarely needed

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True)
        yield (
            _Record(at, [_cell(each) for each in row[:MOST_COLUMNS]], is_grid=True)
            for at, row in enumerate(rows, 1)
            if row.count(None) < len(row)  # a million empty rows are passed over in a second
        )


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value.replace("_x000D_", "") if "_x" in value else value  # Excel's own line end
    if value is None or isinstance(value, int | float | date | time):
        return value
    return str(value)


def _check_parts(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        every = parts.infolist()
    if len(every) > MOST_PARTS or sum(each.file_size for each in every) > LARGEST_UNPACKED:
        raise _too_large()
