"""Which page of an open vault is shown, and how the person came there and back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import delete, isValid

from patbm_desktop.ui.page import Page
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.session import Session
from patbm_desktop.ui.shell import Shell

LOOKED_AT_MS = 300
"""So long does a person look at a page at least; then the next one may be made."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was: a page, what it showed, and how far it was scrolled."""

    key: str
    what: Mapping[str, object] = field(default_factory=dict)
    scroll: int = 0


Trail = tuple[Place, ...]


class Wayfinding(QObject):
    """Builds pages when they are first opened, brings one to the front, and remembers the way."""

    built = Signal(object)
    """A `Page` that was made just now, before it is shown."""
    turned = Signal()
    """Another page is in front, not filled yet."""
    filled = Signal()
    """The page in front was told what to show."""

    def __init__(self, shell: Shell, roads: Mapping[str, Road], session: Session) -> None:
        super().__init__()
        self._shell, self._roads, self._session = shell, roads, session
        self.trail: list[Place] = []
        self._scroll_to = 0
        self._ahead = QTimer(shell, singleShot=True, interval=LOOKED_AT_MS)  # goes with its window
        self._ahead.timeout.connect(self._build_ahead)

    def page(self) -> Page:
        """Return the page that is shown."""
        shown = self._shell.page(self.key())
        assert isinstance(shown, Page)
        return shown

    def key(self) -> str:
        """Return the key of the page that is shown."""
        return self.trail[-1].key

    def pages(self) -> list[Page]:
        """Return every page that was built and is still kept."""
        kept = [self._shell.page(key) for key in self._roads if self._shell.has_page(key)]
        return [page for page in kept if isinstance(page, Page)]

    def is_below(self) -> bool:
        """Say whether the page that is shown has a way back, and no entry in the sidebar."""
        return self._roads[self.key()].entry() is None

    def light(self) -> None:
        """Light the entry of the sidebar under which the page stands that is shown."""
        if self.trail:
            self._shell.set_current(self.entry_key())

    def entry_key(self) -> str:
        """Return the key of the sidebar entry under which the page stands that is shown."""
        return self._roads[self.key()].UNDER or self.key()

    def open(self, place: Place) -> None:
        """Show `place` as the newest of the trail."""
        road = self._roads[place.key]
        if not self._shell.has_page(place.key):
            self._build(road)
        self.trail.append(place)
        self._scroll_to = place.scroll
        self._shell.show_page(place.key)
        self.light()
        self._show_head()
        self.turned.emit()
        road.fill(place.what)
        self.filled.emit()
        self.page().start()
        self._ahead.start()
        if place.scroll:
            self._session.quiet.connect(self._restore_scroll)

    def end(self) -> None:
        """Build nothing any more."""
        self._ahead.stop()

    def leave(self) -> None:
        """Let the page that is shown hand over what is typed, and note where it was."""
        if self.trail:
            self.page().flush()
            self.note()

    def note(self) -> None:
        """Remember what the page that is shown shows, and how far it is scrolled."""
        if self.trail:
            page = self.page()
            area = page.scroll_area()
            scroll = area.verticalScrollBar().value() if area is not None else 0
            self.trail[-1] = Place(self.key(), page.place(), scroll)

    def let_go(self, key: str) -> None:
        """Throw the page `key` away with its buttons; it is built anew when it is asked for."""
        if not self._shell.has_page(key):
            return
        page = self._shell.page(key)
        assert isinstance(page, Page)
        loose = [page.bottom_bar(), *page.page_actions()]
        self._shell.drop_page(key)
        for widget in (*loose, page):
            if widget is not None and isValid(widget):
                delete(widget)

    def _build(self, road: Road) -> None:
        page = road.build()
        page.head_changed.connect(self._show_head)
        self.built.emit(page)
        self._shell.add_page(road.KEY, page)

    def _build_ahead(self) -> None:
        """Make the page that people open from this one, while they look at this one."""
        following = self._roads.get(self._roads[self.key()].LEADS_TO)
        if following is not None and not self._shell.has_page(following.KEY):
            self._build(following)

    def _show_head(self) -> None:
        page = self.page()
        self._shell.set_head(
            page.title(), page.subtitle(), back=self.is_below(), actions=page.page_actions()
        )
        self._shell.set_bar(page.bottom_bar())
        self._shell.toast.set_side(at_right=page.TOAST_AT_RIGHT)

    def _restore_scroll(self) -> None:
        self._session.quiet.disconnect(self._restore_scroll)
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        area = self.page().scroll_area()
        if area is not None:
            area.verticalScrollBar().setValue(self._scroll_to)
