"""Cases: completed and planned on; and what every other change of a case is made with.

Everything is judged by `domain.safeguard` on what stands in the store at that moment, not on what
a page showed; a page only says which values its person saw and may replace.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

from patbm_desktop.actions.cases import casebook
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Refused, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import case_status, escalation, record
from patbm_desktop.domain.case import Call, Case, CaseDetail, Dossier, Next, reasons
from patbm_desktop.domain.erasure import belongs_to
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.level import is_lower
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.reason import Problem, Reason

HALVES = frozenset({"case", "case_detail"})
PARTS = frozenset({"follow_up", "referral", "case_attachment", "case_consent"})
"""The kinds of what a case is made of, and of what is part of one and may be changed."""


def complete(ws: Workspace, page: Page, detail: CaseDetail) -> Done:
    """Write what differs from the details as they were shown; the level follows, only upwards.

    Raises:
        Refused: a value breaks the field table, or the case is frozen.
        Fault: this laptop cannot read cases, or the disk refused.
    """
    whole = demand_open(ws, page.ent)
    found = reasons(detail, ws.believable_today())
    if found:
        raise Refused(found)
    old, new = record.written(page.dossier.detail or CaseDetail()), record.written(detail)
    differing = {name: new[name] for name in new if new[name] != old[name]}
    merged = replace(whole, detail=_merged(whole.detail, detail, differing))
    raised = follows(ws, whole.case, merged)
    edits = [detail_edit(ws, page, differing), case_edit(ws, page, raised)]
    kinds = ws.write(edits)
    return Done(page.ent, kinds, _undo(ws, page, differing, raised))


def demand_open(ws: Workspace, ent: str) -> Dossier:
    """Return the case as it stands, for a change of it.

    Raises:
        Fault: this laptop cannot read cases, or there is no such case here.
        Refused: it is frozen.
    """
    case_access.demand_key(ws)
    whole = casebook.dossier(ws, ent)
    if whole.case.frozen:
        raise Refused([Problem("frozen", Reason.FROZEN_CASE)])
    return whole


def demand_thawed(ws: Workspace, entity: Entity) -> None:
    """Stop a change of a record that is a frozen case, or a part of one.

    Raises:
        Refused: it is frozen.
    """
    ent = entity.ent if entity.kind in HALVES else _case_of(ws, entity)
    if ent and ws.values("case", ent).get("frozen"):
        raise Refused([Problem("frozen", Reason.FROZEN_CASE)])


def _case_of(ws: Workspace, entity: Entity) -> str:
    values = ws.values(entity.kind, entity.ent) if entity.kind in PARTS else {}
    return belongs_to(entity.kind, values)


def _merged(now: CaseDetail | None, wanted: CaseDetail, differing: Mapping[str, Any]) -> CaseDetail:
    """Return the details as they will stand: what differs, on what others wrote meanwhile."""
    if now is None:
        return wanted
    return replace(now, **{name: getattr(wanted, name) for name in differing})


def follows(ws: Workspace, case: Case, merged: Dossier) -> dict[str, Any]:
    """Return what changes of a case by itself once its details are `merged`."""
    facts = facts_of(merged)
    values: dict[str, Any] = {}
    if facts.group != case.group:
        values["group"] = facts.group
    if is_lower(case.triage, facts.computed):
        values["triage"] = facts.computed
    if merged.standing.is_over or case.next is None:
        return values
    if case_status.problems_of_next(facts, case.next, ws.today()):
        values["next"] = record.written(escalation.default_next(facts, ws.today()))
    return values


def detail_edit(ws: Workspace, page: Page, values: Mapping[str, Any]) -> Edit:
    """Return the edit of what only the readers of cases may see."""
    space = ws.entity("case", page.ent).space
    return Edit(
        kind="case_detail", ent=page.ent, values=values, shown=page.detail_shown, space=space
    )


def case_edit(ws: Workspace, page: Page, values: Mapping[str, Any]) -> Edit:
    """Return the edit of what all members may read of a case."""
    space = ws.entity("case", page.ent).space
    return Edit(kind="case", ent=page.ent, values=values, shown=page.case_shown, space=space)


def _undo(
    ws: Workspace, page: Page, detail: Mapping[str, Any], case: Mapping[str, Any]
) -> Undo | None:
    """Return how to take a change back; a level that was raised stays, whatever is unticked.

    With it stays the next step that it brought: the one before may be later than it allows.
    """
    stays = {"triage", "next"} if "triage" in case else {"triage"}
    back = {name: value for name, value in case.items() if name not in stays}
    parts = (("case_detail", page.detail_shown, detail), ("case", page.case_shown, back))
    steps = [
        step
        for kind, shown, values in parts
        if shown and values
        for step in undoing.of_change(ws.entity(kind, page.ent), shown, values).steps
    ]
    return Undo(tuple(steps)) if steps else None


def called(
    ws: Workspace, page: Page, to: str, *, on: date | None = None, at: time | None = None
) -> Done:
    """Write down that somebody telephoned; now, where no other time is given."""
    now = ws.clock.now()
    call = Call(to, on or now.date(), at or (None if on else now.time().replace(microsecond=0)))
    detail = casebook.need_detail(page.dossier)
    return complete(ws, page, replace(detail, called=(*detail.called, call)))


def set_next(ws: Workspace, page: Page, planned: Next) -> Done:
    """Set the next step.

    Raises:
        Refused: the rules bar it, or it is later than they allow, or the case is frozen.
    """
    whole = demand_open(ws, page.ent)
    casebook.need_detail(whole)
    found = case_status.problems_of_next(facts_of(whole), planned, ws.today())
    if found:
        raise Refused(found)
    return change_case(ws, page, {"next": record.written(planned)})


def change_case(ws: Workspace, page: Page, values: Mapping[str, Any]) -> Done:
    """Write those of `values` that differ from the case as it was shown."""
    assert page.case_shown is not None
    differing = {
        name: value for name, value in values.items() if page.case_shown.values.get(name) != value
    }
    kinds = ws.write([case_edit(ws, page, differing)])
    entity = ws.entity("case", page.ent)
    undo = undoing.of_change(entity, page.case_shown, differing) if differing else None
    return Done(page.ent, kinds, undo)
