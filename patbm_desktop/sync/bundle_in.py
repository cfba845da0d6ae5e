"""Take in a bundle that was proven: keep what counts, and say what that was.

The ops about rights and keys come first, over and over until no further one counts; then the rest.
Lines are taken from anybody, each judged by its author. A now coordinator of a space stands in for
the log of it: what she brings is as good as read back, and only she brings positions.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import Rights, Verdict
from patbm_desktop.store import bundles, oplog, outbox, parts, positions
from patbm_desktop.store.positions import UNREADABLE
from patbm_desktop.store.taking import MOST_OPS
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import closed
from patbm_desktop.sync.asking import is_answered
from patbm_desktop.sync.bundle import Asking, Piece, Section
from patbm_desktop.sync.bundle_survey import (
    CONTROL,
    PartJoiner,
    Seen,
    Survey,
    opened,
    parsed,
    survey,
)
from patbm_desktop.sync.erasing import is_taken_back
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.trust import still_met, trusted_spaces
from patbm_desktop.wire.line import HeldLine, Line, Position, Stripped, Whole, line_id
from patbm_desktop.wire.signature import verify

Progress = Callable[[int, int], None]
"""Hears how many ops of how many are taken in."""

LEFT, ROLE, AHEAD = "keluar", "peran", "jam"
"""Why an op is held: its author is no longer a member, or may not write here, or its counter runs
far ahead of the space."""

MOST_ROUNDS = 16
"""How often the ops about rights are gone through: each admits who can speak in the next."""

NOBODY = "0" * 32


@dataclass(slots=True)
class Took:
    """What a bundle brought of one space.

    Control ops aside, `new` ops were not here and `known` ones were; `records` and `known_records`
    name what they are about. Of the new ones `held` wait for a coordinator. `later` do not count
    yet and `bad` are forged or unreadable: neither is kept. `is_receipt` says that a coordinator
    made it, so what came back is delivered; `has_positions` that its positions stand here now.
    """

    space: str
    new: int = 0
    known: int = 0
    held: int = 0
    later: int = 0
    bad: int = 0
    records: set[str] = field(default_factory=set)
    known_records: set[str] = field(default_factory=set)
    is_receipt: bool = False
    has_positions: bool = False


class Loaded(NamedTuple):
    """What a bundle brought: from whom, of which spaces, pieces of photos, and kinds that changed.

    `asking` are devices that ask to be let in; nothing of their spaces was taken yet.
    """

    maker: str
    took: tuple[Took, ...]
    parts: int
    asking: tuple[str, ...]
    kinds: frozenset[str]


def load(laptop: Laptop, path: Path, progress: Progress | None = None) -> Loaded:
    """Take in what the bundle at `path` has for this laptop; twice is the same as once.

    Raises:
        Fault: as `survey`, and nothing was changed; or the disk or the stick gave way on the way,
            and doing it again goes on.
    """
    return _Intake(laptop, path, survey(laptop, path), progress).run()


class _Intake:
    """Keeps what a proven bundle holds."""

    def __init__(
        self, laptop: Laptop, path: Path, proven: Survey, progress: Progress | None
    ) -> None:
        self._laptop = laptop
        self._path = path
        self._proven = proven
        self._progress = progress
        self._done = self._parts = 0
        self._took: dict[str, Took] = {}
        self._places: dict[str, list[tuple[int, str]]] = {}
        self._kinds: frozenset[str] = frozenset()

    def run(self) -> Loaded:
        """Keep everything; the bundle is read anew for each step."""
        for _ in range(MOST_ROUNDS):
            if not self._take_control():
                break
        self._kinds |= self._laptop.refresh()
        closed.take_back(self._laptop)
        self._take_lines()
        asked = self._proven.asking.items()
        asking = tuple(dev for dev, line in asked if not is_answered(self._laptop, dev, line))
        if not self._took and not asking:
            raise Fault(Refusal.BUNDLE_FOR_OTHERS)
        for space, places in self._places.items():
            marks = self._proven.seen[space].marks
            stands = bundles.adopt(self._laptop.db, space, marks, places)
            self._took[space].has_positions = stands
            bundles.sweep_stubs(self._laptop.db, space)
        self._kinds |= self._laptop.refresh() | repair(self._laptop)
        took = tuple(self._took.values())
        return Loaded(self._proven.end.dev, took, self._parts, asking, self._kinds)

    def _sections(self) -> Iterator[Section]:
        """Give the sections of our spaces; what one of them says may make the next one ours."""
        with opened(self._path, self._laptop.device) as reader:
            for section in reader.sections():
                if self._is_ours(section.space):
                    yield section
        if reader.end != self._proven.end:
            raise Fault(Refusal.BUNDLE_ALTERED)

    def _is_ours(self, space: str) -> bool:
        laptop = self._laptop
        if space in positions.spaces(laptop.db):
            return True
        met = still_met(laptop.db, laptop.rights, laptop.dev)
        if _is_of_the_met(self._proven.seen[space], met):
            return True
        return space in trusted_spaces(laptop.db, laptop.rights, laptop.dev)

    # -- rights and keys ---------------------------------------------------------------------

    def _take_control(self) -> bool:
        """Keep ops about rights and keys that count by now; say whether there was one."""
        has_moved = False
        for section in self._sections():
            found = (item for item in section.items if isinstance(item, Whole))
            control = (line for line in found if CONTROL.search(line.body))
            while some := list(islice(control, MOST_OPS)):
                has_moved |= self._keep_control(section.space, some)
        return has_moved

    def _keep_control(self, space: str, some: list[Whole]) -> bool:
        known = bundles.known(self._laptop.db, [line_id(line) for line in some])
        left = [op for line in some if line_id(line) not in known and (op := parsed(line))]
        has_moved = False
        while left:
            run = _run(left, self._laptop.rights.of(space))
            fitting = [op for op in run if self._verdict(op, 0) is Verdict.STORED]
            self._apply(fitting, {})
            has_moved |= bool(fitting)
            left = left[len(run) :]
        return has_moved

    def _verdict(self, op: Op, highest_clk: int) -> Verdict:
        rights = self._laptop.rights.of(op.space)
        if not rights.founder:
            rights = Rights(op.space, [op], is_signed=_is_signed)
        sign_pk = rights.sign_pk(op.dev)
        if sign_pk is not None and not _is_signed(op, sign_pk):
            return Verdict.BAD
        if op.is_foreign or is_taken_back(self._laptop, op):
            return Verdict.LATER
        return Verdict.STORED if self._is_vouched_for(op) else rights.judge(op, highest_clk)

    def _is_vouched_for(self, op: Op) -> bool:
        """Say whether the founder herself brings the word that makes this laptop a coordinator.

        All she had may be lost, and where no server is nobody can say so but she.
        """
        rights, maker = self._laptop.rights.of(op.space), self._proven.end.dev
        is_hers = op.dev == maker == rights.founder and op.ent == self._laptop.dev
        return is_hers and op.kind == "_member" and maker in rights.now and rights.counts(op)

    # -- the rest ----------------------------------------------------------------------------

    def _take_lines(self) -> None:
        for section in self._sections():
            space = section.space
            took = self._took[space] = Took(space, is_receipt=self._is_by_coordinator(space))
            if took.is_receipt and self._proven.seen[space].has_positions:
                self._places[space] = []
            self._take_items(took, section)

    def _take_items(self, took: Took, section: Section) -> None:
        """Keep the items of a section in their order: a part comes after what names it."""
        part, some = PartJoiner(self._keep_part), list[Line]()
        for item in section.items:
            if isinstance(item, Piece | Asking) or len(some) == MOST_OPS:
                self._keep(took, some)
                some = []
            part.add(item)
            if not isinstance(item, Piece | Asking):
                some.append(item)
        self._keep(took, some)
        part.end()

    def _is_by_coordinator(self, space: str) -> bool:
        rights, maker = self._laptop.rights.of(space), self._proven.end.dev
        return maker in rights.now and rights.role(maker) == "koordinator"

    def _keep(self, took: Took, some: list[Line]) -> None:
        """Keep the next lines of a section in one transaction."""
        if not some:
            return
        known = bundles.known(self._laptop.db, [line_id(line) for line in some])
        fresh = [line for line in some if line_id(line) not in known]
        about = [each.ent for each in known.values() if not each.is_control]
        took.known += len(about)
        took.known_records.update(about)
        with writing(self._laptop.db):
            self._keep_fresh(took, fresh)
            if took.is_receipt and self._proven.end.dev != self._laptop.dev:
                whole = (line_id(line) for line in some if isinstance(line, Whole))
                outbox.note_back(self._laptop.db, whole)
        if took.space in self._places:
            self._places[took.space] += _places(some)
        self._done += len(some)
        if self._progress:
            self._progress(self._done, self._proven.ops)

    def _keep_fresh(self, took: Took, lines: list[Line]) -> None:
        highest = oplog.highest_clk(self._laptop.db, took.space)
        fitting: list[Op] = []
        held: dict[str, str] = {}
        stubs: list[Stripped] = []
        for line in lines:
            op = None if isinstance(line, Stripped | Position) else self._fitting(took, line)
            why = self._why_held(took, line, op, highest) if op else None
            if op is None or why is None:
                stubs += _stub(line)
                continue
            fitting.append(op)
            if why:
                held[op.id] = why
            else:
                highest = max(highest, op.clk)
        if took.space in self._places:
            bundles.keep_stubs(self._laptop.db, stubs)
        self._apply(fitting, held)
        _count(took, fitting, held)

    def _fitting(self, took: Took, line: Whole | HeldLine) -> Op | None:
        """Return the op of a line; None for what is forged or unreadable."""
        op = parsed(line)
        sign_pk = self._laptop.rights.of(took.space).sign_pk(op.dev) if op else None
        if op is None or (sign_pk is not None and not _is_signed(op, sign_pk)):
            took.bad += 1
            return None
        return op

    def _why_held(self, took: Took, line: Line, op: Op, highest: int) -> str | None:
        """Say why an op is held, "" for one that is not; None where it is not kept yet."""
        if took.is_receipt and isinstance(line, Whole):
            return ""
        verdict = self._verdict(op, highest)
        if verdict is Verdict.STORED or (verdict is Verdict.HELD and op.dev == self._laptop.dev):
            return ""
        if verdict is Verdict.HELD:
            return _reason(self._laptop.rights.of(op.space), op)
        took.later += 1
        return None

    def _apply(self, fitting: list[Op], held: Mapping[str, str]) -> None:
        laptop = self._laptop
        with writing(laptop.db):
            places = bundles.drop_stubs(laptop.db, [op.id for op in fitting])
            self._kinds |= oplog.apply(
                laptop.db, fitting, laptop.lens, laptop.rights, seqs=places, held=held
            )
            outbox.note_answers(laptop.db, {op: f"held:{why}" for op, why in held.items()})

    def _keep_part(self, sha: str, data: bytes) -> None:
        """Keep a part that a record here names; it is no use to who cannot read the record."""
        laptop = self._laptop
        if bundles.names_part(laptop.db, sha) and not parts.is_whole(laptop.folder, sha):
            parts.write(laptop.folder, data)
            self._parts += 1


# -- pure pieces -----------------------------------------------------------------------------


def _is_signed(op: Op, sign_pk: bytes) -> bool:
    return verify(sign_pk, op.body, op.sig)


def _is_of_the_met(seen: Seen, met: Collection[str]) -> bool:
    """Say whether a space that is not here yet was founded, or its members admitted, by `met`."""
    if not seen.control:
        return False
    rights = Rights(seen.space, seen.control, is_signed=_is_signed)
    members = (op for op in seen.control if op.kind == "_member" and op.ent != op.dev)
    return rights.founder in met or any(op.dev in met and rights.counts(op) for op in members)


def _run(left: list[Op], rights: Rights) -> list[Op]:
    """Return the first of `left` that may be judged together: none of them takes a right away.

    The root of a space stands alone, and so does every word that makes a coordinator, for the
    founder's right to admit ends with it, or that is about a device that is known.
    """
    together = list(takewhile(lambda op: not _may_change(op, rights), left))
    return together or left[:1]


def _may_change(op: Op, rights: Rights) -> bool:
    if op.kind != "_member":
        return False
    role = op.set["role"].value if "role" in op.set else ""
    return not rights.founder or op.ent in rights.ever or role == "koordinator"


def _reason(rights: Rights, op: Op) -> str:
    if op.dev not in rights.now:
        return LEFT
    writes = ("koordinator",) if rights.is_office else ("anggota", "koordinator")
    return AHEAD if rights.role(op.dev) in writes else ROLE


def _places(some: Iterable[Line]) -> list[tuple[int, str]]:
    return [
        (line.seq, line_id(line))
        for line in some
        if isinstance(line, Whole | Stripped) and line.seq is not None
    ]


def _stub(line: Line) -> list[Stripped]:
    """Return what is kept of a line whose op cannot be: its name, where it has a place."""
    if isinstance(line, HeldLine) or line.seq is None:
        return []
    if isinstance(line, Stripped):
        return [line]
    return [Stripped(line.space, line.seq, line_id(line), NOBODY, UNREADABLE)]


def _count(took: Took, fitting: list[Op], held: Collection[str]) -> None:
    about = [op for op in fitting if not op.is_control]
    took.new += len(about)
    took.held += len(held)
    took.records.update(op.ent for op in about if op.id not in held)
