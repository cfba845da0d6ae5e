"""What an exchange did, to keep and to print: counts, and words that both ends can compare."""

from typing import NamedTuple

from patbm_desktop.seal.passphrase import words
from patbm_desktop.store import outbox, positions
from patbm_desktop.store.outbox import Waiting
from patbm_desktop.sync.exchange import Met
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.wire.check_words import check_words


class SpaceReceipt(NamedTuple):
    """One space: how many places of its log were read, their words, and what waits here."""

    space: str
    places: int
    words: tuple[str, ...]
    counts: Waiting


class Receipt(NamedTuple):
    """One exchange: when (local wall time), what went and came, and where each space stands."""

    at: str
    sent: int
    came: int
    waits: int
    held: int
    spaces: tuple[SpaceReceipt, ...]


def write(laptop: Laptop, met: Met) -> Receipt:
    """Return the receipt of the exchange that ended just now."""
    counts = outbox.by_space(laptop.db)
    spaces = tuple(_space(laptop, space, counts) for space in positions.spaces(laptop.db))
    at = laptop.clock.now().isoformat(timespec="minutes")
    return Receipt(at, met.sent, met.came, met.waits, met.held, spaces)


def _space(laptop: Laptop, space: str, counts: dict[str, Waiting]) -> SpaceReceipt:
    cursor = positions.cursor(laptop.db, space)
    said = check_words(cursor, words()) if cursor.seq else ()
    return SpaceReceipt(space, cursor.seq, said, counts.get(space, Waiting()))
