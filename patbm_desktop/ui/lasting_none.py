"""A guard for Python before 3.12, where `None` and `True` are counted like any other value.

PySide6 6.12.0 hands `None` back without counting it: each call of a Qt method that returns nothing
takes one from the count, and after some five thousand calls the interpreter ends itself with
"deallocating None". From Python 3.12 on `None` is not counted and the fault has no effect.
May go when the oldest supported Python is 3.12, or when a PySide6 without the fault is required
(measured on 3.11.7 with 6.12.0: minus one `None` for every `setText`, minus one `True` for every
`Signal.emit`).
"""

import ctypes
import sys

PLENTY = 1 << 40
"""More than a window can use up: a billion calls a day would take three years."""


def make_none_last() -> None:
    """Raise the counts beyond what a session can use up; harmless when done again."""
    if sys.version_info >= (3, 12):
        return
    for lasting in (None, True, False):
        if sys.getrefcount(lasting) < PLENTY:
            ctypes.c_ssize_t.from_address(id(lasting)).value += PLENTY
