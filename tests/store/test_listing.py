"""Lists: newest first, a page at a time, sums per month."""

from patbm_desktop.store import listing
from patbm_desktop.store.listing import Flag, Month
from tests.store.laptop import Author

HEADS = {"dewasa_l": 1, "dewasa_p": 20, "anak_l": 3, "anak_p": 4}
WHOLE = {"program": "ppatbm", "type": "jejaring", "topics": ["kdrt"], "participants": HEADS}


def days(rows):
    return [row.day for row in rows]


def test_the_newest_day_comes_first_and_of_a_day_the_newest_record(laptop):
    ents = [laptop.save(date=day, **WHOLE) for day in ("2026-10-02", "2026-11-05", "2026-10-02")]
    assert [row.ent for row in listing.rows(laptop.db, "activity")] == [ents[1], ents[2], ents[0]]


def test_a_record_without_a_day_comes_last(laptop):
    undated = laptop.save(type="jejaring", program="ppatbm")
    laptop.save(date="2020-01-01", **WHOLE)
    last = listing.rows(laptop.db, "activity")[-1]
    assert (last.ent, last.day) == (undated, None)


def test_a_day_that_was_corrected_moves_the_record(laptop):
    ent = laptop.save(date="2026-01-01", **WHOLE)
    laptop.save(date="2026-05-05", **WHOLE)
    laptop.save(ent=ent, date="2026-12-01")
    assert listing.rows(laptop.db, "activity")[0].ent == ent


def test_pages_join_without_a_gap_or_a_repeat(laptop):
    for number in range(13):
        laptop.save(date=f"2026-10-{number % 3 + 1:02}", **WHOLE)
    laptop.save(type="jejaring", program="ppatbm")
    whole = [row.ent for row in listing.rows(laptop.db, "activity")]
    paged, last = [], None
    while page := listing.rows(laptop.db, "activity", limit=4, before=last):
        paged += [row.ent for row in page]
        last = page[-1]
    assert paged == whole
    assert len(set(paged)) == 14


def test_a_span_includes_both_of_its_ends(laptop):
    for day in ("2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"):
        laptop.save(date=day, **WHOLE)
    laptop.save(type="jejaring", program="ppatbm")
    found = listing.rows(laptop.db, "activity", since="2026-10-01", until="2026-10-31")
    assert days(found) == ["2026-10-31", "2026-10-01"]
    assert days(listing.rows(laptop.db, "activity", since="2026-10", until="2026-10")) == days(
        found
    )
    assert len(listing.rows(laptop.db, "activity", until="2026-12")) == 4


def test_a_record_taken_back_is_listed_only_where_it_is_asked_for(laptop):
    ent = laptop.save(date="2026-10-01", **WHOLE)
    laptop.void("activity", ent)
    assert listing.rows(laptop.db, "activity") == []
    (row,) = listing.rows(laptop.db, "activity", with_void=True)
    assert row.is_void
    assert listing.row(laptop.db, "activity", ent) == row
    assert listing.count(laptop.db, "activity") == 0


def test_a_row_tells_what_a_list_shows(laptop):
    ent = laptop.save(date="2026-10-01", **WHOLE)
    laptop.save(ent=ent, title="Baru")
    (row,) = listing.rows(laptop.db, "activity")
    assert row.entity == (laptop.space, "activity", ent)
    assert row.values == {"date": "2026-10-01", "title": "Baru", **WHOLE}
    assert (row.edits, row.by) == (2, laptop.author.person)
    facts = (row.is_locked, row.is_contested, row.is_incomplete, row.is_planned)
    assert facts == (False, False, False, False)


def test_a_secret_value_is_not_in_the_repr_of_a_row(laptop):
    laptop.save(title="Yang tidak boleh bocor", **WHOLE)
    assert "bocor" not in repr(listing.rows(laptop.db, "activity"))


def test_the_person_shown_is_who_wrote_the_newest_edit_whatever_came_last(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    newer = rina.op("place", "a" * 32, {"name": "x"}, clk=90, at="2026-01-01T08:00")
    older = laptop.author.op("place", "a" * 32, {"kind": "rumah"}, clk=20)
    laptop.apply([laptop.author.member(rina, 8, role="koordinator"), newer])
    laptop.apply([older])
    (row,) = listing.rows(laptop.db, "place")
    assert (row.by, row.at) == (rina.person, "2026-01-01T08:00")


def test_months_sum_what_was_held_and_count_what_is_planned_apart(laptop):
    laptop.save(date="2026-10-01", **WHOLE)
    laptop.save(date="2026-10-20", type="jejaring", program="ppatbm")
    laptop.save(date="2026-11-30", planned=True, **WHOLE)
    laptop.save(type="jejaring", program="ppatbm")
    laptop.void("activity", laptop.save(date="2026-10-03", **WHOLE))
    assert listing.months(laptop.db) == [
        Month("2026-11", 0, 0, 1, 0),
        Month("2026-10", 2, 28, 0, 1),
        Month(None, 1, 0, 0, 1),
    ]
    assert listing.years(laptop.db) == [2026]


def test_heads_of_a_month_are_those_at_complete_records(laptop):
    laptop.save(date="2026-10-01", **WHOLE)
    laptop.save(date="2026-10-02", **WHOLE | {"topics": []})
    assert listing.months(laptop.db) == [Month("2026-10", 2, 28, 0, 1)]


def test_months_can_be_asked_for_from_one_on(laptop):
    for day in ("2026-09-30", "2026-10-01", "2026-11-21"):
        laptop.save(date=day, **WHOLE)
    assert [each.month for each in listing.months(laptop.db, since="2026-10")] == [
        "2026-11", "2026-10",
    ]  # fmt: skip


def test_years_are_those_with_a_record_that_stands(laptop):
    for day in ("2024-12-31", "2026-01-01", "2026-12-31", "2019-06-01"):
        laptop.save(date=day, **WHOLE)
    laptop.save(**WHOLE)
    laptop.void("activity", laptop.save(date="2021-03-01", **WHOLE))
    assert listing.years(laptop.db) == [2026, 2024, 2019]


def test_lists_can_leave_out_a_fact_and_count_it(laptop):
    held = laptop.save(date="2026-10-01", **WHOLE)
    laptop.save(date="2026-11-30", planned=True, **WHOLE)
    assert [row.ent for row in listing.rows(laptop.db, "activity", but=Flag.PLANNED)] == [held]
    assert listing.count(laptop.db, "activity", only=Flag.PLANNED) == 1


def test_a_page_learns_what_points_at_its_records_and_at_no_others(laptop):
    here, there = laptop.save(**WHOLE), laptop.save(**WHOLE)
    for activity, sex in ((here, "P"), (here, "L"), (there, "P")):
        laptop.save("attendance", name="A", sex=sex, activity_id=activity)
    laptop.void("attendance", laptop.save("attendance", name="B", sex="P", activity_id=here))
    assert listing.pointing(laptop.db, "attendance", "sex", [here]) == {here: ["P", "L"]}
    assert listing.pointing(laptop.db, "attendance", "age_group", [there]) == {there: [""]}
    assert listing.pointing(laptop.db, "attachment", "kind", [here, there]) == {}


def test_lists_can_be_asked_for_one_fact_and_for_some_spaces(laptop, another):
    planned = laptop.save(date="2026-11-30", planned=True, **WHOLE)
    foreign = another.author.op("activity", "b" * 32, {"type": "jejaring"}, clk=9)
    laptop.apply([*another.author.first_ops(), foreign])
    assert [row.ent for row in listing.rows(laptop.db, "activity", only=Flag.PLANNED)] == [planned]
    here = listing.rows(laptop.db, "activity", spaces=[laptop.space])
    assert [row.ent for row in here] == [planned]
    assert listing.rows(laptop.db, "activity", spaces=[]) == []
    assert listing.count(laptop.db, "activity", spaces=[another.space]) == 1
    assert listing.row(laptop.db, "activity", "b" * 32, space=laptop.space) is None


def test_records_are_found_by_what_they_point_to(laptop):
    ent = laptop.save(**WHOLE)
    guests = [laptop.save("attendance", name=name, sex="P", activity_id=ent) for name in "ABC"]
    laptop.save("attendance", name="D", sex="L", activity_id="f" * 32)
    assert [row.ent for row in listing.pointing_to(laptop.db, "attendance", ent)] == guests
    laptop.void("attendance", guests[1])
    laptop.save("attendance", guests[2], activity_id="f" * 32)
    assert [row.ent for row in listing.pointing_to(laptop.db, "attendance", ent)] == guests[:1]
    with_void = listing.pointing_to(laptop.db, "attendance", ent, with_void=True)
    assert [row.ent for row in with_void] == guests[:2]


def test_what_exists_is_told_even_when_it_was_taken_back(laptop):
    ents = [laptop.save("place", name=str(number)) for number in range(3)]
    laptop.void("place", ents[0])
    asked = [*ents, *(f"{number:032x}" for number in range(1200))]
    assert listing.existing(laptop.db, "place", asked) == frozenset(ents)
    assert listing.existing(laptop.db, "activity", ents) == frozenset()


def test_a_record_taken_back_by_one_who_had_not_seen_all_stays_and_says_so(laptop):
    ent = laptop.save(date="2026-10-01", **WHOLE)
    (first,) = (edit.op for edit in laptop.history("activity", ent))
    laptop.save(ent=ent, title="Baru")
    void = laptop.author.op(
        "activity", ent, {"_void": {"reason": "ganda"}}, clk=9, over={"_void": [first]}
    )
    laptop.apply([void])
    (row,) = listing.rows(laptop.db, "activity")
    assert row.is_contested
    assert not row.is_void


def test_what_a_record_says_is_read_when_it_is_looked_at(laptop):
    laptop.save(date="2026-10-02", **WHOLE)
    (row,) = listing.rows(laptop.db, "activity")
    assert row._values is None
    assert row.values["topics"] == ["kdrt"]


def test_a_record_that_was_changed_is_another_row(laptop):
    ent = laptop.save(date="2026-10-02", **WHOLE)
    before = listing.row(laptop.db, "activity", ent)
    assert listing.row(laptop.db, "activity", ent) == before
    laptop.save(ent=ent, topics=["hak_anak"])
    assert listing.row(laptop.db, "activity", ent) != before
