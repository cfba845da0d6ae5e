"""Widgets that hold each other go on the thread of the screen, whoever is at work meanwhile."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.collecting import Collector, collect_due
from patbm_desktop.ui.work import Lane


class Ring(QWidget):
    """A widget that only the collector can take away."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(
            lambda: gone.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )


@pytest.fixture
def lane(qapp: QObject) -> Iterator[Lane]:
    gc.enable()
    collector, lane = Collector(), Lane("test")
    yield lane
    lane.close()
    collector.deleteLater()


def litter() -> int:
    """Leave many rings behind, as a job with much to do."""
    for _ in range(20_000):
        ring: list[object] = []
        ring.append(ring)
    return threading.get_ident()


def test_a_widget_goes_on_the_thread_of_the_screen(qtbot: QtBot, lane: Lane) -> None:
    gone: list[int] = []
    done: list[int] = []
    no_bug: list[Exception] = []
    Ring(gone)
    lane.run(lane, litter, done.append, no_bug.append)
    qtbot.waitUntil(lambda: bool(gone and done))
    assert gone == [threading.get_ident()]
    assert done != gone


def test_what_is_due_is_collected_and_counted_anew(qapp: QObject) -> None:
    litter()
    assert gc.get_count()[0] > gc.get_threshold()[0]
    collect_due()
    assert gc.get_count()[0] < gc.get_threshold()[0]
