"""The rules R1 to R22, one by one, and what no order of ticking may ever open."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patbm_desktop.domain import codes
from patbm_desktop.domain.case import (
    Case,
    CaseDetail,
    Dossier,
    Next,
    Offender,
    Status,
    Victim,
)
from patbm_desktop.domain.case_status import MOVES, moves, problems_of_move, problems_of_next
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.level import is_lower
from patbm_desktop.domain.reason import Reason
from patbm_desktop.domain.referral import Receipt, Referral, Sent
from patbm_desktop.domain.safeguard import ALL_RULES, RULES, Act, Offer, Panel, judge
from patbm_desktop.domain.second_look import Standing
from patbm_desktop.domain.triage import STARTS
from tests.case_samples import SAMPLES, Sample
from tests.examples import examples

TODAY = date(2026, 11, 21)


def of(category: str, *, age: str | None = "6-12", **more: Any) -> Dossier:
    """Return a case noted a moment ago."""
    detail = CaseDetail(category=category, victim=Victim(age=age), **more)
    return Dossier(detail=detail)


def rules(dossier: Dossier) -> set[str]:
    return set(judge(dossier, TODAY).rules)


def letter(to: str = "uptd_ppa", outcome: str | None = "menunggu", **more: Any) -> Referral:
    return Referral(to=to, made_on=TODAY, sent=Sent(TODAY), outcome=outcome, **more)


# -- the samples -----------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_group_and_level_come_out_as_written(sample: Sample) -> None:
    judged = judge(Dossier(detail=sample.detail), sample.noted)
    assert (judged.group, judged.triage) == (sample.group, sample.triage)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_just_these_rules_hold_once_all_is_written(sample: Sample) -> None:
    dossier = Dossier(detail=sample.detail, referrals=sample.letters, follow_ups=sample.follow_ups)
    assert rules(dossier) == sample.rules


def test_the_samples_and_the_tests_here_touch_every_rule_of_a_case() -> None:
    asked_of_a_case = {rule.key for rule in RULES if rule.where == "case"}
    held = frozenset[str]().union(*(sample.rules for sample in SAMPLES))
    assert asked_of_a_case - held == {"R2", "R22"}
    assert tuple(f"R{number}" for number in range(1, 23)) == ALL_RULES


# -- rule by rule ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "dossier",
    [
        of("kekerasan_seksual"),
        of("kekerasan_seksual", age="25-44"),
        of("perundungan", kinds=("seksual",)),
        of("lainnya", signs=("seksual",)),
        of("lainnya", signs=("hamil",)),
        of("lainnya", age=None, signs=("hamil",)),
    ],
)
def test_r1_opens_the_stop_panel_and_bars_talk_and_delay(dossier: Dossier) -> None:
    judged = judge(dossier, TODAY)
    assert "R1" in judged.rules
    assert judged.triage == "merah"
    assert Panel.STOP in judged.panels
    assert {Act.FAMILY_TALK, Act.AGREEMENT, Act.LATER_FIRST_STEP} <= judged.blocked
    assert {step.latest for step in judged.next_steps} == {TODAY}
    assert "stop.no_peace" in judged.stop
    assert any(line.startswith("stop.three_days") for line in judged.stop)


def test_r1_leaves_a_grown_up_who_is_pregnant_alone() -> None:
    assert "R1" not in rules(of("lainnya", age="25-44", signs=("hamil",)))


def test_r1_speaks_of_a_victim_where_it_is_no_child() -> None:
    assert judge(of("kekerasan_seksual", age="18-24"), TODAY).stop == (
        "stop.title", "stop.call", "stop.three_days_adult", "stop.donts_adult", "stop.no_peace",
    )  # fmt: skip


@pytest.mark.parametrize("age", ["0-11", "12-17"])
def test_r2_leaves_diversion_to_police_and_court_and_offers_a_note_of_its_own(age: str) -> None:
    judged = judge(of("kekerasan_seksual", offender=Offender(age=age)), TODAY)
    assert {"R1", "R2"} <= set(judged.rules)
    assert "r2.diversion" in judged.warnings
    assert Offer.OTHER_CHILD in judged.offers
    assert Act.FAMILY_TALK in judged.blocked


def test_r2_needs_both_a_young_offender_and_sexual_violence() -> None:
    assert "R2" not in rules(of("kekerasan_seksual", offender=Offender(age="dewasa")))
    assert "R2" not in rules(of("kekerasan_fisik", offender=Offender(age="12-17")))


def test_r3_is_r1_without_the_line_of_three_days() -> None:
    judged = judge(of("rencana_kawin_anak"), TODAY)
    assert "R3" in judged.rules
    assert judged.stop == ("stop.title", "stop.call", "stop.donts_child", "stop.no_peace")
    assert {Act.FAMILY_TALK, Act.AGREEMENT, Act.LATER_FIRST_STEP} <= judged.blocked


@pytest.mark.parametrize(
    "dossier",
    [
        of("perdagangan_orang"),
        of("telantar_ringan", signs=("luka",)),
        of("lainnya", signs=("ingin_mati",)),
        of("lainnya", signs=("hilang_kabur",)),
        of("perilaku_berisiko", signs=("senjata_ancaman",)),
        of("kekerasan_fisik", age="0-5"),
        of("penelantaran", age="0-5"),
        of("telantar_ringan", age="0-5", signs=("ditinggal_malam",)),
        of("putus_sekolah", danger_now="ya"),
        of("kekerasan_fisik", signs=("berulang",)),
    ],
)
def test_r4_is_every_other_red_and_wants_a_referral_today(dossier: Dossier) -> None:
    judged = judge(dossier, TODAY)
    assert judged.triage == "merah"
    assert "R4" in judged.rules
    assert Panel.STOP in judged.panels
    assert Act.FAMILY_TALK in judged.blocked
    assert "r4.today" in judged.warnings
    assert not any(line.startswith("stop.three_days") for line in judged.stop)


def test_wanting_to_die_says_not_to_leave_alone() -> None:
    judged = judge(of("lainnya", signs=("ingin_mati",)), TODAY)
    assert judged.stop[-1] == "stop.not_alone_child"


def test_r5_cuts_the_form_down() -> None:
    judged = judge(of("kekerasan_fisik", danger_now="ya"), TODAY)
    assert Panel.DANGER_FORM in judged.panels
    assert Panel.DANGER_FORM not in judge(of("kekerasan_fisik", danger_now="tidak"), TODAY).panels


def test_r6_knows_no_closing_in_the_rt_for_a_child() -> None:
    assert Act.CLOSE_IN_RT in judge(of("kekerasan_psikis"), TODAY).blocked
    assert "R6" not in rules(of("kdrt_dewasa", age=None))


@pytest.mark.parametrize("category", [*codes.CATEGORIES, "baru_di_rilis_lain", None])
def test_r7_offers_family_talk_for_small_things_only(category: Any) -> None:
    judged = judge(of(category), TODAY)
    allowed = {
        "konflik_pengasuhan", "pertengkaran_anak", "putus_sekolah", "tanpa_identitas",
        "perilaku_berisiko",
    }  # fmt: skip
    assert judged.allows(Act.FAMILY_TALK) is (category in allowed)
    assert ("musyawarah_keluarga" in judged.follow_up_kinds) is (category in allowed)


def test_r7_ends_with_a_form_of_violence_with_red_and_for_youth_with_yellow() -> None:
    assert "R7" not in rules(of("konflik_pengasuhan", kinds=("psikis",)))
    assert "R7" not in rules(of("putus_sekolah", danger_now="ya"))
    assert "R7" in rules(of("konflik_pengasuhan", signs=("berulang",)))
    assert "R7" not in rules(of("perilaku_berisiko", signs=("narkoba",)))


def test_r11_offers_a_reminder_unless_the_case_is_green() -> None:
    assert Offer.REMINDER in judge(of("perundungan"), TODAY).offers
    assert Offer.REMINDER not in judge(of("putus_sekolah"), TODAY).offers


def test_r14_lets_a_grown_up_decide_and_asks_again_in_a_week() -> None:
    refused = replace(
        of("kdrt_dewasa", age="25-44"),
        referrals=(Referral(to="uptd_ppa", made_on=TODAY, refused_by="korban"),),
    )
    judged = judge(refused, TODAY)
    assert "R14" in judged.rules
    assert {Offer.CONTACT_CARD, Offer.SAFETY_PLAN} <= set(judged.offers)
    assert (judged.next_steps[0].what, judged.next_steps[0].default) == (
        "cek", TODAY + timedelta(days=7),
    )  # fmt: skip


def test_r14_is_not_for_a_child_who_does_not_want_help() -> None:
    refused = (Referral(to="uptd_ppa", made_on=TODAY, refused_by="korban"),)
    assert "R14" not in rules(replace(of("kekerasan_psikis"), referrals=refused))


def test_r15_does_not_ask_the_parent_who_is_feared() -> None:
    judged = judge(of("kekerasan_fisik", relation="orang_tua"), TODAY)
    assert Act.PARENT_CONSENT in judged.blocked
    assert judged.bases == ("kepentingan_vital", "kewajiban_hukum")
    assert "orang_tua" not in judged.consent_givers
    assert "orang_tua" in judge(of("kekerasan_fisik", relation="tetangga"), TODAY).consent_givers


@pytest.mark.parametrize("category", sorted(STARTS))
def test_r16_asks_about_an_insider_as_soon_as_it_is_violence(category: str) -> None:
    judged = judge(of(category), TODAY)
    assert (Panel.ASK_INSIDER in judged.panels) is judged.is_violence
    assert "insider" not in CaseDetail.__dataclass_fields__


def test_r17_knows_no_criminal_process_for_a_child_under_12() -> None:
    judged = judge(of("perundungan", offender=Offender(age="0-11")), TODAY)
    assert "r17.under_12" in judged.warnings
    assert Offer.OTHER_CHILD in judged.offers
    assert "R17" not in rules(of("perundungan", offender=Offender(age="12-17")))


def test_r19_suggests_a_copy_to_the_school() -> None:
    assert Offer.SCHOOL_COPY in judge(of("perundungan", place_kind="sekolah"), TODAY).offers
    assert Offer.SCHOOL_COPY in judge(of("perundungan", source="guru"), TODAY).offers
    assert Offer.SCHOOL_COPY not in judge(of("perundungan"), TODAY).offers


@pytest.mark.parametrize(
    "dossier",
    [of("kekerasan_psikis"), of("putus_sekolah", danger_now="ya"),
     of("putus_sekolah", lives_together="ya"), of("kekerasan_fisik", age=None)],
)  # fmt: skip
def test_r21_keeps_everybody_from_the_home_until_uptd_has_advised_it(dossier: Dossier) -> None:
    judged = judge(dossier, TODAY)
    assert "kunjungan" not in judged.follow_up_kinds
    assert "kunjungan" not in {step.what for step in judged.next_steps}
    assert judged.visit == "r21.not_home"
    told = FollowUp(date=TODAY, kind="umpan_balik_uptd")
    assert "R21" in rules(replace(dossier, follow_ups=(told,)))
    advised = judge(replace(dossier, follow_ups=(replace(told, advised=True),)), TODAY)
    assert "kunjungan" in advised.follow_up_kinds
    assert "kunjungan" in {step.what for step in advised.next_steps}
    assert advised.visit == "visit.pair"


def test_a_visit_to_a_grown_up_is_at_a_place_of_her_choice() -> None:
    assert judge(of("kdrt_dewasa", age=None), TODAY).visit == "visit.adult"
    assert judge(of("putus_sekolah"), TODAY).visit == "visit.pair"


def test_r22_a_family_that_refuses_forces_a_call_and_closes_nothing() -> None:
    refusal = (Referral(to="uptd_ppa", made_on=TODAY, refused_by="keluarga"),)
    refused = replace(of("kekerasan_psikis"), referrals=refusal)
    judged = judge(refused, TODAY)
    assert "R22" in judged.rules
    assert Panel.CALL_UPTD_TODAY in judged.panels
    assert (judged.next_steps[0].what, judged.next_steps[0].latest) == ("tanya_uptd", TODAY)
    assert judged.bases == ("kepentingan_vital", "kewajiban_hukum")
    assert {move.to for move in moves(refused)} == {"didampingi", "dirujuk"}


def test_r22_ends_when_uptd_has_taken_over() -> None:
    refusal = Referral(to="uptd_ppa", made_on=TODAY, refused_by="keluarga")
    taken = (refusal, letter("polisi", "diterima"))
    assert "R22" not in rules(replace(of("kekerasan_psikis"), referrals=taken))


def test_nothing_is_closed_while_a_letter_waits_for_an_answer() -> None:
    begun = replace(of("putus_sekolah"), case=Case(status=Status("didampingi")))
    assert "selesai" in {move.to for move in moves(begun)}
    waiting = replace(begun, referrals=(letter("disdikbud"),))
    assert "selesai" not in {move.to for move in moves(waiting)}
    found = problems_of_move(waiting, "selesai", "membaik")
    assert [each.reason for each in found] == [Reason.REFERRAL_WAITING]


# -- levels ----------------------------------------------------------------------------------


def test_one_step_up_however_many_reasons_there_are() -> None:
    both = of("putus_sekolah", signs=("berulang", "narkoba"), disability="ya")
    assert judge(both, TODAY).triage == "kuning"
    assert judge(of("putus_sekolah", danger_now="tidak_tahu"), TODAY).triage == "kuning"
    assert judge(of("putus_sekolah", danger_now=None), TODAY).triage == "hijau"


def test_an_age_nobody_gave_is_a_child_but_for_violence_at_home_against_a_woman() -> None:
    assert judge(of("kekerasan_fisik", age=None), TODAY).is_child
    assert not judge(of("kdrt_dewasa", age=None), TODAY).is_child
    assert judge(of("kdrt_dewasa", age="13-17"), TODAY).is_child


def test_what_has_no_name_is_yellow_until_a_second_person_has_decided() -> None:
    unnamed = of("lainnya")
    assert judge(unnamed, TODAY).triage == "kuning"
    decided = Standing(level="hijau", peak="hijau", is_decided=True)
    assert judge(replace(unnamed, standing=decided), TODAY).triage == "hijau"


DETAILS = st.builds(
    CaseDetail,
    category=st.sampled_from(codes.CATEGORIES),
    victim=st.builds(Victim, age=st.sampled_from((None, *codes.AGE_GROUPS))),
    danger_now=st.sampled_from((None, *codes.KNOWN)),
    signs=st.lists(st.sampled_from(codes.SIGNS), unique=True).map(tuple),
    kinds=st.lists(st.sampled_from(codes.VIOLENCE), unique=True, max_size=2).map(tuple),
    relation=st.sampled_from((None, *codes.RELATIONS)),
    offender=st.builds(Offender, age=st.sampled_from((None, *codes.OFFENDER_AGES))),
    lives_together=st.sampled_from((None, *codes.KNOWN)),
    disability=st.sampled_from((None, *codes.YES_NO)),
    place_kind=st.sampled_from((None, *codes.INCIDENT_PLACES)),
)
LETTERS = st.builds(
    Referral,
    to=st.sampled_from(codes.REFERRED_TO),
    made_on=st.just(TODAY),
    sent=st.sampled_from((None, Sent(TODAY))),
    outcome=st.sampled_from((None, *codes.OUTCOMES)),
    refused_by=st.sampled_from((None, *codes.REFUSED_BY)),
    receipt=st.sampled_from((None, Receipt(TODAY))),
)
DEEDS = st.builds(
    FollowUp,
    date=st.just(TODAY),
    kind=st.sampled_from(codes.FOLLOW_UPS),
    advised=st.booleans(),
)
DOSSIERS = st.builds(
    Dossier,
    case=st.builds(Case, status=st.builds(Status, st.sampled_from(codes.CASE_STATUSES))),
    detail=DETAILS,
    referrals=st.lists(LETTERS, max_size=3).map(tuple),
    follow_ups=st.lists(DEEDS, max_size=3).map(tuple),
)


def is_grave(detail: CaseDetail) -> bool:
    """Say whether it is sexual violence, a forced or child marriage, or trafficking."""
    return (
        detail.category in {"kekerasan_seksual", "rencana_kawin_anak", "perdagangan_orang"}
        or "seksual" in (*detail.kinds, *detail.signs)
        or "trafficking" in detail.kinds
    )


@settings(max_examples=examples(600))
@given(DOSSIERS)
def test_for_grave_violence_nothing_ever_offers_talk_or_an_end_in_the_rt(dossier: Dossier) -> None:
    assert dossier.detail is not None
    if not is_grave(dossier.detail):
        return
    judged = judge(dossier, TODAY)
    assert judged.triage == "merah"
    assert {Act.FAMILY_TALK, Act.AGREEMENT, Act.CLOSE_IN_RT} <= judged.blocked
    assert Offer.FAMILY_TALK not in judged.offers
    assert "musyawarah_keluarga" not in judged.follow_up_kinds
    taken_over = any(
        each.is_received and each.to in {"uptd_ppa", "polisi"} for each in dossier.referrals
    )
    for move in moves(dossier):
        if move.to == "selesai":
            assert taken_over or set(move.reasons) == {"pilihan_korban"}
            assert not {"membaik", "tertangani_layanan", "pindah"} & set(move.reasons)
        assert move.to != "bukan_kasus" or taken_over


@settings(max_examples=examples(300))
@given(DOSSIERS)
def test_no_child_with_violence_is_closed_or_watched_before_somebody_took_over(
    dossier: Dossier,
) -> None:
    facts = facts_of(dossier)
    if not (facts.is_child and facts.is_violence) or facts.uptd_has_received:
        return
    assert {move.to for move in moves(dossier)}.isdisjoint({"selesai", "dipantau"})


@settings(max_examples=examples(300))
@given(DOSSIERS, st.data())
def test_what_is_not_offered_cannot_be_done_and_what_is_can(
    dossier: Dossier, data: st.DataObject
) -> None:
    to = data.draw(st.sampled_from(codes.CASE_STATUSES))
    reason = data.draw(st.sampled_from((None, *codes.STATUS_REASONS)))
    offered = {move.to: move.reasons or (None,) for move in moves(dossier)}
    allowed = reason in offered.get(to, ())
    assert (problems_of_move(dossier, to, reason) == ()) is allowed
    assert to not in offered or to in MOVES[dossier.case.status.value]


@settings(max_examples=examples(300))
@given(DETAILS, st.data())
def test_one_tick_more_never_lowers_the_level(detail: CaseDetail, data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from(codes.SIGNS))
    kind = data.draw(st.sampled_from(codes.VIOLENCE))
    more = replace(
        detail,
        signs=tuple(dict.fromkeys([*detail.signs, sign])),
        kinds=tuple(dict.fromkeys([*detail.kinds, kind])),
    )
    before, after = (judge(Dossier(detail=each), TODAY) for each in (detail, more))
    assert not is_lower(after.triage, before.triage)
    assert before.blocked <= after.blocked


@settings(max_examples=examples(300))
@given(st.lists(DETAILS, min_size=1, max_size=5))
def test_whatever_is_ticked_and_unticked_the_level_that_was_saved_stays(
    ticked: list[CaseDetail],
) -> None:
    level = ""
    for detail in ticked:
        judged = judge(Dossier(detail=detail, standing=Standing(level=level, peak=level)), TODAY)
        assert not is_lower(judged.triage, level)
        level = judged.triage


@settings(max_examples=examples(300))
@given(DOSSIERS)
def test_a_next_step_that_is_offered_may_be_set_and_a_day_later_may_not(dossier: Dossier) -> None:
    facts = facts_of(dossier)
    for step in judge(dossier, TODAY).next_steps:
        assert TODAY <= step.default <= step.latest
        planned = replace_on(step.what, step.latest)
        assert problems_of_next(facts, planned, TODAY) == ()
        late = replace_on(step.what, step.latest + timedelta(days=1))
        assert problems_of_next(facts, late, TODAY) != ()


def replace_on(what: str, on: date) -> Next:
    return Next(what, on)


def test_mediation_stands_in_no_list_whatsoever() -> None:
    lists = [value for value in vars(codes).values() if isinstance(value, tuple | frozenset)]
    assert not any("mediasi" in str(each) for listed in lists for each in listed)
