"""Beranda and what it leads to."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.home import Home, Todo, TodoKind, home
from patbm_desktop.actions.travel import syncing
from patbm_desktop.domain import clock
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.home_page import HomePage
from patbm_desktop.ui.parts.activity_words import name_of
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.taking_back import delete_draft
from patbm_desktop.ui.shell import Entry


class HomeRoad(Road):
    """Fills Beranda and follows what the person takes up there."""

    KEY: ClassVar[str] = "home"
    LEADS_TO: ClassVar[str] = "cases"
    NEEDS_RT: ClassVar[bool] = True

    def entry(self) -> Entry:
        """Return the first entry of the sidebar."""
        return Entry("home", "house", QCoreApplication.translate("HomeRoad", "Beranda"))

    def build(self) -> Page:
        """Make the page and connect its signals."""
        me = self.desk.me
        page = HomePage(self.desk.theme, strings.name_of(me.address_form, me.call_name))
        page.log_asked.connect(lambda: self.desk.go("log"))
        page.note_asked.connect(lambda: self.desk.go("concern"))
        page.numbers_asked.connect(self.desk.emergency)
        page.print_asked.connect(lambda: self.desk.go("report"))
        page.all_asked.connect(lambda: self.desk.go("activities"))
        page.send_asked.connect(self.desk.send_now)
        page.save_asked.connect(lambda: self.desk.go("sync", save=True))
        page.row_asked.connect(lambda ent: self.desk.go("activity", ent=ent))
        page.asked.connect(self._follow)
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:  # noqa: ARG002 - there is one Beranda
        """Gather Beranda as of now."""
        self.desk.ask(self.page, home, self._show)
        self.desk.ask(self.page, syncing.state, self.desk.adopt_travels)

    def _show(self, gathered: Home) -> None:
        greeting = clock.greeting(self.desk.clock.now(), strings.language())
        self.page.show_home(gathered, greeting)
        waiting = (each for each in gathered.todos if each.kind is TodoKind.FOLLOW_UPS)
        self.desk.badge("cases", next((int(each.facts["count"]) for each in waiting), 0))

    def _follow(self, verb: str, todo: Todo) -> None:
        follow: dict[str, Callable[[Todo], None]] = {
            "try_number": lambda _: self.desk.emergency(),
            "fill_number": lambda _: self.desk.go("settings", section="numbers"),
            "postpone": lambda todo: self.desk.go("activity", ent=todo.ent, postpone=True),
            "held": lambda todo: self.desk.go("log", ent=todo.ent, held=True),
            "resume": lambda todo: self.desk.go("log", draft=todo.draft),
            "drop": self._drop,
            "cases": lambda _: self.desk.go("cases"),
            "resume_concern": lambda todo: self.desk.go("concern", draft=todo.draft),
            "drop_concern": self._drop,
            "complete": lambda todo: self.desk.go("log", ent=todo.ent),
            "choose": lambda _: self.desk.go("conflict"),
            "choose_cases": lambda _: self.desk.go("case_conflict"),
            "print": lambda todo: self.desk.go("report", month=todo.month),
            "recovery": lambda _: self.desk.go("settings", section="recovery"),
        }
        follow[verb](todo)

    def _drop(self, todo: Todo) -> None:
        name = name_of(todo.row.activity) if todo.row else ""
        delete_draft(self.desk, self.page, todo.draft, name, lambda: self.fill({}))
