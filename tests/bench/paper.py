"""What a month's sheet costs: the first of a session, and the preview after a switch."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.papers.month import state
from patbm_desktop.actions.papers.papers import Paper, Prepared, Request
from tests.bench import workload
from tests.bench.table import Measured, Took, in_ms, took

SESSIONS = 15
MONTH = "2020-01"
"""Long before the first record of the workload, so that nothing else is in it."""

_COLD = """
import pickle, sys, time
document = pickle.load(sys.stdin.buffer)
clock, processor = time.perf_counter(), time.process_time()
from patbm_desktop.reports import render
pdf = render.render_pdf(document)
assert pdf.startswith(b"%PDF")
print((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000)
"""


def month(ws: Workspace) -> Iterator[Measured]:
    """Make the sheet of a month with fifteen sessions, cold and warm."""
    _write_month(ws)
    assert state(ws, MONTH).activities == SESSIONS, "the month has the sessions that were written"
    what = f"month report, {SESSIONS} activities, to PDF, cold"
    yield in_ms(what, "400 ms", [_cold(_prepared(ws)) for _ in range(5)])
    papers.pdf(_prepared(ws))
    switch = cycle((False, True))
    again = [took(lambda: papers.pdf(_prepared(ws, results=next(switch)))) for _ in range(20)]
    yield in_ms("its preview after a switch", "150 ms", again)


def _write_month(ws: Workspace) -> None:
    sessions = [
        replace(each, date=date(2020, 1, 1 + at), type="sosialisasi")
        for at, each in enumerate(workload.activities(SESSIONS, ws.rt, (), ws.person))
    ]
    ws.write(workload.edits(sessions, "month"))


def _prepared(ws: Workspace, *, results: bool = True) -> Prepared:
    return papers.prepare(ws, Request(paper=Paper.MONTH, month=MONTH, results=results))


def _cold(prepared: Prepared) -> Took:
    """Return how long a process takes that has made no sheet yet; its own start is not counted."""
    answer = subprocess.run(
        [sys.executable, "-c", _COLD],
        input=pickle.dumps(prepared.document),
        capture_output=True,
        check=True,
    )
    clock, processor = map(float, answer.stdout.split())
    return Took(clock, processor)
