"""Vaults to measure on: made by the workload, of an invented volunteer."""

from datetime import datetime
from pathlib import Path

from patbm_desktop.actions.entrance import new_vault, vault
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.clock import WITA, FixedClock

PASSPHRASE = "perahu kuning pagi"
CLOCK = FixedClock(datetime(2026, 11, 21, 20, 0, tzinfo=WITA))
PROFILE = Profile(
    name="Sari Melati", kelurahan_code="64.71.99.1001", rt_number="901", region="contoh"
)


def made(folder: Path) -> Workspace:
    """Return a new vault, open."""
    return new_vault.make(folder, PROFILE, PASSPHRASE, CLOCK)


def opened(folder: Path) -> Workspace:
    """Return a vault that was made here, open."""
    return vault.open_vault(folder, None, PASSPHRASE, CLOCK)
