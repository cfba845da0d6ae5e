"""One entry of a Riwayat: it draws its own words and knows how high it is at any width.

What its words measure is looked up once; where they wrap at a width is arithmetic then.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from patbm_desktop.ui.parts.prose import Prose
from patbm_desktop.ui.parts.tracker import Mark, Tracker
from patbm_desktop.ui.theme import Theme

DISC_PX, GLYPH_PX, LEFT_PX, END_PX = 36, 18, 54, 34
GAP_PX, MARKS_PX = 18, 48
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
FILLS = {"primary": "soft", "info": "info_soft", "warn": "warn_soft", "text2": "surface2"}
TALL = 10_000
WIDTHS_KEPT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry: `when` is its day and its person, `marks` those of a letter on its way.

    `verbs` are what its menu offers: a key and its words. Nothing shows itself in a `repr`.
    """

    ent: str = ""
    icon: str = "notebook-pen"
    tone: str = "primary"
    title: str = field(default="", repr=False)
    when: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    marks: tuple[Mark, ...] = ()
    verbs: tuple[tuple[str, str], ...] = ()


class Faces:
    """The fonts of a timeline and their measures, looked up once for each size of text."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[str, tuple[QFont, QFontMetrics]] = {}

    def forget(self) -> None:
        """Look everything up again: the size of the text changed."""
        self._known = {}

    def font(self, face: str) -> QFont:
        """Return the font of `face`."""
        return self._of(face)[0]

    def wide(self, face: str, text: str) -> int:
        """Return how wide `text` is in one line."""
        return self._of(face)[1].horizontalAdvance(text) if text else 0

    def high(self, face: str, text: str, wide: int, room: int) -> int:
        """Return how high `text`, `wide` in one line, is when it wraps at `room`."""
        if not text:
            return 0
        metrics = self._of(face)[1]
        if wide <= room:
            return metrics.height()
        return metrics.boundingRect(QRect(0, 0, room, TALL), WRAP, text).height()

    def line(self, face: str) -> tuple[int, int]:
        """Return how wide a letter of `face` is on average, and how high a line."""
        metrics = self._of(face)[1]
        return max(metrics.averageCharWidth(), 1), metrics.height()

    def _of(self, face: str) -> tuple[QFont, QFontMetrics]:
        if face not in self._known:
            font = self._theme.font(face)
            self._known[face] = (font, QFontMetrics(font))
        return self._known[face]


@dataclass(frozen=True, slots=True)
class Laid:
    """Where the words of an entry stand at one width; `is_level` says that the day has no line."""

    title: QRect
    when: QRect
    text: QRect
    marks: QRect
    height: int
    is_level: bool


class TimelineEntry(QWidget):
    """Draws one item; `asked` gives a verb of its menu, `stepped` an arrow key."""

    asked = Signal(str, object)
    stepped = Signal(int)

    def __init__(
        self, theme: Theme, faces: Faces, item: Item, parent: QWidget, *, is_last: bool
    ) -> None:
        super().__init__(parent)
        self._theme, self._faces = theme, faces
        self.item, self._is_last = item, is_last
        self._laid: dict[int, Laid] = {}
        self._prose: Prose | None = None
        self._title_wide = self._when_wide = 0
        self._tracker = Tracker(theme) if item.marks else None
        if self._tracker is not None:
            self._tracker.setParent(self)
            self._tracker.show_marks(item.marks)
        self.let_tab_stop(on=False)
        self.setAccessibleName(_said(item))
        if item.verbs:
            self.setAccessibleDescription(", ".join(words for _, words in item.verbs))

    def wipe(self) -> None:
        """Forget what is drawn and what is read out."""
        self.item, self._prose, self._laid = Item(), None, {}
        self.setAccessibleName("")
        if self._tracker is not None:
            self._tracker.wipe()
        self.update()

    def menu(self) -> QMenu:
        """Return what can be done with this entry."""
        menu = QMenu(self)
        for verb, words in self.item.verbs:
            menu.addAction(words).setData(verb)
        menu.triggered.connect(lambda chosen: self.asked.emit(chosen.data(), self.item))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def let_tab_stop(self, *, on: bool) -> None:
        """Be the one entry that Tab stops at, or be reached by arrows and clicks only."""
        policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    # Where things stand

    def forget_places(self) -> None:
        """Work everything out again: the size of the text changed."""
        self._laid, self._prose = {}, None

    def laid(self, width: int) -> Laid:
        """Return where the words stand at `width`; a layout asks for a few widths in turn."""
        if width not in self._laid:
            if len(self._laid) >= WIDTHS_KEPT:
                self._laid.clear()
            self._laid[width] = self._lay(width)
        return self._laid[width]

    def _lay(self, width: int) -> Laid:
        px, item, faces = self._theme.px, self.item, self._faces
        prose = self._measured()
        left, room = px(LEFT_PX), _room(self._theme, width)
        day = self._when_wide + px(12)
        is_level = self._title_wide + day <= room
        first = room - day if is_level else room
        high = faces.high("strong", item.title, self._title_wide, first)
        title = QRect(left, px(4), first, high)
        high = faces.high("secondary", item.when, self._when_wide, room)
        below = QRect(left, title.bottom() + 1, room, high)
        when = QRect(left, title.top(), room, title.height()) if is_level else below
        top = max(title.bottom(), when.bottom()) + 1 + (px(4) if item.text else 0)
        text = QRect(left, top, room, prose.height(room))
        marks = self._marks_place(text, room)
        bottom = max(text.bottom(), marks.bottom(), px(DISC_PX)) + 1
        return Laid(title, when, text, marks, bottom + px(4 if self._is_last else GAP_PX), is_level)

    def _measured(self) -> Prose:
        """Return the text, measured; what stands over it is measured with it."""
        if self._prose is None:
            self._prose = Prose(self.item.text, self._faces.font("text"))
            self._title_wide = self._faces.wide("strong", self.item.title)
            self._when_wide = self._faces.wide("secondary", self.item.when)
        return self._prose

    def _marks_place(self, text: QRect, room: int) -> QRect:
        if self._tracker is None:
            return QRect()
        top = text.bottom() + 1 + self._theme.px(8)
        return QRect(text.left(), top, room, self._tracker.heightForWidth(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marks of a letter under the words."""
        super().resizeEvent(event)
        if self._tracker is not None:
            self._tracker.setGeometry(self.laid(self.width()).marks)

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the disc, the words and the dots of the menu."""
        painter, at = QPainter(self), self.laid(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            self._draw_focus(painter)
        if not self._is_last:
            self._draw_line(painter)
        self._draw_disc(painter)
        self._draw(painter, at.title, self.item.title, "strong", "text")
        painter.setPen(self._theme.colour("text"))
        self._measured().draw(painter, at.text.left(), at.text.top(), at.text.width())
        side = Qt.AlignmentFlag.AlignRight if at.is_level else Qt.AlignmentFlag.AlignLeft
        how = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        self._draw(painter, at.when, self.item.when, "secondary", "text2", how)
        if self.item.verbs:
            self._draw_more(painter)

    def _draw(  # noqa: PLR0917 - a text, where it stands and how it looks
        self, painter: QPainter, place: QRect, text: str, face: str, tone: str, how: int = WRAP
    ) -> None:
        painter.setFont(self._faces.font(face))
        painter.setPen(self._theme.colour(tone))
        painter.drawText(place, how, text)

    def _draw_focus(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("primary"), theme.ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = theme.ring / 2
        rim = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rim, theme.px(8), theme.px(8))

    def _draw_line(self, painter: QPainter) -> None:
        theme = self._theme
        middle = theme.px(DISC_PX) / 2
        painter.setPen(QPen(theme.colour("border"), theme.px(2)))
        top = theme.px(DISC_PX) + theme.px(3)
        painter.drawLine(QPointF(middle, top), QPointF(middle, self.height() - theme.px(1)))

    def _draw_disc(self, painter: QPainter) -> None:
        theme, item = self._theme, self.item
        side = theme.px(DISC_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(FILLS.get(item.tone, "soft")))
        painter.drawEllipse(QRectF(0, 0, side, side))
        inset = (side - theme.px(GLYPH_PX)) / 2
        drawn = theme.picture(item.icon, item.tone, GLYPH_PX, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(inset, inset), drawn)

    def _draw_more(self, painter: QPainter) -> None:
        zone = self._more_zone()
        side = self._theme.px(GLYPH_PX)
        drawn = self._theme.picture("ellipsis", "text2", GLYPH_PX, self.devicePixelRatioF())
        left, top = zone.center().x() - side / 2, zone.center().y() - side / 2
        painter.drawPixmap(QPointF(left, top), drawn)

    def _more_zone(self) -> QRect:
        side = self._theme.px(30)
        return QRect(self.width() - side, 0, side, side)

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next entry, or do what Del stands for."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Delete and self.item.verbs:
            self.asked.emit(self.item.verbs[-1][0], self.item)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the menu where the dots are clicked."""
        place = event.position().toPoint()
        if self.item.verbs and self._more_zone().contains(place):
            self._pop_up(self._more_zone().bottomLeft())
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu by the right button or the menu key."""
        if self.item.verbs:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self._pop_up(self._more_zone().bottomLeft() if by_key else event.pos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the outline."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw no outline any more."""
        super().focusOutEvent(event)
        self.update()

    def _pop_up(self, place: QPoint) -> None:
        self.menu().popup(self.mapToGlobal(place))


def guessed_height(theme: Theme, faces: Faces, items: Sequence[Item], width: int) -> int:
    """Return about how high entries of `items` will be together; nothing is measured for it."""
    letter, a_line = faces.line("text")
    fits = max(_room(theme, width) // letter, 1)
    least, gap, marks = theme.px(DISC_PX), theme.px(8 + GAP_PX), theme.px(MARKS_PX)
    title = faces.line("strong")[1]
    high = 0
    for item in items:
        words = len(item.text) // fits + item.text.count("\n") + bool(item.text)
        high += max(title + words * a_line, least) + gap + (marks if item.marks else 0)
    return high


def _room(theme: Theme, width: int) -> int:
    """Return how wide the words of an entry may be."""
    return max(width - theme.px(LEFT_PX + END_PX), 1)


def _said(item: Item) -> str:
    return ". ".join(part for part in (item.title, item.when, item.text) if part)
