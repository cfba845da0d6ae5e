"""The list of activities on screen: what its keys, its clicks and its menu ask for."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent

from patbm_desktop.actions.activities.activity_list import Listing
from patbm_desktop.actions.activities.activity_rows import ActivityRow, State
from patbm_desktop.ui.tables.activity_delegate import ActivityDelegate, columns_of
from patbm_desktop.ui.tables.activity_list import ActivityListModel, key_of
from patbm_desktop.ui.tables.row_view import ColumnNames, RowListView
from patbm_desktop.ui.theme import Theme

OPEN, RESUME, CORRECT, ATTENDANCE, HELD, POSTPONE, DELETE = (
    "open", "resume", "correct", "attendance", "held", "postpone", "delete",
)  # fmt: skip


class ActivityListView(RowListView):
    """The list of activities: Del deletes the chosen one."""

    LET_GO: ClassVar[str] = DELETE
    APART: ClassVar[frozenset[str]] = frozenset({DELETE})

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.rows: ActivityListModel = ActivityListModel(self)
        self.look: ActivityDelegate = ActivityDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.look)
        self.follow_theme()

    def show_listing(self, listing: Listing) -> None:
        """Show `listing`; the chosen row and the scroll position stay where they can."""
        self.fill(lambda: self.rows.show_listing(listing))

    def current(self) -> ActivityRow | None:
        """Return the row that is chosen."""
        return self.rows.row_at(self.currentIndex())

    def verbs(self, row: ActivityRow) -> list[tuple[str, str]]:
        """Return what can be done with `row`, and its words; the first is what Enter does."""
        return verbs_of(row)

    def key_of(self, row: ActivityRow) -> str:
        """Return by what `row` is found again among others."""
        return key_of(row)


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


class ListHead(ColumnNames):
    """The names of the columns, over the list whose columns they are."""

    def __init__(self, theme: Theme, view: ActivityListView) -> None:
        super().__init__(theme)
        self._view = view

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
        self.underline(painter)

    def _name(
        self, painter: QPainter, text: str, left: int, right: int, *, end: bool = False
    ) -> None:
        room = self.rect()
        room.setLeft(left)
        room.setRight(right)
        self._view.look.words(painter, room, text, face="pill", tone="text2", right=end)
