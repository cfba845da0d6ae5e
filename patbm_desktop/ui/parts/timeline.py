"""Riwayat: what was done for one case, newest first, drawn as one line with a mark for each.

Each entry is one widget that draws its own words, and the timeline itself says where each stands.
The newest are there at once; older ones, out of sight, come a few at a time while nothing else is
to be done. An entry's accessible name is the whole sentence; all of them are one stop of the Tab
key.
"""

from collections.abc import Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from patbm_desktop.ui.parts.layouts import follow
from patbm_desktop.ui.parts.timeline_entry import Faces, Item, TimelineEntry, guessed_height
from patbm_desktop.ui.theme import Theme

__all__ = ["Item", "Timeline"]

LEAST_PX = 220
FIRST = 10
"""Entries that are there at once: more than a screen shows."""
PAUSE_MS = 25
SLICE_S = 0.006
"""So long may the older entries keep the window at a time, and then it may breathe."""


class Timeline(QWidget):
    """Entries under each other; `asked` gives a verb and the `Item` it is about."""

    asked = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._faces = theme, Faces(theme)
        self._items: list[Item] = []
        self.entries: list[TimelineEntry] = []
        """Those that are there already, from the newest on."""
        self._idle = QTimer(self, interval=PAUSE_MS)
        self._idle.timeout.connect(self._add_some)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(theme, self._fit)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show `items` from top to bottom; what did not change is left as it stands."""
        if self._items == list(items):
            return
        held = next((each.item.ent for each in self.entries if each.hasFocus()), None)
        self._let_go()
        self._items = list(items)
        at = next((at for at, item in enumerate(items) if item.ent == held), 0)
        self._add(max(FIRST, at + 1))
        self._rove(self.entries[at] if self.entries else None, take=held is not None)
        self.updateGeometry()

    def items(self) -> list[Item]:
        """Return what is shown, or is about to be."""
        return list(self._items)

    def show_all(self) -> None:
        """Show at once what would have come by and by."""
        self._add(len(self._items))
        self.updateGeometry()

    def wipe(self) -> None:
        """Forget every entry."""
        self._let_go()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all entries at `width`; of those to come, about that."""
        there = sum(entry.laid(width).height for entry in self.entries)
        to_come = self._items[len(self.entries) :]
        return there + guessed_height(self._theme, self._faces, to_come, width)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = max(self.width(), self._theme.px(LEAST_PX))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room that the words need at the present width."""
        width = max(self.width(), self._theme.px(LEAST_PX))
        return QSize(self._theme.px(LEAST_PX), self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the entries under each other at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()
            self.updateGeometry()

    def _add_some(self) -> None:
        """Add older entries for a moment; once all are there, say how high they are together."""
        until = perf_counter() + SLICE_S
        while self._idle.isActive() and perf_counter() < until:
            self._add(len(self.entries) + 1)
        if not self._idle.isActive():
            self.updateGeometry()

    def _add(self, many: int) -> None:
        """See to it that the first `many` entries are there, or all if there are fewer."""
        first = len(self.entries)
        for at, item in enumerate(self._items[first:many], first):
            is_last = at == len(self._items) - 1
            entry = TimelineEntry(self._theme, self._faces, item, self, is_last=is_last)
            entry.asked.connect(self.asked)
            entry.stepped.connect(partial(self._step, at))
            if self.entries:
                self.setTabOrder(self.entries[-1], entry)
            self.entries.append(entry)
        self._place(first)
        for entry in self.entries[first:]:
            entry.show()
        if len(self.entries) == len(self._items):
            self._idle.stop()
        elif not self._idle.isActive():
            self._idle.start()

    def _place(self, first: int = 0) -> None:
        """Set the entries under each other, from the one numbered `first` on."""
        top = self.entries[first - 1].geometry().bottom() + 1 if first else 0
        for entry in self.entries[first:]:
            height = entry.laid(self.width()).height
            entry.setGeometry(0, top, self.width(), height)
            top += height

    def _let_go(self) -> None:
        self._idle.stop()
        self._items = []
        for entry in self.entries:
            entry.wipe()
            entry.hide()
            entry.setParent(None)
            entry.deleteLater()
        self.entries = []

    def _step(self, at: int, step: int) -> None:
        self.show_all()
        target = self.entries[(at + step) % len(self.entries)]
        self._rove(target, take=True)

    def _rove(self, wanted: TimelineEntry | None, *, take: bool) -> None:
        for entry in self.entries:
            entry.let_tab_stop(on=entry is wanted)
        if take and wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        self._faces.forget()
        for entry in self.entries:
            entry.forget_places()
        self._place()
        self.updateGeometry()
        self.update()
