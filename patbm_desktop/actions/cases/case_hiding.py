"""Taking a case out of every list, and bringing it back."""

from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.cases.cases import case_edit, demand_open, detail_edit
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Refused, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.case import NEW, Dossier
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.reason import Problem, Reason


def hide(ws: Workspace, page: Page, reason: str = "salah_ketik") -> Done:
    """Take a case out of every list; it can be brought back.

    Raises:
        Refused: it is still open and no note of a moment ago.
    """
    whole = demand_open(ws, page.ent)
    if not may_hide(whole):
        raise Refused([Problem("status", Reason.OPEN_CASE)])
    values = {VOID: {"reason": reason}}
    kinds = ws.write([case_edit(ws, page, values), detail_edit(ws, page, values)])
    return Done(page.ent, kinds, _of_hidden(ws, page.ent))


def may_hide(whole: Dossier) -> bool:
    """Say whether a case may be taken out of every list: it is over, or a slip of a moment ago."""
    return whole.standing.is_over or _is_fresh(whole)


def _is_fresh(whole: Dossier) -> bool:
    """Say whether a note may be a slip: nothing followed, and no rule rules it."""
    facts = facts_of(whole)
    is_new = whole.case.status.value == NEW and not (whole.follow_ups or whole.referrals)
    return is_new and not (facts.is_violence or facts.is_barred)


def bring_back(ws: Workspace, ent: str) -> Done:
    """Show a case again that was hidden."""
    case_access.demand_key(ws)
    return undoing.undo(ws, _of_hidden(ws, ent))


def _of_hidden(ws: Workspace, ent: str) -> Undo:
    kinds = [kind for kind in ("case", "case_detail") if ws.view(kind, ent)]
    return Undo(tuple(undoing.of_void(ws.entity(kind, ent)).steps[0] for kind in kinds))
