"""A case as a value: what it reads back as, what it never shows, and its code."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain import codes
from patbm_desktop.domain.case import (
    Call,
    CaseDetail,
    Identity,
    Offender,
    Victim,
    read_case,
    read_detail,
    read_identity,
    reasons,
)
from patbm_desktop.domain.follow_up import FollowUp, read_follow_up
from patbm_desktop.domain.ids import case_code, letter_code
from patbm_desktop.domain.kinds import KINDS, problems
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.record import written
from patbm_desktop.domain.referral import Condition, Receipt, Referral, Sent, read_referral
from tests.case_samples import SAMPLES, Sample

TODAY = date(2026, 11, 21)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
READERS = {
    "case": read_case, "case_detail": read_detail, "follow_up": read_follow_up,
    "referral": read_referral,
}  # fmt: skip


def present(value: Any) -> dict[str, Any]:
    return {name: each for name, each in written(value).items() if each is not None}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_a_sample_reads_back_as_it_was_and_fits_the_field_table(sample: Sample) -> None:
    values = present(sample.detail)
    assert problems("case_detail", values) == ()
    assert read_detail("", values) == sample.detail


def test_a_full_detail_a_letter_and_a_deed_read_back_as_they_were() -> None:
    detail = CaseDetail(
        category="abh", victim=Victim("L", "13-17"), offender=Offender("P", "0-11"),
        called=(Call("sapa_129", TODAY, time(7, 5)), Call("uptd_ppa")), learned_on=TODAY,
        signs=("luka",), ampk=("ampk_02",), activity_id="a" * 32,
    )  # fmt: skip
    letter = Referral(
        to="sekolah", case_id="b" * 32, made_on=TODAY, sent=Sent(TODAY, time(8, 30)),
        receipt=Receipt(TODAY, officer="Petugas"), condition=Condition(fisik="Lebam."),
        services_asked=("pengaduan",), outcome="diterima", letter_no="003/PPA",
    )  # fmt: skip
    deed = FollowUp(case_id="b" * 32, date=TODAY, kind="telepon", advised=True, note="Sudah.")
    assert read_detail("", present(detail)) == detail
    assert read_referral("", present(letter)) == letter
    assert read_follow_up("", present(deed)) == deed


@given(st.sampled_from(sorted(READERS)), st.data())
def test_whatever_another_laptop_wrote_is_read_without_a_fall(
    kind: str, data: st.DataObject
) -> None:
    names = st.sampled_from(sorted(KINDS[kind].fields))
    found = READERS[kind]("a" * 32, data.draw(st.dictionaries(names, ANYTHING)))
    assert type(found) is type(READERS[kind]("a" * 32, {}))
    assert repr(found)


def test_a_key_of_a_later_release_is_kept_as_it_is() -> None:
    values = {"category": "baru_sekali", "signs": ["luka", "tanda_baru"], "cuaca": "hujan"}
    found = read_detail("", values)
    assert (found.category, found.signs) == ("baru_sekali", ("luka", "tanda_baru"))


def test_nothing_of_a_case_shows_in_a_repr() -> None:
    for sample in SAMPLES:
        for value in (sample.detail, *sample.letters, *sample.follow_ups, Identity(nama="Nama")):
            assert not any(word in repr(value) for word in (*sample.words, "Nama="))
            assert "=" not in repr(value)


def test_a_day_to_come_and_figures_as_initials_are_refused() -> None:
    detail = CaseDetail(category="abh", learned_on=date(2026, 11, 22), initials="R2D2")
    assert set(reasons(detail, TODAY)) == {
        Problem("learned_on", Reason.IN_THE_FUTURE), Problem("initials", Reason.TOO_LONG),
    }  # fmt: skip
    assert reasons(CaseDetail(category="abh", learned_on=date(2026, 11, 22)), None) == ()


@pytest.mark.parametrize("value", [None, "Nama", 3, ["Nama"]])
def test_what_is_no_identity_is_none(value: Any) -> None:
    assert read_identity(value) is None


def test_a_code_comes_from_the_first_thirty_bits() -> None:
    assert case_code("0" * 32) == "K-000000"
    assert letter_code("f" * 32) == "R-ZZZZZZ"


def test_the_values_have_the_fields_of_the_table() -> None:
    identity_apart = set(KINDS["case_detail"].fields) - {"identity"}
    assert set(written(CaseDetail())) == identity_apart
    assert set(written(Referral())) == set(KINDS["referral"].fields)
    assert set(written(FollowUp())) == set(KINDS["follow_up"].fields)


@pytest.mark.parametrize(
    "listed",
    [each for each in vars(codes).values() if isinstance(each, tuple)],
)
def test_no_key_stands_twice_in_its_list(listed: tuple[str, ...]) -> None:
    assert len(set(listed)) == len(listed)
