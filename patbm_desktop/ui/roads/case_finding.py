"""What the page of one case is drawn from: first the case itself, then what takes longer."""

from dataclasses import dataclass, field
from datetime import date

from patbm_desktop.actions.cases import (
    case_consents,
    case_list,
    case_scans,
    case_text,
    case_yearly,
    casebook,
)
from patbm_desktop.actions.cases.case_consents import Consent
from patbm_desktop.actions.cases.case_rows import Row, Shelf
from patbm_desktop.actions.cases.case_scans import Scan
from patbm_desktop.actions.cases.case_text import Checker
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import contacts
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.domain import retention
from patbm_desktop.ui.forms.case_values import FORM


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A case with what stands beside it; `draft` is what was left half typed on it."""

    case: Page = field(repr=False)
    contacts: tuple[ContactRow, ...]
    scans: tuple[Scan, ...]
    consents: tuple[Consent, ...] = field(repr=False)
    draft: Draft | None = field(repr=False)
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What is known of a case only after a look at all others."""

    ent: str
    doubles: tuple[Row, ...] = field(repr=False)
    due_on: date | None
    erasure: erasing.Notice | None = field(repr=False)
    may_erase: bool
    is_old: bool
    waiting: int
    checker: Checker


def found(ws: Workspace, ent: str, *, is_opening: bool) -> Found:
    """Return a case; when it is opened, and not merely shown again, that is written down first.

    Raises:
        Fault: there is no such case on this laptop.
    """
    if is_opening and case_access.can_read(ws) and not ws.is_read_only:
        ws.need("case", ent)
        case_access.opened(ws, ent)
    kept = (each for each in drafts.every(ws, FORM) if each.data.get("case") == ent)
    return Found(
        case=casebook.page(ws, ent),
        contacts=contacts.every(ws),
        scans=case_scans.of(ws, ent),
        consents=case_consents.of(ws, ent),
        draft=next(kept, None),
        today=ws.today(),
    )


def more(ws: Workspace, case: Page) -> More:
    """Return what takes longer: other notes like this one, and how many wait in all."""
    detail, shelf = case.dossier.detail, Shelf(ws)
    return More(
        ent=case.ent,
        doubles=case_list.doubles(ws, detail, case.ent, shelf=shelf) if detail else (),
        due_on=_due_on(ws, case),
        erasure=erasing.waiting_for(ws, "case", case.ent),
        may_erase=_may_erase(ws, case),
        is_old=not case.row.is_over and case_yearly.is_due(ws, case.ent, case.row.month),
        waiting=case_list.waiting(ws, shelf).count,
        checker=case_text.checker(ws),
    )


def _may_erase(ws: Workspace, case: Page) -> bool:
    return case_access.can_read(ws) and erasing.may_ask(ws, "case", case.ent)


def _due_on(ws: Workspace, case: Page) -> date | None:
    """Return the day from which a closed case need not be kept, None while it is open or frozen."""
    if not case.row.is_over or case.dossier.case.frozen:
        return None
    closed = case_list.closed_on(ws, case.ent)
    return retention.due_on(closed, case.row.triage) if closed else None
