"""The coordinator's page: whom she invites and admits, who belongs, what is held, what is lost."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.kelurahan.roll import office_of
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.store import setting
from patbm_desktop.sync import (
    asking,
    enrolment,
    held_notes,
    members,
    offices,
    stick,
    words,
)
from patbm_desktop.sync.enrolment import Desk, Invitation, Waiting
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.members import Terms as Terms  # noqa: PLC0414  (part of the questions)
from patbm_desktop.sync.offices import coordinated
from patbm_desktop.sync.repair import repair
from patbm_desktop.wire.joining import InviteRequest

DRAWN = enrolment.RANDOM
"""Characters of an invitation that no coordinator read out: those of a server's administrator."""

_INVITATIONS = "invitations"


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
class Awaits:
    """How much waits for a coordinator: who asks by stick, and notes held, by who wrote them.

    `code` are this laptop's own twelve characters while the administrator of the server has yet to
    type them, else "".
    """

    asking: int
    held: int
    code: str


# -- inviting --------------------------------------------------------------------------------


def invite(ws: Workspace, rt: str, *, role: str = "anggota", desk: Desk | None = None) -> Invited:
    """Make an invitation for an RT (a number such as ``024``), or for a coordinator with "".

    The server gives the random part where there is one; else it is drawn here.

    Raises:
        Fault: NOT_COORDINATOR, or the server did not answer.
    """
    office = office_of(ws)
    kelurahan = offices.kelurahan_of(ws.laptop, office)
    code = _drawn(ws, InviteRequest(kelurahan, rt, role), desk)
    issued: dict[str, Any] = setting.read(ws.db, _INVITATIONS) or {}
    issued[code] = {"rt": rt, "role": role, "on": ws.today().isoformat(), "office": office}
    setting.write(ws.db, _INVITATIONS, issued)
    card = words.own_card(ws.laptop, ws.me.name)
    file = Invitation(
        kelurahan=kelurahan, office=office, card=card, rt=rt,
        server=joining.server_of(ws) or None, code=code,
    )  # fmt: skip
    return Invited(enrolment.invitation_code(ws.device.dev, code), rt, file)


def _drawn(ws: Workspace, asked: InviteRequest, desk: Desk | None) -> str:
    if desk is not None:
        with _understood(ws):
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
    with _understood(ws), joining.desk_at(ws) as found:
        yield found


@contextmanager
def _understood(ws: Workspace) -> Iterator[None]:
    """Raise what a server's refusal means to the coordinator of an office.

    Raises:
        Fault: OFFICE_NOT_SENT, OFFICE_UNKNOWN, or as it was.
    """
    try:
        yield
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
    by_stick = {each.dev for each in _by_stick(ws)}
    issued: dict[str, Any] = setting.read(ws.db, _INVITATIONS) or {}
    return tuple(
        Request(
            name=each.asked.name,
            rt=each.asked.rt,
            by_stick=each.dev in by_stick,
            is_member=_is_let_in(ws, each, issued.get(each.asked.code, {})),
            invited_rt=issued.get(each.asked.code, {}).get("rt"),
        )
        for each in waiting
        if _asks_for(ws, issued.get(each.asked.code, {})) == office_of(ws)
    )


def _asks_for(ws: Workspace, record: Mapping[str, Any]) -> str:
    """Return the office somebody was invited to, that of now where this laptop cannot know."""
    known = record.get("office")
    return str(known) if known in coordinated(ws.laptop) else office_of(ws)


def _is_let_in(ws: Workspace, each: Waiting, record: Mapping[str, Any]) -> bool:
    """Say whether a request was answered: a member may ask again, for a second RT or more rights.

    `record` is what is known here of the invitation it came with.
    """
    if not asking.is_answered(ws.laptop, each.dev, each.line):
        return False
    role = ws.rights.of(office_of(ws)).role(each.dev)
    wants_more = record.get("role") == "koordinator" and role != "koordinator"
    was_sent_away = each.dev in ws.rights.of(each.asked.space).removed
    return not (wants_more or was_sent_away)


def _waiting(ws: Workspace, desk: Desk | None) -> tuple[Waiting, ...]:
    by_stick = stick.requests(ws.laptop)
    if desk is not None:
        with _understood(ws):
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
    office_of(ws)
    found = _found(ws, typed, desk)
    issued: dict[str, Any] = setting.read(ws.db, _INVITATIONS) or {}
    record = issued.get(found.asked.code)
    office = _asks_for(ws, record or {})
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


# -- changing who belongs ---------------------------------------------------------------------


def remove(ws: Workspace, dev: str) -> frozenset[str]:
    """Remove a laptop from the kelurahan and change every key it held; return kinds changed.

    Raises:
        Fault: NOT_COORDINATOR, NO_SUCH_MEMBER or OWN_LAPTOP.
    """
    _demand_other(ws, dev)
    return members.remove(ws.laptop, office_of(ws), dev)


def _demand_other(ws: Workspace, dev: str) -> None:
    """Stop a coordinator who would send away or demote the laptop she sits at."""
    if dev == ws.device.dev:
        raise Fault(Refusal.OWN_LAPTOP)


def remove_from_rt(ws: Workspace, dev: str, rt: str) -> frozenset[str]:
    """Remove a laptop from one RT (a number); return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    office = office_of(ws)
    of = rt_id(offices.kelurahan_of(ws.laptop, office), rt)
    return members.remove_from_rt(ws.laptop, office, dev, of)


def change_role(ws: Workspace, dev: str, role: str) -> frozenset[str]:
    """Make a member a coordinator, or a coordinator a reader of the office; return kinds changed.

    Raises:
        Fault: NOT_COORDINATOR, NO_SUCH_MEMBER or OWN_LAPTOP.
    """
    _demand_other(ws, dev)
    return members.change_role(ws.laptop, office_of(ws), dev, role)


def name_companion(
    ws: Workspace, dev: str, pact: date | None, *, from_today: bool = False
) -> frozenset[str]:
    """Make a member the pendamping kasus of the kelurahan; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR, NO_SUCH_MEMBER or PACT_MISSING.
    """
    signed = pact.isoformat() if pact else ""
    return members.name_companion(ws.laptop, office_of(ws), dev, pact=signed, from_today=from_today)


def withdraw_cases(ws: Workspace, dev: str) -> frozenset[str]:
    """Let a laptop read no later case of any RT; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    return members.withdraw_cases(ws.laptop, office_of(ws), dev)


# -- what waits ------------------------------------------------------------------------------


def waiting_here(ws: Workspace) -> Awaits:
    """Return how much waits for this coordinator, as far as this laptop knows by itself.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    standing = joining.standing(ws)
    return Awaits(
        asking=sum(not each.is_member for each in requests_by_stick(ws)),
        held=len({(each.dev, each.why) for each in held_notes.waiting(ws.laptop)}),
        code=standing.code if standing.waits_for_server else "",
    )
