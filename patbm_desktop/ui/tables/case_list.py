"""The cases as a list: one line each, in the order they were given; never a name or a narrative."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from patbm_desktop.actions.cases.case_rows import Lines, Row
from patbm_desktop.ui.parts.case_words import sentence_of, title_of

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class CaseListModel(QAbstractListModel):
    """The rows of a listing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows` in place of what was there."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def wipe(self) -> None:
        """Let go of every row."""
        self.show_rows(())

    def row_at(self, index: Index) -> Row | None:
        """Return the case at `index`, None for nowhere."""
        return self._rows[index.row()] if index.isValid() else None

    def find(self, ent: str) -> QModelIndex:
        """Return where the case `ent` stands; an invalid index when it is not here."""
        ents = self._rows.ents if isinstance(self._rows, Lines) else [row.ent for row in self._rows]
        return self.index(ents.index(ent)) if ent in ents else QModelIndex()

    def nearest(self, at: int) -> QModelIndex:
        """Return the row at place `at`, or the last one before it."""
        last = len(self._rows) - 1
        return self.index(min(max(at, 0), last)) if self._rows else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many cases there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a line: its title, its full sentence, or the row itself."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.code} {title_of(row.category)}"
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return sentence_of(row)
        return None
