"""What a vault needs now and then, in turns so short that nobody waits for them."""

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.upkeep import backups, insider
from patbm_desktop.domain.fault import Fault
from patbm_desktop.store.housekeeping import housekeep

TURN_MS = 30


def tend(ws: Workspace) -> bool:
    """Tidy up for a moment; True when there is more to do in another turn.

    A disk that refuses is no news here: it is told to whoever saves, and tidying waits.
    """
    if ws.is_read_only:
        return False
    try:
        insider.finish(ws)
        return housekeep(ws.db, ws.lens, TURN_MS)
    except Fault:
        return False


def keep_daily(ws: Workspace) -> None:
    """Make today's local backup if it is missing, and clear away what nobody saved.

    Raises:
        Fault: the disk refused; older backups stand.
    """
    if not ws.is_read_only:
        insider.finish(ws)
        backups.daily(ws)
        backups.sweep(ws)
