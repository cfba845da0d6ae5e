"""Storing what was offered: one transaction and one lock a space, in the order it was offered."""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from patbm_desktop.domain.op import Op
from patbm_desktop.server.log import why
from patbm_desktop.server.log.appending import Appending
from patbm_desktop.server.log.connection import marks
from patbm_desktop.server.log.desk import Desk


class Home(NamedTuple):
    """Where a space is kept, and whether it is a kelurahan office."""

    kelurahan: str
    office: bool


def push(desk: Desk, carrier: str, ops: Sequence[Op]) -> dict[str, str]:
    """Store `ops`, which `carrier` brought; return the verdicts other than stored.

    Offices come first, so that a space which is registered in this push can take its ops at once.
    """
    put: dict[str, str] = {}
    homes = find_homes(desk, {op.space for op in ops})
    offices = [space for space in sorted(homes) if homes[space].office]
    for space in offices:
        put |= _store(desk, carrier, homes[space], _of(ops, space))
    if any(op.kind == "_space" for op in ops):
        homes = find_homes(desk, {op.space for op in ops})
    for space in sorted(homes.keys() - set(offices)):
        put |= _store(desk, carrier, homes[space], _of(ops, space))
    return put | {op.id: why.SPACE for op in ops if op.space not in homes}


def find_homes(desk: Desk, spaces: Iterable[str]) -> Mapping[str, Home]:
    """Return where those of `spaces` are kept that an office registered."""
    wanted = sorted(spaces)
    rows = desk.connection.execute(
        f"SELECT space, kelurahan, office FROM home WHERE space IN ({marks(wanted)})",
        wanted,
    )
    return {space: Home(kelurahan, bool(office)) for space, kelurahan, office in rows}


def _of(ops: Sequence[Op], space: str) -> list[Op]:
    return [op for op in ops if op.space == space]


def _store(desk: Desk, carrier: str, home: Home, ops: Sequence[Op]) -> dict[str, str]:
    with desk.connection.writing():
        appending = Appending.lock(desk, carrier, home.kelurahan, ops[0].space)
        if appending is None:  # it was moved since, and is at home elsewhere by now
            return {op.id: why.SPACE for op in ops}
        put = appending.take(ops)
        appending.finish()
    if appending.has_erased:
        desk.connection.forget_pages()
    return put
