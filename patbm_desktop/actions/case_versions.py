"""Two versions of one field of a case: a person chooses; the rules choose with her."""

from dataclasses import replace
from typing import Any

from patbm_desktop.actions import cases
from patbm_desktop.actions.casebook import Page, Version
from patbm_desktop.actions.workspace import Done, Edit, Refused, Workspace
from patbm_desktop.domain import case_status
from patbm_desktop.domain.case import Dossier, read_case, read_detail
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.level import highest
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.store import current


def keep(ws: Workspace, page: Page, version: Version, value: Any) -> Done:
    """Let `value`, one of the versions, stand in place of all of them.

    Of two levels the higher stands, and of two states only one that the rules allow as the case is
    now; what follows from details is raised with them.

    Raises:
        Refused: `value` is none of the versions, or the rules bar it.
        Fault: this laptop cannot read cases, or the disk refused.
    """
    whole = cases.demand_open(ws, page.ent)
    if not any(value == each for each, _, _ in version.values):
        raise Refused([Problem(version.name, Reason.UNKNOWN_VALUE)])
    entity = Entity(ws.entity("case", page.ent).space, version.kind, page.ent)
    shown = _with_all_heads(ws, entity, version.name)
    values = {**shown.values, version.name: value}
    if version.kind == "case":
        _demand_lawful(ws, replace(whole, case=read_case(page.ent, values)), version)
    edits = [_edit(entity, shown, {version.name: value})]
    if version.kind == "case_detail":
        merged = replace(whole, detail=read_detail(page.ent, values))
        follows = cases.follows(ws, whole.case, merged)
        edits.append(_edit(entity._replace(kind="case"), ws.view("case", page.ent), follows))
    return Done(page.ent, ws.write(edits))


def _edit(entity: Entity, shown: View | None, values: dict[str, Any]) -> Edit:
    return Edit(kind=entity.kind, ent=entity.ent, values=values, shown=shown, space=entity.space)


def _with_all_heads(ws: Workspace, entity: Entity, name: str) -> View:
    shown = ws.need(entity.kind, entity.ent)
    heads = tuple(head.op for head in current.heads(ws.db, entity).get(name, ()))
    return replace(shown, over={**shown.over, name: heads})


def _demand_lawful(ws: Workspace, wanted: Dossier, version: Version) -> None:
    if version.name == "triage":
        levels = [str(each) for each, _, _ in version.values]
        if wanted.case.triage != highest(levels):
            raise Refused([Problem("triage", Reason.SECOND_PERSON)])
    if version.name == "status" and not case_status.stands(wanted):
        raise Refused([Problem("status", Reason.NO_SUCH_MOVE)])
    if version.name == "next" and wanted.case.next:
        found = case_status.problems_of_next(facts_of(wanted), wanted.case.next, ws.today())
        if found:
            raise Refused(found)
