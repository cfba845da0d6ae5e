"""What every test of the window needs: one theme on the one application."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.ui import older_python
from patbm_desktop.ui.theme import Theme
from patbm_desktop.ui.tokens import Scheme
from patbm_desktop.ui.window import SIZE
from tests.ui.looks import dressed
from tests.ui.opened import (
    empty_window,
    let_go,
    locked,
    no_bug,
    nothing_left,
    on_vault,
    vault_of_sari,
    window,
)

__all__ = [
    "dressed",
    "empty_window",
    "locked",
    "no_bug",
    "nothing_left",
    "on_vault",
    "vault_of_sari",
    "window",
]


older_python.guard()


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def theme(_theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The look, at 100 % and light at the start and at the end of each test."""
    yield _theme
    let_go(qapp)  # or the window that was just closed would be dressed once more
    if _theme.scale != 1.0 or _theme.scheme is not Scheme.LIGHT or _theme.high_contrast:
        _theme.apply(Scheme.LIGHT, 1.0, high_contrast=False)
    _theme.fit(SIZE[0])
