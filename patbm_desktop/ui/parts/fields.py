"""Fields to write in and lists to pick from, in the look of the kit."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from patbm_desktop.ui.parts.labels import KeyHint, Label
from patbm_desktop.ui.parts.layouts import Column, follow, show_if
from patbm_desktop.ui.theme import Theme

INDONESIAN = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
CHEVRON_PX = 18
CALENDAR_ARROWS = {
    "qt_calendar_prevmonth": "chevron-left",
    "qt_calendar_nextmonth": "chevron-right",
}
DAYS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}


class LineEdit(QLineEdit):
    """One line of text; `size` is empty (44 px), ``normal`` (40) or ``huge`` (48)."""

    def __init__(self, name: str, placeholder: str = "", *, size: str = "") -> None:
        super().__init__()
        self.setProperty("room", size)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)


class SignedLine(LineEdit):
    """One line of text with an icon drawn at its near end and room at its far end."""

    far_px = 12

    def __init__(
        self, theme: Theme, name: str, placeholder: str, icon: str, *, size: str = ""
    ) -> None:
        super().__init__(name, placeholder, size=size)
        self._theme, self._icon = theme, icon
        follow(theme, self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the icon."""
        super().paintEvent(event)
        if self._icon:
            side = self._theme.px(CHEVRON_PX)
            drawn = self._theme.picture(self._icon, "text2", CHEVRON_PX, self.devicePixelRatioF())
            top = (self.height() - side) // 2
            QPainter(self).drawPixmap(QPointF(self._theme.px(13), top), drawn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands at the far end in place."""
        super().resizeEvent(event)
        self.place_far()

    def place_far(self) -> None:
        """Move what stands at the far end; a plain field has nothing there."""

    def _fit(self) -> None:
        near = self._theme.px(26) if self._icon else 0
        self.setTextMargins(near, 0, self._theme.px(self.far_px), 0)
        self.place_far()


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field, Enter makes a new line."""

    def __init__(self, theme: Theme, name: str, placeholder: str = "", *, lines: int = 3) -> None:
        super().__init__()
        self._theme, self._lines = theme, lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        follow(theme, self._fit)

    def plain(self) -> str:
        """Return what was written."""
        return self.toPlainText()

    def set_plain(self, text: str) -> None:
        """Show `text` without telling `textChanged`."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def sizeHint(self) -> QSize:
        """Return the height of the wanted lines."""
        return QSize(self._theme.px(240), self.minimumHeight())

    def _fit(self) -> None:
        line = QFontMetrics(self._theme.font()).lineSpacing()
        self.setMinimumHeight(self._lines * line + self._theme.px(24))
        self.updateGeometry()


class ComboBox(QComboBox):
    """A list to pick from, kept for more than seven choices; each has a key."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setView(QListView())
        self.setMaxVisibleItems(9)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def add(self, key: str, text: str) -> None:
        """Offer `text` for `key`."""
        self.addItem(text, key)

    def key(self) -> str:
        """Return the key that is picked, or an empty string."""
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        """Pick `key`; an unknown key picks nothing."""
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll; a wheel must never change an answer."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, words that are too long with an ellipsis, then our own arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        words = option.currentText
        option.currentText = self.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip("" if option.currentText == words else words)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        paint_mark(self, self._theme, "chevron-down")


class DateField(QDateEdit):
    """A day, written out in Indonesian, with a calendar; `changed` tells what the person did."""

    changed = Signal(object)

    def __init__(self, theme: Theme, name: str, locale: QLocale = INDONESIAN) -> None:
        super().__init__(QDate.currentDate())
        self._theme = theme
        self.setLocale(locale)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd, d MMM yyyy")
        self._set_up_calendar(locale)
        self.dateChanged.connect(self._tell)
        follow(theme, self._fit)

    def date_value(self) -> date:
        """Return the day that stands there."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def set_date(self, day: date) -> None:
        """Show `day` without a signal."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then our own calendar sign."""
        super().paintEvent(event)
        paint_mark(self, self._theme, "calendar")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll; a wheel must never change a date."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by a day with Up and Down and by a week with the page keys."""
        days = DAYS.get(Qt.Key(event.key()))
        if days is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        self.setDate(self.date().addDays(days))

    def _tell(self) -> None:
        self.changed.emit(self.date_value())

    def _set_up_calendar(self, locale: QLocale) -> None:
        calendar = self.calendarWidget()
        calendar.setLocale(locale)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        for name, icon in CALENDAR_ARROWS.items():
            arrow = calendar.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(self._theme.icon(icon, "text"))

    def _fit(self) -> None:
        calendar = self.calendarWidget()
        calendar.setMinimumSize(self._theme.px(330), self._theme.px(290))
        plain = QTextCharFormat()  # Qt paints weekends red, and red means overdue here
        plain.setForeground(self._theme.colour("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        plain.setForeground(self._theme.colour("text2"))
        calendar.setHeaderTextFormat(plain)


class SearchField(SignedLine):
    """A field with a magnifier and its shortcut; Esc empties it."""

    far_px = 60

    def __init__(self, theme: Theme, name: str, placeholder: str, keys: str = "Ctrl F") -> None:
        self._keys = KeyHint(keys, "soft")
        super().__init__(theme, name, placeholder, "search", size="normal")
        self._keys.setParent(self)
        self.textChanged.connect(self._show_keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc, when there is something in it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def place_far(self) -> None:
        """Keep the shortcut at the far end."""
        hint = self._keys.sizeHint()
        left = self.width() - hint.width() - self._theme.px(12)
        self._keys.setGeometry(QRect(QPoint(left, (self.height() - hint.height()) // 2), hint))

    def _show_keys(self, text: str) -> None:
        self._keys.setVisible(not text)


class Field(QWidget):
    """A caption over a field over a hint; `problem` says beside it what is still needed."""

    def __init__(self, theme: Theme, caption: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.caption = Label(caption, "label")
        self.caption.setBuddy(widget)
        self.field = widget
        self.hint = Label(hint, "secondary", "text2", wrap=True)
        show_if(self.hint, on=bool(hint))
        self._problem = Label("", "hint", "danger", wrap=True)
        self._problem.hide()
        column = Column(theme, self, spacing=5)
        column.addWidget(self.caption)
        column.addWidget(widget)
        column.addWidget(self.hint)
        column.addWidget(self._problem)

    def problem(self, text: str) -> None:
        """Show the sentence `text` beside the field; an empty one takes it away."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.field.setAccessibleDescription(text or self.hint.text())


def put(line: QLineEdit, text: str) -> None:
    """Show `text` in `line`, unless somebody is typing there now: notes of others come any time."""
    if not (line.hasFocus() and line.isModified()):
        line.setText(text)
        line.setCursorPosition(0)


def paint_mark(widget: QWidget, theme: Theme, icon: str) -> None:
    """Draw `icon` at the right end of a field that opens a list or a calendar."""
    painter = QPainter(widget)
    side = theme.px(CHEVRON_PX)
    tone = "text2" if widget.isEnabled() else "text3"
    drawn = theme.picture(icon, tone, CHEVRON_PX, widget.devicePixelRatioF())
    left = widget.width() - side - theme.px(13)
    painter.drawPixmap(QPointF(left, (widget.height() - side) // 2), drawn)
