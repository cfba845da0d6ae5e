"""The two messages of a sync turn: what a laptop offers and asks, what the server has to say.

Purpose: one request stores what is offered and brings what the laptop has not read, so a small
change is delivered in one turn.

Schema: JSON lines, the first an object, the rest one op each. See `Request` and `Answer`.

Fields: `cur` says up to where each space was read (`wire/chain.py`); `put` names the ops that were
not simply stored; `sp` says what stands with each space; the lines are those of `wire/line.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import msgspec

from patbm_desktop.domain.ids import is_id
from patbm_desktop.wire.bad_message import BadMessage, TooLarge
from patbm_desktop.wire.chain import parse_cursor
from patbm_desktop.wire.gzipped import Tail, pack, pack_before, pack_tail
from patbm_desktop.wire.limits import (
    HEAD,
    LEAST_KIB,
    LINE,
    MOST_KIB,
    MOST_LINES,
    MOST_OFFER_BYTES,
    MOST_OFFERS,
    MOST_SPACES,
)
from patbm_desktop.wire.line import Line, body_of, decode, encode, read_json, sig_of, sig_text

__all__ = ["Answer", "BadMessage", "Offer", "Request", "SpaceNews", "TooLarge", "packed_ahead"]

PROTOCOL = 1
VERDICTS = ("held", "later", "bad")
_encoder = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Offer:
    """An op that the laptop could not read back from the log yet."""

    sig: bytes = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """Purpose: to offer ops and to ask for news.

    Schema: ``{"p":1,"cur":{space:"seq.chain"},"max_kib":256}`` and then ``["sig","body"]`` lines;
    ``"back":2`` beside `max_kib` where the laptop went back.
    Fields: `max_kib` is the size the lines of the answer should have, before gzip. `back` counts
    the steps back of this round, where a log was not the one that was read; it is only noted.
    `tail` is the offers once more, where they were packed ahead.
    """

    cur: Mapping[str, str]
    max_kib: int
    offers: tuple[Offer, ...] = ()
    back: int = 0
    tail: Tail | None = field(default=None, repr=False, compare=False)

    def encode(self) -> bytes:
        """Return the request as it travels."""
        return self._head() + _offer_lines(self.offers)

    def pack(self) -> bytes:
        """Return the request as one gzip member."""
        return pack_before(self._head(), self.tail) if self.tail else pack(self.encode())

    def _head(self) -> bytes:
        head = {"p": PROTOCOL, "cur": dict(self.cur), "max_kib": self.max_kib}
        if self.back:
            head["back"] = self.back
        return _encoder.encode(head)

    @classmethod
    def decode(cls, raw: bytes) -> Self:
        """Read a request; the ops in it are not judged.

        Raises:
            TooLarge: it offers or names more than a request may.
            BadMessage: it is not a request of this protocol.
        """
        head, *lines = _lines(raw)
        value = _object(head)
        _check_protocol(value)
        if len(lines) > MOST_OFFERS:
            raise TooLarge("more ops than a request may offer")
        offers = tuple(_offer(line) for line in lines)
        if len(offers) > 1 and sum(len(each.body) for each in offers) > MOST_OFFER_BYTES:
            raise TooLarge("more than a request may offer")
        cur, max_kib = _cursors(value.get("cur")), _max_kib(value.get("max_kib"))
        return cls(cur, max_kib, offers, _back(value.get("back", 0)))


def packed_ahead(offers: Iterable[Offer]) -> Tail:
    """Return what takes longest of a request: its offers, packed before the rest is known."""
    return pack_tail(_offer_lines(offers))


def _offer_lines(offers: Iterable[Offer]) -> bytes:
    """Return the lines of `offers`, each after a line feed."""
    return b"".join(
        b"\n" + _encoder.encode((sig_text(each.sig), each.body.decode())) for each in offers
    )


@dataclass(frozen=True, slots=True)
class SpaceNews:
    """What stands with one space.

    Schema: ``{"cur":"seq.chain","more":bool,"role":str}``, ``{"rewind":true}``, or
    ``{"closed":true,"rewind":bool}``.
    Fields: `cur` is where the lines of this answer end; `more` says that the log goes on; `rewind`
    that the cursor of the request is not in this log; `closed` that this device reads no more.
    """

    cur: str | None = None
    more: bool = False
    role: str | None = None
    rewind: bool = False
    closed: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return it as it stands in an answer."""
        if self.closed:
            return {"closed": True, "rewind": self.rewind}
        if self.rewind:
            return {"rewind": True}
        return {"cur": self.cur, "more": self.more, "role": self.role}


@dataclass(frozen=True, slots=True)
class Answer:
    """Purpose: to say what became of the offers, and to bring the log from the cursors on.

    Schema: ``{"p":1,"now":str,"put":{op id:"verdict:why"},"sp":{space:SpaceNews}}`` and then lines.
    Fields: `put` has only the ops that were *not* stored; `sp` only spaces with news.
    `unread` counts lines that are no lines: they spoil the chain of their own space and no other.
    """

    now: str
    put: Mapping[str, str]
    sp: Mapping[str, SpaceNews]
    lines: tuple[Line, ...] = field(default=(), repr=False)
    unread: int = field(default=0, compare=False)

    def encode(self) -> bytes:
        """Return the answer as it travels."""
        return b"\n".join((self.head(), *map(encode, self.lines)))

    def head(self) -> bytes:
        """Return the first line, for a server that has its other lines encoded already."""
        news = {space: each.as_json() for space, each in self.sp.items()}
        return _encoder.encode({"p": PROTOCOL, "now": self.now, "put": dict(self.put), "sp": news})

    @classmethod
    def decode(cls, raw: bytes) -> Self:
        """Read an answer; a line that cannot be read is counted and left out.

        Raises:
            TooLarge: it has more lines than an answer may, or a longer head.
            BadMessage: it is not an answer of this protocol.
        """
        if raw.count(b"\n") > MOST_LINES:
            raise TooLarge("more lines than an answer may have")
        head, *rest = _lines(raw)
        value = _object(head)
        _check_protocol(value)
        lines, unread = _readable(rest)
        put, sp = _verdicts(value.get("put")), _news(value.get("sp"))
        return cls(_now(value.get("now")), put, sp, lines, unread)


def _lines(raw: bytes) -> list[bytes]:
    """Part the lines; a line feed at the end of the last one is allowed."""
    return raw.removesuffix(b"\n").split(b"\n")


def _object(raw: bytes) -> dict[str, Any]:
    if len(raw) > HEAD:
        raise TooLarge("the first line")
    value = read_json(raw)
    if not isinstance(value, dict):
        raise BadMessage("the first line")
    return value


def _check_protocol(value: Mapping[str, Any]) -> None:
    if value.get("p") is not PROTOCOL:
        raise BadMessage("another protocol")


def _offer(raw: bytes) -> Offer:
    if len(raw) > LINE:
        raise TooLarge("a line")
    value = read_json(raw)
    if not isinstance(value, list) or len(value) != 2:
        raise BadMessage("an offered op")
    return Offer(sig_of(value[0]), body_of(value[1]))


def _readable(rest: Iterable[bytes]) -> tuple[tuple[Line, ...], int]:
    found: list[Line] = []
    unread = 0
    for raw in rest:
        try:
            found.append(decode(raw))
        except BadMessage:
            unread += 1
    return tuple(found), unread


def _cursors(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(map(is_id, value)):
        raise BadMessage("the cursors")
    if len(value) > MOST_SPACES:
        raise TooLarge("more spaces than a device may have")
    return {space: str(parse_cursor(text)) for space, text in value.items()}


def _max_kib(value: Any) -> int:
    if type(value) is not int:
        raise BadMessage("the size asked for")
    return min(max(value, LEAST_KIB), MOST_KIB)


def _back(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST_LINES:
        raise BadMessage("the steps back")
    return value


def _now(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 40:
        raise BadMessage("the time")
    return value


def _verdicts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(map(is_id, value)):
        raise BadMessage("the verdicts")
    for verdict in value.values():
        if not isinstance(verdict, str) or verdict.partition(":")[0] not in VERDICTS:
            raise BadMessage("a verdict")
        if len(verdict) > 200:
            raise BadMessage("a verdict")
    return value


def _news(value: Any) -> dict[str, SpaceNews]:
    if not isinstance(value, dict) or not all(map(is_id, value)):
        raise BadMessage("the spaces")
    return {space: _space_news(each) for space, each in value.items()}


def _space_news(value: Any) -> SpaceNews:
    if not isinstance(value, dict):
        raise BadMessage("a space")
    flags = {name: value.get(name, False) for name in ("more", "rewind", "closed")}
    cur, role = value.get("cur"), value.get("role")
    if not all(isinstance(flag, bool) for flag in flags.values()):
        raise BadMessage("a space")
    if role is not None and not isinstance(role, str):
        raise BadMessage("a role")
    return SpaceNews(cur if cur is None else str(parse_cursor(cur)), role=role, **flags)
