"""Gzip on both ways, with a limit while inflating, so that a small bomb stays small."""

import struct
import zlib
from typing import NamedTuple

from patbm_desktop.wire.bad_message import BadMessage, TooLarge
from patbm_desktop.wire.limits import LINE, PAGE, PART, REQUEST

__all__ = [
    "LINE", "PAGE", "PART", "REQUEST", "BadMessage", "Tail", "TooLarge", "pack", "pack_before",
    "pack_tail", "unpack",
]  # fmt: skip

LEVEL = 6
_GZIP, _BARE = 31, -15
_MEMORY = 9


class Tail(NamedTuple):
    """The end of a message, packed before its beginning is known."""

    plain: bytes
    packed: bytes


def pack(data: bytes, level: int = LEVEL) -> bytes:
    """Return `data` as one gzip member."""
    squeezer = _squeezer(_GZIP, level)
    return squeezer.compress(data) + squeezer.flush()


def pack_tail(plain: bytes) -> Tail:
    """Pack the end of a message ahead of its beginning, for `pack_before`."""
    squeezer = _squeezer(_BARE)
    return Tail(plain, squeezer.compress(plain) + squeezer.flush())


def pack_before(head: bytes, tail: Tail) -> bytes:
    """Return `head` and then `tail` as one gzip member."""
    squeezer = _squeezer(_GZIP)
    front = squeezer.compress(head) + squeezer.flush(zlib.Z_SYNC_FLUSH)  # ends on a whole byte
    check = zlib.crc32(tail.plain, zlib.crc32(head))
    return front + tail.packed + struct.pack("<II", check, len(head) + len(tail.plain))


def unpack(data: bytes, limit: int) -> bytes:
    """Return what one gzip member holds.

    Raises:
        TooLarge: it inflates to more than `limit` bytes; no more than that was inflated.
        BadMessage: it is not one whole gzip member.
    """
    inflater = zlib.decompressobj(_GZIP)
    try:
        plain = inflater.decompress(data, limit + 1)
    except zlib.error as error:
        raise BadMessage("gzip") from error
    if len(plain) > limit:
        raise TooLarge("gzip")
    if not inflater.eof or inflater.unused_data:
        raise BadMessage("gzip")
    return plain


def _squeezer(form: int, level: int = LEVEL) -> "zlib._Compress":
    # Most of it is base64, in which short matches cost more than the letters they stand for.
    return zlib.compressobj(level, zlib.DEFLATED, form, _MEMORY, zlib.Z_FILTERED)
