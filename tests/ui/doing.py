"""Do things in the open vault of a test window, as an action would, and wait for them."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from patbm_desktop.actions.activities import activities, activity_detail, activity_list
from patbm_desktop.actions.activities.activity_list import Query
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.activity import Activity, Count4
from tests.ui import reading
from tests.ui.opened import Opened

T = TypeVar("T")
SIZES = (1.0, 1.25, 1.5, 2.0)


def do(window: Opened, job: Callable[[Workspace], T]) -> T:
    """Do `job` on the store lane and return its value."""
    got: list[T] = []
    errors: list[Exception] = []
    window.house.session.ask(window, job, got.append, errors.append)
    window.settle()
    assert not errors, errors
    return got[0]


def lesson(**changes: Any) -> Activity:
    """Return a session of Lautan RT on 7 November with 17 people, changed as said."""
    usual: dict[str, Any] = {
        "program": "lautan_rt",
        "type": "kelas_pengasuhan",
        "date": date(2026, 11, 7),
        "topics": ("pengasuhan_positif",),
        "participants": Count4(4, 13, 0, 0),
    }
    return Activity(**usual | changes)


def record(window: Opened, place: str = "Balai RT", **changes: Any) -> str:
    """Keep a session and return its id."""
    return do(window, lambda ws: activities.record(ws, lesson(**changes), place_name=place)).ent


def rows(window: Opened) -> tuple[ActivityRow, ...]:
    """Return every activity of the vault."""
    return do(window, lambda ws: activity_list.listing_of(ws, Query())).rows


def detail(window: Opened, ent: str) -> activity_detail.Detail:
    """Return one activity."""
    return do(window, lambda ws: activity_detail.detail(ws, ent))


def jpeg(colour: str = "#55aa88") -> bytes:
    """Return a small photo of nothing."""
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, "jpeg")
    return bytes(held.data().data())


def misfits(window: Opened) -> list[str]:
    """Return what has no room on the page that is shown, in the smallest window at every size."""
    return [each for scale in SIZES for each in misfits_at(window, scale)]


def misfits_at(window: Opened, scale: float) -> list[str]:
    """Return what has no room on the page that is shown, in the smallest window at one size."""
    if window.house.theme.scale != scale:
        window.house.theme.apply(scale=scale)
    window.resize(1366, 697)
    window.settle()
    window.qtbot.wait(30)
    shell = window.desk().shell
    wide = [] if window.width() == 1366 else [f"the window is {window.width()} wide"]
    said = (*wide, *reading.sideways(shell), *reading.cut_words(shell))
    return [f"{scale}: {each}" for each in said]
