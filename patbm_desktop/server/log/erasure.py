"""Erasure on the server: two ops of two devices in the office, then body and signature are gone.

The `_ask_erase` of a coordinator stands in sight of all for fourteen days; the `_erase` of an arsip
device is stored from the fifteenth day on. What is erased is remembered beside the log, so that a
late op is stripped as it comes and a restored backup can be told (`known`, `impose`).
On SQLite nothing is left in the file or its log (`Connection.forget_pages`). PostgreSQL keeps rows
that were changed until its vacuum reuses their room; a dump has none of them.
Source: protocol, section 9.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from patbm_desktop.domain.erasure import Target, asked, request_of
from patbm_desktop.domain.op import Op, parse
from patbm_desktop.server.log import why
from patbm_desktop.server.log.connection import Connection, for_update
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.server.log.parts import PartShelf
from patbm_desktop.server.log.under_lock import UnderLock


class Erased(NamedTuple):
    """One record that was erased: by which op, and when that was stored here."""

    kelurahan: str
    space: str
    ent: str
    by_op: str
    at: int


def refuse(into: UnderLock, erase: Op) -> str:
    """Return why `erase` may not be stored (yet), or nothing."""
    found = _request(into, erase)
    if found is None:
        return why.RIGHT
    ask, at = found
    if ask.dev == erase.dev or not into.rights.counts(ask):
        return why.RIGHT
    return why.DAYS if into.at < at + into.desk.limits.erasure_days * DAY else ""


def obey(into: UnderLock, erase: Op) -> None:
    """Strip every op of the records that were asked to be erased, with their photos."""
    listed: dict[str, bool] = {}
    for target in _targets(into, erase):
        if target.space not in listed:
            listed[target.space] = _lists(into, target.space)
        if listed[target.space]:
            _erase(into, target, erase)


def reach(into: UnderLock, space: str) -> None:
    """Obey every erasure of this office in a space that it lists only now.

    After a restore the words of an office may come in any order.
    """
    for erase in _said(into, "_erase"):
        for target in _targets(into, erase):
            if target.space == space:
                _erase(into, target, erase)


def known(connection: Connection) -> list[Erased]:
    """Return all that was erased here, to be told to a backup that is restored."""
    rows = connection.execute("SELECT kelurahan, space, ent, by_op, at FROM erased")
    return [Erased(*row) for row in rows]


def impose(connection: Connection, shelf: PartShelf, erased: Iterable[Erased]) -> int:
    """Erase in this database what another one knew to be erased; return how many records.

    Called after a restore and before anything is served: the ops that say so may be younger than
    the backup, and come back with the next exchange of any laptop.
    """
    rows = sorted(set(erased))
    with connection.writing():
        for row in rows:
            _strip(connection, shelf, row)
    if rows:
        connection.forget_pages()
    return len(rows)


# -- what was asked --------------------------------------------------------------------------


def _request(into: UnderLock, erase: Op) -> tuple[Op, int] | None:
    """Return the `_ask_erase` that `erase` names and when it was stored here."""
    rows = into.desk.connection.execute(
        "SELECT body, sig, at FROM op WHERE kelurahan = %s AND space = %s AND id = %s"
        " AND kind = '_ask_erase'",
        (into.row.kelurahan, into.row.id, request_of(erase)),
    )
    return next(((parse(bytes(body), bytes(sig)), at) for body, sig, at in rows), None)


def _targets(into: UnderLock, erase: Op) -> Iterator[Target]:
    found = _request(into, erase)
    if found is not None:
        yield from sorted(asked(found[0]).targets)


def _lists(into: UnderLock, space: str) -> bool:
    """Say whether a word of this office that counts lists `space`."""
    return any(op.ent == space and into.rights.counts(op) for op in _said(into, "_space"))


def _said(into: UnderLock, kind: str) -> list[Op]:
    rows = into.desk.connection.execute(
        "SELECT body, sig FROM op WHERE kelurahan = %s AND space = %s AND control = 1"
        " AND kind = %s ORDER BY seq",
        (into.row.kelurahan, into.row.id, kind),
    )
    return [parse(bytes(body), bytes(sig)) for body, sig in rows]


# -- erasing ---------------------------------------------------------------------------------


def _erase(into: UnderLock, target: Target, erase: Op) -> None:
    connection, kelurahan = into.desk.connection, into.row.kelurahan
    is_here = connection.execute(
        "SELECT 1 FROM space WHERE kelurahan = %s AND id = %s" + for_update(connection),
        (kelurahan, target.space),
    )
    if is_here and target.space != into.row.id:
        row = Erased(kelurahan, target.space, target.ent, erase.id, into.at)
        _strip(connection, into.desk.shelf, row)
        into.has_erased = True


def _strip(connection: Connection, shelf: PartShelf, row: Erased) -> None:
    key = row[:3]
    where = "WHERE kelurahan = %s AND space = %s AND ent = %s"
    connection.execute(
        "INSERT INTO erased (kelurahan, space, ent, by_op, at) VALUES (%s, %s, %s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        row,
    )
    connection.execute("UPDATE space SET erased = 1 WHERE kelurahan = %s AND id = %s", key[:2])
    connection.execute(
        f"UPDATE op SET body = NULL, sig = NULL, dev = '' {where} AND control = 0", key
    )
    connection.execute(f"DELETE FROM held {where}", key)
    connection.execute(f"DELETE FROM blob {where}", key)
    shelf.drop(*key)
