"""Start the window: one application, one house, one window; or the same walk unseen."""

import argparse
import gc
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from patbm_desktop.actions.demo import demo
from patbm_desktop.actions.entrance import appearance as looks
from patbm_desktop.actions.entrance import vault
from patbm_desktop.assets import asset
from patbm_desktop.domain.clock import Clock, SystemClock
from patbm_desktop.ui import older_python, trouble
from patbm_desktop.ui.collecting import Collector
from patbm_desktop.ui.house import House
from patbm_desktop.ui.instance import Instance
from patbm_desktop.ui.links import SystemLinks
from patbm_desktop.ui.roads.every import ROADS
from patbm_desktop.ui.strings import Tongue
from patbm_desktop.ui.theme import Theme
from patbm_desktop.ui.walk import Walk
from patbm_desktop.ui.window import TITLE, Window


def main(options: argparse.Namespace) -> int:
    """Show the window of the vault that `options` name and return when it is closed."""
    older_python.guard()
    application = QApplication.instance() or QApplication([TITLE])
    assert isinstance(application, QApplication)
    application.setApplicationName(TITLE)
    application.setApplicationDisplayName(TITLE)
    application.setWindowIcon(QIcon(str(asset("icons/app.svg"))))
    if options.command == "demo":
        return show_demo(application, options)
    folder = Path(options.vault) if options.vault else vault.default_folder()
    return show_vault(application, folder)


def show_vault(application: QApplication, folder: Path) -> int:
    """Show the window of the vault in `folder`, or raise the one that shows it already."""
    instance = Instance(folder)
    tongue = Tongue(application)
    tongue.speak(looks.read(folder).language)
    if not instance.claim():
        instance.call()
        said = application.translate(
            "Start", "PATBM Desktop sudah terbuka di laptop ini. Jendelanya ditampilkan."
        )
        sys.stdout.write(f"{said}\n")
        return 0
    window = furnished(application, folder, SystemClock(), tongue)
    instance.raise_asked.connect(window.come_to_front)
    window.start()
    window.show()
    status = application.exec()
    instance.release()
    return status


def furnished(application: QApplication, folder: Path, clock: Clock, tongue: Tongue) -> Window:
    """Return a window on the vault in `folder`, with its look, its language and its log."""
    Collector(application)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    trouble.keep_log(folder)
    house = House(Theme(application), clock, folder, tongue, SystemLinks())
    window = Window(house, ROADS)
    trouble.catch_the_rest(window.tell_bug)
    # What stands now stands to the end. Walked through again at every full collection, it held the
    # window up twice as long as the rows of a long list alone (100 ms against 50 at 20,000 rows).
    gc.freeze()
    return window


def show_demo(application: QApplication, options: argparse.Namespace) -> int:
    """Show a throw-away vault with invented work in it; unseen where there is no screen."""
    clock = SystemClock()
    with ExitStack() as stack:
        place = tempfile.TemporaryDirectory(prefix="patbm-demo-", ignore_cleanup_errors=True)
        folder = Path(stack.enter_context(place)) / "vault"
        window = furnished(application, folder, clock, Tongue(application))
        window.not_opened.connect(give_up)
        window.open_with(lambda: demo.make(folder, clock, records=options.records))
        walk = walk_of(window, options)
        window.show()
        status = application.exec()
        if walk is not None:
            status = walk.status
        window.house.session.end()
    return status


def give_up(sentence: str) -> None:
    """Say why there is nothing to show, and end."""
    sys.stderr.write(f"{sentence}\n")
    QApplication.exit(1)


def walk_of(window: Window, options: argparse.Namespace) -> Walk | None:
    """Return the walk through all pages that was asked for, or that a missing screen calls for."""
    if options.shots:
        return Walk(window, Path(options.shots), sizes=(1.0, 1.5))
    if QApplication.platformName() not in {"offscreen", "minimal"}:
        return None
    target = Path(tempfile.mkdtemp(prefix="patbm-demo-"))
    said = QApplication.translate(
        "Start", "Tidak ada layar di sini. Semua halaman dan laporan sebulan ditulis ke %1."
    )
    sys.stdout.write(said.replace("%1", str(target)) + "\n")
    return Walk(window, target, sizes=(1.0,), with_report=True)
