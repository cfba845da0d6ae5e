import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.wire import durable
from patbm_desktop.wire.durable import CRASH_STATUS, write_atomically

CRASHING = """
import sys
from pathlib import Path
from patbm_desktop.wire.durable import write_atomically
write_atomically(Path(sys.argv[1]), b"new content")
"""


def crash(path, at):
    """Write in a process that dies at the `at`-th point; returns its exit status."""
    environment = {**os.environ, "CRASH_AT": str(at)}
    done = subprocess.run([sys.executable, "-c", CRASHING, path], env=environment, check=False)
    return done.returncode


def test_a_written_file_is_there_whole_and_for_this_account_alone(tmp_path):
    write_atomically(tmp_path / "a.json", b"one")
    write_atomically(tmp_path / "a.json", b"two")
    assert (tmp_path / "a.json").read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]
    if os.name != "nt":
        assert (tmp_path / "a.json").stat().st_mode & 0o077 == 0


def test_a_kill_at_any_point_leaves_the_old_content_or_the_new(tmp_path):
    path, at, seen = tmp_path / "a.json", 1, []
    while True:
        path.write_bytes(b"old content")
        status = crash(path, at)
        seen.append(path.read_bytes())
        if status == 0:
            break
        assert status == CRASH_STATUS
        at += 1
    assert at == 5
    assert seen == [b"old content"] * 3 + [b"new content"] * 2


def test_what_a_kill_left_beside_the_file_does_not_disturb_the_next_write(tmp_path):
    path = tmp_path / "a.json"
    assert crash(path, 2) == CRASH_STATUS
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        (errno.ENOSPC, Refusal.DISK_FULL),
        (errno.EDQUOT, Refusal.DISK_FULL),
        (errno.EROFS, Refusal.FILE_NOT_WRITABLE),
        (errno.EACCES, Refusal.FILE_NOT_WRITABLE),
    ],
)
def test_an_error_of_the_disk_that_a_person_can_act_on_is_named(number, refusal):
    with pytest.raises(Fault) as heard, durable.named():
        raise OSError(number, "said the system")
    assert heard.value.refusal is refusal


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path):
    path = tmp_path / "a"
    path.mkdir()
    (path / "inside").touch()
    with pytest.raises(Fault) as caught:
        write_atomically(path, b"a file cannot take the place of a full folder")
    assert caught.value.refusal is Refusal.FILE_NOT_WRITABLE
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


if Path("/dev/full").exists():

    def test_a_full_disk_is_named_and_the_old_file_stands(tmp_path):
        path = tmp_path / "a.json"
        path.write_bytes(b"old")
        path.with_name("a.json.part").symlink_to("/dev/full")
        with pytest.raises(Fault) as heard:
            write_atomically(path, b"new")
        assert heard.value.refusal is Refusal.DISK_FULL
        assert path.read_bytes() == b"old"


def test_a_number_of_the_disk_that_nobody_can_act_on_stays_an_error():
    with pytest.raises(OSError, match="loop"), durable.named():
        raise OSError(errno.ELOOP, "loop")


def test_a_file_and_its_folder_can_be_brought_to_the_disk_on_their_own(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"content")
    durable.fsync_file(path)
    durable.rename(path, tmp_path / "b.json")
    durable.fsync_folder(tmp_path)
    assert (tmp_path / "b.json").read_bytes() == b"content"
