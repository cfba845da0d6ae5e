"""Everything that stands in a vault's files, read as a thief with the key and a disk editor would.

Pages are decrypted one by one, free ones and those of the log too, so that a word which no table
holds any more is found all the same.
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from patbm_desktop.store.page_proof import IV, MAC, PAGE, SALT

LOG_HEAD, FRAME_HEAD = 32, 24


def texts(folder: Path, key: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the name of every file under `folder` with what it says, decrypted where it can be."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        yield str(path.relative_to(folder)), said(path, key)


def said(path: Path, key: bytes) -> bytes:
    """Return the bytes of one file, and after them what its pages say under `key`."""
    data = path.read_bytes()
    if path.name.endswith("-wal"):
        step = FRAME_HEAD + PAGE
        pages = [data[at + FRAME_HEAD : at + step] for at in range(LOG_HEAD, len(data), step)]
    elif ".db" in path.name and not path.name.endswith("-shm"):
        pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    else:
        pages = []
    return data + b"".join(_plain(page, key) for page in pages)


def _plain(page: bytes, key: bytes) -> bytes:
    """Return one page decrypted, as a first page and as any other: one of them is right."""
    if len(page) < PAGE:
        return b""
    iv = page[-MAC - IV : -MAC]
    return b"".join(
        Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor().update(page[start : -MAC - IV])
        for start in (0, SALT)
    )
