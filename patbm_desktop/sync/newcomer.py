"""Joining on the newcomer's own laptop: what it brings to an office, and whom it lets into that.

The other half, what a coordinator writes, stands in `sync/members.py`. Source: section 6 of the
protocol, "Joining, keys, recovery".
"""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from patbm_desktop.domain import ids
from patbm_desktop.domain.fields import Read
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.store import current, keyring
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import founding, words
from patbm_desktop.sync.founding import Root
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import founded
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.trust import listed, remember_typed
from patbm_desktop.wire.joining import NO_SPACE, Card


class Gift(NamedTuple):
    """The space a laptop brings to an office; one that is not made yet has a `seed`."""

    space: str
    kelurahan: str
    rt: str
    seed: bytes = b""


def gift(laptop: Laptop, kelurahan: str, rt_number: str) -> Gift:
    """Return what this laptop would bring to an office; nothing is written.

    A laptop that serves an RT already brings a new space for a second one; what it wrote before
    stays where it is. Invited to its own RT again, it brings the space it has. A coordinator who
    has an office with members brings none.
    """
    own = [each for each in founded(laptop) if each.rt == rt_number]
    free = [each for each in own if _is_free(laptop, each.id)]
    again = [each for each in own if rt_number and each.kelurahan == kelurahan]
    for each in (*free, *again):
        return Gift(each.id, kelurahan, rt_number)
    if not rt_number:
        return Gift(NO_SPACE, kelurahan, rt_number)
    seed = os.urandom(ids.SIZE)
    return Gift(ids.space_id(laptop.dev, seed), kelurahan, rt_number, seed)


def bring(laptop: Laptop, given: Gift) -> str:
    """Make the space of a gift where it is not there yet, and return its id.

    Raises:
        Fault: the disk refused; nothing was made.
    """
    if given.seed:
        _found_for(laptop, given)
    return given.space


def brought(laptop: Laptop, kelurahan: str, rt_number: str) -> str:
    """Return the space this laptop brings to an office, which is made where there is none yet."""
    return bring(laptop, gift(laptop, kelurahan, rt_number))


def _is_free(laptop: Laptop, space: str) -> bool:
    """Say whether a space made here belongs to no office yet; an office: whether it has nobody."""
    others = laptop.rights.of(space).now - {laptop.dev}
    has_coordinator = any(laptop.rights.of(space).role(dev) == "koordinator" for dev in others)
    is_used = laptop.rights.of(space).is_office and (
        bool(others) or bool(listed(laptop.db, laptop.rights, space))
    )
    return not (has_coordinator or is_used)


def _found_for(laptop: Laptop, given: Gift) -> str:
    kelurahan, rt_number = given.kelurahan, given.rt
    found = current.find(laptop.db, "person", laptop.person)
    shown = current.view(laptop.db, found[0]) if found else None
    day = laptop.clock.now().date().isoformat()
    rt = {"kelurahan_code": kelurahan, "number": rt_number, "valid_from": day}
    owner = _open_values("person", shown.values if shown else {})
    owner |= {"rt_id": rt_id(kelurahan, rt_number)}
    return founding.found(
        laptop, Root(kelurahan=kelurahan, owner=owner, rt_number=rt_number, rt=rt), given.seed
    )


def _open_values(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    fields = KINDS[kind].fields
    return {name: each for name, each in values.items() if fields[name].read is Read.OPEN}


def welcome(
    laptop: Laptop, card: Card, *, space: str, office: str, kelurahan: str
) -> frozenset[str]:
    """Make the coordinator whose code was typed the coordinator of `space`; return kinds changed.

    Step 3 of joining; from now on this laptop hands keys to her and to whom her office names. It
    may be done again for a new office, after all coordinators of the old one were lost.
    """
    with writing(laptop.db):
        remember_typed(laptop.db, card.dev)
        keyring.put_space(laptop.db, keyring.Space(office, card.label, kelurahan))
        kinds: frozenset[str] = frozenset()
        if space != NO_SPACE and not _is_coordinator(laptop, space, card.dev):
            said = {"role": "koordinator", "active": True, "label": card.label}
            kinds = words.about(laptop, space, card.dev, said, card)
        return kinds | repair(laptop)


def _is_coordinator(laptop: Laptop, space: str, dev: str) -> bool:
    """Say whether `dev` coordinates `space` now; then no word of its founder counts any more."""
    rights = laptop.rights.of(space)
    return dev in rights.now and rights.role(dev) == "koordinator"
