"""``patbm conflicts``: which notes have two versions; of a case its code and nothing else."""

import json
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities
from patbm_desktop.actions.cases import case_noting
from patbm_desktop.actions.entrance import vault
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.cli.main import run
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.case import CaseDetail, Victim
from patbm_desktop.domain.clock import SystemClock
from patbm_desktop.domain.ids import case_code

PASSPHRASE = "perahu kuning pagi"
INIT = ("init", "--kelurahan", "64.71.99.1001", "--rt", "901", "--name", "Sari M")
SESSION = Activity(program="ppatbm", type="sosialisasi")
WORRY = CaseDetail(category="putus_sekolah", victim=Victim("L", "13-17"), narrative="Rahasia.")


def _apart(ws: Workspace, kind: str, ent: str, name: str, values: tuple[object, object]) -> None:
    """Write a field twice, as two laptops that have not met."""
    shown = ws.need(kind, ent)
    for value in values:
        ws.write([Edit(kind=kind, ent=ent, values={name: value}, shown=shown)])


def test_conflicts_are_listed_and_a_case_is_its_code_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret, folder = tmp_path / "sandi.txt", tmp_path / "vault"
    secret.write_text(PASSPHRASE + "\n")
    start = ["--vault", str(folder), "--passphrase-file", str(secret)]
    assert run([*start, *INIT], lambda _: 1) == 0
    assert run([*start, "conflicts"], lambda _: 1) == 0
    assert "Tidak ada catatan dengan dua versi." in capsys.readouterr().out
    ws = vault.open_vault(folder, None, PASSPHRASE, SystemClock())
    session, case = activities.record(ws, SESSION).ent, case_noting.note(ws, WORRY).ent
    _apart(ws, "activity", session, "minutes", (60, 90))
    _apart(ws, "case_detail", case, "narrative", ("Cerita satu.", "Cerita dua."))
    ws.close()
    assert run([*start, "conflicts", "--json"], lambda _: 1) == 0
    told = capsys.readouterr().out
    found = {each["kind"]: each for each in json.loads(told)}
    assert (found["activity"]["id"], found["activity"]["parts"]) == (session, 1)
    assert (found["case"]["id"], found["case"]["name"]) == (case_code(case), "")
    assert run([*start, "--language", "en", "conflicts"], lambda _: 1) == 0
    told += capsys.readouterr().out
    assert f"{case_code(case)}  1 parts" in told
    assert "Cerita" not in told
