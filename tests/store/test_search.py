"""Search: as a person remembers, not as it was typed."""

import pytest

from patbm_desktop.domain.merge import Entity
from patbm_desktop.store import current, search
from patbm_desktop.store.housekeeping import housekeep
from tests.store.laptop import Author


@pytest.fixture
def noted(laptop):
    """A vault with one activity that has a place, a person and texts."""
    place = laptop.save("place", name="Marga Sari")
    person = laptop.save("person", name="Ibu Rahmawati")
    ent = laptop.save(
        program="ppatbm", type="sosialisasi", topics=["gawai_internet_aman"], date="2026-10-05",
        place_id=place, lead_id=person, title="Kelas “Café” Ibu",
        result="Ibu-ibu membahas gawai; 20 orang hadir",
    )  # fmt: skip
    return laptop, ent


@pytest.mark.parametrize(
    "text",
    [
        "sosialisasi", "SOSIALISASI", "sos", "cafe", "café", "CAFÉ", "membahas gawai",
        "gawai membahas", "gawai memba", "20", "rahma", "ibu rahmawati", "margasari",
        "marga sari", "Marga  Sari", "marga", "sari", "MARGASA", "ibu margasari gawai",
        "ibu marga sari gawai", '"membahas gawai"', "  gawai  ", "ibu-ibu", "hadir.",
    ],
)  # fmt: skip
def test_it_is_found(noted, text):
    laptop, ent = noted
    assert [row.ent for row in search.find(laptop.db, text)] == [ent]
    assert search.count(laptop.db, text) == 1


@pytest.mark.parametrize("text", ["osialisasi", "gawai posyandu", '"gawai membahas"', "margo"])
def test_it_is_not_found_by_other_words(noted, text):
    laptop, _ = noted
    assert search.find(laptop.db, text) == []
    assert search.count(laptop.db, text) == 0


@pytest.mark.parametrize(
    "text",
    ["", "   ", '"', '""', "*", "-", "AND", "NEAR(", "gawai OR", "a" * 5000, "(", "text:x", "^"],
)
def test_nothing_that_is_typed_breaks_the_search(noted, text):
    laptop, _ = noted
    assert len(search.find(laptop.db, text)) == search.count(laptop.db, text)


def test_a_name_written_as_one_word_is_found_by_two(laptop):
    place = laptop.save("place", name="Margasari")
    ent = laptop.save(program="ppatbm", type="jejaring", place_id=place)
    assert [row.ent for row in search.find(laptop.db, "marga sari")] == [ent]


def test_the_newest_day_comes_first_whenever_it_was_typed_in(laptop):
    days = ("2026-03-01", "2026-11-01", "2025-01-01", "2026-03-01")
    ents = [laptop.save(type="jejaring", program="ppatbm", date=day) for day in days]
    undated = laptop.save(type="jejaring", program="ppatbm")
    found = [row.ent for row in search.find(laptop.db, "jejaring")]
    assert found == [ents[1], ents[3], ents[0], ents[2], undated]


def test_pages_of_hits_join_without_a_gap(laptop):
    for number in range(7):
        laptop.save(type="jejaring", program="ppatbm", date=f"2026-10-{number % 3 + 1:02}")
    whole = search.find(laptop.db, "jejaring")
    first = search.find(laptop.db, "jejaring", limit=3)
    second = search.find(laptop.db, "jejaring", limit=9, before=first[-1])
    assert [*first, *second] == whole


def test_an_edit_is_found_by_its_new_words_and_no_more_by_the_old(noted):
    laptop, ent = noted
    laptop.save(ent=ent, result="Rapat arisan", date="2026-10-06")
    assert search.find(laptop.db, "membahas") == []
    assert [row.ent for row in search.find(laptop.db, "arisan")] == [ent]


def test_a_record_taken_back_is_found_again_only_when_it_was_brought_back(noted):
    laptop, ent = noted
    laptop.void("activity", ent)
    assert search.find(laptop.db, "gawai") == []
    over = current.view(laptop.db, Entity(laptop.space, "activity", ent)).over
    undo = laptop.author.op("activity", ent, {"_void": None}, clk=laptop.clk(), over=over)
    laptop.apply([undo])
    assert [row.ent for row in search.find(laptop.db, "gawai")] == [ent]


def test_a_place_that_is_renamed_is_found_by_its_new_name_after_housekeeping(noted):
    laptop, ent = noted
    (row,) = search.find(laptop.db, "marga sari")
    laptop.save("place", row.values["place_id"], name="Balai Kartini")
    while housekeep(laptop.db, laptop.lens):
        pass
    assert [row.ent for row in search.find(laptop.db, "kartini")] == [ent]
    assert search.find(laptop.db, "margasari") == []


def test_a_name_that_comes_after_the_record_is_found_after_housekeeping(laptop):
    rina = Author(laptop.space, laptop.author.keys)
    values = {"type": "jejaring", "place_id": "a" * 32}
    laptop.apply([laptop.author.member(rina, 8, role="koordinator"),
                  rina.op("activity", "b" * 32, values, clk=9)])  # fmt: skip
    laptop.apply([rina.op("place", "a" * 32, {"name": "Balai Kartini"}, clk=7)])
    while housekeep(laptop.db, laptop.lens):
        pass
    assert [row.ent for row in search.find(laptop.db, "balaikartini")] == ["b" * 32]


def test_other_kinds_are_not_mixed_in(noted):
    laptop, _ = noted
    assert search.find(laptop.db, "rahmawati", "person") == []


def test_hits_of_other_spaces_can_be_left_out(noted):
    laptop, ent = noted
    assert [row.ent for row in search.find(laptop.db, "gawai", spaces=[laptop.space])] == [ent]
    assert search.find(laptop.db, "gawai", spaces=["f" * 32]) == []


def test_a_place_that_comes_in_one_transaction_with_its_session_is_found_at_once(laptop):
    place, author = "a" * 32, laptop.author
    values = {"type": "jejaring", "program": "ppatbm", "place_id": place}
    session = author.op("activity", "b" * 32, values, clk=9)
    laptop.apply([session, author.op("place", place, {"name": "Balai Kartini"}, clk=10)])
    assert [row.ent for row in search.find(laptop.db, "kartini")] == [session.ent]
    assert laptop.db.conn.execute("SELECT count(*) FROM stale").fetchone() == (0,)
