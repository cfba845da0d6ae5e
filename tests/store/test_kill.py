"""SIGKILL at any moment, SQLite's own writes included: what was promised is there afterwards.

Twenty kills here; `PATBM_KILLS` in the environment asks for more.
"""

import os
import random
import select
import signal
import subprocess
import sys

import pytest

from tests.store.test_crash import ROOT, opens, prepared

KILLS = int(os.environ.get("PATBM_KILLS", "20"))
A_VAULT = 5
"""Kills that one vault has to live through, one after the other."""


def work_until_killed(folder, lines, pause_ms):
    """Let a process work until it has promised `lines` things and `pause_ms` more; kill it."""
    command = [sys.executable, "-m", "tests.store.scenario", "work_on", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        promised = [process.stdout.readline() for _ in range(lines)]
        select.select([], [], [], pause_ms / 1000)
        process.send_signal(signal.SIGKILL)
        promised += process.stdout.readlines()
    return [line.decode().strip() for line in promised if line.endswith(b"\n")]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
@pytest.mark.parametrize("seed", range(max(1, KILLS // A_VAULT)))
def test_a_kill_at_a_random_moment_loses_nothing_that_was_promised(tmp_path, seed):
    chance = random.Random(seed)
    folder, promised = prepared(tmp_path), []
    for _ in range(A_VAULT):
        promised += work_until_killed(folder, chance.randint(1, 12), chance.uniform(0, 15))
        opens(folder, promised)
    assert len(promised) >= A_VAULT
