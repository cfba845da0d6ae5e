"""Laporan: what the paper will look like, and the way to the printer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QStackedWidget, QWidget

from patbm_desktop.actions.papers.month import ReportState
from patbm_desktop.actions.papers.papers import Paper, Request
from patbm_desktop.domain.summary import month_of
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, EmptyState
from patbm_desktop.ui.parts.frame import PageFrame
from patbm_desktop.ui.parts.layouts import Column, Row, follow, show_if
from patbm_desktop.ui.parts.paper_desk import PaperDesk
from patbm_desktop.ui.parts.report_controls import OF_ACTIVITY, ReportControls
from patbm_desktop.ui.theme import Theme

LEFT_PX, LEAST_DESK_PX = 340, 460
FREE_PX = 16_777_215


class ReportPage(Page):
    """Shows the pages of one PDF beside what chooses it; `wanted` gives the `Request`."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"activity", "place", "person", "report", "rt", "letterhead", "attachment", "consent"}
    )
    TOAST_AT_RIGHT: ClassVar[bool] = True
    wanted = Signal(object)
    plan_typed = Signal(str, object)
    print_asked = Signal()
    save_asked = Signal(str)
    log_asked = Signal()
    nothing_said = Signal(bool)
    """Nothing was held this month, or that was not so after all."""
    handed_asked = Signal()

    def __init__(self, theme: Theme, today: date, size: str) -> None:
        super().__init__(theme)
        self._this_month = month_of(today)
        self.controls = ReportControls(theme, today)
        self.controls.take(Request(paper=Paper.MONTH, year=today.year, size=_size(size)))
        self.preview = PaperDesk(theme, self.tr("Pratinjau laporan"))
        self._make_empty()
        self._make_notices()
        self._build()
        self._connect()
        follow(theme, self._arrange)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("Laporan")

    def subtitle(self) -> str:
        """Return the promise of the preview."""
        return self.tr("Yang terlihat di sini sama persis dengan yang keluar di kertas")

    def start(self) -> None:
        """Put the focus on the question what to print."""
        self.controls.paper.setFocus()

    def place(self) -> Mapping[str, object]:
        """Return the sheet that is shown."""
        request = self.request()
        return {
            "paper": request.paper.value,
            "month": request.month,
            "activity": request.activity,
            "year": request.year,
            "results": request.results,
            "photos": request.photos,
        }

    def scroll_area(self) -> QAbstractScrollArea:
        """Return what scrolls the whole page."""
        return self.frame

    def print_now(self) -> bool:
        """Print what is shown."""
        if self.controls.print.isEnabled():
            self.print_asked.emit()
        return True

    def flush(self) -> None:
        """Hand over the plan as it is typed."""
        self.controls.flush()

    def wipe(self) -> None:
        """Forget the pages."""
        self.preview.view.clear()
        super().wipe()

    def request(self) -> Request:
        """Return the sheet that is asked for."""
        return self.controls.request()

    def take(self, what: Mapping[str, object]) -> None:
        """Ask for the sheet that `what` names, without a signal; what it leaves out stays."""
        known = {name: value for name, value in what.items() if value not in {"", None}}
        paper = Paper(str(known["paper"])) if "paper" in known else self.request().paper
        now = (
            self.request()
            if paper is self.request().paper
            else replace(self.request(), activity="")
        )
        self.controls.take(
            replace(
                now,
                paper=paper,
                month=str(known.get("month", now.month)),
                activity=str(known.get("activity", now.activity)),
                year=int(str(known.get("year", now.year))),
                results=bool(known.get("results", now.results)),
                photos=bool(known.get("photos", now.photos)),
            )
        )

    # Showing

    def show_request(self, request: Request) -> None:
        """Show which sheet was made, with what the road filled in."""
        self.controls.take(request)

    def show_activities(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer activities for the sheets of one activity."""
        self.controls.offer_activities(choices)

    def show_state(self, state: ReportState) -> None:
        """Show how far a month's sheet has come; an empty month shows its two ways out."""
        self.controls.show_state(state)
        empty = not state.activities and not state.nothing_held
        month = strings.month_name(state.month)
        self.empty.set(
            strings.fill(self.tr("Belum ada kegiatan di %1."), month),
            self.tr("Catat yang sudah berjalan, atau laporkan bahwa bulan ini tidak ada."),
        )
        self.held_none.setVisible(state.nothing_held and not state.activities)
        self._show_sheet(not empty)
        # Nobody can say of a month to come that nothing was held in it.
        show_if(self.say_nothing, on=empty and state.month <= self._this_month)

    def show_no_activity(self) -> None:
        """Say that there is nothing yet that a sheet of one activity could show."""
        self.empty.set(
            self.tr("Belum ada kegiatan yang dicatat"),
            self.tr("Catat satu kegiatan dulu, lalu lembarnya bisa dicetak."),
        )
        self._show_sheet(False)
        self.say_nothing.hide()

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of the sheet that was made."""
        self.preview.view.show_pdf(pdf)

    def show_other(self) -> None:
        """Show a sheet that has no month: no state, no statement."""
        self.held_none.hide()
        self._show_sheet(True)

    def show_statement(self, text: str, tone: str) -> None:
        """Say what the sheet holds."""
        self.controls.show_statement(text, tone)

    def ask_handed(self) -> None:
        """Ask whether what was just printed has gone to the head of the RT."""
        self.sent.show()
        self.handed.setFocus()

    def forget_question(self) -> None:
        """Ask no more."""
        self.sent.hide()

    def _show_sheet(self, there: bool) -> None:  # noqa: FBT001 - a sheet is there or not
        self.stack.setCurrentWidget(self.preview if there else self.empty)
        self.controls.set_ready(there)
        show_if(self.say_nothing, on=not there)
        if not there:
            self.preview.view.clear()
            self.controls.show_statement("", "")

    # Building

    def _make_empty(self) -> None:
        self.log = Button(self.theme, self.tr("Catat kegiatan"), kind="primary", icon="plus")
        self.say_nothing = Button(self.theme, self.tr("Laporkan: tidak ada kegiatan bulan ini"))
        self.empty = EmptyState(
            self.theme, "calendar", "", "", self.log, self.say_nothing, narrow=True
        )

    def _make_notices(self) -> None:
        self.sent = Banner(
            self.theme,
            self.tr("Terkirim ke printer. Tandai sudah diserahkan?"),
            status="ok",
            icon="printer",
        )
        self.handed = Button(self.theme, self.tr("Sudah ke Ketua RT"), kind="primary", size="small")
        self.later = Button(self.theme, self.tr("Nanti"), size="small")
        self.held_none = Banner(
            self.theme, self.tr("Dilaporkan: tidak ada kegiatan bulan ini."), icon="check"
        )
        self.after_all = Button(self.theme, self.tr("Batalkan laporan ini"), size="small")
        for banner, buttons in (
            (self.sent, (self.later, self.handed)),
            (self.held_none, (self.after_all,)),
        ):
            for button in buttons:
                banner.buttons.addWidget(button)
            banner.hide()

    def _build(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self.empty)
        self._right = QWidget()
        column = Column(self.theme, self._right, spacing=8)
        column.addWidget(self.sent)
        column.addWidget(self.held_none)
        column.addWidget(self.stack, 1)
        self.frame = PageFrame(self.theme, margins=(28, 0, 28, 8))
        self._row = Row(self.theme, spacing=14)
        self._row.addWidget(self.controls)
        self._row.addWidget(self._right, 1)
        self.frame.body.addLayout(self._row)
        fill_with(self, self.frame)

    def _connect(self) -> None:
        self.controls.changed.connect(self._want)
        self.controls.plan_typed.connect(self.plan_typed)
        self.controls.print_asked.connect(self.print_asked)
        self.controls.save_asked.connect(self.save_asked)
        self.preview.size_picked.connect(self._pick_size)
        self.log.clicked.connect(self.log_asked)
        self.say_nothing.clicked.connect(lambda: self.nothing_said.emit(True))
        self.after_all.clicked.connect(lambda: self.nothing_said.emit(False))
        self.handed.clicked.connect(self.handed_asked)
        self.handed.clicked.connect(self.forget_question)
        self.later.clicked.connect(self.forget_question)

    def _want(self) -> None:
        self.forget_question()
        self.wanted.emit(self.request())

    def _pick_size(self, size: str) -> None:
        self.controls.take(replace(self.request(), size=_size(size)))
        self._want()

    def _arrange(self) -> None:
        """Set the preview beside the choices, or from 125 % on below them."""
        theme, stacked = self.theme, self.theme.stacked
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)
        wide = theme.px(LEFT_PX)
        self.controls.setMinimumWidth(0 if stacked else wide)
        self.controls.setMaximumWidth(FREE_PX if stacked else wide)
        self.stack.setMinimumHeight(theme.px(LEAST_DESK_PX) if stacked else theme.px(300))


def _size(name: str) -> Literal["a4", "f4"]:
    return "a4" if name == "a4" else "f4"


def needs_activity(request: Request) -> bool:
    """Say whether the sheet is about one activity."""
    return request.paper in OF_ACTIVITY
