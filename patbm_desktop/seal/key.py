"""Space keys: made, handed to the devices that may read, chosen for sealing, and healed.

The facts come from `_key` ops that count; who is entitled comes from `domain.rights`. Everything
here is a pure function of both, so two laptops with the same ops choose the same.
"""

from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from nacl.bindings import crypto_box_PUBLICKEYBYTES, crypto_box_seal, crypto_box_seal_open
from nacl.exceptions import CryptoError
from nacl.utils import random

from patbm_desktop.domain.codes import USES
from patbm_desktop.domain.ids import Purpose, digest
from patbm_desktop.domain.op import MOST_FIELDS, Op
from patbm_desktop.seal.sign import DeviceKeys

KEY_BYTES = 32
FOR = "for."
"""Begins the name of the field of a `_key` that holds the key for one device."""


@dataclass(frozen=True, slots=True)
class SpaceKey:
    """What the counting ops say of one key of a space.

    `age` is its least (clk, op id) and `maker` the device that wrote that op; `sealed_to` are all
    devices it was ever handed to. `key` is None where this laptop cannot open it.
    """

    kid: str
    use: str
    age: tuple[int, str]
    maker: str
    sealed_to: frozenset[str]
    key: bytes | None = field(default=None, repr=False)

    def is_known_to(self, dev: str) -> bool:
        """Say whether `dev` holds it already: its maker, or a device it was sealed to."""
        return dev == self.maker or dev in self.sealed_to


def make() -> bytes:
    """Return a new space key."""
    return random(KEY_BYTES)


def kid(use: str, key: bytes) -> str:
    """Return the id of a space key; nobody can give a key another use without another id."""
    return digest(Purpose.KEY, use.encode(), key)


def wrap(key: bytes, box_pk: bytes) -> str | None:
    """Return `key` sealed to the owner of `box_pk`; None where that is no public key."""
    if len(box_pk) != crypto_box_PUBLICKEYBYTES:
        return None
    try:
        return b64encode(crypto_box_seal(key, box_pk)).decode()
    except CryptoError:
        return None


def takes_seals(box_pk: bytes) -> bool:
    """Say whether anything can be sealed to `box_pk`: a few points of the curve take nothing."""
    return wrap(b"", box_pk) is not None


def unwrap(device: DeviceKeys, wrapped: object) -> bytes | None:
    """Return the key that was sealed to `device`, None for whatever is not one."""
    if not isinstance(wrapped, str):
        return None
    try:
        key = crypto_box_seal_open(b64decode(wrapped, validate=True), device.box_pk, device.box_sk)
    except (CryptoError, ValueError, TypeError):
        return None
    return key if len(key) == KEY_BYTES else None


def gather(ops: Iterable[Op], device: DeviceKeys) -> tuple[SpaceKey, ...]:
    """Return the keys that `ops` (the counting `_key` ops of one space) speak of, oldest first.

    A value that does not fit its kid opens nothing, whoever wrote it; nor does one that brings a
    key for another use than it says, for nobody asked whether its author may make such a key.
    """
    by_kid: dict[str, list[Op]] = defaultdict(list)
    for op in ops:
        by_kid[op.ent].append(op)
    keys = (_gathered(each, by_kid[each], device) for each in by_kid)
    return tuple(sorted(keys, key=lambda key: key.age))


def _gathered(ent: str, ops: list[Op], device: DeviceKeys) -> SpaceKey:
    first = min(ops, key=lambda op: (op.clk, op.id))
    readers = {name.removeprefix(FOR) for op in ops for name in op.set if name.startswith(FOR)}
    use, key = _opened(ent, ops, device)
    return SpaceKey(ent, use, (first.clk, first.id), first.dev, frozenset(readers), key)


def _opened(ent: str, ops: list[Op], device: DeviceKeys) -> tuple[str, bytes | None]:
    name = FOR + device.dev
    for op in ops:
        key = unwrap(device, op.set[name].value) if name in op.set else None
        use = _claimed(op)
        if key and use and kid(use, key) == ent:
            return use, key
    return next(filter(None, map(_claimed, ops)), ""), None


def _claimed(op: Op) -> str:
    """Return the use that an op names, "" for none; by that its author's right was judged."""
    use = op.set["use"].value if "use" in op.set else ""
    return use if use in USES else ""


def holders(op: Op) -> frozenset[str]:
    """Return the devices that hold a key by what a `_key` op says: its author, and those named."""
    named = (name.removeprefix(FOR) for name in op.set if name.startswith(FOR))
    return frozenset({op.dev, *named})


def as_fields(use: str, key: bytes, readers: Mapping[str, bytes]) -> tuple[dict[str, str], ...]:
    """Return the fields of the `_key` ops that hand `key` to `readers` (device to `box_pk`).

    More than one set where there are more readers than one op has room for. `use` stands in each,
    so that each says by itself whether its author may write it.
    """
    wrapped = {FOR + dev: text for dev, pk in readers.items() if (text := wrap(key, pk))}
    names, room = sorted(wrapped), MOST_FIELDS - 1
    return tuple(
        {"use": use} | {name: wrapped[name] for name in names[at : at + room]}
        for at in range(0, len(names), room)
    )


def choose(
    keys: Iterable[SpaceKey],
    use: str,
    entitled: Collection[str],
    since: Mapping[str, int] | None = None,
) -> SpaceKey | None:
    """Return the key to seal with now; None says that this laptop must make one.

    The newest that it can open, whose maker and every device it was ever sealed to are entitled,
    unless an entitled device may have none of them. `since` gives, for a device, the counter before
    which it is to have no key.
    """
    fit = [key for key in keys if key.use == use and _is_clean(key, entitled)]
    newest = max(fit, key=lambda key: key.age, default=None)
    if newest is None or not all(_may_have(dev, newest, since or {}) for dev in entitled):
        return None
    return newest


def repair(
    keys: Iterable[SpaceKey],
    use: str,
    entitled: Collection[str],
    since: Mapping[str, int] | None = None,
) -> tuple[tuple[SpaceKey, frozenset[str]], ...]:
    """Return what is to be handed out: each key one can open, and the devices that lack it."""
    lacking = (
        (key, frozenset(dev for dev in entitled if _lacks(dev, key, since or {})))
        for key in keys
        if key.use == use and key.key is not None
    )
    return tuple((key, devices) for key, devices in lacking if devices)


def _is_clean(key: SpaceKey, entitled: Collection[str]) -> bool:
    known = key.sealed_to | {key.maker}
    return key.key is not None and all(dev in entitled for dev in known)


def _may_have(dev: str, key: SpaceKey, since: Mapping[str, int]) -> bool:
    return key.is_known_to(dev) or key.age[0] >= since.get(dev, 0)


def _lacks(dev: str, key: SpaceKey, since: Mapping[str, int]) -> bool:
    return dev not in key.sealed_to and _may_have(dev, key, since)
