"""`python -m tests.bench [--records N] [--keep DIR]`: measure, print a table, fail on no time."""

import argparse
import os
import pickle
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from patbm_desktop import bootstrap

if __name__ == "__main__":
    bootstrap.enter()

from patbm_desktop.actions import activities, importing, ledger, papers, vault
from patbm_desktop.actions.papers import Paper, Request
from patbm_desktop.actions.vault import Profile
from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.store import connect, listing, search
from patbm_desktop.store import folder as names
from patbm_desktop.store.housekeeping import housekeep
from tests.bench import workload
from tests.bench.table import Measured, median, median_and_p99, milliseconds, show
from tests.bench.workload import fill

PASSPHRASE = "perahu kuning pagi"
CLOCK = FixedClock(datetime(2026, 11, 21, 20, 0, tzinfo=WITA))
PROFILE = Profile(
    name="Sari Melati", kelurahan_code="64.71.99.1001", rt_number="901", region="contoh"
)
SAVES = 500
IMPORT_ROWS = 10_000


def main() -> int:
    """Measure everything and print it."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(_measured(Path(folder), options.records))
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
          f"Python {platform.python_version()}, {options.records:,} records")  # fmt: skip
    show(rows)
    return 0


def _options() -> argparse.Namespace:
    made = argparse.ArgumentParser(prog="python -m tests.bench")
    made.add_argument("--records", type=int, default=100_000)
    return made.parse_args()


def _measured(folder: Path, records: int) -> Iterator[Measured]:
    ws = vault.make(folder / "large", PROFILE, PASSPHRASE, CLOCK)
    start = time.perf_counter()
    fill(ws, records)
    seconds = time.perf_counter() - start
    yield Measured(f"fill {records:,} records", "-", f"{seconds:.0f} s")
    yield _saves(ws)
    yield from _searches(ws)
    yield from _month(ws)
    ws.close()
    yield from _opens(folder / "large")
    yield _import(folder)
    yield from _window(folder)


def _saves(ws: Workspace) -> Measured:
    activity = Activity(
        program="lautan_rt", type="kelas_pengasuhan", date=date(2026, 11, 20),
        topics=("gawai_internet_aman",), participants=Count4(4, 15, 0, 0),
        result="Warga sepakat jam bebas gawai pukul enam sampai delapan malam. " * 4,
        next_step="Sesi khusus bapak bulan depan, dibahas di rapat RT.",
    )  # fmt: skip
    taken = []
    for _ in range(SAVES):
        taken += milliseconds(lambda: activities.record(ws, activity), 1)
        housekeep(ws.db, ws.lens, 5)
    found = search.find(ws.db, "bebas gawai")
    assert len(found) == 50, "what was saved must be searchable at once"
    return Measured("save one activity, median / p99", "2.0 / 6 ms", median_and_p99(taken))


def _searches(ws: Workspace) -> Iterator[Measured]:
    taken = []
    for typed in ("ga", "gawai", "pengasuhan po", "balai 3", "kunjungan rumah"):
        taken += milliseconds(lambda typed=typed: search.find(ws.db, typed, limit=50), 10)
    yield Measured("search as you type, first 50 hits", "10 ms", median(taken))


def _month(ws: Workspace) -> Iterator[Measured]:
    code = (
        "import sys,time,pickle;start=time.perf_counter();"
        "from patbm_desktop.reports import render;document=pickle.load(sys.stdin.buffer);"
        "render.render_pdf(document);print(time.perf_counter()-start)"
    )
    small = _fifteen(ws)
    taken = []
    for _ in range(5):
        answer = subprocess.run(
            [sys.executable, "-c", code], input=pickle.dumps(small.document),
            capture_output=True, check=True,
        )  # fmt: skip
        taken.append(float(answer.stdout) * 1000)
    yield Measured("month report to PDF, cold", "400 ms", median(taken))
    papers.pdf(small)
    yield Measured(
        "the same after a switch", "150 ms", median(milliseconds(lambda: papers.pdf(small), 10))
    )


def _fifteen(ws: Workspace) -> papers.Prepared:
    """Return the sheet of a month with fifteen sessions in it."""
    month = [replace(each, date=date(2020, 1, 1 + at), type="sosialisasi")
             for at, each in enumerate(workload.activities(15, ws.rt, (), ws.person))]  # fmt: skip
    ws.write(workload.edits(month, "month"))
    prepared = papers.prepare(ws, Request(paper=Paper.MONTH, month="2020-01"))
    return replace(prepared, table=None)


def _opens(folder: Path) -> Iterator[Measured]:
    ws = vault.open_vault(folder, None, PASSPHRASE, CLOCK)
    key = ws.unlocked.key
    ws.close()

    def with_key() -> None:
        db = connect.open_store(folder / names.DATABASE, key)
        assert len(listing.rows(db, "activity", limit=50)) == 50
        connect.close(db)

    def with_passphrase() -> None:
        opened = vault.open_vault(folder, None, PASSPHRASE, CLOCK)
        assert len(listing.rows(opened.db, "activity", limit=50)) == 50
        opened.close()

    yield Measured(
        "open to the first 50 rows, key at hand", "50 ms", median(milliseconds(with_key, 10))
    )
    yield Measured(
        "the same from the passphrase, Argon2id in it", "250 ms + Argon2id",
        median(milliseconds(with_passphrase, 5)),
    )  # fmt: skip


def _import(folder: Path) -> Measured:
    ws = vault.make(folder / "import", PROFILE, PASSPHRASE, CLOCK)
    sheet = folder / "rows.csv"
    lines = ["tanggal,program,jenis,topik,tempat,dewasa_l,dewasa_p,anak_l,anak_p,hasil"]
    for number in range(IMPORT_ROWS):
        day = f"{2024 + number % 2}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        lines.append(f"{day},lautan_rt,kelas_pengasuhan,peran_ayah,Balai {number % 9},"
                     f"{number % 40},{number % 37},{number % 31},{number % 29},Hasil {number}")  # fmt: skip
    sheet.write_text("\n".join(lines), "utf-8")
    rules = ledger.rules_of(ws)
    start = time.perf_counter()
    outcome = importing.bring_in(importing.read_file(sheet, rules), rules, ledger.VaultLedger(ws))
    seconds = time.perf_counter() - start
    assert outcome.added + outcome.same == IMPORT_ROWS
    ws.close()
    return Measured(f"import of {IMPORT_ROWS:,} rows", "15 s", f"{seconds:.1f} s")


def _window(folder: Path) -> Iterator[Measured]:
    for records, job, target in (
        (10_000, "start", "1.0 s"),
        (20_000, "memory", "200 MB"),
    ):
        vault_folder = folder / f"window-{records}"
        ws = vault.make(vault_folder, PROFILE, PASSPHRASE, CLOCK)
        fill(ws, records)
        ws.close()
        seen = [_in_a_process(job, vault_folder) for _ in range(3)]
        yield Measured(
            f"{'start to Beranda painted' if job == 'start' else 'memory of the window'},"
            f" {records:,} activities", target, sorted(seen)[1],
        )  # fmt: skip


def _in_a_process(job: str, folder: Path) -> str:
    env = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.window", job, str(folder), PASSPHRASE],
        env=env, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return answer.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    sys.exit(main())
