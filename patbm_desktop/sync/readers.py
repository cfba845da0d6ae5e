"""Who can read: computed from the devices that are entitled and the slots of this vault.

One function for every "Bisa dibaca:" on screen and on paper. A device counts as a reader from the
moment it is entitled, before its key has come; and for as long as it holds a key that still seals.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from patbm_desktop.seal import keyfile
from patbm_desktop.sync import words
from patbm_desktop.sync.escrow import with_pact
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import offices


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReader:
    """A laptop that can read; `persons` are whom the words about it name, "" `label` if none.

    `holds_key` says that the key new notes are sealed with was handed to it already.
    """

    dev: str
    persons: tuple[str, ...]
    label: str
    role: str
    is_founder: bool
    holds_key: bool


@dataclass(frozen=True, slots=True)
class SlotReader:
    """Somebody who can open this very vault, and so reads what this laptop reads."""

    person: str
    call_name: str


@dataclass(frozen=True, slots=True)
class Readers:
    """Everybody who can read one use of a space."""

    devices: tuple[DeviceReader, ...]
    slots: tuple[SlotReader, ...]


def readers(laptop: Laptop, space: str, use: str) -> Readers:
    """Return who can read what `use` seals in `space`; this laptop first.

    The slots are those of this vault, where this laptop itself can read, and those of coordinators
    that the other laptops of an office have by its rule.
    """
    entitled = laptop.rights.of(space).entitled(use)
    ordered = sorted(entitled, key=lambda dev: (dev != laptop.dev, dev))
    devices = tuple(_reader(laptop, space, use, dev) for dev in ordered)
    own = _slots(laptop) if laptop.dev in entitled else ()
    return Readers(devices, tuple(dict.fromkeys((*own, *_titip(laptop, entitled)))))


def _titip(laptop: Laptop, entitled: frozenset[str]) -> Iterator[SlotReader]:
    """Yield the coordinators who can open a laptop of `entitled` with a slot of theirs."""
    for office in offices(laptop):
        said = laptop.rights.of(office)
        for dev in sorted(with_pact(laptop, office)):
            if entitled & said.now - {dev}:
                person = next(iter(said.persons(dev)), dev)
                yield SlotReader(person, words.text_of(said.standing(dev), "label"))


def persons_of(laptop: Laptop, space: str, dev: str) -> tuple[str, ...]:
    """Return whose laptop it is: as the space says, else as an office says."""
    for of in (space, *offices(laptop)):
        found = laptop.rights.of(of).persons(dev)
        if found:
            return found
    return ()


def label_of(laptop: Laptop, space: str, dev: str) -> str:
    """Return what the laptop is called: as the space says, else as an office says; or ""."""
    for of in (space, *offices(laptop)):
        found = words.text_of(laptop.rights.of(of).standing(dev), "label")
        if found:
            return found
    return ""


def _reader(laptop: Laptop, space: str, use: str, dev: str) -> DeviceReader:
    rights = laptop.rights.of(space)
    chosen = laptop.chosen(space, use)
    return DeviceReader(
        dev=dev,
        persons=persons_of(laptop, space, dev),
        label=label_of(laptop, space, dev),
        role=rights.role(dev),
        is_founder=dev == rights.founder,
        holds_key=chosen is not None and chosen.is_known_to(dev),
    )


def _slots(laptop: Laptop) -> tuple[SlotReader, ...]:
    if not keyfile.exists(laptop.folder):
        return ()
    own = [SlotReader(each.ent, each.call_name) for each in keyfile.people(laptop.folder)]
    held = keyfile.holders(laptop.folder)
    return (*own, *(SlotReader(each.person or each.dev, each.call_name) for each in held))
