"""What is measured without a window: saving, finding, opening, bringing in a sheet."""

import csv
import shutil
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from patbm_desktop.actions.activities import activities
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.spreadsheets import importing, ledger
from patbm_desktop.actions.upkeep import tending
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.seal import keyfile
from patbm_desktop.store import connect, listing, search
from patbm_desktop.store import folder as names
from tests.bench import vaults, workload
from tests.bench.table import Measured, Took, in_ms, in_ms_with_p99, in_seconds, took

SAVES = 1000
TEND_EVERY_MS = 400
"""How often the vault is tidied between two saves: as the window does it, in turns as short."""

HITS = 50
COLUMNS = (
    "tanggal", "program", "jenis", "topik", "tempat", "dewasa_l", "dewasa_p", "anak_l", "anak_p",
    "hasil", "tindak_lanjut",
)  # fmt: skip
TYPED = ("p", "pe", "pengasuhan", "kunjungan rumah", "balai 3", "rapat koor", "sari mel", "kdrt")
PLACES, IMPORTED = 9, 10_000


def saves(ws: Workspace) -> Measured:
    """Save one session after the other as fast as it goes; each is found at once."""
    activity = Activity(
        program="lautan_rt",
        type="kelas_pengasuhan",
        date=date(2026, 11, 20),
        topics=("gawai_internet_aman",),
        participants=Count4(4, 15, 0, 0),
        result="Warga sepakat jam bebas gawai pukul enam sampai delapan malam. " * 4,
        next_step="Sesi khusus bapak bulan depan, dibahas di rapat RT.",
    )
    taken: list[Took] = []
    tended = time.monotonic()
    for number in range(1, SAVES + 1):
        taken.append(took(lambda: activities.record(ws, activity)))
        if (time.monotonic() - tended) * 1000 > TEND_EVERY_MS:
            assert search.count(ws.db, '"sepakat jam bebas gawai"') == number, "found at once"
            tending.tend(ws)
            tended = time.monotonic()
    return in_ms_with_p99("save one activity, median / p99", "2.0 / 6 ms", taken)


def searches(ws: Workspace) -> Measured:
    """Type some words, letter by letter as it were; the hits must be the newest ones."""
    taken: list[Took] = []
    for typed in TYPED:
        taken += [took(lambda typed=typed: search.find(ws.db, typed, limit=HITS)) for _ in range(9)]
        days = [row.day or "" for row in search.find(ws.db, typed, limit=HITS)]
        assert days == sorted(days, reverse=True), "hits come newest first"
    return in_ms(f"search as you type, first {HITS} hits", "10 ms", taken)


def opens(folder: Path) -> Iterator[Measured]:
    """Open the store to its first rows, with the key at hand and from the passphrase."""
    with_words = vaults.opened(folder)
    key = with_words.unlocked.key
    with_words.close()

    def from_key() -> None:
        db = connect.open_store(folder / names.DATABASE, key)
        assert len(listing.rows(db, "activity", limit=HITS)) == HITS
        connect.close(db)

    def from_words() -> None:
        ws = vaults.opened(folder)
        assert len(listing.rows(ws.db, "activity", limit=HITS)) == HITS
        ws.close()

    what = f"open to the first {HITS} rows, key at hand"
    yield in_ms(what, "50 ms", [took(from_key) for _ in range(15)])
    stretching = [took(lambda: _stretch(folder)) for _ in range(5)]
    whole = [took(from_words) for _ in range(5)]
    yield in_ms("the same from the passphrase, Argon2id in it", "250 ms + Argon2id", whole)
    yield in_ms("Argon2id alone", "-", stretching)


def _stretch(folder: Path) -> None:
    keyfile.open_with_passphrase(folder, vaults.PASSPHRASE)


def brings_in(folder: Path) -> Measured:
    """Bring a sheet of ten thousand rows into a new vault."""
    sheet = folder / "rows.csv"
    _write_sheet(sheet)
    ws = vaults.made(folder / "import")
    rules, heard = ledger.rules_of(ws), []

    def bring_in() -> None:
        outcome = importing.bring_in(
            importing.read_file(sheet, rules),
            rules,
            ledger.VaultLedger(ws),
            progress=lambda done, of: heard.append((done, of)),
        )
        assert (outcome.added, outcome.refused) == (IMPORTED, ()), "every row goes in"

    taken = took(bring_in)
    assert heard[-1] == (IMPORTED, IMPORTED), "progress was told"
    assert listing.count(ws.db, "activity") == IMPORTED
    ws.close()
    shutil.rmtree(folder / "import")
    return in_seconds(f"import of {IMPORTED:,} rows", "15 s", [taken])


def _write_sheet(sheet: Path) -> None:
    with sheet.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(COLUMNS)
        for at, each in enumerate(workload.activities(IMPORTED, "", (), "")):
            heads = each.participants or Count4()
            lines.writerow([
                each.date, each.program, each.type, ";".join(each.topics), f"Balai {at % PLACES}",
                heads.dewasa_l, heads.dewasa_p, heads.anak_l, heads.anak_p,
                each.result, each.next_step,
            ])  # fmt: skip
