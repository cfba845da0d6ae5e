import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import copies, keyfile
from patbm_desktop.seal.slot import SlotKind
from tests.seal.cut import NEW, OTHER, SARI

ROOT = Path(__file__).resolve().parents[2]
BUDI = "b0" * 16
WORDS = "perahu kuning pagi"
KEY = bytes(range(32))
COPIES = (copies.FIRST, copies.SECOND)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A vault made once: Argon2id takes its time."""
    folder = tmp_path_factory.mktemp("made")
    return folder, keyfile.create(folder, KEY, SARI, "Bu Sari", WORDS)


@pytest.fixture
def held(tmp_path, made):
    """The open vault of Sari."""
    for name in COPIES:
        shutil.copy(made[0] / name, tmp_path)
    return made[1]


def refused(refusal, action, *args, **kwargs):
    with pytest.raises(Fault) as heard:
        action(*args, **kwargs)
    return heard.value.refusal is refusal


def edit(folder, change, *, honest=True):
    """Change the file as somebody would who knows the format but no key."""
    for name in COPIES:
        value = json.loads((folder / name).read_text())
        change(value)
        (folder / name).write_text(json.dumps(value))
        if honest:
            file = copies._parse((folder / name).read_bytes())
            value["sum"] = copies._sum(file)
            (folder / name).write_text(json.dumps(value))


def test_the_passphrase_opens_and_another_does_not(tmp_path, held):
    assert keyfile.open_with_passphrase(tmp_path, WORDS.upper(), SARI) == held
    assert keyfile.open_with_passphrase(tmp_path, WORDS) == held
    assert refused(Refusal.WRONG_PASSPHRASE, keyfile.open_with_passphrase, tmp_path, OTHER, SARI)
    assert refused(Refusal.WRONG_PASSPHRASE, keyfile.open_with_passphrase, tmp_path, WORDS, BUDI)


def test_nothing_secret_stands_in_the_file_or_shows_by_accident(tmp_path, held):
    text = (tmp_path / "kunci.json").read_text()
    assert KEY.hex() not in text
    assert str(KEY) not in repr(held)
    assert (tmp_path / "kunci.cadangan.json").read_text() == text


def test_a_vault_is_made_once(tmp_path, held):
    assert refused(Refusal.VAULT_EXISTS, keyfile.create, tmp_path, KEY, SARI, "Bu Sari", WORDS)
    assert refused(Refusal.VAULT_MISSING, keyfile.people, tmp_path / "elsewhere")


def test_the_unlock_screen_lists_who_has_a_place_here(tmp_path, held):
    keyfile.add_person(tmp_path, held, BUDI, "Pak Budi", OTHER)
    keyfile.rename(tmp_path, held, SARI, "Ibu Sari")
    keyfile.add_sheet(tmp_path, held, SARI)
    assert [(each.ent, each.call_name) for each in keyfile.people(tmp_path)] == [
        (SARI, "Ibu Sari"),
        (BUDI, "Pak Budi"),
    ]
    assert [each.has_sheet for each in keyfile.people(tmp_path)] == [True, False]
    assert keyfile.open_with_passphrase(tmp_path, OTHER).person == BUDI
    with pytest.raises(ValueError, match="database key"):
        keyfile.add_person(tmp_path, held, BUDI, "Pak Budi", WORDS)


def test_hidden_names_leave_the_file_and_come_back(tmp_path, held):
    keyfile.hide_names(tmp_path, held, hidden=True)
    keyfile.rename(tmp_path, held, SARI, "Ibu Sari")
    assert "Sari" not in "".join((tmp_path / name).read_text() for name in COPIES)
    assert [each.call_name for each in keyfile.people(tmp_path)] == [""]
    assert keyfile.hides_names(tmp_path)
    keyfile.hide_names(tmp_path, held, hidden=False)
    assert [each.call_name for each in keyfile.people(tmp_path)] == ["Ibu Sari"]


def test_a_sheet_opens_the_vault_and_is_known_to_work_from_then_on(tmp_path, held):
    text = keyfile.add_sheet(tmp_path, held, SARI)
    assert not keyfile.people(tmp_path)[0].has_tried_sheet
    assert keyfile.open_with_sheet(tmp_path, text.lower().replace("-", " ")) == held
    assert keyfile.people(tmp_path)[0].has_tried_sheet


def test_a_printed_sheet_is_tried_by_typing_it_in(tmp_path, held):
    text = keyfile.add_sheet(tmp_path, held, SARI)
    assert not keyfile.is_sheet_right(tmp_path, held, text[:-1])
    assert not keyfile.is_sheet_right(tmp_path, held, "0" * 22 + "00")
    assert keyfile.is_sheet_right(tmp_path, held, text)
    assert keyfile.people(tmp_path)[0].has_tried_sheet


def test_a_new_sheet_takes_the_place_of_the_former(tmp_path, held):
    former, newer = (keyfile.add_sheet(tmp_path, held, SARI) for _ in range(2))
    assert refused(Refusal.WRONG_SHEET, keyfile.open_with_sheet, tmp_path, former)
    assert refused(Refusal.WRONG_SHEET, keyfile.open_with_sheet, tmp_path, newer[1:])
    assert keyfile.open_with_sheet(tmp_path, newer) == held


# -- a new database key ----------------------------------------------------------------------


def test_a_changed_passphrase_leaves_nothing_that_the_old_one_opens(tmp_path, held):
    keyfile.add_person(tmp_path, held, BUDI, "Pak Budi", OTHER)
    both = keyfile.begin_rekey(tmp_path, held, NEW)
    assert keyfile.open_with_passphrase(tmp_path, WORDS, SARI).keys == (NEW, KEY) == both.keys
    keyfile.finish_rekey(tmp_path, both, NEW, passphrases={SARI: "kata yang sama sekali baru"})
    assert refused(Refusal.WRONG_PASSPHRASE, keyfile.open_with_passphrase, tmp_path, WORDS, SARI)
    assert keyfile.open_with_passphrase(tmp_path, "kata yang sama sekali baru").keys == (NEW,)
    assert keyfile.open_with_passphrase(tmp_path, OTHER, BUDI).keys == (NEW,)


def test_a_removed_slot_opens_nothing_and_its_name_is_gone(tmp_path, held):
    keyfile.add_person(tmp_path, held, BUDI, "Pak Budi", OTHER)
    both = keyfile.begin_rekey(tmp_path, held, NEW)
    keyfile.finish_rekey(tmp_path, both, NEW, dropped={(SlotKind.PASSPHRASE, BUDI)})
    assert refused(Refusal.WRONG_PASSPHRASE, keyfile.open_with_passphrase, tmp_path, OTHER)
    assert "Budi" not in (tmp_path / "kunci.json").read_text()


def test_the_last_slot_and_a_key_that_no_slot_holds_are_refused(tmp_path, held):
    with pytest.raises(ValueError, match="never be opened"):
        keyfile.finish_rekey(tmp_path, held, KEY, dropped={(SlotKind.PASSPHRASE, SARI)})
    with pytest.raises(ValueError, match="before the database"):
        keyfile.finish_rekey(tmp_path, held, NEW)


def test_hidden_names_stay_readable_through_a_new_key(tmp_path, held):
    keyfile.hide_names(tmp_path, held, hidden=True)
    after = keyfile.finish_rekey(tmp_path, keyfile.begin_rekey(tmp_path, held, NEW), NEW)
    keyfile.hide_names(tmp_path, after, hidden=False)
    assert keyfile.people(tmp_path)[0].call_name == "Bu Sari"


def test_a_kill_at_any_point_of_a_change_leaves_keys_that_open_the_database(tmp_path, held):
    template, text = tmp_path / "template", keyfile.add_sheet(tmp_path, held, SARI)
    assert keyfile.is_sheet_right(tmp_path, held, text)
    template.mkdir()
    (template / "sheet").write_text(text)
    (template / "database").write_bytes(KEY)
    for name in COPIES:
        shutil.copy(tmp_path / name, template)
    command = [sys.executable, "-m", "tests.seal.cut", tmp_path]
    assert subprocess.run(command, cwd=ROOT, check=False, timeout=300).returncode == 0
    left = sorted(int(path.name) for path in tmp_path.iterdir() if path.name.isdecimal())
    assert left == [*range(1, 4 * 5 + 2)]
    for at in left:
        check_after_kill(tmp_path / str(at))
    assert keyfile.open_with_passphrase(tmp_path / str(left[-1]), OTHER, SARI).keys == (NEW,)


def check_after_kill(folder):
    """See that either copy alone opens the database, and that opening makes them equal."""
    database, text = (folder / "database").read_bytes(), (folder / "sheet").read_text()
    for name in COPIES:
        data = {each: (folder / each).read_bytes() for each in COPIES}
        (folder / name).unlink()
        assert database in keyfile.open_with_sheet(folder, text).keys
        for each in COPIES:
            (folder / each).write_bytes(data[each])
    held = keyfile.open_with_sheet(folder, text)
    assert (folder / COPIES[0]).read_bytes() == (folder / COPIES[1]).read_bytes()
    assert keyfile.finish_rekey(folder, held, database).keys == (database,)


# -- bad days --------------------------------------------------------------------------------


@pytest.mark.parametrize("damaged", COPIES)
@pytest.mark.parametrize("damage", [b"", b"\xff\x00", b"{}", None])
def test_one_damaged_copy_is_mended_from_the_other(tmp_path, held, damaged, damage):
    whole = (tmp_path / damaged).read_bytes()
    if damage is None:
        (tmp_path / damaged).unlink()
    else:
        (tmp_path / damaged).write_bytes(damage)
    assert keyfile.open_with_passphrase(tmp_path, WORDS) == held
    assert (tmp_path / damaged).read_bytes() == whole


def test_a_flipped_bit_is_no_wrong_passphrase(tmp_path, held):
    data = bytearray((tmp_path / "kunci.json").read_bytes())
    at = data.index(b'"wrapped": "') + 20
    data[at] = ord("A") if data[at] != ord("A") else ord("B")
    (tmp_path / "kunci.json").write_bytes(data)
    assert keyfile.open_with_passphrase(tmp_path, WORDS) == held


def test_two_damaged_copies_are_said_to_be_damaged_and_left_as_they_are(tmp_path, held):
    for name in COPIES:
        (tmp_path / name).write_bytes(b"rubbish")
    assert refused(Refusal.KEY_FILE_DAMAGED, keyfile.open_with_passphrase, tmp_path, WORDS)
    assert refused(Refusal.KEY_FILE_DAMAGED, keyfile.people, tmp_path)
    assert (tmp_path / "kunci.json").read_bytes() == b"rubbish"


@pytest.mark.parametrize("honest", [True, False])
@pytest.mark.parametrize(
    ("name", "value"), [("memory_mib", 8), ("memory_mib", 4096), ("passes", 1), ("passes", 99)]
)
def test_altered_costs_are_refused_by_a_name_of_their_own(tmp_path, held, name, value, honest):
    edit(tmp_path, lambda file: file["slots"][0].update({name: value}), honest=honest)
    assert refused(Refusal.KEY_FILE_ALTERED, keyfile.open_with_passphrase, tmp_path, WORDS)


def test_a_slot_slipped_in_by_somebody_without_the_key_is_noticed(tmp_path, held):
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    keyfile.create(stranger, NEW, BUDI, "Pak Budi", OTHER)
    slipped = json.loads((stranger / "kunci.json").read_text())["slots"][0]
    edit(tmp_path, lambda file: file["slots"].append(slipped))
    assert refused(Refusal.KEY_FILE_ALTERED, keyfile.open_with_passphrase, tmp_path, WORDS, SARI)
    assert refused(Refusal.KEY_FILE_ALTERED, keyfile.begin_rekey, tmp_path, held, NEW)


@pytest.mark.parametrize("rubbish", ["[]", "1", '{"f":1}', '{"f":2,"slots":[]}', "[" * 9999])
def test_json_that_is_no_key_file_counts_as_damage(tmp_path, held, rubbish):
    for name in COPIES:
        (tmp_path / name).write_text(rubbish)
    assert refused(Refusal.KEY_FILE_DAMAGED, keyfile.people, tmp_path)
