"""Where the sealed parts of photos lie: files under one folder, named by what is in them."""

import shutil
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from patbm_desktop.wire import durable

UNFINISHED = ".part"


class PartShelf(Protocol):
    """A place for sealed parts; the database says which are there."""

    def put(self, kelurahan: str, space: str, ent: str, sha: str, data: bytes) -> None:
        """Lay one part down for good; twice is the same."""

    def has(self, kelurahan: str, space: str, ent: str, sha: str) -> bool:
        """Say whether one part lies here, whatever the database says."""

    def get(self, kelurahan: str, space: str, ent: str, sha: str) -> bytes | None:
        """Fetch one part, None where its file is gone."""

    def drop(self, kelurahan: str, space: str, ent: str) -> None:
        """Take away every part of one record."""

    def copy(self, source: str, target: str, space: str) -> None:
        """Lay every part of a space down in a second kelurahan as well."""

    def drop_elsewhere(self, kelurahan: str, space: str) -> None:
        """Take away what lies of a space in any other kelurahan."""


class MemoryShelf:
    """Parts in this process, for tests and the simulation."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str, str, str], bytes] = {}

    def put(self, kelurahan: str, space: str, ent: str, sha: str, data: bytes) -> None:
        """Lay one part down."""
        self._parts[kelurahan, space, ent, sha] = data

    def has(self, kelurahan: str, space: str, ent: str, sha: str) -> bool:
        """Say whether one part lies here."""
        return (kelurahan, space, ent, sha) in self._parts

    def get(self, kelurahan: str, space: str, ent: str, sha: str) -> bytes | None:
        """Fetch one part."""
        return self._parts.get((kelurahan, space, ent, sha))

    def drop(self, kelurahan: str, space: str, ent: str) -> None:
        """Take away every part of one record."""
        for key in [key for key in self._parts if key[:3] == (kelurahan, space, ent)]:
            del self._parts[key]

    def copy(self, source: str, target: str, space: str) -> None:
        """Lay every part of a space down in a second kelurahan as well."""
        for key in [key for key in self._parts if key[:2] == (source, space)]:
            self._parts[target, *key[1:]] = self._parts[key]

    def drop_elsewhere(self, kelurahan: str, space: str) -> None:
        """Take away what lies of a space in any other kelurahan."""
        for key in [key for key in self._parts if key[0] != kelurahan and key[1] == space]:
            del self._parts[key]


class FolderShelf:
    """Parts as files: ``kelurahan/space/ent/sha``; the ids are hex, so no path can lead out."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, kelurahan: str, space: str, ent: str, sha: str, data: bytes) -> None:
        """Write one part beside its place, flush it, and put it in place at once."""
        folder = self._folder(kelurahan, space, ent)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = folder / f"{sha}.{token_hex(4)}{UNFINISHED}"
        with fresh.open("wb") as file:
            file.write(data)
        durable.fsync_file(fresh)
        durable.rename(fresh, folder / sha)
        durable.fsync_folder(folder)

    def has(self, kelurahan: str, space: str, ent: str, sha: str) -> bool:
        """Say whether the file of one part is there."""
        return (self._folder(kelurahan, space, ent) / sha).is_file()

    def get(self, kelurahan: str, space: str, ent: str, sha: str) -> bytes | None:
        """Read one part, None where its file is gone."""
        with suppress(FileNotFoundError):
            return (self._folder(kelurahan, space, ent) / sha).read_bytes()
        return None

    def drop(self, kelurahan: str, space: str, ent: str) -> None:
        """Remove the folder of one record."""
        with suppress(FileNotFoundError):
            shutil.rmtree(self._folder(kelurahan, space, ent))

    def copy(self, source: str, target: str, space: str) -> None:
        """Give every part of a space a second place, and flush it."""
        for file in sorted((self._root / source / space).glob("*/*")):
            if file.suffix != UNFINISHED:
                self.put(target, space, file.parent.name, file.name, file.read_bytes())

    def drop_elsewhere(self, kelurahan: str, space: str) -> None:
        """Remove the folders of a space in every other kelurahan."""
        for folder in self._root.glob(f"*/{space}"):
            if folder.parent.name != kelurahan:
                shutil.rmtree(folder)

    def _folder(self, kelurahan: str, space: str, ent: str) -> Path:
        return self._root / kelurahan / space / ent
