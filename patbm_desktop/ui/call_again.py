"""Asks again for the call that a grave case waits for: at each unlock, and every hour."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases import case_list, casebook, cases
from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import contacts
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.domain.case import Call
from patbm_desktop.domain.ids import case_code
from patbm_desktop.ui.forms.concern_called import CallQuestion
from patbm_desktop.ui.page import empty
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Flow
from patbm_desktop.ui.parts.overlay import Overlay, Panel
from patbm_desktop.ui.parts.stop_panel import NumberBlocks, callings
from patbm_desktop.ui.parts.toast import announce
from patbm_desktop.ui.strings import fill, language
from patbm_desktop.ui.theme import Theme
from patbm_desktop.ui.workplace import Workplace

HOUR_MS = 3_600_000
WAIT_MS = 300_000
"""While it would disturb, it waits this long: somebody looks on, or a note is being written."""

BUSY = frozenset({"concern", "case", "referral"})
"""Pages on which the call is spoken of already."""

WIDTH = 700
Waiting = tuple[tuple[str, ...], tuple[ContactRow, ...]]


class CallPanel(Panel):
    """Says for which code nobody has telephoned yet, whom to call, and takes down the time."""

    called = Signal(list)
    case_asked = Signal()
    later_asked = Signal()
    grown = Signal()

    def __init__(
        self, theme: Theme, code: str, rows: Sequence[ContactRow], now: Callable[[], datetime]
    ) -> None:
        super().__init__(theme, margins=(24, 18, 24, 18), spacing=12)
        self._theme = theme
        self._first = "uptd_ppa" if _has_uptd(rows) else "sapa_129"
        title = fill(self.tr("Belum ada yang menelepon untuk %1."), code)
        self.calls = CallQuestion(theme, now)
        self.keep = Button(theme, _words("stop.called"), kind="primary", size="tall")
        self.case = Button(theme, self.tr("Buka catatan"), size="tall")
        self.later = Button(theme, _words("stop.cannot_call"), kind="quiet", size="tall")
        numbers = NumberBlocks(theme)
        numbers.show_numbers(callings(rows, with_112=True))
        buttons = Flow(theme, spacing=(8, 8))
        for button in (self.keep, self.case, self.later):
            buttons.add(button)
        for widget in (Label(title, "page", wrap=True), numbers, self.calls, buttons):
            self.body.addWidget(widget)
        self.calls.hide()
        self.keep.clicked.connect(self._go_on)
        self.case.clicked.connect(self.case_asked)
        self.later.clicked.connect(self.later_asked)

    def sizeHint(self) -> QSize:
        """Return the usual width, and the height of what stands there."""
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    def _go_on(self) -> None:
        """Ask who was called and when; with that answered, hand it over."""
        if self.calls.isHidden():
            self.calls.add(self._first)
            self.calls.show()
            self.keep.setText(self.tr("Simpan jamnya"))
            self.grown.emit()
            self.calls.focus_first()
        elif self.calls.calls() and self.calls.is_readable():
            self.called.emit(list(self.calls.calls()))


class CallAgain(QObject):
    """Opens the panel over the window, one case at a time, for as long as a call is missing.

    `is_covered` says whether something else lies over the window, such as the emergency card.
    """

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        window: QWidget,
        is_covered: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._is_covered = is_covered
        self._theme, self._now, self._window = theme, now, window
        self._workplace: Workplace | None = None
        self._overlay: Overlay | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    def start(self, workplace: Workplace) -> None:
        """Ask for what waits now, and every hour from now on."""
        self.stop()
        self._workplace = workplace
        self._ask()

    def stop(self) -> None:
        """Ask no more, and leave nothing on the screen."""
        self._timer.stop()
        self._workplace = None
        self._close()

    def is_open(self) -> bool:
        """Say whether the panel is shown."""
        return self._overlay is not None

    def panel(self) -> CallPanel | None:
        """Return the panel while it is shown."""
        content = self._overlay.content if self._overlay is not None else None
        return content if isinstance(content, CallPanel) else None

    def _ask(self) -> None:
        if self._workplace is not None:
            self._workplace.ask(self, _waiting, self._found)

    def _found(self, found: Waiting) -> None:
        ents, rows = found
        workplace = self._workplace
        if workplace is None:
            return
        is_shown = self.is_open() or self._is_covered()
        disturbs = is_shown or workplace.is_meeting() or workplace.key() in BUSY
        self._timer.start(WAIT_MS if ents and disturbs else HOUR_MS)
        if ents and not disturbs:
            self._open(ents[0], rows)

    def _open(self, ent: str, rows: Sequence[ContactRow]) -> None:
        panel = CallPanel(self._theme, case_code(ent), rows, self._now)
        panel.called.connect(partial(self._keep, ent))
        panel.case_asked.connect(partial(self._look, ent))
        panel.later_asked.connect(self._close)
        name = self.tr("Sudah menelepon?")
        self._overlay = Overlay(self._window, self._theme, panel, name=name)
        self._overlay.closed.connect(self._gone)
        panel.grown.connect(self._overlay.refit)
        self._overlay.open()
        announce(self._overlay, name)

    def _keep(self, ent: str, calls: list[Call]) -> None:
        self._close()
        if self._workplace is not None:
            job = partial(note_calls, ent=ent, calls=tuple(calls))
            self._workplace.change(
                self, job, self.tr("Jam menelepon dicatat."), then=self._ask_for_others
            )

    def _ask_for_others(self, _: Done) -> None:
        self._ask()

    def _look(self, ent: str) -> None:
        self._close()
        if self._workplace is not None:
            self._workplace.go("case", ent=ent)

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()

    def _gone(self) -> None:
        if self._overlay is not None:
            empty(self._overlay)
            self._overlay.deleteLater()
        self._overlay = None


def _has_uptd(rows: Sequence[ContactRow]) -> bool:
    return any(row.function == "uptd_ppa" and row.number for row in rows)


def _waiting(ws: Workspace) -> Waiting:
    return case_list.calls_waiting(ws), contacts.every(ws)


def note_calls(ws: Workspace, ent: str, calls: Sequence[Call]) -> Done:
    """Write down that somebody telephoned about a case.

    Raises:
        Refused: the case is frozen.
        Fault: it cannot be read here, or the disk refused.
    """
    page = casebook.page(ws, ent)
    detail = casebook.need_detail(page.dossier)
    return cases.complete(ws, page, replace(detail, called=(*detail.called, *calls)))


def _words(key: str) -> str:
    return wording.rule_words(key, language())
