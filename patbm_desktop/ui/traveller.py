"""When notes travel: at once after unlocking, when a network appears, on the hour, and on F5.

Knows no widget. It asks for one round at a time on the line of the session, waits longer after each
one in vain, and tells how far everything has come. Locked, it asks for nothing.
"""

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from patbm_desktop.actions.entrance import escrow
from patbm_desktop.actions.opened.me import Me
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import exchanging, syncing
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.actions.travel.exchanging import Clocks, Outcome, Pace
from patbm_desktop.actions.travel.syncing import SyncState
from patbm_desktop.domain.fault import Refusal
from patbm_desktop.ui.links import Links
from patbm_desktop.ui.session import Session
from patbm_desktop.ui.teller import Teller

HOUR_MS = 3_600_000
SOON_MS = 15_000
"""After the last change; somebody who goes on writing is not sent away line by line."""
LOOK_MS = 400
"""After a change the counts are looked up once it has become quiet."""

Told = tuple[frozenset[str], Me, SyncState]


class Traveller(QObject):
    """Makes the rounds of an open vault."""

    told = Signal()
    """`state` or `clocks` may be others than before."""
    moved = Signal(int, int)
    """A round is on its way: how many of its notes were received, and of how many."""
    came = Signal(object, object)
    """Kinds that changed by a round, and `Me` as it is now."""
    ended = Signal(object, bool)
    """The `Outcome` of a round, and whether a person asked for it."""

    clock_differs = Signal()
    """A server's clock says something quite different, for the first time since unlocking."""

    broke = Signal(object)
    """The `Exception` that this laptop itself met."""

    def __init__(self, session: Session, links: Links) -> None:
        super().__init__(session)
        self._session, self._links = session, links
        self.pace = Pace()
        self.state: SyncState | None = None
        self.clocks: Clocks | None = None
        """What both clocks said at the last meeting, where they were far apart."""
        self.is_under_way = False
        self._is_on = self._by_hand = self._wants_another = False
        self._waits = 0
        self.progress = (0, 0)
        self.checks_anew = False
        """The log lost its end, as after a restore, and the round compares everything with it."""
        self._kinds: frozenset[str] = frozenset()
        self._next, self._soon, self._hour = QTimer(self), QTimer(self), QTimer(self)
        for timer in (self._next, self._soon):
            timer.setSingleShot(True)
        self._hour.setInterval(HOUR_MS)
        self._next.timeout.connect(self._go)
        self._hour.timeout.connect(self._go)
        self._soon.timeout.connect(self.look)
        links.appeared.connect(self._appeared)

    def start(self) -> None:
        """Tell how things stand in the vault that was opened just now, and set out."""
        self.stop()
        self._is_on = True
        self._hour.start()
        self._session.ask(self, taken_up, self._started, self.broke.emit)

    def stop(self) -> None:
        """Ask for nothing any more; what is on its way is called back by the session."""
        self._is_on = self.is_under_way = self._by_hand = self._wants_another = False
        self.state = self.clocks = None
        for timer in (self._next, self._soon, self._hour):
            timer.stop()

    def now(self) -> None:
        """Send and receive because a person asked for it."""
        self._by_hand = True
        self._go()

    def wrote(self) -> None:
        """Look up the counts soon, and let what was written travel when it has become quiet."""
        if not self._is_on:
            return
        self._soon.start(LOOK_MS)
        if not self._next.isActive() or self._next.remainingTime() > SOON_MS:
            self._next.start(SOON_MS)

    def look(self) -> None:
        """Tell anew how things stand."""
        if self._is_on:
            self._session.ask(self, syncing.state, self._tell, self.broke.emit)

    def take_up(self) -> None:
        """Take up what an errand on the line wrote into the vault."""
        if self._is_on:
            self._session.ask(self, taken_up, self._took_up, self.broke.emit)

    # A round

    def _started(self, told: Told) -> None:
        self._took_up(told)
        self._go()

    def _appeared(self) -> None:
        if self._is_on:
            self.pace = Pace()
            self._go()

    def _go(self) -> None:
        state = self.state
        if not self._is_on or state is None:
            return
        if self.is_under_way:
            self._wants_another = True
            return
        if not self._may_go(state):
            self._by_hand = False
            return
        self._next.stop()
        self.is_under_way, self._wants_another, self.checks_anew = True, False, False
        self._waits = state.left
        self._show_moved(self._waits)
        teller = Teller(self)
        teller.moved.connect(self._moved, Qt.ConnectionType.QueuedConnection)
        job = partial(_meet, pace=self.pace, teller=teller)
        self._session.travel(self, job, partial(self._met, teller), self._broke)

    def _may_go(self, state: SyncState) -> bool:
        if not state.has_server:
            return False
        if self._by_hand:
            return True
        return not (state.is_off or self._links.is_absent())

    def _moved(self, left: int, anew: int) -> None:
        if self.is_under_way:
            self.checks_anew = bool(anew)
            self._show_moved(left)

    def _show_moved(self, left: int) -> None:
        """Show how many of the notes that waited when the round began are received by now."""
        self.progress = (max(0, self._waits - left), self._waits)
        self.moved.emit(*self.progress)

    def _met(self, teller: Teller, outcome: Outcome) -> None:
        teller.deleteLater()
        if not self._is_on:
            return
        self.is_under_way = False
        by_hand, self._by_hand = self._by_hand, False
        self._kinds |= outcome.kinds
        is_new = self.clocks is None and outcome.clocks is not None
        if outcome.fault is None or outcome.clocks is not None:
            self.clocks = outcome.clocks
        self._session.ask(self, taken_up, self._took_up, self.broke.emit)
        self.ended.emit(outcome, by_hand)
        if is_new:
            self.clock_differs.emit()
        if outcome.wants_more or self._wants_another:
            self._next.start(0)
        elif outcome.fault not in {None, Refusal.DEVICE_DISABLED}:
            self._next.start(round(self.pace.wait_s(outcome.retry_after) * 1000))

    def _broke(self, error: Exception) -> None:
        if not self._is_on:
            return
        self.is_under_way = self._by_hand = False
        self.look()
        self.broke.emit(error)

    def _took_up(self, told: Told) -> None:
        kinds, me, state = told
        if self._is_on:
            kinds, self._kinds = kinds | self._kinds, frozenset()
            self.came.emit(kinds, me)
            self._tell(state)

    def _tell(self, state: SyncState) -> None:
        if self._is_on:
            self.state = state
            self.told.emit()

    def adopt(self, state: SyncState) -> None:
        """Take what a page has just found out, so that all say the same; tells nobody."""
        if self._is_on:
            self.state = state


def _meet(beside: Beside, pace: Pace, teller: Teller) -> Outcome:
    return exchanging.meet(beside, pace, lambda left, anew: teller.moved.emit(left, int(anew)))


def taken_up(ws: Workspace) -> Told:
    """Take up what another laptop on this file wrote; return kinds, `Me` and how things stand."""
    kinds = ws.refresh()
    escrow.keep_up(ws)
    return kinds, ws.me, syncing.state(ws)
