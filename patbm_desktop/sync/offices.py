"""Which spaces there are, as the offices list them: those of an RT, and where new notes go."""

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.store import control, keyring, setting
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.trust import Listed, listed, rooted_spaces

_OFFICE = "office"
MOVED_FROM = "moved_from"
"""Under this name stands, by the record of an RT, which it had in another kelurahan before."""


def offices(laptop: Laptop) -> tuple[str, ...]:
    """Return the office spaces this laptop trusts and is now a member of."""
    every = _once_offices(laptop)
    return tuple(space for space in every if laptop.dev in laptop.rights.of(space).now)


def _once_offices(laptop: Laptop) -> tuple[str, ...]:
    """Return the office spaces this laptop trusts and is, or was, a member of."""
    rooted = sorted(rooted_spaces(laptop.db, laptop.rights, laptop.dev))
    known = ((space, laptop.rights.of(space)) for space in rooted)
    return tuple(space for space, each in known if each.is_office and laptop.dev in each.ever)


def coordinated(laptop: Laptop) -> tuple[str, ...]:
    """Return the offices whose coordinator this laptop is now."""
    return tuple(office for office in offices(laptop) if coordinates(laptop, office))


def coordinates(laptop: Laptop, space: str) -> bool:
    """Say whether this laptop is now a coordinator of `space`."""
    rights = laptop.rights.of(space)
    return laptop.dev in rights.now and rights.role(laptop.dev) == "koordinator"


def coordinators(laptop: Laptop, office: str) -> frozenset[str]:
    """Return the devices that are now coordinators of `office`."""
    rights = laptop.rights.of(office)
    return frozenset(dev for dev in rights.now if rights.role(dev) == "koordinator")


def all_listed(laptop: Laptop) -> tuple[Listed, ...]:
    """Return what every office of this laptop lists, in the order in which it was listed."""
    return _listed_by(laptop, offices(laptop))


def _listed_by(laptop: Laptop, some: tuple[str, ...]) -> tuple[Listed, ...]:
    found = (each for office in some for each in listed(laptop.db, laptop.rights, office))
    return tuple(sorted(found))


def founded(laptop: Laptop) -> tuple[keyring.Space, ...]:
    """Return the spaces that were made on this laptop."""
    return tuple(
        space
        for space in keyring.spaces(laptop.db)
        if laptop.rights.of(space.id).founder == laptop.dev
    )


def spaces_of_rt(laptop: Laptop, rt: str) -> tuple[str, ...]:
    """Return the spaces of `rt` that are here, the home of its new notes first.

    An RT has one space for each laptop that kept notes before it joined; its pages show them as
    one. A space this laptop was sent away from stays among them, for its notes stay readable; so
    does what an office lists for the RT as it was before it moved.
    """
    here = control.newest(laptop.db)
    same = {rt, *setting.read(laptop.db, MOVED_FROM, {}).get(rt, ())}
    once = _listed_by(laptop, _once_offices(laptop))
    of_rt = [each.space for each in once if each.rt in same and each.space in here]
    own = [each.id for each in founded(laptop) if rt_id(each.kelurahan, each.rt) in same]
    every = tuple(dict.fromkeys((*of_rt, *own)))
    return tuple(sorted(every, key=lambda space: laptop.dev not in laptop.rights.of(space).now))


def rt_of(laptop: Laptop, space: str) -> str:
    """Return the RT of a space that an office lists or this laptop founded; "" for an office."""
    once = _listed_by(laptop, _once_offices(laptop))
    by_office = (each.rt for each in once if each.space == space and each.rt)
    own = (
        rt_id(each.kelurahan, each.rt) for each in founded(laptop) if each.id == space and each.rt
    )
    return next(by_office, "") or next(own, "")


def home_space(laptop: Laptop, rt: str) -> str | None:
    """Return where new notes of `rt` go; None where this laptop may write none.

    The first space listed for it of which this laptop is now a member; its own before it joined.
    """
    mine = (each for each in spaces_of_rt(laptop, rt) if writes(laptop, each))
    return next(mine, None)


def rts(laptop: Laptop) -> tuple[str, ...]:
    """Return the RT whose notes this laptop may write, in the order in which it came to them."""
    own = [rt_id(each.kelurahan, each.rt) for each in founded(laptop) if each.rt]
    of_others = [each.rt for each in all_listed(laptop) if each.rt and writes(laptop, each.space)]
    every = dict.fromkeys((*own, *of_others))
    return tuple(rt for rt in every if home_space(laptop, rt) is not None)


def served(laptop: Laptop) -> tuple[str, ...]:
    """Return the RT this laptop keeps notes for: it made a space for each of them.

    A coordinator and the pendamping kasus may write for every RT, and serve none by that.
    """
    own = {rt_id(each.kelurahan, each.rt) for each in founded(laptop) if each.rt}
    return tuple(rt for rt in rts(laptop) if rt in own)


def writes(laptop: Laptop, space: str) -> bool:
    """Say whether this laptop is now a member of `space` who may bring something into it."""
    rights = laptop.rights.of(space)
    return laptop.dev in rights.now and rights.role(laptop.dev) != "pembaca"


def working_space(laptop: Laptop, rt: str, own: str) -> str:
    """Return where new records of this vault go.

    The home space of its RT, or the office of a vault without one; `own`, which this laptop
    founded, before it joined and where it may write nowhere any more.
    """
    if rt:
        return home_space(laptop, rt) or own
    return next(iter(coordinated_first(laptop)), own)


def coordinated_first(laptop: Laptop) -> tuple[str, ...]:
    """Return the offices of this laptop: those it coordinates and that no other lists in front.

    Of several kelurahan the one that was turned to comes first, else the one founded here.
    """
    known = offices(laptop)
    listed_ones = {each.space for of in known for each in listed(laptop.db, laptop.rights, of)}
    mine, wanted = frozenset(coordinated(laptop)), setting.read(laptop.db, _OFFICE, default="")

    def order(office: str) -> tuple[bool, bool, bool, bool, str]:
        is_hers = laptop.rights.of(office).founder == laptop.dev
        is_wanted = office == wanted and office in mine
        return not is_wanted, office in listed_ones, office not in mine, not is_hers, office

    return tuple(sorted(known, key=order))


def several(laptop: Laptop) -> tuple[str, ...]:
    """Return the offices of several kelurahan that this laptop coordinates; none if it is one."""
    known = offices(laptop)
    listed_ones = {each.space for of in known for each in listed(laptop.db, laptop.rights, of)}
    mine = tuple(each for each in coordinated(laptop) if each not in listed_ones)
    return mine if len(mine) > 1 else ()


def spaces_of_office(laptop: Laptop, office: str) -> tuple[str, ...]:
    """Return an office and the spaces that it lists."""
    return office, *(each.space for each in listed(laptop.db, laptop.rights, office))


def turn_to(laptop: Laptop, office: str) -> None:
    """Work with this office first, of the several that this laptop coordinates."""
    setting.write(laptop.db, _OFFICE, office)


def main_office(laptop: Laptop) -> str | None:
    """Return the office this laptop works with: one it coordinates, listed by no other; or None.

    Of several kelurahan it is the first that this laptop knows; the others are named by the caller.
    """
    return next(iter(coordinated_first(laptop)), None)


def kelurahan_of(laptop: Laptop, office: str) -> str:
    """Return the code of the kelurahan whose office this is, "" where that is not known here."""
    known = {each.id: each.kelurahan for each in keyring.spaces(laptop.db)}
    return known.get(office, "")


def has_joined(laptop: Laptop) -> bool:
    """Say whether an office that this laptop did not found counts it among its members."""
    return any(laptop.rights.of(office).founder != laptop.dev for office in offices(laptop))


def demand_coordinator(laptop: Laptop, space: str) -> None:
    """Stop who is not now a coordinator of `space`.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    if not coordinates(laptop, space):
        raise Fault(Refusal.NOT_COORDINATOR)
