"""Where a case may go: the table of moves, row by row, and what of its state breaks a rule."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from patbm_desktop.domain.case import Case, CaseDetail, Dossier, Frozen, Next, Status, Victim
from patbm_desktop.domain.case_status import (
    Flag,
    flags,
    moves,
    problems_of_move,
    problems_of_next,
    stands,
)
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.reason import Reason
from patbm_desktop.domain.referral import Referral, Sent
from patbm_desktop.domain.second_look import Standing

TODAY = date(2026, 11, 21)
BETTER = ("membaik", "tertangani_layanan", "pindah")
TAKEN_OVER = ("ditangani_uptd", "pindah_uptd_tahu")
MISTAKEN = ("keliru", "ganda", "lainnya")


def of(status: str, category: str = "putus_sekolah", **more: Any) -> Dossier:
    age = more.pop("age", "6-12")
    case = Case(status=Status(status, more.pop("reason", None)))
    letters = tuple(more.pop("letters", ()))
    done = tuple(FollowUp(date=TODAY, kind=kind) for kind in more.pop("done", ()))
    detail = CaseDetail(category=category, victim=Victim(age=age), **more)
    return Dossier(case=case, detail=detail, referrals=letters, follow_ups=done)


def letter(outcome: str | None, to: str = "uptd_ppa", **more: Any) -> Referral:
    return Referral(to=to, made_on=TODAY, sent=Sent(TODAY), outcome=outcome, **more)


def refused(by: str) -> Referral:
    return Referral(to="uptd_ppa", made_on=TODAY, refused_by=by)


def targets(dossier: Dossier) -> set[str]:
    return {move.to for move in moves(dossier)}


def reasons(dossier: Dossier, to: str) -> tuple[str, ...]:
    return next((move.reasons for move in moves(dossier) if move.to == to), ())


def why_not(dossier: Dossier, to: str, reason: str | None = None) -> list[Reason]:
    return [each.reason for each in problems_of_move(dossier, to, reason)]


GREEN: dict[str, set[str]] = {
    "baru": {"didampingi", "dirujuk", "bukan_kasus"},
    "didampingi": {"dirujuk", "dipantau", "selesai"},
    "dirujuk": {"dirujuk"},
    "diterima_layanan": {"dipantau", "dirujuk", "selesai"},
    "dipantau": {"dirujuk", "didampingi", "selesai"},
    "selesai": {"didampingi"},
    "bukan_kasus": {"didampingi"},
}


@pytest.mark.parametrize("status", GREEN)
def test_a_small_thing_goes_where_the_table_says(status: str) -> None:
    assert targets(of(status)) == GREEN[status]


@pytest.mark.parametrize("status", GREEN)
def test_violence_against_a_child_is_neither_watched_nor_closed_before_it_is_taken_over(
    status: str,
) -> None:
    alone = of(status, "kekerasan_psikis")
    assert targets(alone) == GREEN[status] - {"dipantau", "selesai"}
    elsewhere = replace(alone, referrals=(letter("diterima", to="puskesmas_rs"),))
    assert not targets(elsewhere) & {"dipantau", "selesai"}
    taken = replace(alone, referrals=(letter("diterima", to="polisi"),))
    assert targets(taken) >= GREEN[status]


def test_violence_against_a_grown_up_may_be_watched_and_is_not_closed() -> None:
    assert targets(of("didampingi", "kdrt_dewasa", age="25-44")) == {"dirujuk", "dipantau"}


def test_nothing_moves_while_it_is_frozen_or_cannot_be_read() -> None:
    frozen = of("didampingi")
    frozen = replace(frozen, case=replace(frozen.case, frozen=Frozen(TODAY, "keberatan")))
    assert moves(frozen) == moves(replace(of("didampingi"), detail=None)) == ()
    assert why_not(frozen, "dirujuk") == [Reason.FROZEN_CASE]


def test_a_letter_that_came_back_leads_back_to_accompanying() -> None:
    waiting = of("dirujuk", letters=[letter("menunggu")])
    assert "didampingi" not in targets(waiting)
    assert why_not(waiting, "didampingi") == [Reason.REFERRAL_WAITING]
    for came_back in (letter("ditolak"), letter("dialihkan"), refused("korban")):
        assert "didampingi" in targets(of("dirujuk", letters=[came_back]))
    assert "didampingi" in targets(of("dipantau", letters=[letter("menunggu")]))


def test_a_service_has_taken_over_once_one_says_so() -> None:
    assert why_not(of("dirujuk"), "diterima_layanan") == [Reason.NOT_RECEIVED]
    assert "diterima_layanan" in targets(of("dirujuk", letters=[letter("diterima", "sekolah")]))


def test_a_closing_bears_a_reason_that_fits_the_kind() -> None:
    assert reasons(of("didampingi"), "selesai") == BETTER
    taken = of("diterima_layanan", "kekerasan_psikis", letters=[letter("diterima")])
    assert reasons(taken, "selesai") == TAKEN_OVER
    assert reasons(of("baru"), "bukan_kasus") == MISTAKEN
    assert reasons(of("baru"), "didampingi") == ()
    assert why_not(of("didampingi"), "selesai") == [Reason.CLOSING_REASON]
    assert why_not(of("didampingi"), "selesai", "ditangani_uptd") == [Reason.CLOSING_REASON]
    assert why_not(of("didampingi"), "selesai", "membaik") == []
    assert why_not(of("baru"), "didampingi", "membaik") == [Reason.CLOSING_REASON]


def test_a_red_case_without_violence_is_closed_once_any_service_has_taken_over() -> None:
    red = of("didampingi", signs=("luka",))
    assert why_not(red, "selesai", "membaik") == [Reason.NOT_RECEIVED]
    assert why_not(replace(red, case=Case(status=Status("baru"))), "bukan_kasus", "keliru") == [
        Reason.NOT_RECEIVED
    ]
    taken = replace(red, referrals=(letter("diterima", "puskesmas_rs"),))
    assert reasons(taken, "selesai") == BETTER


def test_a_level_that_one_person_lowered_opens_no_closing() -> None:
    lowered = replace(of("didampingi"), standing=Standing(level="hijau", peak="merah"))
    assert "selesai" not in targets(lowered)
    noted = replace(lowered, case=Case(status=Status("baru")))
    assert "bukan_kasus" not in targets(noted)


def test_her_choice_closes_after_two_talks_about_her_safety() -> None:
    once = of("didampingi", "kdrt_dewasa", age="25-44", letters=[refused("korban")],
              done=["cek_keamanan"])  # fmt: skip
    assert why_not(once, "selesai", "pilihan_korban") == [Reason.TWO_SAFETY_CHECKS]
    twice = replace(once, follow_ups=once.follow_ups * 2)
    assert reasons(twice, "selesai") == ("pilihan_korban",)


def test_a_family_that_refuses_closes_nothing() -> None:
    unwilling = of("didampingi", "kekerasan_psikis", letters=[refused("keluarga")])
    assert Reason.FAMILY_IS_NOT_WILLING in why_not(unwilling, "selesai", "membaik")
    noted = replace(unwilling, case=Case(status=Status("baru")))
    assert why_not(noted, "bukan_kasus", "keliru") == [Reason.FAMILY_IS_NOT_WILLING]


def test_what_is_in_no_row_of_the_table_is_no_move() -> None:
    assert why_not(of("baru"), "selesai", "membaik") == [Reason.NO_SUCH_MOVE]
    assert why_not(of("status_baru"), "didampingi") == [Reason.NO_SUCH_MOVE]


# -- what stands against a rule --------------------------------------------------------------


def flagged(dossier: Dossier) -> set[Flag]:
    return set(flags(dossier, facts_of(dossier), TODAY))


def with_next(dossier: Dossier, what: str, days: int) -> Dossier:
    planned = Next(what, TODAY + timedelta(days=days))
    return replace(dossier, case=replace(dossier.case, next=planned))


def test_a_lawful_case_bears_no_flag() -> None:
    for status in ("baru", "didampingi", "dirujuk", "dipantau"):
        assert flagged(of(status, done=["musyawarah_keluarga", "kunjungan"])) == set()
    closed = of("selesai", reason="membaik")
    assert flagged(closed) == flagged(of("bukan_kasus", reason="keliru")) == set()
    assert flagged(of("status_baru")) == set()
    assert flagged(replace(of("selesai", "kekerasan_psikis"), detail=None)) == set()


@pytest.mark.parametrize(
    "dossier",
    [of("selesai"), of("selesai", reason="ditangani_uptd"), of("bukan_kasus", reason="membaik"),
     of("selesai", "kekerasan_psikis", reason="membaik"), of("dipantau", "kekerasan_psikis"),
     of("diterima_layanan")],
)  # fmt: skip
def test_a_status_the_rules_do_not_allow_is_flagged(dossier: Dossier) -> None:
    assert Flag.STATUS in flagged(dossier)
    assert not stands(dossier)


def test_a_talk_and_a_visit_that_are_barred_are_flagged() -> None:
    done = ["musyawarah_keluarga", "kunjungan"]
    assert flagged(of("didampingi", "kekerasan_psikis", done=done)) == {
        Flag.FAMILY_TALK, Flag.VISIT,
    }  # fmt: skip


def test_a_next_step_that_is_late_or_barred_is_flagged_while_the_case_is_open() -> None:
    assert flagged(with_next(of("baru"), "cek", 400)) == {Flag.NEXT_LATE}
    assert flagged(with_next(of("baru"), "cek", 0)) == set()
    assert flagged(with_next(of("baru", "kekerasan_psikis"), "kunjungan", 0)) == {Flag.NEXT_LATE}
    assert flagged(with_next(of("selesai", reason="membaik"), "cek", 400)) == set()
    assert flagged(with_next(of("baru", "kekerasan_psikis"), "cek", -1)) == set(), "overdue only"


def test_a_level_below_what_is_ticked_is_flagged() -> None:
    low = of("baru", "kekerasan_psikis")
    assert flagged(replace(low, case=replace(low.case, triage="hijau"))) == {Flag.LEVEL}
    assert flagged(replace(low, case=replace(low.case, triage="merah"))) == set()
    assert flagged(low) == set(), "nobody wrote one down"


@pytest.mark.parametrize(
    ("planned", "found"),
    [
        (Next("kunjungan", TODAY), [Reason.VISIT_NOT_ADVISED]),
        (Next("cek", None), []),
        (Next("tarian", TODAY), [Reason.DATE_TOO_LATE]),
        (Next("telepon", TODAY + timedelta(days=1)), []),
        (Next("telepon", TODAY + timedelta(days=2)), [Reason.DATE_TOO_LATE]),
    ],
)
def test_a_next_step_says_what_stops_it(planned: Next, found: Iterable[Reason]) -> None:
    facts = facts_of(of("baru", "kekerasan_psikis"))
    assert [each.reason for each in problems_of_next(facts, planned, TODAY)] == found
