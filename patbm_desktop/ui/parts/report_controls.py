"""The left side of Laporan: which sheet, of what, with what on it, and what to do with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from patbm_desktop.actions.papers.month import ReportState, Stage
from patbm_desktop.actions.papers.papers import Paper, Request
from patbm_desktop.domain.summary import month_of, months_later
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button, SquareButton
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.fields import ComboBox, TextArea
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Row, line, show_if
from patbm_desktop.ui.parts.toggle import ToggleRow
from patbm_desktop.ui.theme import Theme

PAUSE_MS = 700
"""Plan lines are kept this long after the last key."""

MONTHS_OFFERED = 12
OF_ACTIVITY = (Paper.SESSION, Paper.PACK)


class ReportControls(Card):
    """Gives a `Request` by `changed`, and says what the person wants done with the sheet."""

    changed = Signal()
    plan_typed = Signal(str, object)
    """The month, and the lines of section D."""
    print_asked = Signal()
    save_asked = Signal(str)
    """What to write: "pdf", "xlsx" or "chat"."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, margins=(18, 10, 18, 12), spacing=7)
        self._theme, self._today = theme, today
        self._request = Request(paper=Paper.MONTH, year=today.year)
        self._plan_of = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._hand_over)
        self._make_choice()
        self._make_period()
        self._make_switches()
        self._make_buttons()
        self._lay()
        self._connect()
        self._show()

    # What is asked for

    def request(self) -> Request:
        """Return the sheet that is asked for."""
        return self._request

    def take(self, request: Request) -> None:
        """Ask for `request`, without a signal."""
        self._request = request
        self._show()

    def offer_activities(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer activities as (record, words) for the sheets of one activity."""
        self.activity.blockSignals(True)
        self.activity.clear()
        for ent, words in choices:
            self.activity.add(ent, words)
        self.activity.set_key(self._request.activity)
        self.activity.blockSignals(False)

    def show_state(self, state: ReportState) -> None:
        """Show how far the month's sheet has come, and its plan unless she is typing it."""
        status, icon, words = stage_words(state)
        self.stage.set(words, icon, status)
        typing = self.plan.hasFocus() and self._plan_of == state.month
        if not typing and not self._pause.isActive():
            self.plan.set_plain("\n".join(state.plan))
        self._plan_of = state.month

    def show_statement(self, text: str, tone: str) -> None:
        """Say what the sheet holds; `tone` is numbers_only, read_again or look."""
        status, icon = {
            "numbers_only": ("ok", "shield-check"),
            "look": ("warn", "triangle-alert"),
        }.get(tone, ("neutral", "info"))
        self.statement.set_status(status, icon)
        self.statement.set_text(text)
        self.statement.text.wear("pill")
        show_if(self.statement, on=bool(text))

    def set_ready(self, on: bool) -> None:  # noqa: FBT001 - a sheet is there or not
        """Let the sheet be printed and saved, or not while there is none."""
        for button in (self.print, self.pdf, self.xlsx):
            button.setEnabled(on)
        show_if(self.chat, on=on and self._request.paper is Paper.MONTH)

    def flush(self) -> None:
        """Hand over the plan lines, if they changed."""
        if self._pause.isActive():
            self._pause.stop()
            self._hand_over()

    def _hand_over(self) -> None:
        self.plan_typed.emit(self._plan_of, self.plan.plain().splitlines())

    def month_menu(self) -> QMenu:
        """Return the last months, or years for a sheet of a year, to choose from."""
        menu = QMenu(self)
        for text, request in self._periods():
            menu.addAction(text).setData(request)
        menu.triggered.connect(lambda chosen: self._change(chosen.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # Building

    def _make_choice(self) -> None:
        self.paper = ComboBox(self._theme, self.tr("Laporan apa?"))
        for paper, words in (
            (Paper.MONTH, self.tr("Kegiatan bulanan RT")),
            (Paper.SESSION, self.tr("Satu kegiatan")),
            (Paper.PACK, self.tr("Paket sesi")),
            (Paper.ATTENDANCE_SHEET, self.tr("Daftar hadir kosong")),
            (Paper.ENTRY_FORM, self.tr("Lembar isian kosong")),
            (Paper.WORK_SHEET, self.tr("Lembar kerja saya")),
            (Paper.EMERGENCY_CARD, self.tr("Kartu darurat")),
        ):
            self.paper.add(paper.value, words)
        self.activity = ComboBox(self._theme, self.tr("Kegiatan yang mana?"))
        self.of_activity = QWidget()
        column = Column(self._theme, self.of_activity, spacing=5)
        column.addWidget(Label(self.tr("Kegiatan yang mana?"), "label"))
        column.addWidget(self.activity)

    def _make_period(self) -> None:
        theme = self._theme
        self.before = SquareButton(theme, "chevron-left", self.tr("Bulan sebelumnya"))
        self.after = SquareButton(theme, "chevron-right", self.tr("Bulan berikutnya"))
        self.period = Button(theme, "", icon="calendar", trailing=True)
        self.stage = Pill(theme, "")
        self.period_name = Label("", "label")
        head = Row(theme, spacing=8)
        head.addWidget(self.period_name)
        head.addStretch(1)
        head.addWidget(self.stage)
        row = Row(theme, spacing=7)
        row.addWidget(self.before)
        row.addWidget(self.period, 1)
        row.addWidget(self.after)
        self.of_period = QWidget()
        column = Column(theme, self.of_period, spacing=5)
        column.addLayout(head)
        column.addLayout(row)

    def _make_switches(self) -> None:
        theme = self._theme
        self.results = ToggleRow(theme, self.tr("Hasil dan catatan"))
        self.photos = ToggleRow(
            theme,
            self.tr("Foto kegiatan"),
            self.tr("Hanya yang ditandai tanpa wajah anak atau sudah ada izin"),
        )
        self.statement = Banner(theme, "")
        self.plan = TextArea(theme, self.tr("Rencana bulan depan"), lines=2)
        self.of_month = QWidget()
        column = Column(theme, self.of_month, spacing=8)
        column.addWidget(line())
        column.addWidget(self.results)
        column.addWidget(self.photos)
        column.addWidget(self.statement)
        column.addWidget(Label(self.tr("Rencana bulan depan"), "label"))
        column.addWidget(self.plan, 1)

    def _make_buttons(self) -> None:
        theme = self._theme
        self.print = Button(theme, self.tr("Cetak…"), kind="primary", icon="printer", size="tall")
        self.pdf = Button(theme, self.tr("Simpan PDF"), icon="file-down")
        self.xlsx = Button(theme, self.tr("Excel"), icon="table")
        self.chat = Button(theme, self.tr("Gambar untuk chat"), kind="link", icon="image")
        self.chat.setToolTip(self.tr("Hanya angka, tanpa nama dan cerita"))
        self.chat.setAccessibleDescription(self.chat.toolTip())

    def _lay(self) -> None:
        self.body.addWidget(Label(self.tr("Laporan apa?"), "label"))
        for widget in (self.paper, self.of_activity, self.of_period):
            self.body.addWidget(widget)
        self.body.addWidget(self.of_month, 1)
        self.body.addStretch(0)
        self.body.addWidget(self.print)
        row = Row(self._theme, spacing=8)
        row.addWidget(self.pdf, 1)
        row.addWidget(self.xlsx, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.chat)

    def _connect(self) -> None:
        self.paper.activated.connect(self._pick_paper)
        self.activity.activated.connect(self._pick_activity)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.period.clicked.connect(self._offer_months)
        self.results.toggled.connect(lambda on: self._change(replace(self._request, results=on)))
        self.photos.toggled.connect(lambda on: self._change(replace(self._request, photos=on)))
        self.plan.textChanged.connect(self._pause.start)
        self.print.clicked.connect(self.print_asked)
        for button, what in ((self.pdf, "pdf"), (self.xlsx, "xlsx"), (self.chat, "chat")):
            button.clicked.connect(lambda _=False, what=what: self.save_asked.emit(what))

    # What the person does

    def _pick_paper(self) -> None:
        self._change(replace(self._request, paper=Paper(self.paper.key()), activity=""))

    def _pick_activity(self) -> None:
        self._change(replace(self._request, activity=self.activity.key()))

    def _step(self, count: int) -> None:
        request = self._request
        if request.paper is Paper.WORK_SHEET:
            self._change(replace(request, year=request.year + count))
        elif request.month:
            self._change(replace(request, month=months_later(request.month, count)))

    def _offer_months(self) -> None:
        place = self.period.rect().bottomLeft()
        self.month_menu().popup(self.period.mapToGlobal(place))

    def _periods(self) -> list[tuple[str, Request]]:
        request = self._request
        if request.paper is Paper.WORK_SHEET:
            years = range(self._today.year, self._today.year - 5, -1)
            return [(str(year), replace(request, year=year)) for year in years]
        months = [months_later(month_of(self._today), -back) for back in range(MONTHS_OFFERED)]
        return [(strings.month_name(each), replace(request, month=each)) for each in months]

    def _change(self, request: Request) -> None:
        self.flush()
        self._request = request
        self._show()
        self.changed.emit()

    # What is shown

    def _show(self) -> None:
        request = self._request
        self.paper.set_key(request.paper.value)
        self.activity.set_key(request.activity)
        self.results.set_on(request.results)
        self.photos.set_on(request.photos)
        self._show_period(request)
        is_month = request.paper is Paper.MONTH
        show_if(self.of_activity, on=request.paper in OF_ACTIVITY)
        show_if(self.of_period, on=is_month or request.paper is Paper.WORK_SHEET)
        for widget in (self.of_month, self.stage, self.xlsx, self.chat):
            show_if(widget, on=is_month)

    def _show_period(self, request: Request) -> None:
        of_year = request.paper is Paper.WORK_SHEET
        self.period_name.setText(self.tr("Tahun") if of_year else self.tr("Bulan"))
        month = strings.month_name(request.month) if request.month else ""
        words = str(request.year) if of_year else month
        self.period.setText(words)
        self.period.setAccessibleName(f"{self.period_name.text()}: {words}")
        this = month_of(self._today)
        last = request.year >= self._today.year if of_year else request.month >= this
        self.after.setEnabled(not last)


def stage_words(state: ReportState) -> tuple[str, str, str]:
    """Return status, icon and words of the pill for how far the paper has come."""
    translate = QCoreApplication.translate
    looks = {
        Stage.NONE: ("neutral", "printer", translate("ReportControls", "Belum dicetak")),
        Stage.PRINTED: ("info", "printer", translate("ReportControls", "Dicetak %1")),
        Stage.HANDED: ("ok", "check", translate("ReportControls", "Sudah ke Ketua RT, %1")),
        Stage.SIGNED: ("ok", "signature", translate("ReportControls", "Ditandatangani %1")),
        Stage.RECEIVED: ("ok", "check-check", translate("ReportControls", "Diterima kelurahan %1")),
    }
    status, icon, words = looks[state.stage]
    on = strings.day_without_weekday(state.on) if state.on else ""
    return status, icon, strings.fill(words, on)
