"""A list of records on screen, whatever kind they are: what its keys, clicks and menu ask for."""

from collections.abc import Callable
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from patbm_desktop.ui.parts.layouts import follow, keep_size
from patbm_desktop.ui.theme import Theme

BATCH = 300
"""Rows whose place is worked out at a time, so that a long list never holds up the keyboard."""

AT_ONCE = 3_000
"""So many rows are one batch all the same: Qt paints no row before the last batch is done."""

HEAD_PX = 37


class Rows(Protocol):
    """A model whose rows can be found again."""

    def rowCount(self) -> int:
        """Return how many rows there are."""

    def row_at(self, index: QModelIndex) -> Any:
        """Return what stands at `index`; None where nothing can be chosen."""

    def find(self, key: str) -> QModelIndex:
        """Return where `key` stands; an invalid index when it is not here."""

    def nearest(self, at: int) -> QModelIndex:
        """Return the row nearest to place `at`."""


class Look(Protocol):
    """A delegate that leaves room for a menu at the end of each row."""

    def more_zone(self, rect: QRect) -> QRect:
        """Return where a row offers its menu."""

    def fit(self) -> None:
        """Take the sizes and fonts of the theme."""


class RowListView(QListView):
    """Arrows choose, Enter or a click opens, Del lets go, the menu key shows what else there is.

    `asked` gives the verb and the row. `LET_GO` is the verb of Del; a verb of `APART` stands under
    a line in the menu. A view of one kind has `rows`, `look`, and says its verbs.
    """

    asked = Signal(str, object)
    LET_GO: ClassVar[str] = ""
    APART: ClassVar[frozenset[str]] = frozenset()
    rows: Rows
    look: Look

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._scroll_to: int | None = None
        self._pressed = QPersistentModelIndex()
        self.setAccessibleName(name)
        self._set_up()
        self.verticalScrollBar().rangeChanged.connect(self._reach)

    def verbs(self, row: Any) -> list[tuple[str, str]]:
        """Return what can be done with `row`, and its words; the first is what Enter does."""
        raise NotImplementedError

    def key_of(self, row: Any) -> str:
        """Return by what `row` is found again among others."""
        raise NotImplementedError

    def follow_theme(self) -> None:
        """Take the sizes of the theme now and whenever they change; called once `look` is there."""
        follow(self._theme, self._fit)

    def fill(self, show: Callable[[], None]) -> None:
        """Let `show` change the rows; choice and scroll position stay where they can."""
        before = self.currentIndex()
        row = self.rows.row_at(before)
        at, scroll = before.row(), self.verticalScrollBar().value()
        show()
        self.setBatchSize(AT_ONCE if self.rows.rowCount() <= AT_ONCE else BATCH)
        now = self.rows.find(self.key_of(row)) if row else self.rows.nearest(0)
        if not now.isValid():
            now = self.rows.nearest(at)
        if now.isValid():
            self.setCurrentIndex(now)
        self._scroll_to = scroll
        self._reach()

    def menu_for(self, row: Any) -> QMenu:
        """Return what can be done with `row`."""
        menu = QMenu(self)
        for verb, words in self.verbs(row):
            if verb in self.APART:
                menu.addSeparator()
            menu.addAction(words).setData(verb)
        menu.triggered.connect(lambda chosen: self.asked.emit(chosen.data(), row))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row or let it go; the rest is Qt's."""
        row, key = self.rows.row_at(self.currentIndex()), event.key()
        if row and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(row)
        elif row and key == Qt.Key.Key_Delete:
            if self.LET_GO in dict(self.verbs(row)):
                self.asked.emit(self.LET_GO, row)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which row the button went down on."""
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row that was clicked, or its menu when the dots were."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self.rows.row_at(index)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if not self._pressed.isValid() or self._pressed.row() != index.row():
            return
        if self.look.more_zone(self.visualRect(index)).contains(place):
            self._pop_up(row, place)
        else:
            self._open(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the row under the pointer, or of the chosen one for the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.rows.row_at(index)
        if row is not None:
            self.setCurrentIndex(index)
            self._pop_up(row, self.visualRect(index).center() if by_key else event.pos())

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def _open(self, row: Any) -> None:
        verbs = self.verbs(row)
        if verbs:
            self.asked.emit(verbs[0][0], row)

    def _pop_up(self, row: Any, place: QPoint) -> None:
        if self.verbs(row):
            self.menu_for(row).popup(self.viewport().mapToGlobal(place))

    def _reach(self, *_range: int) -> None:
        """Return to where the list was scrolled to, as soon as it is laid out that far."""
        bar = self.verticalScrollBar()
        if self._scroll_to is not None and bar.maximum() >= self._scroll_to:
            bar.setValue(self._scroll_to)
            self._scroll_to = None

    def _fit(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(24))
        self.look.fit()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class ColumnNames(QWidget):
    """The names of the columns, over the list whose columns they are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        keep_size(theme, self, height=HEAD_PX)

    def underline(self, painter: QPainter) -> None:
        """Draw the line between the names and the rows."""
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
