"""Notes by flash drive, as the window asks for them."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from patbm_desktop.actions import usb
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.sync import asking, members, stick, words
from patbm_desktop.sync.members import Terms
from tests.sync.village import PACT, Person, Village, asks


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Person, Person]]:
    """Rina, who coordinates, and Sari of RT 901, who joined her by stick."""
    village = Village(tmp_path / "village")
    rina, sari = village.person("Rina"), village.person("Sari", "901")
    asked = asks(sari, rina)
    card = words.own_card(rina.laptop, "Rina")
    asking.ask(sari.laptop, asking.Request(asked.line, rina.office, card))
    usb.save(sari.laptop, tmp_path / "to.patbm")
    assert usb.load(rina.laptop, tmp_path / "to.patbm").asking == (sari.dev,)
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    stick.take_waiting(rina.laptop, sari.dev)
    yield rina, sari
    village.close()


def test_a_bundle_is_named_after_the_rt_and_the_day() -> None:
    day = date(2026, 11, 21)
    assert usb.file_name("024", day) == "PATBM_RT024_2026-11-21.patbm"
    assert usb.file_name("", day) == "PATBM_KELURAHAN_2026-11-21.patbm"


def test_the_sentence_counts_notes_and_names_the_rt(
    pair: tuple[Person, Person], tmp_path: Path
) -> None:
    rina, sari = pair
    old = [sari.session() for _ in range(2)]
    path = tmp_path / "one.patbm"
    usb.save(sari.laptop, path)
    usb.load(rina.laptop, path)
    new = [sari.session() for _ in range(3)]
    carried = usb.save(sari.laptop, path)
    assert (carried.notes, carried.path, carried.readers) == (5, path, 1)
    assert carried.size_bytes == path.stat().st_size
    brought = usb.load(rina.laptop, path)
    assert (brought.new, brought.known, brought.rts) == (len(new), len(old), ("901",))
    again = usb.load(rina.laptop, path)
    assert (again.new, again.known) == (0, 5)


def test_the_file_that_comes_back_is_the_receipt(
    pair: tuple[Person, Person], tmp_path: Path
) -> None:
    rina, sari = pair
    path = tmp_path / "one.patbm"
    usb.save(sari.laptop, path)
    usb.load(rina.laptop, path)
    usb.save(rina.laptop, path)
    brought = usb.load(sari.laptop, path)
    assert brought.is_receipt
    assert brought.delivered > 0
    assert usb.load(sari.laptop, path).delivered == 0


def test_the_newest_file_on_a_stick_comes_first(tmp_path: Path) -> None:
    for age, name in enumerate(("new.patbm", "old.patbm", "other.txt")):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    assert [each.name for each in usb.bundles_in(tmp_path)] == ["new.patbm", "old.patbm"]


def test_who_has_joined_nobody_is_told_so(tmp_path: Path) -> None:
    village = Village(tmp_path / "village")
    sari = village.person("Sari", "901")
    with pytest.raises(Fault) as fault:
        usb.save(sari.laptop, tmp_path / "one.patbm")
    village.close()
    assert fault.value.refusal is Refusal.BUNDLE_FOR_NOBODY
