"""A letter on its way: its marks, what it waits for, and as what its news is written down."""

from datetime import date, timedelta

import pytest

from patbm_desktop.domain import codes
from patbm_desktop.domain.escalation import days_without_news
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.referral import (
    NEED_NO_STORY,
    NEWS_KINDS,
    Receipt,
    Referral,
    Sent,
    Stage,
    reasons,
)

MADE, HANDED, CAME = date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 20)
NEWS = date(2026, 11, 21)


def letter(**values: object) -> Referral:
    return Referral(to="uptd_ppa", made_on=MADE, **values)  # type: ignore[arg-type]


MARKS: dict[str, tuple[Referral, date | None, list[date | None], list[bool]]] = {
    "made": (letter(), None, [MADE, None, None, None], [True, False, False, False]),
    "handed": (
        letter(sent=Sent(HANDED)), None, [MADE, HANDED, None, None], [True, True, False, False]),
    "waiting": (
        letter(outcome="menunggu"), None, [MADE, None, None, None], [True, True, False, False]),
    "received": (
        letter(sent=Sent(HANDED), receipt=Receipt(CAME), outcome="diterima"), None,
        [MADE, HANDED, CAME, None], [True, True, True, False]),
    "news": (
        letter(sent=Sent(HANDED), receipt=Receipt(CAME), outcome="diterima"), NEWS,
        [MADE, HANDED, CAME, NEWS], [True] * 4),
    "news before the slip": (
        letter(sent=Sent(HANDED)), NEWS, [MADE, HANDED, None, NEWS], [True, True, False, True]),
    "turned down": (
        letter(sent=Sent(HANDED), outcome="ditolak"), None, [MADE, HANDED, None, None],
        [True, True, False, True]),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKS)
def test_the_four_marks_stand_where_the_letter_is(name: str) -> None:
    made, news, days, reached = MARKS[name]
    marks = made.stages(news)
    assert [each[0] for each in marks] == list(Stage)
    assert [each[1] for each in marks] == days
    assert [each[2] for each in marks] == reached


@pytest.mark.parametrize(
    ("outcome", "refused_by", "is_open"),
    [(None, None, True), ("menunggu", None, True), ("menunggu", "keluarga", True),
     (None, "keluarga", False), ("diterima", None, False), ("ditolak", None, False)],
)  # fmt: skip
def test_a_letter_is_waited_for_until_it_is_answered_or_not_wanted(
    outcome: str | None, refused_by: str | None, *, is_open: bool
) -> None:
    assert letter(outcome=outcome, refused_by=refused_by).is_open is is_open


def test_silence_counts_from_the_handing_over_or_else_from_the_making() -> None:
    assert letter(sent=Sent(HANDED)).since == HANDED
    assert letter(sent=Sent()).since == letter().since == MADE
    assert days_without_news([letter()], MADE) is None
    assert days_without_news([letter()], MADE + timedelta(days=1)) == 1
    assert days_without_news([Referral(to="uptd_ppa")], MADE) is None


def test_its_news_is_a_follow_up_of_whoever_got_it() -> None:
    assert NEWS_KINDS == {
        "uptd_ppa": "umpan_balik_uptd", "puskesmas_rs": "koordinasi_puskesmas",
        "sekolah": "koordinasi_sekolah", "disdikbud": "koordinasi_sekolah",
    }  # fmt: skip
    assert set(NEWS_KINDS) <= set(codes.REFERRED_TO)
    assert set(NEWS_KINDS.values()) <= set(codes.FOLLOW_UPS)


def test_offices_of_schools_and_papers_need_no_story() -> None:
    assert {"sekolah", "disdukcapil", "disdikbud"} == NEED_NO_STORY


def test_a_letter_has_a_code_a_case_and_a_service() -> None:
    assert Referral(ent="0" * 32).code == "R-000000"
    whole = Referral(case_id="a" * 32, to="polisi", made_on=MADE)
    assert reasons(whole) == ()
    assert Problem("case_id", Reason.REQUIRED) in reasons(Referral())
    unknown = Referral(case_id="a" * 32, to="mediator", made_on=MADE)
    assert reasons(unknown) == (Problem("to", Reason.UNKNOWN_VALUE),)
