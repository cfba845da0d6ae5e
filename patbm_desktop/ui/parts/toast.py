"""A short notice at the bottom with a way to undo, and words for the screen reader."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.labels import Glyphs, KeyHint, Label
from patbm_desktop.ui.parts.layouts import Row
from patbm_desktop.ui.theme import Theme

STAYS_MS = 8000
MOST_EXTRAS = 3
ABOVE_EDGE_PX = 18
ASIDE_PX, ASIDE_LIFT_PX = 48, 44


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let a screen reader say `text`; `urgent` interrupts what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, text)
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if urgent else level.Polite)
    QAccessible.updateAccessibility(event)


class Toast(QFrame):
    """Says what was done, for eight seconds or while it is pointed at or holds the keyboard."""

    undone = Signal()
    extra = Signal(int)
    """Which of the other buttons was pressed, counted from 0."""

    def __init__(self, host: QWidget, theme: Theme, *, stays_ms: int = STAYS_MS) -> None:
        super().__init__(host)
        host.installEventFilter(self)
        self._theme = theme
        self._lift, self._at_right = ABOVE_EDGE_PX, False
        self.setProperty("kind", "toast")
        self._glyph = Glyphs(theme, "circle-check", "accent", side=20)
        self._text = Label("", "strong", "sidehead")
        self.undo_button = Button(theme, "", kind="ontoast")
        self.extra_buttons = [Button(theme, "", kind="ontoast") for _ in range(MOST_EXTRAS)]
        self._keys = KeyHint("", "sidedim")
        self._lay(theme)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(stays_ms)
        self._timer.timeout.connect(self._end)
        self._connect()
        self.hide()

    def show_message(
        self,
        text: str,
        *,
        undo_text: str = "",
        keys: str = "Ctrl Z",
        extra_texts: Sequence[str] = (),
        icon: str = "circle-check",
    ) -> None:
        """Say `text`; an empty `undo_text` leaves that button out."""
        self._text.setText(text)
        self._glyph.set(icon)
        self.undo_button.setText(undo_text)
        self.undo_button.setVisible(bool(undo_text))
        self._keys.setText(keys)
        self._keys.setVisible(bool(undo_text and keys))
        for button, words in zip(self.extra_buttons, [*extra_texts, "", "", ""], strict=False):
            button.setText(words)
            button.setVisible(bool(words))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, f"{text} {undo_text} {keys if undo_text else ''}".strip())

    def text(self) -> str:
        """Return what is being said."""
        return self._text.text()

    def set_lift(self, above_edge: int) -> None:
        """Stand `above_edge`, a length for 100 %, above the lower edge of the host."""
        self._lift = above_edge
        self._place()

    def set_side(self, *, at_right: bool) -> None:
        """Stand in the middle, or at the right and higher, where the middle holds buttons."""
        self._at_right = at_right
        self._place()

    def dismiss(self) -> None:
        """Take the notice away now."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return False

    def _lay(self, theme: Theme) -> None:
        row = Row(theme, self, margins=(18, 8, 15, 8), spacing=10)
        row.addWidget(self._glyph)
        row.addWidget(self._text)
        row.addSpacing(theme.px(16))
        for widget in (*self.extra_buttons, self.undo_button, self._keys):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.undo_button.clicked.connect(self._undo)
        for place, button in enumerate(self.extra_buttons):
            button.clicked.connect(partial(self._more, place))
        self._theme.changed.connect(self._place)

    def _undo(self) -> None:
        self.dismiss()
        self.undone.emit()

    def _more(self, place: int) -> None:
        self.dismiss()
        self.extra.emit(place)

    def _end(self) -> None:
        buttons = (self.undo_button, *self.extra_buttons)
        if self.underMouse() or any(button.hasFocus() for button in buttons):
            self._timer.start()
            return
        self.hide()

    def _place(self) -> None:
        self.adjustSize()
        host = self.parentWidget()
        if host is not None:
            is_aside = self._at_right and not self._theme.stacked
            lift = self._theme.px(self._lift + (ASIDE_LIFT_PX if is_aside else 0))
            middle = (host.width() - self.width()) // 2
            left = host.width() - self.width() - self._theme.px(ASIDE_PX) if is_aside else middle
            self.move(left, host.height() - self.height() - lift)
