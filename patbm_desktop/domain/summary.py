"""What the records of an RT add up to: a month for the sheet, a year for the volunteer herself.

A wrong count on paper is wrong here. Months are written ``2026-10``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from patbm_desktop.domain import codes
from patbm_desktop.domain.activity import Activity, Count4


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetActivity:
    """An activity with what paper needs beside it: names looked up, evidence counted.

    `photos` and `lists` count the attached photos and attendance lists; `has_two_versions` says
    that somebody still has to choose between two edits.
    """

    activity: Activity
    place_name: str = ""
    lead_name: str = ""
    photos: int = 0
    lists: int = 0
    has_two_versions: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the month's table: a session, or all visits of one type and program together.

    `session` is None for visits: a single visit, its day and its place could point at a household,
    so they never reach paper. `times` counts all of them, `incomplete` those whose heads or topics
    are missing; `participants` and `disability` are sums of what was counted, None if nobody did.
    """

    number: int
    type: str
    program: str
    times: int = 1
    incomplete: int = 0
    participants: Count4 | None = None
    disability: int | None = None
    is_estimated: bool = False
    has_two_versions: bool = False
    session: SheetActivity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSummary:
    """A month of one RT. The sums are those of `rows`, and of nothing else.

    `activities` counts incomplete ones too; `results` are the sentences for section C.
    """

    month: str
    rows: tuple[Row, ...] = ()
    results: tuple[str, ...] = ()
    two_versions: int = 0

    @property
    def activities(self) -> int:
        """Sessions and visits held."""
        return sum(row.times for row in self.rows)

    @property
    def incomplete(self) -> int:
        """Activities whose heads or topics are missing; what was counted is summed."""
        return sum(row.incomplete for row in self.rows)

    @property
    def participants(self) -> Count4:
        """Heads wherever somebody counted."""
        return _added(row.participants for row in self.rows)

    @property
    def disability(self) -> int:
        """People with a disability among them."""
        return sum(row.disability or 0 for row in self.rows)

    @property
    def is_estimated(self) -> bool:
        """Whether a number in the sums is a guess."""
        return any(row.is_estimated and row.participants is not None for row in self.rows)


def month_of(day: date) -> str:
    """Return the month that holds `day`."""
    return f"{day.year:04}-{day.month:02}"


def first_day(month: str) -> date:
    """Return the first day of `month`."""
    return date.fromisoformat(f"{month}-01")


def last_day(month: str) -> date:
    """Return the last day of `month`."""
    return first_day(months_later(month, 1)) - timedelta(days=1)


def months_later(month: str, count: int) -> str:
    """Return the month `count` months after `month`; before it when `count` is negative."""
    year, index = divmod(first_day(month).year * 12 + first_day(month).month - 1 + count, 12)
    return f"{year:04}-{index + 1:02}"


def is_held_in(activity: Activity, month: str) -> bool:
    """Whether `activity` took place in `month`; a plan has not taken place."""
    return not activity.planned and activity.date is not None and month_of(activity.date) == month


def month_summary(rows: Iterable[SheetActivity], month: str) -> MonthSummary:
    """Add up `month`; plans and other months in `rows` are passed over."""
    held = sorted((row for row in rows if is_held_in(row.activity, month)), key=_order)
    sessions = [row for row in held if not row.activity.is_visit]
    visits = [row for row in held if row.activity.is_visit]
    lines = [_session_row(number, row) for number, row in enumerate(sessions, 1)]
    lines += [_visit_row(number, together)
              for number, together in enumerate(_together(visits), len(lines) + 1)]  # fmt: skip
    return MonthSummary(
        month=month,
        rows=tuple(lines),
        results=tuple(dict.fromkeys(filter(None, (result_of(row.activity) for row in sessions)))),
        two_versions=sum(row.has_two_versions for row in held),
    )


def result_of(activity: Activity) -> str:
    """Return the result that may be printed; empty for a visit or when it was switched off."""
    may_print = activity.on_report and not activity.is_visit
    return (activity.result or "").strip() if may_print else ""


def next_step_of(activity: Activity) -> str:
    """Return the next step that may be printed; empty for a visit."""
    return "" if activity.is_visit else (activity.next_step or "").strip()


def _order(row: SheetActivity) -> tuple[date, str, str]:
    activity = row.activity
    start = activity.start.isoformat() if activity.start else "99"
    return activity.date or date.max, start, activity.ent


def _session_row(number: int, row: SheetActivity) -> Row:
    activity = row.activity
    return Row(
        number=number,
        type=activity.type or "lainnya",
        program=activity.program or "lainnya",
        incomplete=0 if activity.is_complete else 1,
        participants=activity.participants,
        disability=None if activity.participants is None else activity.disability,
        is_estimated=activity.estimated,
        has_two_versions=row.has_two_versions,
        session=row,
    )


def _together(visits: Sequence[SheetActivity]) -> Iterable[Sequence[SheetActivity]]:
    groups: dict[tuple[_Rank, _Rank], list[SheetActivity]] = {}
    for visit in visits:
        kind = _rank(codes.TYPES, visit.activity.type or "lainnya")
        program = _rank(codes.PROGRAMS, visit.activity.program or "lainnya")
        groups.setdefault((kind, program), []).append(visit)
    return (groups[key] for key in sorted(groups))


_Rank = tuple[int, str]


def _rank(known: Sequence[str], key: str) -> _Rank:
    """Return where a key stands in its list; one of a later release comes after all of them."""
    return known.index(key) if key in known else len(known), key


def _visit_row(number: int, visits: Sequence[SheetActivity]) -> Row:
    held = [visit.activity for visit in visits]
    counted = [each for each in held if each.participants is not None]
    given = [each.disability for each in counted if each.disability is not None]
    return Row(
        number=number,
        type=visits[0].activity.type or "lainnya",
        program=visits[0].activity.program or "lainnya",
        times=len(visits),
        incomplete=sum(not each.is_complete for each in held),
        participants=_added(each.participants for each in counted) if counted else None,
        disability=sum(given) if given else None,
        is_estimated=any(each.estimated for each in counted),
        has_two_versions=any(visit.has_two_versions for visit in visits),
    )


def _added(counts: Iterable[Count4 | None]) -> Count4:
    return sum((each for each in counts if each is not None), Count4())


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHint:
    """A suggestion for section D: a session planned for the next month, or a next step written."""

    session: SheetActivity | None = None
    text: str = ""


def plan_hints(rows: Iterable[SheetActivity], month: str) -> tuple[PlanHint, ...]:
    """Suggest the plan of the month after `month`: its planned sessions, then the next steps."""
    given = sorted(rows, key=_order)
    after = months_later(month, 1)
    planned = [
        PlanHint(session=row)
        for row in given
        if row.activity.planned
        and row.activity.date is not None
        and month_of(row.activity.date) == after
        and not row.activity.is_visit
    ]
    steps = (next_step_of(row.activity) for row in given if is_held_in(row.activity, month))
    return (*planned, *(PlanHint(text=text) for text in dict.fromkeys(steps) if text))


@dataclass(frozen=True, slots=True)
class TypeTotal:
    """How often one type of work was done, and who came to the ones that were counted."""

    type: str
    times: int
    participants: Count4


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummary:
    """One volunteer's year. `trainings` are names; `reported` the months handed in or empty."""

    year: int
    types: tuple[TypeTotal, ...] = ()
    months: tuple[int, ...] = (0,) * 12
    reported: tuple[str, ...] = ()
    trainings: tuple[str, ...] = ()
    incomplete: int = 0
    topics: tuple[tuple[str, int], ...] = field(default=())

    @property
    def activities(self) -> int:
        """Everything held in the year."""
        return sum(each.times for each in self.types)

    @property
    def participants(self) -> Count4:
        """Heads at the complete activities."""
        return _added(each.participants for each in self.types)


def year_summary(
    activities: Iterable[Activity],
    year: int,
    reported: Iterable[str] = (),
    trainings: Iterable[str] = (),
) -> YearSummary:
    """Add up `year`; plans and other years in `activities` are passed over.

    `reported` are months whose sheet was handed on, `trainings` the names of courses taken.
    """
    held = [each for each in activities if _is_held_in_year(each, year)]
    per_month = Counter(each.date.month for each in held if each.date)
    topics = Counter(topic for each in held for topic in each.topics)
    return YearSummary(
        year=year,
        types=tuple(_type_totals(held)),
        months=tuple(per_month[number] for number in range(1, 13)),
        reported=tuple(sorted(each for each in set(reported) if each.startswith(f"{year:04}-"))),
        trainings=tuple(trainings),
        incomplete=sum(not each.is_complete for each in held),
        topics=tuple((topic, topics[topic]) for topic in codes.TOPICS if topics[topic]),
    )


def _is_held_in_year(activity: Activity, year: int) -> bool:
    return not activity.planned and activity.date is not None and activity.date.year == year


def _type_totals(held: Sequence[Activity]) -> Iterable[TypeTotal]:
    kinds = {each.type or "lainnya" for each in held}
    for kind in sorted(kinds, key=lambda each: _rank(codes.TYPES, each)):
        these = [each for each in held if (each.type or "lainnya") == kind]
        heads = _added(each.participants for each in these)
        yield TypeTotal(kind, len(these), heads)


@dataclass(frozen=True, slots=True)
class MonthBar:
    """One bar of the chart on the first page: activities held, heads where they were counted."""

    month: str
    activities: int
    participants: int


def month_bars(
    held: Mapping[str, tuple[int, int]], last: str, count: int = 6
) -> tuple[MonthBar, ...]:
    """Return `count` months up to `last`, oldest first; a month without work has a bar of 0.

    `held` gives the activities and the heads of a month.
    """
    months = (months_later(last, step) for step in range(1 - count, 1))
    return tuple(MonthBar(month, *held.get(month, (0, 0))) for month in months)


def topics_not_discussed(activities: Iterable[Activity], year: int) -> tuple[str, ...]:
    """Return the topics that no activity held in `year` was about, in the order of the list."""
    seen = {topic for each in activities if _is_held_in_year(each, year) for topic in each.topics}
    return tuple(topic for topic in codes.TOPICS if topic not in seen and topic != "lainnya")
