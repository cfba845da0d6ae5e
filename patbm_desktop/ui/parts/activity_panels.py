"""The cards of the page of one activity: what it is, who came, its paper, a plan's two ways."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from patbm_desktop.actions.activities.activity_detail import Detail
from patbm_desktop.actions.activities.activity_rows import ActivityRow, State
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_facts import facts_of, field_name
from patbm_desktop.ui.parts.activity_words import (
    evidence_of,
    heads_of,
    icon_of,
    look_of,
    more_of,
    name_of,
)
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.fields import DateField
from patbm_desktop.ui.parts.labels import Glyphs, IconDisc, Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Flow, Grid, Row, clear, follow, line, show_if
from patbm_desktop.ui.strings import LOCALES, language
from patbm_desktop.ui.theme import Theme

NAMES_SHOWN = 8


class FactsCard(Card):
    """What the activity is, in pairs of a name and a value, and its longer texts below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(20, 16, 20, 18), spacing=10)
        self._theme = theme
        self._disc = IconDisc(theme, "ellipsis", side=44)
        self.name = Label("", "card", wrap=True)
        self.evidence = Label("", "secondary", "text2")
        self.state = Pill(theme, "")
        self.two_versions = Pill(theme, "")
        self.step = Pill(theme, "")
        self._grid = Grid(theme, spacing=(20, 12))
        self._texts = Column(theme, spacing=10)
        self._lay()

    def show_row(self, detail: Detail) -> None:
        """Show the activity."""
        row = detail.row
        self._disc.set(icon_of(row.activity))
        self.name.setText(name_of(row.activity))
        self.evidence.setText(evidence_of(row))
        show_if(self.evidence, on=bool(self.evidence.text()))
        look = look_of(row.state)
        self.state.set(look.word, look.icon, look.status)
        more = more_of(row.state, row.step)
        if more is not None:
            self.step.set(more.word, more.icon, more.status)
        show_if(self.step, on=more is not None)
        self._show_versions(detail)
        self._show_facts(row)
        self._show_texts(row)

    def _show_versions(self, detail: Detail) -> None:
        """Say that it has two versions, or that it once had them."""
        shows_it = detail.row.state in {State.TWO_VERSIONS, State.CONTESTED}
        if detail.two_versions:
            two = look_of(State.TWO_VERSIONS)
            self.two_versions.set(two.word, two.icon, two.status)
        else:
            self.two_versions.set(self.tr("Pernah dua versi"), "git-compare", "neutral")
        says = bool(detail.two_versions) or detail.once_two
        show_if(self.two_versions, on=says and not shows_it)

    def _lay(self) -> None:
        head = Row(self._theme, spacing=12)
        words = Column(self._theme, spacing=1)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.evidence)
        words.addStretch(1)
        head.addWidget(self._disc)
        head.addLayout(words, 1)
        self._pills = Flow(self._theme, spacing=(8, 6))
        for pill in (self.two_versions, self.state, self.step):
            self._pills.add(pill)
        head.addWidget(self._pills)
        self.body.addLayout(head)
        self.body.addWidget(line())
        self.body.addLayout(self._grid)
        self.body.addLayout(self._texts)

    def _show_facts(self, row: ActivityRow) -> None:
        clear(self._grid)
        for at, (name, value) in enumerate(facts_of(row)):
            self._grid.addWidget(self._pair(name, value), at // 2, at % 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def _show_texts(self, row: ActivityRow) -> None:
        clear(self._texts)
        activity = row.activity
        for field, text in (("result", activity.result), ("next_step", activity.next_step)):
            if text:
                self._texts.addWidget(self._pair(field_name(field), text, face="body"))
        if activity.result and not activity.on_report:
            said = self.tr("Hasil ini tidak ikut tercetak.")
            self._texts.addWidget(Label(said, "secondary", "text2", wrap=True))

    def _pair(self, name: str, value: str, *, face: str = "strong") -> QWidget:
        pair = QWidget()
        column = Column(self._theme, pair, spacing=1)
        column.addWidget(Label(name, "secondary", "text2"))
        column.addWidget(Label(value, face, wrap=True))
        column.addStretch(1)
        return pair


class PeopleCard(Card):
    """How many came, and who is on the list; `list_asked` opens the list."""

    list_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(20, 14, 20, 16), spacing=6)
        self._theme = theme
        self.total = Label("", "display")
        self._grid = Grid(theme, spacing=(10, 4))
        self.names = Label("", "text", "text2", wrap=True)
        self.open_list = Button(theme, self.tr("Isi daftar hadir"), icon="clipboard-list")
        self.open_list.clicked.connect(self.list_asked)
        self.caption = Label("", "label")
        self.body.addWidget(self.caption)
        self.body.addWidget(self.total)
        self.body.addLayout(self._grid)
        self.body.addWidget(line())
        self.body.addWidget(Label(self.tr("Daftar hadir"), "label"))
        self.body.addWidget(self.names)
        self.body.addWidget(self.open_list)

    def show_people(self, row: ActivityRow, attendees: Sequence[Attendee]) -> None:
        """Show the head counts and the first names of the list."""
        activity = row.activity
        own = self.tr("Peserta")
        self.caption.setText(own if activity.held_by == "rt" else self.tr("Warga RT kami"))
        self.total.setText(heads_of(activity))
        clear(self._grid)
        heads = activity.participants
        if heads:
            counts = (
                (self.tr("Laki-laki dewasa"), heads.dewasa_l),
                (self.tr("Perempuan dewasa"), heads.dewasa_p),
                (self.tr("Anak laki-laki"), heads.anak_l),
                (self.tr("Anak perempuan"), heads.anak_p),
            )
            for at, (words, count) in enumerate(counts):
                self._grid.addWidget(Label(words, "text", "text2"), at, 0)
                self._grid.addWidget(Label(strings.number(count), "strong"), at, 1)
            if activity.disability:
                said = self.tr("Dengan disabilitas")
                self._grid.addWidget(Label(said, "text", "text2"), len(counts), 0)
                number = Label(strings.number(activity.disability), "strong")
                self._grid.addWidget(number, len(counts), 1)
        self._grid.setColumnStretch(0, 1)
        self._show_names([each.name for each in attendees if each.name])

    def _show_names(self, names: Sequence[str]) -> None:
        shown, rest = names[:NAMES_SHOWN], len(names) - NAMES_SHOWN
        said = ", ".join(shown)
        if rest > 0:
            others = self.tr("dan %n lainnya", "", rest)
            said = f"{said}, {others}"
        self.names.setText(said or self.tr("Belum ada nama yang ditulis."))
        words = self.tr("Ubah daftar hadir") if names else self.tr("Isi daftar hadir")
        self.open_list.setText(words)


class PlanCard(Card):
    """A plan's two ways: it took place, or it was put off to another day."""

    held_asked = Signal()
    postponed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(16, 10, 14, 10))
        self._theme = theme
        self.text = Label("", "label", wrap=True)
        self.later = Button(theme, self.tr("Diundur"))
        self.held = Button(theme, self.tr("Jadi terlaksana?"), kind="primary")
        self.day = DateField(theme, self.tr("Tanggal baru"), LOCALES[language()])
        self.keep = Button(theme, self.tr("Simpan tanggal"), kind="primary")
        self.leave = Button(theme, self.tr("Tetap di tanggal ini"))
        self._lay()
        self.later.clicked.connect(self.open_day)
        self.leave.clicked.connect(self.close_day)
        self.held.clicked.connect(self.held_asked)
        self.keep.clicked.connect(lambda: self.postponed.emit(self.day.date_value()))
        self.close_day()
        follow(theme, self._fit)

    def _lay(self) -> None:
        words = Row(self._theme, spacing=12)
        words.addWidget(Glyphs(self._theme, "calendar", "primary", side=20))
        words.addWidget(self.text, 1)
        self._ways = Flow(self._theme, spacing=(10, 8))
        for widget in (self.later, self.held, self.day, self.leave, self.keep):
            self._ways.add(widget)
        self._row = Row(self._theme, spacing=10)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._ways)
        self.body.addLayout(self._row)

    def _fit(self) -> None:
        """Set the ways beside the words, or from 125 % on below them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self._theme.stacked else across)

    def show_plan(self, day: date | None) -> None:
        """Show the day of the plan."""
        words = strings.day(day) if day else self.tr("belum ada tanggal")
        self.text.setText(strings.fill(self.tr("Rencana: %1"), words))
        if day:
            self.day.set_date(day)

    def open_day(self) -> None:
        """Ask for the new day."""
        self._show(asking=True)
        self.day.setFocus()

    def close_day(self) -> None:
        """Ask no more."""
        self._show(asking=False)

    def _show(self, *, asking: bool) -> None:
        for widget in (self.day, self.keep, self.leave):
            show_if(widget, on=asking)
        for widget in (self.later, self.held):
            show_if(widget, on=not asking)


class PaperCard(Card):
    """The sheets of one activity; `asked` gives the key of one."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(20, 12, 20, 16), spacing=8)
        self.body.addWidget(Label(self.tr("Cetak"), "label"))
        for paper, words, icon in (
            ("session", self.tr("Laporan sesi"), "file-text"),
            ("pack", self.tr("Paket sesi"), "printer"),
            ("attendance-sheet", self.tr("Lembar daftar hadir"), "clipboard-list"),
        ):
            button = Button(theme, words, icon=icon)
            button.clicked.connect(lambda _=False, paper=paper: self.asked.emit(paper))
            self.body.addWidget(button)
