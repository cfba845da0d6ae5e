"""The reminder slip, A6: whom to telephone and when. It says nothing of what it is about.

Whoever finds it learns a code and a day; where even a code is too much there is none.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from patbm_desktop.domain.clock import Language, long_date
from patbm_desktop.domain.codes import FIXED_CONTACTS
from patbm_desktop.reports.card import UPTD_UNKNOWN, CardContact
from patbm_desktop.reports.label import code_label, plain, words
from patbm_desktop.reports.paper import Document, Printing, circumstances

SECOND_WAY = "sapa_129"
"""The number that always answers, also while nobody has tried the other one."""


@dataclass(frozen=True, slots=True, repr=False)
class Reminder:
    """A call to make on `call_on`, at once or then; `code` is empty when nothing is kept (R16)."""

    call_on: date
    is_now: bool = False
    code: str = ""
    uptd: CardContact = UPTD_UNKNOWN


def reminder_document(reminder: Reminder, printing: Printing) -> Document:
    """Lay out the slip: the code, the day and the numbers, and nothing else."""
    language = printing.language
    said = words(language, "reminder")
    part = {
        "sheet": "reminder",
        "paper": "a6",
        "bare": True,
        "what": said["now" if reminder.is_now else "tomorrow"],
        "day": long_date(reminder.call_on, language),
        "code": plain(reminder.code),
        "numbers": _numbers(reminder.uptd, language),
    }
    return Document(
        data={**circumstances(printing), "title": said["document"], "parts": [part]},
        at=printing.at,
    )


def _numbers(uptd: CardContact, language: Language) -> list[dict[str, Any]]:
    """Return the ways in their order; the second is as large until the first has been tried."""
    said, number = words(language, "reminder"), plain(uptd.number)
    is_tested = bool(number) and uptd.tested_on is not None
    untested = words(language, "card")["untested" if number else "empty"]
    second = said["not_answered" if number else "instead"]
    return [
        {"name": _name("uptd_ppa", language), "number": number, "is_large": True,
         "note": "" if is_tested else untested},
        {"name": _name(SECOND_WAY, language), "number": FIXED_CONTACTS[SECOND_WAY],
         "is_large": not is_tested, "note": second},
        {"name": _name("polisi_110", language), "number": FIXED_CONTACTS["polisi_110"],
         "is_large": False, "note": said["danger"]},
    ]  # fmt: skip


def _name(function: str, language: Language) -> str:
    return code_label(language, "contact", function)
