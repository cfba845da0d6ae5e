"""Half-typed forms: local, encrypted with everything else, never an op."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlite_utils import Database

from patbm_desktop.store import erasure, faults
from patbm_desktop.store.transaction import writing


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was left. `form` says which, `saved_at` when (ISO), `label` how it is listed."""

    id: str
    form: str
    content: Mapping[str, Any] = field(repr=False)
    saved_at: str
    label: str = field(default="", repr=False)


def put(db: Database, draft: Draft) -> None:
    """Keep `draft` in place of what was kept under its id.

    One about a record that was erased meanwhile, in a form still open, is not kept: it would bring
    back what the form shows.
    """
    content = msgspec.json.encode(draft.content).decode()
    with writing(db):
        if erasure.has_any(db) and mentions(draft, erasure.ents(db)):
            db.conn.execute("DELETE FROM draft WHERE id = ?", [draft.id])
            return
        db.conn.execute(
            "INSERT INTO draft VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET form = ?2,"
            " content = ?3, saved_at = ?4, label = ?5",
            [draft.id, draft.form, content, draft.saved_at, draft.label],
        )


def get(db: Database, draft_id: str) -> Draft | None:
    """Return the draft of this id, None where there is none."""
    with faults.named():
        row = db.conn.execute(
            "SELECT id, form, content, saved_at, label FROM draft WHERE id = ?", [draft_id]
        ).fetchone()
    return _draft(row) if row else None


def every(db: Database, form: str | None = None) -> list[Draft]:
    """Return all drafts (of `form`, where one is given), the newest first."""
    with faults.named():
        rows = db.conn.execute(
            "SELECT id, form, content, saved_at, label FROM draft WHERE ?1 IS NULL OR form = ?1"
            " ORDER BY saved_at DESC, id",
            [form],
        ).fetchall()
    return [_draft(row) for row in rows]


def delete(db: Database, draft_id: str) -> Draft | None:
    """Forget a draft and return what it was, so that it can be put back."""
    old = get(db, draft_id)
    if old is not None:
        with writing(db):
            db.conn.execute("DELETE FROM draft WHERE id = ?", [draft_id])
    return old


def mentions(draft: Draft, ents: Collection[str]) -> bool:
    """Say whether a draft is one of `ents`, or names one of them anywhere."""
    said = msgspec.json.encode(draft.content).decode()
    return draft.id in ents or any(ent in said for ent in ents)


def _draft(row: tuple[str, str, str, str, str]) -> Draft:
    draft_id, form, content, saved_at, label = row
    return Draft(draft_id, form, msgspec.json.decode(content), saved_at, label)
