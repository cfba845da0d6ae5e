"""The coordinator's page: whom she invites and admits, who belongs, what is held, what is lost."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from patbm_desktop.actions import joining
from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.store import control, keyring, listing, setting
from patbm_desktop.sync import enrolment, members, readers, stick, words
from patbm_desktop.sync.enrolment import Desk, Invitation, Waiting
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.laptop import KASUS, UMUM
from patbm_desktop.sync.members import HeldNote
from patbm_desktop.sync.members import Terms as Terms  # noqa: PLC0414  (part of the questions)
from patbm_desktop.sync.offices import coordinated, coordinators
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.trust import Listed, listed
from patbm_desktop.wire.joining import InviteRequest

LEAST_COORDINATORS = 2
"""Laptops of coordinators that a kelurahan has before the first case travels."""

DRAWN = enrolment.RANDOM
"""Characters of an invitation that no coordinator read out: those of a server's administrator."""

_INVITATIONS = "invitations"
COUNTED = ("activity", "attendance", "case")


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation to hand on: five groups of four to read out, or a file."""

    groups: str
    rt: str
    file: Invitation = field(repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody who waits to be admitted; her code is not here, for it is typed and never clicked.

    `rt` is a number, "" for a coordinator; `by_stick` says that it came on a stick. `invited_rt`
    is the RT this laptop's invitation was for, None where another laptop made it.
    """

    name: str
    rt: str
    by_stick: bool
    is_member: bool
    invited_rt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A laptop of the kelurahan; `rts` are numbers, `last_on` the day of its person's last edit.

    `role` is ``koordinator``, ``anggota`` of an RT, or ``pembaca`` of the office and nothing else.
    `reads_cases_of` counts the spaces whose cases it can read.
    """

    dev: str
    name: str
    label: str
    role: str
    rts: tuple[str, ...]
    is_me: bool
    is_active: bool
    is_companion: bool
    pact: date | None
    last_on: date | None
    reads_cases_of: int


@dataclass(frozen=True, slots=True)
class HeldGroup:
    """What one laptop wrote that waits for a decision, and why the server held it."""

    dev: str
    name: str
    why: str
    notes: tuple[HeldNote, ...]

    @property
    def count(self) -> int:
        """How many notes wait."""
        return len(self.notes)


@dataclass(frozen=True, slots=True)
class Reach:
    """What a laptop can open in one space: the uses of the keys it holds, and how many records."""

    space: str
    name: str
    rt: str
    uses: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


# -- inviting --------------------------------------------------------------------------------


def office_of(ws: Workspace) -> str:
    """Return the office this laptop coordinates.

    Raises:
        Fault: NOT_COORDINATOR, it coordinates none.
    """
    mine = coordinated(ws.laptop)
    office = members.main_office(ws.laptop)
    if office is None or office not in mine:
        raise Fault(Refusal.NOT_COORDINATOR)
    return office


def invite(ws: Workspace, rt: str, *, role: str = "anggota", desk: Desk | None = None) -> Invited:
    """Make an invitation for an RT (a number such as ``024``), or for a coordinator with "".

    The server gives the random part where there is one; else it is drawn here.

    Raises:
        Fault: NOT_COORDINATOR, or the server did not answer.
    """
    office = office_of(ws)
    kelurahan = members.kelurahan_of(ws.laptop, office)
    code = _drawn(ws, InviteRequest(kelurahan, rt, role), desk)
    issued: dict[str, Any] = setting.read(ws.db, _INVITATIONS) or {}
    issued[code] = {"rt": rt, "role": role, "on": ws.today().isoformat()}
    setting.write(ws.db, _INVITATIONS, issued)
    card = words.own_card(ws.laptop, ws.me.name)
    file = Invitation(
        kelurahan=kelurahan, office=office, card=card, rt=rt,
        server=joining.server_of(ws) or None, code=code,
    )  # fmt: skip
    return Invited(enrolment.invitation_code(ws.device.dev, code), rt, file)


def _drawn(ws: Workspace, asked: InviteRequest, desk: Desk | None) -> str:
    if desk is not None:
        return desk.invite(asked)
    if not joining.server_of(ws):
        return enrolment.draw_code()
    with _desk(ws) as found:
        return found.invite(asked)


@contextmanager
def _desk(ws: Workspace) -> Iterator[HttpPostOffice]:
    """Open a line to the server for the coordinator of an office.

    Raises:
        Fault: OFFICE_NOT_SENT, OFFICE_UNKNOWN, or nobody answered.
    """
    try:
        with joining.desk_at(ws) as found:
            yield found
    except Fault as fault:
        if fault.refusal is Refusal.NOT_COORDINATOR:
            raise Fault(Refusal.OFFICE_NOT_SENT) from fault
        raise Fault(joining.meant(ws, fault.refusal), **fault.facts) from fault


def save_invitation(invited: Invited, path: Path) -> None:
    """Write an invitation to a file.

    Raises:
        Fault: it cannot be written there.
    """
    enrolment.write_invitation(path, invited.file)


# -- admitting -------------------------------------------------------------------------------


def requests(ws: Workspace, desk: Desk | None = None) -> tuple[Request, ...]:
    """Return who waits to be admitted, by server and by stick.

    Raises:
        Fault: NOT_COORDINATOR, or the server did not answer.
    """
    office_of(ws)
    return _shown(ws, _waiting(ws, desk))


def requests_by_stick(ws: Workspace) -> tuple[Request, ...]:
    """Return who waits to be admitted by what came on sticks alone; asks no server.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    return _shown(ws, _by_stick(ws))


def _shown(ws: Workspace, waiting: Iterable[Waiting]) -> tuple[Request, ...]:
    now = ws.rights.of(office_of(ws)).now
    by_stick = {each.dev for each in _by_stick(ws)}
    issued: dict[str, Any] = setting.read(ws.db, _INVITATIONS) or {}
    return tuple(
        Request(
            each.asked.name, each.asked.rt, each.dev in by_stick, each.dev in now,
            issued.get(each.asked.code, {}).get("rt"),
        )
        for each in waiting
    )  # fmt: skip


def _waiting(ws: Workspace, desk: Desk | None) -> tuple[Waiting, ...]:
    by_stick = stick.requests(ws.laptop)
    if desk is not None:
        return enrolment.read_requests((*desk.waiting(), *by_stick))
    if not joining.server_of(ws):
        return enrolment.read_requests(by_stick)
    with _desk(ws) as found:
        return enrolment.read_requests((*found.waiting(), *by_stick))


def _by_stick(ws: Workspace) -> tuple[Waiting, ...]:
    return enrolment.read_requests(stick.requests(ws.laptop))


def _found(ws: Workspace, typed: str, desk: Desk | None) -> Waiting:
    """Return the request of the laptop whose code was typed; who came by stick needs no server."""
    try:
        return enrolment.find(_by_stick(ws), typed)
    except Fault as fault:
        if fault.refusal is not Refusal.NO_SUCH_REQUEST:
            raise
    return enrolment.find(_waiting(ws, desk), typed)


def approve(ws: Workspace, typed: str, terms: Terms, *, desk: Desk | None = None) -> Request:
    """Admit the laptop whose twelve characters were typed; what it brought by stick is taken in.

    Its role is that of `terms`, but of an invitation made here the one it was made for.

    Raises:
        Fault: NOT_COORDINATOR, CODE_UNREADABLE, NO_SUCH_REQUEST, PACT_MISSING, or the server did
            not answer.
    """
    office = office_of(ws)
    found = _found(ws, typed, desk)
    issued: dict[str, Any] = setting.read(ws.db, _INVITATIONS) or {}
    record = issued.get(found.asked.code)
    role = record["role"] if record and terms.role == "anggota" else terms.role
    agreed = Terms(
        role=role, pact=terms.pact, from_today=terms.from_today, companion=terms.companion
    )
    members.admit(ws.laptop, office, found, agreed)
    stick.take_waiting(ws.laptop, found.dev)
    repair(ws.laptop)
    ws.refresh()
    rt = record["rt"] if record else None
    return Request(found.asked.name, found.asked.rt, by_stick=False, is_member=True, invited_rt=rt)


# -- who belongs -----------------------------------------------------------------------------


def people(ws: Workspace) -> tuple[Member, ...]:
    """Return the laptops of the kelurahan, the active ones first; those who left are among them.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    office = office_of(ws)
    found = [_Roll(ws, office).member(dev) for dev in ws.rights.of(office).ever]
    return tuple(sorted(found, key=lambda each: (not each.is_active, each.name, each.dev)))


class _Roll:
    """What is looked up once for all members."""

    def __init__(self, ws: Workspace, office: str) -> None:
        self.ws = ws
        self.office = office
        self.rights = ws.rights.of(office)
        self.listed = listed(ws.db, ws.rights, office)
        self.numbers = rt_numbers(ws)
        self.last = control.last_edits(ws.db)

    def member(self, dev: str) -> Member:
        """Return what the page shows of one laptop."""
        persons = readers.persons_of(self.ws.laptop, self.office, dev)
        standing, name = self.rights.standing(dev), self._name(persons)
        label = words.text_of(standing, "label")
        rts, role = self._rts(dev), self.rights.role(dev)
        return Member(
            dev=dev,
            name=name or label,
            label=label or (f"Laptop {name}" if name else ""),
            role="anggota" if rts and role == "pembaca" else role,
            rts=rts,
            is_me=dev == self.ws.device.dev,
            is_active=dev in self.rights.now,
            is_companion=dev in self.rights.entitled(KASUS),
            pact=_day(words.text_of(standing, "pact")),
            last_on=max(filter(None, (_day(self.last.get(each, "")[:10]) for each in persons)),
                        default=None),
            reads_cases_of=sum(self._reads_cases(each.space, dev) for each in self.listed),
        )  # fmt: skip

    def _name(self, persons: Iterable[str]) -> str:
        names = (str(self.ws.values("person", each).get("name", "")) for each in persons)
        return next(filter(None, names), "")

    def _rts(self, dev: str) -> tuple[str, ...]:
        mine = {each.rt for each in self.listed if each.rt and self._is_of(each, dev)}
        return tuple(sorted({self.numbers.get(rt, "") for rt in mine} - {""}))

    def _is_of(self, listing_: Listed, dev: str) -> bool:
        """Say whether `dev` works in a space, or is said to have founded one not here yet."""
        rights = self.ws.rights.of(listing_.space)
        if not rights.founder:
            return listing_.founder == dev
        return dev in rights.now and rights.role(dev) == "anggota"

    def _reads_cases(self, space: str, dev: str) -> bool:
        return dev in self.ws.rights.of(space).entitled(KASUS)


def rt_numbers(ws: Workspace) -> dict[str, str]:
    """Return the number of every RT known here, by its `ent`."""
    by_record = {row.ent: str(row.values.get("number", "")) for row in listing.rows(ws.db, "rt")}
    by_space = {rt_id(each.kelurahan, each.rt): each.rt
                for each in keyring.spaces(ws.db) if each.rt}  # fmt: skip
    return by_space | by_record


def lacks_second_coordinator(ws: Workspace) -> bool:
    """Say whether the kelurahan hangs on one laptop, so that the page has to nag.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    return len(coordinators(ws.laptop, office_of(ws))) < LEAST_COORDINATORS


def reach(ws: Workspace, dev: str) -> tuple[Reach, ...]:
    """Return what the laptop `dev` could open, as far as this laptop knows; for one that is lost.

    From the keys that were ever handed to it: a removal changes what is written later.
    """
    names = {each.id: each for each in keyring.spaces(ws.db)}
    numbers, found = rt_numbers(ws), []
    rt_of = {each.space: each.rt for office in coordinated(ws.laptop)
             for each in listed(ws.db, ws.rights, office)}  # fmt: skip
    for space in sorted(control.newest(ws.db)):
        handed = {key.use for key in ws.laptop.keys(space) if key.is_known_to(dev)}
        uses = tuple(use for use in (UMUM, KASUS) if use in handed)
        if uses:
            counts = tuple((kind, listing.count(ws.db, kind, spaces=[space])) for kind in COUNTED)
            known = names.get(space)
            rt = numbers.get(rt_of.get(space, ""), known.rt if known else "")
            found.append(Reach(space, known.name if known else "", rt, uses, counts))
    return tuple(found)


def remove(ws: Workspace, dev: str) -> frozenset[str]:
    """Remove a laptop from the kelurahan and change every key it held; return kinds changed.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    return members.remove(ws.laptop, office_of(ws), dev)


def remove_from_rt(ws: Workspace, dev: str, rt: str) -> frozenset[str]:
    """Remove a laptop from one RT (a number); return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    office = office_of(ws)
    of = rt_id(members.kelurahan_of(ws.laptop, office), rt)
    return members.remove_from_rt(ws.laptop, office, dev, of)


def change_role(ws: Workspace, dev: str, role: str) -> frozenset[str]:
    """Make a member a coordinator, or a coordinator a reader of the office; return kinds changed.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    return members.change_role(ws.laptop, office_of(ws), dev, role)


def name_companion(
    ws: Workspace, dev: str, pact: date, *, from_today: bool = False
) -> frozenset[str]:
    """Make a member the pendamping kasus of the kelurahan; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    return members.name_companion(
        ws.laptop, office_of(ws), dev, pact=pact.isoformat(), from_today=from_today
    )


def withdraw_cases(ws: Workspace, dev: str) -> frozenset[str]:
    """Let a laptop read no later case of any RT; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    return members.withdraw_cases(ws.laptop, office_of(ws), dev)


# -- held notes ------------------------------------------------------------------------------


def held(ws: Workspace) -> tuple[HeldGroup, ...]:
    """Return the notes that wait for this coordinator, by the laptop that wrote them."""
    groups: dict[tuple[str, str], list[HeldNote]] = {}
    for note in members.held(ws.laptop):
        groups.setdefault((note.dev, note.why), []).append(note)
    return tuple(
        HeldGroup(dev, _name_of(ws, notes[0].space, dev), why, tuple(notes))
        for (dev, why), notes in groups.items()
    )


def decide(ws: Workspace, notes: Iterable[HeldNote], *, ok: bool, why: str = "") -> frozenset[str]:
    """Take held notes in, or leave them out for good; a later decision may say otherwise.

    `why` is kept with the decision, where every member of the space can read it.

    Raises:
        Fault: NOT_COORDINATOR, or the disk refused; nothing was decided.
    """
    kinds: frozenset[str] = frozenset()
    with ws.transaction():
        for note in notes:
            kinds |= members.accept(ws.laptop, note.space, note.op, ok=ok, why=why.strip())
    return kinds


def held_note(ws: Workspace, typed: str) -> HeldNote:
    """Return the held note whose id begins with what was typed.

    Raises:
        Fault: NO_SUCH_HELD_NOTE, none does or more than one.
    """
    wanted = typed.strip().lower()
    found = [each for each in members.held(ws.laptop) if wanted and each.op.startswith(wanted)]
    if len(found) != 1:
        raise Fault(Refusal.NO_SUCH_HELD_NOTE)
    return found[0]


def _name_of(ws: Workspace, space: str, dev: str) -> str:
    for person in readers.persons_of(ws.laptop, space, dev):
        name = ws.values("person", person).get("name")
        if name:
            return str(name)
    return readers.label_of(ws.laptop, space, dev)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
