"""What this laptop remembers about itself: a JSON value under a name, never an op."""

from typing import Any

import msgspec
from sqlite_utils import Database

from patbm_desktop.store import faults
from patbm_desktop.store.transaction import writing

PREFIX = "setting."
"""Keeps settings apart from what the store itself notes in the same table."""


def read(db: Database, key: str, default: Any = None) -> Any:
    """Return the value under `key`, `default` where there is none."""
    with faults.named():
        row = db.conn.execute("SELECT value FROM meta WHERE key = ?", [PREFIX + key]).fetchone()
    return msgspec.json.decode(row[0]) if row else default


def write(db: Database, key: str, value: Any) -> None:
    """Keep a JSON `value` under `key`."""
    with writing(db):
        db.conn.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [PREFIX + key, msgspec.json.encode(value).decode()],
        )


def forget(db: Database, key: str) -> None:
    """Keep nothing under `key` any more."""
    with writing(db):
        db.conn.execute("DELETE FROM meta WHERE key = ?", [PREFIX + key])
