"""The real window on a vault of cases, in a process of its own, with the key at hand.

One JSON line comes in: ``{"folder": path, "person": id, "keys": [hex], "ops": path of a pickled
list, "case": id}``; one goes out, for each of list, filter, search, case, take, stall and hide the
milliseconds by the clock (``list_ms``) and of the processor (``list_cpu_ms``). What is painted is
timed from the wish to the painted answer; `stall` is the longest time in which the window could not
have answered a key while it was used and ops were taken in on the other lane.
"""

import json
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from patbm_desktop.actions.cases.case_rows import Lines
from patbm_desktop.actions.entrance import vault
from patbm_desktop.domain.clock import SystemClock
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.ui import older_python
from patbm_desktop.ui.app import furnished
from patbm_desktop.ui.pages.case_page import CasePage
from patbm_desktop.ui.pages.cases_page import CasesPage
from patbm_desktop.ui.strings import Tongue
from patbm_desktop.ui.window import Window
from patbm_desktop.ui.workplace import Workplace
from tests.bench import sealed
from tests.bench.window import Pulse

WORD = "kekerasan"
SCREENFUL = 6
"""So many lines at least stand in the window; one is only worked out when it is painted."""
LOOKS = 1
"""Milliseconds between two looks at whether the lanes fell silent."""


Is = Callable[[], bool]


class Painted(QObject):
    """Tells whether `widget` was painted since its answer is there."""

    def __init__(self, widget: QWidget, is_there: Is) -> None:
        super().__init__(widget)
        self._is_there, self._is_so = is_there, False
        widget.installEventFilter(self)

    def is_so(self) -> bool:
        """Say so: asked by the event loop, when the painting is done."""
        return self._is_so

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that the widget is being painted."""
        self._is_so = self._is_so or (event.type() == QEvent.Type.Paint and self._is_there())
        return False


class Visitor(QObject):
    """Goes from page to page, each when the one before is painted, and notes how long it took."""

    def __init__(self, window: Window, given: dict[str, Any]) -> None:
        super().__init__(window)
        self._window, self._given = window, given
        self.seen: dict[str, float] = {}
        self._is_taking = self._is_there = False
        self._steps = self._all_steps()
        self._awaited: Is = lambda: window.is_open
        self._timer = QTimer(self, interval=LOOKS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        was_there, self._is_there = self._is_there, self._is_there or self._awaited()
        if not was_there:
            return
        self._is_there, following = False, next(self._steps, None)
        if following is not None:
            self._awaited = following
            return
        self._timer.stop()
        self._window.close()
        QApplication.exit(0)

    @property
    def _workplace(self) -> Workplace:
        assert self._window.workplace is not None
        return self._window.workplace

    def _is_silent(self) -> bool:
        """Say whether all lanes but the one that takes ops have answered."""
        return self._window.house.session.busy <= self._is_taking

    def _all_steps(self) -> Iterator[Is]:
        yield from self._go("home")
        yield partial(self._is_ready, "cases")
        yield self._is_silent
        yield from self._timed("list", self._go("cases"), lambda: self._listed() > 0)
        every = self._listed()
        yield self._is_silent
        fewer = self._go("cases", filter="todo")
        yield from self._timed("filter", fewer, lambda: 0 < self._listed() < every)
        yield from self._go("cases", filter="all")
        yield from self._timed("search", self._type(WORD), lambda: 0 < self._listed() < every)
        yield self._is_silent
        yield partial(self._is_ready, "case")
        one = self._go("case", ent=self._given["case"])
        yield from self._timed("case", one, self._has_timeline)
        yield self._is_silent
        yield from self._take()
        self._hide()

    def _go(self, key: str, **what: object) -> Iterator[Is]:
        self._workplace.go(key, **what)
        yield self._is_silent

    def _type(self, word: str) -> Iterator[Is]:
        page = self._workplace.page()
        assert isinstance(page, CasesPage)
        page.field.setText(word)
        yield self._is_silent

    def _listed(self) -> int:
        """Return how many cases are listed; 0 while no screenful of them was painted."""
        page = self._workplace.page()
        rows = page.list.rows._rows if isinstance(page, CasesPage) else ()
        return len(rows) if isinstance(rows, Lines) and len(rows._made) >= SCREENFUL else 0

    def _is_ready(self, key: str) -> bool:
        """Say whether a page was looked at so long that the one it leads to was made meanwhile."""
        return self._workplace.shell.has_page(key)

    def _has_timeline(self) -> bool:
        page = self._workplace.page()
        return isinstance(page, CasePage) and bool(page.timeline.entries)

    def _timed(self, what: str, wish: Iterator[Is], is_there: Is) -> Iterator[Is]:
        clock, cpu = time.perf_counter(), time.process_time()
        next(wish)
        page = self._workplace.page()
        painted = Painted(page.timeline, is_there).is_so if isinstance(page, CasePage) else is_there
        yield painted
        self._note(what, clock, cpu)

    def _take(self) -> Iterator[Is]:
        ops = pickle.loads(Path(self._given["ops"]).read_bytes())
        clock, cpu = time.perf_counter(), time.process_time()
        pulse = Pulse(self)
        self._is_taking = True
        self._window.house.session.aside(self, partial(_take, self._given, ops), self._taken, _bad)
        for key in cycle(("cases", "home", "activities")):
            if not self._is_taking:
                break
            yield from self._go(key)
        self._note("take", clock, cpu)
        self.seen["stall_ms"], self.seen["stall_cpu_ms"] = pulse.longest_ms, pulse.longest_cpu_ms

    def _taken(self, _: object) -> None:
        self._is_taking = False

    def _hide(self) -> None:
        clock, cpu = time.perf_counter(), time.process_time()
        self._window.hide_now()
        self._note("hide", clock, cpu)
        assert self._window.cover.isVisible()
        assert not self._window.is_open

    def _note(self, what: str, clock: float, cpu: float) -> None:
        self.seen[f"{what}_ms"] = (time.perf_counter() - clock) * 1000
        self.seen[f"{what}_cpu_ms"] = (time.process_time() - cpu) * 1000


def _take(given: dict[str, Any], ops: list[sealed.Signed]) -> None:
    """Take the ops with a connection of the lane's own, as syncing does."""
    ws = vault.open_held(Path(given["folder"]), _held(given), SystemClock())
    sealed.take(ws, ops)
    ws.close()


def _bad(error: Exception) -> None:
    raise error


def _held(given: dict[str, Any]) -> Held:
    return Held(given["person"], tuple(map(bytes.fromhex, given["keys"])))


def visit(given: dict[str, Any]) -> dict[str, float]:
    """Open the window, go through the cases and return what was seen."""
    older_python.guard()
    application = QApplication(["bench"])
    folder, clock = Path(given["folder"]), SystemClock()
    window = furnished(application, folder, clock, Tongue(application))
    visitor = Visitor(window, given)
    window.open_with(lambda: vault.open_held(folder, _held(given), clock))
    window.show()
    application.exec()
    return visitor.seen


if __name__ == "__main__":
    sys.stdout.write(json.dumps(visit(json.loads(sys.stdin.readline()))) + "\n")
