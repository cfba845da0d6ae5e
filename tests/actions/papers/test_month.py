"""The month's sheet, from the records to the paper, and Beranda's list."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from patbm_desktop.actions import home
from patbm_desktop.actions.activities import activities, activity_list, activity_rows, photos
from patbm_desktop.actions.activities.activity_list import Query
from patbm_desktop.actions.activities.photos import NewPhoto
from patbm_desktop.actions.demo import demo
from patbm_desktop.actions.entrance import passphrases
from patbm_desktop.actions.home import TodoKind
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month, papers
from patbm_desktop.actions.papers.month import Stage
from patbm_desktop.actions.papers.papers import Paper, Request
from patbm_desktop.actions.rt import contacts, people
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.reports.statement import Tone

OCTOBER = Activity(
    program="lautan_rt",
    type="kelas_pengasuhan",
    date=date(2026, 10, 3),
    topics=("pengasuhan_positif",),
    participants=Count4(3, 14, 0, 0),
    disability=1,
    result="Jam bebas gawai disepakati",
)


def kinds_of(ws: Workspace) -> list[TodoKind]:
    return [todo.kind for todo in home.todos(ws)]


def test_the_sample_sheet_adds_up_on_the_month_sheets(ws: Workspace) -> None:
    outcome = demo.bring_sample(ws)
    assert (outcome.added, outcome.refused) == (12, ())
    sums = {each: month.sheet(ws, each).summary for each in ("2026-09", "2026-10", "2026-11")}
    assert [sums[each].activities for each in sums] == [6, 4, 2]
    totals = [sums[each].participants for each in sums]
    assert sum(totals, Count4()) == Count4(87, 210, 61, 80)


def test_bringing_the_sample_twice_adds_nothing(ws: Workspace) -> None:
    demo.bring_sample(ws)
    again = demo.bring_sample(ws)
    assert (again.added, again.same) == (0, 12)


def test_plan_lines_are_suggested_until_somebody_types_them(ws: Workspace) -> None:
    activities.record(ws, replace(OCTOBER, next_step="Sesi khusus bapak"))
    assert "Sesi khusus bapak" in month.state(ws, "2026-10").plan
    month.set_plan(ws, "2026-10", ["Rapat RT", " "])
    state = month.state(ws, "2026-10")
    assert (state.plan, state.is_plan_typed) == (("Rapat RT",), True)
    month.set_plan(ws, "2026-10", [])
    assert month.state(ws, "2026-10").plan == ()


def test_a_month_without_work_can_be_reported_as_such(ws: Workspace) -> None:
    assert not month.state(ws, "2026-09").nothing_held
    month.say_nothing_held(ws, "2026-09", nothing=True)
    assert month.state(ws, "2026-09").nothing_held
    month.say_nothing_held(ws, "2026-09", nothing=False)
    assert not month.state(ws, "2026-09").nothing_held


def test_the_stage_is_the_last_day_that_was_set(ws: Workspace) -> None:
    activities.record(ws, OCTOBER)
    assert month.state(ws, "2026-10").stage is Stage.NONE
    month.mark(ws, "2026-10", Stage.PRINTED)
    assert month.state(ws, "2026-10").stage is Stage.PRINTED
    month.mark(ws, "2026-10", Stage.HANDED)
    state = month.state(ws, "2026-10")
    assert (state.stage, state.on) == (Stage.HANDED, date(2026, 11, 21))


def test_an_edit_after_printing_makes_the_next_print_a_correction(ws: Workspace) -> None:
    activities.record(ws, OCTOBER)
    month.mark(ws, "2026-10", Stage.PRINTED)
    assert month.state(ws, "2026-10").revision == 0
    activities.record(ws, replace(OCTOBER, date=date(2026, 10, 10)))
    assert month.state(ws, "2026-10").revision == 1
    month.mark(ws, "2026-10", Stage.PRINTED)
    assert month.state(ws, "2026-10").revision == 1
    activities.record(ws, replace(OCTOBER, date=date(2026, 10, 11)))
    assert month.state(ws, "2026-10").revision == 2


@pytest.mark.parametrize(
    ("day", "expected"), [(1, "2026-10"), (10, "2026-10"), (11, "2026-10"), (25, "2026-10")]
)
def test_last_month_is_offered_while_it_is_unprinted(
    ws: Workspace, clock: FixedClock, day: int, expected: str
) -> None:
    activities.record(ws, OCTOBER)
    clock.moment = clock.moment.replace(day=day)
    assert month.default_month(ws) == expected
    if day > 10:
        month.mark(ws, "2026-10", Stage.PRINTED)
        assert month.default_month(ws) == "2026-11"


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("size", ["a4", "f4"])
def test_every_sheet_can_be_made(ws: Workspace, paper: Paper, size: str) -> None:
    done = activities.record(ws, OCTOBER, place_name="Balai RT")
    request = Request(
        paper=paper,
        month="2026-10",
        activity=done.ent,
        year=2026,
        size=size,  # type: ignore[arg-type]
    )
    assert papers.pdf(papers.prepare(ws, request)).startswith(b"%PDF-")


def test_a_sheet_needs_no_vault_once_it_is_gathered(ws: Workspace) -> None:
    activities.record(ws, OCTOBER)
    prepared = papers.prepare(ws, Request(paper=Paper.MONTH, month="2026-10"))
    ws.close()
    assert papers.pdf(prepared).startswith(b"%PDF-")
    assert papers.xlsx(prepared).startswith(b"PK")
    assert papers.chat_png(prepared).startswith(b"\x89PNG")
    assert "gawai" not in repr(prepared)


def test_the_same_month_makes_the_same_bytes(ws: Workspace) -> None:
    activities.record(ws, OCTOBER)
    request = Request(paper=Paper.MONTH, month="2026-10")
    assert papers.pdf(papers.prepare(ws, request)) == papers.pdf(papers.prepare(ws, request))


def test_a_sheet_without_a_table_has_no_spreadsheet(ws: Workspace) -> None:
    prepared = papers.prepare(ws, Request(paper=Paper.EMERGENCY_CARD))
    for make in (papers.xlsx, papers.chat_png):
        with pytest.raises(Fault) as caught:
            make(prepared)
        assert caught.value.refusal is Refusal.NO_SUCH_SHEET


def test_the_statement_is_green_only_without_texts_and_photos(ws: Workspace) -> None:
    activities.record(ws, OCTOBER)
    month.set_plan(ws, "2026-10", [])
    plain = papers.prepare(ws, Request(paper=Paper.MONTH, month="2026-10", results=False))
    assert plain.statement is not None
    assert plain.statement.tone is Tone.NUMBERS_ONLY
    spoken = papers.prepare(ws, Request(paper=Paper.MONTH, month="2026-10"))
    assert spoken.statement is not None
    assert spoken.statement.tone is Tone.READ_AGAIN


def test_a_national_number_in_a_result_is_pointed_out(ws: Workspace) -> None:
    activities.record(ws, replace(OCTOBER, result="Anak dengan NIK 6471010101100001 datang"))
    prepared = papers.prepare(ws, Request(paper=Paper.MONTH, month="2026-10"))
    assert prepared.statement is not None
    assert prepared.statement.tone is Tone.LOOK


def test_a_photo_without_permission_is_on_no_sheet(ws: Workspace) -> None:
    done = activities.record(ws, OCTOBER)
    jpeg = b"\xff\xd8\xff\xe0 not drawn, only counted"
    photos.add(ws, done.ent, NewPhoto(jpeg=jpeg, children_visible="ya_belum"))
    photos.add(ws, done.ent, NewPhoto(jpeg=jpeg))
    with_photos = Request(paper=Paper.MONTH, month="2026-10", photos=True)
    assert papers.prepare(ws, with_photos).document.pictures == ()


# -- Beranda ---------------------------------------------------------------------------------


def test_the_first_thing_to_do_is_the_number_nobody_has_tried(ws: Workspace) -> None:
    assert kinds_of(ws) == [TodoKind.UPTD_NUMBER, TodoKind.RECOVERY_SHEET]
    contacts.mark_tested(ws, "uptd_ppa")
    passphrases.try_sheet(ws, passphrases.make_sheet(ws))
    assert kinds_of(ws) == []


def test_what_needs_a_person_stands_in_its_order(ws: Workspace) -> None:
    today = ws.today()
    activities.record(ws, replace(OCTOBER, date=today, planned=True, participants=None))
    activities.record(ws, replace(OCTOBER, date=today + timedelta(days=1), planned=True))
    activities.record(ws, replace(OCTOBER, topics=()))
    drafts.put(ws, None, activity_rows.FORM, {"values": {"type": "sosialisasi"}})
    assert kinds_of(ws) == [
        TodoKind.UPTD_NUMBER, TodoKind.PLANNED_DUE, TodoKind.DRAFT, TodoKind.INCOMPLETE,
        TodoKind.REPORT_UNPRINTED, TodoKind.RECOVERY_SHEET,
    ]  # fmt: skip


def test_the_month_so_far_counts_what_was_held(ws: Workspace) -> None:
    people.set_head_of_rt(ws, "Sugeng Contoh")
    activities.record(ws, replace(OCTOBER, date=date(2026, 11, 5)))
    activities.record(ws, replace(OCTOBER, date=date(2026, 11, 30), planned=True))
    gathered = home.home(ws)
    assert (gathered.activities, gathered.participants) == (1, 17)
    assert [bar.month for bar in gathered.bars][-1] == "2026-11"
    assert len(gathered.latest) == 1
    assert activity_list.listing_of(ws, Query(month="2026-11")).total.planned == 1
