"""Catatan rahasia: whom we are supporting, as codes and plain words; never a name or a story."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from patbm_desktop.actions.cases.case_list import Filter, Listing, Query
from patbm_desktop.actions.cases.casebook import KINDS
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card, EmptyState
from patbm_desktop.ui.parts.case_words import reader_names
from patbm_desktop.ui.parts.chips import Chip, ChipGroup, Choice
from patbm_desktop.ui.parts.fields import SearchField
from patbm_desktop.ui.parts.frame import PageFrame
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Flow, Row, follow, keep_size, show_if
from patbm_desktop.ui.parts.toast import announce
from patbm_desktop.ui.tables.case_view import CaseListView, ListHead
from patbm_desktop.ui.theme import Theme

LEAST_LIST_PX = 260
SEARCH_PX = 340
OLD_NAMED = 5
"""So many codes are named; a line is no list."""
IN_NOTES_MS = 20_000
"""How long after the last key the words of notes are still searched."""


class CasesPage(Page):
    """Shows a `Listing`; `wanted` gives the `Query` of the filters when the person moved one."""

    KINDS: ClassVar[frozenset[str]] = KINDS
    wanted = Signal(object)
    asked = Signal(str, object)
    """A verb of the list's menu, and the row it is about."""
    note_asked = Signal()
    numbers_asked = Signal()

    def __init__(self, theme: Theme, *, in_notes_ms: int = IN_NOTES_MS) -> None:
        super().__init__(theme)
        self._is_bare = False
        self._has_key = True
        self._make_filters(in_notes_ms)
        self._make_rest()
        self._build()
        self._connect()
        follow(theme, self._arrange)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("Catatan rahasia")

    def subtitle(self) -> str:
        """Return what the list holds, and what it does not."""
        return self.tr("Hanya kode dan kata sehari-hari, tanpa nama")

    def page_actions(self) -> Sequence[QWidget]:
        """Return the one button of the head."""
        return (self.note,)

    def start(self) -> None:
        """Put the focus on the list, or on the way out of an empty one."""
        (self.first if self._is_bare else self.list).setFocus()

    def place(self) -> Mapping[str, object]:
        """Return the filter; a word that was typed is not kept."""
        return {"filter": self.filter.value()}

    def scroll_area(self) -> CaseListView:
        """Return the list."""
        return self.list

    def search(self) -> None:
        """Put the focus into the search field."""
        self.field.setFocus()
        self.field.selectAll()

    def paint_now(self) -> None:
        """Draw what was just shown, its rows too."""
        self.list.executeDelayedItemsLayout()
        super().paint_now()

    def flush(self) -> None:
        """Stop looking into the notes when the page is left."""
        self._stop_notes()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the word that was searched once something else is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget_word()

    def wipe(self) -> None:
        """Forget every row."""
        self._stop_notes()
        self.list.rows.wipe()
        super().wipe()

    def query(self) -> Query:
        """Return what the filters ask for."""
        return Query(
            filter=Filter(self.filter.value() or Filter.ALL),
            search=self.field.text(),
            in_notes=self.in_notes.isChecked(),
        )

    def take_filters(self, what: Mapping[str, object]) -> None:
        """Set the filter that `what` names, without a signal."""
        wanted = str(what.get("filter", ""))
        if wanted in set(Filter):
            self.filter.set_chosen([wanted])

    # Showing

    def show_listing(self, listing: Listing, query: Query) -> None:
        """Show what `query` found."""
        nothing, was_on_list = not listing.rows, self.list.hasFocus()
        is_plain = not query.search.strip() and query.filter is Filter.ALL
        self._is_bare = nothing and is_plain
        self._has_key = listing.has_key
        self.list.show_rows(listing.rows)
        self.stack.setCurrentWidget(self.nothing if nothing else self.table)
        if nothing:
            self._say_nothing(query)
        self._say_holders(listing)
        self._show_bare()
        if self._is_bare and was_on_list:
            self.start()
        count = self.tr("%Ln catatan", "", len(listing.rows))
        self.totals.setText("" if nothing else count)
        if query.search.strip():
            announce(self, self.tr("%Ln catatan ditemukan", "", len(listing.rows)))

    def show_due(self, count: int) -> None:
        """Say how many closed cases need not be kept any longer; 0 says nothing."""
        said = self.tr("%Ln catatan sudah lewat masa simpan. Penghapusannya diminta ke kelurahan.",
                       "", count)  # fmt: skip
        self.due.set_text(said if count else "")
        show_if(self.due, on=count > 0)

    def show_old(self, codes: Sequence[str]) -> None:
        """Name the cases open for over a year that are to be looked at again; none says nothing."""
        named = ", ".join(codes[:OLD_NAMED]) + ("…" if len(codes) > OLD_NAMED else "")
        said = self.tr("%Ln catatan sudah terbuka lebih dari setahun: %1."
                       " Lihat lagi apa yang masih perlu dilakukan.", "", len(codes))  # fmt: skip
        self.old.set_text(strings.fill(said, named) if codes else "")
        show_if(self.old, on=bool(codes))

    def _say_nothing(self, query: Query) -> None:
        text = self.tr("Coba kata lain, atau tampilkan semua.")
        if query.search.strip():
            said = self.tr("Tidak ada yang cocok dengan “%1”.")
            self.nothing.set(strings.fill(said, query.search.strip()), text)
            return
        text = self.tr("Pilih status lain, atau tampilkan semua.")
        self.nothing.set(self.tr("Belum ada catatan di sini"), text)

    def _say_holders(self, listing: Listing) -> None:
        show_if(self.elsewhere, on=not listing.has_key)
        show_if(self.note, on=listing.has_key)
        others = reader_names(listing.holders)
        said = self.tr("Di laptop ini hanya kode, tingkat, status, dan tanggal.")
        if others:
            said += " " + strings.fill(self.tr("Sisanya dipegang %1."), others)
        self.elsewhere.set_text(said)
        whoever = others or self.tr("yang memegang kuncinya")
        words = self.tr(
            "Kalau ada cerita yang mengganjal, catat di sini; hanya %1 yang bisa membaca."
        )
        if not listing.has_key:
            words = self.tr(
                "Kalau ada cerita yang mengganjal, telepon dulu."
                " Catatannya dibuat di laptop yang memegang kuncinya."
            )
        self.empty.set(self.tr("Belum ada catatan."), strings.fill(words, whoever))
        show_if(self.first, on=listing.has_key)

    def _show_bare(self) -> None:
        bare = self._is_bare
        for widget in (self.filters, self.stack):
            show_if(widget, on=not bare)
        show_if(self.empty, on=bare)
        self._arrange()

    # Building

    def _make_filters(self, in_notes_ms: int) -> None:
        theme = self.theme
        self.field = SearchField(
            theme, self.tr("Cari catatan"), self.tr("Cari kode, hal, atau tanggal…")
        )
        choices = [
            Choice(Filter.ALL, self.tr("Semua")),
            Choice(Filter.TODO, self.tr("Perlu dilakukan")),
            Choice(Filter.WATCHED, self.tr("Dipantau")),
            Choice(Filter.REFERRED, self.tr("Dirujuk")),
            Choice(Filter.CLOSED, self.tr("Selesai")),
        ]
        hidden = [Choice(Filter.HIDDEN, self.tr("Disembunyikan"))]
        self.filter = ChipGroup(theme, choices, name=self.tr("Status"), more=hidden)
        self.filter.set_chosen([Filter.ALL])
        self.in_notes = Chip(theme, self.tr("Cari di isi catatan"), "text")
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(in_notes_ms)
        self._quiet.timeout.connect(self._notes_timed_out)

    def _make_rest(self) -> None:
        theme = self.theme
        self.note = Button(theme, self.tr("Catat kekhawatiran"), kind="primary", icon="plus")
        self.list = CaseListView(theme, self.tr("Daftar catatan rahasia"))
        keep_size(theme, self.list, min_height=LEAST_LIST_PX)
        every = Button(theme, self.tr("Tampilkan semua"), kind="primary")
        every.clicked.connect(self._show_all)
        self.nothing = EmptyState(theme, "search-x", "", "", every)
        self.first = Button(
            theme, self.tr("Catat kekhawatiran"), kind="primary", icon="plus", size="tall"
        )
        self.empty = EmptyState(theme, "shield", "", "", self.first)
        self.elsewhere = Banner(theme, "", status="info", icon="lock")
        self.numbers = Button(theme, self.tr("Buka nomor darurat"), icon="phone-call", size="small")
        self.elsewhere.buttons.addWidget(self.numbers)
        self.due = Banner(theme, "", icon="history")
        self.old = Banner(theme, "", icon="history")
        self.totals = Label("", "hint", "text2", wrap=True)
        self.hint = Label(
            self.tr("Panah pilih · Enter buka · Del sembunyikan (bisa dibatalkan)"),
            "secondary",
            "text2",
        )
        for widget in (self.elsewhere, self.due, self.old):
            widget.hide()

    def _build(self) -> None:
        theme = self.theme
        self.filters = Flow(theme, spacing=(10, 10))
        for filtering in (self.field, self.in_notes, self.filter):
            self.filters.add(filtering)
        self.table = Card(theme, margins=(1, 0, 1, 6), spacing=0)
        self.table.body.addWidget(ListHead(theme, self.list))
        self.table.body.addWidget(self.list, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        footer = QWidget()
        row = Row(theme, footer, spacing=16)
        row.addWidget(self.totals, 1)
        row.addWidget(self.hint)
        frame = PageFrame(theme, spacing=10)
        for widget in (self.elsewhere, self.filters, self.due, self.old):
            frame.body.addWidget(widget)
        frame.body.addWidget(self.stack, 1)
        frame.body.addWidget(self.empty, 1)
        frame.body.addWidget(footer)
        fill_with(self, frame)
        self._show_bare()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._ask)
        self.filter.changed.connect(self._ask)
        self.in_notes.clicked.connect(self._flip_notes)
        self.list.asked.connect(self.asked)
        self.note.clicked.connect(self.note_asked)
        self.first.clicked.connect(self.note_asked)
        self.numbers.clicked.connect(self.numbers_asked)

    def _arrange(self) -> None:
        """Give the search field the width that is left for it."""
        width = self.theme.px(SEARCH_PX)
        self.field.setMinimumWidth(width)
        self.field.setMaximumWidth(width)
        show_if(self.in_notes, on=self._has_key)
        show_if(self.hint, on=not self._is_bare and not self.theme.stacked)

    # Filtering

    def _ask(self, *_what: object) -> None:
        self.wanted.emit(self.query())

    def _show_all(self) -> None:
        self._forget_word()
        self.filter.set_chosen([Filter.ALL])
        self._ask()
        self.list.setFocus()

    def _forget_word(self) -> None:
        self.field.blockSignals(True)
        self.field.setText("")  # clear() could be undone
        self.field.blockSignals(False)

    # Looking into the notes, for this visit and for 20 s after the last key

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to count again at every key."""
        if event.type() == QEvent.Type.KeyPress and self._quiet.isActive():
            self._quiet.start()
        return False

    def _flip_notes(self) -> None:
        if self.in_notes.isChecked():
            self._quiet.start()
            self._listen(on=True)
            self.field.setFocus()
        else:
            self._stop_notes()
        self._ask()

    def _notes_timed_out(self) -> None:
        self._stop_notes()
        self._ask()

    def _stop_notes(self) -> None:
        self._quiet.stop()
        self._listen(on=False)
        self.in_notes.setChecked(False)

    def _listen(self, *, on: bool) -> None:
        application = QApplication.instance()
        if application is not None:
            (application.installEventFilter if on else application.removeEventFilter)(self)
