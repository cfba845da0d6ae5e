"""Two windows and a real server: Sari's RT and Rina's office."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance import new_vault
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel.exchanging import Outcome
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.sync import words
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.theme import Theme
from patbm_desktop.wire.joining import Card
from tests.ui.opened import EVENING, PASSPHRASE, WAIT_MS, Opened, furnish

RINA = Profile(
    name="Rina Contoh", kelurahan_code="64.71.99.1001", rt_number="", region="contoh"
)  # fmt: skip


def opened_office(qtbot: QtBot, theme: Theme, made: Path, folder: Path) -> Opened:
    """Return an unlocked window on a copy of the office vault in `made`."""
    shutil.copytree(made, folder)
    window = furnish(qtbot, theme, folder)
    window.unlock()
    return window


def make_office(folder: Path) -> Path:
    """Found Rina's office in `folder`."""
    new_vault.make(folder, RINA, PASSPHRASE, FixedClock(EVENING)).close()
    return folder


def card_of(ws: Workspace) -> tuple[str, Card]:
    """Return the office and the card of its coordinator, for the server's administrator."""
    return ws.space, words.own_card(ws.laptop, ws.me.name)


def meet(window: Opened) -> None:
    """Let a window make a round with its server, as F5 does."""
    rest(window)
    done: list[Outcome] = []

    def note(outcome: Outcome, _: bool) -> None:
        done.append(outcome)

    window.house.traveller.ended.connect(note)
    window.house.traveller.now()
    window.qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    window.house.traveller.ended.disconnect(note)
    rest(window)


def visit(window: Opened, key: str, **what: object) -> Page:
    """Open the page `key` in one of two windows and wait until it is filled."""
    window.desk().go(key, **what)
    window.settle()
    return window.desk().page()


def rest(window: Opened) -> None:
    """Wait until the window makes no round and nothing is on its way."""
    window.qtbot.waitUntil(lambda: not window.house.traveller.is_under_way, timeout=WAIT_MS)
    window.settle()
