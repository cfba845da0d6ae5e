"""When to hide: nobody at the laptop, Esc three times, or a laptop that slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

WARNING_S = 20
TICK_MS = 1000
SLEPT_S = 60
"""A tick that comes this late means that the laptop slept with its lid closed."""
ESCAPES = 3
ESCAPES_WITHIN_S = 1.5

INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)


_STEADY = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""The clock of the system that counts a sleep too: on Linux, on macOS; elsewhere it has no name."""


def steady_seconds() -> float:
    """Return seconds that setting the laptop's clock does not move, those asleep among them."""
    return time.monotonic() if _STEADY is None else time.clock_gettime(_STEADY)


class Watch(QObject):
    """Counts the quiet seconds while the vault is open and says when it is time to lock.

    It listens at the windows of the program alone, before any widget, so that nothing in it slows
    a page down. `now` tells seconds as `steady_seconds` does.
    """

    hide_asked = Signal()
    warned = Signal(bool)
    """Whether the notice that the lock is near shall show."""

    def __init__(self, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._limit_s = 5 * 60
        self._last_input = self._last_tick = now()
        self._escapes: list[float] = []
        self._is_warned = False
        self._windows: set[QWindow] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.listen)

    def start(self, minutes: int) -> None:
        """Begin to count; lock after `minutes` without a key or a move of the mouse."""
        self._limit_s = minutes * 60
        self._last_tick = self._now()
        self.noticed()
        self._timer.start()

    def stop(self) -> None:
        """Count no more: there is nothing to lock."""
        self._timer.stop()
        self._warn(False)

    @property
    def minutes(self) -> int:
        """After how many quiet minutes it is time to lock."""
        return self._limit_s // 60

    @property
    def is_counting(self) -> bool:
        """Whether the vault is watched now."""
        return self._timer.isActive()

    def listen(self, window: QWindow | None) -> None:
        """Hear the keys and the mouse of `window` from now on."""
        if window is not None and window not in self._windows:
            self._windows.add(window)
            window.destroyed.connect(self._forget)
            window.installEventFilter(self)

    def noticed(self) -> None:
        """Somebody is there."""
        self._last_input = self._now()
        self._warn(False)

    def tick(self) -> None:
        """Look at the clock, once a second."""
        now = self._now()
        slept = now - self._last_tick > SLEPT_S
        self._last_tick = now
        quiet = now - self._last_input
        if slept or quiet >= self._limit_s:
            self.stop()
            self.hide_asked.emit()
        elif quiet >= self._limit_s - WARNING_S:
            self._warn(True)

    def escape_pressed(self) -> None:
        """Count an Esc; the third in a row hides."""
        now = self._now()
        self._escapes = [at for at in self._escapes if now - at < ESCAPES_WITHIN_S] + [now]
        if len(self._escapes) >= ESCAPES:
            self._escapes.clear()
            self.hide_asked.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hear what a window is told, and let it pass."""
        if event.type() in INPUT:
            self.noticed()
            if isinstance(event, QKeyEvent):
                self._heard_key(event)
        return False

    def _heard_key(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            self._escapes.clear()
        elif not event.isAutoRepeat():
            self.escape_pressed()

    def _warn(self, on: bool) -> None:  # noqa: FBT001 - one value, one meaning
        if on != self._is_warned:
            self._is_warned = on
            self.warned.emit(on)

    def _forget(self, window: QObject) -> None:
        self._windows = {each for each in self._windows if each is not window}
