"""The list of activities on screen: what its keys, its clicks and its menu ask for."""

from PySide6.QtCore import QCoreApplication, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from patbm_desktop.actions.activity_list import Listing
from patbm_desktop.actions.activity_rows import ActivityRow, State
from patbm_desktop.ui.parts.layouts import follow, keep_size
from patbm_desktop.ui.tables.activity_delegate import ActivityDelegate, columns_of
from patbm_desktop.ui.tables.activity_list import ActivityListModel, key_of
from patbm_desktop.ui.theme import Theme

BATCH = 300
"""Rows whose place is worked out at a time, so that a long list never holds up the keyboard."""

HEAD_PX = 37
OPEN, RESUME, CORRECT, ATTENDANCE, HELD, POSTPONE, DELETE = (
    "open", "resume", "correct", "attendance", "held", "postpone", "delete",
)  # fmt: skip


class ActivityListView(QListView):
    """Arrows choose, Enter or a click opens, Del deletes, the menu key shows what else there is.

    `asked` gives the verb and the `ActivityRow`.
    """

    asked = Signal(str, object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._scroll_to: int | None = None
        self._pressed = QPersistentModelIndex()
        self.rows = ActivityListModel(self)
        self.look = ActivityDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.look)
        self.setAccessibleName(name)
        self._set_up()
        self.verticalScrollBar().rangeChanged.connect(self._reach)
        follow(theme, self._fit)

    def show_listing(self, listing: Listing) -> None:
        """Show `listing`; the chosen row and the scroll position stay where they can."""
        before = self.currentIndex()
        row = self.rows.row_at(before)
        at, scroll = before.row(), self.verticalScrollBar().value()
        self.rows.show_listing(listing)
        now = self.rows.find(key_of(row)) if row else self.rows.nearest(0)
        if not now.isValid():
            now = self.rows.nearest(at)
        if now.isValid():
            self.setCurrentIndex(now)
        self._scroll_to = scroll
        self._reach()

    def current(self) -> ActivityRow | None:
        """Return the row that is chosen."""
        return self.rows.row_at(self.currentIndex())

    def menu_for(self, row: ActivityRow) -> QMenu:
        """Return what can be done with `row`."""
        menu = QMenu(self)
        for verb, words in verbs_of(row):
            if verb == DELETE:
                menu.addSeparator()
            action = menu.addAction(words)
            action.setData(verb)
        menu.triggered.connect(lambda chosen: self.asked.emit(chosen.data(), row))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or delete the chosen row; the rest is Qt's."""
        row = self.current()
        key = event.key()
        if row and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(row)
        elif row and key == Qt.Key.Key_Delete:
            self.asked.emit(DELETE, row)
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
            place = self.visualRect(index).center() if by_key else event.pos()
            self._pop_up(row, place)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def _open(self, row: ActivityRow) -> None:
        self.asked.emit(verbs_of(row)[0][0], row)

    def _pop_up(self, row: ActivityRow, place: QPoint) -> None:
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


def verbs_of(row: ActivityRow) -> list[tuple[str, str]]:
    """Return what can be done with `row`, and its words; the first is what Enter does."""
    translate = QCoreApplication.translate
    if row.draft:
        return [
            (RESUME, translate("ActivityListView", "Lanjutkan draf")),
            (DELETE, translate("ActivityListView", "Hapus draf")),
        ]
    verbs = [
        (OPEN, translate("ActivityListView", "Lihat kegiatan")),
        (CORRECT, translate("ActivityListView", "Ubah kegiatan")),
        (ATTENDANCE, translate("ActivityListView", "Isi daftar hadir")),
    ]
    if row.state is State.PLANNED:
        verbs += [
            (HELD, translate("ActivityListView", "Jadi terlaksana")),
            (POSTPONE, translate("ActivityListView", "Ubah tanggal")),
        ]
    return [*verbs, (DELETE, translate("ActivityListView", "Hapus kegiatan"))]


class ListHead(QWidget):
    """The names of the columns, over the list whose columns they are."""

    def __init__(self, theme: Theme, view: ActivityListView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        keep_size(theme, self, height=HEAD_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each name where its column is."""
        painter = QPainter(self)
        at = columns_of(self._theme, self._view.viewport().width())
        self._name(painter, self.tr("Tanggal"), self._theme.px(20), at.day + self._theme.px(40))
        left = at.name if at.disc is None else at.disc
        self._name(painter, self.tr("Kegiatan dan tema"), left, at.name_end)
        if at.place is not None:
            self._name(painter, self.tr("Tempat"), at.place, at.people - self._theme.px(90))
        self._name(painter, self.tr("Peserta"), at.people - self._theme.px(90), at.people, end=True)
        if at.evidence is not None:
            self._name(painter, self.tr("Lampiran"), at.evidence, at.state)
        self._name(painter, self.tr("Status"), at.state, at.state_end)
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _name(
        self, painter: QPainter, text: str, left: int, right: int, *, end: bool = False
    ) -> None:
        room = self.rect()
        room.setLeft(left)
        room.setRight(right)
        self._view.look.words(painter, room, text, face="pill", tone="text2", right=end)
