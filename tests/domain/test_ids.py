"""Names of things: the same for the same, never for two purposes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain.ids import Purpose

ENT = st.binary(min_size=16, max_size=16).map(bytes.hex)


@given(st.binary())
def test_one_content_has_another_name_for_every_purpose(content: bytes) -> None:
    names = {ids.digest(purpose, content) for purpose in Purpose}
    assert len(names) == len(Purpose)
    assert all(map(ids.is_id, names))


@pytest.mark.parametrize(
    "wrong", ["", "0" * 31, "0" * 33, "A" * 32, "g" * 32, 5, None, "0" * 31 + "\n"]
)
def test_only_32_small_hex_digits_are_an_id(wrong: object) -> None:
    assert not ids.is_id(wrong)


def test_every_laptop_gives_an_rt_the_same_id() -> None:
    assert ids.rt_id("64.71.03.1001", "024") == ids.rt_id("64.71.03.1001", "024")
    assert ids.rt_id("64.71.03.1001", "024", 2) != ids.rt_id("64.71.03.1001", "024")


@given(ENT, st.integers(1, 25))
def test_a_short_code_is_the_beginning_of_a_longer_one(ent: str, letters: int) -> None:
    code = ids.crockford(ent, letters)
    assert len(code) == letters
    assert set(code) <= set(ids.CROCKFORD)
    assert ids.crockford(ent, 25).startswith(code)


def test_a_laptop_is_named_by_twelve_letters() -> None:
    assert ids.device_code("0" * 32) == "0" * 12
