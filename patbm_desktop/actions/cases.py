"""Cases: noted, completed, moved on, lowered, confirmed, frozen, hidden.

Everything is judged by `domain.safeguard` on what stands in the store at that moment, not on what
a page showed; a page only says which values its person saw and may replace.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from patbm_desktop.actions import case_access, casebook, undoing
from patbm_desktop.actions.casebook import Page
from patbm_desktop.actions.workspace import Done, Edit, Refused, Undo, Workspace
from patbm_desktop.domain import case_status, escalation, ids, record
from patbm_desktop.domain.case import (
    NEW,
    Call,
    Case,
    CaseDetail,
    Dossier,
    Identity,
    Next,
    Status,
    read_identity,
    reasons,
)
from patbm_desktop.domain.facts import Facts, facts_of
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.level import is_lower
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.safeguard import Judgement, Offer, judge
from patbm_desktop.domain.second_look import LOWERED
from patbm_desktop.store import draft

FORM = "concern"
"""The name of the note form among the drafts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What a new note became; `offers_reminder` asks for the slip with code and date."""

    done: Done
    ent: str
    code: str
    judgement: Judgement
    offers_reminder: bool


# -- a new note ------------------------------------------------------------------------------


def note(
    ws: Workspace,
    detail: CaseDetail,
    *,
    next: Next | None = None,  # noqa: A002  (the field is called so)
    identity: Identity | None = None,
    draft_id: str = "",
) -> Noted:
    """Keep a new worry and drop its draft, in one step; both records or neither.

    A note is never refused for what it lacks, and a next step later than the rules offer is moved
    to the last day that they do.

    Raises:
        Refused: it has no category, or a value breaks the field table; nothing was kept.
        Fault: this laptop cannot read cases, or the disk refused.
    """
    case_access.demand_key(ws)
    seen = replace(detail, learned_on=detail.learned_on or ws.believable_today())
    found = reasons(seen, ws.believable_today())
    if found:
        raise Refused(found)
    ent, whole = ids.fresh(), Dossier(detail=seen)
    today = ws.believable_today() or seen.learned_on or ws.today()
    judgement = judge(whole, today)
    case = Case(
        month=today.isoformat()[:7],
        group=judgement.group,
        triage=judgement.triage,
        status=Status(NEW),
        next=_fitting(facts_of(whole), next, today),
    )
    kept = _present(record.written(seen)) | _identity(identity)
    edits = [
        Edit(kind="case", ent=ent, values=_present(record.written(case))),
        Edit(kind="case_detail", ent=ent, values=kept),
    ]
    with ws.transaction():
        kinds = ws.write(edits)
        if draft_id:
            draft.delete(ws.db, draft_id)
    undo = undoing.of_new(ws.entity(edit.kind, ent) for edit in edits)
    return Noted(
        done=Done(ent, kinds, undo), ent=ent, code=ids.case_code(ent), judgement=judgement,
        offers_reminder=Offer.REMINDER in judgement.offers,
    )  # fmt: skip


def _fitting(facts: Facts, wanted: Next | None, today: date) -> Next:
    """Return `wanted` as far as the rules offer it, else what follows by itself."""
    last = escalation.latest(facts, wanted.what, today) if wanted else None
    if wanted is None or last is None:
        return escalation.default_next(facts, today)
    return Next(wanted.what, min(wanted.on or last, last))


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _identity(identity: Identity | None) -> dict[str, Any]:
    written = _present(record.written(identity)) if identity else {}
    return {"identity": written} if written else {}


# -- changing one ----------------------------------------------------------------------------


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
    edits = [_detail_edit(ws, page, differing), _case_edit(ws, page, raised)]
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


def _detail_edit(ws: Workspace, page: Page, values: Mapping[str, Any]) -> Edit:
    space = ws.entity("case", page.ent).space
    return Edit(
        kind="case_detail", ent=page.ent, values=values, shown=page.detail_shown, space=space
    )


def _case_edit(ws: Workspace, page: Page, values: Mapping[str, Any]) -> Edit:
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
    return _change_case(ws, page, {"next": record.written(planned)})


def _change_case(ws: Workspace, page: Page, values: Mapping[str, Any]) -> Done:
    assert page.case_shown is not None
    differing = {
        name: value for name, value in values.items() if page.case_shown.values.get(name) != value
    }
    kinds = ws.write([_case_edit(ws, page, differing)])
    entity = ws.entity("case", page.ent)
    undo = undoing.of_change(entity, page.case_shown, differing) if differing else None
    return Done(page.ent, kinds, undo)


# -- status, level, second person ------------------------------------------------------------


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
    done = _change_case(ws, page, moved(ws, whole, Status(to, reason)))
    return replace(done, undo=None) if whole.case.is_closed else done


def moved(ws: Workspace, whole: Dossier, status: Status) -> dict[str, Any]:
    """Return the fields of a case that got `status`: where nobody is to look, nothing is next."""
    case = replace(whole.case, status=status)
    values: dict[str, Any] = {"status": _present(record.written(status))}
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
    return _change_case(ws, page, {"triage": target})


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
    done = _change_case(ws, page, {"confirmed": word} | ends)
    return replace(done, undo=None)


def freeze(ws: Workspace, page: Page, reason: str) -> Done:
    """Let a case be read and not changed, printed or erased; `reason` is a key."""
    demand_open(ws, page.ent)
    value = {"on": ws.today().isoformat(), "reason": reason}
    return _change_case(ws, page, {"frozen": value})


def thaw(ws: Workspace, page: Page) -> Done:
    """Let a frozen case be changed again."""
    case_access.demand_key(ws)
    return _change_case(ws, page, {"frozen": None})


# -- hiding ----------------------------------------------------------------------------------


def hide(ws: Workspace, page: Page, reason: str = "salah_ketik") -> Done:
    """Take a case out of every list; it can be brought back.

    Raises:
        Refused: it is still open and no note of a moment ago.
    """
    whole = demand_open(ws, page.ent)
    if not may_hide(whole):
        raise Refused([Problem("status", Reason.OPEN_CASE)])
    values = {VOID: {"reason": reason}}
    kinds = ws.write([_case_edit(ws, page, values), _detail_edit(ws, page, values)])
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


# -- who it is -------------------------------------------------------------------------------


def keep_identity(ws: Workspace, page: Page, identity: Identity) -> Done:
    """Keep who it is; only on demand, and never offered again to undo."""
    demand_open(ws, page.ent)
    written = _present(record.written(identity)) or None
    return Done(page.ent, ws.write([_detail_edit(ws, page, {"identity": written})]))


def wipe_identity(ws: Workspace, page: Page) -> Done:
    """Keep no more who it is."""
    demand_open(ws, page.ent)
    return Done(page.ent, ws.write([_detail_edit(ws, page, {"identity": None})]))


def reveal(ws: Workspace, ent: str) -> Identity | None:
    """Return who it is, and write down that I looked; None where nothing was kept.

    Raises:
        Fault: the line in the log cannot be written: then nothing is shown.
    """
    case_access.demand_key(ws)
    identity = read_identity(ws.need("case_detail", ent).values.get("identity"))
    if identity is not None:
        case_access.log(ws, ent, case_access.REVEALED)
    return identity
