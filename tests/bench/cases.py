"""What cases cost: their list, one of them, a search, taking in sealed ops, and hiding it all."""

import json
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from patbm_desktop.actions.cases import case_list, casebook
from patbm_desktop.actions.cases.case_list import Filter, Query
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.store import listing, oplog, search
from patbm_desktop.store.housekeeping import housekeep
from tests.bench import case_workload, sealed, vaults
from tests.bench.case_workload import RARE_EVERY, RARE_WORD
from tests.bench.table import Measured, Took, in_ms, in_seconds, took

CASES, FOLLOW_UPS, SEALED = 2_000, 100, 10_000
SHOWN = 50
"""Lines of a list that are worked out at once; a screen shows fewer."""
BATCH = 200
RUNS = 3

Seen = Mapping[str, float]


def measured(folder: Path) -> Iterator[Measured]:
    """Measure all of it, on vaults made in `folder`."""
    founded, writer = folder / "founded", folder / "writer"
    vaults.made(founded).close()
    shutil.copytree(founded, writer)
    ws = vaults.opened(writer)
    _write(ws, case_workload.flat(case_workload.cases(CASES)))
    first = next(case_workload.cases(1))[0].ent
    _write(ws, case_workload.follow_ups(first, FOLLOW_UPS))
    yield from _lists(ws)
    yield _one(ws, first)
    yield _finds(ws)
    ws.close()
    shutil.copytree(writer, folder / "shown")
    ops = _more_ops(writer)
    yield _takes(founded, ops)
    yield from _window(folder / "shown", ops, first)


def _write(ws: Workspace, edits: list[Edit]) -> None:
    for at in range(0, len(edits), BATCH):
        ws.write(edits[at : at + BATCH])
    while housekeep(ws.db, ws.lens, 500):
        pass


def _more_ops(writer: Path) -> list[sealed.Signed]:
    """Write cases beyond those that are shown, and return `SEALED` ops that do it."""
    ws = vaults.opened(writer)
    before = oplog.counts(ws.db).ops
    every = case_workload.cases(CASES + SEALED // 2)
    edits = [edit for at, group in enumerate(every) if at >= CASES for edit in group]
    _write(ws, edits[:SEALED])
    ops = list(oplog.ops_of(ws.db))[before:]
    ws.close()
    assert len(ops) == SEALED
    return ops


# -- lists -----------------------------------------------------------------------------------


def _lists(ws: Workspace) -> Iterator[Measured]:
    asked = {
        f"list of {CASES:,} cases, first {SHOWN} lines": Query(),
        "the same, what is to be done": Query(filter=Filter.TODO),
        "the same, what is closed": Query(filter=Filter.CLOSED),
        "the same, a word typed": Query(search="kekerasan"),
        "the same, a word in the notes too": Query(search=RARE_WORD, in_notes=True),
    }
    for what, query in asked.items():
        assert _opened(ws, query) > 0, "there is something to find"
        yield in_ms(what, "150 ms", _times(partial(_opened, ws, query), 9))


def _opened(ws: Workspace, query: Query) -> int:
    """Open a list as a page does, and return how many cases it has."""
    rows = case_list.listing_of(ws, query).rows
    for at in range(min(SHOWN, len(rows))):
        assert rows[at].code
    return len(rows)


def _one(ws: Workspace, ent: str) -> Measured:
    assert len(casebook.page(ws, ent).timeline) > FOLLOW_UPS
    taken = _times(lambda: casebook.page(ws, ent), 15)
    return in_ms(f"one case with {FOLLOW_UPS} follow-ups", "100 ms", taken)


def _finds(ws: Workspace) -> Measured:
    found = search.find(ws.db, RARE_WORD, "case_detail", limit=CASES)
    assert len(found) == CASES // RARE_EVERY, "every narrative with the word is found"
    taken = [
        each
        for word in (RARE_WORD, RARE_WORD[:3], "te", "sudah ada")
        for each in _times(partial(search.find, ws.db, word, "case_detail"), 9)
    ]
    return in_ms("search over narratives, first 50 hits", "20 ms", taken)


def _times(job: Callable[[], object], runs: int) -> list[Took]:
    return [took(job) for _ in range(runs)]


# -- taking in -------------------------------------------------------------------------------


def _takes(founded: Path, ops: list[sealed.Signed]) -> Measured:
    """Take sealed ops as a round does: chain, signature, box, cells, record, words."""
    taken = []
    for run in range(RUNS):
        reader = founded.with_name(f"reader-{run}")
        shutil.copytree(founded, reader)
        ws = vaults.opened(reader)
        taken.append(took(partial(sealed.take, ws, ops)))
        counts = oplog.counts(ws.db)
        assert (counts.locked, counts.waiting) == (0, 0), "all of it counts and is open"
        assert listing.count(ws.db, "case_detail") > SEALED // 4
        ws.close()
    middle = in_seconds(f"take {SEALED:,} sealed ops", "5 s", taken)
    return Measured(middle.what, middle.target, f"{middle.seen} {_rates(taken)}", middle.processor)


def _rates(taken: list[Took]) -> str:
    rates = sorted(SEALED / each.clock * 1000 for each in taken)
    return f"({rates[0]:,.0f} to {rates[-1]:,.0f} a second)"


# -- with a window ---------------------------------------------------------------------------


def _window(vault: Path, ops: list[sealed.Signed], case: str) -> Iterator[Measured]:
    seen = [_run(vault, ops, case, run) for run in range(RUNS)]
    yield in_ms(f"list of {CASES:,} cases painted", "150 ms", _of(seen, "list"))
    yield in_ms("the same filtered, painted", "150 ms", _of(seen, "filter"))
    yield in_ms("the same searched, painted", "150 ms", _of(seen, "search"))
    yield in_ms(f"one case with {FOLLOW_UPS} follow-ups painted", "100 ms", _of(seen, "case"))
    yield in_ms("F9 until nothing is to be seen", "100 ms", _of(seen, "hide"))
    what = f"take {SEALED:,} sealed ops while the window is used"
    yield in_seconds(what, "5 s", _of(seen, "take"))
    yield in_ms("longest stall of the window meanwhile", "100 ms", _of(seen, "stall"))


def _of(seen: list[Seen], what: str) -> list[Took]:
    return [Took(each[f"{what}_ms"], each[f"{what}_cpu_ms"]) for each in seen]


def _run(vault: Path, ops: list[sealed.Signed], case: str, run: int) -> Seen:
    folder = vault.with_name(f"shown-{run}")
    shutil.copytree(vault, folder)
    listed = folder / "ops.pickle"
    listed.write_bytes(pickle.dumps(ops))
    ws = vaults.opened(folder)
    held = ws.unlocked.held
    ws.close()
    given = {
        "folder": str(folder), "person": held.person, "keys": [key.hex() for key in held.keys],
        "ops": str(listed), "case": case,
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.case_window"],
        env={"QT_QPA_PLATFORM": "offscreen"} | os.environ,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        answer, _ = child.communicate(json.dumps(given) + "\n")
    assert child.returncode == 0, "the window shows its cases, takes ops and hides"
    seen: Seen = json.loads(answer.splitlines()[-1])
    return seen
