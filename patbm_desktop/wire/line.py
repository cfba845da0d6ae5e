"""One op on its way: a line of a network answer, and of a USB bundle.

Purpose: to bring an op, or only its place in the log to somebody who has it.

Schema, one JSON array a line:

    [space, seq, op id]                       `Position`, of an op offered in this very request
    [space, seq, "sig", "body"]               `Whole`
    [space, seq, null, {"id","ent","kind"}]   `Stripped`, of an erased record
    ["held", space, why, "sig", "body"]       `HeldLine`, for the coordinators of that space

Fields: `seq` is the place in the log of the space, null where a bundle brings what no server has
taken yet; `sig` is base64; `body` is the exact text that was signed.
"""

import re
from base64 import b64encode
from binascii import Error as BadBase64
from binascii import a2b_base64
from dataclasses import dataclass, field
from typing import Any

import msgspec

from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.op import op_id
from patbm_desktop.wire.bad_message import BadMessage, TooLarge
from patbm_desktop.wire.chain import HIGHEST_SEQ
from patbm_desktop.wire.limits import LINE

HELD = "held"
_KIND = re.compile(r"_?[a-z][a-z0-9_]{0,39}", re.ASCII)
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder()


@dataclass(frozen=True, slots=True)
class Position:
    """The place of an op whose body the reader has."""

    space: str
    seq: int
    id: str


@dataclass(frozen=True, slots=True)
class Whole:
    """An op as its author wrote and signed it; `id` is the hash of its body."""

    space: str
    seq: int | None
    sig: bytes = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stripped:
    """What is left of an erased op, so that the chain still closes."""

    space: str
    seq: int | None
    id: str
    ent: str
    kind: str


@dataclass(frozen=True, slots=True)
class HeldLine:
    """An op that waits for a coordinator, and why."""

    space: str
    why: str
    sig: bytes = field(repr=False)
    body: bytes = field(repr=False)


Line = Position | Whole | Stripped | HeldLine


def line_id(line: Line) -> str:
    """Return the id of the op that `line` is about."""
    return line.id if isinstance(line, Position | Stripped) else op_id(line.body)


def encode(line: Line) -> bytes:
    """Return `line` as it travels, without a line feed."""
    return _encoder.encode(_as_json(line))


def decode(raw: bytes) -> Line:
    """Read one line.

    Raises:
        TooLarge: it is longer than any line may be.
        BadMessage: it is none of the four.
    """
    if len(raw) > LINE:
        raise TooLarge("a line")
    return of_json(read_json(raw))


def read_json(raw: bytes) -> Any:
    """Read the JSON of a message.

    Raises:
        BadMessage: it is not JSON.
    """
    try:
        return _decoder.decode(raw)
    except (ValueError, RecursionError) as error:
        raise BadMessage("not JSON") from error


def of_json(value: Any) -> Line:
    """Read one line from its JSON value.

    Raises:
        BadMessage: it is none of the four.
    """
    if not isinstance(value, list):
        raise BadMessage("a line")
    if len(value) == 5 and value[0] == HELD:
        return HeldLine(_id(value[1]), _why(value[2]), sig_of(value[3]), body_of(value[4]))
    if len(value) == 3:
        return Position(_id(value[0]), _seq(value[1]), _id(value[2]))
    if len(value) != 4:
        raise BadMessage("a line")
    space, seq = _id(value[0]), None if value[1] is None else _seq(value[1])
    if value[2] is None:
        return Stripped(space, seq, *_rest(value[3]))
    return Whole(space, seq, sig_of(value[2]), body_of(value[3]))


def sig_of(value: Any) -> bytes:
    """Read a signature as it travels.

    Raises:
        BadMessage: it is not base64.
    """
    try:
        return a2b_base64(value, strict_mode=True)
    except (BadBase64, ValueError, TypeError) as error:
        raise BadMessage("a signature") from error


def body_of(value: Any) -> bytes:
    """Read the exact bytes of a body as it travels.

    Raises:
        BadMessage: it is no text.
    """
    try:
        return bytes(value.encode())
    except (AttributeError, UnicodeEncodeError) as error:
        raise BadMessage("a body") from error


def sig_text(sig: bytes) -> str:
    """Return a signature as it travels."""
    return b64encode(sig).decode()


def _as_json(line: Line) -> Any:
    match line:
        case Position(space, seq, id_):
            return space, seq, id_
        case Whole(space, place, sig, body):
            return space, place, sig_text(sig), body.decode()
        case Stripped(space, place, id_, ent, kind):
            return space, place, None, {"id": id_, "ent": ent, "kind": kind}
        case HeldLine(space, why, sig, body):
            return HELD, space, why, sig_text(sig), body.decode()


def _rest(value: Any) -> tuple[str, str, str]:
    if not isinstance(value, dict) or value.keys() != {"id", "ent", "kind"}:
        raise BadMessage("an erased op")
    kind = value["kind"]
    if not isinstance(kind, str) or not _KIND.fullmatch(kind):
        raise BadMessage("the kind of an erased op")
    return _id(value["id"]), _id(value["ent"]), kind


def _id(value: Any) -> str:
    if not is_id(value):
        raise BadMessage("an id")
    return str(value)


def _seq(value: Any) -> int:
    if type(value) is not int or not 0 < value <= HIGHEST_SEQ:
        raise BadMessage("a place in the log")
    return value


def _why(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise BadMessage("a reason")
    return value
