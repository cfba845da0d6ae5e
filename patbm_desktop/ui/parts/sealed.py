"""Fields for words that must not leave the program: nothing in them can be copied or dragged."""

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.parts.fields import LineEdit, TextArea
from patbm_desktop.ui.theme import Theme

TAKING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class SealedText(TextArea):
    """Several lines of text that never reach the clipboard; pasting in is as usual."""

    def __init__(self, theme: Theme, name: str, placeholder: str = "", *, lines: int = 3) -> None:
        super().__init__(theme, name, placeholder, lines=lines)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def minimumSizeHint(self) -> QSize:
        """Ask for the wanted lines and no more; Qt would keep room for its scroll bars."""
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give nothing to the clipboard, to a mouse that drags, or to X11's selection."""
        # Made by Qt and emptied: one made in Python would outlive Python in the clipboard, and the
        # program would crash as it ends. Qt fills it only when it is read, so it is read first.
        taken = super().createMimeDataFromSelection()
        taken.text()
        taken.clear()
        return taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let copying and cutting do nothing, so that neither empties the clipboard."""
        if not any(event.matches(key) for key in TAKING):
            super().keyPressEvent(event)


class SealedLine(LineEdit):
    """One line of text that never reaches the clipboard."""

    def __init__(
        self, name: str, placeholder: str = "", *, size: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, placeholder, size=size)
        if parent is not None:
            self.setParent(parent)
        self.setDragEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let copying and cutting do nothing."""
        if not any(event.matches(key) for key in TAKING):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer no menu: what stands in it would copy."""
        event.accept()
