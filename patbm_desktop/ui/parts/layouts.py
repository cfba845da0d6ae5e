"""Layouts whose margins and gaps are given for 100 % and follow the text size."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QMargins, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from patbm_desktop.ui.theme import Theme

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


def _margins(theme: Theme, margins: Margins) -> QMargins:
    left, top, right, bottom = (theme.px(side) for side in margins)
    return QMargins(left, top, right, bottom)


def _under(parent: QWidget | None) -> tuple[QWidget, ...]:
    return () if parent is None else (parent,)


class Column(QVBoxLayout):
    """Stacks widgets from top to bottom."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        margins: Margins = NONE,
        spacing: int = 0,
    ) -> None:
        super().__init__(*_under(parent))
        self._theme, self._sides, self._space = theme, margins, spacing
        follow(theme, self._fit)

    def _fit(self) -> None:
        self.setContentsMargins(_margins(self._theme, self._sides))
        self.setSpacing(self._theme.px(self._space))


class Row(QHBoxLayout):
    """Sets widgets side by side."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        margins: Margins = NONE,
        spacing: int = 0,
    ) -> None:
        super().__init__(*_under(parent))
        self._theme, self._sides, self._space = theme, margins, spacing
        follow(theme, self._fit)

    def _fit(self) -> None:
        self.setContentsMargins(_margins(self._theme, self._sides))
        self.setSpacing(self._theme.px(self._space))


class Grid(QGridLayout):
    """Sets widgets in rows and columns; `spacing` is across, then down."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        margins: Margins = NONE,
        spacing: tuple[int, int] = (0, 0),
    ) -> None:
        super().__init__(*_under(parent))
        self._theme, self._sides, self._space = theme, margins, spacing
        follow(theme, self._fit)

    def _fit(self) -> None:
        across, down = self._space
        self.setContentsMargins(_margins(self._theme, self._sides))
        self.setHorizontalSpacing(self._theme.px(across))
        self.setVerticalSpacing(self._theme.px(down))


class FlowLayout(QLayout):
    """Sets widgets in a line and wraps to the next one where the width ends."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, spacing: tuple[int, int] = (8, 7)
    ) -> None:
        super().__init__(parent)
        self._theme, self._space = theme, spacing
        self._items: list[QLayoutItem] = []
        theme.changed.connect(self.invalidate)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Keep `item`, for Qt."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are, for Qt."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at `index`, for Qt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at `index` away, for Qt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than the items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self._place(QRect(0, 0, width, 0), dry=True)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items into `rect`."""
        super().setGeometry(rect)
        self._place(rect, dry=False)

    def sizeHint(self) -> QSize:
        """Return the size of one long line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        if not shown:
            return QSize(0, 0)
        gaps = self._theme.px(self._space[0]) * (len(shown) - 1)
        return QSize(sum(hint.width() for hint in shown) + gaps, max(h.height() for h in shown))

    def minimumSize(self) -> QSize:
        """Return the size of the widest item alone."""
        size = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, dry: bool) -> int:
        across, down = self._theme.px(self._space[0]), self._theme.px(self._space[1])
        x, y, line = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x > rect.left() and x + width > rect.left() + rect.width():
                x, y, line = rect.left(), y + line + down, 0
            height = hint.height()
            if width < hint.width() and item.hasHeightForWidth():
                height = item.heightForWidth(width)  # what wraps inside gets the lines it needs
            if not dry:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + across
            line = max(line, height)
        return y + line - rect.top()


class Flow(QWidget):
    """A widget that holds a `FlowLayout`; add to it with `flow.add(widget)`."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, spacing: tuple[int, int] = (8, 7)
    ) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(theme, self, spacing=spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the end."""
        self.flow.addWidget(widget)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self.flow.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest item and for the lines that the present width needs."""
        least = self.flow.minimumSize()
        return QSize(least.width(), least.height())


SIGHT_PX = 40
"""Room left around what is brought into sight."""


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever scrolls around `widget` until it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, SIGHT_PX)
        above = above.parentWidget()


Kept = TypeVar("Kept", bound=QWidget)


class _Keeper(QObject):
    """Holds a widget to sizes; lives and ends with it."""

    def __init__(self, theme: Theme, widget: QWidget, sizes: dict[str, int]) -> None:
        super().__init__(widget)
        self._theme, self._widget, self._sizes = theme, widget, sizes
        follow(theme, self._fit)

    def _fit(self) -> None:
        for limit, length in self._sizes.items():
            if length:
                getattr(self._widget, limit)(self._theme.px(length))


def keep_size(  # noqa: PLR0913 - one name per limit reads better than a table
    theme: Theme,
    widget: Kept,
    *,
    width: int = 0,
    height: int = 0,
    min_width: int = 0,
    max_width: int = 0,
    min_height: int = 0,
    max_height: int = 0,
) -> Kept:
    """Hold `widget` to sizes given for 100 %, whatever the text size; 0 leaves one free."""
    sizes = {
        "setFixedWidth": width,
        "setFixedHeight": height,
        "setMinimumWidth": min_width,
        "setMaximumWidth": max_width,
        "setMinimumHeight": min_height,
        "setMaximumHeight": max_height,
    }
    _Keeper(theme, widget, sizes)
    return widget


def follow(theme: Theme, fit: Callable[[], None]) -> None:
    """Call `fit`, a method of a QObject, now and after each change of theme while that lives."""
    theme.changed.connect(fit)
    fit()


def gap(theme: Theme, height: int) -> QWidget:
    """Return an empty strip `height` high at 100 %."""
    return keep_size(theme, QWidget(), height=height)


def line() -> QFrame:
    """Return a thin level line between two parts of a card."""
    frame = QFrame()
    frame.setProperty("kind", "line")
    return frame


def box(layout: QLayout) -> QWidget:
    """Return a plain widget that holds `layout`."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at the properties of `widget`."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
    widget.update()


def in_reading_order(root: QWidget) -> Iterator[QWidget]:
    """Go through what takes the keyboard on `root`, as its layouts set it: down, then across."""
    if root.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield root
        return
    layout = root.layout()
    if layout is not None:
        yield from _in_order_of(layout)
        return
    placed = root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for widget in sorted(placed, key=lambda each: (each.y(), each.x())):
        yield from in_reading_order(widget)


def _in_order_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from in_reading_order(widget)
        elif inner is not None:
            yield from _in_order_of(inner)


def order_tabs(root: QWidget) -> None:
    """Let Tab follow the eye on `root`: what was made later would come last otherwise."""
    for before, after in pairwise(in_reading_order(root)):
        QWidget.setTabOrder(before, after)


def show_if(widget: QWidget, *, on: bool) -> None:
    """Show or hide `widget`; one without a parent yet is never shown as a window of its own."""
    if not on or widget.parentWidget() is not None:
        widget.setVisible(on)


def clear(layout: QLayout) -> None:
    """Take everything out of `layout` and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            # A show that a layout put off would otherwise open it as a window of its own.
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
