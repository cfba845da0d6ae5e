"""A laptop for the tests of `sync`: real keys, a real encrypted vault, and somebody at it."""

import os
from datetime import datetime
from pathlib import Path

from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import Write
from patbm_desktop.seal import sign
from patbm_desktop.store import connect, current, keyring, oplog, outbox, positions
from patbm_desktop.sync import trust
from patbm_desktop.sync.laptop import DEVICE, open_laptop
from tests.store.laptop import DATABASE_KEY, words

CLOCK = FixedClock(datetime(2026, 11, 21, 20, 14, tzinfo=WITA))


class Seat:
    """A vault with its owner; `space` is the one she founded, once she did."""

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.path = folder / "catatan.db"
        self.person = ids.fresh()
        self.space = ""
        is_new = not self.path.exists()
        self.db = (connect.create if is_new else connect.open_store)(self.path, DATABASE_KEY)
        self.db.conn.execute("PRAGMA synchronous = OFF")
        if is_new:
            keyring.remember_device(self.db, DEVICE, sign.make().secret)
        self.laptop = self.second(self.db)

    def second(self, db=None):
        """Return another laptop on the same file, as another lane has one."""
        db = db or connect.open_store(self.path, DATABASE_KEY)
        return open_laptop(db, self.folder, self.person, clock=CLOCK, words=words)

    @property
    def dev(self):
        return self.laptop.dev

    def close(self):
        connect.close(self.db)

    # -- writing -----------------------------------------------------------------------------

    def found(self, role="anggota"):
        """Write the first ops of a space and return it."""
        seed = os.urandom(16)
        self.space = ids.space_id(self.dev, seed)
        root = {**self.card(), "role": role, "cases": role == "anggota", "seed": seed.hex()}
        self.control("_member", self.dev, root)
        for use in ("umum", "kasus") if role == "anggota" else ("umum",):
            self.laptop.make_key(self.space, use)
        self.save("person", self.person, name="Ibu Contoh", level="rt")
        return self.space

    def card(self):
        device = self.laptop.device
        keys = {"sign_pk": device.sign_pk.hex(), "box_pk": device.box_pk.hex()}
        return {"person": self.person, "label": "laptop", "active": True, **keys}

    def control(self, kind, ent, values, space="", over=None):
        op = self.laptop.control(kind, ent, values, space=space or self.space, over=over)
        self.laptop.keep([op])
        return op

    def admit(self, other, role="anggota", space="", **more):
        """Make the laptop of `other` a member of a space."""
        trust.remember_typed(other.db, self.dev)
        values = {**other.card(), "role": role, "cases": False, **more}
        return self.control("_member", other.dev, values, space)

    def remove(self, other, space=""):
        """Take the laptop of `other` out of a space, having seen all who let it in."""
        space = space or self.space
        admitted = [
            op.id for op in oplog.control_ops(self.db, space, "_member") if op.ent == other.dev
        ]
        over = {"active": tuple(admitted)}
        return self.control("_member", other.dev, {"active": False}, space, over)

    def save(self, kind="activity", ent="", space="", **values):
        """Write one record, or an edit of one, and return its `ent`."""
        ent, space = ent or ids.fresh(), space or self.space
        self.laptop.keep([self.composed(kind, ent, space, **values)])
        return ent

    def composed(self, kind, ent, space, clk=0, **values):
        seen = current.view(self.db, Entity(space, kind, ent))
        over = seen.over if seen else {}
        writes = {name: Write(value, over.get(name, ())) for name, value in values.items()}
        clk = clk or self.laptop.next_clk(space)
        return self.laptop.compose(kind, ent, writes, space=space, clk=clk)

    # -- looking -----------------------------------------------------------------------------

    def values(self, kind, ent, space=""):
        seen = current.view(self.db, Entity(space or self.space, kind, ent))
        return seen.values if seen else None

    def waits(self):
        return sum(outbox.undelivered(self.db))

    def ops(self, space=""):
        """Return the ids of all ops here that have a body."""
        return {
            ids.digest(ids.Purpose.OP, body) for body, _ in oplog.ops_of(self.db, space or None)
        }

    def cursor(self, space=""):
        return positions.cursor(self.db, space or self.space)

    def is_sound(self):
        return current.is_sound(self.db, self.laptop.lens, self.laptop.rights)
