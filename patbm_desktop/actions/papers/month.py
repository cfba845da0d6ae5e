"""The month of an RT: what its sheet is made from, how far the paper has come, what is planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from patbm_desktop.actions.activities import activity_rows
from patbm_desktop.actions.activities.activity_rows import ActivityRow, State
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import letterheads, people
from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import Language
from patbm_desktop.domain.record import day_of, present
from patbm_desktop.domain.summary import (
    SheetActivity,
    first_day,
    last_day,
    month_of,
    months_later,
    plan_hints,
)
from patbm_desktop.reports import month as sheets
from patbm_desktop.reports import paper
from patbm_desktop.reports.month import MonthSheet
from patbm_desktop.store import current, listing, oplog
from patbm_desktop.sync.moving import moved_from

LAST_MONTH_UNTIL_DAY = 10
"""Up to this day the month before is the one a volunteer prints."""


class Stage(StrEnum):
    """How far the paper of a month has come; each is a day written into the record."""

    NONE = "none"
    PRINTED = "printed"
    HANDED = "handed"
    SIGNED = "signed"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportState:
    """One month's sheet: `plan` are the lines of section D, typed or suggested.

    `revision` is 0 for a sheet that was never printed differently, else how many times it was.
    """

    month: str
    stage: Stage
    on: date | None
    nothing_held: bool
    plan: tuple[str, ...]
    is_plan_typed: bool
    revision: int
    activities: int
    participants: int


def report_id(ws: Workspace, month: str) -> str:
    """Return the record of a month's sheet, the same on every laptop of the RT."""
    return ids.row_id("report", rt_in(ws, month), month)


def rt_in(ws: Workspace, month: str) -> str:
    """Return the RT record that `month` is reported for.

    A month in which the RT moved to another kelurahan is the new one's; those before stay as they
    were reported, or are reported late, for the old one.
    """
    rt, seen = ws.rt, {ws.rt}
    while True:
        since = str(ws.values("rt", rt).get("valid_from", ""))
        known = moved_from(ws.laptop, rt)
        before = next((each for each in known if each not in seen), None)
        if before is None or month >= since[: len(month)]:
            return rt
        rt = before
        seen.add(rt)


def default_month(ws: Workspace) -> str:
    """Return the month to print: the last one until the tenth or until printed, else this one."""
    today = ws.today()
    this = month_of(today)
    last = months_later(this, -1)
    if today.day <= LAST_MONTH_UNTIL_DAY:
        return last
    is_open = stage_of(ws, last) is Stage.NONE and _rows(ws, last, last)
    return last if is_open else this


def stage_of(ws: Workspace, month: str) -> Stage:
    """Say how far the sheet of `month` has come."""
    return _stage(_values(ws, month))[0]


def state(ws: Workspace, month: str) -> ReportState:
    """Say how far the sheet of `month` has come and what it adds up to."""
    values = _values(ws, month)
    stage, on = _stage(values)
    rows = rows_around(ws, month)
    made = sheet(ws, month, rows=rows)
    typed = values.get("plan")
    return ReportState(
        month=month,
        stage=stage,
        on=on,
        nothing_held=bool(values.get("nothing_held")),
        plan=made.plan,
        is_plan_typed=typed is not None,
        revision=made.revision,
        activities=made.summary.activities,
        participants=made.summary.participants.total,
    )


def _values(ws: Workspace, month: str) -> Mapping[str, Any]:
    return ws.values("report", report_id(ws, month))


def _stage(values: Mapping[str, Any]) -> tuple[Stage, date | None]:
    for stage in (Stage.RECEIVED, Stage.SIGNED, Stage.HANDED, Stage.PRINTED):
        on = day_of(values.get(f"{stage}_on"))
        if on:
            return stage, on
    return Stage.NONE, None


# -- what the sheet is made from -------------------------------------------------------------


def _rows(ws: Workspace, first: str, last: str) -> list[ActivityRow]:
    since, until = first_day(first).isoformat(), last_day(last).isoformat()
    rows = listing.rows(ws.db, "activity", spaces=ws.shown, since=since, until=until)
    return activity_rows.rows_of(ws, rows)


def rows_around(ws: Workspace, month: str) -> tuple[SheetActivity, ...]:
    """Return the activities of `month`, and those planned for the month after it."""
    return tuple(map(as_sheet_row, _rows(ws, month, months_later(month, 1))))


def as_sheet_row(row: ActivityRow) -> SheetActivity:
    """Return what paper needs of one line of a list."""
    return SheetActivity(
        activity=row.activity,
        place_name=row.place_name,
        lead_name=row.lead_name,
        photos=row.photos,
        lists=row.lists,
        has_two_versions=row.state in (State.TWO_VERSIONS, State.CONTESTED),
    )


def rt_of(ws: Workspace, month: str = "") -> paper.Rt:
    """Return the neighbourhood as sheets name it; for a `month` as it was called then."""
    me = ws.me
    then = rt_in(ws, month) if month else ws.rt
    if then != ws.rt:
        was = ws.values("rt", then)
        place = ws.region.describe(str(was.get("kelurahan_code", "")))
        number = str(was.get("number", ""))
        return paper.Rt(number, place.kelurahan, place.kecamatan, place.kota)
    return paper.Rt(me.rt_number, me.kelurahan_name, me.kecamatan_name, me.kota_name)


def titles_of(ws: Workspace) -> paper.Titles:
    """Return what people are called in this city."""
    titles = ws.region.titles
    return paper.Titles(titles.team, titles.kader, titles.ketua)


def letterhead_of(ws: Workspace) -> paper.Letterhead | None:
    """Return the kop this RT typed for itself, None for the usual one."""
    kop = letterheads.standing(ws)
    return paper.Letterhead(kop.lines, kop.address) if kop else None


def sheet(
    ws: Workspace, month: str, *, rows: tuple[SheetActivity, ...] | None = None
) -> MonthSheet:
    """Return everything the sheet of `month` is made from, with the switches as usual."""
    given = rows_around(ws, month) if rows is None else rows
    values = _values(ws, month)
    hints = plan_hints(given, month)
    plan = values.get("plan")
    made = MonthSheet(
        rt=rt_of(ws, month),
        month=month,
        rows=given,
        titles=titles_of(ws),
        maker_name=ws.me.name,
        head_name=people.head_of_rt(ws),
        letterhead=letterhead_of(ws),
        plan=tuple(plan) if plan is not None else sheets.plan_lines(hints, _language(ws)),
        nothing_held=bool(values.get("nothing_held")),
    )
    return replace(made, revision=_revision(ws, month, made))


def _language(ws: Workspace) -> Language:
    return "en" if ws.language == "en" else "id"


def _revision(ws: Workspace, month: str, made: MonthSheet) -> int:
    """Count the prints of other content that came before this one."""
    entity = ws.entity("report", report_id(ws, month))
    edits = current.history(ws.db, entity, ws.opener)
    printed = [edit.writes["content_hash"].value for edit in edits if "content_hash" in edit.writes]
    distinct = list(dict.fromkeys(each for each in printed if each))
    if not distinct:
        return 0
    name = paper.content_hash(made)
    return distinct.index(name) if name in distinct else len(distinct)


# -- what a person says of it ----------------------------------------------------------------


def set_plan(ws: Workspace, month: str, lines: Sequence[str]) -> Done:
    """Keep the lines of section D; no line at all is a plan too."""
    return _put(ws, month, {"plan": [line.strip() for line in lines if line.strip()]})


def say_nothing_held(ws: Workspace, month: str, *, nothing: bool) -> Done:
    """Report that nothing was held in `month`, or take that back."""
    return _put(ws, month, {"nothing_held": nothing or None})


def mark(ws: Workspace, month: str, stage: Stage, on: date | None = None) -> Done:
    """Write down that the sheet was printed, handed over, signed or received, today or `on`."""
    values: dict[str, Any] = {f"{stage}_on": (on or ws.today()).isoformat()}
    if stage is Stage.PRINTED:
        made = replace(sheet(ws, month), revision=0)
        values["content_hash"] = paper.content_hash(made)
        values["position"] = oplog.highest_clk(ws.db, ws.space)
    return _put(ws, month, values)


def _put(ws: Workspace, month: str, values: dict[str, Any]) -> Done:
    ent = report_id(ws, month)
    if ws.view("report", ent):
        return people.change(ws, "report", ent, values)
    first = {"rt_id": rt_in(ws, month), "month": month}
    kinds = ws.write([Edit(kind="report", ent=ent, values=first | present(values))])
    undo = undoing.of_new([ws.entity("report", ent)])
    return Done(ent, kinds, undo)
