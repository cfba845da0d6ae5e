"""The lock of a vault, `kunci.json`: who may open it, with what, and every change of that.

Each change is one step of `copies`, so a kill falls before it or after it. A new database key
takes two with the database between them: `begin_rekey` puts both keys into every slot, and the old
one goes only with `finish_rekey`. Whichever step a kill falls into, the keys in the file open the
database, and the next opening makes both copies equal.
"""

import contextlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from nacl.utils import random

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import copies, escrow, sheet, slot
from patbm_desktop.seal.copies import KeyFile
from patbm_desktop.seal.escrow import Owner, Trustee
from patbm_desktop.seal.slot import Keys, Slot, SlotKind


@dataclass(frozen=True, slots=True)
class Held:
    """An open vault: who opened it, and the keys to try on the database, newest first.

    Kept in memory while the vault is open, dropped when it locks, and asked for by every change.
    """

    person: str
    keys: Keys = field(repr=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a place on this laptop, as the unlock screen shows her.

    `call_name` is empty while names are hidden.
    """

    ent: str
    call_name: str
    has_passphrase: bool
    has_sheet: bool
    has_tried_sheet: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """A coordinator's laptop that can open this vault, and who sits at it ("" where unknown)."""

    dev: str
    person: str
    call_name: str


def new_key() -> bytes:
    """Return a new key for a database."""
    return random(slot.KEY_BYTES)


# -- asked without a key ---------------------------------------------------------------------


def exists(folder: Path) -> bool:
    """Say whether there is a key file in `folder`, damaged or not."""
    return copies.exists(folder)


def people(folder: Path) -> tuple[Person, ...]:
    """Return whom the unlock screen of this vault offers, in the order in which they came.

    Raises:
        Fault: there is no vault, or neither copy of its file can be read.
    """
    file = copies.read(folder)
    own = (each for each in file.slots if each.kind is not SlotKind.ESCROW)
    entities = dict.fromkeys(each.person for each in own)
    return tuple(_person(file, ent) for ent in entities)


def escrow_slots(folder: Path) -> tuple[Slot, ...]:
    """Return the slots `titip` of this vault.

    Raises:
        Fault: there is no vault, or neither copy of its file can be read.
    """
    return tuple(each for each in copies.read(folder).slots if each.kind is SlotKind.ESCROW)


def holders(folder: Path) -> tuple[Holder, ...]:
    """Return the coordinators' laptops that can open this vault; no name while names are hidden.

    Raises:
        Fault: there is no vault, or neither copy of its file can be read.
    """
    file = copies.read(folder)
    return tuple(
        Holder(each.holder, each.person, file.names.get(each.person, ""))
        for each in file.slots
        if each.kind is SlotKind.ESCROW
    )


def hides_names(folder: Path) -> bool:
    """Say whether the unlock screen of this vault lists no names.

    Raises:
        Fault: there is no vault, or neither copy of its file can be read.
    """
    return copies.read(folder).hides_names


def _person(file: KeyFile, ent: str) -> Person:
    own = {each.kind: each for each in file.slots if each.person == ent}
    paper = own.get(SlotKind.SHEET)
    return Person(
        ent,
        file.names.get(ent, ""),
        SlotKind.PASSPHRASE in own,
        paper is not None,
        paper is not None and paper.tried,
    )


# -- opening ---------------------------------------------------------------------------------


def create(folder: Path, key: bytes, person: str, call_name: str, words: str) -> Held:
    """Make the key file of a new vault: one slot, the passphrase of its owner.

    Raises:
        Fault: there is a vault already, or the folder cannot be written.
    """
    if exists(folder):
        raise Fault(Refusal.VAULT_EXISTS)
    keys = (key,)
    first = slot.make(SlotKind.PASSPHRASE, person, words, keys)
    copies.write(folder, KeyFile((first,), {person: call_name}), keys)
    return Held(person, keys)


def open_with_passphrase(folder: Path, words: str, person: str = "") -> Held:
    """Return the keys that the passphrase of `person` opens; of anybody where none is named.

    Raises:
        Fault: it is not the passphrase, or the file is missing, damaged or altered.
    """
    return _open(folder, SlotKind.PASSPHRASE, words, person, Refusal.WRONG_PASSPHRASE)


def open_with_sheet(folder: Path, text: str) -> Held:
    """Return the keys that a recovery sheet opens, and note that the paper works.

    Raises:
        Fault: a letter is wrong, it is the sheet of another vault, or the file is missing,
            damaged or altered.
    """
    sheet.read(text)
    held = _open(folder, SlotKind.SHEET, text, "", Refusal.WRONG_SHEET)
    with contextlib.suppress(Fault):  # a full disk must not keep a vault shut
        is_sheet_right(folder, held, text)
    return held


def open_with_keys(folder: Path, keys: Keys, person: str) -> Held:
    """Return the open vault of `person`, whose keys a coordinator's slot gave.

    Raises:
        Fault: KEY_FILE_ALTERED, its file was written with another key; or it is missing or damaged.
    """
    return _opened(folder, copies.read(folder), Held(person, keys))


def is_sheet_right(folder: Path, held: Held, text: str) -> bool:
    """Say whether `text`, typed in from the paper, would open this vault for the person in it.

    Raises:
        Fault: the file is missing, damaged or altered, or cannot be written.
    """
    file = _known(folder, held)
    own = file.find(SlotKind.SHEET, held.person)
    if own is None or not sheet.is_whole(text) or slot.open_slot(own, text) is None:
        return False
    if not own.tried:
        copies.write(folder, file.with_slot(replace(own, tried=True)), held.keys)
    return True


def _open(folder: Path, kind: SlotKind, words: str, person: str, wrong: Refusal) -> Held:
    file = copies.read(folder)
    for each in file.slots:
        if each.kind is kind and each.person == (person or each.person):
            keys = slot.open_slot(each, words)
            if keys:
                return _opened(folder, file, Held(each.person, keys))
    raise Fault(wrong)


def _opened(folder: Path, file: KeyFile, held: Held) -> Held:
    if not copies.is_written_by(file, held.keys[:1]):
        raise Fault(Refusal.KEY_FILE_ALTERED)
    copies.mend(folder, file)
    return held


# -- changing, with the vault open -----------------------------------------------------------


def add_person(folder: Path, held: Held, person: str, call_name: str, words: str) -> None:
    """Give `person` a passphrase of her own: she can then read every note in this vault.

    Raises:
        Fault: the file is missing, damaged or altered, or cannot be written.
        ValueError: she has one; changing it takes a new database key.
    """
    file = _known(folder, held)
    if file.find(SlotKind.PASSPHRASE, person):
        raise ValueError("a passphrase is changed together with the database key")
    new = slot.make(SlotKind.PASSPHRASE, person, words, held.keys)
    file = replace(file.with_slot(new), names={**file.names, person: call_name})
    copies.write(folder, file, held.keys)


def rename(folder: Path, held: Held, person: str, call_name: str) -> None:
    """Show `person` under another name on the unlock screen.

    Raises:
        Fault: the file is missing, damaged or altered, or cannot be written.
    """
    file = _known(folder, held)
    copies.write(folder, replace(file, names={**file.names, person: call_name}), held.keys)


def hide_names(folder: Path, held: Held, *, hidden: bool) -> None:
    """List no names on the unlock screen, or list them again; hidden ones are sealed in the file.

    Raises:
        Fault: the file is missing, damaged or altered, or cannot be written.
    """
    copies.write(folder, replace(_known(folder, held), hides_names=hidden), held.keys)


def add_sheet(folder: Path, held: Held, person: str) -> str:
    """Return the text of a new recovery sheet of `person`, in the place of any former one.

    The former paper still opens older copies of this file: where one was given away, let a new
    database key follow.

    Raises:
        Fault: the file is missing, damaged or altered, or cannot be written.
    """
    file = _known(folder, held)
    text = sheet.draw()
    copies.write(
        folder, file.with_slot(slot.make(SlotKind.SHEET, person, text, held.keys)), held.keys
    )
    return text


def add_trustee(folder: Path, held: Held, trustee: Trustee, owner: Owner, call_name: str) -> None:
    """Let a coordinator's laptop open this vault from now on, in the place of her former slot.

    Raises:
        Fault: the file is missing, damaged or altered, or cannot be written.
    """
    file = _known(folder, held).with_slot(escrow.make(trustee, owner, held.keys))
    known = {trustee.person: call_name} if trustee.person and call_name else {}
    copies.write(folder, replace(file, names={**file.names, **known}), held.keys)


def begin_rekey(folder: Path, held: Held, key: bytes) -> Held:
    """Put `key` into every slot before the database gets it; the former keys stay beside it.

    Raises:
        Fault: the file is missing, damaged or altered, or cannot be written.
    """
    file = _known(folder, held)
    keys = (key, *(each for each in held.keys if each != key))
    copies.write(folder, file, keys)
    return Held(held.person, keys)


def finish_rekey(
    folder: Path,
    held: Held,
    key: bytes,
    *,
    passphrases: Mapping[str, str] | None = None,
    dropped: Collection[tuple[SlotKind, str]] = (),
) -> Held:
    """Leave `key`, which now opens the database, as the only one; in one step with what led to it.

    `passphrases` gives people new ones, `dropped` names slots that are to go, by kind and whose
    they are. Without either it settles a change that was cut: `key` is then the one of `held.keys`
    that opened the database.

    Raises:
        Fault: the file is missing, damaged or altered, or cannot be written.
        ValueError: no slot would be left, or `key` was never put into the slots.
    """
    if key not in held.keys:
        raise ValueError("a key is put into the slots before the database gets it")
    file, keys = _known(folder, held), (key,)
    kept = tuple(each for each in file.slots if (each.kind, each.of) not in dropped)
    file = replace(file, slots=kept)
    for person, words in (passphrases or {}).items():
        file = file.with_slot(slot.make(SlotKind.PASSPHRASE, person, words, keys))
    if not file.slots:
        raise ValueError("a vault without a slot could never be opened again")
    copies.write(folder, file, keys)
    return Held(held.person, keys)


def _known(folder: Path, held: Held) -> KeyFile:
    """Return the file, written by somebody who held these keys, with its names readable."""
    file = copies.read(folder)
    if not copies.is_written_by(file, held.keys):
        raise Fault(Refusal.KEY_FILE_ALTERED)
    return replace(file, names=copies.names(file, held.keys))
