"""How a line of the list of cases is drawn: no widget stands in a row."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from patbm_desktop.actions.cases.case_rows import Row
from patbm_desktop.ui.parts.activity_words import NONE, step_look
from patbm_desktop.ui.parts.case_words import (
    due_tone,
    due_words,
    icon_of,
    level_words,
    next_words,
    remark_of,
    status_look,
    title_of,
    who_of,
)
from patbm_desktop.ui.tables.case_list import ROW_ROLE, Index
from patbm_desktop.ui.theme import Theme

ROW_PX = 62
BAR_PX = 4
WIDE_FROM, DISC_FROM, STATE_FROM = 900, 640, 480
"""Widths at 100 % from which there is room for long remarks, the icon, and the status."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a row begin and end, in pixels from its left edge.

    `disc` and `state` are None where there is no room; the status then stands in the lower line.
    """

    disc: int | None
    name: int
    name_end: int
    next: int
    next_end: int
    state: int | None
    state_end: int


def columns_of(theme: Theme, width: int) -> Columns:
    """Return the columns for a list `width` pixels wide."""
    units = width / theme.scale
    px = theme.px
    end = width - px(40)
    disc = px(20) if units >= DISC_FROM else None
    name = px(70) if disc is not None else px(18)
    state = end - px(250 if units >= WIDE_FROM else 160) if units >= STATE_FROM else None
    next_end = (state if state is not None else end) - px(14)
    following = max(name + (next_end - name) * 3 // 5, next_end - px(260))
    return Columns(disc, name, following - px(14), following, next_end, state, end)


class CaseDelegate(QStyledItemDelegate):
    """Paints a case at a fixed height, in the colours and the size of the theme."""

    MORE_PX: ClassVar[int] = 36
    """The zone at the far end of the current row that opens its menu."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts: dict[str, tuple[QFont, QFontMetrics]] = {}
        theme.changed.connect(self.fit)

    @property
    def theme(self) -> Theme:
        """The look in force."""
        return self._theme

    def fit(self) -> None:
        """Take the fonts of the theme."""
        self._fonts = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(self._theme.px(360), self._theme.px(ROW_PX))

    def more_zone(self, rect: QRect) -> QRect:
        """Return where a row offers its menu."""
        wide = self._theme.px(self.MORE_PX)
        return QRect(rect.right() + 1 - wide, rect.top(), wide, rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        row = index.data(ROW_ROLE)
        rect = QRect(option.rect)
        if not isinstance(row, Row):
            return
        painter.save()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        _RowPainter(self, painter, rect, row).paint(current=current, hover=hover)
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def words(
        self, painter: QPainter, rect: QRect, text: str, *, face: str = "text", tone: str = "text"
    ) -> int:
        """Draw `text` in one line of `rect`, cut with an ellipsis; return how wide it is."""
        if not text or rect.width() <= 0:
            return 0
        font, metrics = self._font(face)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def picture(self, painter: QPainter, near: QPoint, name: str, tone: str, side: int = 18) -> int:
        """Draw an icon, `near` being the middle of its left edge; return how wide it is."""
        size = self._theme.px(side)
        drawn = self._theme.picture(name, tone, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(near.x(), near.y() - size // 2, drawn)
        return size

    def _font(self, face: str) -> tuple[QFont, QFontMetrics]:
        if face not in self._fonts:
            font = self._theme.font(face)
            self._fonts[face] = (font, QFontMetrics(font))
        return self._fonts[face]


class _RowPainter:
    """Draws one case; lives for one paint."""

    def __init__(self, delegate: CaseDelegate, painter: QPainter, rect: QRect, row: Row) -> None:
        self._to, self._painter, self._row, self._rect = delegate, painter, row, rect
        self._theme = delegate.theme
        self._at = columns_of(self._theme, rect.width())

    def paint(self, *, current: bool, hover: bool) -> None:
        """Draw the row from left to right."""
        theme, painter, rect = self._theme, self._painter, self._rect
        fill = "soft" if current else "surface2" if hover else "surface"
        painter.fillRect(rect, theme.colour(fill))
        if current:
            bar = QRect(rect.topLeft(), QSize(theme.px(BAR_PX), rect.height()))
            painter.fillRect(bar, theme.colour("primary"))
        if self._at.disc is not None:
            self._disc(self._at.disc, "surface" if current else "soft")
        self._name()
        self._next()
        if self._at.state is not None:
            self._state(self._at.state)
        if current or hover:
            zone = self._to.more_zone(rect)
            left = zone.left() + (zone.width() - theme.px(18)) // 2
            self._to.picture(painter, QPoint(left, zone.center().y()), "ellipsis", "text2")

    def _upper(self, left: int, right: int) -> QRect:
        top = self._rect.top() + self._theme.px(9)
        return QRect(self._rect.left() + left, top, right - left, self._theme.px(22))

    def _lower(self, left: int, right: int) -> QRect:
        return self._upper(left, right).translated(0, self._theme.px(22))

    def _disc(self, left: int, fill: str) -> None:
        theme, painter = self._theme, self._painter
        side = theme.px(36)
        x, middle = self._rect.left() + left, self._rect.center().y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill))
        painter.drawEllipse(x, middle - side // 2, side, side)
        near = QPoint(x + (side - theme.px(18)) // 2, middle)
        self._to.picture(painter, near, icon_of(self._row.category), "primary")

    def _name(self) -> None:
        row, at = self._row, self._at
        about = who_of(row.age, row.sex) or (
            level_words(row.triage) if row.category is None else ""
        )
        parts = [row.code, about]
        if at.state is None:
            parts.insert(1, status_look(row.status).word)
        under = " · ".join(part for part in parts if part)
        self._draw(self._upper(at.name, at.name_end), title_of(row.category), "strong")
        lower = self._lower(at.name, at.name_end)
        if at.state is None:
            self._step(lower)
        self._draw(lower, under, "secondary", "text2")

    def _next(self) -> None:
        row, at = self._row, self._at
        upper, lower = self._upper(at.next, at.next_end), self._lower(at.next, at.next_end)
        if row.is_over or row.next is None:
            self._draw(upper, NONE, "text", "text2")
            return
        self._draw(upper, next_words(row.next.what), "text")
        tone = due_tone(row)
        late = tone == "danger"
        if late:
            near = QPoint(lower.left(), lower.center().y() + 1)
            lower.setLeft(
                lower.left() + self._to.picture(self._painter, near, "clock-alert", tone, 14)
            )
            lower.setLeft(lower.left() + self._theme.px(5))
        self._draw(lower, due_words(row), "pill" if tone != "text2" else "secondary", tone)

    def _state(self, left: int) -> None:
        row, at = self._row, self._at
        upper, lower = self._upper(left, at.state_end), self._lower(left, at.state_end)
        look, remark = status_look(row.status), remark_of(row)
        if not look.word:
            self._draw(upper, remark, "pill", "warn")
            return
        near = QPoint(upper.left(), upper.center().y() + 1)
        icon = self._to.picture(self._painter, near, look.icon, look.tone)
        inner = icon + self._theme.px(8)
        upper.setLeft(upper.left() + inner)
        lower.setLeft(lower.left() + inner)
        self._draw(upper, look.word, "pill", look.tone)
        self._step(lower)
        tone = "text2" if row.is_over or not remark else "warn"
        self._draw(lower, remark or self._far_word(), "secondary", tone)

    def _step(self, line: QRect) -> None:
        """Draw at the near end of `line` how far the note has come, and leave the rest of it."""
        if self._row.step is None:
            return
        look = step_look(self._row.step)
        near = QPoint(line.left(), line.center().y() + 1)
        side = self._to.picture(self._painter, near, look.icon, look.tone, 14)
        line.setLeft(line.left() + side + self._theme.px(5))

    def _far_word(self) -> str:
        return step_look(self._row.step).word if self._row.step is not None else ""

    def _draw(self, room: QRect, text: str, face: str, tone: str = "text") -> None:
        self._to.words(self._painter, room, text, face=face, tone=tone)
