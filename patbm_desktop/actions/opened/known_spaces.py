"""Which spaces this laptop knows, and which of them the pages of its vault show."""

from typing import NamedTuple

from patbm_desktop.sync import offices
from patbm_desktop.sync.laptop import Laptop

_CASES = "kasus"


class Known(NamedTuple):
    """Which spaces there are, as long as `state` holds.

    `spaces` are those shown as one, the home of new records first; `served` what may be turned to;
    `of_office` those of the office worked with, None where there is only one.
    """

    state: object
    spaces: tuple[str, ...]
    offices: tuple[str, ...]
    is_companion: bool
    served: tuple[str, ...]
    of_office: tuple[str, ...] | None


def known_spaces(laptop: Laptop, rt: str, space: str, state: object) -> Known:
    """Return which spaces there are for the RT `rt`, or where there is none for an office."""
    found = offices.spaces_of_rt(laptop, rt) if rt else ()
    mine = offices.offices(laptop)
    reads_all = (laptop.rights.of(each).entitled(_CASES) for each in mine)
    is_companion = any(laptop.device.dev in each for each in reads_all)
    served = dict.fromkeys((*offices.served(laptop), rt)) if rt else ()
    several = () if rt else offices.several(laptop)
    of_office = offices.spaces_of_office(laptop, space) if several else None
    return Known(state, found or (space,), mine, is_companion, tuple(served) or several, of_office)
