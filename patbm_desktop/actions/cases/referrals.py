"""Referrals: a letter made, handed over, received, answered, refused."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from patbm_desktop.actions.cases import case_identity, case_moves, casebook, cases
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Refused, Step, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import case_status, escalation, ids
from patbm_desktop.domain.case import Dossier, Identity, Status
from patbm_desktop.domain.codes import UPTD_DECIDES
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.record import present, written
from patbm_desktop.domain.referral import (
    RECEIVED,
    WAITING,
    Receipt,
    Referral,
    Sent,
    read_referral,
    reasons,
)

ANSWERS = ("ditolak", "dialihkan")
DUTY = "kewajiban_hukum"


def make(ws: Workspace, page: Page, letter: Referral, *, identity: Identity | None = None) -> Done:
    """Keep a new letter, not handed over yet; `identity` is kept only where it is given.

    A letter with an `ent` of its own keeps it: its code stands on the paper already.

    Raises:
        Refused: a value breaks the field table, or the case is frozen.
        Fault: this laptop cannot read cases, or the disk refused.
    """
    cases.demand_open(ws, page.ent)
    made = replace(
        letter,
        case_id=page.ent,
        made_on=letter.made_on or ws.today(),
        services_asked=letter.services_asked
        or ((UPTD_DECIDES,) if letter.to == "uptd_ppa" else ()),
    )
    found = reasons(made)
    if found:
        raise Refused(found)
    ent, space = letter.ent or ids.fresh(), ws.entity("case", page.ent).space
    values = present(written(made))
    with ws.transaction():
        kinds = ws.write([Edit(kind="referral", ent=ent, values=values, space=space)])
        if identity is not None:
            kinds |= case_identity.keep_identity(ws, page, identity).kinds
    return Done(ent, kinds, undoing.of_new([ws.entity("referral", ent)]))


def handed(
    ws: Workspace, ent: str, means: str, *, on: date | None = None, at: time | None = None
) -> Done:
    """Write down that the letter was handed over; the case is then referred."""
    now = ws.clock.now()
    sent = Sent(on or now.date(), at or (None if on else _minute(now.time())))
    letter = _letter(ws, ent)
    refused = letter.refused_by if letter.refused_by == "keluarga" else None
    return _change(
        ws, ent, replace(letter, sent=sent, means=means, outcome=WAITING, refused_by=refused),
        status="dirujuk",
    )  # fmt: skip


def received(ws: Workspace, ent: str, receipt: Receipt) -> Done:
    """Type the slip back: the service has taken over, and the time it took is known."""
    letter = _letter(ws, ent)
    slip = replace(receipt, on=receipt.on or ws.today())
    sent = letter.sent or Sent(slip.on)
    taken = replace(letter, receipt=slip, sent=sent, outcome=RECEIVED)
    return _change(ws, ent, taken, status="diterima_layanan", received_on=slip.on)


def answered(ws: Workspace, ent: str, outcome: str) -> Done:
    """Write down that a service turned the letter down or passed it on.

    Raises:
        Refused: `outcome` is no such answer.
    """
    if outcome not in ANSWERS:
        raise Refused([Problem("outcome", Reason.UNKNOWN_VALUE)])
    return _change(ws, ent, replace(_letter(ws, ent), outcome=outcome))


def refused(ws: Workspace, ent: str, by: str) -> Done:
    """Write down that the person or the family does not want the letter sent (R14, R22)."""
    return _change(ws, ent, replace(_letter(ws, ent), refused_by=by))


def number(ws: Workspace, ent: str, letter_no: str) -> Done:
    """Write down the number from the office's agenda book."""
    return _change(ws, ent, replace(_letter(ws, ent), letter_no=letter_no.strip()))


def hide(ws: Workspace, ent: str) -> Done:
    """Take a letter back that was never handed over.

    Raises:
        Refused: it was handed over, so that others may have it.
    """
    letter, entity = _letter(ws, ent), ws.entity("referral", ent)
    cases.demand_open(ws, letter.case_id)
    if letter.sent or letter.outcome:
        raise Refused([Problem("outcome", Reason.REFERRAL_WAITING)])
    shown = ws.need("referral", ent)
    values = {VOID: undoing.MISTYPED}
    edit = Edit(kind="referral", ent=ent, values=values, shown=shown, space=entity.space)
    return Done(ent, ws.write([edit]), undoing.of_void(entity))


# -- what follows ----------------------------------------------------------------------------


def _letter(ws: Workspace, ent: str) -> Referral:
    case_access.demand_key(ws)
    return read_referral(ent, ws.need("referral", ent).values)


def _minute(at: time) -> time:
    return at.replace(second=0, microsecond=0)


def _change(
    ws: Workspace,
    ent: str,
    after: Referral,
    *,
    status: str = "",
    received_on: date | None = None,
) -> Done:
    """Write a letter anew, with what follows for its case, in one transaction."""
    found = reasons(after)
    if found:
        raise Refused(found)
    shown = ws.need("referral", ent)
    old, new = written(read_referral(ent, shown.values)), written(after)
    differing = {name: new[name] for name in new if new[name] != old[name]}
    whole = cases.demand_open(ws, after.case_id)
    follows = _follows(ws, _with(whole, after), status, received_on)
    writes = [
        ("referral", ent, differing),
        ("case", after.case_id, follows),
        ("case_detail", after.case_id, _basis(_with(whole, after))),
    ]
    edits, steps = [], []
    for kind, of, wanted in writes:
        view, entity = ws.view(kind, of), ws.entity(kind, of)
        if view is None:
            continue
        values = {name: each for name, each in wanted.items() if view.values.get(name) != each}
        if values:
            edits.append(Edit(kind=kind, ent=of, values=values, shown=view, space=entity.space))
            steps.append(Step(entity, {name: view.values.get(name) for name in values}))
    return Done(ent, ws.write(edits), Undo(tuple(steps)))


def _with(whole: Dossier, letter: Referral) -> Dossier:
    others = tuple(each for each in whole.referrals if each.ent != letter.ent)
    return replace(whole, referrals=(*others, letter))


def _follows(
    ws: Workspace, after: Dossier, status: str, received_on: date | None
) -> dict[str, Any]:
    """Return what changes of the case itself: its status if it may, its delay, its next step."""
    follows: dict[str, Any] = {}
    if status and after.detail and _may_become(after, status):
        follows = case_moves.moved(ws, after, Status(status))
    elif after.detail and not after.standing.is_closed:
        planned = escalation.default_next(facts_of(after), ws.today())
        follows["next"] = written(planned)
    first = casebook.first_day(ws, after.case.ent)
    if received_on and first and after.case.delay is None:
        follows["delay"] = escalation.delay(first, received_on)
    return follows


def _may_become(after: Dossier, status: str) -> bool:
    """Say whether the case may go to `status`, by way of being referred where it must."""
    if not case_status.problems_of_move(after, status, None):
        return True
    if case_status.problems_of_move(after, "dirujuk", None):
        return False
    referred = replace(after, case=replace(after.case, status=Status("dirujuk")))
    return not case_status.problems_of_move(referred, status, None)


def _basis(after: Dossier) -> dict[str, Any]:
    """Return the legal basis where a family refuses: their consent cannot be it (R22)."""
    is_refused = facts_of(after).is_refused_by_family
    basis = after.detail.legal_basis if after.detail else None
    return {"legal_basis": DUTY} if is_refused and basis in (None, "persetujuan") else {}
