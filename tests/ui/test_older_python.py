"""What would end the interpreter is tried in one of its own."""

import subprocess
import sys

WINDOW = """
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from patbm_desktop.ui import older_python

def reading_no_number(self, event):
    return int("no number") if event.type() == QEvent.Type.User else True

class Before(QWidget):
    event = reading_no_number

older_python.guard()
application = QApplication([])

class After(QWidget):
    event = reading_no_number

def ask(widget):
    try:
        QApplication.sendEvent(widget, QEvent(QEvent.Type.User))
    except ValueError as error:
        print(type(error).__name__)
"""


def said(program: str) -> list[str]:
    """Return the lines that the window program `program` prints, if it comes to its end."""
    command = [sys.executable, "-c", WINDOW + program]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout.split()


def test_an_error_in_a_method_that_qt_calls_is_told_and_ends_nothing() -> None:
    assert said("ask(Before())\nask(After())") == ["ValueError", "ValueError"]


def test_a_long_day_of_calls_uses_up_no_value() -> None:
    calls = "label = QLabel()\nfor turn in range(9000): label.setText(str(turn))\n"
    assert said(f"{calls}print(label.text())") == ["8999"]
