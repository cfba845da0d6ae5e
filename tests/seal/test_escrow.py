"""The slot of a coordinator: whose vault it opens, and what a new database key leaves of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import copies, escrow, keyfile, sheet, sign, slot
from patbm_desktop.seal.escrow import Owner, Trustee
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.slot import Slot, SlotKind

KEY, NEW = bytes(range(32)), bytes(range(32, 64))
RINA, DEWI = sign.make(), sign.make()
SARI = Owner("5a" * 16, "a5" * 16, "c0" * 16, "2026-11-21")
BUDI = replace(SARI, dev="b0" * 16, person="0b" * 16)
PERSON = "d0" * 16


def made(owner: Owner = SARI, key: bytes = KEY) -> Slot:
    return escrow.make(Trustee(RINA.dev, RINA.box_pk, PERSON), owner, (key,))


def is_altered(each: Slot) -> bool:
    with pytest.raises(Fault) as caught:
        escrow.open_slot(each, RINA)
    return caught.value.refusal is Refusal.KEY_FILE_ALTERED


@pytest.fixture
def held(tmp_path: Path) -> Held:
    """A vault of Sari with a slot for Rina; its passphrase is never asked for here."""
    paper = slot.make(SlotKind.SHEET, SARI.person, sheet.draw(), (KEY,))
    copies.write(tmp_path, copies.KeyFile((paper,), {SARI.person: "Sari"}), (KEY,))
    opened = Held(SARI.person, (KEY,))
    keyfile.add_trustee(
        tmp_path, opened, Trustee(RINA.dev, RINA.box_pk, PERSON), SARI, "Rina Contoh"
    )
    return opened


def test_the_slot_opens_for_its_holder_and_says_whose_vault_it_is() -> None:
    opened = escrow.open_slot(made(), RINA)
    assert (opened.owner, opened.keys) == (SARI, (KEY,))
    with pytest.raises(Fault):
        escrow.open_slot(made(), DEWI)


def test_a_slot_put_together_from_two_names_nobody() -> None:
    mine, hers = made(BUDI), made(SARI, NEW)
    assert is_altered(replace(mine, sealed=hers.sealed))
    assert is_altered(replace(mine, sealed=hers.sealed, public=hers.public))
    assert is_altered(replace(hers, wrapped=mine.wrapped))


def test_nothing_secret_shows_by_accident() -> None:
    opened = escrow.open_slot(made(), RINA)
    assert str(KEY) not in repr(opened)
    assert str(made().wrapped) not in repr(made())


@pytest.mark.parametrize(
    "change",
    [
        {"holder": ""},
        {"holder_pk": ""},
        {"kind": "lembar"},
        {"public": "AAAA"},
        {"salt": ""},
    ],
    ids=["no-holder", "no-key", "another-kind", "short-key", "no-salt"],
)
def test_a_slot_of_another_shape_is_none(change: dict[str, str]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        slot.from_json(slot.as_json(made()) | change)
    assert slot.from_json(slot.as_json(made())).holder == RINA.dev


def test_a_slot_that_travels_opens_and_says_nothing_about_anybody() -> None:
    travelling = escrow.as_json(made())
    assert escrow.open_slot(escrow.from_json(travelling), RINA).owner == SARI
    assert not {SARI.dev, SARI.person, PERSON} & set(travelling.values())


# -- in the key file -------------------------------------------------------------------------


def test_a_coordinator_is_no_person_of_the_unlock_screen(tmp_path: Path, held: Held) -> None:
    assert [each.call_name for each in keyfile.people(tmp_path)] == ["Sari"]
    (holder,) = keyfile.holders(tmp_path)
    assert (holder.dev, holder.person, holder.call_name) == (RINA.dev, PERSON, "Rina Contoh")
    keyfile.hide_names(tmp_path, held, hidden=True)
    assert keyfile.holders(tmp_path)[0].call_name == ""
    assert b"Rina" not in (tmp_path / copies.FIRST).read_bytes()


def test_a_new_database_key_is_put_into_her_slot_without_her(tmp_path: Path, held: Held) -> None:
    both = keyfile.begin_rekey(tmp_path, held, NEW)
    assert escrow.open_slot(keyfile.escrow_slots(tmp_path)[0], RINA).keys == (NEW, KEY)
    keyfile.finish_rekey(tmp_path, both, NEW)
    assert escrow.open_slot(keyfile.escrow_slots(tmp_path)[0], RINA).keys == (NEW,)


def test_a_dropped_slot_is_gone_and_an_old_copy_of_it_has_the_old_key_alone(
    tmp_path: Path, held: Held
) -> None:
    (old,) = keyfile.escrow_slots(tmp_path)
    both = keyfile.begin_rekey(tmp_path, held, NEW)
    keyfile.finish_rekey(tmp_path, both, NEW, dropped={(SlotKind.ESCROW, RINA.dev)})
    assert keyfile.holders(tmp_path) == ()
    assert escrow.open_slot(old, RINA).keys == (KEY,)
    assert b"Rina" not in (tmp_path / copies.FIRST).read_bytes()


def test_the_slot_of_a_laptop_is_replaced_and_not_doubled(tmp_path: Path, held: Held) -> None:
    keyfile.add_trustee(tmp_path, held, Trustee(RINA.dev, RINA.box_pk, "e0" * 16), SARI, "Rina")
    keyfile.add_trustee(tmp_path, held, Trustee(DEWI.dev, DEWI.box_pk, ""), SARI, "")
    assert [each.dev for each in keyfile.holders(tmp_path)] == [RINA.dev, DEWI.dev]
    assert [each.person for each in keyfile.holders(tmp_path)] == ["e0" * 16, ""]


def test_keys_of_another_file_open_none(tmp_path: Path, held: Held) -> None:
    assert keyfile.open_with_keys(tmp_path, (KEY,), SARI.person) == held
    with pytest.raises(Fault) as caught:
        keyfile.open_with_keys(tmp_path, (NEW,), SARI.person)
    assert caught.value.refusal is Refusal.KEY_FILE_ALTERED
