"""Cases that never close: once a year somebody looks at each of them again.

It is the pendamping kasus who is asked; where none has joined, the kader herself. What is said goes
away by itself: it is due until that person has opened the case, and through that day.
"""

from datetime import date

from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import retention
from patbm_desktop.domain.codes import CLOSED_STATUSES
from patbm_desktop.domain.ids import case_code
from patbm_desktop.store import listing


def codes_due(ws: Workspace) -> tuple[str, ...]:
    """Return the codes of the open cases that are to be looked at again, oldest first."""
    asked = ("month", "status.value")
    rows = sorted((month, ent, status) for ent, month, status in listing.values(
        ws.db, "case", asked) if isinstance(month, str))  # fmt: skip
    return tuple(
        case_code(ent)
        for month, ent, status in rows
        if status not in CLOSED_STATUSES and is_due(ws, ent, month)
    )


def is_due(ws: Workspace, case: str, month: str) -> bool:
    """Say whether a case noted in `month` (``2025-11``), still open, is to be looked at again."""
    since = _since(month, ws.today())
    if since is None or not case_access.can_read(ws):
        return False
    space = ws.entity("case", case).space
    if case_access.has_companion(ws, space) and not case_access.is_companion(ws, space):
        return False
    return not _was_opened(ws, case, since)


def _since(month: str, today: date) -> date | None:
    try:
        return retention.look_again_from(date.fromisoformat(f"{month}-01"), today)
    except ValueError:
        return None


def _was_opened(ws: Workspace, case: str, since: date) -> bool:
    """Say whether the person at the keyboard opened it since that day, and before today."""
    return any(
        row.by == ws.person
        and row.values.get("what") == case_access.OPENED
        and since.isoformat() <= str(row.values.get("on", "")) < ws.today().isoformat()
        for row in listing.pointing_to(ws.db, "access", case)
    )
