"""How far each note has come, for every list and page that shows one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.store import delivery
from patbm_desktop.store.delivery import Step as Step  # noqa: PLC0414  (part of the answers)


@dataclass(frozen=True, slots=True)
class Steps:
    """How far the notes of a vault have come; `left` are those not received, None asks nobody."""

    left: Mapping[str, Step] | None = field(repr=False)

    def of(self, ent: str) -> Step | None:
        """Return how far the note `ent` has come, None while there is nobody to send it to."""
        return None if self.left is None else self.left.get(ent, Step.RECEIVED)


def steps(ws: Workspace) -> Steps:
    """Return how far all notes have come as of now."""
    return Steps(None if is_alone(ws) else delivery.steps(ws.db))


def is_alone(ws: Workspace) -> bool:
    """Say whether the vault belongs to nobody else and nobody was asked to let it in."""
    standing = joining.standing(ws)
    return standing.state is joining.State.ALONE and not (standing.server or has_others(ws))


def has_others(ws: Workspace) -> bool:
    """Say whether any other laptop belongs to a space of this one."""
    return any(ws.rights.of(space).now - {ws.device.dev} for space in ws.spaces)
