"""The slot `titip`: a coordinator's laptop can open this vault when its passphrase is forgotten.

Its secret half is sealed to the public key of her laptop, together with whose vault it is. So she
sees whom she is about to help from the slot itself, whatever the request around it says; and a new
database key is put into the slot without her, as into every other.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field, replace

from nacl.bindings import crypto_box_keypair, crypto_box_seal, crypto_box_seal_open
from nacl.exceptions import CryptoError
from nacl.utils import random

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import is_id
from patbm_desktop.seal import slot
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.seal.slot import KEY_BYTES, SALT_BYTES, Keys, Slot, SlotKind


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose vault a slot opens: laptop, person and space, and the day the slot was made."""

    dev: str
    person: str
    space: str
    made: str


@dataclass(frozen=True, slots=True)
class Trustee:
    """A coordinator's laptop that is to have a slot; `person` is "" where nobody knows whose."""

    dev: str
    box_pk: bytes = field(repr=False)
    person: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What a slot `titip` holds."""

    owner: Owner
    keys: Keys = field(repr=False)


def make(trustee: Trustee, owner: Owner, keys: Keys) -> Slot:
    """Return a new slot with which `trustee` opens the vault of `owner`."""
    public, secret = crypto_box_keypair()
    inside = {"secret": b64encode(secret).decode()} | asdict(owner)
    new = Slot(
        SlotKind.ESCROW, trustee.person, random(SALT_BYTES), 0, 0, public,
        wrapped=crypto_box_seal(json.dumps(inside).encode(), trustee.box_pk),
        holder=trustee.dev, holder_pk=trustee.box_pk,
    )  # fmt: skip
    return slot.refill(new, keys)


def open_slot(each: Slot, device: DeviceKeys) -> Opened:
    """Return whose vault a slot of this laptop opens, and its keys.

    Raises:
        Fault: KEY_FILE_ALTERED, the slot is not for this laptop or not as it was written.
    """
    try:
        inside = crypto_box_seal_open(each.wrapped, device.box_pk, device.box_sk)
        secret, owner = _read(json.loads(inside))
    except (CryptoError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Fault(Refusal.KEY_FILE_ALTERED) from error
    return Opened(owner, slot.keys_in(each, secret))


def _read(value: dict[str, str]) -> tuple[bytes, Owner]:
    secret = b64decode(value["secret"], validate=True)
    owner = Owner(value["dev"], value["person"], value["space"], value["made"])
    is_whole = all(map(is_id, (owner.dev, owner.person, owner.space))) and len(owner.made) <= 10
    if not is_whole or len(secret) != KEY_BYTES:
        raise ValueError("a slot of another shape")
    return secret, owner


# -- as it travels in a request --------------------------------------------------------------


def as_json(each: Slot) -> dict[str, str]:
    """Return what a coordinator needs of a slot, and nothing about anybody."""
    return {
        "holder": each.holder,
        "public": b64encode(each.public).decode(),
        "wrapped": b64encode(each.wrapped).decode(),
        "keys": b64encode(each.sealed).decode(),
    }


def from_json(value: dict[str, str]) -> Slot:
    """Return the slot that travelled as `value`.

    Raises:
        ValueError, KeyError, TypeError: it is none.
    """
    public, wrapped, sealed = (
        b64decode(value[name], validate=True) for name in ("public", "wrapped", "keys")
    )
    if len(public) != KEY_BYTES or not is_id(value["holder"]):
        raise ValueError("a slot of another shape")
    bare = Slot(SlotKind.ESCROW, "", b"", 0, 0, public, holder=value["holder"])
    return replace(bare, wrapped=wrapped, sealed=sealed)
