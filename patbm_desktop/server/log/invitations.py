"""Inviting and asking to join: codes of eight characters, and requests that wait for a person."""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from patbm_desktop.domain.codes import ROLES
from patbm_desktop.domain.ids import CROCKFORD, device_code
from patbm_desktop.server.log.connection import marks
from patbm_desktop.server.log.desk import Desk
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.server.log.requests import close_answered
from patbm_desktop.wire.joining import (
    Card,
    EnrolAnswer,
    Enrolment,
    InviteRequest,
    device_of,
    read,
)

CODE_LENGTH = 8
MOST_WAITING = 500
ADMINISTRATOR = ""
"""Stands for the person at the server in `by_dev`; coordinators stand there with their laptop."""

KELURAHAN = re.compile(r"\d\d\.\d\d\.\d\d\.[12]\d{3}", re.ASCII)
_CODE = re.compile(r"[0-9A-Z]{8}", re.ASCII)
_RT = re.compile(r"[0-9]{0,4}", re.ASCII)
_THE_SAME = "enrolment.code = excluded.code AND enrolment.space = excluded.space"


class NoSuchCode(Exception):
    """Raised when an invitation does not exist, is too old, or was used by another laptop."""


class NotAllowed(Exception):
    """Raised when a laptop asks for what only a coordinator of that kelurahan may."""


class NoSuchRequest(Exception):
    """Raised when no laptop that waits for the administrator has those twelve characters."""


@dataclass(frozen=True, slots=True)
class Approved:
    """What an administrator's approval made."""

    kelurahan: str
    name: str
    office: str
    is_second: bool
    """Whether the kelurahan had an office before."""


def invite(desk: Desk, by_dev: str, request: InviteRequest) -> str:
    """Make an invitation by the coordinator's laptop `by_dev` and return its code.

    Raises:
        NotAllowed: it coordinates no office of that kelurahan, or the request names no RT or role.
    """
    fits = KELURAHAN.fullmatch(request.kelurahan) and _RT.fullmatch(request.rt)
    if not fits or request.role not in ROLES:
        raise NotAllowed
    if by_dev != ADMINISTRATOR and not led_offices(desk, by_dev, [request.kelurahan]):
        raise NotAllowed
    return _fresh(desk, by_dev, request)


def enrol(desk: Desk, asked: Enrolment, sig: bytes, body: bytes) -> EnrolAnswer:
    """Note that a laptop asks to join; repeated by the same laptop, it is answered the same.

    With another invitation, or for another space, it asks anew, whatever became of an earlier
    request of it.

    Raises:
        NoSuchCode: see there.
    """
    dev = device_of(asked)
    with desk.connection.writing():
        kelurahan, role, by_dev = _use(desk, asked.code, dev)
        desk.connection.execute(
            "INSERT INTO enrolment (kelurahan, dev, space, name, rt, role, code, at, body, sig)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (kelurahan, dev) DO UPDATE SET space = excluded.space,"
            " name = excluded.name, rt = excluded.rt, role = excluded.role, code = excluded.code,"
            f" body = excluded.body, sig = excluded.sig, at = CASE WHEN {_THE_SAME}"
            f" THEN enrolment.at ELSE excluded.at END, admitted = CASE WHEN {_THE_SAME}"
            " THEN enrolment.admitted ELSE 0 END",
            (kelurahan, dev, asked.space, asked.name, asked.rt[:32], role, asked.code.upper(),
             desk.now(), body, sig),
        )  # fmt: skip
        close_answered(desk.connection, kelurahan)
    return _welcome(desk, kelurahan, by_dev)


def waiting(desk: Desk, dev: str, kelurahans: Sequence[str]) -> list[tuple[bytes, bytes]]:
    """Return signature and body of the requests that wait for the coordinator's laptop `dev`.

    Raises:
        NotAllowed: it coordinates none of `kelurahans`.
    """
    led = sorted({kelurahan for kelurahan, _ in led_offices(desk, dev, kelurahans)})
    if not led:
        raise NotAllowed
    rows = desk.connection.execute(
        f"SELECT sig, body FROM enrolment WHERE kelurahan IN ({marks(led)})"
        f" AND admitted = 0 ORDER BY at, dev LIMIT {MOST_WAITING}",
        led,
    )
    return [(bytes(sig), bytes(body)) for sig, body in rows]


def approve(desk: Desk, typed: str) -> Approved:
    """Let in the first coordinator of a kelurahan, whose twelve characters a person typed.

    A laptop that asked with invitations of several kelurahan gets the one it asked for last.

    Raises:
        NoSuchRequest: see there.
    """
    code = "".join(each for each in typed.upper() if each.isalnum())
    for kelurahan, dev, space, name, body in _asking_administrator(desk):
        if device_code(dev) == code:
            had_one = _has_office(desk, kelurahan, space)
            register_office(desk.connection, kelurahan, space, _card(bytes(body), dev, name))
            desk.connection.execute(
                "UPDATE enrolment SET admitted = 1 WHERE kelurahan = %s AND dev = %s",
                (kelurahan, dev),
            )
            return Approved(kelurahan, name, space, had_one)
    raise NoSuchRequest


def led_offices(desk: Desk, dev: str, kelurahans: Sequence[str]) -> list[tuple[str, str]]:
    """Return (kelurahan, space) of the offices in which `dev` is a coordinator now."""
    rows = desk.connection.execute(
        "SELECT member.kelurahan, member.space FROM member"
        " JOIN home ON home.space = member.space AND home.office = 1"
        f" WHERE member.kelurahan IN ({marks(kelurahans)}) AND member.dev = %s"
        " AND member.role = 'koordinator' AND member.until IS NULL"
        " ORDER BY member.kelurahan, member.space",
        (*kelurahans, dev),
    )
    return [(kelurahan, space) for kelurahan, space in rows]


def _fresh(desk: Desk, by_dev: str, request: InviteRequest) -> str:
    while True:
        code = "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))
        with desk.connection.writing():
            taken = desk.connection.execute(
                "SELECT kelurahan FROM invitation WHERE code = %s", (code,)
            )
            if not taken:
                desk.connection.execute(
                    "INSERT INTO invitation (kelurahan, code, rt, role, by_dev, at)"
                    " VALUES (%s, %s, %s, %s, %s, %s)",
                    (request.kelurahan, code, request.rt, request.role, by_dev, desk.now()),
                )
                return code


def _use(desk: Desk, code: str, dev: str) -> tuple[str, str, str]:
    """Use up an invitation and return its kelurahan, its role and who made it."""
    if not _CODE.fullmatch(code.upper()):
        raise NoSuchCode
    rows = desk.connection.execute(
        "SELECT kelurahan, role, by_dev, at, used_by FROM invitation WHERE code = %s",
        (code.upper(),),
    )
    for kelurahan, role, by_dev, at, used_by in rows:
        is_fresh = desk.now() < at + desk.limits.invitation_days * DAY
        if used_by == dev or (not used_by and is_fresh):
            used = desk.connection.execute(
                "UPDATE invitation SET used_by = %s WHERE kelurahan = %s AND code = %s"
                " AND used_by IN ('', %s) RETURNING code",
                (dev, kelurahan, code.upper(), dev),
            )
            if used:
                return kelurahan, role, by_dev
    raise NoSuchCode


def _welcome(desk: Desk, kelurahan: str, by_dev: str) -> EnrolAnswer:
    offices = led_offices(desk, by_dev, [kelurahan])
    if not offices:
        return EnrolAnswer(kelurahan, "", [])
    office = offices[0][1]
    rows = desk.connection.execute(
        "SELECT device.dev, device.label, device.sign_pk, device.box_pk FROM member"
        " JOIN device ON device.dev = member.dev"
        " WHERE member.kelurahan = %s AND member.space = %s"
        " AND member.role = 'koordinator' AND member.until IS NULL ORDER BY device.dev",
        (kelurahan, office),
    )
    return EnrolAnswer(kelurahan, office, [Card(*row) for row in rows])


def _asking_administrator(desk: Desk) -> list[tuple[str, str, str, str, bytes]]:
    rows = desk.connection.execute(
        "SELECT enrolment.kelurahan, enrolment.dev, enrolment.space, enrolment.name,"
        " enrolment.body FROM enrolment JOIN invitation"
        " ON invitation.kelurahan = enrolment.kelurahan AND invitation.code = enrolment.code"
        " WHERE invitation.by_dev = %s ORDER BY enrolment.at DESC",
        (ADMINISTRATOR,),
    )
    return [(kelurahan, dev, space, name, body) for kelurahan, dev, space, name, body in rows]


def _has_office(desk: Desk, kelurahan: str, besides: str) -> bool:
    rows = desk.connection.execute(
        "SELECT 1 FROM home WHERE kelurahan = %s AND office = 1 AND space <> %s",
        (kelurahan, besides),
    )
    return bool(rows)


def _card(body: bytes, dev: str, name: str) -> Card:
    asked = read(Enrolment, body)
    return Card(dev, name, asked.sign_pk, asked.box_pk)
