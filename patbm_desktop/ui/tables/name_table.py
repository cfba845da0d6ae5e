"""The attendance list on screen: filled by the keyboard alone, cell by cell."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from patbm_desktop.ui.parts.layouts import follow
from patbm_desktop.ui.tables.attendance_reading import read_sex
from patbm_desktop.ui.tables.attendance_table import (
    DISABILITY,
    FIELDS,
    NAME,
    SEX,
    AttendanceTable,
    Index,
)
from patbm_desktop.ui.theme import Theme

ROW_PX = 36
ROWS_SHOWN = (5, 9)
"""Lines of the table that are seen at least, and before it scrolls by itself."""

WIDTHS = {SEX: 52, 2: 72, 3: 132, 4: 112, DISABILITY: 100}
NARROW = {SEX: 40, 2: 62, 3: 92, 4: 80, DISABILITY: 86}
"""Widths of the columns behind the name; the narrow ones for the largest text."""

LEAST_NAME = 110
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CellEditor(QStyledItemDelegate):
    """A plain line to type into, without a frame."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the line, named after its column, for Qt."""
        editor = QLineEdit(parent)
        editor.setProperty("kind", "cell")
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(head))
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take Enter at once: Qt would keep the cell only after the next key is read."""
        if not isinstance(event, QKeyEvent) or not isinstance(editor, QWidget):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(editor, event)


class NameTable(QTableView):
    """A table that is filled by typing: Tab to the next cell, Enter to the next person."""

    removed = Signal()
    pasted = Signal(str)

    def __init__(self, theme: Theme, model: AttendanceTable) -> None:
        super().__init__()
        self._theme, self._table = theme, model
        self.setModel(model)
        self.setItemDelegate(CellEditor(self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Daftar hadir"))
        model.modelReset.connect(self.updateGeometry)
        follow(theme, self._fit)

    def start(self) -> None:
        """Put the keyboard on the first empty line."""
        self.setFocus()
        self._go(max(0, self._table.rowCount() - 1), NAME)

    def show_cell(self, row: int, column: int) -> None:
        """Put the keyboard into one cell."""
        self.setFocus()
        self._go(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, clear, remove, paste; anything else begins to type."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif not self._handled(Qt.Key(event.key()), event.modifiers(), event.text()):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's name
        """Let Tab go from cell to cell; from an empty last line it leaves the table."""
        here = self.currentIndex()
        place = here.row() * len(FIELDS) + here.column() + (1 if next else -1)
        leaves = next and here.column() == NAME and self._table.is_empty_row(here.row())
        row, column = divmod(place, len(FIELDS))
        if leaves or place < 0 or row >= self._table.rowCount():
            return super().focusNextPrevChild(next)
        self._go(row, column)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on after a cell as the key asked that ended it."""
        ends = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, ends.NoHint)
        if hint in {ends.EditNextItem, ends.EditPreviousItem}:
            self.focusNextPrevChild(hint == ends.EditNextItem)
        elif hint == ends.SubmitModelCache:
            self._go(self.currentIndex().row() + 1, NAME)

    def _handled(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> bool:
        here = self.currentIndex()
        if not here.isValid():
            return False
        if key in ENTER:
            self._go(here.row() + 1, NAME)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._delete(here, whole=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif here.column() == SEX and read_sex(text):
            self._table.setData(here, text)
            self._go(here.row(), SEX + 1)
        elif here.column() == DISABILITY and key == Qt.Key.Key_Space:
            self._table.setData(here, "" if here.data() else "ya")
        else:
            return False
        return True

    def _delete(self, here: QModelIndex, *, whole: bool) -> None:
        if not whole and here.data():
            self._table.setData(here, "")
        elif self._table.remove(here.row()):
            self._go(here.row(), NAME)
            self.removed.emit()

    def _go(self, row: int, column: int) -> None:
        last = self._table.rowCount() - 1
        self.setCurrentIndex(self._table.index(min(max(row, 0), last), column))

    def _fit(self) -> None:
        px = self._theme.px
        lines, heads = self.verticalHeader(), self.horizontalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(px(ROW_PX))
        lines.setFixedWidth(px(40))
        lines.setVisible(not self._theme.bare_rail)
        heads.setFixedHeight(px(ROW_PX))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        widths = NARROW if self._theme.bare_rail else WIDTHS
        for column, width in widths.items():
            heads.resizeSection(column, px(width))
        self.setMinimumHeight(px(ROW_PX) * (ROWS_SHOWN[0] + 1))
        self.setMinimumWidth(px(LEAST_NAME + sum(widths.values())))
