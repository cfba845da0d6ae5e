"""A kill at any of our own commits, renames and fsyncs: what was promised is there afterwards."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import (
    backup,
    connect,
    draft,
    full_backup,
    listing,
    parts,
    restoring,
    schema,
)
from patbm_desktop.store.folder import DATABASE
from tests.store import scenario
from tests.store.laptop import DATABASE_KEY, Author, Laptop

ROOT = Path(__file__).resolve().parents[2]


def prepared(folder):
    """Make a vault with a little of everything, and a full backup of it."""
    folder.mkdir(exist_ok=True)
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


def run(*words):
    """Run a scenario and return what it promised."""
    command = [sys.executable, "-m", "tests.store.scenario", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().splitlines()


def killed_everywhere(name, folder):
    """Do a scenario once for every point it can die at; return the folders that are left."""
    prepared(folder / "template")
    run("--every", name, folder)
    left = sorted((path for path in folder.iterdir() if path.name.isdecimal()), key=number_of)
    assert len(left) > 2
    return left


def number_of(path):
    return int(path.name)


def promised_in(folder):
    return (folder / "promised").read_text().splitlines()


def keeps(laptop, promised):
    """Assert that every promise of a killed process was kept."""
    gone = {line.split()[1] for line in promised if line.startswith("no-draft")}
    for line in promised:
        match line.split():
            case ["record", kind, ent]:
                assert listing.row(laptop.db, kind, ent) is not None
            case ["draft", name]:
                is_there = draft.get(laptop.db, name) is not None
                assert is_there or name in gone or is_saved(laptop, name)
            case ["no-draft", name]:
                assert draft.get(laptop.db, name) is None
            case ["part", name]:
                assert parts.is_whole(laptop.folder, name)
            case ["backup", path]:
                assert backup.last_good(laptop.folder, laptop.key) == Path(path)
            case ["full", path]:
                assert full_backup.read(Path(path)).files


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
    keeps(laptop, promised)
    laptop.close()


@pytest.mark.parametrize("name", ["save", "bring_in", "back_up", "merge", "new_key", "rebuild"])
def test_a_kill_at_every_point_loses_nothing_that_was_promised(tmp_path, name):
    left = killed_everywhere(name, tmp_path)
    for folder in left:
        opens(folder, promised_in(folder))
    assert promised_in(left[-1])
    run(name, left[len(left) // 2])
    opens(left[len(left) // 2], promised_in(left[len(left) // 2]))


def test_a_kill_while_an_upgrade_runs_leaves_the_old_schema_or_the_new(tmp_path):
    versions = set()
    for folder in killed_everywhere("upgrade", tmp_path):
        try:
            laptop = scenario.opened(folder)
        except Fault as fault:
            versions.add(fault.refusal)
            continue
        versions.add(schema.version(laptop.db))
        assert laptop.is_sound()
        laptop.close()
    assert versions == {schema.newest(), Refusal.DATABASE_NEWER}
    for folder in tmp_path.glob("[0-9]*"):
        assert run("upgrade", folder) == ["upgraded 3"]


def test_a_kill_while_a_vault_is_made_leaves_none_or_one_that_opens(tmp_path):
    for folder in killed_everywhere("first_vault", tmp_path):
        if not (folder / "fresh" / DATABASE).exists():
            assert promised_in(folder) == []
            continue
        laptop = Laptop(folder / "fresh", scenario.author(folder))
        assert laptop.is_sound()
        assert listing.count(laptop.db, "person") == 1 or not promised_in(folder)
        laptop.close()


def test_a_kill_while_a_backup_is_laid_out_leaves_no_vault_or_the_whole_one(tmp_path):
    for folder in killed_everywhere("put_back", tmp_path):
        if not (folder / "back" / DATABASE).exists():
            assert promised_in(folder) == []
            restoring.place(folder / "given.patbm", folder / "back")
        assert connect.fits(folder / "back" / DATABASE, DATABASE_KEY)
        laptop = Laptop(folder / "back", scenario.author(folder))
        assert laptop.is_sound()
        assert len(listing.rows(laptop.db, "activity")) == 3
        assert (folder / "back" / "kunci.json").exists()
        assert len(list(parts.every(folder / "back"))) == 1
        laptop.close()
