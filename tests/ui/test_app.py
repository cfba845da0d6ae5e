"""The program as it is started: unseen where there is no screen, and once for each vault."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from patbm_desktop.ui.instance import Instance

HOME = Path(__file__).parents[2]


def start(tmp_path: Path, *words: str, screen: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program with no screen, or on one that Qt draws in memory; wait until it ends."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    if screen:
        environment["QT_QPA_PLATFORM"] = screen
    command = [sys.executable, "-m", "patbm_desktop", *words]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=HOME, env=environment, check=False
    )


def test_the_demo_without_a_screen_walks_names_where_and_leaves_no_vault(tmp_path: Path) -> None:
    done = start(tmp_path, "demo", "--records", "12")
    assert done.returncode == 0
    (sentence,) = done.stdout.splitlines()
    place = Path(sentence.removesuffix(".").rsplit(" ", 1)[1])
    assert [path.read_bytes()[:4] for path in place.glob("*.pdf")] == [b"%PDF"]
    pages = {path.name.split("-")[1] for path in place.glob("*.png")}
    assert {"home", "activities", "log", "report", "settings", "emergency", "unlock"} <= pages
    assert list(tmp_path.rglob("catatan.db")) == []


def test_shots_are_of_the_smallest_window_and_leave_no_vault_behind(tmp_path: Path) -> None:
    start(tmp_path, "demo", "--records", "3", "--shots", str(tmp_path / "shots"))
    shots = list((tmp_path / "shots").glob("01-home-*.png"))
    looks = {path.stem.removeprefix("01-home-") for path in shots}
    assert looks == {"light-100", "light-150", "dark-100", "dark-150"}
    sizes = {(image.width(), image.height()) for image in map(QImage, map(str, shots))}
    assert sizes == {(1366, 697)}
    assert list(tmp_path.rglob("catatan.db")) == []


def test_a_second_start_says_that_the_window_is_open_and_ends(qapp: object, tmp_path: Path) -> None:
    first = Instance(tmp_path / "vault")
    first.claim()
    done = start(tmp_path, "--vault", str(tmp_path / "vault"), screen="offscreen")
    first.release()
    assert done.returncode == 0
    assert "sudah terbuka" in done.stdout
