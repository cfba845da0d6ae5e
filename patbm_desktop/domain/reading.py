"""Read what people type: text, and names of things from a list.

One rule for the form and for a sheet typed in from paper; `numbers` and `days` keep to it. A
reader returns None for what is not there (nothing, or the dash that paper uses for nothing) and
raises `Unreadable` for what is there and has no one meaning; it never guesses.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from patbm_desktop.domain.reason import Reason


class Unreadable(Exception):
    """Raised for a value that is there and cannot be read; carries why, and not the value."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


# -- text ------------------------------------------------------------------------------------

LONGEST_VALUE = 120
"""Characters; no number or day that a person writes is longer."""

_DASHES = frozenset({"-", "–", "—", "--", "..", "...", "…"})
_UNDECODED = "\ufffd"
_LINE_END = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_ODD_SPACE = re.compile(r"[^\S\n ]")


def fold(text: str) -> str:
    """Return `text` as it is compared: without case, accents, spaces and punctuation."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def text(value: Any, longest: int, *, one_line: bool = False) -> str | None:
    """Return what was written, with line ends and odd spaces put right.

    Invisible marks that word processors leave behind are dropped. `longest` is in characters.

    Raises:
        Unreadable: TOO_LONG, or CONTROL_CHARACTER for signs that no keyboard means.
    """
    written = unicodedata.normalize("NFC", as_written(value)).strip()
    if _UNDECODED in written:
        raise Unreadable(Reason.CONTROL_CHARACTER)
    if not written.isprintable():
        written = _tidied(written)
    if one_line:
        written = " ".join(written.split())
    if len(written) > longest:
        raise Unreadable(Reason.TOO_LONG)
    return None if written in _DASHES else written or None


def as_written(value: Any) -> str:
    """Return a cell's value as somebody would have typed it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _tidied(written: str) -> str:
    visible = "".join(
        sign for sign in _LINE_END.sub("\n", written) if unicodedata.category(sign) != "Cf"
    )
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in visible if sign not in "\n\t"):
        raise Unreadable(Reason.CONTROL_CHARACTER)
    return _ODD_SPACE.sub(" ", visible).strip()


def is_nothing(value: Any) -> bool:
    """Say whether a cell is empty, or holds the dash that paper uses for nothing."""
    return value is None or (isinstance(value, str) and value.strip() in {"", *_DASHES})


# -- names of things -------------------------------------------------------------------------

_RT = re.compile(r"(?:rt|r\.t)?[\s.:_-]*([0-9]{1,6})", re.IGNORECASE | re.ASCII)
_PARTED = re.compile(r"[;\n]")
_LOOSELY_PARTED = re.compile(r"[;\n|,]")
_BRACKETED = re.compile(r"\([^()]*\)")
_SIDES = re.compile(r"[/,]")
_ADDRESSES = frozenset({"ibu", "bu", "bapak", "bpk", "pak", "kakak", "kak", "bunda", "ustaz"})


def rt_number(value: Any) -> str | None:
    """Read the number of an RT, as three figures: ``24``, ``024``, ``RT 24`` give ``024``.

    Raises:
        Unreadable: NOT_A_NUMBER, or OUT_OF_RANGE outside 1 to 999.
    """
    if is_nothing(value):
        return None
    found = _RT.fullmatch(as_written(value).strip())
    if found is None or isinstance(value, bool):
        raise Unreadable(Reason.NOT_A_NUMBER)
    if not 1 <= int(found[1]) <= 999:
        raise Unreadable(Reason.OUT_OF_RANGE)
    return f"{int(found[1]):03}"


def spellings(*labels: Mapping[str, str]) -> Mapping[str, str]:
    """Return which key each spelling means, folded: the keys, their labels, parts of a label.

    What stands outside the brackets of a label, or on one side of its slash or comma, counts only
    where one key alone has it.
    """
    exact: dict[str, str] = {}
    parts: dict[str, set[str]] = {}
    for key, label in (pair for each in labels for pair in each.items()):
        exact |= {fold(key): key, fold(label): key}
        outside = _BRACKETED.sub("", label)
        for part in [outside, *_SIDES.split(outside)]:
            parts.setdefault(fold(part), set()).add(key)
    alone = {part: keys.pop() for part, keys in parts.items() if part and len(keys) == 1}
    return alone | exact


def choice(value: Any, known: Mapping[str, str]) -> str | None:
    """Return the key that `value` spells; `known` is made by `spellings`.

    Raises:
        Unreadable: UNKNOWN_VALUE.
    """
    if is_nothing(value):
        return None
    key = known.get(fold(as_written(value)))
    if key is None:
        raise Unreadable(Reason.UNKNOWN_VALUE)
    return key


def choices(value: Any, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys that `value` lists, each once, in its order.

    They are parted by ``;`` or a line end; by ``,`` or ``|`` too when whole pieces mean nothing.

    Raises:
        Unreadable: UNKNOWN_VALUE when one of them is not known.
    """
    written = "" if is_nothing(value) else as_written(value)
    found: dict[str, None] = {}
    for piece in filter(fold, _PARTED.split(written)):
        whole = known.get(fold(piece))
        loose = [whole] if whole else [choice(each, known) for each in _parted(piece)]
        found |= dict.fromkeys(key for key in loose if key)
    return tuple(found)


def _parted(piece: str) -> list[str]:
    return [each for each in _LOOSELY_PARTED.split(piece) if fold(each)]


def person_key(name: str) -> str:
    """Return what two spellings of a person's name share: ``Ibu S.`` and ``Bu S`` are one."""
    words = name.split()
    while len(words) > 1 and fold(words[0]) in _ADDRESSES:
        words = words[1:]
    return fold(" ".join(words))
