"""Days and times as people and spreadsheets write them."""

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.clock import WITA, long_date, plain_date
from patbm_desktop.domain.days import clock_time, day
from patbm_desktop.domain.reading import Unreadable
from patbm_desktop.domain.reason import Reason

SATURDAY = date(2026, 11, 21)
EVENING = datetime(2026, 11, 21, 19, 30, tzinfo=WITA)


@pytest.mark.parametrize(
    "written",
    [
        SATURDAY, EVENING, "2026-11-21", "2026-11-21 00:00:00",
        "2026-11-21T00:00:00", "2026/11/21", "21/11/2026", "21-11-2026", "21.11.2026",
        "21 11 2026", " 21 / 11 / 2026 ", "21 November 2026", "21 november 2026", "21 Nov 2026",
        "21 Nop 2026", "21 NOPEMBER 2026", "21-Nov-2026", "21 Nov. 2026", "21November2026",
        "Sabtu, 21 Nov 2026", "Sabtu 21 November 2026", "sab, 21-11-2026", "Sabtu,21/11/2026",
        "Saturday, 21 November 2026", "21\u00a0November\u00a02026", 46347, 46347.0, 46347.81,
        "46347", "46347,0",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written):
    assert day(written) == SATURDAY


@pytest.mark.parametrize("written", [None, "", " ", "-", "–"])
def test_nothing_is_no_day(written):
    assert day(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "31/02/2026", "11/21/2026", "21/11/26", "21-11", "November 2026", "2026-13-01", "besok",
        "21 Foo 2026", "0026-11-21", "21/11-2026", "20261121", "2026-W47-6", 12, 1e9, True,
        float("nan"), "99999", "29/02/2025", "21 November 2026 dan 22 November 2026", "x" * 9000,
        time(8, 0), "٢١/١١/٢٠٢٦",
    ],
)  # fmt: skip
def test_what_is_no_one_day_is_refused(written):
    with pytest.raises(Unreadable) as no:
        day(written)
    assert no.value.reason is Reason.NOT_A_DATE


def test_a_weekday_that_is_not_that_days_is_refused():
    with pytest.raises(Unreadable) as no:
        day("Minggu, 21 November 2026")
    assert no.value.reason is Reason.WEEKDAY_DIFFERS


@given(st.dates(date(1945, 1, 1), date(2199, 12, 31)), st.sampled_from(["id", "en"]))
def test_every_day_that_the_program_writes_is_read_back(moment, language):
    assert day(long_date(moment, language)) == moment
    assert day(plain_date(moment, language)) == moment
    assert day(moment.isoformat()) == day(f"{moment:%d/%m/%Y}") == moment


@given(st.text(max_size=100))
def test_any_text_is_a_day_or_refused(written):
    with suppress(Unreadable):
        assert day(written) is None or isinstance(day(written), date)


@pytest.mark.parametrize(
    "written",
    [
        "19.30", "19:30", "19.30 WITA", "pukul 19.30", "jam 19:30", "19:30:00", "pkl. 19.30",
        time(19, 30), EVENING, 0.8125,
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(written):
    assert clock_time(written) == time(19, 30)


def test_a_full_hour_needs_no_minutes():
    assert clock_time("pukul 8") == time(8)


@pytest.mark.parametrize("written", ["24.00", "19.60", "sore", 19, -0.5, "1930", True])
def test_what_is_no_time_is_refused(written):
    with pytest.raises(Unreadable) as no:
        clock_time(written)
    assert no.value.reason is Reason.NOT_A_TIME
