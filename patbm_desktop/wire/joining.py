"""The small messages: who is there, who is asking, who wants to join.

Each is one JSON object and is decoded with `read`, which raises `BadMessage` and nothing else.
An enrolment is signed; its exact bytes travel as ``["sig","body"]``, like an op.
"""

from typing import Any, Protocol, TypeVar

import msgspec
from nacl.bindings import crypto_sign_BYTES, crypto_sign_open, crypto_sign_PUBLICKEYBYTES
from nacl.exceptions import BadSignatureError

from patbm_desktop.domain.ids import device_id, is_id
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.line import body_of, read_json, sig_of, sig_text

TOKEN = "patbm-token-1"
ENROL = b"patbm-enrol-1"
NONCE_BYTES = 32
NAME_LENGTH = 200
NO_SPACE = "0" * 32
"""Stands in a request where the laptop brings no space of its own."""


class Hello(msgspec.Struct, frozen=True):
    """Answer of `GET /v1/hello`: this is a PATBM server, and its time."""

    patbm: int
    now: str
    formats: list[int]


class Challenge(msgspec.Struct, frozen=True):
    """Body of every 401: `nonce` is 32 bytes in hex, good for five minutes and one use."""

    nonce: str


class TokenRequest(msgspec.Struct, frozen=True):
    """Request of `POST /v1/token`: proof that the sender holds the keys of `dev`."""

    dev: str
    nonce: str
    sig: bytes


class TokenAnswer(msgspec.Struct, frozen=True):
    """Answer of `POST /v1/token`: good for twelve hours, for this device."""

    token: str


class Why(msgspec.Struct, frozen=True):
    """Body of every other refusal: a short Indonesian code such as ``belum dikenal``."""

    why: str = ""


class InviteRequest(msgspec.Struct, frozen=True):
    """Request of `POST /v1/invite`, by a coordinator; `rt` is a number such as ``024`` or empty."""

    kelurahan: str
    rt: str
    role: str


class InviteAnswer(msgspec.Struct, frozen=True):
    """Answer of `POST /v1/invite`: eight characters, one use, fourteen days."""

    code: str


class Card(msgspec.Struct, frozen=True):
    """A device introduces itself; `dev` must be the hash of both keys, which are hex."""

    dev: str
    label: str
    sign_pk: str
    box_pk: str

    def fits(self) -> bool:
        """Say whether the keys are those that the device is named after."""
        return is_id(self.dev) and device_of(self) == self.dev


class Enrolment(msgspec.Struct, frozen=True):
    """What a laptop asks for: `code` of the invitation, who she is, and the space she founded.

    `person` is the record of its owner: the coordinator's word about the laptop names her.
    """

    code: str
    name: str
    sign_pk: str
    box_pk: str
    space: str
    rt: str
    person: str = ""

    def encode(self) -> bytes:
        """Return the exact bytes that are signed and sent."""
        return msgspec.json.encode(self)


class EnrolAnswer(msgspec.Struct, frozen=True):
    """Answer of `POST /v1/enrol`: the office space and the cards of its coordinators."""

    kelurahan: str
    office: str
    cards: list[Card]


T = TypeVar("T", bound=msgspec.Struct)


def read(kind: type[T], raw: bytes) -> T:
    """Read one small message.

    Raises:
        BadMessage: it is not a `kind`.
    """
    try:
        return msgspec.json.decode(raw, type=kind)
    except (ValueError, RecursionError) as error:
        raise BadMessage(kind.__name__) from error


def write(message: msgspec.Struct) -> bytes:
    """Return one small message as it travels."""
    return msgspec.json.encode(message)


class _Keys(Protocol):
    @property
    def sign_pk(self) -> str: ...
    @property
    def box_pk(self) -> str: ...


def device_of(keys: _Keys) -> str:
    """Return the device that both public keys make; empty where they are no keys."""
    try:
        sign_pk, box_pk = bytes.fromhex(keys.sign_pk), bytes.fromhex(keys.box_pk)
    except ValueError:
        return ""
    return device_id(sign_pk, box_pk) if len(sign_pk) == len(box_pk) == 32 else ""


def token_bytes(host: str, dev: str, nonce: str) -> bytes:
    """Return what a device signs to be let in: `host` as typed, `nonce` in hex."""
    return "\n".join((TOKEN, host, dev, nonce)).encode()


def enrol_bytes(body: bytes) -> bytes:
    """Return what a device signs under its enrolment."""
    return ENROL + body


def is_signed(sign_pk: bytes, message: bytes, sig: bytes) -> bool:
    """Say whether the owner of `sign_pk` signed `message`; never raises."""
    if len(sign_pk) != crypto_sign_PUBLICKEYBYTES or len(sig) != crypto_sign_BYTES:
        return False
    try:
        crypto_sign_open(sig + message, sign_pk)
    except BadSignatureError:
        return False
    return True


def enrol_line(sig: bytes, body: bytes) -> bytes:
    """Return a signed enrolment as it travels and as it is kept."""
    return msgspec.json.encode((sig_text(sig), body.decode()))


def read_enrol_line(raw: bytes) -> tuple[Enrolment, bytes, bytes]:
    """Read a signed enrolment; return it with its signature and its exact body.

    Raises:
        BadMessage: it is not one, its keys are none, or it was not signed with them.
    """
    value: Any = read_json(raw)
    if not isinstance(value, list) or len(value) != 2:
        raise BadMessage("an enrolment")
    sig, body = sig_of(value[0]), body_of(value[1])
    found = read(Enrolment, body)
    if not (device_of(found) and is_id(found.space) and len(found.name) <= NAME_LENGTH):
        raise BadMessage("an enrolment")
    if not is_signed(bytes.fromhex(found.sign_pk), enrol_bytes(body), sig):
        raise BadMessage("the signature of an enrolment")
    return found, sig, body
