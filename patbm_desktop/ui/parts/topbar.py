"""The head of every page: title, way back, its actions, the RT, meeting mode, data state."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.labels import Initials, Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Row, box, follow
from patbm_desktop.ui.parts.toggle import Toggle
from patbm_desktop.ui.theme import Theme

TALL_PX = 76
BELOW_PX = 46
BELOW_GAP_PX = 10


class TopBar(QFrame):
    """Says where one is and how safe the data are; its signals tell what the person asks for."""

    back_asked = Signal()
    meeting_toggled = Signal(bool)
    rt_chosen = Signal(str)
    """The key of the RT to turn to, on a laptop that keeps notes for more than one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state, self._short, self._icon = "", "", "laptop"
        self._shown: list[QWidget] = []
        self._rts: tuple[Choice, ...] = ()
        self.back = Button(theme, self.tr("Kembali"), kind="quiet", icon="arrow-left", size="small")
        self.title = Label("", "page")
        self.subtitle = Label("", "hint", "text2")
        self.rts = ChipGroup(theme, (), name=self.tr("Mencatat untuk"), small=True)
        self.meeting_word = Label(self.tr("Mode rapat"), "hint", "text2")
        self.meeting = Toggle(theme, self.tr("Mode rapat"))
        self.state = Pill(theme, "", "laptop", "state")
        self.initials = Initials()
        self._actions = Row(theme, spacing=12)
        self._lay()
        self.back.clicked.connect(self.back_asked)
        self.meeting.toggled.connect(self._meeting_changed)
        self.rts.picked.connect(self.rt_chosen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(theme, self._fit)

    def set_head(
        self, title: str, subtitle: str = "", *, back: bool = False, actions: Sequence[QWidget] = ()
    ) -> None:
        """Show a page's title, its subtitle, perhaps *Kembali*, and the page's own buttons."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.back.setVisible(back)
        if list(actions) != self._shown:  # else the one with the keyboard would lose it
            self._put_actions(actions)
        self._fit()

    def _put_actions(self, actions: Sequence[QWidget]) -> None:
        for widget in self._shown:
            self._actions.removeWidget(widget)
            widget.hide()
        self._shown = list(actions)
        for widget in self._shown:
            self._actions.addWidget(widget)
            widget.show()
        self._order()

    def _order(self) -> None:
        chips = [self.rts.chip(key) for key in self.rts.offered()]
        for before, after in pairwise([self.back, *chips, *self._shown, self.meeting]):
            QWidget.setTabOrder(before, after)

    def set_rts(self, rts: Sequence[Choice], current: str) -> None:
        """Offer to turn to another RT; with fewer than two there is nothing to choose."""
        offered = tuple(rts) if len(rts) > 1 else ()
        if offered != self._rts:  # else the one with the keyboard would lose it
            self._rts = offered
            self.rts.set_choices(offered)
            self._order()
        if offered:
            self.rts.set_chosen([current])
        self._fit()

    def set_state(self, text: str, short: str = "", icon: str = "laptop") -> None:
        """Say how safe the data are; `short` stands there when letters are large."""
        self._state, self._short, self._icon = text, short or text.split(" · ", maxsplit=1)[0], icon
        self._fit()

    def set_meeting(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        """Put the switch without telling `meeting_toggled`."""
        self.meeting.blockSignals(True)
        self.meeting.setChecked(on)
        self.meeting.blockSignals(False)
        self._dress_meeting()

    def changeEvent(self, event: QEvent) -> None:
        """Take the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.rename()

    def rename(self) -> None:
        """Take the words of the present language."""
        self._fit()
        self.meeting_word.setText(self.tr("Mode rapat"))
        self.meeting.setAccessibleName(self.tr("Mode rapat"))
        self.rts.setAccessibleName(self.tr("Mencatat untuk"))

    def _lay(self) -> None:
        theme = self._theme
        words = Column(theme, spacing=2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        row = Row(theme, spacing=12)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self._near = Row(theme, spacing=12)
        row.addLayout(self._near)
        meeting = Row(theme, spacing=7)
        meeting.addWidget(self.meeting_word)
        meeting.addWidget(self.meeting)
        row.addLayout(meeting)
        for widget in (self.state, self.initials):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = Column(theme, self, margins=(28, 0, 24, 0))
        column.addLayout(row, 1)
        self._below = Row(theme, spacing=12)
        column.addLayout(self._below)
        self._holder = box(self._actions)
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._below.addStretch(1)

    def _meeting_changed(self, on: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self._dress_meeting()
        self.meeting_toggled.emit(on)

    def _dress_meeting(self) -> None:
        on = self.meeting.isChecked()
        self.meeting_word.wear("pill" if on else "hint", "primary" if on else "text2")

    def _fit_tight(self, is_tight: bool) -> None:  # noqa: FBT001 - one value, one meaning
        """Leave the words to the screen reader where there is no room for them."""
        words = self.tr("Kembali")
        self.back.setText("" if is_tight else words)
        self.back.setAccessibleName(words)
        self.back.setToolTip(words if is_tight else "")
        self.meeting_word.setVisible(not is_tight)
        self.meeting.setToolTip(self.meeting.accessibleName() if is_tight else "")

    def _fit_extras(self) -> bool:
        """Set the choice of the RT and the actions where there is room; say if one is below."""
        theme = self._theme
        has_rts, has_actions = bool(self._rts), bool(self._shown)
        low_actions = theme.bare_rail and has_actions
        low_rts = has_rts and theme.stacked and (theme.bare_rail or has_actions)
        wanted = ((self.rts, low_rts), (self._holder, low_actions))
        for row, below in ((self._near, False), (self._below, True)):
            for place, widget in enumerate(each for each, is_low in wanted if is_low is below):
                row.insertWidget(place, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.rts.setVisible(has_rts)
        self._holder.setVisible(has_actions)
        return low_actions or low_rts

    def _fit(self) -> None:
        theme = self._theme
        low = self._fit_extras()
        self.title.setWordWrap(True)
        self.subtitle.setWordWrap(True)
        self.subtitle.setVisible(bool(self.subtitle.text()) and not theme.rail)
        self.initials.setVisible(not theme.rail)
        self._fit_tight(theme.tight)
        shown = "" if theme.bare_rail else self._short if theme.rail else self._state
        self.state.set(shown, self._icon, "state")
        self.state.setAccessibleName(self._state)
        self.state.setToolTip(self._state)
        self.state.setVisible(bool(self._state))
        self._below.setContentsMargins(0, 0, 0, theme.px(BELOW_GAP_PX if low else 0))
        self.setFixedHeight(theme.px(TALL_PX + (BELOW_PX if low else 0)))
