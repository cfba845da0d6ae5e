import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.hiding import Watch, steady_seconds


@dataclass
class Seconds:
    """A clock that a test turns."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def watch(qapp: object, seconds: Seconds) -> Watch:
    watch = Watch(seconds)
    watch.start(minutes=5)
    return watch


def quiet_for(watch: Watch, seconds: Seconds, length: int) -> None:
    """Let `length` seconds pass, a tick each."""
    for _ in range(length):
        seconds.at += 1
        watch.tick()


def test_five_quiet_minutes_lock(qtbot: QtBot, watch: Watch, seconds: Seconds) -> None:
    quiet_for(watch, seconds, 299)
    with qtbot.waitSignal(watch.hide_asked):
        quiet_for(watch, seconds, 1)


def test_the_lock_is_announced_twenty_seconds_before(
    qtbot: QtBot, watch: Watch, seconds: Seconds
) -> None:
    quiet_for(watch, seconds, 279)
    with qtbot.waitSignal(watch.warned) as heard:
        quiet_for(watch, seconds, 1)
    assert heard.args == [True]


def test_a_sign_of_life_takes_the_announcement_back(
    qtbot: QtBot, watch: Watch, seconds: Seconds
) -> None:
    quiet_for(watch, seconds, 285)
    with qtbot.waitSignal(watch.warned) as heard:
        watch.noticed()
    assert heard.args == [False]
    with qtbot.assertNotEmitted(watch.hide_asked):
        quiet_for(watch, seconds, 270)


def test_a_laptop_that_slept_locks_at_once(qtbot: QtBot, watch: Watch, seconds: Seconds) -> None:
    seconds.at += 90
    with qtbot.waitSignal(watch.hide_asked):
        watch.tick()


def test_after_the_lock_nothing_is_counted(qtbot: QtBot, watch: Watch, seconds: Seconds) -> None:
    quiet_for(watch, seconds, 300)
    assert not watch.is_counting


def test_three_escapes_far_apart_hide_nothing(qtbot: QtBot, watch: Watch, seconds: Seconds) -> None:
    with qtbot.assertNotEmitted(watch.hide_asked):
        for _ in range(4):
            watch.escape_pressed()
            seconds.at += 1


@pytest.mark.parametrize(
    "act",
    [
        lambda handle: QTest.keyClick(handle, Qt.Key.Key_A),
        lambda handle: QTest.mouseClick(handle, Qt.MouseButton.LeftButton),
    ],
    ids=["key", "mouse"],
)
def test_keys_and_mouse_in_the_window_are_signs_of_life(
    qtbot: QtBot, watch: Watch, seconds: Seconds, act: Callable[[object], None]
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    watch.listen(widget.windowHandle())
    quiet_for(watch, seconds, 285)
    with qtbot.waitSignal(watch.warned):
        act(widget.windowHandle())


def test_setting_the_clock_of_the_laptop_hides_nothing() -> None:
    before, wall = steady_seconds(), time.time()
    assert 0 <= steady_seconds() - before < 60
    assert abs(before - wall) > 1e6


@pytest.fixture
def shown(qtbot: QtBot, watch: Watch) -> QWidget:
    """A window that the watch listens to."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    watch.listen(made.windowHandle())
    return made


def test_three_escapes_in_a_row_hide(qtbot: QtBot, watch: Watch, shown: QWidget) -> None:
    heard: list[bool] = []
    watch.hide_asked.connect(lambda: heard.append(True))
    for _ in range(3):
        QTest.keyClick(shown.windowHandle(), Qt.Key.Key_Escape)
    assert heard == [True]


def test_another_key_between_begins_the_count_anew(
    qtbot: QtBot, watch: Watch, shown: QWidget
) -> None:
    heard: list[bool] = []
    watch.hide_asked.connect(lambda: heard.append(True))
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Escape):
        QTest.keyClick(shown.windowHandle(), key)
    assert heard == []
