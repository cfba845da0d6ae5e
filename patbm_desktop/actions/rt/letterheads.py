"""The kop of an RT: editable lines, because an RT is a body of the community, not of the city."""

from dataclasses import dataclass
from typing import Any

from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt.people import change
from patbm_desktop.domain import ids
from patbm_desktop.domain.record import present
from patbm_desktop.store import listing


@dataclass(frozen=True, slots=True)
class Kop:
    """What stands on top of a sheet: at most five lines, and an address in small print."""

    lines: tuple[str, ...]
    address: str = ""


def standing(ws: Workspace) -> Kop | None:
    """Return the kop this RT typed for itself, None when the usual one is to be used."""
    rows = _rows(ws)
    if not rows or not rows[0].values.get("lines"):
        return None
    values = rows[0].values
    return Kop(tuple(values["lines"]), values.get("address", ""))


def _rows(ws: Workspace) -> list[listing.Row]:
    rows = listing.rows(ws.db, "letterhead", spaces=ws.shown)
    return [row for row in rows if row.values.get("for") == "rt"]


def put(ws: Workspace, kop: Kop) -> Done:
    """Keep a kop for the sheets of this RT; no lines at all bring the usual one back."""
    standing_ones = [row.ent for row in _rows(ws)]
    ent = standing_ones[0] if standing_ones else ids.row_id("letterhead", ws.space, "rt")
    wanted = [line.strip() for line in kop.lines if line.strip()]
    values: dict[str, Any] = {"lines": wanted, "address": kop.address.strip() or None}
    if ws.view("letterhead", ent):
        return change(ws, "letterhead", ent, values)
    kinds = ws.write([Edit(kind="letterhead", ent=ent, values={"for": "rt"} | present(values))])
    return Done(ent, kinds, undoing.of_new([ws.entity("letterhead", ent)]))
