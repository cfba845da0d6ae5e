"""What the window knows of a page, and nothing more."""

import secrets
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTableWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from patbm_desktop.ui.parts.chips import Chip
from patbm_desktop.ui.parts.sync_words import Travels
from patbm_desktop.ui.theme import Theme

PAUSE_MS = 700
"""A draft is written this long after the last key; within a second, whatever else goes on."""
CLEARED = (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QListWidget,
    QTableWidget,
)
"""Widgets that hold words of their own and can forget them."""


class Page(QWidget):
    """Shows values and says what the person did; keeps nothing, saves nothing, opens no page.

    `KINDS` are the kinds of record it shows: when one of them changes, it is filled again.
    """

    KINDS: ClassVar[frozenset[str]] = frozenset()
    TOAST_AT_RIGHT: ClassVar[bool] = False
    """Whether buttons stand in the middle of the lower edge, which a notice shall not cover."""
    head_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("kind", "page")

    def title(self) -> str:
        """Return what stands at the head of the page."""
        return ""

    def subtitle(self) -> str:
        """Return the quiet line under the title."""
        return ""

    def page_actions(self) -> Sequence[QWidget]:
        """Return the buttons at the right of the title."""
        return ()

    def bottom_bar(self) -> QWidget | None:
        """Return the bar that stays under the page while it scrolls."""
        return None

    def start(self) -> None:
        """Put the focus where the person begins."""
        self.setFocus()

    def place(self) -> Mapping[str, object]:
        """Return what opens exactly this again: ids and filters, never text that was typed."""
        return {}

    def scroll_area(self) -> QAbstractScrollArea | None:
        """Return what scrolls, so that the position comes back after a lock."""
        found = self.findChildren(QAbstractScrollArea)
        return found[0] if found else None

    def save(self) -> None:
        """Do what Ctrl+S asks for on this page."""

    def save_next(self) -> None:
        """Do what Ctrl+Shift+S asks for on this page."""

    def search(self) -> None:
        """Put the focus where one searches."""

    def print_now(self) -> bool:
        """Print what is shown; False when this page prints nothing by itself."""
        return False

    def show_fault(self, sentence: str) -> bool:  # noqa: ARG002 - for those that override it
        """Show why something could not be done; False when the window shall say it."""
        return False

    def set_meeting(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        """Hide what nobody who looks on may see, or show it again."""

    def show_travels(self, travels: Travels) -> None:
        """Show how far notes have come, when that is another by now."""

    def numbers_closed(self) -> None:
        """Learn that the emergency numbers were shown over this page and are closed again."""

    def paint_now(self) -> None:
        """Draw what was just shown before more is asked for: work on a lane would slow it down."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.repaint()

    def flush(self) -> None:
        """Hand over what is typed and not yet kept."""

    def wipe(self) -> None:
        """Empty every widget that holds words; the page is thrown away after this."""
        empty(self)


def empty(widget: QWidget) -> None:
    """Take the words out of `widget` and everything in it, without telling anybody."""
    widget.setUpdatesEnabled(False)
    for child in widget.findChildren(QWidget):
        child.blockSignals(True)
        if isinstance(child, CLEARED):
            child.clear()
        elif isinstance(child, QAbstractButton):
            child.setText("")
        elif isinstance(child, QListView | QTableView) and not _is_of_combo(child):
            child.setModel(None)


def _is_of_combo(view: QWidget) -> bool:
    holder = view.parentWidget()
    return holder is not None and isinstance(holder.parentWidget(), QComboBox)


class FormPage(Page):
    """A page whose content is a draft from the first key on.

    `FORM` names the form in the list of drafts. A new form draws the id of its draft itself, so
    that `place()` is true before anything is kept.
    """

    FORM: ClassVar[str] = ""
    LONGEST_WAIT_S: ClassVar[float] = 2.0
    """Somebody who never pauses has a draft written this often all the same."""
    drafted = Signal(str, object)
    """The id of the draft, and its data as JSON values."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.draft_id = ""
        self._unsaved_since: float | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.flush)
        self.new_draft()

    def new_draft(self) -> None:
        """Begin a draft of its own for what is typed from now on."""
        self.forget_draft()
        self.draft_id = secrets.token_hex(16)

    def data(self) -> dict[str, object]:
        """Return the whole form as JSON values, valid or not."""
        raise NotImplementedError

    def draft_label(self) -> str:
        """Return the few words by which a list names this draft."""
        return ""

    def place(self) -> Mapping[str, object]:
        """Return the draft that brings this form back."""
        return {"draft": self.draft_id}

    def touched(self) -> None:
        """Note that something changed; the draft is handed over a moment after the last change."""
        now = time.monotonic()
        if self._unsaved_since is None:
            self._unsaved_since = now
        left = self.LONGEST_WAIT_S - (now - self._unsaved_since)
        self._pause.start(max(0, min(PAUSE_MS, round(left * 1000))))

    def flush(self) -> None:
        """Hand over the draft now, if anything changed since the last time."""
        self._pause.stop()
        if self._unsaved_since is None:
            return
        self._unsaved_since = None
        self.drafted.emit(self.draft_id, self.data())

    def draft_saved(self, at: datetime) -> None:
        """Show that the draft is safe since `at`."""

    def forget_draft(self) -> None:
        """Have nothing left to hand over: the form was saved, or is thrown away."""
        self._pause.stop()
        self._unsaved_since = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to the next question; it never saves."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        here = QApplication.focusWidget()
        if isinstance(here, QPushButton) and not isinstance(here, Chip):
            here.click()
        else:
            self.focusNextChild()


def fill_with(page: Page, content: QWidget) -> None:
    """Let `content` take the whole of `page`."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(content)
