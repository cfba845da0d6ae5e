"""The lane: work in turn on one thread, answers on the screen's thread, nobody called in vain."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.work import Lane


class Owner(QObject):
    """Asks the lane and keeps what comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.errors: list[Exception] = []


@pytest.fixture
def lane(qapp: object) -> Iterator[Lane]:
    lane = Lane("test")
    yield lane
    lane.close()


@pytest.fixture
def owner(qapp: object) -> Owner:
    return Owner()


def refuse() -> object:
    raise ValueError("no")


def test_jobs_are_done_in_the_order_they_were_asked(qtbot: QtBot, lane: Lane, owner: Owner) -> None:
    for number in range(20):
        lane.run(owner, lambda n=number: n, owner.values.append, owner.errors.append)
    qtbot.waitUntil(lambda: len(owner.values) == 20)
    assert owner.values == list(range(20))


def test_every_job_runs_on_the_same_thread_and_not_on_the_screens(
    qtbot: QtBot, lane: Lane, owner: Owner
) -> None:
    for _ in range(5):
        lane.run(owner, threading.get_ident, owner.values.append, owner.errors.append)
    qtbot.waitUntil(lambda: len(owner.values) == 5)
    assert len(set(owner.values)) == 1
    assert owner.values[0] != threading.get_ident()


def test_the_answer_arrives_on_the_screens_thread(qtbot: QtBot, lane: Lane, owner: Owner) -> None:
    def then(_value: object) -> None:
        owner.values.append(QThread.currentThread() is owner.thread())

    lane.run(owner, lambda: None, then, owner.errors.append)
    qtbot.waitUntil(lambda: bool(owner.values))
    assert owner.values == [True]


def test_an_error_is_handed_to_failed_and_the_next_job_still_runs(
    qtbot: QtBot, lane: Lane, owner: Owner
) -> None:
    lane.run(owner, refuse, owner.values.append, owner.errors.append)
    lane.run(owner, lambda: "after", owner.values.append, owner.errors.append)
    qtbot.waitUntil(lambda: owner.values == ["after"])
    assert [str(error) for error in owner.errors] == ["no"]


def test_the_answer_for_someone_who_is_gone_is_dropped(
    qtbot: QtBot, lane: Lane, owner: Owner
) -> None:
    gate, heard = threading.Event(), []
    leaver = QObject()
    lane.run(leaver, gate.wait, heard.append, heard.append)
    lane.run(owner, lambda: "last", owner.values.append, owner.errors.append)
    with qtbot.waitSignal(leaver.destroyed):
        leaver.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: owner.values == ["last"])
    assert heard == []


def test_closing_finishes_what_is_queued(qapp: object, owner: Owner) -> None:
    lane, done = Lane("test"), []
    for number in range(50):
        lane.run(owner, lambda n=number: done.append(n), owner.values.append, owner.errors.append)
    lane.close()
    assert done == list(range(50))


def test_a_closed_lane_takes_no_more_work_and_can_be_closed_again(
    qapp: object, owner: Owner
) -> None:
    lane = Lane("test")
    lane.close()
    lane.close()
    with pytest.raises(RuntimeError):
        lane.run(owner, lambda: None, owner.values.append, owner.errors.append)


def test_a_bug_in_the_answer_reaches_the_hook_for_bugs(
    qtbot: QtBot, lane: Lane, owner: Owner
) -> None:
    with qtbot.captureExceptions() as bugs:
        lane.run(owner, lambda: 1, lambda _: refuse(), owner.errors.append)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ValueError
    assert owner.errors == []


def test_the_thread_ends_with_the_lane(qapp: object) -> None:
    lane = Lane("ends-with-the-lane")
    lane.close()
    assert "ends-with-the-lane" not in {thread.name for thread in threading.enumerate()}
