"""Joining a kelurahan, on the laptop of the newcomer: by code or file, with a server or without."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from patbm_desktop.actions.kelurahan import moving
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import device_code
from patbm_desktop.store import setting
from patbm_desktop.sync import asking, enrolment, journal, newcomer, offices
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.enrolment import Desk
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.newcomer import Gift
from patbm_desktop.sync.web_line import WebLine
from patbm_desktop.wire.joining import Card, EnrolAnswer

SERVER = "server"
"""Under this name the address of the server is remembered; none where notes go by stick."""

FORGOTTEN = frozenset({Refusal.MEMBER_FORGOTTEN, Refusal.INVITATION_FORGOTTEN})
"""The server knows neither this laptop nor its invitation."""

_ASKED = "asked_to_join"


class State(StrEnum):
    """How far a laptop has come."""

    ALONE = "alone"
    ASKED = "asked"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page of a newcomer shows.

    `code` are her own twelve characters in groups of four, to be read out to the coordinator;
    `coordinator` is the name on the coordinator's card, `kelurahan` the name of the place.
    `by_stick` says that no server has the request, so that a flash drive has to bring it, and
    `waits_for_server` that an office waits for the administrator who types its code there.
    `is_asking` says that what this laptop asked for was not answered yet, `is_forgotten` that the
    server knows neither this laptop nor its invitation.
    """

    state: State
    code: str
    coordinator: str
    kelurahan: str
    server: str
    by_stick: bool = False
    waits_for_server: bool = False
    is_asking: bool = False
    is_forgotten: bool = False

    @property
    def was_sent_away(self) -> bool:
        """Whether this laptop asked once and was let in, and belongs there no more."""
        return self.state is State.ASKED and not self.is_asking

    @property
    def needs_invitation(self) -> bool:
        """Whether a new invitation is what helps this laptop on."""
        return self.was_sent_away or self.is_forgotten


@dataclass(frozen=True, slots=True)
class _Way:
    """An office, the coordinator whom a person named, and what the laptop brings."""

    office: str
    kelurahan: str
    card: Card
    gift: Gift
    line: bytes = field(repr=False)
    by_stick: bool = False
    moves: bool = False


def standing(ws: Workspace) -> Standing:
    """Return how far this laptop has come."""
    asked: dict[str, Any] = setting.read(ws.db, _ASKED) or {}
    state = State.ASKED if asked else State.ALONE
    if offices.has_joined(ws.laptop) and not _moves(ws, asked):
        state = State.JOINED
    place = ws.region.describe(asked.get("kelurahan", "") or ws.me.kelurahan_code)
    return Standing(
        state, own_code(ws), asked.get("coordinator", ""),
        place.kelurahan or ws.me.kelurahan_name, server_of(ws),
        state is State.ASKED and bool(asked.get("by_stick")), _waits_for_server(ws),
        asking.pending(ws.laptop) is not None, _is_forgotten(ws),
    )  # fmt: skip


def _moves(ws: Workspace, asked: Mapping[str, Any]) -> bool:
    """Say whether this RT moves to a kelurahan that has not let it in yet."""
    return bool(asked.get("moves")) and asked["office"] not in offices.offices(ws.laptop)


def _is_forgotten(ws: Workspace) -> bool:
    if journal.trouble(ws.db) != Refusal.DEVICE_UNKNOWN:
        return False
    return meant(ws, Refusal.DEVICE_UNKNOWN) in FORGOTTEN


def _waits_for_server(ws: Workspace) -> bool:
    """Say whether a server was named that never met this office, or does not know it."""
    if not (server_of(ws) and ws.space and _waits_for_nobody(ws)):
        return False
    is_unknown = journal.trouble(ws.db) == Refusal.DEVICE_UNKNOWN
    return is_unknown or journal.last_contact(ws.db) is None


def own_code(ws: Workspace) -> str:
    """Return the twelve characters of this laptop, in groups of four."""
    return enrolment.grouped(device_code(ws.device.dev))


def server_of(ws: Workspace) -> str:
    """Return the address of the server, "" where there is none."""
    return str(setting.read(ws.db, SERVER, ""))


def meant(ws: Workspace, refusal: Refusal) -> Refusal:
    """Return what a server's refusal means on this laptop.

    Who founded an office waits for the administrator of the server and for no coordinator. Who is a
    member already, or whose invitation that server does not know, may wait in vain.
    """
    if refusal is not Refusal.DEVICE_UNKNOWN:
        return refusal
    if _waits_for_nobody(ws):
        return Refusal.OFFICE_UNKNOWN
    is_forgotten = asking.again(ws.laptop) is None
    if offices.has_joined(ws.laptop):
        return Refusal.MEMBER_FORGOTTEN if is_forgotten else Refusal.MEMBER_UNKNOWN
    goes_by_stick = (setting.read(ws.db, _ASKED) or {}).get("by_stick")
    return Refusal.INVITATION_FORGOTTEN if is_forgotten and not goes_by_stick else refusal


def _waits_for_nobody(ws: Workspace) -> bool:
    """Say whether this laptop never asked a coordinator to let it in: it founded an office."""
    return not ws.rt and not setting.read(ws.db, _ASKED)


@contextmanager
def desk_at(ws: Workspace, address: str = "") -> Iterator[HttpPostOffice]:
    """Open a line to the server at `address`, or to the one that is remembered.

    Raises:
        Fault: SERVER_ADDRESS, it is none.
    """
    typed = address or server_of(ws)
    office = HttpPostOffice(WebLine(parse_address(typed), today=ws.today), ws.device)
    try:
        yield office
    finally:
        office.close()


# -- by code ---------------------------------------------------------------------------------


def join_by_code(
    ws: Workspace, server: str, typed: str, *, rt: str = "", moves: bool = False,
    desk: Desk | None = None,
) -> Standing:  # fmt: skip
    """Ask to join with the five groups of four that a coordinator read out.

    `rt` is the number of another RT than that of this vault; where the RT `moves` to another
    kelurahan with its notes, that which it has there. `desk` stands in for the server at the
    address `server`. Done again after a failure, it goes on where it was.

    Raises:
        Fault: CODE_UNREADABLE, CODE_UNKNOWN, SERVER_ADDRESS; CARD_FOREIGN, that coordinator is not
            of this server; OWN_INVITATION, INVITATION_OF_ANOTHER_KELURAHAN; SERVER_SILENT, nobody
            answered there. No note was given away.
    """
    own, drawn = enrolment.read_invitation_code(typed)
    _demand_anothers(ws, own)
    number, moves = rt or ws.me.rt_number, moves and bool(ws.rt)
    gift = _gift(ws, ws.me.kelurahan_code, number, moves=moves)
    line = _request(ws, drawn, gift.space, number)
    answer = desk.enrol(line) if desk is not None else _enrol(ws, server, line)
    card = enrolment.card_with(answer.cards, own)
    if not moves:
        _demand_own_kelurahan(ws, answer.kelurahan)
    gift = gift._replace(kelurahan=answer.kelurahan)
    way = _Way(answer.office, answer.kelurahan, card, gift, line, moves=moves)
    _settle(ws, way, server)
    return standing(ws)


def _gift(ws: Workspace, kelurahan: str, number: str, *, moves: bool) -> Gift:
    if moves:
        return moving.gift(ws, kelurahan, number)
    return newcomer.gift(ws.laptop, kelurahan, number)


def _demand_anothers(ws: Workspace, code: str) -> None:
    """Stop whoever would join with an invitation of her own.

    Raises:
        Fault: OWN_INVITATION.
    """
    if code == device_code(ws.device.dev):
        raise Fault(Refusal.OWN_INVITATION)


def _enrol(ws: Workspace, server: str, line: bytes) -> EnrolAnswer:
    """Bring a request to the address a person typed.

    Raises:
        Fault: SERVER_SILENT, it may be the network or the address.
    """
    try:
        with desk_at(ws, server) as found:
            return found.enrol(line)
    except Fault as fault:
        if fault.refusal is Refusal.NO_NETWORK:
            raise Fault(Refusal.SERVER_SILENT) from fault
        raise


def _request(ws: Workspace, code: str, space: str, rt: str) -> bytes:
    return enrolment.request(ws.laptop, code=code, name=ws.me.name, space=space, rt=rt)


def _demand_own_kelurahan(ws: Workspace, kelurahan: str) -> None:
    """Stop an invitation of another kelurahan, unless this is the vault of a coordinator.

    Raises:
        Fault: INVITATION_OF_ANOTHER_KELURAHAN, `place` is what it is called.
    """
    if ws.rt and kelurahan != ws.me.kelurahan_code:
        place = ws.region.describe(kelurahan).kelurahan or kelurahan
        raise Fault(Refusal.INVITATION_OF_ANOTHER_KELURAHAN, place=place)


def _demand_own_place(ws: Workspace, kelurahan: str, rt: str, *, asked_for: str) -> None:
    """Stop an invitation for somewhere else, unless another RT was asked for.

    Raises:
        Fault: INVITATION_OF_ANOTHER_KELURAHAN or INVITATION_OF_ANOTHER_RT.
    """
    if asked_for or not ws.rt:
        return
    _demand_own_kelurahan(ws, kelurahan)
    if rt not in ("", ws.me.rt_number):
        raise Fault(Refusal.INVITATION_OF_ANOTHER_RT, rt=rt)


def _settle(ws: Workspace, way: _Way, server: str) -> None:
    """Trust the coordinator whom a person named, let her in, and remember what was asked."""
    asked = {
        "office": way.office, "kelurahan": way.kelurahan, "coordinator": way.card.label,
        "by_stick": way.by_stick, "moves": way.moves,
    }  # fmt: skip
    with ws.transaction():
        if way.moves:
            moving.turn(ws, way.gift)
        space = newcomer.bring(ws.laptop, way.gift)
        newcomer.welcome(
            ws.laptop, way.card, space=space, office=way.office, kelurahan=way.kelurahan
        )
        setting.write(ws.db, _ASKED, asked)
        asking.ask(ws.laptop, asking.Request(way.line, way.office, way.card))
        if server:
            setting.write(ws.db, SERVER, parse_address(server).url)
    ws.refresh()


# -- by file ---------------------------------------------------------------------------------


def join_by_file(
    ws: Workspace, path: Path, *, rt: str = "", moves: bool = False, desk: Desk | None = None
) -> Standing:
    """Ask to join with an invitation file; `rt` and `moves` as in `join_by_code`.

    Where it names no server, or no link leads there, the request goes by stick.

    Raises:
        Fault: FILE_MISSING, INVITATION_UNREADABLE, INVITATION_OF_ANOTHER_RT, OWN_INVITATION or
            CODE_UNKNOWN.
    """
    found = enrolment.read_invitation(path)
    _demand_anothers(ws, device_code(found.card.dev))
    moves = moves and bool(ws.rt)
    if not moves:
        _demand_own_place(ws, found.kelurahan, found.rt, asked_for=rt)
    number = rt or found.rt if ws.rt else found.rt
    gift = _gift(ws, found.kelurahan, number, moves=moves)
    line = _request(ws, found.code, gift.space, number)
    server = found.server or ""
    by_stick = not _reached(ws, server, line, desk)
    way = _Way(found.office, found.kelurahan, found.card, gift, line, by_stick, moves)
    _settle(ws, way, server)
    return replace(standing(ws), by_stick=by_stick)


def _reached(ws: Workspace, server: str, line: bytes, desk: Desk | None) -> bool:
    """Bring a request to the server of an invitation, and say whether it got there."""
    if desk is None and not server:
        return False
    try:
        with nullcontext(desk) if desk else desk_at(ws, server) as found:
            found.enrol(line)
    except Fault as fault:
        if fault.refusal in {Refusal.NO_NETWORK, Refusal.SERVER_STRANGE, Refusal.SERVER_BUSY}:
            return False
        raise
    return True


def hand_in(ws: Workspace, desk: Desk) -> None:
    """Bring the request of this laptop to a server that answers that it does not know it.

    Only a flash drive carried it so far, or the server was put back to an older day. Where it knows
    no such invitation, it is not asked again: a coordinator's word lets the laptop in, or another
    invitation.

    Raises:
        Fault: nobody answered.
    """
    asked: dict[str, Any] = setting.read(ws.db, _ASKED) or {}
    waiting = asking.again(ws.laptop)
    if waiting is None:
        return
    try:
        desk.enrol(waiting.line)
    except Fault as fault:
        if fault.refusal is not Refusal.CODE_UNKNOWN:
            raise
        asking.note_forgotten(ws.laptop, is_forgotten=True)
        return
    if asked.get("by_stick"):
        setting.write(ws.db, _ASKED, asked | {"by_stick": False})


def note_known(ws: Workspace) -> None:
    """Remember that the server knows this laptop, so that it may be asked anew once it does not."""
    asking.note_forgotten(ws.laptop, is_forgotten=False)


# -- an office of one's own ------------------------------------------------------------------


def register_office(ws: Workspace, server: str, typed: str, *, desk: Desk | None = None) -> str:
    """Bring the office of this vault to a server, with the eight characters of its administrator.

    Returns this laptop's own twelve characters, which are to be read out to him; until he has
    typed them the server knows nobody here.

    Raises:
        Fault: CODE_UNREADABLE, CODE_UNKNOWN, SERVER_ADDRESS, SERVER_SILENT; NOT_COORDINATOR, this
            is not the vault of an office; INVITATION_OF_ANOTHER_KELURAHAN.
    """
    if ws.rt or not setting.read(ws.db, "space"):
        raise Fault(Refusal.NOT_COORDINATOR)
    code = enrolment.read_drawn_code(typed)
    line = _request(ws, code, str(setting.read(ws.db, "space")), "")
    answer = desk.enrol(line) if desk is not None else _enrol(ws, server, line)
    if answer.kelurahan != ws.me.kelurahan_code:
        raise Fault(Refusal.INVITATION_OF_ANOTHER_KELURAHAN)
    if server:
        setting.write(ws.db, SERVER, parse_address(server).url)
    return own_code(ws)
