"""A vault for each test: one is founded for all, each test opens a copy of its own."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from patbm_desktop.actions.entrance import new_vault, vault
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.seal.keyfile import Held

PASSPHRASE = "perahu kuning pagi"
NOW = datetime(2026, 11, 21, 20, 14, tzinfo=WITA)
SARI = Profile(
    name="Sari Melati",
    call_name="Sari",
    address_form="ibu",
    kelurahan_code="64.71.99.1001",
    rt_number="901",
    region="contoh",
)


@pytest.fixture
def clock() -> FixedClock:
    """Saturday evening, 21 November 2026."""
    return FixedClock(NOW)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Held]:
    """Sari's vault as it was founded, and the keys it opens with."""
    folder = tmp_path_factory.mktemp("founded") / "vault"
    ws = new_vault.make(folder, SARI, PASSPHRASE, FixedClock(NOW))
    held = ws.unlocked.held
    ws.close()
    return folder, held


@pytest.fixture
def folder(founded: tuple[Path, Held], tmp_path: Path) -> Path:
    """A copy of Sari's vault, closed."""
    return Path(shutil.copytree(founded[0], tmp_path / "vault"))


@pytest.fixture
def reopen(founded: tuple[Path, Held], folder: Path, clock: FixedClock) -> Callable[[], Workspace]:
    """Open the copy without the slow passphrase."""
    return lambda: vault.open_held(folder, founded[1], clock)


@pytest.fixture
def ws(reopen: Callable[[], Workspace]) -> Iterator[Workspace]:
    """Sari's vault, open."""
    opened = reopen()
    yield opened
    opened.close()
