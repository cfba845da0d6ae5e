"""Days and hours: whether the laptop's are to be believed, and how people say them.

`language` is ``id`` or ``en`` everywhere.
Balikpapan keeps one hour, WITA (UTC+8), without summer time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Literal, Protocol

Language = Literal["id", "en"]

WITA = timezone(timedelta(hours=8), "WITA")

WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
"""Names of the days from Monday on."""

MONTHS: Mapping[str, tuple[str, ...]] = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip
"""Names of the months from January on."""

SHORT_MONTHS: Mapping[str, tuple[str, ...]] = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}

PartOfDay = Literal["pagi", "siang", "sore", "malam"]

_GREETINGS: Mapping[str, Mapping[PartOfDay, str]] = {
    "id": {
        "pagi": "Selamat pagi", "siang": "Selamat siang", "sore": "Selamat sore",
        "malam": "Selamat malam",
    },
    "en": {
        "pagi": "Good morning", "siang": "Good day", "sore": "Good afternoon",
        "malam": "Good evening",
    },
}  # fmt: skip


class Clock(Protocol):
    """Whatever tells the time; a page or an action is given one and asks no other."""

    def now(self) -> datetime:
        """Return this moment in WITA."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The laptop's own clock."""

    def now(self) -> datetime:
        """Return this moment in WITA, as far as the laptop knows it."""
        return datetime.now(WITA)


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still, for the demo and the tests; set `moment` to move it."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.moment


def is_believable(
    today: date,
    build_date: date,
    last_saved: date | None = None,
    last_contact: date | None = None,
) -> bool:
    """Say whether `today` can be true: no day before one that has certainly been (rule V1).

    `build_date` is the day this program was made, `last_saved` of the newest record,
    `last_contact` of the last word from a server; None for what has never been.
    """
    return all(known is None or today >= known for known in (build_date, last_saved, last_contact))


def part_of_day(hour: int) -> PartOfDay:
    """Return the part of the day by which people greet at `hour`, 0 to 23."""
    if 4 <= hour < 11:
        return "pagi"
    if 11 <= hour < 15:
        return "siang"
    return "sore" if 15 <= hour < 18 else "malam"


def greeting(moment: datetime, language: str) -> str:
    """Return the greeting for `moment`: ``Selamat pagi``."""
    return _GREETINGS[language][part_of_day(moment.hour)]


def month_name(month: int, language: str) -> str:
    """Return the name of `month`, 1 to 12."""
    return MONTHS[language][month - 1]


def month_year(day: date, language: str) -> str:
    """Return the month of `day` with its year: ``November 2026``."""
    return f"{month_name(day.month, language)} {day.year}"


def plain_date(day: date, language: str) -> str:
    """Return `day` as a letter dates itself: ``21 November 2026``."""
    return f"{day.day} {month_year(day, language)}"


def long_date(day: date, language: str) -> str:
    """Return `day` with its weekday: ``Sabtu, 21 November 2026``."""
    return f"{WEEKDAYS[language][day.weekday()]}, {plain_date(day, language)}"


def short_date(day: date, language: str) -> str:
    """Return `day` for a table: ``Sab, 21 Nov``."""
    weekday = WEEKDAYS[language][day.weekday()][:3]
    return f"{weekday}, {day.day} {SHORT_MONTHS[language][day.month - 1]}"


def time_words(moment: time | datetime, language: str) -> str:
    """Return the hour and minute: ``20.14``, in English ``20:14``."""
    return f"{moment.hour:02}{'.' if language == 'id' else ':'}{moment.minute:02}"


def whole(number: int, language: str) -> str:
    """Return `number` with its thousands parted: ``1.846``, in English ``1,846``."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language == "id" else grouped


def decimal(number: float, language: str, digits: int = 1) -> str:
    """Return `number` with `digits` decimals: ``12,5``, in English ``12.5``."""
    written = f"{number:,.{digits}f}"
    if language == "en":
        return written
    return written.replace(",", " ").replace(".", ",").replace(" ", ".")
