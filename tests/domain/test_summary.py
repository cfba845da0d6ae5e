"""What a month and a year add up to."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from patbm_desktop.domain import codes
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.fields import COUNT4
from patbm_desktop.domain.summary import (
    SheetActivity,
    first_day,
    last_day,
    month_bars,
    month_of,
    month_summary,
    months_later,
    plan_hints,
    result_of,
    topics_not_discussed,
    year_summary,
)

counts = some.builds(Count4, *[some.integers(0, 999)] * 4)
activities = some.builds(
    Activity,
    ent=some.text("0123456789abcdef", min_size=4, max_size=4),
    date=some.none() | some.dates(date(2026, 9, 1), date(2026, 12, 31)),
    planned=some.booleans(),
    held_by=some.sampled_from(codes.HELD_BY),
    program=some.sampled_from(codes.PROGRAMS),
    type=some.sampled_from(codes.TYPES),
    topics=some.lists(some.sampled_from(codes.TOPICS), max_size=3, unique=True).map(tuple),
    participants=some.none() | counts,
    estimated=some.booleans(),
    disability=some.none() | some.integers(0, 99),
    result=some.none() | some.just("Hasil"),
    on_report=some.booleans(),
)
months = some.lists(some.builds(SheetActivity, activity=activities), max_size=12)
"""A mix of months, plans, visits, and records that lack heads or topics."""


def one(**values: object) -> SheetActivity:
    known: dict[str, object] = {
        "ent": "a1",
        "date": date(2026, 10, 3),
        "program": "lautan_rt",
        "type": "kelas_pengasuhan",
        "topics": ("hak_anak",),
        "participants": Count4(1, 2, 3, 4),
        "disability": 1,
    }
    return SheetActivity(activity=Activity(**(known | values)), place_name="Balai RT")  # type: ignore[arg-type]


@given(months)
def test_the_sums_of_the_sheet_are_the_sums_of_its_rows_and_of_the_records(rows):
    summary = month_summary(rows, "2026-10")
    held = [row.activity for row in rows if _is_october(row.activity)]
    counted = [each for each in held if each.participants is not None]
    for name in COUNT4:
        of_records = sum(getattr(each.participants, name) for each in counted)
        of_rows = sum(getattr(row.participants, name) for row in summary.rows if row.participants)
        assert getattr(summary.participants, name) == of_rows == of_records
    assert summary.activities == len(held)
    assert summary.incomplete == sum(not each.is_complete for each in held)
    assert summary.disability == sum(each.disability or 0 for each in counted)


def _is_october(activity: Activity) -> bool:
    return not activity.planned and activity.date is not None and activity.date.month == 10


@given(months, some.randoms())
def test_the_order_in_which_records_come_changes_nothing(rows, luck):
    # Two records under one name cannot exist; the later one would be the same record.
    unique = list({row.activity.ent: row for row in rows}.values())
    shuffled = list(unique)
    luck.shuffle(shuffled)
    assert month_summary(shuffled, "2026-10") == month_summary(unique, "2026-10")


@given(months)
def test_rows_are_numbered_without_gaps_and_sessions_go_by_date(rows):
    summary = month_summary(rows, "2026-10")
    assert [row.number for row in summary.rows] == list(range(1, len(summary.rows) + 1))
    dates = [row.session.activity.date for row in summary.rows if row.session]
    assert dates == sorted(dates)


@given(months)
def test_a_visit_is_never_a_row_of_its_own_record(rows):
    for row in month_summary(rows, "2026-10").rows:
        assert (row.session is None) == (row.type in codes.VISIT_TYPES)


def test_what_only_a_later_release_knows_is_counted_and_comes_last():
    visit = one(type="kunjungan_rumah", program="program_baru")
    session = one(type="jenis_baru", program="program_baru")
    rows = month_summary([visit, one(type="kunjungan_rumah"), session], "2026-10").rows
    assert [(row.type, row.program) for row in rows] == [
        ("jenis_baru", "program_baru"), ("kunjungan_rumah", "lautan_rt"),
        ("kunjungan_rumah", "program_baru"),
    ]  # fmt: skip
    year = year_summary([each.activity for each in (session, visit)], 2026)
    assert [each.type for each in year.types] == ["kunjungan_rumah", "jenis_baru"]


def test_visits_of_one_type_and_program_are_one_row_with_the_months_number():
    visits = [
        one(ent=f"{day}", type="kunjungan_rumah", date=date(2026, 10, day)) for day in (2, 9, 30)
    ]
    other = one(ent="z", type="kunjungan_rumah", program="ppatbm")
    rows = month_summary([*visits, other], "2026-10").rows
    assert [(row.times, row.program) for row in rows] == [(3, "lautan_rt"), (1, "ppatbm")]
    assert rows[0].participants == Count4(3, 6, 9, 12)
    assert rows[0].disability == 3


def test_an_incomplete_visit_counts_as_done_and_its_heads_where_they_were_counted():
    visits = [
        one(type="deteksi_dini"),
        one(ent="b", type="deteksi_dini", participants=None),
        one(ent="c", type="deteksi_dini", topics=()),
    ]
    (row,) = month_summary(visits, "2026-10").rows
    assert (row.times, row.incomplete, row.participants) == (3, 2, Count4(2, 4, 6, 8))


def test_heads_of_a_session_without_topic_are_summed_and_it_is_named_as_incomplete():
    summary = month_summary([one(topics=()), one(ent="b", participants=None)], "2026-10")
    assert summary.incomplete == 2
    assert summary.participants == Count4(1, 2, 3, 4)


def test_a_result_that_was_switched_off_and_one_of_a_visit_stay_out_of_section_c():
    rows = [
        one(result="Warga sepakat."),
        one(ent="b", result="Rahasia", on_report=False),
        one(ent="c", result="Di rumah nomor tiga", type="kunjungan_rumah"),
    ]
    assert month_summary(rows, "2026-10").results == ("Warga sepakat.",)
    assert [result_of(row.activity) for row in rows] == ["Warga sepakat.", "", ""]


def test_the_plan_suggests_next_months_sessions_then_what_was_promised():
    rows = [
        one(next_step="Tempel nomor di posyandu"),
        one(ent="b", next_step="Tempel nomor di posyandu"),
        one(ent="c", planned=True, date=date(2026, 11, 7)),
        one(ent="d", planned=True, date=date(2026, 12, 7)),
        one(ent="e", planned=True, date=date(2026, 11, 8), type="kunjungan_rumah"),
        one(ent="f", next_step="Kunjungi lagi", type="kunjungan_rumah"),
    ]
    hints = plan_hints(rows, "2026-10")
    assert [hint.session.activity.ent for hint in hints if hint.session] == ["c"]
    assert [hint.text for hint in hints if hint.text] == ["Tempel nomor di posyandu"]


@given(some.dates(date(2000, 1, 1), date(2100, 1, 1)), some.integers(-40, 40))
def test_months_go_forth_and_back(day, steps):
    month = month_of(day)
    assert months_later(months_later(month, steps), -steps) == month
    assert month_of(first_day(month)) == month_of(last_day(month)) == month


@given(months)
def test_a_year_holds_each_month_once(rows):
    year = year_summary([row.activity for row in rows], 2026)
    assert year.activities == sum(year.months)
    assert year.participants.total == sum(
        month_summary(rows, f"2026-{number:02}").participants.total for number in range(1, 13)
    )


def test_a_year_knows_the_months_that_were_handed_in():
    year = year_summary([], 2026, ["2026-02", "2025-12", "2026-01", "2026-02"])
    assert year.reported == ("2026-01", "2026-02")


def test_bars_show_six_months_and_a_month_without_work_as_nothing():
    bars = month_bars({"2026-10": (2, 10), "2026-05": (9, 90)}, "2026-11")
    assert [bar.month for bar in bars] == [f"2026-{number:02}" for number in range(6, 12)]
    assert [(bar.activities, bar.participants) for bar in bars[3:]] == [(0, 0), (2, 10), (0, 0)]


def test_a_topic_only_planned_or_of_another_year_is_still_not_discussed():
    held = [
        one(topics=("hak_anak",)).activity,
        one(topics=("kdrt",), planned=True).activity,
        one(topics=("peran_ayah",), date=date(2025, 10, 3)).activity,
    ]
    left = topics_not_discussed(held, 2026)
    assert "hak_anak" not in left
    assert {"kdrt", "peran_ayah"} <= set(left)
    assert "lainnya" not in left
