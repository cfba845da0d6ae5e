"""Find a word wherever a window, the desk around it, or a folder could still hold it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)  # fmt: skip


def left_on_screen(words: tuple[str, ...]) -> list[str]:
    """Return those of `words` that a widget, the clipboard, a title or a screen reader holds."""
    texts = [text.casefold() for text in _every_text()]
    return [word for word in words if any(word.casefold() in text for text in texts)]


def _every_text() -> Iterator[str]:
    board = QGuiApplication.clipboard()
    yield board.text(QClipboard.Mode.Clipboard)
    if board.supportsSelection():
        yield board.text(QClipboard.Mode.Selection)
    for widget in QApplication.allWidgets():
        yield from _of_widget(widget)
    for window in QGuiApplication.allWindows():
        yield window.title()
    QAccessible.setActive(True)
    for top in QApplication.topLevelWidgets():
        yield from _of_tree(QAccessible.queryAccessibleInterface(top))


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip(), widget.objectName())
    if isinstance(widget, (QLabel, QPushButton, QToolButton)):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
        while widget.isUndoAvailable():
            widget.undo()
            yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield from (widget.toPlainText(), widget.placeholderText())
        while widget.document().isUndoAvailable():
            widget.undo()
            yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QListView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    for at in range(model.rowCount(QModelIndex())):
        yield from (str(model.data(model.index(at, 0), role) or "") for role in ROLES)


def _of_tree(interface: QAccessibleInterface | None) -> Iterator[str]:
    if interface is None or not interface.isValid():
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value,
                 QAccessible.Text.Help):  # fmt: skip
        yield interface.text(kind)
    for at in range(interface.childCount()):
        yield from _of_tree(interface.child(at))


def left_on_disk(folders: tuple[Path, ...], words: tuple[str, ...]) -> list[str]:
    """Return those of `words` that stand in a file under `folders`, or in the name of one."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    return [word for word in words if any(_holds(path, word) for path in files)]


def _holds(path: Path, word: str) -> bool:
    content = path.read_bytes()
    return word.casefold() in str(path).casefold() or any(
        each.encode(encoding) in content
        for each in {word, word.lower(), word.upper()}
        for encoding in ENCODINGS
    )
