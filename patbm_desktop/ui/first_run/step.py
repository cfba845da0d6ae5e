"""What the first run knows of a step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.theme import Theme


class Step(QWidget):
    """One question of the first run; `submitted` is Enter in its last field."""

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def title(self) -> str:
        """Return the question."""
        raise NotImplementedError

    def subtitle(self, form: str) -> str:
        """Return the line under it, for somebody addressed as `form`."""
        raise NotImplementedError

    def start(self) -> None:
        """Put the focus on the first field."""
        raise NotImplementedError

    def is_fine(self) -> bool:
        """Say beside each field what is still needed; True when nothing is."""
        return True
