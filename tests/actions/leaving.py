"""A vault whose laptop a coordinator sent away from its RT, thirty days after all was taken."""

from datetime import timedelta
from pathlib import Path

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.clock import Clock
from patbm_desktop.store import oplog, outbox, setting
from patbm_desktop.sync.closed import DAYS
from patbm_desktop.sync.completion import remove_from
from tests.actions import cast


def send_away(ws: Workspace, folder: Path, clock: Clock) -> None:
    """Let the companion, whose laptop is made in `folder`, remove that of `ws`; all was taken."""
    other = cast.laptop(ws, folder, clock, ("umum", "kasus"))
    remove_from(other.laptop, ws.space, ws.device.dev)
    cast.carry(other, ws)
    other.close()
    ws.refresh()
    waiting = [each.id for each in oplog.outbox(ws.db)]
    outbox.note_answers(ws.db, dict.fromkeys(waiting, outbox.SENT))
    found_taken(ws, DAYS)


def found_taken(ws: Workspace, days: int) -> None:
    """Note that rounds found everything taken, the first so many days ago, the last today."""
    today = ws.today()
    first, last = (today - timedelta(days=days)).isoformat(), today.isoformat()
    setting.write(ws.db, "closed", {ws.space: [first, last, first, last]})
