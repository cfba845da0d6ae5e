"""The vault while it is open, and the lanes on which everything slow happens.

`store` does what the person does, `net` what needs no vault, and `line` waits for others: a server
or a flash drive. The line has a connection of its own to the vault, opened for one errand and gone
after it; a lock stops the errand at once, and the vault is not closed before it has left.
"""

from collections.abc import Callable
from threading import Event, Lock
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel.beside import Beside, Passage, passage
from patbm_desktop.ui.work import Lane

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Locked(Exception):
    """Raised on the lane when the vault was closed before a job had its turn."""


class Session(QObject):
    """Holds the workspace where only the store lane can touch it; knows no widget.

    `busy` tells how many answers are still on their way.
    """

    quiet = Signal()
    """Nothing is on its way any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = Lane("store", self)
        self.net = Lane("net", self)
        self.line = Lane("line", self)
        self._leave = Event()
        self._on_the_line = Lock()
        self.busy = 0
        self._has_ended = False
        self._workspace: Workspace | None = None

    def open(
        self,
        make: Callable[[], Workspace],
        then: Callable[[Workspace], None],
        failed: Failed,
    ) -> None:
        """Make the workspace on the store lane and keep it there.

        `then` may read what is frozen in the workspace (`me`), never its store.
        """
        self._part()
        self._run(self.store, self, lambda: self._keep(make()), then, failed)

    def swap(
        self,
        change: Callable[[Workspace], Workspace],
        then: Callable[[Workspace], None],
        failed: Failed,
    ) -> None:
        """Let `change` close the open vault and open it anew, and keep what it returns.

        When `change` cannot, no vault is open afterwards.
        """
        self._part()
        self._run(self.store, self, lambda: self._exchange(change), then, failed)

    def ask(
        self,
        owner: QObject,
        job: Callable[[Workspace], T],
        then: Callable[[T], None],
        failed: Failed,
    ) -> None:
        """Do `job` with the open vault; quietly nothing when it was locked in between."""

        def unless_locked(error: Exception) -> None:
            if not isinstance(error, Locked):
                failed(error)

        self._run(self.store, owner, lambda: job(self._opened()), then, unless_locked)

    def aside(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed,
    ) -> None:
        """Do `job`, which needs no vault, on the other lane."""
        self._run(self.net, owner, job, then, failed)

    def travel(
        self,
        owner: QObject,
        job: Callable[[Beside], T],
        then: Callable[[T], None],
        failed: Failed,
    ) -> None:
        """Do `job`, which waits for others, with the vault once more on a lane of its own.

        Quietly nothing when the vault was locked meanwhile. It does not count as `busy`: nobody
        waits for it.
        """
        leave = self._leave

        def unless_locked(error: Exception) -> None:
            if not isinstance(error, Locked) and not leave.is_set():
                failed(error)

        def unless_left(value: T) -> None:
            if not leave.is_set():
                then(value)

        def set_out(way: Passage | None) -> None:
            if way is not None and not self._has_ended:
                self.line.run(
                    owner, lambda: self._on_errand(way, leave, job), unless_left, unless_locked
                )

        self.ask(owner, passage, set_out, failed)

    def before_opening(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed,
    ) -> None:
        """Do `job`, which works on the files of the vault and not in it, on the store lane."""
        self._run(self.store, owner, job, then, failed)

    def lock(self, failed: Failed) -> None:
        """Close the vault and drop its keys, after what is queued before."""
        self._leave.set()
        self._run(self.store, self, self._close, _nothing, failed)

    def end(self) -> None:
        """Close the vault, finish what is queued, and end both lanes; nothing is done after."""
        if self._has_ended:
            return
        self._has_ended = True
        self._leave.set()
        self.store.run(self, self._close, _nothing, _nothing)
        self.store.close()
        self.line.close()
        self.net.close()

    def _run(
        self,
        lane: Lane,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed,
    ) -> None:
        if self._has_ended:
            return
        self.busy += 1
        lane.run(owner, job, then, failed)
        lane.run(self, _nothing_at_all, self._answered, self._answered)

    def _answered(self, _: object) -> None:
        self.busy -= 1
        if not self.busy:
            self.quiet.emit()

    def _keep(self, workspace: Workspace) -> Workspace:
        self._close()
        self._workspace = workspace
        return workspace

    def _part(self) -> None:
        """Call whoever is on the line back; the next vault has an errand of its own."""
        self._leave.set()
        self._leave = Event()

    def _on_errand(self, way: Passage, leave: Event, job: Callable[[Beside], T]) -> T:
        with self._on_the_line:
            if leave.is_set():
                raise Locked
            with way.beside(leave) as beside:
                return job(beside)

    def _exchange(self, change: Callable[[Workspace], Workspace]) -> Workspace:
        workspace, self._workspace = self._opened(), None
        with self._on_the_line:
            self._workspace = change(workspace)
        return self._workspace

    def _opened(self) -> Workspace:
        if self._workspace is None:
            raise Locked
        return self._workspace

    def _close(self) -> None:
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            with self._on_the_line:
                workspace.close()


def _nothing(_: object) -> None:
    """Need no answer."""


def _nothing_at_all() -> None:
    """Take a turn on a lane, so that its answer comes after all others."""
