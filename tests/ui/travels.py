"""Two windows and a real server: Sari's RT and Rina's office."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from patbm_desktop.actions import exchanging, vault
from patbm_desktop.actions.exchanging import Beside, Outcome, Pace
from patbm_desktop.actions.vault import Profile
from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.sync import words
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.theme import Theme
from patbm_desktop.wire.joining import Card
from tests.ui.opened import EVENING, PASSPHRASE, WAIT_MS, Opened, furnish

T = TypeVar("T")
RINA = Profile(
    name="Rina Contoh", kelurahan_code="64.71.99.1001", rt_number="", region="contoh"
)  # fmt: skip


def opened_office(qtbot: QtBot, theme: Theme, made: Path, folder: Path) -> Opened:
    """Return an unlocked window on a copy of the office vault in `made`."""
    shutil.copytree(made, folder)
    window = furnish(qtbot, theme, folder)
    window.start()
    window.unlock()
    return window


def make_office(folder: Path) -> Path:
    """Found Rina's office in `folder`."""
    vault.make(folder, RINA, PASSPHRASE, FixedClock(EVENING)).close()
    return folder


def card_of(ws: Workspace) -> tuple[str, Card]:
    """Return the office and the card of its coordinator, for the server's administrator."""
    return ws.space, words.own_card(ws.laptop, ws.me.name)


def travel(window: Opened, job: Callable[[Beside], T]) -> T:
    """Do `job` on the line of a window and return its value."""
    got: list[T] = []
    errors: list[Exception] = []
    window.house.session.travel(window, job, got.append, errors.append)
    window.qtbot.waitUntil(lambda: bool(got or errors), timeout=WAIT_MS)
    assert not errors, errors
    return got[0]


def meet(window: Opened) -> Outcome:
    """Let a window meet its server once, and show what came of it."""
    outcome = travel(window, lambda beside: exchanging.meet(beside, Pace()))
    window.house.traveller.take_up()
    window.settle()
    return outcome


def visit(window: Opened, key: str) -> Page:
    """Open the page `key` in one of two windows and wait until it is filled."""
    window.desk().go(key)
    window.settle()
    return window.desk().page()


def rest(window: Opened) -> None:
    """Wait until the window makes no round and nothing is on its way."""
    window.qtbot.waitUntil(lambda: not window.house.traveller.is_under_way, timeout=WAIT_MS)
    window.settle()
