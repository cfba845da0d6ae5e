"""What the store borrows from above: eyes for sealed boxes, and words to find a record by."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from patbm_desktop.domain.op import Inner, Op

NameOf = Callable[[str, str], str | None]
"""Takes the kind and the `ent` of a reference; returns the record's name as far as it is known."""

Words = Callable[[str, Mapping[str, Any], NameOf], str]
"""Takes a kind, the shown values and a `NameOf`; returns the text to search in, "" for none.

Names go through `search.forgiving`, so that spaces in them do not matter.
"""


class Reader(Protocol):
    """Opens boxes with the keys this laptop holds."""

    def open(self, op: Op) -> Inner | None:
        """Return what stands in the box of `op`.

        None where it cannot be used: the key is missing, a bit flipped, the content breaks a limit,
        or the kind inside is not one that this key may seal.
        """


class Lens(NamedTuple):
    """How the store looks at an op: both callables work on the thread of the connection."""

    reader: Reader
    words: Words


class _Blind:
    def open(self, op: Op) -> Inner | None:  # noqa: ARG002
        return None


BLIND = Lens(_Blind(), lambda _kind, _values, _name_of: "")
"""Opens nothing and indexes nothing."""
