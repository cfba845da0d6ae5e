"""Erasure on the server: two ops of two devices in the office, then body and signature are gone.

The `_ask_erase` of a coordinator stands in sight of all for fourteen days; the `_erase` of an arsip
device is stored from the fifteenth day on, unless the request was taken back. What is erased is
remembered beside the log, so that a late op is stripped as it comes and a restored backup can be
told (`known`, `impose`).
On SQLite the file is written anew and its log is cut (`Connection.forget_pages`). PostgreSQL keeps
rows that were changed until its vacuum reuses their room; a dump has none of them.
Source: protocol, section 9.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from patbm_desktop.domain.erasure import (
    ASK,
    ERASE,
    TAKES_BACK,
    Target,
    asked,
    request_of,
    requests,
    taken_back,
    takes_back,
)
from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import COORDINATOR
from patbm_desktop.server.log import why
from patbm_desktop.server.log.connection import Connection, for_update, marks
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
    found = _request(into, request_of(erase))
    if found is None or found[0].dev == erase.dev:
        return why.RIGHT
    ask, at = found
    if _has_moved(into, ask):
        return why.RIGHT
    if ask.id in taken_back(into.rights, _said(into, ASK)) and not _is_vouched_for(into, erase):
        return why.SETTLED
    return why.DAYS if into.at < at + into.desk.limits.erasure_days * DAY else ""


def _is_vouched_for(into: UnderLock, erase: Op) -> bool:
    """Say whether a coordinator of the office brings back an `_erase` that the log had before.

    Nobody but its author has one that no log ever took. So this log lost it, and with it the proof
    that the request was taken back too late; laptops have erased long since.
    """
    if into.carrier == erase.dev or into.carrier not in into.rights.now:
        return False
    return into.rights.role(into.carrier) == COORDINATOR


def refuse_back(into: UnderLock, back: Op) -> str:
    """Return why an `_ask_erase` that takes a request back may not be stored, or nothing."""
    if TAKES_BACK not in back.set:
        return ""
    found = _request(into, takes_back(back))
    if found is None:
        return why.RIGHT
    done = (request_of(op) for op in _said(into, ERASE) if into.rights.counts(op))
    is_done = takes_back(back) in done or _is_remembered(into, found[0])
    return why.SETTLED if is_done else ""


def _is_remembered(into: UnderLock, ask: Op) -> bool:
    """Say whether one of the records was erased by an `_erase` that this log had and lost.

    A restored server goes on stripping what is of it, and the `_erase` has to come back to say why.
    """
    here = {op.id for op in _said(into, ERASE)}
    return any(by not in here for target in asked(ask).targets for by in _erased_by(into, target))


def _erased_by(into: UnderLock, target: Target) -> list[str]:
    rows = into.desk.connection.execute(
        "SELECT by_op FROM erased WHERE kelurahan = %s AND space = %s AND ent = %s",
        (into.row.kelurahan, target.space, target.ent),
    )
    return [by for (by,) in rows]


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
    for erase in _said(into, ERASE):
        for target in _targets(into, erase):
            if target.space == space:
                _erase(into, target, erase)


def strip_again(connection: Connection, shelf: PartShelf, kelurahan: str, space: str) -> None:
    """Strip once more all that was ever erased in `space`, which was moved to `kelurahan`."""
    rows = connection.execute(
        "SELECT kelurahan, space, ent, by_op, at FROM erased WHERE kelurahan = %s AND space = %s",
        (kelurahan, space),
    )
    for row in rows:
        _strip(connection, shelf, Erased(*row))


def known(connection: Connection) -> list[Erased]:
    """Return all that was erased here, to be told to a backup that is restored."""
    rows = connection.execute("SELECT kelurahan, space, ent, by_op, at FROM erased")
    return [Erased(*row) for row in rows]


def impose(connection: Connection, shelf: PartShelf, erased: Iterable[Erased]) -> int:
    """Erase in this database what another one knew to be erased; return how many records.

    Called after a restore and before anything is served: the ops that say so may be younger than
    the backup, and come back with the next exchange of any laptop. A space may have been moved
    since the backup: it is erased where the backup has it.
    """
    rows = sorted(set(erased))
    with connection.writing():
        homes: dict[str, str] = dict(connection.execute("SELECT space, kelurahan FROM home"))
        for row in rows:
            shelf.drop(row.kelurahan, row.space, row.ent)
            _strip(connection, shelf, row._replace(kelurahan=homes.get(row.space, row.kelurahan)))
    if rows:
        connection.forget_pages()
    return len(rows)


# -- what was asked --------------------------------------------------------------------------


def _request(into: UnderLock, ask: str) -> tuple[Op, int] | None:
    """Return the request whose op is `ask`, if it counts, and when it was stored here."""
    found = ((op, at) for op, at in into.taken(ASK) if op.id == ask)
    return next(((op, at) for op, at in found if requests(into.rights, [op])), None)


def _targets(into: UnderLock, erase: Op) -> Iterator[Target]:
    found = _request(into, request_of(erase))
    if found is not None:
        yield from sorted(asked(found[0]).targets)


def _has_moved(into: UnderLock, ask: Op) -> bool:
    """Say whether one of the records, not erased yet, moved from this office to another kelurahan.

    There another office decides; this one asks again for what is still its own.
    """
    targets = asked(ask).targets
    spaces = sorted({target.space for target in targets})
    homes = into.desk.connection.execute(
        f"SELECT space, kelurahan FROM home WHERE space IN ({marks(spaces)}) AND kelurahan <> %s",
        (*spaces, into.row.kelurahan),
    )
    gone = {
        space: _erased(into, kelurahan, space) for space, kelurahan in homes if _lists(into, space)
    }
    return any(each.space in gone and each.ent not in gone[each.space] for each in targets)


def _erased(into: UnderLock, kelurahan: str, space: str) -> frozenset[str]:
    rows = into.desk.connection.execute(
        "SELECT ent FROM erased WHERE kelurahan = %s AND space = %s", (kelurahan, space)
    )
    return frozenset(ent for (ent,) in rows)


def _lists(into: UnderLock, space: str) -> bool:
    """Say whether a word of this office that counts lists `space`."""
    return any(op.ent == space and into.rights.counts(op) for op in _said(into, "_space"))


def _said(into: UnderLock, kind: str) -> list[Op]:
    return [op for op, _ in into.taken(kind)]


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
