"""What a road may ask of the window: data, changes, the next page, a word to the person."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.entrance.appearance import Appearance
from patbm_desktop.actions.opened.changes import Done, Undo
from patbm_desktop.actions.opened.me import Me
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.actions.travel.syncing import SyncState
from patbm_desktop.domain.clock import Clock
from patbm_desktop.ui.parts.sync_words import Travels
from patbm_desktop.ui.theme import Theme

T = TypeVar("T")
Failed = Callable[[Exception], None]
Act = Callable[[], None]
Extra = tuple[str, Act]
"""One more button: its words, and what it does."""


class Desk(Protocol):
    """The window, as roads see it. `owner` is the page that asks: is it gone, so is the answer."""

    @property
    def theme(self) -> Theme:
        """The look in force."""

    @property
    def clock(self) -> Clock:
        """What tells the time."""

    @property
    def folder(self) -> Path:
        """Where the vault stands."""

    @property
    def me(self) -> Me:
        """The person at the keyboard."""

    @property
    def appearance(self) -> Appearance:
        """How the program looks on this laptop."""

    @property
    def window(self) -> QWidget:
        """The parent of system dialogs."""

    def ask(
        self,
        owner: QObject,
        job: Callable[[Workspace], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job` on the store lane, then hand its value to `then` on this thread."""

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

    def aside(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job`, which needs no vault, on the other lane."""

    def travel(
        self,
        owner: QObject,
        job: Callable[[Beside], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Do `job`, which waits for a server or a flash drive, with the vault on a lane of its own.

        What it wrote is taken up, and the pages it concerns are filled again.
        """

    def travel_quietly(
        self, owner: QObject, job: Callable[[Beside], T], then: Callable[[T], None]
    ) -> None:
        """Do `job`, which only asks, as `travel` does; nothing is taken up afterwards."""

    def take_up(self) -> None:
        """Look again how far notes have come, and let them travel if they may."""

    def send_now(self) -> None:
        """Send and receive now."""

    def travels(self) -> Travels:
        """Return how far notes have come as of now."""

    def adopt_travels(self, state: SyncState) -> None:
        """Show everywhere what a page has just found out."""

    def changed(self, kinds: Collection[str]) -> None:
        """Fill the pages again that show one of `kinds`."""

    def words(self, error: Exception) -> str:
        """Return the sentence for a fault, or the calm one for a bug."""

    def go(self, key: str, **what: object) -> None:
        """Open the page `key`; what was typed on the present one is kept as a draft."""

    def back(self) -> None:
        """Return to the page before."""

    def say(
        self, text: str, *, undo: Undo | Act | None = None, extras: Sequence[Extra] = ()
    ) -> None:
        """Show `text` for a few seconds, with a way back when there is one, and other buttons.

        `undo` is that of a change, or a call that puts back what was no record, like a draft.
        """

    def emergency(self) -> None:
        """Open the card of emergency numbers."""

    def set_appearance(self, appearance: Appearance) -> None:
        """Keep `appearance` and show it at once."""

    def is_meeting(self) -> bool:
        """Say whether somebody may be looking on."""

    def badge(self, key: str, number: int) -> None:
        """Show how many things wait at the sidebar entry `key`; 0 shows nothing."""

    def forget_unsaved(self, draft: str) -> None:
        """Drop what the disk has not taken yet of a draft that is not to be kept any more."""

    def renew(self, passphrase: str) -> None:
        """Take `passphrase` from now on; the vault is opened anew."""

    def refresh_me(self, me: Me) -> None:
        """Take over what the person changed about herself."""

    def ask_open(self, title: str, filters: str) -> Path | None:
        """Let the person choose a file; None when she does not."""

    def ask_open_many(self, title: str, filters: str) -> list[Path]:
        """Let the person choose pictures, where the last ones were; empty when she does not."""

    def ask_save(self, name: str, filters: str) -> Path | None:
        """Let the person choose where to write `name`; None when she does not."""

    def print_pdf(self, pdf: bytes, name: str, extras: Sequence[Extra] = ()) -> bool:
        """Send `pdf` to a printer by the system dialog; False when the person puts it off."""
