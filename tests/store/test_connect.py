"""Opening the vault's database: only ours, only encrypted, and never harmed by being looked at."""

import sqlite3

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import check, connect, driver, oplog, schema
from patbm_desktop.store.page_proof import PAGE
from patbm_desktop.store.transaction import writing
from tests.store.laptop import DATABASE_KEY, Laptop

OTHER_KEY = bytes(reversed(DATABASE_KEY))
STORY = "Yang hanya boleh dibaca di sini"


def refused(path, key=DATABASE_KEY, **more):
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(Fault) as fault:
        connect.open_store(path, key, **more)
    assert (path.read_bytes() if path.exists() else None) == before
    return fault.value.refusal


TABLES = range(4, 15)
"""Pages of the first tables, `op` among them; those that describe the tables lie around them."""


def damage(path, at):
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(bytes(raw))


@pytest.fixture
def closed(laptop):
    """The path of a database that was closed in good order, with a record in it."""
    laptop.save(program="ppatbm", type="sosialisasi", title=STORY)
    connect.close(laptop.db)
    yield laptop.path
    laptop.path.unlink(missing_ok=True)
    laptop.db = connect.create(laptop.path, laptop.key)


def test_nothing_readable_is_ever_in_any_file(laptop):
    laptop.save(program="ppatbm", type="sosialisasi", title=STORY)
    for path in laptop.folder.rglob("*"):
        raw = path.read_bytes()
        assert STORY.encode() not in raw
        assert b"sosialisasi" not in raw
        assert b"CREATE TABLE" not in raw
    assert not laptop.path.read_bytes().startswith(b"SQLite format 3")


def test_every_save_is_on_the_disk_before_it_returns(laptop):
    assert laptop.db.conn.execute("PRAGMA synchronous").fetchone() == (2,)
    assert laptop.db.conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert laptop.db.conn.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_what_was_saved_is_there_after_opening_again(laptop):
    ent = laptop.save(program="ppatbm", type="sosialisasi", title=STORY)
    laptop.reopen()
    assert laptop.values("activity", ent)["title"] == STORY


def test_a_vault_is_never_made_over_another(laptop):
    with pytest.raises(Fault) as fault:
        connect.create(laptop.path, laptop.key)
    assert fault.value.refusal == Refusal.VAULT_EXISTS


def test_pieces_of_a_vault_that_was_cut_off_are_no_hindrance(tmp_path):
    (tmp_path / "catatan.db.part").write_bytes(b"half")
    db = connect.create(tmp_path / "catatan.db", DATABASE_KEY)
    assert oplog.counts(db).ops == 0
    connect.close(db)


def test_a_missing_vault_is_said_to_be_missing_and_not_made(tmp_path):
    assert refused(tmp_path / "catatan.db") == Refusal.VAULT_MISSING
    assert list(tmp_path.iterdir()) == []


def test_a_plain_database_in_place_of_ours_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "catatan.db"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE op (id)")
    plain.close()
    assert refused(path) == Refusal.DATABASE_FOREIGN


def test_another_key_is_refused_and_says_nothing_on_stderr(closed, capfd):
    assert refused(closed, OTHER_KEY) == Refusal.DATABASE_FOREIGN
    assert capfd.readouterr() == ("", "")


def test_a_file_of_something_else_is_refused(tmp_path):
    path = tmp_path / "catatan.db"
    path.write_bytes(b"%PDF-1.7" + bytes(9000))
    assert refused(path) == Refusal.DATABASE_FOREIGN


def test_an_encrypted_database_that_is_not_ours_is_refused(tmp_path):
    path = tmp_path / "catatan.db"
    other = driver.open_keyed(path, DATABASE_KEY)
    other.execute("CREATE TABLE op (id)")
    other.close()
    assert refused(path) == Refusal.DATABASE_FOREIGN


def test_a_key_of_another_length_is_our_own_mistake(tmp_path):
    with pytest.raises(ValueError, match="32 bytes"):
        connect.create(tmp_path / "catatan.db", b"short")


@pytest.mark.parametrize("length", [0, 100, PAGE - 1])
def test_less_than_a_page_is_damaged(tmp_path, length):
    path = tmp_path / "catatan.db"
    path.write_bytes(bytes(length))
    assert refused(path) == Refusal.DATABASE_DAMAGED


def test_a_file_that_was_cut_off_is_damaged(closed):
    closed.write_bytes(closed.read_bytes()[: -3 * PAGE - 17])
    assert refused(closed) == Refusal.DATABASE_DAMAGED


def test_a_bit_flipped_in_the_first_page_is_damage_and_not_a_wrong_key(closed):
    damage(closed, 1000)
    assert refused(closed) == Refusal.DATABASE_DAMAGED


def test_a_bit_flipped_in_any_page_is_found_by_the_deep_look(closed):
    for page in range(1, closed.stat().st_size // PAGE, 7):
        damage(closed, page * PAGE + 100)
        assert is_found(closed), page
        damage(closed, page * PAGE + 100)
    assert not is_found(closed)


def is_found(path):
    """Say whether the damage shows: at the opening in pages that describe the tables, or later."""
    try:
        db = connect.open_store(path, DATABASE_KEY, read_only=True)
    except Fault as fault:
        return fault.refusal == Refusal.DATABASE_DAMAGED
    found = check.Finding.PAGES in check.deep(db)
    connect.close(db)
    return found


def test_a_page_that_was_changed_on_the_disk_is_never_read_as_if_it_were_whole(closed):
    for page in TABLES:
        damage(closed, page * PAGE + 100)
    db = connect.open_store(closed, DATABASE_KEY, read_only=True)
    with pytest.raises(Fault) as fault:
        list(oplog.ops_of(db))
    assert fault.value.refusal == Refusal.DATABASE_DAMAGED
    connect.close(db)


def test_a_later_schema_is_refused_and_left_as_it_is(closed):
    db = connect.open_store(closed, DATABASE_KEY)
    db.conn.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    connect.close(db)
    assert refused(closed) == Refusal.DATABASE_NEWER


def test_a_database_opened_to_read_takes_no_writes_and_does_not_change(closed):
    before = closed.read_bytes()
    db = connect.open_store(closed, DATABASE_KEY, read_only=True)
    with pytest.raises(Fault) as fault, writing(db):
        db.conn.execute("DELETE FROM op")
    assert fault.value.refusal == Refusal.DATABASE_READ_ONLY
    assert oplog.counts(db).records == 3
    connect.close(db)
    assert closed.read_bytes() == before


def test_a_second_writer_waits_its_turn_and_is_then_told(laptop):
    other = connect.open_store(laptop.path, laptop.key)
    other.conn.execute("PRAGMA busy_timeout = 50")
    with writing(laptop.db):
        laptop.db.conn.execute("DELETE FROM draft")
        with pytest.raises(Fault) as fault, writing(other):
            pass
    assert fault.value.refusal == Refusal.DATABASE_BUSY
    connect.close(other)


def test_two_lanes_see_each_others_work(laptop):
    other = Laptop(laptop.folder, laptop.author)
    ent = other.save(program="ppatbm", type="sosialisasi")
    assert laptop.values("activity", ent) == {"program": "ppatbm", "type": "sosialisasi"}
    budi = type(laptop.author)(laptop.space, laptop.author.keys)
    other.apply([other.author.member(budi, 50, role="koordinator")])
    assert budi.dev in laptop.rights.of(laptop.space).now
    other.close()


def test_whose_key_it_is_can_be_told_without_opening(closed):
    assert connect.fits(closed, DATABASE_KEY)
    assert not connect.fits(closed, OTHER_KEY)
    assert not connect.fits(closed.with_name("missing.db"), DATABASE_KEY)


def test_an_error_of_our_own_is_not_dressed_up_as_a_fault(laptop):
    with pytest.raises(driver.Error), writing(laptop.db):
        laptop.db.conn.execute("SELECT * FROM nowhere")
