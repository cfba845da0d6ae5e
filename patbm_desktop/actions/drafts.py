"""Half-typed forms: kept on this laptop only, encrypted, and never counted or sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.store import draft as store

OLD_AFTER_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A form as it was left. `data` is what the form gave and is given back unread."""

    id: str
    form: str
    data: Mapping[str, Any] = field(repr=False)
    saved_at: datetime
    label: str = field(default="", repr=False)


def put(
    ws: Workspace, draft: str | None, form: str, data: Mapping[str, Any], label: str = ""
) -> Draft:
    """Keep what `form` says now, in place of `draft` if it has been kept before.

    Raises:
        Fault: the disk refused; what was kept before still is.
    """
    kept = Draft(
        id=draft or ids.fresh(), form=form, data=dict(data), saved_at=ws.clock.now(), label=label
    )
    row = store.Draft(kept.id, form, dict(data), kept.saved_at.isoformat(), label)
    store.put(ws.db, row)
    return kept


def every(ws: Workspace, form: str | None = None) -> tuple[Draft, ...]:
    """Return all drafts, or those of one form, newest first."""
    return tuple(map(_read, store.every(ws.db, form)))


def one(ws: Workspace, draft: str) -> Draft | None:
    """Return a draft, None when it is gone."""
    row = store.get(ws.db, draft)
    return _read(row) if row else None


def delete(ws: Workspace, draft: str) -> None:
    """Drop a draft; a caller that offers to undo puts its data back with `put`."""
    store.delete(ws.db, draft)


def _read(row: store.Draft) -> Draft:
    return Draft(
        id=row.id, form=row.form, data=row.content, label=row.label,
        saved_at=datetime.fromisoformat(row.saved_at),
    )  # fmt: skip
