"""A soft rim round whatever has the keyboard, outside its own outline."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from patbm_desktop.ui.parts.stepper import Stepper
from patbm_desktop.ui.theme import Theme

WIDTH_PX = 2
CORNER_PX = 8
RIMMED = (QPushButton, QLineEdit, QComboBox, QDateTimeEdit, QPlainTextEdit)
BARE = {"bare", "cell", "step"}


class Halo(QFocusFrame):
    """One for the whole program: moves to the widget that takes the focus."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        app.focusChanged.connect(self._move)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rim, as round as the widget inside."""
        watched = self.widget()
        if watched is None:
            return
        corner = self._theme.px(CORNER_PX)
        if watched.property("kind") == "chip":
            corner = watched.height() // 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("soft"), WIDTH_PX))
        origin = self._offset(watched)
        rim = QRectF(origin.x(), origin.y(), watched.width(), watched.height())
        half = WIDTH_PX / 2
        rim.adjust(-half, -half, half, half)
        painter.drawRoundedRect(rim, corner + half, corner + half)

    def _offset(self, watched: QWidget) -> QPoint:
        return watched.mapToGlobal(QPoint(0, 0)) - self.mapToGlobal(QPoint(0, 0))

    def _move(self, _before: QWidget | None, now: QWidget | None) -> None:
        target = now
        if isinstance(now, QLineEdit) and isinstance(now.parentWidget(), Stepper):
            target = now.parentWidget()
        bare = now is not None and now.property("kind") in BARE and target is now
        rimmed = isinstance(target, (*RIMMED, Stepper)) and not bare
        self.setWidget(target if rimmed and target is not None else None)  # type: ignore[arg-type]
