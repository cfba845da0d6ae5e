"""An RT that moves to another kelurahan: what its volunteer says, and who is sent away.

The volunteer's notes stay where they are, in the space of her RT. What was written before keeps
pointing to the RT as it was; a new record says what it is called from now on, and the old one says
until when it was called otherwise and what came after it.
"""

from dataclasses import dataclass
from typing import Any

from patbm_desktop.actions.kelurahan.roll import SHORT, office_of, rt_numbers
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.store import keyring, setting
from patbm_desktop.sync import moving, readers
from patbm_desktop.sync.newcomer import Gift


@dataclass(frozen=True, slots=True)
class Outsider:
    """A laptop that reads the notes of RT `rt` (a number) and is no member of this kelurahan.

    `leads` says that it is a coordinator's there.
    """

    dev: str
    name: str
    rt: str
    leads: bool


def gift(ws: Workspace, kelurahan: str, number: str) -> Gift:
    """Return the space that the RT at the keyboard brings to another kelurahan."""
    return moving.gift(ws.laptop, ws.rt, kelurahan, number)


def turn(ws: Workspace, given: Gift) -> None:
    """Let the RT at the keyboard be another one from today on, its notes with it.

    Called inside a transaction; done again it changes nothing. Half-typed notes go along.

    Raises:
        Fault: the disk refused; nothing was changed.
    """
    old, new = ws.rt, rt_id(given.kelurahan, given.rt)
    if new == old:
        return
    ws.write(_edits(ws, given, old, new))
    keyring.put_space(ws.db, keyring.Space(given.space, "", given.kelurahan, given.rt))
    moving.remember_move(ws.laptop, old, new)
    drafts.follow(ws, old, new)
    setting.write(ws.db, "rt", new)
    if given.kelurahan != ws.me.kelurahan_code:  # what it is called where no list names it
        setting.write(ws.db, "kelurahan_name", given.kelurahan)
    ws.rt = new


def _edits(ws: Workspace, given: Gift, old: str, new: str) -> list[Edit]:
    today, before = ws.today().isoformat(), ws.view("rt", old)
    had = dict(before.values) if before else {}
    again = ws.view("rt", new)
    edits = [
        Edit(kind="rt", ent=new, values={"valid_to": None}, shown=again,
             space=ws.entity("rt", new).space)
        if again
        else Edit(kind="rt", ent=new, values=_first(given, had, today), space=given.space)
    ]  # fmt: skip
    if before:
        left = {"valid_to": today, "successors": [new]}
        edits.append(
            Edit(kind="rt", ent=old, values=left, shown=before, space=ws.entity("rt", old).space)
        )
    person = ws.view("person", ws.person)
    if person:
        of = ws.entity("person", ws.person).space
        edits.append(
            Edit(kind="person", ent=ws.person, values={"rt_id": new}, shown=person, space=of)
        )
    return edits


def _first(given: Gift, had: dict[str, Any], today: str) -> dict[str, Any]:
    """Return the new record of an RT; households and ketua are those it had."""
    stays = {name: had[name] for name in ("kk", "head_id") if name in had}
    code, number = given.kelurahan, given.rt
    return {"kelurahan_code": code, "number": number, "valid_from": today} | stays


# -- on the coordinator's laptop -------------------------------------------------------------


def outsiders(ws: Workspace) -> tuple[Outsider, ...]:
    """Return which laptops read notes of an RT of this kelurahan and were never let in here.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    numbers = rt_numbers(ws)
    return tuple(
        Outsider(each.dev, _name(ws, each), numbers.get(each.rt, ""), each.leads)
        for each in moving.outsiders(ws.laptop, office_of(ws))
    )


def _name(ws: Workspace, outsider: moving.Outsider) -> str:
    persons = readers.persons_of(ws.laptop, outsider.space, outsider.dev)
    names = (str(ws.values("person", each).get("name", "")) for each in persons)
    return next(filter(None, names), "") or outsider.label or outsider.dev[:SHORT]


def send_away(ws: Workspace) -> frozenset[str]:
    """Remove every such laptop, and change the keys; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    return moving.send_away(ws.laptop, office_of(ws))
