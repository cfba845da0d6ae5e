"""Read an encrypted database page by page, as whoever has its key could, free pages too.

AES-256-CBC in plain Python, slow and only for this: the driver shows no page that is free.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

PAGE = 4096
RESERVED = 80
"""Bytes at the end of a page: 16 of the initial vector, 64 of the signature."""

SALT = 16
Block = list[int]


def plain_pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Yield what each page of the database at `path` holds under `key`."""
    data = path.read_bytes()
    schedule = _schedule(key)
    for at in range(0, len(data), PAGE):
        page = data[at : at + PAGE]
        end = PAGE - RESERVED
        yield _decrypted(page[SALT if at == 0 else 0 : end], page[end : end + 16], schedule)


def _decrypted(text: bytes, vector: bytes, schedule: list[Block]) -> bytes:
    plain, before = bytearray(), vector
    for at in range(0, len(text), 16):
        block = text[at : at + 16]
        plain += bytes(a ^ b for a, b in zip(_opened(block, schedule), before, strict=True))
        before = block
    return bytes(plain)


@cache
def _boxes() -> tuple[list[int], list[int]]:
    """Return the substitution box and its inverse. Source: FIPS 197."""
    box, back = [0] * 256, [0] * 256
    p = q = 1
    while True:
        p ^= (p << 1) ^ (0x11B if p & 0x80 else 0)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        q ^= 0x09 if q & 0x80 else 0
        box[p] = 0x63 ^ q ^ _turn(q, 1) ^ _turn(q, 2) ^ _turn(q, 3) ^ _turn(q, 4)
        if p == 1:
            break
    box[0] = 0x63
    for at, value in enumerate(box):
        back[value] = at
    return box, back


def _turn(value: int, by: int) -> int:
    return (value << by | value >> (8 - by)) & 0xFF


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = (a << 1) ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


@cache
def _tables() -> tuple[list[int], ...]:
    return tuple([_times(value, by) for value in range(256)] for by in (14, 11, 13, 9))


def _schedule(key: bytes) -> list[Block]:
    box, _ = _boxes()
    words = [list(key[at : at + 4]) for at in range(0, 32, 4)]
    round_word = 1
    for at in range(8, 60):
        word = list(words[-1])
        if at % 8 == 0:
            word = [box[each] for each in word[1:] + word[:1]]
            word[0] ^= round_word
            round_word = _times(round_word, 2)
        elif at % 8 == 4:
            word = [box[each] for each in word]
        words.append([a ^ b for a, b in zip(words[at - 8], word, strict=True)])
    return [[*chain(*words[at : at + 4])] for at in range(0, 60, 4)]


def _opened(block: bytes, schedule: list[Block]) -> bytes:
    _, back = _boxes()
    e, b, d, n = _tables()
    state = [a ^ k for a, k in zip(block, schedule[-1], strict=True)]
    for round_key in reversed(schedule[:-1]):
        shifted = [back[state[(at - 4 * (at % 4)) % 16]] for at in range(16)]
        state = [a ^ k for a, k in zip(shifted, round_key, strict=True)]
        if round_key is schedule[0]:
            break
        mixed = []
        for at in range(0, 16, 4):
            w, x, y, z = state[at : at + 4]
            mixed += [
                e[w] ^ b[x] ^ d[y] ^ n[z], n[w] ^ e[x] ^ b[y] ^ d[z],
                d[w] ^ n[x] ^ e[y] ^ b[z], b[w] ^ d[x] ^ n[y] ^ e[z],
            ]  # fmt: skip
        state = mixed
    return bytes(state)
