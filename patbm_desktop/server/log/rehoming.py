"""Moving an RT to another kelurahan: its log, and all that is kept with it, in one transaction.

The server's administrator does it, and nobody else can: a space has one home, and a second office
that lists it is answered `why.REGISTERED`. Nothing in a log is changed by it, so every cursor holds
and no laptop starts anew. Who leads and who reads stays as the ops say; that the founder may name a
coordinator of the new office, whom the old one never knew, is `Appending`'s to allow.
Source: protocol, section 13.
"""

# ruff: noqa: S608 (what is put into a statement are names of this package, never values)

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from patbm_desktop.domain.ids import rt_id
from patbm_desktop.server.log import erasure
from patbm_desktop.server.log.connection import Connection, for_update
from patbm_desktop.server.log.desk import Desk

TABLES = ("op", "held", "member", "erased", "blob")
"""What is kept of a space beside its own row and its home, each with a column `space`."""

FEW = 12
"""Letters of a space that tell it apart for a person, as in the table of a check."""

SHORTEST = 8
"""Letters of a space that name it, if no other begins with them."""

_BEGINNING = re.compile(rf"[0-9a-f]{{{SHORTEST},32}}", re.ASCII)


class Why(StrEnum):
    """Why a space stays where it is."""

    NO_SPACE = "no_space"
    NO_OFFICE = "no_office"
    IS_OFFICE = "is_office"
    IS_THERE = "is_there"


class StaysHere(Exception):
    """Raised when nothing was moved; `why` says why not."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Moved:
    """One space that was moved, and how many lines and parts of photos went with it."""

    space: str
    source: str
    target: str
    lines: int
    parts: int


def named(connection: Connection, beginning: str) -> str:
    """Return the space whose id begins so: `FEW` letters do.

    Raises:
        StaysHere: NO_SPACE, none does or more than one.
    """
    plain = beginning.strip().lower()
    found = []
    if _BEGINNING.fullmatch(plain):
        found = connection.execute("SELECT space FROM home WHERE space LIKE %s", (f"{plain}%",))
    if len(found) != 1:
        raise StaysHere(Why.NO_SPACE)
    return str(found[0][0])


def of_rt(connection: Connection, kelurahan: str, number: str) -> list[str]:
    """Return the spaces that the offices of `kelurahan` list for the RT of this number.

    Raises:
        StaysHere: NO_SPACE, there is none.
    """
    rows = connection.execute(
        "SELECT id FROM space WHERE kelurahan = %s AND rt = %s ORDER BY id",
        (kelurahan, rt_id(kelurahan, number)),
    )
    if not rows:
        raise StaysHere(Why.NO_SPACE)
    return [space for (space,) in rows]


def rehome(
    desk: Desk, spaces: Iterable[str], kelurahan: str, remember: Callable[[Moved], None]
) -> list[Moved]:
    """Move `spaces` to another kelurahan, all or none; `remember` is called before the commit.

    Parts of photos stand in both places until it is done, so that a kill costs none of them.

    Raises:
        StaysHere: nothing was moved.
    """
    wanted, connection = sorted(spaces), desk.connection
    moved: list[Moved] = []
    with connection.writing():
        if not connection.execute(
            "SELECT 1 FROM home WHERE kelurahan = %s AND office = 1", (kelurahan,)
        ):
            raise StaysHere(Why.NO_OFFICE)
        for space in wanted:
            moved.append(_move(desk, space, kelurahan))
            remember(moved[-1])
    for space in wanted:
        desk.shelf.drop_elsewhere(kelurahan, space)
    connection.forget_pages()
    return moved


def _move(desk: Desk, space: str, target: str) -> Moved:
    connection = desk.connection
    source = _lock(connection, space, target)
    desk.shelf.copy(source, target, space)
    _make_room(connection, space, target)
    key = (target, source, space)
    connection.execute("UPDATE home SET kelurahan = %s WHERE space = %s", (target, space))
    connection.execute("UPDATE space SET kelurahan = %s WHERE kelurahan = %s AND id = %s", key)
    for table in TABLES:
        connection.execute(
            f"UPDATE {table} SET kelurahan = %s WHERE kelurahan = %s AND space = %s", key
        )
    _let_members_follow(connection, space, source, target)
    erasure.strip_again(connection, desk.shelf, target, space)
    lines, parts = (_count(connection, table, target, space) for table in ("op", "blob"))
    return Moved(space, source, target, lines, parts)


def _lock(connection: Connection, space: str, target: str) -> str:
    """Lock a space, its home first, and return where it is now; whoever writes into it waits."""
    lock = for_update(connection)
    rows = connection.execute(
        f"SELECT kelurahan, office FROM home WHERE space = %s{lock}", (space,)
    )
    if not rows:
        raise StaysHere(Why.NO_SPACE)
    source, is_office = rows[0]
    if is_office:
        raise StaysHere(Why.IS_OFFICE)
    if source == target:
        raise StaysHere(Why.IS_THERE)
    connection.execute(
        f"SELECT seq FROM space WHERE kelurahan = %s AND id = %s{lock}", (source, space)
    )
    return str(source)


def _make_room(connection: Connection, space: str, target: str) -> None:
    """Take away the empty row that a restored server keeps for what was erased in a space."""
    connection.execute(
        "DELETE FROM space WHERE kelurahan = %s AND id = %s AND seq = 0", (target, space)
    )
    connection.execute(
        "DELETE FROM erased WHERE space = %s AND kelurahan <> %s AND ent IN"
        " (SELECT ent FROM erased WHERE kelurahan = %s AND space = %s)",
        (space, target, target, space),
    )


def _let_members_follow(connection: Connection, space: str, source: str, target: str) -> None:
    """Let everybody who read the space where it was read it where it is, until an op says no.

    Those who left before are among them: their laptops hear that it is closed.
    """
    connection.execute(
        "INSERT INTO access (dev, kelurahan) SELECT member.dev, member.kelurahan FROM member"
        " JOIN access AS before ON before.dev = member.dev AND before.kelurahan = %s"
        " WHERE member.kelurahan = %s AND member.space = %s ON CONFLICT DO NOTHING",
        (source, target, space),
    )


def _count(connection: Connection, table: str, kelurahan: str, space: str) -> int:
    rows = connection.execute(
        f"SELECT count(*) FROM {table} WHERE kelurahan = %s AND space = %s", (kelurahan, space)
    )
    return int(rows[0][0])
