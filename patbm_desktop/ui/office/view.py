"""What the coordinator's page shows, gathered once and frozen."""

from dataclasses import dataclass

from patbm_desktop.actions.membership import HeldGroup, Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The kelurahan: its name, who belongs, what waits, whether it hangs on one laptop."""

    kelurahan: str
    has_server: bool
    members: tuple[Member, ...]
    held: tuple[HeldGroup, ...]
    is_alone: bool
