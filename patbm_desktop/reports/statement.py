"""What a month's sheet says of itself before it is printed: computed from what stands on it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from patbm_desktop.domain.clock import Language
from patbm_desktop.domain.reason import Hint
from patbm_desktop.domain.summary import Row, next_step_of, result_of
from patbm_desktop.reports.label import words
from patbm_desktop.reports.month import MonthSheet
from patbm_desktop.reports.paper import printable


class Tone(StrEnum):
    """How the line under the switches is shown: green, neutral, or as a thing to look at."""

    NUMBERS_ONLY = "numbers_only"
    READ_AGAIN = "read_again"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Statement:
    """The line and its tone; `hints` say what was found."""

    tone: Tone
    text: str
    hints: tuple[Hint, ...] = ()


NAMED = (
    Hint.NATIONAL_ID,
    Hint.TELEPHONE,
    Hint.FULL_BIRTH_DATE,
    Hint.KNOWN_NAME,
    Hint.LOOKS_LIKE_A_CASE,
)
"""What has words in the labels, in the order of the sentence."""


def statement(
    sheet: MonthSheet, findings: Callable[[str], Iterable[Hint]], language: Language
) -> Statement:
    """Say what `sheet` holds. `findings` names what a text looks like.

    It is green only when results, plan and photos are off and no other text gives cause to look.
    """
    found = {hint for text in printed_texts(sheet) for hint in findings(text)}
    hints = tuple(hint for hint in NAMED if hint in found)
    said = words(language, "statement")
    if hints:
        what = ", ".join(said[hint.value] for hint in hints)
        return Statement(Tone.LOOK, said["look"].format(what=what), hints)
    has_texts = sheet.with_results or any(line.strip() for line in sheet.plan) or sheet.with_photos
    tone = Tone.READ_AGAIN if has_texts else Tone.NUMBERS_ONLY
    return Statement(tone, said[tone.value])


def printed_texts(sheet: MonthSheet) -> Iterator[str]:
    """Yield every free text that will stand on `sheet`: nothing else is printed as it was typed."""
    for row in sheet.summary.rows:
        yield from _texts(row, with_results=sheet.with_results)
    yield from sheet.plan
    if sheet.with_photos:
        yield from (photo.caption for photo in printable(sheet.photos))


def _texts(row: Row, *, with_results: bool) -> Iterator[str]:
    if row.session is None:
        return
    activity = row.session.activity
    texts = [activity.title or "", activity.speakers or "", row.session.place_name]
    if with_results:
        texts += [result_of(activity), next_step_of(activity)]
    yield from (text for text in texts if text.strip())
