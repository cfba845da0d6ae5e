"""Of several buttons that could be what one came for, the first that is shown stands out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.parts.buttons import Button


class OnePrimary(QObject):
    """Keeps one primary button on `page`: of `buttons`, most pressing first, the first shown."""

    def __init__(self, page: QWidget, buttons: Sequence[Button]) -> None:
        super().__init__(page)
        self._page, self._buttons = page, buttons
        for button in buttons:
            button.installEventFilter(self)
        self._rank()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when one comes or goes."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._rank()
        return super().eventFilter(watched, event)

    def _rank(self) -> None:
        shown = [each for each in self._buttons if each.isVisibleTo(self._page)]
        for button in self._buttons:
            button.set_kind("primary" if button in shown[:1] else "secondary")
