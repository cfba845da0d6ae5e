"""An RT that moves to another kelurahan: whose word it is by, and who stays behind.

The founder of its space says so, by making a coordinator of the other office the coordinator of it.
The server's administrator moves the log; neither the new office nor the old one can. From then on
the old office decides nothing in the space, and the new one sends its laptops away, once a person
has seen their names. Source: protocol, sections 6 and 13.
"""

from dataclasses import dataclass

from patbm_desktop.store import setting
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.completion import remove_from, turned_away
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.newcomer import Gift
from patbm_desktop.sync.newcomer import gift as newcomers_gift
from patbm_desktop.sync.offices import (
    MOVED_FROM,
    coordinates,
    demand_coordinator,
    founded,
    spaces_of_rt,
)
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.trust import listed


@dataclass(frozen=True, slots=True)
class Outsider:
    """A laptop that reads a space of an office which never knew it; `label` is what it is called.

    `rt` is the record of the RT whose space it is; `leads` says that it coordinates it.
    """

    space: str
    rt: str
    dev: str
    label: str
    leads: bool


def gift(laptop: Laptop, rt: str, kelurahan: str, number: str) -> Gift:
    """Return the space that the RT `rt` brings to another kelurahan: the one made here for it."""
    own = {each.id for each in founded(laptop)}
    mine = next((space for space in spaces_of_rt(laptop, rt) if space in own), None)
    if mine is None:
        return newcomers_gift(laptop, kelurahan, number)
    return Gift(mine, kelurahan, number)


def remember_move(laptop: Laptop, old: str, new: str) -> None:
    """Show the spaces of the RT record `old` with those of `new` from now on, as one RT."""
    moved = setting.read(laptop.db, MOVED_FROM, {})
    setting.write(laptop.db, MOVED_FROM, moved | {new: sorted({*moved.get(new, ()), old})})


def moved_from(laptop: Laptop, rt: str) -> tuple[str, ...]:
    """Return the records of the RT that `rt` was in another kelurahan before."""
    return tuple(setting.read(laptop.db, MOVED_FROM, {}).get(rt, ()))


def outsiders(laptop: Laptop, office: str) -> tuple[Outsider, ...]:
    """Return who reads a space of `office`, led by this laptop, and was never a member of it.

    They came with an RT that moved here, or are those of an office that was lost.
    """
    known = laptop.rights.of(office).ever
    found: list[Outsider] = []
    for each in listed(laptop.db, laptop.rights, office):
        here = laptop.rights.of(each.space)
        if each.space == office or here.is_office or not coordinates(laptop, each.space):
            continue
        if turned_away(laptop, office, each.space):
            continue
        strangers = here.now - known - {here.founder}
        found += (
            Outsider(each.space, each.rt, dev, here.label(dev), here.role(dev) == "koordinator")
            for dev in sorted(strangers)
        )
    return tuple(found)


def send_away(laptop: Laptop, office: str) -> frozenset[str]:
    """Remove every outsider from the spaces of `office`, and change their keys; return the kinds.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    demand_coordinator(laptop, office)
    kinds: frozenset[str] = frozenset()
    with writing(laptop.db):
        for each in sorted(outsiders(laptop, office), key=lambda each: each.leads):
            kinds |= remove_from(laptop, each.space, each.dev)
        return kinds | repair(laptop)
