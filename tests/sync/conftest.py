"""What the tests of `sync` share: a real server behind a relay, started when it is first asked."""

import pytest

from tests.server.running import Running
from tests.sync.relay import Relay
from tests.sync.stick_carrier import StickWorld
from tests.sync.world import WORLDS, HttpWorld


class Worlds:
    """Makes worlds by their names; the process behind the one over HTTP is made once."""

    def __init__(self, folders):
        self._folders = folders
        self._relay = self._running = None

    def __call__(self, name):
        if name == "stick":
            return StickWorld()
        return self._http() if name == "http" else WORLDS[name]()

    def _http(self):
        if self._running is None:
            self._relay = Relay()
            data = self._folders.mktemp("server")
            self._running = Running(data, PATBM_HOSTS=self._relay.host)
            self._relay.target = self._running.host
        return HttpWorld(self._running, self._relay)

    def stop(self):
        if self._running is not None:
            self._relay.stop()
            self._running.stop()


@pytest.fixture(scope="session")
def worlds(tmp_path_factory):
    """Return the maker of worlds of this test process."""
    made = Worlds(tmp_path_factory)
    yield made
    made.stop()
