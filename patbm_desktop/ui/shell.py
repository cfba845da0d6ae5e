"""The frame of the window: sidebar, head, pages and the bar under them.

The shell knows no page. It is given entries and widgets, shows them, and says where the person
wants to go; the window connects those signals.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from patbm_desktop.ui.parts.chips import Choice
from patbm_desktop.ui.parts.layouts import Column, Row, bring_into_sight
from patbm_desktop.ui.parts.side_buttons import Entry
from patbm_desktop.ui.parts.sidebar import Sidebar
from patbm_desktop.ui.parts.toast import Toast
from patbm_desktop.ui.parts.topbar import TopBar
from patbm_desktop.ui.theme import Theme

__all__ = ["Entry", "Shell"]

TOAST_PX = 18
BAR_PX = 68


class Shell(QWidget):
    """Shows one page at a time inside the frame that stays."""

    navigated = Signal(str)
    back_asked = Signal()
    emergency_asked = Signal()
    hide_asked = Signal()
    meeting_toggled = Signal(bool)
    rt_chosen = Signal(str)
    """The key of the RT that the person turns to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.sidebar = Sidebar(theme)
        self.topbar = TopBar(theme)
        self._stack = QStackedWidget()
        self._stack.setProperty("kind", "stack")
        self._pages: dict[str, QWidget] = {}
        self._bar: QWidget | None = None
        self.stage = QWidget()
        self._main = Column(theme, self.stage)
        self._main.addWidget(self.topbar)
        self._main.addWidget(self._stack, 1)
        row = Row(theme, self)
        row.addWidget(self.sidebar)
        row.addWidget(self.stage, 1)
        self.toast = Toast(self.stage, theme)
        self._connect()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries in the sidebar."""
        self.sidebar.set_entries(entries)

    def set_badge(self, key: str, number: int) -> None:
        """Show how many things wait at the entry `key`."""
        self.sidebar.set_badge(key, number)

    def set_current(self, key: str) -> None:
        """Light the entry `key`; a page below an entry keeps that entry lit."""
        self.sidebar.set_current(key)

    def set_place(self, text: str) -> None:
        """Show RT and kelurahan under the name of the program."""
        self.sidebar.place.setText(text)

    def set_rts(self, rts: Sequence[Choice], current: str) -> None:
        """Offer the RT that this laptop keeps notes for; shown only where there are two."""
        self.topbar.set_rts(rts, current)

    def set_initials(self, initials: str, name: str) -> None:
        """Show who is signed in."""
        self.topbar.initials.name_as(initials, name)

    def set_state(self, text: str, short: str = "", icon: str = "laptop") -> None:
        """Say at the top how safe the data are."""
        self.topbar.set_state(text, short, icon)

    def set_meeting(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        """Put the switch of meeting mode without telling `meeting_toggled`."""
        self.topbar.set_meeting(on)

    def set_head(
        self, title: str, subtitle: str = "", *, back: bool = False, actions: Sequence[QWidget] = ()
    ) -> None:
        """Show the head of the page that is on screen."""
        self.topbar.set_head(title, subtitle, back=back, actions=actions)

    def set_bar(self, bar: QWidget | None) -> None:
        """Put `bar` under the page, in place of the one there; it is hidden, not deleted."""
        if self._bar is bar:
            return
        if self._bar is not None:
            self._main.removeWidget(self._bar)
            self._bar.hide()
        self._bar = bar
        if bar is not None:
            self._main.addWidget(bar)
            bar.show()
        self.toast.set_lift(TOAST_PX + (BAR_PX if bar is not None else 0))

    def add_page(self, key: str, page: QWidget) -> None:
        """Keep `page` under `key`; it is not shown yet."""
        self._pages[key] = page
        self._stack.addWidget(page)

    def has_page(self, key: str) -> bool:
        """Say whether a page is kept under `key`."""
        return key in self._pages

    def page(self, key: str) -> QWidget:
        """Return the page under `key`."""
        return self._pages[key]

    def empty_frame(self) -> None:
        """Show the head and the bar of no page, before the one on screen goes."""
        self.topbar.set_head("")
        self.set_bar(None)

    def drop_page(self, key: str) -> None:
        """Let the page under `key` go."""
        page = self._pages.pop(key)
        self._stack.removeWidget(page)
        page.deleteLater()

    def show_page(self, key: str) -> None:
        """Bring the page under `key` to the front."""
        self._stack.setCurrentWidget(self._pages[key])

    def current_key(self) -> str:
        """Return the key of the page in front, or an empty string."""
        front = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is front), "")

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt gives it
        """Let Tab move on, and scroll to where it lands: Qt does so only within one page."""
        has_moved = super().focusNextPrevChild(forward)
        here = self.window().focusWidget()
        if has_moved and here is not None:
            bring_into_sight(here)
        return has_moved

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.navigated)
        self.sidebar.emergency_asked.connect(self.emergency_asked)
        self.sidebar.hide_asked.connect(self.hide_asked)
        self.topbar.back_asked.connect(self.back_asked)
        self.topbar.meeting_toggled.connect(self.meeting_toggled)
        self.topbar.rt_chosen.connect(self.rt_chosen)
