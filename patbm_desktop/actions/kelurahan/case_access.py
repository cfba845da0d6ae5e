"""Who can read cases, computed from keys and slots; and who looked, as a sealed log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from patbm_desktop.actions.opened.changes import Done, Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import listing
from patbm_desktop.sync import readers as sync_readers

USE = "kasus"
OPENED, REVEALED, PRINTED, EXPORTED, RECOVERED = "buka", "tampilkan", "cetak", "ekspor", "pulih"
KINDS = frozenset({"access"})


class Through(StrEnum):
    """By what a person can read: a laptop of her own, or a place on this one."""

    LAPTOP = "laptop"
    SLOT = "slot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who can read every case of a space; `name` is empty where nobody knows it here."""

    person: str
    name: str
    address_form: str
    is_me: bool
    is_companion: bool
    through: Through


@dataclass(frozen=True, slots=True)
class Opening:
    """One line of the log: on which day who did what (a key of `codes.ACCESSES`).

    `helper` is the coordinator who opened a laptop whose passphrase was forgotten, else "".
    """

    on: date | None
    name: str
    what: str
    helper: str = ""


# -- who can read ----------------------------------------------------------------------------


def can_read(ws: Workspace) -> bool:
    """Say whether this laptop may read and write cases of its space."""
    return ws.laptop.can_seal(ws.space, USE)


def demand_key(ws: Workspace) -> None:
    """Stop who cannot read cases.

    Raises:
        Fault: CASES_ELSEWHERE, other laptops hold the key.
    """
    if not can_read(ws):
        raise Fault(Refusal.CASES_ELSEWHERE)


def readers(ws: Workspace, space: str = "") -> tuple[Reader, ...]:
    """Return everybody who can read the cases of `space`, me first.

    From the devices that hold or are owed the key, and from the slots of this vault: whoever can
    open it reads with it.
    """
    of = space or ws.space
    known = sync_readers.readers(ws.laptop, of, USE)
    companions = companion_devices(ws, of)
    found: dict[str, Reader] = {}
    for device in known.devices:
        is_companion = device.dev in companions
        for person in device.persons or (device.dev,):
            reader = _reader(
                ws, person, Through.LAPTOP, is_companion=is_companion, name=device.label
            )
            found.setdefault(person, reader)
    for slot in known.slots:
        reader = _reader(ws, slot.person, Through.SLOT, is_companion=False, name=slot.call_name)
        found.setdefault(slot.person, reader)
    return tuple(sorted(found.values(), key=lambda reader: not reader.is_me))


def _reader(
    ws: Workspace, person: str, through: Through, *, is_companion: bool, name: str = ""
) -> Reader:
    values = ws.values("person", person)
    return Reader(
        person=person,
        name=str(values.get("call_name") or values.get("name") or name),
        address_form=str(values.get("address_form", "tanpa")),
        is_me=person == ws.person,
        is_companion=is_companion,
        through=through,
    )


def companion_devices(ws: Workspace, space: str = "") -> frozenset[str]:
    """Return the devices of the pendamping kasus: those with the key that are not the RT's own.

    The founder of an RT space is its kader; a second laptop of the RT says of its person that she
    works there.
    """
    rights = ws.rights.of(space or ws.space)
    if rights.is_office:
        return frozenset()
    return frozenset(
        dev
        for dev in rights.entitled(USE)
        if dev != rights.founder
        and not any(
            _is_of_rt(ws, each) for each in sync_readers.persons_of(ws.laptop, rights.space, dev)
        )
    )


def _is_of_rt(ws: Workspace, person: str) -> bool:
    return ws.values("person", person).get("level") == "rt"


def has_companion(ws: Workspace, space: str = "") -> bool:
    """Say whether a second person has joined who can look at a closing."""
    return bool(companion_devices(ws, space))


def is_companion(ws: Workspace, space: str = "") -> bool:
    """Say whether the person at the keyboard is that second person."""
    of = space or ws.space
    mine = ws.rights.of(of).persons(ws.device.dev)
    return ws.device.dev in companion_devices(ws, of) and ws.person in mine


# -- the log ---------------------------------------------------------------------------------


def openings(ws: Workspace, case: str) -> tuple[Opening, ...]:
    """Return who looked at a case, newest first; a laptop opened with help is among them."""
    rows = listing.pointing_to(ws.db, "access", case, with_void=True)
    rows += _recoveries(ws, ws.entity("case", case).space)
    people_ = [row.by for row in rows] + [str(row.values.get("helper", "")) for row in rows]
    names = people.names(ws, "person", people_)
    found = [_opening(row, names) for row in rows]
    found.sort(key=lambda each: each.on or date.min)
    return tuple(found[::-1])


def _recoveries(ws: Workspace, space: str) -> list[listing.Row]:
    """Return when a laptop of `space` was opened with help: whoever sat there could read a case."""
    offices = [ws.rights.of(office) for office in ws.offices]
    helpers = {each for of in offices for dev in of.ever for each in of.persons(dev)}
    rows = (row for each in sorted(helpers) for row in listing.pointing_to(ws.db, "access", each))
    return [row for row in rows if row.space == space and row.values.get("what") == RECOVERED]


def _opening(row: listing.Row, names: Mapping[str, str]) -> Opening:
    helper = names.get(str(row.values.get("helper", "")), "")
    return Opening(_day(row), names.get(row.by, ""), str(row.values.get("what", "")), helper)


def _day(row: listing.Row) -> date | None:
    written = row.values.get("on") or row.at[:10]
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def opened(ws: Workspace, case: str) -> Done:
    """Write down that I opened a case: once a person, case and day."""
    today = ws.today().isoformat()
    for row in listing.pointing_to(ws.db, "access", case):
        mine = (row.by, row.values.get("what"), row.values.get("on"))
        if mine == (ws.person, OPENED, today):
            return Done(row.ent)
    return log(ws, case, OPENED)


def printed(ws: Workspace, case: str) -> Done:
    """Write down that I printed something of a case."""
    return log(ws, case, PRINTED)


def exported(ws: Workspace, case: str) -> Done:
    """Write down that I saved something of a case to a file."""
    return log(ws, case, EXPORTED)


def log(ws: Workspace, case: str, what: str) -> Done:
    """Add a line to the log of a case; it cannot be taken back.

    Raises:
        Fault: this laptop cannot read cases, or the disk refused.
    """
    demand_key(ws)
    ent = ids.fresh()
    kinds = ws.write([line(ws, case, what, ent)])
    return Done(ent, kinds)


def line(ws: Workspace, case: str, what: str, ent: str = "") -> Edit:
    """Return the edit that adds a line, for a caller who writes more with it.

    The id is drawn by chance: one made from case, person and day could be guessed by a server.
    """
    values = {"case_id": case, "what": what, "on": ws.today().isoformat()}
    space = ws.entity("case", case).space
    return Edit(kind="access", ent=ent or ids.fresh(), values=values, space=space)
