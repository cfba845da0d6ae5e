"""Emergency numbers: three that nobody can change, the rest data with the day they were tried.

`nomor.json` beside the vault mirrors the public ones, so that the card opens while locked.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt.people import change
from patbm_desktop.domain import ids
from patbm_desktop.domain.codes import CONTACT_FUNCTIONS, FIXED_CONTACTS
from patbm_desktop.domain.op import BadOp, dumps, loads_strict
from patbm_desktop.domain.record import day_of, present
from patbm_desktop.domain.region import Region
from patbm_desktop.store import current, listing
from patbm_desktop.wire.durable import write_atomically

FILE = "nomor.json"
OLD_NUMBER_DAYS = 14
"""For so long a changed number shows beside the one it replaced."""
PRIVATE = frozenset({"ketua_rt"})
"""Never on the emergency card or outside the vault: a neighbour's own telephone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The number that stood here before, who changed it and when."""

    number: str
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """One number; `tested_on` is None until somebody has tried it."""

    function: str
    number: str = ""
    source: str = ""
    tested_on: date | None = None
    is_fixed: bool = False
    previous: Previous | None = None


def every(ws: Workspace) -> tuple[ContactRow, ...]:
    """Return all numbers as this vault knows them, in the order of the card."""
    own = _by_function(ws, ws.spaces)
    rows = {row.function: row for row in _shipped(ws.region)}
    for function, row in (own | _by_function(ws, ws.offices)).items():
        if function not in FIXED_CONTACTS:
            rows[function] = _tested_by(_kept(ws, row), own.get(function))
    return tuple(rows[function] for function in CONTACT_FUNCTIONS if function in rows)


def _tested_by(shown: ContactRow, own: listing.Row | None) -> ContactRow:
    """Return a number of the office with the day on which this RT tried it."""
    is_same = own is not None and own.values.get("number") == shown.number
    on = day_of(own.values.get("tested_on")) if own and is_same else None
    return replace(shown, tested_on=on) if on else shown


def _by_function(ws: Workspace, spaces: Collection[str]) -> dict[str, listing.Row]:
    rows = listing.rows(ws.db, "contact", spaces=spaces)
    said = ((_text(row.values.get("function")), row) for row in reversed(rows))
    return {function: row for function, row in said if function}


def public(folder: Path, region: Region) -> tuple[ContactRow, ...]:
    """Return the numbers the emergency card shows while the vault is locked, or not made yet."""
    rows = {row.function: row for row in _shipped(region)}
    for stored in _mirrored(folder):
        row = _read(stored)
        if row and row.function in rows and not rows[row.function].is_fixed:
            rows[row.function] = row
    return tuple(rows[function] for function in CONTACT_FUNCTIONS if function not in PRIVATE)


def _shipped(region: Region) -> list[ContactRow]:
    known = {contact.function: contact for contact in region.contacts}
    rows = []
    for function in CONTACT_FUNCTIONS:
        if function in FIXED_CONTACTS:
            number = FIXED_CONTACTS[function]
            rows.append(ContactRow(function=function, number=number, is_fixed=True))
        elif function in known:
            contact = known[function]
            rows.append(ContactRow(function=function, number=contact.number, source=contact.source))
        else:
            rows.append(ContactRow(function=function))
    return rows


def _kept(ws: Workspace, row: listing.Row) -> ContactRow:
    values = row.values
    return ContactRow(
        function=values["function"],
        number=_text(values.get("number")),
        source=_text(values.get("source")),
        tested_on=day_of(values.get("tested_on")),
        previous=_previous(ws, row),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _previous(ws: Workspace, row: listing.Row) -> Previous | None:
    """Find the number before the present one, while it is younger than two weeks."""
    edits = current.history(ws.db, ws.entity("contact", row.ent), ws.opener)
    changes = [edit for edit in edits if "number" in edit.writes]
    if not changes:
        return None
    last = changes[-1]
    on = date.fromisoformat(last.at[:10])
    if ws.today() - on > timedelta(days=OLD_NUMBER_DAYS):
        return None
    shipped = {each.function: each.number for each in _shipped(ws.region)}
    old = (
        changes[-2].writes["number"].value if len(changes) > 1
        else shipped.get(row.values["function"], "")
    )  # fmt: skip
    if not old or old == row.values.get("number"):
        return None
    return Previous(number=old, by=ws.values("person", last.by).get("name", ""), on=on)


def set_number(ws: Workspace, function: str, number: str, source: str = "") -> Done:
    """Write down a number; it counts as not tried yet.

    Raises:
        ValueError: the number of `function` is fixed.
    """
    if function in FIXED_CONTACTS:
        raise ValueError(f"{function} cannot be changed")
    values = {"number": number.strip() or None, "source": source.strip() or None}
    return _put(ws, function, values | {"tested_on": None})


def mark_tested(ws: Workspace, function: str) -> Done:
    """Write down that somebody tried the number today and was answered."""
    row = next(each for each in every(ws) if each.function == function)
    values = {"number": row.number or None, "source": row.source or None}
    return _put(ws, function, values | {"tested_on": ws.today().isoformat()})


def _put(ws: Workspace, function: str, values: dict[str, Any]) -> Done:
    kept = _by_function(ws, ws.spaces).get(function)
    if kept is not None:
        done = change(ws, "contact", kept.ent, values)
    else:
        ent = ids.row_id("contact", ws.space, function)
        kinds = ws.write(
            [Edit(kind="contact", ent=ent, values={"function": function} | present(values))]
        )
        done = Done(ent, kinds, undoing.of_new([ws.entity("contact", ent)]))
    mirror(ws)
    return done


def mirror(ws: Workspace) -> None:
    """Write the public numbers beside the vault; call after any change of a contact."""
    rows = [_stored(row) for row in every(ws) if row.function not in PRIVATE and not row.is_fixed]
    write_atomically(ws.folder / FILE, dumps({"patbm": 1, "numbers": rows}))


def _stored(row: ContactRow) -> dict[str, Any]:
    tested = row.tested_on.isoformat() if row.tested_on else None
    return {"function": row.function, "number": row.number, "source": row.source, "tested": tested}


def _mirrored(folder: Path) -> list[Any]:
    try:
        stored = loads_strict((folder / FILE).read_bytes())
    except (OSError, BadOp):
        return []
    rows = stored.get("numbers") if isinstance(stored, dict) else None
    return rows if isinstance(rows, list) else []


def _read(stored: Any) -> ContactRow | None:
    try:
        tested = stored["tested"]
        return ContactRow(
            function=str(stored["function"]),
            number=str(stored["number"])[:20],
            source=str(stored["source"])[:60],
            tested_on=date.fromisoformat(tested) if tested else None,
        )
    except (KeyError, TypeError, ValueError):
        return None
