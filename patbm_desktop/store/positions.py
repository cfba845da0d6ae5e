"""Where this laptop stands in the log of each space.

An op is delivered when it was read back from the log, and by nothing else: `seq` is its place. A
page of the log is taken in transactions of at most `MOST_OPS` ops, each only while the mark it
starts from is still the last one, so two rounds on one database never mix two logs. A page whose
chain does not fit is dropped whole; `rewind` then goes back one mark, at worst to the beginning.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise, zip_longest
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.op import Op
from patbm_desktop.store import control, faults, marks, reading
from patbm_desktop.store.batch import Batch
from patbm_desktop.store.lens import BLIND, Lens
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.taking import MOST_OPS, State, Taking
from patbm_desktop.store.transaction import writing
from patbm_desktop.wire.chain import Cursor, after
from patbm_desktop.wire.line import HeldLine, Line, Position, Stripped, Whole, line_id

UNREADABLE = "unreadable"
"""The kind of a line whose op nobody may keep: only its place in the chain is kept."""

_SETTLED = frozenset({State.APPLIED, State.LOCKED, State.STRIPPED})
_NOBODY = bytes(16)
_STUB = """
INSERT INTO op (id, space, ent, kind, seq, state) VALUES (?, ?, ?, ?, ?, 'waiting')
"""
_REWOUND = "SELECT DISTINCT ent FROM op WHERE space = ? AND seq > ?"


class Fate(StrEnum):
    """What became of a page. *Misfit*: it is not of the log we read; *overtaken*: too late."""

    TAKEN = "taken"
    MISFIT = "misfit"
    OVERTAKEN = "overtaken"


class Page(NamedTuple):
    """Lines of one space whose chain was checked; `cuts` are the cursors between `parts`."""

    space: str
    lines: tuple[Line, ...]
    ids: tuple[str, ...]
    cuts: tuple[Cursor, ...]

    @property
    def start(self) -> Cursor:
        """Where it begins."""
        return self.cuts[0]

    @property
    def end(self) -> Cursor:
        """Where it leads."""
        return self.cuts[-1]

    @property
    def parts(self) -> Iterator["_Part"]:
        """What of it is taken in one transaction each."""
        for at in range(0, len(self.lines), MOST_OPS):
            some = slice(at, at + MOST_OPS)
            yield _Part(self.space, self.lines[some], self.ids[some])


class _Part(NamedTuple):
    """Lines of one space that are taken together."""

    space: str
    lines: tuple[Line, ...]
    ids: tuple[str, ...]


class PageTaken(NamedTuple):
    """What a page brought: new ops, ops now delivered, lines nobody may keep, kinds changed."""

    fate: Fate
    came: int = 0
    delivered: int = 0
    refused: int = 0
    kinds: frozenset[str] = frozenset()

    def plus(self, other: "PageTaken") -> "PageTaken":
        """Return both together; the fate is the later one's."""
        return PageTaken(
            other.fate,
            self.came + other.came,
            self.delivered + other.delivered,
            self.refused + other.refused,
            self.kinds | other.kinds,
        )


class _Row(NamedTuple):
    """An op as it lies here; `is_settled` once its body has said all it has to say.

    Of such an op only a place can still be learnt.
    """

    space: bytes
    ent: bytes
    seq: int | None
    state: State
    has_body: bool

    @property
    def is_stub(self) -> bool:
        return not self.has_body and self.state is State.WAITING

    @property
    def is_settled(self) -> bool:
        return self.state in _SETTLED


def spaces(db: Database) -> list[str]:
    """Return the spaces this laptop knows of: by their members, or by what it read of them."""
    return sorted({*control.newest(db), *marks.spaces(db)})


def cursor(db: Database, space: str) -> Cursor:
    """Return up to where the log of `space` was read."""
    return marks.last(db, space)


def check_page(space: str, start: Cursor, lines: Sequence[Line], end: Cursor) -> Page | None:
    """Return `lines` as a page that leads from `start` to `end`; None where it does not fit.

    No log has an op twice.
    """
    ids, at, cuts = tuple(map(line_id, lines)), start, [start]
    if len(set(ids)) != len(ids):
        return None
    for first in range(0, len(lines), MOST_OPS):
        at = after(at, ids[first : first + MOST_OPS])
        cuts.append(at)
    for place, line in enumerate(lines, start.seq + 1):
        if isinstance(line, HeldLine) or line.space != space or line.seq != place:
            return None
    return Page(space, tuple(lines), ids, tuple(cuts)) if at == end else None


def take_page(db: Database, lens: Lens, rights: RightsBook, page: Page) -> PageTaken:
    """Keep the ops of `page` at their places, and go on standing at its end.

    Nothing is kept of a page that names a place for an op that is not here.

    Raises:
        Fault: the disk, not an op, is at fault; what was taken before is kept, and its mark.
    """
    taken, ahead, parts = PageTaken(Fate.TAKEN), reading.Ahead(), tuple(page.parts)
    pairs = zip_longest(parts, parts[1:])
    for (part, following), (at, until) in zip(pairs, pairwise(page.cuts), strict=True):
        ahead.wait()
        with writing(db):
            if marks.last(db, page.space) != at:
                return taken.plus(PageTaken(Fate.OVERTAKEN))
            here = _rows(db, page.ids if at == page.start else part.ids)
            if at == page.start:
                if not _has_all(page, here):
                    return PageTaken(Fate.MISFIT)
                settled = _settled(here)
            ops = ahead.keepable(rights.of(page.space), _unsaid(part, _settled(here)))
            taken = taken.plus(_take(db, Taking(db, lens, rights), part, here, ops))
            marks.add(db, page.space, until)
            if following:
                ahead.begin(rights.of(page.space), _unsaid(following, settled))
    return taken


def take_held(
    db: Database, lens: Lens, rights: RightsBook, own_dev: str, lines: Sequence[HeldLine]
) -> PageTaken:
    """Keep ops that wait for a coordinator, without applying them.

    Raises:
        Fault: the disk is at fault.
    """
    taken = PageTaken(Fate.TAKEN)
    for first in range(0, len(lines), MOST_OPS):
        with writing(db):
            some = lines[first : first + MOST_OPS]
            taken = taken.plus(_take_held(db, lens, rights, own_dev, some))
    return taken


def rewind(db: Database, space: str, at: Cursor) -> bool:
    """Go back one mark from `at`; whatever stood above the one before is to be sent again.

    Costs only bandwidth, and is safe at any time: nothing but places and notes is forgotten.
    Returns False where `at` is the beginning, or not the last mark any more: another round was here
    first.

    Raises:
        Fault: the disk is at fault.
    """
    with writing(db):
        if marks.last(db, space) != at:
            return False
        marks.drop_last(db, space)
        _forget_above(db, bytes.fromhex(space), marks.last(db, space).seq)
    return at.seq > 0


# -- one transaction -------------------------------------------------------------------------


def _take(
    db: Database, taking: Taking, part: _Part, here: Mapping[bytes, _Row], ops: Mapping[str, Op]
) -> PageTaken:
    blob, settled = bytes.fromhex(part.space), _settled(here)
    places: list[tuple[int, bytes]] = []
    kept: list[tuple[Op, int | None]] = []
    ents: set[bytes] = set()
    came = delivered = refused = 0
    for line, op_id in zip(part.lines, part.ids, strict=True):
        assert not isinstance(line, HeldLine)
        assert line.seq is not None
        id_ = bytes.fromhex(op_id)
        row = here.get(id_)
        if row is not None and row.space != blob and not row.is_stub:
            continue  # a place claimed for an op of another space says nothing
        delivered += row is not None and row.seq is None
        if isinstance(line, Position) or id_ in settled:
            assert row is not None
            places.append((line.seq, id_))
            ents.add(row.ent)
            continue
        op = ops.get(op_id)
        refused += op is None and isinstance(line, Whole)
        if op is None:
            _keep_place(db, line, id_, row)
            continue
        if row is not None and row.is_stub:
            db.conn.execute("DELETE FROM op WHERE id = ?", [id_])
        came += row is None or row.is_stub
        kept.append((op, line.seq))
    taking.keep_all(kept)
    db.conn.executemany("UPDATE op SET seq = ?1 WHERE id = ?2 AND seq IS NOT ?1", places)
    kinds = taking.finish()
    return PageTaken(Fate.TAKEN, came, delivered, refused, kinds | _recount(db, blob, ents))


def _take_held(
    db: Database, lens: Lens, rights: RightsBook, own_dev: str, lines: Sequence[HeldLine]
) -> PageTaken:
    here = _rows(db, map(line_id, lines))
    kept: list[tuple[Op, str]] = []
    refused = 0
    for line in lines:
        known = rights.of(line.space)
        op = reading.keepable(known, [line]).get(line_id(line))
        if op is None or op.dev not in known.ever:  # nobody holds what a stranger wrote
            refused += 1
        else:
            kept.append((op, f"held:{line.why}"))
    # One's own, which a laptop set back to a backup may lack, is shown here and offered again.
    taking = Taking(db, lens, rights, frozenset(op.id for op, _ in kept if op.dev != own_dev))
    taking.keep_all((op, None) for op, _ in kept)
    kinds = taking.finish()
    db.conn.executemany(
        "UPDATE op SET answer = ? WHERE id = ? AND seq IS NULL",
        [(why, bytes.fromhex(op.id)) for op, why in kept],
    )
    came = sum(bytes.fromhex(op.id) not in here for op, _ in kept)
    return PageTaken(Fate.TAKEN, came=came, refused=refused, kinds=kinds)


def _settled(here: Mapping[bytes, _Row]) -> frozenset[bytes]:
    return frozenset(id_ for id_, row in here.items() if row.is_settled)


def _unsaid(part: _Part, settled: Collection[bytes]) -> tuple[Whole, ...]:
    """Return the lines whose op has still something to say here."""
    return tuple(
        line
        for line, op_id in zip(part.lines, part.ids, strict=True)
        if isinstance(line, Whole) and bytes.fromhex(op_id) not in settled
    )


def _keep_place(db: Database, line: Line, id_: bytes, row: _Row | None) -> None:
    """Keep the place of a line without a body that can be used; the chain must close without it."""
    assert not isinstance(line, HeldLine)
    space = bytes.fromhex(line.space)
    if row is None:
        ent, kind = _NOBODY, UNREADABLE
        if isinstance(line, Stripped):
            ent, kind = bytes.fromhex(line.ent), line.kind
        db.conn.execute(_STUB, [id_, space, ent, kind, line.seq])
    elif row.space == space:
        db.conn.execute("UPDATE op SET seq = ? WHERE id = ?", [line.seq, id_])


def _recount(db: Database, space: bytes, ents: Collection[bytes]) -> frozenset[str]:
    """Count anew what of the records was not delivered; return their kinds."""
    return Batch(db, BLIND).recount_unsent(space, ents)


def _forget_above(db: Database, space: bytes, seq: int) -> None:
    """Hold the ops of `space` above `seq` for not delivered; they go into the outbox again."""
    ents = db.conn.execute(_REWOUND, [space, seq]).fetchall()
    db.conn.execute(
        "DELETE FROM op WHERE space = ? AND seq > ? AND body IS NULL AND state = 'waiting'",
        [space, seq],
    )
    db.conn.execute(
        "UPDATE op SET seq = NULL, answer = NULL WHERE space = ? AND seq > ?", [space, seq]
    )
    # A server that lost a part of its log may have lost what it held as well, and those words that
    # made others needless.
    db.conn.execute(
        "UPDATE op SET answer = NULL WHERE space = ? AND seq IS NULL AND state <> 'stripped'"
        " AND (answer LIKE 'held%' OR answer LIKE 'said%')",
        [space],
    )
    # A part goes out after its record: a backup may hold the record and not the part.
    db.conn.execute("UPDATE part SET seen = 0 WHERE space = ?", [space])
    _recount(db, space, [ent for (ent,) in ents])


# -- what is here ----------------------------------------------------------------------------


def _has_all(page: Page, here: Mapping[bytes, _Row]) -> bool:
    """Say whether every op that only a place was sent for is `here`."""
    blob = bytes.fromhex(page.space)
    named = (here.get(bytes.fromhex(line.id)) for line in page.lines if isinstance(line, Position))
    return all(row is not None and row.space == blob and not row.is_stub for row in named)


def _rows(db: Database, ids: Iterable[str]) -> Mapping[bytes, _Row]:
    asked = [bytes.fromhex(id_) for id_ in ids]
    found: dict[bytes, _Row] = {}
    with faults.named():
        for first in range(0, len(asked), MOST_OPS):
            some = asked[first : first + MOST_OPS]
            spots = ",".join("?" * len(some))
            rows = db.conn.execute(
                "SELECT id, space, ent, seq, state, body IS NOT NULL FROM op"
                f" WHERE id IN ({spots})",
                some,
            )
            for id_, space, ent, seq, state, has_body in rows.fetchall():
                found[id_] = _Row(space, ent, seq, State(state), bool(has_body))
    return found
