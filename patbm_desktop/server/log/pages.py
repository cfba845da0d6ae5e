"""What a device may read, from its cursors on: without a lock, as of one moment."""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from patbm_desktop.server.log.connection import Row, marks
from patbm_desktop.server.log.desk import Desk
from patbm_desktop.wire.chain import Cursor, parse_cursor, start
from patbm_desktop.wire.limits import MOST_SPACES
from patbm_desktop.wire.line import HeldLine, Line, Position, Stripped, Whole
from patbm_desktop.wire.messages import SpaceNews

ROWS_AT_ONCE = 256
LINE_OVERHEAD = 180
"""Bytes of a line besides its body: ids, signature, brackets."""

ARCHIVIST = "arsip"
COORDINATOR = "koordinator"


@dataclass(frozen=True, slots=True)
class Readable:
    """A space that the device may read up to `end`, or once could: then it `is_closed`."""

    kelurahan: str
    space: str
    role: str
    end: Cursor
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a device wants to read; ops it `offered` in the same request come by place only."""

    cur: Mapping[str, str]
    max_kib: int
    offered: frozenset[str] = frozenset()

    def cursor(self, space: str) -> Cursor:
        """Return up to where the device read `space`."""
        return parse_cursor(self.cur[space]) if space in self.cur else start(space)


@dataclass(slots=True)
class Page:
    """The answer while it is gathered; `room` is in bytes."""

    room: int
    sp: dict[str, SpaceNews] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line, size: int) -> None:
        """Add one line."""
        self.lines.append(line)
        self.room -= size


def read(desk: Desk, dev: str, kelurahans: Sequence[str], asked: Asked) -> Page:
    """Gather what is new for `dev`, which is at home in `kelurahans`."""
    page = Page(asked.max_kib * 1024)
    spaces = [] if asked.offered else readable(desk, dev, kelurahans)
    if asked.offered or _has_news(spaces, asked):
        with desk.connection.reading():
            spaces = readable(desk, dev, kelurahans)
            for space in spaces[:MOST_SPACES]:
                _read_space(desk, page, space, asked)
    if not any(news.more for news in page.sp.values()):
        _read_held(desk, page, spaces)
    for name in asked.cur.keys() - {space.space for space in spaces}:
        if asked.cursor(name) != start(name):
            page.sp[name] = SpaceNews(rewind=True)
    return page


def readable(desk: Desk, dev: str, kelurahans: Sequence[str]) -> list[Readable]:
    """Return the spaces that `dev` reads or once read, offices first: they say who is who."""
    if dev in desk.archivists.sign_pks:
        return _offices(desk, kelurahans)
    rows = desk.connection.execute(
        "SELECT member.kelurahan, member.space, member.role, member.until, member.until_chain,"
        " space.seq, space.chain FROM member JOIN space"
        " ON space.kelurahan = member.kelurahan AND space.id = member.space"
        " JOIN home ON home.space = space.id"
        f" WHERE member.kelurahan IN ({marks(kelurahans)}) AND member.dev = %s"
        " ORDER BY home.office DESC, member.kelurahan, member.space",
        (*kelurahans, dev),
    )
    return [_readable(row) for row in rows]


def _readable(row: Row) -> Readable:
    kelurahan, space, role, until, until_chain, seq, chain = row
    if until is None:
        return Readable(kelurahan, space, role, Cursor(seq, chain))
    return Readable(kelurahan, space, role, Cursor(until, until_chain), is_closed=True)


def _offices(desk: Desk, kelurahans: Sequence[str]) -> list[Readable]:
    rows = desk.connection.execute(
        "SELECT space.kelurahan, space.id, space.seq, space.chain FROM space"
        " JOIN home ON home.space = space.id"
        f" WHERE space.kelurahan IN ({marks(kelurahans)}) AND home.office = 1"
        " ORDER BY space.kelurahan, space.id",
        kelurahans,
    )
    return [
        Readable(kelurahan, space, ARCHIVIST, Cursor(seq, chain))
        for kelurahan, space, seq, chain in rows
    ]


def _has_news(spaces: Sequence[Readable], asked: Asked) -> bool:
    return any(space.is_closed or asked.cursor(space.space) != space.end for space in spaces)


# -- one space -------------------------------------------------------------------------------


def _read_space(desk: Desk, page: Page, space: Readable, asked: Asked) -> None:
    cursor = asked.cursor(space.space)
    if cursor == space.end and not space.is_closed:
        return
    if not _holds(desk, space, cursor):
        page.sp[space.space] = SpaceNews(rewind=True, closed=space.is_closed)
    elif space.is_closed and cursor.seq >= space.end.seq:
        page.sp[space.space] = SpaceNews(closed=True)
    else:
        page.sp[space.space] = _fill(desk, page, space, asked)


def _holds(desk: Desk, space: Readable, cursor: Cursor) -> bool:
    """Say whether this log has that very pair; if not, the device read another log."""
    if cursor.seq == 0 or cursor == space.end:
        return cursor in (start(space.space), space.end)
    rows = desk.connection.execute(
        "SELECT chain FROM op WHERE kelurahan = %s AND space = %s AND seq = %s",
        (space.kelurahan, space.space, cursor.seq),
    )
    return rows == [(cursor.chain,)]


def _fill(desk: Desk, page: Page, space: Readable, asked: Asked) -> SpaceNews:
    """Add lines while there is room, at least one an answer, so that every turn gets on."""
    at = asked.cursor(space.space)
    for seq, chain, line, size in _lines(desk, space, at.seq, asked.offered):
        if page.lines and page.room < size:
            break
        page.add(line, size)
        at = Cursor(seq, chain)
    # A former member who has read her last line comes again at once, to be told that it was that.
    return SpaceNews(str(at), more=at != space.end or space.is_closed, role=space.role)


def _lines(
    desk: Desk, space: Readable, after: int, offered: Collection[str]
) -> Iterator[tuple[int, str, Line, int]]:
    while after < space.end.seq:
        rows = desk.connection.execute(
            "SELECT seq, chain, id, ent, kind, body, sig FROM op"
            " WHERE kelurahan = %s AND space = %s AND seq > %s AND seq <= %s"
            f" ORDER BY seq LIMIT {ROWS_AT_ONCE}",
            (space.kelurahan, space.space, after, space.end.seq),
        )
        if not rows:
            return
        for seq, chain, *rest in rows:
            line = _line(space.space, seq, rest, offered)
            size = LINE_OVERHEAD + (len(line.body) if isinstance(line, Whole) else 0)
            yield seq, chain, line, size
        after = rows[-1][0]


def _line(space: str, seq: int, rest: Sequence[Any], offered: Collection[str]) -> Line:
    id_, ent, kind, body, sig = rest
    if id_ in offered:
        return Position(space, seq, id_)
    if body is None:
        return Stripped(space, seq, id_, ent, kind)
    return Whole(space, seq, bytes(sig), bytes(body))


def _read_held(desk: Desk, page: Page, spaces: Sequence[Readable]) -> None:
    """Add what waits for this coordinator, until she decided on it: of each author the oldest.

    Then of each the next, so that nobody who brings many keeps those of others from her.
    """
    led = [space for space in spaces if space.role == COORDINATOR and not space.is_closed]
    if not led:
        return
    kelurahans = sorted({space.kelurahan for space in led})
    rows = desk.connection.execute(
        "SELECT space, why, sig, body FROM held"
        f" WHERE kelurahan IN ({marks(kelurahans)}) AND space IN ({marks(led)}) AND refused = 0"
        " ORDER BY row_number() OVER (PARTITION BY kelurahan, space, dev ORDER BY at, id), at, id"
        f" LIMIT {ROWS_AT_ONCE}",
        (*kelurahans, *(space.space for space in led)),
    )
    for space, why, sig, body in rows:
        size = LINE_OVERHEAD + len(body)
        if page.lines and page.room < size:
            return
        page.add(HeldLine(space, why, bytes(sig), bytes(body)), size)
