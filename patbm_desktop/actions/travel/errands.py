"""What a person sends the second laptop for: joining, admitting, and files that come and go."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from patbm_desktop.actions.kelurahan import joining, membership
from patbm_desktop.actions.kelurahan.membership import Invited, Request, Terms
from patbm_desktop.actions.travel import usb
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.actions.travel.usb import Brought, Carried
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.sync import enrolment, journal, offices
from patbm_desktop.wire.joining import EnrolAnswer, InviteRequest

# -- joining ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How somebody wants to be connected: by a code and the address of a server, or by a file.

    `rt` is the number of another RT than that at the keyboard, for which notes are kept as well;
    where this RT `moves` to another kelurahan, its number there.
    """

    code: str = field(default="", repr=False)
    server: str = ""
    file: Path | None = None
    rt: str = ""
    moves: bool = False


def join(beside: Beside, wish: Wish) -> joining.Standing:
    """Ask to join, or bring an office to its server with the characters of the administrator.

    Raises:
        Fault: as `joining.join_by_code`, `joining.join_by_file` and `joining.register_office`.
    """
    ws = beside.ws
    if wish.file is not None:
        server = enrolment.read_invitation(wish.file).server or ""
        with beside.desk(server) if server else nullcontext() as desk:
            joining.join_by_file(ws, wish.file, rt=wish.rt, moves=wish.moves, desk=desk)
    elif is_short(wish.code):
        with beside.desk(wish.server) as desk:
            joining.register_office(ws, wish.server, wish.code, desk=desk)
    else:
        with beside.desk(wish.server) as desk:
            joining.join_by_code(
                ws, wish.server, wish.code, rt=wish.rt, moves=wish.moves, desk=desk
            )
    return joining.standing(ws)


def is_short(code: str) -> bool:
    """Say whether it is the code of an administrator, who has no card: eight characters."""
    return len(enrolment.tidy(code)) <= enrolment.RANDOM


# -- admitting -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks to be let in; `trouble` says why those of the server are not among them."""

    requests: tuple[Request, ...]
    trouble: Refusal | None = None


class _NoDesk:
    """Stands for a server that cannot be asked: nobody waits there."""

    def invite(self, _: InviteRequest) -> str:
        raise Fault(Refusal.NO_NETWORK)

    def enrol(self, _: bytes) -> EnrolAnswer:
        raise Fault(Refusal.NO_NETWORK)

    def waiting(self) -> tuple[bytes, ...]:
        return ()


def asking(beside: Beside) -> Asked:
    """Return who asks to be let in, by server and by stick; by stick alone where none answers.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    try:
        with beside.desk() as desk:
            return Asked(membership.requests(beside.ws, desk))
    except Fault as fault:
        if fault.refusal in {Refusal.NOT_COORDINATOR, Refusal.STOPPED}:
            raise
        trouble = joining.meant(beside.ws, fault.refusal)
        return Asked(membership.requests(beside.ws, _NoDesk()), trouble)


def approve(beside: Beside, typed: str, terms: Terms) -> Request:
    """Admit the laptop whose twelve characters were typed.

    Raises:
        Fault: as `membership.approve`.
    """
    with beside.desk() as desk:
        return membership.approve(beside.ws, typed, terms, desk=desk)


def invite(beside: Beside, rt: str) -> Invited:
    """Make an invitation for an RT, or for another coordinator with "".

    Raises:
        Fault: as `membership.invite`.
    """
    role = "anggota" if rt else "koordinator"
    with beside.desk() as desk:
        return membership.invite(beside.ws, rt, role=role, desk=desk)


# -- files -----------------------------------------------------------------------------------


def save(beside: Beside, target: Path, told: usb.Progress | None = None) -> Carried:
    """Write all notes into one locked file.

    Raises:
        Fault: as `usb.save`; STOPPED, the vault was locked: no half file is left.
    """
    return usb.save(beside.laptop, target, _while_going(beside, told))


def load(beside: Beside, files: Sequence[Path], told: usb.Progress | None = None) -> Brought:
    """Take in what files have for this laptop.

    Raises:
        Fault: as `usb.load_all`; STOPPED, the vault was locked: doing it again goes on.
    """
    was_in = offices.has_joined(beside.laptop)
    brought = usb.load_all(beside.laptop, files, _while_going(beside, told))
    if not was_in and offices.has_joined(beside.laptop):
        journal.forget_trouble(beside.laptop.db)  # what a server said before is old now
    return brought


def _while_going(beside: Beside, told: usb.Progress | None) -> usb.Progress:
    def tell(done: int, of: int) -> None:
        if beside.stopped.is_set():
            raise Fault(Refusal.STOPPED)
        if told is not None:
            told(done, of)

    return tell
