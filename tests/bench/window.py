"""The real window on a prepared vault, in a process of its own, with the key at hand.

One JSON line comes in: ``{"folder": path, "started": seconds since 1970, "person": id,
"keys": [hex]}``; one goes out: ``{"painted_s": Beranda painted after the start of the process,
"painted_cpu_s": processor time until then, "memory_mb": resident with every year's list shown,
"stall_ms": the longest time in which the window could not have answered a key, "stall_cpu_ms": the
same in processor time of its thread}``. The keys come by the pipe and are nowhere else.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from patbm_desktop.actions.entrance import vault
from patbm_desktop.domain.clock import SystemClock
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.ui import older_python
from patbm_desktop.ui.app import furnished
from patbm_desktop.ui.strings import Tongue
from patbm_desktop.ui.window import Window

BEAT_MS = 5


class Pulse(QObject):
    """Beats as often as the event loop lets it, and notes the longest time it did not.

    `longest_cpu_ms` counts only the work of the window's own thread, which a busy machine does not
    lengthen.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest_ms = self.longest_cpu_ms = 0.0
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - BEAT_MS)
        self.longest_cpu_ms = max(self.longest_cpu_ms, (cpu - self._last_cpu) * 1000)
        self._last, self._last_cpu = now, cpu


class Looker(QObject):
    """Opens one page after the other, each when the lanes fell silent, and notes what is asked."""

    def __init__(self, window: Window, started: float) -> None:
        super().__init__(window)
        self._window, self._started = window, started
        self.seen: dict[str, float] = {}
        self._steps = self._all_steps()
        self._timer = QTimer(self, interval=2)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._window.is_open and not self._window.house.session.busy:
            self._window.repaint()
            if next(self._steps, None) is None:
                self._timer.stop()
                self._window.close()
                QApplication.exit(0)

    def _all_steps(self) -> Iterator[str]:
        self.seen["painted_s"] = time.time() - self._started
        self.seen["painted_cpu_s"] = time.process_time()
        workplace = self._window.workplace
        assert workplace is not None
        pulse = Pulse(self)
        for key, what in (("activities", {"year": 0}), ("home", {}), ("activities", {"year": 0})):
            workplace.go(key, **what)
            yield key
        self.seen["stall_ms"] = pulse.longest_ms
        self.seen["stall_cpu_ms"] = pulse.longest_cpu_ms
        self.seen["memory_mb"] = resident_mb()


def resident_mb() -> float:
    """Return the memory of this process that is in use now, in MB (10^6 bytes)."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
        return int(line.split()[1]) * 1024 / 1e6
    import resource  # noqa: PLC0415 - not there on Windows, and only the peak

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def look(given: dict[str, Any]) -> dict[str, float]:
    """Open the window, go through its pages and return what was seen."""
    older_python.guard()
    application = QApplication(["bench"])
    folder, clock = Path(given["folder"]), SystemClock()
    held = Held(given["person"], tuple(map(bytes.fromhex, given["keys"])))
    window = furnished(application, folder, clock, Tongue(application))
    looker = Looker(window, given["started"])
    window.open_with(lambda: vault.open_held(folder, held, clock))
    window.show()
    application.exec()
    return looker.seen


if __name__ == "__main__":
    sys.stdout.write(json.dumps(look(json.loads(sys.stdin.readline()))) + "\n")
