"""Stopping and being stopped in the middle of a push, on both engines.

A push is finished and answered, or it never was.
"""

import threading
from itertools import count

import pytest
import requests

from patbm_desktop.wire.gzipped import pack
from patbm_desktop.wire.messages import Answer, Request
from tests.server.cast import offers
from tests.server.conftest import ENGINES, fresh_code
from tests.server.log.test_writers import end, is_whole, rows
from tests.server.running import HttpLaptop, Running, founded

PUSHES, OPS = 30, 60
_NUMBERS = count(1)


@pytest.fixture(params=ENGINES)
def server(request, tmp_path):
    """A server that may be stopped, with a database of its own."""
    url = ""
    if request.param == "postgresql":
        url = request.getfixturevalue("cluster").create(f"stopping{next(_NUMBERS)}")
    running = Running(tmp_path / "data", database=url)
    yield running
    running.stop()


class Pushing:
    """A laptop that pushes on and on from a thread of its own, and keeps what it was answered."""

    def __init__(self, server: Running, made) -> None:
        self.laptop = HttpLaptop(server, made.sari).known()
        self.laptop.round()
        self.bodies = [
            pack(Request(dict(self.laptop.cur), 1024, offers(ops)).encode())
            for ops in [[made.note(made.sari, 50 + n) for _ in range(OPS)] for n in range(PUSHES)]
        ]
        self.answered: list[Answer] = []
        self.under_way = threading.Event()
        self.thread = threading.Thread(target=self._push)
        self.thread.start()
        assert self.under_way.wait(30)

    def _push(self) -> None:
        for body in self.bodies:
            try:
                answer = self.laptop.call("POST", "/v1/sync", body, **{"Content-Encoding": "gzip"})
            except requests.RequestException:
                return
            if answer.status_code == 200:
                self.answered.append(Answer.decode(answer.content))
            self.under_way.set()

    def confirmed(self):
        """Return the place of every op that the server said it has."""
        return {line.seq: line.id for answer in self.answered for line in answer.lines
                if hasattr(line, "id")}  # fmt: skip


def assert_kept(made, pushing):
    log = rows(made)
    stored = {seq: op for seq, op, _ in log}
    assert is_whole(made.rt, log)
    assert [seq for seq, _, _ in log] == list(range(1, len(log) + 1))
    assert pushing.confirmed().items() <= stored.items()
    assert (len(log) - 6) % OPS == 0
    assert end(made) == [log[-1][::2]]
    return len(log)


def test_at_sigterm_a_push_is_finished_or_not_answered(server):
    made = founded(server, fresh_code())
    pushing = Pushing(server, made)
    assert server.stop() == 0
    pushing.thread.join(30)
    made.connection = server.connection()
    assert len(pushing.confirmed()) == assert_kept(made, pushing) - 6


def test_after_a_kill_the_chain_is_whole_and_the_laptop_goes_on(server):
    made = founded(server, fresh_code())
    pushing = Pushing(server, made)
    server.kill()
    pushing.thread.join(30)
    again = Running(server.data, database=server.database)
    made.connection = again.connection()
    kept = assert_kept(made, pushing)
    laptop = HttpLaptop(again, made.sari).known()
    assert laptop.round([made.note(made.sari, 90)]).put == {}
    assert len(laptop.read[made.rt]) == kept + 1
    assert again.stop() == 0
