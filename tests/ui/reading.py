"""Look at a page as a person or a screen reader does: what is cut, what has no name."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QWidget,
)

SLACK_PX = 1


def cut_words(root: QWidget) -> list[str]:
    """Return the words on `root` that do not have the room they need."""
    return [words for widget in visible(root) if (words := _cut(widget))]


def _cut(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and widget.text():
        return widget.text() if _label_is_cut(widget) else ""
    if isinstance(widget, QPushButton) and widget.text():
        too_narrow = widget.minimumSizeHint().width() > widget.width() + SLACK_PX
        too_low = widget.fontMetrics().height() > widget.height()
        return widget.text() if too_narrow or too_low else ""
    return ""


def _label_is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        need = label.heightForWidth(label.width())
        return need > label.height() + SLACK_PX
    hint = label.sizeHint()
    return hint.width() > label.width() + SLACK_PX or hint.height() > label.height() + SLACK_PX


def sideways(root: QWidget) -> list[str]:
    """Return the scroll areas that would have to scroll sideways."""
    return [
        type(area).__name__
        for area in root.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def nameless(root: QWidget) -> list[str]:
    """Return the widgets that take the keyboard and have no name to read out."""
    return [repr(widget) for widget in tab_stops(root) if not _name(widget)]


def _name(widget: QWidget) -> str:
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what Tab reaches on `root`, in the order of the focus chain."""
    return [
        widget
        for widget in visible(root)
        if widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    ]


def visible(root: QWidget) -> Iterator[QWidget]:
    """Go through the visible widgets of `root`."""
    return (widget for widget in root.findChildren(QWidget) if widget.isVisible())


def buttons(root: QWidget) -> list[str]:
    """Return the words on the visible buttons of `root`."""
    found = (widget for widget in visible(root) if isinstance(widget, QAbstractButton))
    return [button.text() for button in found if button.text()]
