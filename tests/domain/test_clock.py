"""Days and hours: believed, and said in words."""

from datetime import date, datetime, timedelta

import pytest

from patbm_desktop.domain import clock
from patbm_desktop.domain.clock import WITA, FixedClock, SystemClock, is_believable

BUILT = date(2026, 11, 21)
DAY = timedelta(days=1)


def test_the_day_of_the_build_is_believed():
    assert is_believable(BUILT, BUILT)


def test_a_day_before_the_build_is_not():
    assert not is_believable(BUILT - DAY, BUILT)


def test_a_day_before_the_last_record_is_not():
    assert not is_believable(BUILT + DAY, BUILT, last_saved=BUILT + 2 * DAY)
    assert is_believable(BUILT + 2 * DAY, BUILT, last_saved=BUILT + 2 * DAY)


def test_a_day_before_the_last_word_of_a_server_is_not():
    assert not is_believable(BUILT + DAY, BUILT, last_contact=BUILT + 2 * DAY)


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (0, "malam"), (3, "malam"), (4, "pagi"), (10, "pagi"), (11, "siang"), (14, "siang"),
        (15, "sore"), (17, "sore"), (18, "malam"), (23, "malam"),
    ],
)  # fmt: skip
def test_people_greet_by_the_hour(hour, said):
    moment = datetime(2026, 11, 21, hour, 59, tzinfo=WITA)
    assert clock.greeting(moment, "id") == f"Selamat {said}"
    assert clock.greeting(moment, "en").startswith("Good ")


def test_dates_are_written_as_people_write_them():
    assert clock.long_date(BUILT, "id") == "Sabtu, 21 November 2026"
    assert clock.long_date(BUILT, "en") == "Saturday, 21 November 2026"
    assert clock.short_date(BUILT, "id") == "Sab, 21 Nov"
    assert clock.short_date(date(2026, 8, 7), "id") == "Jum, 7 Agu"
    assert clock.month_year(date(2026, 5, 1), "id") == "Mei 2026"
    assert clock.plain_date(date(2026, 5, 1), "en") == "1 May 2026"


def test_times_have_a_dot_here():
    assert clock.time_words(datetime(2026, 11, 21, 8, 4, tzinfo=WITA), "id") == "08.04"
    assert clock.time_words(datetime(2026, 11, 21, 20, 14, tzinfo=WITA), "en") == "20:14"


def test_numbers_have_dots_for_thousands_and_a_comma_for_parts_here():
    assert [clock.whole(1846, "id"), clock.whole(1846, "en")] == ["1.846", "1,846"]
    assert [clock.decimal(12.5, "id"), clock.decimal(1234.5, "id")] == ["12,5", "1.234,5"]
    assert clock.decimal(1234.5, "en") == "1,234.5"


def test_the_clock_of_the_laptop_tells_the_hour_of_balikpapan():
    assert SystemClock().now().utcoffset() == timedelta(hours=8)


def test_a_fixed_clock_stands_until_it_is_moved():
    fixed = FixedClock(datetime(2026, 11, 21, 8, tzinfo=WITA))
    assert fixed.now() == fixed.now() == fixed.moment
    fixed.moment += DAY
    assert fixed.now().day == 22
