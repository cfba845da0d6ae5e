"""Beranda: what should I do now, and is everything safe?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from patbm_desktop.actions.activities import ActivityRow
from patbm_desktop.actions.home import Home, Todo, TodoKind
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.activity_words import icon_of, name_of, topics_of
from patbm_desktop.ui.parts.bars import MonthBars
from patbm_desktop.ui.parts.buttons import Button, HeroButton
from patbm_desktop.ui.parts.cards import Card, RowList, TodoRow
from patbm_desktop.ui.parts.frame import PageFrame, TwoColumns
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Row, keep_size
from patbm_desktop.ui.theme import Theme

SHOWN_TODOS = 5
RIGHT_PX = 404


@dataclass(frozen=True, slots=True)
class Look:
    """How a line of "Perlu dilakukan" looks: its icon, its tint, its words, its verbs."""

    icon: str
    tone: str
    title: str
    subtitle: str
    verbs: tuple[tuple[str, str], ...]
    """What each button asks for, and its words."""


class HomePage(Page):
    """Shows `Home`; `asked` says which line the person took up, and what is to be done with it."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"activity", "place", "person", "contact", "report", "attachment", "attendance"}
    )
    log_asked = Signal()
    print_asked = Signal()
    all_asked = Signal()
    row_asked = Signal(str)
    asked = Signal(str, object)
    """The verb, and the `Todo` it is about."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._name = name
        self._greeting = ""
        self._today = ""
        self._is_whole_list = False
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
        self._show_todos(home.todos)
        self._show_month(home)
        self._show_latest(home.latest)
        self.head_changed.emit()

    def wipe(self) -> None:
        """Forget what is shown."""
        super().wipe()
        self._home = None
        self.todos.clear()
        self.latest.clear()

    # -- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        frame = PageFrame(self.theme, spacing=12)
        frame.body.addLayout(self._heroes())
        frame.body.addWidget(
            TwoColumns(self.theme, self._left(), self._right(), right_width=RIGHT_PX), 1
        )
        fill_with(self, frame)

    def _heroes(self) -> Row:
        theme = self.theme
        self.log = HeroButton(
            theme,
            "notebook-pen",
            self.tr("Catat kegiatan"),
            self.tr("Kurang dari satu menit"),
            "Ctrl N",
            primary=True,
        )
        self.print = HeroButton(
            theme,
            "printer",
            self.tr("Cetak laporan"),
            self.tr("Ringkasan bulan untuk Ketua RT"),
            "Ctrl P",
        )
        self.log.clicked.connect(self.log_asked)
        self.print.clicked.connect(self.print_asked)
        row = Row(theme, spacing=14)
        row.addWidget(self.log, 1)
        row.addWidget(self.print, 1)
        return row

    def _left(self) -> QWidget:
        theme = self.theme
        left = QWidget()
        column = Column(theme, left, spacing=12)
        column.addWidget(self._todo_card())
        column.addWidget(self._latest_card(), 1)
        return left

    def _todo_card(self) -> Card:
        card = Card(self.theme, margins=(0, 8, 0, 6), spacing=2)
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
        column.addWidget(self._safe_card())
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

    def _safe_card(self) -> Card:
        card = Card(self.theme, margins=(18, 14, 18, 14))
        words = Column(self.theme, spacing=1)
        words.addWidget(Label(self.tr("Semua catatan aman di laptop ini"), "strong", wrap=True))
        words.addWidget(
            Label(self.tr("Tersimpan dan terkunci. Tidak perlu internet."), "secondary", "text2",
                  wrap=True)
        )  # fmt: skip
        row = Row(self.theme, spacing=12)
        row.addWidget(IconDisc(self.theme, "laptop", side=44, tone="ok", fill="ok_soft"))
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    # -- showing -----------------------------------------------------------------------------

    def _show_all(self) -> None:
        self._is_whole_list = True
        if self._home:
            self._show_todos(self._home.todos)

    def _show_todos(self, todos: Sequence[Todo]) -> None:
        self.todos.clear()
        shown = todos if self._is_whole_list else todos[:SHOWN_TODOS]
        for todo in shown:
            self.todos.add(self._todo_row(todo))
        hidden = len(todos) - len(shown)
        self.count.setText(self.tr("%n hal", "", len(todos)) if todos else "")
        self.more.setText(self.tr("Lihat %n lainnya", "", hidden))
        self.more.setVisible(hidden > 0)
        self.all_done.setVisible(not todos)
        self.all_done.setText(
            strings.fill(self.tr("Semua beres. Terima kasih, %1."), self._name)
            if self._name
            else self.tr("Semua beres. Terima kasih.")
        )

    def _todo_row(self, todo: Todo) -> TodoRow:
        look = look_of(todo)
        buttons = [self._verb(todo, verb, words) for verb, words in look.verbs]
        return TodoRow(
            self.theme, look.icon, look.title, look.subtitle, tone=look.tone, actions=buttons
        )

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
        day = strings.day_without_year(row.activity.date) if row.activity.date else "–"
        topics = topics_of(row.activity) or self.tr("tema belum diisi")
        heads = row.activity.participants
        count = Label(self.tr("%n orang", "", heads.total) if heads else "–", "strong")
        made = LatestRow(self.theme, icon_of(row.activity), name_of(row.activity))
        made.subtitle.setText(f"{day} · {topics}")
        made.row.addWidget(count)
        made.clicked.connect(lambda: self.row_asked.emit(row.ent))
        return made


class LatestRow(QPushButton):
    """One activity in the short list; the whole line opens it."""

    def __init__(self, theme: Theme, icon: str, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.subtitle = Label("", "secondary", "text2")
        words = Column(theme, spacing=1)
        words.addStretch(1)
        words.addWidget(Label(title, "strong"))
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self.row = Row(theme, self, margins=(18, 6, 18, 6), spacing=10)
        self.row.addWidget(IconDisc(theme, icon, side=34, glyph=18))
        self.row.addLayout(words, 1)
        keep_size(theme, self, min_height=62)


def look_of(todo: Todo) -> Look:
    """Return how a line of the list looks."""
    return _LOOKS[todo.kind](todo)


def _uptd_number(todo: Todo) -> Look:
    number = str(todo.facts.get("number") or "")
    return Look(
        "phone", "warn",
        QCoreApplication.translate("HomePage", "Nomor UPTD PPA belum dicoba"),
        number or QCoreApplication.translate("HomePage", "Nomor belum diisi"),
        (("try_number", QCoreApplication.translate("HomePage", "Coba sekarang")),),
    )  # fmt: skip


def _planned_due(todo: Todo) -> Look:
    assert todo.row is not None
    activity = todo.row.activity
    day = strings.day_without_year(activity.date) if activity.date else "–"
    title = strings.fill(
        QCoreApplication.translate("HomePage", "Rencana: %1, %2"), name_of(activity), day
    )
    return Look(
        "calendar", "primary", title, todo.row.place_name,
        (
            ("postpone", QCoreApplication.translate("HomePage", "Diundur")),
            ("held", QCoreApplication.translate("HomePage", "Jadi terlaksana?")),
        ),
    )  # fmt: skip


def _draft(todo: Todo) -> Look:
    name = name_of(todo.row.activity) if todo.row and todo.row.activity.type else ""
    title = strings.fill(QCoreApplication.translate("HomePage", "Lanjutkan draf %1"), name).strip()
    at = strings.clock_time(strings.moment(str(todo.facts["saved_at"])))
    subtitle = strings.fill(
        QCoreApplication.translate("HomePage", "Tersimpan sendiri pukul %1, belum selesai"), at
    )
    if todo.facts.get("is_old"):
        verbs = (
            ("drop", QCoreApplication.translate("HomePage", "Hapus")),
            ("resume", QCoreApplication.translate("HomePage", "Selesaikan")),
        )
    else:
        verbs = (("resume", QCoreApplication.translate("HomePage", "Lanjutkan")),)
    return Look("pencil-line", "info", title, subtitle, verbs)


def _incomplete(todo: Todo) -> Look:
    assert todo.row is not None
    activity = todo.row.activity
    day = strings.day_without_weekday(activity.date) if activity.date else "–"
    title = QCoreApplication.translate(
        "HomePage", "%n kegiatan belum lengkap", "", int(todo.facts["count"])
    )
    return Look(
        "circle-dashed", "warn", title, f"{name_of(activity)}, {day}",
        (("complete", QCoreApplication.translate("HomePage", "Lengkapi")),),
    )  # fmt: skip


def _unprinted(todo: Todo) -> Look:
    month = strings.month_name(todo.month).split()[0]
    title = strings.fill(QCoreApplication.translate("HomePage", "Laporan %1 belum dicetak"), month)
    activities = QCoreApplication.translate(
        "HomePage", "%n kegiatan", "", int(todo.facts["activities"])
    )
    people = QCoreApplication.translate(
        "HomePage", "%n peserta", "", int(todo.facts["participants"])
    )
    return Look(
        "printer", "primary", title, f"{activities}, {people}",
        (("print", QCoreApplication.translate("HomePage", "Lihat")),),
    )  # fmt: skip


def _recovery_sheet(todo: Todo) -> Look:
    made = todo.facts.get("state") == "made"
    title = (
        QCoreApplication.translate("HomePage", "Lembar pemulihan belum dicoba")
        if made
        else QCoreApplication.translate("HomePage", "Lembar pemulihan belum dicetak")
    )
    subtitle = QCoreApplication.translate(
        "HomePage", "Kalau kata sandi lupa, lembar ini yang membukanya."
    )
    words = (
        QCoreApplication.translate("HomePage", "Coba lembar")
        if made
        else QCoreApplication.translate("HomePage", "Cetak lembar")
    )
    return Look("key-round", "warn", title, subtitle, (("recovery", words),))


_LOOKS = {
    TodoKind.UPTD_NUMBER: _uptd_number,
    TodoKind.PLANNED_DUE: _planned_due,
    TodoKind.DRAFT: _draft,
    TodoKind.INCOMPLETE: _incomplete,
    TodoKind.REPORT_UNPRINTED: _unprinted,
    TodoKind.RECOVERY_SHEET: _recovery_sheet,
}
