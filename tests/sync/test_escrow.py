"""Which coordinators may open a laptop: those who are ones now, with a pact, and were met."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import sign
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import escrow, members, words
from patbm_desktop.sync.readers import readers
from patbm_desktop.wire.joining import Card, device_of
from tests.sync.village import PACT, Person, Village, carry, joins


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    made = Village(tmp_path)
    yield made
    made.close()


@pytest.fixture
def rina(village: Village) -> Person:
    """The coordinator; her pact stands in her office."""
    made = village.coordinator("Rina")
    escrow.date_pact(made.laptop, made.space, made.dev, PACT)
    return made


@pytest.fixture
def sari(village: Village) -> Person:
    """A volunteer on her own."""
    return village.person("Sari", "901")


def trusted(who: Person) -> set[str]:
    return {each.dev for each in escrow.trustees(who.laptop)}


def test_a_laptop_alone_gives_nobody_a_slot(sari: Person, rina: Person) -> None:
    assert trusted(sari) == trusted(rina) == set()


def test_the_coordinator_who_was_met_is_to_have_one(
    village: Village, rina: Person, sari: Person
) -> None:
    joins(sari, rina)
    village.rounds()
    (found,) = escrow.trustees(sari.laptop)
    assert (found.dev, found.box_pk, found.person) == (
        rina.dev, rina.laptop.device.box_pk, rina.person,
    )  # fmt: skip
    assert trusted(rina) == set()


def test_an_office_that_nobody_typed_gives_nobody_a_slot(
    village: Village, rina: Person, sari: Person
) -> None:
    joins(sari, rina)
    village.rounds()
    stranger = village.person("Orang", "")
    escrow.date_pact(stranger.laptop, stranger.space, stranger.dev, PACT)
    said = {"role": "pembaca", "active": True}
    card = words.own_card(sari.laptop, "Sari")
    with writing(stranger.db):
        words.about(stranger.laptop, stranger.space, sari.dev, said, card)
    carry(stranger, sari)
    assert sari.dev in sari.now(stranger.space)
    assert trusted(sari) == {rina.dev}


def test_a_coordinator_without_a_pact_and_one_who_left_are_to_have_none(
    village: Village, rina: Person, sari: Person
) -> None:
    joins(sari, rina)
    dewi = sign.make()
    said = {"role": "koordinator", "active": True, "label": "Laptop Dewi"}
    card = Card(dewi.dev, "Laptop Dewi", dewi.sign_pk.hex(), dewi.box_pk.hex())
    with writing(rina.db):
        words.about(rina.laptop, rina.space, dewi.dev, said, card)
    village.rounds()
    assert trusted(sari) == {rina.dev}
    escrow.date_pact(rina.laptop, rina.space, dewi.dev, PACT)
    village.rounds()
    assert trusted(sari) == {rina.dev, dewi.dev}
    assert trusted(rina) == {dewi.dev}
    members.change_role(rina.laptop, rina.space, dewi.dev, "pembaca")
    village.rounds()
    assert trusted(sari) == {rina.dev}


def test_a_coordinator_whose_key_takes_no_seal_has_none_and_keeps_nobody_from_theirs(
    village: Village, rina: Person, sari: Person
) -> None:
    joins(sari, rina)
    odd = Card("", "Laptop Dewi", sign.make().sign_pk.hex(), bytes(32).hex())
    odd = Card(device_of(odd), *(odd.label, odd.sign_pk, odd.box_pk))
    said = {"role": "koordinator", "active": True, "pact": PACT}
    with writing(rina.db):
        words.about(rina.laptop, rina.space, odd.dev, said, odd)
    village.rounds()
    assert trusted(sari) == {rina.dev}


def test_whoever_may_open_a_laptop_counts_as_a_reader_of_its_cases(
    village: Village, rina: Person, sari: Person
) -> None:
    joins(sari, rina)
    village.rounds()
    for who in (sari, rina):
        found = readers(who.laptop, sari.space, "kasus")
        assert [each.dev for each in found.devices] == [sari.dev]
        assert [each.person for each in found.slots] == [rina.person]


def test_a_volunteer_dates_no_pact(village: Village, rina: Person, sari: Person) -> None:
    joins(sari, rina)
    village.rounds()
    with pytest.raises(Fault) as caught:
        escrow.date_pact(sari.laptop, rina.space, rina.dev, PACT)
    assert caught.value.refusal is Refusal.NOT_COORDINATOR
