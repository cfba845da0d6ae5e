"""Garbage is collected on the UI thread alone, and between two events.

Python collects wherever it happens to be: on the thread of a lane, or in the middle of a walk of
Qt through all widgets. A widget in a ring of references is destroyed by that, on the wrong thread
or under the feet of that walk, and the program ends (seen: a change of theme while the store was
busy). So the collector is switched off, and asked from the event loop.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class Collector(QObject):
    """Collects as often as Python would, but from the event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_due)
        timer.start(EVERY_MS)


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds, and those below."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    over = [generation for generation, (count, most) in enumerate(due) if count > most]
    if over:
        gc.collect(over[-1])
