"""A long list that is found by typing part of a name."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from patbm_desktop.ui.parts.fields import LineEdit, paint_mark
from patbm_desktop.ui.parts.toast import announce
from patbm_desktop.ui.theme import Theme

ROWS = 7
ROW_PX = 38
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FilterBox(LineEdit):
    """Type to filter, arrows and Enter pick; `picked` gives the key, or nothing while unsure.

    The list lies in the same window, under the field: no window of its own, so that it never
    takes the keyboard from the field.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str, placeholder: str = "") -> None:
        super().__init__(name, placeholder)
        self._theme = theme
        self._choices: tuple[tuple[str, str], ...] = ()
        self.list = QListWidget(self)
        self.list.setProperty("kind", "popup")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(self._take)
        self.textEdited.connect(self._typed)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (key, text) pairs; texts must differ."""
        self._choices = tuple(choices)

    def key(self) -> str:
        """Return the key of what stands in the field, or an empty string."""
        wanted = self.text().strip().casefold()
        return next((key for key, text in self._choices if text.casefold() == wanted), "")

    def set_key(self, key: str) -> None:
        """Show the text of `key` without a signal."""
        self.setText(next((text for one, text in self._choices if one == key), ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the list, take from it by Enter, leave it by Esc."""
        if event.key() in STEPS:
            self._walk(STEPS[Qt.Key(event.key())])
        elif self.list.isVisible() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.list.currentItem())
        elif self.list.isVisible() and event.key() == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the list away; a name typed in full is written as it stands in the list."""
        super().focusOutEvent(event)
        self.list.hide()
        if self.key():
            self.set_key(self.key())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the arrow that says it is a list."""
        super().paintEvent(event)
        paint_mark(self, self._theme, "chevron-down")

    def _typed(self, text: str) -> None:
        self._fill(text)
        self.picked.emit(self.key())

    def _walk(self, step: int) -> None:
        if not self.list.isVisible():
            self._fill("" if self.key() else self.text())
        if self.list.count():
            row = (self.list.currentRow() + step) % self.list.count()
            self.list.setCurrentRow(row)
            announce(self, self.list.item(row).text())

    def _fill(self, text: str) -> None:
        wanted = text.strip().casefold()
        self.list.clear()
        for key, name in self._choices:
            if wanted in name.casefold():
                item = QListWidgetItem(name)
                item.setData(Qt.ItemDataRole.UserRole, key)
                self.list.addItem(item)
        self.list.setCurrentRow(-1 if not wanted else 0)
        self._place()

    def _place(self) -> None:
        rows = min(self.list.count(), ROWS)
        self.list.setParent(self.window())
        below = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        high = rows * self._theme.px(ROW_PX) + self._theme.px(10)
        above = below.y() - self.height() - 4 - high
        low = below.y() + high > self.window().height() and above > 0
        self.list.setGeometry(below.x(), above if low else below.y(), self.width(), high)
        self.list.setVisible(rows > 0)
        self.list.raise_()

    def _take(self, item: QListWidgetItem | None) -> None:
        self.list.hide()
        if item is not None:
            self.setText(item.text())
            self.picked.emit(self.key())
