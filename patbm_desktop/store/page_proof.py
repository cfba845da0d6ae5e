"""Tell a damaged file of ours from a file that never was ours, without opening it.

SQLCipher signs every page by itself, so one page that proves itself under our key says that the
file is ours, whatever happened to the others.

Source: SQLCipher 4 design: page 4096 bytes, of which the last 80 are 16 bytes of IV and an
HMAC-SHA512 over content, IV and the page number (little-endian); the HMAC key is
PBKDF2-HMAC-SHA512(key, salt XOR 0x3a, 2 rounds); the salt is the first 16 bytes of the file.
"""

import hmac
from hashlib import pbkdf2_hmac
from pathlib import Path

PAGE = 4096
SALT = 16
IV = 16
MAC = 64
PLAIN = b"SQLite format 3\x00"
PAGES_TRIED = 64


def is_plain(path: Path) -> bool:
    """Say whether `path` is a database that nobody encrypted."""
    with path.open("rb") as file:
        return file.read(len(PLAIN)) == PLAIN


def is_under(path: Path, key: bytes) -> bool:
    """Say whether any of the first pages of `path` was written under `key`."""
    with path.open("rb") as file:
        pages = (file.read(PAGE) for _ in range(PAGES_TRIED))
        first = next(pages)
        mac_key = _mac_key(key, first[:SALT])
        if _proves(mac_key, first[SALT:], 1):
            return True
        return any(_proves(mac_key, page, number) for number, page in enumerate(pages, 2))


def _mac_key(key: bytes, salt: bytes) -> bytes:
    mask = bytes(byte ^ 0x3A for byte in salt)
    return pbkdf2_hmac("sha512", key, mask, 2, len(key))


def _proves(mac_key: bytes, page: bytes, number: int) -> bool:
    if len(page) < PAGE - SALT:
        return False
    signed, mac = page[:-MAC], page[-MAC:]
    made = hmac.digest(mac_key, signed + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(made, mac)
