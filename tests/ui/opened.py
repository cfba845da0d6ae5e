"""A real window on a real vault: made once, copied for every test that wants one."""

import gc
import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance import new_vault, vault
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.ui.collecting import collect_due
from patbm_desktop.ui.house import House
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.every import ROADS
from patbm_desktop.ui.strings import Tongue
from patbm_desktop.ui.theme import Theme
from patbm_desktop.ui.window import Window
from patbm_desktop.ui.workplace import Workplace

PASSPHRASE = "perahu kuning pagi"
EVENING = datetime(2026, 11, 21, 20, 14, tzinfo=WITA)
SARI = Profile(
    name="Sari Contoh",
    call_name="Sari",
    address_form="ibu",
    kelurahan_code="64.71.99.1001",
    rt_number="912",
    region="contoh",
)
WAIT_MS = 20_000


class Opened(Window):
    """The window as it is, with a few words that tests say often."""

    qtbot: QtBot

    def settle(self) -> None:
        """Wait until no answer is on its way."""
        self.qtbot.waitUntil(lambda: not self.house.session.busy, timeout=WAIT_MS)
        QApplication.sendPostedEvents()

    def unlock(self) -> None:
        """Open the vault with its passphrase, and wait until the first page is filled."""
        words = PASSPHRASE
        folder, clock = self.house.folder, self.house.clock
        self.open_with(lambda: vault.open_vault(folder, None, words, clock))
        self.qtbot.waitUntil(lambda: self.is_open, timeout=WAIT_MS)
        self.settle()

    def visit(self, key: str, **what: object) -> Page:
        """Open the page `key` and wait until it is filled; nothing else may have popped up."""
        self.desk().go(key, **what)
        self.settle()
        assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [self]
        return self.desk().page()

    def desk(self) -> Workplace:
        """Return the workplace of the open vault."""
        assert self.workplace is not None
        return self.workplace

    def front(self) -> QWidget:
        """Return what fills the window now."""
        self.qtbot.wait(1)
        shown = self._stage.currentWidget()
        assert shown is not None
        return shown


@pytest.fixture(scope="session")
def vault_of_sari(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The vault of Sari, a volunteer who does not exist."""
    folder = tmp_path_factory.mktemp("sari") / "vault"
    new_vault.make(folder, SARI, PASSPHRASE, FixedClock(EVENING)).close()
    return folder


def furnish(
    qtbot: QtBot, theme: Theme, folder: Path, roads: Sequence[type[Road]] = ROADS
) -> Opened:
    """Return a shown window on the vault in `folder`, which may be none yet."""
    application = QApplication.instance()
    assert application is not None
    tongue = Tongue(application)
    house = House(theme, FixedClock(EVENING), folder, tongue)
    made = Opened(house, roads, lambda: 0.0)  # however long a test takes, it never locks by itself
    made.qtbot = qtbot
    made.destroyed.connect(tongue.hush)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.watch.listen(made.windowHandle())
    return made


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Let what a test closed be really gone before the next one, and before a change of theme.

    As in the program (`ui/collecting.py`) nothing is collected in the middle of an event.
    """
    gc.disable()
    yield
    let_go(qapp)
    gc.enable()


def let_go(app: QApplication) -> None:
    """Let what was closed be really gone."""
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_due()


@pytest.fixture
def no_bug(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which a bug was met, however calmly the window spoke of it."""
    yield
    noted = [record.getMessage() for record in caplog.get_records("call")]
    noted += [record.getMessage() for record in caplog.get_records("setup")]
    assert noted == []


@pytest.fixture
def on_vault(
    qtbot: QtBot, theme: Theme, vault_of_sari: Path, tmp_path: Path, no_bug: None
) -> Iterator[Opened]:
    """A window on Sari's vault, before it shows anything."""
    folder = tmp_path / "vault"
    shutil.copytree(vault_of_sari, folder)
    made = furnish(qtbot, theme, folder)
    yield made
    made.close()


@pytest.fixture
def locked(on_vault: Opened) -> Opened:
    """A window on Sari's vault, at the locked screen."""
    on_vault.start()
    return on_vault


@pytest.fixture
def window(on_vault: Opened) -> Opened:
    """A window on Sari's vault, unlocked, showing Beranda.

    It goes past the locked screen, as the demo does: that page is not made for every test.
    """
    on_vault.unlock()
    return on_vault


@pytest.fixture
def empty_window(qtbot: QtBot, theme: Theme, tmp_path: Path, no_bug: None) -> Iterator[Opened]:
    """A window on a laptop that has no vault yet."""
    made = furnish(qtbot, theme, tmp_path / "new")
    made.start()
    yield made
    made.close()
