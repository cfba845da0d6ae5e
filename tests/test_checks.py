"""The checks check themselves: closing lines, the table, and what goes into the empty place."""

import os
import sys

import pytest
from hypothesis import settings

from tests.__main__ import Outcome, beside_each_other, closing_line, in_memory, run, summary
from tests.wheel import closure, locked

LOCK = "alpha==1.0 \\\n    --hash=sha256:aa\nbeta==2.0 ; os_name == 'nt' \\\n    --hash=sha256:bb\n"


@pytest.mark.parametrize(
    "line",
    [
        "=========== 3 passed, 1 xfailed in 0.10s ===========\n",
        "== 1 failed, 2 passed in 61.20s (0:01:01) ==\n",
        "2 errors in 1.00s\n",
        "no tests ran in 0.01s\n",
    ],
)
def test_what_pytest_says_last_of_all_is_heard(line):
    assert closing_line(line) == line.strip("= \n")


@pytest.mark.parametrize("line", ["tests/test_a.py ....\n", "3 passed\n", "FAILED tests/a.py\n"])
def test_nothing_else_is_taken_for_it(line):
    assert closing_line(line) == ""


def test_a_step_that_fails_is_named_and_the_last_line_is_pytests():
    outcomes = [
        Outcome("lint", status=1, seconds=0.1, closing=""),
        Outcome("pytest", status=0, seconds=9.0, closing="3 passed in 9.00s"),
    ]
    lines = summary(outcomes).splitlines()
    assert [line.split()[:2] for line in lines if "lint" in line] == [["FAILED", "lint"]]
    assert lines[-1] == "3 passed in 9.00s"


def test_a_command_is_shown_and_its_status_kept(capsys):
    outcome = run("step", [sys.executable, "-c", "import sys; print('heard'); sys.exit(3)"])
    assert outcome.status == 3
    assert capsys.readouterr().out.split("\n")[2:] == ["heard", ""]


def test_steps_beside_each_other_are_shown_whole_and_in_their_order(capsys):
    said = {"one": "print('a'); print('b')", "two": "import sys; print('c'); sys.exit(3)"}
    outcomes = beside_each_other(
        {name: [sys.executable, "-c", does] for name, does in said.items()}
    )
    assert [(each.name, each.status) for each in outcomes] == [("one", 0), ("two", 3)]
    assert [line for line in capsys.readouterr().out.split("\n") if len(line) == 1] == [*"abc"]


def test_what_the_tests_write_stands_in_memory_and_is_gone_afterwards(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", "elsewhere")
    with in_memory(tmp_path, room=1):
        (place,) = tmp_path.iterdir()
        assert os.environ["TMPDIR"] == str(place)
    assert os.environ["TMPDIR"] == "elsewhere"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [0, 2**70], ids=["no-memory", "no-room"])
def test_where_memory_has_no_room_it_stands_on_the_disk(tmp_path, monkeypatch, room):
    monkeypatch.setenv("TMPDIR", "elsewhere")
    memory = tmp_path if room else tmp_path / "none"
    with in_memory(memory, room):
        assert os.environ["TMPDIR"] == "elsewhere"
        assert list(tmp_path.iterdir()) == []


def test_examples_are_the_same_every_time_and_others_in_a_search():
    usual, search = settings.get_profile("patbm"), settings.get_profile("search")
    assert (usual.derandomize, usual.database, search.derandomize) == (True, None, False)
    assert search.max_examples >= 20 * usual.max_examples


def test_only_the_named_packages_leave_the_lock_and_take_their_hashes_with_them():
    assert locked(LOCK, {"alpha"}) == "alpha==1.0 \\\n    --hash=sha256:aa\n"


def test_what_a_package_pulls_in_is_found_and_other_systems_are_left_out():
    found = closure(["openpyxl==3.1.5", "nowhere; sys_platform == 'other'"])
    assert found == {"openpyxl", "et-xmlfile"}
