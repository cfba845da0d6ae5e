"""The backups that make themselves: proven, few, and under the key of the day."""

import os
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import backup, connect, listing, rekeying, restoring, snapshot
from patbm_desktop.store.page_proof import PAGE
from patbm_desktop.store.rights_book import RightsBook

TODAY = date(2026, 11, 21)
NEW_KEY = bytes(range(32, 64))


def names(laptop):
    return [path.name for path in backup.every(laptop.folder)]


def daily(laptop, day=TODAY):
    return backup.daily(laptop.db, laptop.folder, laptop.key, day)


def test_one_a_day_is_made_and_holds_the_day(laptop):
    ent = laptop.save("place", name="Balai")
    made = daily(laptop)
    assert daily(laptop) is None
    copy = connect.open_store(made, laptop.key, read_only=True)
    assert [row.ent for row in listing.rows(copy, "place")] == [ent]
    connect.close(copy)
    assert names(laptop) == ["catatan-2026-11-21.db"]


def test_a_backup_shows_nothing_readable(laptop):
    laptop.save("place", name="Balai yang tersembunyi")
    assert b"tersembunyi" not in daily(laptop).read_bytes()


def test_a_piece_that_was_cut_off_counts_for_nothing_and_is_cleared_away(laptop):
    (laptop.folder / "cadangan").mkdir()
    cut_off = laptop.folder / "cadangan" / "catatan-2026-11-20.db.part-ab"
    cut_off.write_bytes(b"half")
    os.utime(cut_off, (0, 0))
    assert backup.last_good(laptop.folder, laptop.key) is None
    daily(laptop)
    assert [path.name for path in (laptop.folder / "cadangan").iterdir()] == names(laptop)


def test_the_last_good_one_passes_over_damaged_ones(laptop):
    good, bad = daily(laptop, TODAY - timedelta(1)), daily(laptop)
    raw = bytearray(bad.read_bytes())
    raw[9 * PAGE + 50] ^= 1
    bad.write_bytes(raw)
    assert backup.last_good(laptop.folder, laptop.key) == good


def test_the_newest_is_the_one_with_the_last_note_whatever_day_a_clock_showed(laptop):
    daily(laptop, date(2099, 1, 1))
    laptop.save("place", name="Balai")
    true = backup.daily(laptop.db, laptop.folder, laptop.key, TODAY, is_sure=False)
    assert backup.last_good(laptop.folder, laptop.key) == true


def test_days_that_a_wrong_clock_went_ahead_keep_no_true_one_away(laptop):
    for week in range(9):
        daily(laptop, date(2030, 1, 1) + timedelta(weeks=week))
    backup.daily(laptop.db, laptop.folder, laptop.key, TODAY - timedelta(1), is_sure=False)
    assert "catatan-2026-11-20.db" in names(laptop)
    daily(laptop)
    assert names(laptop) == ["catatan-2026-11-21.db", "catatan-2026-11-20.db"]


def test_a_clock_that_shows_one_day_again_and_again_stops_no_backup(laptop):
    stopped = date(2001, 1, 1)
    first = daily(laptop, stopped)
    again = {"is_sure": False}
    assert backup.daily(laptop.db, laptop.folder, laptop.key, stopped, **again) is None
    ent = laptop.save("place", name="Balai")
    assert backup.daily(laptop.db, laptop.folder, laptop.key, stopped, **again) == first
    copy = connect.open_store(first, laptop.key, read_only=True)
    assert [row.ent for row in listing.rows(copy, "place")] == [ent]
    connect.close(copy)


def test_a_copy_that_another_lane_took_away_is_not_taken_for_a_sound_one(laptop):
    missing = laptop.folder / "nothing.db"
    assert not snapshot.is_sound(laptop.db, missing)
    missing.write_bytes(b"")
    assert not snapshot.is_sound(laptop.db, missing)


def test_what_is_written_while_the_key_changes_is_not_lost(laptop, monkeypatch):
    change, path = rekeying._change, laptop.path
    connect.close(laptop.db)

    def meanwhile(*words):
        change(*words)
        laptop.db = laptop.opened()
        laptop.rights = RightsBook(laptop.db)
        laptop.save("place", name="Balai")
        connect.close(laptop.db)

    monkeypatch.setattr(rekeying, "_change", meanwhile)
    with pytest.raises(Fault) as fault:
        rekeying.rekey(path, laptop.key, NEW_KEY)
    laptop.db = laptop.opened()
    assert fault.value.refusal == Refusal.DATABASE_BUSY
    assert len(listing.rows(laptop.db, "place")) == 1


def test_a_damaged_database_makes_no_backup_and_costs_none(laptop):
    daily(laptop, TODAY - timedelta(1))
    laptop.save("place", name="x" * 70)
    connect.close(laptop.db)
    raw = bytearray(laptop.path.read_bytes())
    for page in range(6, 15):  # tables, and none of the pages that describe them
        raw[page * PAGE + 50] ^= 1
    laptop.path.write_bytes(raw)
    laptop.db = laptop.opened()
    with pytest.raises(Fault) as fault:
        daily(laptop)
    assert fault.value.refusal == Refusal.DATABASE_DAMAGED
    assert names(laptop) == ["catatan-2026-11-20.db"]


def test_a_good_one_takes_the_place_of_a_damaged_database_which_is_kept(laptop):
    ent = laptop.save("place", name="Balai")
    good = daily(laptop)
    connect.close(laptop.db)
    laptop.path.write_bytes(b"damaged")
    first = restoring.put_in_place(laptop.folder, good, TODAY)
    second = restoring.put_in_place(laptop.folder, good, TODAY)
    laptop.db = laptop.opened()
    assert laptop.values("place", ent) == {"name": "Balai"}
    assert first.read_bytes() == b"damaged"
    assert first != second
    assert backup.last_good(laptop.folder, laptop.key) == good


def test_old_ones_go_and_one_a_week_stays(laptop):
    for back in (40, 33, 21, 14, 8, 7, 6, 5, 4, 3, 2, 1, 0):
        daily(laptop, TODAY - timedelta(back))
    kept = {TODAY - date.fromisoformat(name[8:18]) for name in names(laptop)}
    assert {each.days for each in kept} == {0, 1, 2, 3, 4, 5, 6, 14, 21}


@given(st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=60))
def test_whatever_days_there_are_the_newest_seven_and_four_weeks_stay(days):
    kept = backup.kept(days)
    newest = sorted(days)[-7:]
    assert set(newest) <= kept <= days
    assert len(kept) <= 7 + 4
    assert len({day.isocalendar()[:2] for day in kept}) >= min(
        4, len({day.isocalendar()[:2] for day in days})
    )


def test_after_a_new_key_only_backups_under_it_are_left(laptop):
    daily(laptop, TODAY - timedelta(3))
    daily(laptop)
    connect.close(laptop.db)
    rekeying.rekey(laptop.path, laptop.key, NEW_KEY)
    laptop.key = NEW_KEY
    laptop.db = laptop.opened()
    backup.remake(laptop.db, laptop.folder, NEW_KEY, TODAY)
    assert names(laptop) == ["catatan-2026-11-21.db"]
    assert backup.last_good(laptop.folder, NEW_KEY) is not None


def test_a_new_key_opens_everything_and_the_old_one_nothing(laptop):
    ent = laptop.save("place", name="Balai")
    old = laptop.key
    connect.close(laptop.db)
    rekeying.rekey(laptop.path, old, NEW_KEY)
    rekeying.rekey(laptop.path, old, NEW_KEY)
    assert not connect.fits(laptop.path, old)
    laptop.key = NEW_KEY
    laptop.db = laptop.opened()
    assert listing.row(laptop.db, "place", ent).values == {"name": "Balai"}
    assert [path.name for path in laptop.folder.iterdir() if "part" in path.name] == []


def test_a_key_is_not_changed_while_somebody_has_the_vault_open(laptop):
    laptop.db.conn.execute("PRAGMA busy_timeout = 10")
    laptop.save("place", name="Balai")
    with pytest.raises(Fault) as fault:
        rekeying.rekey(laptop.path, laptop.key, NEW_KEY)
    assert fault.value.refusal == Refusal.DATABASE_BUSY
    assert connect.fits(laptop.path, laptop.key)
