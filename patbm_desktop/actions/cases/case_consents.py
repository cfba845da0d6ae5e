"""Who agreed to a case being written down or referred: never required, nor asked of one feared."""

from dataclasses import dataclass
from datetime import date

from patbm_desktop.actions.cases import cases
from patbm_desktop.actions.cases.casebook import Page, need_detail
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.domain import ids
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.safeguard import judge
from patbm_desktop.store import listing

KIND = "case_consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One consent: to what (``pencatatan_kasus`` or ``rujukan``), by whom, how, since when."""

    ent: str = ""
    kind: str
    given_by: str
    form: str
    on: date | None = None
    withdrawn_on: date | None = None


def of(ws: Workspace, case: str) -> tuple[Consent, ...]:
    """Return the consents of a case, withdrawn ones too, in the order they came."""
    return tuple(map(_read, listing.pointing_to(ws.db, KIND, case)))


def stands(ws: Workspace, case: str, wanted: Consent) -> bool:
    """Say whether the same consent was written down before and never taken back."""
    told = (wanted.kind, wanted.given_by, wanted.form)
    return any(
        (each.kind, each.given_by, each.form) == told and each.withdrawn_on is None
        for each in of(ws, case)
    )


def _read(row: listing.Row) -> Consent:
    values = row.values
    return Consent(
        ent=row.ent,
        kind=str(values.get("kind", "")),
        given_by=str(values.get("given_by", "")),
        form=str(values.get("form", "")),
        on=_day(values.get("date")),
        withdrawn_on=_day(values.get("withdrawn_on")),
    )


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def give(ws: Workspace, page: Page, consent: Consent) -> Done:
    """Write a consent down.

    Raises:
        Refused: the parent who is feared is not asked (R15), or a value is not known.
    """
    whole = cases.demand_open(ws, page.ent)
    need_detail(whole)
    if consent.given_by not in judge(whole, ws.today()).consent_givers:
        raise Refused([Problem("given_by", Reason.PARENT_IS_FEARED)])
    on = consent.on or ws.today()
    values = {"of": page.ent, "kind": consent.kind, "given_by": consent.given_by}
    values |= {"form": consent.form, "date": on.isoformat()}
    ent, space = ids.fresh(), ws.entity("case", page.ent).space
    kinds = ws.write([Edit(kind=KIND, ent=ent, values=values, space=space)])
    return Done(ent, kinds, undoing.of_new([ws.entity(KIND, ent)]))


def withdraw(ws: Workspace, ent: str) -> Done:
    """Write down that a consent was taken back today.

    Raises:
        Refused: its case is frozen.
    """
    cases.demand_open(ws, str(ws.need(KIND, ent).values["of"]))
    return people.change(ws, KIND, ent, {"withdrawn_on": ws.today().isoformat()})
