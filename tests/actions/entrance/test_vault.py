"""Making, opening and re-keying a vault, with kills in between."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities, activity_detail
from patbm_desktop.actions.entrance import appearance, new_vault, passphrases, vault
from patbm_desktop.actions.entrance.passphrases import SheetState
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import parse
from patbm_desktop.store import oplog
from tests.actions.conftest import NOW, PASSPHRASE, SARI
from tests.actions.entrance.cut import OTHER

ROOT = Path(__file__).resolve().parents[3]
OLD_OPENS, NEW_OPENS = ("opened", Refusal.WRONG_PASSPHRASE), (Refusal.WRONG_PASSPHRASE, "opened")
WALK = Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",))


def refusal_of(caught: pytest.ExceptionInfo[Fault]) -> Refusal:
    return caught.value.refusal


def test_the_first_ops_stand_in_the_order_every_reader_expects(ws: Workspace) -> None:
    kinds = [parse(*raw).kind for raw in oplog.ops_of(ws.db, ws.space)]
    assert kinds == ["_member", "_key", "_key", "person", "rt"]


def test_the_space_is_named_after_its_founder_and_a_seed(ws: Workspace) -> None:
    first = parse(*next(iter(oplog.ops_of(ws.db, ws.space))))
    seed = bytes.fromhex(first.set["seed"].value)
    assert first.ent == first.dev == ws.device.dev
    assert ws.space == ids.space_id(first.dev, seed)


def test_the_laptop_of_a_founder_is_called_after_its_rt(ws: Workspace) -> None:
    assert ws.rights.of(ws.space).label(ws.device.dev) == "Laptop RT 901"


def test_the_person_at_the_keyboard_is_known_by_full_and_short_name(ws: Workspace) -> None:
    assert (ws.me.name, ws.me.call_name, ws.me.address_form) == ("Sari Melati", "Sari", "ibu")
    assert (ws.me.rt_number, ws.me.kelurahan_name) == ("901", "Contoh")


def test_the_passphrase_opens_and_capitals_and_spaces_do_not_matter(
    folder: Path, clock: FixedClock
) -> None:
    opened = vault.open_vault(folder, None, " Perahu  KUNING pagi ", clock)
    assert opened.me.name == "Sari Melati"
    opened.close()


def test_another_passphrase_does_not_open_and_says_so(folder: Path, clock: FixedClock) -> None:
    with pytest.raises(Fault) as caught:
        vault.open_vault(folder, None, "perahu merah pagi", clock)
    assert refusal_of(caught) is Refusal.WRONG_PASSPHRASE


def test_from_the_fifth_wrong_try_on_one_has_to_wait(folder: Path, clock: FixedClock) -> None:
    for _ in range(4):
        with pytest.raises(Fault) as caught:
            vault.open_vault(folder, None, "tiga kata lain", clock)
        assert refusal_of(caught) is Refusal.WRONG_PASSPHRASE
    with pytest.raises(Fault) as caught:
        vault.open_vault(folder, None, "tiga kata lain", clock)
    assert refusal_of(caught) is Refusal.WAIT_BEFORE_TRYING
    with pytest.raises(Fault) as caught:
        vault.open_vault(folder, None, PASSPHRASE, clock)
    assert 0 < caught.value.facts["seconds"] <= 30


def test_a_second_vault_is_not_made_over_the_first(folder: Path, clock: FixedClock) -> None:
    with pytest.raises(Fault) as caught:
        new_vault.make(folder, SARI, PASSPHRASE, clock)
    assert refusal_of(caught) is Refusal.VAULT_EXISTS
    vault.open_vault(folder, None, PASSPHRASE, clock).close()


@pytest.mark.parametrize("words", ["", "satu", "satu dua", "aaaaaaaaaaaaaaaaaaaaaaaa"])
def test_a_weak_passphrase_makes_no_vault(tmp_path: Path, clock: FixedClock, words: str) -> None:
    with pytest.raises(Fault) as caught:
        new_vault.make(tmp_path / "new", SARI, words, clock)
    assert refusal_of(caught) is Refusal.PASSPHRASE_TOO_WEAK
    assert not vault.exists(tmp_path / "new")


def test_a_folder_without_a_vault_says_so(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(Fault) as caught:
        vault.open_vault(tmp_path, None, PASSPHRASE, clock)
    assert refusal_of(caught) is Refusal.VAULT_MISSING


def test_notes_whose_key_file_is_gone_are_not_called_missing(
    folder: Path, clock: FixedClock
) -> None:
    for copy in folder.glob("kunci*.json"):
        copy.unlink()
    for ask in (vault.people, lambda at: vault.open_vault(at, None, PASSPHRASE, clock)):
        with pytest.raises(Fault) as caught:
            ask(folder)
        assert refusal_of(caught) is Refusal.KEY_FILE_DAMAGED


def test_a_vault_whose_database_is_gone_says_so(folder: Path, clock: FixedClock) -> None:
    (folder / "catatan.db").unlink()
    with pytest.raises(Fault) as caught:
        vault.open_vault(folder, None, PASSPHRASE, clock)
    assert refusal_of(caught) is Refusal.DATABASE_MISSING


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "Sari\x01"])
def test_a_name_that_no_record_takes_makes_no_vault(
    tmp_path: Path, clock: FixedClock, name: str
) -> None:
    with pytest.raises(Refused):
        new_vault.make(tmp_path / "new", replace(SARI, name=name), PASSPHRASE, clock)
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").write_text("a file is in the way")
    with pytest.raises(Fault) as caught:
        new_vault.make(tmp_path / "file" / "vault", SARI, PASSPHRASE, clock)
    assert refusal_of(caught) is Refusal.FILE_NOT_WRITABLE


def test_a_new_passphrase_opens_everything_and_the_old_one_nothing(
    ws: Workspace, folder: Path, clock: FixedClock
) -> None:
    saved = activities.record(ws, WALK)
    passphrases.change_passphrase(ws, "empat kata lain sekali").close()
    opened = vault.open_vault(folder, None, "empat kata lain sekali", clock)
    assert activity_detail.detail(opened, saved.ent).activity.program == "ppatbm"
    opened.close()
    with pytest.raises(Fault) as caught:
        vault.open_vault(folder, None, PASSPHRASE, clock)
    assert refusal_of(caught) is Refusal.WRONG_PASSPHRASE


def test_a_weak_new_passphrase_changes_nothing(ws: Workspace, folder: Path) -> None:
    before = (folder / "kunci.json").read_bytes()
    with pytest.raises(Fault):
        passphrases.change_passphrase(ws, "pendek")
    assert (folder / "kunci.json").read_bytes() == before
    assert ws.me.name == "Sari Melati"


def test_the_recovery_sheet_opens_a_vault_whose_passphrase_is_forgotten(
    ws: Workspace, folder: Path, clock: FixedClock
) -> None:
    assert passphrases.sheet_state(ws) is SheetState.NONE
    letters = passphrases.make_sheet(ws)
    assert passphrases.sheet_state(ws) is SheetState.MADE
    assert passphrases.try_sheet(ws, letters.lower().replace("-", " "))
    assert passphrases.sheet_state(ws) is SheetState.TRIED
    ws.close()
    opened = vault.open_with_sheet(folder, letters, clock)
    passphrases.change_passphrase(opened, "kata baru yang panjang sekali").close()
    vault.open_vault(folder, None, "kata baru yang panjang sekali", clock).close()


def test_a_wrong_letter_on_the_sheet_opens_nothing(
    ws: Workspace, folder: Path, clock: FixedClock
) -> None:
    letters = passphrases.make_sheet(ws)
    wrong = ("0" if letters[0] != "0" else "1") + letters[1:]
    ws.close()
    with pytest.raises(Fault) as caught:
        vault.open_with_sheet(folder, wrong, clock)
    assert refusal_of(caught) is Refusal.WRONG_SHEET


def test_altered_costs_of_the_passphrase_are_refused(folder: Path, clock: FixedClock) -> None:
    for name in ("kunci.json", "kunci.cadangan.json"):
        stored = json.loads((folder / name).read_bytes())
        text = json.dumps(stored).replace('"memory_mib": 64', '"memory_mib": 8')
        assert text != json.dumps(stored)
        (folder / name).write_text(text)
    with pytest.raises(Fault) as caught:
        vault.open_vault(folder, None, PASSPHRASE, clock)
    assert refusal_of(caught) in (Refusal.KEY_FILE_ALTERED, Refusal.KEY_FILE_DAMAGED)


def test_names_can_be_kept_off_the_unlock_screen(ws: Workspace, folder: Path) -> None:
    assert [each.call_name for each in vault.people(folder)] == ["Sari"]
    passphrases.hide_names(ws, hidden=True)
    assert [each.call_name for each in vault.people(folder)] == [""]
    assert b"Sari" not in (folder / "kunci.json").read_bytes()


def test_what_was_chosen_for_the_look_survives_and_nonsense_is_left_out(tmp_path: Path) -> None:
    appearance.change(tmp_path, scale=1.5, language="en", lock_minutes=7)
    assert appearance.read(tmp_path).scale == 1.5
    (tmp_path / appearance.FILE).write_text('{"scale":170,"lock_minutes":0,"language":"en","x":1}')
    read = appearance.read(tmp_path)
    assert (read.scale, read.lock_minutes, read.language) == (1.0, 5, "en")


# -- kills -----------------------------------------------------------------------------------


def cut_everywhere(name: str, folder: Path) -> list[Path]:
    """Do `name` once for every point it can be cut at; return the vaults that are left."""
    command = [sys.executable, "-m", "tests.actions.entrance.cut", name, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    left = [path for path in folder.iterdir() if path.name.isdecimal()]
    return [path / "vault" for path in sorted(left, key=lambda path: int(path.name))]


def test_a_founding_cut_at_any_step_can_be_done_again(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "template").mkdir()
    left = cut_everywhere("found", tmp_path)
    assert [vault.exists(folder) for folder in (left[0], left[-1])] == [False, True]
    for folder in left:
        if not vault.exists(folder):
            new_vault.make(folder, SARI, PASSPHRASE, clock).close()
        opened = vault.open_vault(folder, None, PASSPHRASE, clock)
        assert opened.me.name == "Sari Melati"
        opened.close()


def answer_to(words: str, folder: Path) -> str:
    """Say what the lock of a vault answers to a passphrase."""
    try:
        vault.open_vault(folder, None, words, FixedClock(NOW)).close()
    except Fault as fault:
        return fault.refusal
    return "opened"


def test_a_change_of_passphrase_cut_at_any_step_leaves_one_that_opens(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "template").mkdir()
    folder.rename(tmp_path / "template" / "vault")
    left = cut_everywhere("change", tmp_path)
    opening = [tuple(answer_to(words, folder) for words in (PASSPHRASE, OTHER)) for folder in left]
    assert set(opening) == {OLD_OPENS, NEW_OPENS}
    assert (opening[0], opening[-1]) == (OLD_OPENS, NEW_OPENS)
