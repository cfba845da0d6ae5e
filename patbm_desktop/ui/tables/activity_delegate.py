"""How a line of the list of activities is drawn: no widget stands in a row.

So twenty thousand rows cost what the ten in sight cost.
"""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_words import (
    NONE,
    Look,
    breakdown_of,
    heads_of,
    icon_of,
    look_of,
    more_of,
    name_of,
    topics_of,
)
from patbm_desktop.ui.tables.activity_list import ROW_ROLE, Index, MonthHead
from patbm_desktop.ui.theme import Theme

ROW_PX, MONTH_PX = 55, 40
BAR_PX = 4
GAP_PX = 12
FAR_PX = 16
STATE_PX = 216
"""Room for "Menunggu koordinator" and the dots."""
PEOPLE_PX = 156
"""Room for "530 dewasa, 300 anak"."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a row begin, in pixels from its left edge; None is a column left out.

    `disc` is the icon, `people` the right edge of the head count; `narrow` writes the place under
    the name and the attachments under the state.
    """

    day: int
    disc: int | None
    name: int
    name_end: int
    place: int | None
    people: int
    evidence: int | None
    state: int
    state_end: int

    @property
    def narrow(self) -> bool:
        """Whether place and attachments have no column of their own."""
        return self.place is None


WIDE_FROM, DISC_FROM, WORD_FROM = 940, 620, 480
"""Widths at 100 % from which there is room for every column, for the icon, for a state's word."""


def columns_of(theme: Theme, width: int) -> Columns:
    """Return the columns for a list `width` pixels wide."""
    units = width / theme.scale

    def px(length: float) -> int:
        return theme.px(length)

    if units >= WIDE_FROM:
        state = width - px(STATE_PX)
        evidence = state - px(104)
        people = evidence - px(29)
        place = max(px(408), people - px(330))
        return Columns(px(42), px(82), px(132), place - px(16), place, people, evidence, state,
                       width - px(44))  # fmt: skip
    roomy = units >= DISC_FROM
    state = width - px(210 if roomy else 186 if units >= WORD_FROM else 64)
    people = state - px(20)
    name = px(132 if roomy else 80)
    disc = px(82) if roomy else None
    return Columns(
        px(42), disc, name, people - px(PEOPLE_PX), None, people, None, state, width - px(40)
    )


class ActivityDelegate(QStyledItemDelegate):
    """Paints a month or a row at a fixed height, in the colours and the size of the theme."""

    MORE_PX: ClassVar[int] = 36
    """The zone at the far end of the current row that opens its menu."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes = (QSize(), QSize())
        self._fonts: dict[str, tuple[QFont, QFontMetrics]] = {}
        self.fit()
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Take the sizes and fonts of the theme."""
        theme = self._theme
        self._sizes = (QSize(theme.px(400), theme.px(ROW_PX)), QSize(0, theme.px(MONTH_PX)))
        self._fonts = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one of the two heights."""
        return self._sizes[isinstance(index.data(ROW_ROLE), MonthHead)]

    def more_zone(self, rect: QRect) -> QRect:
        """Return where a row offers its menu."""
        wide = self._theme.px(self.MORE_PX)
        return QRect(rect.right() + 1 - wide, rect.top(), wide, rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        painter.save()
        entry = index.data(ROW_ROLE)
        rect = QRect(option.rect)
        if isinstance(entry, MonthHead):
            self._paint_month(painter, rect, entry)
        elif isinstance(entry, ActivityRow):
            state = option.state
            current = bool(state & QStyle.StateFlag.State_Selected)
            hover = bool(state & QStyle.StateFlag.State_MouseOver)
            _RowPainter(self, painter, rect, entry).paint(current=current, hover=hover)
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_month(self, painter: QPainter, rect: QRect, head: MonthHead) -> None:
        painter.fillRect(rect, self._theme.colour("surface2"))
        inner = rect.adjusted(self._theme.px(20), 0, -self._theme.px(20), 0)
        name = self.words(painter, inner, head.name, face="label")
        rest = inner.adjusted(name + self._theme.px(16), 0, 0, 0)
        self.words(painter, rest, head.totals, face="hint", tone="text2", right=True)

    def words(  # noqa: PLR0913 - a text, where it stands and how it looks
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        *,
        face: str = "text",
        tone: str = "text",
        right: bool = False,
        centre: bool = False,
    ) -> int:
        """Draw `text` in one line of `rect`, cut with an ellipsis; return how wide it is."""
        if not text or rect.width() <= 0:
            return 0
        font, metrics = self._font(face)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignLeft
        if right or centre:
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def picture(
        self, painter: QPainter, near: QPoint, name: str, tone: str = "text2", *, side: int = 18
    ) -> int:
        """Draw an icon `side` high at 100 %, `near` being the middle of its left edge.

        Return how wide it is.
        """
        size = self._theme.px(side)
        ratio = painter.device().devicePixelRatioF()
        drawn = self._theme.picture(name, tone, side, ratio)
        painter.drawPixmap(near.x(), near.y() - size // 2, drawn)
        return size

    def _font(self, face: str) -> tuple[QFont, QFontMetrics]:
        if face not in self._fonts:
            font = self._theme.font(face)
            self._fonts[face] = (font, QFontMetrics(font))
        return self._fonts[face]

    @property
    def theme(self) -> Theme:
        """The look in force."""
        return self._theme


class _RowPainter:
    """Draws one activity; lives for one paint."""

    def __init__(
        self, delegate: ActivityDelegate, painter: QPainter, rect: QRect, row: ActivityRow
    ) -> None:
        self._to, self._painter, self._row = delegate, painter, row
        self._theme = delegate.theme
        self._rect = rect
        self._at = columns_of(self._theme, rect.width())
        self._half = rect.height() // 2

    def paint(self, *, current: bool, hover: bool) -> None:
        """Draw the row from left to right."""
        theme, painter = self._theme, self._painter
        fill = "soft" if current else "surface2" if hover else "surface"
        painter.fillRect(self._rect, theme.colour(fill))
        if current:
            bar = QRect(self._rect.topLeft(), QSize(theme.px(BAR_PX), self._rect.height()))
            painter.fillRect(bar, theme.colour("primary"))
        self._day()
        self._disc("surface" if current else "soft")
        self._name()
        self._people()
        self._evidence()
        self._state()
        if current or hover:
            zone = self._to.more_zone(self._rect)
            left = zone.left() + (zone.width() - theme.px(18)) // 2
            self._to.picture(painter, QPoint(left, zone.center().y()), "ellipsis")

    def _upper(self, left: int, right: int) -> QRect:
        """Return the upper of two lines between two edges."""
        top = self._rect.top() + self._theme.px(8)
        return QRect(self._rect.left() + left, top, right - left, self._theme.px(21))

    def _lower(self, left: int, right: int) -> QRect:
        return self._upper(left, right).translated(0, self._theme.px(21))

    def _whole(self, left: int, right: int) -> QRect:
        return QRect(self._rect.left() + left, self._rect.top(), right - left, self._rect.height())

    def _day(self) -> None:
        day = self._row.activity.date
        wide = self._theme.px(34)
        left, right = self._at.day - wide, self._at.day + wide
        if day is None:
            self._to.words(self._painter, self._whole(left, right), NONE, centre=True)
            return
        weekday = strings.day_short(day).split(",")[0].split(" ")[0]
        self._to.words(self._painter, self._upper(left, right), str(day.day), face="hero",
                       centre=True)  # fmt: skip
        self._to.words(self._painter, self._lower(left, right), weekday, face="secondary",
                       tone="text2", centre=True)  # fmt: skip

    def _disc(self, fill: str) -> None:
        if self._at.disc is None:
            return
        theme, painter = self._theme, self._painter
        side = theme.px(36)
        left, middle = self._rect.left() + self._at.disc, self._rect.top() + self._half
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill))
        painter.drawEllipse(left, middle - side // 2, side, side)
        glyph = left + (side - theme.px(18)) // 2
        near = QPoint(glyph, middle)
        self._to.picture(painter, near, icon_of(self._row.activity), "primary")

    def _name(self) -> None:
        row, at = self._row, self._at
        topics = topics_of(row.activity) or QCoreApplication.translate(
            "ActivityDelegate", "tema belum diisi"
        )
        under = f"{topics} · {row.place_name}" if at.narrow and row.place_name else topics
        self._to.words(self._painter, self._upper(at.name, at.name_end), name_of(row.activity),
                       face="strong")  # fmt: skip
        self._to.words(self._painter, self._lower(at.name, at.name_end), under, face="secondary",
                       tone="text2")  # fmt: skip
        if at.place is not None:
            end = at.people - self._theme.px(PEOPLE_PX + GAP_PX)
            self._to.words(self._painter, self._whole(at.place, end), row.place_name or NONE)

    def _people(self) -> None:
        activity, right = self._row.activity, self._at.people
        left = right - self._theme.px(PEOPLE_PX)
        counted = heads_of(activity)
        if activity.participants is None:
            self._to.words(self._painter, self._whole(left, right), counted, right=True)
            return
        self._to.words(self._painter, self._upper(left, right), counted, face="strong", right=True)
        self._to.words(self._painter, self._lower(left, right),
                       breakdown_of(activity.participants), face="secondary", tone="text2",
                       right=True)  # fmt: skip

    def _evidence(self) -> None:
        at, row = self._at, self._row
        left = self._rect.left() + (at.state if at.evidence is None else at.evidence)
        line = self._lower(0, 0) if at.evidence is None else self._whole(0, 0)
        middle = line.center().y() + 1
        for icon, count in (("camera", row.photos), ("clipboard-list", row.lists)):
            if count:
                near = QPoint(left, middle)
                left += self._to.picture(self._painter, near, icon, side=16)
                left += self._theme.px(5)
                room = QRect(left, middle - self._half, self._theme.px(30), 2 * self._half)
                left += self._to.words(self._painter, room, str(count), face="hint", tone="text2")
                left += self._theme.px(19)

    def _state(self) -> None:
        at, row = self._at, self._row
        look = look_of(row.state)
        shared = at.evidence is None and bool(row.photos or row.lists)
        line = self._upper if shared else self._whole
        room = line(at.state, at.state_end)
        near = QPoint(room.left(), room.center().y() + 1)
        icon = self._to.picture(self._painter, near, look.icon, look.tone)
        room.setLeft(room.left() + icon + self._theme.px(8))
        more = more_of(row.state, row.step)
        if more is not None:
            self._far(room, more)
        self._to.words(self._painter, room, look.word, face="pill", tone=look.tone)

    def _far(self, room: QRect, look: Look) -> None:
        """Draw at the far end of `room` how far the note has come, and leave the rest of it."""
        left = room.right() + 1 - self._theme.px(FAR_PX)
        if left <= room.left():
            return
        near = QPoint(left, room.center().y() + 1)
        self._to.picture(self._painter, near, look.icon, look.tone, side=FAR_PX)
        room.setRight(left - self._theme.px(4))
