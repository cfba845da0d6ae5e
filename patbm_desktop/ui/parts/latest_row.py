"""One activity in the short list of Beranda; the whole line opens it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_words import (
    NONE,
    heads_of,
    icon_of,
    look_of,
    name_of,
    sentence_of,
    topics_of,
)
from patbm_desktop.ui.parts.labels import Glyphs, IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Row, keep_size
from patbm_desktop.ui.theme import Theme

TALL_PX = 65


class LatestRow(QAbstractButton):
    """What was done, when, about what, how many came, and its state as an icon."""

    def __init__(self, theme: Theme, row: ActivityRow) -> None:
        super().__init__()
        self._theme = theme
        self.setText(name_of(row.activity))
        self.setAccessibleName(sentence_of(row))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay(row)
        keep_size(theme, self, min_height=TALL_PX)

    def sizeHint(self) -> QSize:
        """Return what the words need."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the words need at least."""
        return self._row.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the line, and the outline while it has the keyboard."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), self._theme.colour("surface2"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("primary"), self._theme.ring))
            rim = QRectF(self.rect()).adjusted(3, 2, -3, -2)
            painter.drawRoundedRect(rim, self._theme.px(8), self._theme.px(8))

    def _lay(self, row: ActivityRow) -> None:
        theme, activity, look = self._theme, row.activity, look_of(row.state)
        day = strings.day_without_year(activity.date) if activity.date else NONE
        topics = topics_of(activity) or self.tr("tema belum diisi")
        words = Column(theme, spacing=1)
        words.addStretch(1)
        words.addWidget(Label(self.text(), "strong", wrap=True))
        words.addWidget(Label(f"{day} · {topics}", "secondary", "text2", wrap=True))
        words.addStretch(1)
        state = Glyphs(theme, look.icon, look.tone, side=18)
        self.setToolTip(look.word)
        self._row = Row(theme, self, margins=(18, 6, 19, 6), spacing=12)
        self._row.addWidget(IconDisc(theme, icon_of(activity), side=34, glyph=18))
        self._row.addLayout(words, 1)
        self._row.addWidget(Label(heads_of(activity), "strong"))
        self._row.addWidget(state)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
