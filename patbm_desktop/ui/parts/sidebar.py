"""The dark side of the window: where one can go, the emergency card, and hiding."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from patbm_desktop.ui.parts.labels import Label, Mark
from patbm_desktop.ui.parts.layouts import Column, Row, box, clear, follow, gap
from patbm_desktop.ui.parts.side_buttons import (
    RAIL_PX,
    EmergencyButton,
    Entry,
    HideButton,
    NavButton,
)
from patbm_desktop.ui.theme import Theme

WIDE_PX = 232


class Sidebar(QFrame):
    """Mark and place, the entries, the emergency button and F9."""

    chosen = Signal(str)
    emergency_asked = Signal()
    hide_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: dict[str, NavButton] = {}
        self.setProperty("kind", "side")
        self.place = Label("", "caption", "sidedim")
        self.emergency = EmergencyButton(theme)
        self.hiding = HideButton(theme)
        self._entries = Column(theme)
        self._air = QWidget()
        self._head = self._made_head()
        self._rail_mark = Mark(theme, 34, tile=True)
        self._lay()
        self.emergency.clicked.connect(self.emergency_asked)
        self.hiding.clicked.connect(self.hide_asked)
        follow(theme, self._fit)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show `entries` in this order; none is shown that leads nowhere."""
        current = self.current()
        clear(self._entries)
        self._buttons = {}
        for entry in entries:
            button = NavButton(self._theme, entry)
            button.clicked.connect(lambda *_, key=entry.key: self._go(key))
            button.installEventFilter(self)
            self._buttons[entry.key] = button
            self._entries.addWidget(button)
        self._order()
        self.set_current(current)

    def set_badge(self, key: str, number: int) -> None:
        """Show `number` at the entry `key`, if that is shown."""
        if key in self._buttons:
            self._buttons[key].set_badge(number)

    def set_current(self, key: str) -> None:
        """Light the entry `key`; a key that is not shown lights none."""
        for other, button in self._buttons.items():
            button.setChecked(other == key)
        if self._buttons:
            self._rove(self._buttons.get(key) or next(iter(self._buttons.values())))

    def current(self) -> str:
        """Return the key that is lit, or an empty string."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")

    def button(self, key: str) -> NavButton:
        """Return the button of the entry `key`."""
        return self._buttons[key]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between the entries by Up and Down; Enter and Space go there."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        buttons = list(self._buttons.values())
        here = next(place for place, one in enumerate(buttons) if one is watched)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            buttons[here].click()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            target = buttons[(here + step) % len(buttons)]
            self._rove(target)
            target.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(step)

    def _order(self) -> None:
        # Qt's focus chain is a ring: the entries must first be brought behind the two lower
        # buttons, before those can be moved behind the entries.
        stops = [self.hiding, *self._buttons.values(), self.emergency, self.hiding]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _rove(self, current: NavButton) -> None:
        for button in self._buttons.values():
            here = button is current
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _go(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def _made_head(self) -> QWidget:
        theme = self._theme
        words = Column(theme, spacing=0)
        words.addStretch(1)
        words.addWidget(Label("PATBM Desktop", "strong", "sidehead"))
        words.addWidget(self.place)
        words.addStretch(1)
        row = Row(theme, margins=(4, 0, 0, 0), spacing=10)
        row.addWidget(Mark(theme, 36, tile=True))
        row.addLayout(words, 1)
        return box(row)

    def _lay(self) -> None:
        theme = self._theme
        self._column = Column(theme, self, margins=(12, 16, 12, 6), spacing=0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._rail_mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._air)
        self._column.addLayout(self._entries)
        self._column.addStretch(1)
        self._column.addWidget(self.emergency)
        self._column.addWidget(gap(theme, 7))
        self._column.addWidget(self.hiding)

    def _fit(self) -> None:
        rail, bare = self._theme.rail, self._theme.bare_rail
        self._air.setFixedHeight(self._theme.px(0 if bare else 10 if rail else 22))
        self._entries.setSpacing(self._theme.px(2 if rail else 4))
        self._head.setVisible(not rail)
        self._rail_mark.setVisible(rail and not bare)
        self.setFixedWidth(self._theme.px(RAIL_PX if rail else WIDE_PX))
        side = self._theme.px(6 if rail else 12)
        top, bottom = self._theme.px(8 if rail else 16), self._theme.px(7)
        self._column.setContentsMargins(side, top, side, bottom)
