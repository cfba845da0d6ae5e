"""Edits become signed ops: what is open stays open, the rest is sealed, each gets its counter."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from patbm_desktop.actions.opened.changes import Edit, Refused
from patbm_desktop.domain import op as ops
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.fields import Read
from patbm_desktop.domain.kinds import KINDS, VOID, problems
from patbm_desktop.domain.merge import View
from patbm_desktop.domain.op import Op, Write
from patbm_desktop.store import letting_go, newer
from patbm_desktop.sync.laptop import Laptop


def composed(laptop: Laptop, home: str, edits: Sequence[Edit]) -> list[Op]:
    """Return the signed ops that write `edits`; a record with no space of its own goes to `home`.

    Raises:
        Fault: a later release wrote in one of the records, a key that is needed is not here, or the
            notes of that space went from this laptop (SPACE_LOCKED).
        Refused: a value breaks the field table.
    """
    _demand_known(laptop, edits)
    _demand_kept(laptop, home, edits)
    for edit in edits:
        _demand_fitting(edit)
    _have_keys(laptop, home, edits)
    spaces = {edit.space or home for edit in edits}
    clks = {space: count(laptop.next_clk(space)) for space in spaces}
    return [_compose(laptop, edit, edit.space or home, clks) for edit in edits]


def _demand_known(laptop: Laptop, edits: Sequence[Edit]) -> None:
    """Write over nothing that a later release wrote and this one cannot show."""
    if newer.records(laptop.db, laptop.rights) & {edit.ent for edit in edits}:
        raise Fault(Refusal.RECORD_NEWER)


def _demand_kept(laptop: Laptop, home: str, edits: Sequence[Edit]) -> None:
    """Write nothing into a space whose notes were let go: it would go as it comes."""
    gone = letting_go.every(laptop.db)
    for edit in edits:
        space = edit.space or home
        if space in gone and not gone[space].is_kept(edit.kind, edit.ent):
            raise Fault(Refusal.SPACE_LOCKED)


def _demand_fitting(edit: Edit) -> None:
    found = problems(edit.kind, {k: v for k, v in edit.values.items() if k != VOID})
    if found:
        raise Refused(found)


def _have_keys(laptop: Laptop, home: str, edits: Sequence[Edit]) -> None:
    """Have every key these edits are sealed with, before counters are given to them.

    A key that has to be made is an op of its own.
    """
    wanted = {(edit.space or home, KINDS[edit.kind].use) for edit in edits if _seals(edit)}
    for space, use in wanted:
        if use is not None:
            laptop.sealing_key(space, use.value)


def _compose(laptop: Laptop, edit: Edit, space: str, clks: Mapping[str, Iterator[int]]) -> Op:
    writes = {name: _write(name, value, edit.shown) for name, value in edit.values.items()}
    return laptop.compose(edit.kind, edit.ent, writes, space=space, clk=next(clks[space]))


def _seals(edit: Edit) -> bool:
    kind = KINDS[edit.kind]
    hidden = (name for name, each in kind.fields.items() if each.read is not Read.OPEN)
    return kind.sealed is not None or any(name in edit.values for name in hidden)


def _write(name: str, value: Any, shown: View | None) -> Write:
    if shown is None:
        return Write(value)
    over = shown.over.get(name, ())
    if name == VOID and value is not None:
        return Write(value, (*over, *shown.void_over)[: ops.MOST_OVER])
    return Write(value, over[: ops.MOST_OVER_FIELD])
