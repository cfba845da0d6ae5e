"""What holds a page together: its scroll area, two columns that stack, its bottom bar."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from patbm_desktop.ui.parts.labels import Glyphs, Label
from patbm_desktop.ui.parts.layouts import (
    SIGHT_PX,
    Column,
    Margins,
    Row,
    follow,
    keep_size,
)
from patbm_desktop.ui.theme import Theme

PAGE: Margins = (28, 0, 28, 14)
RIGHT_PX = 330


def plain_scroll(theme: Theme, column: QWidget, *, side: int) -> QScrollArea:
    """Return an area that scrolls `column` up and down, in the middle, `side` px from the edges."""
    canvas = QWidget()
    canvas.setProperty("kind", "canvas")
    row = Row(theme, canvas, margins=(side, 0, side, 0))
    row.addStretch(1)
    row.addWidget(column, 1000)
    row.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(canvas)
    return area


class PageFrame(QScrollArea):
    """The scrolling middle of a page, up and down only; add to `body`."""

    def __init__(self, theme: Theme, *, margins: Margins = PAGE, spacing: int = 12) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        canvas = QWidget()
        canvas.setProperty("kind", "canvas")
        self.body = Column(theme, canvas, margins=margins, spacing=spacing)
        self._frame_theme, self._right_px = theme, margins[2]
        self.verticalScrollBar().installEventFilter(self)
        theme.changed.connect(self._make_room)
        self.setWidget(canvas)
        canvas.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the scroll bar comes and goes."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._make_room()
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        """Let the scroll bar stand in the margin, so that no line wraps because it came."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.isVisible() else 0
        sides = self.body.contentsMargins()
        sides.setRight(max(self._frame_theme.px(self._right_px) - taken, 0))
        self.body.setContentsMargins(sides)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until `widget` is in sight."""
        self.ensureWidgetVisible(widget, 0, SIGHT_PX)

    def show_soon(self, *widgets: QWidget) -> None:
        """Scroll to `widgets`, the last one above all, once what came and went has its place."""
        for widget in widgets:
            QTimer.singleShot(0, widget, lambda widget=widget: self.show_widget(widget))


class TwoColumns(QWidget):
    """A wide left and a narrow right side; from 125 % on the right one moves below."""

    def __init__(
        self,
        theme: Theme,
        left: QWidget,
        right: QWidget,
        *,
        right_width: int = RIGHT_PX,
        spacing: int = 14,
    ) -> None:
        super().__init__()
        self._theme, self._right, self._width = theme, right, right_width
        self._row = Row(theme, self, spacing=spacing)
        self._row.addWidget(left, 1)
        self._row.addWidget(right)
        follow(theme, self._fit)

    def is_stacked(self) -> bool:
        """Say whether the right side stands below."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def _fit(self) -> None:
        stacked = self._theme.stacked
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)
        wide = self._theme.px(self._width)
        self._right.setMinimumWidth(0 if stacked else wide)
        self._right.setMaximumWidth(16_777_215 if stacked else wide)


class BottomBar(QFrame):
    """The fixed bar under a form: what is saved at the left, buttons at the right in `row`."""

    def __init__(self, theme: Theme, *, icon: str = "circle-check") -> None:
        super().__init__()
        self.setProperty("kind", "bottombar")
        self.glyph = Glyphs(theme, icon, "ok", side=18)
        self.status = Label("", "chip", "text2", wrap=True)
        self.row = Row(theme, spacing=12)
        lay = Row(theme, self, margins=(28, 0, 28, 0), spacing=9)
        lay.addWidget(self.glyph)
        lay.addWidget(self.status, 1)
        lay.addLayout(self.row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep_size(theme, self, height=68)
        self.set_status("")

    def set_status(self, text: str, icon: str = "", tone: str = "ok") -> None:
        """Say at the left how safe the writing is; nothing shows when `text` is empty."""
        self.status.setText(text)
        self.glyph.set(icon, tone)
        self.glyph.setVisible(bool(text))
