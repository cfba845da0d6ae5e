"""A number of people: minus, digits, plus; empty is not zero."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSizePolicy, QWidget

from patbm_desktop.ui.icons import Glyph
from patbm_desktop.ui.parts.layouts import Row, follow
from patbm_desktop.ui.theme import Theme

LARGEST = 999
KEYS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 5,
    Qt.Key.Key_PageDown: -5,
}


def digits(text: str) -> int | None:
    """Read a whole number written in digits, or nothing."""
    bare = text.strip()
    return int(bare) if bare.isascii() and bare.isdigit() else None


class Digits(QLineEdit):
    """The field in the middle; hands pasted words to the stepper."""

    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entered = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the whole number, so that the next digit replaces it."""
        super().focusInEvent(event)
        self._entered = True
        self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the whole number taken after the click that entered the field."""
        super().mouseReleaseEvent(event)
        if self._entered:
            self.selectAll()
        self._entered = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Catch a paste, so that "12 org" becomes 12 and not nothing."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
            return
        super().keyPressEvent(event)


class Stepper(QWidget):
    """A count from 0 to `maximum`, or none yet; `read` turns pasted words into a number.

    Digits replace what stands there, Up and Down change it by 1, Page Up and Page Down by 5,
    Backspace on an emptied field makes it none again.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        maximum: int = LARGEST,
        read: Callable[[str], int | None] = digits,
    ) -> None:
        super().__init__()
        self._theme, self._maximum, self._read = theme, maximum, read
        self._value: int | None = None
        self.minus, self.plus = self._button("minus"), self._button("plus")
        self.field = Digits()
        self._set_up_field()
        row = Row(theme, self, margins=(4, 4, 4, 4), spacing=4)
        row.addWidget(self.minus)
        row.addWidget(self.field, 1)
        row.addWidget(self.plus)
        self.minus.clicked.connect(self._less)
        self.plus.clicked.connect(self._more)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name_as(name)
        follow(theme, self._fit)

    def name_as(self, name: str) -> None:
        """Let a screen reader say `name`, with the number after it."""
        self.setAccessibleName(name)
        less = QCoreApplication.translate("Stepper", "Kurangi %1").replace("%1", name)
        more = QCoreApplication.translate("Stepper", "Tambah %1").replace("%1", name)
        self.minus.setAccessibleName(less)
        self.plus.setAccessibleName(more)
        self._tell()

    def value(self) -> int | None:
        """Return the number, or None where nothing was said."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show `value` without a signal."""
        self._value = None if value is None else min(max(value, 0), self._maximum)
        shown = "" if self._value is None else str(self._value)
        if self.field.text() != shown:
            self.field.setText(shown)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return room for two buttons of 44 and three digits."""
        return QSize(self._theme.px(168), self._theme.px(52))

    def minimumSizeHint(self) -> QSize:
        """Return the least room for two buttons and three digits."""
        return QSize(self._theme.px(148), self._theme.px(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outline; thicker and coloured while the digits have the focus."""
        theme = self._theme
        focus = self.field.hasFocus()
        width = theme.ring if focus else theme.tokens.outline
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("primary" if focus else "strong"), width))
        painter.setBrush(theme.colour("surface"))
        inset = width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, theme.px(8) - inset, theme.px(8) - inset)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step by the arrow keys, select all on entering, redraw the outline."""
        if watched is self.field and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = KEYS.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return False

    def _button(self, icon: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "step")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(True)
        button.setIcon(self._theme.glyph(Glyph(name=icon, tone="primary")))
        return button

    def _set_up_field(self) -> None:
        self.field.setProperty("kind", "bare")
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setPlaceholderText("–")
        self.field.setMaxLength(len(str(self._maximum)))
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.field.pasted.connect(self._pasted)

    def _typed(self, text: str) -> None:
        kept = "".join(sign for sign in text if sign.isascii() and sign.isdigit())
        self._take(int(kept) if kept else None)

    def _pasted(self, text: str) -> None:
        number = self._read(text)
        if number is not None:
            self._take(number)

    def _take(self, value: int | None) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.changed.emit(self._value)

    def _step(self, by: int) -> None:
        self._take((self._value or 0) + by if self._value is not None or by > 0 else 0)
        self.field.selectAll()

    def _less(self) -> None:
        self._step(-1)

    def _more(self) -> None:
        self._step(1)

    def _dress(self) -> None:
        quiet = not self._value
        self.field.setProperty("tone", "text3" if quiet else "text")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self._tell()

    def _tell(self) -> None:
        empty = QCoreApplication.translate("Stepper", "belum diisi")
        number = empty if self._value is None else str(self._value)
        self.field.setAccessibleName(f"{self.accessibleName()}, {number}")

    def _fit(self) -> None:
        side = self._theme.px(20)
        self.setFixedHeight(self._theme.px(52))
        self.minus.setIconSize(QSize(side, side))
        self.plus.setIconSize(QSize(side, side))
        self.updateGeometry()
