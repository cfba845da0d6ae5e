"""How long a closed case is kept before its erasure is asked, and when an open one is seen again.

Source: the project's proposal (section 4.3 of its domain document), to be matched with the city's
jadwal retensi arsip, which was not found; UU 27/2022 art. 42 to 44.
"""

from datetime import MAXYEAR, date

YEARS = {"hijau": 1, "kuning": 2, "merah": 2}
"""After closing; the UPTD PPA keeps the official record."""

LONGEST = max(YEARS.values())
SHORTEST = min(YEARS.values())


def due_on(closed_on: date, triage: str) -> date:
    """Return the day from which a case closed on `closed_on` need not be kept any more."""
    return _later(closed_on, YEARS.get(triage, LONGEST))


def look_again_from(noted: date, today: date) -> date | None:
    """Return the last anniversary of an open case, from which it is looked at again.

    None in its first year.
    """
    past = (_later(noted, years) for years in range(today.year - noted.year, 0, -1))
    return next((day for day in past if day <= today), None)


def _later(day: date, years: int) -> date:
    if day.year + years > MAXYEAR:  # a clock may have shown any day
        return date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, month=3, day=1)
