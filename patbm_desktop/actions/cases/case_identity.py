"""Who it is: kept only on demand, shown only with a line in the log."""

from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.cases.cases import demand_open, detail_edit
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import record
from patbm_desktop.domain.case import Identity, read_identity


def keep_identity(ws: Workspace, page: Page, identity: Identity) -> Done:
    """Keep who it is; only on demand, and never offered again to undo."""
    demand_open(ws, page.ent)
    written = record.present(record.written(identity)) or None
    return Done(page.ent, ws.write([detail_edit(ws, page, {"identity": written})]))


def wipe_identity(ws: Workspace, page: Page) -> Done:
    """Keep no more who it is."""
    demand_open(ws, page.ent)
    return Done(page.ent, ws.write([detail_edit(ws, page, {"identity": None})]))


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
