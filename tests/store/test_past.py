"""Every word ever written of a field, and the boxes that stay shut."""

from patbm_desktop.store import current, listing, oplog
from tests.store.laptop import Laptop


def test_what_was_replaced_is_told_in_the_order_of_writing(laptop: Laptop) -> None:
    ent = laptop.save("case", triage="merah", month="2026-11")
    laptop.save("case", ent, triage="kuning")
    laptop.save("case", ent, triage=None)
    found = current.past(laptop.db, "case", ("triage",))
    words = ('"merah"', '"kuning"', "null")
    (row,) = listing.rows(laptop.db, "case")
    assert found == {row.n: tuple(("triage", word) for word in words)}


def test_fields_left_out_never_leave_the_store(laptop: Laptop) -> None:
    laptop.save("case_detail", narrative="Rahasia", category="abh")
    (row,) = listing.rows(laptop.db, "case_detail", without=("narrative", "identity"))
    assert row.values == {"category": "abh"}


def test_a_shut_box_is_counted_with_the_record_it_belongs_to(laptop: Laptop) -> None:
    ent = laptop.save("case", triage="merah")
    assert oplog.locked(laptop.db) == {}
    keys = dict(laptop.reader.keys)
    laptop.reader.keys.clear()
    laptop.save("case_detail", ent, category="abh")
    laptop.save("case_detail", ent, category="lainnya")
    assert oplog.locked(laptop.db) == {ent: 2}
    laptop.reader.keys.update(keys)
    oplog.retry_locked(laptop.db, laptop.lens, laptop.rights)
    assert oplog.locked(laptop.db) == {}
