"""Scanned letters of a case: sealed parts on the disk, a sealed record that names them (R9).

Nothing else may be attached: no picture of a child, a body, a wound or a home.
"""

from dataclasses import dataclass
from typing import Any

from patbm_desktop.actions.cases import cases
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.seal import picture
from patbm_desktop.store import listing, parts

KIND = "case_attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A kept letter or receipt; `is_here` is false while its parts have not arrived."""

    ent: str
    kind: str
    caption: str
    size: int
    is_here: bool


def add(ws: Workspace, page: Page, jpeg: bytes, *, kind: str, caption: str = "") -> Done:
    """Keep a scanned letter (``surat``) or receipt (``tanda_terima``) of a case.

    Raises:
        Refused: `kind` is neither, or the case is frozen.
        Fault: this laptop cannot read cases, or the disk refused.
    """
    cases.demand_open(ws, page.ent)
    sealed = picture.seal(jpeg)
    shas = [parts.write(ws.folder, part) for part in parts.cut(sealed.ciphertext)]
    file = {"key": sealed.key, "mime": "image/jpeg", "size": len(jpeg), "parts": shas}
    values: dict[str, Any] = {"of": page.ent, "kind": kind, "file": file}
    if caption:
        values["caption"] = caption
    ent, space = ids.fresh(), ws.entity("case", page.ent).space
    kinds = ws.write([Edit(kind=KIND, ent=ent, values=values, space=space)])
    return Done(ent, kinds, undoing.of_new([ws.entity(KIND, ent)]))


def of(ws: Workspace, case: str) -> tuple[Scan, ...]:
    """Return the scans of a case, oldest first."""
    return tuple(_row(ws, row) for row in listing.pointing_to(ws.db, KIND, case))


def _row(ws: Workspace, row: listing.Row) -> Scan:
    file = row.values.get("file", {})
    return Scan(
        ent=row.ent,
        kind=str(row.values.get("kind", "surat")),
        caption=str(row.values.get("caption", "")),
        size=file.get("size", 0),
        is_here=bool(file) and all(parts.has(ws.folder, sha) for sha in file["parts"]),
    )


def bytes_of(ws: Workspace, scan: str) -> bytes:
    """Return the JPEG of a scan, for the program's own viewer.

    Raises:
        Fault: a part of it is not here or not what it was, or this laptop cannot read cases.
    """
    case_access.demand_key(ws)
    file = ws.need(KIND, scan).values["file"]
    whole = b"".join(parts.read(ws.folder, sha) for sha in file["parts"])
    opened = picture.open_sealed(file["key"], whole)
    if opened is None:
        raise Fault(Refusal.FILE_UNREADABLE)
    return opened


def remove(ws: Workspace, scan: str) -> Done:
    """Take a scan out of its case; it can be brought back."""
    case_access.demand_key(ws)
    shown, entity = ws.need(KIND, scan), ws.entity(KIND, scan)
    cases.demand_open(ws, str(shown.values["of"]))
    edit = Edit(
        kind=KIND, ent=scan, values={VOID: undoing.MISTYPED}, shown=shown, space=entity.space
    )
    return Done(scan, ws.write([edit]), undoing.of_void(entity))
