"""A laptop for tests: real device keys, a real encrypted vault, real boxes and signatures."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from patbm_desktop.domain import ids
from patbm_desktop.domain.fields import Read
from patbm_desktop.domain.kinds import KINDS, VOID
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import (
    SEALED,
    BadOp,
    Inner,
    Op,
    Write,
    box_aad,
    compose,
    fresh_rnd,
    parse_inner,
    writes_as_json,
)
from patbm_desktop.seal import box, sign
from patbm_desktop.seal import key as space_keys
from patbm_desktop.store import connect, current, keyring, oplog, search
from patbm_desktop.store.folder import DATABASE
from patbm_desktop.store.lens import Lens, NameOf
from patbm_desktop.store.rights_book import RightsBook

AT = "2026-11-21T20:14"
DATABASE_KEY = bytes(range(32))


def words(kind: str, values: Mapping[str, Any], name_of: NameOf) -> str:
    """Return what tests search an activity by."""
    if kind != "activity":
        return ""
    found = [str(values.get(name, "")) for name in ("type", "title", "result", "next_step")]
    found += [str(topic) for topic in values.get("topics", ())]
    found.append(search.forgiving(name_of("place", values.get("place_id", "")) or ""))
    found.append(name_of("person", values.get("lead_id", "")) or "")
    return " ".join(found)


@dataclass(slots=True)
class Keyring:
    """Opens boxes with whatever keys it holds; `deaf` refuses for a while."""

    keys: dict[str, bytes] = field(default_factory=dict)

    def open(self, op: Op) -> Inner | None:
        try:
            return parse_inner(box.open_box(self.keys, op.box or "", op.aad).value, op)
        except (box.Unopened, BadOp):
            return None


class Author:
    """A device and its person in one space: writes ops, keeps nothing."""

    def __init__(self, space: str = "", keys: Mapping[str, bytes] | None = None) -> None:
        self.device = sign.make()
        self.seed = os.urandom(ids.SIZE)
        self.space = space or ids.space_id(self.device.dev, self.seed)
        self.person = ids.fresh()
        self.keys = dict(keys or {use: space_keys.make() for use in ("umum", "kasus")})

    @property
    def dev(self) -> str:
        return self.device.dev

    def op(
        self,
        kind: str,
        ent: str,
        values: Mapping[str, Any],
        *,
        clk: int,
        over: Mapping[str, Sequence[str]] | None = None,
        at: str = AT,
    ) -> Op:
        """Write an op as the field table wants it: open, sealed, or both."""
        writes = {
            name: Write(value, tuple((over or {}).get(name, ()))) for name, value in values.items()
        }
        table = KINDS.get(kind)
        header = {"space": self.space, "ent": ent, "dev": self.dev, "clk": clk, "app": "test"}
        header["rnd"] = fresh_rnd()
        if table is not None and table.sealed:
            inner = {"kind": kind, "by": self.person, "at": at[:10], "set": writes_as_json(writes)}
            return self._signed({**header, "kind": SEALED}, {}, self._box(header, inner, table.use))
        hidden = {
            name: each
            for name, each in writes.items()
            if table and name in table.fields and table.fields[name].read != Read.OPEN
        }
        shown = {name: each for name, each in writes.items() if name not in hidden}
        inner = {"set": writes_as_json(hidden)}
        boxed = self._box(header, inner, table.use) if hidden and table else None
        return self._signed({**header, "kind": kind, "by": self.person, "at": at}, shown, boxed)

    def member(self, of: "Author", clk: int, **values: Any) -> Op:
        """Write a `_member` op about the device of `of`."""
        known = {
            "person": of.person,
            "label": "laptop",
            "role": "anggota",
            "active": True,
            "cases": False,
            "sign_pk": of.device.sign_pk.hex(),
            "box_pk": of.device.box_pk.hex(),
        }
        over = values.pop("over", None)
        return self.op("_member", of.dev, {**known, **values}, clk=clk, over=over)

    def first_ops(self, role: str = "anggota") -> list[Op]:
        """Write the ops a vault begins with: member, keys, person, rt."""
        root = self.member(self, 1, seed=self.seed.hex(), role=role, cases=role == "anggota")
        keys = [
            self.op("_key", space_keys.kid(use, key), self._wrapped(use, key), clk=clk)
            for clk, (use, key) in enumerate(self.keys.items(), 2)
        ]
        owner = self.op("person", self.person, {"name": "Ibu Contoh", "level": "rt"}, clk=4)
        rt = {"kelurahan_code": "64.71.99.1001", "number": "901", "valid_from": "2020-01-01"}
        return [root, *keys, owner, self.op("rt", ids.fresh(), rt, clk=5)]

    def _wrapped(self, use: str, key: bytes) -> dict[str, Any]:
        return {"use": use, f"for.{self.dev}": space_keys.wrap(key, self.device.box_pk)}

    def _box(self, header: Mapping[str, Any], inner: Mapping[str, Any], use: Any) -> str:
        aad = box_aad(*(header[name] for name in ("space", "ent", "dev", "clk", "rnd")))
        return box.seal_box(self.keys[use.value], aad, inner)

    def _signed(self, header: Mapping[str, Any], writes: Any, boxed: str | None) -> Op:
        made = compose(header, writes, boxed)
        return replace(made, sig=sign.sign(self.device, made.body))


class Laptop:
    """A vault with its founder at the keyboard."""

    def __init__(self, folder: Path, author: Author | None = None, key: bytes = DATABASE_KEY):
        self.author = author or Author()
        self.folder = folder
        self.key = key
        self.reader = Keyring()
        self.lens = Lens(self.reader, words)
        self.is_new = not self.path.exists()
        folder.mkdir(parents=True, exist_ok=True)
        self.db = connect.create(self.path, key) if self.is_new else self.opened()
        self.rights = RightsBook(self.db)
        self.hold(self.author.keys)

    @property
    def path(self) -> Path:
        return self.folder / DATABASE

    @property
    def space(self) -> str:
        return self.author.space

    def opened(self, *, read_only: bool = False) -> Database:
        return connect.open_store(self.path, self.key, read_only=read_only)

    def reopen(self) -> None:
        """Close the vault and open it again, as after a restart."""
        connect.close(self.db)
        self.db = self.opened()
        self.rights = RightsBook(self.db)
        oplog.settle(self.db, self.lens, self.rights)

    def close(self) -> None:
        connect.close(self.db)

    def hold(self, keys: Mapping[str, bytes]) -> None:
        """Open boxes with these space keys as well."""
        for use, key in keys.items():
            kid = space_keys.kid(use, key)
            self.reader.keys[kid] = key
            keyring.remember(self.db, kid, self.space, use, key)

    def found(self) -> "Laptop":
        """Write the first ops of the vault."""
        self.apply(self.author.first_ops())
        return self

    def apply(self, ops: Iterable[Op], **more: Any) -> frozenset[str]:
        return oplog.apply(self.db, list(ops), self.lens, self.rights, **more)

    def settle(self) -> frozenset[str]:
        return oplog.settle(self.db, self.lens, self.rights)

    def clk(self) -> int:
        return oplog.highest_clk(self.db, self.space) + 1

    def save(self, kind: str = "activity", ent: str = "", **values: Any) -> str:
        """Write one record, or an edit of one, and return its `ent`."""
        ent = ent or ids.fresh()
        seen = current.view(self.db, Entity(self.space, kind, ent))
        over = seen.over if seen else {}
        self.apply([self.author.op(kind, ent, values, clk=self.clk(), over=over)])
        return ent

    def void(self, kind: str, ent: str, reason: str = "salah_ketik") -> None:
        """Take a record back, having seen all of it."""
        seen = current.view(self.db, Entity(self.space, kind, ent))
        assert seen is not None
        over = {VOID: (*seen.void_over, *seen.over.get(VOID, ()))}
        edit = self.author.op(kind, ent, {VOID: {"reason": reason}}, clk=self.clk(), over=over)
        self.apply([edit])

    def values(self, kind: str, ent: str) -> Mapping[str, Any] | None:
        seen = current.view(self.db, Entity(self.space, kind, ent))
        return seen.values if seen else None

    def history(self, kind: str, ent: str) -> list[current.Edit]:
        return current.history(self.db, Entity(self.space, kind, ent), self.reader)

    def is_sound(self) -> bool:
        return current.is_sound(self.db, self.lens, self.rights)
