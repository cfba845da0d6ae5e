"""Logging, finding, correcting, planning and taking back, on a real encrypted store."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import (
    activities,
    activity_detail,
    activity_list,
    activity_rows,
    choices,
)
from patbm_desktop.actions.activities.activity_list import Query
from patbm_desktop.actions.activities.activity_rows import State
from patbm_desktop.actions.opened import drafts, undoing
from patbm_desktop.actions.opened.changes import Edit, Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import parse
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.store import oplog

TODAY = date(2026, 11, 21)
SESSION = Activity(
    program="lautan_rt",
    type="kelas_pengasuhan",
    date=TODAY,
    topics=("gawai_internet_aman",),
    participants=Count4(dewasa_l=4, dewasa_p=15),
    result="Warga sepakat jam bebas gawai.",
)


def rows(ws: Workspace, **query: object) -> tuple[activity_rows.ActivityRow, ...]:
    return activity_list.listing_of(ws, Query(**query)).rows  # type: ignore[arg-type]


def test_a_session_is_found_again_as_it_was_logged(ws: Workspace) -> None:
    done = activities.record(ws, SESSION, place_name="Balai RT")
    (row,) = rows(ws)
    assert row.ent == done.ent
    assert row.place_name == "Balai RT"
    assert row.activity.participants == Count4(4, 15, 0, 0)
    assert row.lead_name == "Sari Melati"
    assert row.activity.outcome_area == "keterampilan"
    assert row.state is State.SAFE


def test_what_was_saved_is_there_after_the_vault_was_closed(
    ws: Workspace, reopen: Callable[[], Workspace]
) -> None:
    done = activities.record(ws, SESSION)
    ws.close()
    again = reopen()
    assert (
        activity_detail.detail(again, done.ent).activity.result == "Warga sepakat jam bebas gawai."
    )
    again.close()


def test_only_programme_and_type_are_needed(ws: Workspace) -> None:
    activities.record(ws, Activity(program="ppatbm", type="sosialisasi"))
    (row,) = rows(ws)
    assert row.state is State.INCOMPLETE
    assert row.activity.participants is None


@pytest.mark.parametrize("given", [{"program": "ppatbm"}, {"type": "sosialisasi"}, {}])
def test_without_programme_or_type_nothing_is_kept(ws: Workspace, given: dict[str, str]) -> None:
    with pytest.raises(Refused) as caught:
        activities.record(ws, Activity(**given))
    assert {each.reason for each in caught.value.problems} == {Reason.REQUIRED}
    assert rows(ws) == ()


def test_a_future_day_is_refused_unless_it_is_planned(ws: Workspace) -> None:
    tomorrow = replace(SESSION, date=TODAY + timedelta(days=1))
    with pytest.raises(Refused) as caught:
        activities.record(ws, tomorrow)
    assert caught.value.problems == (Problem("date", Reason.IN_THE_FUTURE),)
    activities.record(ws, replace(tomorrow, planned=True, participants=None))
    assert [row.state for row in rows(ws)] == [State.PLANNED]


def test_a_list_with_a_limit_holds_the_newest_and_says_that_there_are_more(ws: Workspace) -> None:
    days = [TODAY - timedelta(days=number) for number in range(9)]
    for day in (*days[::2], *days[1::2]):
        activities.record(ws, replace(SESSION, date=day))
    listing = activity_list.listing_of(ws, Query(limit=4))
    assert [row.activity.date for row in listing.rows] == days[:4]
    assert not listing.is_whole
    assert activity_list.listing_of(ws, Query(limit=9)).is_whole


def test_a_limit_counts_what_is_wanted_however_much_lies_between(ws: Workspace) -> None:
    for number in range(12):
        kind = "kelas_pengasuhan" if number % 4 == 0 else "sosialisasi"
        day = TODAY - timedelta(days=number)
        activities.record(ws, replace(SESSION, type=kind, date=day))
    listing = activity_list.listing_of(ws, Query(preset="lautan_rt", limit=2))
    assert [(TODAY - row.activity.date).days for row in listing.rows if row.activity.date] == [0, 4]
    assert not listing.is_whole
    assert len(rows(ws, preset="lautan_rt")) == 3


def test_a_draft_stands_before_what_was_held_in_its_month(ws: Workspace) -> None:
    activities.record(ws, SESSION)
    activities.record(ws, replace(SESSION, date=date(2026, 10, 3)))
    drafts.put(ws, None, "activity", {"values": {"date": "2026-10-01"}})
    states = [row.state for row in rows(ws)]
    assert states == [State.SAFE, State.DRAFT, State.SAFE]


def test_a_text_beyond_its_limit_is_refused_with_its_field(ws: Workspace) -> None:
    with pytest.raises(Refused) as caught:
        activities.record(ws, replace(SESSION, result="x" * 20_000))
    assert caught.value.problems == (Problem("result", Reason.TOO_LONG),)


def test_a_control_character_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused) as caught:
        activities.record(ws, replace(SESSION, next_step="ke sekolah\x07"))
    assert caught.value.problems == (Problem("next_step", Reason.CONTROL_CHARACTER),)


def test_more_with_a_disability_than_came_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused) as caught:
        activities.record(ws, replace(SESSION, disability=20))
    assert caught.value.problems == (Problem("disability", Reason.MORE_DISABLED_THAN_PRESENT),)


def test_free_texts_travel_sealed_and_dates_open(ws: Workspace) -> None:
    activities.record(ws, replace(SESSION, title="Kelas malam", speakers="Ibu bidan"))
    bodies = [body for body, _ in oplog.ops_of(ws.db, ws.space)]
    whole = b"".join(bodies)
    for secret in (b"bebas gawai", b"Kelas malam", b"Ibu bidan", b"result", b"speakers"):
        assert secret not in whole
    assert b"2026-11-21" in whole
    assert parse(bodies[-1], b"").box is not None


def test_nothing_readable_lies_in_any_file_of_the_vault(ws: Workspace, folder: Path) -> None:
    activities.record(ws, SESSION, place_name="Langgar Contoh")
    drafts.put(ws, None, "activity", {"raw": "setengah jadi"})
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not content.startswith(b"SQLite format 3")
            for word in (b"bebas gawai", b"Langgar Contoh", b"setengah jadi", b"Sari Melati"):
                assert word not in content, path.name
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(folder / "catatan.db").execute("SELECT * FROM op")


def test_a_correction_writes_only_what_changed(ws: Workspace) -> None:
    done = activities.record(ws, SESSION)
    shown = activity_detail.detail(ws, done.ent)
    activities.correct(ws, replace(shown.activity, result=None, minutes=90), shown=shown)
    after = activity_detail.detail(ws, done.ent)
    assert after.activity.result is None
    assert after.activity.minutes == 90
    newest = after.history[0]
    assert {change.field for change in newest.changes} == {"result", "minutes"}
    assert newest.by_name == "Sari Melati"


def test_a_correction_without_a_difference_writes_nothing(ws: Workspace) -> None:
    done = activities.record(ws, SESSION)
    shown = activity_detail.detail(ws, done.ent)
    before = oplog.highest_clk(ws.db, ws.space)
    assert activities.correct(ws, shown.activity, shown=shown).undo is None
    assert oplog.highest_clk(ws.db, ws.space) == before


def test_two_corrections_of_the_same_field_apart_show_two_versions(ws: Workspace) -> None:
    done = activities.record(ws, SESSION)
    shown = activity_detail.detail(ws, done.ent)
    activities.correct(ws, replace(shown.activity, minutes=60), shown=shown)
    activities.correct(ws, replace(shown.activity, minutes=120), shown=shown)
    (row,) = rows(ws)
    assert row.state is State.TWO_VERSIONS
    assert activity_detail.detail(ws, done.ent).two_versions == ("minutes",)


def test_undo_takes_back_a_save_a_correction_and_a_deletion(ws: Workspace) -> None:
    done = activities.record(ws, SESSION)
    shown = activity_detail.detail(ws, done.ent)
    corrected = activities.correct(ws, replace(shown.activity, minutes=90), shown=shown)
    assert corrected.undo is not None
    undoing.undo(ws, corrected.undo)
    assert activity_detail.detail(ws, done.ent).activity.minutes is None
    gone = activities.void(ws, done.ent)
    assert rows(ws) == ()
    assert gone.undo is not None
    undoing.undo(ws, gone.undo)
    assert len(rows(ws)) == 1
    assert done.undo is not None
    taken = undoing.undo(ws, done.undo)
    assert rows(ws) == ()
    assert taken.undo is not None
    undoing.undo(ws, taken.undo)
    assert len(rows(ws)) == 1


def test_an_edit_the_deleter_had_not_seen_keeps_the_record_visible(ws: Workspace) -> None:
    done = activities.record(ws, SESSION)
    shown = activity_detail.detail(ws, done.ent)
    stale = ws.need("activity", done.ent)
    activities.correct(ws, replace(shown.activity, minutes=90), shown=shown)
    void = {"_void": {"reason": "ganda"}}
    ws.write([Edit(kind="activity", ent=done.ent, values=void, shown=stale)])
    (row,) = rows(ws)
    assert row.state is State.CONTESTED


def test_a_single_past_edit_can_be_put_back(ws: Workspace) -> None:
    done = activities.record(ws, SESSION)
    shown = activity_detail.detail(ws, done.ent)
    activities.correct(ws, replace(shown.activity, minutes=90, result="Lain"), shown=shown)
    newest = activity_detail.detail(ws, done.ent).history[0]
    activities.put_back(ws, done.ent, newest)
    after = activity_detail.detail(ws, done.ent).activity
    assert (after.minutes, after.result) == (None, SESSION.result)


def test_saving_drops_the_draft_in_the_same_step(ws: Workspace) -> None:
    draft = drafts.put(ws, None, "activity", {"values": {"type": "sosialisasi"}})
    assert [row.state for row in rows(ws)] == [State.DRAFT]
    activities.record(ws, SESSION, draft_id=draft.id)
    assert drafts.every(ws) == ()
    assert [row.state for row in rows(ws)] == [State.SAFE]


def test_a_place_is_matched_whatever_its_spelling(ws: Workspace) -> None:
    activities.record(ws, SESSION, place_name="Balai RT")
    activities.record(ws, SESSION, place_name=" balai rt ")
    assert len({row.activity.place_id for row in rows(ws)}) == 1


@pytest.mark.parametrize("typed", ["gawai", "GAWAI", "lautan", "bebas", "balairt", "kelas gawai"])
def test_a_session_is_found_by_what_a_person_remembers(ws: Workspace, typed: str) -> None:
    activities.record(ws, SESSION, place_name="Balai RT")
    activities.record(ws, Activity(program="kadarkum", type="sosialisasi", topics=("kdrt",)))
    assert [row.activity.program for row in rows(ws, search=typed)] == ["lautan_rt"]


def test_months_add_up_and_leave_plans_and_drafts_out(ws: Workspace) -> None:
    activities.record(ws, SESSION)
    activities.record(ws, replace(SESSION, participants=None))
    activities.record(ws, replace(SESSION, date=TODAY + timedelta(days=3), planned=True))
    drafts.put(ws, None, "activity", {"values": {"date": "2026-11-21"}})
    (month,) = activity_list.listing_of(ws, Query(year=2026)).months
    assert (month.activities, month.participants, month.incomplete) == (2, 19, 1)
    assert (month.planned, month.drafts) == (1, 1)


def test_the_same_session_noted_twice_is_hinted(ws: Workspace) -> None:
    done = activities.record(ws, SESSION, place_name="Balai RT")
    (double,) = activity_list.doubles(ws, SESSION, "balai RT")
    assert double.ent == done.ent
    assert (
        activity_list.doubles(ws, replace(SESSION, date=TODAY - timedelta(days=1)), "Balai RT")
        == ()
    )


def test_the_last_session_of_a_kind_fills_a_new_one(ws: Workspace) -> None:
    activities.record(ws, replace(SESSION, date=date(2026, 11, 7)), place_name="Balai RT")
    found = activity_list.last_like(ws, "lautan_rt")
    assert found is not None
    assert (found.activity.date, found.place_name) == (date(2026, 11, 7), "Balai RT")
    assert activity_list.last_like(ws, "forum_anak") is None


def test_chips_stand_in_the_order_of_own_use(ws: Workspace) -> None:
    before = [preset.key for preset in choices.choices(ws).presets]
    for _ in range(2):
        activities.record(ws, replace(SESSION, program="kampung_pustaka", type="kegiatan_anak"))
    after = [preset.key for preset in choices.choices(ws).presets]
    assert after[0] == "kampung_pustaka"
    assert after[1:] == [key for key in before if key != "kampung_pustaka"]


def test_a_clock_that_cannot_be_right_prefills_no_date(ws: Workspace, clock: FixedClock) -> None:
    assert choices.choices(ws).today == TODAY
    clock.moment = clock.moment.replace(year=2001)
    assert choices.choices(ws).today is None
    activities.record(ws, replace(SESSION, date=TODAY))
    assert len(rows(ws)) == 1


def test_a_record_that_is_not_here_says_so(ws: Workspace) -> None:
    with pytest.raises(Fault) as caught:
        activity_detail.detail(ws, "0" * 32)
    assert caught.value.refusal is Refusal.NO_SUCH_RECORD


def test_no_word_of_a_record_stands_in_an_exception_or_a_repr(ws: Workspace) -> None:
    activities.record(ws, SESSION)
    assert "gawai" not in repr(ws)
    with pytest.raises(Refused) as caught:
        activities.record(ws, replace(SESSION, result="rahasia" * 200))
    assert "rahasia" not in str(caught.value)
