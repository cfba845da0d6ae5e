"""How long a closed case is kept before its erasure is asked of the office.

Source: the project's proposal (section 4.3 of its domain document), to be matched with the city's
jadwal retensi arsip, which was not found; UU 27/2022 art. 42 to 44.
"""

from datetime import date

YEARS = {"hijau": 1, "kuning": 2, "merah": 2}
"""After closing; the UPTD PPA keeps the official record."""

LONGEST = max(YEARS.values())
SHORTEST = min(YEARS.values())


def due_on(closed_on: date, triage: str) -> date:
    """Return the day from which a case closed on `closed_on` need not be kept any more."""
    years = YEARS.get(triage, LONGEST)
    try:
        return closed_on.replace(year=closed_on.year + years)
    except ValueError:
        return closed_on.replace(year=closed_on.year + years, month=3, day=1)
