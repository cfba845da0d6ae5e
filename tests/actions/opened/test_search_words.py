"""By which words a record is found, whatever shape its values have."""

from typing import Any

import pytest

from patbm_desktop.actions.opened.search_words import words

ENT = "0" * 32


def name_of(kind: str, ent: str) -> str | None:
    return {"place": "Marga Sari", "person": "Sari Melati"}.get(kind) if ent == ENT else None


def test_labels_names_and_texts_of_a_session_find_it() -> None:
    values = {
        "program": "lautan_rt", "type": "kelas_pengasuhan", "topics": ["peran_ayah"],
        "place_id": ENT, "lead_id": ENT, "result": "Jadwal dibahas",
    }  # fmt: skip
    found = words("activity", values, name_of).casefold()
    for expected in ("lautan rt", "peran ayah", "margasari", "marga sari", "melati", "dibahas"):
        assert expected in found


@pytest.mark.parametrize(
    "values",
    [
        {"topics": 5, "result": ["a"], "title": {"b": 1}, "place_id": "balai", "program": None},
        {"topics": [None, {}, 3], "lead_id": 7, "speakers": True, "type": []},
        {},
    ],
)
def test_values_of_any_shape_are_taken(values: dict[str, Any]) -> None:
    assert isinstance(words("activity", values, name_of), str)


def test_other_kinds_are_not_searched() -> None:
    assert words("attendance", {"name": "Aminah"}, name_of) == ""
