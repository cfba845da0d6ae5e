"""Laporan: from what is asked for to frozen rows, to a PDF, to the screen, the printer, a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.activities import activity_detail, activity_list
from patbm_desktop.actions.activities.activity_list import Query
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month, papers
from patbm_desktop.actions.papers.month import ReportState, Stage
from patbm_desktop.actions.papers.papers import Paper, Prepared, Request
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.report_page import ReportPage, needs_activity
from patbm_desktop.ui.parts.activity_words import name_of
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.shell import Entry

OFFERED = 80
"""Newest activities that can be picked for a sheet of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the store gave for a request: the request filled in, and the sheet if there is one."""

    request: Request
    state: ReportState | None = None
    rows: tuple[ActivityRow, ...] = ()
    prepared: Prepared | None = None


class ReportRoad(Road):
    """Makes the sheet that the page asks for, one at a time and the newest wish first."""

    KEY: ClassVar[str] = "report"
    NEEDS_RT: ClassVar[bool] = True

    def entry(self) -> Entry:
        """Return the entry of the sidebar."""
        return Entry(self.KEY, "printer", QCoreApplication.translate("ReportRoad", "Laporan"))

    def build(self) -> Page:
        """Make the page and connect its signals."""
        today = self.desk.clock.now().date()
        page = ReportPage(self.desk.theme, today, self.desk.appearance.paper)
        page.wanted.connect(self._want)
        page.plan_typed.connect(self._keep_plan)
        page.print_asked.connect(self._print)
        page.save_asked.connect(self._save)
        page.log_asked.connect(lambda: self.desk.go("log"))
        page.nothing_said.connect(self._say_nothing_held)
        page.handed_asked.connect(self._mark_handed)
        self._wish: Request | None = None
        self._busy = False
        self._prepared: Prepared | None = None
        self._pdf = b""
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Show the sheet that `what` names; without words the one shown last, made anew."""
        self.page.take(what)
        self._want(self.page.request())

    # Making

    def _want(self, request: Request) -> None:
        self._wish = request
        if not self._busy:
            self._next()

    def _next(self) -> None:
        request, self._wish = self._wish, None
        self._busy = request is not None
        if request is not None:
            self.desk.ask(self.page, partial(gather, request), self._gathered, self._not_made)

    def _gathered(self, gathered: Gathered) -> None:
        if self._wish is not None:
            self._next()
            return
        page, prepared = self.page, gathered.prepared
        page.show_request(gathered.request)
        page.show_activities([(row.ent, words_of(row)) for row in gathered.rows])
        self._prepared = prepared
        if gathered.state is not None:
            page.show_state(gathered.state)
        elif prepared is None:
            page.show_no_activity()
        else:
            page.show_other()
        if prepared is None:
            self._next()
            return
        said = prepared.statement
        page.show_statement(said.text if said else "", said.tone if said else "")
        self.desk.aside(page, partial(papers.pdf, prepared), self._made, self._not_made)

    def _made(self, pdf: bytes) -> None:
        if self._wish is None:
            self._pdf = pdf
            self.page.show_pdf(pdf)
        self._next()

    def _not_made(self, error: Exception) -> None:
        self.desk.say(self.desk.words(error))
        self._next()

    # What the person says of it

    def _keep_plan(self, of_month: str, lines: Sequence[str]) -> None:
        if of_month:
            self.desk.change(self.page, lambda ws: month.set_plan(ws, of_month, lines))

    def _say_nothing_held(self, nothing: bool) -> None:  # noqa: FBT001 - yes or no
        of_month = self.page.request().month
        said = (
            QCoreApplication.translate("ReportRoad", "Dilaporkan: tidak ada kegiatan.")
            if nothing
            else QCoreApplication.translate("ReportRoad", "Laporan itu dibatalkan.")
        )
        self.desk.change(
            self.page, lambda ws: month.say_nothing_held(ws, of_month, nothing=nothing), said
        )

    def _mark_handed(self) -> None:
        self._mark(Stage.HANDED, QCoreApplication.translate(
            "ReportRoad", "Laporan %1 ditandai sudah ke Ketua RT."))  # fmt: skip

    def _mark(self, stage: Stage, said: str = "") -> None:
        of_month = self.page.request().month
        words = strings.fill(said, strings.month_name(of_month))
        self.desk.change(self.page, lambda ws: month.mark(ws, of_month, stage), words)

    # Paper and files

    def _print(self) -> None:
        prepared = self._prepared
        if prepared is None or not self._pdf:
            return
        words = QCoreApplication.translate("ReportRoad", "Simpan PDF")
        other_way = [(words, partial(self._save, "pdf"))]
        if self.desk.print_pdf(self._pdf, prepared.name, other_way) and self._is_month():
            self._mark(Stage.PRINTED)
            self.page.ask_handed()

    def _is_month(self) -> bool:
        return self.page.request().paper is Paper.MONTH

    def _save(self, what: str) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        suffix = "png" if what == "chat" else what
        path = self.desk.ask_save(f"{prepared.name}.{suffix}", _FILTERS[suffix])
        if path is None:
            return
        make: dict[str, Callable[[], bytes]] = {
            "pdf": partial(papers.pdf, prepared),
            "xlsx": partial(papers.xlsx, prepared),
            "chat": partial(papers.chat_png, prepared),
        }
        self.desk.aside(
            self.page, lambda: papers.keep(path, make[what]()), partial(self._saved, what)
        )

    def _saved(self, what: str, path: Path) -> None:
        said = strings.fill(QCoreApplication.translate("ReportRoad", "Disimpan: %1"), path.name)
        if what != "pdf" or not self._is_month():
            self.desk.say(said)
            return
        words = QCoreApplication.translate("ReportRoad", "Tandai sudah dicetak")
        marked = QCoreApplication.translate("ReportRoad", "Laporan %1 ditandai sudah dicetak.")
        self.desk.say(said, extras=[(words, lambda: self._mark(Stage.PRINTED, marked))])


_FILTERS = {"pdf": "PDF (*.pdf)", "xlsx": "Excel (*.xlsx)", "png": "PNG (*.png)"}


def gather(request: Request, ws: Workspace) -> Gathered:
    """Fill in what `request` leaves open, and prepare its sheet where there is one to make."""
    if needs_activity(request):
        return _of_activity(request, ws)
    if request.paper is not Paper.MONTH:
        return Gathered(request=request, prepared=papers.prepare(ws, request))
    full = replace(request, month=request.month or month.default_month(ws))
    state = month.state(ws, full.month)
    has_sheet = bool(state.activities) or state.nothing_held
    prepared = papers.prepare(ws, full) if has_sheet else None
    return Gathered(request=full, state=state, prepared=prepared)


def _of_activity(request: Request, ws: Workspace) -> Gathered:
    rows = activity_list.listing_of(ws, Query(limit=OFFERED)).rows
    rows = tuple(row for row in rows if row.ent and not row.draft)
    if request.activity and request.activity not in {row.ent for row in rows}:
        rows = (activity_detail.detail(ws, request.activity).row, *rows)
    if not rows:
        return Gathered(request=request)
    full = replace(request, activity=request.activity or _likeliest(rows, request.paper))
    return Gathered(request=full, rows=rows, prepared=papers.prepare(ws, full))


def _likeliest(rows: Sequence[ActivityRow], paper: Paper) -> str:
    """Return what the sheet is most likely wanted of: the pack of a plan, a report of the past."""
    planned = paper is Paper.PACK
    fitting = (row.ent for row in rows if row.activity.planned is planned)
    return next(fitting, rows[0].ent)


def words_of(row: ActivityRow) -> str:
    """Return how an activity is named in a list to pick from."""
    day = strings.day_short(row.activity.date) if row.activity.date else ""
    return " · ".join(part for part in (day, name_of(row.activity)) if part)
