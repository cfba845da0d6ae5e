"""An activity as a value: round trips, reasons that stop a save, hints that never do."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain import codes
from patbm_desktop.domain.activity import (
    Activity,
    Count4,
    from_values,
    hints,
    outcome_of,
    reasons,
    to_values,
)
from patbm_desktop.domain.activity_kinds import ACTIVITY
from patbm_desktop.domain.kinds import problems
from patbm_desktop.domain.reason import Hint, Problem, Reason
from patbm_desktop.domain.summary import SheetActivity, month_summary, year_summary
from tests.wire.test_line import JSON

TODAY = date(2026, 11, 21)
HEAD = st.integers(0, 999)
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60
)

ACTIVITIES = st.builds(
    Activity,
    date=st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    planned=st.booleans(),
    held_by=st.sampled_from(codes.HELD_BY),
    program=st.sampled_from(codes.PROGRAMS),
    type=st.sampled_from(codes.TYPES),
    topics=st.lists(st.sampled_from(codes.TOPICS), unique=True).map(tuple),
    participants=st.none() | st.builds(Count4, HEAD, HEAD, HEAD, HEAD),
    estimated=st.booleans(),
    title=st.none() | TEXT,
    start=st.none() | st.times().map(lambda at: time(at.hour, at.minute)),
    minutes=st.none() | st.integers(15, 480),
    on_report=st.booleans(),
    partners=st.lists(st.sampled_from(codes.PARTNERS), unique=True).map(tuple),
)


@given(ACTIVITIES)
def test_what_an_op_carries_reads_back_as_it_was(activity: Activity) -> None:
    assert from_values("", to_values(activity)) == activity


@given(ACTIVITIES)
def test_what_an_op_carries_fits_the_field_table(activity: Activity) -> None:
    given_values = {name: value for name, value in to_values(activity).items() if value is not None}
    assert problems("activity", given_values) == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date", 5), ("date", "kemarin"), ("start", 7), ("start", "19:30+07:00"), ("topics", 7),
        ("participants", "dua"), ("participants", {"dewasa_l": 1}), ("minutes", "satu"),
        ("participants", {"dewasa_l": "3", "dewasa_p": 1, "anak_l": 1, "anak_p": 1}),
        ("type", ["sosialisasi"]), ("program", {}), ("title", 5), ("on_report", "tidak"),
        ("planned", 1), ("disability", True), ("lead_id", []),
    ],
    ids=str,
)  # fmt: skip
def test_what_has_the_wrong_shape_is_read_as_absent(name: str, value: object) -> None:
    assert from_values("", {name: value, "result": "Baik"}) == Activity(result="Baik")


@given(st.dictionaries(st.sampled_from(sorted(ACTIVITY.fields)), JSON, max_size=6))
def test_whatever_was_written_of_a_session_can_be_shown_and_added_up(values: dict) -> None:
    activity = from_values("", values)
    hints(activity, TODAY)
    month_summary([SheetActivity(activity=replace(activity, date=TODAY))], "2026-11")
    assert year_summary([replace(activity, date=TODAY, planned=False)], 2026).activities == 1


def test_unknown_fields_of_a_later_release_are_left_alone() -> None:
    values = {"program": "ppatbm", "type": "sosialisasi", "cuaca": "hujan"}
    assert from_values("", values) == Activity(program="ppatbm", type="sosialisasi")


def test_nobody_counted_is_not_nobody_came() -> None:
    session = Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",))
    assert not session.is_complete
    assert from_values("", to_values(session) | {"participants": Count4().as_dict()}).is_complete


def test_without_a_believable_clock_no_day_is_in_the_future() -> None:
    session = Activity(program="ppatbm", type="sosialisasi", date=date(2027, 1, 1))
    assert reasons(session, None) == ()
    assert reasons(session, TODAY) == (Problem("date", Reason.IN_THE_FUTURE),)


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ({"participants": Count4(301)}, Hint.OVER_300),
        ({"type": "kegiatan_anak", "participants": Count4(3)},
         Hint.CHILDREN_ACTIVITY_WITHOUT_CHILDREN),
        ({"date": date(2025, 10, 1)}, Hint.OLDER_THAN_13_MONTHS),
        ({"topics": ("cara_melapor",), "participants": Count4(anak_l=1)},
         Hint.TRAINED_FACILITATOR),
        ({"type": "kunjungan_rumah"}, Hint.VISIT),
    ],
)  # fmt: skip
def test_what_deserves_a_second_look_is_hinted_and_never_stops(
    more: dict[str, object], hint: Hint
) -> None:
    plain = {"program": "ppatbm", "type": "sosialisasi", "date": TODAY}
    session = Activity(**(plain | more))  # type: ignore[arg-type]
    assert hint in hints(session, TODAY)
    assert hint not in hints(Activity(**plain), TODAY)  # type: ignore[arg-type]
    assert reasons(session, TODAY) == ()


def test_a_photo_without_heads_is_hinted() -> None:
    session = Activity(program="ppatbm", type="sosialisasi")
    assert hints(session, TODAY, photos=1) == (Hint.PHOTO_WITHOUT_PARTICIPANTS,)


def test_every_type_but_the_last_works_for_one_of_the_three_changes() -> None:
    assert {outcome_of(each) for each in codes.TYPES} == {*codes.OUTCOME_AREAS, None}
    assert outcome_of("lainnya") is None


@given(st.lists(st.builds(Count4, HEAD, HEAD, HEAD, HEAD)))
def test_heads_add_up_column_by_column(counts: list[Count4]) -> None:
    whole = sum(counts, Count4())
    assert whole.total == sum(each.total for each in counts)
    assert whole.male + whole.female == whole.total
