"""The activities as a list: month heads and rows in one model, in the order they are shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from patbm_desktop.actions.activities.activity_list import Listing, MonthTotal
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_words import name_of, sentence_of, totals_of

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class MonthHead:
    """The line over a month; `totals` is empty while not all of its rows are known."""

    month: str
    totals: str

    @property
    def name(self) -> str:
        """The month as people say it."""
        if self.month:
            return strings.month_name(self.month)
        return QCoreApplication.translate("ActivityListModel", "Tanpa tanggal")


Entry = MonthHead | ActivityRow


class ActivityListModel(QAbstractListModel):
    """The rows of a `Listing` with a head over each month; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_listing(self, listing: Listing) -> None:
        """Show `listing` in place of what was there."""
        self.beginResetModel()
        self._entries = tuple(_with_heads(listing))
        self.endResetModel()

    def wipe(self) -> None:
        """Let go of every row."""
        self.beginResetModel()
        self._entries = ()
        self.endResetModel()

    def row_at(self, index: Index) -> ActivityRow | None:
        """Return the activity at `index`; None for a month or for nowhere."""
        entry = self.entry(index)
        return entry if isinstance(entry, ActivityRow) else None

    def entry(self, index: Index) -> Entry | None:
        """Return what stands at `index`."""
        return self._entries[index.row()] if index.isValid() else None

    def find(self, key: str) -> QModelIndex:
        """Return where the record or draft `key` stands; an invalid index when it is not here."""
        for at, entry in enumerate(self._entries):
            if isinstance(entry, ActivityRow) and key_of(entry) == key:
                return self.index(at)
        return QModelIndex()

    def nearest(self, at: int) -> QModelIndex:
        """Return the row at or after place `at`, else the last one before it."""
        after = range(max(at, 0), len(self._entries))
        before = range(min(at, len(self._entries)) - 1, -1, -1)
        for place in (*after, *before):
            if isinstance(self._entries[place], ActivityRow):
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many lines there are, months included."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a row be chosen, a month only be read."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a line: its name, its full sentence, or the row itself."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ROW_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name if isinstance(entry, MonthHead) else name_of(entry.activity)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return _said(entry)
        return None


def key_of(row: ActivityRow) -> str:
    """Return what tells a row from every other: its draft, or its record."""
    return row.draft or row.ent


def _with_heads(listing: Listing) -> Iterator[Entry]:
    totals = {each.month: each for each in listing.months}
    month: str | None = None
    for row in listing.rows:
        own = row.activity.date.isoformat()[:7] if row.activity.date else ""
        if own != month:
            month = own
            yield MonthHead(own, _totals(totals.get(own), whole=listing.is_whole))
        yield row


def _totals(total: MonthTotal | None, *, whole: bool) -> str:
    return totals_of(total) if total and whole else ""


def _said(entry: Entry) -> str:
    if isinstance(entry, MonthHead):
        return f"{entry.name}, {entry.totals}" if entry.totals else entry.name
    return sentence_of(entry)
