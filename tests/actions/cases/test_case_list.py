"""Which cases a list holds: without working out a line it must say what the line would."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from patbm_desktop.actions.cases.case_list import Filter, Query, listing_of, waiting
from patbm_desktop.actions.cases.case_rows import Lines, Row, State, Urgency
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.second_look import SecondLook
from tests.actions.cast import carry, enter, laptop
from tests.case_samples import SAMPLES


@pytest.fixture
def entered(ws: Workspace, clock: FixedClock) -> Workspace:
    """Every sample as it ended, seen on the day of the latest of them."""
    for sample in SAMPLES:
        enter(ws, clock, sample)
    clock.moment = datetime.combine(max(each.noted for each in SAMPLES), clock.moment.time(), WITA)
    return ws


def rows(ws: Workspace, **query: object) -> Sequence[Row]:
    return tuple(listing_of(ws, Query(**query)).rows)  # type: ignore[arg-type]


def waits(row: Row) -> bool:
    """Say whether somebody has to do something, by the line alone."""
    if row.is_over or row.state is State.WAITING_FOR_CASE:
        return False
    is_late = row.overdue_days is not None or row.no_news_days is not None
    return is_late or bool(row.flags) or row.look is SecondLook.WAITING


FILTERS: Mapping[Filter, Callable[[Row], bool]] = {
    Filter.TODO: waits,
    Filter.WATCHED: lambda row: row.status == "dipantau",
    Filter.REFERRED: lambda row: row.status in {"dirujuk", "diterima_layanan"},
    Filter.CLOSED: lambda row: row.is_over,
}


@pytest.mark.parametrize("wanted", FILTERS)
def test_a_filter_keeps_the_lines_that_say_so(entered: Workspace, wanted: Filter) -> None:
    every = rows(entered)
    assert len(every) == len(SAMPLES)
    assert rows(entered, filter=wanted) == tuple(filter(FILTERS[wanted], every))


def test_a_filter_and_a_search_hold_together(entered: Workspace) -> None:
    for row in rows(entered, filter=Filter.TODO):
        assert rows(entered, filter=Filter.TODO, search=row.code) == (row,)
    (over, *_) = rows(entered, filter=Filter.CLOSED)
    assert rows(entered, filter=Filter.TODO, search=over.code) == ()


def test_a_line_is_worked_out_when_it_is_looked_at_and_not_before(entered: Workspace) -> None:
    listed = listing_of(entered, Query(search="2026")).rows
    assert isinstance(listed, Lines)
    assert len(listed) == len(listed.ents) > 0
    assert listed._made == {}
    assert listed[0].ent == listed.ents[0]
    assert list(listed._made) == [0]


def test_two_cases_of_a_day_stand_by_their_code() -> None:
    ents = sorted(ids.fresh() for _ in range(50))
    places = [Urgency(False, True, 1, "9", ent) for ent in ents]
    assert sorted(ents, key=ids.case_code) == [each.ent for each in sorted(places)]


@pytest.mark.parametrize("odd", ["besok", {"what": ["x"], "on": "2026-11-21"}, {"on": {}}, 5])
def test_a_next_step_of_a_strange_shape_is_none(ws: Workspace, odd: object) -> None:
    ent = ids.fresh()
    ws.write([Edit(kind="case", ent=ent, values={"month": "2026-11", "triage": "hijau"})])
    ws.db.conn.execute(
        "UPDATE record SET shown = json_set(shown, '$.next', json(?))", [json.dumps(odd)]
    )
    (row,) = rows(ws)
    assert (row.ent, row.next, row.overdue_days) == (ent, None, None)


def test_what_points_to_a_case_that_is_not_here_is_a_line_of_its_own(ws: Workspace) -> None:
    ent = ids.fresh()
    values = {"case_id": ent, "date": date(2026, 11, 2).isoformat(), "kind": "telepon"}
    ws.write([Edit(kind="follow_up", ent=ids.fresh(), values=values)])
    (row,) = rows(ws)
    assert (row.ent, row.state) == (ent, State.WAITING_FOR_CASE)
    assert rows(ws, search=row.code) == (row,)
    assert rows(ws, search="tidak ada") == rows(ws, filter=Filter.TODO) == ()


# -- the order, as of today and of all that came ---------------------------------------------


@pytest.fixture
def rina(ws: Workspace, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """The pendamping kasus at her own laptop."""
    made = laptop(ws, tmp_path / "rina", clock, ("umum", "kasus"))
    yield made
    made.close()


def planned(ws: Workspace, on: str, ent: str = "") -> str:
    """Write a case whose next step is set to a day, or set it anew; return the case."""
    values = {"next": {"what": "telepon", "on": on}}
    shown = ws.view("case", ent) if ent else None
    fresh = {"month": "2026-11", "triage": "kuning", "status": {"value": "didampingi"}}
    ent = ent or ids.fresh()
    ws.write([Edit(kind="case", ent=ent, values=values if shown else fresh | values, shown=shown)])
    return ent


def handed(ws: Workspace, case: str, on: str) -> None:
    """Hand a letter about a case over; nobody has answered."""
    values = {"case_id": case, "to": "uptd_ppa", "made_on": on, "outcome": "menunggu"}
    ws.write([Edit(kind="referral", ent=ids.fresh(), values=values | {"sent": {"on": on}})])


def order(ws: Workspace) -> list[str]:
    return [row.ent for row in rows(ws)]


def test_the_order_is_that_of_today_though_midnight_passed_and_the_clock_was_set_back(
    ws: Workspace, clock: FixedClock
) -> None:
    call, letter = planned(ws, "2026-11-23"), planned(ws, "2026-12-01")
    handed(ws, letter, "2026-11-21")
    seen = {}
    for day in (21, 22, 23, 21):
        clock.moment = clock.moment.replace(day=day)
        seen[day] = order(ws), waiting(ws).count
    assert seen == {21: ([call, letter], 0), 22: ([letter, call], 1), 23: ([call, letter], 2)}


def test_what_another_laptop_planned_decides_the_order_as_soon_as_it_came(
    ws: Workspace, rina: Workspace
) -> None:
    late, calm = planned(ws, "2026-11-20"), planned(ws, "2026-11-25")
    assert order(ws) == [late, calm]
    carry(ws, rina)
    planned(rina, "2026-12-05", late)
    planned(rina, "2026-11-19", calm)
    carry(rina, ws)
    assert order(ws) == order(rina) == [calm, late]


def test_a_closing_from_another_laptop_waits_for_the_second_person_and_stands_first(
    ws: Workspace, rina: Workspace
) -> None:
    calm, closed = planned(ws, "2026-11-25"), planned(ws, "2026-12-01")
    carry(ws, rina)
    shown = rina.view("case", closed)
    values = {"status": {"value": "selesai", "reason": "membaik"}}
    rina.write([Edit(kind="case", ent=closed, values=values, shown=shown)])
    carry(rina, ws)
    assert order(ws) == [closed, calm]
    assert rows(ws)[0].look is SecondLook.WAITING
