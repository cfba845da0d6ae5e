"""An op: one signed edit, kept as the exact bytes its author wrote.

Purpose: everything a person does becomes one op or a few; nothing else is ever stored or sent.

Schema: see `OPEN_KEYS` and `SEALED_KEYS`; `set` maps a field to ``{"v": json, "over": [op id]}``.

Fields: `space`, `ent` and the kind name the record; `over` names the ops whose values the author
was shown and replaces; `clk` orders edits without a clock; `at` is wall time and is never compared.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from patbm_desktop.domain.fields import LONGEST_TEXT
from patbm_desktop.domain.ids import Purpose, digest, is_id
from patbm_desktop.domain.kinds import VOID

FORMAT = 1
SEALED = "sealed"
HIGHEST_CLK = 2**48
LONGEST_BODY = 64 * 1024
MOST_FIELDS = 64
MOST_OVER_FIELD = 32
MOST_OVER = 256
"""Of one `_void`, and of a whole op."""

MOST_LEVELS = 32
"""Of lists and objects in a value: a reader must not depend on how deep its machine can go."""

MOST_LEVELS_AHEAD = 64
"""Of a whole op in a format that only a later release knows, for the same reason."""

OPEN_KEYS = frozenset({"f", "space", "ent", "kind", "dev", "by", "clk", "at", "app", "rnd"})
OPEN_MORE = frozenset({"set", "box"})
SEALED_KEYS = frozenset({"f", "space", "ent", "kind", "dev", "clk", "app", "rnd", "box"})
INNER_SEALED_KEYS = frozenset({"kind", "by", "at", "set"})

LONGEST_NAME = 81
_KIND = re.compile(r"_?[a-z][a-z0-9_]{0,39}", re.ASCII)
_FIELD = re.compile(r"_?[a-z][a-zA-Z0-9_.]{0,79}", re.ASCII)
_AT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?", re.ASCII)
_RND = re.compile(r"[0-9a-f]{16}", re.ASCII)
_SAFE_INT = 2**53
_FEW_DIGITS = 15
_NESTED = (dict, list)


class BadOp(Exception):
    """Raised when bytes are not an op that anybody may keep; says which rule, never the content."""


class Write(NamedTuple):
    """A new value of one field (`None` clears it) and the ops it replaces."""

    value: Any
    over: tuple[str, ...] = ()


Writes = Mapping[str, Write]


@dataclass(frozen=True, slots=True)
class Op:
    """A parsed op. `by` and `at` are empty on a sealed one: they travel inside its box.

    `is_foreign` marks a format this release does not know: it is kept and relayed, never applied.
    """

    id: str
    body: bytes = field(repr=False)
    sig: bytes = field(repr=False)
    space: str
    ent: str
    kind: str
    dev: str
    clk: int
    rnd: str = field(repr=False)
    by: str = ""
    at: str = ""
    set: Writes = field(default_factory=dict, repr=False)
    box: str | None = field(default=None, repr=False)
    is_foreign: bool = False

    @property
    def is_control(self) -> bool:
        """Whether it is about rights, keys or erasure."""
        return self.kind.startswith("_")

    @property
    def aad(self) -> bytes:
        """What a box of this op is bound to."""
        return box_aad(self.space, self.ent, self.dev, self.clk, self.rnd)


@dataclass(frozen=True, slots=True)
class Inner:
    """What stood in an opened box; `kind`, `by` and `at` only where the whole op was sealed."""

    set: Writes
    kind: str = ""
    by: str = ""
    at: str = ""


def op_id(body: bytes) -> str:
    """Return the id of an op: the hash of its bytes."""
    return digest(Purpose.OP, body)


def box_aad(space: str, ent: str, dev: str, clk: int, rnd: str) -> bytes:
    """Return the header a box is bound to, so that it opens nowhere else."""
    return f"{space}|{ent}|{dev}|{clk}|{rnd}".encode()


def fresh_rnd() -> str:
    """Return the 8 random bytes that keep equal edits apart and a stripped op unguessable."""
    return secrets.token_hex(8)


# -- writing ---------------------------------------------------------------------------------


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dumps(value: Any) -> bytes:
    """Write `value` as the JSON of the wire: UTF-8, no spaces."""
    return _ENCODER.encode(value).encode()


def writes_as_json(writes: Writes) -> dict[str, Any]:
    """Return `writes` as they stand in a body; an empty `over` is left out."""
    return {
        name: {"v": write.value, "over": list(write.over)} if write.over else {"v": write.value}
        for name, write in writes.items()
    }


def compose(header: Mapping[str, Any], writes: Writes, box: str | None) -> Op:
    """Return a new op with this header (all keys but `f`, `set` and `box`), not yet signed.

    Raises:
        BadOp: it would break a limit that every reader enforces.
    """
    whole: dict[str, Any] = {"f": FORMAT, **header}
    if writes:
        whole["set"] = writes_as_json(writes)
    if box is not None:
        whole["box"] = box
    return parse(dumps(whole), b"")


# -- reading ---------------------------------------------------------------------------------


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise BadOp("duplicate key")
    return made


def _no_float(_: str) -> Any:
    raise BadOp("a number that is not whole")


def _safe_int(digits: str) -> int:
    if len(digits) <= _FEW_DIGITS:
        return int(digits)
    if len(digits) > 17 or abs(int(digits)) > _SAFE_INT:
        raise BadOp("a number too large")
    return int(digits)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_float=_no_float, parse_constant=_no_float, parse_int=_safe_int
)


def loads_strict(text: bytes) -> Any:
    """Read JSON the one way both ends agree on.

    Raises:
        BadOp: not UTF-8 JSON; a duplicate key, a float, NaN, a lone surrogate or a huge number.
    """
    try:
        decoded = text.decode("utf-8")
        value = _DECODER.decode(decoded)
        if "\\u" in decoded:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except BadOp:
        raise
    except (ValueError, RecursionError) as error:
        raise BadOp("not the JSON of an op") from error
    return value


def parse(body: bytes, sig: bytes) -> Op:
    """Read an op from its exact bytes; the signature is kept, not checked.

    Raises:
        BadOp: the bytes break a rule of the format; an unknown format is not bad, but foreign.
    """
    if len(body) > LONGEST_BODY:
        raise BadOp("longer than 64 KiB")
    value = loads_strict(body)
    if not isinstance(value, dict):
        raise BadOp("not an object")
    _check_header(value)
    if value["f"] != FORMAT:
        _check_levels(value, MOST_LEVELS_AHEAD)
        return _op(body, sig, value, is_foreign=True)
    return _parse_known(body, sig, value)


def _parse_known(body: bytes, sig: bytes, value: dict[str, Any]) -> Op:
    keys = frozenset(value)
    if value["kind"] == SEALED:
        if keys != SEALED_KEYS:
            raise BadOp("keys of a sealed op")
        return _op(body, sig, value, box=_text(value["box"]))
    if not (keys >= OPEN_KEYS and keys <= OPEN_KEYS | OPEN_MORE and keys & OPEN_MORE):
        raise BadOp("keys of an open op")
    _check_author(value)
    writes = parse_writes(value["set"], value["kind"]) if "set" in value else {}
    box = _text(value["box"]) if "box" in value else None
    return _op(body, sig, value, writes=writes, box=box)


def _op(
    body: bytes,
    sig: bytes,
    value: dict[str, Any],
    *,
    writes: Writes | None = None,
    box: str | None = None,
    is_foreign: bool = False,
) -> Op:
    return Op(
        id=op_id(body), body=body, sig=sig, space=value["space"], ent=value["ent"],
        kind=value["kind"], dev=value["dev"], clk=value["clk"], rnd=value["rnd"],
        by=str(value.get("by", "")), at=str(value.get("at", "")), set=writes or {}, box=box,
        is_foreign=is_foreign,
    )  # fmt: skip


def _check_header(value: dict[str, Any]) -> None:
    if not _is_whole(value.get("f")):
        raise BadOp("no format")
    if not (is_id(value.get("space")) and is_id(value.get("ent")) and is_id(value.get("dev"))):
        raise BadOp("an id of the header")
    if not isinstance(value.get("kind"), str) or not _KIND.fullmatch(value["kind"]):
        raise BadOp("the kind")
    if not _is_whole(value.get("clk")) or not 0 <= value["clk"] <= HIGHEST_CLK:
        raise BadOp("the counter")
    rnd, app = value.get("rnd"), value.get("app")
    if not isinstance(rnd, str) or not _RND.fullmatch(rnd):
        raise BadOp("the random part")
    if not isinstance(app, str) or len(app) > 40:
        raise BadOp("the program's name")


def _check_author(value: dict[str, Any]) -> None:
    if not is_id(value["by"]):
        raise BadOp("the person")
    if not isinstance(value["at"], str) or not _is_moment(value["at"]):
        raise BadOp("the time")


def _is_moment(text: str) -> bool:
    """Say whether `text` is a day, or a moment of one, that the calendar has."""
    try:
        return bool(_AT.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


def parse_writes(value: Any, kind: str) -> Writes:
    """Read the `set` of an op or of a box.

    Raises:
        BadOp: a limit or the shape of a write is broken.
    """
    if not isinstance(value, dict) or not 0 < len(value) <= MOST_FIELDS:
        raise BadOp("the number of fields")
    writes = {name: _parse_write(name, kind, each) for name, each in value.items()}
    if sum([len(write.over) for write in writes.values()]) > MOST_OVER:
        raise BadOp("too many replaced ops")
    return writes


def _parse_write(name: str, kind: str, value: Any) -> Write:
    if len(name) > LONGEST_NAME or not _may_be_named(name, kind):
        raise BadOp("the name of a field")
    if not isinstance(value, dict) or "v" not in value:
        raise BadOp("the shape of a field")
    _check_value(value["v"], MOST_LEVELS)
    if len(value) == 1:
        return Write(value["v"])
    if len(value) > 2 or "over" not in value:
        raise BadOp("the shape of a field")
    return Write(value["v"], _parse_over(name, value["over"]))


@lru_cache(maxsize=1024)
def _may_be_named(name: str, kind: str) -> bool:
    """Say whether a field of `kind` may have this name; the same few come again in every op."""
    if not _FIELD.fullmatch(name):
        return False
    return name[0] != "_" or (name == VOID and kind[0] != "_")


def _parse_over(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(map(is_id, value)) or len(set(value)) != len(value):
        raise BadOp("the replaced ops")
    if len(value) > (MOST_OVER if name == VOID else MOST_OVER_FIELD):
        raise BadOp("too many replaced ops")
    return tuple(value)


def _check_value(value: Any, levels: int) -> None:
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise BadOp("a text too long")
    elif isinstance(value, _NESTED):
        if not levels:
            raise BadOp("too many levels")
        members = [*value, *value.values()] if isinstance(value, dict) else value
        for each in members:
            _check_value(each, levels - 1)


def _check_levels(value: Any, levels: int) -> None:
    if isinstance(value, _NESTED):
        if not levels:
            raise BadOp("too many levels")
        for each in value.values() if isinstance(value, dict) else value:
            _check_levels(each, levels - 1)


def parse_inner(value: Any, op: Op) -> Inner:
    """Read what stood in the opened box of `op`.

    Raises:
        BadOp: the content breaks a rule that holds inside a box as well.
    """
    if not isinstance(value, dict):
        raise BadOp("not an object")
    if op.kind != SEALED:
        if set(value) != {"set"}:
            raise BadOp("keys of a box")
        return Inner(parse_writes(value["set"], op.kind))
    if set(value) != INNER_SEALED_KEYS or not isinstance(value["kind"], str):
        raise BadOp("keys of a sealed box")
    if not _KIND.fullmatch(value["kind"]) or value["kind"].startswith("_"):
        raise BadOp("the kind inside")
    _check_author(value)
    return Inner(parse_writes(value["set"], value["kind"]), value["kind"], value["by"], value["at"])


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise BadOp("a box that is no text")
    return value


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
