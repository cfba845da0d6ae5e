"""Go through every page of an open window and keep a picture of each; nobody needs to look on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from patbm_desktop.actions.activities.activity_list import Query, listing_of
from patbm_desktop.actions.cases import case_list
from patbm_desktop.actions.demo import demo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.papers.papers import Paper, Prepared, Request
from patbm_desktop.ui.parts.paper_view import PaperView
from patbm_desktop.ui.window import SIZE, Window

Shown = TypeVar("Shown", bound=QWidget)
SCHEMES = ("light", "dark")
EMPTY_IN_DEMO = frozenset({"conflict", "case_conflict"})
"""Pages that show what two laptops wrote: the demo has one."""
OF_A_CASE = {"case": "ent", "referral": "case"}
"""Pages that show one case, and by what word they are told which."""
SETTLE_MS = 60
"""A page is painted once the lanes were silent at two looks, this far apart."""
LOOKS_AT_PAPER = 40
"""A preview that shows no sheet at all is waited for no longer than this."""


class Walk(QObject):
    """Takes the steps one by one, each when the lanes have fallen silent; ends the application.

    `sizes` are the text sizes; with `with_report` last month's PDF is written too. `status` is 0
    when all pages were kept.
    """

    def __init__(
        self, window: Window, target: Path, *, sizes: Sequence[float], with_report: bool = False
    ) -> None:
        super().__init__(window)
        self.status = 1
        self.kept: list[Path] = []
        self._window, self._target, self._sizes = window, target, sizes
        self._with_report = with_report
        self._activity = self._case = ""
        self._was_quiet = False
        self._patience = LOOKS_AT_PAPER
        self._pause = QTimer(self)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self._look)
        self._steps = self._all_steps()
        target.mkdir(parents=True, exist_ok=True)
        window.resize(*SIZE)
        self._pause.start()

    def _look(self) -> None:
        is_quiet = not self._window.house.session.busy and self._window.is_open
        was_quiet, self._was_quiet = self._was_quiet, is_quiet
        if not (is_quiet and was_quiet) or not self._is_drawn():
            return
        self._was_quiet, self._patience = False, LOOKS_AT_PAPER
        if next(self._steps, None) is None:
            self._pause.stop()
            self.status = 0
            self._window.close()
            QApplication.exit(0)

    def _is_drawn(self) -> bool:
        """Say whether the sheets of a preview are drawn, or have been waited for long enough."""
        self._patience -= 1
        views = [view for view in self._window.findChildren(PaperView) if view.isVisible()]
        return all(view.is_ready() for view in views) or self._patience <= 0

    def _all_steps(self) -> Iterator[str]:
        self._ask_activity()
        yield "asked"
        if self._with_report:
            self._ask_report()
            yield "report"
        for scheme in SCHEMES:
            for size in self._sizes:
                house = self._window.house
                house.wear(replace(house.appearance, scheme=scheme, scale=size))
                yield "dressed"
                yield from self._pages(f"{scheme}-{round(size * 100)}")

    def _pages(self, look: str) -> Iterator[str]:
        for place, (key, what) in enumerate(self._places(), start=1):
            workplace = self._window.workplace
            assert workplace is not None
            workplace.go(key, **what)
            yield key
            self._keep(f"{place:02}-{key}-{look}")
        self._window.show_emergency()
        yield "emergency"
        self._keep(f"90-emergency-{look}")
        self._window.emergency.close()
        yield from self._doors(look)

    def _doors(self, look: str) -> Iterator[str]:
        """Draw what stands before an open vault: the first run and the locked screen."""
        first_run = self._unseen(self._window.entrance.make_first_run())
        for step in range(4):
            first_run.show_step(step)
            yield "step"
            self._draw(first_run, f"9{step + 1}-first-run-{look}")
        first_run.deleteLater()
        locked = self._unseen(self._window.entrance.make_unlock())
        yield "locked"
        self._draw(locked, f"95-unlock-{look}")
        locked.deleteLater()

    def _unseen(self, widget: Shown) -> Shown:
        widget.setParent(self._window)
        widget.resize(*SIZE)
        widget.lower()
        widget.show()
        return widget

    def _places(self) -> Iterator[tuple[str, dict[str, object]]]:
        workplace = self._window.workplace
        assert workplace is not None
        for key in workplace.places():
            if key in EMPTY_IN_DEMO:
                continue
            what: dict[str, object] = {}
            if key in {"activity", "attendance"}:
                what = {"ent": self._activity}
            elif key in OF_A_CASE:
                what = {OF_A_CASE[key]: self._case}
            yield key, what

    def _keep(self, name: str) -> None:
        self._draw(self._window, name)

    def _draw(self, widget: QWidget, name: str) -> None:
        path = self._target / f"{name}.png"
        widget.grab().save(str(path))
        self.kept.append(path)

    def _ask_activity(self) -> None:
        session = self._window.house.session
        session.ask(self, newest, self._take_activity, self._window.met)
        session.ask(self, referred, self._take_case, self._window.met)

    def _take_activity(self, ent: str) -> None:
        self._activity = ent

    def _take_case(self, ent: str) -> None:
        self._case = ent

    def _ask_report(self) -> None:
        self._window.house.session.ask(self, last_month, self._make_report, self._window.met)

    def _make_report(self, prepared: Prepared) -> None:
        path = self._target / f"{prepared.name}.pdf"
        self._window.house.session.aside(
            self, lambda: path.write_bytes(papers.pdf(prepared)), self._written, self._window.met
        )

    def _written(self, _: int) -> None:
        """The report stands beside the pictures."""


def newest(ws: Workspace) -> str:
    """Return the newest activity that was held, empty when none was."""
    held = (row.ent for row in listing_of(ws, Query()).rows if not row.activity.planned)
    return next(filter(None, held), "")


def referred(ws: Workspace) -> str:
    """Return a case that a service knows of, empty when there is none."""
    found = case_list.listing_of(ws, case_list.Query(filter=case_list.Filter.REFERRED)).rows
    return found[0].ent if found else ""


def last_month(ws: Workspace) -> Prepared:
    """Prepare the sheet of the last month that is over."""
    return papers.prepare(ws, Request(paper=Paper.MONTH, month=demo.last_full_month(ws)))
