"""The list of cases on screen: what its keys, its clicks and its menu ask for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from patbm_desktop.actions.case_rows import Row, State
from patbm_desktop.ui.parts.layouts import follow, keep_size
from patbm_desktop.ui.tables.case_delegate import CaseDelegate, columns_of
from patbm_desktop.ui.tables.case_list import CaseListModel
from patbm_desktop.ui.theme import Theme

BATCH = 300
"""Rows whose place is worked out at a time, so that a long list never holds up the keyboard."""

HEAD_PX = 37
OPEN, HIDE, BRING_BACK = "open", "hide", "bring_back"


class CaseListView(QListView):
    """Arrows choose, Enter or a click opens, Del hides, the menu key shows what else there is.

    `asked` gives the verb and the `Row`.
    """

    asked = Signal(str, object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._scroll_to: int | None = None
        self._pressed = QPersistentModelIndex()
        self.rows = CaseListModel(self)
        self.look = CaseDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.look)
        self.setAccessibleName(name)
        self._set_up()
        self.verticalScrollBar().rangeChanged.connect(self._reach)
        follow(theme, self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the chosen row and the scroll position stay where they can."""
        before = self.currentIndex()
        row = self.rows.row_at(before)
        at, scroll = before.row(), self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        now = self.rows.find(row.ent) if row else self.rows.nearest(0)
        if not now.isValid():
            now = self.rows.nearest(at)
        if now.isValid():
            self.setCurrentIndex(now)
        self._scroll_to = scroll
        self._reach()

    def current(self) -> Row | None:
        """Return the case that is chosen."""
        return self.rows.row_at(self.currentIndex())

    def menu_for(self, row: Row) -> QMenu:
        """Return what can be done with `row`."""
        menu = QMenu(self)
        for verb, words in verbs_of(row):
            menu.addAction(words).setData(verb)
        menu.triggered.connect(lambda chosen: self.asked.emit(chosen.data(), row))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or hide the chosen row; the rest is Qt's."""
        row, key = self.current(), event.key()
        if row and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(row)
        elif row and key == Qt.Key.Key_Delete:
            if HIDE in dict(verbs_of(row)):
                self.asked.emit(HIDE, row)
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
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def _open(self, row: Row) -> None:
        verbs = verbs_of(row)
        if verbs:
            self.asked.emit(verbs[0][0], row)

    def _pop_up(self, row: Row, place: QPoint) -> None:
        if verbs_of(row):
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


def verbs_of(row: Row) -> list[tuple[str, str]]:
    """Return what can be done with `row`, and its words; the first is what Enter does."""
    translate = QCoreApplication.translate
    if not row.status:
        return []
    if row.state is State.HIDDEN:
        return [(BRING_BACK, translate("CaseListView", "Munculkan lagi"))]
    verbs = [(OPEN, translate("CaseListView", "Buka catatan"))]
    if row.state is not State.FROZEN and row.category is not None:
        verbs.append((HIDE, translate("CaseListView", "Sembunyikan catatan")))
    return verbs


class ListHead(QWidget):
    """The names of the columns, over the list whose columns they are."""

    def __init__(self, theme: Theme, view: CaseListView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        keep_size(theme, self, height=HEAD_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each name where its column is."""
        painter = QPainter(self)
        at = columns_of(self._theme, self._view.viewport().width())
        left = at.name if at.disc is None else at.disc
        self._name(painter, self.tr("Catatan"), left, at.name_end)
        self._name(painter, self.tr("Langkah berikutnya"), at.next, at.next_end)
        if at.state is not None:
            self._name(painter, self.tr("Status"), at.state, at.state_end)
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _name(self, painter: QPainter, text: str, left: int, right: int) -> None:
        room = self.rect()
        room.setLeft(left)
        room.setRight(right)
        self._view.look.words(painter, room, text, face="pill", tone="text2")
