"""Two guards for Python before 3.12, where PySide6 ends the whole program over a small thing.

May go when the oldest supported Python is 3.12 (neither fault shows there), or when a PySide6
without them is required. Both were seen on 3.11.7 with 6.12.0.
"""

import ctypes
import functools
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

PLENTY = 1 << 40
"""More than a window can use up: a billion calls a day would take three years."""


def guard() -> None:
    """Guard the classes there are and those still to come; harmless when done again."""
    if sys.version_info >= (3, 12):
        return
    make_none_last()
    let_no_error_end_the_program()


def make_none_last() -> None:
    """Raise the counts of the values that PySide6 6.12.0 hands back without counting them.

    Each call of a Qt method that returns nothing takes one `None` from the count, each
    `Signal.emit` one `True`; after some five thousand calls the interpreter ends itself with
    "deallocating None".
    """
    for lasting in (None, True, False):
        if sys.getrefcount(lasting) < PLENTY:
            ctypes.c_ssize_t.from_address(id(lasting)).value += PLENTY


def let_no_error_end_the_program() -> None:
    """Let an error in a method that Qt calls reach `sys.excepthook` instead of ending the program.

    PySide6 wants to add "Error calling Python override" to such an error, and takes the bare words
    that C code may leave in its place (`int("x")`, a widget that is gone) for an exception: a
    segmentation fault. Whatever passes through an `except` is made into an exception on the way.
    """
    if "__init_subclass__" in vars(Shiboken.Object):
        return
    for cls in list(_all_below(Shiboken.Object)):
        _guard_overrides(cls)

    def guard_new(cls: type, /, **words: Any) -> None:
        super(Shiboken.Object, cls).__init_subclass__(**words)  # type: ignore[misc]
        _guard_overrides(cls)

    Shiboken.Object.__init_subclass__ = classmethod(guard_new)  # type: ignore[assignment]


def _all_below(cls: type) -> Iterator[type]:
    below: type
    for below in type.__subclasses__(cls):
        yield below
        yield from _all_below(below)


def _guard_overrides(cls: type) -> None:
    """Wrap what `cls` defines anew of the methods that Qt knows, but its constructor."""
    of_qt = [each for each in cls.__mro__[1:] if each.__module__.startswith("PySide6.")]
    for name, method in list(vars(cls).items()):
        known = isinstance(method, FunctionType) and any(name in vars(each) for each in of_qt)
        if known and name != "__init__":
            setattr(cls, name, _with_whole_errors(method))


def _with_whole_errors(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def guarded(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except Exception:  # noqa: TRY203 - to be caught makes an exception of bare words
            raise

    return guarded
