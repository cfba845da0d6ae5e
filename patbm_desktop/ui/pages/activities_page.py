"""Kegiatan: everything that was ever logged, found by a word, a kind or a year."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from patbm_desktop.actions.activities import choices
from patbm_desktop.actions.activities.activity_list import Listing, Query
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.activity_words import totals_of
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card, EmptyState
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import SearchField
from patbm_desktop.ui.parts.frame import PageFrame
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Grid, Row, follow, keep_size, show_if
from patbm_desktop.ui.parts.toast import announce
from patbm_desktop.ui.tables.activity_view import ActivityListView, ListHead
from patbm_desktop.ui.theme import Theme

SHOWN_KINDS = 3
OTHER = "other"
LEAST_LIST_PX = 260
BACKLOG, IMPORT, LOG = "backlog", "import", "log"


class ActivitiesPage(Page):
    """Shows a `Listing`; `wanted` gives the `Query` of the filters when the person moved one."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"activity", "place", "person", "attachment", "attendance"}
    )
    wanted = Signal(object)
    asked = Signal(str, object)
    """A verb of the list's menu, and the row it is about."""
    new_asked = Signal(str)
    """How to begin: a new activity, an old notebook, a table file."""

    def __init__(self, theme: Theme, rt: str, year: int) -> None:
        super().__init__(theme)
        self._rt = rt
        self._this_year = year
        self._year: int | None = year
        self._years: tuple[int, ...] = (year,)
        self._is_bare = False
        self._build()
        self._connect()
        follow(theme, self._arrange)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("Kegiatan")

    def subtitle(self) -> str:
        """Return whose activities these are."""
        if not self._rt:
            return self.tr("Seluruh kelurahan · semua yang pernah dicatat")
        return strings.fill(self.tr("RT %1 · semua yang pernah dicatat"), self._rt)

    def page_actions(self) -> Sequence[QWidget]:
        """Return the one button of the head; an office writes down no activities of its own."""
        return (self.log,) if self._rt else ()

    def start(self) -> None:
        """Put the focus on the list, or on the first way out of an empty one."""
        (self.first if self._is_bare and self._rt else self.list).setFocus()

    def place(self) -> Mapping[str, object]:
        """Return the filters; a word that was typed is not kept."""
        return {"year": self._year or 0, "preset": self.kinds.value()}

    def scroll_area(self) -> ActivityListView:
        """Return the list."""
        return self.list

    def search(self) -> None:
        """Put the focus into the search field."""
        self.field.setFocus()
        self.field.selectAll()

    def wipe(self) -> None:
        """Forget every row."""
        self.list.rows.wipe()
        super().wipe()

    def query(self) -> Query:
        """Return what the filters ask for."""
        return Query(year=self._year, search=self.field.text(), preset=self.kinds.value())

    def take_filters(self, what: Mapping[str, object]) -> None:
        """Set the filters that `what` names, without a signal."""
        if "year" in what:
            self._show_year(int(str(what["year"])) or None)
        if "preset" in what:
            self.kinds.set_chosen([str(what["preset"])])

    def show_listing(self, listing: Listing, query: Query) -> None:
        """Show what `query` found."""
        self._years = listing.years
        nothing = not listing.rows
        is_plain = not query.search.strip() and not query.preset
        self._is_bare = nothing and is_plain and listing.years == (self._this_year,)
        had_focus = self.list.hasFocus()
        self.list.show_listing(listing)
        self.stack.setCurrentWidget(self.nothing if nothing else self.table)
        if nothing:
            self._say_nothing(query)
        self.totals.setText(totals_of(listing.total) if listing.is_whole and not nothing else "")
        self._show_bare()
        if had_focus and self._is_bare and self._rt:
            self.first.setFocus()
        if query.search.strip() and listing.is_whole:
            announce(self, self.tr("%Ln kegiatan ditemukan", "", len(listing.rows)))

    # Building

    def _build(self) -> None:
        self.log = Button(self.theme, self.tr("Catat kegiatan"), kind="primary", icon="plus")
        self._make_filters()
        self._make_list()
        self._make_nothing()
        self._make_empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        frame = PageFrame(self.theme, spacing=10)
        frame.body.addWidget(self.filters)
        frame.body.addWidget(self.stack, 1)
        frame.body.addWidget(self.empty, 1)
        frame.body.addWidget(self._footer())
        fill_with(self, frame)
        self._show_bare()

    def _make_filters(self) -> None:
        theme = self.theme
        self.field = SearchField(theme, self.tr("Cari kegiatan"), self.tr("Cari tema atau tempat…"))
        shown = choices.presets(strings.language())[:SHOWN_KINDS]
        kinds = [
            Choice("", self.tr("Semua")),
            *(Choice(each.key, each.label) for each in shown),
            Choice(OTHER, self.tr("Lainnya…")),
        ]
        self.kinds = ChipGroup(theme, kinds, name=self.tr("Jenis kegiatan"))
        self.kinds.set_chosen([""])
        self.years = Button(theme, "", icon="calendar")
        self._show_year(self._year)
        self.filters = QWidget()
        self._grid = Grid(theme, self.filters, spacing=(8, 10))

    def _make_list(self) -> None:
        self.list = ActivityListView(self.theme, self.tr("Daftar kegiatan"))
        keep_size(self.theme, self.list, min_height=LEAST_LIST_PX)
        self.table = Card(self.theme, margins=(1, 0, 1, 6), spacing=0)
        self.table.body.addWidget(ListHead(self.theme, self.list))
        self.table.body.addWidget(self.list, 1)

    def _make_nothing(self) -> None:
        every = Button(self.theme, self.tr("Tampilkan semua"), kind="primary")
        every.clicked.connect(self._show_all)
        self.nothing = EmptyState(self.theme, "search-x", "", "", every)

    def _make_empty(self) -> None:
        self.first = Button(
            self.theme, self.tr("Catat kegiatan pertama"), kind="primary", icon="plus", size="tall"
        )
        self.backlog = Button(
            self.theme, self.tr("Salin dari buku catatan lama"), icon="book-open", size="tall"
        )
        self.empty = EmptyState(
            self.theme,
            "notebook-pen",
            self.tr("Belum ada kegiatan yang dicatat"),
            self.tr(
                "Catat kegiatan pertama, misalnya Lautan RT minggu ini."
                " Tidak perlu lengkap, bisa diubah nanti."
            ),
            self.first,
            self.backlog,
        )
        if not self._rt:
            self.empty.set(
                self.tr("Belum ada kegiatan yang sampai di sini"),
                self.tr("Kegiatan RT muncul di sini setelah laptopnya terhubung."),
            )
            for button in (self.first, self.backlog):
                button.hide()

    def _footer(self) -> QWidget:
        self.totals = Label("", "hint", "text2", wrap=True)
        self.hint = Label(
            self.tr("Panah pilih · Enter buka · Del hapus (bisa dibatalkan)"), "secondary", "text2"
        )
        self.sheet = Button(self.theme, self.tr("Masukkan dari Excel"), kind="link")
        show_if(self.sheet, on=bool(self._rt))
        footer = QWidget()
        row = Row(self.theme, footer, spacing=16)
        row.addWidget(self.totals, 1)
        row.addWidget(self.hint)
        row.addWidget(self.sheet)
        return footer

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter)
        self.kinds.changed.connect(self._filter)
        self.years.clicked.connect(self._offer_years)
        self.list.asked.connect(self.asked)
        for button, how in (
            (self.log, LOG),
            (self.first, LOG),
            (self.backlog, BACKLOG),
            (self.sheet, IMPORT),
        ):
            button.clicked.connect(lambda _=False, how=how: self.new_asked.emit(how))

    def _arrange(self) -> None:
        """Set the filters in one line, or from 125 % on the chips below."""
        for widget in (self.field, self.kinds, self.years):
            self._grid.removeWidget(widget)
        stacked = self.theme.stacked
        self._grid.addWidget(self.field, 0, 0)
        self._grid.addWidget(self.years, 0, 2)
        self._grid.addWidget(self.kinds, 1 if stacked else 0, 0 if stacked else 1,
                             1, 3 if stacked else 1)  # fmt: skip
        self._grid.setColumnStretch(0, 1 if stacked else 0)
        self._grid.setColumnStretch(1, 0 if stacked else 1)
        self.field.setMinimumWidth(self.theme.px(220 if stacked else 300))
        self.field.setMaximumWidth(self.theme.px(1400 if stacked else 300))
        show_if(self.hint, on=not self._is_bare and not self.theme.stacked)

    # Filtering

    def _filter(self, *_what: object) -> None:
        self.wanted.emit(self.query())

    def _show_all(self) -> None:
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.kinds.set_chosen([""])
        self._show_year(None)
        self._filter()
        self.list.setFocus()

    def _show_year(self, year: int | None) -> None:
        self._year = year
        words = str(year) if year else self.tr("Semua tahun")
        self.years.setText(words)
        self.years.setAccessibleName(strings.fill(self.tr("Tahun: %1"), words))

    def year_menu(self) -> QMenu:
        """Return the years there are, to choose from."""
        menu = QMenu(self)
        for year in (None, *self._years):
            action = menu.addAction(str(year) if year else self.tr("Semua tahun"))
            action.setData(year)
            action.setCheckable(True)
            action.setChecked(year == self._year)
        menu.triggered.connect(lambda chosen: self._choose_year(chosen.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer_years(self) -> None:
        place = self.years.rect().bottomLeft()
        self.year_menu().popup(self.years.mapToGlobal(place))

    def _choose_year(self, year: int | None) -> None:
        self._show_year(year)
        self._filter()

    # Having nothing to show

    def _say_nothing(self, query: Query) -> None:
        text = self.tr("Coba kata lain, atau tampilkan semua.")
        if query.search.strip():
            said = self.tr("Tidak ada yang cocok dengan “%1”.")
            self.nothing.set(strings.fill(said, query.search.strip()), text)
            return
        text = self.tr("Pilih tahun atau jenis lain, atau tampilkan semua.")
        self.nothing.set(self.tr("Belum ada kegiatan di sini"), text)

    def _show_bare(self) -> None:
        bare = self._is_bare
        for widget in (self.filters, self.stack):
            show_if(widget, on=not bare)
        show_if(self.empty, on=bare)
        show_if(self.hint, on=not bare and not self.theme.stacked)
