"""The open vault on screen: sidebar, pages, the way back, changes and how to undo them.

Made when a vault is opened and thrown away when it is locked, so that nothing of it stays.
"""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.opened.me import Me
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel.exchanging import Outcome
from patbm_desktop.actions.travel.syncing import SyncState
from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.release import VERSION
from patbm_desktop.ui.counter import Counter
from patbm_desktop.ui.drafting import Drafting
from patbm_desktop.ui.house import House
from patbm_desktop.ui.page import FormPage, Page, empty
from patbm_desktop.ui.parts import sync_words
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.shell import Entry
from patbm_desktop.ui.signs import Signs
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.wayfinding import Place, Trail, Wayfinding

HOME = "home"
OFFICE = "kelurahan"
"""Where a coordinator begins: her laptop keeps no notes of an RT."""
SYNC = "sync"
TRAVELS = frozenset({"_sync"})
"""No kind of record: stands for how far notes have come."""
REPORT = "report"


class Workplace(Counter):
    """The desk of the roads (see `ui/desk.py`), for as long as the vault is open."""

    emergency_asked = Signal()
    hide_asked = Signal()
    renewed = Signal(str)
    """A new passphrase was chosen; the window opens the vault anew."""

    def __init__(self, house: House, me: Me, roads: Sequence[type[Road]], window: QWidget) -> None:
        super().__init__(house, me, window)
        self._roads = {each.KEY: each(self) for each in roads}
        self._way = Wayfinding(self.shell, self._roads, house.session)
        self._drafting = Drafting(house, self._failed)
        self._signs = Signs(self.shell)
        self._meeting_wished = False
        self._meets = False
        self._dress_shell()
        self._connect()

    # What the window asks for

    def start(self, trail: Trail = ()) -> None:
        """Show where the person was, or Beranda."""
        known = [place for place in trail if self._is_here(place.key)]
        *before, last = known or [Place(self._first())]
        self._way.trail[:] = before
        self._open(last)
        self._watch()
        self._tell_of_upgrade()

    def trail(self) -> Trail:
        """Return where the person is and how she came there."""
        self._way.note()
        return tuple(self._way.trail)

    def flush(self) -> None:
        """Let every form hand over what is typed."""
        for page in self._way.pages():
            page.flush()

    def let_hidden_go(self) -> None:
        """Drop the pages that are not shown, so that a change of dress has few widgets to do."""
        self.flush()
        for key in list(self._roads):
            if key != self.key():
                self._way.let_go(key)

    def end(self) -> None:
        """Wipe every page and all words around them at once, and let them go."""
        self._way.end()
        self._part_from_house()
        for page in self._way.pages():
            page.wipe()
        empty(self.shell)
        self.shell.hide()
        self.shell.deleteLater()

    def _is_here(self, key: str) -> bool:
        """Say whether there is a page `key` in this vault."""
        road = self._roads.get(key)
        if road is None or (road.NEEDS_RT and not self._me.rt):
            return False
        return self._me.is_coordinator or not road.OF_COORDINATOR

    def _first(self) -> str:
        """Return the page where the person begins."""
        wanted = HOME if self._me.rt else OFFICE
        return wanted if self._is_here(wanted) else next(filter(self._is_here, self._roads))

    def page(self) -> Page:
        """Return the page that is shown."""
        return self._way.page()

    def key(self) -> str:
        """Return the key of the page that is shown."""
        return self._way.key()

    def entries(self) -> list[str]:
        """Return the keys of the sidebar from top to bottom."""
        return [entry.key for entry in self._entries()]

    def places(self) -> list[str]:
        """Return the keys of all pages."""
        return [key for key in self._roads if self._is_here(key)]

    def can_go_back(self) -> bool:
        """Say whether the page that is shown has a way back."""
        return self._way.is_below()

    # What roads ask for

    def adopt_travels(self, state: SyncState) -> None:
        """Show everywhere what a page has just found out."""
        self._house.traveller.adopt(state)
        self._show_travels_here()

    def changed(self, kinds: Collection[str]) -> None:
        """Fill the page that is shown again if it shows one of `kinds`; others at their turn."""
        super().changed(kinds)
        self._fill_again(kinds)
        self._watch()

    def _watch(self, *, met: bool = False, by_hand: bool = False) -> None:
        """Let every road look again at what waits there."""
        for key, road in self._roads.items():
            if self._is_here(key):
                road.watch(met=met, by_hand=by_hand)

    def _fill_again(self, kinds: Collection[str]) -> None:
        if self._way.trail and self.page().KINDS & frozenset(kinds):
            self._roads[self.key()].fill(self.page().place())

    def go(self, key: str, **what: object) -> None:
        """Open the page `key`; what was typed on the present one is kept as a draft."""
        if not self._is_here(key):
            return
        if self._is_hidden(key):
            self.say(self.tr("Mode rapat sedang menyala."))
            return
        self._way.leave()
        if self._way.trail and self._way.trail[-1].key == key:
            self._way.trail.pop()
        if self._roads[key].entry() is not None:
            self._way.trail.clear()
        self._open(Place(key, what))

    def back(self) -> None:
        """Return to the page before."""
        if len(self._way.trail) < 2:
            self.go(self._first())
            return
        self._way.leave()
        self._way.trail.pop()
        self._open(self._way.trail.pop())

    def badge(self, key: str, number: int) -> None:
        """Show how many things wait at the sidebar entry `key`; 0 shows nothing."""
        self._signs.show_badge(key, number)

    def emergency(self) -> None:
        """Open the card of emergency numbers."""
        self.emergency_asked.emit()

    def refresh_me(self, me: Me) -> None:
        """Take over what the person changed about herself."""
        self._me = me
        self._dress_shell()

    def renew(self, passphrase: str) -> None:
        """Take `passphrase` from now on."""
        self.renewed.emit(passphrase)

    # Another RT on the same laptop

    def turn_to(self, key: str) -> None:
        """Turn to another RT, or office: what is half typed stays a draft of this one."""
        if key == (self._me.rt or self._me.space):
            return
        self.flush()
        self.ask(self, partial(turned_to, key=key), self._turned, self._not_turned)

    def _not_turned(self, error: Exception) -> None:
        self._signs.show_rts(self._me)
        self._failed(self, error)

    def _turned(self, me: Me) -> None:
        """Build every page anew, so that nothing of the other RT is shown or written to."""
        self.toast.dismiss()
        self._undo, self._extras = None, ()
        key = self._way.entry_key()
        self._way.trail.clear()
        self.shell.empty_frame()
        for each in self._roads:
            self._way.let_go(each)
        self.refresh_me(me)
        self.badge("cases", 0)
        self._open(Place(key if self._is_here(key) else self._first()))
        said = self.tr("Sekarang mencatat untuk RT %1.")
        of_office = self.tr("Sekarang bekerja untuk kelurahan %1.")
        self.say(
            fill(said, rt_short(me.rt_number)) if me.rt else fill(of_office, me.kelurahan_name)
        )

    # Drafts

    def _keep_draft(self, page: FormPage, draft: str, data: dict[str, object]) -> None:
        self._drafting.keep(page, draft, data, self._me.rt)

    def keep_unsaved(self) -> None:
        """Try again to keep the drafts that the disk refused before a lock."""
        self._drafting.keep_unsaved()

    # Moving between pages

    def _open(self, place: Place) -> None:
        if self._meeting_wished and self._roads[place.key].IS_SEALED:
            self._way.trail.clear()
            place = Place(self._first())
        self._way.open(place)

    def _page_filled(self) -> None:
        self.page().show_travels(self.travels())

    def _welcome(self, page: Page) -> None:
        if isinstance(page, FormPage):
            page.drafted.connect(partial(self._keep_draft, page))
        page.set_meeting(self._meets)

    # Small things

    def _connect(self) -> None:
        self.shell.navigated.connect(self.go)
        self.shell.back_asked.connect(self.back)
        self.shell.emergency_asked.connect(self.emergency_asked)
        self.shell.hide_asked.connect(self.hide_asked)
        self.shell.meeting_toggled.connect(self._wish_meeting)
        self.shell.rt_chosen.connect(self.turn_to)
        self._house.dressing.connect(self.let_hidden_go)
        traveller = self._house.traveller
        traveller.told.connect(self._show_travels)
        traveller.moved.connect(self._show_travels)
        traveller.came.connect(self._take_in)
        traveller.ended.connect(self._say_how_it_went)
        traveller.clock_differs.connect(self._say_of_clock)
        traveller.broke.connect(self._broke)
        self._way.built.connect(self._welcome)
        self._way.turned.connect(self._show_meeting)
        self._way.filled.connect(self._page_filled)

    def _dress_shell(self) -> None:
        self._house.remember(rt_number=self._me.rt_number)
        self._signs.show_entries(self._entries())
        self._signs.show_whose(self._me)
        self._show_travels_here()
        self._way.light()

    def _show_travels_here(self) -> None:
        travels = self.travels()
        self._signs.show_travels(travels)
        if self._way.trail:
            self.page().show_travels(travels)

    # How far notes have come

    def _part_from_house(self) -> None:
        self._house.dressing.disconnect(self.let_hidden_go)
        traveller = self._house.traveller
        traveller.told.disconnect(self._show_travels)
        traveller.moved.disconnect(self._show_travels)
        traveller.came.disconnect(self._take_in)
        traveller.ended.disconnect(self._say_how_it_went)
        traveller.clock_differs.disconnect(self._say_of_clock)
        traveller.broke.disconnect(self._broke)

    def _show_travels(self, *_: object) -> None:
        self._show_travels_here()
        self._fill_again(TRAVELS)

    def _take_in(self, kinds: frozenset[str], me: Me) -> None:
        if me != self._me:
            self.refresh_me(me)
        self._fill_again(kinds)

    def _say_how_it_went(self, outcome: Outcome, by_hand: bool) -> None:  # noqa: FBT001 - a slot
        self._watch(met=outcome.fault is None, by_hand=by_hand)
        if by_hand and outcome.fault is not None:
            self.say(self.words(Fault(outcome.fault)))
        elif by_hand:
            self.say(self.tr("Kirim dan terima selesai."))

    def _say_of_clock(self) -> None:
        clocks = self._house.traveller.clocks
        if clocks is not None:
            self.say(sync_words.clocks_words(clocks))

    def _broke(self, error: Exception) -> None:
        self._failed(self, error)

    def _tell_of_upgrade(self) -> None:
        """Say once that the program is another one than last time, and where that is told."""
        before = self._house.appearance.seen_version
        if before == VERSION:
            return
        self._house.remember(seen_version=VERSION)
        if before:
            news = (self.tr("Baca yang baru"), partial(self.go, "settings", section="about"))
            self.say(fill(self.tr("Program diperbarui ke versi %1."), VERSION), extras=[news])

    def _entries(self) -> list[Entry]:
        here = (road for road in self._roads.values() if self._is_here(road.KEY))
        shown = (road for road in here if not (self._meets and road.IS_SEALED))
        return [entry for road in shown if (entry := road.entry()) is not None]

    def show_read_only(self) -> None:
        """Say at the top that a backup is open, in which nothing can be changed."""
        self._signs.show_read_only()

    def _wish_meeting(self, on: bool) -> None:  # noqa: FBT001 - a slot of a switch
        self._meeting_wished = on
        self._show_meeting()
        if self._is_hidden(self.key()):
            self._way.leave()
            self._way.trail.clear()
            self._open(Place(self._first()))

    def is_meeting(self) -> bool:
        """Say whether somebody may be looking on: by the switch, or while a report is open."""
        return self._meeting_wished or self.key() == REPORT

    def _is_hidden(self, key: str) -> bool:
        return self._roads[key].IS_SEALED and self.is_meeting()

    def _show_meeting(self) -> None:
        on = self.is_meeting()
        self.shell.set_meeting(on)
        if on == self._meets:
            return
        self._meets = on
        self._signs.show_entries(self._entries())
        self._way.light()
        for page in self._way.pages():
            page.set_meeting(on)


def turned_to(ws: Workspace, key: str) -> Me:
    """Turn to another RT of this laptop, or office, and return the person as she works there.

    Raises:
        Fault: NO_SUCH_RECORD, this laptop keeps no notes for it.
    """
    ws.turn_to(key)
    return ws.me
