"""A sealed stream of lines: what a stick carries of one space, for the devices named and no other.

Purpose: a file that anybody may hold and only the readers open; whoever cuts it, changes a bit of
it or exchanges its head is noticed before a line is believed.

Schema: the stream header of libsodium's secretstream (24 bytes), then pieces, each after its length
(four bytes, the highest first), then a length of nothing. The pieces, opened, are one gzip of the
lines, each with a line feed. The last piece bears the FINAL tag, so a stream that was cut is never
taken for a whole one. Every piece is bound to `bound`, the head that stands before the stream.

Fields: the file key is drawn for one stream and stands in the head as a SealedBox for every reader.

Both ways hold a piece and a line in memory, whatever the length of the file. What grows far beyond
its packed size is no notes of anybody and is put down.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping

from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_ABYTES as MORE_BYTES,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_HEADERBYTES as HEADER_BYTES,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_init_pull as init_pull,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_init_push as init_push,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_keygen as keygen,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_pull as pull,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_push as push,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_state as State,  # noqa: N812  (it is a class)
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_TAG_FINAL as FINAL,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_TAG_MESSAGE as MESSAGE,
)
from nacl.exceptions import CryptoError

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import key as space_keys
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.wire.limits import LINE

Read = Callable[[int], bytes]
"""Takes a number of bytes and returns that many, fewer only where the file ends."""

PIECE = 64 * 1024
"""Bytes of packed text in one piece."""

SWELLING, SWELLING_FREE = 64, 4 * 1024 * 1024
"""How many times its size a stream may inflate to, and from how many bytes on that is asked. Ops
bear signatures, which do not pack: notes swell four times, a bomb a thousand times."""

_LENGTH_BYTES = 4
_GZIP = 31


def draw_key() -> bytes:
    """Return a key for one stream."""
    return keygen()


def for_readers(key: bytes, readers: Mapping[str, bytes]) -> dict[str, str]:
    """Return `key` as it stands in a head: sealed to the `box_pk` of each reader (by device)."""
    wrapped = {dev: space_keys.wrap(key, box_pk) for dev, box_pk in sorted(readers.items())}
    return {dev: text for dev, text in wrapped.items() if text}


def key_for(device: DeviceKeys, wrapped: object) -> bytes | None:
    """Return the key of a stream that a head holds for `device`; None where it holds none."""
    return space_keys.unwrap(device, wrapped)


class Sealer:
    """Writes one stream; `finish` ends it."""

    def __init__(self, write: Callable[[bytes], object], key: bytes, bound: bytes) -> None:
        self._write = write
        self._bound = bound
        self._state = State()
        self._gzip = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
        self._packed = bytearray()
        write(init_push(self._state, key))

    def line(self, line: bytes) -> None:
        """Put one line, without its line feed, into the stream."""
        if len(line) > LINE:
            raise ValueError("a line longer than any reader takes")
        self._packed += self._gzip.compress(line) + self._gzip.compress(b"\n")
        while len(self._packed) > PIECE:
            self._piece(bytes(self._packed[:PIECE]), MESSAGE)
            del self._packed[:PIECE]

    def finish(self) -> None:
        """Write what is left, the last piece marked as such."""
        self._packed += self._gzip.flush()
        while len(self._packed) > PIECE:
            self._piece(bytes(self._packed[:PIECE]), MESSAGE)
            del self._packed[:PIECE]
        self._piece(bytes(self._packed), FINAL)
        self._write(bytes(_LENGTH_BYTES))

    def _piece(self, packed: bytes, tag: int) -> None:
        sealed = push(self._state, packed, self._bound, tag)
        self._write(len(sealed).to_bytes(_LENGTH_BYTES, "big") + sealed)


def skip(read: Read) -> None:
    """Walk over a stream that is for others.

    Raises:
        Fault: the file ends in it, or it is no stream.
    """
    _exactly(read, HEADER_BYTES)
    for _ in _pieces(read):
        pass


def lines(read: Read, key: bytes, bound: bytes) -> Iterator[bytes]:
    """Give the lines of a stream, each proven to be what its writer wrote.

    Only when the last was given is it known that none was cut off.

    Raises:
        Fault: BUNDLE_CUT, the file ends before the stream does; BUNDLE_ALTERED, a bit of it was
            changed or the key is of another; BUNDLE_SWOLLEN, a line or the whole is beyond
            what notes can be. No bytes whatever raise anything else.
    """
    rest = bytearray()
    for text in _inflated(_opened(read, key, bound)):
        rest += text
        *whole, last = rest.split(b"\n")
        if any(len(line) > LINE for line in (*whole, last)):
            raise Fault(Refusal.BUNDLE_SWOLLEN)
        yield from map(bytes, whole)
        rest = last
    if rest:
        raise Fault(Refusal.BUNDLE_ALTERED)


def _opened(read: Read, key: bytes, bound: bytes) -> Iterator[bytes]:
    state, tag = State(), MESSAGE
    init_pull(state, _exactly(read, HEADER_BYTES), key)
    for sealed in _pieces(read):
        if tag == FINAL:
            raise Fault(Refusal.BUNDLE_ALTERED)
        try:
            packed, tag = pull(state, sealed, bound)
        except (CryptoError, ValueError) as error:
            raise Fault(Refusal.BUNDLE_ALTERED) from error
        yield packed
    if tag != FINAL:
        raise Fault(Refusal.BUNDLE_CUT)


def _pieces(read: Read) -> Iterator[bytes]:
    while length := int.from_bytes(_exactly(read, _LENGTH_BYTES), "big"):
        if not MORE_BYTES <= length <= PIECE + MORE_BYTES:
            raise Fault(Refusal.BUNDLE_ALTERED)
        yield _exactly(read, length)


def _exactly(read: Read, length: int) -> bytes:
    found = read(length)
    if len(found) != length:
        raise Fault(Refusal.BUNDLE_CUT)
    return found


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj(_GZIP)
    taken = given = 0
    for piece in packed:
        taken += len(piece)
        for text in _inflate_some(inflate, piece):
            given += len(text)
            if given > max(SWELLING_FREE, SWELLING * taken):
                raise Fault(Refusal.BUNDLE_SWOLLEN)
            yield text
    if not inflate.eof:
        raise Fault(Refusal.BUNDLE_ALTERED)


def _inflate_some(inflate: "zlib._Decompress", piece: bytes) -> Iterator[bytes]:
    text = b""
    while piece or len(text) == PIECE:  # a full answer may have more behind it
        try:
            text = inflate.decompress(piece, PIECE)
        except zlib.error as error:
            raise Fault(Refusal.BUNDLE_ALTERED) from error
        if inflate.unused_data:
            raise Fault(Refusal.BUNDLE_ALTERED)
        yield text
        piece = inflate.unconsumed_tail
