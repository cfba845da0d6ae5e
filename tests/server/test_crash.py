"""A kill at any commit, rename or fsync of a backup or a restore: the old one or the new, whole."""

import subprocess
import sys
from pathlib import Path

from patbm_desktop.domain import ids
from patbm_desktop.server.backup.archive import Reading
from patbm_desktop.server.backup.checking import Checking
from tests.server.running import done
from tests.server.test_restore import Stand

ROOT = Path(__file__).resolve().parents[2]


def killed_everywhere(name, folder):
    """Do `name` once for every point it can die at; return the folders that are left."""
    command = [sys.executable, "-m", "tests.sync.crashing", name, str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stderr.decode()
    left = [path for path in folder.iterdir() if path.name.isdecimal()]
    return sorted(left, key=lambda path: int(path.name))


def prepared(folder, tables):
    """Make a server with notes and a photo, and a backup of it."""
    folder.mkdir()
    stand = Stand(folder, tables)
    made = stand.kelurahan()
    write(made)
    stand.lay_down(made, ids.fresh())
    stand.backup()
    return stand, made


def write(made):
    note = made.note(made.sari, name="Balai")
    assert made.reader(made.sari).round([note]).put == {}


def state_of(stand, made):
    """Return what stands in the log, having looked that all of it fits."""
    checked = list(Checking(stand.connection, stand.shelf, {}).spaces())
    assert [problem for each in checked for problem in each.problems] == []
    return tuple(stand.ids(made.rt))


def test_a_kill_while_the_server_is_backed_up_leaves_the_older_file_or_the_new(tables, tmp_path):
    stand, made = prepared(tmp_path / "template", tables)
    old = stand.file.read_bytes()
    write(made)
    before = state_of(stand, made)
    stand.connection.close()
    left, kept = killed_everywhere("back_up", tmp_path), []
    assert len(left) > 3
    for folder in left:
        stand = Stand(folder)
        assert state_of(stand, made) == before
        with Reading.open(stand.file) as read:
            read.verify()
        kept.append(stand.file.read_bytes() == old)
        stand.connection.close()
    assert kept == sorted(kept, reverse=True)
    assert set(kept) == {True, False}


def test_a_kill_while_the_server_is_restored_leaves_the_one_log_or_the_other(tables, tmp_path):
    stand, made = prepared(tmp_path / "template", tables)
    backed_up = state_of(stand, made)
    write(made)
    before = state_of(stand, made)
    stand.connection.close()
    left, found = killed_everywhere("put_back", tmp_path), []
    assert len(left) > 4
    for folder in left:
        stand = Stand(folder)
        found.append(state_of(stand, made))
        stand.connection.close()
    assert found == sorted(found, key=len, reverse=True)
    assert set(found) == {before, backed_up}
    again = left[len(left) // 2]
    assert done("--data", again / "data", "restore", again / "cadangan.patbm").returncode == 0
    stand = Stand(again)
    assert state_of(stand, made) == backed_up
    stand.connection.close()
