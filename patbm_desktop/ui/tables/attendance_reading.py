"""What short words in a cell of the attendance list mean, and lines pasted from a spreadsheet."""

import re
from collections.abc import Mapping, Sequence

from patbm_desktop.actions import wording
from patbm_desktop.domain import codes
from patbm_desktop.domain.activity_kinds import ATTENDANCE
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.reading import fold

MALE = frozenset(map(fold, ("l", "lk", "laki-laki", "laki", "m", "male", "pria")))
FEMALE = frozenset(map(fold, ("p", "pr", "perempuan", "f", "female", "wanita")))
YES = frozenset({"y", "ya", "yes", "x", "v", "1", "disabilitas", "true"})
OLDEST = 120
NUMBER = re.compile(r"\d{1,3}")
PARTS = re.compile(r"\t|;")
HEADS = frozenset(map(fold, ("nama", "name", "nama lengkap", "nama peserta")))


def short_ages() -> Mapping[str, str]:
    """Return what a cell shows for each age group: ``6–12``."""
    return {key: key.replace("-", "–") for key in codes.AGE_GROUPS}


def read_sex(text: str) -> str | None:
    """Return ``L`` or ``P``; None where the word means neither."""
    word = fold(text)
    if word in MALE:
        return "L"
    return "P" if word in FEMALE else None


def read_age(text: str) -> str | None:
    """Return the age group that `text` names, or that a number of years falls into."""
    bare = text.replace("–", "-").replace(" ", "")
    if bare in codes.AGE_GROUPS:
        return bare
    years = NUMBER.fullmatch(fold(text).removesuffix("tahun").removesuffix("th").strip())
    if years is None or int(years[0]) > OLDEST:
        return None
    return next(key for key in codes.AGE_GROUPS if int(years[0]) <= _last_year(key))


def _last_year(key: str) -> int:
    return OLDEST if key.endswith("+") else int(key.split("-")[1])


def read_element(text: str) -> str | None:
    """Return the group a person belongs to, by its key, its label or the beginning of one."""
    word = fold(text)
    names = {
        key: {fold(key), *(fold(wording.label("element", key, each)) for each in ("id", "en"))}
        for key in codes.ELEMENTS
    }
    whole = [key for key, known in names.items() if word in known]
    begun = [key for key, known in names.items() if any(name.startswith(word) for name in known)]
    return next(iter([*whole, *begun]), None)


def read_yes(text: str) -> bool:
    """Say whether a cell that asks yes or no says yes."""
    return fold(text) in YES


def read_lines(text: str) -> tuple[Attendee, ...]:
    """Return the people in `text` as a spreadsheet or a list puts it on the clipboard.

    Cells are told apart by what stands in them, so the order of the columns does not matter; a
    leading number and a line of heads are passed over.
    """
    rows = [PARTS.split(line) for line in text.splitlines() if line.strip()]
    read = (_person([cell.strip() for cell in row]) for row in rows if not _is_head(row))
    return tuple(person for person in read if person is not None)


def _is_head(cells: Sequence[str]) -> bool:
    return any(fold(cell) in HEADS for cell in cells)


def _person(cells: Sequence[str]) -> Attendee | None:
    if len(cells) > 1 and cells[0].rstrip(".").isdigit():
        cells = cells[1:]
    name = next((cell for cell in cells if _is_name(cell)), "")
    if not name:
        return None
    rest = [cell for cell in cells if cell and cell is not name]
    sex = next((read for cell in rest if (read := read_sex(cell))), None)
    age = next((read for cell in rest if (read := read_age(cell))), None)
    rest = [cell for cell in rest if not read_sex(cell) and not read_age(cell)]
    element = next((cell for cell in rest if _is_element(cell)), "")
    place = next((cell for cell in rest if cell != element and not read_yes(cell)), "")
    return Attendee(
        name=name[: ATTENDANCE.fields["name"].longest],
        sex=sex,
        age_group=age,
        element=read_element(element) if element else None,
        rt_text=place[: ATTENDANCE.fields["rt_text"].longest],
        disability=any(read_yes(cell) for cell in rest),
    )


def _is_name(cell: str) -> bool:
    letters = any(sign.isalpha() for sign in cell)
    return letters and not read_sex(cell) and not read_yes(cell)


def _is_element(cell: str) -> bool:
    labels = (wording.labels("element", each).values() for each in ("id", "en"))
    known = {fold(word) for group in labels for word in group} | {fold(k) for k in codes.ELEMENTS}
    return fold(cell) in known
