"""What covers the window: a panel over dimmed content, and the plain cover of F9."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from patbm_desktop.ui.parts.labels import Label, Mark
from patbm_desktop.ui.parts.layouts import Column, Margins
from patbm_desktop.ui.theme import Theme

DIM = QColor(13, 22, 20, 153)
EDGE_PX = 24
MINUTE_MS = 1000
PANEL: Margins = (24, 16, 24, 14)


class Panel(QFrame):
    """A white rounded frame for the content of an overlay; add to `body`."""

    def __init__(self, theme: Theme, *, margins: Margins = PANEL, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.body = Column(theme, self, margins=margins, spacing=spacing)


class Covering(QWidget):
    """A child that lies over all of `host` and keeps the keyboard to itself while open."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._before: QWidget | None = None
        self.hide()
        host.installEventFilter(self)

    def open(self) -> None:
        """Cover the host and take the keyboard."""
        self._before = self.window().focusWidget()
        self._cover()
        self.show()
        self.raise_()
        self._take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the host and above what it adds."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._cover()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Walk round inside; nothing underneath is reached."""
        stops = self._stops()
        if not stops:
            return True
        here = QApplication.focusWidget()
        place = stops.index(here) if here in stops else (-1 if forward else 0)
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def give_back(self) -> None:
        """Uncover the host and return the keyboard to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def _cover(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.setGeometry(host.rect())

    def _take_focus(self) -> None:
        stops = self._stops()
        (stops[0] if stops else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            reachable = widget.isVisible() and widget.isEnabled()
            tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
            if self.isAncestorOf(widget) and reachable and tab and not widget.focusProxy():
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found


class Overlay(Covering):
    """Dims `host` and shows `content` in its middle; Esc and `close_overlay` end it."""

    closed = Signal()

    def __init__(self, host: QWidget, theme: Theme, content: QWidget, *, name: str) -> None:
        super().__init__(host)
        self._theme, self.content = theme, content
        self.setAccessibleName(name)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        # Asked again only when all of a change is laid out: in its middle the content is small.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._place)
        content.installEventFilter(self)
        content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._place)

    def open(self) -> None:
        """Show the content over the dimmed host."""
        super().open()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the content the height that it asks for later, such as when words change."""
        if watched is self.content and event.type() == QEvent.Type.LayoutRequest:
            self._again.start()
        return super().eventFilter(watched, event)

    def refit(self) -> None:
        """Give the content the room it needs now."""
        self._place()

    def close_overlay(self) -> None:
        """End it and say `closed`."""
        if self.isVisible():
            self.give_back()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks beside the panel from reaching what is under it."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content in the middle."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies under it."""
        QPainter(self).fillRect(self.rect(), DIM)

    def _place(self) -> None:
        edge = self._theme.px(EDGE_PX)
        room = self.rect().adjusted(edge, 0, -edge, 0)
        hint = self.content.sizeHint()
        width = min(max(hint.width(), self.content.minimumWidth()), room.width())
        wanted = self.content.heightForWidth(width) if self.content.hasHeightForWidth() else -1
        height = min(max(wanted, hint.height() if wanted < 0 else 0), self.height() - 8)
        bar = self._scroll.verticalScrollBar().sizeHint().width() if height < wanted else 0
        # A bar that came while the content was small would take the width it needs to go again.
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if bar else policy.ScrollBarAlwaysOff
        )
        self._scroll.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width + bar, height
        )


class Cover(Covering):
    """The plain cover of F9: mark and clock, nothing of the person; any key or click asks."""

    asked = Signal()

    def __init__(self, host: QWidget, theme: Theme, clock: Callable[[], str]) -> None:
        super().__init__(host)
        self._clock = clock
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("PATBM Desktop")
        self._time = Label("", "page", "text2")
        centre = Qt.AlignmentFlag.AlignHCenter
        column = Column(theme, self, spacing=14)
        column.addStretch(1)
        column.addWidget(Mark(theme, 56), 0, centre)
        column.addWidget(Label("PATBM Desktop", "card"), 0, centre)
        column.addWidget(self._time, 0, centre)
        column.addStretch(1)
        self._ticking = QTimer(self)
        self._ticking.setInterval(MINUTE_MS)
        self._ticking.timeout.connect(self._tick)

    def open(self) -> None:
        """Cover at once and start the clock."""
        self._tick()
        self._ticking.start()
        super().open()

    def lift(self) -> None:
        """Take the cover away."""
        self._ticking.stop()
        self._before = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key asks to come back."""
        event.accept()
        self.asked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click asks to come back."""
        event.accept()
        self.asked.emit()

    def _tick(self) -> None:
        self._time.setText(self._clock())
