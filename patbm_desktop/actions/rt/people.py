"""The team and its places: names that sessions point to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain.reading import fold, person_key
from patbm_desktop.store import listing


@dataclass(frozen=True, slots=True)
class Named:
    """A record that people call by a name."""

    ent: str
    name: str


def places(ws: Workspace) -> tuple[Named, ...]:
    """Return every place of this RT that stands."""
    return tuple(
        Named(row.ent, row.values["name"]) for row in listing.rows(ws.db, "place", spaces=ws.shown)
        if "name" in row.values
    )  # fmt: skip


def called(ws: Workspace, kind: str) -> Mapping[str, str]:
    """Return the name of every place or person that stands, of whatever RT, by its id."""
    rows = listing.rows(ws.db, kind)
    return {row.ent: row.values["name"] for row in rows if row.values.get("name")}


def team(ws: Workspace) -> tuple[Named, ...]:
    """Return everybody who may lead a session, the person at the keyboard first."""
    every = listing.rows(ws.db, "person", spaces=ws.shown)
    rows = list({row.ent: row for row in every if row.values.get("name")}.values())
    leading = [row for row in rows if row.values.get("position") != "ketua_rt"]
    leading.sort(key=lambda row: (row.ent != ws.person, row.values["name"]))
    return tuple(Named(row.ent, row.values["name"]) for row in leading)


def place_edit(ws: Workspace, name: str) -> tuple[str, tuple[Edit, ...]]:
    """Return the place called `name`, and the edit that makes it where there is none yet."""
    found = next((each.ent for each in places(ws) if fold(each.name) == fold(name)), None)
    if found:
        return found, ()
    ent = ids.fresh()
    return ent, (Edit(kind="place", ent=ent, values={"name": name.strip(), **_of_rt(ws)}),)


def person_edit(ws: Workspace, name: str) -> tuple[str, tuple[Edit, ...]]:
    """Return the person called `name`, and the edit that makes one where there is none yet."""
    wanted = person_key(name)
    for row in listing.rows(ws.db, "person", spaces=ws.shown):
        spoken = (row.values.get("name", ""), row.values.get("call_name", ""))
        if wanted in map(person_key, filter(None, spoken)):
            return row.ent, ()
    ent = ids.fresh()
    return ent, (Edit(kind="person", ent=ent, values=_member(ws, name)),)


def _member(ws: Workspace, name: str) -> dict[str, Any]:
    if not ws.rt:
        return {"name": name.strip(), "position": "anggota", "level": "kelurahan"}
    return {"name": name.strip(), "position": "kader_ppa_rt", "level": "rt", **_of_rt(ws)}


def _of_rt(ws: Workspace) -> dict[str, Any]:
    """Return the pointer to the RT; the vault of an office has none."""
    return {"rt_id": ws.rt} if ws.rt else {}


def names(ws: Workspace, kind: str, wanted: Iterable[str | None]) -> Mapping[str, str]:
    """Return the names of the records `wanted`, by their ids; absent ones are left out."""
    found = {ent: ws.values(kind, ent).get("name") for ent in set(wanted) if ent}
    return {ent: name for ent, name in found.items() if name}


def me(ws: Workspace) -> Mapping[str, Any]:
    """Return the record of the person at the keyboard."""
    return ws.values("person", ws.person)


def edit_me(ws: Workspace, values: Mapping[str, Any]) -> Done:
    """Change the record of the person at the keyboard."""
    done = change(ws, "person", ws.person, values)
    ws.me = ws.look_up_me()
    return done


def change(ws: Workspace, kind: str, ent: str, values: Mapping[str, Any]) -> Done:
    """Change fields of one record; only what differs is written.

    Raises:
        Fault: there is no such record, or the disk refused.
        Refused: a value breaks the field table.
    """
    shown = ws.need(kind, ent)
    differing = {name: value for name, value in values.items() if shown.values.get(name) != value}
    entity = ws.entity(kind, ent)
    edit = Edit(kind=kind, ent=ent, values=differing, shown=shown, space=entity.space)
    kinds = ws.write([edit])
    return Done(ent, kinds, undoing.of_change(entity, shown, differing) if differing else None)


def head_of_rt(ws: Workspace) -> str:
    """Return the name of the Ketua RT, empty when nobody wrote it down."""
    head = ws.values("rt", ws.rt).get("head_id")
    return str(ws.values("person", head).get("name", "")) if head else ""


def set_head_of_rt(ws: Workspace, name: str) -> Done:
    """Write down who the Ketua RT is; of her or him only the name is kept.

    A new name is a new person, so that sheets of an earlier term keep the old one.
    """
    shown = ws.need("rt", ws.rt)
    entity = ws.entity("rt", ws.rt)
    if not name.strip():
        return change(ws, "rt", ws.rt, {"head_id": None})
    head = ids.fresh()
    person = Edit(kind="person", ent=head, values={"name": name.strip(), "position": "ketua_rt"})
    pointer = Edit(kind="rt", ent=ws.rt, values={"head_id": head}, shown=shown, space=entity.space)
    kinds = ws.write([person, pointer])
    return Done(head, kinds, undoing.of_change(entity, shown, {"head_id": head}))
