"""Where the sealed parts of photos lie: files under one folder, named by what is in them."""

import shutil
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from patbm_desktop.wire import durable


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


class FolderShelf:
    """Parts as files: ``kelurahan/space/ent/sha``; the ids are hex, so no path can lead out."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, kelurahan: str, space: str, ent: str, sha: str, data: bytes) -> None:
        """Write one part beside its place, flush it, and put it in place at once."""
        folder = self._folder(kelurahan, space, ent)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = folder / f"{sha}.{token_hex(4)}.part"
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

    def _folder(self, kelurahan: str, space: str, ent: str) -> Path:
        return self._root / kelurahan / space / ent
