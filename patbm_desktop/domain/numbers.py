"""Read numbers as people write them, in figures or in Indonesian words; and say them in words."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from patbm_desktop.domain.reading import LONGEST_VALUE, Unreadable, fold, is_nothing
from patbm_desktop.domain.reason import Reason

_DIGITS = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
)  # fmt: skip
_NONE_CAME = {"nihil": 0, "tidakada": 0}
_ABOUT = r"(?:±|~|\+/-|kira[- ]?kira|sekitar|kurang[- ]lebih|k\.?l\.)"
_HEADS = (
    r"(?:org|orang|jiwa|peserta|warga|anak|bapak|ibu|bapak-bapak|ibu-ibu|laki-laki|perempuan"
    r"|menit|mnt)"
)
_NUMBER = re.compile(
    rf"(?P<about>{_ABOUT})?\s*(?P<core>.*?)\s*(?:(?<![^\W\d_]){_HEADS}\.?)?",
    re.IGNORECASE | re.DOTALL,
)
_FIGURES = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,2}", re.ASCII)
_WHOLE_DECIMAL = re.compile(r"([0-9]{1,9})[.,]0{1,2}", re.ASCII)
_BOTH = re.compile(r"(?P<figures>[0-9.]+)\s*\((?P<words>[^()]+)\)")
_HOURS = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]))?\s*jam", re.IGNORECASE)


def number_words(number: int) -> str:
    """Return `number`, 0 to 999,999, in Indonesian words: ``dua belas``."""
    if number < 12:
        return _DIGITS[number] if number < 10 else ("sepuluh", "sebelas")[number - 10]
    if number < 20:
        return f"{_DIGITS[number - 10]} belas"
    for size, one, word in ((1000, "seribu", "ribu"), (100, "seratus", "ratus"), (10, "", "puluh")):
        if number >= size:
            many, rest = divmod(number, size)
            head = one if many == 1 else f"{number_words(many)} {word}"
            return f"{head} {number_words(rest)}" if rest else head
    raise AssertionError("every number from twelve on has tens")


@cache
def _by_words() -> Mapping[str, int]:
    return {fold(number_words(number)): number for number in range(1000)} | _NONE_CAME


def number(value: Any) -> int | None:
    """Read a whole number: ``12``, ``12 org``, ``dua belas``, ``1.250``, ``12 (dua belas)``.

    A dot before three figures parts thousands, as people write here; a comma never does.

    Raises:
        Unreadable: NOT_A_NUMBER.
    """
    if is_nothing(value):
        return None
    if isinstance(value, str):
        return _typed_number(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and value == value // 1:
        return int(value)
    raise Unreadable(Reason.NOT_A_NUMBER)


def is_estimate(value: Any) -> bool:
    """Say whether a number was written as about so many: ``±40``, ``kira-kira 40``."""
    found = _NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
    return bool(found and found["about"])


def minutes(value: Any) -> int | None:
    """Read a length of time in minutes: as `number`, or ``2 jam``, ``1,5 jam``.

    Raises:
        Unreadable: NOT_A_NUMBER.
    """
    hours = _HOURS.fullmatch(value.strip()) if isinstance(value, str) else None
    if hours is None:
        return number(value)
    return int(hours[1]) * 60 + int(hours[2] or 0) * 6


def _typed_number(written: str) -> int:
    found = _NUMBER.fullmatch(written.strip()) if len(written) <= LONGEST_VALUE else None
    core = found["core"] if found else ""
    if both := _BOTH.fullmatch(core):
        figures, words = _figures(both["figures"]), _words(both["words"])
        if figures != words:
            raise Unreadable(Reason.NOT_A_NUMBER)
        return figures
    return _figures(core) if any(sign.isdigit() for sign in core) else _words(core)


def _figures(written: str) -> int:
    if _GROUPED.fullmatch(written):
        return int(written.replace(".", ""))
    if _FIGURES.fullmatch(written):
        return int(written)
    if decimal := _WHOLE_DECIMAL.fullmatch(written):
        return int(decimal[1])
    raise Unreadable(Reason.NOT_A_NUMBER)


def _words(written: str) -> int:
    known, folded = _by_words(), fold(written)
    thousands, ribu, rest = folded.partition("ribu")
    if folded in known:
        return known[folded]
    many = 1 if thousands == "se" else known.get(thousands, 0)
    if not ribu or not many or (rest and rest not in known):
        raise Unreadable(Reason.NOT_A_NUMBER)
    return many * 1000 + known.get(rest, 0)
