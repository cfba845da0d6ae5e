"""An import into a vault on disk: the same promises as in memory, kept through a kill."""

import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from patbm_desktop.actions.activities.activity_list import Query, listing_of
from patbm_desktop.actions.entrance import new_vault, vault
from patbm_desktop.actions.spreadsheets.importing import bring_in, read_file
from patbm_desktop.actions.spreadsheets.ledger import VaultLedger, rules_of
from patbm_desktop.domain.clock import WITA, FixedClock

SAMPLES = Path(__file__).parents[1] / "samples"
CLOCK = FixedClock(datetime(2026, 11, 21, 20, 14, tzinfo=WITA))
WORDS = "perahu kuning pagi hari"
PROFILE = new_vault.Profile(
    name="Sari Contoh",
    call_name="Bu Sari",
    kelurahan_code="64.71.99.1001",
    kelurahan_name="Contoh",
    rt_number="901",
)
HEADS = "tanggal,program,jenis,tempat,pelaksana,dewasa_l\n"


@pytest.fixture
def ws(tmp_path):
    made = new_vault.make(tmp_path / "catatan", PROFILE, WORDS, CLOCK)
    yield made
    made.close()


def brought(ws, path, **more):
    rules = rules_of(ws)
    return bring_in(read_file(path, rules), rules, VaultLedger(ws), **more)


def test_the_sums_in_the_vault_are_the_sums_of_the_sheet(ws):
    outcome = brought(ws, SAMPLES / "messy-forty.csv")
    listing = listing_of(ws, Query())
    assert (outcome.added, outcome.same, len(outcome.refused)) == (16, 1, 23)
    assert len(listing.rows) == 16
    held = [row.activity for row in listing.rows if row.activity.participants]
    assert sum(each.participants.total for each in held) == 224 + 301 + 62 + 81 - 54
    assert {row.place_name for row in listing.rows} >= {"Balai RT", "Musala", "Aula kelurahan"}


def test_the_same_sheet_again_writes_nothing(ws):
    brought(ws, SAMPLES / "messy-forty.csv")
    before = ws.db.execute("SELECT count(*) FROM op").fetchone()
    again = brought(ws, SAMPLES / "messy-forty.csv")
    assert (again.added, again.same) == (0, 17)
    assert ws.db.execute("SELECT count(*) FROM op").fetchone() == before


def test_a_dry_run_leaves_no_op(ws):
    before = ws.db.execute("SELECT count(*) FROM op").fetchone()
    assert brought(ws, SAMPLES / "messy-forty.csv", dry_run=True).added == 16
    assert ws.db.execute("SELECT count(*) FROM op").fetchone() == before


def test_who_logs_is_found_by_her_name_on_screen(ws, tmp_path):
    sheet = tmp_path / "satu.csv"
    sheet.write_text(HEADS + "2026-09-05,rira,sosialisasi,Musala,Ibu Sari,3\n", "utf-8")
    brought(ws, sheet)
    (row,) = listing_of(ws, Query()).rows
    assert (row.activity.lead_id, row.lead_name) == (ws.person, "Sari Contoh")


KILLED = """
import sys
from datetime import datetime
from pathlib import Path
from patbm_desktop.actions.spreadsheets import importing
from patbm_desktop.actions.entrance import vault
from patbm_desktop.actions.spreadsheets.ledger import VaultLedger, rules_of
from patbm_desktop.domain.clock import WITA, FixedClock
clock = FixedClock(datetime(2026, 11, 21, 20, 14, tzinfo=WITA))
ws = vault.open_vault(Path(sys.argv[1]), None, sys.argv[3], clock)
rules = rules_of(ws)
found = importing.read_file(Path(sys.argv[2]), rules)
tell = lambda done, total: print(done, flush=True)
importing.bring_in(found, rules, VaultLedger(ws), progress=tell)
"""


def test_a_kill_keeps_every_row_it_spoke_of_and_a_second_run_adds_the_rest(ws, tmp_path):
    sheet = tmp_path / "banyak.csv"
    rows = (
        f"2026-09-{at % 28 + 1:02},rira,sosialisasi,Pos {at % 7},Ibu {at % 5},{at}\n"
        for at in range(900)
    )
    sheet.write_text(HEADS + "".join(rows), "utf-8")
    ws.close()
    command = [sys.executable, "-c", KILLED, str(ws.folder), str(sheet), WORDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        said = int(running.stdout.readline())
        running.send_signal(signal.SIGKILL)
    opened = vault.open_vault(ws.folder, None, WORDS, CLOCK)
    there = len(listing_of(opened, Query()).rows)
    outcome = brought(opened, sheet)
    assert said <= there == outcome.same
    assert outcome.added == 900 - there
    assert len(listing_of(opened, Query()).rows) == 900
    opened.close()
