"""Words and small signs: labels of the type scale, pills, key hints, discs, the mark."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from patbm_desktop.ui.icons import render
from patbm_desktop.ui.parts.layouts import Row, follow, keep_size, restyle, show_if
from patbm_desktop.ui.theme import Theme

MARK_TILE_RADIUS = 9


class Label(QLabel):
    """Text in one step of the type scale (`face`) and one colour (`tone`)."""

    def __init__(
        self,
        text: str = "",
        face: str = "body",
        tone: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("face", face)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)

    def wear(self, face: str = "", tone: str = "") -> None:
        """Change to another face or tone."""
        if face:
            self.setProperty("face", face)
        if tone:
            self.setProperty("tone", tone)
        restyle(self)


class Sign(QLabel):
    """A short text in a drawn shape; `kind` is its rule in the stylesheet."""

    def __init__(self, text: str, kind: str, tone: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class KeyHint(Sign):
    """A shortcut printed beside what it does, for example ``Ctrl N``."""

    def __init__(self, text: str, tone: str = "text2") -> None:
        super().__init__(text, "key", tone)


class Initials(Sign):
    """The signed-in person as two letters; `name` is what a screen reader says."""

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__(text, "initials")
        self.name_as(text, name)

    def name_as(self, text: str, name: str) -> None:
        """Show `text` and let a screen reader say `name`."""
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)


class Face(Sign):
    """A person as two letters in a disc; `status` is empty or ``info``."""

    def __init__(self, text: str, status: str = "") -> None:
        super().__init__(text, "face")
        self.setProperty("status", status)


class Glyphs(QWidget):
    """A single icon, `side` high at 100 %."""

    def __init__(self, theme: Theme, icon: str, tone: str = "text2", side: int = 18) -> None:
        super().__init__()
        self._theme, self._icon, self._tone, self._side = theme, icon, tone, side
        follow(theme, self._fit)

    def set(self, icon: str = "", tone: str = "") -> None:
        """Show another icon or tone."""
        self._icon, self._tone = icon or self._icon, tone or self._tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        drawn = self._theme.picture(self._icon, self._tone, self._side, ratio)
        painter.drawPixmap(QPointF(0, 0), drawn)

    def _fit(self) -> None:
        side = self._theme.px(self._side)
        self.setFixedSize(side, side)
        self.update()


class IconDisc(QWidget):
    """An icon in a soft disc; `side` and `glyph` are diameters at 100 %."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        side: int = 44,
        glyph: int = 20,
        tone: str = "primary",
        fill: str = "soft",
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._tone, self._fill = theme, icon, tone, fill
        self._side, self._glyph = side, glyph
        follow(theme, self._fit)

    def set(self, icon: str = "", tone: str = "", fill: str = "") -> None:
        """Show another icon, tone or fill."""
        self._icon = icon or self._icon
        self._tone, self._fill = tone or self._tone, fill or self._fill
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc and the icon in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._fill))
        painter.drawEllipse(QRectF(self.rect()))
        glyph = self._theme.px(self._glyph)
        drawn = self._theme.picture(self._icon, self._tone, self._glyph, self.devicePixelRatioF())
        painter.drawPixmap(
            QPointF((self.width() - glyph) // 2, (self.height() - glyph) // 2), drawn
        )

    def _fit(self) -> None:
        side = self._theme.px(self._side)
        self.setFixedSize(side, side)
        self.update()


class Mark(QWidget):
    """The sign of the program; with `tile` on a white tile, as in the sidebar."""

    def __init__(self, theme: Theme, side: int = 40, *, tile: bool = False) -> None:
        super().__init__()
        self._theme, self._side, self._tile = theme, side, tile
        self.setAccessibleName("PATBM Desktop")
        follow(theme, self._fit)

    def sizeHint(self) -> QSize:
        """Return the square the sign needs."""
        return QSize(self._theme.px(self._side), self._theme.px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile and the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, inset = self.width(), 0
        if self._tile:
            inset = side // 9
            radius = self._theme.px(MARK_TILE_RADIUS) * self._side / 36
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        ratio = self.devicePixelRatioF()
        colour = "#0B6E63" if self._tile else self._theme.hex("primary")
        drawn = render("mark", colour, round((side - 2 * inset) * ratio)).copy()
        drawn.setDevicePixelRatio(ratio)
        painter.drawPixmap(QPointF(inset, inset), drawn)

    def _fit(self) -> None:
        side = self._theme.px(self._side)
        self.setFixedSize(side, side)
        self.update()


PILL_TONES = {
    "neutral": "text2",
    "soft": "primary",
    "ok": "ok",
    "warn": "warn",
    "danger": "danger",
    "info": "info",
    "state": "text2",
}


class Pill(QFrame):
    """A state as icon and word; `status` is ok, warn, danger, info, neutral, soft or state."""

    def __init__(self, theme: Theme, text: str, icon: str = "", status: str = "neutral") -> None:
        super().__init__()
        self.setProperty("kind", "pill")
        big = status == "state"
        self._glyph = Glyphs(theme, icon or "info", side=16 if big else 14)
        self._label = Label("", "hint" if big else "pill")
        self._row = Row(theme, self, margins=(12, 0, 13, 0) if big else (10, 0, 10, 0), spacing=6)
        self._row.addWidget(self._glyph)
        self._row.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, icon, status)

    def set(self, text: str, icon: str = "", status: str = "neutral") -> None:
        """Show another state."""
        tone = PILL_TONES[status]
        self.setProperty("status", status)
        self.setAccessibleName(text)
        self._label.setText(text)
        show_if(self._label, on=bool(text))
        self._label.wear(tone=tone)
        show_if(self._glyph, on=bool(icon))
        self._glyph.set(icon, tone)
        restyle(self)

    def text(self) -> str:
        """Return the word that is shown."""
        return self._label.text()


class SectionTitle(QWidget):
    """The head of a question: its number in a disc, the question, and a quiet hint."""

    def __init__(self, theme: Theme, text: str, number: int = 0, hint: str = "") -> None:
        super().__init__()
        self.row = Row(theme, self, spacing=8)
        self.title = Label(text, "strong")
        self.hint = Label(hint, "secondary", "text2")
        if number:
            self.row.addWidget(Sign(str(number), "number"))
        self.row.addWidget(self.title)
        self.row.addWidget(self.hint)
        self.row.addStretch(1)
        show_if(self.hint, on=bool(hint))
        keep_size(theme, self, min_height=24)
        self._theme, self._wraps = theme, False
        follow(theme, self._fit)

    def let_wrap(self) -> None:
        """Let a long question take as many lines as it needs."""
        self._wraps = True
        self._fit()

    def _fit(self) -> None:
        """Let the words wrap where there is room for little more than signs."""
        wraps = self._wraps or self._theme.tight
        self.title.setWordWrap(wraps)
        self.row.setStretchFactor(self.title, 100 if wraps else 0)
        self.hint.setWordWrap(self._theme.tight)

    def set_text(self, text: str) -> None:
        """Ask another question."""
        self.title.setText(text)
