"""Photos and scanned lists of a session: sealed parts on the disk, a sealed record that names them.

A picture arrives here upright, small and without metadata (the window's reader sees to that); it is
encrypted with a key of its own that stands in the sealed record alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt.people import change
from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.seal import picture
from patbm_desktop.store import listing, parts

MOST_PHOTOS = 6
"""Photos of one activity; more would never be printed and always be sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswer:
    """Who allowed a photo with a child's face, in which form, on which day."""

    given_by: str
    form: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPhoto:
    """A picture to keep. `children_visible` is None while nobody has answered."""

    jpeg: bytes = field(repr=False)
    kind: str = "foto"
    children_visible: str | None = None
    caption: str = ""
    consent: ConsentAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRow:
    """A kept picture; `is_here` is false while its parts have not arrived."""

    ent: str
    kind: str
    caption: str
    children_visible: str | None
    has_consent: bool
    size: int
    is_here: bool


def of(ws: Workspace, activity: str) -> tuple[PhotoRow, ...]:
    """Return the pictures of an activity, oldest first."""
    return tuple(_row(ws, each) for each in listing.pointing_to(ws.db, "attachment", activity))


def _row(ws: Workspace, row: listing.Row) -> PhotoRow:
    file = row.values.get("file", {})
    consent = row.values.get("consent_id")
    return PhotoRow(
        ent=row.ent,
        kind=row.values.get("kind", "foto"),
        caption=row.values.get("caption", ""),
        children_visible=row.values.get("children_visible"),
        has_consent=_stands(ws.values("consent", consent)),
        size=file.get("size", 0),
        is_here=bool(file) and all(parts.has(ws.folder, sha) for sha in file["parts"]),
    )


def _stands(consent: Mapping[str, Any]) -> bool:
    return bool(consent) and not consent.get("withdrawn_on")


def edits_of_new(ws: Workspace, photos: Iterable[NewPhoto], activity: str) -> list[Edit]:
    """Write the sealed parts and return the edits that name them.

    Raises:
        Fault: the disk refused; parts that were written lie unnamed and are swept later.
    """
    return [edit for photo in photos for edit in _new(ws, photo, activity)]


def _new(ws: Workspace, photo: NewPhoto, activity: str) -> list[Edit]:
    sealed = picture.seal(photo.jpeg)
    shas = [parts.write(ws.folder, part) for part in parts.cut(sealed.ciphertext)]
    ent = ids.fresh()
    file = {"key": sealed.key, "mime": "image/jpeg", "size": len(photo.jpeg), "parts": shas}
    values: dict[str, Any] = {"of": activity, "kind": photo.kind, "file": file}
    if photo.caption:
        values["caption"] = photo.caption
    values |= _answer(photo.children_visible)
    consent = _consent(photo.consent, ent) if photo.children_visible == "ya_izin" else []
    if consent:
        values["consent_id"] = consent[0].ent
    return [*consent, Edit(kind="attachment", ent=ent, values=values)]


def _answer(children_visible: str | None) -> dict[str, Any]:
    return {"children_visible": children_visible} if children_visible else {}


def _consent(answer: ConsentAnswer | None, photo: str) -> list[Edit]:
    if answer is None:
        return []
    values = {"of": photo, "kind": "foto_kegiatan", "given_by": answer.given_by}
    values |= {"form": answer.form, "date": answer.date.isoformat()}
    return [Edit(kind="consent", ent=ids.fresh(), values=values)]


def add(ws: Workspace, activity: str, photo: NewPhoto) -> Done:
    """Keep one more picture of an activity.

    Raises:
        Fault: it has six already, or the disk refused.
    """
    here = sum(row.kind == "foto" for row in of(ws, activity))
    if photo.kind == "foto" and here >= MOST_PHOTOS:
        raise Fault(Refusal.TOO_MANY_PHOTOS, most=MOST_PHOTOS)
    edits = edits_of_new(ws, [photo], activity)
    kinds = ws.write(edits)
    undo = undoing.of_new(ws.entity(edit.kind, edit.ent) for edit in edits)
    return Done(edits[-1].ent, kinds, undo)


def bytes_of(ws: Workspace, photo: str) -> bytes:
    """Return the JPEG of a picture.

    Raises:
        Fault: a part of it is not here or not what it was.
    """
    file = ws.need("attachment", photo).values["file"]
    whole = b"".join(parts.read(ws.folder, sha) for sha in file["parts"])
    opened = picture.open_sealed(file["key"], whole)
    if opened is None:
        raise Fault(Refusal.FILE_UNREADABLE)
    return opened


def answer(
    ws: Workspace, photo: str, children_visible: str, consent: ConsentAnswer | None = None
) -> Done:
    """Write down whether a child's face is seen, and who allowed it."""
    made = _consent(consent, photo) if children_visible == "ya_izin" else []
    values: dict[str, Any] = {"children_visible": children_visible}
    values["consent_id"] = made[0].ent if made else None
    if not made:
        return change(ws, "attachment", photo, values)
    shown, entity = ws.need("attachment", photo), ws.entity("attachment", photo)
    edit = Edit(kind="attachment", ent=photo, values=values, shown=shown, space=entity.space)
    kinds = ws.write([*made, edit])
    return Done(photo, kinds, undoing.of_change(entity, shown, values))


def remove(ws: Workspace, photo: str) -> Done:
    """Take a picture out of its activity; it can be brought back."""
    shown, entity = ws.need("attachment", photo), ws.entity("attachment", photo)
    void = {VOID: undoing.MISTYPED}
    kinds = ws.write(
        [Edit(kind="attachment", ent=photo, values=void, shown=shown, space=entity.space)]
    )
    return Done(photo, kinds, undoing.of_void(entity))
