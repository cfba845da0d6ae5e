"""Carries how far a lane has come to the thread that paints."""

from PySide6.QtCore import QObject, Signal


class Teller(QObject):
    """Emit `moved` on the lane, connect it queued: how much is done, and of how much."""

    moved = Signal(int, int)
