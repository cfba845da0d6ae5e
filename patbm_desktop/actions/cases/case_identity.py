"""Who it is: kept only on demand, shown only with a line in the log."""

from dataclasses import fields, replace

from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.cases.cases import demand_open, detail_edit
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.changes import Done, Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import record
from patbm_desktop.domain.case import Identity, read_identity
from patbm_desktop.domain.case_kinds import CASE_DETAIL

_LONGEST = {part.name: part.longest for part in CASE_DETAIL.fields["identity"].members}


def keep_identity(ws: Workspace, page: Page, identity: Identity) -> Done:
    """Keep who it is; only on demand, and never offered again to undo."""
    demand_open(ws, page.ent)
    written = record.present(record.written(identity)) or None
    return Done(page.ent, ws.write([detail_edit(ws, page, {"identity": written})]))


def edit_with(ws: Workspace, ent: str, moved: Identity) -> tuple[Edit, str]:
    """Return the edit that adds `moved` to who it is, and the words for which it has no room."""
    shown = ws.need("case_detail", ent)
    whole, left = joined(read_identity(shown.values.get("identity")) or Identity(), moved)
    values = {"identity": record.present(record.written(whole)) or None}
    space = ws.entity("case", ent).space
    return Edit(kind="case_detail", ent=ent, values=values, shown=shown, space=space), left


def joined(kept: Identity, moved: Identity) -> tuple[Identity, str]:
    """Return `kept` with `moved` beside it, field by field, and the words that do not fit in."""
    left: list[str] = []
    for each in fields(Identity):
        old, new = getattr(kept, each.name), getattr(moved, each.name)
        if not new or new in old.split(", "):
            continue
        both = f"{old}, {new}" if old else new
        if len(both) > _LONGEST[each.name]:
            left.append(new)
        else:
            kept = replace(kept, **{each.name: both})
    return kept, ", ".join(left)


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
