"""Nomor darurat: every number with the day it was tried; three of them nobody can change."""

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.ui import emergency_card
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card, RowList
from patbm_desktop.ui.parts.fields import LineEdit, put
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Row, keep_size, show_if
from patbm_desktop.ui.theme import Theme


class NumberLine(QWidget):
    """One number: what it is called, when it was tried, the number itself."""

    changed = Signal(str, str)
    tested = Signal(str)

    def __init__(self, theme: Theme, row: ContactRow, name: str) -> None:
        super().__init__()
        words = Column(theme, spacing=2)
        words.addStretch(1)
        words.addWidget(Label(name, "strong", wrap=True))
        self.state = Label("", "secondary", "text2", wrap=True)
        words.addWidget(self.state)
        words.addStretch(1)
        line = Row(theme, self, margins=(0, 7, 0, 7), spacing=10)
        line.addLayout(words, 1)
        self.tried = Button(theme, self.tr("Sudah dicoba"), size="small")
        self.tried.setAccessibleName(f"{name}: {self.tried.text()}")
        line.addWidget(self.tried)
        self.number = LineEdit(name, self.tr("Nomor belum diisi"), size="normal")
        self.number.setReadOnly(row.is_fixed)
        self.number.setEnabled(not row.is_fixed)
        telephone = QRegularExpression(r"[0-9+ ()\-]{0,20}")
        self.number.setValidator(QRegularExpressionValidator(telephone, self.number))
        line.addWidget(keep_size(theme, self.number, width=190))
        self.number.editingFinished.connect(self._tell)
        self.tried.clicked.connect(self._tell_tested)
        self.show_row(row)

    def show_row(self, row: ContactRow) -> None:
        """Show what stands there now; a number that is being typed stays."""
        self.row = row
        self.state.setText(self._state())
        is_open = bool(row.number) and not row.is_fixed and row.tested_on is None
        show_if(self.tried, on=is_open)
        put(self.number, row.number)

    def _state(self) -> str:
        row = self.row
        if row.is_fixed:
            return self.tr("Nomor nasional, tidak bisa diubah")
        if not row.number:
            return self.tr("Nomor belum diisi")
        if row.tested_on is not None:
            return emergency_card.tested(row.tested_on)
        return emergency_card.changed(row) or emergency_card.untested(row)

    def _tell(self) -> None:
        number = self.number.text().strip()
        if number != self.row.number:
            self.changed.emit(self.row.function, number)

    def _tell_tested(self) -> None:
        self.tested.emit(self.row.function)


class NumbersSection(Card):
    """Says which number is new, and which one was tried and answered."""

    changed = Signal(str, str)
    tested = Signal(str)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title=title, spacing=4)
        self._theme = theme
        self._named: list[str] = []
        self.rows = RowList(theme)
        self.body.addWidget(self.rows)

    def show_numbers(self, rows: tuple[ContactRow, ...], city: str) -> None:
        """Show these numbers; somebody may be typing the next one while the last is kept."""
        names = emergency_card.names(city)
        named = [names[row.function] for row in rows]
        if named == self._named:
            for line, row in zip(self.lines(), rows, strict=True):
                line.show_row(row)
            return
        self._named = named
        self.rows.clear()
        for row, name in zip(rows, named, strict=True):
            line = NumberLine(self._theme, row, name)
            line.changed.connect(self.changed)
            line.tested.connect(self.tested)
            self.rows.add(line)

    def lines(self) -> list[NumberLine]:
        """Return the lines from top to bottom."""
        return self.rows.findChildren(NumberLine)
