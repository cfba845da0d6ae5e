"""A newcomer's own record, written once into each space she came to write in."""

from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import Write
from patbm_desktop.store import current
from patbm_desktop.sync.laptop import UMUM, Laptop
from patbm_desktop.sync.offices import all_listed


def introduce(laptop: Laptop) -> frozenset[str]:
    """Write who is at this keyboard into the RT spaces that do not know yet; return the kinds.

    The caller has a transaction open.
    """
    known = current.find(laptop.db, "person", laptop.person)
    if not known:
        return frozenset()
    lacking = (each.space for each in all_listed(laptop) if _lacks(laptop, each.space))
    kinds: frozenset[str] = frozenset()
    for space in lacking:
        kinds |= _write(laptop, known[0], space)
    return kinds


def _lacks(laptop: Laptop, space: str) -> bool:
    rights = laptop.rights.of(space)
    is_mine = laptop.dev in rights.now and rights.role(laptop.dev) == "anggota"
    if not is_mine or not laptop.can_seal(space, UMUM):
        return False
    return current.view(laptop.db, Entity(space, "person", laptop.person)) is None


def _write(laptop: Laptop, known: Entity, space: str) -> frozenset[str]:
    shown = current.view(laptop.db, known)
    if shown is None or not shown.values:
        return frozenset()
    laptop.sealing_key(space, UMUM)
    writes = {name: Write(value) for name, value in shown.values.items()}
    clk = laptop.next_clk(space)
    return laptop.keep([laptop.compose("person", laptop.person, writes, space=space, clk=clk)])
