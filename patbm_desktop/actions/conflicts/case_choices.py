"""What the rules of a case say when somebody chooses between two versions of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from patbm_desktop.actions.cases import case_hiding, cases
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import case_status
from patbm_desktop.domain.case import Dossier, read_case, read_detail
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.level import highest
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.store import current


def demand_lawful(ws: Workspace, entity: Entity, shown: View, values: Mapping[str, Any]) -> None:
    """Stop a choice that the rules bar: of two levels the higher stands.

    A status stands only where the rules allow it as the case is now, and a case that is still open
    is not taken out of the lists.

    Raises:
        Refused: the rules bar it, or the case is frozen.
        Fault: this laptop cannot read cases.
    """
    whole = cases.demand_open(ws, entity.ent)
    if values.get(VOID) is not None and not case_hiding.may_hide(whole):
        raise Refused([Problem("status", Reason.OPEN_CASE)])
    if entity.kind != "case" or VOID in values:
        return
    wanted = replace(whole, case=read_case(entity.ent, {**shown.values, **values}))
    if "triage" in values:
        _demand_highest(ws, entity, wanted)
    if "status" in values and not case_status.stands(wanted):
        raise Refused([Problem("status", Reason.NO_SUCH_MOVE)])
    if values.get("next") and wanted.case.next:
        found = case_status.problems_of_next(facts_of(wanted), wanted.case.next, ws.today())
        if found:
            raise Refused(found)


def _demand_highest(ws: Workspace, entity: Entity, wanted: Dossier) -> None:
    heads = current.heads(ws.db, entity).get("triage", ())
    if wanted.case.triage != highest([str(head.value) for head in heads]):
        raise Refused([Problem("triage", Reason.SECOND_PERSON)])


def following(ws: Workspace, ent: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what changes of a case by itself once `values` stand among its details."""
    whole = cases.demand_open(ws, ent)
    merged = {**ws.values("case_detail", ent), **values}
    with_them = replace(whole, detail=read_detail(ent, merged))
    return cases.follows(ws, whole.case, with_them)
