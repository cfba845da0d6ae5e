"""The first reading of a bundle: every byte is proven and nothing is kept.

The streams are opened, the chain is walked over all lines, parts are hashed, and the signature at
the end is checked with the key that the maker's id is made of. Whatever is wrong with a file is
found here, before a line of it was believed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import BadOp, Op, parse
from patbm_desktop.domain.rights import keys_fit
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.store import parts, positions
from patbm_desktop.sync import bundle
from patbm_desktop.sync.bundle import Asking, End, Piece, Section
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.wire import chain
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.chain import Cursor
from patbm_desktop.wire.joining import device_of, read_enrol_line
from patbm_desktop.wire.line import HeldLine, Line, Stripped, Whole, line_id

MOST_CONTROL, MOST_CONTROL_BYTES = 50_000, 64 * 1024 * 1024
"""Ops about rights of spaces that are not here yet: they are held together to be read as one. Those
of an office with a hundred laptops have some ten megabytes."""

CONTROL = re.compile(rb'"kind"\s*:\s*"(_|\\u005[fF])')
"""Finds ops about rights without reading the others; one that hides is read with the rest."""


@dataclass(slots=True)
class Seen:
    """What the first reading found of one section."""

    space: str
    marks: tuple[Cursor, ...]
    at: Cursor
    chains: dict[int, str] = field(repr=False)
    ops: int = 0
    has_gap: bool = False
    signers: dict[str, bytes] = field(default_factory=dict, repr=False)
    control: list[Op] = field(default_factory=list, repr=False)
    asking: dict[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def has_positions(self) -> bool:
        """Whether the chain over all lines gave every mark, to the last."""
        return bool(self.marks) and not self.has_gap and self.at == self.marks[-1]

    def step(self, line: Whole | Stripped) -> None:
        if line.seq != self.at.seq + 1:
            self.has_gap = True
            return
        self.at = Cursor(line.seq, chain.step(self.at.chain, line_id(line)))
        self.has_gap |= self.chains.get(line.seq, self.at.chain) != self.at.chain


@dataclass(frozen=True, slots=True)
class Survey:
    """A bundle that was proven from its first byte to its last."""

    end: End
    seen: dict[str, Seen] = field(repr=False)

    @property
    def ops(self) -> int:
        """How many ops it holds for this laptop."""
        return sum(each.ops for each in self.seen.values())

    @property
    def asking(self) -> dict[str, bytes]:
        """The signed request of its maker to be let in, by the device that asks."""
        maker = self.end.dev
        found = [seen.asking[maker] for seen in self.seen.values() if maker in seen.asking]
        return {maker: found[0]} if found else {}


def survey(laptop: Laptop, path: Path) -> Survey:
    """Prove a whole bundle and say what it holds for this laptop; nothing is kept.

    Raises:
        Fault: FILE_MISSING, FILE_UNREADABLE or STICK_PULLED_READING; BUNDLE_FOREIGN, BUNDLE_NEWER,
            BUNDLE_CUT, BUNDLE_ALTERED, BUNDLE_SWOLLEN; BUNDLE_FOR_OTHERS, no section is for this
            laptop; BUNDLE_FORGED, its maker did not sign it. No bytes raise anything else.
    """
    known, room = set(positions.spaces(laptop.db)), _Room()
    seen: dict[str, Seen] = {}
    with opened(path, laptop.device) as reader:
        for section in reader.sections():
            if section.space in seen:
                raise Fault(Refusal.BUNDLE_ALTERED)
            seen[section.space] = _look(section, room, is_known=section.space in known)
    assert reader.end is not None
    if not seen:
        raise Fault(Refusal.BUNDLE_FOR_OTHERS)
    sign_pk = _maker_key(laptop, reader.end.dev, seen.values())
    if sign_pk is None or not reader.end.is_by(sign_pk):
        raise Fault(Refusal.BUNDLE_FORGED)
    return Survey(reader.end, seen)


@contextmanager
def opened(path: Path, device: DeviceKeys) -> Iterator[bundle.Reader]:
    """Open a bundle for one reading.

    Raises:
        Fault: FILE_MISSING or FILE_UNREADABLE.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise Fault(Refusal.FILE_MISSING, name=path.name) from error
    except OSError as error:
        raise Fault(Refusal.FILE_UNREADABLE, name=path.name) from error
    with file:
        yield bundle.Reader(file, device)


@dataclass(slots=True)
class _Room:
    """What of one bundle may be held in memory at once, however many sections it has."""

    words: int = MOST_CONTROL
    size: int = MOST_CONTROL_BYTES

    def take(self, raw: bytes) -> None:
        self.words -= 1
        self.size -= len(raw)
        if self.words < 0 or self.size < 0:
            raise Fault(Refusal.BUNDLE_SWOLLEN)


def _look(section: Section, room: _Room, *, is_known: bool) -> Seen:
    chains = {mark.seq: mark.chain for mark in section.marks}
    seen = Seen(section.space, section.marks, chain.start(section.space), chains)
    part = PartJoiner(lambda _sha, _data: None)
    for item in section.items:
        part.add(item)
        if isinstance(item, Asking):
            room.take(item.raw)
            _ask(seen, item)
        elif not isinstance(item, Piece):
            seen.ops += 1
            _note(seen, item, room, is_known=is_known)
    part.end()
    return seen


def _note(seen: Seen, line: Line, room: _Room, *, is_known: bool) -> None:
    if isinstance(line, Whole | Stripped) and line.seq is not None:
        seen.step(line)
    if isinstance(line, Whole) and CONTROL.search(line.body):
        op = parsed(line)
        if op is None:
            return
        if op.kind == "_member" and keys_fit(op):
            seen.signers[op.ent] = bytes.fromhex(op.set["sign_pk"].value)
        if not is_known:
            room.take(op.body)
            seen.control.append(op)


def _ask(seen: Seen, item: Asking) -> None:
    try:
        asked, _, _ = read_enrol_line(item.raw)
    except BadMessage as error:
        raise Fault(Refusal.BUNDLE_ALTERED) from error
    dev = device_of(asked)
    seen.asking[dev] = item.raw
    seen.signers[dev] = bytes.fromhex(asked.sign_pk)


def _maker_key(laptop: Laptop, maker: str, seen: Iterable[Seen]) -> bytes | None:
    """Return the key that the id of the maker's device is made of; nobody can give another."""
    for each in seen:
        known = each.signers.get(maker) or laptop.rights.of(each.space).sign_pk(maker)
        if known:
            return known
    return None


class PartJoiner:
    """Puts the pieces of a part together and hands each over that is what its name says."""

    def __init__(self, whole: Callable[[str, bytes], None]) -> None:
        self._whole = whole
        self._sha = ""
        self._data = bytearray()

    def add(self, item: object) -> None:
        """Take the next item of a section; another name, or no piece at all, ends a part."""
        sha = item.sha if isinstance(item, Piece) else ""
        if sha != self._sha:
            self.end()
            self._sha = sha
        if isinstance(item, Piece):
            self._data += item.data
            if len(self._data) > parts.LONGEST_PART:
                raise Fault(Refusal.BUNDLE_SWOLLEN)

    def end(self) -> None:
        """Hand over the part that was gathered, if there is one.

        Raises:
            Fault: BUNDLE_ALTERED, it is not what its name says.
        """
        if self._sha:
            data = bytes(self._data)
            if parts.name_of(data) != self._sha:
                raise Fault(Refusal.BUNDLE_ALTERED)
            self._whole(self._sha, data)
        self._sha, self._data = "", bytearray()


def parsed(line: Whole | HeldLine) -> Op | None:
    """Return the op of a line, None where nobody may keep it."""
    try:
        op = parse(line.body, line.sig)
    except BadOp:
        return None
    return op if op.space == line.space else None
