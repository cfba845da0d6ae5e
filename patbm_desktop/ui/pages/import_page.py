"""Bring in a table that somebody typed from paper: first look, then let it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QStackedWidget, QWidget

from patbm_desktop.actions.spreadsheets.importing import Outcome
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card, EmptyState
from patbm_desktop.ui.parts.frame import BottomBar, PageFrame
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Row, follow, keep_size, show_if
from patbm_desktop.ui.parts.toast import announce
from patbm_desktop.ui.tables.refused_list import RefusedLine, RefusedList
from patbm_desktop.ui.theme import Theme

LEAST_LIST_PX = 220


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do: its name, the counts, and the rows that need a hand."""

    name: str
    outcome: Outcome
    refused: Sequence[RefusedLine]


class NumberCard(Card):
    """One count of the preview, with what it means."""

    def __init__(self, theme: Theme, icon: str, tone: str, fill: str) -> None:
        super().__init__(theme, margins=(16, 12, 16, 12))
        self.number = Label("", "display")
        self.words = Label("", "text", "text2", wrap=True)
        row = Row(theme, spacing=14)
        row.addWidget(IconDisc(theme, icon, tone=tone, fill=fill), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(theme, spacing=0)
        column.addWidget(self.number)
        column.addWidget(self.words)
        row.addLayout(column, 1)
        self.body.addLayout(row)

    def show_count(self, count: int, words: str) -> None:
        """Show `count` and what it counts."""
        self.number.setText(strings.number(count))
        self.words.setText(words)
        self.setAccessibleName(f"{strings.number(count)} {words}")


class ImportPage(Page):
    """Takes a file, shows what it would do, then brings it in while the person may stop it."""

    KINDS: ClassVar[frozenset[str]] = frozenset()
    choose_asked = Signal()
    offered = Signal(object)
    """A file that was dropped on the page."""
    form_asked = Signal()
    go_asked = Signal()
    stop_asked = Signal()
    list_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._preview: Preview | None = None
        self._is_running = False
        self.setAcceptDrops(True)
        self._make_door()
        self._make_counts()
        self._make_progress()
        self._make_bar()
        self._build()
        self._connect()
        follow(theme, self._fit)
        self.start_over()

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("Masukkan dari Excel")

    def subtitle(self) -> str:
        """Return what it takes."""
        return self.tr("Kegiatan yang sudah diketik di tabel")

    def bottom_bar(self) -> QWidget | None:
        """Return the bar with the way on, once a file was read."""
        return self.bar if self._preview and not self._is_running else None

    def start(self) -> None:
        """Put the focus on the way on."""
        (self.go if self.go.isVisible() else self.choose).setFocus()

    def wipe(self) -> None:
        """Stop what is going on, and forget the file."""
        self.stop_asked.emit()
        self._preview = None
        self.refused.lines.show_lines(())
        super().wipe()

    def show_fault(self, sentence: str) -> bool:
        """Say above everything why the file could not be taken."""
        self.start_over()
        self.fault.set_text(sentence)
        self.fault.show()
        self.choose.setFocus()
        announce(self, sentence)
        return True

    # What the road shows

    def start_over(self) -> None:
        """Ask for a file."""
        self._preview, self._is_running = None, False
        self.fault.hide()
        self._show_step(self.door)

    def show_reading(self, name: str) -> None:
        """Say that `name` is being read."""
        self.fault.hide()
        self._is_running = True
        self.progress.setRange(0, 0)
        self.doing.setText(strings.fill(self.tr("Membaca %1…"), name))
        self._show_step(self.working)

    def show_preview(self, preview: Preview) -> None:
        """Show what the file would do; nothing has been changed yet."""
        self._preview, self._is_running = preview, False
        found = preview.outcome
        self.added.show_count(found.added, self.tr("akan masuk"))
        self._show_rest(preview)
        self.headline.setText(strings.fill(self.tr("Isi %1"), preview.name))
        self._show_step(self.counts)
        self._show_ways(can_go=found.added > 0, done=False)
        self.bar.set_status(self.tr("Belum ada yang diubah."), "info", "text2")
        self.go.setText(self.tr("Masukkan %Ln kegiatan", "", found.added))
        announce(self, f"{self.headline.text()}: {self.added.accessibleName()}")
        self.start()

    def show_running(self) -> None:
        """Show that the rows go in now."""
        self._is_running = True
        self.show_progress(0, 0)
        self._show_step(self.working)
        self._show_ways(can_go=False, done=False)
        self.stop.setFocus()

    def show_progress(self, done: int, of: int) -> None:
        """Show how many rows are in."""
        self.progress.setRange(0, max(of, 0))
        self.progress.setValue(done)
        said = self.tr("Memasukkan %1 dari %2…")
        words = strings.fill(said, strings.number(done), strings.number(of))
        self.doing.setText(words if of else self.tr("Memasukkan…"))

    def show_outcome(self, preview: Preview) -> None:
        """Show what went in."""
        self._preview, self._is_running = preview, False
        found = preview.outcome
        self.added.show_count(found.added, self.tr("sudah masuk"))
        self._show_rest(preview)
        said = self.tr("%1 dihentikan di tengah") if found.was_stopped else self.tr("%1 selesai")
        self.headline.setText(strings.fill(said, preview.name))
        self._show_step(self.counts)
        self._show_ways(can_go=False, done=True)
        self.bar.set_status(self.tr("Tersimpan di laptop ini."), "circle-check", "ok")
        self.to_list.setFocus()

    # Dropping a file

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, unless rows are on their way."""
        if event.mimeData().hasUrls() and not self._is_running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the file that was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.offered.emit(Path(files[0]))

    # Building

    def _make_door(self) -> None:
        theme = self.theme
        self.choose = Button(
            theme, self.tr("Pilih file"), kind="primary", icon="folder-open", size="tall"
        )
        self.form = Button(theme, self.tr("Cetak lembar isian kosong"), icon="printer", size="tall")
        self.door = EmptyState(
            theme,
            "file-spreadsheet",
            self.tr("Masukkan kegiatan dari tabel"),
            self.tr(
                "Pilih file Excel atau CSV, atau seret ke sini. Isinya dilihat dulu,"
                " baru dimasukkan. File itu tidak diubah."
            ),
            self.choose,
            self.form,
        )
        self.fault = Banner(theme, "", status="warn", icon="triangle-alert")

    def _make_counts(self) -> None:
        theme = self.theme
        self.headline = Label("", "card", wrap=True)
        self.added = NumberCard(theme, "circle-check", "ok", "ok_soft")
        self.same = NumberCard(theme, "copy", "primary", "soft")
        self.help = NumberCard(theme, "circle-alert", "warn", "warn_soft")
        self.more = Label("", "text", "text2", wrap=True)
        self.refused = RefusedList(theme, self.tr("Baris yang perlu dibantu"))
        keep_size(theme, self.refused, min_height=LEAST_LIST_PX)
        self.list_card = Card(theme, margins=(1, 10, 1, 6), spacing=6)
        head = Row(theme, margins=(20, 0, 20, 0))
        head.addWidget(Label(self.tr("Baris yang perlu dibantu"), "label", wrap=True), 1)
        self.list_card.body.addLayout(head)
        self.list_card.body.addWidget(self.refused, 1)
        self.counts = QWidget()
        column = Column(theme, self.counts, spacing=12)
        self._cards = Row(theme, spacing=12)
        for card in (self.added, self.same, self.help):
            self._cards.addWidget(card, 1)
        column.addWidget(self.headline)
        column.addLayout(self._cards)
        column.addWidget(self.more)
        column.addWidget(self.list_card, 1)
        self._no_list = QWidget()
        column.addWidget(self._no_list, 1)

    def _make_progress(self) -> None:
        theme = self.theme
        self.doing = Label("", "card", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Kemajuan"))
        self.stop = Button(theme, self.tr("Berhenti"), icon="pause")
        self.working = Card(theme, margins=(24, 20, 24, 20), spacing=14)
        row = Row(theme)
        said = self.tr("Yang sudah masuk tetap tersimpan kalau dihentikan.")
        row.addWidget(Label(said, "text", "text2", wrap=True), 1)
        row.addWidget(self.stop)
        self.working.body.addStretch(1)
        self.working.body.addWidget(self.doing)
        self.working.body.addWidget(self.progress)
        self.working.body.addLayout(row)
        self.working.body.addStretch(1)

    def _make_bar(self) -> None:
        theme = self.theme
        self.bar = BottomBar(theme, icon="info")
        self.other = Button(theme, self.tr("Pilih file lain"), size="tall")
        self.go = Button(theme, "", kind="primary", icon="download", size="tall")
        self.to_list = Button(theme, self.tr("Lihat kegiatan"), kind="primary", size="tall")
        for button in (self.other, self.go, self.to_list):
            self.bar.row.addWidget(button)

    def _build(self) -> None:
        self.stack = QStackedWidget()
        for step in (self.door, self.working, self.counts):
            self.stack.addWidget(step)
        frame = PageFrame(self.theme)
        frame.body.addWidget(self.fault)
        frame.body.addWidget(self.stack, 1)
        fill_with(self, frame)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_asked)
        self.other.clicked.connect(self.choose_asked)
        self.form.clicked.connect(self.form_asked)
        self.go.clicked.connect(self.go_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.to_list.clicked.connect(self.list_asked)

    def _fit(self) -> None:
        """Set the three counts under each other where large words leave no other way."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(down if self.theme.bare_rail else across)

    # Showing

    def _show_step(self, step: QWidget) -> None:
        self.stack.setCurrentWidget(step)
        show_if(self.stop, on=self._preview is not None)
        self.head_changed.emit()

    def _show_ways(self, *, can_go: bool, done: bool) -> None:
        show_if(self.go, on=can_go)
        show_if(self.to_list, on=done)
        show_if(self.other, on=not self._is_running)
        self.head_changed.emit()

    def _show_rest(self, preview: Preview) -> None:
        found = preview.outcome
        self.same.show_count(found.same, self.tr("sudah ada, dibiarkan"))
        self.help.show_count(len(preview.refused), self.tr("perlu dibantu"))
        self.refused.lines.show_lines(preview.refused)
        show_if(self.list_card, on=bool(preview.refused))
        show_if(self._no_list, on=not preview.refused)
        self.more.setText(" ".join(self._more(found)))
        show_if(self.more, on=bool(self.more.text()))

    def _more(self, found: Outcome) -> list[str]:
        said = []
        if found.places:
            said.append(self.tr("%Ln tempat baru ikut dibuat.", "", found.places))
        if found.people:
            said.append(self.tr("%Ln nama pelaksana baru ikut dibuat.", "", found.people))
        if found.ignored:
            heads = ", ".join(found.ignored)
            said.append(strings.fill(self.tr("Kolom yang dilewati: %1."), heads))
        return said
