"""Follow-ups: what was done for a case, and what comes next."""

from dataclasses import replace
from typing import Any

from patbm_desktop.actions.cases import case_identity, cases
from patbm_desktop.actions.cases.casebook import Page, need_detail
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Refused, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.domain import case_status, escalation, ids
from patbm_desktop.domain.case import Dossier, Identity, Next
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.follow_up import FAMILY_TALK, UPTD_SAID, VISIT, FollowUp, reasons
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.record import present, written
from patbm_desktop.domain.safeguard import Judgement, judge

BARRED = {FAMILY_TALK: Reason.FAMILY_TALK_NOT_OFFERED, VISIT: Reason.VISIT_NOT_ADVISED}

_DONE_AS = {
    escalation.CALL: "telepon",
    escalation.ASK: UPTD_SAID,
    escalation.REFER: "pendampingan_layanan",
    escalation.VISIT: VISIT,
    escalation.CHECK: "cek_keamanan",
}


def kind_of(planned: Next | None, judgement: Judgement) -> str:
    """Return what kind of follow-up "Sudah dilakukan" is for the step that was planned."""
    kind = _DONE_AS.get(planned.what, "telepon") if planned else "telepon"
    if kind == "cek_keamanan" and not judgement.is_violence:
        return "telepon"
    return kind if kind in judgement.follow_up_kinds else "telepon"


def record(
    ws: Workspace,
    page: Page,
    done: FollowUp,
    *,
    next: Next | None = None,  # noqa: A002  (the field is called so)
    moved: Identity | None = None,
) -> Done:
    """Keep what was done and set the next step, in one go.

    `moved` was taken out of the note and joins who it is, where it stays whatever is undone; what
    has no room there goes back into the note.

    Raises:
        Refused: the rules bar this kind of follow-up or the next step, or the case is frozen.
        Fault: this laptop cannot read cases, or the disk refused.
    """
    whole = _demand_open(ws, page.ent)
    who, left = case_identity.edit_with(ws, page.ent, moved) if moved else (None, "")
    done = replace(done, note=", ".join(part for part in (done.note, left) if part))
    made = _filled(ws, page.ent, done)
    _demand_allowed(judge(whole, ws.today()), made)
    after = replace(whole, follow_ups=(*whole.follow_ups, made))
    entity, ent = ws.entity("case", page.ent), ids.fresh()
    values = present(written(made))
    edits = [Edit(kind="follow_up", ent=ent, values=values, space=entity.space)]
    if who:
        edits.append(who)
    planned = _next(ws, after, next)
    if planned:
        edits.append(
            Edit(kind="case", ent=page.ent, values=planned, shown=page.case_shown,
                 space=entity.space)
        )  # fmt: skip
    kinds = ws.write(edits)
    steps = undoing.of_new([ws.entity("follow_up", ent)]).steps
    if planned and page.case_shown:
        steps += undoing.of_change(entity, page.case_shown, planned).steps
    return Done(ent, kinds, Undo(steps))


def _demand_open(ws: Workspace, ent: str) -> Dossier:
    whole = cases.demand_open(ws, ent)
    need_detail(whole)
    return whole


def _filled(ws: Workspace, case: str, done: FollowUp) -> FollowUp:
    made = replace(
        done,
        case_id=case,
        date=done.date or ws.believable_today(),
        done_by=done.done_by or ws.person,
        advised=done.advised and done.kind == UPTD_SAID,
    )
    found = list(reasons(made))
    today = ws.believable_today()
    if today and made.date and made.date > today:
        found.append(Problem("date", Reason.IN_THE_FUTURE))
    if found:
        raise Refused(found)
    return made


def _demand_allowed(judgement: Judgement, made: FollowUp) -> None:
    if made.kind not in judgement.follow_up_kinds:
        raise Refused([Problem("kind", BARRED.get(made.kind, Reason.UNKNOWN_VALUE))])


def _next(ws: Workspace, after: Dossier, wanted: Next | None) -> dict[str, Any]:
    """Return the next step of a case once the follow-up stands; nothing where it is over."""
    if after.standing.is_closed:
        return {}
    facts = facts_of(after)
    planned = wanted or escalation.default_next(facts, ws.today())
    found = case_status.problems_of_next(facts, planned, ws.today())
    if found:
        raise Refused(found)
    return {"next": written(planned)}


def hide(ws: Workspace, ent: str) -> Done:
    """Take a follow-up back; it can be brought out again."""
    shown, entity = ws.need("follow_up", ent), ws.entity("follow_up", ent)
    _demand_open(ws, str(shown.values.get("case_id")))
    values = {VOID: undoing.MISTYPED}
    edit = Edit(kind="follow_up", ent=ent, values=values, shown=shown, space=entity.space)
    return Done(ent, ws.write([edit]), undoing.of_void(entity))


def correct(ws: Workspace, ent: str, done: FollowUp) -> Done:
    """Change the text, day or result of a follow-up; its kind stays."""
    shown = ws.need("follow_up", ent)
    _demand_open(ws, str(shown.values.get("case_id")))
    new = written(done)
    values = {name: new[name] for name in ("date", "result", "note", "done_by")}
    return people.change(ws, "follow_up", ent, values)
