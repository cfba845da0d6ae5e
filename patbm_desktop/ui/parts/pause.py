"""Buttons that cannot be pressed for a while, and the keyboard that comes back to where it was.

Qt moves the keyboard to the next button when one is switched off: whoever pressed Enter twice would
press that one, and whoever listens would find herself elsewhere.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget


class Pause:
    """Switches `buttons` off and on together; `hold` keeps the keyboard meanwhile."""

    def __init__(self, buttons: Sequence[QPushButton], hold: QWidget) -> None:
        self._buttons, self._hold = buttons, hold
        self._left: QPushButton | None = None

    def set(self, *, on: bool) -> None:
        """Let nothing be pressed, or everything again."""
        if on:
            for button in self._buttons:
                if button.hasFocus():
                    self._leave(button)
        for button in self._buttons:
            button.setEnabled(not on)
        if not on:
            self._come_back()

    def give(self, button: QPushButton) -> None:
        """Put the keyboard on `button`, as soon as that can be pressed."""
        if button.isEnabled():
            button.setFocus()
        else:
            self._leave(button)

    def _leave(self, button: QPushButton) -> None:
        self._left = button
        self._hold.setFocus()

    def _come_back(self) -> None:
        button, self._left = self._left, None
        if button is not None and self._hold.hasFocus():
            button.setFocus()
