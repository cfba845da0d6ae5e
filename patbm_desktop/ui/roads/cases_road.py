"""The list of cases and what it leads to."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.cases import case_hiding, case_list, case_yearly, casebook
from patbm_desktop.actions.cases.case_list import Filter, Listing, Query, Waiting
from patbm_desktop.actions.cases.case_rows import Row
from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.ui.desk import Desk
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.cases_page import CasesPage
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.shell import Entry
from patbm_desktop.ui.tables.case_view import BRING_BACK, HIDE


class CasesRoad(Road):
    """Answers the filters, newest wish first, and follows what the person does with a row."""

    KEY: ClassVar[str] = "cases"
    LEADS_TO: ClassVar[str] = "case"
    IS_SEALED: ClassVar[bool] = True

    page: CasesPage

    def entry(self) -> Entry:
        """Return the entry of the sidebar."""
        words = QCoreApplication.translate("CasesRoad", "Catatan rahasia")
        return Entry(self.KEY, "shield", words)

    def build(self) -> Page:
        """Make the page and connect its signals."""
        page = CasesPage(self.desk.theme)
        page.wanted.connect(self._want)
        page.asked.connect(self._follow)
        page.note_asked.connect(lambda: self.desk.go("concern"))
        page.numbers_asked.connect(self.desk.emergency)
        self._wish: Query | None = None
        self._busy = False
        self._counts = False
        """Whether the number of cases that wait is still to be said."""
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Show the list anew, with the filter that `what` names."""
        self.page.take_filters(what)
        self._counts = True
        self._want(self.page.query())

    def _show_waiting(self, waiting: Waiting) -> None:
        self.desk.badge(self.KEY, waiting.count)

    # Asking

    def _want(self, query: Query) -> None:
        self._wish = query
        if not self._busy:
            self._next()

    def _next(self) -> None:
        query, self._wish = self._wish, None
        if query is None:
            return
        self._busy = True
        job = partial(case_list.listing_of, query=query)
        self.desk.ask(self.page, job, partial(self._answered, query), self._not_answered)

    def _answered(self, query: Query, listing: Listing) -> None:
        self._busy = False
        if self._wish is not None:
            self._next()
            return
        self.page.show_listing(listing, query)
        self.page.paint_now()
        self._count(listing)
        is_whole = not query.search.strip()
        if query.filter is Filter.CLOSED and is_whole:
            self.desk.ask(self.page, case_list.due, lambda due: self.page.show_due(len(due)))
        else:
            self.page.show_due(0)
        if query.filter is Filter.ALL and is_whole:
            self.desk.ask(self.page, case_yearly.codes_due, self.page.show_old)
        else:
            self.page.show_old(())

    def _count(self, listing: Listing) -> None:
        """Say how many wait; a list that was narrowed does not know, and it is asked for."""
        if listing.waiting is not None:
            self._show_waiting(listing.waiting)
        elif self._counts:
            self.desk.ask(self.page, case_list.waiting, self._show_waiting)
        self._counts = False

    def _not_answered(self, error: Exception) -> None:
        self._busy = False
        self.desk.say(self.desk.words(error))

    # Following

    def _follow(self, verb: str, row: Row) -> None:
        if verb == HIDE:
            hide_case(self.desk, self.page, row.ent)
        elif verb == BRING_BACK:
            said = QCoreApplication.translate("CasesRoad", "Catatan dimunculkan lagi.")
            self.desk.change(self.page, partial(case_hiding.bring_back, ent=row.ent), said)
        else:
            self.desk.go("case", ent=row.ent)


def hide_case(desk: Desk, page: Page, ent: str) -> None:
    """Take a case out of every list, and offer to bring it back."""
    said = QCoreApplication.translate("CasesRoad", "Catatan disembunyikan.")
    desk.change(page, partial(_hide, ent=ent), said)


def _hide(ws: Workspace, ent: str) -> Done:
    return case_hiding.hide(ws, casebook.page(ws, ent))
