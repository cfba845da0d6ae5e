"""The three levels: one step up, which of two is higher, and what no release knows."""

import pytest

from patbm_desktop.domain.level import higher, highest, is_lower, raised


@pytest.mark.parametrize(
    ("level", "next_one"), [("hijau", "kuning"), ("kuning", "merah"), ("merah", "merah")]
)
def test_a_step_up_ends_at_red(level: str, next_one: str) -> None:
    assert raised(level) == next_one


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [("hijau", "merah", "merah"), ("merah", "hijau", "merah"), ("kuning", "kuning", "kuning"),
     ("ungu", "hijau", "hijau"), ("hijau", "ungu", "hijau"), ("ungu", "biru", ""), ("", "", "")],
)  # fmt: skip
def test_the_higher_of_two_is_the_more_pressing_one_that_is_known(
    one: str, other: str, wanted: str
) -> None:
    assert higher(one, other) == wanted


def test_the_highest_of_many_is_found_wherever_it_stands() -> None:
    assert highest(["hijau", "merah", "ungu", "kuning"]) == "merah"
    assert highest([]) == ""


def test_lower_is_less_pressing_and_never_the_same() -> None:
    assert is_lower("hijau", "kuning")
    assert not is_lower("kuning", "kuning")
    assert not is_lower("merah", "kuning")
    assert is_lower("ungu", "hijau")
