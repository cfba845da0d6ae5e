"""Names of things: 16 bytes written as 32 lower-case hex digits, and the short codes people read.

Every id that is a hash carries a purpose of its own, so that no two uses can ever meet.
"""

import re
import secrets
from enum import StrEnum
from hashlib import blake2b

SIZE = 16
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HEX = re.compile(r"[0-9a-f]{32}", re.ASCII)


class Purpose(StrEnum):
    """What a hash is the name of; BLAKE2b's `person`."""

    OP = "patbm-op"
    DEVICE = "patbm-dev"
    SPACE = "patbm-space"
    CHAIN = "patbm-chain"
    KEY = "patbm-kid"
    RT = "patbm-rt"
    ROW = "patbm-row"
    SLOT = "patbm-slot"
    HELP = "patbm-help"


# A copy of a hash that was begun costs a third of beginning one; a page of ops takes thousands.
_BEGUN = {each: blake2b(digest_size=SIZE, person=each.value.encode()) for each in Purpose}


def digest(purpose: Purpose, *parts: bytes) -> str:
    """Return the id of `parts` taken together."""
    state = _BEGUN[purpose].copy()
    for part in parts:
        state.update(part)
    return state.hexdigest()


def fresh() -> str:
    """Return an id that nobody has used before."""
    return secrets.token_hex(SIZE)


def is_id(text: object) -> bool:
    """Say whether `text` is an id as it is written in an op."""
    return isinstance(text, str) and _HEX.fullmatch(text) is not None


def device_id(sign_pk: bytes, box_pk: bytes) -> str:
    """Return the id of the device that owns both public keys (32 bytes each)."""
    return digest(Purpose.DEVICE, sign_pk, box_pk)


def space_id(founder: str, seed: bytes) -> str:
    """Return the id of the space that `founder` (a device) rooted with 16 random bytes."""
    return digest(Purpose.SPACE, bytes.fromhex(founder), seed)


def rt_id(kelurahan: str, number: str, generation: int = 1) -> str:
    """Return the id every laptop gives this RT; `generation` grows when a number is given anew."""
    return digest(Purpose.RT, f"{kelurahan}|{number}|{generation}".encode())


def row_id(*parts: str) -> str:
    """Return the id of a row that must be the same wherever it is made, such as a month report."""
    return digest(Purpose.ROW, "|".join(parts).encode())


def crockford(ent: str, letters: int) -> str:
    """Return the first `letters` of `ent` in Crockford base32, five bits a letter."""
    digits = -(-letters * 5 // 4)
    bits = int(ent[:digits], 16) >> (digits * 4 - letters * 5)
    return "".join([CROCKFORD[bits >> shift & 31] for shift in range(letters * 5 - 5, -1, -5)])


def device_code(dev: str) -> str:
    """Return the twelve characters (60 bits) by which people name a laptop aloud."""
    return crockford(dev, 12)


def case_code(ent: str) -> str:
    """Return the code by which people name a case, for example ``K-7QH2MD``."""
    return f"K-{crockford(ent, 6)}"


def letter_code(ent: str) -> str:
    """Return the code printed on a referral letter, for example ``R-8KXP4D``."""
    return f"R-{crockford(ent, 6)}"
