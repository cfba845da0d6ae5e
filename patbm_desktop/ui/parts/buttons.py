"""Buttons: rounded rectangles that act; what chooses is round and lives in `chips`."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy

from patbm_desktop.ui.icons import Glyph
from patbm_desktop.ui.parts.labels import IconDisc, KeyHint, Label
from patbm_desktop.ui.parts.layouts import Column, Row, follow, show_if
from patbm_desktop.ui.theme import Theme

TONES = {
    "primary": "onp",
    "secondary": "text",
    "soft": "primary",
    "quiet": "primary",
    "link": "primary",
    "ontoast": "accent",
}
ICON_PX = 18
ICON_GAP = 7
"""Qt leaves 4 px between icon and words; the icon is made this much wider to have 11."""


def clicked_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Click `button` if `event` is Enter, which Qt does in dialogs only; say whether it was."""
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    if is_enter and not event.isAutoRepeat():
        button.click()
    return is_enter


class Button(QPushButton):
    """A button with words and, if wanted, an icon before or after them."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: str = "secondary",
        icon: str = "",
        size: str = "normal",
        trailing: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme, self._kind, self._trailing, self._icon = theme, kind, trailing, icon
        self.setProperty("kind", kind)
        self.setProperty("room", size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if trailing:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.set_icon(icon)
        follow(theme, self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a click."""
        if not clicked_by(self, event):
            super().keyPressEvent(event)

    def set_icon(self, name: str) -> None:
        """Show the icon `name`; an empty name takes it away."""
        self._icon = name
        if not name:
            return
        glyph = Glyph(name=name, tone=TONES[self._kind], trailing=self._trailing)
        self.setIcon(self._theme.glyph(glyph))

    def set_kind(self, kind: str) -> None:
        """Change what the button looks like."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.set_icon(self._icon)
        self.style().unpolish(self)
        self.style().polish(self)

    def _fit(self) -> None:
        side = self._theme.px(ICON_PX)
        self.setIconSize(QSize(side + self._theme.px(ICON_GAP), side))


class IconButton(QPushButton):
    """A button with an icon alone; `name` is read out and shown as a tooltip."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        tone: str = "primary",
        outlined: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setProperty("kind", "square" if outlined else "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_as(icon, name)
        follow(theme, self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a click."""
        if not clicked_by(self, event):
            super().keyPressEvent(event)

    def show_as(self, icon: str, name: str) -> None:
        """Show another icon and let a screen reader say another `name`."""
        self.setIcon(self._theme.glyph(Glyph(name=icon, tone=self._tone)))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _fit(self) -> None:
        side = self._theme.px(20)
        self.setIconSize(QSize(side, side))


class SquareButton(IconButton):
    """An outlined button with an icon alone, as high as a field."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__(theme, icon, name, tone="text", outlined=True)


class HeroButton(QAbstractButton):
    """A large card that starts something: icon disc, title, subtitle and shortcut."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        subtitle: str,
        keys: str = "",
        *,
        primary: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._primary, self._icon = theme, primary, icon
        words = "onhero" if primary else "text"
        quiet = "onhero" if primary else "text2"
        self._disc = IconDisc(theme, icon, side=48, glyph=24)
        self._title = Label(title, "hero", words)
        self._subtitle = Label(subtitle, "hint", quiet)
        self._keys = KeyHint(keys, quiet)
        show_if(self._keys, on=bool(keys))
        self._lay(theme)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{subtitle} {keys}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(theme, self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a click."""
        if not clicked_by(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return what the words on the card need."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the words on the card need."""
        return self._row.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card; its words are labels of their own."""
        fill, edge = ("hero", "hero_line") if self._primary else ("surface", "strong")
        theme = self._theme
        width = theme.tokens.outline
        if self._primary and theme.hex("hero") != theme.hex("hero_line"):
            width = theme.ring
        if self.underMouse() and not self._primary:
            fill = "surface2"
        if self.hasFocus():
            edge, width = ("text" if self._primary else "primary"), theme.ring
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour(fill))
        inset = width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, theme.px(12) - inset, theme.px(12) - inset)

    def _lay(self, theme: Theme) -> None:
        words = Column(theme, spacing=3)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        self._row = row = Row(theme, self, margins=(17, 0, 13, 0), spacing=12)
        row.addWidget(self._disc)
        row.addLayout(words, 1)
        row.addWidget(self._keys)
        for child in (self._disc, self._title, self._subtitle, self._keys):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _fit(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.px(92))
        for label in (self._title, self._subtitle):
            label.setWordWrap(theme.stacked)  # side by side each card is as wide as its words
        bright = self._primary
        if bright and theme.hex("hero") == theme.hex("soft"):
            self._disc.set(self._icon, "onp", "primary")
        elif bright:
            self._disc.set(self._icon, "hero", "onhero")
        self.update()
