"""Read days and times as people and spreadsheets write them."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from patbm_desktop.domain.clock import MONTHS, SHORT_MONTHS, WEEKDAYS
from patbm_desktop.domain.reading import LONGEST_VALUE, Unreadable, fold, is_nothing
from patbm_desktop.domain.reason import Reason

_FIRST_YEAR, _LAST_YEAR = 1945, 2199
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(36526, 73051)
"""Excel's numbers of the days from 2000-01-01 to 2100-01-01."""

_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ][0-9:.]+Z?)?", re.ASCII)
_LOCAL = re.compile(r"([0-9]{1,2})\s*([-/. ])\s*([0-9]{1,2})\s*\2\s*([0-9]{4})", re.ASCII)
_WORDED = re.compile(r"([0-9]{1,2})[-\s/.]*([^\W\d_]+)[-\s/.,]*([0-9]{4})")
_WEEKDAY = re.compile(r"(?P<name>[^\W\d_]+['’]?[^\W\d_]+)\s*[,.]?\s*(?P<rest>[0-9].*)")
_CLOCK = re.compile(
    r"(?:pukul|pkl|jam)?\.?\s*([0-9]{1,2})(?:[.:]([0-9]{2}))?(?::[0-9]{2})?\s*(?:wita)?",
    re.IGNORECASE | re.ASCII,
)


@cache
def _months() -> Mapping[str, int]:
    names = {"nop": 11, "nopember": 11, "pebruari": 2, "peb": 2, "sept": 9, "agst": 8, "ags": 8}
    for by_language in (MONTHS, SHORT_MONTHS):
        for language in by_language.values():
            names |= {fold(name): at for at, name in enumerate(language, 1)}
    return names


@cache
def _weekdays() -> Mapping[str, int]:
    names = {fold(name): at for each in WEEKDAYS.values() for at, name in enumerate(each)}
    return names | {name[:3]: at for name, at in names.items()} | {"ahad": 6}


def day(value: Any) -> date | None:
    """Read a calendar day as people or spreadsheets write it; the day comes before the month.

    A number is Excel's count of days. A year has four figures. A weekday that is written must be
    that day's, since otherwise one of the two is wrong and nobody can say which.

    Raises:
        Unreadable: NOT_A_DATE, or WEEKDAY_DIFFERS.
    """
    if is_nothing(value):
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, int | float):
        return _serial(value)
    if isinstance(value, str) and len(value) <= LONGEST_VALUE:
        return _typed_day(" ".join(value.split()))
    raise Unreadable(Reason.NOT_A_DATE)


def _serial(number: float) -> date:
    if isinstance(number, bool) or not _SERIALS[0] <= number <= _SERIALS[-1]:
        raise Unreadable(Reason.NOT_A_DATE)
    return _SERIAL_ZERO + timedelta(days=int(number))


def _typed_day(written: str) -> date:
    if re.fullmatch(r"[0-9]{5}(?:[.,]0+)?", written, re.ASCII):
        return _serial(int(written[:5]))
    named = _WEEKDAY.fullmatch(written)
    weekday = _weekdays().get(fold(named["name"])) if named else None
    found = _numbered_day(named["rest"] if named and weekday is not None else written)
    if weekday is not None and weekday != found.weekday():
        raise Unreadable(Reason.WEEKDAY_DIFFERS)
    return found


def _numbered_day(written: str) -> date:
    if parts := _ISO.fullmatch(written):
        return _date(int(parts[1]), int(parts[2]), int(parts[3]))
    if parts := _LOCAL.fullmatch(written):
        return _date(int(parts[4]), int(parts[3]), int(parts[1]))
    if parts := _WORDED.fullmatch(written):
        return _date(int(parts[3]), _months().get(fold(parts[2]), 0), int(parts[1]))
    raise Unreadable(Reason.NOT_A_DATE)


def _date(year: int, month: int, day_of_month: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Unreadable(Reason.NOT_A_DATE)
    try:
        return date(year, month, day_of_month)
    except ValueError:
        raise Unreadable(Reason.NOT_A_DATE) from None


def clock_time(value: Any) -> time | None:
    """Read a time of day to the minute: ``19.30``, ``19:30 WITA``, ``pukul 19``.

    A number is Excel's fraction of a day.

    Raises:
        Unreadable: NOT_A_TIME.
    """
    if is_nothing(value):
        return None
    if isinstance(value, datetime | time):
        return time(value.hour, value.minute)
    if isinstance(value, float) and 0 <= value < 1:
        return time(*divmod(min(round(value * 1440), 1439), 60))
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Unreadable(Reason.NOT_A_TIME)
    return time(int(found[1]), int(found[2] or 0))
