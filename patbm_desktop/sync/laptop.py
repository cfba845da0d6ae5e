"""A laptop: an opened store together with the keys of its device.

Here and nowhere else an op is made, sealed and signed. Whoever needs a laptop on another thread
opens a second one on the same file; `refresh` tells each what the other brought.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from patbm_desktop.domain import op as ops
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.fields import Read
from patbm_desktop.domain.kind import Kind
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.domain.op import Inner, Op, Write
from patbm_desktop.domain.release import VERSION
from patbm_desktop.domain.rights import Rights
from patbm_desktop.seal import box, sign
from patbm_desktop.seal import key as space_keys
from patbm_desktop.seal.key import SpaceKey
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.store import control, keyring, oplog, traces
from patbm_desktop.store.keyring import HeldKey
from patbm_desktop.store.lens import Lens, Words
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.opener import Opener
from patbm_desktop.sync.trust import trusted_spaces

APP = f"patbm-desktop {VERSION}"
DEVICE = "device"
"""Under this name the secret of the laptop stands in the database."""

UMUM, KASUS = Read.UMUM.value, Read.KASUS.value


@dataclass(slots=True)
class _Keys:
    """What the counting ops said of the keys of a space when its rights were last read."""

    rights: Rights
    keys: tuple[SpaceKey, ...]
    chosen: dict[str, SpaceKey | None] = field(default_factory=dict)


@dataclass(kw_only=True)
class Laptop:
    """An opened store together with the keys of its device; belongs to one thread.

    `person` is the ent of the person at the keyboard (`by` of every op), `folder` the vault, where
    the parts of photos stand.
    """

    db: Database = field(repr=False)
    device: DeviceKeys = field(repr=False)
    opener: Opener = field(repr=False)
    lens: Lens = field(repr=False)
    rights: RightsBook = field(repr=False)
    clock: Clock = field(repr=False)
    person: str
    folder: Path
    repaired: object = field(default=None, init=False, repr=False)
    """What stood when everything due was last handed out; see `repair`."""
    _known: dict[str, _Keys] = field(default_factory=dict, init=False, repr=False)
    _read_up_to: Mapping[str, int] = field(default_factory=dict, init=False, repr=False)

    @property
    def dev(self) -> str:
        """The id of the device."""
        return self.device.dev

    # -- taking ------------------------------------------------------------------------------

    def keep(self, made: Iterable[Op]) -> frozenset[str]:
        """Keep ops written here, in one transaction; return the kinds that changed."""
        return oplog.apply(self.db, tuple(made), self.lens, self.rights)

    def refresh(self) -> frozenset[str]:
        """Take up keys and rights that another lane or a round brought; return kinds changed.

        Raises:
            Fault: the disk refused.
        """
        kinds = oplog.settle(self.db, self.lens, self.rights)
        is_new = self._take_up_keys()
        untried = keyring.untried(self.db) & self.opener.keys.keys()
        if is_new or untried:
            kinds |= oplog.retry_locked(self.db, self.lens, self.rights)
        if untried:
            keyring.note_tried(self.db, untried)
        self._clear_traces()
        return kinds

    def _clear_traces(self) -> None:
        """Clear away what an erasure left on the disk.

        While somebody reads, or where the disk refuses, it waits for the next time: nothing that
        anybody asked for just now depends on it, and a vault must open on a full disk.
        """
        with suppress(Fault):
            traces.clear(self.db, self.folder, self.clock.now().date())

    def _take_up_keys(self) -> bool:
        """Hold every key that has come since the last time; say whether there was one."""
        newest = control.newest(self.db)
        fresh = {each.kid: each for each in keyring.keys_of(self.db)}
        for space in newest:
            if newest[space] != self._read_up_to.get(space):
                fresh |= {key.kid: _held(space, key) for key in self.keys(space) if key.key}
        self._read_up_to = newest
        lacking = [each for kid, each in fresh.items() if kid not in self.opener.keys]
        self.hold(lacking)
        return bool(lacking)

    def hold(self, keys: Collection[HeldKey]) -> None:
        """Keep `keys` and open boxes with them from now on."""
        if not keys:
            return
        with writing(self.db):
            for each in keys:
                keyring.remember(self.db, each.kid, each.space, each.use, each.key)
        self.opener.hold(keys)

    # -- keys --------------------------------------------------------------------------------

    def keys(self, space: str) -> tuple[SpaceKey, ...]:
        """Return what the counting ops say of every key of `space`, oldest first."""
        return self._keys(space).keys

    def _keys(self, space: str) -> _Keys:
        rights = self.rights.of(space)
        known = self._known.get(space)
        if known is None or known.rights is not rights:
            said = oplog.control_ops(self.db, space, "_key")
            gathered = space_keys.gather(filter(rights.counts, said), self.device)
            known = self._known[space] = _Keys(rights, gathered)
        return known

    def sealing_key(self, space: str, use: str) -> HeldKey:
        """Return the key to seal with in `space`; makes one, with its op, where there is none.

        Raises:
            Fault: CASES_ELSEWHERE or SPACE_LOCKED, it is not for this laptop to read there.
        """
        found = self.chosen(space, use)
        if found is not None:
            return _held(space, found)
        if not self.may_make_key(space, use):
            raise Fault(Refusal.CASES_ELSEWHERE if use == KASUS else Refusal.SPACE_LOCKED)
        return self.make_key(space, use)

    def chosen(self, space: str, use: str) -> SpaceKey | None:
        """Return the key that new boxes are sealed with now, None where one has to be made."""
        known = self._keys(space)
        if use not in known.chosen:
            known.chosen[use] = self._choose(known, use)
        return known.chosen[use]

    def _choose(self, known: _Keys, use: str) -> SpaceKey | None:
        entitled = known.rights.entitled(use)
        if self.dev not in entitled:
            return None
        return space_keys.choose(known.keys, use, entitled, since(known.rights, use))

    def can_seal(self, space: str, use: str) -> bool:
        """Say whether this laptop may write what `use` seals in `space`."""
        return self.chosen(space, use) is not None or self.may_make_key(space, use)

    def may_make_key(self, space: str, use: str) -> bool:
        """Say whether a `_key` by this laptop is kept by every reader and handed to nobody else."""
        rights = self.rights.of(space)
        return rights.may_make_key(self.dev, use) and space in self.trusted()

    def make_key(self, space: str, use: str) -> HeldKey:
        """Make a key, hand it to everybody who is entitled, and return it.

        The caller has asked `may_make_key`.
        """
        rights = self.rights.of(space)
        key = space_keys.make()
        kid = space_keys.kid(use, key)
        readers = {dev: pk for dev in rights.entitled(use) if (pk := rights.box_pk(dev))}
        held = HeldKey(kid, space, use, key)
        with writing(self.db):
            sets = space_keys.as_fields(use, key, readers)
            self.keep(self.control("_key", kid, fields, space=space) for fields in sets)
            self.hold([held])
        return held

    def trusted(self) -> frozenset[str]:
        """Return the spaces whose members may be handed keys by this laptop."""
        return trusted_spaces(self.db, self.rights, self.dev)

    # -- writing -----------------------------------------------------------------------------

    def next_clk(self, space: str) -> int:
        """Return the counter of the next op in `space`."""
        return min(ops.HIGHEST_CLK, oplog.highest_clk(self.db, space) + 1)

    def control(
        self,
        kind: str,
        ent: str,
        values: Mapping[str, Any],
        *,
        space: str,
        clk: int = 0,
        over: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Op:
        """Return a signed control op; `clk` 0 is the next one of the space."""
        heads = over or {}
        writes = {name: Write(value, heads.get(name, ())) for name, value in values.items()}
        return self.compose(kind, ent, writes, space=space, clk=clk or self.next_clk(space))

    def compose(
        self, kind: str, ent: str, writes: Mapping[str, Write], *, space: str, clk: int
    ) -> Op:
        """Return a signed op; what the field table hides is sealed with the key of `space`.

        Raises:
            Fault: this laptop has no key to seal it with, and may make none.
            BadOp: it would break a limit that every reader enforces.
        """
        header: dict[str, Any] = {"space": space, "ent": ent, "kind": kind, "dev": self.dev}
        header |= {"clk": clk, "app": APP, "rnd": ops.fresh_rnd()}
        table = KINDS.get(kind)
        make = self._sealed if table and table.sealed else self._open
        made = make(table or Kind(kind), header, writes)
        return replace(made, sig=sign.sign(self.device, made.body))

    def _open(self, kind: Kind, header: dict[str, Any], writes: Mapping[str, Write]) -> Op:
        hidden = {name: each for name, each in writes.items() if _is_hidden(kind, name)}
        shown = {name: each for name, each in writes.items() if name not in hidden}
        header |= {"by": self.person, "at": self._at()}
        if not hidden:
            return ops.compose(header, shown, None)
        inner = {"set": ops.writes_as_json(hidden)}
        made = ops.compose(header, shown, self._box(kind, header, inner))
        self.opener.expect(made, Inner(hidden))
        return made

    def _sealed(self, kind: Kind, header: dict[str, Any], writes: Mapping[str, Write]) -> Op:
        header |= {"kind": ops.SEALED}
        by, at = self.person, self._at()[:10]
        inner = {"kind": kind.travels_as, "by": by, "at": at, "set": ops.writes_as_json(writes)}
        made = ops.compose(header, {}, self._box(kind, header, inner))
        self.opener.expect(made, Inner(writes, kind.name, by, at))
        return made

    def _box(self, kind: Kind, header: Mapping[str, Any], inner: Mapping[str, Any]) -> str:
        assert kind.use is not None
        aad = ops.box_aad(*(header[key] for key in ("space", "ent", "dev", "clk", "rnd")))
        return box.seal_box(self.sealing_key(header["space"], kind.use).key, aad, inner)

    def _at(self) -> str:
        return self.clock.now().strftime("%Y-%m-%dT%H:%M:%S")


def open_laptop(
    db: Database,
    folder: Path,
    person: str,
    *,
    clock: Clock,
    words: Words,
    archivists: Mapping[str, bytes] | frozenset[str] = frozenset(),
) -> Laptop:
    """Return the laptop whose store is open as `db`, holding every key that was kept there.

    `words` says what a record is found by; `archivists` are the devices that may erase.

    Raises:
        Fault: DATABASE_FOREIGN, no device is in the store.
    """
    secret = keyring.device_secret(db, DEVICE)
    if secret is None:
        raise Fault(Refusal.DATABASE_FOREIGN)
    opener = Opener()
    opener.hold(keyring.keys_of(db))
    return Laptop(
        db=db,
        device=sign.restore(secret),
        opener=opener,
        lens=Lens(opener, words),
        rights=RightsBook(db, archivists),
        clock=clock,
        person=person,
        folder=folder,
    )


def since(rights: Rights, use: str) -> dict[str, int]:
    """Return, for each entitled device, the counter before which it is to have no key of `use`."""
    return {dev: rights.since(dev) for dev in rights.entitled(use)} if use == KASUS else {}


def _held(space: str, key: SpaceKey) -> HeldKey:
    assert key.key is not None
    return HeldKey(key.kid, space, key.use, key.key)


def _is_hidden(kind: Kind, name: str) -> bool:
    return name in kind.fields and kind.fields[name].read is not Read.OPEN
