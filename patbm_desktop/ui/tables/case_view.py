"""The list of cases on screen: what its keys, its clicks and its menu ask for."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent

from patbm_desktop.actions.cases.case_rows import Row, State
from patbm_desktop.ui.tables.case_delegate import CaseDelegate, columns_of
from patbm_desktop.ui.tables.case_list import CaseListModel
from patbm_desktop.ui.tables.row_view import ColumnNames, RowListView
from patbm_desktop.ui.theme import Theme

OPEN, HIDE, BRING_BACK = "open", "hide", "bring_back"


class CaseListView(RowListView):
    """The list of cases: Del hides the chosen one, where that may be."""

    LET_GO: ClassVar[str] = HIDE

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.rows: CaseListModel = CaseListModel(self)
        self.look: CaseDelegate = CaseDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.look)
        self.setUniformItemSizes(True)
        self.follow_theme()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the chosen row and the scroll position stay where they can."""
        self.fill(lambda: self.rows.show_rows(rows))

    def current(self) -> Row | None:
        """Return the row that is chosen."""
        return self.rows.row_at(self.currentIndex())

    def verbs(self, row: Row) -> list[tuple[str, str]]:
        """Return what can be done with `row`, and its words; the first is what Enter does."""
        return verbs_of(row)

    def key_of(self, row: Row) -> str:
        """Return by what `row` is found again among others."""
        return row.ent


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


class ListHead(ColumnNames):
    """The names of the columns, over the list whose columns they are."""

    def __init__(self, theme: Theme, view: CaseListView) -> None:
        super().__init__(theme)
        self._view = view

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each name where its column is."""
        painter = QPainter(self)
        at = columns_of(self._theme, self._view.viewport().width())
        left = at.name if at.disc is None else at.disc
        self._name(painter, self.tr("Catatan"), left, at.name_end)
        self._name(painter, self.tr("Langkah berikutnya"), at.next, at.next_end)
        if at.state is not None:
            self._name(painter, self.tr("Status"), at.state, at.state_end)
        self.underline(painter)

    def _name(self, painter: QPainter, text: str, left: int, right: int) -> None:
        room = self.rect()
        room.setLeft(left)
        room.setRight(right)
        self._view.look.words(painter, room, text, face="pill", tone="text2")
