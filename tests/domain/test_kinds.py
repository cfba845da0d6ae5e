"""The field table: what may stand in a field, and what travels sealed."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain import codes
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.fields import Read
from patbm_desktop.domain.kinds import KINDS, kept_as, missing, problems
from patbm_desktop.domain.reason import Problem, Reason

ENT = "0" * 32
HEADS = {"dewasa_l": 1, "dewasa_p": 2, "anak_l": 3, "anak_p": 4}

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def test_the_value_of_an_activity_has_the_fields_of_the_table() -> None:
    names = {each.name for each in fields(Activity)} - {"ent"}
    assert names == set(KINDS["activity"].fields)


@pytest.mark.parametrize(
    ("kind", "sealed"),
    [
        ("activity", {"title", "result", "next_step", "speakers"}),
        ("person", {"phone"}),
        ("report", {"plan"}),
        ("place", set()),
        ("rt", set()),
        ("contact", set()),
        ("letterhead", set()),
    ],
)
def test_an_open_kind_hides_just_these_fields(kind: str, sealed: set[str]) -> None:
    found = {name for name, each in KINDS[kind].fields.items() if each.read is not Read.OPEN}
    assert found == sealed
    assert KINDS[kind].sealed is None


CASE_KINDS = (
    "case_detail", "follow_up", "referral", "access", "case_attachment", "case_consent",
)  # fmt: skip


@pytest.mark.parametrize("kind", CASE_KINDS)
def test_what_tells_of_a_case_travels_sealed_for_its_readers(kind: str) -> None:
    assert KINDS[kind].use is KINDS[kind].sealed is Read.KASUS


def test_of_a_case_all_members_read_what_reminds_and_counts_and_no_text() -> None:
    assert KINDS["case"].use is KINDS["case"].sealed is Read.UMUM
    members = [m for each in KINDS["case"].fields.values() for m in (each, *each.members)]
    assert "text" not in {each.type for each in members}


@pytest.mark.parametrize("inner", ["consent", "attachment"])
def test_the_key_tells_the_two_rows_of_one_name_apart(inner: str) -> None:
    assert kept_as(inner, "umum") == inner
    assert kept_as(inner, "kasus") == f"case_{inner}"
    assert kept_as(f"case_{inner}", "umum") is kept_as(f"case_{inner}", "kasus") is None


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"consent", "attachment"}))
def test_no_other_kind_is_kept_under_two_keys(kind: str) -> None:
    row = KINDS[kind]
    if row.inner:
        return
    kept = [kept_as(kind, use) for use in codes.USES]
    assert kept.count(kind) == (1 if row.sealed else 0)
    assert kept.count(None) == (1 if row.sealed else 2)


def test_a_kind_of_a_later_release_keeps_its_name() -> None:
    assert kept_as("rencana", "kasus") == "rencana"


@pytest.mark.parametrize("kind", ["attendance", "attachment", "consent"])
def test_a_list_a_photo_and_a_consent_travel_sealed_whole(kind: str) -> None:
    assert KINDS[kind].sealed is Read.UMUM
    assert KINDS[kind].use is Read.UMUM


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("activity", "date", "2026-11-21"),
        ("activity", "start", "19:30"),
        ("activity", "topics", ["hak_anak", "kdrt"]),
        ("activity", "participants", HEADS),
        ("activity", "minutes", 480),
        ("activity", "place_id", ENT),
        ("activity", "result", "x" * 500),
        ("activity", "kla", ["8", "21"]),
        ("report", "month", "2026-10"),
        ("report", "plan", ["Rapat", "Sesi"]),
        ("person", "trainings", [{"name": "Bimtek", "year": 2025, "hours": 8}]),
        ("attachment", "file", {"key": "a", "mime": "image/jpeg", "size": 3, "parts": ["b"]}),
    ],
)
def test_a_fitting_value_is_fine(kind: str, name: str, value: Any) -> None:
    assert problems(kind, {name: value}) == ()


@pytest.mark.parametrize(
    ("kind", "name", "value", "reason"),
    [
        ("activity", "date", "2026-02-30", Reason.NOT_A_DATE),
        ("activity", "date", "21/11/2026", Reason.NOT_A_DATE),
        ("activity", "date", 20261121, Reason.NOT_A_DATE),
        ("activity", "start", "25:00", Reason.NOT_A_TIME),
        ("activity", "topics", ["hak_anak", "hak_anak"], Reason.WRONG_SHAPE),
        ("activity", "topics", ["memancing"], Reason.UNKNOWN_VALUE),
        ("activity", "topics", "hak_anak", Reason.WRONG_SHAPE),
        ("activity", "program", "mediasi", Reason.UNKNOWN_VALUE),
        ("activity", "participants", HEADS | {"anak_p": 1000}, Reason.OUT_OF_RANGE),
        ("activity", "participants", HEADS | {"anak_p": -1}, Reason.OUT_OF_RANGE),
        ("activity", "participants", HEADS | {"anak_p": True}, Reason.NOT_A_NUMBER),
        ("activity", "participants", {"dewasa_l": 1}, Reason.WRONG_SHAPE),
        ("activity", "minutes", 14, Reason.OUT_OF_RANGE),
        ("activity", "minutes", True, Reason.NOT_A_NUMBER),
        ("activity", "place_id", "balai", Reason.NOT_A_REFERENCE),
        ("activity", "result", "x" * 501, Reason.TOO_LONG),
        ("activity", "title", "a\x00b", Reason.CONTROL_CHARACTER),
        ("activity", "title", "a\ud83db", Reason.CONTROL_CHARACTER),
        ("activity", "planned", "ya", Reason.NOT_YES_OR_NO),
        ("activity", "cuaca", "hujan", Reason.UNKNOWN_FIELD),
        ("report", "month", "2026-13", Reason.NOT_A_DATE),
        ("report", "plan", ["x" * 301], Reason.TOO_LONG),
        ("person", "trainings", [{"year": 2025}], Reason.REQUIRED),
        ("attachment", "file", {"key": "a"}, Reason.REQUIRED),
        ("letterhead", "lines", ["a"] * 6, Reason.OUT_OF_RANGE),
        ("case_detail", "initials", "R2", Reason.LETTERS_ONLY),
        ("case_detail", "initials", "RSTU", Reason.TOO_LONG),
        ("case_detail", "category", "mediasi", Reason.UNKNOWN_VALUE),
        ("case_detail", "insider", "ya", Reason.UNKNOWN_FIELD),
        ("case", "frozen", {"on": "2026-11-21", "reason": "Ceritanya."}, Reason.UNKNOWN_VALUE),
        ("case", "narrative", "Cerita.", Reason.UNKNOWN_FIELD),
        ("referral", "services_asked", ["mediasi"], Reason.UNKNOWN_VALUE),
        ("case_attachment", "kind", "foto", Reason.UNKNOWN_VALUE),
    ],
)
def test_a_value_that_does_not_fit_names_its_field_and_the_reason(
    kind: str, name: str, value: Any, reason: Reason
) -> None:
    assert problems(kind, {name: value}) == (Problem(name, reason),)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_value_whatever_makes_the_check_itself_fail(kind: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(KINDS[kind].fields)))
    found = problems(kind, {name: data.draw(ANYTHING)})
    assert all(isinstance(each.reason, Reason) for each in found)


def test_clearing_a_field_is_always_fine() -> None:
    for name, kind in KINDS.items():
        assert problems(name, dict.fromkeys(kind.fields)) == ()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_record_without_its_required_fields_is_not_whole(kind: str) -> None:
    needed = KINDS[kind].required()
    assert missing(kind, {}) == tuple(Problem(name, Reason.REQUIRED) for name in needed)


def test_an_activity_needs_its_programme_and_type_and_nothing_else() -> None:
    assert KINDS["activity"].required() == ("program", "type")


@pytest.mark.parametrize(
    "listed",
    [codes.PROGRAMS, codes.TYPES, codes.TOPICS, codes.PARTNERS, codes.CONTACT_FUNCTIONS],
)
def test_no_code_stands_twice_in_its_list(listed: tuple[str, ...]) -> None:
    assert len(set(listed)) == len(listed)


def test_a_neighbourhood_offers_no_mediation() -> None:
    everything = {value for kind in KINDS.values() for each in kind.fields.values()
                  for value in each.values}  # fmt: skip
    assert not any("mediasi" in value for value in everything)
