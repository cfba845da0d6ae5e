"""A box: what only the holders of one space key can read, bound to the op it travels in.

Purpose: carry the sealed fields of an op through a server and sticks that must not read them.

Schema: ``base64(tag || nonce || XChaCha20-Poly1305(key, nonce, AAD, padded))``; `padded` is one
byte naming a shipped dictionary (0 for none), the raw deflate of the JSON with it, one byte 0x80,
and zeros up to a multiple of 128 bytes, at least 256.

Fields: `nonce` is random, never counted, because a restored laptop would count again; `tag` is a
keyed hash of it, by which a reader finds the key among those it holds and is bound to it; the AAD
is the header of the op, so that a box opens nowhere else.
"""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from typing import Any

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES,
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError
from nacl.utils import random

from patbm_desktop.assets import asset
from patbm_desktop.domain.op import BadOp, dumps, loads_strict

TAG_BYTES = 8
NONCE_BYTES = 24
STEP = 128
SMALLEST = 256
"""Padded sizes, in bytes: few classes, so that a size says little."""

LONGEST_INSIDE = 64 * 1024
"""Bytes of JSON; inflating stops there, whatever a box claims."""

NO_DICTIONARY = 0
NEWEST_DICTIONARY = 1
_HEADER = TAG_BYTES + NONCE_BYTES
_MARK = b"\x80"


class Why(StrEnum):
    """Why a box stays closed."""

    UNREADABLE = "unreadable"
    """Not a box at all: wrong letters or a size that no box has."""
    NO_KEY = "no_key"
    """Sealed with a key that is not here (yet)."""
    ALTERED = "altered"
    """Changed on the way, or taken out of another op."""
    NEWER = "newer"
    """Packed with a dictionary that a later release ships."""
    BAD_CONTENT = "bad_content"
    """Opened, but what is inside breaks the format."""


class Unopened(Exception):
    """Raised when a box stays closed; says why, and nothing of what it holds."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Opened:
    """What stood in a box, and the id of the key that opened it: its use must be the kind's."""

    kid: str
    value: dict[str, Any] = field(repr=False)


def seal_box(key: bytes, aad: bytes, value: Mapping[str, Any]) -> str:
    """Return `value` sealed with a space key and bound to `aad` (see `domain.op.box_aad`).

    Raises:
        BadOp: it is longer than any reader would inflate.
    """
    text = dumps(value)
    if len(text) > LONGEST_INSIDE:
        raise BadOp("a box longer than 64 KiB")
    nonce = random(NONCE_BYTES)
    cipher = crypto_aead_xchacha20poly1305_ietf_encrypt(_pack(text), aad, nonce, key)
    return b64encode(_tag(key, nonce) + nonce + cipher).decode()


def open_box(keys: Mapping[str, bytes], box: str, aad: bytes) -> Opened:
    """Return what stands in `box`, opened with the one of `keys` (kid to key) it was sealed with.

    Raises:
        Unopened: it stays closed; no bytes whatever raise anything else.
    """
    raw = _raw(box)
    tag, nonce, cipher = raw[:TAG_BYTES], raw[TAG_BYTES:_HEADER], raw[_HEADER:]
    for kid, key in keys.items():
        if _tag(key, nonce) == tag:
            return Opened(kid, _content(_decrypt(cipher, aad, nonce, key)))
    raise Unopened(Why.NO_KEY)


def _raw(box: str) -> bytes:
    try:
        raw = b64decode(box, validate=True)
    except ValueError as error:
        raise Unopened(Why.UNREADABLE) from error
    padded = len(raw) - _HEADER - crypto_aead_xchacha20poly1305_ietf_ABYTES
    if padded < SMALLEST or padded % STEP:
        raise Unopened(Why.UNREADABLE)
    return raw


def _tag(key: bytes, nonce: bytes) -> bytes:
    return blake2b(nonce, digest_size=TAG_BYTES, key=key).digest()


def _decrypt(cipher: bytes, aad: bytes, nonce: bytes, key: bytes) -> bytes:
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(cipher, aad, nonce, key)
    except CryptoError as error:
        raise Unopened(Why.ALTERED) from error


def _pack(text: bytes) -> bytes:
    deflate = _packer().copy()
    packed = bytes([NEWEST_DICTIONARY]) + deflate.compress(text) + deflate.flush() + _MARK
    size = max(SMALLEST, -(-len(packed) // STEP) * STEP)
    return packed.ljust(size, b"\0")


def _content(padded: bytes) -> dict[str, Any]:
    packed = padded.rstrip(b"\0")
    if len(packed) < 2 or not packed.endswith(_MARK):
        raise Unopened(Why.BAD_CONTENT)
    try:
        value = loads_strict(_inflated(packed[0], packed[1:-1]))
    except BadOp as error:
        raise Unopened(Why.BAD_CONTENT) from error
    if not isinstance(value, dict):
        raise Unopened(Why.BAD_CONTENT)
    return value


def _inflated(version: int, packed: bytes) -> bytes:
    if version > NEWEST_DICTIONARY:
        raise Unopened(Why.NEWER)
    inflate = zlib.decompressobj(-zlib.MAX_WBITS, zdict=_dictionary(version))
    try:
        text = inflate.decompress(packed, LONGEST_INSIDE + 1)
    except zlib.error as error:
        raise Unopened(Why.BAD_CONTENT) from error
    if not inflate.eof or inflate.unused_data or len(text) > LONGEST_INSIDE:
        raise Unopened(Why.BAD_CONTENT)
    return text


@cache
def _dictionary(version: int) -> bytes:
    """Return a shipped dictionary. Its bytes never change; a better one gets the next number."""
    return b"" if version == NO_DICTIONARY else asset(f"words/box-{version}.dict").read_bytes()


@cache
def _packer() -> "zlib._Compress":
    """Return a compressor that has read the dictionary; copying it is quicker than reading again.

    A window of 8 KiB and little memory: boxes are short, and the dictionary has 7 KiB.
    """
    dictionary = _dictionary(NEWEST_DICTIONARY)
    return zlib.compressobj(9, zlib.DEFLATED, -13, 5, zlib.Z_DEFAULT_STRATEGY, dictionary)
