"""A process of its own that types one key into a form, and says so 1.1 s later.

Run as `python -m tests.journeys.typing_hand FOLDER WORDS PAGE`; whoever reads its word kills it.
"""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from patbm_desktop.actions.entrance import vault
from patbm_desktop.domain.clock import SystemClock
from patbm_desktop.ui import older_python
from patbm_desktop.ui.app import furnished
from patbm_desktop.ui.parts.chips import Chip
from patbm_desktop.ui.strings import Tongue
from patbm_desktop.ui.window import Window

SOON_MS = 1100
LOOK_MS = 50


def main(folder: Path, words: str, page: str) -> int:
    """Open the vault, type, and go on until killed."""
    older_python.guard()
    application = QApplication([])
    window = furnished(application, folder, SystemClock(), Tongue(application))
    window.open_with(lambda: vault.open_vault(folder, None, words, SystemClock()))
    window.show()
    when_quiet(window, partial(open_form, window, page))
    return application.exec()


def when_quiet(window: Window, act: object) -> None:
    """Call `act` once the vault is open and nothing is on its way."""
    if window.is_open and not window.house.session.busy:
        act()  # type: ignore[operator]
    else:
        QTimer.singleShot(LOOK_MS, window, partial(when_quiet, window, act))


def open_form(window: Window, page: str) -> None:
    """Open the form."""
    assert window.workplace is not None
    window.workplace.go(page)
    when_quiet(window, partial(type_one_key, window))


def type_one_key(window: Window) -> None:
    """Press Space on the first chip; say so when a second has gone by."""
    assert window.workplace is not None
    chip = window.workplace.page().findChildren(Chip)[0]
    QTest.keyClick(chip, Qt.Key.Key_Space)
    QTimer.singleShot(SOON_MS, window, partial(print, "typed", flush=True))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
