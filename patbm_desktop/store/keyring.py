"""Keys this laptop holds and the spaces it knows; all of it inside the encrypted database."""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlite_utils import Database

from patbm_desktop.store import faults, setting
from patbm_desktop.store.transaction import writing

PREFIX = "secret."

UNTRIED = "keys.untried"
"""Under this name the keys stand with which no locked box was tried yet."""


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A space key that this laptop can use; `kid` is the hash of use and key."""

    kid: str
    space: str
    use: str
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Space:
    """A space as people call it; `rt` is empty for an office."""

    id: str
    name: str
    kelurahan: str
    rt: str = ""


def remember(db: Database, kid: str, space: str, use: str, key: bytes) -> None:
    """Keep a space key; a key is never replaced, for its name is its hash.

    A new one is noted as untried in the same transaction: a kill between keeping a key and opening
    what waited for it would leave that shut for ever.
    """
    with writing(db):
        kept = db.conn.execute(
            "INSERT OR IGNORE INTO key VALUES (?, ?, ?, ?)",
            [bytes.fromhex(kid), bytes.fromhex(space), use, key],
        )
        if kept.rowcount:
            setting.write(db, UNTRIED, sorted({*untried(db), kid}))


def untried(db: Database) -> frozenset[str]:
    """Return the keys with which locked boxes are still to be tried."""
    return frozenset(setting.read(db, UNTRIED, ()))


def note_tried(db: Database, kids: Collection[str]) -> None:
    """Note that every locked box was tried with these keys."""
    with writing(db):
        left = sorted(untried(db) - frozenset(kids))
        if left:
            setting.write(db, UNTRIED, left)
        else:
            setting.forget(db, UNTRIED)


def keys_of(db: Database, space: str | None = None) -> list[HeldKey]:
    """Return the keys of `space`, of all spaces when it is None."""
    with faults.named():
        rows = db.conn.execute(
            "SELECT kid, space, use, key FROM key WHERE ?1 IS NULL OR space = ?1",
            [bytes.fromhex(space) if space else None],
        ).fetchall()
    return [HeldKey(kid.hex(), of.hex(), use, key) for kid, of, use, key in rows]


def remember_device(db: Database, name: str, secret: bytes) -> None:
    """Keep a secret of this laptop, such as the keys of the device."""
    with writing(db):
        db.conn.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [PREFIX + name, secret],
        )


def device_secret(db: Database, name: str) -> bytes | None:
    """Return a secret of this laptop, None where there is none of that name."""
    with faults.named():
        row = db.conn.execute("SELECT value FROM meta WHERE key = ?", [PREFIX + name]).fetchone()
    return row[0] if row else None


def put_space(db: Database, space: Space) -> None:
    """Keep what people call a space, in place of what they called it before."""
    with writing(db):
        db.conn.execute(
            "INSERT INTO space VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = ?2,"
            " kelurahan = ?3, rt = ?4",
            [bytes.fromhex(space.id), space.name, space.kelurahan, space.rt],
        )


def spaces(db: Database) -> list[Space]:
    """Return every space this laptop knows, by name."""
    with faults.named():
        rows = db.conn.execute(
            "SELECT id, name, kelurahan, rt FROM space ORDER BY name, id"
        ).fetchall()
    return [Space(space.hex(), name, kelurahan, rt) for space, name, kelurahan, rt in rows]
