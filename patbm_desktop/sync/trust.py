"""Which spaces this laptop hands keys into: where somebody it has met stands behind them.

A server can make up a space and name anybody in it. So a space is trusted only if this laptop
founded it, if a person typed in the code of a device that founded it or that admitted members there
with its own signature, or if an office so trusted lists it. Decided 2026-11-21. Rejected: trusting
every space that merely names a coordinator whose code was typed, for her public keys are no secret.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import control, oplog, setting
from patbm_desktop.store.rights_book import RightsBook

_TYPED = "typed"


class Listed(NamedTuple):
    """A space as an office lists it: whose it is and which RT it belongs to ("" for none)."""

    clk: int
    op: str
    space: str
    rt: str
    founder: str


def typed(db: Database) -> frozenset[str]:
    """Return the devices whose code a person typed in here, or whose invitation file she took."""
    return frozenset(setting.read(db, _TYPED, []))


def remember_typed(db: Database, dev: str) -> None:
    """Trust `dev` from now on: its code was compared with what its owner read out."""
    setting.write(db, _TYPED, sorted(typed(db) | {dev}))


def still_met(db: Database, rights: RightsBook, own_dev: str) -> frozenset[str]:
    """Return the devices that may bring a space which is not here yet: this one and those typed in.

    But for whom a space here has removed: a laptop that was lost is somebody else's by now.
    """
    removed = (rights.of(space).removed for space in control.newest(db))
    return typed(db).difference(*removed) | {own_dev}


def trusted_spaces(db: Database, rights: RightsBook, own_dev: str) -> frozenset[str]:
    """Return the spaces that somebody this laptop has met stands behind."""
    rooted = rooted_spaces(db, rights, own_dev)
    offices = (space for space in rooted if rights.of(space).is_office)
    return rooted.union(*({each.space for each in listed(db, rights, of)} for of in offices))


def rooted_spaces(db: Database, rights: RightsBook, own_dev: str) -> frozenset[str]:
    """Return the spaces that are trusted for their own sake, not because an office lists them."""
    met = typed(db) | {own_dev}
    return frozenset(
        space for space in control.newest(db) if _stands_behind(db, rights.of(space), met)
    )


def listed(db: Database, rights: RightsBook, office: str) -> tuple[Listed, ...]:
    """Return the spaces that `office` lists, each once, the one listed first in front.

    A listing that gives another founder than the space has, once its first op is here, is none.
    """
    counting = filter(rights.of(office).counts, oplog.control_ops(db, office, "_space"))
    found: dict[str, Listed] = {}
    for each in sorted(_listings(counting)):
        if rights.of(each.space).founder in ("", each.founder):
            found.setdefault(each.space, each)
    return tuple(found.values())


def _listings(said: Iterable[Op]) -> Iterable[Listed]:
    for op in said:
        yield Listed(op.clk, op.id, op.ent, _id(op, "rt"), _id(op, "founder"))


def _id(op: Op, name: str) -> str:
    value = op.set[name].value if name in op.set else ""
    return value if is_id(value) else ""


def are_of_the_met(rights: Rights, words: Iterable[Op], met: Collection[str]) -> bool:
    """Say whether one of `met` founded a space, or admitted somebody there with `words`."""
    if rights.founder in met:
        return True
    return any(
        op.kind == "_member" and op.dev in met and op.ent != op.dev and rights.counts(op)
        for op in words
    )


def _stands_behind(db: Database, rights: Rights, met: frozenset[str]) -> bool:
    if rights.founder not in met and not rights.ever & met:
        return False
    return are_of_the_met(rights, oplog.control_ops(db, rights.space, "_member"), met)
