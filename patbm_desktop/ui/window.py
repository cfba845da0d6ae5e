"""The window: what is shown when, the keys that work everywhere, hiding and locking."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from patbm_desktop.actions.entrance import passphrases
from patbm_desktop.actions.opened.me import Me
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.upkeep import tending
from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui import keys, trouble, wording_of
from patbm_desktop.ui.call_again import CallAgain
from patbm_desktop.ui.emergency import Emergency
from patbm_desktop.ui.entrance import Entrance
from patbm_desktop.ui.hiding import Watch, steady_seconds
from patbm_desktop.ui.house import House
from patbm_desktop.ui.notice import LockNotice
from patbm_desktop.ui.parts.overlay import Cover
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.strings import clock_time, language
from patbm_desktop.ui.theme import SCALES
from patbm_desktop.ui.wayfinding import Trail
from patbm_desktop.ui.workplace import REPORT, SYNC, Workplace

TITLE = "PATBM Desktop"
"""The title bar never says more: a page or a name in it would show in the taskbar."""
SIZE = (1366, 697)
SMALLEST = (800, 520)
BACKUP_AFTER_MS = 3000
TEND_EVERY_MS = 400
REST_MS = 30_000


class Window(QMainWindow):
    """Shows the entrance or the workplace, and covers either at one key.

    `seconds` counts the quiet minutes until the lock, as `steady_seconds` does.
    """

    not_opened = Signal(str)
    """Why the vault that `open_with` was given could not be opened."""

    def __init__(
        self,
        house: House,
        roads: Sequence[type[Road]],
        seconds: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__()
        self.house = house
        self._roads = roads
        self._trails: dict[str, Trail] = {}
        self.workplace: Workplace | None = None
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._stage = QStackedWidget()
        self.setCentralWidget(self._stage)
        self.entrance = Entrance(house, self)
        self.emergency = Emergency(house, self)
        self.call_again = CallAgain(house.theme, house.clock.now, self, self.emergency.is_open)
        self.watch = Watch(seconds, self)
        self.cover = Cover(self, house.theme, self._time)
        self.notice = LockNotice(self, house.theme)
        self._tending, self._backup = QTimer(self), QTimer(self)
        for timer in (self._tending, self._backup):
            timer.setSingleShot(True)
        self._connect()
        self._bind()

    # Opening and locking

    def start(self) -> None:
        """Show the first run, or the locked screen."""
        self._show_entrance()
        self.entrance.start()

    def open_with(self, make: Callable[[], Workspace]) -> None:
        """Show the vault that `make` opens on the store lane; for the demo and the tests."""
        self.house.session.open(make, self._opened, self._not_opened)

    def _not_opened(self, error: Exception) -> None:
        self.not_opened.emit(wording_of.words(error, "tanpa", None))

    def hide_now(self) -> None:
        """Cover the window within a frame, keep what is typed, wipe it from view, and lock."""
        self._close_dialogs()
        self.emergency.close()
        self.call_again.stop()
        self.notice.hide()
        workplace, self.workplace = self.workplace, None
        if workplace is not None:
            workplace.flush()
            self._trails[workplace.me.person] = workplace.trail()
        self.cover.open()
        self.cover.repaint()
        if workplace is not None:
            self._lock(workplace)
        else:
            self.entrance.wipe()

    @property
    def is_open(self) -> bool:
        """Whether a vault is open and shown."""
        return self.workplace is not None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed, close the vault and end."""
        self._stop_timers()
        workplace, self.workplace = self.workplace, None
        if workplace is not None:
            workplace.flush()
        self.house.session.end()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width, and keep the notice in its place."""
        self.house.theme.fit(event.size().width())
        super().resizeEvent(event)
        self.notice.place()

    def _stop_timers(self) -> None:
        self.watch.stop()
        self._tending.stop()
        self._backup.stop()
        self.call_again.stop()
        self.house.traveller.stop()

    def _lock(self, workplace: Workplace) -> None:
        self._stop_timers()
        workplace.end()
        self.house.session.lock(self.met)
        QTimer.singleShot(0, self, self._show_entrance)

    def _opened(self, workspace: Workspace) -> None:
        tongue = language()
        self.house.session.ask(self, partial(_speak, tongue=tongue), _nothing, self.met)
        self._show_workplace(workspace.me, is_read_only=workspace.is_read_only)
        self.watch.listen(self.windowHandle())
        self.watch.start(self.house.appearance.lock_minutes)
        self._backup.start(BACKUP_AFTER_MS)
        self._tending.start(TEND_EVERY_MS)
        if not workspace.is_read_only:
            self.house.traveller.start()
        leads_to, self.entrance.leads_to = self.entrance.leads_to, ""
        if self.workplace is not None and leads_to:
            self.workplace.go(leads_to)

    def _show_workplace(self, me: Me, *, is_read_only: bool = False) -> None:
        workplace = Workplace(self.house, me, self._roads, self)
        workplace.hide_asked.connect(self.hide_now, Qt.ConnectionType.QueuedConnection)
        workplace.emergency_asked.connect(self.show_emergency)
        workplace.renewed.connect(self._renew)
        self.workplace = workplace
        self._show(workplace.shell)
        if is_read_only:
            workplace.show_read_only()
        workplace.keep_unsaved()
        workplace.start(self._trails.pop(me.person, ()))
        if not is_read_only:
            self.call_again.start(workplace)

    def _show_entrance(self) -> None:
        if self.workplace is None:
            self._show(self.entrance.page())

    def _show(self, widget: QWidget) -> None:
        before = self._stage.currentWidget()
        self._stage.addWidget(widget)
        self._stage.setCurrentWidget(widget)
        if before is not None:
            self._stage.removeWidget(before)
            before.deleteLater()

    def _come_back(self) -> None:
        self.cover.lift()
        self.entrance.start()

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()

    def _renew(self, passphrase: str) -> None:
        self.house.session.swap(
            partial(passphrases.change_passphrase, new=passphrase), self._renewed, self._not_renewed
        )

    def _renewed(self, _: Workspace) -> None:
        if self.workplace is not None:
            self.house.traveller.start()
            self.workplace.say(self.tr("Kata sandi diganti."))

    def _not_renewed(self, error: Exception) -> None:
        self.met(error)
        self.hide_now()

    # The language, the size of the words

    def _speak_anew(self) -> None:
        if self.workplace is None:
            self._greet_anew()
            return
        workplace = self.workplace
        workplace.flush()
        self._trails[workplace.me.person] = workplace.trail()
        self.house.session.ask(self, partial(_speak, tongue=language()), _nothing, self.met)
        self.workplace = None
        workplace.end()
        self._show_workplace(workplace.me)
        self._offer_language_back()

    def _offer_language_back(self) -> None:
        look = self.house.appearance
        before = replace(look, language="id" if look.language == "en" else "en")
        if self.workplace is not None:
            back = partial(self.workplace.set_appearance, before)
            self.workplace.say(self.tr("Bahasa diganti."), undo=back)

    def _greet_anew(self) -> None:
        answers = self.entrance.answers()
        self._show_entrance()
        if answers is not None:
            self.entrance.show_answers(answers)
        self.entrance.start()

    def _scale_by(self, steps: int) -> None:
        look = self.house.appearance
        place = min(max(SCALES.index(look.scale) + steps, 0), len(SCALES) - 1)
        self._scale_to(SCALES[place])

    def _scale_to(self, scale: float) -> None:
        try:
            self.house.set_appearance(replace(self.house.appearance, scale=scale))
        except Fault as error:
            self.met(error)

    # Keys

    def _bind(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            "F1": self.show_emergency,
            "F9": self.hide_now,
            "Ctrl+L": self.hide_now,
            "F5": self._send,
            "Ctrl+N": partial(self._go, "log"),
            "Ctrl+K": partial(self._go, "concern"),
            "Ctrl+P": self._print,
            "Ctrl+F": self._search,
            "Ctrl+S": self._save,
            "Ctrl+Shift+S": self._save_next,
            "Ctrl+Z": self._undo,
            "Alt+Left": self._back,
            "Ctrl++": partial(self._scale_by, 1),
            "Ctrl+=": partial(self._scale_by, 1),
            "Ctrl+-": partial(self._scale_by, -1),
            "Ctrl+0": partial(self._scale_to, 1.0),
        }
        acts |= {f"Ctrl+{n}": partial(self._go_to_entry, n) for n in range(1, 10)}
        self.shortcuts = keys.bind(self, acts)

    def _within_reach(self) -> Workplace | None:
        """Return the workplace when its keys may act: it is shown, and nothing lies over it."""
        is_covered = self.emergency.is_open() or self.call_again.is_open()
        return None if is_covered else self.workplace

    def _go(self, key: str) -> None:
        if (workplace := self._within_reach()) is not None:
            workplace.go(key)

    def _go_to_entry(self, number: int) -> None:
        workplace = self._within_reach()
        entries = workplace.entries() if workplace is not None else []
        if number <= len(entries):
            self._go(entries[number - 1])

    def _print(self) -> None:
        workplace = self._within_reach()
        if workplace is not None and not workplace.page().print_now():
            workplace.go(REPORT)

    def _send(self) -> None:
        workplace, state = self._within_reach(), self.house.traveller.state
        if workplace is None or state is None:
            return
        if state.has_server:
            workplace.send_now()
        else:
            workplace.go(SYNC)

    def _search(self) -> None:
        if (workplace := self._within_reach()) is not None:
            workplace.page().search()

    def _save(self) -> None:
        if (workplace := self._within_reach()) is not None:
            workplace.page().save()

    def _save_next(self) -> None:
        if (workplace := self._within_reach()) is not None:
            workplace.page().save_next()

    def _undo(self) -> None:
        if (workplace := self._within_reach()) is not None:
            workplace.undo_last()

    def _back(self) -> None:
        workplace = self._within_reach()
        if workplace is not None and workplace.can_go_back():
            workplace.back()

    def show_emergency(self) -> None:
        """Open the card of emergency numbers, whatever is shown."""
        self.cover.lift()
        self.emergency.open(self.workplace)

    # Now and then

    def _connect(self) -> None:
        self.entrance.opened.connect(self._opened)
        self.entrance.emergency_asked.connect(self.show_emergency)
        self.house.dressed.connect(self._speak_anew, Qt.ConnectionType.QueuedConnection)
        self.house.changed.connect(self._watch_anew)
        self.watch.hide_asked.connect(self._hide_if_open, Qt.ConnectionType.QueuedConnection)
        self.watch.warned.connect(self.notice.set_shown)
        self.cover.asked.connect(self._come_back)
        self._tending.timeout.connect(self._tend)
        self._backup.timeout.connect(self._keep_daily)

    def _watch_anew(self) -> None:
        if self.watch.is_counting:
            self.watch.start(self.house.appearance.lock_minutes)

    def _hide_if_open(self) -> None:
        if self.is_open:
            self.hide_now()

    def _keep_daily(self) -> None:
        if self.is_open:
            self.house.session.ask(self, tending.keep_daily, _nothing, self.met)

    def _tend(self) -> None:
        if self.is_open:
            self.house.session.ask(self, tending.tend, self._tended, self.met)

    def _tended(self, more: bool) -> None:  # noqa: FBT001 - the answer of a lane
        if self.is_open:
            self._tending.start(TEND_EVERY_MS if more else REST_MS)

    def met(self, error: Exception) -> None:
        """Say what could not be done, or note it while there is nobody to say it to."""
        if self.workplace is not None:
            self.workplace.say(self.workplace.words(error))
        else:
            trouble.note(error)

    def tell_bug(self, code: str) -> None:
        """Say calmly that something went another way than meant."""
        if self.workplace is not None:
            form = self.workplace.me.address_form
            self.workplace.say(wording_of.calm(code, form, self.house.saved_at))

    def come_to_front(self) -> None:
        """Show this window: somebody started the program a second time."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def _time(self) -> str:
        return clock_time(self.house.clock.now())


def _speak(ws: Workspace, tongue: str) -> None:
    ws.language = tongue


def _nothing(_: object) -> None:
    """Need no answer."""
