"""Typed-in rows become records: once, in small transactions, whatever interrupts."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.actions.opened.workspace import MOST_AT_ONCE
from patbm_desktop.actions.spreadsheets.importing import Called, bring_in, read_file
from patbm_desktop.actions.spreadsheets.sheet_rows import Rules, read_rows
from patbm_desktop.actions.spreadsheets.tabular import Line, Table
from patbm_desktop.domain.columns import COLUMNS
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import missing, problems

SAMPLES = Path(__file__).parents[1] / "samples"
RULES = Rules(
    space="c" * 32,
    kelurahan_code="64.71.99.1001",
    kelurahan_name="Contoh",
    rts={"901": "a" * 32},
    own="901",
    today=date(2026, 11, 21),
)


@dataclass
class Memory:
    """A vault without a disk: the same promises, one dictionary. `room` is what it still holds."""

    records: dict = field(default_factory=dict)
    voided: set = field(default_factory=set)
    sizes: list = field(default_factory=list)
    room: int = 10**9

    def existing(self, kind, ents):
        return {ent for ent in ents if (kind, ent) in self.records}

    def called(self, kind):
        for (of, ent), values in self.records.items():
            if of == kind and ent not in self.voided:
                spoken = (values["name"], values.get("call_name"))
                yield Called(ent, tuple(filter(None, spoken)))

    def write(self, entries):
        assert len(entries) <= MOST_AT_ONCE
        if len(entries) > self.room:
            raise Fault(Refusal.DISK_FULL)
        for entry in entries:
            assert (entry.kind, entry.ent) not in self.records
            assert not problems(entry.kind, entry.values)
            assert not missing(entry.kind, entry.values)
            self.records[entry.kind, entry.ent] = dict(entry.values)
        self.room -= len(entries)
        self.sizes.append(len(entries))

    def all(self, kind):
        return {ent: values for (of, ent), values in self.records.items() if of == kind}


def typed(*rows):
    base = {"tanggal": "2026-09-05", "program": "lautan_rt", "jenis": "kelas_pengasuhan"}
    lines = tuple(Line(at, {**base, **row}) for at, row in enumerate(rows, 2))
    return read_rows(Table(lines, COLUMNS), RULES)


def many(count):
    return typed(*({"dewasa_l": at % 999, "dewasa_p": at // 999} for at in range(count)))


@pytest.fixture
def vault():
    return Memory()


@pytest.fixture
def messy():
    return read_file(SAMPLES / "messy-forty.csv", RULES)


def test_a_messy_sheet_adds_what_can_be_read(vault, messy):
    outcome = bring_in(messy, RULES, vault)
    assert (outcome.added, outcome.same, len(outcome.refused)) == (16, 1, 23)
    assert (outcome.places, outcome.people) == (9, 5)
    assert set(outcome.ents) == set(vault.all("activity"))
    assert outcome.status == 0


def test_the_same_sheet_again_adds_nothing(vault, messy):
    bring_in(messy, RULES, vault)
    before = dict(vault.records)
    again = bring_in(messy, RULES, vault)
    assert (again.added, again.same, again.places, again.status) == (0, 17, 0, 0)
    assert vault.records == before


def test_two_laptops_of_a_space_make_the_same_records(messy):
    one, other = Memory(), Memory()
    bring_in(messy, RULES, one)
    bring_in(messy, RULES, other)
    assert one.records == other.records


def test_a_dry_run_counts_alike_and_changes_nothing(vault, messy):
    tried = bring_in(messy, RULES, vault, dry_run=True)
    assert vault.records == {}
    assert tried == bring_in(messy, RULES, vault)


def test_the_json_has_the_shape_that_was_promised(vault, messy):
    printed = json.loads(json.dumps(bring_in(messy, RULES, vault).as_json()))
    assert sorted(printed) == ["added", "refused", "same"]
    assert printed["refused"][0] == {
        "row": 17,
        "column": "dewasa_l",
        "value": "1.250",
        "reason": "out_of_range",
    }


def test_a_sheet_that_brings_nothing_ends_with_one(vault):
    outcome = bring_in(typed({"tanggal": "besok"}), RULES, vault)
    assert (outcome.added, outcome.same, outcome.status) == (0, 0, 1)
    assert bring_in(typed(), RULES, vault).status == 1


def test_the_same_row_twice_in_one_sheet_is_one_record_and_the_first_counts(vault):
    outcome = bring_in(typed({"hasil": "pertama"}, {"hasil": "kedua"}), RULES, vault)
    assert (outcome.added, outcome.same) == (1, 1)
    assert [each["result"] for each in vault.all("activity").values()] == ["pertama"]


def test_what_was_taken_back_is_not_brought_in_again(vault):
    found = typed({"tempat": "Musala"})
    vault.voided.add(bring_in(found, RULES, vault).ents[0])
    assert bring_in(found, RULES, vault).same == 1


# -- places and people -----------------------------------------------------------------------


def test_a_place_is_found_whatever_its_case_accents_and_spaces(vault):
    vault.records["place", "1" * 32] = {"name": "Bálai RT"}
    bring_in(typed({"tempat": "balai  rt."}), RULES, vault)
    (activity,) = vault.all("activity").values()
    assert activity["place_id"] == "1" * 32
    assert len(vault.all("place")) == 1


def test_a_new_place_is_made_once_at_the_own_rt(vault):
    outcome = bring_in(typed({"tempat": "Musala"}, {"tempat": "MUSALA", "menit": 60}), RULES, vault)
    assert (outcome.places, list(vault.all("place").values())) == (
        1,
        [{"name": "Musala", "rt_id": "a" * 32}],
    )


def test_a_place_that_was_renamed_is_used_and_keeps_its_new_name(vault):
    bring_in(typed({"tempat": "Musala"}), RULES, vault)
    (ent,) = vault.all("place")
    vault.records["place", ent]["name"] = "Musala Al-Ikhlas"
    bring_in(typed({"tempat": "Musala", "dewasa_l": 1}), RULES, vault)
    assert {each["place_id"] for each in vault.all("activity").values()} == {ent}


def test_a_place_that_was_taken_back_is_made_anew(vault):
    bring_in(typed({"tempat": "Musala"}), RULES, vault)
    vault.voided |= set(vault.all("place"))
    bring_in(typed({"tempat": "Musala", "dewasa_l": 1}), RULES, vault)
    assert len(vault.all("place")) == 2


@pytest.mark.parametrize(
    "written", ["Sri Wahyuni", "Ibu Sri Wahyuni", "bu sri  wahyuni", "Ibu S.", "S"]
)
def test_a_person_is_found_by_full_name_or_the_name_on_screen(vault, written):
    vault.records["person", "1" * 32] = {"name": "Sri Wahyuni", "call_name": "Ibu S."}
    bring_in(typed({"pelaksana": written}), RULES, vault)
    (activity,) = vault.all("activity").values()
    assert activity["lead_id"] == "1" * 32


def test_a_name_on_screen_that_two_people_share_means_neither(vault):
    vault.records["person", "1" * 32] = {"name": "Sri Wahyuni", "call_name": "Ibu S."}
    vault.records["person", "2" * 32] = {"name": "Siti", "call_name": "Bu S"}
    bring_in(typed({"pelaksana": "Ibu S."}), RULES, vault)
    assert len(vault.all("person")) == 3


def test_a_new_person_keeps_the_form_of_address_that_was_written(vault):
    bring_in(typed({"pelaksana": "Kak D."}), RULES, vault)
    (person,) = vault.all("person").values()
    assert (person["name"], person["position"]) == ("Kak D.", "kader_ppa_rt")


# -- many rows, and interruptions ------------------------------------------------------------


def test_many_rows_go_in_small_transactions_and_say_how_far_they_are(vault):
    told = []
    found = many(1000)
    outcome = bring_in(found, RULES, vault, progress=lambda *done: told.append(done))
    assert outcome.added == len(vault.all("activity")) == 1000
    assert max(vault.sizes) <= MOST_AT_ONCE
    assert told == [(200, 1000), (400, 1000), (600, 1000), (800, 1000), (1000, 1000)]


def test_a_stop_keeps_what_went_in_and_a_second_run_adds_the_rest(vault):
    found = many(1000)
    asked = iter([False, False, True])
    first = bring_in(found, RULES, vault, stopped=lambda: next(asked))
    assert (first.added, first.was_stopped) == (400, True)
    second = bring_in(found, RULES, vault)
    assert (second.added, second.same, second.was_stopped) == (600, 400, False)


def test_a_full_disk_stops_between_transactions_and_a_second_run_adds_the_rest(vault):
    found = many(700)
    vault.room = 450
    with pytest.raises(Fault):
        bring_in(found, RULES, vault)
    assert len(vault.all("activity")) == 400
    vault.room = 10**9
    assert bring_in(found, RULES, vault).added == 300


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["", "Musala", "MUSALA", "Pos"]))))
def test_any_sheet_cut_anywhere_is_the_same_as_the_whole_sheet(rows):
    lines = [{"dewasa_l": heads, "tempat": place} for heads, place in rows]
    whole, halves = Memory(), Memory()
    bring_in(typed(*lines), RULES, whole)
    middle = len(lines) // 2
    outcomes = [bring_in(typed(*part), RULES, halves) for part in (lines[:middle], lines[middle:])]
    assert whole.records == halves.records
    assert sum(each.added + each.same for each in outcomes) == len(lines)
