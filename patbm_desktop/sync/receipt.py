"""What an exchange did, to keep and to print: counts, and words that both ends can compare.

Over a server the words stand for its log, up to where it was read. By stick they stand for all that
was handed over: the log as far as it was read, then every op that has no place in one, by id. Where
no server is that is the whole space. Two laptops that hold the same ops say the same; when one of
them has written since, it says other words though nothing is lost.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from patbm_desktop.seal.passphrase import words
from patbm_desktop.store import bundles, outbox, positions
from patbm_desktop.store.outbox import Waiting
from patbm_desktop.sync.exchange import Met
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.wire.chain import Cursor, after
from patbm_desktop.wire.check_words import check_words


class Way(StrEnum):
    """How notes travelled."""

    NET = "net"
    STICK_OUT = "stick_out"
    STICK_IN = "stick_in"


class SpaceReceipt(NamedTuple):
    """One space: how many ops the words stand for, the words, and what waits here."""

    space: str
    places: int
    words: tuple[str, ...]
    counts: Waiting


class Receipt(NamedTuple):
    """One exchange: when (local wall time), what went and came, and where each space stands.

    `sent` own ops were read back, or came back by stick; where a stick was written, so many ops of
    anybody stand on it.
    """

    at: str
    sent: int
    came: int
    waits: int
    held: int
    spaces: tuple[SpaceReceipt, ...]
    way: Way = Way.NET


def write(laptop: Laptop, met: Met) -> Receipt:
    """Return the receipt of the exchange with a server that ended just now."""
    counts = outbox.by_space(laptop.db)
    known = positions.spaces(laptop.db)
    places = ((space, positions.cursor(laptop.db, space)) for space in known)
    spaces = tuple(_space(space, at, counts) for space, at in places)
    return Receipt(_now(laptop), met.sent, met.came, met.waits, met.held, spaces)


def of_stick(
    laptop: Laptop, way: Way, spaces: Collection[str], *, sent: int, came: int, up_to_n: int
) -> Receipt:
    """Return the receipt of a stick with `spaces` on it.

    `up_to_n` is the number of the last op that can be on it, see `bundles.newest`.
    """
    counts = outbox.by_space(laptop.db)
    parts = tuple(
        _space(space, _all_of(laptop, space, up_to_n), counts)
        for space in positions.spaces(laptop.db)
        if space in spaces
    )
    left = outbox.undelivered(laptop.db)
    waits = left.menunggu + left.dikirim
    return Receipt(_now(laptop), sent, came, waits, left.held, parts, way)


def _all_of(laptop: Laptop, space: str, up_to_n: int) -> Cursor:
    """Return the chain over all that travels of `space` by stick."""
    rest = bundles.without_place(laptop.db, space, up_to_n)
    return after(positions.cursor(laptop.db, space), rest)


def _space(space: str, at: Cursor, counts: dict[str, Waiting]) -> SpaceReceipt:
    said = check_words(at, words()) if at.seq else ()
    return SpaceReceipt(space, at.seq, said, counts.get(space, Waiting()))


def _now(laptop: Laptop) -> str:
    return laptop.clock.now().isoformat(timespec="minutes")
