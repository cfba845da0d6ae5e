"""Switches and tick boxes, painted, for choices that hold at once."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Row, follow, show_if
from patbm_desktop.ui.theme import Theme


class Toggle(QAbstractButton):
    """A switch; `name` is what a screen reader says. Space or a click flips it."""

    def __init__(self, theme: Theme, name: str, *, wide: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._size = (40, 22) if wide else (36, 20)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(theme, self._fit)

    def sizeHint(self) -> QSize:
        """Return the size of the track and of the room for the focus outline."""
        width, height = self._size
        return QSize(self._theme.px(width) + 6, self._theme.px(height) + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, the knob and the focus outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        radius = track.height() / 2
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("primary"), self._theme.ring))
            rim = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(rim, radius + 2, radius + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("primary" if self.isChecked() else "track"))
        painter.drawRoundedRect(track, radius, radius)
        inset = self._theme.px(2)
        knob = track.height() - 2 * inset
        left = track.right() - inset - knob if self.isChecked() else track.left() + inset
        painter.setBrush(self._theme.colour("onp" if self.isChecked() else "surface"))
        painter.drawEllipse(QRectF(left, track.top() + inset, knob, knob))

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


class ToggleRow(QWidget):
    """A sentence with a switch at its right; a click on the words flips it too."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.title = Label(title, "strong", wrap=True)
        self.subtitle = Label(subtitle, "secondary", "text2", wrap=True)
        show_if(self.subtitle, on=bool(subtitle))
        self.toggle = Toggle(theme, title, wide=True)
        self.toggle.setAccessibleDescription(subtitle)
        self.toggle.toggled.connect(self.toggled)
        words = Column(theme, spacing=1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row = Row(theme, self, spacing=10)
        row.addLayout(words, 1)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)

    def is_on(self) -> bool:
        """Say whether the switch is on."""
        return self.toggle.isChecked()

    def set_on(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        """Put the switch without telling `toggled`."""
        self.toggle.blockSignals(True)
        self.toggle.setChecked(on)
        self.toggle.blockSignals(False)
        self.toggle.update()


class Check(QAbstractButton):
    """A tick box with words."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow(theme, self._fit)

    def sizeHint(self) -> QSize:
        """Return the room for the box and the words."""
        theme = self._theme
        words = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        return QSize(theme.px(30) + words.width() + 4, max(theme.px(32), words.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, its tick and the words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(20)
        frame = QRectF(2, (self.height() - side) / 2, side, side)
        strong = self.hasFocus() or self.isChecked()
        width = theme.ring if strong else theme.tokens.outline
        painter.setPen(QPen(theme.colour("primary" if strong else "strong"), width))
        painter.setBrush(theme.colour("primary" if self.isChecked() else "surface"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
        if self.isChecked():
            tick = theme.picture("check", "onp", 16, self.devicePixelRatioF())
            inset = (side - theme.px(16)) / 2
            painter.drawPixmap(QPointF(2 + inset, frame.top() + inset), tick)
        painter.setPen(theme.colour("text" if self.isEnabled() else "text3"))
        words = self.rect().adjusted(theme.px(30), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
