"""The list of activities and what it leads to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.activities.activity_list import Listing, Query, listing_of
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.activities_page import ActivitiesPage
from patbm_desktop.ui.parts.activity_words import name_of
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.taking_back import delete_activity, delete_draft
from patbm_desktop.ui.shell import Entry

FIRST_ROWS = 60
"""Rows asked for before all others: more than a screen shows."""


class ActivitiesRoad(Road):
    """Answers the filters, newest wish first, and follows what the person does with a row.

    One question is on its way at a time; a newer wish replaces the one that waits, and an answer to
    an older wish is not shown.
    """

    KEY: ClassVar[str] = "activities"

    def entry(self) -> Entry:
        """Return the entry of the sidebar."""
        words = QCoreApplication.translate("ActivitiesRoad", "Kegiatan")
        return Entry(self.KEY, "notebook-pen", words)

    def build(self) -> Page:
        """Make the page and connect its signals."""
        rt, year = strings.rt_short(self.desk.me.rt_number), self.desk.clock.now().year
        page = ActivitiesPage(self.desk.theme, rt, year)
        page.wanted.connect(self._want)
        page.asked.connect(self._follow)
        page.new_asked.connect(self._begin)
        self._wish: Query | None = None
        self._busy = False
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Show the list anew, with the filters that `what` names."""
        self.page.take_filters(what)
        self._want(self.page.query())

    # Asking

    def _want(self, query: Query) -> None:
        self._wish = query
        if not self._busy:
            self._ask_first()

    def _ask_first(self) -> None:
        query, self._wish = self._wish, None
        if query is None:
            return
        self._busy = True
        limit = None if query.preset else FIRST_ROWS
        self._ask(query, limit)

    def _ask(self, query: Query, limit: int | None) -> None:
        self.desk.ask(
            self.page,
            lambda ws: listing_of(ws, replace(query, limit=limit)),
            partial(self._answered, query),
            self._not_answered,
        )

    def _answered(self, query: Query, listing: Listing) -> None:
        if self._wish is not None:
            self._ask_first()
            return
        self.page.show_listing(listing, query)
        if listing.is_whole:
            self._busy = False
        else:
            self._ask(query, None)

    def _not_answered(self, error: Exception) -> None:
        self._busy = False
        self.desk.say(self.desk.words(error))

    # Following

    def _begin(self, how: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            "log": lambda: self.desk.go("log"),
            "backlog": lambda: self.desk.go("log", backlog=True),
            "import": lambda: self.desk.go("import"),
        }
        ways[how]()

    def _follow(self, verb: str, row: ActivityRow) -> None:
        ways: dict[str, Callable[[], None]] = {
            "open": lambda: self.desk.go("activity", ent=row.ent),
            "resume": lambda: self.desk.go("log", draft=row.draft),
            "correct": lambda: self.desk.go("log", ent=row.ent),
            "attendance": lambda: self.desk.go("attendance", ent=row.ent),
            "held": lambda: self.desk.go("log", ent=row.ent, held=True),
            "postpone": lambda: self.desk.go("activity", ent=row.ent, postpone=True),
            "delete": lambda: self._delete(row),
        }
        ways[verb]()

    def _delete(self, row: ActivityRow) -> None:
        if row.draft:
            delete_draft(self.desk, self.page, row.draft, name_of(row.activity), self._again)
        else:
            delete_activity(self.desk, self.page, row)

    def _again(self) -> None:
        self._want(self.page.query())
