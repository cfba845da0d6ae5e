"""A new worry: kept whatever it lacks, judged at once, with a next step that the rules allow."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import escalation, ids, record
from patbm_desktop.domain.case import (
    NEW,
    Case,
    CaseDetail,
    Dossier,
    Identity,
    Next,
    Status,
    reasons,
)
from patbm_desktop.domain.facts import Facts, facts_of
from patbm_desktop.domain.safeguard import Judgement, Offer, judge
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
    ent = ids.fresh()
    case, judgement = _first(ws, Dossier(detail=seen), next)
    kept = record.present(record.written(seen)) | _identity(identity)
    edits = [
        Edit(kind="case", ent=ent, values=record.present(record.written(case))),
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


def _first(ws: Workspace, whole: Dossier, wanted: Next | None) -> tuple[Case, Judgement]:
    """Return the case that a note begins, and what the rules say of it."""
    learned_on = whole.detail.learned_on if whole.detail else None
    today = ws.believable_today() or learned_on or ws.today()
    judgement = judge(whole, today)
    case = Case(
        month=today.isoformat()[:7],
        group=judgement.group,
        triage=judgement.triage,
        status=Status(NEW),
        next=_fitting(facts_of(whole), wanted, today),
    )
    return case, judgement


def _fitting(facts: Facts, wanted: Next | None, today: date) -> Next:
    """Return `wanted` as far as the rules offer it, else what follows by itself."""
    last = escalation.latest(facts, wanted.what, today) if wanted else None
    if wanted is None or last is None:
        return escalation.default_next(facts, today)
    return Next(wanted.what, min(wanted.on or last, last))


def _identity(identity: Identity | None) -> dict[str, Any]:
    written = record.present(record.written(identity)) if identity else {}
    return {"identity": written} if written else {}
