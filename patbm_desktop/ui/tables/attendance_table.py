"""The attendance list as a table of names: what the keyboard types, one line a person."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from patbm_desktop.actions import wording
from patbm_desktop.domain.activity_kinds import ATTENDANCE
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.tables.attendance_reading import (
    read_age,
    read_element,
    read_sex,
    read_yes,
    short_ages,
)

NAME, SEX, AGE, ELEMENT, RT, DISABILITY = range(6)
FIELDS = ("name", "sex", "age_group", "element", "rt_text", "disability")
MOST_LINES = 500
"""More names than any hall of an RT holds; a paste beyond that is cut."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
EMPTY = Attendee(name="")


class AttendanceTable(QAbstractTableModel):
    """Lines of the list and one empty line at the end, which becomes one when typed into.

    `told` says that the person changed something; showing a list does not.
    """

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Attendee] = []
        self._before: list[Attendee] | None = None
        self._elements: Mapping[str, str] = wording.labels("element", language())
        self._ages = short_ages()
        self._sexes = {key: text[:1] for key, text in wording.labels("sex", language()).items()}

    def attendees(self) -> tuple[Attendee, ...]:
        """Return every line that says anything."""
        return tuple(line for line in self._lines if replace(line, ent="") != EMPTY)

    def show_list(self, attendees: Sequence[Attendee]) -> None:
        """Show `attendees`; nothing can be brought back from before."""
        self._before = None
        self._replace(list(attendees)[:MOST_LINES])

    def add(self, attendees: Sequence[Attendee]) -> int:
        """Put `attendees` at the end and return how many found no room."""
        self._before = list(self._lines)
        room = MOST_LINES - len(self._lines)
        self._replace([*self.attendees(), *attendees[:room]])
        self.told.emit()
        return max(0, len(attendees) - room)

    def remove(self, row: int) -> bool:
        """Take the line `row` out; `restore` brings it back."""
        if row >= len(self._lines):
            return False
        self._before = list(self._lines)
        self.beginRemoveRows(NOWHERE, row, row)
        del self._lines[row]
        self.endRemoveRows()
        self.told.emit()
        return True

    def restore(self) -> bool:
        """Take back the last removal or paste."""
        if self._before is None:
            return False
        self._replace(self._before)
        self._before = None
        self.told.emit()
        return True

    def is_empty_row(self, row: int) -> bool:
        """Say whether nothing stands in `row`."""
        return row >= len(self._lines) or replace(self._lines[row], ent="") == EMPTY

    def unfinished(self) -> tuple[int, int] | None:
        """Return row and column of the first line without a name or without L or P."""
        for row, line in enumerate(self._lines):
            if self.is_empty_row(row):
                continue
            if not line.name.strip():
                return row, NAME
            if line.sex is None:
                return row, SEX
        return None

    def full_names_of_children(self) -> tuple[int, ...]:
        """Return the lines, from 1, where more than a child's first name stands."""
        return tuple(
            row
            for row, line in enumerate(self._lines, 1)
            if line.is_child and len(line.name.split()) > 1
        )

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the lines and the empty one, for Qt."""
        return 0 if parent.isValid() else min(len(self._lines) + 1, MOST_LINES)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the columns, for Qt."""
        return 0 if parent.isValid() else len(FIELDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's head or a line's number, for Qt."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads()[section] if orientation == Qt.Orientation.Horizontal else section + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be written, for Qt."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows and what a screen reader says, for Qt."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in {SEX, DISABILITY}:
            return int(Qt.AlignmentFlag.AlignCenter)
        shown = self._shown(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            nothing = self.tr("kosong")
            return f"{self._heads()[index.column()]}: {shown or nothing}"
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}
        return shown if role in wanted else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell; what cannot be read leaves it as it was."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        field, text = FIELDS[index.column()], str(value).strip()
        read, fits = self._read(index.column(), text)
        if not fits:
            return False
        row = index.row()
        line = self._lines[row] if row < len(self._lines) else EMPTY
        changed = replace(line, **{field: read})
        if changed != line:
            self._write(row, changed)
        return True

    def _write(self, row: int, line: Attendee) -> None:
        if row < len(self._lines):
            self._lines[row] = line
        else:
            grows = len(self._lines) + 1 < MOST_LINES
            if grows:
                self.beginInsertRows(NOWHERE, len(self._lines) + 1, len(self._lines) + 1)
            self._lines.append(line)
            if grows:
                self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(FIELDS) - 1))
        self.told.emit()

    def _read(self, column: int, text: str) -> tuple[Any, bool]:
        """Return the value that `text` means in `column`, and whether it means any."""
        if not text:
            return (False if column == DISABILITY else "" if column in {NAME, RT} else None), True
        if column in {NAME, RT}:
            return text[: ATTENDANCE.fields[FIELDS[column]].longest], True
        if column == DISABILITY:
            return read_yes(text), True
        readers = {SEX: read_sex, AGE: read_age, ELEMENT: read_element}
        read = readers[column](text)
        return read, read is not None

    def _shown(self, row: int, column: int) -> str:
        if row >= len(self._lines):
            return ""
        line = self._lines[row]
        texts = {
            NAME: line.name,
            SEX: self._sexes.get(line.sex or "", ""),
            AGE: self._ages.get(line.age_group or "", ""),
            ELEMENT: self._elements.get(line.element or "", ""),
            RT: line.rt_text,
            DISABILITY: self.tr("ya") if line.disability else "",
        }
        return texts[column]

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Nama"),
            self.tr("L/P"),
            self.tr("Usia"),
            self.tr("Unsur"),
            self.tr("Alamat/RT"),
            self.tr("Disabilitas"),
        )

    def _replace(self, lines: list[Attendee]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
