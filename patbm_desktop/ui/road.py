"""A road: what connects one page to lanes, actions and the next page."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QObject

from patbm_desktop.ui.desk import Desk
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.shell import Entry


class Road(QObject):
    """Builds a page and answers it; the only thing that knows the page and the actions both.

    `KEY` is the name by which the window opens it. `UNDER` is the sidebar entry that is lit for a
    page of the second depth, which also gets a way back. `LEADS_TO` is the page that people open
    from here: it is made ready while they look at this one. `IS_SEALED` says that it shows cases:
    nobody who looks on may see it, not even that there is something to count. `NEEDS_RT` pages are
    not in the vault of an office, `OF_COORDINATOR` ones only on a coordinator's laptop.
    """

    KEY: ClassVar[str] = ""
    UNDER: ClassVar[str] = ""
    LEADS_TO: ClassVar[str] = ""
    IS_SEALED: ClassVar[bool] = False
    NEEDS_RT: ClassVar[bool] = False
    OF_COORDINATOR: ClassVar[bool] = False

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def entry(self) -> Entry | None:
        """Return the sidebar entry; None for a page of the second depth."""
        return None

    def build(self) -> Page:
        """Make the page and connect its signals."""
        raise NotImplementedError

    def fill(self, what: Mapping[str, object]) -> None:
        """Ask for what the page shows, and let it show that.

        `what` are the words given to `Desk.go`, or what `Page.place` said when it comes back.
        """

    def watch(self, *, met: bool, by_hand: bool) -> None:
        """Look again at what waits here, though the page may never be opened.

        Called when the vault was opened, after changes and after rounds; `met` says that a server
        was met just now, `by_hand` that a person asked for it.
        """
