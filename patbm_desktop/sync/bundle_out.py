"""Write everything this laptop holds into one sealed file on a stick.

Always whole spaces: the other end may have lost anything, and five years of one RT are a few
megabytes. The file appears under its name only when it was read back from the stick and found to
be what was written; until then it is called ``*.part``, and a stick pulled out leaves no more.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import bundles, letting_go, marks, outbox, parts, positions
from patbm_desktop.sync import asking, bundle
from patbm_desktop.sync.asking import Request
from patbm_desktop.sync.bundle import Asking, Ending, Item
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.wire import durable
from patbm_desktop.wire.line import Whole

Progress = Callable[[int, int], None]
"""Hears how many ops of how many are done."""

PHOTO_BYTES = 64 * 1024 * 1024
"""How much of photos a bundle carries when nobody says otherwise, the newest first."""

EVERY = 200
"""Ops between two words on how far it is."""

_CHUNK = 256 * 1024
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_GONE = frozenset(
    {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ENOTCONN, errno.ESTALE}
)


class Saved(NamedTuple):
    """What went into a bundle: `ops` of `spaces`, `waiting` of them not known to be delivered.

    `parts` are pieces of photos, `readers` the other devices that can open some of it; `size` is in
    bytes.
    """

    path: Path
    spaces: tuple[str, ...]
    ops: int
    waiting: int
    parts: int
    readers: frozenset[str]
    size: int


class _Out(NamedTuple):
    """One section to be: its space, and who reads it (device to `box_pk`)."""

    space: str
    readers: Mapping[str, bytes]


def save(
    laptop: Laptop,
    path: Path,
    *,
    spaces: Collection[str] | None = None,
    photo_bytes: int = PHOTO_BYTES,
    progress: Progress | None = None,
) -> Saved:
    """Write all spaces of `laptop`, or `spaces` and the offices, into one file.

    A request to be let in goes along as long as it stands (`asking.pending`). What is written
    counts as handed over from then on, never as delivered.

    Raises:
        Fault: BUNDLE_FOR_NOBODY, no other laptop could open it; STICK_FULL or STICK_PULLED; or
            the file cannot be written. Whatever lay at `path` stands.
    """
    request = asking.pending(laptop)
    chosen = _with_request(_sections(laptop, spaces), request)
    if not chosen:
        raise Fault(Refusal.BUNDLE_FOR_NOBODY)
    if not path.parent.is_dir():
        raise Fault(Refusal.FILE_NOT_WRITABLE, name=path.name)
    newest, tally = bundles.newest(laptop.db), _Tally(laptop, request, photo_bytes, progress)
    part = path.with_name(path.name + ".part")
    with _named(path):
        try:
            _write(laptop, part, chosen, tally)
            size = part.stat().st_size
            durable.rename(part, path)
            durable.fsync_folder(path.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    names = tuple(each.space for each in chosen)
    for space in names:
        outbox.note_carried(laptop.db, space, newest)
    readers = frozenset(dev for each in chosen for dev in each.readers) - {laptop.dev}
    return Saved(path, names, tally.ops, tally.waiting, tally.parts, readers, size)


def _sections(laptop: Laptop, spaces: Collection[str] | None) -> list[_Out]:
    """Return what can be written, offices first: they say which other spaces there are.

    A space that nobody else may read is of no use on a stick, nor is one whose notes are gone here.
    """
    here = set(positions.spaces(laptop.db)) - letting_go.every(laptop.db).keys()
    known = [(laptop.rights.of(space), space) for space in sorted(here)]
    chosen = [
        _Out(space, {dev: pk for dev in rights.now if (pk := rights.box_pk(dev))})
        for rights, space in sorted(known, key=lambda each: not each[0].is_office)
        if spaces is None or rights.is_office or space in spaces
    ]
    return [each for each in chosen if set(each.readers) - {laptop.dev}]


def _with_request(chosen: list[_Out], request: Request | None) -> list[_Out]:
    """Return `chosen` with a section of the office that is asked, for its coordinator to read."""
    if request is None:
        return chosen
    coordinator = {request.card.dev: bytes.fromhex(request.card.box_pk)}
    offices = [each for each in chosen if each.space == request.office]
    readers = dict(offices[0].readers) if offices else {}
    rest = [each for each in chosen if each.space != request.office]
    return [_Out(request.office, readers | coordinator), *rest]


class _Tally:
    """Counts what goes into the file while it goes, and how much room is left for photos."""

    def __init__(
        self,
        laptop: Laptop,
        request: Request | None,
        photo_bytes: int,
        progress: Progress | None,
    ) -> None:
        self.ops = self.waiting = self.parts = 0
        self._laptop = laptop
        self._request = request
        self._room = photo_bytes
        self._progress = progress
        self._total = bundles.newest(laptop.db)

    def items(self, space: str) -> Iterator[Item]:
        """Give everything that goes into the section of `space`."""
        for line in bundles.lines(self._laptop.db, space):
            self.ops += 1
            self.waiting += isinstance(line, Whole) and line.seq is None
            if self._progress and self.ops % EVERY == 0:
                self._progress(self.ops, self._total)
            yield line
        if self._request is not None and self._request.office == space:
            yield Asking(self._request.line)
        yield from self._photos(space)

    def _photos(self, space: str) -> Iterator[Item]:
        folder = self._laptop.folder
        for sha in bundles.parts_of(self._laptop.db, space):
            if self._room <= 0:
                return
            if parts.is_whole(folder, sha):
                part = parts.read(folder, sha)
                self._room -= len(part)
                self.parts += 1
                yield from bundle.pieces(sha, part)


def _write(laptop: Laptop, part: Path, chosen: list[_Out], tally: _Tally) -> None:
    with bundles.reading(laptop.db), part.open("wb") as file:
        writer = bundle.Writer(file)
        for space, readers in chosen:
            known = marks.every(laptop.db, space)
            writer.section(space, readers, known, tally.items(space))
        ending = writer.end(laptop.device)
        file.flush()
        durable.crash_point("fsync of a bundle")
        os.fsync(file.fileno())
        _forget_cached(file.fileno())
    _demand_same(part, ending)


def _forget_cached(file: int) -> None:
    """Have what is read next come from the stick, not from memory, where the system lets us ask."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)


def _demand_same(part: Path, ending: Ending) -> None:
    """Read the file back, and want the very bytes that were written."""
    state, left = blake2b(digest_size=32), part.stat().st_size - len(ending.line)
    with part.open("rb") as file:
        while left > 0 and (chunk := file.read(min(left, _CHUNK))):
            state.update(chunk)
            left -= len(chunk)
        line = file.read()
    if state.digest() != ending.digest or line != ending.line:
        raise OSError(errno.EIO, "the stick gave back something else")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Say what a person can do when the stick is full, gone, or takes no files."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Fault(Refusal.STICK_FULL) from error
        if error.errno in _GONE or not path.parent.is_dir():
            raise Fault(Refusal.STICK_PULLED) from error
        raise Fault(Refusal.FILE_NOT_WRITABLE, name=path.name) from error
