"""The key file of a vault as bytes: `kunci.json`, kept twice.

`sum` notices bits that rotted, so that the second copy is asked; `mac` is keyed with the newest
database key, so that nobody without it can slip a slot in and wait for the keys to be put there.
Not guarded against: somebody who replaces the whole vault, or this program, and comes back later.
"""

import contextlib
import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError
from nacl.utils import random

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import Purpose
from patbm_desktop.seal import slot
from patbm_desktop.seal.slot import Keys, Slot, SlotKind
from patbm_desktop.wire.durable import write_atomically

FIRST = "kunci.json"
SECOND = "kunci.cadangan.json"
FORMAT = 1
LONGEST = 4 * 1024 * 1024
"""Bytes; no vault has so many people."""

_PERSON = Purpose.SLOT.value.encode()


@dataclass(frozen=True, slots=True)
class KeyFile:
    """One copy, as read. `hidden` holds the names, sealed, while the screen shows none."""

    slots: tuple[Slot, ...]
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    hides_names: bool = False
    hidden: bytes = field(default=b"", repr=False)
    mac: str = ""
    sum: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it stands as it was written, bit for bit."""
        return self.sum == _sum(self)

    @property
    def is_within_bounds(self) -> bool:
        """Whether every slot costs what this program would let it cost."""
        return all(each.is_within_bounds for each in self.slots)

    def find(self, kind: SlotKind, of: str) -> Slot | None:
        """Return the slot of this kind that the person `of` has, or the laptop, if there is one."""
        own = (each for each in self.slots if each.kind is kind and each.of == of)
        return next(own, None)

    def with_slot(self, new: Slot) -> "KeyFile":
        """Return this file with `new` in the place of the slot of the same kind and owner."""
        old = self.find(new.kind, new.of)
        if old is None:
            return replace(self, slots=(*self.slots, new))
        return replace(self, slots=tuple(new if each is old else each for each in self.slots))


# -- the two copies --------------------------------------------------------------------------


def exists(folder: Path) -> bool:
    """Say whether either copy is there, damaged or not."""
    return any((folder / name).exists() for name in (FIRST, SECOND))


def write(folder: Path, file: KeyFile, keys: Keys) -> None:
    """Write both copies with `keys` in every slot; the first copy goes last and decides.

    Raises:
        Fault: the disk is full, or the folder cannot be written.
    """
    people_left = {each.person for each in file.slots}
    names = {ent: name for ent, name in file.names.items() if ent in people_left}
    file = replace(
        file,
        slots=tuple(slot.refill(each, keys) for each in file.slots),
        names={} if file.hides_names else names,
        hidden=_hide(names, keys[0]) if file.hides_names else b"",
    )
    file = replace(file, mac=_mac(file, keys[0]))
    data = _bytes(replace(file, sum=_sum(file)))
    for name in (SECOND, FIRST):
        write_atomically(folder / name, data)


def mend(folder: Path, file: KeyFile) -> None:
    """Make both copies equal to `file`; what cannot be written now is left to a later opening."""
    data = _bytes(file)
    for name in (SECOND, FIRST):
        if _content(folder / name) != data:
            with contextlib.suppress(Fault):  # a full disk must not keep a vault shut
                write_atomically(folder / name, data)


def read(folder: Path) -> KeyFile:
    """Return the first of the two copies that is whole.

    Raises:
        Fault: there is no vault; or no copy is whole, or none has the costs we write.
    """
    if not exists(folder):
        raise Fault(Refusal.VAULT_MISSING)
    copies = [_parse(_content(folder / name)) for name in (FIRST, SECOND)]
    readable = [copy for copy in copies if copy]
    for copy in readable:
        if copy.is_whole:
            return copy
    if all(copy.is_within_bounds for copy in readable):
        raise Fault(Refusal.KEY_FILE_DAMAGED)
    raise Fault(Refusal.KEY_FILE_ALTERED)


def _content(path: Path) -> bytes:
    """Return what stands in a copy, nothing where it cannot be read or is no file of ours."""
    try:
        with path.open("rb") as file:
            return file.read(LONGEST)
    except OSError:
        return b""


def _parse(data: bytes) -> KeyFile | None:
    try:
        value = json.loads(data)
        if value["f"] != FORMAT:
            return None
        return KeyFile(
            tuple(slot.from_json(each) for each in value["slots"]),
            _as_names(value["names"]),
            value["hides_names"] is True,
            b64decode(value["hidden"], validate=True),
            _hex(value["mac"]),
            _hex(value["sum"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _hex(value: str) -> str:
    return bytes.fromhex(value).hex()


def _as_names(value: Any) -> dict[str, str]:
    return {str(ent): str(name) for ent, name in value.items()}


def _as_json(file: KeyFile) -> dict[str, Any]:
    """Return what both `mac` and `sum` speak of."""
    return {
        "f": FORMAT,
        "slots": [slot.as_json(each) for each in file.slots],
        "names": dict(file.names),
        "hides_names": file.hides_names,
        "hidden": b64encode(file.hidden).decode(),
    }


def _plain(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True).encode()


def _mac(file: KeyFile, key: bytes) -> str:
    text = _plain(_as_json(file))
    return blake2b(text, digest_size=32, key=key, person=_PERSON).hexdigest()


def _sum(file: KeyFile) -> str:
    text = _plain({**_as_json(file), "mac": file.mac})
    return blake2b(text, digest_size=16, person=_PERSON).hexdigest()


def _bytes(file: KeyFile) -> bytes:
    value = {**_as_json(file), "mac": file.mac, "sum": file.sum}
    return json.dumps(value, indent=1, sort_keys=True).encode() + b"\n"


# -- what is sealed or confirmed with a database key -----------------------------------------


def is_written_by(file: KeyFile, keys: Keys) -> bool:
    """Say whether somebody wrote `file` who held one of `keys` as the newest."""
    return any(hmac.compare_digest(file.mac, _mac(file, key)) for key in keys)


def _names_key(key: bytes) -> bytes:
    return blake2b(b"names", digest_size=32, key=key, person=_PERSON).digest()


def _hide(names: Mapping[str, str], key: bytes) -> bytes:
    nonce, text = random(slot.NONCE_BYTES), json.dumps(dict(names)).encode()
    aad = FIRST.encode()
    cipher = crypto_aead_xchacha20poly1305_ietf_encrypt(text, aad, nonce, _names_key(key))
    return nonce + cipher


def names(file: KeyFile, keys: Keys) -> Mapping[str, str]:
    """Return the names of the people, whether shown or hidden.

    Raises:
        Fault: hidden ones open with none of `keys`.
    """
    if not file.hides_names:
        return file.names
    nonce, cipher = file.hidden[: slot.NONCE_BYTES], file.hidden[slot.NONCE_BYTES :]
    for key in keys:
        with contextlib.suppress(CryptoError):
            text = crypto_aead_xchacha20poly1305_ietf_decrypt(
                cipher, FIRST.encode(), nonce, _names_key(key)
            )
            return _as_names(json.loads(text))
    raise Fault(Refusal.KEY_FILE_ALTERED)
