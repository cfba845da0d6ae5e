"""The window answers at once: no turn of the event loop takes long, whatever the lanes do."""

import time

import pytest
from PySide6.QtCore import QObject, QTimer

from patbm_desktop.actions.activities import activity_list
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from tests.ui.opened import Opened

HUNG_S = 1.0
"""Of the window's own processor time: so long only a job that stands on the wrong thread takes.

How long a turn really takes is measured by `tests.bench`, where no machine can make it fail.
"""

RECORDS = 1000


class Watchdog(QObject):
    """Notes how long the thread of the window worked between two looks, in its own seconds.

    The processor's time of the one thread is taken, so that a busy machine is not a fault.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._seen = time.thread_time()
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def forget(self) -> None:
        """Begin anew."""
        self._look()
        self.longest = 0.0

    def _look(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self._seen)
        self._seen = now


def fill_up(ws: Workspace) -> None:
    """Write a thousand sessions."""
    values = {"program": "lautan_rt", "type": "kelas_pengasuhan", "rt_id": ws.rt}
    for batch in range(RECORDS // 200):
        days = [f"2026-{1 + batch:02}-{1 + n % 28:02}" for n in range(200)]
        ws.write(
            Edit(kind="activity", ent=ids.fresh(), values=values | {"date": day}) for day in days
        )


@pytest.fixture
def watchdog(window: Opened) -> Watchdog:
    """A watchdog on a window with a thousand sessions, every page of which was shown once."""
    window.desk().ask(window, fill_up, lambda _: None)
    window.settle()
    for key in window.desk().places():
        window.visit(key)
    watchdog = Watchdog(window)
    window.qtbot.wait(50)
    watchdog.forget()
    return watchdog


def test_going_from_page_to_page_never_stalls(window: Opened, watchdog: Watchdog) -> None:
    for key in window.desk().entries():
        window.visit(key)
        window.qtbot.wait(20)
    assert watchdog.longest < HUNG_S


def test_a_long_job_on_the_lane_never_stalls_the_window(window: Opened, watchdog: Watchdog) -> None:
    window.visit("home")
    watchdog.forget()
    window.desk().ask(window, fill_up, lambda _: window.desk().changed({"activity"}))
    window.settle()
    window.qtbot.wait(20)
    assert watchdog.longest < HUNG_S


def test_a_thousand_sessions_are_listed_in_the_background(
    window: Opened, watchdog: Watchdog
) -> None:
    found: list[int] = []
    window.desk().ask(
        window,
        lambda ws: activity_list.listing_of(ws, activity_list.Query()),
        lambda all_: found.append(len(all_.rows)),
    )
    window.settle()
    assert found == [RECORDS]
    assert watchdog.longest < HUNG_S
