"""Gzip on both ways, with a limit while inflating, so that a small bomb stays small."""

import zlib

from patbm_desktop.wire.bad_message import BadMessage, TooLarge
from patbm_desktop.wire.limits import LINE, PAGE, PART, REQUEST

__all__ = ["LINE", "PAGE", "PART", "REQUEST", "BadMessage", "TooLarge", "pack", "unpack"]

LEVEL = 6
_GZIP = 31
_MEMORY = 9


def pack(data: bytes, level: int = LEVEL) -> bytes:
    """Return `data` as one gzip member."""
    # Most of it is base64, in which short matches cost more than the letters they stand for.
    squeezer = zlib.compressobj(level, zlib.DEFLATED, _GZIP, _MEMORY, zlib.Z_FILTERED)
    return squeezer.compress(data) + squeezer.flush()


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
