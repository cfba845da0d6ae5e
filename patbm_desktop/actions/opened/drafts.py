"""Half-typed forms: kept on this laptop only, encrypted, and never counted or sent.

A draft belongs to the RT it was begun for: on a laptop of two RT it waits until that one is worked
for again, so that no note is ever saved into the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.store import draft as store

OLD_AFTER_DAYS = 7
_RT = "_rt"
"""Under this name the content of a draft says for which RT it is; the form never sees it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A form as it was left. `data` is what the form gave and is given back unread."""

    id: str
    form: str
    data: Mapping[str, Any] = field(repr=False)
    saved_at: datetime
    label: str = field(default="", repr=False)


def put(
    ws: Workspace,
    draft: str | None,
    form: str,
    data: Mapping[str, Any],
    label: str = "",
    *,
    rt: str | None = None,
) -> Draft:
    """Keep what `form` says now, in place of `draft` if it has been kept before.

    `rt` is the RT it was typed for, that of now where none is given.

    Raises:
        Fault: the disk refused; what was kept before still is.
    """
    kept = Draft(
        id=draft or ids.fresh(), form=form, data=dict(data), saved_at=ws.clock.now(), label=label
    )
    content = dict(data) | {_RT: ws.rt if rt is None else rt}
    row = store.Draft(kept.id, form, content, kept.saved_at.isoformat(), label)
    store.put(ws.db, row)
    return kept


def every(ws: Workspace, form: str | None = None) -> tuple[Draft, ...]:
    """Return all drafts of the RT at the keyboard, or those of one form, newest first."""
    return tuple(_read(row) for row in store.every(ws.db, form) if _is_of(ws, row))


def one(ws: Workspace, draft: str) -> Draft | None:
    """Return a draft, None when it is gone or is for another RT than that at the keyboard."""
    row = store.get(ws.db, draft)
    return _read(row) if row and _is_of(ws, row) else None


def delete(ws: Workspace, draft: str) -> None:
    """Drop a draft; a caller that offers to undo puts its data back with `put`."""
    store.delete(ws.db, draft)


def follow(ws: Workspace, old: str, new: str) -> None:
    """Let what was half typed for the RT `old` be for the RT `new`, which it is called by now."""
    for row in store.every(ws.db):
        if row.content.get(_RT) == old:
            store.put(ws.db, replace(row, content={**row.content, _RT: new}))


def _is_of(ws: Workspace, row: store.Draft) -> bool:
    return bool(row.content.get(_RT, ws.rt) == ws.rt)


def _read(row: store.Draft) -> Draft:
    data = {name: value for name, value in row.content.items() if name != _RT}
    return Draft(
        id=row.id, form=row.form, data=data, label=row.label,
        saved_at=datetime.fromisoformat(row.saved_at),
    )  # fmt: skip
