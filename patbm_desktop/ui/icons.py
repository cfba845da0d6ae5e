"""Line icons that take their colour from the theme at the moment they are painted."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from patbm_desktop.assets import asset

SMALL_PX = 16
SMALL_STROKE = "2.3"


class Palette(Protocol):
    """Whoever can say which colour a token has now."""

    def hex(self, tone: str) -> str:
        """Return the colour of the token `tone` as ``#RRGGBB``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """What an icon shows: a file of ``resources/icons`` and a token, and both when switched on.

    `trailing` puts the drawing at the far end of a wide icon, where a button has the arrow
    after its words.
    """

    name: str
    tone: str = "text2"
    on_name: str = ""
    on_tone: str = ""
    off_tone: str = "text3"
    trailing: bool = False

    def look(self, mode: QIcon.Mode, state: QIcon.State) -> tuple[str, str]:
        """Return the file name and the token for a button's `mode` and `state`."""
        switched = state == QIcon.State.On
        name = self.on_name if switched and self.on_name else self.name
        if mode == QIcon.Mode.Disabled:
            return name, self.off_tone
        return name, self.on_tone if switched and self.on_tone else self.tone


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def render(name: str, colour: str, side: int) -> QPixmap:
    """Return the icon `name` as a square of `side` device pixels, its lines in `colour`.

    Raises:
        FileNotFoundError: no such icon is kept in ``resources/icons``.
    """
    source = _source(name).replace("currentColor", colour)
    if side <= SMALL_PX:
        source = source.replace('stroke-width="2"', f'stroke-width="{SMALL_STROKE}"')
    picture = QPixmap(max(side, 1), max(side, 1))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    return picture


class ThemedEngine(QIconEngine):
    """Paints a `Glyph`; asks the palette each time, so a change of theme needs no new icon."""

    def __init__(self, palette: Palette, glyph: Glyph) -> None:
        super().__init__()
        self._palette = palette
        self._glyph = glyph

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the glyph as high as `rect`, at its near or its far end."""
        name, tone = self._glyph.look(mode, state)
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.height(), rect.width())
        picture = render(name, self._palette.hex(tone), round(side * ratio)).copy()
        picture.setDevicePixelRatio(ratio)
        left = rect.right() + 1 - side if self._glyph.trailing else rect.left()
        painter.drawPixmap(QPoint(left, rect.top() + (rect.height() - side) // 2), picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return a transparent picture of `size` with the glyph in it."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return an engine for the same glyph."""
        return ThemedEngine(self._palette, self._glyph)


def themed(palette: Palette, glyph: Glyph) -> QIcon:
    """Return an icon that follows `palette`."""
    return QIcon(ThemedEngine(palette, glyph))
