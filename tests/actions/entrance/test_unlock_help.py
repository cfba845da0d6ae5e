"""A forgotten passphrase: a locked laptop, a coordinator's laptop, and a stick between them."""

import json
import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities
from patbm_desktop.actions.cases import case_noting
from patbm_desktop.actions.entrance import escrow, new_vault, passphrases, unlock_help, vault
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.actions.kelurahan import case_access, joining, membership, roll
from patbm_desktop.actions.kelurahan.membership import Terms
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import drives, syncing, usb
from patbm_desktop.actions.travel.drives import Drive
from patbm_desktop.actions.upkeep import backups, tending
from patbm_desktop.domain import ids
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import escrow as slots
from patbm_desktop.seal import keyfile, sign
from patbm_desktop.seal import unlock_help as files
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.store import backup, connect
from patbm_desktop.store import folder as names
from patbm_desktop.sync import words
from patbm_desktop.wire.durable import CRASH_STATUS
from patbm_desktop.wire.joining import Card
from tests.actions.conftest import NOW, PASSPHRASE

RINA = Profile(name="Rina Contoh", kelurahan_code="64.71.99.1001", rt_number="", region="contoh")
NEW = "kata baru yang panjang sekali"
PACT = "2026-11-01"
WORRY = CaseDetail(category="perundungan")


@dataclass
class Two:
    """Sari's vault and Rina's office, who know each other; `stick` lies between them."""

    sari: Path
    rina: Path
    stick: Path
    held: Held
    of_rina: Held

    def open_sari(self) -> Workspace:
        """Open Sari's vault without her slow passphrase."""
        return vault.open_held(self.sari, self.held, FixedClock(NOW))

    @property
    def request(self) -> Path:
        """The request on the stick."""
        return self.stick / "x.bantuan"


@pytest.fixture(scope="session")
def joined(founded: tuple[Path, Held], tmp_path_factory: pytest.TempPathFactory) -> Two:
    """Sari has joined Rina's kelurahan by stick, and Rina's pact stands there."""
    root = tmp_path_factory.mktemp("joined")
    sari_folder = Path(shutil.copytree(founded[0], root / "sari"))
    rina = new_vault.make(root / "rina", RINA, PASSPHRASE, FixedClock(NOW))
    escrow.date_pact(rina, rina.device.dev, NOW.date())
    made = Two(sari_folder, root / "rina", root, founded[1], rina.unlocked.held)
    sari = made.open_sari()
    membership.save_invitation(membership.invite(rina, "901"), root / "undangan")
    joining.join_by_file(sari, root / "undangan")
    carry(sari, rina, root)
    membership.approve(rina, joining.own_code(sari), Terms(pact="2026-11-20"))
    carry(rina, sari, root)
    sari.close()
    rina.close()
    made.open_sari().close()
    return made


def carry(source: Workspace, target: Workspace, stick: Path) -> None:
    """Bring by stick all that `source` knows."""
    usb.load(target.laptop, usb.save(source.laptop, stick / "x.patbm").path)
    target.refresh()


@pytest.fixture
def two(joined: Two, tmp_path: Path) -> Two:
    """Copies of both vaults, closed; Sari's has a slot for Rina."""
    for name in ("sari", "rina", "stick"):
        if name == "stick":
            (tmp_path / name).mkdir()
        else:
            shutil.copytree(joined.stick / name, tmp_path / name)
    return Two(
        tmp_path / "sari", tmp_path / "rina", tmp_path / "stick", joined.held, joined.of_rina
    )


@pytest.fixture
def rina(two: Two) -> Iterator[Workspace]:
    """The coordinator's vault, open."""
    opened = vault.open_held(two.rina, two.of_rina, FixedClock(NOW))
    yield opened
    opened.close()


def ask(two: Two) -> str:
    """Put Sari's request on the stick; return its code."""
    return unlock_help.ask(two.sari, two.request, FixedClock(NOW)).code


def help_of(two: Two, rina: Workspace) -> Path:
    """Return Rina's answer to a request of Sari's."""
    code = ask(two)
    return unlock_help.answer(rina, two.request, code)


def open_with(two: Two, answer: Path) -> Workspace:
    return vault.open_with_help(two.sari, answer, FixedClock(NOW))


def refused(refusal: Refusal, do: object, *args: object) -> bool:
    """Say whether `do` is refused so."""
    assert callable(do)
    with pytest.raises(Fault) as caught:
        do(*args)
    return caught.value.refusal is refusal


def content(folder: Path) -> dict[str, bytes]:
    """Return the files of a vault that a refusal must leave as they are."""
    return {each.name: each.read_bytes() for each in folder.glob("*.*") if "-" not in each.name}


def admit(rina: Workspace, device: DeviceKeys, *, pact: str = PACT) -> str:
    """Let Rina's office take in another coordinator's laptop; return its person."""
    person = ids.fresh()
    card = Card(device.dev, "Laptop Dewi", device.sign_pk.hex(), device.box_pk.hex())
    said = {"role": "koordinator", "active": True, "label": card.label, "person": person}
    said |= {"pact": pact} if pact else {}
    words.about(rina.laptop, rina.space, device.dev, said, card)
    return person


# -- the whole way ---------------------------------------------------------------------------


def test_a_coordinator_opens_a_laptop_whose_passphrase_is_forgotten(
    two: Two, rina: Workspace
) -> None:
    sari = two.open_sari()
    activities.record(sari, Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",)))
    waiting = syncing.state(sari).left
    sari.close()
    assert waiting > 0
    opened = open_with(two, help_of(two, rina))
    assert syncing.state(opened).left == waiting
    passphrases.change_passphrase(opened, NEW).close()
    again = vault.open_vault(two.sari, None, NEW, FixedClock(NOW))
    assert again.me.name == "Sari Melati"
    again.close()
    assert refused(
        Refusal.WRONG_PASSPHRASE, vault.open_vault, two.sari, None, PASSPHRASE, FixedClock(NOW)
    )


def test_whoever_looks_at_a_case_sees_that_a_coordinator_opened_the_laptop(
    two: Two, rina: Workspace
) -> None:
    sari = two.open_sari()
    case = case_noting.note(sari, WORRY).ent
    sari.close()
    opened = open_with(two, help_of(two, rina))
    (line,) = case_access.openings(opened, case)
    assert (line.what, line.name, line.helper, line.on) == (
        "pulih", "Sari Melati", "Rina Contoh", NOW.date(),
    )  # fmt: skip
    opened.close()


def test_a_laptop_without_a_case_writes_nothing_down(two: Two, rina: Workspace) -> None:
    opened = open_with(two, help_of(two, rina))
    rows = opened.db.conn.execute("SELECT COUNT(*) FROM record WHERE kind = 'access'").fetchone()
    assert rows == (0,)
    opened.close()


def test_a_request_is_shown_again_after_the_program_ended_and_can_be_called_off(two: Two) -> None:
    assert unlock_help.standing(two.sari).helpers == ("Rina Contoh",)
    code = ask(two)
    assert unlock_help.standing(two.sari).code == ask(two) == code
    assert unlock_help.call_off(two.sari).code == ""
    assert ask(two) != code


def test_what_travels_names_nobody_and_holds_no_key_of_the_database(
    two: Two, rina: Workspace
) -> None:
    answer = help_of(two, rina)
    text = two.request.read_text() + answer.read_text()
    secrets = [*two.held.keys, bytes.fromhex(rina.person), bytes.fromhex(two.held.person)]
    assert not any(each.hex() in text for each in secrets)
    assert not any(name in text for name in ("Sari", "Rina", "901"))


def test_on_a_stick_nothing_of_others_is_written_over_and_the_own_answer_is_found(
    two: Two, rina: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drives, "plugged_in", lambda: (Drive(two.stick, "stick"),))
    assert refused(Refusal.HELP_NO_FILE, unlock_help.requests_on_stick)
    others = two.stick / unlock_help.file_name("901", NOW.date())
    others.write_text("of another laptop")
    for _ in range(2):
        code = unlock_help.ask_by_stick(two.sari, "901", FixedClock(NOW)).code
    assert sorted(each.suffix for each in two.stick.iterdir()) == [".bantuan", ".bantuan"]
    (own,) = [each for each in unlock_help.requests_on_stick() if each != others]
    answer = unlock_help.answer(rina, own, code)
    shutil.copy(answer, two.stick / "a.jawaban")
    (two.stick / "z.jawaban").write_text("of another laptop")
    assert files.read_answer(unlock_help.answer_on_stick(two.sari)) == files.read_answer(answer)


def test_the_secret_of_a_request_goes_into_no_copy_of_the_vault(two: Two) -> None:
    ask(two)
    backups.open_for_copy(two.sari, two.stick, FixedClock(NOW))
    sari = two.open_sari()
    backups.full(sari, two.stick / "full.bak")
    sari.close()
    (copy,) = [each for each in two.stick.iterdir() if each.is_dir()]
    assert (copy / names.DATABASE).exists()
    assert not (copy / files.PENDING).exists()
    assert files.PENDING.encode() not in (two.stick / "full.bak").read_bytes()
    assert files.pending(two.sari) is not None


# -- who has a slot --------------------------------------------------------------------------


def test_a_new_coordinator_gets_a_slot_when_her_pact_stands_and_not_before(
    two: Two, rina: Workspace
) -> None:
    dewi, sari = sign.make(), two.open_sari()
    admit(rina, dewi, pact="")
    carry(rina, sari, two.stick)
    escrow.keep_up(sari)
    assert [each.dev for each in keyfile.holders(two.sari)] == [rina.device.dev]
    escrow.date_pact(rina, dewi.dev, NOW.date())
    carry(rina, sari, two.stick)
    escrow.keep_up(sari)
    own = {each.holder: each for each in keyfile.escrow_slots(two.sari)}
    opened = slots.open_slot(own[dewi.dev], dewi)
    assert (opened.owner.dev, opened.keys) == (sari.device.dev, sari.unlocked.held.keys)
    sari.close()


def test_a_coordinator_has_no_slot_in_her_own_vault(two: Two, rina: Workspace) -> None:
    admit(rina, sign.make())
    escrow.keep_up(rina)
    assert [each.dev != rina.device.dev for each in keyfile.holders(two.rina)] == [True]


def test_whoever_has_a_slot_is_named_among_those_who_can_read(two: Two, rina: Workspace) -> None:
    sari = two.open_sari()
    assert {each.name for each in case_access.readers(sari)} == {"Sari", "Rina Contoh"}
    (of_rt,) = roll.case_readers(rina)
    assert {each.name for each in of_rt.readers} == {"Sari Melati", "Rina Contoh"}
    sari.close()


def test_a_pact_is_dated_by_a_coordinator_for_a_member_and_with_a_day(
    two: Two, rina: Workspace
) -> None:
    sari = two.open_sari()
    assert refused(Refusal.NOT_COORDINATOR, escrow.date_pact, sari, rina.device.dev, NOW.date())
    sari.close()
    assert refused(Refusal.NO_SUCH_MEMBER, escrow.date_pact, rina, ids.fresh(), NOW.date())
    assert refused(Refusal.PACT_MISSING, escrow.date_pact, rina, rina.device.dev, None)


# -- who has one no more ---------------------------------------------------------------------


@pytest.fixture
def left(two: Two, rina: Workspace) -> tuple[Two, DeviceKeys, slots.Opened]:
    """Dewi had a slot in Sari's vault, and was removed; what it opened. Sari's vault is closed."""
    dewi, sari = sign.make(), two.open_sari()
    admit(rina, dewi)
    carry(rina, sari, two.stick)
    escrow.keep_up(sari)
    backup.daily(sari.db, two.sari, sari.unlocked.key, NOW.date() - timedelta(days=1))
    (old,) = [each for each in keyfile.escrow_slots(two.sari) if each.holder == dewi.dev]
    membership.remove(rina, dewi.dev)
    carry(rina, sari, two.stick)
    sari.close()
    return two, dewi, slots.open_slot(old, dewi)


def fits_anything(folder: Path, opened: slots.Opened) -> bool:
    """Say whether what a slot held opens the database, or a backup of it."""
    stored = (folder / names.DATABASE, *backup.every(folder))
    return any(connect.fits(path, key) for path in stored for key in opened.keys)


def test_the_slot_of_a_removed_coordinator_opens_nothing_any_more(
    left: tuple[Two, DeviceKeys, slots.Opened],
) -> None:
    two, dewi, old = left
    assert fits_anything(two.sari, old)
    vault.open_vault(two.sari, None, PASSPHRASE, FixedClock(NOW)).close()
    assert not fits_anything(two.sari, old)
    assert backup.every(two.sari)
    assert dewi.dev not in {each.dev for each in keyfile.holders(two.sari)}
    opened = vault.open_vault(two.sari, None, PASSPHRASE, FixedClock(NOW))
    assert opened.me.name == "Sari Melati"
    opened.close()


def test_the_other_coordinators_still_open_the_laptop(
    left: tuple[Two, DeviceKeys, slots.Opened], rina: Workspace
) -> None:
    two = left[0]
    two.open_sari().close()
    opened = open_with(two, help_of(two, rina))
    assert opened.me.name == "Sari Melati"
    opened.close()


def test_a_disk_that_refuses_a_new_key_keeps_no_vault_shut(
    left: tuple[Two, DeviceKeys, slots.Opened],
) -> None:
    two, dewi, old = left
    busy = connect.open_store(two.sari / names.DATABASE, two.held.keys[0])
    opened = vault.open_vault(two.sari, None, PASSPHRASE, FixedClock(NOW))
    assert dewi.dev in escrow.overdue(opened)
    passphrases.rename(opened, "Bu Sari")
    opened.close()
    connect.close(busy)
    vault.open_vault(two.sari, None, PASSPHRASE, FixedClock(NOW)).close()
    assert not fits_anything(two.sari, old)


OPEN = """
import sys
from pathlib import Path
from patbm_desktop.actions.entrance import vault
from patbm_desktop.domain.clock import FixedClock
from tests.actions.conftest import NOW
from patbm_desktop.seal.keyfile import Held
held = Held(sys.argv[2], (bytes.fromhex(sys.argv[3]),))
vault.open_held(Path(sys.argv[1]), held, FixedClock(NOW)).close()
"""


@pytest.mark.parametrize("crash_at", [13, 24])
def test_a_removal_cut_halfway_leaves_a_vault_that_opens_and_goes_on(
    left: tuple[Two, DeviceKeys, slots.Opened], rina: Workspace, crash_at: int
) -> None:
    two, _, old = left
    env = os.environ | {"CRASH_AT": str(crash_at), "PYTHONPATH": str(Path.cwd())}
    words_ = [sys.executable, "-c", OPEN, str(two.sari), two.held.person, two.held.keys[0].hex()]
    assert subprocess.run(words_, env=env, check=False).returncode == CRASH_STATUS
    own = {each.holder: each for each in keyfile.escrow_slots(two.sari)}
    keys = slots.open_slot(own[rina.device.dev], rina.device).keys
    opened = vault.open_held(two.sari, Held(two.held.person, keys), FixedClock(NOW))
    tending.keep_daily(opened)
    assert not escrow.overdue(opened)
    assert not fits_anything(two.sari, old)
    opened.close()


# -- what does not fit -----------------------------------------------------------------------


def test_a_laptop_nobody_has_a_slot_for_says_so(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.bantuan"
    assert unlock_help.standing(folder).count == 0
    assert refused(Refusal.HELP_NOBODY, unlock_help.ask, folder, target, FixedClock(NOW))
    assert not target.exists()


def test_a_mistyped_code_gives_nothing_out(two: Two, rina: Workspace) -> None:
    code = ask(two)
    other = ("0" if code[0] != "0" else "1") + code[1:]
    assert refused(Refusal.HELP_CODE, unlock_help.answer, rina, two.request, other)
    assert refused(Refusal.CODE_UNREADABLE, unlock_help.answer, rina, two.request, code[:-1])
    assert [each.name for each in two.stick.iterdir()] == [two.request.name]
    assert unlock_help.answer(rina, two.request, code.lower().replace(" ", "-")).exists()


def test_a_request_with_another_key_in_it_has_another_code(two: Two, rina: Workspace) -> None:
    code, value = ask(two), json.loads(two.request.read_text())
    value["fresh"] = b64encode(rina.device.box_pk).decode()
    two.request.write_text(json.dumps(value))
    assert refused(Refusal.HELP_CODE, unlock_help.answer, rina, two.request, code)


def test_a_colleagues_slot_in_ones_own_request_names_the_colleague(
    two: Two, rina: Workspace, tmp_path: Path
) -> None:
    mine = files.ask(tmp_path, keyfile.escrow_slots(two.sari), "2026-11-21")
    files.write_request(two.request, mine.request)
    assert unlock_help.look(rina, two.request).name == "Sari Melati"
    assert unlock_help.look(rina, two.request).rt == "901"


def test_an_altered_request_and_one_for_another_coordinator_open_nothing(
    two: Two, rina: Workspace
) -> None:
    ask(two)
    value = json.loads(two.request.read_text())
    wrapped = value["slots"][0]["wrapped"]
    for change, refusal in (
        ({"wrapped": "AAAA" + wrapped[4:]}, Refusal.HELP_ALTERED),
        ({"holder": "0" * 32}, Refusal.HELP_ELSEWHERE),
    ):
        altered = value | {"slots": [value["slots"][0] | change]}
        two.request.write_text(json.dumps(altered))
        assert refused(refusal, unlock_help.look, rina, two.request)


def test_only_a_coordinator_answers(two: Two, rina: Workspace) -> None:
    ask(two)
    sari = two.open_sari()
    assert refused(Refusal.NOT_COORDINATOR, unlock_help.look, sari, two.request)
    sari.close()


def test_the_laptop_of_a_former_member_is_not_opened(two: Two, rina: Workspace) -> None:
    code, sari = ask(two), two.open_sari()
    membership.remove(rina, sari.device.dev)
    sari.close()
    assert refused(Refusal.HELP_NO_MEMBER, unlock_help.look, rina, two.request)
    assert refused(Refusal.HELP_NO_MEMBER, unlock_help.answer, rina, two.request, code)


def test_a_laptop_that_asked_nothing_takes_no_answer(two: Two, rina: Workspace) -> None:
    answer = help_of(two, rina)
    unlock_help.call_off(two.sari)
    before = content(two.sari)
    assert refused(Refusal.HELP_NOT_ASKED, open_with, two, answer)
    assert refused(Refusal.HELP_FOREIGN, open_with, two, two.request)
    assert content(two.sari) == before


def test_an_answer_is_good_for_its_request_alone_and_once(two: Two, rina: Workspace) -> None:
    former = help_of(two, rina).rename(two.stick / "former.jawaban")
    unlock_help.call_off(two.sari)
    answer = help_of(two, rina)
    before = content(two.sari)
    assert refused(Refusal.HELP_OF_ANOTHER, open_with, two, former)
    assert content(two.sari) == before
    passphrases.change_passphrase(open_with(two, answer), NEW).close()
    assert refused(Refusal.HELP_NOT_ASKED, open_with, two, answer)


def test_what_an_old_copy_asked_opens_nothing_after_a_new_key(two: Two, rina: Workspace) -> None:
    answer = help_of(two, rina)
    kept = (two.sari / files.PENDING).read_bytes()
    waiting = files.pending(two.sari)
    assert waiting is not None
    given = files.open_answer(waiting, files.read_answer(answer), keyfile.escrow_slots(two.sari))
    passphrases.change_passphrase(open_with(two, answer), NEW).close()
    (two.sari / files.PENDING).write_bytes(kept)
    assert refused(Refusal.HELP_OUTDATED, open_with, two, answer)
    assert not any(connect.fits(two.sari / names.DATABASE, key) for key in given.keys)


def test_a_passphrase_that_came_back_to_mind_calls_a_request_off(two: Two) -> None:
    ask(two)
    vault.open_vault(two.sari, None, PASSPHRASE, FixedClock(NOW)).close()
    assert not (two.sari / files.PENDING).exists()


def test_a_passphrase_changed_meanwhile_overtakes_a_request(two: Two, rina: Workspace) -> None:
    answer = help_of(two, rina)
    passphrases.change_passphrase(two.open_sari(), NEW).close()
    assert unlock_help.standing(two.sari).code == ""
    assert refused(Refusal.HELP_NOT_ASKED, open_with, two, answer)
