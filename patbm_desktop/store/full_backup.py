"""The full backup: one file with the database, the sealed photos and the slots that open them.

A ZIP archive, stored and not compressed, for all in it is ciphertext. First entry: a mark that
tells a damaged backup of ours from a file that never was one. Last entry: the manifest, with size
and SHA-256 of every other.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec
from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.release import VERSION
from patbm_desktop.store import connect, parts, schema, snapshot
from patbm_desktop.store import folder as names
from patbm_desktop.wire import durable

Progress = Callable[[int, int], None]

FORMAT = 1
MARK = "patbm"
MANIFEST = "isi.json"
CHUNK = 256 * 1024
LONGEST_MANIFEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class File:
    """One file of a backup: its length in bytes and the SHA-256 of its content."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds; `schema` is that of its database, `made_at` a moment in UTC (ISO)."""

    patbm: int
    version: str
    schema: int
    made_at: str
    files: Mapping[str, File]


# -- writing ---------------------------------------------------------------------------------


def write(
    db: Database, folder: Path, target: Path, *, progress: Progress | None = None
) -> Manifest:
    """Write a full backup of the vault in `folder` to `target`; `db` is its database.

    Whatever lay at `target` is replaced in one step, after the new file was read back and found
    right. `progress` hears how many files of how many are written. A photo that the disk has spoilt
    is left out: it is no use to anybody.

    Raises:
        Fault: the disk, there or here, is at fault; what lay at `target` stands.
    """
    part = target.with_name(target.name + ".part")
    copy = folder / f"{names.COPY}-{token_hex(4)}"
    try:
        snapshot.take(db, copy)
        with durable.named():
            manifest = _write_archive(part, _sources(folder, copy), schema.version(db), progress)
            durable.fsync_file(part)
            _demand_same(part, manifest)
            durable.rename(part, target)
            durable.fsync_folder(target.parent)
    finally:
        connect.remove(copy)
        part.unlink(missing_ok=True)
    return manifest


def _sources(folder: Path, copy: Path) -> dict[str, Path]:
    """Say which file goes into the archive under which name."""
    found = {names.DATABASE: copy}
    for path in sorted(folder.glob(names.KEY_FILES)):
        found[path.name] = path
    if (folder / names.NUMBERS).is_file():
        found[names.NUMBERS] = folder / names.NUMBERS
    for name in sorted(parts.every(folder)):
        if parts.is_whole(folder, name):
            found[parts.place_of(name)] = folder / parts.place_of(name)
    return found


def _write_archive(
    part: Path, sources: Mapping[str, Path], schema_of: int, progress: Progress | None
) -> Manifest:
    files = {}
    with ZipFile(part, "w") as archive:
        archive.writestr(MARK, f"{FORMAT}\n")
        for done, (name, path) in enumerate(sources.items(), 1):
            with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as entry:
                files[name] = _copied(source, entry)
            if progress:
                progress(done, len(sources))
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = Manifest(FORMAT, VERSION, schema_of, made_at, files)
        archive.writestr(MANIFEST, msgspec.json.encode(asdict(manifest)))
    return manifest


def _copied(source: IO[bytes], target: IO[bytes] | None) -> File:
    """Copy `source` to `target` and return what it was."""
    state, size = sha256(), 0
    while chunk := source.read(CHUNK):
        state.update(chunk)
        size += len(chunk)
        if target is not None:
            target.write(chunk)
    return File(size, state.hexdigest())


def _demand_same(part: Path, manifest: Manifest) -> None:
    if read(part) != manifest:
        raise Fault(Refusal.FILE_NOT_WRITABLE)


# -- reading ---------------------------------------------------------------------------------


def read(file: Path) -> Manifest:
    """Read a whole backup, prove every byte of it, and say what it holds.

    Raises:
        Fault: FILE_MISSING; BACKUP_FOREIGN, it is no backup of ours; BACKUP_DAMAGED; or
            DATABASE_NEWER, a later release made it.
    """
    with opened(file) as archive:
        return archive.manifest


@contextmanager
def key_folder(file: Path) -> Iterator[Path]:
    """Lay the key files of a backup into a folder of their own, for as long as the block runs.

    Raises:
        Fault: as `read`.
    """
    with opened(file) as archive, TemporaryDirectory() as name:
        for each in archive.key_files:
            archive.extract(each, Path(name) / each)
        yield Path(name)


class Archive:
    """An open backup whose every byte was proven."""

    def __init__(self, zipped: ZipFile) -> None:
        self._zipped = zipped
        if not all(map(_is_plain, zipped.infolist())):
            raise Fault(Refusal.BACKUP_DAMAGED)
        self.manifest = self._read_manifest()
        for name, expected in self.manifest.files.items():
            with zipped.open(name) as entry:
                if not _is_ours(name) or _copied(entry, None) != expected:
                    raise Fault(Refusal.BACKUP_DAMAGED)

    @property
    def key_files(self) -> list[str]:
        """Names of the files with the slots."""
        return [name for name in self.manifest.files if Path(name).match(names.KEY_FILES)]

    @property
    def part_names(self) -> list[str]:
        """Names of the sealed parts in it."""
        return [Path(name).name for name in self.manifest.files if "/" in name]

    def part(self, name: str) -> bytes:
        """Return one sealed part."""
        return self._zipped.read(parts.place_of(name))

    def extract(self, name: str, target: Path) -> None:
        """Write one file of the backup to `target` and see it safely on the disk."""
        with durable.named():
            with self._zipped.open(name) as entry, target.open("wb") as file:
                _copied(entry, file)
            durable.fsync_file(target)

    def _read_manifest(self) -> Manifest:
        if self._zipped.getinfo(MANIFEST).file_size > LONGEST_MANIFEST:
            raise Fault(Refusal.BACKUP_DAMAGED)
        raw = self._zipped.read(MANIFEST)
        manifest = msgspec.convert(msgspec.json.decode(raw), Manifest)
        if manifest.patbm > FORMAT or manifest.schema > schema.newest():
            raise Fault(Refusal.DATABASE_NEWER)
        return manifest


@contextmanager
def opened(file: Path) -> Iterator[Archive]:
    """Open a backup and prove every byte of it.

    Raises:
        Fault: as `read`.
    """
    if not file.is_file():
        raise Fault(Refusal.FILE_MISSING)
    if not _has_mark(file):
        raise Fault(Refusal.BACKUP_FOREIGN)
    with ExitStack() as stack:
        with _damage_named():
            archive = Archive(stack.enter_context(ZipFile(file)))
        yield archive


@contextmanager
def _damage_named() -> Iterator[None]:
    """Raise a `Fault` in place of whatever the archive's reader says of bytes it cannot read."""
    try:
        yield
    except (BadZipFile, KeyError, ValueError, EOFError, NotImplementedError) as error:
        raise Fault(Refusal.BACKUP_DAMAGED) from error
    except OSError as error:
        raise Fault(Refusal.FILE_UNREADABLE) from error


def _has_mark(file: Path) -> bool:
    """Say whether the first entry is ours, which a file that was cut off still shows.

    Source: section 4.3.7 of the ZIP specification: 30 bytes, then the name.
    """
    with file.open("rb") as source:
        head = source.read(30 + len(MARK))
    return head.startswith(b"PK\x03\x04") and head[30:] == MARK.encode()


def _is_plain(entry: ZipInfo) -> bool:
    """Say whether an entry lies there as it is: ours are neither packed nor locked.

    The library raises whatever its unpackers raise. Source: section 4.4.4 of the ZIP specification,
    bits 0, 5 and 6.
    """
    return entry.compress_type == ZIP_STORED and not entry.flag_bits & 0b110_0001


def _is_ours(name: str) -> bool:
    """Say whether a backup may hold a file of this name; nothing else is ever written out."""
    plain = name in {names.DATABASE, names.NUMBERS}
    is_key = "/" not in name and Path(name).match(names.KEY_FILES)
    return plain or is_key or name == parts.place_of(Path(name).name)
