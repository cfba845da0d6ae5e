"""Beranda: what should I do now, and is everything safe?"""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.actions.home import SEALED, Home, Todo
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.bars import MonthBars
from patbm_desktop.ui.parts.buttons import Button, HeroButton
from patbm_desktop.ui.parts.cards import Card, RowList, TodoRow
from patbm_desktop.ui.parts.frame import PageFrame, TwoColumns
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.parts.latest_row import LatestRow
from patbm_desktop.ui.parts.layouts import Column, Row, follow, keep_size, show_if
from patbm_desktop.ui.parts.safe_card import SafeCard
from patbm_desktop.ui.parts.sync_words import Travels
from patbm_desktop.ui.parts.todo_words import look_of
from patbm_desktop.ui.theme import Theme

SHOWN_TODOS = 5
RIGHT_PX = 404


class HomePage(Page):
    """Shows `Home`; `asked` says which line the person took up, and what is to be done with it."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"activity", "place", "person", "contact", "report", "attachment", "attendance", "case"}
    )
    log_asked = Signal()
    note_asked = Signal()
    numbers_asked = Signal()
    print_asked = Signal()
    all_asked = Signal()
    send_asked = Signal()
    save_asked = Signal()
    row_asked = Signal(str)
    asked = Signal(str, object)
    """The verb, and the `Todo` it is about."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._name = name
        self._greeting = ""
        self._today = ""
        self._is_whole_list = False
        self._meets = False
        self._home: Home | None = None
        self._build()

    def title(self) -> str:
        """Return the greeting."""
        return self._greeting

    def subtitle(self) -> str:
        """Return today."""
        return self._today

    def start(self) -> None:
        """Put the focus on the first thing a volunteer does here."""
        self.log.setFocus()

    def show_home(self, home: Home, greeting: str) -> None:
        """Show what was gathered; `greeting` is for the hour."""
        self._home = home
        self._greeting = f"{greeting}, {self._name}" if self._name else greeting
        self._today = strings.day(home.today)
        self._show_note_cards()
        self._show_todos(home)
        self._show_month(home)
        self._show_latest(home.latest)
        self.head_changed.emit()

    def set_meeting(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        """Hide the card of worries and every line about a case, or show them again."""
        self._meets = on
        self._show_note_cards()
        self._fit()
        if self._home:
            self._show_todos(self._home)

    def show_travels(self, travels: Travels) -> None:
        """Show how far notes have come."""
        self.safe.show_travels(travels)

    def wipe(self) -> None:
        """Forget what is shown."""
        super().wipe()
        self._home = None
        self.todos.clear()
        self.latest.clear()

    # Building

    def _build(self) -> None:
        frame = PageFrame(self.theme, spacing=12)
        frame.body.addLayout(self._hero_row())
        frame.body.addWidget(
            TwoColumns(self.theme, self._left(), self._right(), right_width=RIGHT_PX), 1
        )
        fill_with(self, frame)
        follow(self.theme, self._fit)

    def _hero_row(self) -> Row:
        theme = self.theme
        self.log = HeroButton(
            theme,
            "notebook-pen",
            self.tr("Catat kegiatan"),
            self.tr("Kurang dari satu menit"),
            "Ctrl N",
            primary=True,
        )
        self._make_note_cards(theme)
        self.print = HeroButton(
            theme,
            "printer",
            self.tr("Cetak laporan"),
            self.tr("Ringkasan bulan untuk Ketua RT"),
            "Ctrl P",
        )
        self.log.clicked.connect(self.log_asked)
        self.print.clicked.connect(self.print_asked)
        self._heroes = Row(theme, spacing=14)
        for card in (self.log, self.note, self.numbers, self.print):
            self._heroes.addWidget(card, 1)
        self._show_note_cards()
        return self._heroes

    def _make_note_cards(self, theme: Theme) -> None:
        self.note = HeroButton(
            theme,
            "shield",
            self.tr("Catat kekhawatiran"),
            self.tr("Tentang anak atau perempuan, rahasia"),
            "Ctrl K",
        )
        self.numbers = HeroButton(
            theme,
            "phone-call",
            self.tr("Nomor darurat"),
            self.tr("Telepon dulu, mencatat bisa nanti"),
            "F1",
        )
        self.note.clicked.connect(self.note_asked)
        self.numbers.clicked.connect(self.numbers_asked)

    def _show_note_cards(self) -> None:
        """Show the card of worries; where they cannot be noted, the numbers in its place."""
        can_note = self._home is None or self._home.can_note
        show_if(self.note, on=can_note and not self._meets)
        show_if(self.numbers, on=not can_note and not self._meets)

    def _fit(self) -> None:
        """Set the large buttons under each other where large words leave no other way."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        is_narrow = self.theme.bare_rail if self._meets else self.theme.stacked
        self._heroes.setDirection(down if is_narrow else across)

    def _left(self) -> QWidget:
        theme = self.theme
        left = QWidget()
        column = Column(theme, left, spacing=12)
        column.addWidget(self._todo_card())
        column.addWidget(self._latest_card(), 1)
        return left

    def _todo_card(self) -> Card:
        card = Card(self.theme, margins=(0, 8, 0, 6), spacing=6)
        head = Row(self.theme, margins=(18, 0, 14, 0), spacing=10)
        self.count = Label("", "secondary", "text2")
        self.more = Button(self.theme, "", kind="link", size="small")
        self.more.clicked.connect(self._show_all)
        head.addWidget(Label(self.tr("Perlu dilakukan"), "card"))
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.more)
        self.todos = RowList(self.theme)
        self.all_done = Label("", "body", "text2", wrap=True)
        self.all_done.setContentsMargins(18, 6, 18, 12)
        card.body.addLayout(head)
        card.body.addWidget(self.todos)
        card.body.addWidget(self.all_done)
        return card

    def _latest_card(self) -> Card:
        card = Card(self.theme, margins=(0, 8, 0, 6), spacing=2)
        head = Row(self.theme, margins=(18, 0, 14, 0), spacing=10)
        every = Button(self.theme, self.tr("Lihat semua"), kind="link", size="small")
        every.clicked.connect(self.all_asked)
        head.addWidget(Label(self.tr("Kegiatan terakhir"), "card"))
        head.addStretch(1)
        head.addWidget(every)
        self.latest = RowList(self.theme)
        card.body.addLayout(head)
        card.body.addWidget(self.latest)
        card.body.addStretch(1)
        return card

    def _right(self) -> QWidget:
        right = QWidget()
        column = Column(self.theme, right, spacing=12)
        column.addWidget(self._month_card(), 1)
        self.safe = SafeCard(self.theme)
        self.safe.send_asked.connect(self.send_asked)
        self.safe.save_asked.connect(self.save_asked)
        column.addWidget(self.safe)
        return right

    def _month_card(self) -> Card:
        card = Card(self.theme, margins=(18, 14, 18, 14), spacing=4)
        self.month_title = Label("", "card")
        self.activities, self.participants = Label("", "display"), Label("", "display")
        numbers = Row(self.theme, spacing=46)
        for number, name in (
            (self.activities, self.tr("kegiatan")),
            (self.participants, self.tr("peserta")),
        ):
            pair = Column(self.theme, spacing=0)
            pair.addWidget(number)
            pair.addWidget(Label(name, "hint", "text2"))
            numbers.addLayout(pair)
        numbers.addStretch(1)
        self.bars = MonthBars(self.theme, self.tr("Kegiatan per bulan"))
        keep_size(self.theme, self.bars, min_height=150)
        card.body.addWidget(self.month_title)
        card.body.addLayout(numbers)
        card.body.addSpacing(8)
        card.body.addWidget(Label(self.tr("Kegiatan per bulan"), "hint", "text2"))
        card.body.addWidget(self.bars, 1)
        return card

    # Showing

    def _show_all(self) -> None:
        self._is_whole_list = True
        if self._home:
            self._show_todos(self._home)

    def _show_todos(self, home: Home) -> None:
        todos = [each for each in home.todos if not (self._meets and each.kind in SEALED)]
        self.todos.clear()
        shown = todos if self._is_whole_list else todos[:SHOWN_TODOS]
        for todo in shown:
            self.todos.add(self._todo_row(todo, home.today))
        hidden = len(todos) - len(shown)
        self.count.setText(self.tr("%n hal", "", len(todos)) if todos else "")
        self.more.setText(self.tr("Lihat %n lainnya", "", hidden))
        show_if(self.more, on=hidden > 0)
        show_if(self.all_done, on=not todos)
        self.all_done.setText(
            strings.fill(self.tr("Semua beres. Terima kasih, %1."), self._name)
            if self._name
            else self.tr("Semua beres. Terima kasih.")
        )

    def _todo_row(self, todo: Todo, today: date) -> TodoRow:
        look = look_of(todo, today)
        buttons = [self._verb(todo, verb, words) for verb, words in look.verbs]
        pill = Pill(self.theme, *look.pill) if look.pill else None
        return TodoRow(
            self.theme, look.icon, look.title, look.subtitle,
            tone=look.tone, pill=pill, actions=buttons,
        )  # fmt: skip

    def _verb(self, todo: Todo, verb: str, words: str) -> QPushButton:
        button = Button(self.theme, words, size="small")
        button.clicked.connect(lambda: self.asked.emit(verb, todo))
        return button

    def _show_month(self, home: Home) -> None:
        month = strings.month_name(home.month).split()[0]
        self.month_title.setText(strings.fill(self.tr("%1 sejauh ini"), month))
        self.activities.setText(strings.number(home.activities))
        self.participants.setText(strings.number(home.participants))
        self.bars.set_bars([(strings.month_short(bar.month), bar.activities) for bar in home.bars])

    def _show_latest(self, rows: Sequence[ActivityRow]) -> None:
        self.latest.clear()
        for row in rows:
            self.latest.add(self._latest_row(row))
        if not rows:
            empty = Label(self.tr("Belum ada kegiatan yang dicatat."), "body", "text2")
            empty.setContentsMargins(18, 6, 18, 12)
            self.latest.add(empty)

    def _latest_row(self, row: ActivityRow) -> QWidget:
        made = LatestRow(self.theme, row)
        made.clicked.connect(lambda: self.row_asked.emit(row.ent))
        return made
