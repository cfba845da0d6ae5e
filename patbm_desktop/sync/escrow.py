"""Which coordinators may open the vaults of an office when a passphrase is forgotten.

Whoever has a slot `titip` can read every note in that vault. So only a coordinator who is one now
has it, in an office this laptop trusts, and only if her pact stands there; where none stands, no
slot is written.
"""

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal.escrow import Trustee
from patbm_desktop.seal.key import takes_seals
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import words
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import coordinates, coordinators, offices
from patbm_desktop.sync.repair import repair

PACT = "pact"


def trustees(laptop: Laptop) -> tuple[Trustee, ...]:
    """Return whose laptops are to have a slot in the vault of this one."""
    found: dict[str, Trustee] = {}
    for office in offices(laptop):
        for dev in sorted(with_pact(laptop, office) - {laptop.dev}):
            box_pk = laptop.rights.of(office).box_pk(dev)
            person = next(iter(laptop.rights.of(office).persons(dev)), "")
            if box_pk and takes_seals(box_pk):
                found.setdefault(dev, Trustee(dev, box_pk, person))
    return tuple(found.values())


def with_pact(laptop: Laptop, office: str) -> frozenset[str]:
    """Return the coordinators of `office` who are ones now and whose pact stands there."""
    said = laptop.rights.of(office)
    now = coordinators(laptop, office)
    return frozenset(dev for dev in now if words.text_of(said.standing(dev), PACT))


def date_pact(laptop: Laptop, office: str, dev: str, pact: str) -> frozenset[str]:
    """Say on which day (``2026-11-21``) the pact of a member was signed; return kinds changed.

    Raises:
        Fault: NOT_COORDINATOR, NO_SUCH_MEMBER or PACT_MISSING.
    """
    if not coordinates(laptop, office):
        raise Fault(Refusal.NOT_COORDINATOR)
    if dev not in laptop.rights.of(office).now:
        raise Fault(Refusal.NO_SUCH_MEMBER)
    if not pact:
        raise Fault(Refusal.PACT_MISSING)
    with writing(laptop.db):
        return words.about(laptop, office, dev, {PACT: pact}) | repair(laptop)
