"""The two ways in: a command needs no screen, and a window says so when there is none."""

import os
import subprocess
import sys

SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def start(*words):
    """Start the program where there is no screen, and wait for its end."""
    return subprocess.run(
        [sys.executable, "-m", "patbm_desktop", *words],
        env={name: value for name, value in os.environ.items() if name not in SCREENS},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_window_without_a_screen_is_refused_in_one_sentence(tmp_path):
    refused = start("--vault", str(tmp_path))
    assert refused.returncode == 1
    assert refused.stderr.startswith("Tidak ada layar di sini")
    assert len(refused.stderr.splitlines()) == 1


def test_a_command_asks_for_no_screen_and_loads_no_qt():
    asked = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "patbm_desktop", "--version"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert asked.stdout.startswith("patbm ")
    assert "PySide6" not in asked.stderr


INTERRUPTED = """
import sys
class AtTheKeyboard:
    def find_spec(self, name, *_):
        if name == "patbm_desktop.cli.main":
            raise KeyboardInterrupt
sys.meta_path.insert(0, AtTheKeyboard())
from patbm_desktop.__main__ import main
sys.exit(main(["sync"]))
"""


def test_ctrl_c_while_it_still_starts_is_one_sentence_and_no_traceback():
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], check=False, capture_output=True, text=True
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("Dihentikan sebelum mulai. Tidak ada yang diubah.")
    assert len(ended.stderr.splitlines()) == 1


def test_a_word_that_is_no_command_ends_with_status_two():
    assert start("terbang").returncode == 2
