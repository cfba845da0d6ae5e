"""Large cards of which one is chosen: people on this laptop, ways to go on, text sizes."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from patbm_desktop.ui.parts.labels import Face, Glyphs, IconDisc, Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Row, follow, keep_size
from patbm_desktop.ui.theme import Theme

RADIO_PX = 22
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class OutlinedCard(QAbstractButton):
    """A checkable card that draws its outline; the words on it are labels of its own."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        description: str = "",
        *,
        height: int = 64,
        inset: int = 13,
        spacing: int = 12,
    ) -> None:
        super().__init__()
        self._theme, self._height = theme, height
        self._row = Row(theme, self, margins=(inset, 8, 15, 8), spacing=spacing)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        follow(theme, self._fit)

    def sizeHint(self) -> QSize:
        """Return what the words need, and the height of such a card."""
        hint = self._row.sizeHint()
        return QSize(hint.width(), max(hint.height(), self._theme.px(self._height)))

    def minimumSizeHint(self) -> QSize:
        """Return the least that the words need."""
        least = self._row.minimumSize()
        return QSize(least.width(), max(least.height(), self._theme.px(self._height)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its outline thick when it is chosen or has the focus."""
        theme = self._theme
        strong = self.isChecked() or self.hasFocus()
        width = theme.ring if strong else theme.tokens.outline
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("primary" if strong else "strong"), width))
        painter.setBrush(theme.colour("surface2" if self.underMouse() else "surface"))
        inset = width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, theme.px(10) - inset, theme.px(10) - inset)

    def see_through(self) -> None:
        """Let clicks on the words reach the card."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _fit(self) -> None:
        self.setMinimumHeight(self._theme.px(self._height))
        self.updateGeometry()
        self.update()


class PersonCard(OutlinedCard):
    """A person on this laptop: initials, name, role, and a check when chosen."""

    def __init__(self, theme: Theme, initials: str, name: str, role: str, status: str = "") -> None:
        super().__init__(theme, name, role)
        self._check = Glyphs(theme, "circle-check", "primary", side=20)
        words = Column(theme, spacing=1)
        words.addStretch(1)
        words.addWidget(Label(name, "strong"))
        if role:
            words.addWidget(Label(role, "secondary", "text2"))
        words.addStretch(1)
        self._row.addWidget(Face(initials, status))
        self._row.addLayout(words, 1)
        self._row.addWidget(self._check)
        self._check.hide()
        self.toggled.connect(self._check.setVisible)
        self.see_through()


class Radio(QWidget):
    """The round sign of one choice among several."""

    def __init__(self, theme: Theme, owner: QAbstractButton) -> None:
        super().__init__()
        self._theme, self._owner = theme, owner
        owner.toggled.connect(self.update)
        follow(theme, self._fit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ring, or a filled one when chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width()
        chosen = self._owner.isChecked()
        width = side * 0.31 if chosen else 2
        tone = "primary" if chosen else "strong"
        painter.setPen(QPen(self._theme.colour(tone), width))
        reach = (side - width) / 2 - 0.5
        painter.drawEllipse(QPointF(side / 2, side / 2), reach, reach)

    def _fit(self) -> None:
        side = self._theme.px(RADIO_PX)
        self.setFixedSize(side, side)


class ChoiceCard(OutlinedCard):
    """One way to go on: radio, icon disc, title, perhaps a pill, and a sentence."""

    def __init__(self, theme: Theme, icon: str, title: str, text: str, *, pill: str = "") -> None:
        super().__init__(theme, title, text, height=84, inset=18, spacing=15)
        head = Row(theme, spacing=11)
        head.addWidget(Label(title, "choice"))
        if pill:
            head.addWidget(Pill(theme, pill, status="soft"))
        head.addStretch(1)
        words = Column(theme, spacing=2)
        words.addStretch(1)
        words.addLayout(head)
        self._text = Label(text, "text", "text2", wrap=True)
        words.addWidget(self._text)
        words.addStretch(1)
        self._row.addWidget(Radio(theme, self))
        self._row.addWidget(IconDisc(theme, icon))
        self._row.addLayout(words, 1)
        self.see_through()

    def set_text(self, text: str) -> None:
        """Say something else under the title."""
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self.updateGeometry()


class SampleCard(OutlinedCard):
    """A text size to choose by reading: `sample` is drawn at `scale`, whatever is in force."""

    def __init__(self, theme: Theme, caption: str, sample: str, scale: float) -> None:
        super().__init__(theme, caption, sample, height=56)
        self._sample, self._scale = sample, scale
        self._row.addWidget(Radio(theme, self))
        self._row.addWidget(keep_size(theme, Label(caption, "label", "text2"), min_width=44))
        self._words = SampleText(theme, sample, scale)
        self._row.addWidget(self._words, 1)
        self.see_through()


class SampleText(QWidget):
    """Words drawn at a text size of their own."""

    def __init__(self, theme: Theme, text: str, scale: float) -> None:
        super().__init__()
        self._theme, self._text, self._scale = theme, text, scale
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the room for the words."""
        height = round(15 * self._scale * 1.5)
        return QSize(round(len(self._text) * 7.6 * self._scale), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        font = self._theme.font()
        font.setPixelSize(round(15 * self._scale))
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._text)


class CardGroup(QObject):
    """Keeps one of `cards` chosen; one Tab stop, arrows move and choose."""

    picked = Signal(int)

    def __init__(self, *cards: OutlinedCard) -> None:
        super().__init__(cards[0])
        self._cards = cards
        for place, card in enumerate(cards):
            card.installEventFilter(self)
            card.clicked.connect(lambda *_, place=place: self._choose(place))
        self.pick(0)

    def index(self) -> int:
        """Return the place of the chosen card."""
        return next(place for place, card in enumerate(self._cards) if card.isChecked())

    def pick(self, place: int) -> None:
        """Choose the card at `place` without a signal."""
        for other, card in enumerate(self._cards):
            card.setChecked(other == place)
            here = other == place
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move the choice by the arrow keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = STEPS.get(Qt.Key(event.key()), 0)
        if step:
            place = (self.index() + step) % len(self._cards)
            self._choose(place)
            self._cards[place].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(step)

    def _choose(self, place: int) -> None:
        self.pick(place)
        self.picked.emit(place)
