"""Who may do what in a space, remembered between pushes.

The rights of a space follow from its ruling ops alone (`_member`, `_accept`). A space's row names
the chain after the last of them, so a remembered reading is known to fit, even after a restore.
"""

from collections import OrderedDict
from threading import Lock

from patbm_desktop.domain.op import Op, parse
from patbm_desktop.domain.rights import Rights
from patbm_desktop.server.log.archivists import Archivists
from patbm_desktop.server.log.connection import Connection

RULING = ("_member", "_accept")
"""The kinds from which rights are read."""

MOST_SPACES = 256
"""Remembered at once."""


class Ruling:
    """The ruling ops of one space, and the rights they give. Never changed, only replaced."""

    def __init__(self, space: str, ops: tuple[Op, ...], archivists: frozenset[str]) -> None:
        self.ops = ops
        self._archivists = archivists
        # Every stored op was verified with its author's key when it came, so it is not again.
        self.rights = Rights(space, ops, archivists)

    def joined_by(self, op: Op) -> "Ruling":
        """Return the ruling after one more ruling op."""
        return Ruling(self.rights.space, (*self.ops, op), self._archivists)


class Book:
    """Remembers the ruling of the spaces asked for last; may be asked from several threads."""

    def __init__(self, archivists: Archivists) -> None:
        self._archivists = archivists
        self._known: OrderedDict[tuple[str, str], Ruling] = OrderedDict()
        self._lock = Lock()

    def ruling(self, connection: Connection, kelurahan: str, space: str, mark: str) -> Ruling:
        """Return the ruling of `space` whose row names `mark`; call it inside a transaction."""
        with self._lock:
            found = self._known.get((space, mark))
        if found is None:
            ops = _stored(connection, kelurahan, space)
            found = Ruling(space, ops, self._archivists.of(kelurahan))
            self.remember(space, mark, found)
        return found

    def remember(self, space: str, mark: str, ruling: Ruling) -> None:
        """Keep the ruling that holds once the row of `space` names `mark`."""
        with self._lock:
            self._known[space, mark] = ruling
            while len(self._known) > MOST_SPACES:
                self._known.popitem(last=False)


def _stored(connection: Connection, kelurahan: str, space: str) -> tuple[Op, ...]:
    rows = connection.execute(
        "SELECT body, sig FROM op WHERE kelurahan = %s AND space = %s AND control = 1"
        " AND kind IN ('_member', '_accept') ORDER BY seq",
        (kelurahan, space),
    )
    return tuple(parse(bytes(body), bytes(sig)) for body, sig in rows)
