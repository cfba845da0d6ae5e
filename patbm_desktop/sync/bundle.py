"""The file that a stick carries: one sealed section a space, and the maker's signature at the end.

Purpose: to bring whole spaces from laptop to laptop where no network is.

Schema::

    PATBM1
    ["space", space, {device: file key sealed to it}]     the head of a section, then its stream:
        {"p":1,"marks":[[seq,chain],..]}
        the lines of `wire/line.py`, those with a place in the log first and in its order
        ["#part", sha, base64]        a piece of a photo's part; the pieces of one follow each other
        ["#enrol", sig, body]         the maker asks to be let in
    ["end", device, sig]              sig = Ed25519("patbm-usb-1" || hash of all before)

Fields: the hash is BLAKE2b of 32 bytes. Whoever finds a stick sees how many spaces and readers it
has, by ids that mean nothing without the notes; every word is inside a stream.
A line that begins with ``#`` and another word comes from a later release and is passed over.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from io import SEEK_END
from itertools import pairwise
from pathlib import Path
from typing import IO, Any, NamedTuple

import msgspec

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import is_id
from patbm_desktop.seal import sign, stream
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.chain import Cursor, parse_cursor
from patbm_desktop.wire.joining import is_signed
from patbm_desktop.wire.line import Line, Position, body_of, encode, of_json, read_json, sig_of

MAGIC = b"PATBM1\n"
ANY_MAGIC = b"PATBM"
USB = b"patbm-usb-1"
"""Stands before what a maker signs."""

PROTOCOL = 1
LONGEST_HEAD = 1024 * 1024
"""Bytes: room for the keys of seven thousand readers."""

PIECE = 64 * 1024
"""Bytes of a part on one line."""

LONGEST_END = 512
"""Bytes: far more than the last line of a bundle has."""

MOST_MARKS = 1024
_SPACE, _END, _PART, _ENROL = "space", "end", "#part", "#enrol"
_END_HEAD = b'["end",'


class Piece(NamedTuple):
    """A piece of the sealed part that is called `sha`."""

    sha: str
    data: bytes


class Asking(NamedTuple):
    """An enrolment line: ``["sig","body"]`` as `wire/joining.py` reads it."""

    raw: bytes


Item = Line | Piece | Asking


@dataclass(frozen=True, slots=True)
class End:
    """Who made a bundle, and the proof."""

    dev: str
    sig: bytes = field(repr=False)
    digest: bytes = field(repr=False)

    def is_by(self, sign_pk: bytes) -> bool:
        """Say whether the owner of `sign_pk` made the bundle, every byte of it."""
        return is_signed(sign_pk, USB + self.digest, self.sig)


# -- writing ---------------------------------------------------------------------------------


class Ending(NamedTuple):
    """The last line of a bundle, and the hash of all before it."""

    digest: bytes
    line: bytes


class Writer:
    """Writes one bundle to an open file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._state = blake2b(digest_size=32)
        self._write(MAGIC)

    def section(
        self,
        space: str,
        readers: Mapping[str, bytes],
        marks: Iterable[Cursor],
        items: Iterable[Item],
    ) -> None:
        """Write what stands of `space`, for `readers` (device to `box_pk`) to open."""
        key = stream.draw_key()
        head = msgspec.json.encode((_SPACE, space, stream.for_readers(key, readers)))
        self._write(head + b"\n")
        sealer = stream.Sealer(self._write, key, head)
        sealer.line(msgspec.json.encode({"p": PROTOCOL, "marks": list(marks)}))
        for item in items:
            sealer.line(_as_line(item))
        sealer.finish()

    def end(self, device: DeviceKeys) -> Ending:
        """Sign everything as its maker; return what a reader must find."""
        digest = self._state.digest()
        sig = b64encode(sign.sign_bytes(device, USB + digest)).decode()
        line = msgspec.json.encode((_END, device.dev, sig)) + b"\n"
        self._write(line)
        return Ending(digest, line)

    def _write(self, data: bytes) -> None:
        self._state.update(data)
        self._file.write(data)


def pieces(sha: str, part: bytes) -> Iterator[Piece]:
    """Cut a part into what lines can carry."""
    for at in range(0, len(part), PIECE):
        yield Piece(sha, part[at : at + PIECE])


def _as_line(item: Item) -> bytes:
    match item:
        case Piece(sha, data):
            return msgspec.json.encode((_PART, sha, b64encode(data).decode()))
        case Asking(raw):
            return msgspec.json.encode((_ENROL, *msgspec.json.decode(raw)))
        case line:
            return encode(line)


# -- reading ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """What a bundle says of one space, where this laptop is among its readers."""

    space: str
    marks: tuple[Cursor, ...]
    items: Iterator[Item] = field(repr=False)


def maker_of(path: Path) -> str:
    """Return the device that the last line of a file names as its maker, "" where none does.

    Nothing is proven by it: it tells whose file stands under a name, not whether it is sound.
    """
    try:
        with path.open("rb") as file:
            file.seek(0, SEEK_END)
            file.seek(-min(file.tell(), LONGEST_END), SEEK_END)
            tail = file.read()
        _, dev, _ = read_json(tail[tail.rindex(_END_HEAD) :])
    except (OSError, BadMessage, ValueError, TypeError):
        return ""
    return dev if is_id(dev) else ""


class Reader:
    """Reads one bundle from its start; after `sections` has ended, `end` says who made it."""

    def __init__(self, file: IO[bytes], device: DeviceKeys) -> None:
        self._source = _Source(file)
        self._device = device
        self.end: End | None = None

    def sections(self) -> Iterator[Section]:
        """Give the sections that are for this laptop, one after the other.

        A section that was not read to its end is walked through before the next one.

        Raises:
            Fault: the file is none of ours, of a later release, cut, altered or swollen; or it
                cannot be read. No bytes whatever raise anything else.
        """
        self._read_magic()
        while True:
            digest = self._source.digest()
            raw = self._source.head()
            try:
                kind, name, rest = read_json(raw)
            except (BadMessage, ValueError, TypeError) as error:
                raise Fault(Refusal.BUNDLE_ALTERED) from error
            if kind == _END:
                self.end = _end(name, rest, digest)
                self._source.demand_nothing_more()
                return
            yield from self._section(kind, name, rest, raw)

    def _read_magic(self) -> None:
        found = self._source.read(len(MAGIC))
        if found == MAGIC:
            return
        if MAGIC.startswith(found) and found:
            raise Fault(Refusal.BUNDLE_CUT)
        is_newer = found.startswith(ANY_MAGIC) and found[len(ANY_MAGIC) :].strip().isdigit()
        raise Fault(Refusal.BUNDLE_NEWER if is_newer else Refusal.BUNDLE_FOREIGN)

    def _section(self, kind: Any, space: Any, readers: Any, raw: bytes) -> Iterator[Section]:
        if kind != _SPACE or not is_id(space) or not isinstance(readers, dict):
            raise Fault(Refusal.BUNDLE_ALTERED)
        if self._device.dev not in readers:
            stream.skip(self._source.read)
            return
        key = stream.key_for(self._device, readers[self._device.dev])
        if key is None:
            raise Fault(Refusal.BUNDLE_ALTERED)
        lines = stream.lines(self._source.read, key, raw)
        marks = _marks(next(lines, b""))
        items = _items(space, lines)
        yield Section(space, marks, items)
        for _ in items:
            pass


class _Source:
    """A file, the hash of what was read of it, and its own way to say that it is gone."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._state = blake2b(digest_size=32)

    def read(self, length: int) -> bytes:
        try:
            found = self._file.read(length)
        except OSError as error:
            raise Fault(Refusal.STICK_PULLED_READING) from error
        self._state.update(found)
        return found

    def head(self) -> bytes:
        """Return the next line without its line feed."""
        try:
            raw = self._file.readline(LONGEST_HEAD)
        except OSError as error:
            raise Fault(Refusal.STICK_PULLED_READING) from error
        if not raw.endswith(b"\n"):
            is_long = len(raw) == LONGEST_HEAD
            raise Fault(Refusal.BUNDLE_ALTERED if is_long else Refusal.BUNDLE_CUT)
        self._state.update(raw)
        return raw[:-1]

    def digest(self) -> bytes:
        return self._state.digest()

    def demand_nothing_more(self) -> None:
        if self.read(1):
            raise Fault(Refusal.BUNDLE_ALTERED)


def _end(dev: Any, sig: Any, digest: bytes) -> End:
    try:
        found = sig_of(sig)
    except BadMessage as error:
        raise Fault(Refusal.BUNDLE_ALTERED) from error
    if not is_id(dev):
        raise Fault(Refusal.BUNDLE_ALTERED)
    return End(dev, found, digest)


def _marks(raw: bytes) -> tuple[Cursor, ...]:
    try:
        head = read_json(raw)
        if head["p"] > PROTOCOL:
            raise Fault(Refusal.BUNDLE_NEWER)
        marks = tuple(parse_cursor(f"{seq}.{chain}") for seq, chain in head["marks"])
    except (BadMessage, KeyError, ValueError, TypeError) as error:
        raise Fault(Refusal.BUNDLE_ALTERED) from error
    if len(marks) > MOST_MARKS or any(one.seq >= two.seq for one, two in pairwise(marks)):
        raise Fault(Refusal.BUNDLE_ALTERED)
    return marks


def _items(space: str, lines: Iterator[bytes]) -> Iterator[Item]:
    for raw in lines:
        try:
            item = _item(read_json(raw))
        except (BadMessage, ValueError, TypeError) as error:
            raise Fault(Refusal.BUNDLE_ALTERED) from error
        if item is None:
            continue
        if isinstance(item, Position) or getattr(item, "space", space) != space:
            raise Fault(Refusal.BUNDLE_ALTERED)
        yield item


def _item(value: Any) -> Item | None:
    word = value[0] if isinstance(value, list) and value else ""
    if not isinstance(word, str) or not word.startswith("#"):
        return of_json(value)
    if word == _PART:
        _, sha, data = value
        return Piece(_sha(sha), b64decode(data, validate=True))
    if word == _ENROL:
        _, sig, body = value
        sig_of(sig), body_of(body)
        return Asking(msgspec.json.encode((sig, body)))
    return None


def _sha(value: Any) -> str:
    if not isinstance(value, str) or len(value) != 64:
        raise BadMessage("the name of a part")
    return value
