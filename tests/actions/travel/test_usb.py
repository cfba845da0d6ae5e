"""Notes by flash drive, as the window asks for them."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from patbm_desktop.actions.travel import usb
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.sync import asking, members, stick, words
from patbm_desktop.sync.members import Terms
from tests.sync.village import PACT, Person, Village, asks, carry, joins

OWN, SECOND = "PATBM_RT901_2026-11-21.patbm", "PATBM_RT901_2026-11-21 (2).patbm"


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    made = Village(tmp_path / "village")
    yield made
    made.close()


@pytest.fixture
def pair(village: Village, tmp_path: Path) -> tuple[Person, Person]:
    """Rina, who coordinates, and Sari of RT 901, who joined her by stick."""
    rina, sari = village.person("Rina"), village.person("Sari", "901")
    asked = asks(sari, rina)
    card = words.own_card(rina.laptop, "Rina")
    asking.ask(sari.laptop, asking.Request(asked.line, rina.office, card))
    usb.save(sari.laptop, tmp_path / "to.patbm")
    assert usb.load(rina.laptop, tmp_path / "to.patbm").asking == (sari.dev,)
    members.admit(rina.laptop, rina.space, asked, Terms(pact=PACT))
    stick.take_waiting(rina.laptop, sari.dev)
    return rina, sari


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
    answer = usb.save(rina.laptop, path).path
    brought = usb.load(sari.laptop, answer)
    assert brought.is_receipt
    assert brought.delivered > 0
    assert usb.load(sari.laptop, answer).delivered == 0


def test_what_a_coordinator_wrote_herself_is_no_receipt_for_ones_own(
    village: Village, pair: tuple[Person, Person], tmp_path: Path
) -> None:
    rina, sari = pair
    usb.load(sari.laptop, usb.save(rina.laptop, tmp_path / "one.patbm").path)
    joins(village.person("Tuti", "902"), rina)
    sari.session()
    brought = usb.load(sari.laptop, usb.save(rina.laptop, tmp_path / "two.patbm").path)
    assert (brought.is_receipt, brought.delivered) == (True, 0)


# -- two laptops, one stick ------------------------------------------------------------------


@pytest.fixture
def tuti(village: Village, pair: tuple[Person, Person]) -> Person:
    """The second laptop of Sari's RT."""
    rina, _ = pair
    made = village.person("Tuti", "901")
    joins(made, rina)
    carry(rina, made)
    return made


def test_two_laptops_of_one_rt_share_a_stick_and_both_arrive(
    pair: tuple[Person, Person], tuti: Person, tmp_path: Path
) -> None:
    rina, sari = pair
    wanted = tmp_path / usb.file_name("901", date(2026, 11, 21))
    notes = [sari.session(), tuti.session()]
    names = [usb.save(each.laptop, wanted).path.name for each in (sari, tuti, tuti, sari)]
    assert names == [OWN, SECOND, SECOND, OWN]
    files = usb.worth_taking(usb.bundles_in(tmp_path), rina.dev)
    assert {each.name for each in files} == {OWN, SECOND}
    brought = usb.load_all(rina.laptop, files)
    assert (brought.new, brought.ill) == (2, 0)
    assert all(rina.reads_session(each) for each in notes)


def test_a_file_of_which_nobody_can_tell_whose_it_is_stays(tmp_path: Path) -> None:
    (tmp_path / OWN).write_bytes(b"PATBM2\nof a later release")
    assert usb.beside_others(tmp_path / OWN, "ab" * 16).name == SECOND
    assert usb.beside_others(tmp_path / "new.patbm", "ab" * 16).name == "new.patbm"


def test_the_last_of_each_laptop_is_taken_and_ones_own_only_for_want_of_another(
    pair: tuple[Person, Person], tmp_path: Path
) -> None:
    rina, sari = pair
    small = usb.save(sari.laptop, tmp_path / "small").path.read_bytes()
    sari.session("Sosialisasi " * 99)
    large = usb.save(sari.laptop, tmp_path / "large").path.read_bytes()
    own = usb.save(rina.laptop, tmp_path / "own").path.read_bytes()
    files = [tmp_path / f"{n}.patbm" for n in range(4)]
    for file, raw in zip(files, (own, small, large, small), strict=True):
        file.write_bytes(raw)
    assert usb.worth_taking(files, rina.dev) == (files[1], files[2])
    assert usb.worth_taking(files[:1], rina.dev) == (files[0],)


def test_an_ill_file_keeps_nobody_from_the_rest_and_alone_says_why(
    pair: tuple[Person, Person], tmp_path: Path
) -> None:
    rina, sari = pair
    sari.session()
    good = usb.save(sari.laptop, tmp_path / "good.patbm").path
    cut, foreign = tmp_path / "cut.patbm", tmp_path / "foreign.patbm"
    cut.write_bytes(good.read_bytes()[:-9])
    foreign.write_bytes(b"JFIF")
    brought = usb.load_all(rina.laptop, (foreign, cut, good))
    assert (brought.new, brought.ill) == (1, 1)
    with pytest.raises(Fault) as fault:
        usb.load_all(rina.laptop, (foreign, cut))
    assert fault.value.refusal is Refusal.BUNDLE_CUT


def test_the_newest_file_on_a_stick_comes_first(tmp_path: Path) -> None:
    for age, name in enumerate(("new.patbm", "old.patbm", "other.txt")):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    assert [each.name for each in usb.bundles_in(tmp_path)] == ["new.patbm", "old.patbm"]


def test_who_has_joined_nobody_is_told_so(village: Village, tmp_path: Path) -> None:
    sari = village.person("Sari", "901")
    with pytest.raises(Fault) as fault:
        usb.save(sari.laptop, tmp_path / "one.patbm")
    assert fault.value.refusal is Refusal.BUNDLE_FOR_NOBODY
