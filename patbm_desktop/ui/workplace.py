"""The open vault on screen: sidebar, pages, the way back, changes and how to undo them.

Made when a vault is opened and thrown away when it is locked, so that nothing of it stays.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from patbm_desktop.actions import case_undo, drafts
from patbm_desktop.actions.appearance import Appearance
from patbm_desktop.actions.changes import Done, Undo
from patbm_desktop.actions.exchanging import Beside, Outcome
from patbm_desktop.actions.me import Me
from patbm_desktop.actions.syncing import SyncState
from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.release import VERSION
from patbm_desktop.ui import printing, wording_of
from patbm_desktop.ui.desk import Act, Extra, Failed
from patbm_desktop.ui.house import House
from patbm_desktop.ui.page import FormPage, Page, empty
from patbm_desktop.ui.parts import sync_words
from patbm_desktop.ui.parts.chips import Choice
from patbm_desktop.ui.parts.sync_words import Travels
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.shell import Entry, Shell
from patbm_desktop.ui.strings import fill, initials, rt_short
from patbm_desktop.ui.theme import Theme

T = TypeVar("T")
HOME = "home"
OFFICE = "kelurahan"
"""Where a coordinator begins: her laptop keeps no notes of an RT."""
SYNC = "sync"
TRAVELS = frozenset({"_sync"})
"""No kind of record: stands for how far notes have come."""
REPORT = "report"


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was: a page, what it showed, and how far it was scrolled."""

    key: str
    what: Mapping[str, object] = field(default_factory=dict)
    scroll: int = 0


Trail = tuple[Place, ...]


class Workplace(QObject):
    """The desk of the roads (see `ui/desk.py`), for as long as the vault is open."""

    emergency_asked = Signal()
    hide_asked = Signal()
    renewed = Signal(str)
    """A new passphrase was chosen; the window opens the vault anew."""

    def __init__(self, house: House, me: Me, roads: Sequence[type[Road]], window: QWidget) -> None:
        super().__init__()
        self._house, self._me, self._window = house, me, window
        self.shell = Shell(house.theme)
        self.toast = self.shell.toast
        self._roads = {each.KEY: each(self) for each in roads}
        self._trail: list[Place] = []
        self._undo: Undo | Act | None = None
        self._extras: Sequence[Extra] = ()
        self._scroll_to = 0
        self._meeting_wished = False
        self._meets = False
        self._badges: dict[str, int] = {}
        self._is_read_only = False
        self._dress_shell()
        self._connect()

    # What the window asks for

    def start(self, trail: Trail = ()) -> None:
        """Show where the person was, or Beranda."""
        known = [place for place in trail if self._is_here(place.key)]
        *before, last = known or [Place(self._first())]
        self._trail = before
        self._open(last)
        self._watch()
        self._tell_of_upgrade()

    def trail(self) -> Trail:
        """Return where the person is and how she came there."""
        self._note_place()
        return tuple(self._trail)

    def flush(self) -> None:
        """Let every form hand over what is typed."""
        for page in self._pages():
            page.flush()

    def let_hidden_go(self) -> None:
        """Drop the pages that are not shown, so that a change of dress has few widgets to do."""
        self.flush()
        for key in list(self._roads):
            if key != self.key():
                self._let_go(key)

    def _let_go(self, key: str) -> None:
        if not self.shell.has_page(key):
            return
        page = self.shell.page(key)
        assert isinstance(page, Page)
        loose = [page.bottom_bar(), *page.page_actions()]
        self.shell.drop_page(key)
        for widget in (*loose, page):
            if widget is not None and isValid(widget):
                delete(widget)

    def end(self) -> None:
        """Wipe every page and all words around them at once, and let them go."""
        self._part_from_house()
        for page in self._pages():
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
        shown = self.shell.page(self._trail[-1].key)
        assert isinstance(shown, Page)
        return shown

    def key(self) -> str:
        """Return the key of the page that is shown."""
        return self._trail[-1].key

    def entries(self) -> list[str]:
        """Return the keys of the sidebar from top to bottom."""
        return [entry.key for entry in self._entries()]

    def places(self) -> list[str]:
        """Return the keys of all pages."""
        return [key for key in self._roads if self._is_here(key)]

    def can_go_back(self) -> bool:
        """Say whether the page that is shown has a way back."""
        return self._roads[self.key()].entry() is None

    def undo_last(self) -> None:
        """Take the last change back, if there is one."""
        if self._undo is not None:
            self._take_back()

    # What roads ask for

    @property
    def theme(self) -> Theme:
        """The look in force."""
        return self._house.theme

    @property
    def clock(self) -> Clock:
        """What tells the time."""
        return self._house.clock

    @property
    def folder(self) -> Path:
        """Where the vault stands."""
        return self._house.folder

    @property
    def me(self) -> Me:
        """The person at the keyboard."""
        return self._me

    @property
    def appearance(self) -> Appearance:
        """How the program looks on this laptop."""
        return self._house.appearance

    @property
    def window(self) -> QWidget:
        """The parent of system dialogs."""
        return self._window

    def ask(
        self,
        owner: QObject,
        job: Callable[[Workspace], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job` on the store lane, then hand its value to `then` on this thread."""
        self._house.session.ask(owner, job, then, failed or partial(self._failed, owner))

    def change(
        self,
        owner: QObject,
        job: Callable[[Workspace], Done],
        said: str = "",
        *,
        then: Callable[[Done], None] | None = None,
        failed: Failed | None = None,
        extras: Sequence[Extra] = (),
    ) -> None:
        """Do a change on the store lane, tell the pages it concerns, and say `said` with undo."""
        asker = owner

        def changed(done: Done) -> None:
            self._undo = done.undo
            self._house.saved_at = self.clock.now()
            if said:
                self.say(said, undo=done.undo, extras=extras)
            self.changed(done.kinds)
            if then is not None and isValid(asker):
                then(done)

        self._house.session.ask(self, job, changed, failed or partial(self._failed, owner))

    def aside(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job`, which needs no vault, on the other lane."""
        self._house.session.aside(owner, job, then, failed or partial(self._failed, owner))

    def travel(
        self,
        owner: QObject,
        job: Callable[[Beside], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job`, which waits for others, on a lane of its own; what it wrote is taken up."""
        session, traveller = self._house.session, self._house.traveller

        def done(value: T) -> None:
            traveller.take_up()
            then(value)

        session.travel(owner, job, done, failed or partial(self._failed, owner))

    def travel_quietly(
        self, owner: QObject, job: Callable[[Beside], T], then: Callable[[T], None]
    ) -> None:
        """Do `job`, which only asks, on a lane of its own."""
        self._house.session.travel(owner, job, then, partial(self._failed, owner))

    def take_up(self) -> None:
        """Look again how far notes have come, and let them travel if they may."""
        self._house.traveller.start()

    def send_now(self) -> None:
        """Send and receive now."""
        self._house.traveller.now()

    def travels(self) -> Travels:
        """Return how far notes have come as of now."""
        traveller = self._house.traveller
        sending = traveller.progress if traveller.is_under_way else None
        checks_anew = traveller.is_under_way and traveller.checks_anew
        return Travels(traveller.state, sending, traveller.clocks, checks_anew=checks_anew)

    def adopt_travels(self, state: SyncState) -> None:
        """Show everywhere what a page has just found out."""
        self._house.traveller.adopt(state)
        self._show_state()

    def changed(self, kinds: Collection[str]) -> None:
        """Fill the page that is shown again if it shows one of `kinds`; others at their turn."""
        self._house.traveller.wrote()
        self._fill_again(kinds)
        self._watch()

    def _watch(self, *, met: bool = False, by_hand: bool = False) -> None:
        """Let every road look again at what waits there."""
        for key, road in self._roads.items():
            if self._is_here(key):
                road.watch(met=met, by_hand=by_hand)

    def _fill_again(self, kinds: Collection[str]) -> None:
        if self._trail and self.page().KINDS & frozenset(kinds):
            self._roads[self.key()].fill(self.page().place())

    def words(self, error: Exception) -> str:
        """Return the sentence for a fault, or the calm one for a bug."""
        return wording_of.words(error, self._me.address_form, self._house.saved_at)

    def go(self, key: str, **what: object) -> None:
        """Open the page `key`; what was typed on the present one is kept as a draft."""
        if not self._is_here(key):
            return
        if self._is_hidden(key):
            self.say(self.tr("Mode rapat sedang menyala."))
            return
        self._leave()
        if self._trail and self._trail[-1].key == key:
            self._trail.pop()
        if self._roads[key].entry() is not None:
            self._trail.clear()
        self._open(Place(key, what))

    def back(self) -> None:
        """Return to the page before."""
        if len(self._trail) < 2:
            self.go(self._first())
            return
        self._leave()
        self._trail.pop()
        self._open(self._trail.pop())

    def say(
        self, text: str, *, undo: Undo | Act | None = None, extras: Sequence[Extra] = ()
    ) -> None:
        """Show `text` for a few seconds, with a way back when there is one."""
        if undo is not None:
            self._undo = undo
        self._extras = extras
        back = self.tr("Batalkan") if undo is not None else ""
        self.toast.show_message(text, undo_text=back, extra_texts=[words for words, _ in extras])

    def badge(self, key: str, number: int) -> None:
        """Show how many things wait at the sidebar entry `key`; 0 shows nothing."""
        self._badges[key] = number
        self.shell.set_badge(key, number)

    def forget_unsaved(self, draft: str) -> None:
        """Drop what the disk has not taken yet of a draft that is not to be kept any more."""
        self._house.unsaved.pop(draft, None)

    def emergency(self) -> None:
        """Open the card of emergency numbers."""
        self.emergency_asked.emit()

    def set_appearance(self, appearance: Appearance) -> None:
        """Keep `appearance` and show it at once."""
        try:
            self._house.set_appearance(appearance)
        except Fault as error:
            self.say(self.words(error))

    def refresh_me(self, me: Me) -> None:
        """Take over what the person changed about herself."""
        self._me = me
        self._dress_shell()

    def renew(self, passphrase: str) -> None:
        """Take `passphrase` from now on."""
        self.renewed.emit(passphrase)

    def ask_open(self, title: str, filters: str) -> Path | None:
        """Let the person choose a file; None when she does not."""
        return self._house.files.ask_open(self._window, title, filters)

    def ask_open_many(self, title: str, filters: str) -> list[Path]:
        """Let the person choose pictures, where the last ones were; empty when she does not."""
        last = self.appearance.last_photo_folder
        found = self._house.files.ask_open_many(self._window, title, filters, last)
        if found:
            self._house.remember(last_photo_folder=str(found[0].parent))
        return found

    def ask_save(self, name: str, filters: str) -> Path | None:
        """Let the person choose where to write `name`; None when she does not."""
        return self._house.files.ask_save(self._window, name, filters)

    def print_pdf(self, pdf: bytes, name: str, extras: Sequence[Extra] = ()) -> bool:
        """Send `pdf` to a printer by the system dialog; False when the person puts it off."""
        if not printing.has_printer():
            again = self.tr("Printer belum terbaca. Pasang printer, lalu coba lagi.")
            other = self.tr("Printer belum terbaca. Simpan sebagai PDF, lalu cetak di tempat lain.")
            self.say(other if extras else again, extras=extras)
            return False
        return printing.print_by_dialog(self._window, pdf, name)

    # Another RT on the same laptop

    def turn_to(self, key: str) -> None:
        """Turn to another RT, or office: what is half typed stays a draft of this one."""
        if key == self._at():
            return
        self.flush()
        self.ask(self, partial(turned_to, key=key), self._turned, self._not_turned)

    def _at(self) -> str:
        """Return which of `Me.served` is worked for now."""
        return self._me.rt or self._me.space

    def _not_turned(self, error: Exception) -> None:
        self.shell.set_rts(self._rts(), self._at())
        self._failed(self, error)

    def _turned(self, me: Me) -> None:
        """Build every page anew, so that nothing of the other RT is shown or written to."""
        self.toast.dismiss()
        self._undo, self._extras = None, ()
        key = self._roads[self.key()].UNDER or self.key()
        self._trail.clear()
        self.shell.empty_frame()
        for each in self._roads:
            self._let_go(each)
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
        form, label = page.FORM, page.draft_label()
        rt = self._me.rt
        self._house.unsaved[draft] = (form, data, label, rt)

        def kept(saved: drafts.Draft) -> None:
            self._house.unsaved.pop(draft, None)
            self._house.saved_at = saved.saved_at
            if isValid(page):
                page.draft_saved(saved.saved_at)

        self._house.session.ask(
            self._house,
            lambda ws: drafts.put(ws, draft, form, data, label, rt=rt),
            kept,
            partial(self._failed, page),
        )

    def keep_unsaved(self) -> None:
        """Try again to keep the drafts that the disk refused before a lock."""
        for draft, (form, data, label, rt) in list(self._house.unsaved.items()):
            self._house.session.ask(
                self._house,
                partial(drafts.put, draft=draft, form=form, data=data, label=label, rt=rt),
                self._kept_at_last,
                partial(self._failed, self),
            )

    def _kept_at_last(self, kept: drafts.Draft) -> None:
        self._house.unsaved.pop(kept.id, None)

    # Moving between pages

    def _open(self, place: Place) -> None:
        if self._meeting_wished and self._roads[place.key].IS_SEALED:
            self._trail.clear()
            place = Place(self._first())
        road = self._roads[place.key]
        if not self.shell.has_page(place.key):
            self._build(road)
        self._trail.append(place)
        self._scroll_to = place.scroll
        self.shell.show_page(place.key)
        self.shell.set_current(road.UNDER or place.key)
        self._show_head()
        self._show_meeting()
        road.fill(place.what)
        self.page().show_travels(self.travels())
        self.page().start()
        if place.scroll:
            self._house.session.quiet.connect(self._restore_scroll)

    def _build(self, road: Road) -> None:
        page = road.build()
        page.head_changed.connect(self._show_head)
        if isinstance(page, FormPage):
            page.drafted.connect(partial(self._keep_draft, page))
        page.set_meeting(self._meets)
        self.shell.add_page(road.KEY, page)

    def _leave(self) -> None:
        if self._trail:
            self.page().flush()
            self._note_place()

    def _note_place(self) -> None:
        if self._trail:
            page = self.page()
            area = page.scroll_area()
            scroll = area.verticalScrollBar().value() if area is not None else 0
            self._trail[-1] = Place(self.key(), page.place(), scroll)

    def _restore_scroll(self) -> None:
        self._house.session.quiet.disconnect(self._restore_scroll)
        QTimer.singleShot(0, self.page(), self._scroll)

    def _scroll(self) -> None:
        area = self.page().scroll_area()
        if area is not None:
            area.verticalScrollBar().setValue(self._scroll_to)

    def _show_head(self) -> None:
        page = self.page()
        self.shell.set_head(
            page.title(),
            page.subtitle(),
            back=self._roads[self.key()].entry() is None,
            actions=page.page_actions(),
        )
        self.shell.set_bar(page.bottom_bar())
        self.shell.toast.set_side(at_right=page.TOAST_AT_RIGHT)

    def _pages(self) -> list[Page]:
        kept = [self.shell.page(key) for key in self._roads if self.shell.has_page(key)]
        return [page for page in kept if isinstance(page, Page)]

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
        self.toast.undone.connect(self._take_back)
        self.toast.extra.connect(self._do_extra)

    def _dress_shell(self) -> None:
        me = self._me
        self._house.remember(rt_number=me.rt_number)
        self._show_entries()
        whose = f"RT {rt_short(me.rt_number)}" if me.rt else self.tr("Koordinator")
        self.shell.set_place(f"{whose} · {me.kelurahan_name}".strip(" ·"))
        self.shell.set_rts(self._rts(), self._at())
        self.shell.set_initials(initials(me.call_name), me.call_name)
        self._show_state()
        if self._trail:
            self.shell.set_current(self._roads[self.key()].UNDER or self.key())

    def _rts(self) -> list[Choice]:
        """Return what to choose from; RT with their kelurahan where that is not one for all."""
        served = self._me.served
        is_far = len({each.kelurahan for each in served}) > 1
        found = []
        for each in served:
            parts = [fill(self.tr("RT %1"), rt_short(each.number))] if each.number else []
            parts += [each.kelurahan] if is_far or not each.number else []
            found.append(Choice(each.key, " · ".join(parts)))
        return found

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
        self._show_state()
        self._fill_again(TRAVELS)

    def _show_state(self) -> None:
        if self._is_read_only:
            return
        travels = self.travels()
        chip = sync_words.chip_of(travels)
        self.shell.set_state(chip.text, chip.short, chip.icon)
        if self._trail:
            self.page().show_travels(travels)

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

    def _show_entries(self) -> None:
        self.shell.set_entries(self._entries())
        for key, number in self._badges.items():
            self.shell.set_badge(key, number)

    def show_read_only(self) -> None:
        """Say at the top that a backup is open, in which nothing can be changed."""
        self._is_read_only = True
        self.shell.set_state(self.tr("Cadangan · hanya dibaca"), icon="history")

    def _wish_meeting(self, on: bool) -> None:  # noqa: FBT001 - a slot of a switch
        self._meeting_wished = on
        self._show_meeting()
        if self._is_hidden(self.key()):
            self._leave()
            self._trail.clear()
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
        self._show_entries()
        self.shell.set_current(self._roads[self.key()].UNDER or self.key())
        for page in self._pages():
            page.set_meeting(on)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if isinstance(undo, Undo):
            self.change(
                self, partial(case_undo.undo, what=undo), self.tr("Perubahan terakhir dibatalkan.")
            )
        elif undo is not None:
            undo()

    def _do_extra(self, place: int) -> None:
        extras, self._extras = self._extras, ()
        if place < len(extras):
            extras[place][1]()

    def _failed(self, owner: QObject, error: Exception) -> None:
        sentence = self.words(error)
        page = owner if isinstance(owner, Page) and isValid(owner) else None
        if page is None or not page.show_fault(sentence):
            self.say(sentence)


def turned_to(ws: Workspace, key: str) -> Me:
    """Turn to another RT of this laptop, or office, and return the person as she works there.

    Raises:
        Fault: NO_SUCH_RECORD, this laptop keeps no notes for it.
    """
    ws.turn_to(key)
    return ws.me
