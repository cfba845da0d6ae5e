"""What this laptop remembers of its exchanges: when, what went and came, and the last receipt.

Kept as settings: it is of this laptop alone and no op. It says nothing of what stands in a note.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from patbm_desktop.store import setting
from patbm_desktop.store.outbox import Waiting
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.receipt import Receipt, SpaceReceipt
from patbm_desktop.sync.receipt import Way as Way  # noqa: PLC0414  (part of a line)

MOST = 30
"""Lines of the history."""

_CONTACT, _TROUBLE = "sync.contact", "sync.trouble"
_HISTORY, _RECEIPT = "sync.history", "sync.receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One line of the history: when (local), by which way, edits that went and came.

    `notes` are what a file held or brought. `is_cut` says that it ended in the middle; nothing is
    lost by that.
    """

    at: datetime
    way: Way
    sent: int = 0
    came: int = 0
    notes: int = 0
    is_cut: bool = False


def note(db: Database, contact: Contact) -> None:
    """Put a line at the top of the history."""
    line = {
        "at": contact.at.isoformat(timespec="seconds"), "way": contact.way.value,
        "sent": contact.sent, "came": contact.came, "notes": contact.notes,
        "is_cut": contact.is_cut,
    }  # fmt: skip
    with writing(db):
        kept: list[dict[str, Any]] = setting.read(db, _HISTORY) or []
        setting.write(db, _HISTORY, [line, *kept][:MOST])


def contacts(db: Database) -> tuple[Contact, ...]:
    """Return the exchanges of late, the newest first."""
    kept: list[dict[str, Any]] = setting.read(db, _HISTORY) or []
    return tuple(
        Contact(**each | {"at": datetime.fromisoformat(each["at"]), "way": Way(each["way"])})
        for each in kept
    )


def met(db: Database, at: datetime) -> None:
    """Note that the server was met at `at`, and that nothing stands in the way."""
    with writing(db):
        setting.write(db, _CONTACT, at.isoformat(timespec="seconds"))
        setting.forget(db, _TROUBLE)


def last_contact(db: Database) -> datetime | None:
    """Return when the server was met the last time."""
    kept = setting.read(db, _CONTACT)
    return datetime.fromisoformat(kept) if kept else None


def met_trouble(db: Database, refusal: str) -> None:
    """Note why nobody was met."""
    if trouble(db) != refusal:
        setting.write(db, _TROUBLE, refusal)


def trouble(db: Database) -> str:
    """Return why nobody was met the last time, "" when somebody was."""
    return str(setting.read(db, _TROUBLE, ""))


def forget_trouble(db: Database) -> None:
    """Let the next round say anew what stands in the way."""
    setting.forget(db, _TROUBLE)


def keep_receipt(db: Database, receipt: Receipt) -> None:
    """Keep the receipt of the exchange that ended just now, in place of the one before."""
    setting.write(db, _RECEIPT, msgspec.to_builtins(receipt))


def last_receipt(db: Database) -> Receipt | None:
    """Return the receipt of the last exchange."""
    kept = setting.read(db, _RECEIPT)
    if kept is None:
        return None
    at, sent, came, waits, held, spaces, *way = kept
    parts = tuple(_space(each) for each in spaces)
    return Receipt(at, sent, came, waits, held, parts, *map(Way, way))


def _space(kept: list[Any]) -> SpaceReceipt:
    space, places, words, counts = kept
    return SpaceReceipt(space, places, tuple(words), Waiting(*counts))
