"""The window in small sizes, large words and both languages, and what has no room in it then."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

import pytest
from pytestqt.exceptions import TimeoutError as TooLong

from tests.ui import reading
from tests.ui.opened import Opened


@dataclass(frozen=True)
class Look:
    """How the window is dressed."""

    language: str
    scale: float
    size: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.language}-{self.scale}-{self.size[0]}"


LOOKS = (
    Look("id", 1.0, (1024, 600)),
    Look("en", 1.0, (1366, 697)),
    Look("en", 1.5, (1024, 600)),
    Look("en", 2.0, (1366, 697)),
)


def wear(window: Opened, look: Look) -> None:
    """Dress the window, before there is a case that it would ask about."""
    house = window.house
    house.wear(replace(house.appearance, language=look.language, scale=look.scale))
    window.resize(*look.size)
    window.settle()
    window.desk().toast.dismiss()


def wear_nothing(window: Opened) -> None:
    """Leave Indonesian to the next test; the usual size comes back once the window is gone.

    The window itself, about to be closed, is not built and dressed once more.
    """
    window.house._tongue.speak("id")


def misfits(window: Opened, look: Look) -> list[str]:
    """Return what of the shown page has no room in the window, or no name to be read out."""
    window.qtbot.wait(10)
    shell = window.desk().shell
    with suppress(TooLong):  # a layout may take a few turns of the loop
        window.qtbot.waitUntil(lambda: not reading.cut_words(shell), timeout=2000)
    size = (window.width(), window.height())
    grown = [] if size == look.size else [f"the window is {size}"]
    return [*grown, *reading.sideways(shell), *reading.cut_words(shell), *reading.nameless(shell)]


@pytest.fixture(params=LOOKS, ids=str)
def dressed(window: Opened, request: pytest.FixtureRequest) -> Iterator[tuple[Opened, Look]]:
    """The window in one of the looks; in Indonesian again at the end."""
    wear(window, request.param)
    yield window, request.param
    wear_nothing(window)
