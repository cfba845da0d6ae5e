"""Beside a case: who can read it, who looked, and its scanned letters."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from patbm_desktop.actions.cases.case_scans import Scan
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.case_person_card import CARD
from patbm_desktop.ui.parts.case_words import (
    label,
    opening_words,
    reader_names,
    rule,
)
from patbm_desktop.ui.parts.labels import Glyphs, Label
from patbm_desktop.ui.parts.layouts import (
    Column,
    Flow,
    Row,
    box,
    clear,
    line,
    show_if,
)
from patbm_desktop.ui.theme import Theme

OPENINGS_SHOWN = 4


class ReadersCard(QFrame):
    """Who can read this, computed from keys and slots; and who looked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "banner")
        self.setProperty("status", "ok")
        self.readers = Label("", "pill", "text", wrap=True)
        self.opened = Label("", "secondary", "text2", wrap=True)
        top = Row(theme, spacing=10)
        top.addWidget(Glyphs(theme, "lock-keyhole", "ok"))
        top.addWidget(self.readers, 1)
        column = Column(theme, self, margins=(14, 11, 14, 11), spacing=7)
        column.addLayout(top)
        column.addWidget(line())
        column.addWidget(self.opened)

    def show_page(self, page: Page, today: date) -> None:
        """Show the readers and the last openings."""
        said = self.tr("Bisa dibaca: %1. Server pun tidak bisa.")
        self.readers.setText(strings.fill(said, reader_names(page.readers)))
        looks = [opening_words(each, today) for each in page.openings[:OPENINGS_SHOWN]]
        more = len(page.openings) - OPENINGS_SHOWN
        if more > 0:
            looks.append(self.tr("dan %Ln lainnya", "", more))
        self.opened.setText(strings.fill(self.tr("Dibuka: %1"), " · ".join(looks)) if looks else "")
        show_if(self.opened, on=bool(looks))


class ScansCard(Card):
    """Letters that were scanned; shown by the program itself, from memory.

    `add_asked` gives the kind; `view_asked` and `remove_asked` the id of a scan.
    """

    add_asked = Signal(str)
    view_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=CARD, title=self.tr("Surat yang dipindai"))
        self._theme = theme
        self._rows = Column(theme, spacing=4)
        self.hint = Label(rule("r9.no_pictures"), "secondary", "text2", wrap=True)
        self.letter = Button(theme, self.tr("Tambah surat"), kind="link", icon="plus")
        self.slip = Button(theme, self.tr("Tambah tanda terima"), kind="link", icon="plus")
        self.body.addLayout(self._rows)
        self.body.addWidget(self.hint)
        acts = Flow(theme)
        acts.add(self.letter)
        acts.add(self.slip)
        self.body.addWidget(acts)
        self.letter.clicked.connect(lambda: self.add_asked.emit("surat"))
        self.slip.clicked.connect(lambda: self.add_asked.emit("tanda_terima"))

    def show_scans(self, scans: Sequence[Scan], *, may: bool) -> None:
        """Show what is kept, and whether more may come."""
        clear(self._rows)
        for scan in scans:
            self._rows.addWidget(self._row(scan, may=may))
        for widget in (self.letter, self.slip, self.hint):
            show_if(widget, on=may)
        show_if(self, on=may or bool(scans))

    def _row(self, scan: Scan, *, may: bool) -> QWidget:
        row = Row(self._theme, spacing=6)
        kind = label("attachment_kind_case", scan.kind)
        row.addWidget(Label(scan.caption or kind, "label", wrap=True), 1)
        if not scan.is_here:
            row.addWidget(Label(self.tr("belum sampai"), "secondary", "text2"))
            return box(row)
        row.addWidget(self._button(self.tr("Lihat"), kind, partial(self._view, scan.ent)))
        if may:
            row.addWidget(self._button(self.tr("Hapus"), kind, partial(self._remove, scan.ent)))
        return box(row)

    def _button(self, words: str, of: str, act: "partial[None]") -> Button:
        button = Button(self._theme, words, kind="link")
        button.setAccessibleName(f"{words}: {of}")
        button.clicked.connect(act)
        return button

    def _view(self, ent: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self.view_asked.emit(ent)

    def _remove(self, ent: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self.remove_asked.emit(ent)
