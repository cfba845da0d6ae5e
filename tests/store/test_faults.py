"""When the disk says no: a person is told, and nothing that was saved is lost."""

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import connect, draft, listing
from patbm_desktop.store.draft import Draft
from tests.store.laptop import DATABASE_KEY
from tests.store.test_crash import opens, prepared, run


def pages(laptop):
    return laptop.db.conn.execute("PRAGMA page_count").fetchone()[0]


def fill(laptop):
    """Save until that is refused; return what was saved, and the refusal."""
    laptop.db.conn.execute(f"PRAGMA max_page_count = {pages(laptop) + 12}")
    saved = []
    try:
        while True:
            saved.append(laptop.save(type="jejaring", program="ppatbm", result="kata " * 90))
    except Fault as fault:
        return saved, fault.refusal


def test_a_full_disk_refuses_the_save_and_keeps_all_that_was_saved(laptop):
    saved, refusal = fill(laptop)
    assert refusal == Refusal.DISK_FULL
    found = {row.ent for row in listing.rows(laptop.db, "activity")}
    assert found == set(saved)
    assert laptop.is_sound()


def test_when_there_is_room_again_the_same_vault_goes_on(laptop):
    saved, _ = fill(laptop)
    laptop.db.conn.execute("PRAGMA max_page_count = 100000")
    more = laptop.save(type="jejaring", program="ppatbm")
    laptop.reopen()
    assert {row.ent for row in listing.rows(laptop.db, "activity")} == {*saved, more}
    assert laptop.is_sound()


def test_a_draft_on_a_full_disk_is_refused_and_the_one_before_stays(laptop):
    first = Draft("d", "activity", {"title": "pendek"}, "1")
    draft.put(laptop.db, first)
    laptop.db.conn.execute(f"PRAGMA max_page_count = {pages(laptop)}")
    with pytest.raises(Fault) as fault:
        draft.put(laptop.db, Draft("d", "activity", {"title": "panjang " * 9000}, "2"))
    assert fault.value.refusal == Refusal.DISK_FULL
    assert draft.get(laptop.db, "d") == first


def test_a_file_system_that_takes_no_more_is_a_full_disk_whatever_was_tried(tmp_path):
    promised = run("fill", prepared(tmp_path))
    refused = dict(line.split() for line in promised[:5])
    assert refused == dict.fromkeys(("save", "draft", "part", "backup", "full"), "disk_full")
    assert "sound True" in promised
    assert promised[-1].strip() == "left"
    opens(tmp_path, promised[5:])


def test_a_folder_that_is_not_there_takes_no_vault(tmp_path):
    with pytest.raises(Fault) as fault:
        connect.create(tmp_path / "none" / "catatan.db", DATABASE_KEY)
    assert fault.value.refusal == Refusal.FILE_NOT_WRITABLE
