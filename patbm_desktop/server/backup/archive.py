"""The file of a backup: a tar of the database, the sealed parts of photos, and a list of hashes.

It is written beside its place, flushed, read again and only then put there; reading it trusts no
name in it.
"""

import hashlib
import io
import json
import os
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Self

from patbm_desktop.wire import durable

FORMAT = 1
HEAD, DATABASE, HASHES = "patbm.json", "database", "hashes.json"
PART = re.compile(r"foto/([0-9.]{13})/([0-9a-f]{32})/([0-9a-f]{32})/([0-9a-f]{64})", re.ASCII)
PIECE = 1 << 20
PRIVATE = 0o600


class NoBackup(Exception):
    """Raised when a file is no whole backup; says what is missing."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup says of itself; `made` is seconds since 1970."""

    engine: str
    made: int
    version: str
    format: int = FORMAT


class Writing:
    """A backup that is being written; add the parts, then leave the `with` block."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._hashes: dict[str, str] = {}

    def add(self, name: str, data: bytes) -> None:
        """Add a small member."""
        self._put(name, io.BytesIO(data), len(data))

    def add_file(self, name: str, path: Path) -> None:
        """Add the file at `path` as it is now."""
        with path.open("rb") as file:
            self._put(name, file, os.fstat(file.fileno()).st_size)

    def _put(self, name: str, file: IO[bytes], size: int) -> None:
        made = tarfile.TarInfo(name)
        made.size, made.mode = size, PRIVATE
        hashing = _Hashing(file)
        self._tar.addfile(made, hashing)
        self._hashes[name] = hashing.hex()

    def finish(self) -> None:
        """Add the list of hashes, without which nothing can be restored."""
        self.add(HASHES, json.dumps(self._hashes).encode())


@contextmanager
def writing(path: Path, head: Head) -> Iterator[Writing]:
    """Write a backup to `path`; it is there whole or not at all.

    Raises:
        NoBackup: what was read back is not what was written.
    """
    fresh = path.with_name(path.name + ".part")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    try:
        with os.fdopen(handle, "wb") as file, tarfile.open(fileobj=file, mode="w") as tar:
            made = Writing(tar)
            made.add(HEAD, json.dumps(asdict(head)).encode())
            yield made
            made.finish()
        durable.fsync_file(fresh)
        with Reading.open(fresh) as read:
            read.verify()
        durable.rename(fresh, path)
        durable.fsync_folder(path.parent)
    finally:
        fresh.unlink(missing_ok=True)


class Reading:
    """A backup that is read; `verify` first, for nothing in it is believed before."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._names: list[str] = []

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Self]:
        """Open the backup at `path`.

        Raises:
            NoBackup: it cannot be read.
        """
        why = f"{path.name} tidak terbaca sebagai cadangan"
        try:
            tar = tarfile.open(path, mode="r:")  # noqa: SIM115 (closed below)
        except (tarfile.TarError, OSError, EOFError) as error:
            raise NoBackup(why) from error
        with tar:
            try:
                yield cls(tar)
            except (tarfile.TarError, EOFError) as error:
                raise NoBackup(why) from error

    def head(self) -> Head:
        """Return what the backup says of itself.

        Raises:
            NoBackup: it is of another kind or a newer server.
        """
        found = self._json(HEAD)
        if found.get("format") != FORMAT or found.get("engine") not in ("sqlite", "postgresql"):
            raise NoBackup("berkas ini bukan cadangan yang dikenal server ini")
        return Head(str(found["engine"]), int(found["made"]), str(found.get("version", "")))

    def verify(self) -> None:
        """Compare everything in it with its list of hashes.

        Raises:
            NoBackup: something is missing, added or changed.
        """
        self.head()
        hashes = self._json(HASHES)
        members = [each for each in self._tar.getmembers() if each.name != HASHES]
        names = [each.name for each in members]
        if sorted(names) != sorted(hashes) or DATABASE not in names:
            raise NoBackup("isi cadangan tidak lengkap")
        for each in members:
            if self._hash(each) != hashes[each.name] or not _is_ours(each.name):
                raise NoBackup(f"isi cadangan berubah: {each.name}")
        self._names = names

    def parts(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield kelurahan, space, ent and hash of every part of a photo in it."""
        for name in self._names:
            found = PART.fullmatch(name)
            if found:
                kelurahan, space, ent, sha = found.groups()
                yield kelurahan, space, ent, sha

    def part(self, kelurahan: str, space: str, ent: str, sha: str) -> bytes:
        """Return one part."""
        return self._file(f"foto/{kelurahan}/{space}/{ent}/{sha}").read()

    def save_database(self, path: Path) -> None:
        """Write the database to `path`, for nobody else to read."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        with os.fdopen(handle, "wb") as file:
            source = self._file(DATABASE)
            while piece := source.read(PIECE):
                file.write(piece)

    def _file(self, name: str) -> IO[bytes]:
        try:
            found = self._tar.extractfile(name)
        except KeyError:
            found = None
        if found is None:
            raise NoBackup(f"{name} tidak ada di dalamnya")
        return found

    def _json(self, name: str) -> dict[str, Any]:
        try:
            found = json.loads(self._file(name).read(64 * PIECE))
        except ValueError as error:
            raise NoBackup(f"{name} tidak terbaca") from error
        if not isinstance(found, dict):
            raise NoBackup(f"{name} tidak terbaca")
        return found

    def _hash(self, member: tarfile.TarInfo) -> str:
        if not member.isfile():
            return ""
        hashing = _Hashing(self._file(member.name))
        while hashing.read(PIECE):
            pass
        return hashing.hex()


class _Hashing:
    """A file that is hashed while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._state = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._state.update(data)
        return data

    def hex(self) -> str:
        return self._state.hexdigest()


def _is_ours(name: str) -> bool:
    return name in (HEAD, DATABASE) or PART.fullmatch(name) is not None
