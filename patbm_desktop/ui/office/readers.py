"""Bisa dibaca: who can read the cases of each RT, by name, computed from keys and slots."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.kelurahan.roll import CaseReader, CaseReaders
from patbm_desktop.ui.parts.cards import Card, RowList
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme


class ReadersCard(Card):
    """Shows for each RT who can read its cases; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, spacing=6, title=self.tr("Siapa yang bisa membaca catatan rahasia?")
        )
        self._theme = theme
        self.title.setWordWrap(True)
        self.head.setStretch(0, 1)
        self.head.setStretch(1, 0)
        self.rows = RowList(theme)
        self.body.addWidget(self.rows)
        self.hide()

    def show_readers(self, found: Sequence[CaseReaders]) -> None:
        """Show who can read, one line for an RT."""
        self.rows.clear()
        for each in found:
            self.rows.add(self._row(each))
        self.setVisible(bool(found))

    def wipe(self) -> None:
        """Forget who can read."""
        self.rows.clear()

    def said(self, found: CaseReaders) -> str:
        """Return who can read the cases of one RT, in words."""
        names = ", ".join(self._name(each) for each in found.readers)
        return fill(self.tr("Bisa dibaca: %1"), names or self.tr("belum ada"))

    def _row(self, found: CaseReaders) -> QWidget:
        holder = QWidget()
        column = Column(self._theme, holder, margins=(0, 6, 0, 6), spacing=1)
        column.addWidget(Label(fill(self.tr("RT %1"), rt_short(found.rt)), "strong", wrap=True))
        column.addWidget(Label(self.said(found), "secondary", "text2", wrap=True))
        return holder

    def _name(self, reader: CaseReader) -> str:
        name = reader.name or self.tr("Laptop tanpa nama")
        return fill(self.tr("%1 (pendamping kasus)"), name) if reader.is_companion else name
