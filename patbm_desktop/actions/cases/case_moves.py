"""Where a case stands: its status, its level, what a second person agrees to, frozen or not."""

from dataclasses import replace
from typing import Any

from patbm_desktop.actions.cases import casebook
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.cases.cases import change_case, demand_open
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.changes import Done, Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import case_status, escalation, record
from patbm_desktop.domain.case import Dossier, Status
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.second_look import LOWERED
from patbm_desktop.sync import erasing


def move(ws: Workspace, page: Page, to: str, reason: str | None = None) -> Done:
    """Give a case another status. To open a closed one cannot be undone, only closed anew.

    Raises:
        Refused: the rules do not offer it now; `problems` say why.
    """
    whole = demand_open(ws, page.ent)
    casebook.need_detail(whole)
    found = case_status.problems_of_move(whole, to, reason)
    if found:
        raise Refused(found)
    done = change_case(ws, page, moved(ws, whole, Status(to, reason)))
    return replace(done, undo=None) if whole.case.is_closed else done


def moved(ws: Workspace, whole: Dossier, status: Status) -> dict[str, Any]:
    """Return the fields of a case that got `status`: where nobody is to look, nothing is next."""
    case = replace(whole.case, status=status)
    values: dict[str, Any] = {"status": record.present(record.written(status))}
    if case.is_closed and not whole.standing.has_companion:
        return values | {"next": None}
    if not case.is_closed:
        facts = facts_of(replace(whole, case=case))
        values["next"] = record.written(escalation.default_next(facts, ws.today()))
    return values


def lower(ws: Workspace, page: Page) -> Done:
    """Lower the level to what is ticked now; a second person has to agree.

    Raises:
        Refused: what is ticked asks for the level that stands.
    """
    whole = demand_open(ws, page.ent)
    casebook.need_detail(whole)
    is_companion = case_access.is_companion(ws, ws.entity("case", page.ent).space)
    target = casebook.lower_level(whole, is_companion=is_companion)
    if target is None:
        raise Refused([Problem("triage", Reason.NO_SUCH_MOVE)])
    return change_case(ws, page, {"triage": target})


def confirm(ws: Workspace, page: Page) -> Done:
    """Agree, as the second person, to a closing or a lower level; what was seen stays seen.

    Raises:
        Refused: there is nothing to agree to, or it is for somebody else to look.
    """
    whole = demand_open(ws, page.ent)
    casebook.need_detail(whole)
    is_companion = case_access.is_companion(ws, ws.entity("case", page.ent).space)
    if not casebook.may_confirm(ws, whole, is_companion=is_companion):
        raise Refused([Problem("confirmed", Reason.SECOND_PERSON)])
    what = LOWERED if whole.standing.is_lowered else whole.case.status.value
    word = {"what": what, "by": ws.person, "on": ws.today().isoformat()}
    if whole.standing.asked_by:
        word["asked_by"] = whole.standing.asked_by
    ends = {"next": None} if what != LOWERED else {}
    done = change_case(ws, page, {"confirmed": word} | ends)
    return replace(done, undo=None)


def freeze(ws: Workspace, page: Page, reason: str) -> Done:
    """Let a case be read and not changed, printed or erased; `reason` is a key.

    Where it waits to be erased, a coordinator's laptop takes that request back with it; undoing
    the one does not bring back the other.
    """
    demand_open(ws, page.ent)
    value = {"on": ws.today().isoformat(), "reason": reason}
    with ws.transaction():
        done = change_case(ws, page, {"frozen": value})
        asked = erasing.is_asked_for(ws.laptop, ws.entity("case", page.ent))
        if asked is None or not erasing.may_take_back(ws.laptop, asked):
            return done
        return replace(done, kinds=done.kinds | erasing.take_back(ws.laptop, asked.asked.op))


def thaw(ws: Workspace, page: Page) -> Done:
    """Let a frozen case be changed again."""
    case_access.demand_key(ws)
    return change_case(ws, page, {"frozen": None})
