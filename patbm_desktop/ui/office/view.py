"""What the coordinator's page shows, gathered once and frozen."""

from dataclasses import dataclass

from patbm_desktop.actions.kelurahan.holding import HeldGroup
from patbm_desktop.actions.kelurahan.moving import Outsider
from patbm_desktop.actions.kelurahan.roll import CaseReaders, Member
from patbm_desktop.actions.upkeep.erasing import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The kelurahan: who belongs, who can read cases, what waits, whether it hangs on one laptop.

    `left_out` are held notes that a coordinator decided against.
    `left_over` are hidden notes that came after what they are part of was erased for good.
    `code` are this laptop's own twelve characters while the administrator of the server has yet to
    type them, else "". `outsiders` are laptops of another kelurahan that still read an RT of this.
    """

    kelurahan: str
    has_server: bool
    members: tuple[Member, ...]
    held: tuple[HeldGroup, ...]
    left_out: tuple[HeldGroup, ...] = ()
    is_alone: bool
    readers: tuple[CaseReaders, ...] = ()
    erasures: tuple[Notice, ...] = ()
    left_over: int = 0
    code: str = ""
    outsiders: tuple[Outsider, ...] = ()
