"""The rows of a sheet that need a hand: which one, which column, what stands there, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.layouts import follow
from patbm_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW_PX, BAR_PX = 56, 4
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """One row in words: `value` is what stands in the cell, empty when nothing does."""

    row: int
    column: str
    value: str = field(repr=False)
    reason: str

    @property
    def head(self) -> str:
        """Where it is and what stands there: ``Baris 12 · Tanggal: “31/31/2026”``."""
        said = QCoreApplication.translate("RefusedList", "Baris %1 · %2")
        where = strings.fill(said, self.row, self.column)
        return f"{where}: “{self.value}”" if self.value else where


class RefusedModel(QAbstractListModel):
    """The lines that need a hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[RefusedLine] = ()

    def show_lines(self, lines: Sequence[RefusedLine]) -> None:
        """Show `lines` in place of what was there."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, index: Index) -> RefusedLine:
        """Return the line at `index`."""
        return self._lines[index.row()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a line."""
        line = self.line(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return line.head
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{line.head}. {line.reason}"
        return None


class RefusedDelegate(QStyledItemDelegate):
    """Paints a line: where and what above, why below."""

    def __init__(self, theme: Theme, model: RefusedModel) -> None:
        super().__init__(model)
        self._theme, self._model = theme, model

    def sizeHint(self, _option: Option, _index: Index) -> QSize:
        """Return the one height."""
        return QSize(self._theme.px(300), self._theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Draw one line."""
        theme, rect = self._theme, QRect(option.rect)
        line = self._model.line(index)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("soft"))
            bar = QRect(rect.topLeft(), QSize(theme.px(BAR_PX), rect.height()))
            painter.fillRect(bar, theme.colour("primary"))
        room = rect.adjusted(theme.px(20), theme.px(8), -theme.px(16), 0)
        room.setHeight(theme.px(21))
        self._words(painter, room, line.head, "strong", "text")
        self._words(painter, room.translated(0, theme.px(21)), line.reason, "secondary", "text2")
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, text: str, face: str, tone: str) -> None:
        font = self._theme.font(face)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class RefusedList(QListView):
    """The list; arrows move in it, and a tooltip holds what is cut."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.lines = RefusedModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(RefusedDelegate(theme, self.lines))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow(theme, self._fit)

    def _fit(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(24))
        self.scheduleDelayedItemsLayout()
