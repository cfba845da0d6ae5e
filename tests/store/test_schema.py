"""Files of every release so far open in this one; a step that does not succeed changes nothing."""

import pickle
import shutil
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from patbm_desktop.store import check, draft, driver, listing, schema, search, setting
from tests.store.laptop import Laptop

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("sample", sorted(path.stem for path in SAMPLES.glob("*.db")))
def test_a_file_of_an_earlier_release_opens_with_all_that_was_in_it(tmp_path, sample):
    (tmp_path / "vault").mkdir()
    shutil.copy(SAMPLES / f"{sample}.db", tmp_path / "vault" / "catatan.db")
    laptop = Laptop(tmp_path / "vault", pickle.loads((SAMPLES / f"{sample}.author").read_bytes()))
    laptop.settle()
    (row,) = listing.rows(laptop.db, "activity")
    assert row.values["result"] == "Yang benar-benar dibahas"
    assert [hit.ent for hit in search.find(laptop.db, "margasari")] == [row.ent]
    assert len(listing.pointing_to(laptop.db, "attendance", row.ent)) == 1
    assert draft.get(laptop.db, "d1").content == {"title": "Setengah"}
    assert setting.read(laptop.db, "lock_minutes") == 7
    assert schema.version(laptop.db) == schema.newest()
    assert laptop.is_sound()
    assert check.deep(laptop.db) == []
    laptop.close()


def test_there_is_a_sample_of_the_present_schema():
    assert (SAMPLES / f"schema-{schema.newest()}.db").exists()


def test_a_step_that_does_not_succeed_leaves_the_file_as_it_was(laptop, monkeypatch):
    later = Migrations("patbm")
    later(name="0001 the record")(schema._the_record)

    @later(name="0002 that goes well")
    def _fine(db):
        schema.run_script(db, "CREATE TABLE later (n);\n")

    for at in range(3, schema.newest() + 1):
        later(name=f"{at:04} of between")(lambda _db: None)

    @later(name="9999 that does not")
    def _broken(db):
        schema.run_script(db, "CREATE TABLE later_still (n);\nCREATE TABLE op (n);\n")

    ent, before = laptop.save("place", name="Balai"), schema.version(laptop.db)
    monkeypatch.setattr(schema, "_migrations", later)
    with pytest.raises(driver.Error):
        schema.migrate(laptop.db)
    assert schema.version(laptop.db) == before
    assert not laptop.db["later"].exists()
    assert laptop.values("place", ent) == {"name": "Balai"}


def test_a_migration_runs_once(laptop):
    before = laptop.db.conn.total_changes
    schema.migrate(laptop.db)
    assert laptop.db.conn.total_changes == before


def test_every_list_is_answered_by_an_index(laptop):
    questions = {
        "SELECT max(clk) FROM op WHERE space = ? AND state IN ('applied', 'locked')": "op_clk",
        "SELECT n FROM record WHERE ent = ? AND kind = ? AND space = ?": "record_name",
        "SELECT day FROM record WHERE kind = ? ORDER BY day DESC, n DESC LIMIT 50": "record_list",
        "SELECT body FROM op WHERE space = ? AND kind < 'a' ORDER BY n": "op_control",
    }
    for question, index in questions.items():
        marks = [b""] * question.count("?")
        plan = laptop.db.conn.execute(f"EXPLAIN QUERY PLAN {question}", marks).fetchall()
        assert any(index in str(step) for step in plan)
        assert not any("TEMP B-TREE" in str(step) for step in plan)
