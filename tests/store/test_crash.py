"""A kill at any of our own commits, renames and fsyncs: what was promised is there afterwards."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from patbm_desktop.domain.fault import Fault
from patbm_desktop.store import backup, connect, draft, full_backup, listing, parts, restoring
from patbm_desktop.store.folder import DATABASE
from patbm_desktop.wire.durable import CRASH_AT, CRASH_STATUS
from tests.store import scenario
from tests.store.laptop import DATABASE_KEY, Author, Laptop

ROOT = Path(__file__).resolve().parents[2]
MOST_POINTS = 200


def run(name, folder, at=None):
    """Run a scenario and die at point `at`; return whether it died, and what it had promised."""
    env = {**os.environ, **({CRASH_AT: str(at)} if at else {})}
    command = [sys.executable, "-m", "tests.store.scenario", name, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False, timeout=120)
    assert done.returncode in {0, CRASH_STATUS}, done.stderr.decode()
    return done.returncode == CRASH_STATUS, done.stdout.decode().splitlines()


def prepared(folder):
    """Make a vault with a little of everything, and a full backup of it."""
    author = Author()
    (folder / "author").write_bytes(pickle.dumps(author))
    laptop = Laptop(folder / "vault", author).found()
    for number in range(3):
        laptop.save(type="jejaring", program="ppatbm", result=f"lama {number}")
    parts.write(laptop.folder, b"old photo")
    (laptop.folder / "kunci.json").write_bytes(b"{}")
    full_backup.write(laptop.db, laptop.folder, folder / "given.patbm")
    laptop.close()
    return folder


def keeps(laptop, promised):
    """Assert that every promise of a killed process was kept."""
    gone = {line.split()[1] for line in promised if line.startswith("no-draft")}
    for line in promised:
        match line.split():
            case ["record", kind, ent]:
                assert listing.row(laptop.db, kind, ent) is not None
            case ["draft", name]:
                found = draft.get(laptop.db, name)
                assert (found is not None) or name in gone or is_saved(laptop, name)
            case ["no-draft", name]:
                assert draft.get(laptop.db, name) is None
            case ["part", name]:
                assert parts.is_whole(laptop.folder, name)
            case ["backup", path]:
                assert backup.last_good(laptop.folder, laptop.key) == Path(path)
            case ["full", path]:
                assert full_backup.read(Path(path)).files
    return True


def is_saved(laptop, name):
    """Say whether the record that a draft became was saved before the kill took the message."""
    results = [row.values.get("result", "") for row in listing.rows(laptop.db, "activity")]
    return f"hasil {name[1:]}" in results


def opens(folder, promised):
    """Open the vault after a kill and assert that it is whole."""
    laptop = scenario.opened(folder)
    laptop.settle()
    assert laptop.is_sound()
    assert len(listing.rows(laptop.db, "activity")) >= 3
    assert keeps(laptop, promised)
    laptop.close()


SCENARIOS = ["save", "bring_in", "back_up", "merge", "new_key", "rebuild"]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_kill_at_every_point_loses_nothing_that_was_promised(tmp_path, name):
    for at in range(1, MOST_POINTS):
        folder = tmp_path / str(at)
        folder.mkdir()
        died, promised = run(name, prepared(folder), at)
        opens(folder, promised)
        if not died:
            break
    assert at > 3
    assert not died
    again, _ = run(name, folder)
    assert not again


def test_a_kill_while_an_upgrade_runs_leaves_the_old_schema_or_the_new(tmp_path):
    for at in range(1, MOST_POINTS):
        folder = tmp_path / str(at)
        folder.mkdir()
        died, _ = run("upgrade", prepared(folder), at)
        try:
            opens(folder, [])
        except Fault as fault:
            assert fault.refusal.value == "database_newer"
            assert died or at > 1
        still, promised = run("upgrade", folder)
        assert not still
        assert promised == ["upgraded"]
        if not died:
            break
    assert at > 2
    assert not died


def test_a_kill_while_a_vault_is_made_leaves_none_or_one_that_opens(tmp_path):
    folder = prepared(tmp_path)
    for at in range(1, MOST_POINTS):
        died, promised = run("first_vault", folder, at)
        path = folder / "fresh" / DATABASE
        if path.exists():
            laptop = Laptop(folder / "fresh", scenario.author(folder))
            assert laptop.is_sound()
            assert (listing.count(laptop.db, "person") == 1) or not promised
            laptop.close()
        if not died:
            break
        connect.remove(path)
    assert at > 2
    assert not died


def test_a_kill_while_a_backup_is_laid_out_leaves_no_vault_or_the_whole_one(tmp_path):
    folder = prepared(tmp_path)
    for at in range(1, MOST_POINTS):
        died, _ = run("put_back", folder, at)
        path = folder / "back" / DATABASE
        if path.exists():
            laptop = Laptop(folder / "back", scenario.author(folder))
            assert laptop.is_sound()
            assert len(listing.rows(laptop.db, "activity")) == 3
            assert (folder / "back" / "kunci.json").exists()
            assert len(list(parts.every(folder / "back"))) == 1
            laptop.close()
            connect.remove(path)
        else:
            assert died
        if not died:
            break
    assert at > 3
    assert not died
    restoring.place(folder / "given.patbm", folder / "back")
    assert connect.fits(folder / "back" / DATABASE, DATABASE_KEY)
