"""Cases in the open vault of a test window, made as the actions make them; nobody here is real."""

from datetime import date
from typing import Any

from patbm_desktop.actions.cases import case_identity, case_noting, casebook, referrals
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.case import CaseDetail, Identity, Victim
from patbm_desktop.domain.referral import Receipt, Referral
from patbm_desktop.ui.pages.case_page import CasePage
from tests.ui import doing
from tests.ui.opened import Opened

IDENTITY = Identity("Dimas Contoh", "Jalan Contoh 9", "Ibu Contoh", "0812 0000 0000")
TODAY = date(2026, 11, 21)


def detail(**changes: Any) -> CaseDetail:
    """Return a boy who left school, changed as said."""
    usual: dict[str, Any] = {
        "category": "putus_sekolah",
        "victim": Victim("L", "13-17"),
        "initials": "R",
        "narrative": "Anak berhenti sejak Juli karena bekerja.",
    }
    return CaseDetail(**usual | changes)


def hit(**changes: Any) -> CaseDetail:
    """Return a child who is hit at home, changed as said."""
    usual: dict[str, Any] = {
        "category": "kekerasan_fisik",
        "victim": Victim("P", "6-12"),
        "initials": "N",
        "narrative": "Terdengar tangisan beberapa malam.",
        "danger_now": "tidak",
    }
    return CaseDetail(**usual | changes)


def note(window: Opened, made: CaseDetail | None = None) -> str:
    """Keep a worry and return its id."""
    return doing.do(window, lambda ws: case_noting.note(ws, made or detail())).ent


def page_of(window: Opened, ent: str) -> Page:
    """Return everything there is of a case."""
    return doing.do(window, lambda ws: casebook.page(ws, ent))


def refer(window: Opened, ent: str, *, to: str = "uptd_ppa", received: bool = False) -> str:
    """Hand a letter over, and let the slip come back where it is `received`."""

    def job(ws: Workspace) -> str:
        letter = Referral(to=to, made_on=TODAY)
        made = referrals.make(ws, casebook.page(ws, ent), letter).ent
        referrals.handed(ws, made, "diantar", on=TODAY)
        if received:
            referrals.received(ws, made, Receipt(TODAY))
        return made

    return doing.do(window, job)


def keep_identity(window: Opened, ent: str) -> None:
    """Keep who it is."""
    doing.do(window, lambda ws: case_identity.keep_identity(ws, casebook.page(ws, ent), IDENTITY))


def opened(window: Opened, ent: str, **what: object) -> CasePage:
    """Return the page of a case, filled."""
    page = window.visit("case", ent=ent, **what)
    assert isinstance(page, CasePage)
    return page
