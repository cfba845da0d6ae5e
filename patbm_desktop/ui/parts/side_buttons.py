"""The painted buttons of the dark side: a page, the emergency card, hiding."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from patbm_desktop.ui.parts.layouts import follow
from patbm_desktop.ui.theme import Theme

RAIL_PX = 92
BARE_PX = 36
BADGE_PX, BADGE_EDGE_PX, BADGE_AIR_PX = 22, 10, 5
MOST_SHOWN = 99
"""A badge says `99+` where more wait; whoever listens is told the number."""
LEAST_WORDS_PX = 12
"""No words of the sidebar are smaller at 100 %."""
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that can be reached from the sidebar; `keys` is its shortcut for the tooltip."""

    key: str
    icon: str
    text: str
    badge: int = 0
    keys: str = ""


class SideButton(QAbstractButton):
    """A painted button on the dark side; knows the wide form, the rail and the bare rail."""

    def __init__(self, theme: Theme, icon: str, text: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(theme, self._fit)

    def sizeHint(self) -> QSize:
        """Return the height of the present form."""
        return QSize(self._theme.px(RAIL_PX - 12), self.height_now())

    def height_now(self) -> int:
        """Return the height in pixels in the present form."""
        theme = self._theme
        if theme.bare_rail:
            return theme.px(BARE_PX)
        if theme.rail:
            return theme.px(30) + self._words_height() + theme.px(3)
        return theme.px(44)

    def draw_base(self, painter: QPainter, fill: str, radius: int, edge: str = "accent") -> None:
        """Draw the fill (an empty one is none) and the focus outline."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if fill:
            painter.setBrush(self._theme.colour(fill))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour(edge), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def draw_icon(self, painter: QPainter, tone: str, left: float, top: float) -> None:
        """Draw the icon, 20 px high at 100 %."""
        drawn = self._theme.picture(self._icon, tone, 20, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(round(left), round(top)), drawn)

    def draw_rail(self, painter: QPainter, icon: str, text: str, face: str) -> None:
        """Draw the icon in the middle and the words below, or the icon alone."""
        theme = self._theme
        side = theme.px(20)
        top = (self.height() - side) / 2 if theme.bare_rail else theme.px(6)
        self.draw_icon(painter, icon, (self.width() - side) / 2, top)
        if theme.bare_rail:
            return
        painter.setFont(theme.font(face))
        painter.setPen(theme.colour(text))
        painter.drawText(
            QRect(0, theme.px(28), self.width(), self.height()), WRAP, self.rail_text()
        )

    def rail_text(self) -> str:
        """Return the words under the icon in the rail."""
        return self.text()

    def _words_height(self) -> int:
        metrics = QFontMetrics(self._theme.font("caption"))
        room = QRect(0, 0, self._theme.px(RAIL_PX - 12), 1000)
        return metrics.boundingRect(room, WRAP, self.rail_text()).height()

    def _fit(self) -> None:
        self.setFixedHeight(self.height_now())
        self.setToolTip(self.text() if self._theme.rail else "")
        self.update()


class NavButton(SideButton):
    """One page in the sidebar, with the number of things that wait there."""

    def __init__(self, theme: Theme, entry: Entry) -> None:
        super().__init__(theme, entry.icon, entry.text)
        self.setCheckable(True)
        self._badge = 0
        self.set_badge(entry.badge)

    def set_badge(self, number: int) -> None:
        """Show that `number` things wait; 0 shows nothing."""
        self._badge = number
        self.setAccessibleName(f"{self.text()}, {number}" if number else self.text())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entry in the present form."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        self.draw_base(painter, "sideact" if on or self.underMouse() else "", theme.px(8))
        icon, words = ("sidehead", "sidehead") if on else ("sidedim", "sidetext")
        if theme.rail:
            self.draw_rail(painter, icon, words, "caption")
        else:
            self._draw_wide(painter, icon, words)
        if self._badge:
            self._draw_badge(painter)

    def _draw_wide(self, painter: QPainter, icon: str, words: str) -> None:
        theme = self._theme
        if self.isChecked():
            self._draw_bar(painter)
        self.draw_icon(painter, icon, theme.px(18), (self.height() - theme.px(20)) / 2)
        painter.setFont(self._wide_font())
        painter.setPen(theme.colour(words))
        painter.drawText(self._wide_room(), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _wide_room(self) -> QRect:
        """Return where the words stand: beside the icon, and before the badge if there is one."""
        px = self._theme.px
        taken = self._badge_wide() + px(BADGE_EDGE_PX + 4) if self._badge else px(4)
        return self.rect().adjusted(px(46), 0, -taken, 0)

    def _wide_font(self) -> QFont:
        """Return the usual face, or a smaller one where a long word meets the badge."""
        font = self._theme.font("strong" if self.isChecked() else "nav")
        wide, room = QFontMetrics(font).horizontalAdvance(self.text()), self._wide_room().width()
        if wide > room:
            font.setPixelSize(max(font.pixelSize() * room // wide, self._theme.px(LEAST_WORDS_PX)))
        return font

    def _draw_bar(self, painter: QPainter) -> None:
        theme = self._theme
        high = theme.px(22)
        bar = QRectF(theme.px(4), (self.height() - high) / 2, theme.px(4), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(bar, theme.px(2), theme.px(2))

    def badge_text(self) -> str:
        """Return what the badge says."""
        return f"{MOST_SHOWN}+" if self._badge > MOST_SHOWN else str(self._badge)

    def badge_room(self) -> QRectF:
        """Return where the badge stands: a disc, or as wide as its words need."""
        theme, wide, high = self._theme, self._badge_wide(), self._theme.px(BADGE_PX)
        if theme.rail:
            left = min(self.width() / 2 + theme.px(10), self.width() - wide)
            return QRectF(left, theme.px(3), wide, high)
        left = self.width() - wide - theme.px(BADGE_EDGE_PX)
        return QRectF(left, (self.height() - high) / 2, wide, high)

    def _badge_wide(self) -> int:
        words = QFontMetrics(self._theme.font("pill")).horizontalAdvance(self.badge_text())
        return max(self._theme.px(BADGE_PX), words + self._theme.px(2 * BADGE_AIR_PX))

    def _draw_badge(self, painter: QPainter) -> None:
        theme, room = self._theme, self.badge_room()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sidetext"))
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setFont(theme.font("pill"))
        painter.setPen(theme.colour("side"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.badge_text())


class EmergencyButton(SideButton):
    """The one yellow of the program: opens the emergency numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "phone-call", "")
        self.name_again()

    def changeEvent(self, event: QEvent) -> None:
        """Take the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.name_again()

    def name_again(self) -> None:
        """Take the words of the present language."""
        self._title = self.tr("Anak dalam bahaya?")
        self._subtitle = self.tr("Buka nomor darurat · F1")
        self.setText(f"{self._title} {self._subtitle}")
        self.setAccessibleName(self.text())
        self._fit()

    def height_now(self) -> int:
        """Return the height in pixels in the present form."""
        theme = self._theme
        return theme.px(44) if theme.bare_rail else theme.px(52) if theme.rail else theme.px(54)

    def rail_text(self) -> str:
        """Return the short words of the rail."""
        return self.tr("Bahaya? F1")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button in the present form."""
        theme = self._theme
        painter = QPainter(self)
        self.draw_base(painter, "sun", theme.px(10), "sidehead")
        if theme.rail:
            self.draw_rail(painter, "onsun", "onsun", "key")
            return
        self.draw_icon(painter, "onsun", theme.px(13), (self.height() - theme.px(20)) / 2)
        painter.setPen(theme.colour("onsun"))
        room = QRect(theme.px(43), theme.px(9), self.width(), theme.px(20))
        painter.setFont(theme.font("label"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setFont(theme.font("caption"))
        painter.drawText(
            room.translated(0, theme.px(18)), Qt.AlignmentFlag.AlignVCenter, self._subtitle
        )


class HideButton(SideButton):
    """Hides the window behind a plain cover."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "eye-off", "")
        self.name_again()

    def changeEvent(self, event: QEvent) -> None:
        """Take the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.name_again()

    def name_again(self) -> None:
        """Take the words of the present language."""
        self.setText(self.tr("Sembunyikan layar"))
        self.setAccessibleName(self.tr("Sembunyikan layar, F9"))
        self._fit()

    def height_now(self) -> int:
        """Return the height in pixels in the present form."""
        return self._theme.px(BARE_PX if self._theme.rail else 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, the words and the key."""
        theme = self._theme
        painter = QPainter(self)
        self.draw_base(painter, "sideact" if self.underMouse() else "", theme.px(8))
        middle = (self.height() - theme.px(20)) / 2
        if theme.rail:
            self.draw_icon(painter, "sidedim", (self.width() - theme.px(20)) / 2, middle)
            return
        self.draw_icon(painter, "sidedim", theme.px(10), middle)
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour("sidetext"))
        room = self.rect().adjusted(theme.px(36), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        self._draw_key(painter)

    def _draw_key(self, painter: QPainter) -> None:
        theme = self._theme
        wide, high = theme.px(34), theme.px(19)
        left = self.width() - wide - theme.px(4)
        frame = QRectF(left + 0.5, (self.height() - high) / 2 + 0.5, wide - 1, high - 1)
        painter.setPen(QPen(theme.colour("sideline"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("sidedim"))
        painter.setFont(theme.font("caption"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, "F9")
