"""When the person feared can open this laptop (R16): what was typed is made never to have been.

The answer itself is stored nowhere, and nothing here says that it was given.
"""

from collections.abc import Iterable

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.store import wiping


def wipe(ws: Workspace, drafts: Iterable[str]) -> None:
    """Forget `drafts` wherever they lie: the table, the log behind it, and every local backup.

    Backups that held one are gone and today's is made again, so nothing else is lost. When this
    returns, no file of the vault holds a word of them, whatever key it is opened with.

    Raises:
        Fault: the disk is at fault, or somebody reads at this moment; call it again. Where nobody
            does, `finish` ends it at the next unlock.
    """
    wiping.wipe_drafts(ws.db, ws.folder, ws.unlocked.key, ws.today(), frozenset(drafts))


def finish(ws: Workspace) -> None:
    """End a wiping that was cut short, by a lock or a kill; nothing where there is none.

    Raises:
        Fault: as `wipe`.
    """
    wiping.finish(ws.db, ws.folder, ws.unlocked.key, ws.today())
