"""Help for a forgotten passphrase, as two small files: what a locked laptop asks, what comes back.

The request holds the slots `titip` of the vault and a fresh public key; the answer the keys of the
database, boxed by the coordinator's laptop for that key. People compare twelve characters of a hash
over both, so that whoever carries the stick cannot put in a key of his own.

The secret half of the fresh key has to outlast the program, for the answer may take days. Until it
is used or called off it lies in the folder of the vault, readable by its account alone and, like
all that a locked laptop knows, under no lock. What that means if the laptop is stolen meanwhile: it
opens nothing by itself, but together with the answer it opens the notes. So an answer is handed to
the owner of the laptop, and is worth nothing once she has used it.
"""

import contextlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nacl.bindings import (
    crypto_box,
    crypto_box_keypair,
    crypto_box_NONCEBYTES,
    crypto_box_open,
    crypto_scalarmult_base,
)
from nacl.exceptions import CryptoError
from nacl.utils import random

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import Purpose, crockford, digest, is_id
from patbm_desktop.seal import escrow
from patbm_desktop.seal import key as space_keys
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.seal.slot import KEY_BYTES, Keys, Slot
from patbm_desktop.wire.durable import write_atomically

PENDING = "minta-bantuan.json"
LONGEST = 256 * 1024
"""Bytes of any of these files; a kelurahan has few coordinators."""

CODE = 12
_REQUEST, _ANSWER, _KEPT = "patbm-help-request", "patbm-help-answer", "patbm-help-kept"


@dataclass(frozen=True, slots=True)
class Request:
    """What a locked laptop asks: its slots `titip`, and the key to which the answer is boxed."""

    fresh: bytes = field(repr=False)
    slots: tuple[Slot, ...]

    @property
    def name(self) -> str:
        """The hash over all that is asked; an answer says to which one it belongs."""
        return digest(
            Purpose.HELP, self.fresh, _plain([escrow.as_json(each) for each in self.slots])
        )

    @property
    def code(self) -> str:
        """The twelve characters that the owner of the laptop reads out."""
        return crockford(self.name, CODE)

    def slot_of(self, dev: str) -> Slot | None:
        """Return the slot that the laptop `dev` can open, if there is one."""
        return next((each for each in self.slots if each.holder == dev), None)


@dataclass(frozen=True, slots=True)
class Pending:
    """A request that was made here and not answered yet, with the secret half of its key."""

    request: Request
    secret: bytes = field(repr=False)
    made: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a coordinator's laptop boxed for the request `to`."""

    to: str
    boxed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Helped:
    """What an answer opened: the keys, whose vault it is, and which laptop helped."""

    keys: Keys = field(repr=False)
    person: str
    helper: str


# -- on the locked laptop --------------------------------------------------------------------


def ask(folder: Path, slots: Iterable[Slot], today: str) -> Pending:
    """Make a request, in the place of any former one, and keep what its answer will need.

    Raises:
        Fault: the disk refused.
    """
    public, secret = crypto_box_keypair()
    made = Pending(Request(public, tuple(slots)), secret, today)
    kept = {"secret": b64encode(secret).decode(), "made": today, **_as_json(made.request)}
    write_atomically(folder / PENDING, _file(_KEPT, kept))
    return made


def pending(folder: Path) -> Pending | None:
    """Return the request that waits for its answer; None where there is none, or none to read."""
    try:
        value = _value((folder / PENDING).read_bytes(), _KEPT)
        request, secret = _request(value), b64decode(value["secret"], validate=True)
        if len(secret) != KEY_BYTES or crypto_scalarmult_base(secret) != request.fresh:
            return None
        return Pending(request, secret, str(value["made"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def forget(folder: Path) -> None:
    """Drop a request that was answered, called off or overtaken by a new key of the database."""
    with contextlib.suppress(OSError):
        (folder / PENDING).unlink(missing_ok=True)


def open_answer(waiting: Pending, answer: Answer, slots: Iterable[Slot]) -> Helped:
    """Return what `answer` holds, by the slot `titip` of the laptop that boxed it.

    Raises:
        Fault: HELP_OF_ANOTHER, it answers another request; HELP_ALTERED, no holder of one of
            `slots` boxed it so.
    """
    if answer.to != waiting.request.name:
        raise Fault(Refusal.HELP_OF_ANOTHER)
    nonce, box = answer.boxed[:crypto_box_NONCEBYTES], answer.boxed[crypto_box_NONCEBYTES:]
    for each in slots:
        with contextlib.suppress(CryptoError, ValueError, TypeError, KeyError, RecursionError):
            value = json.loads(crypto_box_open(box, nonce, each.holder_pk, waiting.secret))
            keys = tuple(map(_key, value["keys"]))
            return Helped(keys, str(value["person"]), each.holder)
    raise Fault(Refusal.HELP_ALTERED)


# -- on the coordinator's laptop -------------------------------------------------------------


def reply(device: DeviceKeys, request: Request, opened: escrow.Opened) -> Answer:
    """Return the keys of an opened slot, boxed for the fresh key of `request`."""
    keys = [b64encode(each).decode() for each in opened.keys]
    plain = json.dumps({"keys": keys, "person": opened.owner.person}).encode()
    nonce = random(crypto_box_NONCEBYTES)
    return Answer(request.name, nonce + crypto_box(plain, nonce, request.fresh, device.box_sk))


# -- the files -------------------------------------------------------------------------------


def write_request(path: Path, request: Request) -> None:
    """Write a request to a file.

    Raises:
        Fault: it cannot be written there.
    """
    write_atomically(path, _file(_REQUEST, _as_json(request)))


def read_request(path: Path) -> Request:
    """Read a request from a file.

    Raises:
        Fault: FILE_MISSING, FILE_UNREADABLE, or HELP_FOREIGN, it is no request.
    """
    try:
        return _request(_value(_content(path), _REQUEST))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Fault(Refusal.HELP_FOREIGN) from error


def write_answer(path: Path, answer: Answer) -> None:
    """Write an answer to a file.

    Raises:
        Fault: it cannot be written there.
    """
    value = {"to": answer.to, "boxed": b64encode(answer.boxed).decode()}
    write_atomically(path, _file(_ANSWER, value))


def read_answer(path: Path) -> Answer:
    """Read an answer from a file.

    Raises:
        Fault: FILE_MISSING, FILE_UNREADABLE, or HELP_FOREIGN, it is no answer.
    """
    try:
        value = _value(_content(path), _ANSWER)
        return Answer(_id(value["to"]), b64decode(value["boxed"], validate=True))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Fault(Refusal.HELP_FOREIGN) from error


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise Fault(Refusal.FILE_MISSING)
    try:
        with path.open("rb") as file:
            return file.read(LONGEST)
    except OSError as error:
        raise Fault(Refusal.FILE_UNREADABLE) from error


def _file(kind: str, value: dict[str, Any]) -> bytes:
    return json.dumps({"patbm": kind, "f": 1, **value}, indent=1).encode() + b"\n"


def _value(data: bytes, kind: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(data)
    if (value["patbm"], value["f"]) != (kind, 1):
        raise ValueError("a file of another kind")
    return value


def _as_json(request: Request) -> dict[str, Any]:
    slots = [escrow.as_json(each) for each in request.slots]
    return {"fresh": b64encode(request.fresh).decode(), "slots": slots}


def _request(value: dict[str, Any]) -> Request:
    fresh = b64decode(value["fresh"], validate=True)
    found = Request(fresh, tuple(escrow.from_json(each) for each in value["slots"]))
    if not (space_keys.takes_seals(fresh) and found.slots):
        raise ValueError("a request of another shape")
    return found


def _key(text: str) -> bytes:
    key = b64decode(text, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError("no key of a database")
    return key


def _id(value: object) -> str:
    if not isinstance(value, str) or not is_id(value):
        raise ValueError("no id")
    return value


def _plain(value: object) -> bytes:
    return json.dumps(value, sort_keys=True).encode()
