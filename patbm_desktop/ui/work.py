"""How work leaves the UI thread, and how its answer comes back."""

import itertools
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class _Errand:
    owner: QObject
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Answer:
    number: int
    value: Any = None
    error: BaseException | None = None


class Lane(QObject):
    """One background thread that does jobs in turn; answers arrive on the UI thread.

    A single lasting thread, because a database connection belongs to the thread that opened it.
    A job touches no widget. The answer is dropped when `owner`, who asked, is gone by then.
    What `then` or `failed` raise goes to `sys.excepthook`, like any bug on the UI thread.
    Who asked is never known on the thread itself: whoever holds a widget last destroys it.
    """

    _finished = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: queue.SimpleQueue[tuple[int, Callable[[], Any]] | None] = queue.SimpleQueue()
        self._numbers = itertools.count()
        self._errands: dict[int, _Errand] = {}
        self._open = True
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(
        self,
        owner: QObject,
        job: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `job` in its turn, then call `then` with its value or `failed` with its error.

        Raises:
            RuntimeError: the lane is closed.
        """
        if not self._open:
            raise RuntimeError("the lane is closed")
        number = next(self._numbers)
        self._errands[number] = _Errand(owner, then, failed)
        self._queue.put((number, job))

    def close(self) -> None:
        """Finish what is queued and end the thread; call before the application ends."""
        if self._open:
            self._open = False
            self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (asked := self._queue.get()) is not None:
            self._finished.emit(_done(*asked))

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        errand = self._errands.pop(answer.number)
        if not isValid(errand.owner):
            return
        if answer.error is None:
            errand.then(answer.value)
        elif isinstance(answer.error, Exception):
            errand.failed(answer.error)
        else:
            raise answer.error


def _done(number: int, job: Callable[[], Any]) -> _Answer:
    try:
        return _Answer(number, value=job())
    except BaseException as error:  # noqa: BLE001 - the lane is where every error of a job lands
        return _Answer(number, error=error)
