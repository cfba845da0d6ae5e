"""The preview that is the paper: the pages of one PDF in memory, drawn by the PDF reader itself."""

from collections import OrderedDict
from enum import StrEnum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea

from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.layouts import follow
from patbm_desktop.ui.theme import Theme

POINTS_PER_INCH, PIXELS_PER_INCH = 72, 96
"""100 % is paper at its true size on an ordinary screen."""

STEPS = (25, 33, 50, 67, 75, 100, 125, 150, 200, 300)
ROOM_PX, GAP_PX, SHADOW_PX = 18, 18, 4
MOST_BYTES = 64_000_000
"""Pages kept drawn, over all zooms."""

Drawn = tuple[int, int, int]
"""A page, and its size in device pixels."""


class Fit(StrEnum):
    """How large pages are shown: one whole page, the full width, or a percentage."""

    PAGE = "page"
    WIDTH = "width"
    PERCENT = "percent"


class PaperView(QAbstractScrollArea):
    """Shows the pages of a PDF under each other; `changed` when page, count or zoom did.

    Pages are drawn on a thread of the PDF reader's own and kept for each zoom. Until a new one is
    ready the old one stays, so that flipping a switch does not flicker.
    """

    changed = Signal()
    rendered = Signal()
    """Everything in sight is drawn."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._fit, self._percent = Fit.PAGE, 100
        self._sizes: list[QSizeF] = []
        self._images: OrderedDict[Drawn, QImage] = OrderedDict()
        self._stale: dict[int, QImage] = {}
        self._asked: set[Drawn] = set()
        self._waiting: bytes | None = None
        self._pdf = QByteArray()
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._drawer = QPdfPageRenderer(self)
        self._drawer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._drawer.setDocument(self._document)
        self._drawer.pageRendered.connect(self._take)
        self._set_up()
        follow(theme, self._lay_out)

    # What is shown

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of `pdf` in place of what was there."""
        if self._asked:
            self._waiting = pdf
        else:
            self._load(pdf)

    def clear(self) -> None:
        """Show nothing and keep nothing."""
        self._waiting = None
        self._stale.clear()
        self._images.clear()
        self._sizes = []
        self._document.close()
        self._buffer.close()
        self._pdf = QByteArray()
        self._lay_out()

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def page(self) -> int:
        """Return the page in the middle of the view, counted from 1; 0 when there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        places = self._places()
        return next((at for at, place in enumerate(places, 1) if place.bottom() >= middle),
                    len(places))  # fmt: skip

    def paper(self) -> QSizeF:
        """Return the size of the page in view in points; empty when there is none."""
        return self._sizes[self.page() - 1] if self._sizes else QSizeF()

    def percent(self) -> int:
        """Return the zoom in force."""
        return round(self._scale() * 100)

    def fit(self) -> Fit:
        """Return how the zoom is chosen."""
        return self._fit

    def image(self, page: int) -> QImage:
        """Return the drawn page, counted from 1, as it is on screen; a null image if it is not."""
        return self._images.get(self._wanted(page - 1), QImage())

    def is_ready(self) -> bool:
        """Say whether everything in sight is drawn."""
        return bool(self._sizes) and not self._asked and self._waiting is None

    # Zoom

    def set_fit(self, fit: Fit) -> None:
        """Show one whole page, or the full width."""
        self._fit = fit
        self._lay_out()

    def zoom_in(self) -> None:
        """Take the next larger step."""
        self._zoom_to(next((step for step in STEPS if step > self.percent()), STEPS[-1]))

    def zoom_out(self) -> None:
        """Take the next smaller step."""
        self._zoom_to(next((step for step in reversed(STEPS) if step < self.percent()), STEPS[0]))

    def _zoom_to(self, percent: int) -> None:
        self._fit, self._percent = Fit.PERCENT, percent
        self._lay_out()

    # Qt's callbacks

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what of the pages is in sight, and ask for those not yet drawn."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for at, place in enumerate(self._places()):
            if place.intersects(self._in_sight()):
                self._paint_page(painter, at, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll; a whole page by Page Up and Page Down."""
        bar = self.verticalScrollBar()
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in pages and self._sizes:
            wanted = min(max(self.page() - 1 + pages[Qt.Key(event.key())], 0), len(self._sizes) - 1)
            bar.setValue(self._places()[wanted].top() - self._theme.px(ROOM_PX))
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Ctrl is held, else scroll, and let the page scroll at either end."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        bar = self.verticalScrollBar()
        down = event.angleDelta().y() < 0
        at_end = bar.value() == (bar.maximum() if down else bar.minimum())
        if at_end:
            event.ignore()
        else:
            super().wheelEvent(event)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(self._theme.px(560), self._theme.px(420))

    # Loading and drawing

    def _set_up(self) -> None:
        self.setProperty("kind", "desk")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._moved)
        self._say()

    def _load(self, pdf: bytes) -> None:
        self._stale = {
            at: image
            for at in range(len(self._sizes))
            if not (image := self.image(at + 1)).isNull()
        }
        self._images.clear()
        self._document.close()
        self._buffer.close()
        self._pdf = QByteArray(pdf)
        self._buffer.setData(self._pdf)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        count = self._document.pageCount()
        self._sizes = [self._document.pagePointSize(at) for at in range(count)]
        self._lay_out()

    def _take(self, page: int, size: QSize, image: QImage, *_how: object) -> None:
        self._asked.discard((page, size.width(), size.height()))
        if self._waiting is not None:
            if not self._asked:
                pdf, self._waiting = self._waiting, None
                self._load(pdf)
            return
        if not self._sizes:
            return
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[page, size.width(), size.height()] = image
        self._stale.pop(page, None)
        self._forget_most()
        self.viewport().update()
        if not self._asked:
            self.rendered.emit()

    def _forget_most(self) -> None:
        held = sum(image.sizeInBytes() for image in self._images.values())
        while held > MOST_BYTES and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            held -= oldest.sizeInBytes()

    def _wanted(self, at: int) -> Drawn:
        size = self._page_size(at) * self.devicePixelRatioF()
        return at, size.width(), size.height()

    def _paint_page(self, painter: QPainter, at: int, place: QRect) -> None:
        self._shadow(painter, place)
        painter.fillRect(place, Qt.GlobalColor.white)
        wanted = self._wanted(at)
        if wanted in self._images:
            self._images.move_to_end(wanted)
            painter.drawImage(place.topLeft(), self._images[wanted])
            return
        if at in self._stale:
            painter.drawImage(place, self._stale[at])
        if wanted not in self._asked and self._waiting is None:
            self._asked.add(wanted)
            self._drawer.requestPage(at, QSize(wanted[1], wanted[2]))

    def _shadow(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for grow in range(self._theme.px(SHADOW_PX), 0, -1):
            painter.fillRect(place.adjusted(-grow, -grow + 1, grow, grow + 1), QColor(0, 0, 0, 14))

    # Where pages stand

    def _scale(self) -> float:
        """Return pixels for a pixel at true size."""
        if not self._sizes or self._fit is Fit.PERCENT:
            return self._percent / 100
        room = 2 * self._theme.px(ROOM_PX)
        true = PIXELS_PER_INCH / POINTS_PER_INCH
        across = (self.maximumViewportSize().width() - room) / (self._widest() * true)
        if self._fit is Fit.WIDTH or len(self._sizes) > 1:
            across -= self.verticalScrollBar().sizeHint().width() / (self._widest() * true)
        if self._fit is Fit.WIDTH:
            return max(across, 0.05)
        down = (self.maximumViewportSize().height() - room) / (self._sizes[0].height() * true)
        return max(min(across, down), 0.05)

    def _widest(self) -> float:
        return max(size.width() for size in self._sizes)

    def _page_size(self, at: int) -> QSize:
        size = self._sizes[at] * (self._scale() * PIXELS_PER_INCH / POINTS_PER_INCH)
        return size.toSize()

    def _places(self) -> list[QRect]:
        """Return where each page stands on the desk, from its top."""
        sizes = [self._page_size(at) for at in range(len(self._sizes))]
        gap, room = self._theme.px(GAP_PX), self._theme.px(ROOM_PX)
        tall = sum(size.height() for size in sizes) + gap * max(len(sizes) - 1, 0)
        wide = max([size.width() for size in sizes], default=0) + 2 * room
        top = max(room, (self.viewport().height() - tall) // 2)
        desk = max(self.viewport().width(), wide)
        places = []
        for size in sizes:
            places.append(QRect((desk - size.width()) // 2, top, size.width(), size.height()))
            top += size.height() + gap
        return places

    def _in_sight(self) -> QRect:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRect(left, top, self.viewport().width(), self.viewport().height())

    def _lay_out(self) -> None:
        places, room = self._places(), self._theme.px(ROOM_PX)
        tall = places[-1].bottom() + 1 + room if places else 0
        wide = max([place.width() for place in places], default=0) + 2 * room
        for bar, needed, seen in (
            (self.verticalScrollBar(), tall, self.viewport().height()),
            (self.horizontalScrollBar(), wide, self.viewport().width()),
        ):
            bar.setRange(0, max(needed - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(self._theme.px(40))
        self.viewport().update()
        self._moved()

    def _moved(self, *_value: int) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        said = strings.fill(self.tr("%1, halaman %2 dari %3"), self._name, self.page(),
                            self.page_count())  # fmt: skip
        self.setAccessibleName(said if self._sizes else self._name)
