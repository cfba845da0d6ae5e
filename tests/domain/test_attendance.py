import pytest

from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.attendance import Attendee, attendee_of, counts, values_of

DODO = Attendee(name="Dodo", sex="L", age_group="6-12", disability=True)


def test_heads_are_counted_by_sex_and_age_and_nobody_is_guessed():
    people = (
        Attendee(name="Aminah", sex="P", age_group="25-44"),
        DODO,
        Attendee(name="Rini", sex="P", element="anak"),
        Attendee(name="tanpa keterangan"),
    )
    assert counts(people) == (Count4(dewasa_p=1, anak_l=1, anak_p=1), 1)


@pytest.mark.parametrize(
    ("age_group", "element", "is_child"),
    [("13-17", "warga", True), (None, "anak", True), ("25-44", "anak", False), (None, None, False)],
)
def test_an_age_says_more_than_what_somebody_was_listed_as(age_group, element, is_child):
    assert Attendee("Rini", age_group=age_group, element=element).is_child is is_child


def test_a_line_comes_back_from_its_record_as_it_was_written():
    written = {name: value for name, value in values_of(DODO).items() if value is not None}
    assert attendee_of("", written) == DODO


@pytest.mark.parametrize(
    "odd", [{"name": 5}, {"sex": ["L"]}, {"sex": "Q"}, {"age_group": [1]}, {"disability": "ya"}],
    ids=str,
)  # fmt: skip
def test_a_line_of_any_shape_is_read_and_what_it_does_not_say_is_not_counted(odd):
    heads, _ = counts([attendee_of("", {"name": "Rini", "sex": "P"} | odd)])
    assert heads in {Count4(), Count4(dewasa_p=1)}
