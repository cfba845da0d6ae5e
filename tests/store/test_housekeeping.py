"""What a save leaves for later gets done, in slices, and loses nothing."""

from patbm_desktop.store import check, search
from patbm_desktop.store.housekeeping import housekeep


def segments(laptop):
    return laptop.db.conn.execute("SELECT count(DISTINCT segid) FROM words_idx").fetchone()[0]


def test_the_index_is_merged_and_finds_the_same(laptop):
    for number in range(30):
        laptop.save(type="jejaring", program="ppatbm", result=f"catatan nomor {number}")
    before, many = search.find(laptop.db, "catatan"), segments(laptop)
    while housekeep(laptop.db, laptop.lens, budget_ms=0):
        pass
    assert segments(laptop) < many
    assert search.find(laptop.db, "catatan") == before
    assert check.deep(laptop.db) == []


def test_it_comes_to_an_end_and_then_has_nothing_to_do(laptop):
    laptop.save(type="jejaring", program="ppatbm")
    while housekeep(laptop.db, laptop.lens, budget_ms=0):
        pass
    assert not housekeep(laptop.db, laptop.lens)


def test_a_long_log_is_written_back(laptop):
    log = laptop.path.with_name(laptop.path.name + "-wal")
    long = "kata " * 3000
    while log.stat().st_size < 5 * 1024 * 1024:
        laptop.save("note", text=long)
    size = laptop.path.stat().st_size
    while housekeep(laptop.db, laptop.lens):
        pass
    assert laptop.path.stat().st_size > size
    laptop.save("place", name="x")
    assert log.stat().st_size < 6 * 1024 * 1024


def test_saving_never_merges_by_itself(laptop):
    for _ in range(40):
        laptop.save(type="jejaring", program="ppatbm")
    assert segments(laptop) >= 40
