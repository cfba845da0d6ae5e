"""What is kept behind one deliberate click: shown for a short while, and never copied."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.labels import Glyphs, Label
from patbm_desktop.ui.parts.layouts import Column, Row, box, clear, show_if
from patbm_desktop.ui.theme import Theme

SHOWN_MS = 20_000
DOTS = "••••••••••"

Shown = tuple[str, str]
"""A caption and the text under it."""


class Reveal(QWidget):
    """Dots and *Tampilkan*; what `show_texts` gives is gone again 20 s after the last key.

    `asked` wants the texts; `hidden` says that they are gone. Nothing here takes the keyboard but
    the button, so nothing can be marked and copied.
    """

    asked = Signal()
    hidden = Signal()

    def __init__(self, theme: Theme, caption: str, shown_ms: int = SHOWN_MS) -> None:
        super().__init__()
        self._theme, self._caption = theme, caption
        self._texts: list[Label] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(shown_ms)
        self._timer.timeout.connect(self.hide_texts)
        self.caption = Label(caption, "secondary", "text2")
        self.dots = Label(DOTS, "label")
        self.button = Button(theme, "", icon="eye")
        self._lines = Column(theme, spacing=4)
        self._lay(theme)
        self._show_closed()
        self.button.clicked.connect(self._press)

    @property
    def is_open(self) -> bool:
        """Whether the texts are on screen now."""
        return bool(self._texts)

    def show_texts(self, texts: Sequence[Shown]) -> None:
        """Show `texts` until 20 s after the last key, or until the page is left."""
        clear(self._lines)
        self._texts = []
        for caption, text in texts:
            self._lines.addWidget(Label(caption, "secondary", "text2"))
            written = Label(text, "strong", wrap=True)
            self._texts.append(written)
            self._lines.addWidget(written)
        self._show_open()
        self._timer.start()
        self._listen(on=True)

    def hide_texts(self) -> None:
        """Take the texts away."""
        was_open = self.is_open
        self._timer.stop()
        self._listen(on=False)
        for label in self._texts:
            label.clear()
        self._texts = []
        clear(self._lines)
        self._show_closed()
        if was_open:
            self.hidden.emit()

    def seconds_left(self) -> float:
        """Return how long the texts stay if no key is pressed; 0 when nothing is shown."""
        return max(self._timer.remainingTime(), 0) / 1000

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to count again at every key, wherever it goes."""
        if event.type() == QEvent.Type.KeyPress and self._timer.isActive():
            self._timer.start()
        return False

    def _press(self) -> None:
        if self.is_open:
            self.hide_texts()
        else:
            self.asked.emit()

    def _listen(self, *, on: bool) -> None:
        application = QApplication.instance()
        if application is not None:
            (application.installEventFilter if on else application.removeEventFilter)(self)

    def _show_closed(self) -> None:
        self.button.setText(self.tr("Tampilkan"))
        self.button.set_icon("eye")
        hidden = self.tr("%1, disembunyikan").replace("%1", self._caption)
        self.dots.setAccessibleName(hidden)
        self.button.setAccessibleDescription(hidden)
        self._switch(closed=True)

    def _show_open(self) -> None:
        self.button.setText(self.tr("Sembunyikan"))
        self.button.set_icon("eye-off")
        self.button.setAccessibleDescription(self._caption)
        self._switch(closed=False)

    def _switch(self, *, closed: bool) -> None:
        show_if(self._closed, on=closed)
        show_if(self._open, on=not closed)

    def _lay(self, theme: Theme) -> None:
        masked = Row(theme, spacing=10)
        masked.addWidget(self.dots)
        masked.addWidget(Glyphs(theme, "eye-off"))
        masked.addStretch(1)
        self._closed, self._open = box(masked), box(self._lines)
        words = Column(theme, spacing=2)
        words.addWidget(self.caption)
        words.addWidget(self._closed)
        words.addWidget(self._open)
        row = Row(theme, self, spacing=8)
        row.addLayout(words, 1)
        row.addWidget(self.button)
