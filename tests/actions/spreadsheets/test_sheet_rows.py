"""What a typed-in row means, and which of its columns needs a hand."""

import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.actions import wording
from patbm_desktop.actions.spreadsheets.sheet_rows import Rules, explain, read_rows
from patbm_desktop.actions.spreadsheets.tabular import Line, Table, read_table
from patbm_desktop.domain.activity import Count4, from_values, to_values
from patbm_desktop.domain.columns import COLUMNS
from patbm_desktop.domain.kinds import missing, problems
from patbm_desktop.domain.reason import Reason

SAMPLES = Path(__file__).parents[1] / "samples"
RT_901, RT_902 = "a" * 32, "b" * 32
RULES = Rules(
    space="c" * 32,
    kelurahan_code="64.71.99.1001",
    kelurahan_name="Contoh",
    rts={"901": RT_901},
    own="901",
    today=date(2026, 11, 21),
)
OFFICE = replace(RULES, rts={"901": RT_901, "902": RT_902}, own=None)
GOOD = {"tanggal": "2026-09-05", "program": "lautan_rt", "jenis": "kelas_pengasuhan"}


def reading(*rows, rules=RULES):
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    lines = tuple(Line(at, row) for at, row in enumerate(rows, 2))
    return read_rows(Table(lines, columns), rules)


def row(rules=RULES, **cells):
    (only,) = reading({**GOOD, **cells}, rules=rules).rows
    return only


def refusal(rules=RULES, **cells):
    (only,) = reading({**GOOD, **cells}, rules=rules).refused
    return only.column, only.reason


def sheet(name):
    return read_rows(read_table(SAMPLES / name, wording.column_spellings()), RULES)


# -- what a row needs ------------------------------------------------------------------------


def test_three_columns_are_enough():
    activity = row().activity
    assert (activity.date, activity.program) == (date(2026, 9, 5), "lautan_rt")
    assert (activity.rt_id, activity.held_by) == (RT_901, "rt")
    assert activity.participants is None
    assert not activity.is_complete


@pytest.mark.parametrize("column", ["tanggal", "program", "jenis"])
@pytest.mark.parametrize("nothing", [None, "", " ", "-"])
def test_each_of_the_three_is_needed(column, nothing):
    assert refusal(**{column: nothing}) == (column, Reason.REQUIRED)


def test_a_file_without_one_of_the_three_has_every_row_refused_for_it():
    found = reading({"tanggal": "2026-09-05", "program": "lautan_rt"})
    assert [(each.column, each.reason) for each in found.refused] == [("jenis", Reason.REQUIRED)]


def test_a_line_on_which_only_the_number_stands_is_no_row():
    found = reading({"no": "7", **dict.fromkeys(GOOD, "")}, {"no": "8", **dict.fromkeys(GOOD)})
    assert (found.rows, found.refused) == ((), ())


def test_one_head_count_makes_the_others_nobody():
    assert row(dewasa_p="12 org").activity.participants == Count4(dewasa_p=12)
    assert row(anak_l=0).activity.participants == Count4()


def test_about_so_many_is_an_estimate():
    assert row(dewasa_p="±40").activity.estimated
    assert not row(dewasa_p="40").activity.estimated


def test_the_change_worked_for_follows_from_the_kind():
    assert row().activity.outcome_area == "keterampilan"


# -- what a row must not say -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("tanggal", "besok", Reason.NOT_A_DATE),
        ("program", "arisan", Reason.UNKNOWN_VALUE),
        ("jenis", "arisan", Reason.UNKNOWN_VALUE),
        ("topik", "hak_anak;memasak", Reason.UNKNOWN_VALUE),
        ("mitra", "tetangga", Reason.UNKNOWN_VALUE),
        ("penyelenggara", "provinsi", Reason.UNKNOWN_VALUE),
        ("dewasa_l", "banyak", Reason.NOT_A_NUMBER),
        ("anak_p", "-1", Reason.OUT_OF_RANGE),
        ("anak_l", 1000, Reason.OUT_OF_RANGE),
        ("disabilitas", "dua atau tiga", Reason.NOT_A_NUMBER),
        ("menit", "10", Reason.OUT_OF_RANGE),
        ("menit", "9 jam", Reason.OUT_OF_RANGE),
        ("hasil", "x" * 20_000, Reason.TOO_LONG),
        ("hasil", "a\x00b", Reason.CONTROL_CHARACTER),
        ("tindak_lanjut", "x" * 301, Reason.TOO_LONG),
        ("tempat", "x" * 81, Reason.TOO_LONG),
        ("pelaksana", "x" * 81, Reason.TOO_LONG),
        ("rt", "902", Reason.OTHER_RT),
        ("rt", "RT dua", Reason.NOT_A_NUMBER),
        ("kelurahan", "Batu Ampar", Reason.OTHER_KELURAHAN),
        ("kelurahan", "64.71.03.1001", Reason.OTHER_KELURAHAN),
    ],
)
def test_what_cannot_be_read_refuses_the_row_and_names_the_column(column, value, reason):
    assert refusal(**{column: value}) == (column, reason)


def test_a_truth_value_is_no_number_even_after_the_number_one():
    found = reading({**GOOD, "dewasa_l": 1}, {**GOOD, "dewasa_l": True})
    assert [(each.row, each.reason) for each in found.refused] == [(3, Reason.NOT_A_NUMBER)]


def test_more_people_with_a_disability_than_people_are_refused():
    assert refusal(dewasa_l=1, disabilitas=2) == (
        "disabilitas",
        Reason.MORE_DISABLED_THAN_PRESENT,
    )


def test_the_first_bad_column_of_the_file_is_named():
    found = reading({"hasil": "a\x00", "menit": "x", **GOOD, "tanggal": "x"})
    assert [each.column for each in found.refused] == ["hasil"]


def test_a_refused_row_shows_what_stood_there_in_a_printable_way():
    found = reading(
        {**GOOD, "hasil": "\x1b[2J" + "x" * 600}, {**GOOD, "tanggal": 12}, {**GOOD, "jenis": True}
    )
    assert [each.value for each in found.refused] == ["\ufffd[2J" + "x" * 76, 12, "True"]
    assert [each.row for each in found.refused] == [2, 3, 4]


def test_a_damaged_line_is_refused_where_it_broke():
    (only,) = read_rows(Table((Line(2, GOOD, damaged="hasil"),), COLUMNS), RULES).refused
    assert (only.column, only.reason) == ("hasil", Reason.WRONG_SHAPE)


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_a_refusal_is_explained_with_the_limits_of_its_column(language):
    found = reading(
        {**GOOD, "hasil": "x" * 501}, {**GOOD, "menit": 5}, {**GOOD, "rt": 902},
        {**GOOD, "kelurahan": "Batu Ampar"}, {**GOOD, "tempat": "x" * 81},
        {**GOOD, "anak_l": 1000},
    )  # fmt: skip
    said = " ".join(explain(each, RULES, language) for each in found.refused)
    assert [word in said for word in ("500", "15", "480", "901", "Contoh", "80", "999")] == [
        True
    ] * 7


# -- whose row it is -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written", ["Contoh", "contoh", "Kel. Contoh", "KELURAHAN CONTOH", "64.71.99.1001", 6471991001]
)
def test_the_own_kelurahan_is_known_by_its_name_or_code(written):
    assert row(kelurahan=written).activity.rt_id == RT_901


def test_an_office_takes_any_rt_of_its_kelurahan_but_the_row_must_name_it():
    assert row(OFFICE, rt="RT 902").activity.rt_id == RT_902
    assert refusal(OFFICE, rt="") == ("rt", Reason.REQUIRED)
    assert refusal(OFFICE, rt="903") == ("rt", Reason.OTHER_RT)


def test_the_demo_carries_every_row_to_its_own_rt():
    carried = row(replace(RULES, carry=True), rt="911", kelurahan="Graha Indah")
    assert carried.activity.rt_id == RT_901


# -- days to come ----------------------------------------------------------------------------


def test_a_day_to_come_without_heads_is_a_plan():
    for heads in ({}, {"dewasa_l": 0, "dewasa_p": "0"}):
        planned = row(tanggal="2026-12-05", **heads).activity
        assert planned.planned
        assert planned.participants is None


def test_a_day_to_come_with_heads_is_refused():
    assert refusal(tanggal="2026-12-05", dewasa_p=3) == ("tanggal", Reason.IN_THE_FUTURE)


def test_a_clock_that_is_not_believed_knows_no_future():
    unsure = replace(RULES, today=None)
    assert not row(unsure, tanggal="2031-12-05", dewasa_p=3).activity.planned


# -- one row, one record ---------------------------------------------------------------------


def test_the_same_row_has_the_same_id_however_it_is_typed():
    one = row(tempat="Balai RT", topik="hak_anak;kdrt", dewasa_l=11, dewasa_p=2)
    other = row(
        tanggal="5 September 2026", tempat="BALAI-RT", topik="Kekerasan di rumah; Hak anak",
        dewasa_l="sebelas", dewasa_p="2 org", anak_l=0, hasil="lain", pelaksana="Ibu R.",
    )  # fmt: skip
    assert one.activity.ent == other.activity.ent


@pytest.mark.parametrize(
    "other",
    [
        {"tanggal": "2026-09-06"}, {"jenis": "sosialisasi"}, {"program": "rira"},
        {"tempat": "Musala"}, {"topik": "hak_anak"}, {"dewasa_l": "0"}, {"dewasa_l": "1"},
    ],
)  # fmt: skip
def test_each_of_the_six_parts_tells_rows_apart(other):
    assert row(**other).activity.ent != row().activity.ent


def test_another_space_makes_another_record():
    assert row(replace(RULES, space="d" * 32)).activity.ent != row().activity.ent


def test_a_plan_keeps_its_id_when_the_day_has_come():
    later = replace(RULES, today=date(2027, 1, 1))
    cells = {"tanggal": "2026-12-05", "dewasa_l": 0}
    assert row(**cells).activity.ent == row(later, **cells).activity.ent


def test_the_id_is_a_fact_that_other_laptops_can_make():
    assert row().activity.ent == "4c71e3b604c40c26e6cf2741c128505b"


# -- whole sheets ----------------------------------------------------------------------------


def test_the_twelve_samples_are_refused_elsewhere_and_carried_in_the_demo():
    table = read_table(SAMPLES / "twelve-activities.csv", wording.column_spellings())
    assert len(read_rows(table, RULES).refused) == 12
    carried = read_rows(table, replace(RULES, carry=True))
    assert (len(carried.rows), carried.refused, carried.ignored) == (12, (), ())
    assert sum(each.activity.participants.total for each in carried.rows) == 438


MESSY = {
    17: ("dewasa_l", Reason.OUT_OF_RANGE), 20: ("tanggal", Reason.IN_THE_FUTURE),
    22: ("tanggal", Reason.NOT_A_DATE), 23: ("tanggal", Reason.NOT_A_DATE),
    24: ("tanggal", Reason.WEEKDAY_DIFFERS), 25: ("tanggal", Reason.REQUIRED),
    26: ("program", Reason.REQUIRED), 27: ("jenis", Reason.REQUIRED),
    28: ("program", Reason.UNKNOWN_VALUE), 29: ("jenis", Reason.UNKNOWN_VALUE),
    30: ("topik", Reason.UNKNOWN_VALUE), 31: ("kelurahan", Reason.OTHER_KELURAHAN),
    32: ("rt", Reason.OTHER_RT), 33: ("rt", Reason.NOT_A_NUMBER),
    34: ("dewasa_p", Reason.NOT_A_NUMBER), 35: ("dewasa_p", Reason.NOT_A_NUMBER),
    36: ("disabilitas", Reason.MORE_DISABLED_THAN_PRESENT), 37: ("menit", Reason.OUT_OF_RANGE),
    38: ("hasil", Reason.TOO_LONG), 39: ("tempat", Reason.CONTROL_CHARACTER),
    40: ("mitra", Reason.UNKNOWN_VALUE), 41: ("penyelenggara", Reason.UNKNOWN_VALUE),
    43: ("hasil", Reason.WRONG_SHAPE),
}  # fmt: skip
"""Which of the forty rows need a hand, and where."""


def test_a_messy_sheet_says_exactly_which_rows_need_a_hand():
    found = sheet("messy-forty.csv")
    assert {each.row: (each.column, each.reason) for each in found.refused} == MESSY
    assert len(found.rows) + len(found.refused) == 40
    assert found.ignored == ("Cuaca", "Catatan Bu RT")


def test_a_messy_sheet_gives_the_sums_that_were_written_on_it():
    rows = {each.number: each.activity for each in sheet("messy-forty.csv").rows}
    assert sorted(rows) == [*range(4, 17), 18, 19, 42, 44]
    heads = [each.participants for each in rows.values() if each.participants]
    assert sum(heads, Count4()) == Count4(224, 301, 62, 81)
    assert rows[6].result == "Café kecil – anak usul “jam belajar”"
    assert [rows[at].is_complete for at in (13, 14, 15)] == [False, False, True]
    assert [each.number for each in sheet("messy-forty.csv").rows if each.activity.planned] == [19]
    assert rows[42].ent == rows[4].ent


CELLS = st.one_of(
    st.none(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(),
    st.text(max_size=30), st.text(string.digits + " ./-;", max_size=12),
    st.sampled_from(["lautan_rt", "sosialisasi", "hak_anak", "901", "2026-09-05", "12 org"]),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(COLUMNS), CELLS))
def test_any_row_is_kept_whole_or_refused_with_a_sentence(cells):
    for base in ({}, GOOD):
        found = reading({**base, **cells})
        for each in found.refused:
            assert explain(each, RULES)
        for each in found.rows:
            values = {k: v for k, v in to_values(each.activity).items() if v is not None}
            assert not problems("activity", values)
            assert not missing("activity", values)
            assert from_values(each.activity.ent, values) == each.activity
