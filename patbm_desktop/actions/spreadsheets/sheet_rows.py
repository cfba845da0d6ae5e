"""Turn the lines of a typed-in sheet into activities, or into the reason why one cannot be kept.

It refuses what cannot be read, not what is absent, but for the day, the programme and the kind,
which a row needs. A row's id is made from what it says, so that the same row twice, on two
laptops of a space or after a kill, is one record. Nothing is kept here.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import partial
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.actions.spreadsheets.tabular import Cell, Line, Table
from patbm_desktop.domain import days, numbers, reading
from patbm_desktop.domain.activity import Activity, Count4, outcome_of, reasons
from patbm_desktop.domain.activity_kinds import ACTIVITY
from patbm_desktop.domain.columns import COLUMNS, REQUIRED_COLUMNS
from patbm_desktop.domain.fields import COUNT4, Field
from patbm_desktop.domain.ids import row_id
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.domain.reading import Unreadable, fold
from patbm_desktop.domain.reason import Reason

FIELDS = {
    "tanggal": "date", "program": "program", "jenis": "type", "topik": "topics",
    "tempat": "place_id", "disabilitas": "disability", "menit": "minutes",
    "pelaksana": "lead_id", "mitra": "partners", "hasil": "result", "tindak_lanjut": "next_step",
    "penyelenggara": "held_by",
}  # fmt: skip
"""The field of an activity that a column fills; the four head counts are one field together."""

LONGEST_SHOWN = 80
"""Characters of a refused value that are shown again."""

_COLUMNS = {name: column for column, name in FIELDS.items()}
_CODES = {"topics": "topic", "partners": "partner"}
_KELURAHAN = re.compile(r"(?:kelurahan|kel)\b[.\s]*", re.IGNORECASE)

Read = Callable[[Cell], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Whose sheet is taken. `rts` gives the record of each RT number that may stand in a row.

    `own` is the number meant when a row names none, None where a row must name one. `today` is
    None when the laptop's clock is not to be believed. With `carry` every row is taken as of the
    own RT, whatever it says. A row is known by the id it has in `space`, where new ones go, or in
    one of `other_spaces`, where they went before this laptop joined.
    """

    space: str
    kelurahan_code: str
    kelurahan_name: str
    rts: Mapping[str, str]
    own: str | None
    today: date | None
    carry: bool = False
    other_spaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read: the activity, and the names of its place and of who led it.

    `other_ents` are ids under which it may have been kept before.
    """

    number: int
    activity: Activity = field(repr=False)
    place: str | None = field(repr=False)
    lead: str | None = field(repr=False)
    other_ents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that needs a hand: its first column that cannot be kept, the value, and why."""

    row: int
    column: str
    value: str | int | float | None = field(repr=False)
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sheet holds, before anything is kept. `ignored` are heads that nobody asked for."""

    rows: tuple[Row, ...] = field(repr=False)
    refused: tuple[Refused, ...]
    ignored: tuple[str, ...] = ()


class _Refusal(Exception):
    def __init__(self, column: str, reason: Reason) -> None:
        super().__init__(column, reason.value)
        self.column = column
        self.reason = reason


def read_rows(table: Table, rules: Rules) -> Reading:
    """Return the rows of `table` that can be kept, and those that need a hand."""
    readers = _readers(table.columns, rules)
    rows: list[Row] = []
    refused: list[Refused] = []
    for line in filter(_says_something, table.lines):
        try:
            rows.append(_row(line, readers, rules))
        except _Refusal as no:
            shown = _shown(line.cells.get(no.column))
            refused.append(Refused(line.number, no.column, shown, no.reason))
    return Reading(tuple(rows), tuple(refused), table.ignored)


def explain(refused: Refused, rules: Rules, language: str = "id") -> str:
    """Return why a row needs a hand, as a sentence with the limits of its column."""
    known = KINDS["activity"].fields.get(FIELDS.get(refused.column, "participants"))
    facts: dict[str, str | int] = {"kelurahan": rules.kelurahan_name}
    if known and refused.reason is Reason.TOO_LONG:
        facts["most"] = _longest(known)
    if known and known.high and refused.column != "rt":
        facts |= {"low": known.low, "high": known.high}
    if rules.own:
        facts["rt"] = int(rules.own)
    return wording.sentence(refused.reason, language, None, **facts)


# -- one row ---------------------------------------------------------------------------------


def _says_something(line: Line) -> bool:
    """Say whether anybody wrote into the line; a blank form numbers its empty ones."""
    written = (cell for column, cell in line.cells.items() if column != "no")
    return line.damaged is not None or not all(map(reading.is_nothing, written))


def _row(line: Line, readers: Mapping[str, Read], rules: Rules) -> Row:
    if line.damaged is not None:
        raise _Refusal(line.damaged, Reason.WRONG_SHAPE)
    values = {column: _value(column, read, line.cells) for column, read in readers.items()}
    written = _activity(values, line.cells, rules)
    activity = _dated(written, rules.today)
    for problem in reasons(activity, rules.today):
        raise _Refusal(_COLUMNS.get(problem.field, problem.field), problem.reason)
    ent = _ent(rules.space, written, values["tempat"])
    others = tuple(_ent(each, written, values["tempat"]) for each in rules.other_spaces)
    return Row(
        line.number, replace(activity, ent=ent), values["tempat"], values["pelaksana"], others
    )


def _value(column: str, read: Read, cells: Mapping[str, Cell]) -> Any:
    try:
        value = read(cells.get(column))
    except Unreadable as no:
        raise _Refusal(column, no.reason) from None
    if value is None and column in REQUIRED_COLUMNS:
        raise _Refusal(column, Reason.REQUIRED)
    return value


def _activity(values: Mapping[str, Any], cells: Mapping[str, Cell], rules: Rules) -> Activity:
    """Return the activity; of four head counts those not given are nobody once one is given."""
    heads = {name: values[name] for name in COUNT4}
    counted = any(each is not None for each in heads.values())
    own = {name: values[column] for column, name in FIELDS.items() if values[column] is not None}
    del own["date"]  # named below, for the type's sake
    return Activity(
        rt_id=rules.rts[values["rt"]],
        date=values["tanggal"],
        outcome_area=outcome_of(values["jenis"]),
        participants=Count4(*(each or 0 for each in heads.values())) if counted else None,
        estimated=any(numbers.is_estimate(cells.get(name)) for name in COUNT4),
        **{name: value for name, value in own.items() if name not in {"place_id", "lead_id"}},
    )


def _dated(activity: Activity, today: date | None) -> Activity:
    """Take a row of a day to come as a plan when it counts nobody; else leave it to be refused."""
    if today is None or activity.date is None or activity.date <= today:
        return activity
    came = activity.participants is not None and activity.participants.total > 0
    return activity if came else replace(activity, planned=True, participants=None)


def _ent(space: str, activity: Activity, place: str | None) -> str:
    heads = activity.participants
    return row_id(
        space,
        activity.date.isoformat() if activity.date else "",
        activity.type or "",
        activity.program or "",
        fold(place or ""),
        ",".join(str(each) for each in heads.as_dict().values()) if heads else "",
        ",".join(sorted(activity.topics)),
    )


def _shown(cell: Cell) -> str | int | float | None:
    """Return a refused value as it may be printed anywhere, on a terminal too."""
    if isinstance(cell, date | time | bool):
        return reading.as_written(cell)
    if not isinstance(cell, str):
        return cell
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in cell.strip())
    return plain[:LONGEST_SHOWN]


# -- one cell --------------------------------------------------------------------------------


def _readers(columns: Sequence[str], rules: Rules) -> Mapping[str, Read]:
    """Return how to read each column, those of the file in its order first."""
    read = {column: _remembering(_reader(ACTIVITY.fields[name])) for column, name in FIELDS.items()}
    heads = _remembering(partial(_number, ACTIVITY.fields["participants"]))
    read |= dict.fromkeys(COUNT4, heads)
    read |= {"rt": _remembering(partial(_rt, rules))}
    read |= {"kelurahan": _remembering(partial(_kelurahan, rules))}
    order = dict.fromkeys([*columns, *COLUMNS])
    return {column: read[column] for column in order if column in read}


def _remembering(read: Read) -> Read:
    """Return `read` that works each short value out once, for as long as the sheet is read."""
    seen: dict[tuple[type, Cell], Any] = {}

    def remembered(cell: Cell) -> Any:
        if isinstance(cell, str) and len(cell) > LONGEST_SHOWN:
            return read(cell)
        key = (type(cell), cell)
        if key not in seen:
            seen[key] = read(cell)
        return seen[key]

    return remembered


def _reader(known: Field) -> Read:
    codes = wording.code_spellings(_CODES.get(known.name, known.name)) if known.values else {}
    match known.type:
        case "date":
            return days.day
        case "int":
            return partial(_number, known)
        case "enum":
            return partial(reading.choice, known=codes)
        case "multi":
            return partial(reading.choices, known=codes)
        case "ref":
            return partial(reading.text, longest=_longest(known), one_line=True)
        case _:
            return partial(reading.text, longest=known.longest)


def _longest(known: Field) -> int:
    return KINDS[known.of].fields["name"].longest if known.of else known.longest


def _number(known: Field, cell: Cell) -> int | None:
    read = numbers.minutes if known.name == "minutes" else numbers.number
    value = read(cell)
    if value is not None and not known.low <= value <= known.high:
        raise Unreadable(Reason.OUT_OF_RANGE)
    return value


def _rt(rules: Rules, cell: Cell) -> str:
    number = rules.own if rules.carry else reading.rt_number(cell) or rules.own
    if number is None:
        raise Unreadable(Reason.REQUIRED)
    if number not in rules.rts:
        raise Unreadable(Reason.OTHER_RT)
    return number


def _kelurahan(rules: Rules, cell: Cell) -> None:
    if rules.carry or reading.is_nothing(cell):
        return
    written = _KELURAHAN.sub("", reading.as_written(cell).strip(), count=1)
    own = _KELURAHAN.sub("", rules.kelurahan_name, count=1)
    if fold(written) not in {fold(own), fold(rules.kelurahan_code)}:
        raise Unreadable(Reason.OTHER_KELURAHAN)
