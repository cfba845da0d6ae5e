"""The keys that work everywhere in the window. Those of a page belong to the page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Act = Callable[[], None]


def bind(window: QWidget, keys: Mapping[str, Act]) -> list[QShortcut]:
    """Let each key of `keys`, written as ``Ctrl+N``, do its act anywhere in `window`."""
    made = []
    for words, act in keys.items():
        shortcut = QShortcut(QKeySequence(words), window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        shortcut.activatedAmbiguously.connect(act)
        made.append(shortcut)
    return made
