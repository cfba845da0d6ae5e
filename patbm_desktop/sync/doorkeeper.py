"""Which spaces a server may bring: only those that somebody this laptop has met stands behind.

A server can make up a space and name anybody in it; whatever its founder writes there counts there.
Taken in, his telephone numbers and sessions would stand in the lists beside our own. So the pages
of a space that is not here yet are looked at and not kept, until they, or an office that is trusted
already, show whose it is; then it is read from its beginning. The same is asked of a bundle.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import positions
from patbm_desktop.sync.bundle_survey import (
    CONTROL,
    MOST_CONTROL,
    MOST_CONTROL_BYTES,
    parsed,
)
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.trust import are_of_the_met, still_met
from patbm_desktop.wire.line import Line, Whole
from patbm_desktop.wire.signature import verify

MOST_LOOKED_AT = 600
"""Pages of spaces that are not here yet, in one round: more than a laptop may have spaces."""


@dataclass(slots=True)
class Doorkeeper:
    """Lets spaces in; belongs to one round."""

    laptop: Laptop
    _known: set[str] = field(init=False)
    _seen: dict[str, list[Op]] = field(default_factory=dict, init=False)
    _asked: dict[str, tuple[int, frozenset[str]]] = field(default_factory=dict, init=False)
    _looked_at: int = field(default=0, init=False)
    _gathered: int = field(default=0, init=False)
    _gathered_bytes: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._known = set(positions.spaces(self.laptop.db))

    def knows(self, space: str) -> bool:
        """Say whether pages of `space` are kept."""
        return space in self._known

    @property
    def may_look(self) -> bool:
        """Whether another page of an unknown space is worth asking for in this round."""
        has_room = self._gathered < MOST_CONTROL and self._gathered_bytes < MOST_CONTROL_BYTES
        return self._looked_at < MOST_LOOKED_AT and has_room

    def look_at(self, space: str, lines: Sequence[Line]) -> bool:
        """Look at a page of a space that is not here yet; say whether it is let in."""
        if not self.may_look:
            return False
        self._looked_at += 1
        whole = (each for each in lines if isinstance(each, Whole) and CONTROL.search(each.body))
        found = [op for line in whole if (op := parsed(line)) is not None]
        self._gathered += len(found)
        self._gathered_bytes += sum(len(op.body) for op in found)
        self._seen.setdefault(space, []).extend(found)
        return space in self._let_in([space])

    def admitted(self) -> list[str]:
        """Return the spaces looked at before that are let in by now."""
        return self._let_in(sorted(self._seen)) if self._seen else []

    def _let_in(self, some: Iterable[str]) -> list[str]:
        laptop = self.laptop
        trusted = laptop.trusted()
        met = still_met(laptop.db, laptop.rights, laptop.dev)
        may_all = laptop.rights.is_archivist(laptop.dev)
        found = [
            space for space in some
            if may_all or space in trusted or self._is_of(met, space)
        ]  # fmt: skip
        for space in found:
            self._known.add(space)
            del self._seen[space]
        return found

    def _is_of(self, met: frozenset[str], space: str) -> bool:
        """Say whether one of `met` stands behind what was seen; asked again only where it grew."""
        words = self._seen[space]
        asked = len(words), met
        if self._asked.get(space) == asked:
            return False
        self._asked[space] = asked
        return are_of_the_met(Rights(space, words, is_signed=_is_signed), words, met)


def _is_signed(op: Op, sign_pk: bytes) -> bool:
    return verify(sign_pk, op.body, op.sig)
