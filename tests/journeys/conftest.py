"""Whole walks use the same window as the tests of its parts."""

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.ui import older_python
from patbm_desktop.ui.theme import Theme
from tests.ui.opened import (
    empty_window,
    locked,
    no_bug,
    nothing_left,
    on_vault,
    vault_of_sari,
    window,
)

__all__ = [
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
def theme(qapp: QApplication) -> Theme:
    """The look of the one application."""
    return Theme(qapp)
