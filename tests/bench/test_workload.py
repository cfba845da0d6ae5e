"""The workload is always the same one, and has the shape that the figures are given for."""

from collections import Counter
from itertools import islice

import pytest

from patbm_desktop.domain.activity import Activity, reasons
from tests.bench import workload
from tests.bench.workload import NOTE_SHARE, NOTES, activities

RT, LEAD, PLACES = "a" * 32, "b" * 32, ("c" * 32, "d" * 32)
MANY = 3000


@pytest.fixture(scope="module")
def records() -> list[Activity]:
    return list(activities(MANY, RT, PLACES, LEAD))


def test_a_seed_gives_the_same_records_every_time(records):
    assert list(activities(MANY, RT, PLACES, LEAD)) == records


def test_a_longer_run_begins_with_a_shorter_one(records):
    assert list(islice(activities(MANY * 2, RT, PLACES, LEAD), MANY)) == records


def test_every_record_may_be_kept(records):
    assert [each for each in records if reasons(each, None)] == []
    assert all(each.is_complete for each in records)


def test_the_texts_of_a_record_have_200_to_600_characters(records):
    letters = sorted(len(each.result or "") + len(each.next_step or "") for each in records)
    assert (letters[0] >= 200, letters[-1] <= 600) == (True, True)
    assert 380 < letters[MANY // 2] < 420


def test_three_records_in_ten_are_notes(records):
    share = sum(each.type in NOTES for each in records) / MANY
    assert share == pytest.approx(NOTE_SHARE, abs=0.02)


def test_words_are_drawn_unevenly(records):
    drawn = Counter(word for each in records for word in (each.result or "").split())
    counts = [count for _, count in drawn.most_common(workload.VOCABULARY)]
    assert counts[0] > 5 * counts[-1]


def test_two_runs_with_different_names_write_different_records(records):
    few = records[:10]
    first = {edit.ent for edit in workload.edits(few, "first")}
    assert first.isdisjoint(edit.ent for edit in workload.edits(few, "second"))
