"""``patbm members``: laptops sent away, coordinators and the pendamping kasus named."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.village import KELURAHAN, Village

NAMES = {"rina": "Rina Contoh", "sari": "Sari Melati"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Village:
    """A kelurahan without a server: Rina, and Sari of RT 901 who came by stick."""
    made = Village(tmp_path_factory.mktemp("kelurahan"))
    place = ("--kelurahan", KELURAHAN)
    invitation, stick = made.file("undangan.json"), made.file("stick.patbm")
    made.type("rina", "init", *place, "--coordinator", "--name", NAMES["rina"])
    made.type("sari", "init", *place, "--rt", "901", "--name", NAMES["sari"])
    made.type("rina", "invite", "--rt", "901", "--out", invitation)
    asked = made.type("sari", "join", "--file", invitation)
    made.type("sari", "usb", "save", stick)
    made.type("rina", "usb", "load", stick)
    made.type("rina", "approve", *asked.last_word.split(), "--pact", "2026-11-20")
    return made


@pytest.fixture
def village(built: Village, tmp_path: Path) -> Village:
    """A copy of it."""
    return built.copy_to(tmp_path / "kelurahan")


def listed(village: Village, who: str) -> dict[str, Any]:
    """Return what Rina's list says of somebody."""
    found = json.loads(village.type("rina", "members", "--json").out)["members"]
    return next(dict(each) for each in found if each["name"] == NAMES[who])


def code(village: Village, who: str) -> list[str]:
    return str(listed(village, who)["code"]).split()


def test_a_removed_laptop_is_named_with_what_it_can_still_open(village: Village) -> None:
    letters = code(village, "sari")
    said = village.type("rina", "members", "remove", *letters).out
    assert said.startswith("Sari Melati dikeluarkan dan kuncinya diganti.")
    assert "tetap terbuka di sana  RT 901  0 kegiatan" in said
    assert (listed(village, "sari")["active"], listed(village, "sari")["code"]) == (False, None)
    again = village.type("rina", "members", "remove", *letters, status=1).err
    assert again.startswith("Laptop itu bukan anggota kelurahan ini.")


def test_a_laptop_leaves_one_rt_and_no_other(village: Village) -> None:
    letters = code(village, "sari")
    elsewhere = village.type("rina", "members", "remove", *letters, "--rt", "902", status=1)
    assert elsewhere.err.startswith("Laptop itu tidak mencatat untuk RT 902.")
    said = village.type("rina", "members", "remove", *letters, "--rt", "901", language="en").out
    assert said.startswith("Sari Melati is removed from RT 901")
    assert "kelurahan" not in said.partition("\n")[2]


def test_a_coordinator_is_made_and_unmade(village: Village) -> None:
    letters = code(village, "sari")
    village.type("rina", "members", "role", "koordinator", *letters)
    assert listed(village, "sari")["role"] == "koordinator"
    assert "satu laptop koordinator" not in village.type("rina", "members").out
    village.type("rina", "members", "role", "anggota", *letters)
    assert listed(village, "sari")["role"] == "anggota"


def test_the_pendamping_kasus_is_named_with_the_day_of_the_pact_and_no_longer(
    village: Village,
) -> None:
    letters = code(village, "rina")
    village.type("rina", "members", "companion", *letters, "--pact", "2026-11-20")
    named = listed(village, "rina")
    assert (named["companion"], named["pact"]) == (True, "2026-11-20")
    said = village.type("rina", "members", "companion", *letters, "--end").out
    assert "tetap terbuka" in said
    assert listed(village, "rina")["companion"] is False


def test_a_pact_of_a_day_to_come_is_pointed_out_and_taken(village: Village) -> None:
    letters = code(village, "rina")
    told = village.type("rina", "members", "pact", *letters, "--pact", "2999-01-01").err
    assert told.startswith("Tanggal pakta 2999-01-01 besok atau nanti.")
    assert listed(village, "rina")["pact"] == "2999-01-01"
    assert village.type("rina", "members", "pact", *letters, "--pact", "2026-11-20").err == ""


def test_nobody_sends_away_or_demotes_the_laptop_she_sits_at(village: Village) -> None:
    own = code(village, "rina")
    for words in (("remove",), ("role", "anggota")):
        said = village.type("rina", "members", *words, *own, status=1).err
        assert said.startswith("Itu laptop ini sendiri. Tidak ada yang diubah.")
    assert listed(village, "rina")["role"] == "koordinator"


def test_who_is_no_coordinator_decides_on_nobody(village: Village) -> None:
    letters = code(village, "rina")
    for words in (("members",), ("members", "remove", *letters), ("held",)):
        said = village.type("sari", *words, status=1).err
        assert said.startswith("Ini hanya bisa dilakukan di laptop koordinator kelurahan.")
    wrong = village.type("rina", "members", "remove", "ABCD", status=1).err
    assert wrong.startswith("Kode itu belum terbaca; harus ada 12 huruf atau angka.")
