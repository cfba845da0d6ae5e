"""One slot of a vault: a passphrase, a recovery sheet or a coordinator, and the lock it opens.

A slot has a key pair of its own. Its secret half lies wrapped under what the person knows, or is
sealed to the coordinator's laptop (`escrow.py`); the keys of the database lie sealed to its public
half. So whoever has the vault open can write the keys into every slot anew, the slots of other
people as well, and a changed passphrase leaves nothing behind that an old one opens. Decided
2026-11-21. Rejected: wrapping the database key itself, because a new key could not be put into
somebody else's slot without her passphrase; and one lasting key between the two, because an old
passphrase on an old copy would still lead to it.
"""

import hmac
from base64 import b64decode, b64encode
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_box_keypair,
    crypto_box_seal,
    crypto_box_seal_open,
    crypto_scalarmult_base,
)
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.utils import random

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import Purpose
from patbm_desktop.seal import passphrase, sheet

KEY_BYTES = 32
NONCE_BYTES = 24
SALT_BYTES = 16
MEMORY_MIB = 64
PASSES = 3
MEMORY_ALLOWED = range(64, 512 + 1)
PASSES_ALLOWED = range(3, 10 + 1)
"""Below it a stolen file is searched too quickly; above it a laptop without much memory stops."""


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "sandi"
    SHEET = "lembar"
    ESCROW = "titip"


Keys = tuple[bytes, ...]
"""The keys of the database, newest first; two while the database is being given a new one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot as it stands in the file; nothing in it is secret without the person's words.

    `memory_mib` and `passes` drive Argon2id and are 0 where no passphrase is asked for. `tried`
    says that a sheet has opened this vault once, so the paper is known to be right. A slot `titip`
    is that of the laptop `holder`, whose public key is `holder_pk`; `person` sits at it, "" where
    nobody knows.
    """

    kind: SlotKind
    person: str
    salt: bytes = field(repr=False)
    memory_mib: int
    passes: int
    public: bytes = field(repr=False)
    wrapped: bytes = field(default=b"", repr=False)
    sealed: bytes = field(default=b"", repr=False)
    tried: bool = False
    holder: str = ""
    holder_pk: bytes = field(default=b"", repr=False)

    @property
    def of(self) -> str:
        """Whose slot it is: of a person, or of a laptop."""
        return self.holder or self.person

    @property
    def bound(self) -> bytes:
        """What the wrapped secret is bound to: the slot cannot be passed off as another one."""
        parts = (self.kind, self.person, self.salt.hex(), self.memory_mib, self.passes,
                 self.public.hex())  # fmt: skip
        return "|".join(map(str, parts)).encode()

    @property
    def is_within_bounds(self) -> bool:
        """Whether the cost of trying is one this program ever writes."""
        if self.kind is not SlotKind.PASSPHRASE:
            return self.memory_mib == self.passes == 0
        return self.memory_mib in MEMORY_ALLOWED and self.passes in PASSES_ALLOWED


def make(kind: SlotKind, person: str, words: str, keys: Keys) -> Slot:
    """Return a new slot of `person` that opens with `words`: a passphrase, or a sheet's text.

    Raises:
        Fault: `words` is no whole sheet.
    """
    costs = (MEMORY_MIB, PASSES) if kind is SlotKind.PASSPHRASE else (0, 0)
    public, secret = crypto_box_keypair()
    slot = Slot(kind, person, random(SALT_BYTES), *costs, public)
    nonce = random(NONCE_BYTES)
    wrapped = crypto_aead_xchacha20poly1305_ietf_encrypt(
        secret, slot.bound, nonce, _key(slot, words)
    )
    return refill(replace(slot, wrapped=nonce + wrapped), keys)


def refill(slot: Slot, keys: Keys) -> Slot:
    """Return `slot` with other keys in it; the person's words are not needed."""
    return replace(slot, sealed=crypto_box_seal(b"".join(keys), slot.public))


def open_slot(slot: Slot, words: str) -> Keys | None:
    """Return the keys that `slot` guards, None when `words` do not open it.

    Raises:
        Fault: the slot was altered, or `words` is no whole sheet where it takes one.
    """
    if not slot.is_within_bounds:
        raise Fault(Refusal.KEY_FILE_ALTERED)
    key = _key(slot, words)
    nonce, wrapped = slot.wrapped[:NONCE_BYTES], slot.wrapped[NONCE_BYTES:]
    try:
        secret = crypto_aead_xchacha20poly1305_ietf_decrypt(wrapped, slot.bound, nonce, key)
    except (CryptoError, ValueError):  # the second for what is shorter than anything sealed
        return None
    return keys_in(slot, secret)


def keys_in(slot: Slot, secret: bytes) -> Keys:
    """Return the keys that `slot` guards, opened with its secret half.

    Raises:
        Fault: KEY_FILE_ALTERED, it is not its secret half, or nothing is sealed to it.
    """
    try:
        if crypto_scalarmult_base(secret) != slot.public:
            raise Fault(Refusal.KEY_FILE_ALTERED)
        joined = crypto_box_seal_open(slot.sealed, slot.public, secret)
    except CryptoError as error:
        raise Fault(Refusal.KEY_FILE_ALTERED) from error
    if not joined or len(joined) % KEY_BYTES:
        raise Fault(Refusal.KEY_FILE_ALTERED)
    return tuple(joined[at : at + KEY_BYTES] for at in range(0, len(joined), KEY_BYTES))


def _key(slot: Slot, words: str) -> bytes:
    if slot.kind is SlotKind.SHEET:
        return _hkdf(sheet.read(words).encode(), slot.salt)
    return argon2id.kdf(
        KEY_BYTES,
        passphrase.normalise(words).encode("utf-8", "surrogatepass"),
        slot.salt,
        opslimit=slot.passes,
        memlimit=slot.memory_mib * 1024 * 1024,
    )


def _hkdf(secret: bytes, salt: bytes) -> bytes:
    """Return 32 bytes made from a secret that needs no slow hash. Source: RFC 5869, SHA-256."""
    drawn = hmac.digest(salt, secret, sha256)
    return hmac.digest(drawn, Purpose.SLOT.value.encode() + b"\x01", sha256)


# -- as it stands in the file ----------------------------------------------------------------


def as_json(slot: Slot) -> dict[str, Any]:
    """Return `slot` as it is written into the file."""
    of_laptop = {"holder": slot.holder, "holder_pk": b64encode(slot.holder_pk).decode()}
    return {
        "kind": slot.kind.value,
        "person": slot.person,
        "salt": b64encode(slot.salt).decode(),
        "memory_mib": slot.memory_mib,
        "passes": slot.passes,
        "public": b64encode(slot.public).decode(),
        "wrapped": b64encode(slot.wrapped).decode(),
        "keys": b64encode(slot.sealed).decode(),
        "tried": slot.tried,
        **(of_laptop if slot.holder else {}),
    }


def from_json(value: dict[str, Any]) -> Slot:
    """Return the slot that `value` describes; costs out of bounds are read, opening refuses them.

    Raises:
        ValueError, KeyError, TypeError: it describes none.
    """
    slot = Slot(
        SlotKind(value["kind"]),
        _text(value["person"]),
        _bytes(value["salt"]),
        _whole(value["memory_mib"]),
        _whole(value["passes"]),
        _bytes(value["public"]),
        _bytes(value["wrapped"]),
        _bytes(value["keys"]),
        value["tried"] is True,
        _text(value.get("holder", "")),
        _bytes(value.get("holder_pk", "")),
    )
    if not _is_well_shaped(slot):
        raise ValueError("a slot of another shape")
    return slot


def _is_well_shaped(slot: Slot) -> bool:
    is_of_laptop = slot.kind is SlotKind.ESCROW
    lengths = len(slot.salt), len(slot.public), len(slot.holder_pk)
    wanted = SALT_BYTES, KEY_BYTES, KEY_BYTES if is_of_laptop else 0
    return lengths == wanted and is_of_laptop == bool(slot.holder)


def _bytes(value: object) -> bytes:
    return b64decode(_text(value), validate=True)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value
