"""Joining an office: the codes people read out and type, the invitation file, and the request.

Two codes and never one: the coordinator's own twelve characters say whose card is the right one,
the volunteer's twelve say whose request is. Only the eight random ones ever go to the server.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import CROCKFORD, device_code, is_id
from patbm_desktop.seal import sign
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.durable import write_atomically
from patbm_desktop.wire.joining import (
    Card,
    EnrolAnswer,
    Enrolment,
    InviteRequest,
    device_of,
    enrol_bytes,
    enrol_line,
    read,
    read_enrol_line,
    write,
)

OWN, RANDOM = 12, 8
GROUP = 4
LONGEST_FILE = 16 * 1024
"""Bytes of an invitation file; anything longer is none."""

_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


class Desk(Protocol):
    """The part of a server that joining needs; its refusals are those of a `PostOffice`."""

    def invite(self, request: InviteRequest) -> str:
        """Return the eight characters of a new invitation.

        Raises:
            Fault: nobody answered, or this device may not invite.
        """
        ...

    def enrol(self, line: bytes) -> EnrolAnswer:
        """Hand in a signed request to join.

        Raises:
            Fault: CODE_UNKNOWN, no invitation has this code, or nobody answered.
        """
        ...

    def waiting(self) -> tuple[bytes, ...]:
        """Return the signed requests that wait for this coordinator, as they came.

        Raises:
            Fault: nobody answered.
        """
        ...


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """What a volunteer gets from her coordinator as a file.

    `rt` is a number such as ``024``, "" for a coordinator; `server` is None where there is none.
    """

    patbm: int = 1
    kelurahan: str
    office: str
    card: Card
    rt: str
    server: str | None
    code: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request to join, its signature checked; nothing in it is proven but the keys.

    `line` is what came, byte for byte; `code` names the laptop and is to be *typed*, never shown.
    """

    dev: str
    asked: Enrolment
    line: bytes = field(repr=False)

    @property
    def code(self) -> str:
        """The twelve characters that its owner reads out."""
        return device_code(self.dev)

    @property
    def card(self) -> Card:
        """What the laptop is called and which keys it has."""
        return Card(self.dev, self.asked.name, self.asked.sign_pk, self.asked.box_pk)


# -- codes -----------------------------------------------------------------------------------


def tidy(text: str) -> str:
    """Return the characters that `text` means: no spaces or dashes, O as 0, I and L as 1."""
    return "".join(each for each in text.upper() if each.isalnum()).translate(_LOOKS_LIKE)


def grouped(text: str) -> str:
    """Return a code in groups of four, as it is printed and read out."""
    plain = tidy(text)
    return " ".join(plain[at : at + GROUP] for at in range(0, len(plain), GROUP))


def draw_code() -> str:
    """Return eight characters by chance, for an invitation that no server gave."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(RANDOM))


def invitation_code(dev: str, drawn: str) -> str:
    """Return the five groups of four that a coordinator reads out: her own code, then `drawn`."""
    return grouped(device_code(dev) + drawn)


def read_invitation_code(text: str) -> tuple[str, str]:
    """Return the coordinator's twelve characters and the eight random ones.

    Raises:
        Fault: CODE_UNREADABLE, there are not twenty characters of a code.
    """
    plain = _read(text, OWN + RANDOM)
    return plain[:OWN], plain[OWN:]


def read_device_code(text: str) -> str:
    """Return the twelve characters of a laptop.

    Raises:
        Fault: CODE_UNREADABLE, there are not twelve characters of a code.
    """
    return _read(text, OWN)


def read_drawn_code(text: str) -> str:
    """Return the eight random characters of an invitation.

    Raises:
        Fault: CODE_UNREADABLE, there are not eight characters of a code.
    """
    return _read(text, RANDOM)


def _read(text: str, length: int) -> str:
    plain = tidy(text)
    if len(plain) != length or not set(plain) <= set(CROCKFORD):
        raise Fault(Refusal.CODE_UNREADABLE, characters=length)
    return plain


# -- invitation files ------------------------------------------------------------------------


def write_invitation(path: Path, invitation: Invitation) -> None:
    """Write an invitation to a file.

    Raises:
        Fault: it cannot be written there.
    """
    write_atomically(path, write(invitation))


def read_invitation(path: Path) -> Invitation:
    """Read an invitation from a file.

    Raises:
        Fault: FILE_MISSING or INVITATION_UNREADABLE.
    """
    if not path.is_file():
        raise Fault(Refusal.FILE_MISSING)
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST_FILE + 1)
        found = read(Invitation, raw)
    except (OSError, BadMessage) as error:
        raise Fault(Refusal.INVITATION_UNREADABLE) from error
    is_fitting = found.patbm == 1 and is_id(found.office) and found.card.fits()
    if not is_fitting or len(raw) > LONGEST_FILE:
        raise Fault(Refusal.INVITATION_UNREADABLE)
    return found


# -- requests --------------------------------------------------------------------------------


def request(laptop: Laptop, *, code: str, name: str, space: str, rt: str) -> bytes:
    """Return the signed request of this laptop to join, as it travels.

    `name` is what the coordinator reads, `space` the one this laptop brings, `rt` a number or "".
    """
    device = laptop.device
    asked = Enrolment(
        code=code, name=name, sign_pk=device.sign_pk.hex(), box_pk=device.box_pk.hex(),
        space=space, rt=rt, person=laptop.person,
    )  # fmt: skip
    body = asked.encode()
    return enrol_line(sign.sign_bytes(device, enrol_bytes(body)), body)


def read_request(line: bytes) -> Waiting:
    """Read a request to join and check its signature.

    Raises:
        BadMessage: it is none.
    """
    asked, _, _ = read_enrol_line(line)
    return Waiting(device_of(asked), asked, line)


def read_requests(lines: Iterable[bytes]) -> tuple[Waiting, ...]:
    """Read requests to join, the newest of each laptop; what is none is left out."""
    found: dict[str, Waiting] = {}
    for line in lines:
        try:
            each = read_request(line)
        except BadMessage:
            continue
        found[each.dev] = each
    return tuple(found.values())


def find(waiting: Iterable[Waiting], typed: str) -> Waiting:
    """Return the request of the laptop whose code was typed.

    Raises:
        Fault: CODE_UNREADABLE or NO_SUCH_REQUEST.
    """
    code = read_device_code(typed)
    found = next((each for each in waiting if each.code == code), None)
    if found is None:
        raise Fault(Refusal.NO_SUCH_REQUEST)
    return found


def card_with(cards: Iterable[Card], code: str) -> Card:
    """Return the card of the coordinator whose twelve characters were typed.

    Raises:
        Fault: CARD_FOREIGN, the server has no such card: it is not her office, or not her server.
    """
    fitting = (each for each in cards if each.fits() and device_code(each.dev) == code)
    found = next(fitting, None)
    if found is None:
        raise Fault(Refusal.CARD_FOREIGN)
    return found
